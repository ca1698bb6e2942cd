"""Plain text into blocks: one a line. Where a text is wrapped throughout, lines that go on are joined to those before.

One line that begins in small letters may be a cell, a caption or an item; several long ones tell that lines were full.

Tabs, or bars (``extract.clean.piped``), part the cells of a table where a line has three cells or more, or two and as
many as a line beside it, or two beside a line of three: "Giỏi | Khá" below "Lớp | Sĩ số | Học lực".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from extract.clean.outline import Head, Outline
from extract.clean.piped import tabbed
from extract.model import RawBlock
from extract.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.codes import BlockKind

_BULLET = regex.compile(r"[-–—+*•·▪■●✓➢❖]\s*+[\p{L}\d“\"(]")
_LEAST_TABS = 2
_WRAPS, _FULL, _GOES_ON = 4, 40, 20
"""So many lines so long go on in small letters where a text is wrapped; how long a line is that another goes on."""
_NUMBERING = regex.compile(r"\(?(?:\d{1,2}|\p{L})\s?[.)/-](?!\d)")
_HEADING = regex.compile(r"(?:\d{1,2}|\p{Lu}|[IVX]+)\s?[.)/-]|[^\p{Ll}]+$")
"""Begins a line of its own, whatever was before it: "II. Kết quả", "KẾT QUẢ"."""
_ENDS = regex.compile(r"[.;:!?…]\s*+[\"”’')\]]?\s*+$")
_LINE_END = regex.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def outline(text: str) -> Outline:
    r"""The lines of a text that are not blank; an item is one that begins with a bullet.

    >>> [(block.kind, block.text, block.locator) for block in outline("Gồm:\n\n- Học bổng - 48 suất;").blocks]
    [('paragraph', 'Gồm:', 'line 1'), ('item', '- Học bổng - 48 suất;', 'line 3')]
    """
    blocks = []
    filled = [(number, line) for number, line in enumerate(_LINE_END.split(text), start=1) if line.strip()]
    lines = _joined(tabbed(filled) if "|" in text else filled)
    written = dict(filled)
    rows = [_cells(line) for _, line in lines]
    for at, (number, line) in enumerate(lines):
        kind: BlockKind
        if _is_row(at, rows):
            kind, cleaned = "table_row", "\t".join(rows[at])
        else:
            cleaned = clean(written[number] if "|" in written[number] and "\t" in line else line)
            kind = "item" if _BULLET.match(cleaned) else "paragraph"
        if cleaned:
            blocks.append(RawBlock(kind, cleaned, f"line {number}", 0, hidden=False, tag="", context=""))
    return Outline(blocks, [0] * len(blocks), [-1], [""], Head(), marked_up=False)


def _joined(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines; those of a text that is wrapped as far as they go on, each with the number of its first."""
    pairs = list(pairwise(lines))
    full = [len(one[1].strip()) for one, other in pairs if _goes_on(one, other, _FULL) and _begins_small(other)]
    if len(full) < _WRAPS:
        return lines
    joined, width = lines[:1], max(full)
    for one, other in pairs:
        if _goes_on(one, other, _GOES_ON) or _parts_name(one, other, width):
            joined[-1] = joined[-1][0], f"{joined[-1][1].rstrip()} {other[1].lstrip()}"
        else:
            joined.append(other)
    return joined


def _goes_on(one: tuple[int, str], other: tuple[int, str], least: int) -> bool:
    """Whether a line of ``least`` characters breaks off, and the very next goes on in small letters or a number."""
    before, after = one[1].strip(), other[1].strip()
    if one[0] + 1 != other[0] or len(before) < least or "\t" in before or _ENDS.search(before[-_GOES_ON:]):
        return False
    if after[0].islower():
        return _NUMBERING.match(after) is None
    opens = after[0].isdigit() or after[0] == "(" or before[-1] == ","
    return opens and any(map(str.isalpha, after)) and _NUMBERING.match(after) is None


def _begins_small(line: tuple[int, str]) -> bool:
    return line[1].lstrip()[0].islower()


def _parts_name(one: tuple[int, str], other: tuple[int, str], width: int) -> bool:
    """Whether the very next line begins with a word in capitals that had no room before: "Nguyễn / Thị Minh Khai"."""
    before, after = one[1].strip(), other[1].strip()
    if one[0] + 1 != other[0] or "\t" in before or _ENDS.search(before[-_GOES_ON:]):
        return False
    name = after[0].isupper() and _HEADING.match(after) is None
    return name and len(before) <= width < len(before) + 1 + len(after.split(maxsplit=1)[0])


def _cells(line: str) -> list[str]:
    """What tabs part a line into."""
    return [clean(cell) for cell in line.split("\t")] if "\t" in line else []


def _filled(cells: Sequence[str]) -> int:
    return sum(map(bool, cells))


def _is_row(at: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a line has three cells that hold something, or two and such a line or one of as many cells beside it.

    One is enough between rows of as many cells: "Trong đó:".
    """
    cells, filled = rows[at], _filled(rows[at])
    beside = [*rows[max(0, at - 1) : at], *rows[at + 1 : at + 2]]
    if filled == 1 and len(cells) > _LEAST_TABS and len(beside) > 1:
        return all(len(row) == len(cells) and _filled(row) >= _LEAST_TABS for row in beside)
    if filled != _LEAST_TABS:
        return filled > _LEAST_TABS
    if len(cells) > _LEAST_TABS and any(len(row) == len(cells) and _filled(row) >= _LEAST_TABS for row in beside):
        return True
    return len(cells) == _LEAST_TABS and any(_filled(row) > _LEAST_TABS for row in beside)
