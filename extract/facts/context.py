"""What a page says of itself: when it happened and where."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from extract.dates import day_or_none
from extract.facts.places import PlaceVocabulary, own_places
from extract.model import Context

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from extract.facts.reading import Reading
    from extract.lex.calendar import Calendar
    from extract.model import Mention, Page

_LEAD_BLOCKS = 4
"""How many blocks of the body may tell the event date: the lead, a caption or two before it."""
_NEWS_DAYS = 366
_FEW_DAYS = 10
"""An event lasts so many days at the most; longer spans are what is reported on."""
_LONGEST_YEAR = 366
_REVIEW_MONTHS = 3
"""Up to March a page may still sum up the year before."""
_DAY_MONTH = regex.compile(r"(?P<day>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<month>\d{1,2})(?!\s*[/.-]?\d)")
_YEAR_MONTH = regex.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])$")
_TO = regex.compile(r"\s*[-–—]\s*")
_WORD = regex.compile(r"\p{L}+")
_SENTENCE_WORDS = 5
_NAME = 20
"""More characters than the last word of a name has."""


def context(reading: Reading, vocabulary: PlaceVocabulary, calendar: Calendar) -> Context:
    """Event date and places. ``commune_code`` waits for the official list of communes."""
    places = own_places(reading.page, reading.folded, vocabulary)
    return Context(_event_date(reading, calendar), places.commune, places.district, places.province, commune_code=None)


def _event_date(reading: Reading, calendar: Calendar) -> date | None:
    """The first day that a sentence of the lead names, else the first it tells from publication, else one on a line.

    "Sáng nay" and "chiều qua" are told from publication. A day ahead of it counts where no other is told: on
    07/11/2018 "kỷ niệm 88 năm (18/11/1930 - 18/11/2018)" is still to come, "Hôm 06/11" has passed. A line
    such as "Thứ hai - 07/09/2020 04:58" may be that of publication. A day more than a year before it is history:
    "kỷ niệm 31 năm thành lập (06/12/1989 - 06/12/2020)". Such a pair says nothing if that of publication is not known.
    """
    alone: date | None = None
    ahead: date | None = None
    published = reading.page.published_on
    jubilees: set[Mention] = set() if published else {mention for pair in _jubilees(reading) for mention in pair}
    for start, end in _lead(reading.page):
        for mention in reading.lexed.mentions:
            told = start <= mention.start < end and mention not in jubilees
            day = _day(mention, reading) if told else None
            if day is None:
                continue
            if not _is_sentence(start, end, reading) or _is_named(mention, reading):
                alone = alone or day
            elif published is None or day <= published:
                return day
            else:
                ahead = ahead or day
    return _told_day(reading, calendar) or ahead or alone or _day_of_title(reading, jubilees)


def _is_named(mention: Mention, reading: Reading) -> bool:
    """Whether a day without a year stands right behind a name: "mừng Ngày Phụ nữ Việt Nam 20-10, ngày 18-10 xã ..."."""
    before = reading.page.text[: mention.start].rstrip(" ")[-_NAME:].rpartition(" ")[2]
    return mention.first is None and before[:1].isupper() and reading.page.text[mention.start].isdecimal()


def _day_of_title(reading: Reading, jubilees: Collection[Mention]) -> date | None:
    """The first day with its year in a title that is a sentence: a page may have no other title than its lead."""
    end = len(reading.page.title or "")
    told = (mention for mention in reading.lexed.mentions if mention.first and mention not in jubilees)
    days = (_day(mention, reading) for mention in told if mention.start < end)
    day = next((day for day in days if day is not None), None)
    return day if day is not None and _is_sentence(0, end, reading) else None


def _told_day(reading: Reading, calendar: Calendar) -> date | None:
    """The first day up to publication that a sentence of the lead tells without a number: "sáng nay", "hôm qua"."""
    published = reading.page.published_on
    if published is None:
        return None
    for start, end in _lead(reading.page):
        for match in calendar.said.finditer(reading.folded, start, end):
            days = calendar.days(match[0], published)
            if days is not None and days.first == days.last <= published and _is_sentence(start, end, reading):
                return days.first
    return None


def _lead(page: Page) -> list[tuple[int, int]]:
    """Start and end of the blocks that open the body."""
    body = [block for block in page.blocks if block.kept and block.kind not in ("title", "caption")]
    return [(b.start, b.end) for b in body[:_LEAD_BLOCKS] if b.start is not None and b.end is not None]


def _is_sentence(start: int, end: int, reading: Reading) -> bool:
    """Whether a block has words enough beside its dates: more than "Thứ hai", "Cập nhật lúc"."""
    words = 0
    for mention in reading.lexed.mentions:
        if start <= mention.start < end:
            words += len(_WORD.findall(reading.folded, start, mention.start))
            start = mention.end
    return words + len(_WORD.findall(reading.folded, start, end)) >= _SENTENCE_WORDS


def _day(mention: Mention, reading: Reading) -> date | None:
    """The day of a mention or the first of a few days, ``None`` if it is neither or too old to be news."""
    few = mention.first is None or mention.last is None or (mention.last - mention.first).days <= _FEW_DAYS
    if not few or (mention.kind != "date" and mention.first is None):
        return None
    published = reading.page.published_on
    day = mention.first or _with_year(mention, reading)
    return None if day is None or (published and abs((published - day).days) > _NEWS_DAYS) else day


def _with_year(mention: Mention, reading: Reading) -> date | None:
    """A day without a year: the last one up to publication, else that of the year the page speaks of."""
    parts = _DAY_MONTH.search(reading.folded, mention.start, mention.end)
    if parts is None:
        return None
    published = reading.page.published_on
    for year in _years(reading, int(parts["month"])):
        day = day_or_none(year, int(parts["month"]), int(parts["day"]))
        if day is not None and (published is None or day <= published):
            return day
    return None


def _years(reading: Reading, month: int) -> Iterator[int]:
    """The years that a day of ``month`` may be of, the likeliest first."""
    page = reading.page
    if page.published_on is not None:
        yield page.published_on.year
        yield page.published_on.year - 1  # a December event told in January
        return
    of_month = _month_of_publication(page)
    if of_month is not None:
        yield of_month.year if month <= of_month.month else of_month.year - 1
        return
    founded = {mention for mention, _ in _jubilees(reading)}
    periods = (period for period in reading.periods if period not in founded)
    named = [(period.start, day.year) for period in periods if (day := _of_a_year(period)) is not None]
    in_title = [year for start, year in named if start < len(page.title or "")]
    for year in in_title or [year for _, year in named[:1]]:
        yield year + 1 if month <= _REVIEW_MONTHS and _is_over(year, reading) else year


def _month_of_publication(page: Page) -> date | None:
    """The first of the month that a line gives which was dropped as one of a date: "date 2024-09"."""
    for block in page.blocks:
        month = None if block.kept or block.reason != "date_line" else _YEAR_MONTH.search(block.text)
        if month is not None:
            return day_or_none(int(month["year"]), int(month["month"]), 1)
    return None


def _jubilees(reading: Reading) -> Iterator[tuple[Mention, Mention]]:
    """Days told with the same day of a later year, or that year: "(20/10/1930 - 20/10/2024)", "(8/3/1910 - 2020)"."""
    for one, other in pairwise(reading.lexed.mentions):
        first, last = one.first, other.first
        if one.kind != "date" or first is None or last is None or last.year <= first.year:
            continue
        same_day = (first.day, first.month) == (last.day, last.month)
        of_year = other.kind == "period" and other.last == date(last.year, 12, 31)
        if (same_day or of_year) and _TO.fullmatch(reading.folded, one.end, other.start):
            yield one, other


def _of_a_year(mention: Mention) -> date | None:
    """The first day of a date or a period, ``None`` for a term of several years: "nhiệm kỳ 2016 - 2021"."""
    first, last = mention.first, mention.last
    return None if first is None or last is None or (last - first).days > _LONGEST_YEAR else first


def _is_over(year: int, reading: Reading) -> bool:
    """Whether the page looks back on a whole year, and names the one after it.

    "Ngày 30.1, huyện tổng kết năm 2017, bàn việc cho năm 2018": what a whole year has brought is known once it is over.
    """
    whole, following = (date(year, 1, 1), date(year, 12, 31)), (date(year + 1, 1, 1), date(year + 1, 12, 31))
    if all((period.first, period.last) != following for period in reading.periods):
        return False
    of_year = [quantity for quantity in reading.lexed.quantities if reading.period(quantity.start) == whole]
    return bool(of_year) and all(reading.status(quantity) == "achieved" for quantity in of_year)
