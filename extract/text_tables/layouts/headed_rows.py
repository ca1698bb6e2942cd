"""Rows of a table with one cell a line, below its head: where each begins, its label, its unit and its other cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.text_tables.layouts.row_order import RowOrder
from extract.text_tables.table import may_be_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.text_tables.layouts.row_order import RowNumber
    from extract.text_tables.layouts.stacked_heads import StackedHead
    from extract.text_tables.layouts.stacked_lines import StackedLines

_MOST_EMPTY = 6
"""So many rows in turn without any cell end a table."""


class HeadedRow(NamedTuple):
    """The lines of one row."""

    start: int
    label: str
    unit: str | None
    cells: tuple[int, ...]
    """Behind the label and the unit."""
    parts: tuple[int, ...] = ()
    """Labels of parts in the same cell: "- Nam", "- Nữ"."""


class _Stretch(NamedTuple):
    label: int
    stop: int
    numbered: bool


class HeadedRows:
    """Reads the rows below a head, one behind the other."""

    def __init__(self, lines: StackedLines, head: StackedHead, full: int, least: int) -> None:
        """``full``: how many cells a row has behind its label; ``least``: without remarks."""
        self._lines = lines
        self._head = head
        self._order = RowOrder()
        self._full = full
        self._least = least
        self.after = head.rows
        """The line behind the last row."""
        self.found = list(self._read())
        """The rows that have cells."""

    def _read(self) -> Iterator[HeadedRow]:
        at, empty = self._head.rows, 0
        while at < len(self._lines) and empty <= _MOST_EMPTY:
            number = self._number(at, self._full)
            numbered = number is not None
            label = at + numbered
            if not self._lines.is_label(label, numbered=numbered):
                break
            if number is not None:
                self._order.take(number)
            stretch = _Stretch(label, self._stop(label + 1), numbered)
            run, at = self._run(at, stretch)
            empty = 0 if run.cells else empty + 1
            if run.cells:
                self.after = at
                yield run

    def _number(self, at: int, before: int) -> RowNumber | None:
        """The number of the next row, ``before`` cells behind the label of the last, if line ``at`` is it."""
        number = self._lines.number(at)
        if number is None or not (self._head.numbered or number.marked):
            return None
        may_be_near = before >= self._least or (not before and self._order.in_section)
        if not (self._order.follows(number) or (may_be_near and self._order.is_near(number))):
            return None
        if number.marked or not number.steps or not 0 < before < self._least:
            return number
        behind = range(at + 2, min(at + 4, len(self._lines)))  # the last cell of its row has the same number
        again = before + 1 == self._least and any(self._lines.number(line) == number for line in behind)
        return None if again else number

    def _stop(self, first: int) -> int:
        """The line where what belongs to a label surely ends: the number of the next row, a dashed label, prose."""
        cells = 0
        most = min(len(self._lines), first + 6 * self._full + 12)
        for at in range(first, most):
            if self._number(at, at - first) is not None:
                return at
            if self._lines.kind(at) != "words":
                cells += 1
            elif self._lines.is_dashed(at):
                if cells:
                    return at
            elif not self._lines.is_label(at, numbered=False) and len(self._lines.content(at)) > 1:
                return at
        return most

    def _run(self, start: int, stretch: _Stretch) -> tuple[HeadedRow, int]:
        """The first row of a stretch, and the line behind it."""
        lines, head = self._lines, self._head
        label, stop, numbered = stretch
        told = lines.content(label)
        inside = range(label + 1, stop)
        if len(inside) == self._full and not any(map(lines.is_dashed, inside)):
            if head.unit is None:
                return HeadedRow(start, told, None, tuple(inside)), stop
            unit = inside[head.unit]
            if self._is_unit(unit):
                cells = tuple(at for at in inside if at != unit)
                return HeadedRow(start, told, lines.content(unit), cells), stop
        words = 0
        while words < len(inside) and lines.kind(inside[words]) == "words":
            words += 1
        if not words and inside and head.unit == 0 and may_be_unit(lines.content(inside[0])):
            words = 1
        parts = tuple(at for at in inside[:words] if lines.is_dashed(at))
        if parts:
            return HeadedRow(start, told, None, tuple(inside[len(parts) :]), parts), stop
        lead = list(inside[:words])
        unit_told = None
        if head.unit == 0 and lead and may_be_unit(lines.content(lead[-1])):
            unit_told = lines.content(lead.pop())
        if lead and not numbered and words < len(inside):
            start, told = lead[-1], lines.content(lead[-1])  # a heading of rows stands above: "Phân theo giới tính"
        else:
            told = " ".join([told, *map(lines.content, lead)])
        end = inside[words] if words < len(inside) else stop
        while end < stop and (lines.kind(end) != "words" or not self._begins(end)):
            end += 1
        return HeadedRow(start, told, unit_told, tuple(range(label + 1 + words, end))), end

    def _is_unit(self, at: int) -> bool:
        """Whether a cell may hold a unit: words, a dash, "1000 viên"."""
        return self._lines.kind(at) != "value" or may_be_unit(self._lines.content(at))

    def _begins(self, at: int) -> bool:
        """Whether a row without a number begins: its label, perhaps its unit, a cell."""
        lines = self._lines
        if not lines.is_label(at, numbered=False) or at + 1 >= len(lines):
            return False
        if self._is_cell(at + 1):
            return True
        with_unit = self._head.unit == 0 and at + 2 < len(lines) and may_be_unit(lines.content(at + 1))
        return with_unit and lines.kind(at + 1) == "words" and self._is_cell(at + 2)

    def _is_cell(self, at: int) -> bool:
        return self._lines.kind(at) != "words" and self._number(at, self._full) is None
