"""Plain text files: pages whose tags an earlier tool took off, one block a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.sources import html
from extract.sources.format import Format, whole_page
from extract.sources.sniff import is_binary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from extract.model import Capture, Reject
    from extract.sources.format import Found, SourceOptions

SUFFIXES = (".txt", ".text")


def claims(name: str, head: bytes) -> bool:
    r"""Whether a file is text by its name; one named HTML that has no tag at all is text too, and one without a suffix.

    >>> claims("a.txt", "Phường 2".encode()), claims("b.txt", b"PK\x03\x04\x00"), claims("style.css", b"p {}")
    (True, False, False)
    """
    named = name.lower().endswith((*SUFFIXES, *html.SUFFIXES)) or "." not in name
    return named and not is_binary(head)


def read(found: Found, stream: BufferedReader, options: SourceOptions) -> Iterator[Capture | Reject]:
    """The one page of the file."""
    return whole_page(found, stream, options, "text/plain")


FORMAT = Format("plain text", claims, read)
