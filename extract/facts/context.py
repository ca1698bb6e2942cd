"""What a page says of itself: when it happened and where."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import regex

from extract.facts.places import PlaceVocabulary, own_places
from extract.model import Context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.model import Lexed, Mention, Page

_LEAD_BLOCKS = 4
"""How many blocks of the body may tell the event date: the lead, a caption or two before it."""
_NEWS_DAYS = 366
_DAY_MONTH = regex.compile(r"(?P<day>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<month>\d{1,2})(?!\s*[/.-]?\d)")
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def context(page: Page, lexed: Lexed, vocabulary: PlaceVocabulary) -> Context:
    """Event date and places. ``commune_code`` waits for the official list of communes."""
    places = own_places(page, vocabulary)
    return Context(_event_date(page, lexed), places.commune, places.district, places.province, commune_code=None)


def _event_date(page: Page, lexed: Lexed) -> date | None:
    """The first day named in the lead; a day without a year takes that of publication, else of the page.

    A day more than a year before publication is history: "kỷ niệm 31 năm thành lập (06/12/1989 - 06/12/2020)".
    """
    lead = [b for b in page.blocks if b.kept and b.kind not in ("title", "caption")][:_LEAD_BLOCKS]
    for block in lead:
        if block.start is None or block.end is None:
            continue
        for mention in lexed.mentions:
            if mention.kind == "date" and block.start <= mention.start < block.end:
                day = mention.first or _with_year(mention, page)
                one_day = mention.last is None or mention.last == mention.first
                if day is not None and one_day and _may_be_told(day, page.published_on):
                    return day
    return None


def _may_be_told(day: date, published_on: date | None) -> bool:
    return published_on is None or abs((published_on - day).days) <= _NEWS_DAYS


def _with_year(mention: Mention, page: Page) -> date | None:
    parts = _DAY_MONTH.search(page.text, mention.start, mention.end)
    if parts is None:
        return None
    for year in _years(page):
        try:
            day = date(year, int(parts["month"]), int(parts["day"]))
        except ValueError:
            continue
        if page.published_on is None or day <= page.published_on:
            return day
    return None


def _years(page: Page) -> Iterator[int]:
    if page.published_on is not None:
        yield page.published_on.year
        yield page.published_on.year - 1  # a December event told in January
        return
    for year in _YEAR.findall(page.title or "") or _YEAR.findall(page.text)[:1]:
        yield int(year)
