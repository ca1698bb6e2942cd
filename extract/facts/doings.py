"""The things done that a page tells of, while figures are tied to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.facts.amounts import Amounts
    from extract.match.engine import Match
    from extract.model import Quantity

Reason = Literal[
    "in_phrase",
    "price_by_label",
    "per_unit",
    "per_unit_of_list",
    "price_ahead",
    "too_small_for_all",
    "inside_each",
    "own_total",
    "list_total",
    "grand_total",
    "leading_total",
    "sentence_before",
    "share_of_total",
]
"""Why an amount was tied to its thing."""


@dataclass(slots=True, eq=False)
class Doing:
    """A thing done, in the making: the match that found it and the quantities tied to it so far."""

    match: Match
    totals: list[int] = field(default_factory=list)
    eaches: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    """Amounts about it that are neither: shares of the total, contents of each."""
    reasons: dict[int, Reason] = field(default_factory=dict)
    whole: Doing | Bundle | None = None
    action: tuple[int, int] | None = None
    """Where the verb stands that says what was done."""
    units: set[str] | None = None
    """What one of it is called, once that has been asked."""

    @property
    def start(self) -> int:
        """Start of the match."""
        return self.match.start

    @property
    def indicator(self) -> str:
        """What the rule says it is."""
        return self.match.rule.says

    @property
    def counted(self) -> int | None:
        """The quantity that counts it, or else those who get it."""
        return self.match.number("count", "recipients")

    def tie(self, kept: list[int], index: int, reason: Reason) -> None:
        """Add a quantity to one of its lists (``totals``, ``eaches``, ``others``), with the reason."""
        kept.append(index)
        self.reasons[index] = reason

    @property
    def quantities(self) -> tuple[int, ...]:
        """All quantities that belong to it."""
        return tuple(dict.fromkeys((*self.match.quantities, *self.totals, *self.eaches, *self.others)))


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


def doings_of(matches: Iterable[Match], amounts: Amounts) -> list[Doing]:
    """The things done that ``matches`` found, without those that are only what each one gets.

    An amount that a phrase calls a total is one for each all the same if the text says so: "trao 6 triệu đồng/người".
    """
    doings = []
    for match in matches:
        between = match.slots.get("before")
        if amounts.inside.intersection(match.quantities) - {None if between is None else between.quantity}:
            continue  # "14 em, mỗi em nhận 1 suất học bổng" tells of the 14
        doing = Doing(match)
        for name in ("total", "each"):
            index = doing.match.number(name)
            if index is not None:
                if name == "each":
                    amounts.scope[index] = "each"
                each = amounts.scope.get(index) == "each"
                doing.tie(doing.eaches if each else doing.totals, index, "in_phrase")
        doings.append(doing)
    return doings


def counted_at(doing: Doing, quantities: Sequence[Quantity]) -> int:
    """Where the number of a doing stands; behind the verb that its phrase may begin with."""
    indices = doing.match.quantities
    return quantities[indices[0]].start if indices else doing.match.end


def units_of(doing: Doing, quantities: Sequence[Quantity]) -> set[str]:
    """What one of a doing is called: its classifiers and nouns."""
    if doing.units is None:
        slots = doing.match.slots
        names = {
            quantities[i].unit for i in (doing.match.number("count"), doing.match.number("recipients")) if i is not None
        }
        names |= {slots[name].text for name in ("unit", "group", "beneficiary", "object") if name in slots}
        doing.units = {name for name in names if name}
    return doing.units


def names_one(of: str | None, units: set[str]) -> bool:
    """Whether "mỗi ..." names one of the units: "suất học bổng trị giá" the suất, "em" the "em học sinh".

    >>> names_one("suất trị giá", {"suất"}), names_one("em", {"em học sinh"}), names_one("hộ", {"suất"})
    (True, True, False)
    """
    if of is None:
        return False
    return any(f"{of} ".startswith(f"{unit} ") or f"{unit} ".startswith(f"{of} ") for unit in units)


def tops(doings: list[Doing]) -> list[Doing]:
    """Those that are parts of nothing; all of them if each is."""
    return [doing for doing in doings if doing.whole is None] or doings
