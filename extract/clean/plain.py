"""Plain text into blocks: one a line. Wrapped lines are not joined, for nothing tells a wrap from an end here.

Tabs part the cells of a table where a line has three cells or more, or two and as many tabs as a line beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.clean.outline import Head, Outline
from extract.model import BlockKind, RawBlock
from extract.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BULLET = regex.compile(r"[-–—+*•·▪■●✓➢❖]\s*+[\p{L}\d“\"(]")
_LEAST_TABS = 2
_LINE_END = regex.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def outline(text: str) -> Outline:
    r"""The lines of a text that are not blank; an item is one that begins with a bullet.

    >>> [(block.kind, block.text, block.locator) for block in outline("Gồm:\n\n- Học bổng - 48 suất;").blocks]
    [('paragraph', 'Gồm:', 'line 1'), ('item', '- Học bổng - 48 suất;', 'line 3')]
    """
    blocks = []
    lines = [(number, line) for number, line in enumerate(_LINE_END.split(text), start=1) if line.strip()]
    rows = [_cells(line) for _, line in lines]
    for at, (number, line) in enumerate(lines):
        cells = rows[at]
        kind: BlockKind
        if _is_row(cells) or (_may_be_row(cells) and any(_is_row_of(rows[near], cells) for near in _beside(at, rows))):
            kind, cleaned = "table_row", "\t".join(cells)
        else:
            cleaned = clean(line)
            kind = "item" if _BULLET.match(cleaned) else "paragraph"
        if cleaned:
            blocks.append(RawBlock(kind, cleaned, f"line {number}", 0, hidden=False, tag="", context=""))
    return Outline(blocks, [0] * len(blocks), [-1], [""], Head(), marked_up=False)


def _cells(line: str) -> list[str]:
    """What tabs part a line into, if they are enough for a row."""
    return [clean(cell) for cell in line.split("\t")] if line.count("\t") >= _LEAST_TABS else []


def _is_row(cells: Sequence[str]) -> bool:
    return sum(map(bool, cells)) > _LEAST_TABS


def _may_be_row(cells: Sequence[str]) -> bool:
    return sum(map(bool, cells)) == _LEAST_TABS


def _is_row_of(row: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a line beside is a row of as many cells, empty ones included."""
    return len(row) == len(cells) and (_is_row(row) or _may_be_row(row))


def _beside(at: int, rows: Sequence[Sequence[str]]) -> Iterator[int]:
    """The places of the lines before and behind."""
    yield from (near for near in (at - 1, at + 1) if 0 <= near < len(rows))
