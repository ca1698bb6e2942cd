"""The largest of many lines, in bounded memory."""

from __future__ import annotations

from collections import defaultdict
from heapq import heappush, heappushpop
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable

LONGEST = 1000
"""Lines of one list: bounds memory and the size of a file, however large the archive."""
_Key = TypeVar("_Key", bound="Hashable")
_Line = TypeVar("_Line")


class Largest(Generic[_Key, _Line]):
    """The largest lines of each list; of equal ones those that came first.

    >>> kept = Largest[str, str](longest=2)
    >>> for size, line in ((5, "a"), (9, "b"), (5, "c")):
    ...     kept.add("x", size, line)
    >>> kept.of("x")
    ['b', 'a']
    """

    def __init__(self, longest: int = LONGEST) -> None:
        self._longest = longest
        self._seen = 0
        self._kept: defaultdict[_Key, list[tuple[int, int, _Line]]] = defaultdict(list)

    def add(self, key: _Key, size: int, line: _Line) -> None:
        """Take a line of the list ``key``."""
        self._seen += 1
        ranked, kept = (size, -self._seen, line), self._kept[key]
        if len(kept) < self._longest:
            heappush(kept, ranked)
        else:
            heappushpop(kept, ranked)

    def of(self, key: _Key) -> list[_Line]:
        """The lines that were kept, the largest first."""
        return [line for _, _, line in sorted(self._kept.get(key, ()), reverse=True)]
