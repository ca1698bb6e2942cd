"""WACZ, the web archives of Webrecorder: a zip with WARC files in ``archive/`` beside indexes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.sources import zip_archive, zip_remains
from extract.sources.format import Format, Found

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from extract.model import Reject
    from extract.sources.format import SourceOptions

_WARC = regex.compile(r"archive/[^/]+\.warc(?:\.gz|\.zst)?", regex.IGNORECASE)


def claims(name: str, head: bytes) -> bool:
    r"""Whether a file is a WACZ: a zip that is named so.

    >>> claims("phuong-2.wacz", b"PK\x03\x04\x14\x00"), claims("phuong-2.zip", b"PK\x03\x04\x14\x00")
    (True, False)
    """
    return name.lower().endswith(".wacz") and head.startswith(zip_remains.MAGIC)


def read(found: Found, stream: BufferedReader, options: SourceOptions) -> Iterator[Found | Reject]:
    """The WARC files in it. Lists of pages and indexes only repeat what these hold."""
    none = True
    for one in zip_archive.members(found, stream, options, lambda name: _WARC.fullmatch(name) is not None):
        none = False
        yield one
    if none:
        yield found.reject("empty", "no WARC file in its folder archive/")


FORMAT = Format("WACZ", claims, read)
