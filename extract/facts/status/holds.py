"""Stretches of a page in which figures are planned, norms, or done against a wider cue; which decides at a place.

The narrowest does; of several as narrow the one that begins last.
"""

from __future__ import annotations

from bisect import bisect_right
from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.codes import Status

ONE_FIGURE, NEAR, SECTION, PART, PAGE = range(5)
"""How wide a hold is."""


class Hold(NamedTuple):
    """A status that holds for ``start:end``, and the rule that says so."""

    start: int
    end: int
    breadth: int
    status: Status
    rule_id: str
    carried: bool = False
    """What held in the sentence before, said again by a word that goes on with it: "Tổng kinh phí ..."."""


class Holds:
    """All holds of a page, in the order of their cues; which of them decides at a place is laid out once."""

    __slots__ = ("_deciding", "_starts", "told")

    def __init__(self, told: Iterable[Hold]) -> None:
        self.told = tuple(told)
        self._starts, self._deciding = _laid_out(self.told)

    def with_more(self, holds: Sequence[Hold]) -> Holds:
        """These and others, told last."""
        return Holds((*self.told, *holds)) if holds else self

    def at(self, offset: int) -> Hold | None:
        """The hold that decides at ``offset``: the narrowest, of several the one that begins last."""
        return self._deciding[bisect_right(self._starts, offset)]

    def status(self, offset: int) -> Status:
        """The status of a figure at ``offset``; achieved where nothing holds."""
        hold = self.at(offset)
        return "achieved" if hold is None else hold.status


def _laid_out(told: Sequence[Hold]) -> tuple[list[int], list[Hold | None]]:
    """Where another hold begins to decide, and who decides before and behind each such place."""
    bounds = sorted({hold.start for hold in told} | {hold.end for hold in told})
    waiting = sorted(range(len(told)), key=lambda number: told[number].start, reverse=True)
    open_: list[tuple[int, int, int]] = []
    deciding: list[Hold | None] = [None]
    for bound in bounds:
        while waiting and told[waiting[-1]].start <= bound:
            number = waiting.pop()
            heappush(open_, (told[number].breadth, -told[number].start, number))
        while open_ and told[open_[0][2]].end <= bound:
            heappop(open_)
        deciding.append(told[open_[0][2]] if open_ else None)
    return bounds, deciding
