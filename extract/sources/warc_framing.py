"""Where the records of a WARC begin and end, also where one of them lies about its length.

fastwarc reads what is in a record. Its iterator is not used: it ends at the first damage, and gives a record that was
cut off as if it were whole.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from fastwarc.warc import HeaderMap

from extract.sources.format import DamageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = b"WARC/"
_END = b"\r\n\r\n"
_MARK_BEHIND = b"\r\n\r\nWARC/1."
_LINE = 1 << 16
_HEADER = 1 << 18
_SLACK = 1 << 16
"""HTTP headers stand in the block of a record, before the page."""
_START = 1 << 14


class Record(NamedTuple):
    """One record: its header, and its block, whole or, of a block that is too large, its start."""

    offset: int
    uri: str | None
    """What it captured."""
    header: HeaderMap
    raw_header: bytes
    block: bytes
    length: int


class Broken(NamedTuple):
    """What stands where a record should."""

    offset: int
    uri: str | None
    reason: str
    message: str
    bytes: int | None


def _target(header: HeaderMap) -> str | None:
    """The address in a record's header. Some writers put it in angle brackets."""
    target = header.get("WARC-Target-URI")
    return target.strip().removeprefix("<").removesuffix(">") if target else None


def records(stream: io.BufferedIOBase, most: int) -> Iterator[Record | Broken]:
    """The records of a stream, and what is damaged, in order. Of blocks of more than ``most`` bytes and some for HTTP
    headers, only the start is kept.
    """
    lines = _Lines(stream)
    uri: str | None = None
    start = 0
    try:
        while True:
            uri, start = None, lines.position
            line = lines.next()
            if not line:
                return
            if not line.strip():
                continue
            if not line.startswith(_MARK):
                lines.skip_to_record()
                yield Broken(start, None, "corrupt", f"{lines.position - start} bytes that are no record", None)
                continue
            raw_header = line + _header_lines(lines)
            header = HeaderMap()
            try:
                header.parse(io.BytesIO(raw_header))
            except (OSError, ValueError) as error:  # "Invalid WARC header", "Maximum header length exceeded."
                lines.skip_to_record()
                yield Broken(start, None, "corrupt", f"no header of a record: {error}", None)
                continue
            uri = _target(header)
            yield _record(lines, Record(start, uri, header, raw_header, b"", 0), most + _SLACK)
    except DamageError as error:
        yield Broken(start, uri, error.reason, error.message, None)


def next_record(stream: io.BufferedIOBase, begins: int, ends: int) -> int | None:
    """Where the first record begins of those that begin in these bytes, by what stands around its beginning: it may be
    one within another. ``None``: there is none.
    """
    at = max(0, begins - len(_END))
    stream.seek(at)
    seen = b""
    while at < ends:
        chunk = stream.read(_LINE)
        seen += chunk
        found = seen.find(_MARK_BEHIND)
        if found >= 0:
            start = at + found + len(_END)
            return start if start < ends else None
        if not chunk:
            return None
        kept = seen[-len(_MARK_BEHIND) :]
        at, seen = at + len(seen) - len(kept), kept
    return None


def _header_lines(lines: _Lines) -> bytes:
    header = b""
    while len(header) < _HEADER:
        line = lines.next()
        if not line:
            raise DamageError("truncated", "it ends in the header of a record")
        header += line
        if not line.strip():
            break
    return header


def _record(lines: _Lines, head: Record, most: int) -> Record | Broken:
    start, uri = head.offset, head.uri
    said = (head.header.get("Content-Length") or "").strip()
    if not (said.isascii() and said.isdigit()):
        lines.skip_to_record()
        return Broken(start, uri, "corrupt", "the record does not say how long it is", None)
    length = int(said)
    block = lines.read(length if length <= most else _START)
    begins = lines.position - len(block)
    got = len(block) + lines.skip(length - len(block))
    blank, behind = lines.next_with_text()
    if got == length and (blank.startswith(_END) or not behind or behind.startswith(_MARK)):
        lines.push(behind)
        return head._replace(block=block, length=length)
    if got < length and length > most:  # nothing else is known of what was skipped
        if lines.go_back(begins):
            lines.skip_to_record()
        return Broken(start, uri, "truncated", f"the record has {got:,} of its {length:,} bytes", got)
    # The length is wrong, or the end is missing. The next record may stand within what was taken for this one.
    within = block.find(_MARK_BEHIND)
    if within >= 0:
        lines.push(block[within + 4 :] + blank + behind)
        return Broken(start, uri, "corrupt", f"the next record begins after {within:,} of its {length:,} bytes", within)
    if got < length:
        return Broken(start, uri, "truncated", f"the record has {got:,} of its {length:,} bytes", got)
    lines.push(behind)
    lines.skip_to_record()
    return Broken(start, uri, "corrupt", f"the record goes on after its {length:,} bytes", length)


class _Lines:
    """A stream from which what was taken can be put back, and that knows where it is."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self._stream = stream
        self._start = stream.tell() if stream.seekable() else None
        self._pushed = io.BytesIO()
        self.position = 0

    def next(self) -> bytes:
        line = self._pushed.readline(_LINE)
        if not line.endswith(b"\n") and len(line) < _LINE:
            line += self._stream.readline(_LINE - len(line))
        self.position += len(line)
        return line

    def next_with_text(self) -> tuple[bytes, bytes]:
        """The next line that is not blank, and before it the blank ones."""
        blank = b""
        line = self.next()
        while line and not line.strip():
            blank += line if len(blank) < _LINE else b""
            line = self.next()
        return blank, line

    def read(self, size: int) -> bytes:
        data = self._pushed.read(size)
        if len(data) < size:
            data += self._stream.read(size - len(data))
        self.position += len(data)
        return data

    def skip(self, size: int) -> int:
        left = size
        while left and (chunk := self.read(min(left, _LINE))):
            left -= len(chunk)
        return size - left

    def push(self, data: bytes) -> None:
        self._pushed = io.BytesIO(data + self._pushed.read())
        self.position -= len(data)

    def go_back(self, position: int) -> bool:
        """Go back to ``position``, where the stream can."""
        if self._start is not None:
            self._stream.seek(self._start + position)
            self._pushed, self.position = io.BytesIO(), position
        return self._start is not None

    def skip_to_record(self) -> None:
        while line := self.next():
            if line.startswith(_MARK):
                self.push(line)
                return
