"""Which amount belongs to which thing, decided by how the sentence is built.

A *doing* is a thing with its count ("tặng 23 phần học bổng"). Amounts that no phrase took are handed out in reading order:

* per-unit amounts ("mỗi suất 1 triệu đồng", "300.000đ/suất") go to the nearest doing before them that is counted in that
  unit, else to the nearest one;
* a grand total ("tổng trị giá ...") goes to all doings of its sentence that have no total yet: to the one, or to a bundle;
* any other total goes to the doings since the last total of its segment: to the last of them, or to a bundle if they are
  of one family ("cất mới 6 căn, sửa chữa 01 căn nhà ... với số tiền 320 triệu đồng");
* an amount that leads ("với số tiền 50 triệu đồng, đã tặng 100 phần quà") goes to the doing after it;
* a sentence that opens with a total and has no doing before it speaks of the sentence before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.facts.structure import Structure
    from extract.match.engine import Match
    from extract.model import Quantity, Scope

Reason = Literal["in_phrase", "per_unit", "grand_total", "own_total", "leading_total", "total_of_sentence_before"]


class Amount(NamedTuple):
    """An amount of money that waits for its thing."""

    quantity: int
    start: int
    scope: Scope
    grand: bool
    of: str | None
    """The unit it is for: "suất"."""


@dataclass(slots=True, eq=False)
class Doing:
    """A thing done, in the making: the match that found it and the quantities tied to it so far."""

    match: Match
    totals: list[int] = field(default_factory=list)
    eaches: list[int] = field(default_factory=list)
    reasons: dict[int, Reason] = field(default_factory=dict)
    whole: Doing | Bundle | None = None

    @property
    def start(self) -> int:
        """Start of the match."""
        return self.match.start

    @property
    def indicator(self) -> str:
        """What the rule says it is."""
        return self.match.rule.says

    def slot(self, *names: str) -> int | None:
        """The quantity of the first of these slots that is filled."""
        for name in names:
            slot = self.match.slots.get(name)
            if slot is not None and slot.quantity is not None:
                return slot.quantity
        return None

    @property
    def quantities(self) -> tuple[int, ...]:
        """All quantities that belong to it."""
        return tuple(dict.fromkeys((*self.match.quantities, *self.totals, *self.eaches)))


@dataclass(slots=True, eq=False)
class Bundle:
    """Several doings with one amount between them."""

    members: list[Doing]
    total: int
    reason: Reason


class Ties(NamedTuple):
    """Doings and bundles in reading order."""

    doings: tuple[Doing, ...]
    bundles: tuple[Bundle, ...]


def tie(
    matches: Sequence[Match], amounts: Sequence[Amount], quantities: Sequence[Quantity], structure: Structure
) -> Ties:
    """Hand the amounts out. ``amounts`` are those of role value, in reading order, phrases' own among them."""
    doings = [_doing(match) for match in matches]
    own = {index for doing in doings for index in doing.quantities}
    bundles: list[Bundle] = []
    before: list[Doing] = []  # those of the sentence before
    elements: list[Doing | Amount] = [*doings, *(amount for amount in amounts if amount.quantity not in own)]
    elements.sort(key=lambda element: element.start)
    for sentence, group in groupby(elements, key=lambda element: structure.sentence(element.start)):
        same_block = bool(before) and structure.block(before[-1].start) == structure.block(sentence.start)
        hand = _Sentence(quantities, structure, before if same_block else [])
        for element in group:
            hand.take(element)
        bundles += hand.bundles
        before = hand.doings or before
    return Ties(tuple(doings), tuple(bundles))


def _doing(match: Match) -> Doing:
    doing = Doing(match)
    for name, kept in (("total", doing.totals), ("each", doing.eaches)):
        index = doing.slot(name)
        if index is not None:
            kept.append(index)
            doing.reasons[index] = "in_phrase"
    return doing


class _Sentence:
    """The state of handing out amounts within one sentence."""

    def __init__(self, quantities: Sequence[Quantity], structure: Structure, before: list[Doing]) -> None:
        self.quantities, self.structure, self.before = quantities, structure, before
        self.doings: list[Doing] = []
        self.pending: list[Doing] = []  # without a total, since the last total of the segment
        self.leading: list[Amount] = []
        self.bundles: list[Bundle] = []
        self.segment = -1

    def take(self, element: Doing | Amount) -> None:
        segment = self.structure.segment(element.start).start
        if segment != self.segment:
            self.segment, self.pending, self.leading = segment, [], []
        if isinstance(element, Doing):
            self._take_doing(element)
        elif element.scope == "each":
            self._take_each(element)
        elif element.grand:
            self._take_grand(element)
        else:
            self._take_total(element)

    def _take_doing(self, doing: Doing) -> None:
        for amount in self.leading[-1:]:
            if not doing.totals and amount.scope == "total":
                _give(doing, amount, "leading_total")
        self.leading = []
        self.doings.append(doing)
        if not doing.totals:
            self.pending.append(doing)

    def _take_each(self, amount: Amount) -> None:
        for doing in self._nearest():
            if amount.of is None or self._unit(doing) == amount.of:
                _give(doing, amount, "per_unit")
                return
        for doing in self._nearest():
            if self._unit(doing) is None or amount.of not in {self._unit(d) for d in self.doings}:
                _give(doing, amount, "per_unit")
                return
        self.leading.append(amount)

    def _take_grand(self, amount: Amount) -> None:
        targets = [doing for doing in self.doings if not doing.totals and doing.whole is None]
        reason: Reason = "grand_total"
        if not self.doings:
            targets = [doing for doing in self.before if not doing.totals and doing.whole is None]
            reason = "total_of_sentence_before"
        self._give_all(targets, amount, reason)

    def _take_total(self, amount: Amount) -> None:
        if not self.pending:
            if not any(self.structure.segment(doing.start).start == self.segment for doing in self.doings):
                self.leading.append(amount)
            return
        last = self.pending[-1]
        family = last.indicator.partition(".")[0]
        start = len(self.pending)
        while start and self.pending[start - 1].indicator.partition(".")[0] == family:
            start -= 1
        self._give_all(self.pending[start:], amount, "own_total")

    def _give_all(self, targets: list[Doing], amount: Amount, reason: Reason) -> None:
        if len(targets) == 1:
            _give(targets[0], amount, reason)
        elif targets:
            bundle = Bundle(targets, amount.quantity, reason)
            for doing in targets:
                doing.whole = bundle
            self.bundles.append(bundle)
        self.pending = []

    def _nearest(self) -> Iterator[Doing]:
        yield from reversed(self.doings)
        yield from reversed(self.before)

    def _unit(self, doing: Doing) -> str | None:
        index = doing.slot("count")
        return None if index is None else self.quantities[index].unit


def _give(doing: Doing, amount: Amount, reason: Reason) -> None:
    (doing.eaches if amount.scope == "each" else doing.totals).append(amount.quantity)
    doing.reasons[amount.quantity] = reason


def scopes(matches: Iterable[Match], quantities: Sequence[Quantity]) -> tuple[dict[int, Scope], list[Amount]]:
    """The scope of every quantity that an amount phrase or its own "/suất" tells, and the amounts to hand out."""
    told: dict[int, Match] = {}
    for match in matches:
        for slot in match.slots.values():
            if slot.quantity is not None:
                told[slot.quantity] = match
    scope: dict[int, Scope] = {}
    amounts = []
    for index, quantity in enumerate(quantities):
        phrase = told.get(index)
        if quantity.per is not None:
            scope[index] = "each"
        elif phrase is not None:
            scope[index] = "each" if phrase.rule.says == "each" else "total"
        if quantity.kind == "money" and quantity.role == "value":
            of = quantity.per
            if of is None and phrase is not None and "of" in phrase.slots:
                of = phrase.slots["of"].text
            grand = phrase is not None and "grand" in phrase.slots
            amounts.append(Amount(index, quantity.start, scope.get(index, "total"), grand, of))
    return scope, amounts
