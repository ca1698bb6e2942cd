"""Long lists in several files, each of a size that a browser shows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

_Item = TypeVar("_Item")
_NEAR = 3


class Shard(NamedTuple, Generic[_Item]):
    """A stretch of a list, and the files of all stretches."""

    items: tuple[_Item, ...]
    first: int
    """Place of its first item in the list, from 1."""
    total: int
    number: int
    """From 0."""
    files: tuple[str, ...]

    @property
    def file(self) -> str:
        """Its own file."""
        return self.files[self.number]

    @property
    def last(self) -> int:
        """Place of its last item in the list."""
        return self.first + len(self.items) - 1

    @property
    def previous(self) -> str | None:
        """The file before it."""
        return self.files[self.number - 1] if self.number else None

    @property
    def next(self) -> str | None:
        """The file after it."""
        return self.files[self.number + 1] if self.number + 1 < len(self.files) else None

    def near(self) -> list[tuple[int, str]]:
        """The first, the last and those around it, each with its number from 1."""
        ends = (0, len(self.files) - 1)
        return [
            (number + 1, file)
            for number, file in enumerate(self.files)
            if number in ends or abs(number - self.number) <= _NEAR
        ]


def shards(items: Sequence[_Item], stem: str, size: int) -> list[Shard[_Item]]:
    """``items`` in stretches of ``size``; no items are one empty stretch.

    >>> [(shard.file, shard.items, shard.first) for shard in shards("abcde", "pages", 2)]
    [('pages-1.html', ('a', 'b'), 1), ('pages-2.html', ('c', 'd'), 3), ('pages-3.html', ('e',), 5)]
    """
    cuts = range(0, max(len(items), 1), size)
    files = tuple(f"{stem}-{number}.html" for number in range(1, len(cuts) + 1))
    return [
        Shard(tuple(items[start : start + size]), start + 1, len(items), number, files)
        for number, start in enumerate(cuts)
    ]
