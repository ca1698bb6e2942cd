"""Shares of one whole that follow each other and make it up: "nam 120 người (49%), nữ 125 người (51%)" of 245 people.

That they are parts of one thing their percentages tell, whatever stands between them and however far the whole is.
Levels of rated sets have a check of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.interval import of, total
from extract.checks.relation import Relation, parts_told
from extract.checks.totals.sum_row import sum_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.facts.page_facts import Drawn
    from extract.model import Check, Quantity

_FEWEST, _MOST = 2, 60
"""So many parts a whole has; a line of hundreds of shares is no list of them."""


def share_sums(drawn: Drawn, shares: Iterable[Check], told: Iterable[Check]) -> Iterator[Check]:
    """One check for every whole that parts next to each other make up; none of those that sums ``told`` tell."""
    reading = drawn.reading
    taken = parts_told(told)
    wholes: dict[int, tuple[Quantity, dict[int, Quantity]]] = {}
    for share in shares:
        if isinstance(share, Relation) and share.shared is not None and share.outcome == "agrees":
            part, whole = share.shared
            wholes.setdefault(whole.start, (whole, {}))[1][part.start] = part
    for whole, parts in wholes.values():
        for run in _runs(whole, [parts[start] for start in sorted(parts)]):
            if any((whole.start, part.start) in taken for part in run):
                continue
            yield sum_row(run, whole, reading)


def _runs(whole: Quantity, parts: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """Neighbours that make up a whole, from the first on."""
    first = 0
    while first < len(parts):
        added = of(parts[first])
        for end in range(first + _FEWEST, min(len(parts), first + _MOST) + 1):
            added = total((added, of(parts[end - 1])))
            if added.meets(of(whole)):
                yield list(parts[first:end])
                first = end - 1
                break
            if added.low > whole.value:
                break
        first += 1
