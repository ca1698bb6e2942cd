"""A WARC record into the page it captured, or why it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import SplitResult, urlsplit

from fastwarc.warc import WarcRecord, WarcRecordType

from extract.model import Capture, Reject
from extract.sources import html
from extract.sources.format import DamageError, too_large
from extract.sources.http_body import body_of
from extract.sources.sniff import HEAD_BYTES, is_binary

if TYPE_CHECKING:
    from datetime import datetime

    from extract.sources.format import SourceOptions
    from extract.sources.warc_framing import Record

_WITH_A_PAGE = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_SCHEMES = ("http", "https", "ftp", "file")
_PAGE_STATUS = (200, 203)
_HTML_TYPES = ("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml")
_UNKNOWN_TYPES = ("", "application/octet-stream", "unknown/unknown", "unk", "no-type")
_PAGE_TYPES = (*_HTML_TYPES, *_UNKNOWN_TYPES, "text/plain")


class LeftOut(NamedTuple):
    """A record that was read and is no page. There are many of these: they are counted, not listed."""

    reason: Literal["not_a_page", "http_status"]
    what: str
    """Its media type, or its HTTP status."""


def page_of(record: Record, source: str, options: SourceOptions) -> Capture | Reject | LeftOut | None:
    """The page of a record; ``None`` for records about the crawl (requests, metadata).

    A page that is cut off, by the crawler or on its way, is a ``Reject``: half a report sums to something else.
    """
    try:
        return _page_of(record, source, options)
    except DamageError as error:
        return Reject(source, record.uri, error.reason, error.message, record.length)
    except (OSError, ValueError) as error:  # of fastwarc: "Invalid WARC header"
        return Reject(source, record.uri, "corrupt", f"the record cannot be read: {error}", record.length)


def _page_of(record: Record, source: str, options: SourceOptions) -> Capture | Reject | LeftOut | None:
    read = WarcRecord.from_bytes(record.raw_header + record.block)
    uri = record.uri
    if read.record_type == WarcRecordType.revisit:
        return _revisit(read, record, source)
    if read.record_type == WarcRecordType.continuation:
        return Reject(source, uri, "unsupported", "the further part of a record in several parts", record.length)
    if not read.record_type & _WITH_A_PAGE:
        return None
    left_out = _left_out(read, record)
    if left_out is not None:
        return left_out
    declared = _described(read, record)[1]
    return _judged(record, source, declared, _body(read, record, options), _captured_at(read))


def _judged(
    record: Record, source: str, declared: str, data: bytes, captured_at: datetime | None
) -> Capture | Reject | LeftOut:
    """What the bytes are, whatever they were declared to be."""
    if not data:
        return Reject(source, record.uri, "empty", "the response has no body", 0)
    media_type = _media_type(declared, data)
    if media_type is not None:
        return Capture(record.uri or source, source, media_type, data, captured_at)
    if declared in _UNKNOWN_TYPES:
        return LeftOut("not_a_page", "unknown")
    return Reject(source, record.uri, "unsupported", f"declared {declared}, but no text", len(data))


def _left_out(read: WarcRecord, record: Record) -> LeftOut | None:
    """Why the header alone says that a record is no page."""
    parts = _parts(record.uri)
    if parts.scheme not in _SCHEMES:
        return LeftOut("not_a_page", f"{parts.scheme or 'no'} address")
    status, declared = _described(read, record)
    if status is not None and status not in _PAGE_STATUS:
        return LeftOut("http_status", str(status))
    if parts.path == "/robots.txt":
        return LeftOut("not_a_page", "robots.txt")
    return None if declared in _PAGE_TYPES else LeftOut("not_a_page", declared)


def _described(read: WarcRecord, record: Record) -> tuple[int | None, str]:
    """HTTP status, ``None`` for a record without HTTP, and media type without parameters."""
    if read.is_http:
        read.parse_http(quirks_mode=True)
        declared = read.http_headers.get("Content-Type")
        status = read.http_headers.status_code or 0
    else:
        declared, status = record.header.get("Content-Type"), None
    return status, (declared or "").partition(";")[0].strip().lower()[:60]


def _body(read: WarcRecord, record: Record, options: SourceOptions) -> bytes:
    if len(record.block) < record.length:
        raise too_large(options)
    cut = record.header.get("WARC-Truncated")
    if cut:
        raise DamageError("truncated", f"the crawler stopped in the middle of it ({cut[:40]})")
    if record.header.get("WARC-Segment-Number"):
        raise DamageError("unsupported", "the first part of a record in several parts")
    sent = read.reader.read()
    if read.is_http:
        return body_of(read.http_headers, sent, options)
    if len(sent) > options.page_bytes:
        raise too_large(options)
    return sent


def _media_type(declared: str, data: bytes) -> str | None:
    head = data[:HEAD_BYTES]
    if declared in _HTML_TYPES:
        if is_binary(head):
            return None
        return "text/html" if html.claims(".html", head) else "text/plain"
    if html.claims("", head):
        return "text/html"
    return "text/plain" if declared == "text/plain" and not is_binary(head) else None


def _revisit(read: WarcRecord, record: Record, source: str) -> Reject | LeftOut:
    declared = _described(read, record)[1] if read.is_http else ""
    if declared not in _PAGE_TYPES:
        return LeftOut("not_a_page", declared)
    when = record.header.get("WARC-Refers-To-Date") or "an earlier time"
    where = record.header.get("WARC-Refers-To-Target-URI")
    other = f" at {where}" if where and where != record.uri else ""
    return Reject(source, record.uri, "revisit", f"the same as captured at {when}{other}; not stored again", None)


def _captured_at(read: WarcRecord) -> datetime | None:
    try:
        return read.record_date
    except (ValueError, OverflowError):
        return None


def _parts(uri: str | None) -> SplitResult:
    try:
        return urlsplit(uri or "")
    except ValueError:
        return urlsplit("")
