"""The lines of a text, with the numbers that may be cells of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import Lexed, Quantity

CELL_END = regex.compile(r"[\t|]")
"""What parts the cells of a table: tabs of tables of web pages, bars of those that people draw."""
HEAD_BEGINS = regex.compile(r" (?=\p{Lu}\p{Ll}|%)")
"""What parts heads in a line without marks between them: "TT Thôn Tổng số hộ Số hộ đạt Tỷ lệ %"."""
UNIT_OF_HEAD = regex.compile(r"\((?P<unit>[^()\n]{1,20})\)|(?<!\d[ \u00a0]?)(?P<unit>%)")
"""The unit of a head, in brackets or as a sign: "Diện tích (ha)", "Tỷ lệ %"; not that of a number: "1,9 %"."""


_HEADS_ABOVE = 3
_OPENS = regex.compile(r"[\t|\s]*+(?:(?P<cell>[^\t|\n]+?)\s*[\t|]|(?P<word>\p{Lu}{2,})\s)")


def opening(line: str) -> str:
    r"""What the head of a table begins with: its first cell, or a word in capitals; ``""`` for any other line.

    >>> opening("STT\tẤp\tSố hộ"), opening("TT Đơn vị Số tiền"), opening("Thôn Đông 12 40")
    ('STT', 'TT', '')
    """
    found = _OPENS.match(line)
    return "" if found is None else found["cell"] or found["word"]


def openings(lines: Sequence[str]) -> frozenset[str]:
    """The same of the last lines above the rows of a table, where none of them is another row."""
    return frozenset(map(opening, lines[-_HEADS_ABOVE:])) - {""}


class Line(NamedTuple):
    """A line of the text with its bare numbers, by their index in ``Lexed.quantities``."""

    start: int
    end: int
    content: str
    numbers: tuple[int, ...]
    whole: bool = False
    """Whether one quantity is all of it, and no unit in letters: "92,1%", "Trên 4", "33 - 34"."""
    quantities: range = range(0)
    """Those of any kind."""


def has_cells(text: str) -> bool:
    """Whether anything marks the ends of cells: on most pages nothing does, and no line has to be looked at for it."""
    return "\t" in text or "|" in text


def line_at(start: int, text: str) -> str:
    """The rest of a line."""
    end = text.find("\n", start)
    return text[start : len(text) if end < 0 else end]


def lines_of(text: str, lexed: Lexed) -> list[Line]:
    """The lines of a text, none of them blank, with their bare numbers."""
    lines = []
    start = at = 0
    quantities = lexed.quantities
    for piece in text.split("\n"):
        end, numbers, first = start + len(piece), [], at
        while at < len(quantities) and quantities[at].start < end:
            if quantities[at].kind == "number":
                numbers.append(at)
            at += 1
        whole = at == first + 1 and _is_whole(text, start, end, quantities[first])
        lines.append(Line(start, end, piece, tuple(numbers), whole, range(first, at)))
        start = end + 1
    return lines


def _is_whole(text: str, start: int, end: int, quantity: Quantity) -> bool:
    around = text[start : quantity.start] + text[quantity.end : end]
    return not around.strip(" .") and not any(map(str.isalpha, text[digits_start(text, quantity) : quantity.end]))


def digits_start(text: str, quantity: Quantity) -> int:
    """Where the digits begin: in "Thu bổ sung từ ngân sách cấp trên 3,600,000" the word before belongs to the label."""
    return next(i for i in range(quantity.start, quantity.end + 1) if i == quantity.end or text[i].isdecimal())


def cell_start(text: str, quantity: Quantity) -> int:
    """Where the number of a cell begins, with the word before it if they are all of the cell: "Trên 4", "từ 3 - 5"."""
    begins = _CELL_BEGINS.match(text, 0, quantity.start) is not None or opens_cell(text, quantity)
    return quantity.start if begins else digits_start(text, quantity)


def opens_cell(text: str, quantity: Quantity) -> bool:
    """Whether what stands before the digits of a number belongs to its cell, not to a label: "% Dưới 3", "% ≥ 92"."""
    return _OPENS_CELL.match(text, quantity.start) is not None


_CELL_BEGINS = regex.compile(r"(?r)(?:^|[\t|\n]) *")
_OPENS_CELL = regex.compile(r"[<>≥≤~]|\p{Lu}\p{Ll}")
