"""Levels that only tell those apart who get scholarships: no ratings, but parts of the scholarships.

"Học bổng đến với 54 em. Trong 54 em ấy, 19 em là học sinh giỏi, 24 em là học sinh khá".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.facts.scholarships import INDICATOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.ratings.read import Rated
    from extract.facts.reading import Reading
    from extract.match.engine import Match

_REACH = 1
"""The awards are told in the block of the levels, or so many before it."""


def without_awarded(rated: Sequence[Rated], reading: Reading) -> tuple[Rated, ...]:
    """``rated`` without the sets of those who get awards, where a rule takes one of their numbers for awards."""
    matches = [match for match in reading.matches.rules if match.rule.says == INDICATOR]
    parts = {index for match in matches if (index := match.number("recipients")) is not None}
    sets = {
        one.row.set_id
        for one in rated
        if one.row.count and not parts.isdisjoint(one.quantities) and _are_awarded(one, matches, reading)
    }
    return tuple(one for one in rated if one.row.set_id not in sets)


def _are_awarded(one: Rated, matches: Sequence[Match], reading: Reading) -> bool:
    """Whether the number of all of whom a level is told is that of awards told before it."""
    quantities = reading.lexed.quantities
    first = reading.structure.back(one.row.start, _REACH)
    given = [index for index in _given(matches) if first <= reading.starts[index] < one.row.start]
    totals = [index for index in one.totals if quantities[index].role == "value"]
    return any(quantities[index].value == quantities[total].value for index in given for total in totals)


def _given(matches: Sequence[Match]) -> Iterator[int]:
    for match in matches:
        index = match.number("recipients", "count")
        if index is not None:
            yield index
