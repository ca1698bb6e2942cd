"""The work folder of a run: what units have made, each file known by its key.

A file appears whole, by a rename, and ends with a checksum: what a power cut or a full disk left is told from what is
finished, and made again.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import struct
import zlib
from typing import TYPE_CHECKING, Any, Literal, Self, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import BinaryIO

Kind = Literal["cut", "captures", "cleaned", "read", "written"]

_END = struct.Struct(">IQ8s")
"""Checksum of all before it, length of the index, mark."""
_MARK = b"baocao-1"
_CHUNK = 1 << 20
_RECIPE = "recipe"
_SORTING = "sorting"


class Finished:
    """What a unit has made: named parts, each read when it is asked for."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        stream.seek(-_END.size, os.SEEK_END)
        self._checksum, length, mark = _END.unpack(stream.read())
        if mark != _MARK:
            raise ValueError("no end of a finished unit")
        stream.seek(-_END.size - length, os.SEEK_END)
        self._parts: dict[str, tuple[int, int]] = json.loads(stream.read(length))

    def __enter__(self) -> Self:  # noqa: D105 - as of any context
        return self

    def __exit__(self, *_: object) -> None:  # noqa: D105
        self._stream.close()

    def part(self, name: str) -> bytes:
        """The bytes of a part."""
        start, length = self._parts[name]
        self._stream.seek(start)
        return self._stream.read(length)

    def summary(self) -> Summary:
        """What the unit says of itself."""
        return json.loads(self.part(_SUMMARY))  # type: ignore[no-any-return]

    def is_sound(self) -> bool:
        """Whether all bytes are those that were written."""
        left = self._stream.seek(-_END.size, os.SEEK_END)
        self._stream.seek(0)
        checksum = 0
        while left and (chunk := self._stream.read(min(left, _CHUNK))):
            checksum = zlib.crc32(chunk, checksum)
            left -= len(chunk)
        return checksum == int(self._checksum)


_SUMMARY = "summary"
Summary = dict[str, Any]


class Store:
    """The files of one work folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def prepared(cls, folder: Path, recipe: str) -> Store:
        """The store in ``folder``, emptied of whatever was made by another ``recipe``. Raises ``OSError``."""
        store = cls(folder)
        said = folder / _RECIPE
        if not (said.is_file() and said.read_text("ascii") == recipe):
            remove(folder)
            folder.mkdir()
            for kind in get_args(Kind):
                (folder / kind).mkdir()
            said.write_text(recipe, "ascii")
        if store.sorting.exists():
            shutil.rmtree(store.sorting)
        store.sorting.mkdir()
        for left in folder.glob("*/??/.*"):
            left.unlink(missing_ok=True)
        return store

    @property
    def sorting(self) -> Path:
        """The folder of rows on their way; nothing in it is ever used again."""
        return self.folder / _SORTING

    def keep(self, kind: Kind, key: str, summary: Summary, parts: Mapping[str, bytes]) -> None:
        """Keep what a unit has made. Raises ``OSError``."""
        file = self._file(kind, key)
        file.parent.mkdir(exist_ok=True)  # but not its parents: a run that was given up must not begin a folder
        under_way = file.with_name(f".{key}.{os.getpid()}.{secrets.token_hex(4)}")
        try:
            with under_way.open("xb") as stream:
                _write(stream, {_SUMMARY: json.dumps(summary).encode(), **parts})
            under_way.replace(file)
        except BaseException:
            under_way.unlink(missing_ok=True)
            raise

    def find(self, kind: Kind, key: str) -> Summary | None:
        """What a unit says of itself, if it is finished and sound; all its bytes are looked at."""
        try:
            with self.open(kind, key) as finished:
                return finished.summary() if finished.is_sound() else None
        except (OSError, ValueError, KeyError, struct.error):
            return None

    def open(self, kind: Kind, key: str) -> Finished:
        """What a unit has made. Raises ``OSError``, or ``ValueError`` where it was never finished."""
        stream = self._file(kind, key).open("rb")
        try:
            return Finished(stream)
        except BaseException:
            stream.close()
            raise

    def drop(self, kind: Kind, key: str) -> None:
        """Forget what nobody needs any more."""
        self._file(kind, key).unlink(missing_ok=True)

    def _file(self, kind: Kind, key: str) -> Path:
        return self.folder / kind / key[:2] / key


def remove(folder: Path) -> None:
    """Remove a work folder. Workers of a run that was killed may still write into it, so it is put aside first."""
    if folder.exists():
        aside = folder.with_name(f"{folder.name}.{secrets.token_hex(4)}")
        folder.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)


def _write(stream: BinaryIO, parts: Mapping[str, bytes]) -> None:
    index: dict[str, tuple[int, int]] = {}
    start = checksum = 0
    for name, content in parts.items():
        index[name] = (start, len(content))
        start += len(content)
        checksum = zlib.crc32(content, checksum)
        stream.write(content)
    told = json.dumps(index).encode()
    stream.write(told)
    stream.write(_END.pack(zlib.crc32(told, checksum), len(told), _MARK))
