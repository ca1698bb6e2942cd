"""Which year a day without one is of, on a page that has no date: that of what the page speaks of."""

from __future__ import annotations

from datetime import date
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

from extract.dates import LONE_YEAR, day_or_none
from extract.facts.status.periods_ahead import year_to_come

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.facts.event.words import EventWords
    from extract.facts.reading import Reading
    from extract.model import Mention

_LONGEST_YEAR = 366
_REVIEW_MONTHS = 3
"""Up to March a page may still sum up the year before."""
_SUMMING_MONTHS = 5
"""Up to May a union may sum up its work of the year before; what it sums up later may be of some months."""
_PLANNING_STARTS = 10
"""From October on a page plans for the next year: "Ngày 28-12, xã triển khai nhiệm vụ năm 2018"."""
_SCHOOL_STARTS = 9
_SCHOOL_ENDS = 5
"""From May on the school year before is looked back on."""
_HALF_YEAR = 190
_OF_OUR_TIME = 2000
"""Years before are those of history."""
_HISTORY = 1990
"""Days of years before are those of births, foundings and victories: "64 năm ngày Đồng khởi (17/01/1960)"."""
_APART = 6
"""So few characters stand between the two days of an anniversary: "(18/11/1930 - 18/11/2020)"."""
_OPENING, _MOST_NAMED = 5_000, 100
"""So many characters and years into a page stands what it speaks of."""
_JUBILEE = regex.compile(
    r"(?<![\d/.-])0?(?P<day>\d{1,2})(?P<mark>[/.-])0?(?P<month>\d{1,2})(?P=mark)1\d{3}"
    r" ?[–-] ?0?(?P=day)(?P=mark)0?(?P=month)(?P=mark)(?P<year>20\d\d)(?!\d)"
)
_MIDYEAR = (7, 1)
_BARE_DAY = regex.compile(r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})")


class _Named(NamedTuple):
    """A year, school year or term that the page names, by its first year."""

    period: Mention
    kind: Literal["day", "year", "school year", "term"]
    year: int


def is_another_day(mention: Mention, reading: Reading, words: EventWords) -> bool:
    """Whether a date is that of a document, a feast, an anniversary, the lunar calendar, or one counted up to."""
    folded, start, end = reading.folded, mention.start, mention.end
    if mention.first != mention.last:
        return False
    if mention.first is not None and mention.first.year < _HISTORY:
        return True
    of_another = words.behind_another.match(folded, end) and not words.hours.match(folded, start)
    if of_another or words.ends(words.before_another, folded, start):
        return True
    index = reading.mentions_in(start, end).start
    around = reading.lexed.mentions[max(0, index - 1) : index + 2]
    if any(other.end == start - 1 and other.kind == "document" for other in around):
        return True
    if any(is_anniversary(one, other) for one, other in pairwise(around)):
        return True
    bare = _BARE_DAY.match(folded, start, end)
    if bare is None or words.ends(words.said, folded, start):
        return False
    is_feast = mention.first is None and (int(bare["day"]), int(bare["month"])) in words.anniversaries.days
    return is_feast or words.ends(words.commemorates, folded, start)


def is_anniversary(one: Mention, other: Mention) -> bool:
    """Whether two dates beside each other are the same day of two years, the earlier one first."""
    if one.first is None or other.first is None or one.first.year >= other.first.year:
        return False
    return other.start - one.end <= _APART and one.first.timetuple()[1:3] == other.first.timetuple()[1:3]


def years(month: int, reading: Reading, words: EventWords) -> Iterator[int]:
    """The years that a day of ``month`` may be of, the likeliest first.

    The year is one that the title names, else the first on the page; a school year has two, and a term of years is
    opened in its first and reviewed in its last.
    """
    day_of_feast = _anniversary(reading, words)
    if day_of_feast is not None:
        yield _nearest(month, day_of_feast)
    named = [one for one in islice(_named(reading, words), _MOST_NAMED) if one.year >= _OF_OUR_TIME]
    half = next((one for one in named if one.kind == "year" and _is_part(one.period, month, reading)), None)
    to_come = year_to_come(reading.folded, reading.lexed, words) if month >= _PLANNING_STARTS else None
    title = len(reading.page.title or "")
    for one in [one for one in named if one.period.start < title] or ([half] if half else named[:1]):
        if one.kind == "school year":
            yield _of_school_year(one, named, month, reading, words)
        elif one.kind == "year" and one.year == to_come:
            yield one.year - 1
        elif one.kind == "year" and words.ends(words.back_then, reading.folded, one.period.start):
            yield one.year + (one.period.first is not None and month < one.period.first.month)
        elif one.kind == "year":
            over = month <= _REVIEW_MONTHS and _is_over(one, reading, words)
            yield one.year + (over or (month <= _SUMMING_MONTHS and _is_summed_up(one, reading, words)))
        else:
            yield one.year
    if not named:
        yield from (_nearest(month, day) for day in _counted_up_to(reading, words))


def _anniversary(reading: Reading, words: EventWords) -> date | None:
    """The day of the year that a page keeps an anniversary on: 2024 of "(19/5/1890 - 19/5/2024)"."""
    for found in _JUBILEE.finditer(reading.folded, 0, _OPENING):
        day = day_or_none(int(found["year"]), int(found["month"]), int(found["day"]))
        if day is not None:
            return day
    for found in words.kept_years.finditer(reading.folded, 0, _OPENING):
        if int(found["last"]) - int(found["first"]) == int(found["years"]):
            return date(int(found["last"]), *_MIDYEAR)
    return None


def _counted_up_to(reading: Reading, words: EventWords) -> Iterator[date]:
    """The days that figures were counted up to: "Sáng 19/8, ... (số liệu tính tới ngày 31/8/2023)"."""
    for period in reading.periods:
        if period.kind != "date" or period.first is None or period.first.year < _OF_OUR_TIME:
            continue
        if words.ends(words.counted_up_to, reading.folded, period.start):
            yield period.first


def _nearest(month: int, day: date) -> int:
    """The year in which a month is nearest to a day: in December one looks forward to the third of February."""
    return min((day.year, day.year - 1, day.year + 1), key=lambda year: abs((year - day.year) * 12 + month - day.month))


def _is_part(period: Mention, month: int, reading: Reading) -> bool:
    """Whether a period is some months of a year that it names, the month or the one before among them.

    "Ngày 15/7 nghe quyết toán năm 2009, phương hướng 6 tháng cuối năm 2010" is of 2010.
    """
    first, last = period.first, period.last
    if first is None or last is None or (last - first).days > _HALF_YEAR:
        return False
    return _names_year(period, reading) and first.month <= month <= last.month + 1


def _names_year(period: Mention, reading: Reading) -> bool:
    return LONE_YEAR.search(reading.folded, period.start, period.end) is not None


def is_of_another_time(today: date, reading: Reading) -> bool:
    """Whether a page speaks of years that are long over, so that its day is that of a later visit or a new portal.

    "Thứ năm, 30/03/2023" above "quyết toán ngân sách năm 2009, phương hướng 6 tháng cuối năm 2010". Not if a day with
    its year is told: that is enough, and history is full of years.
    """
    named = [period for period in reading.periods if _names_year(period, reading)]
    if any(period.kind == "date" for period in named):
        return False
    latest = [period.last.year for period in named if period.last is not None]
    return len(latest) > 1 and _OF_OUR_TIME <= max(latest) < today.year - 1


def _named(reading: Reading, words: EventWords) -> Iterator[_Named]:
    """Every year that may be the page's own, in order; of an anniversary the later one."""
    before: Mention | None = None
    for period in reading.periods:
        first, last = period.first, period.last
        if first is None or last is None:
            continue
        if period.kind == "date":
            repeats = before is not None and is_anniversary(before, period)
            if repeats or not is_another_day(period, reading, words):
                yield _Named(period, "day", first.year)
        elif (first.month, last.year - first.year) == (_SCHOOL_STARTS, 1):
            yield _Named(period, "school year", first.year)
        elif words.since_then.match(reading.folded, period.end) is not None:
            continue  # "từ năm 2004 đến nay"
        elif (last - first).days <= _LONGEST_YEAR:
            yield _Named(period, "year", first.year)
        elif words.assemblies.search(reading.folded, *reading.structure.sentence(period.start)):
            yield _Named(period, "term", first.year)
        elif words.ends(words.reviews, reading.folded, period.start):
            yield _Named(period, "term", last.year)
        before = period


def _of_school_year(one: _Named, named: Iterable[_Named], month: int, reading: Reading, words: EventWords) -> int:
    """Which of its two years: in August it has begun where it is not looked back on.

    Of two school years on a page the one has just ended and the other begins.
    """
    school_years = {other.year for other in named if other.kind == "school year"}
    latest = one.year + 1 if one.year + 1 in school_years else one.year
    if latest - 1 in school_years:
        return latest if month >= _SCHOOL_ENDS else latest + 1
    looks_back = any(words.ends(told, reading.folded, one.period.start) for told in (words.reviews, words.honours))
    over = month < _SCHOOL_STARTS - 1 or looks_back
    return latest + 1 if over else latest


def _is_summed_up(one: _Named, reading: Reading, words: EventWords) -> bool:
    """Whether the work of a whole year is summed up: "Sáng 3/4, hội tổng kết công tác hội năm 2018"."""
    first, last = _year(one.year)
    if (one.period.first, one.period.last) != (first, last):
        return False
    return words.ends(words.sums_up, reading.folded, one.period.start)


def _is_over(one: _Named, reading: Reading, words: EventWords) -> bool:
    """Whether the page looks back on a period that is over.

    "Ngày 30.1, huyện tổng kết năm 2017, bàn việc cho năm 2018": what a whole year has brought is known once it is over.
    """
    last = one.period.last
    if last is not None and last.month > _REVIEW_MONTHS and words.ends(words.reviews, reading.folded, one.period.start):
        return True
    whole, following = (_year(year) for year in (one.year, one.year + 1))
    if all((period.first, period.last) != following for period in reading.periods):
        return False
    of_year = [quantity for quantity in reading.lexed.quantities if reading.period(quantity.start) == whole]
    return bool(of_year) and all(reading.status(quantity) == "achieved" for quantity in of_year)


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
