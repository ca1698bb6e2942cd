"""Tables of figures and tables that only lay a page out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.model import RawBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class TableCell(NamedTuple):
    """A cell of a table: ``blocks[start:end]`` stand in it."""

    start: int
    end: int
    is_header: bool
    columns: int = 1
    rows: int = 1
    """How many columns and rows it reaches over, itself included."""


class TableRow(NamedTuple):
    """A row of a table, with where it stands."""

    cells: list[TableCell]
    locator: str
    context: str
    owner: int


_LONG_CELL = 400
_USUAL_CELL = 120
_MOST_BLOCKS_A_CELL = 6


def _is_data(rows: Sequence[TableRow], blocks: Sequence[RawBlock]) -> bool:
    """Whether a table without another in it holds data: two rows or more of two filled cells, and no long texts.

    The pages of 2005 put menu, article and banner side by side in the cells of a table; such a table is no data, its
    texts are paragraphs. Word puts each cell of a real table into a paragraph, so paragraphs in cells prove nothing.
    """
    filled = lengths = 0
    full_rows = 0
    has_header = False
    for row in rows:
        in_row = 0
        for cell in row.cells:
            size = sum(len(block.text) for block in blocks[cell.start : cell.end])
            if size > _LONG_CELL or cell.end - cell.start > _MOST_BLOCKS_A_CELL:
                return False
            if size:
                in_row += 1
                lengths += size
            has_header = has_header or cell.is_header
        filled += in_row
        full_rows += in_row > 1
    if full_rows < (1 if has_header else 2):
        return False
    return lengths <= _USUAL_CELL * filled


def _row_blocks(rows: Sequence[TableRow], blocks: Sequence[RawBlock]) -> list[tuple[RawBlock, int]]:
    """One block a row, its cells joined by tabs, empty cells kept so that columns stay, and made where cells reach over
    several; with the element it stands in.
    """
    made = []
    for row, spread in zip(rows, _spread(rows), strict=True):
        cells = [[] if cell is None else blocks[cell.start : cell.end] for cell in spread]
        inside = [block for cell in cells for block in cell]
        if inside:
            text = "\t".join(" ".join(block.text for block in cell) for cell in cells)
            links = sum(block.links for block in inside)
            hidden = all(block.hidden for block in inside)
            made.append((RawBlock("table_row", text, row.locator, links, hidden, "tr", row.context), row.owner))
    return made


_WIDEST = 100
"""More columns no table of figures has; a cell may claim to reach over any number of them."""


def _spread(rows: Sequence[TableRow]) -> Iterator[list[TableCell | None]]:
    """The cells of each row in their columns, ``None`` where one to the left or above reaches.

    A cell alone in its row is a heading of those below: it stands over all columns, and needs none.
    """
    reaching: list[int] = []
    """Into how many more rows a cell above reaches, by column."""
    for row in rows:
        spread: list[TableCell | None] = []
        left = [max(0, more - 1) for more in reaching]
        for cell in row.cells:
            while len(spread) < len(reaching) and reaching[len(spread)]:
                spread.append(None)
            columns = max(1, min(cell.columns, _WIDEST - len(spread)))
            left += [0] * (len(spread) + columns - len(left))
            left[len(spread) : len(spread) + columns] = [cell.rows - 1] * columns
            spread += [cell, *[None] * (columns - 1)]
        if len(row.cells) == 1 and not any(reaching):
            spread = [*row.cells]
        else:
            spread += [None] * sum(map(bool, reaching[len(spread) :]))
        reaching = left
        yield spread


def span(written: str | None) -> int:
    """How many columns or rows an attribute says that a cell reaches over; what is no such number counts as one.

    >>> span("3"), span(None), span("two"), span("0")
    (3, 1, 1, 1)
    """
    return max(1, int(written)) if written and written.isdecimal() and len(written) < _LONGEST_SPAN else 1


_LONGEST_SPAN = 5


class _Table(NamedTuple):
    first_block: int
    rows: list[TableRow]
    is_layout: bool


class Grid:
    """The tables that are open while a page is read; at the end of one its blocks become rows if it holds data.

    ``blocks`` and ``owners`` are the growing lists of the page.
    """

    def __init__(self, blocks: list[RawBlock], owners: list[int]) -> None:
        self._blocks = blocks
        self._owners = owners
        self._tables: list[_Table] = []

    def begin_table(self, *, is_layout: bool) -> None:
        """A table starts; the one around it is then layout."""
        if self._tables:
            self._tables[-1] = self._tables[-1]._replace(is_layout=True)
        self._tables.append(_Table(len(self._blocks), [], is_layout))

    def begin_row(self, locator: str, context: str, owner: int) -> None:
        """A row starts."""
        if self._tables:
            self._tables[-1].rows.append(TableRow([], locator, context, owner))

    def begin_cell(self, locator: str, context: str, owner: int, cell: TableCell) -> None:
        """A cell starts, of the last row, or of one that has no element; ``cell`` tells how far it reaches."""
        if self._tables:
            rows = self._tables[-1].rows
            if not rows:
                rows.append(TableRow([], locator, context, owner))
            rows[-1].cells.append(cell._replace(start=len(self._blocks), end=len(self._blocks)))

    def end_cell(self) -> None:
        """The last cell ends."""
        if self._tables and self._tables[-1].rows and self._tables[-1].rows[-1].cells:
            cells = self._tables[-1].rows[-1].cells
            cells[-1] = cells[-1]._replace(end=len(self._blocks))

    def end_table(self) -> None:
        """The innermost table ends."""
        if not self._tables:
            return
        first, rows, is_layout = self._tables.pop()
        if is_layout or not _is_data(rows, self._blocks):
            return
        first_cell = next(row.cells[0].start for row in rows if row.cells)
        if all(block.kind == "caption" for block in self._blocks[first:first_cell]):
            first = first_cell
        last_inside = rows[-1].cells[-1].end if rows[-1].cells else len(self._blocks)
        in_cells = {index for row in rows for cell in row.cells for index in range(cell.start, cell.end)}
        if len(in_cells) != len(self._blocks) - first or last_inside != len(self._blocks):
            return  # text between the cells: not a table to trust
        made = _row_blocks(rows, self._blocks)
        self._blocks[first:] = [block for block, _ in made]
        self._owners[first:] = [owner for _, owner in made]

    def close(self) -> None:
        """The page ends, whatever is still open."""
        while self._tables:
            self.end_table()
