"""WARC files, plain or gzip: one capture a record, at its offset; a damaged record costs itself alone."""

from __future__ import annotations

import zlib
from collections import Counter
from typing import TYPE_CHECKING

from extract.model import Reject
from extract.sources.format import DamageError, Format
from extract.sources.gzip_members import MAGIC, GzipMembers
from extract.sources.stream import Guarded, Piecewise, buffered
from extract.sources.warc_framing import Broken, Record, records
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
    for item in _packed_records(stream, options) if packed else _plain_records(stream, options):
        place, record = item
        source = f"{found.source}@{place}"
        if isinstance(record, Broken):
            yield Reject(source, record.uri, record.reason, f"{record.message}, at byte {place}", record.bytes)
            continue
        page = page_of(record, source, options)
        if isinstance(page, LeftOut):
            left_out.setdefault(page.reason, Counter())[page.what] += 1
        elif page is not None:
            yield page
    for reason, kinds in sorted(left_out.items()):
        yield found.reject(reason, _told(kinds))


Placed = tuple[str, Record | Broken]
"""A record and its place: the offset in the file; of several records in one gzip member, and how far in that."""


def _plain_records(stream: BufferedReader, options: SourceOptions) -> Iterator[Placed]:
    for record in records(stream, options.page_bytes):
        yield str(record.offset), record


def _packed_records(stream: BufferedReader, options: SourceOptions) -> Iterator[Placed]:
    members = GzipMembers(Piecewise(stream), _BEGINS)
    while True:
        try:
            if not members.next_member():
                return
        except DamageError as error:
            yield str(members.offset), Broken(0, None, error.reason, error.message, None)
            continue
        offset = members.offset
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


FORMAT = Format("WARC", claims, read)
