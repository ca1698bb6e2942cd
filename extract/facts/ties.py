"""Which amount belongs to which thing, decided by how the sentence is built.

A *doing* is a thing with its count ("tặng 23 phần học bổng"). Amounts that no phrase took are handed out in reading
order:

* a price with a label ("THCS: 1,5 triệu đồng/suất") goes to the doing of that label; where none has it, it is one of
  several prices of the doing before;
* an amount for each ("mỗi suất 1 triệu đồng", "300.000đ/suất") goes to the nearest doing counted in that unit and to
  those listed right before it ("9 suất cho trường A, 6 suất cho trường B, mỗi suất 1 triệu đồng");
* a total goes back as far as its phrase reaches: "trị giá" to the thing before it, "với số tiền" to the list of one
  verb, "tổng trị giá" to all in its segment that has no total; several things share it as a *bundle*;
* an amount that leads ("với số tiền 50 triệu đồng, đã tặng 100 phần quà", "hỗ trợ 265 triệu đồng xây 14 căn nhà") goes
  to the doing after it;
* a sentence that opens with an amount ("Mỗi suất ...", "Tổng kinh phí ...") speaks of the sentence before;
* amounts after "trong đó" are shares of the total before it.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, NamedTuple

from extract.facts.doings import Bundle, Doing, Reason, Ties, counted_at, names_one, tops, units_of
from extract.facts.price_lists import tie_price_lists
from extract.facts.surroundings import bracket_start
from extract.facts.things import MOST_THINGS, Things

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.codes import Scope
    from extract.facts.amounts import Amount, Amounts
    from extract.facts.reading import Reading
    from extract.facts.wording import Wording
    from extract.match.engine import Match

__all__ = ["Bundle", "Doing", "Ties", "tie"]

_OPENING = 24
"""A phrase that begins within so many characters of its sentence opens it: "Theo đó, mỗi suất ..."."""
_MEMORY = 60
"""How many things a page remembers for a sentence that names them again."""
_ADJACENT = 60
"""An amount leads directly if its thing follows within so many characters, without a comma."""


def tie(
    doings: Sequence[Doing], amounts: Amounts, openers: Sequence[Match], reading: Reading, wording: Wording
) -> Ties:
    """Hand the amounts out; ``openers`` are the phrases behind which parts stand ("trong đó").

    ``amounts.scope`` is corrected where the size of an amount shows that it is for each.
    """
    own = {index for doing in doings for index in doing.quantities}
    elements: list[Doing | Amount] = [*doings, *(amount for amount in amounts.waiting if amount.quantity not in own)]
    elements.sort(key=lambda element: element.start)
    ground = _Ground(Things(reading, wording), [opener.start for opener in openers], amounts.scope)
    past: list[Doing] = []
    bundles: list[Bundle] = []
    for sentence, group in groupby(elements, key=lambda element: reading.structure.sentence(element.start)):
        hand = _Sentence(ground, sentence.start, past[-_MEMORY:])
        for element in group:
            hand.take(element)
        hand.close()
        past += hand.doings
        bundles += hand.bundles
    tie_price_lists(doings, amounts.waiting, ground.things)
    return Ties(tuple(doings), tuple(bundles))


_NEAREST = 40
"""A price is for one of so many things before it: a sentence may be as long as the page."""


class _Ground(NamedTuple):
    """What holds for the whole page; ``openers``: where the phrases begin behind which parts stand."""

    things: Things
    openers: Sequence[int]
    scope: dict[int, Scope]


class _Sentence:
    """The state of handing out amounts within one sentence, which begins at ``start``.

    A sentence may speak of things before it: of the last sentence that has any (``before``), of all in its own and the
    neighbouring block (``earlier``), or of what it names far behind (``past``). One that turns to something new ("Ngoài
    ra") may only share labels with them.
    """

    def __init__(self, ground: _Ground, start: int, past: list[Doing]) -> None:
        self.things, self.openers, self.scope = ground
        self.reading, self.wording = self.things.reading, self.things.wording
        self.quantities = self.reading.lexed.quantities
        near = takewhile(lambda doing: self.reading.structure.neighbours(doing.start, start), reversed(past))
        self.earlier = list(near)[::-1]
        turns = self.wording.restarts(self.reading.folded, start)
        self.past = [] if turns else past
        sentence = self.reading.structure.sentence
        last = None if turns or not self.earlier else sentence(self.earlier[-1].start)
        self.before = [doing for doing in self.earlier if sentence(doing.start) == last]
        self.listing: list[Doing] = []
        """The thing before whose prices this sentence lists by label."""
        self.ahead: Amount | None = None
        """A price before the things it is for: "Mỗi suất 500.000 đồng được trao cho bậc tiểu học (439 suất)"."""
        self.priced: list[Doing] = []
        """The things before this sentence that a price opening it is for: it may go on with another of their prices."""
        self.bracket: tuple[int | None, int, list[Doing]] = (None, 0, [])
        """Where the bracket of the last price opens, how many ``doings`` came before, and what it was for."""
        self.doings: list[Doing] = []
        self.since = 0
        """How many of ``doings`` stand before the last total of the list or the segment."""
        self.segment = -1
        self.segment_doings = 0
        self.leading: list[Amount] = []
        self.bundles: list[Bundle] = []
        self.last_total: tuple[Doing, float, int] | None = None

    def take(self, element: Doing | Amount) -> None:
        """The next thing or amount, in reading order."""
        segment = self.reading.structure.segment(element.start).start
        if segment != self.segment:
            self.segment, self.segment_doings, self.since = segment, len(self.doings), len(self.doings)
            self.leading = []
            self.last_total = None
        if isinstance(element, Doing):
            self._take_doing(element)
        elif element.scope == "each":
            self._take_each(element)
        else:
            self._take_total(element)

    def close(self) -> None:
        """The sentence is over: one that only says "Kinh phí 6 triệu đồng do ..." speaks of the sentence before."""
        lead = self.leading[0] if self.leading and not self.doings else None
        if lead is not None and (lead.reach == "list" or (lead.reach == "own" and self._opens(lead))):
            if self.wording.has_verb(self.reading.folded, self.segment, lead.opens):
                return  # "Ông A trao tặng số tiền 100 triệu đồng": given on its own
            targets = self.things.open(self.before)
            if targets:
                self._give(targets, lead, "sentence_before")

    def _take_doing(self, doing: Doing) -> None:
        shared = self._shared_lead(doing)
        if shared is not None:
            first = self.doings[-1]
            first.totals.remove(shared)
            bundle = Bundle([first, doing], shared, "leading_total")
            first.whole = doing.whole = bundle
            self.bundles.append(bundle)
        for amount in self.leading[-1:]:
            if self._leads_to(amount, doing):
                self._give([doing], amount, "leading_total")
        ahead = self.ahead
        if ahead is not None and not doing.eaches and self._is_priced_ahead(doing, ahead):
            doing.tie(doing.eaches, ahead.quantity, "price_ahead")
        self.leading = []
        doing.action = self._action(doing)
        self.doings.append(doing)

    def _is_priced_ahead(self, doing: Doing, amount: Amount) -> bool:
        """Whether a price that opens the segment is for a thing named behind it, in the same unit and of one kind."""
        priced = next((one for one in self.earlier if amount.quantity in one.eaches), None)
        same = priced is None or (
            priced.indicator == doing.indicator and self.reading.structure.segment(amount.start).start == self.segment
        )
        return same and names_one(amount.of, units_of(doing, self.quantities))

    def _shared_lead(self, doing: Doing) -> int | None:
        """The total before the last thing, if this one shares it: "265 triệu đồng xây 14 căn và sửa chữa 8 căn"."""
        if self.leading or doing.totals or doing.whole is not None or len(self.doings) <= self.segment_doings:
            return None
        first = self.doings[-1]
        between = self.reading.folded[first.match.end : counted_at(doing, self.quantities)]
        if self.things.family(first) != self.things.family(doing) or "," in between or first.whole is not None:
            return None
        return next((index for index in first.totals if first.reasons[index] == "leading_total"), None)

    def _action(self, doing: Doing) -> tuple[int, int] | None:
        """The verb in the phrase; else the last before it; else that of the thing it is listed with."""
        slot = doing.match.slots.get("action")
        if slot is not None:
            return slot.start, slot.end
        here = self.doings[-1] if self.doings else None
        start = max(here.match.end if here else 0, self.segment)
        verbs = list(self.wording.verbs_in(self.reading.folded, start, counted_at(doing, self.quantities)))
        if verbs:
            return verbs[-1].span()
        return here.action if here is not None and here.start >= self.segment else None

    def _leads_to(self, amount: Amount, doing: Doing) -> bool:
        if doing.totals or amount.scope == "each" or amount.reach == "apart":
            return False
        counted = counted_at(doing, self.quantities)
        near = counted - amount.end <= _ADJACENT and not set(",:").intersection(
            self.reading.folded[amount.end : counted]
        )
        if near and (amount.leads or self.wording.has_verb(self.reading.folded, amount.end, counted)):
            return True
        return (amount.leads or amount.reach in ("list", "all")) and self._opens(amount)

    # ------------------------------------------------------------------------------------------------------------ each

    def _take_each(self, amount: Amount) -> None:
        if (amount.reach == "apart" and not amount.inside) or self._of_another(amount):
            return
        opens, opened = self._opens(amount), bracket_start(amount.start, self.reading)
        targets, reason = self._priced(amount)
        if opened is not None and (opened, len(self.doings)) == self.bracket[:2] and not amount.labels:
            targets = self.bracket[2]  # "53 phần thưởng (giải nhất 3 triệu đồng, giải nhì 2 triệu đồng/suất)"
        self.bracket = (opened, len(self.doings), targets)
        if opens and not self.doings:
            self.priced = targets
        elif not targets and not self.doings:
            units = (units_of(doing, self.quantities) for doing in self.priced)
            targets = self.priced if any(names_one(amount.of, names) for names in units) else []
        if not targets or (opens and not amount.labels):
            self.ahead = amount
        for doing in targets:
            if doing.eaches and (amount.inside or (opened is not None and amount.reach == "own")):
                doing.tie(doing.others, amount.quantity, "inside_each")
            else:
                doing.tie(doing.eaches, amount.quantity, reason)

    def _of_another(self, amount: Amount) -> bool:
        """Whether a price in brackets follows a count that no doing has: "tiếp sức 20 sinh viên (mỗi suất 1 triệu)"."""
        opened = bracket_start(amount.start, self.reading)
        if opened is None:
            return False
        for index in range(amount.quantity - 1, -1, -1):
            if self.quantities[index].end <= opened and self.quantities[index].kind in ("count", "number"):
                return not any(index in doing.match.quantities for doing in self.doings[-_NEAREST:])
        return False

    def _priced(self, amount: Amount) -> tuple[list[Doing], Reason]:
        """The doings that a price is for."""
        opened = bracket_start(amount.start, self.reading)
        if opened is not None and opened < self.segment and self.doings and self.doings[-1].match.end <= opened:
            return self.doings[-1:], "per_unit"  # "9 suất (cấp 3 là 1 triệu đồng; sinh viên 2 triệu đồng)"
        if amount.labels:
            labelled = self.things.labelled(amount.labels, self.doings) or self.doings[-1:]
            labelled = labelled or self.things.labelled(amount.labels, self.earlier) or self._price_list(amount)
            if labelled:
                return labelled, "price_by_label"
        matching = self._matching(amount)
        segment = self.doings[self.segment_doings :]
        if matching:
            listed = self._listed(matching, amount) + self._who_got(matching[0], amount)
            return listed, "per_unit" if len(listed) == 1 else "per_unit_of_list"
        if segment:
            people = [] if amount.reach == "own" else self.things.people(segment)
            return people or segment[-1:], "per_unit"
        if self._opens(amount) and self.before and amount.reach != "own":
            return self.things.people(self.before) or self.before[-1:], "sentence_before"
        return [], "per_unit"

    def _who_got(self, priced: Doing, amount: Amount) -> list[Doing]:
        """Who got it, before a price for what is counted farther up: "Xã A có 12 em được nhận. Mỗi suất 2 triệu"."""
        if priced in self.doings or priced in self.before or not self._opens(amount):
            return []
        people = self.things.people(self.before)
        return people if all(one.indicator == priced.indicator and not one.eaches for one in people) else []

    def _price_list(self, amount: Amount) -> list[Doing]:
        """What a list of prices is for whose labels no thing has: the thing that the first one names by its unit."""
        if not self.listing:
            named = [doing for doing in self.before if names_one(amount.of, units_of(doing, self.quantities))]
            self.listing = (named or self.before)[-1:]
        return self.listing

    def _matching(self, amount: Amount) -> list[Doing]:
        """The things counted in the unit of a price, nearest first: in its segment, else those before that lack one."""
        since = self.segment_doings
        segment = self.doings[max(since, len(self.doings) - _NEAREST) :]
        past = self.past if self._opens(amount) else []
        for group in (segment, self.doings[max(0, since - _NEAREST) : since], self.before, past):
            lacking = [doing for doing in reversed(group[-_NEAREST:]) if group is segment or not doing.eaches]
            lacking = [self.things.around(doing, amount) for doing in lacking]
            found = [doing for doing in lacking if names_one(amount.of, units_of(doing, self.quantities))]
            if found:
                return found
        return []

    def _listed(self, matching: list[Doing], amount: Amount) -> list[Doing]:
        """The nearest, and those of its kind right before it that still lack a price.

        One price in brackets is for the thing before them alone, not "10 suất cho sinh viên (từ 2 đến 5 triệu/suất)".
        """
        first, listed = matching[0], matching[:1]
        one_price = self.quantities[amount.quantity].value_max is None
        if first.eaches or (one_price and "(" in self.reading.folded[first.match.end : amount.start]):
            return listed
        near = {*self.past[-_NEAREST:], *self.earlier[-_NEAREST:], *self.doings[-_NEAREST:], first}
        everything = sorted(near, key=lambda doing: -doing.start)
        for doing in everything[everything.index(first) + 1 :]:
            alike = doing in matching and doing.indicator == first.indicator and doing.whole is first.whole
            if doing.eaches or not alike:
                break
            listed.append(doing)
        whole = first.whole
        if isinstance(whole, Doing) and not whole.eaches and self._opens(amount) and self.things.make_up(listed, whole):
            listed.append(whole)  # "250 suất, gồm 90 suất ... và 160 suất ... . Mỗi suất 1 triệu đồng"
        return listed

    # ----------------------------------------------------------------------------------------------------------- totals

    def _take_total(self, amount: Amount) -> None:
        if self._is_share(amount):
            return
        if (amount.leads or amount.reach == "list") and self._opens(amount):
            self.leading.append(amount)
            return
        targets, reason = self._totalled(amount)
        ends = self.quantities[amount.quantity].value_max is not None
        told = amount.reach in ("own", "bare") or (ends and amount.reach == "list")
        if len(targets) == 1 and told and self.things.too_small(amount, targets[0]):
            targets[0].tie(targets[0].eaches, amount.quantity, "too_small_for_all")
            self.scope[amount.quantity] = "each"
            self.since = len(self.doings)
        elif targets:
            self._give(targets, amount, reason)
        else:
            self.leading.append(amount)

    def _is_share(self, amount: Amount) -> bool:
        """Whether an amount is part of the total before it: "kinh phí 280 triệu đồng, trong đó huyện 80 triệu đồng"."""
        if self.last_total is None:
            return False
        doing, value, end = self.last_total
        opener = bisect_left(self.openers, end)
        if opener == len(self.openers) or self.openers[opener] >= amount.start or len(self.doings) != self.since:
            return False
        if self.quantities[amount.quantity].value > value:
            return False
        doing.tie(doing.others, amount.quantity, "share_of_total")
        return True

    def _totalled(self, amount: Amount) -> tuple[list[Doing], Reason]:
        segment = self.doings[self.segment_doings :]
        if amount.reach == "all":
            if segment:
                return self._all_of(segment, amount), "grand_total"
            if self.doings:
                return self.things.open(self.doings), "grand_total"
            if self.priced:
                return self.things.open(self.priced), "sentence_before"
            if self._opens(amount):
                near = self.things.open(self.before) or self.things.open_whole(self.before)
                return self.things.named(near, amount) or near or self._named_before(amount), "sentence_before"
            return [], "grand_total"
        recent = self.doings[max(self.since, self.segment_doings) :]
        fresh = [doing for doing in recent if not doing.totals and self.wording.costs(doing.indicator)]
        if not fresh or amount.reach == "apart":
            return [], "own_total"
        last = fresh[-1]
        if amount.reach == "bare" and self.things.acts_between(last, amount.opens):
            return [], "own_total"
        run = [last]
        for doing in reversed(fresh[:-1]):
            if not self.things.shares(doing, run[-1], amount):
                break
            run.append(doing)
        return list(reversed(tops(run))), "own_total" if len(run) == 1 else "list_total"

    def _all_of(self, segment: list[Doing], amount: Amount) -> list[Doing]:
        """What a grand total covers in its segment: things without a total; all of them, if it is more than theirs."""
        open_ = self.things.named(self.things.open(segment), amount) or self.things.open(segment)
        value = self.quantities[amount.quantity].value
        totals = [self.quantities[i].value for doing in segment[-MOST_THINGS:] for i in doing.totals]
        last = segment[-1]
        if totals and max(totals) < value and (not open_ or not self.things.acts_between(segment[0], last.start)):
            return tops(segment) if len(tops(segment)) > 1 else []
        return open_ or self.things.part_or_whole(last, segment, self.doings)

    def _named_before(self, amount: Amount) -> list[Doing]:
        """Those that the phrase names in the last sentence that has some, over captions and paragraphs between."""
        named = self.things.named(self.things.open(self.past), amount)
        sentence = self.reading.structure.sentence
        return [doing for doing in named if sentence(doing.start) == sentence(named[-1].start)]

    def _give(self, targets: list[Doing], amount: Amount, reason: Reason) -> None:
        if len(targets) == 1:
            targets[0].tie(targets[0].totals, amount.quantity, reason)
        else:
            bundle = Bundle(targets, amount.quantity, reason)
            for doing in targets:
                doing.whole = doing.whole or bundle
            self.bundles.append(bundle)
        self.since = len(self.doings)
        self.last_total = (targets[-1], self.quantities[amount.quantity].value, amount.end)

    # -------------------------------------------------------------------------------------------------------- structure

    def _opens(self, amount: Amount) -> bool:
        """Whether the phrase of an amount opens its segment."""
        first = self.doings[self.segment_doings] if self.segment_doings < len(self.doings) else None
        return amount.opens - self.reading.structure.segment(amount.start).start <= _OPENING and not (
            first is not None and first.start < amount.opens
        )
