"""Compiled patterns, kept between runs and shared by all processes of a user.

The pattern of a phrase with long lists takes a second to compile, and a hundredth of that to read back. So what a
process had to compile it adds to a file, the *shelf*, where every other one finds it by its source: a rule or some code
that changes costs the patterns that it changes.

The file only ever grows at its end. Each record has a checksum: one that was cut off, by a full disk or a loss of
power, is where reading stops and the next record is written.
"""

from __future__ import annotations

import fcntl
import os
import pickle
from hashlib import sha256
from importlib.metadata import version
from struct import Struct
from typing import TYPE_CHECKING, BinaryIO
from weakref import WeakValueDictionary
from zlib import crc32

import regex

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = Struct("<32sII")
"""Of a record: the SHA-256 of the pattern's source, the length of its code, a checksum of that."""
_LARGEST = 1 << 26
"""From so many bytes on a shelf is begun anew: those of all shipped rules are a tenth of it."""


class Shelf:
    """The compiled patterns in a file. Whatever is wrong with it, it is done without."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"{version('regex')}.patterns"
        self._places: dict[bytes, tuple[int, int]] = {}
        """Where in the file the code of a pattern stands, by its digest."""
        self._end = 0
        """So far the file was read."""

    def find(self, source: str) -> regex.Pattern[str] | None:
        """The pattern compiled from ``source``, if some process has compiled it."""
        try:
            with self._file.open("rb") as stream:
                self._read_on(stream)
                start, length = self._places[_digest(source)]
                stream.seek(start)
                found = pickle.loads(stream.read(length))  # noqa: S301 - the user's own, see ``_read_on``
        except Exception:  # noqa: BLE001 - not there, or no longer what it was: it can be compiled again
            return None
        return found if isinstance(found, regex.Pattern) and found.pattern == source else None

    def add(self, pattern: regex.Pattern[str]) -> None:
        """Keep a pattern for all who come later."""
        code = pickle.dumps(pattern, pickle.HIGHEST_PROTOCOL)
        digest = _digest(pattern.pattern)
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._file.open("a+b") as stream:
                fcntl.flock(stream, fcntl.LOCK_EX)
                self._read_on(stream)
                if digest in self._places:
                    return
                if self._end > _LARGEST:
                    self._places, self._end = {}, 0
                stream.truncate(self._end)
                stream.write(_HEAD.pack(digest, len(code), crc32(code)) + code)
        except OSError:
            return

    def _read_on(self, stream: BinaryIO) -> None:
        """Learn what was added since. Raises ``OSError`` if the file is not the user's own."""
        state = os.fstat(stream.fileno())
        if hasattr(os, "getuid") and state.st_uid != os.getuid():
            raise PermissionError(self._file)
        if state.st_size < self._end:  # begun anew
            self._places, self._end = {}, 0
        stream.seek(self._end)
        added = stream.read()
        at = 0
        while at + _HEAD.size <= len(added):
            digest, length, checksum = _HEAD.unpack_from(added, at)
            code = memoryview(added)[at + _HEAD.size : at + _HEAD.size + length]
            if len(code) < length or crc32(code) != checksum:
                return
            self._places[digest] = self._end + _HEAD.size, length
            self._end += _HEAD.size + length
            at += _HEAD.size + length


class _Patterns:
    """The patterns of this process, and the shelf they come from."""

    def __init__(self) -> None:
        self.shelf: Shelf | None = None
        self._met: WeakValueDictionary[str, regex.Pattern[str]] = WeakValueDictionary()

    def compiled(self, source: str) -> regex.Pattern[str]:
        found = self._met.get(source) or (self.shelf and self.shelf.find(source))
        if not found:
            found = regex.compile(source, cache_pattern=False)
            if self.shelf:
                self.shelf.add(found)
        self._met[source] = found
        return found


_PATTERNS = _Patterns()


def compiled(source: str) -> regex.Pattern[str]:
    """The pattern of ``source``, which is compiled only if neither this process has it nor the shelf.

    >>> compiled("a+b").fullmatch("aab") is not None
    True
    """
    return _PATTERNS.compiled(source)


def keep_in(folder: Path) -> None:
    """Where the shelf of this process stands from now on."""
    _PATTERNS.shelf = Shelf(folder)


def _digest(source: str) -> bytes:
    return sha256(source.encode("utf-8", "surrogatepass")).digest()
