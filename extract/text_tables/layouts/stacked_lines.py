"""Lines of a text that each hold one cell of a table: numbers, marks for none, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import regex

from extract.dates import YEAR
from extract.text_tables.layouts.row_order import row_number
from extract.text_tables.table import HEADER_LENGTH, NO_VALUE, is_roman

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import Lexed
    from extract.text_tables.layouts.row_order import RowNumber
    from extract.text_tables.lines import Line

CellKind = Literal["value", "none", "words"]

_LONGEST_LABEL = 200
"""Behind its number a row may have a long one: it stands in no other place."""
_LONGEST_UNIT = 16
_ENDS = (".", ";", ":")
_NO_VALUE = regex.compile(r"[-–—.…x\s]+|(?=\P{L}*+$)(?:.*\d.*)")
"""Dashes, dots, or digits that count nothing: a year."""
_LEFT_OPEN = regex.compile(r"[.…]*(?:…|[.]{4})[.…]*")
"""A label that is still to be written."""
_YEAR = regex.compile(YEAR)
_DASHED = regex.compile(r"[-–+*•]+\s*\p{L}")


def is_year(content: str) -> bool:
    """Whether a cell is a year and nothing else."""
    return _YEAR.fullmatch(content) is not None


class StackedLines:
    """The lines of a text as cells; none is blank."""

    def __init__(self, text: str, lines: Sequence[Line], lexed: Lexed) -> None:
        self.lines = lines
        self._text = text
        self._lexed = lexed

    def __getitem__(self, at: int) -> Line:
        """One of them."""
        return self.lines[at]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.lines)

    def content(self, at: int) -> str:
        """What a line says."""
        return self.lines[at].content.strip()

    def is_cell(self, at: int) -> bool:
        """Whether a line is one bare number or percentage, or a dash that stands for none."""
        line = self.lines[at]
        if line.whole:
            return True
        if line.numbers:
            return len(line.numbers) == 1 and not any(map(str.isalpha, line.content))
        return line.content.strip() in NO_VALUE

    def bare(self, at: int) -> int | None:
        """The bare number of a line, by its index in ``Lexed.quantities``."""
        return next(iter(self.lines[at].numbers), None)

    def is_year(self, at: int) -> bool:
        """Whether a line is a year and nothing else."""
        return not self.lines[at].numbers and is_year(self.content(at))

    def kind(self, at: int) -> CellKind:
        """Whether a line holds a number, nothing (a dash, a year), or words."""
        if self.value(at) is not None:
            return "value"
        content = self.content(at)
        return "none" if _NO_VALUE.fullmatch(content) else "words"

    def value(self, at: int) -> int | None:
        """The number that a cell holds, perhaps with its own unit, by its index in ``Lexed.quantities``."""
        line = self.lines[at]
        if self.is_cell(at):
            return next(iter(line.numbers or line.quantities[-1:]), None)
        if not line.quantities:
            return None
        quantity = self._lexed.quantities[line.quantities[-1]]
        around = self._text[line.start : quantity.start], self._text[quantity.end : line.end]
        with_unit = not around[0].strip() and len(around[1]) <= _LONGEST_UNIT and not any(map(str.isdigit, around[1]))
        return line.quantities[-1] if with_unit and self.content(at)[:1].isdigit() else None

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
