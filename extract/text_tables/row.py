"""One row of a table, and what its cells may hold besides numbers."""

from __future__ import annotations

from typing import NamedTuple

import regex

HEADER_LENGTH = 90
"""No label or head is longer."""
NO_VALUE = frozenset({"", "-", "–", "...", "…", "x"})
_UNIT_LENGTH = 24


class Row(NamedTuple):
    """One row of a table, or one cell a line: numbers from the right, ``None`` for a cell without one."""

    start: int
    label: str | None
    cells: tuple[int | None, ...]
    unit: str | None = None
    """What may be a unit of the row's own: a short text between its label and its first number."""

    def has_value(self) -> bool:
        """Whether any cell holds a number; a row of words alone may be the header."""
        return any(cell is not None for cell in self.cells)


_TIMES = regex.compile(r"1(?:[.,]?0)+ ?\p{L}")


def may_be_unit(content: str) -> bool:
    """Whether a cell behind the label may hold the unit of its row: "1000sp", "1.000 đồng"."""
    if not 0 < len(content) <= _UNIT_LENGTH or content in NO_VALUE:
        return False
    return not content[0].isdigit() or _TIMES.match(content) is not None  # "1000sp", "1.000 đồng"


def is_roman(cell: str) -> bool:
    """Whether a cell is empty or a Roman number."""
    return all(letter in "IVX" for letter in cell)
