"""Days of the lunar new year: "mùng 7 tháng Giêng năm 2022", "sáng mùng 6 Tết"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import regex

from extract.text import any_of

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles

_LAST = 29
"""Every lunar month has so many days."""


class LunarDays:
    """The sections ``lunar_days`` and ``new_years`` of the rule files."""

    __slots__ = ("_new_years", "_pattern")

    def __init__(self, files: RuleFiles) -> None:
        """Read the words and the first days of lunar years of all rule files."""
        words = files.lists("lunar_days", "day", "month", "feast", "year")
        day, month, feast, year = (any_of(words[key]) for key in ("day", "month", "feast", "year"))
        self._pattern = regex.compile(
            rf"(?:\p{{L}}+ ){{0,2}}{day} (?P<day>\d\d?) (?:{month}|{feast}(?: \p{{L}}+){{0,4}}?)"
            rf"(?:,? {year}| -)? ?(?P<year>20\d\d)?"
        )
        self._new_years = {
            first.year: first
            for section in files.sections("new_years")
            for first in (date.fromisoformat(node.text()) for node in section.nodes())
        }

    def day(self, folded: str, start: int, year: int | None) -> tuple[bool, date | None]:
        """Whether a lunar day of the first month stands at ``start``, and which it is, in ``year`` if none is told.

        >>> from extract.rulefiles import load
        >>> days = LunarDays(load())
        >>> days.day("mùng 7 tháng giêng năm 2022, xã ra quân", 0, None), days.day("mùng 3/3", 0, 2022)
        ((True, datetime.date(2022, 2, 7)), (False, None))
        """
        match = self._pattern.match(folded, start)
        if match is None:
            return False, None
        told = int(match["year"]) if match["year"] else year
        first = None if told is None else self._new_years.get(told)
        number = int(match["day"])
        return True, None if first is None or not 0 < number <= _LAST else first + timedelta(days=number - 1)
