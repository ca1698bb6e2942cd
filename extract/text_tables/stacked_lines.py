"""Lines of a text that each hold one cell of a table: numbers, marks for none, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import regex

from extract.text_tables.row_order import row_number
from extract.text_tables.stacked_rows import is_cell
from extract.text_tables.table import HEADER_LENGTH, is_roman

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import Lexed
    from extract.text_tables.lines import Line
    from extract.text_tables.row_order import RowNumber

CellKind = Literal["value", "none", "words"]

_LONGEST_LABEL = 200
"""Behind its number a row may have a long one: it stands in no other place."""
_LONGEST_UNIT = 16
_ENDS = (".", ";", ":")
_NO_VALUE = regex.compile(r"[-–—.…x\s]+|(?=\P{L}*+$)(?:.*\d.*)")
"""Dashes, dots, or digits that count nothing: a year."""
_LEFT_OPEN = regex.compile(r"[.…]*(?:…|[.]{4})[.…]*")
"""A label that is still to be written."""
_DASHED = regex.compile(r"[-–+*•]+\s*\p{L}")


class StackedLines:
    """The lines of a text as cells; none is blank."""

    def __init__(self, text: str, lines: Sequence[Line], lexed: Lexed) -> None:
        self.lines = lines
        self._text = text
        self._lexed = lexed

    def __len__(self) -> int:
        """How many there are."""
        return len(self.lines)

    def content(self, at: int) -> str:
        """What a line says."""
        line = self.lines[at]
        return self._text[line.start : line.end].strip()

    def kind(self, at: int) -> CellKind:
        """Whether a line holds a number, nothing (a dash, a year), or words."""
        if self.value(at) is not None:
            return "value"
        content = self.content(at)
        return "none" if _NO_VALUE.fullmatch(content) else "words"

    def value(self, at: int) -> int | None:
        """The number that a cell holds, perhaps with its own unit, by its index in ``Lexed.quantities``."""
        line = self.lines[at]
        if is_cell(self._text, line):
            return line.numbers[0] if line.numbers else line.last
        if line.last is None:
            return None
        quantity = self._lexed.quantities[line.last]
        around = self._text[line.start : quantity.start], self._text[quantity.end : line.end]
        with_unit = not around[0].strip() and len(around[1]) <= _LONGEST_UNIT and not any(map(str.isdigit, around[1]))
        return line.last if with_unit and self.content(at)[:1].isdigit() else None

    def number(self, at: int) -> RowNumber | None:
        """The number of a row that a line may be, with the label on the next."""
        if at + 1 >= len(self) or len(self.content(at)) > len("(10.10.10)"):
            return None
        return row_number(self.content(at)) if self.is_label(at + 1, numbered=True) else None

    def is_dashed(self, at: int) -> bool:
        """Whether a line is the label of a part: "- Trong đó: nữ"."""
        return _DASHED.match(self.content(at)) is not None

    def is_label(self, at: int, *, numbered: bool) -> bool:
        """Whether a line may be the label of a row, ``numbered`` with its number above."""
        content = self.content(at)
        if numbered and _LEFT_OPEN.fullmatch(content) is not None:
            return True
        if self.kind(at) != "words" or len(content) < 2 or is_roman(content):  # noqa: PLR2004 - a letter is a number
            return False
        if numbered:
            return len(content) <= _LONGEST_LABEL
        return len(content) <= HEADER_LENGTH and not content.endswith(_ENDS)
