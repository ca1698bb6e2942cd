"""Running text: the blocks that read as sentences, by length, stop and links; everything else is judged from where
they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.clean.believed import FURNITURE, believed_marks, inherited
from extract.clean.furniture import ends_sentence
from extract.clean.stacked import stacked_cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.clean.line import Line
    from extract.clean.outline import Outline
    from extract.clean.vocabulary import CleanVocabulary

_FEW_LINKS = 0.3
_LONG_WITHOUT_STOP = 200
_LEAST = (
    *((80, True, True), (40, True, True), (80, False, False), (1, True, True), (40, False, False), (1, False, False)),
    (1, False, True),
)
"""Least length, whether it must end as a sentence, whether it may be a heading; the first that any block outside
furniture reaches, counts. A heading that ends as none is the headline over a short table, if there is anything else."""


class Running(NamedTuple):
    """Which blocks are running text."""

    blocks: list[bool]
    marks: list[frozenset[str]]
    """The landmarks of each element that the running text leaves believable."""
    around: list[frozenset[str]]
    """Those around each block."""
    cells: list[bool]
    """Which blocks are cells of a table that stands one cell a line."""


def running_text(outline: Outline, lines: Sequence[Line], vocabulary: CleanVocabulary) -> Running:
    """The running text of a page. A page of short lines has the longest of them, so that there is something to go
    by.
    """
    cells = stacked_cells([block.text for block in outline.blocks], vocabulary.cell_words, vocabulary.cell_heads)
    candidates = [
        (at, len(block.text), ends_sentence(block.text), block.kind == "heading")
        for at, (block, line) in enumerate(zip(outline.blocks, lines, strict=True))
        if line.reason is None and not block.hidden and block.links <= _FEW_LINKS * len(block.text)
    ]
    for least, needs_stop, headings in _LEAST:
        blocks = cells[:]
        for at, size, stops, heads in candidates:
            if size < _LONG_WITHOUT_STOP:
                is_long = size >= least and (stops or not needs_stop) and (headings or not heads)
                blocks[at] = cells[at] or (is_long and not vocabulary.is_foot(lines[at].folded))
            else:
                blocks[at] = True
        marks = believed_marks(outline, blocks)
        inside = inherited(outline.parents, marks)
        around = [inside[owner] for owner in outline.owners]
        if any(runs and FURNITURE.isdisjoint(names) for runs, names in zip(blocks, around, strict=True)):
            break
    return Running(blocks, marks, around, cells)
