"""Files that are not on a disk of this machine, but where a file system of Arrow leads: ``s3://``, ``gs://``,
``abfss://``, ``hdfs://``, and with ``fsspec`` installed all that it knows, as ``fsspec+sftp://``.

What goes wrong on the way there says nothing of a page: it ends the run, and the same command goes on from there.
"""

from __future__ import annotations

import io
import posixpath
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

import regex

from extract.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import WriteableBuffer
    from pyarrow.fs import FileInfo, FileSystem

_ADDRESS = regex.compile(r"[A-Za-z][A-Za-z0-9+.-]++://")
_ON_THE_WEB = regex.compile(r"(?i)https?://")
_SECRET = regex.compile(r"(?<=://)[^/@:]*+:[^/@]*+@")
_SAFE = "%/:?&=@+~#,;!$'()*[]"
"""What an address may hold as it is; Arrow refuses spaces and letters beyond ASCII."""
_READ_AT_ONCE = 1 << 20
"""Bytes that are asked for at once: each request takes some hundredths of a second."""


class Remote(NamedTuple):
    """A file or folder."""

    given: str
    """The address by which its file system is known; it may hold what is needed to get in."""
    path: str
    """In that file system."""
    folder: bool = False
    size: int | None = None
    """In bytes, where it was told."""
    changed: int | None = None
    """Nanoseconds since 1970, where it was told."""

    def __str__(self) -> str:
        """Its address without what is needed to get in."""
        return _shown(self.given) + self.path[len(_known(self.given)[1].rstrip("/")) :]

    @property
    def name(self) -> str:
        """The last part of its path."""
        return posixpath.basename(self.path)

    @property
    def above(self) -> str:
        """The name of the folder that it is in."""
        return posixpath.basename(posixpath.dirname(self.path))

    @property
    def files(self) -> FileSystem:
        """Where ``path`` leads. Raises ``InputError``."""
        return _known(self.given)[0]


def place(given: str) -> Path | Remote:
    """Where something lies that was given as a path or an address. Raises ``InputError`` for an address of no kind.

    >>> place("samples"), place("file:///srv/xa%20hoi")
    (PosixPath('samples'), PosixPath('/srv/xa hoi'))
    >>> str(place("s3://key:secret@crawl/2016/?region=ap-southeast-1"))
    's3://crawl/2016'
    """
    if not _ADDRESS.match(given):
        return Path(given)
    given = quote(given, safe=_SAFE)
    files, path = _known(given)
    return Path(path) if files.type_name == "local" else Remote(given, path.rstrip("/"))


def look(remote: Remote) -> Remote | None:
    """The same, and what there is to know of it; ``None`` if there is nothing. Raises ``InputError``."""
    with reached(remote):
        found = remote.files.get_file_info(remote.path)
    return None if found.type.name == "NotFound" else _told(remote.given, found)


def members(folder: Remote) -> list[Remote]:
    """What is in a folder, by name. Raises ``InputError``."""
    from pyarrow.fs import FileSelector  # noqa: PLC0415 - seldom needed

    with reached(folder):
        found = folder.files.get_file_info(FileSelector(folder.path))
    return sorted((_told(folder.given, one) for one in found), key=lambda one: one.name)


def opened(remote: Remote) -> io.BufferedReader:
    """Its bytes, from any place in it. Raises ``FileNotFoundError``, or ``InputError``, then or in reading."""
    return io.BufferedReader(_Bytes(remote), _READ_AT_ONCE)


@contextmanager
def reached(remote: Remote) -> Iterator[None]:
    """Turns what a file system says into an ``InputError``; not that a file is gone, which is its own affair."""
    try:
        yield
    except FileNotFoundError:
        raise
    except (OSError, ValueError, NotImplementedError) as error:
        raise InputError(f"{remote}: {error}") from error


class _Bytes(io.RawIOBase):
    """Fills every buffer as far as there are bytes."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote
        with reached(remote):
            self._file = remote.files.open_input_file(remote.path)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer)
        filled = 0
        with reached(self._remote):
            while filled < len(view) and (chunk := self._file.read(len(view) - filled)):
                view[filled : filled + len(chunk)] = chunk
                filled += len(chunk)
        return filled

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        with reached(self._remote):
            self._file.seek(offset, whence)
        return self.tell()

    def tell(self) -> int:
        return int(self._file.tell())

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()


@lru_cache
def _known(given: str) -> tuple[FileSystem, str]:
    from pyarrow.fs import FileSystem  # noqa: PLC0415 - seldom needed

    try:
        return FileSystem.from_uri(given)  # type: ignore[no-any-return]
    except (OSError, ValueError, ImportError) as error:
        shown = _shown(given)
        if _ON_THE_WEB.match(given):
            told = "pages are not fetched from the web; save them first, as 'wget --mirror' or a crawler does, and name"
            raise InputError(f"{shown}: {told} the folder or the archive") from error
        raise InputError(
            f"{shown}: {str(error).replace(given, shown)}; give a path, or an address that begins with s3://, gs://, "
            "abfss:// or hdfs://"
        ) from error


def _shown(given: str) -> str:
    return _SECRET.sub("", given.partition("?")[0]).rstrip("/")


def _told(given: str, found: FileInfo) -> Remote:
    folder = found.type.name == "Directory"
    return Remote(given, found.path.rstrip("/"), folder, None if folder else found.size, found.mtime_ns)
