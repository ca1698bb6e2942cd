"""Which things are parts of another: "71 suất học bổng gồm: ... 48 suất; ... 5 suất"."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.structure import Structure
    from extract.facts.ties import Doing
    from extract.match.engine import Match
    from extract.model import Quantity


def mark_parts(
    doings: Sequence[Doing], openers: Sequence[Match], quantities: Sequence[Quantity], structure: Structure
) -> None:
    """Set ``whole`` of every doing that a phrase such as "trong đó", "gồm" makes part of the doing before that phrase.

    Parts are of the same indicator family, stand in the same sentence as the opener or in the list under it, and none is
    larger than the whole.
    """
    starts = [doing.start for doing in doings]
    for opener in openers:
        at = bisect_right(starts, opener.start)
        if at == 0:
            continue
        whole = doings[at - 1]
        block = structure.block(opener.start)
        if whole.whole is not None or structure.block(whole.start) != block:
            continue
        end = structure.sentence(opener.start).end
        if end >= block.end:
            end = max(end, structure.list_end(opener.start))
        size = _size(whole, quantities)
        for part in doings[at:]:
            if part.start >= end or part.indicator.partition(".")[0] != whole.indicator.partition(".")[0]:
                break
            if part.whole is None and size is not None and (_size(part, quantities) or 0) <= size:
                part.whole = whole


def _size(doing: Doing, quantities: Sequence[Quantity]) -> float | None:
    index = doing.slot("count", "recipients")
    return None if index is None else quantities[index].value
