"""Things on the disk between two passes, read in the order they were written."""

from __future__ import annotations

import pickle
import zlib
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Thing = TypeVar("Thing")

_LENGTH_BYTES = 8
_FAST = 1


class Spool(Generic[Thing]):
    """A file of things of one kind. It belongs to one run, which alone may read it: it trusts what is in it.

    >>> from pathlib import Path; from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     spool = Spool(Path(folder) / "communes")
    ...     spool.add("xã Tân Bình")
    ...     spool.add("phường 2")
    ...     list(spool)
    ['xã Tân Bình', 'phường 2']
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        file.touch(exist_ok=False)

    def add(self, thing: Thing) -> None:
        """Write one more. Raises ``OSError``."""
        packed = zlib.compress(pickle.dumps(thing, pickle.HIGHEST_PROTOCOL), _FAST)
        with self._file.open("ab") as stream:
            stream.write(len(packed).to_bytes(_LENGTH_BYTES, "big") + packed)

    def __iter__(self) -> Iterator[Thing]:
        """All of them, one in memory at a time."""
        with self._file.open("rb") as stream:
            while length := stream.read(_LENGTH_BYTES):
                packed = stream.read(int.from_bytes(length, "big"))
                yield pickle.loads(zlib.decompress(packed))  # noqa: S301 - written above, by this run
