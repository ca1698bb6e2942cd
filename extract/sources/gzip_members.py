"""Gzip files member by member, going on behind a damaged one.

Crawlers write a WARC as one gzip member a record, so that a bad record costs itself alone. Common readers stop at the
first damage or, at a missing end, tell nothing.
"""

from __future__ import annotations

import sys
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

from extract.sources.format import DamageError

if TYPE_CHECKING:
    from extract.sources.stream import Readable

MAGIC = b"\x1f\x8b\x08"

_WITH_HEADER_AND_TRAILER = 16 + zlib.MAX_WBITS
_RESERVED_FLAGS = 0xE0
_CHUNK = 1 << 16
_KEPT = 1 << 22
"""How many packed bytes of a damaged member are searched again: inflating rubbish may have run into the next member."""
_LOOKED_AT = 1 << 12
_STEP = 1 << 10


class GzipMembers:
    """The members of a gzip stream, in turn: ``next_member``, then ``read`` until it gives nothing."""

    def __init__(self, packed: Readable, begins: bytes = b"", position: int = 0) -> None:
        self._packed = packed
        self._begins = begins
        """What every member begins with, once unpacked: by this a member is known again behind damage."""
        self._input = b""
        self._position = position
        self._seen = bytearray()
        self._inflate: zlib._Decompress | None = None
        self._damaged = False
        self._waiting: DamageError | None = None
        """Damage met, to be told of when what came before it has been taken."""
        self.offset = position
        """Where the present member begins in the packed bytes."""

    @property
    def position(self) -> int:
        """How many packed bytes have been taken."""
        return self._position

    def search(self, ends: int) -> bool:
        """Go to the next place before ``ends`` that looks like a member; whether there is one."""
        return self._go_on(0, ends) and self._position < ends

    def next_member(self) -> bool:
        """Go to the next member; ``False`` at the end.

        Raises ``DamageError`` where there is something else than a member; called again, it goes on behind that.
        """
        if self._damaged:
            self._resynchronise()
        while not self._damaged and self._inflate is not None and not self._inflate.eof:
            self.read(_CHUNK)
        self._inflate, self._waiting = None, None
        self._seen.clear()
        while self._fill(1):
            padding = len(self._input) - len(self._input.lstrip(b"\0"))
            if not padding:
                break
            self._advance(padding)
        self._seen.clear()
        if not self._fill(1):
            return False
        self.offset = self._position
        self._fill(len(MAGIC))
        if not self._input.startswith(MAGIC):
            self._damaged = True
            raise DamageError("corrupt", f"no gzip at byte {self.offset}")
        self._inflate = zlib.decompressobj(_WITH_HEADER_AND_TRAILER)
        return True

    def read(self, size: int, /) -> bytes:
        """Unpacked bytes of the present member; none at its end. Raises ``DamageError``, then gives nothing."""
        inflate = self._inflate
        while inflate is not None and not inflate.eof and not self._damaged:
            if self._waiting is not None:
                self._damaged = True
                raise self._waiting
            ended = not self._fill(1)
            before = inflate.copy()
            try:
                unpacked = inflate.decompress(self._input, size)
            except zlib.error as error:
                self._waiting = DamageError("corrupt", f"gzip member at byte {self.offset}: {error}")
                unpacked = _up_to_damage(before, self._input)
                if unpacked:
                    return unpacked
                continue
            left = len(inflate.unused_data) if inflate.eof else len(inflate.unconsumed_tail)
            self._advance(len(self._input) - left)
            if unpacked:
                return unpacked
            if ended and not inflate.eof:
                self._damaged = True
                raise DamageError("truncated", f"the gzip member at byte {self.offset} has no end")
        return b""

    def give_up(self) -> None:
        """Leave the present member, whatever it still holds, and look for the next one."""
        if self._inflate is not None and not self._inflate.eof:
            self._damaged = True

    def _fill(self, wanted: int) -> bool:
        while len(self._input) < wanted:
            chunk = self._packed.read(_CHUNK)
            if not chunk:
                return False
            self._input += chunk
        return True

    def _advance(self, count: int) -> None:
        self._seen += self._input[:count]
        if len(self._seen) > 2 * _KEPT:
            del self._seen[:-_KEPT]
        self._input = self._input[count:]
        self._position += count

    def _resynchronise(self) -> None:
        """Set the input to the next place that looks like a member, behind the beginning of the damaged one."""
        back = bytes(self._seen[-_KEPT:])
        start_of_member = self._position - len(back) == self.offset
        self._position -= len(back)
        self._input = back + self._input
        self._seen.clear()
        self._inflate, self._damaged = None, False
        self._go_on(1 if start_of_member else 0)

    def _go_on(self, at: int, ends: int = sys.maxsize) -> bool:
        """Set the input to the next place from its ``at`` on that looks like a member, or to the end."""
        while self._position + at < ends:
            self._fill(at + _LOOKED_AT)
            found = self._input.find(MAGIC, at)
            if found < 0:
                at = max(at, len(self._input) - len(MAGIC) + 1)
                if not self._fill(len(self._input) + 1):
                    found = len(self._input)
            elif not self._opens(found):
                at = found + 1
                continue
            skipped = found if found >= 0 else at
            self._position += skipped
            self._input = self._input[skipped:]
            at = 0
            if found >= 0:
                return bool(self._input)
        return False

    def _opens(self, at: int) -> bool:
        self._fill(at + _LOOKED_AT)
        packed = self._input[at : at + _LOOKED_AT]
        if len(packed) > len(MAGIC) and packed[len(MAGIC)] & _RESERVED_FLAGS:
            return False
        try:
            unpacked = zlib.decompressobj(_WITH_HEADER_AND_TRAILER).decompress(packed, _LOOKED_AT)
        except zlib.error:
            return False
        return unpacked.lstrip().startswith(self._begins)


def _up_to_damage(inflate: zlib._Decompress, packed: bytes) -> bytes:
    """All that can be unpacked: how much that is must not depend on how the packed bytes came."""
    unpacked = bytearray()
    for step in (_STEP, 1):
        with suppress(zlib.error):
            while True:
                before = inflate.copy()
                some = inflate.decompress(packed, step)
                if not some:
                    break
                unpacked += some
                packed = inflate.unconsumed_tail
        inflate = before
    return bytes(unpacked)


class GzipStream:
    """All members of a gzip stream as one. After a ``DamageError`` it goes on with the next member, if there is one."""

    def __init__(self, packed: Readable) -> None:
        self._members = GzipMembers(packed)
        self._opened = False

    @property
    def position(self) -> int:
        """How many packed bytes have been taken."""
        return self._members.position

    def read(self, size: int, /) -> bytes:
        """Unpacked bytes; none at the end."""
        while True:
            if not self._opened and not self._members.next_member():
                return b""
            self._opened = True
            try:
                unpacked = self._members.read(size)
            except DamageError:
                self._opened = False
                raise
            if unpacked:
                return unpacked
            self._opened = False
