"""Which periods lie ahead of a page: "Năm 2027, xã xây 3 nhà" on a page of 2026 is a plan without a word for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.text import fold

if TYPE_CHECKING:
    from datetime import date

    from extract.model import Lexed, Mention, Page

_LEAD = 1000
"""How many characters of the text may tell the day of the page; dates further down are those of decrees and plans."""
_REST_OF_YEAR = "cuối năm"
"""In the words of a period: rules see the whole of "6 tháng cuối năm" as one symbol."""
_LAST_MONTH_TO_PLAN = 9
"""Up to September "6 tháng cuối năm" is spoken of as to come; later it is looked back on."""


def periods_ahead(page: Page, lexed: Lexed) -> frozenset[int]:
    """Where the periods begin that lie ahead of the page's day, the rest of the year included.

    The day is that of publication, else the latest one in the lead; without one only "6 tháng cuối năm" lies ahead.
    Periods over several years never do: they name what is held or given before they begin ("Đại hội nhiệm kỳ
    2025-2030", "trao học bổng năm học 2016-2017").
    """
    today = day_of_page(page, lexed)
    return frozenset(m.start for m in lexed.mentions if m.kind == "period" and _is_ahead(m, page.text, today))


def day_of_page(page: Page, lexed: Lexed) -> date | None:
    """The day of publication, else the latest one that the lead names."""
    if page.published_on is not None:
        return page.published_on
    days = [m.first for m in lexed.mentions if m.kind == "date" and m.first is not None and m.start < _LEAD]
    return max(days, default=None)


def _is_ahead(period: Mention, text: str, today: date | None) -> bool:
    if _REST_OF_YEAR in fold(text[period.start : period.end]):
        over = today is not None and (period.last is not None and period.last < today)
        return not over and (today is None or today.month <= _LAST_MONTH_TO_PLAN)
    if today is None or period.first is None or period.last is None:
        return False
    return period.first > today and period.first.year == period.last.year
