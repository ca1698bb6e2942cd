"""Which periods lie ahead of a page: "Năm 2027, xã xây 3 nhà" on a page of 2026 is a plan without a word for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.event.words import EventWords
    from extract.facts.structure import Unit
    from extract.lex.times.calendar import Calendar
    from extract.model import Lexed, Mention, Page

_LEAD = 1000
"""How many characters of the text may tell the day of the page; dates further down are those of decrees and plans."""
_LEAD_IN = 20
"""Longer than what may stand between the start of a sentence and a term that opens it."""
_JUST_BEGUN = 3
"""Up to March a year that is planned for has brought nothing yet."""
_YEARS_OF_A_TERM = 3
"""So many years later at least a term of office ends: "nhiệm kỳ 2022-2025"."""
_QUARTER = 92
"""So many days a quarter has at most."""
_DAYS_OF_A_MEETING = 5
_LAST_MONTH_TO_PLAN = 9
"""Up to September "6 tháng cuối năm" is spoken of as to come; later it is looked back on."""


class Times(NamedTuple):
    """Where the periods of a page begin, by when they are."""

    ahead: frozenset[int]
    """They lie ahead of the page."""
    over: frozenset[int]
    past: frozenset[int]
    """They are over before those that the title names."""
    terms: frozenset[int]
    """They are of several years and not over: "nhiệm kỳ 2025-2030"."""


def times_of(page: Page, folded: str, lexed: Lexed, words: EventWords, titles: Sequence[Unit]) -> Times:
    """When the periods of a page are; ``titles``: the lines of its title."""
    over = periods_over(page, lexed)
    terms = frozenset(one.start for one in lexed.mentions if one.kind == "period" and _years(one) >= _YEARS_OF_A_TERM)
    ahead, past = periods_ahead(page, folded, lexed, words), periods_before(page, lexed, titles)
    return Times(ahead, over, past, terms - over)


def _years(period: Mention) -> int:
    return period.last.year - period.first.year if period.first is not None and period.last is not None else 0


def periods_ahead(page: Page, folded: str, lexed: Lexed, words: EventWords) -> frozenset[int]:
    """Where the periods begin that lie ahead of the page's day, the rest of the year included.

    The day is that of publication, else the latest one in the lead; without one only "6 tháng cuối năm" lies ahead.
    Periods over several years do not: they name what is held or given before they begin ("Đại hội nhiệm kỳ 2025-2030",
    "trao học bổng năm học 2016-2017"), but for a term that has just begun and opens its sentence ("Nhiệm kỳ 2025-2030,
    ..."). Nor does the year of a feast, whose gifts are given before. A year that the page plans for has not come, or
    has just begun.
    """
    today = day_of_page(page, lexed)
    to_come = year_to_come(folded, lexed, words)
    if to_come is not None and (today is None or (today.year == to_come and today.month <= _JUST_BEGUN)):
        today = date(to_come - 1, 12, 31)
    found = []
    for mention in lexed.mentions:
        if mention.kind != "period":
            continue
        far = page.published_on is not None or words.ends(words.before_another, folded, mention.start)
        if _is_ahead(mention, folded, today, words.calendar, far=far) and not words.ends(
            words.feasts, folded, mention.start
        ):
            found.append(mention.start)
    return frozenset((*found, *_terms_begun(folded, lexed, words, today)))


def periods_over(page: Page, lexed: Lexed) -> frozenset[int]:
    """Where the periods begin that are over on the page's day: "Sang tháng 1/2009, ..." looks back on them.

    Without a day so are the months and quarters that a page names with their year.
    """
    today = day_of_page(page, lexed)
    return frozenset(
        m.start
        for m in lexed.mentions
        if m.kind == "period" and m.first is not None and m.last is not None and _is_over(m.first, m.last, today)
    )


def periods_before(page: Page, lexed: Lexed, titles: Sequence[Unit]) -> frozenset[int]:
    """Where the periods begin that are over before those that the title names, or on the page's day if it names none.

    A plan looks back on them: "Kế hoạch công tác năm 2024", below it "Năm 2023, Hội kết nạp 25 hội viên".
    """
    periods = [m for m in lexed.mentions if m.kind == "period" and m.first is not None and m.last is not None]
    named = [m.first for m in periods if m.first is not None and any(a <= m.start < b for a, b in titles)]
    begins = min(named) if named else day_of_page(page, lexed)
    return frozenset(m.start for m in periods if begins is not None and m.last is not None and m.last < begins)


def _is_over(first: date, last: date, today: date | None) -> bool:
    return (last - first).days < _QUARTER if today is None else last < today


def _terms_begun(folded: str, lexed: Lexed, words: EventWords, today: date | None) -> list[int]:
    """Where the terms open their sentences that the page's year begins, or of two that follow each other the later."""
    terms = [(m, m.first.year, m.last.year) for m in lexed.mentions if m.first is not None and m.last is not None]
    terms = [(m, first, last) for m, first, last in terms if m.kind == "period" and last - first >= _YEARS_OF_A_TERM]
    ends = {last for _, _, last in terms}
    return [
        term.start
        for term, first, _ in terms
        if (first in ends if today is None else first >= today.year)
        and folded[term.end : term.end + 1] == ","
        and words.term_opens.search(folded, max(0, term.start - _LEAD_IN), term.start)
    ]


def year_to_come(folded: str, lexed: Lexed, words: EventWords) -> int | None:
    """The year that a page plans for in its lead beside the year before: "kết quả năm 2017, nhiệm vụ năm 2018".

    None of which results are told as well ("Kế hoạch năm 2018", "Thực hiện năm 2018"), nor whose rest is planned for
    ("nhiệm vụ 6 tháng cuối năm 2018").
    """
    years = [(m.first.year, m.start) for m in lexed.mentions if m.first is not None and _is_year(m)]
    named = {year for year, _ in years}
    begun = {
        m.first.year for m in lexed.mentions if m.first is not None and _is_rest_of_year(m, folded, words.calendar)
    }
    for year, start in years:
        if start >= _LEAD or year - 1 not in named or year + 1 in named or year in begun:
            continue
        if words.ends(words.plans, folded, start) and not any(
            words.ends(words.carried_out, folded, said) for told, said in years if told == year
        ):
            return year
    return None


def _is_year(period: Mention) -> bool:
    first, last = period.first, period.last
    if period.kind != "period" or first is None or last is None:
        return False
    return first == date(first.year, 1, 1) and last == date(first.year, 12, 31)


def day_of_page(page: Page, lexed: Lexed) -> date | None:
    """The day of publication, else the latest one that the lead names."""
    if page.published_on is not None:
        return page.published_on
    days = [m.last or m.first for m in lexed.mentions if m.start < _LEAD and _is_of_days(m)]
    return max((day for day in days if day is not None), default=None)


def _is_of_days(mention: Mention) -> bool:
    """Whether it names a day, or the few that a meeting takes: "họp hai ngày 5-6/12/2023"."""
    if mention.kind != "period" or mention.first is None or mention.last is None:
        return mention.kind == "date"
    return (mention.last - mention.first).days < _DAYS_OF_A_MEETING


def _is_rest_of_year(period: Mention, folded: str, calendar: Calendar) -> bool:
    """Whether a period is named as what is left of a year: "6 tháng cuối năm 2006"."""
    return calendar.rest_of_year.search(folded, period.start, period.end) is not None


def _is_ahead(period: Mention, folded: str, today: date | None, calendar: Calendar, *, far: bool) -> bool:
    """Whether a period lies ahead, even ``far``: else the day of the page may be one of long ago."""
    if _is_rest_of_year(period, folded, calendar):
        over = today is not None and (period.last is not None and period.last < today)
        return not over and (today is None or today.month <= _LAST_MONTH_TO_PLAN)
    if today is None or period.first is None or period.last is None:
        return False
    if not far and period.first.year - today.year > 1:
        return False  # "Năm 1954 chia xã Trung Sơn ... Dân số năm 2019 là 6.147 người"
    return period.first > today and period.first.year == period.last.year
