"""What every layout of a table is read into: rows of cells in columns, and the lines that stand above them."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from extract.model import Lexed

HEADER_LENGTH = 90
"""No label or head is longer."""
NO_VALUE = frozenset({"", "-", "–", "...", "…", "x"})
_UNIT_LENGTH = 24


class Row(NamedTuple):
    """One row, whatever parts its cells."""

    start: int
    label: str | None
    cells: tuple[int | None, ...]
    """The numbers behind the label by their index in ``Lexed.quantities``; ``None`` for a cell without one."""
    unit: str | None = None
    """What may be a unit of the row's own: a short text between its label and its first number."""

    def has_value(self) -> bool:
        """Whether any cell holds a number; a row of words alone may be the header."""
        return any(cell is not None for cell in self.cells)


class Table(NamedTuple):
    """Rows that follow each other, and the texts of the lines above them, the nearest last."""

    rows: tuple[Row, ...]
    """Those whose cells stand in its columns; a shorter one lacks the first."""
    header: tuple[str, ...]
    intro: str = ""
    """The sentence above that announces it, where it is none of those lines: "Kết quả cụ thể như sau:"."""
    heads: tuple[str, ...] | None = None
    """What stands over its columns, where that is known with the rows; ``""`` over one of which nothing is known."""
    above_heads: int = 0
    """How many lines of the header stand above these."""
    loose: tuple[Row, ...] = ()
    """Rows among the others of whose cells it cannot be told in which columns they stand."""

    @property
    def width(self) -> int:
        """How many columns of numbers it has."""
        return max(len(row.cells) for row in self.rows)

    @property
    def all_rows(self) -> tuple[Row, ...]:
        """Rows in columns and loose ones, as they stand in the text."""
        return tuple(sorted((*self.rows, *self.loose), key=_start)) if self.loose else self.rows

    def values(self, back: int, lexed: Lexed) -> list[float]:
        """The numbers of a column, counted from the right; those of labels and remarks are none."""
        return [lexed.quantities[index].value for index in self.cells(back)]

    def cells(self, back: int) -> list[int]:
        """The same by their index in ``Lexed.quantities``."""
        cells = (row.cells[-back] for row in self.rows if len(row.cells) >= back)
        return [index for index in cells if index is not None]


_start = attrgetter("start")
_TIMES = regex.compile(r"1(?:[.,]?0)+ ?\p{L}")


def may_be_unit(content: str) -> bool:
    """Whether a cell behind the label may hold the unit of its row: "1000sp", "1.000 đồng"."""
    if not 0 < len(content) <= _UNIT_LENGTH or content in NO_VALUE:
        return False
    return not content[0].isdigit() or _TIMES.match(content) is not None  # "1000sp", "1.000 đồng"


def is_roman(cell: str) -> bool:
    """Whether a cell is empty or a Roman number."""
    return all(letter in "IVX" for letter in cell)
