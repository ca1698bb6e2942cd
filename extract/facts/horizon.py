"""Which periods lie ahead of a page: "Năm 2027, xã xây 3 nhà" on a page of 2026 is a plan without a word for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.text import fold

if TYPE_CHECKING:
    from datetime import date

    from extract.model import Lexed, Page

_REST_OF_YEAR = "cuối năm"
_LAST_MONTH_TO_PLAN = 9
"""Up to September "6 tháng cuối năm" is spoken of as to come; later it is looked back on."""


def periods_ahead(page: Page, lexed: Lexed) -> frozenset[int]:
    """Where the periods begin that lie ahead of the page's day, the rest of the year included.

    The day is that of publication, else the first full date in the text; without one only "6 tháng cuối năm" lies ahead.
    """
    today = _today(page, lexed)
    return frozenset(
        mention.start
        for mention in lexed.mentions
        if mention.kind == "period"
        and (
            (today is not None and mention.first is not None and mention.first > today)
            or (_REST_OF_YEAR in fold(page.text[mention.start : mention.end]) and _is_to_come(mention.last, today))
        )
    )


def _today(page: Page, lexed: Lexed) -> date | None:
    if page.published_on is not None:
        return page.published_on
    return next((mention.first for mention in lexed.mentions if mention.kind == "date" and mention.first), None)


def _is_to_come(last: date | None, today: date | None) -> bool:
    if today is None:
        return True
    return (last is None or last > today) and today.month <= _LAST_MONTH_TO_PLAN
