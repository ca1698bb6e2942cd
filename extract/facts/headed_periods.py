"""Periods that the heads of columns tell: "2021 | 2022", "Năm 2022", "Thực hiện 6 tháng 2023"."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import regex

from extract.dates import YEAR
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.lex.times.calendar import Calendar
    from extract.model import Lexed

_YEAR = regex.compile(rf"(?<![\d/])(?:{YEAR})$")
_OTHER_NUMBER = regex.compile(r"\d{4}|[%/]")
"""What no head of one period has: "So sánh 2023/2022", "Năm 2022, 2023"."""
_UNIT = regex.compile(r"\s*\([^()\d]*\)\s*$")
_UPPER = regex.compile(rf"(\D*(?:\d{{1,2}} \D+)?(?<![\d/]){YEAR}) [^\d/]+$")
_WORD = regex.compile(r"(?<!\w)\w")

Days = tuple[date, date]


def headed_periods(
    lexed: Lexed, calendar: Calendar, compared: regex.Pattern[str], written_out: Mapping[str, Days]
) -> dict[int, Days]:
    """From where numbers of tables begin to the period in the head of their column.

    ``compared``: what stands right before a period that figures are only compared with, "So với năm 2022".
    ``written_out``: the periods that the text tells by years at both ends, "năm học 2013-2014", by their words.
    """
    written = {cell.head: _UNIT.sub("", fold(cell.head)) for cell in lexed.cells}
    over = {head: _upper(head) for head in written.values()}
    shared = Counter(over.values())
    openings = tuple(f"{word.strip()} " for word in calendar.year_ends)
    known: dict[str, Days | None] = {}
    found: dict[int, Days] = {}
    for cell in lexed.cells:
        if cell.head not in known:
            head = written[cell.head]
            upper = over[head]
            spans = shared[upper] > 1 or upper.startswith(openings)
            known[cell.head] = written_out.get(head) or _told(upper if upper and spans else head, calendar, compared)
        days = known[cell.head]
        if days is not None:
            found[cell.start] = days
    return found


def _upper(head: str) -> str:
    """What a head of two rows has from the upper, if that ends with a year: "Năm 2022" over "Số căn"; else nothing."""
    found = _UPPER.match(head)
    return found[1] if found is not None else ""


def _told(head: str, calendar: Calendar, compared: regex.Pattern[str]) -> Days | None:
    """The days of the period that a head ends with."""
    year = _YEAR.search(head)
    if year is None or _OTHER_NUMBER.search(head, 0, year.start()) is not None:
        return None
    if calendar.year_named.search(head, 0, year.start()) is None:
        head = f"{head[: year.start()]}{calendar.year_ends[0].strip()} {year[0]}"  # "Quý I 2023"
    for word in _WORD.finditer(head):
        days = calendar.days(head[word.start() :], date(int(year[0]), 12, 31))
        if days is not None:
            before = head[: word.start()]
            other = any(map(str.isdigit, before)) or compared.search(before) is not None  # "6 tháng 2023": of a part
            return None if other else (days.first, days.last)
    return None
