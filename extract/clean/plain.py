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
    from collections.abc import Sequence

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
        kind: BlockKind
        if _is_row(at, rows):
            kind, cleaned = "table_row", "\t".join(rows[at])
        else:
            cleaned = clean(line)
            kind = "item" if _BULLET.match(cleaned) else "paragraph"
        if cleaned:
            blocks.append(RawBlock(kind, cleaned, f"line {number}", 0, hidden=False, tag="", context=""))
    return Outline(blocks, [0] * len(blocks), [-1], [""], Head(), marked_up=False)


def _cells(line: str) -> list[str]:
    """What tabs part a line into, if they are enough for a row."""
    return [clean(cell) for cell in line.split("\t")] if line.count("\t") >= _LEAST_TABS else []


def _filled(cells: Sequence[str]) -> int:
    return sum(map(bool, cells))


def _is_row(at: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a line has three cells that hold something, or two and a line of as many cells beside it."""
    filled = _filled(rows[at])
    beside = [*rows[max(0, at - 1) : at], *rows[at + 1 : at + 2]]
    return filled > _LEAST_TABS or (
        filled == _LEAST_TABS and any(len(row) == len(rows[at]) and _filled(row) >= _LEAST_TABS for row in beside)
    )
