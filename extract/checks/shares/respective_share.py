"""Numbers told together, and their percentages told together: "120 và 96 hộ, chiếm lần lượt 40% và 32%".

Each percentage must be that of its number in one figure before them, else nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.checks.shares.share import Share, may_be_whole
from extract.codes import ADDED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.checks.relation_words import RelationWords
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

_FEWEST = 2
_REACH = 90
_BASES = 12
_JOINED = regex.compile(r"[^;.()\n\d]{0,40}")


def respective_shares(drawn: Drawn, vocabulary: RelationWords) -> Iterator[Check]:
    """One check for every number of such a row."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    at = 0
    while at < len(quantities):
        end = at
        while end < len(quantities) and quantities[end].kind == "percent" and (end == at or _joined(end, reading)):
            end += 1
        if end - at >= _FEWEST:
            yield from _told(at, end, reading, vocabulary)
        at = max(end, at + 1)


def _told(first: int, end: int, reading: Reading, vocabulary: RelationWords) -> Iterator[Check]:
    """The checks of a row of percentages, ``first`` to ``end``, with as many numbers right before it."""
    quantities = reading.lexed.quantities
    parts = quantities[max(0, 2 * first - end) : first]
    percents = quantities[first:end]
    between = reading.folded[parts[-1].end : percents[0].start] if parts else ""
    if (
        len(parts) < len(percents)
        or len(between) > _REACH
        or not vocabulary.leads.search(between)
        or vocabulary.of_plan.match(reading.folded, percents[-1].end)
        or any(one.kind not in ADDED or one.role != "value" or one.value_max is not None for one in parts)
        or any(one.comparator != "eq" or one.value_max is not None for one in percents)
        or not all(_joined(at, reading) for at in range(2 * first - end + 1, first))
    ):
        return
    shares = [Share(part, percent) for part, percent in zip(parts, percents, strict=True)]
    whole = _whole(2 * first - end, shares, reading)
    if whole is not None:
        yield from (share.check(whole, reading) for share in shares)


def _joined(at: int, reading: Reading) -> bool:
    """Whether a figure goes on the row of the one before it."""
    before, this = reading.lexed.quantities[at - 1 : at + 1]
    return _JOINED.fullmatch(reading.folded, before.end, this.start) is not None


def _whole(at: int, shares: Sequence[Share], reading: Reading) -> Quantity | None:
    for whole in reversed(reading.lexed.quantities[max(0, at - _BASES) : at]):
        largest = max(share.part.value for share in shares)
        possible = whole.value > largest and all(may_be_whole(whole, share.part) for share in shares)
        if possible and all(share.fits(whole, reading) for share in shares):
            return whole
    return None
