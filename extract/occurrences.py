"""How often a page was met before: captures that agree in address, bytes and time get ids of their own."""

from __future__ import annotations

from array import array
from collections import Counter

_ID_DIGITS = 16
"""64 bits of an id: should two pages of an archive share them, one merely gets another id."""
_FREE = 0
_FULL = 0.6


class Occurrences:
    """Counts ids of captures in 13 to 27 bytes each; those met again, which are few, take more.

    >>> met = Occurrences()
    >>> [met.before(id) for id in ("33d6000e480220054c0f", "4f2a90c1d37be85601aa", "33d6000e480220054c0f")]
    [0, 0, 1]
    """

    def __init__(self) -> None:
        self._slots = array("Q", [_FREE]) * 1024
        self._used = 0
        self._again: Counter[str] = Counter()

    def before(self, capture_id: str) -> int:
        """How often this id was asked for before."""
        if self._add(int(capture_id[:_ID_DIGITS], 16) or 1):
            return 0
        self._again[capture_id] += 1
        return self._again[capture_id]

    def _add(self, name: int) -> bool:
        slots = self._slots
        mask = len(slots) - 1
        at = name & mask
        while slots[at] != _FREE:
            if slots[at] == name:
                return False
            at = (at + 1) & mask
        slots[at] = name
        self._used += 1
        if self._used > _FULL * len(slots):
            self._grow()
        return True

    def _grow(self) -> None:
        before = self._slots
        self._slots = array("Q", [_FREE]) * (2 * len(before))
        self._used = 0
        for name in before:
            if name != _FREE:
                self._add(name)
