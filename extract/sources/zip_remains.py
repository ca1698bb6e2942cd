"""What is left of a zip whose directory is lost: every file in it also has a header of its own, before its bytes."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple

from extract.sources.format import DamageError, Found
from extract.sources.mirror import address_of
from extract.sources.stream import buffered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedIOBase, BufferedReader

MAGIC = b"PK\x03\x04"

_HEADER = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _SIZE_COMES_LATER, _IS_UTF8 = 0x1, 0x8, 0x800
_CHUNK = 1 << 16


class _Local(NamedTuple):
    name: str
    flags: int
    method: int
    checksum: int
    packed: int
    begins: int


def members(found: Found, file: BufferedIOBase) -> Iterator[Found]:
    """Every file whose header is found, the last one perhaps cut short."""
    at = _search(file, 0)
    while at is not None:
        local = _header(file, at)
        if local is None:
            at = _search(file, at + 1)
            continue
        if not local.name.endswith("/"):
            source = f"{found.source}!{local.name}"
            yield Found(local.name, source, _opener(file, local), None, address_of(local.name))
        known = 0 if local.flags & _SIZE_COMES_LATER else local.packed
        at = _search(file, local.begins + known)


def _search(file: BufferedIOBase, start: int) -> int | None:
    file.seek(start)
    window = b""
    while chunk := file.read(_CHUNK):
        window += chunk
        found = window.find(MAGIC)
        if found >= 0:
            return start + found
        start += max(0, len(window) - len(MAGIC) + 1)
        window = window[-len(MAGIC) + 1 :]
    return None


def _header(file: BufferedIOBase, at: int) -> _Local | None:
    file.seek(at)
    fixed = file.read(_HEADER.size)
    if len(fixed) < _HEADER.size:
        return None
    _, _, flags, method, _, _, checksum, packed, _, name_length, extra_length = _HEADER.unpack(fixed)
    name = file.read(name_length)
    if len(name) < name_length or not name:
        return None
    begins = at + _HEADER.size + name_length + extra_length
    return _Local(
        name.decode("utf-8" if flags & _IS_UTF8 else "cp437", "replace"), flags, method, checksum, packed, begins
    )


def _opener(file: BufferedIOBase, local: _Local) -> Callable[[], BufferedReader]:
    def opened() -> BufferedReader:
        if local.flags & _ENCRYPTED:
            raise DamageError("encrypted", "locked with a password; unlock the archive and read it again")
        if local.method not in (_STORED, _DEFLATED) or (local.method == _STORED and local.flags & _SIZE_COMES_LATER):
            raise DamageError("unsupported", "cannot be read without the directory of the archive")
        return buffered(_Bytes(file, local))

    return opened


class _Bytes:
    """The bytes of one file, checked against its checksum where the header has one."""

    def __init__(self, file: BufferedIOBase, local: _Local) -> None:
        self._file, self._local = file, local
        self._at = local.begins
        self._inflate = zlib.decompressobj(-zlib.MAX_WBITS) if local.method == _DEFLATED else None
        self._checksum = 0
        self._ended = False

    def read(self, size: int, /) -> bytes:
        if self._ended:
            return b""
        unpacked = self._stored(size) if self._inflate is None else self._deflated(self._inflate, size)
        self._checksum = zlib.crc32(unpacked, self._checksum)
        if not unpacked:
            self._ended = True
            if not self._local.flags & _SIZE_COMES_LATER and self._checksum != self._local.checksum:
                raise DamageError("corrupt", "the checksum is wrong")
        return unpacked

    def _stored(self, size: int) -> bytes:
        left = self._local.begins + self._local.packed - self._at
        return self._packed(min(size, left)) if left else b""

    def _deflated(self, inflate: zlib._Decompress, size: int) -> bytes:
        while not inflate.eof:
            packed = inflate.unconsumed_tail or self._packed(_CHUNK)
            if unpacked := inflate.decompress(packed, size):
                return unpacked
        return b""

    def _packed(self, size: int) -> bytes:
        self._file.seek(self._at)
        packed = self._file.read(size)
        if not packed:
            self._ended = True
            raise DamageError("truncated", "the archive ends in the middle of it")
        self._at += len(packed)
        return packed
