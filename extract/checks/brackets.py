"""The round brackets of a page: how deep a place is in them, and where the one around it closes."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.facts.reading import Reading

_MARKS = re.compile(r"\("), re.compile(r"\)")
_MARK_OR_LINE = re.compile(r"[()\n]")


class Brackets:
    """The round brackets of a page."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._opening, self._closing = ([hit.start() for hit in mark.finditer(reading.folded)] for mark in _MARKS)

    @cached_property
    def _ends(self) -> dict[int, int]:
        """For each mark, in order, where the bracket closes that is open before it."""
        marks = [(hit.start(), hit[0]) for hit in _MARK_OR_LINE.finditer(self.reading.folded)]
        ends = []
        around = [len(self.reading.folded)]
        for start, mark in reversed(marks):
            if mark == "(" and len(around) > 1:
                around.pop()
            elif mark == ")":
                around.append(start)
            elif mark == "\n":
                around = [start]
            ends.append((start, around[-1]))
        return dict(reversed(ends))

    @cached_property
    def _marks(self) -> list[int]:
        return [*self._ends]

    def depth(self, offset: int) -> int:
        """How many are open before a place in its block."""
        start = self.reading.structure.block(offset).start
        opened, closed = (bisect_left(m, offset) - bisect_left(m, start) for m in (self._opening, self._closing))
        return max(0, opened - closed)

    def close(self, offset: int) -> int:
        """Where the bracket that is open at a place closes; the end of the line if it does not."""
        at = bisect_left(self._marks, offset)
        return self._ends[self._marks[at]] if at < len(self._marks) else len(self.reading.folded)
