"""The same level year by year: "Số hộ văn hóa năm 2019 là 1.520 hộ (91%); năm 2020 là 1.556 hộ (92,5%)"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

import regex

from extract.codes import PERCENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.ratings.item import Item
    from extract.facts.reading import Reading
    from extract.model import Mention

_NEAR = 12
"""So far behind its year a number begins at most: "năm 2019 đạt được 12 tổ"."""
_SHARE_REACH = 20
"""Nor so far behind what it is a share of: "1.520 hộ, đạt tỷ lệ 91%"."""
_BULLET = 2
"""No more characters stand between a word for parts and the first of them."""
_CLOSES = regex.compile(r"\s?%?\s?\)?")
_start = attrgetter("start")


def yearly_items(items: Sequence[Item], reading: Reading) -> Iterator[Item]:
    """For a number of one year those of the years behind it in its sentence, in the same unit, of the same level.

    The first is told of a year, too, or has those of all years as its parts: "29.058 lượt hộ (trong đó, năm 2007 là
    5.637 hộ".
    """
    periods = [mention for mention in reading.lexed.mentions if mention.kind == "period"]
    taken = {item.number for item in items}
    for item in items if len(periods) > 1 else ():
        if item.number is None or item.cell:
            continue
        last, start, behind = item.number, reading.lexed.quantities[item.number].start, item.end
        before = bisect_left(periods, start, key=_start)
        of_year = before > 0 and start - _NEAR <= periods[before - 1].end <= start
        while (found := _next(last, behind, periods, reading, parts=not of_year)) is not None and found not in taken:
            quantity = reading.lexed.quantities[found]
            share = quantity.kind in PERCENTS
            if share != (item.count is None):
                break
            whole = reading.whole_of(found)
            taken.add(found)
            yield replace(
                item,
                start=quantity.start,
                end=quantity.end if whole is None else reading.lexed.quantities[whole].end,
                count=None if share else found,
                percent=found if share else None,
                stated=None,
                everyone=False,
                number_first=True,
            )
            last, behind, of_year = found, 0, True


def _next(number: int, behind: int, periods: Sequence[Mention], reading: Reading, *, parts: bool) -> int | None:
    """The number of the next year behind that of one, or its share; the first of ``parts`` behind their word.

    ``behind`` is where the words of its level end: "năm 2019 có 1.520 hộ đạt văn hóa, năm 2020 có 1.540 hộ".
    """
    quantities, folded = reading.lexed.quantities, reading.folded
    own = quantities[number]
    number = _last_told(number, behind, reading)
    last = quantities[number]
    end = reading.structure.sentence(last.start).end
    at = bisect_left(periods, last.end, key=_start)
    if at == len(periods) or periods[at].start >= end or number + 1 == len(quantities):
        return None
    year = periods[at]
    told = quantities[number + 1]
    if reading.turns.year_link.fullmatch(folded, year.end, told.start) is None:
        return None
    if parts:
        opened = any(year.start - _BULLET <= opener.end <= year.start for opener in reading.matches.parts)
        return number + 1 if opened and told.kind == "count" else None
    closed = _CLOSES.match(folded, max(last.end, min(behind, year.start)))
    joined = reading.turns.joint.fullmatch(folded, last.end if closed is None else closed.end(), year.start)
    alike = own.kind == told.kind and (own.unit == told.unit or told.unit is None)
    ends = reading.turns.year_end.match(folded, told.end) is not None  # "năm 2020 có 35 hộ nghèo" goes on
    return number + 1 if joined is not None and alike and ends else None


def _last_told(number: int, behind: int, reading: Reading) -> int:
    """The last number told of a year: that of all behind a count ("1.520/1.700 hộ"), or the share of it."""
    quantities = reading.lexed.quantities
    if reading.whole_of(number) == number + 1:
        number += 1
    share = quantities[number + 1 : number + 2]
    if quantities[number].kind not in PERCENTS and share and share[0].kind in PERCENTS:
        return number + 1 if share[0].start <= max(behind, quantities[number].end) + _SHARE_REACH else number
    return number
