"""Plain text into blocks: one a line. Wrapped lines are not joined, for nothing tells a wrap from an end here."""

from __future__ import annotations

import regex

from extract.clean.outline import Head, Outline
from extract.model import BlockKind, RawBlock
from extract.text import clean

_BULLET = regex.compile(r"[-–—+*•·▪■●✓➢❖]\s*+[\p{L}\d“\"(]")
_LINE_END = regex.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def outline(text: str) -> Outline:
    r"""The lines of a text that are not blank; an item is one that begins with a bullet.

    >>> [(block.kind, block.text, block.locator) for block in outline("Gồm:\n\n- Học bổng - 48 suất;").blocks]
    [('paragraph', 'Gồm:', 'line 1'), ('item', '- Học bổng - 48 suất;', 'line 3')]
    """
    blocks = []
    for number, line in enumerate(_LINE_END.split(text), start=1):
        cleaned = clean(line)
        if cleaned:
            kind: BlockKind = "item" if _BULLET.match(cleaned) else "paragraph"
            blocks.append(RawBlock(kind, cleaned, f"line {number}", 0, hidden=False, tag="", context=""))
    return Outline(blocks, [0] * len(blocks), [-1], [""], Head(), marked_up=False)
