"""Things that no phrase tells by itself: cells of tables, parts behind "trong đó", the next of a list.

Each takes what it is from a rule that knows the table or the thing before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.facts.doings import Doing, Ties
from extract.match.engine import Match, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.codes import Kind
    from extract.facts.amounts import Amounts
    from extract.facts.doings import Bundle
    from extract.facts.list_words import ListWords
    from extract.facts.reading import Reading
    from extract.facts.wording import Wording
    from extract.match.rules import Rule

_SLOTS: dict[Kind, str] = {
    "money": "total",
    "count": "count",
    "number": "count",
    "area": "area",
    "length": "length",
}
"""The slot that a number of some kind fills where no phrase names one."""


class Ground(NamedTuple):
    """What is looked at while things are made of what rules and their amounts have left."""

    reading: Reading
    amounts: Amounts
    wording: Wording
    lists: ListWords


NEVER_IMPLIED = frozenset({"scholarship", "rating"})
"""Families with tables of their own: their rows come from phrases alone, and awards from cells of tables."""


def implied(
    index: int, rule: Rule, reading: Reading, *, slot: str | None = None, whole: Doing | Bundle | None = None
) -> Doing:
    """A thing of the indicator of ``rule`` that the quantity ``index`` tells of; ``whole``: what it is part of."""
    quantity = reading.lexed.quantities[index]
    name = slot or _SLOTS.get(quantity.kind, "rate")
    told = Slot(quantity.start, quantity.end, reading.folded[quantity.start : quantity.end], index)
    doing = Doing(Match(rule, quantity.start, quantity.end, {name: told}, (index,)), whole=whole)
    if quantity.kind == "money":
        doing.tie(doing.eaches if name == "each" else doing.totals, index, "in_phrase")
    return doing


def with_implied(ties: Ties, doings: Iterable[Doing]) -> Ties:
    """All things in reading order."""
    return ties._replace(doings=tuple(sorted((*ties.doings, *doings), key=lambda doing: doing.start)))
