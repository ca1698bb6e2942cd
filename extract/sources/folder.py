"""The files below an input, always in the same order."""

from __future__ import annotations

import os
import sys
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extract import remote
from extract.model import Reject
from extract.remote import Remote
from extract.sources.format import DamageError, Found
from extract.sources.mirror import address_of
from extract.sources.sniff import HEAD_BYTES
from extract.sources.stream import buffered

if TYPE_CHECKING:
    from collections.abc import Iterator

STANDARD_INPUT = Path("-")


class File(NamedTuple):
    """A file below an input, as whoever reads it needs to know it, in this process or another."""

    path: Path | Remote
    name: str
    """Its path relative to the input, with ``/``."""
    above: str
    """The name of the folder that the input is in, or of the input itself if that is a folder."""

    def found(self) -> Found:
        """The same, to be read."""
        if self.path == STANDARD_INPUT:
            return Found("-", "-", lambda: buffered(sys.stdin.buffer))
        address = address_of(f"{self.above}/{self.name}")
        return Found(self.name, self.name, lambda: _open(self.path), size_of(self.path), address)


def files_below(given: Path | Remote) -> Iterator[File | Reject]:
    """The file ``given``, or all files below the folder ``given``, sorted by name, folders among them in their place.

    Links are followed, each folder entered once, so a link to a folder above it ends there. Names that begin with a
    dot are skipped, as are resource forks and thumbnails (``__MACOSX``, ``Thumbs.db``). A folder that may not be
    listed is a ``Reject``. ``-`` is standard input. Raises ``InputError`` where what is remote cannot be reached.
    """
    if isinstance(given, Remote):
        found = remote.look(given)
        if found is not None:
            yield from _remote_below(found, found.name) if found.folder else [File(found, found.name, found.above)]
    elif given == STANDARD_INPUT:
        yield File(given, "-", "")
    elif not given.is_dir():
        yield File(given, given.name, given.resolve().parent.name)
    else:
        yield from _below(given)


def _below(given: Path) -> Iterator[File | Reject]:
    above = given.resolve().name
    entered: set[Path] = set()
    waiting: list[Iterator[Path]] = [iter((given,))]
    while waiting:
        path = next(waiting[-1], None)
        if path is None:
            waiting.pop()
            continue
        name = path.relative_to(given).as_posix()
        if not path.is_dir():
            yield File(path, name, above)
            continue
        real = path.resolve()
        if real in entered:
            continue
        entered.add(real)
        try:
            names = sorted(one for one in os.listdir(path) if not is_hidden(one))  # noqa: PTH208 - names are sorted
        except OSError as error:
            yield Reject(name, name, "unreadable", error.strerror or str(error), None)
            continue
        waiting.append(map(path.__truediv__, names))


def _remote_below(folder: Remote, above: str, within: str = "") -> Iterator[File]:
    for one in remote.members(folder):
        if is_hidden(one.name):
            continue
        if one.folder:
            yield from _remote_below(one, above, f"{within}{one.name}/")
        else:
            yield File(one, f"{within}{one.name}", above)


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is none of the crawl: what systems leave behind.

    >>> is_hidden(".DS_Store"), is_hidden("__MACOSX"), is_hidden("..")
    (True, True, False)
    """
    return (name.startswith(".") and name.strip(".") != "") or name in {"__MACOSX", "Thumbs.db", "desktop.ini"}


def size_of(path: Path | Remote) -> int | None:
    """Bytes of a file, as far as that can be told."""
    if isinstance(path, Remote):
        return path.size
    try:
        return path.stat().st_size
    except OSError:
        return None


def _open(path: Path | Remote) -> BufferedReader:
    if isinstance(path, Remote):
        return remote.opened(path)
    if not path.is_file():
        raise DamageError("unreadable", "not a file: a broken link, a socket or a device")
    return BufferedReader(path.open("rb", buffering=0), HEAD_BYTES)
