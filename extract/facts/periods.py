"""The periods of a page with their days: "6 tháng đầu năm" and "quý III" are of the year that the page is of."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from extract.facts.status.periods_ahead import day_of_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.lex.times.calendar import Calendar, Days
    from extract.model import Lexed, Mention, Page

_SOON = timedelta(days=45)
"""A month or quarter that begins so soon after the page's day is the coming one, not that of a year ago."""
_LAST_YEAR_ENDS = 2
"""Up to February "6 tháng cuối năm" is the year before."""


def dated_periods(page: Page, folded: str, lexed: Lexed, calendar: Calendar) -> Iterator[Mention]:
    """Every mention of a date or period, in order; one without a year has days where the page tells which.

    The page is of the day of its publication, else of the latest in its lead; one whose title names an earlier year, as
    that of a report published afterwards does, is of the end of that.
    """
    today, begun = _page_time(page, lexed)
    for mention in lexed.mentions:
        if mention.kind == "period" and mention.first is None and today is not None:
            days = _days(mention, folded, calendar, today, begun)
            yield mention if days is None else mention._replace(first=days.first, last=days.last)
        elif mention.kind in ("date", "period"):
            yield mention


def _page_time(page: Page, lexed: Lexed) -> tuple[date | None, date]:
    """The day of the page, and the last on which its periods may have begun."""
    today = day_of_page(page, lexed)
    title = len(page.title or "")
    named = next((m.first.year for m in lexed.mentions if m.end <= title and m.kind == "period" and m.first), None)
    if named is not None and (today is None or named < today.year):
        return date(named, 12, 31), date(named, 12, 31)
    return today, (today or date.min) + _SOON


def _days(mention: Mention, folded: str, calendar: Calendar, today: date, begun: date) -> Days | None:
    written = folded[mention.start : mention.end]
    told = calendar.year_behind.match(folded, mention.end)
    if told is not None:
        return calendar.days(written + told[0], today)  # "quý III năm ngoái"
    if written.endswith(calendar.year_ends):
        of_last_year = calendar.rest_of_year.search(written) is not None and today.month <= _LAST_YEAR_ENDS
        year = today.year - of_last_year
        return calendar.days(f"{written} {year}", today)
    return calendar.days(written, begun)
