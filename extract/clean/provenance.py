"""Where a page comes from, when it was published, and who wrote it, from its head and from what it prints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import regex

from extract.clean.names import person_of
from extract.clean.printed import OF_VISIT
from extract.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from extract.clean.judged import Judged
    from extract.clean.outline import Head
    from extract.dates import Dates

_DATE_METAS = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "date",
)
_MOST_NODES = 10_000
_SAVED_FROM = regex.compile(
    r"<!--\s*+(?:Mirrored from (?<mirrored>[^\s>]++)"
    r"|(?:saved from url=\(\d+\)|Page saved with SingleFile\s++url:\s*+)(?<address>[^\s>]++))",
    regex.IGNORECASE,
)
_SAVED_WITHIN = 8_192
"""How far from the start of a page the comment is looked for."""


def address_of(text: str) -> str | None:
    """The address that a comment says a page was saved from: of a browser, of HTTrack, of SingleFile.

    Whoever saved the page wrote the comment, and knew. What the page says of itself (its canonical address, its address
    for sharing) is a claim: portals exist that claim one address on every page.

    >>> address_of("<!-- saved from url=(0043)https://phuong2.example.gov.vn/tin/48217 --><html>")
    'https://phuong2.example.gov.vn/tin/48217'
    >>> address_of("<html><!-- Mirrored from phuong2.example.gov.vn/tin/7.html by HTTrack Website Copier/3.x -->")
    'http://phuong2.example.gov.vn/tin/7.html'
    >>> address_of("<link rel=canonical href=https://phuong2.example.gov.vn/>") is None
    True
    """
    found = _SAVED_FROM.search(text, 0, _SAVED_WITHIN)
    if found is None:
        return None
    return _checked(f"http://{found['mirrored']}" if found["mirrored"] else found["address"])


def _checked(address: str) -> str | None:
    """An address of the web, or ``None``."""
    try:
        parts = urlsplit(address)
        return parts.geturl() if parts.scheme in {"http", "https"} and parts.hostname else None
    except ValueError:
        return None


def host_of(address: str) -> str | None:
    """The host of an address of the web, without "www."; ``None`` for a path.

    >>> host_of("https://www.phuong2.example.gov.vn/tin/1"), host_of("tin/1.html")
    ('phuong2.example.gov.vn', None)
    """
    checked = _checked(address)
    host = urlsplit(checked).hostname if checked else None
    return host.removeprefix("www.") if host else None


def site_of(head: Head, address: str) -> str | None:
    """The site: the host of the address, else of any address in the head, else the name that the head gives it.

    >>> from extract.clean.outline import Head
    >>> site_of(Head(), "https://www.phuong2.example.gov.vn/tin/1"), site_of(Head(base="http://a.vn/"), "tin/1.html")
    ('phuong2.example.gov.vn', 'a.vn')
    """
    for candidate in (address, head.canonical, head.metas.get("og:url", ""), head.base):
        host = host_of(clean(candidate))
        if host:
            return host
    return clean(head.metas.get("og:site_name", "")) or None


def published_of(head: Head, judged: Judged, dates: Dates) -> date | None:
    """The day of publication: where an adapter points, else of the head, else the most trustworthy of those printed.

    That of a clock ("Hôm nay, thứ hai ngày 10/08/2020") tells when the page was visited, years later perhaps.
    """
    told = next((printed.day for printed in judged.days if printed.rank < 0), None)
    if told is not None:
        return told
    for text in (*_linked_values(head, "datePublished"), *(head.metas.get(name, "") for name in _DATE_METAS)):
        days = dates.find(fold(text))
        if days:
            return days[0].day
    best = min(judged.days, key=lambda printed: printed.rank, default=None)
    return None if best is None or best.rank >= OF_VISIT else best.day


def byline_of(head: Head, judged: Judged) -> str | None:
    """Who wrote it: as printed, else as the linked data of the head name a person."""
    if judged.bylines:
        return judged.bylines[0]
    for author in _linked_values(head, "author"):
        name = person_of(author)
        if name:
            return name
    return None


def _linked_values(head: Head, name: str) -> Iterator[str]:
    """The texts under a name in the JSON-LD of a page; of an author who is a thing, its name."""
    for script in head.linked_data:
        try:
            waiting = [json.loads(script, strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            node = waiting.pop()
            if isinstance(node, list):
                waiting.extend(reversed(node))
            elif isinstance(node, dict):
                value = node.get(name)
                if isinstance(value, dict) and value.get("@type") == "Person":
                    value = value.get("name")
                if isinstance(value, str):
                    yield clean(value)
                waiting.extend(one for one in node.values() if isinstance(one, list | dict))
