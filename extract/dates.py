"""Day dates in folded text: ``12/5/2023``, ``ngày 03 tháng 10 năm 2018``, with the time and weekday around.

Vietnamese dates put the day first, always: ``05/12/2023`` is the fifth of December. ISO dates (``2023-05-12``) put the
year first. A date the calendar does not have (``31/4/2023``) is no date. Days without a year (``ngày 23/8``) are not
read here: only the page tells their year (see ``extract.lex.times.shaped_periods``).
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

import regex

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
YEAR = r"(?:19|20)\d\d"
_OF_HISTORY = r"(?:1[5-9]|20)\d\d"
"""Years of whole days: "19/5/1890"; alone four such digits may count something."""
CLOCK = (
    r"(?:[01]?\d|2[0-3])(?:"
    r"(?::|\ ?h\ ?)[0-5]\d(?::[0-5]\d)?(?!\d)(?:\ ?(?:phút|p|'|[ap]m)(?!\w))?"
    r"|\ ?(?:giờ|g)\ ?[0-5]\d(?!\d)(?:\ ?(?:phút|p|')(?!\w))?"
    r"|\ ?(?:giờ|h)(?!\w))"
)
"""A time of day: ``8h30``, ``15:20``, ``10:52:45``, ``7 giờ 30 phút``, ``8 giờ``."""

_WEEKDAY = r"(?:thứ\ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\ nhật)(?!\w)"

_MONTHS = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_NUMBERS = {name: number for number, name in enumerate(_MONTHS, 1)} | {"giêng": 1, "bốn": 4, "chạp": 12}
_NAMED_MONTH = "|".join(
    rf"{regex.escape(name)}(?=\ năm|,)" if name == "năm" else regex.escape(name) for name in reversed(_NUMBERS)
)
"""As SharePoint prints them: "14 Tháng Mười 2019"; "9 tháng năm 2022" are nine months of the year."""

_DAY = regex.compile(
    rf"""
    (?<![^\W\d_](?<!ngày)) (?<![\d_]) (?<!\d[./])  # not inside a word or a longer number, but "ngày12/5/2023" is one
    (?:
      (?P<day>{DAY})
      (?: \ ?(?P<mark>[/.-])\ ?(?P<month>{MONTH})\ ?(?P=mark)\ ?(?P<year>{_OF_HISTORY})
        | \ ?tháng\ (?P<month>{MONTH}|{_NAMED_MONTH})(?:\ ?(?:[,-]\ ?)?năm\ ?|\ ?,\ |\ )(?P<year>{_OF_HISTORY})
      )
    | (?<=(?:ngày|sáng|chiều|tối|trưa)\ (?:ngày\ )?)
      (?P<day>{DAY})(?P<mark>[/.-])(?P<month>{MONTH})(?P=mark)(?P<short>\d\d)
    | (?:(?<=^|\n) | (?<={_WEEKDAY},?\ ) | (?<={CLOCK}(?:\ ?[,|-]\ ?|\ )))
      (?P<day>{DAY})(?P<mark>[/-])(?P<month>{MONTH})(?P=mark)(?P<short>\d\d)(?=\ *+(?:\n|$))
    | (?P<day>{DAY})(?P<mark>[/-])(?P<month>{MONTH})(?P=mark)(?P<short>\d\d)
      (?=(?:\ ?[,|-]\ ?|\ )(?:{_WEEKDAY}(?:\ ?,\ ?|\ ))?(?:lúc\ )?{CLOCK})
    | (?P<year>{YEAR})(?P<mark>[-/])(?P<month>{MONTH})(?P=mark)(?P<day>{DAY})(?:t(?P<iso>[012]\d:[0-5]\d)\S*+)?
    )
    (?!\d|[./]\d|[/-][^\W\d])
    """,
    regex.VERBOSE,
)
_THREE_PARTS = re.compile(r"\d{1,4}(?: ?[/.-] ?\d{1,2} ?[/.-] ?\d| ?tháng (?:\d{1,2}|[^\d\s][^\d]{1,9}?)\D{1,7}\d{4})")
"""What every day has that ``_DAY`` matches, told at a small part of its cost: most numbers have it not."""
_JOIN = r"(?:\ ?[,|(\[]?\ ?-?\ ?)"
_BEFORE = regex.compile(
    rf"""(?r)
    (?<!\w)
    (?: (?:lúc\ )? (?<time>{CLOCK}) (?:\ ?\ sáng|\ chiều|\ tối|\ trưa)? {_JOIN} )?
    (?: {_WEEKDAY} {_JOIN} )?
    (?: (?:lúc\ )? (?<time>{CLOCK}) {_JOIN} )?
    (?: ngày\ ?(?:m[ùồ]ng\ )? )?
    """,
    regex.VERBOSE,
)
_AFTER = regex.compile(
    rf"(?:\ ?[,|-]\ ?|\ )(?:{_WEEKDAY}(?:\ ?,\ ?|\ ))?(?:lúc\ )?(?<time>{CLOCK})(?:\ ?[(\[]?gmt\ ?\+\ ?7[)\]]?)?",
    regex.VERBOSE,
)
_JOINED = frozenset(" y,|([-")
"""The last characters of what may stand before a date and belong to it: "ngày" and the marks that join."""
_FIRST_OF_LAST_CENTURY = "50"
"""Years in two digits from here on are of the last century: "3/9/91"."""
_GAP = 4
_GOES_ON = frozenset("0123456789tcl")
"""The first characters of a time of day, "thứ", "chủ nhật" and "lúc" behind a date."""
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
    """A time of day as ``HH:MM``. Raises ``ValueError`` for what ``CLOCK`` does not match.

    >>> clock("8h30"), clock("7 giờ"), clock("15:20:09")
    ('08:30', '07:00', '15:20')
    """
    parts = _CLOCK_PARTS.match(written)
    if parts is None:
        raise ValueError(f"not a time of day: {written!r}")
    return f"{int(parts[1]):02}:{parts[2] or '00'}"


def find_days(folded: str) -> list[Day]:
    """Every full day date of a folded text (see ``extract.text.fold``), in order, none overlapping another.

    >>> for found in find_days("chiều ngày 12/5/2023, tại phường 2; 14:30 12-05-2023; 2023-05-12"):
    ...     print(found.day, found.time)
    2023-05-12 None
    2023-05-12 14:30
    2023-05-12 None
    >>> [str(found.day) for found in find_days("ngày 03 tháng 10 năm 2018")]
    ['2018-10-03']
    >>> find_days("31/4/2023, 12/13/2023, 05/2023/qđ-ttg")
    []
    """
    days: list[Day] = []
    position = 0
    while (match := _DAY.search(folded, position)) is not None:
        floor = days[-1].end if days else 0
        found = _day(folded, match, floor)
        if found is not None:
            days.append(found)
        position = found.end if found is not None else match.end()
    return days


def day_at(folded: str, position: int, floor: int = 0) -> Day | None:
    """The full day date whose first digit stands at ``position``, looking back no further than ``floor``.

    >>> day_at("thứ 3, 14/11/2023, 15:20", 7)
    Day(start=0, end=24, day=datetime.date(2023, 11, 14), time='15:20')
    """
    if _THREE_PARTS.match(folded, position) is None:
        return None
    match = _DAY.match(folded, position)
    return None if match is None else _day(folded, match, floor)


def _month_number(written: str) -> int:
    return int(written) if written.isdecimal() else _NUMBERS[written]


def _day(folded: str, match: regex.Match[str], floor: int) -> Day | None:
    short = match["short"]
    year = int(match["year"] or f"{20 if short < _FIRST_OF_LAST_CENTURY else 19}{short}")
    day = day_or_none(year, _month_number(match["month"]), int(match["day"]))
    if day is None:
        return None
    start, end, time = match.start(), match.end(), match["iso"]
    if folded[start - 1 : start] in _JOINED and start > floor:
        before = _BEFORE.match(folded, max(floor, start - _REACH), start)
        if before is not None:
            start, time = before.start(), before["time"] or time
    may_go_on = time is None and folded[end : end + _GAP].lstrip(" ,|-")[:1] in _GOES_ON
    after = _AFTER.match(folded, end) if may_go_on else None
    if after is not None:
        end, time = after.end(), after["time"]
    return Day(start, end, day, None if time is None else clock(time))
