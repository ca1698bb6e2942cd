"""Ids that are the same for the same page and rules, on any machine, in any order, with any engine.

A page is known by its address, its bytes and its time of capture; a row by its page, its table and where it starts.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Literal

RowLetter = Literal["f", "s", "r", "t", "c"]
"""What a row id is for: figure (and its money row), scholarship, rating, statement, check."""

_PAGE_ID_DIGITS = 20
"""80 bits: among ten million pages two share an id once in twenty thousand million archives."""


def page_id(uri: str, raw_sha256: str, captured_at: datetime | None = None, occurrence: int = 0) -> str:
    """The id of a captured page: 20 hexadecimal digits.

    ``occurrence`` counts from 0 through captures that agree in all three, such as copies in two folders. Times are
    compared as moments: 07:00 in Hà Nội is 00:00 UTC.

    >>> page_id("tin-tuc/hoc-bong.html", "00" * 32)
    '33d6000e480220054c0f'
    >>> page_id("tin-tuc/hoc-bong.html", "00" * 32) == page_id("tin-tuc/hoc-bong.html", "00" * 32, occurrence=1)
    False
    """
    moment = "" if captured_at is None else captured_at.astimezone(UTC).isoformat()
    parts = "\0".join((uri, raw_sha256, moment, str(occurrence)))
    # An address may hold lone surrogates: a file name that is not UTF-8.
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:_PAGE_ID_DIGITS]


def row_id(page_id: str, letter: RowLetter, start: int, nth: int = 0) -> str:
    """The id of a row: its page, a letter for its table, where it starts.

    ``nth`` counts from 0 through rows of a table that start at the same character.

    >>> row_id("4f2a90c1d37be85601aa", "f", 123)
    '4f2a90c1d37be85601aa-f00123'
    >>> row_id("4f2a90c1d37be85601aa", "r", 123, nth=1)
    '4f2a90c1d37be85601aa-r00123.1'
    """
    return f"{page_id}-{letter}{start:05d}" + (f".{nth}" if nth else "")
