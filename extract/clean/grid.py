"""Tables of figures and tables that only lay a page out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.model import RawBlock

if TYPE_CHECKING:
    from collections.abc import Sequence


class Cell(NamedTuple):
    """A cell of a table: ``blocks[start:end]`` stand in it."""

    start: int
    end: int
    is_header: bool


class Row(NamedTuple):
    """A row of a table, with where it stands."""

    cells: list[Cell]
    locator: str
    context: str
    owner: int


_LONG_CELL = 400
_USUAL_CELL = 120
_MOST_BLOCKS_A_CELL = 6


def is_data(rows: Sequence[Row], blocks: Sequence[RawBlock]) -> bool:
    """Whether a table without another in it holds data: two rows or more of two filled cells, and no long texts.

    The pages of 2005 put menu, article and banner side by side in the cells of a table; such a table is no data, its
    texts
    are paragraphs. Word puts each cell of a real table into a paragraph, so paragraphs in cells prove nothing.
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


def row_blocks(rows: Sequence[Row], blocks: Sequence[RawBlock]) -> list[tuple[RawBlock, int]]:
    """One block a row, its cells joined by tabs, empty cells kept so that columns stay; with the element it stands
    in.
    """
    made = []
    for row in rows:
        cells = [blocks[cell.start : cell.end] for cell in row.cells]
        inside = [block for cell in cells for block in cell]
        if inside:
            text = "\t".join(" ".join(block.text for block in cell) for cell in cells)
            links = sum(block.links for block in inside)
            hidden = all(block.hidden for block in inside)
            made.append((RawBlock("table_row", text, row.locator, links, hidden, "tr", row.context), row.owner))
    return made
