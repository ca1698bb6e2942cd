"""The part of a page's tree that holds the report, found by where running text is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.clean.outline import Outline
    from extract.clean.running import Running

FURNITURE = frozenset(
    (
        *("menu", "header", "footer", "banner", "aside", "related", "comment", "share", "counter", "poll"),
        *("ad", "popup", "form", "hidden"),
    )
)
"""Landmarks whose text is not the report, as a rule."""
NO_REPORT = FURNITURE | {"byline"}
"""Landmarks in which the report neither begins nor ends: running text in the last is about the author."""
_NAMED_FOR_LESS = NO_REPORT | {"date"}
"""Landmarks that an element with much of the running text does not have, whatever its name."""

_SHARE = 0.7
"""An element that holds this much of the running text of the page holds the report."""
_NOT_FURNITURE = 0.5
"""An element with this much of the running text is misnamed: class="sidebar-layout" around the article."""
_NOT_OTHERS_TEXT = 0.8
"""The same for comments and related pages, which may well have more text than the report."""
_OTHERS_TEXT = frozenset(("comment", "related"))
_TEXT = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_OF_BOXES = frozenset(("menu", "aside", "banner"))
"""What a single paragraph or heading cannot be, whatever its name: ``<h2 id="nav-2">``, ``<p class="secondary">``."""
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


def believed_marks(outline: Outline, running: Sequence[bool]) -> list[frozenset[str]]:
    """The landmarks of each element, without those that the share of running text in it gives the lie."""
    weights = _weights(
        outline, [len(block.text) if runs else 0 for block, runs in zip(outline.blocks, running, strict=True)]
    )
    total = weights[0]
    texts = {
        owner
        for block, owner in zip(outline.blocks, outline.owners, strict=True)
        if block.tag in _TEXT and not block.links and outline.marks[owner]
    }
    sets = {mark: frozenset(mark.split()) for mark in set(outline.marks)}
    believed = [sets[mark] for mark in outline.marks]
    for element in texts:
        believed[element] -= _OF_BOXES
    for element, weight in enumerate(weights):
        if total and weight >= _NOT_FURNITURE * total and believed[element]:
            believed[element] = frozenset(
                one
                for one in believed[element]
                if one not in _NAMED_FOR_LESS or (one in _OTHERS_TEXT and weight < _NOT_OTHERS_TEXT * total)
            )
    return believed


_NONE: frozenset[str] = frozenset()


def inherited(parents: Sequence[int], marks: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """The landmarks of each element and of all around it."""
    gathered: list[frozenset[str]] = [marks[0]]
    unions: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = {}
    for parent, own in zip(parents[1:], marks[1:], strict=True):
        outer = gathered[parent]
        if own and not own <= outer:
            both = (outer, own)
            outer = unions.get(both) or unions.setdefault(both, outer | own)
        gathered.append(outer)
    return gathered


def find_region(outline: Outline, running: Running, title: int | None) -> Region:
    """The region of the report; the title may stand beside it."""
    parents, owners, marks = outline.parents, outline.owners, running.marks
    weights = _weights(
        outline,
        [
            (len(block.text) - block.links) * (1.0 if FURNITURE.isdisjoint(names) else _DOUBTED) if runs else 0
            for block, names, runs in zip(outline.blocks, running.around, running.blocks, strict=True)
        ],
    )
    region = _heaviest(parents, weights, _weights(outline, [1.0] * len(outline.blocks)))
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


def _weights(outline: Outline, of_blocks: Sequence[float]) -> list[float]:
    """The weight of each element with all in it."""
    weights = [0.0] * len(outline.parents)
    for owner, weight in zip(outline.owners, of_blocks, strict=True):
        if weight:
            weights[owner] += weight
    parents = outline.parents
    for element in range(len(weights) - 1, 0, -1):
        if weights[element]:  # most hold no text of the kind that is weighed
            weights[parents[element]] += weights[element]
    return weights


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
