"""Which days a period has that is told from the time of the page: "năm học trước", "nhiệm kỳ qua", "3 năm qua"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from extract.lex.times.calendar import Days, span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.said.words import Phrase, Side, Span

_SCHOOL_STARTS = 9
_SCHOOL_PREPARES = 8
"""In August the school year has begun for those who give to it."""
_ENDING = {"week": 2, "month": 10, "quarter": 20, "year": 61, "school_year": 123, "term": 366}
"""So many days before its end a period is looked back on: a year from November, a school year from May."""
_JUST_BEGUN = 3
"""Up to March "năm qua" is the year before."""
_STALE = timedelta(days=400)
"""A period that is over for longer is none that a page reports on."""
_LEAST_TERM, _LONGEST_TERM = 2, 6
"""A term takes so many years: "nhiệm kỳ 2020-2025", of cells "nhiệm kỳ 2022-2025"."""
_DISTANCES: dict[Side, int] = {"before": -1, "now": 0, "next": 1}
_YEARS = 100
_MONTHS = 12
_LEAST_DAYS = 27
"""From the first to the last of the shortest month."""
_EARLY, _LATE = 10, 21
"""Days of a month up to and from which months behind it are whole ones."""


class PageTime(NamedTuple):
    """From when a page speaks."""

    day: date
    own: Days | None
    """What it reports on, if its title or its lead tells."""
    terms: Sequence[Days]
    """The terms of office that it names."""

    @classmethod
    def of(cls, day: date | None, own: Days | None, terms: Sequence[Days], *, titled: bool) -> PageTime | None:
        """Of a page of ``day``; one whose title names an earlier period (``titled``) is of the end of that."""
        if day is None:
            return None if own is None else cls(min(_end(own), date(own.first.year, 12, 31)), own, terms)
        if own is None:
            return cls(day, None, terms)
        if not timedelta(0) <= day - own.last <= _STALE:
            return cls(day, own if own.first <= day <= own.last else None, terms)
        return cls(_end(own) if titled else day, own, terms)

    def days(self, phrase: Phrase) -> Days | None:
        """The days of "năm học trước"."""
        unit, side = phrase
        if unit == "term":
            return self._term(side)
        return self._looked_back(unit) if side == "past" else _spanned(unit, self.day, _DISTANCES[side])

    def counted(self, number: int, unit: Span) -> Days | None:
        """The days of "3 năm qua", "6 tháng gần đây": whole ones at the turn of a year or month, else up to the day."""
        if not 0 < number <= _YEARS:
            return None
        day = self.day
        if unit == "year":
            return self._reported_years(number) or self._years_back(number)
        if unit == "month" and _EARLY < day.day < _LATE:
            return Days(_months_before(day, number), day)
        current = int(_spanned(unit, day, 0).last <= day + timedelta(days=_ENDING[unit]))
        return Days(_spanned(unit, day, current - number).first, _spanned(unit, day, current - 1).last)

    def start(self, unit: Span) -> date | None:
        """The day on which the current one has begun: "từ đầu năm học"."""
        if unit != "term":
            return _spanned(unit, self.day, 0).first
        return next((term.first for term in self.terms if term.first <= self.day <= term.last), None)

    def _reported_years(self, number: int) -> Days | None:
        """What the page reports on, or the term that ends with its year, if they take so many years."""
        own, term = self.own, self._term("past")
        if own is not None and self._is_over(own, "year") and takes(own, number):
            return own  # "5 năm qua" of "giai đoạn 2016-2020"
        return term if term is not None and takes(term, number) and term.last.year == self.day.year else None

    def _years_back(self, number: int) -> Days:
        year, month = self.day.year, self.day.month
        if date(year, 12, 31) <= self.day + timedelta(days=_ENDING["year"]):
            return Days(date(year - number + 1, 1, 1), date(year, 12, 31))
        if month <= _JUST_BEGUN:
            return Days(date(year - number, 1, 1), date(year - 1, 12, 31))
        return Days(_months_before(self.day, number * _MONTHS), self.day)

    def _looked_back(self, unit: Span) -> Days:
        """What "năm qua" means: what the page reports on, if it is one, else the last that is over, or nearly so."""
        if self.own is not None and self._is_over(self.own, unit) and is_one(self.own, unit):
            return self.own
        if unit == "year":
            return self._years_back(1)
        current = _spanned(unit, self.day, 0)
        return current if self._is_over(current, unit) else _spanned(unit, self.day, -1)

    def _is_over(self, period: Days, unit: Span) -> bool:
        return period.last <= self.day + timedelta(days=_ENDING[unit])

    def _term(self, side: Side) -> Days | None:
        """A term of office, told from those that the page names; at its assembly the new one is that to come."""
        year = self.day.year
        terms = sorted(term for term in self.terms if _LEAST_TERM <= _years(term) <= _LONGEST_TERM)
        if not terms:
            return None
        over = [term for term in terms if term.last.year <= year]
        to_come = [term for term in terms if term.first.year >= year]
        if side == "next":
            return to_come[0] if to_come else _other_term(terms[-1], 1)
        if side == "now":
            return next((term for term in terms if term.first <= self.day <= term.last), None)
        return over[-1] if over else _other_term((to_come or terms)[0], -1)


def is_reported_on(period: Days) -> bool:
    """Whether a period may be what a page reports on, by its length: no days of a meeting, no years of a history."""
    return (period.last - period.first).days >= _LEAST_DAYS and _years(period) <= _LONGEST_TERM


def is_term(period: Days) -> bool:
    """Whether a period may be a term of office, by its length."""
    return _LEAST_TERM <= _years(period) <= _LONGEST_TERM


def is_one(period: Days, unit: Span) -> bool:
    """Whether a period is a whole year, month ..."""
    return is_term(period) if unit == "term" else _spanned(unit, period.first, 0) == period


def takes(period: Days, years: int) -> bool:
    """Whether a period of several years takes so many: five of 2016-2020, and of the term 2015-2020."""
    return _years(period) in (years, years - 1) and years > 1


def a_year_before(period: Days) -> Days | None:
    """The same months a year earlier; none of what is longer than a year."""
    if (period.last - period.first).days > _LONGEST_YEAR:
        return None
    first, last = (_months_before(day, _MONTHS) for day in period)
    ends = period.last.day == monthrange(period.last.year, period.last.month)[1]
    return Days(first, last.replace(day=monthrange(last.year, last.month)[1]) if ends else last)


_LONGEST_YEAR = 366


def _end(own: Days) -> date:
    """The last day of what is reported on; of a school year that before the next one is prepared."""
    return date(own.last.year, _SCHOOL_PREPARES - 1, 31) if is_one(own, "school_year") else own.last


def _years(period: Days) -> int:
    return period.last.year - period.first.year


def _spanned(unit: Span, day: date, distance: int) -> Days:
    if unit == "school_year":
        first = day.year - (day.month < _SCHOOL_PREPARES) + distance
        return Days(date(first, _SCHOOL_STARTS, 1), date(first + 1, _SCHOOL_STARTS - 1, 31))
    return span("year" if unit == "term" else unit, day, distance)


def _other_term(term: Days, distance: int) -> Days:
    months = _years(term) * distance * _MONTHS
    return Days(_months_before(term.first, -months), _months_before(term.last, -months))


def _months_before(day: date, number: int) -> date:
    months = day.year * _MONTHS + day.month - 1 - number
    year, month = divmod(months, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
