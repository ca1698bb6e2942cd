"""HTML and XHTML files, known by what they hold: crawlers save pages as ``index.php?id=3`` and worse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.sources.format import Format, whole_page
from extract.sources.sniff import is_binary, plain_head

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from extract.model import Capture, Reject
    from extract.sources.format import Found, SourceOptions

SUFFIXES = (".html", ".htm", ".xhtml", ".xht", ".shtml")

_OPENS_A_PAGE = regex.compile(
    rb"\s*+(?:<\?xml[^>]*+>|<!--.*?-->|\s++)*+<(?:!doctype\s++html|html|head|body|title|meta|div|table)\b",
    regex.IGNORECASE | regex.DOTALL,
)
_HAS_A_TAG = regex.compile(rb"<(?:!doctype|/?[a-z][a-z0-9]*+(?:\s[^<>]*+)?/?>)", regex.IGNORECASE)


def claims(name: str, head: bytes) -> bool:
    """Whether a file is a page of HTML: it opens as one, or is named as one and has a tag.

    >>> claims("index.php?id=3", b"<!DOCTYPE html><html>"), claims("a.html", b"<p>xin ch"), claims("a.html", b"xin")
    (True, True, False)
    """
    if is_binary(head):
        return False
    plain = plain_head(head)
    return bool(_OPENS_A_PAGE.match(plain)) or (name.lower().endswith(SUFFIXES) and bool(_HAS_A_TAG.search(plain)))


def read(found: Found, stream: BufferedReader, options: SourceOptions) -> Iterator[Capture | Reject]:
    """The one page of the file."""
    return whole_page(found, stream, options, "text/html")


FORMAT = Format("HTML", claims, read)
