"""Plain text into blocks: one a line. Wrapped lines are not joined, for nothing tells a wrap from an end here.

Tabs part the cells of a table where a line has three cells or more.
"""

from __future__ import annotations

import regex

from extract.clean.outline import Head, Outline
from extract.model import BlockKind, RawBlock
from extract.text import clean

_BULLET = regex.compile(r"[-–—+*•·▪■●✓➢❖]\s*+[\p{L}\d“\"(]")
_LEAST_TABS = 2
_LINE_END = regex.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def outline(text: str) -> Outline:
    r"""The lines of a text that are not blank; an item is one that begins with a bullet.

    >>> [(block.kind, block.text, block.locator) for block in outline("Gồm:\n\n- Học bổng - 48 suất;").blocks]
    [('paragraph', 'Gồm:', 'line 1'), ('item', '- Học bổng - 48 suất;', 'line 3')]
    """
    blocks = []
    for number, line in enumerate(_LINE_END.split(text), start=1):
        kind: BlockKind
        cells = [clean(cell) for cell in line.split("\t")] if line.count("\t") >= _LEAST_TABS else []
        if sum(map(bool, cells)) > _LEAST_TABS:
            kind, cleaned = "table_row", "\t".join(cells)
        else:
            cleaned = clean(line)
            kind = "item" if _BULLET.match(cleaned) else "paragraph"
        if cleaned:
            blocks.append(RawBlock(kind, cleaned, f"line {number}", 0, hidden=False, tag="", context=""))
    return Outline(blocks, [0] * len(blocks), [-1], [""], Head(), marked_up=False)
