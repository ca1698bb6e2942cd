"""Day dates in folded text: ``12/5/2023``, ``ngày 03 tháng 10 năm 2018``, with the time and weekday around.

Vietnamese dates put the day first, always: ``05/12/2023`` is the fifth of December. ISO dates (``2023-05-12``) put the
year first. A date the calendar does not have (``31/4/2023``) is no date. Days without a year (``ngày 23/8``) are not
read here: only the page tells their year (see ``extract.lex.times.shaped_periods``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.date_words import DateWords

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
YEAR = r"(?:19|20)\d\d"
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
LONE_YEAR = regex.compile(rf"(?<!\d){YEAR}(?!\d)")
_OF_HISTORY = r"(?:1[5-9]|20)\d\d"
"""Years of whole days: "19/5/1890"; alone four such digits may count something."""
_JOIN = r"(?:\ ?[,|(\[]?\ ?-?\ ?)"
_MARKS = ",|([-"
_FIRST_OF_LAST_CENTURY = "50"
"""Years in two digits from here on are of the last century: "3/9/91"."""
_GAP = 4
_CLOCK_PARTS = regex.compile(r"(\d{1,2})\D*(\d\d)?")
_REACH = 48
"""How many characters before a date may belong to it: the longest weekday with a time of day."""


class Day(NamedTuple):
    """A day found in a text: ``folded[start:end]`` is all of it, the time and weekday around included."""

    start: int
    end: int
    day: date
    time: str | None
    """``HH:MM`` where a time of day stands beside the date."""


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or ``None`` if the calendar has no such day.

    >>> day_or_none(2023, 2, 29) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def clock(written: str) -> str:
    """A time of day as ``HH:MM``. Raises ``ValueError`` for what ``DateWords.clock`` does not match.

    >>> clock("8h30"), clock("7 giờ"), clock("15:20:09")
    ('08:30', '07:00', '15:20')
    """
    parts = _CLOCK_PARTS.match(written)
    if parts is None:
        raise ValueError(f"not a time of day: {written!r}")
    return f"{int(parts[1]):02}:{parts[2] or '00'}"


@dataclass(frozen=True, slots=True)
class Dates:
    """The shapes of whole days, compiled."""

    months: dict[str, int]
    """Months by name."""
    day: regex.Pattern[str]
    three_parts: re.Pattern[str]
    """What every day has that ``day`` matches, told at a small part of its cost: most numbers have it not."""
    before: regex.Pattern[str]
    """Backwards from a day: the time, the weekday and the word "ngày" that belong to it."""
    before_ends: frozenset[str]
    """The last characters of that."""
    after: regex.Pattern[str]
    after_starts: frozenset[str]
    """The first characters of a time of day, a weekday and "lúc" behind a date."""

    @staticmethod
    def load(files: RuleFiles) -> Dates:
        """Compile the words of dates; see ``DateWords.load`` for what it raises."""
        return Dates.of(DateWords.load(files))

    @staticmethod
    def of(words: DateWords) -> Dates:
        """The shapes of whole days in the words of the rule files."""
        weekday, clock_time, at = words.weekday, words.clock, rf"(?:{words.at}\ )?"
        return Dates(
            months=words.month_numbers,
            day=_whole_day(words),
            three_parts=re.compile(
                rf"\d{{1,4}}(?: ?[/.-] ?\d{{1,2}} ?[/.-] ?\d"
                rf"| ?{words.month} (?:\d{{1,2}}|[^\d\s][^\d]{{1,9}}?)\D{{1,7}}\d{{4}})"
            ),
            before=regex.compile(
                rf"""(?r)
                (?<!\w)
                (?: {at} (?<time>{clock_time}) (?:\ {{1,2}}{words.part_of_day})? {_JOIN} )?
                (?: {weekday} {_JOIN} )?
                (?: {at} (?<time>{clock_time}) {_JOIN} )?
                (?: {words.day}\ ?(?:{words.day_mark}\ )? )?
                """,
                regex.VERBOSE,
            ),
            before_ends=frozenset(" ").union(_MARKS, (word[-1] for word in words.said["day"])),
            after=regex.compile(
                rf"(?:\ ?[,|-]\ ?|\ )(?:{weekday}(?:\ ?,\ ?|\ ))?{at}(?<time>{clock_time})"
                r"(?:\ ?[(\[]?gmt\ ?\+\ ?7[)\]]?)?",
                regex.VERBOSE,
            ),
            after_starts=frozenset("0123456789").union(word[0] for word in words.weekdays | words.said["at"]),
        )

    def find(self, folded: str) -> list[Day]:
        """Every full day date of a folded text (see ``extract.text.fold``), in order, none overlapping another.

        >>> from extract.rulefiles import load
        >>> dates = Dates.load(load())
        >>> for found in dates.find("chiều ngày 12/5/2023, tại phường 2; 14:30 12-05-2023; 2023-05-12"):
        ...     print(found.day, found.time)
        2023-05-12 None
        2023-05-12 14:30
        2023-05-12 None
        >>> [str(found.day) for found in dates.find("ngày 03 tháng 10 năm 2018")]
        ['2018-10-03']
        >>> dates.find("31/4/2023, 12/13/2023, 05/2023/qđ-ttg")
        []
        """
        days: list[Day] = []
        position = 0
        while (match := self.day.search(folded, position)) is not None:
            floor = days[-1].end if days else 0
            found = self._read(folded, match, floor)
            if found is not None:
                days.append(found)
            position = found.end if found is not None else match.end()
        return days

    def at(self, folded: str, position: int, floor: int = 0) -> Day | None:
        """The full day date whose first digit stands at ``position``, looking back no further than ``floor``.

        >>> from extract.rulefiles import load
        >>> Dates.load(load()).at("thứ 3, 14/11/2023, 15:20", 7)
        Day(start=0, end=24, day=datetime.date(2023, 11, 14), time='15:20')
        """
        if self.three_parts.match(folded, position) is None:
            return None
        match = self.day.match(folded, position)
        return None if match is None else self._read(folded, match, floor)

    def _read(self, folded: str, match: regex.Match[str], floor: int) -> Day | None:
        short, month = match["short"], match["month"]
        year = int(match["year"] or f"{20 if short < _FIRST_OF_LAST_CENTURY else 19}{short}")
        day = day_or_none(year, int(month) if month.isdecimal() else self.months[month], int(match["day"]))
        if day is None:
            return None
        start, end, time = match.start(), match.end(), match["iso"]
        if folded[start - 1 : start] in self.before_ends and start > floor:
            before = self.before.match(folded, max(floor, start - _REACH), start)
            if before is not None:
                start, time = before.start(), before["time"] or time
        may_go_on = time is None and folded[end : end + _GAP].lstrip(" ,|-")[:1] in self.after_starts
        after = self.after.match(folded, end) if may_go_on else None
        if after is not None:
            end, time = after.end(), after["time"]
        return Day(start, end, day, None if time is None else clock(time))


def _whole_day(words: DateWords) -> regex.Pattern[str]:
    """A day with month and year in any of their orders: day first, but for those of machines."""
    weekday, clock_time = words.weekday, words.clock
    return regex.compile(
        rf"""
        (?<![^\W\d_](?<!{words.day})) (?<![\d_]) (?<!\d[./])  # in no word but that for a day, and in no longer number
        (?:
          (?P<day>{DAY})
          (?: \ ?(?P<mark>[/.-])\ ?(?P<month>{MONTH})\ ?(?P=mark)\ ?(?P<year>{_OF_HISTORY})
            | \ ?{words.month}\ (?P<month>{MONTH}|{words.month_named})
              (?:\ ?(?:[,-]\ ?)?{words.year}\ ?|\ ?,\ |\ )(?P<year>{_OF_HISTORY})
          )
        | (?<=(?:{words.day}|{words.part_of_day})\ (?:{words.day}\ )?)
          (?P<day>{DAY})(?P<mark>[/.-])(?P<month>{MONTH})(?P=mark)(?P<short>\d\d)
        | (?:(?<=^|\n) | (?<={weekday},?\ ) | (?<={clock_time}(?:\ ?[,|-]\ ?|\ )))
          (?P<day>{DAY})(?P<mark>[/-])(?P<month>{MONTH})(?P=mark)(?P<short>\d\d)(?=\ *+(?:\n|$))
        | (?P<day>{DAY})(?P<mark>[/-])(?P<month>{MONTH})(?P=mark)(?P<short>\d\d)
          (?=(?:\ ?[,|-]\ ?|\ )(?:{weekday}(?:\ ?,\ ?|\ ))?(?:{words.at}\ )?{clock_time})
        | (?P<year>{YEAR})(?P<mark>[-/])(?P<month>{MONTH})(?P=mark)(?P<day>{DAY})(?:t(?P<iso>[012]\d:[0-5]\d)\S*+)?
        )
        (?!\d|[./]\d|[/-][^\W\d])
        """,
        regex.VERBOSE,
    )
