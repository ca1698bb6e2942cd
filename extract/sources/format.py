"""What a format of archive is, what a file is to it, and how much of a file is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from extract.model import Capture, Reject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from io import BufferedReader


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """How to read inputs: which columns of a corpus, and the limits that keep a bad archive from harm."""

    text_column: str | None = None
    """The column of CSV, JSONL and Parquet files that holds the page; ``None``: guessed from its name."""
    url_column: str | None = None
    page_bytes: int = 64 * 1024 * 1024
    """More than any page of text; what is larger is refused and not held in memory."""
    ratio: int = 200
    """What unpacks to more than ``page_bytes`` and to more than this many times its size is a bomb. Pages pack 5 to 20
    times."""
    members: int = 1_000_000
    """The most files one zip or tar may hold."""


class DamageError(Exception):
    """Bytes that cannot be read on. Never leaves this package: it becomes the ``Reject`` of what was being read."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason, self.message = reason, message


class Range(NamedTuple):
    """Some bytes of an archive, one of several that are read apart: what begins in them, though it may end behind."""

    begins: int
    ends: int
    exact: bool = False
    """Whether it is known that something begins at ``begins``; else the first thing is looked for."""


@dataclass(slots=True)
class Span:
    """Such bytes while they are read, and what was met at their edges."""

    range: Range
    first: int | None = None
    """Where the first thing begins; ``None``: none does."""
    beyond: int | None = None
    """Where the next thing behind them begins, or the archive ends; ``None``: it was not read so far."""


class Found(NamedTuple):
    """A file that may hold pages: on the disk, in an archive, or on standard input."""

    name: str
    """Its path relative to the input or archive, with ``/``; what formats know it by."""
    source: str
    """Where exactly it lies: ``name``, or ``archive!name``."""
    open: Callable[[], BufferedReader]
    """Its bytes, once. Raises ``OSError`` or ``DamageError``, then or in reading."""
    size: int | None = None
    """In bytes, if known before it is read."""
    address: str | None = None
    """Its address on the web, where the path tells."""
    span: Span | None = None
    """How much of it is to be read, by a format that ``is_split``; ``None``: all of it."""

    @property
    def uri(self) -> str:
        """The address where known, else the path."""
        return self.address or self.source

    def reject(self, reason: str, message: str, size: int | None = None) -> Reject:
        """The row that says why this file is not read."""
        return Reject(self.source, self.uri, reason, message, size)


Item = Capture | Reject | Found
"""What a format finds in a file: pages, what it could not read, and, of an archive, the files to be read in turn."""


class Format(NamedTuple):
    """One kind of file: which files are of it, and what is in them."""

    name: str
    claims: Callable[[str, bytes], bool]
    """Whether a file of this name, beginning with these bytes, is of this format."""
    read: Callable[[Found, BufferedReader, SourceOptions], Iterator[Item]]
    """May raise ``OSError`` or ``DamageError``, which become a ``Reject``. A ``Found`` is read before the next is asked
    for."""
    is_split: bool = False
    """Whether it reads some bytes of a file alone (``Found.span``)."""


def whole_page(
    found: Found, stream: BufferedReader, options: SourceOptions, media_type: str, captured_at: datetime | None = None
) -> Iterator[Capture | Reject]:
    """A file that is one page. The time a file was last changed says nothing of when it was captured, so none is
    taken from there.
    """
    data = page_bytes(stream, options, found.size)
    yield Capture(found.uri, found.source, media_type, data, captured_at)


def page_bytes(stream: BufferedReader, options: SourceOptions, size: int | None = None) -> bytes:
    """All bytes of a page. Raises ``DamageError`` where there are more than a page may have; those are not read."""
    if size is None or size <= options.page_bytes:
        data = stream.read(options.page_bytes + 1)
        if len(data) <= options.page_bytes:
            return data
    raise too_large(options)


def too_large(options: SourceOptions) -> DamageError:
    """The error for a page beyond ``options.page_bytes``."""
    return DamageError("too_large", f"larger than {options.page_bytes:,} bytes, the most one page may have")
