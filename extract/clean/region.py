"""The part of a page's tree that holds the report, found by where running text is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.clean.outline import Outline

_SHARE = 0.7
"""An element that holds this much of the running text of the page holds the report."""

FURNITURE = frozenset("menu related comment share counter poll footer banner aside ad hidden popup form".split())
_DOUBTED = 0.1
"""What text inside an element named as furniture weighs: names lie (class="sidebar-layout"), so not nothing."""


class Region(NamedTuple):
    """For each block whether it stands in the region, and the landmarks between the region and it."""

    inside: list[bool]
    near: list[bool]
    """Whether it stands in the smallest element that holds both title and region."""
    marks: list[frozenset[str]]
    """Of a block outside: all landmarks around it."""


def find_region(outline: Outline, running: Sequence[bool], title: int | None) -> Region:
    """The region of the report: the smallest element with most of the running text; the title may stand beside it."""
    blocks, owners, parents, marks = outline.blocks, outline.owners, outline.parents, outline.marks
    count = len(parents)
    weights = [0.0] * count
    for block, owner, runs in zip(blocks, owners, running, strict=True):
        if runs and not block.hidden:
            doubted = not FURNITURE.isdisjoint(block.context.split())
            weights[owner] += (len(block.text) - block.links) * (_DOUBTED if doubted else 1.0)
    heaviest = [-1] * count
    for element in range(count - 1, 0, -1):
        parent = parents[element]
        weights[parent] += weights[element]
        if heaviest[parent] < 0 or weights[element] >= weights[heaviest[parent]]:
            heaviest[parent] = element
    region = 0
    while heaviest[region] >= 0 and weights[0] > 0 and weights[heaviest[region]] >= _SHARE * weights[0]:
        region = heaviest[region]
    around = _common(parents, region, owners[title]) if title is not None else region
    in_region = _below(parents, region)
    in_around = _below(parents, around)
    below: list[frozenset[str]] = [frozenset()] * count
    everywhere: list[frozenset[str]] = [frozenset()] * count
    for element in range(count):
        own = frozenset(marks[element].split())
        parent = parents[element]
        outer = everywhere[parent] if parent >= 0 else frozenset()
        everywhere[element] = outer | own if own else outer
        if in_around[element] and element not in {around, region}:
            inner = below[parent]
            below[element] = inner | own if own else inner
    return Region(
        [in_region[owner] for owner in owners],
        [in_around[owner] for owner in owners],
        [below[owner] if in_around[owner] else everywhere[owner] for owner in owners],
    )


def _common(parents: Sequence[int], one: int, other: int) -> int:
    """The smallest element around both."""
    while one != other:
        if one > other:
            one = parents[one]
        else:
            other = parents[other]
    return one


def _below(parents: Sequence[int], top: int) -> list[bool]:
    inside = [False] * len(parents)
    for element in range(len(parents)):
        inside[element] = element == top or (element > 0 and inside[parents[element]])
    return inside
