"""Tables with one cell a line below a head that names every column: which cell stands in which.

Nothing marks a cell that a scraper has left out. A row stands in the columns only if its cells fill all of them, or all
that hold figures, or all that hold no percentages; of any other row the cells have its unit and no column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.text import fold
from extract.text_tables.aligned import aligned
from extract.text_tables.row import Row
from extract.text_tables.rows import Table, header_above, tables_of
from extract.text_tables.stacked_columns import stacked_columns, without_remarks
from extract.text_tables.stacked_heads import LONGEST_OPENING, stacked_heads
from extract.text_tables.stacked_lines import StackedLines
from extract.text_tables.stacked_runs import StackedRuns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.model import Lexed
    from extract.text_tables.cells import CellVocabulary
    from extract.text_tables.lines import Line
    from extract.text_tables.stacked_columns import StackedColumns
    from extract.text_tables.stacked_heads import StackedHead
    from extract.text_tables.stacked_runs import StackedRun

_HEADER_LINES = 6
_NO_UNIT = ""
"""Of a row in a table whose rows have units of their own: no other holds for it."""
_FEWEST_ROWS = 2


def all_tables(text: str, lines: Sequence[Line], lexed: Lexed, cells: CellVocabulary) -> Iterator[Table]:
    """The tables of a text: those below such heads, and those of any other shape between them."""
    if not any(_may_open(text, line, cells) for line in lines):
        yield from tables_of(text, lines, lexed)
        return
    stacked = StackedLines(text, lines, lexed)
    free = 0
    for head in stacked_heads(stacked, cells):
        rows, columns = _rows(stacked, head, cells)
        grid = _Grid(stacked, head, columns)
        if not columns.figures or not grid.has_rows(rows.found):
            continue
        first = stacked.places[head.start]
        before = list(tables_of(text, lines[free:first], lexed))
        yield from before
        header = _header(stacked, head, before[-1] if before else None, lexed, lines[free].start)
        free = stacked.places[rows.after - 1] + 1
        units = tuple(line for line in header if cells.unit_of_table.search(fold(line)) is not None)
        tables = grid.tables(rows.found, header, units)
        if columns.names is None:
            yield tables[0]._replace(rows=tuple(aligned(tables[0].rows, text, lexed)))
        yield from tables[columns.names is None :]
    yield from tables_of(text, lines[free:] if free else lines, lexed)


def _rows(lines: StackedLines, head: StackedHead, cells: CellVocabulary) -> tuple[StackedRuns, StackedColumns]:
    """The rows below a head, and the columns that they have; rows are read again if those are fewer than heads."""
    heads = len(head.names)
    rows = StackedRuns(lines, head, heads, heads)
    columns = stacked_columns(head, rows.found, lines, cells)
    if not columns.figures:
        return rows, columns
    units = head.unit is not None
    full, least = columns.width + units, columns.figures[-1] + 1 + units
    return rows if full == least == heads else StackedRuns(lines, head, full, least), columns


def _header(lines: StackedLines, head: StackedHead, before: Table | None, lexed: Lexed, free: int) -> tuple[str, ...]:
    """The lines above a head, up to those of the table ``before``, or to where it is known that one ended."""
    cells = () if before is None else [cell for cell in before.rows[-1].cells if cell is not None]
    last = max((lexed.quantities[cell].start for cell in cells), default=free - 1)
    above = range(max(0, head.start - _HEADER_LINES), head.start)
    return header_above([lines.content(at) for at in above if lines.lines[at].start > last])


def _may_open(text: str, line: Line, cells: CellVocabulary) -> bool:
    if line.numbers or not 1 < line.end - line.start <= LONGEST_OPENING:
        return False
    folded = fold(text[line.start : line.end])
    return cells.row_number.match(folded) is not None or cells.unit_head.match(folded) is not None


class _Grid:
    """Puts the cells of rows into the columns of a head."""

    def __init__(self, lines: StackedLines, head: StackedHead, columns: StackedColumns) -> None:
        self._lines = lines
        self._head = head
        self._columns = columns

    def tables(self, runs: Sequence[StackedRun], header: tuple[str, ...], units: tuple[str, ...]) -> tuple[Table, ...]:
        """The table of the rows that stand in the columns, and one for each other row, without columns.

        ``units``: those lines of the header that tell the unit of all rows.
        """
        placed: list[Row] = []
        loose: list[Table] = []
        for run in self._with_values(runs):
            rows = self._rows(run)
            placed += rows
            if not rows:
                loose.append(self._loose(run, units))
        first = next(run.start for run in runs if run.cells)  # below the name of a section
        head = tuple(self._lines.content(at) for at in range(self._head.start, first))
        return Table(tuple(placed), (*header, *head), heads=self._columns.names, above_heads=len(header)), *loose

    def has_rows(self, runs: Sequence[StackedRun]) -> bool:
        """Whether enough rows stand in the columns: one, or two where heads do not tell what they are."""
        placed = sum(bool(self._rows(run)) for run in self._with_values(runs))
        return placed >= (_FEWEST_ROWS if self._columns.names is None else 1)

    def _with_values(self, runs: Sequence[StackedRun]) -> Iterator[StackedRun]:
        return (run for run in runs if any(self._lines.value(at) is not None for at in run.cells))

    def _rows(self, run: StackedRun) -> list[Row]:
        return self._parts(run) if run.parts else self._placed(run)

    def _loose(self, run: StackedRun, units: tuple[str, ...]) -> Table:
        """A row whose cells stand in columns that cannot be told."""
        values = tuple(value for at in run.cells if (value := self._lines.value(at)) is not None)
        row = Row(self._start(run.start), run.label, values, _NO_UNIT if run.parts else self._unit(run))
        return Table((row,), units, heads=("",) * len(values), above_heads=len(units))

    def _unit(self, run: StackedRun) -> str | None:
        return _NO_UNIT if run.unit is None and self._head.unit is not None else run.unit

    def _placed(self, run: StackedRun) -> list[Row]:
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

    def _parts(self, run: StackedRun) -> list[Row]:
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
