"""Streams that fail late: what comes before damage is handed out before the damage is told."""

from __future__ import annotations

import io
import lzma
import shutil
import tarfile
import tempfile
import zipfile
import zlib
from typing import TYPE_CHECKING, Protocol

from extract.sources.format import DamageError
from extract.sources.sniff import HEAD_BYTES
from extract.sources.zstandard import zstd

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import WriteableBuffer

    from extract.sources.format import SourceOptions

_CUT = ("unexpected end of data", "truncated header")  # the words of tarfile
_BROKEN = (zlib.error, lzma.LZMAError, zstd.ZstdError, zipfile.BadZipFile, tarfile.TarError)


class Readable(Protocol):
    """Anything that gives bytes."""

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes; none at the end."""


def damage(error: Exception) -> DamageError:
    """What went wrong in reading, in the words of ``rejects``.

    >>> damage(EOFError("Compressed file ended before the end-of-stream marker was reached")).reason
    'truncated'
    """
    if isinstance(error, DamageError):
        return error
    if isinstance(error, EOFError) or any(words in str(error) for words in _CUT):
        return DamageError("truncated", str(error) or "it ends in the middle")
    if isinstance(error, OSError) and error.errno is not None:
        return DamageError("unreadable", error.strerror or str(error))
    return DamageError("corrupt", str(error))


class _Steady(io.RawIOBase):
    """Fills every buffer as far as there are bytes. An error waits until what came before it has been taken."""

    def __init__(self, source: Readable) -> None:
        self._source = source
        self._waiting: DamageError | None = None
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        if self._waiting is not None:
            told, self._waiting = self._waiting, None
            raise told
        view = memoryview(buffer)
        filled = 0
        try:
            while filled < len(view) and not self._ended:
                chunk = self._source.read(len(view) - filled)
                if not chunk:
                    break
                view[filled : filled + len(chunk)] = chunk
                filled += len(chunk)
        except DamageError as error:  # the source knows whether it can go on
            self._waiting = error
        except (EOFError, OSError, *_BROKEN) as error:
            self._waiting, self._ended = damage(error), True
        if filled == 0 and self._waiting is not None:
            return self.readinto(buffer)
        return filled

    def close(self) -> None:
        close = getattr(self._source, "close", None)
        if close is not None and not self.closed:
            close()
        super().close()


def buffered(source: Readable) -> io.BufferedReader:
    """``source`` with ``peek``: before anything is read, ``peek`` gives its first 64 KB."""
    return io.BufferedReader(_Steady(source), HEAD_BYTES)


class Piecewise:
    """A stream that gives what it has, and knows how many bytes were taken from it. ``BufferedReader.read`` drops what
    it has where damage comes before as much as was asked for.
    """

    def __init__(self, source: io.BufferedReader) -> None:
        self._source = source
        self.taken = 0

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes; none at the end."""
        chunk = self._source.read1(size)
        self.taken += len(chunk)
        return chunk


class Guarded:
    """Unpacked bytes, until they are more than such an archive can hold honestly."""

    def __init__(self, source: Readable, packed: Callable[[], int], options: SourceOptions) -> None:
        self._source, self._packed, self._options = source, packed, options
        self._unpacked = 0
        self._stopped = False

    def read(self, size: int, /) -> bytes:
        """As of the source. Raises ``DamageError`` once, then gives nothing."""
        if self._stopped:
            return b""
        if is_bomb(self._unpacked, self._packed(), self._options):
            self._stopped = True
            raise bomb(self._options)
        chunk = self._source.read(size)
        self._unpacked += len(chunk)
        return chunk


def is_bomb(unpacked: int, packed: int, options: SourceOptions) -> bool:
    """Whether so many bytes out of so few are too many."""
    return unpacked > options.page_bytes and unpacked > packed * options.ratio


def bomb(options: SourceOptions) -> DamageError:
    """The error for a bomb."""
    return DamageError("bomb", f"unpacks to more than {options.ratio} times its size")


def seekable(stream: io.BufferedReader) -> io.BufferedIOBase:
    """``stream`` itself, or its bytes in a file without a name, which is gone when closed: formats with their directory
    at the end are read from there. Memory stays small.
    """
    if stream.seekable():
        return stream
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    try:
        shutil.copyfileobj(stream, file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file
