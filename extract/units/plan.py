"""What a run has to do: its inputs as units, in order, on the disk."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

from extract.across.spool import Spool
from extract.sources import STANDARD_INPUT, File, Range, is_one_page, is_split, size_of
from extract.units.keys import key_of, of_files
from extract.units.unpacking import PIECE_BYTES, PIECE_PAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from extract.model import Reject

_SMALL = 1 << 20
"""Of larger files it is looked whether they are one page; of smaller ones no more than some pages can come."""
_RANGE = 256 << 20
"""Bytes of an archive that one worker cuts, where others can cut the rest."""
_ONE_IN = 32
"""So many files end a group: which ones depends on their names, so that a new file changes the group it is in alone."""


class Group(NamedTuple):
    """Files that are read together."""

    key: str
    files: tuple[File | Reject, ...]


class Archive(NamedTuple):
    """A file of many pages, to be cut into pieces; or some bytes of it, of which the next ones come next."""

    key: str
    file: File
    range: Range | None = None

    def ranged(self, some: Range) -> Archive:
        """Some bytes of it."""
        return Archive(key_of(self.key, repr(some)), self.file, some)


class Plan:
    """Groups and archives in the order of the inputs; may be asked for again."""

    def __init__(self, file: Path, inputs: Iterable[File | Reject]) -> None:
        """Lay it out. Raises ``OSError`` where ``file`` cannot be written."""
        file.unlink(missing_ok=True)
        self._entries: Spool[Group | Archive] = Spool(file)
        for entry in _entries(inputs):
            self._entries.add(entry)

    def __iter__(self) -> Iterator[Group | Archive]:
        """From the beginning."""
        return iter(self._entries)

    def archives(self) -> Iterator[Archive]:
        """The archives alone."""
        return (entry for entry in self if isinstance(entry, Archive))


def _entries(inputs: Iterable[File | Reject]) -> Iterator[Group | Archive]:
    group: list[File | Reject] = []
    size = 0
    for one in inputs:
        own = _size(one)
        alone = isinstance(one, File) and (one.path == STANDARD_INPUT or (own > _SMALL and not is_one_page(one)))
        if group and (alone or size + own > PIECE_BYTES or len(group) == PIECE_PAGES):
            yield _group(group)
            group, size = [], 0
        if isinstance(one, File) and alone:
            yield from _archives(one, own)
            continue
        group.append(one)
        size += own
        if isinstance(one, File) and zlib.crc32(one.name.encode("utf-8", "surrogatepass")) % _ONE_IN == 0:
            yield _group(group)
            group, size = [], 0
    if group:
        yield _group(group)


def _archives(file: File, size: int) -> Iterator[Archive]:
    """The whole file, or ranges of it: more than one process can read it then."""
    key = of_files([file])
    if size < 2 * _RANGE or not is_split(file):
        yield Archive(key, file)
        return
    for begins in range(0, size, _RANGE):
        yield Archive(key, file).ranged(Range(begins, min(begins + _RANGE, size), exact=begins == 0))


def _group(files: list[File | Reject]) -> Group:
    return Group(of_files(files), tuple(files))


def _size(one: File | Reject) -> int:
    if not isinstance(one, File) or one.path == STANDARD_INPUT:
        return 0
    return size_of(one.path) or 0
