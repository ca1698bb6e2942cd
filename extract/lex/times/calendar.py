"""Days and periods as they are said, counted from a day: "hôm qua", "thứ hai tới", "quý III", "6 tháng đầu năm".

What ``lex`` finds in a text has days only where the text names the year. Here the day is known that a page or a
question is of, so that "ngày 23/8", "tuần qua" and "năm ngoái" have days as well; and numbers may be said in words.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, TypeVar, get_args

import regex

from extract.dates import QUARTERS, Dates, day_or_none
from extract.lex.words import NumberWords, speak, speak_year
from extract.text import any_of, clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.rulefiles import RuleFiles

Unit: TypeAlias = Literal["day", "week", "month", "quarter", "year"]
_UNITS: tuple[Unit, ...] = get_args(Unit)
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12}
_DAYS: dict[Unit, int] = {"day": 1, "week": 7}
_DISTANCES = {"before_yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "after_tomorrow": 2}
_SIDES = {"last": -1, "this": 0, "next": 1}
_EDGES = ("start", "end")
_LEAP_YEARS_APART = 8
_FIRST_SPOKEN_YEAR = 100
_SHORT_YEARS_AHEAD = 20
"""Years in two digits are at most so far in the future: 25 is 2025, 91 is 1991."""
_Meaning = TypeVar("_Meaning")


class Days(NamedTuple):
    """From the first day to the last, both included."""

    first: date
    last: date


_InYear: TypeAlias = Callable[[int], Days | None]
"""What is said without its year, as a function of the year."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The words of days and periods."""

    words: NumberWords
    dates: Dates
    distances: dict[str, int]
    """"hôm qua" to -1: days from the one on which it is said."""
    weekdays: dict[str, int]
    units: dict[str, Unit]
    sides: dict[str, int]
    """"trước" to -1, "này" to 0, "sau" to 1."""
    edges: dict[str, bool]
    """"đầu" to true, "cuối" to false."""
    feasts: dict[str, tuple[int, int]]
    """"giáng sinh" to (25, 12)."""
    said: regex.Pattern[str]
    """Finds in a folded text what is said without a number: "sáng nay", "tuần qua", "năm ngoái"."""
    of: regex.Pattern[str]
    """Matches what leads from a part to its whole: "của" in "tuần đầu tiên của tháng 9"."""
    with_year: regex.Pattern[str]
    """At the end of what is said, its ``year``: "quý III năm 2017", "3/2017"."""
    day: regex.Pattern[str]
    """All of a day with its ``month``: "ngày mùng 3 tháng ba", "7/3"."""
    year_named: regex.Pattern[str]
    """Ends a text behind which a year stands: "thực hiện năm "."""
    year_ends: tuple[str, ...]
    """What a period ends with whose year is not named: " năm" of "6 tháng đầu năm"."""
    year_behind: regex.Pattern[str]
    """Matches behind a period the year that it is of: " năm ngoái"."""
    rest_of_year: regex.Pattern[str]
    """Finds in the words of a period the end of a year: "cuối năm"."""

    @staticmethod
    def load(files: RuleFiles) -> Calendar:
        """Read ``said_...``, ``weekdays``, ``feasts`` and the words of numbers and periods of all rule files.

        Raises ``RuleError`` for a feast on a day that no year has.
        """
        distances = _meanings(files, "said_days", _DISTANCES)
        units = _meanings(files, "said_units", {unit: unit for unit in _UNITS})
        sides = _meanings(files, "said_sides", _SIDES)
        edges = _meanings(files, "said_edges", {edge: edge == "start" for edge in _EDGES})
        spans = any_of(word for word, unit in units.items() if unit != "day")
        years, months, days = ([word for word, unit in units.items() if unit == of] for of in ("year", "month", "day"))
        of, mark = files.any_of("period_of"), files.any_of("day_marks")
        ends = any_of(word for word, at_start in edges.items() if not at_start)
        return Calendar(
            words=NumberWords.load(files),
            dates=Dates.load(files),
            distances=distances,
            weekdays=_meanings(files, "weekdays", {str(number): number for number in range(_DAYS["week"])}),
            units=units,
            sides=sides,
            edges=edges,
            feasts=_feasts(files),
            said=regex.compile(rf"(?<!\w)(?:{any_of(distances)}|{spans} {any_of(sides)})(?!\w)"),
            of=regex.compile(rf"{of} ?"),
            with_year=regex.compile(
                rf"(?:(?:^|,? )(?:{of} )?{any_of(years)} |(?<=\d) ?[/.-] ?(?=(?:\d\d)?\d\d$))(?<year>.+)$"
            ),
            day=regex.compile(
                rf"(?:{any_of(days)} )?(?:{mark} )?(?<day>.+?)(?: {any_of(months)} | ?[/.-] ?)(?<month>.+)"
            ),
            year_named=regex.compile(rf"(?<!\w){any_of(years)} $"),
            year_ends=tuple(f" {word}" for word in years),
            year_behind=regex.compile(rf" {any_of(years)} {any_of(sides)}(?!\w)"),
            rest_of_year=regex.compile(rf"(?<!\w){ends} {any_of(years)}(?!\w)"),
        )

    def days(self, written: str, today: date, *, ahead: bool = False) -> Days | None:
        """The days that all of ``written`` means when said on ``today``; ``None`` if it means none.

        Where no year is named, the last time that has begun by ``today`` is meant, as reports look back; with ``ahead``
        the first that is not over, as in plans and invitations.

        >>> from extract.rulefiles import load
        >>> calendar, thursday = Calendar.load(load()), date(2017, 2, 2)
        >>> for written in ("hôm qua", "tuần trước", "6 tháng đầu năm", "ngày 23/8", "quý III năm ngoái"):
        ...     print(*calendar.days(written, thursday))
        2017-02-01 2017-02-01
        2017-01-23 2017-01-29
        2017-01-01 2017-06-30
        2016-08-23 2016-08-23
        2016-07-01 2016-09-30
        >>> print(*calendar.days("mùng năm tháng ba", thursday, ahead=True))
        2017-03-05 2017-03-05
        """
        try:
            return self._days(fold(clean(written)), today, ahead=ahead)
        except (OverflowError, ValueError):  # before the year 1 or after 9999
            return None

    def _days(self, said: str, today: date, *, ahead: bool) -> Days | None:
        found = self._from_today(said, today, ahead=ahead)
        if found is not None:
            return found
        for body, year in self._years(said, today):
            in_year = self._in_year(body, whole=year is not None)
            if in_year is not None:
                return in_year(year) if year is not None else _nearest(in_year, today, ahead=ahead)
        head, side = _last_words(said, self.sides)
        in_year = self._in_year(head, whole=False) if side else None
        return None if in_year is None else _nearest(in_year, today, ahead=side is not None and side > 0, apart=True)

    def _from_today(self, said: str, today: date, *, ahead: bool) -> Days | None:
        """What is counted from the day itself: "hôm qua", "thứ ba tới", "tuần này", "2 tháng qua"."""
        if said in self.distances:
            return _one_day(today + timedelta(self.distances[said]))
        weekday, rest = _first_words(said, self.weekdays)
        if weekday is not None:
            return self._weekday(weekday, rest, today, ahead=ahead)
        full = self.dates.at(said, next((i for i, c in enumerate(said) if c.isdecimal()), len(said)))
        if full is not None and (full.start, full.end) == (0, len(said)):
            return _one_day(full.day)
        head, side = _last_words(said, self.sides)
        if side is None:
            return None
        count, unit = _last_words(head, self.units)
        if unit is None:
            return None
        if not count:
            return span(unit, today, side)
        number = self.number(count)
        if not number or not side:
            return None
        near, far = span(unit, today, side), span(unit, today, side * number)
        return Days(min(near.first, far.first), max(near.last, far.last))

    def _weekday(self, weekday: int, rest: str, today: date, *, ahead: bool) -> Days | None:
        """A weekday: of a week ("thứ tư của tuần tới"), the one before or after the day, or beside its date."""
        in_this_week = today + timedelta(weekday - today.weekday())
        if not rest:
            passed = in_this_week < today if ahead else in_this_week > today
            return _one_day(in_this_week + timedelta(_DAYS["week"] * (1 if ahead else -1) * passed))
        if beside := self.sides.get(rest):
            passed = in_this_week <= today if beside > 0 else in_this_week >= today
            return _one_day(in_this_week + timedelta(_DAYS["week"] * beside * passed))
        head, side = _last_words(self._without_of(rest), self.sides)
        if side is not None and self.units.get(head) == "week":
            return _one_day(in_this_week + timedelta(_DAYS["week"] * side))
        dated = self._days(rest.lstrip(", "), today, ahead=ahead)
        return dated if dated is not None and dated.first == dated.last else None

    def _years(self, said: str, today: date) -> Iterator[tuple[str, int | None]]:
        """Every way to part ``said`` from the year at its end, then without one."""
        for match in self.with_year.finditer(said, overlapped=True):
            year = self._year(match["year"], today)
            if year is not None:
                yield said[: match.start()], year
        yield said, None

    def _year(self, said: str, today: date) -> int | None:
        if said in self.sides:
            return today.year + self.sides[said]
        if said.isdecimal():
            short = today.year // 100 * 100 + int(said)
            return int(said) if len(said) > len("91") else short - 100 * (short > today.year + _SHORT_YEARS_AHEAD)
        year = speak_year(said.split(" "), self.words)
        return year if year is not None and _FIRST_SPOKEN_YEAR <= year <= date.max.year else None

    def _in_year(self, body: str, *, whole: bool) -> _InYear | None:
        """What ``body`` means in a year; ``whole``: nothing at all is the year, and "9 tháng" are its first nine."""
        if not body or self.units.get(body) == "year":
            return _year if whole or body else None
        if body in self.feasts:
            day, month = self.feasts[body]
            return lambda year: _day_of(year, month, day)
        return self._dated(body) or self._edge(body) or self._numbered(body) or (self._counted(body) if whole else None)

    def _dated(self, body: str) -> _InYear | None:
        """A day: "ngày mùng 3 tháng ba", "7/3"."""
        match = self.day.fullmatch(body)
        day, month = (None, None) if match is None else (self.number(match["day"]), self.number(match["month"]))
        if day is None or month is None:
            return None
        return lambda year: _day_of(year, month, day)

    def _numbered(self, body: str) -> _InYear | None:
        """A month or quarter by its number: "tháng ba", "quý III"."""
        unit, rest = _first_words(body, self.units)
        number = QUARTERS.get(rest) or self.number(rest)
        if unit is None or number is None or not 1 <= number * _MONTHS.get(unit, 0) <= _MONTHS["year"]:
            return None
        return lambda year: _months(year, _MONTHS[unit] * (number - 1) + 1, _MONTHS[unit])

    def _counted(self, body: str) -> _InYear | None:
        """So many from the start of the year: "9 tháng" of "9 tháng năm 2017"."""
        head, unit = _last_words(body, self.units)
        number = self.number(head)
        if unit is None or number is None or not 1 <= number * _MONTHS.get(unit, 0) <= _MONTHS["year"]:
            return None
        return lambda year: _months(year, 1, _MONTHS[unit] * number)

    def _edge(self, body: str) -> _InYear | None:
        """The first or last of something: "6 tháng đầu năm", "tuần đầu tiên của tháng 9", "cuối năm"."""
        for word, at_start in self.edges.items():
            head, found, tail = f" {body} ".partition(f" {word} ")
            if not found:
                continue
            of = self._in_year(self._without_of(tail.strip()), whole=True)
            count, unit = _last_words(head.strip(), self.units)
            number = self.number(count) if count else 1
            if of is not None and (unit is not None or not head.strip()) and number:
                return lambda year: _part(of(year), unit, number, at_start=at_start)
        return None

    def _without_of(self, said: str) -> str:
        led = self.of.match(said)
        return said if led is None else said[led.end() :]

    def number(self, said: str) -> int | None:
        """What a number in digits or words comes to."""
        if said.isdecimal():
            return int(said) if len(said) <= len("9999") else None
        words = said.split(" ")
        spoken = speak(words, self.words, loose=True)
        return spoken.value if spoken is not None and spoken.words == len(words) else None


def _feasts(files: RuleFiles) -> dict[str, tuple[int, int]]:
    """Names of days to day and month."""
    found: dict[str, tuple[int, int]] = {}
    for section in files.sections("feasts"):
        for written, node in section.mapping().items():
            day, _, month = written.partition("/")
            if not (day.isdecimal() and month.isdecimal() and day_or_none(2000, int(month), int(day))):
                node.fail(f"'{written}' is no day", "write day/month, such as 25/12")
            found.update((fold(name), (int(day), int(month))) for name in node.texts())
    return found


def _meanings(files: RuleFiles, section: str, known: Mapping[str, _Meaning]) -> dict[str, _Meaning]:
    """Every word of a section to what the name of its list stands for."""
    found = {word: known[name] for name, words in files.lists(section, *known).items() for word in words}
    return dict(sorted(found.items(), key=lambda entry: len(entry[0]), reverse=True))


def _first_words(said: str, known: Mapping[str, _Meaning]) -> tuple[_Meaning | None, str]:
    """What the words mean that ``said`` begins with, the longest first, and the rest."""
    for word, meaning in known.items():
        if said == word or said.startswith((f"{word} ", f"{word},")):
            return meaning, said[len(word) :].strip(" ")
    return None, said


def _last_words(said: str, known: Mapping[str, _Meaning]) -> tuple[str, _Meaning | None]:
    """What stands before the words that ``said`` ends with, the longest first, and what they mean."""
    for word, meaning in known.items():
        if said == word or said.endswith(f" {word}"):
            return said[: -len(word)].strip(" "), meaning
    return said, None


def _one_day(day: date) -> Days:
    return Days(day, day)


def _day_of(year: int, month: int, day: int) -> Days | None:
    found = day_or_none(year, month, day)
    return None if found is None else _one_day(found)


def _year(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31))


def _months(year: int, first: int, number: int) -> Days:
    last = first + number - 1
    return Days(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def span(unit: Unit, today: date, distance: int) -> Days:
    """The day, week, month ... that lies ``distance`` of them from today's."""
    if unit in _DAYS:
        first = today - timedelta(today.weekday() if unit == "week" else 0) + timedelta(_DAYS[unit] * distance)
        return Days(first, first + timedelta(_DAYS[unit] - 1))
    number = _MONTHS[unit]
    start = (today.year * 12 + today.month - 1) // number * number + distance * number
    return _months(start // 12, start % 12 + 1, number)


def _part(of: Days | None, unit: Unit | None, number: int, *, at_start: bool) -> Days | None:
    """The first or last units of a span; without a unit the first or last quarter of a year, ten days of a month."""
    if of is None:
        return None
    if unit is None:
        unit, number = ("quarter", 1) if (of.last - of.first).days > _LONGEST_QUARTER else ("day", 10)
    edge = of.first if at_start else of.last
    whole = span(unit, edge, 0)
    if not (of.first <= whole.first and whole.last <= of.last):  # the first week of a month is the first whole one
        edge += timedelta(_DAYS["week"] if at_start else -_DAYS["week"])
    near = span(unit, edge, 0)
    far = span(unit, edge, (number - 1) * (1 if at_start else -1))
    part = Days(min(near.first, far.first), max(near.last, far.last))
    return part if of.first <= part.first and part.last <= of.last else None


_LONGEST_QUARTER = 92


def _nearest(in_year: _InYear, today: date, *, ahead: bool, apart: bool = False) -> Days | None:
    """In the last year in which it has begun by today, or, ``ahead``, the first in which it is not over.

    ``apart``: today itself is no part of it.
    """
    step = 1 if ahead else -1
    for year in range(today.year - step, today.year + step * _LEAP_YEARS_APART, step):
        found = in_year(year) if date.min.year <= year <= date.max.year else None
        if found is None:
            continue
        border = found.last if ahead != apart else found.first
        if (border >= today if ahead else border <= today) and not (apart and border == today):
            return found
    return None
