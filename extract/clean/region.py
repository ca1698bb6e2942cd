"""The part of a page's tree that holds the report, found by where running text is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.clean.believed import FURNITURE, inherited, weights_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.clean.outline import Outline
    from extract.clean.running import Running

_SHARE = 0.7
"""An element that holds this much of the running text of the page holds the report."""
_DOUBTED = 0.1
"""What running text inside furniture weighs: not nothing, for a page may have no other."""


class Region(NamedTuple):
    """Where the blocks of a page stand."""

    inside: list[bool]
    """In the region: the smallest element with most of the running text."""
    near: list[bool]
    """In the smallest element that holds both the region and the title."""
    marks: list[frozenset[str]]
    """The landmarks around it: of a block near the region only those further in."""


_NONE: frozenset[str] = frozenset()


def find_region(outline: Outline, running: Running, title: int | None) -> Region:
    """The region of the report; the title may stand beside it."""
    parents, owners, marks = outline.parents, outline.owners, running.marks
    weights = weights_of(
        outline,
        [
            (len(block.text) - block.links) * (1.0 if FURNITURE.isdisjoint(names) else _DOUBTED) if runs else 0
            for block, names, runs in zip(outline.blocks, running.around, running.blocks, strict=True)
        ],
    )
    region = _heaviest(parents, weights, weights_of(outline, [1.0] * len(outline.blocks)))
    both = _smallest_around(parents, region, owners[title]) if title is not None else region
    in_region, in_both = _below(parents, region), _below(parents, both)
    within = [
        own if below and element not in {both, region} else _NONE
        for element, (own, below) in enumerate(zip(marks, in_both, strict=True))
    ]
    further_in = inherited(parents, within)
    return Region(
        [in_region[owner] for owner in owners],
        [in_both[owner] for owner in owners],
        [further_in[owner] if in_both[owner] else names for owner, names in zip(owners, running.around, strict=True)],
    )


def distances(outline: Outline, report: Sequence[bool]) -> list[int]:
    """How many elements up from each block the first one is that holds a block of the report; 0 for its own element."""
    parents = outline.parents
    holds = [False] * len(parents)
    for owner, is_report in zip(outline.owners, report, strict=True):
        if is_report:
            element = owner
            while element >= 0 and not holds[element]:
                holds[element] = True
                element = parents[element]
    away = [0] * len(parents)
    for element in range(1, len(parents)):
        if not holds[element]:
            away[element] = away[parents[element]] + 1
    return [away[owner] for owner in outline.owners]


def _heaviest(parents: Sequence[int], weights: Sequence[float], blocks: Sequence[float]) -> int:
    """The smallest element with most of the weight and more than one block: a paragraph is no report for being long."""
    heaviest = [-1] * len(parents)
    for element in range(len(parents) - 1, 0, -1):
        parent = parents[element]
        if heaviest[parent] < 0 or weights[element] >= weights[heaviest[parent]]:
            heaviest[parent] = element
    region = 0
    least = _SHARE * weights[0]
    while weights[0] > 0 and heaviest[region] >= 0 and weights[heaviest[region]] >= least:
        if blocks[heaviest[region]] <= 1:
            break
        region = heaviest[region]
    return region


def _smallest_around(parents: Sequence[int], one: int, other: int) -> int:
    while one != other:
        if one > other:
            one = parents[one]
        else:
            other = parents[other]
    return one


def _below(parents: Sequence[int], top: int) -> list[bool]:
    inside = [False] * len(parents)
    for element in range(top, len(parents)):
        inside[element] = element == top or (element > 0 and inside[parents[element]])
    return inside
