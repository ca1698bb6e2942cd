"""WARC files, plain or gzip: one capture a record, at its offset; a damaged record costs itself alone."""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from typing import TYPE_CHECKING

from extract.model import Reject
from extract.sources.format import DamageError, Format, Range, Span
from extract.sources.gzip_members import MAGIC, GzipMembers
from extract.sources.stream import Guarded, Piecewise, buffered
from extract.sources.warc_framing import Broken, Record, next_record, records
from extract.sources.warc_page import LeftOut, page_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from extract.model import Capture
    from extract.sources.format import Found, SourceOptions

_BEGINS = b"WARC/"
_KINDS_TOLD = 12


def claims(name: str, head: bytes) -> bool:  # noqa: ARG001 - names lie
    r"""Whether a file begins with a WARC record, packed or not.

    >>> import gzip
    >>> claims("a.warc.gz", gzip.compress(b"WARC/1.0\r\n")), claims("a.warc.gz", gzip.compress(b"<html>"))
    (True, False)
    """
    if head.startswith(MAGIC):
        try:
            head = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head, len(_BEGINS))
        except zlib.error:
            return False
    return head.startswith(_BEGINS)


def read(found: Found, stream: BufferedReader, options: SourceOptions) -> Iterator[Capture | Reject]:
    """Its pages, and in the end one row for each way in which records are no pages, with their number."""
    left_out: dict[str, Counter[str]] = {}
    packed = stream.peek(len(MAGIC)).startswith(MAGIC)
    span = found.span or Span(Range(0, sys.maxsize, exact=True))
    if span.range.begins >= span.range.ends:
        return
    for place, record in (_packed_records if packed else _plain_records)(stream, options, span):
        source = f"{found.source}@{place}"
        if isinstance(record, Broken):
            yield Reject(source, record.uri, record.reason, record.message, record.bytes)
            continue
        page = page_of(record, source, options)
        if isinstance(page, LeftOut):
            left_out.setdefault(page.reason, Counter())[page.what] += 1
        elif page is not None:
            yield page
    part = found if found.span is None else found._replace(source=f"{found.source}@{span.first}")
    for reason, kinds in sorted(left_out.items()):
        yield part.reject(reason, _told(kinds))


Placed = tuple[str, Record | Broken]
"""A record and its place: the offset in the file; of several records in one gzip member, and how far in that."""


def _plain_records(stream: BufferedReader, options: SourceOptions, span: Span) -> Iterator[Placed]:
    begins, ends, exact = span.range
    start = begins if exact else next_record(stream, begins, ends)
    if start is None:
        return
    if start:
        stream.seek(start)
    span.first = start
    for record in records(stream, options.page_bytes):
        if start + record.offset >= ends:
            span.beyond = start + record.offset
            return
        yield str(start + record.offset), record
    span.beyond = sys.maxsize


def _packed_records(stream: BufferedReader, options: SourceOptions, span: Span) -> Iterator[Placed]:
    begins, ends, exact = span.range
    if begins:
        stream.seek(begins)
    members = GzipMembers(Piecewise(stream), _BEGINS, begins)
    if not exact and not members.search(ends):
        return
    span.first = members.position
    while True:
        broken = None
        try:
            if not members.next_member():
                span.beyond = sys.maxsize
                return
        except DamageError as error:
            broken = Broken(0, None, error.reason, error.message, None)
        offset = members.offset
        if offset >= ends:
            span.beyond = offset
            return
        if broken is not None:
            yield str(offset), broken
            continue
        guarded = Guarded(members, lambda start=offset: members.position - start, options)  # type: ignore[misc]
        with buffered(guarded) as member:
            for record in records(member, options.page_bytes):
                yield f"{offset}+{record.offset}" if record.offset else str(offset), record
        members.give_up()


def _told(kinds: Counter[str]) -> str:
    """How many records are of which kind, the most frequent first.

    >>> _told(Counter({"text/css": 3, "image/png": 12}))
    '15 records: image/png 12, text/css 3'
    """
    ranked = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    shown = [f"{kind} {count}" for kind, count in ranked[:_KINDS_TOLD]]
    rest = sum(count for _, count in ranked[_KINDS_TOLD:])
    return f"{kinds.total()} records: " + ", ".join(shown + ([f"others {rest}"] if rest else []))


FORMAT = Format("WARC", claims, read, is_split=True)
