"""MHTML: a page with its pictures as one mail, as browsers save it."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import regex

from extract.model import Capture
from extract.sources import html
from extract.sources.format import DamageError, Format, page_bytes
from extract.sources.sniff import HEAD_BYTES, is_binary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message
    from io import BufferedReader

    from extract.model import Reject
    from extract.sources.format import Found, SourceOptions

SUFFIXES = (".mht", ".mhtml")

_IS_MAIL = regex.compile(
    rb"(?:[\w-]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*?content-type:\s*+multipart/related\b", regex.IGNORECASE
)
_CUT = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
_PAGES = ("text/html", "application/xhtml+xml")


def claims(name: str, head: bytes) -> bool:
    r"""Whether a file is MHTML: a mail whose parts belong together, or named so and a mail of any kind.

    >>> claims("a.mht", b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n"), claims("a.mht", b"<html>")
    (True, False)
    >>> claims("b", b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n")
    True
    """
    if _IS_MAIL.match(head):
        return True
    return name.lower().endswith(SUFFIXES) and b"mime-version:" in head[:4096].lower()


def read(found: Found, stream: BufferedReader, options: SourceOptions) -> Iterator[Capture | Reject]:
    """The page that the mail is about; pictures and frames are left.

    Raises ``DamageError`` for a mail without one, or one that is cut off in it.
    """
    mail = message_from_bytes(page_bytes(stream, options, found.size), policy=policy.compat32)
    page = _root(mail)
    if page is None:
        raise DamageError("unsupported", "a mail without a page in it")
    parts = [part for part in mail.walk() if not part.is_multipart()]
    if page is parts[-1] and any(isinstance(defect, _CUT) for part in mail.walk() for defect in part.defects):
        raise DamageError("truncated", "the page has no end")
    data = page.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        raise DamageError("empty", "the page in it has no bytes")
    if is_binary(data[:HEAD_BYTES]):
        raise DamageError("unsupported", "the page in it is no text")
    media_type = "text/html" if html.claims(".html", data[:HEAD_BYTES]) else "text/plain"
    address = _address(mail, page) or found.uri
    yield Capture(address, found.source, media_type, data, _moment(mail))


def _root(mail: Message) -> Message | None:
    pages = [part for part in mail.walk() if part.get_content_type() in _PAGES]
    start = mail.get_param("start")
    return next((part for part in pages if start and part.get("Content-ID") == start), pages[0] if pages else None)


def _address(mail: Message, page: Message) -> str | None:
    for said in (mail.get("Snapshot-Content-Location"), page.get("Content-Location")):
        address = "".join(str(said or "").split())
        if address.lower().startswith(("http://", "https://")):
            return address
    return None


def _moment(mail: Message) -> datetime | None:
    try:
        sent = parsedate_to_datetime(str(mail.get("Date", "")))
        return (sent if sent.tzinfo else sent.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


FORMAT = Format("MHTML", claims, read)
