"""The landmarks of a page's elements, as far as the running text in them leaves them believable."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.clean.outline import Outline

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
_NOT_FURNITURE = 0.5
"""An element with this much of the running text is misnamed: class="sidebar-layout" around the article."""
_NOT_OTHERS_TEXT = 0.8
"""The same for comments and related pages, which may well have more text than the report."""
_OTHERS_TEXT = frozenset(("comment", "related"))
_TEXT = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_OF_BOXES = frozenset(("menu", "aside", "banner"))
"""What a single paragraph or heading cannot be, whatever its name: ``<h2 id="nav-2">``, ``<p class="secondary">``."""


def believed_marks(outline: Outline, running: Sequence[bool]) -> list[frozenset[str]]:
    """The landmarks of each element, without those that the share of running text in it gives the lie."""
    weights = weights_of(
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


def weights_of(outline: Outline, of_blocks: Sequence[float]) -> list[float]:
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
