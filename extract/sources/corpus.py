"""Corpora: tables in which every row is a page, its text or HTML in one column, its address in another."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from extract.model import Capture, Reject
from extract.sources import html
from extract.sources.format import DamageError
from extract.sources.sniff import HEAD_BYTES, is_binary
from extract.text import well_formed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.sources.format import Found, SourceOptions

# What the columns of published corpora are called, the most telling first: HTML says more of a page than its text.
_TEXT = (
    "html",
    "raw_html",
    "page_html",
    "content_html",
    "raw_content",
    "content",
    "body",
    "text",
    "article",
    "maintext",
)
_URL = ("url", "uri", "link", "source_url", "page_url", "target_uri", "warc-target-uri", "address")
_CAPTURED = ("captured_at", "crawled_at", "fetched_at", "crawl_date", "fetch_time", "warc-date", "timestamp", "date")
_MOST_NAMES = 30


class Columns(NamedTuple):
    """Which column is what."""

    text: str
    url: str | None
    captured: str | None


class Row(NamedTuple):
    """One row of a corpus; its number counts from 1."""

    number: int
    text: object
    url: object
    captured: object


def columns_of(names: Sequence[str], options: SourceOptions) -> Columns:
    """The columns of a corpus, as the options name them, or guessed.

    Raises ``DamageError`` that names the columns there are.

    >>> from extract.sources.format import SourceOptions
    >>> columns_of(["id", "URL", "text", "date"], SourceOptions())
    Columns(text='text', url='URL', captured='date')
    """
    text = _named(options.text_column, names, "--text-column") or _first(_TEXT, names)
    if text is None:
        raise _no_column("no column that is known to hold a page; name it with --text-column", names)
    url = _named(options.url_column, names, "--url-column") or _first(_URL, names)
    return Columns(text, url, _first(_CAPTURED, names))


def is_known(names: Sequence[str]) -> bool:
    """Whether columns of these names are those of a corpus, beyond doubt: a page and its address."""
    return _first(_TEXT, names) is not None and _first(_URL, names) is not None


def _named(wanted: str | None, names: Sequence[str], option: str) -> str | None:
    if wanted is not None and wanted not in names:
        raise _no_column(f"no column {wanted!r}, as {option} names it", names)
    return wanted


def _first(known: Sequence[str], names: Sequence[str]) -> str | None:
    lower = {name.strip().lower(): name for name in reversed(names)}
    return next((lower[name] for name in known if name in lower), None)


def _no_column(problem: str, names: Sequence[str]) -> DamageError:
    told = ", ".join(names[:_MOST_NAMES]) + (", ..." if len(names) > _MOST_NAMES else "")
    return DamageError("no_text_column", f"{problem}; its columns: {told}")


def page_of(found: Found, row: Row, options: SourceOptions) -> Capture | Reject:
    """The page of a row."""
    source = f"{found.source}:{row.number}"
    uri = _address(row.url) or source
    if row.text is not None and not isinstance(row.text, (str, bytes)):
        return Reject(source, uri, "unsupported", f"the page is no text but {type(row.text).__name__}", None)
    data = well_formed(row.text).encode() if isinstance(row.text, str) else row.text
    if not data or not data.strip():
        return Reject(source, uri, "empty", "no text in this row", 0)
    if len(data) > options.page_bytes:
        return Reject(source, uri, "too_large", f"larger than {options.page_bytes:,} bytes", len(data))
    head = data[:HEAD_BYTES]
    if is_binary(head):
        return Reject(source, uri, "unsupported", "neither HTML nor plain text", len(data))
    media_type = "text/html" if html.claims(".html", head) else "text/plain"
    return Capture(uri, source, media_type, data, moment(row.captured))


def _address(value: object) -> str | None:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return (value.strip() or None) if isinstance(value, str) else None


def moment(value: object) -> datetime | None:
    """When a row was captured: a time of any common kind; without a zone it is UTC. ``None`` for what is no time.

    >>> moment("2023-11-14T08:20:00+07:00"), moment("14/11/2023")
    (datetime.datetime(2023, 11, 14, 1, 20, tzinfo=datetime.timezone.utc), None)
    """
    try:
        match value:
            case bytes():
                return moment(value.decode("ascii"))
            case datetime():
                read = value
            case date():
                read = datetime(value.year, value.month, value.day, tzinfo=UTC)
            case str():
                read = datetime.fromisoformat(value.strip())
            case _:
                return None
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
