"""Tables with one cell a line below a head that names every column: which cell stands in which.

Nothing marks a cell that a scraper has left out. A row stands in the columns only if its cells fill all of them, or all
that hold figures, or all that hold no percentages; of any other row the cells have its unit and no column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.text import fold
from extract.text_tables.heads.flat_heads import single_heads
from extract.text_tables.layouts.aligned import aligned
from extract.text_tables.layouts.headed_rows import HeadedRows
from extract.text_tables.layouts.headers import header_above
from extract.text_tables.layouts.headless_tables import tables_of
from extract.text_tables.layouts.stacked_columns import columns_told, columns_without_heads, without_remarks
from extract.text_tables.layouts.stacked_heads import LONGEST_OPENING, stacked_heads
from extract.text_tables.layouts.stacked_lines import StackedLines
from extract.text_tables.table import Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.model import Lexed
    from extract.text_tables.layouts.headed_rows import HeadedRow
    from extract.text_tables.layouts.stacked_columns import StackedColumns
    from extract.text_tables.layouts.stacked_heads import StackedHead
    from extract.text_tables.lines import Line
    from extract.text_tables.vocabulary import CellVocabulary

_HEADER_LINES = 6
_NO_UNIT = ""
"""Of a row in a table whose rows have units of their own: no other holds for it."""
_FEWEST_ROWS = 2


def all_tables(text: str, lines: Sequence[Line], lexed: Lexed, cells: CellVocabulary) -> Iterator[Table]:
    """The tables of a text: those below such heads, and those of any other shape between them."""
    stacked = StackedLines(text, lines, lexed)
    if not any(_may_open(line, cells) for line in lines):
        yield from tables_of(stacked, text, lexed)
        return
    free = 0
    for head in stacked_heads(stacked, cells):
        runs, columns = _rows(stacked, head, cells)
        rows = _Grid(stacked, head, columns).rows(runs.found)
        if len(rows.placed) < (_FEWEST_ROWS if columns.names is None else 1):
            continue
        before = list(tables_of(StackedLines(text, lines[free : head.start], lexed), text, lexed))
        yield from before
        header = _header(stacked, head, before[-1] if before else None, lexed, lines[free].start)
        first = next(run.start for run in runs.found if run.cells)  # below the name of a section
        heads = tuple(stacked.content(at) for at in range(head.start, first))
        placed = aligned(rows.placed, text, lexed) if columns.names is None else rows.placed
        yield Table(
            tuple(placed), (*header, *heads), heads=columns.names, above_heads=len(header), loose=tuple(rows.loose)
        )
        free = runs.after
    yield from tables_of(StackedLines(text, lines[free:], lexed), text, lexed)


def _rows(lines: StackedLines, head: StackedHead, cells: CellVocabulary) -> tuple[HeadedRows, StackedColumns]:
    """The rows below a head, and the columns that they have, by the first way to tell its heads that the rows fit."""
    units = head.unit is not None
    told = [name for place, name in enumerate(head.names) if place != head.unit]
    for names in single_heads(told, cells):
        full = len(names) + units
        rows = HeadedRows(lines, head, full, full)
        columns = columns_told(names, rows.found, lines, cells)
        if columns is not None:
            break
    else:
        full = len(head.names)
        rows = HeadedRows(lines, head, full, full)
        columns = columns_without_heads(rows.found, lines)
    if not columns.figures:
        return rows, columns
    width, least = columns.width + units, columns.figures[-1] + 1 + units
    return rows if width == least == full else HeadedRows(lines, head, width, least), columns


def _header(lines: StackedLines, head: StackedHead, before: Table | None, lexed: Lexed, free: int) -> tuple[str, ...]:
    """The lines above a head, up to those of the table ``before``, or to where it is known that one ended."""
    cells = () if before is None else [cell for cell in before.rows[-1].cells if cell is not None]
    last = max((lexed.quantities[cell].start for cell in cells), default=free - 1)
    above = range(max(0, head.start - _HEADER_LINES), head.start)
    return header_above([lines.content(at) for at in above if lines.lines[at].start > last])


def _may_open(line: Line, cells: CellVocabulary) -> bool:
    if line.numbers or not 1 < line.end - line.start <= LONGEST_OPENING:
        return False
    folded = fold(line.content)
    return cells.row_number.match(folded) is not None or cells.unit_head.match(folded) is not None


class _Rows(NamedTuple):
    placed: list[Row]
    loose: list[Row]


class _Grid:
    """Puts the cells of rows into the columns of a head."""

    def __init__(self, lines: StackedLines, head: StackedHead, columns: StackedColumns) -> None:
        self._lines = lines
        self._head = head
        self._columns = columns

    def rows(self, runs: Sequence[HeadedRow]) -> _Rows:
        """The rows that stand in the columns, and those of which that cannot be told."""
        found = _Rows([], [])
        for run in runs if self._columns.figures else ():
            values = tuple(value for at in run.cells if (value := self._lines.value(at)) is not None)
            if not values:
                continue
            placed = self._parts(run) if run.parts else self._placed(run)
            found.placed.extend(placed)
            if not placed:
                unit = _NO_UNIT if run.parts else self._unit(run)
                found.loose.append(Row(self._start(run.start), run.label, values, unit))
        return found

    def _unit(self, run: HeadedRow) -> str | None:
        return _NO_UNIT if run.unit is None and self._head.unit is not None else run.unit

    def _placed(self, run: HeadedRow) -> list[Row]:
        """The row with its cells in their columns; none if it cannot be told in which they stand."""
        width, names, with_figures, amounts = self._columns
        figures = without_remarks(run.cells, self._lines)
        plain = all(self._lines.kind(at) != "words" for at in figures)
        columns: Sequence[int]
        if len(run.cells) == width:
            columns, figures = range(width), run.cells
        elif len(figures) == len(with_figures):
            columns = with_figures
        elif plain and len(figures) == len(amounts):
            columns = amounts
        elif plain and names is None and len(figures) < width:
            values = tuple(self._lines.value(at) for at in figures)  # the columns are told apart by their numbers
            return [Row(self._start(run.start), run.label, values, self._unit(run))]
        else:
            return []
        cells: list[int | None] = [None] * width
        for column, at in zip(columns, figures, strict=True):
            cells[column] = self._lines.value(at) if column in with_figures else None
        return [Row(self._start(run.start), run.label, tuple(cells), self._unit(run))]

    def _parts(self, run: HeadedRow) -> list[Row]:
        """The rows of a label with parts in the same cell, if each column has as many lines as there are labels.

        "Dân số", "- Nam", "- Nữ", "12.450", "6.120", "6.330".
        """
        labels = [run.label, *map(self._lines.content, run.parts)]
        size = len(labels)
        units = len(run.cells) - size * len(self._columns.figures)
        told = self._head.unit == 0 and units in {size, size - 1}
        if (units and not told) or any(self._lines.kind(at) == "words" for at in run.cells[units:]):
            return []
        rows = []
        for part, (start, label) in enumerate(zip((run.start, *run.parts), labels, strict=True)):
            cells: list[int | None] = [None] * self._columns.width
            for place, column in enumerate(self._columns.figures):
                cells[column] = self._lines.value(run.cells[units + place * size + part])
            of = part - (size - units)
            unit = self._lines.content(run.cells[of]) if units and of >= 0 else None
            rows.append(Row(self._start(start), label, tuple(cells), unit))
        return rows

    def _start(self, at: int) -> int:
        return self._lines.lines[at].start
