"""Rows of a table that carry a balance forward: opening + in - out = closing.

Four neighbouring columns of one unit are a balance if one row holds to the last digit; the other rows are then checked.
A row that repeats itself ("30.173 | 100 | 30.173 | 100": areas and their shares of two years) vouches for none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.interval import Interval, of
from extract.checks.relation import Side, relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.checks.tables.table_grid import Grid, GridRow
    from extract.facts.page_facts import Drawn
    from extract.model import Check, Quantity

KIND = "balance"
_WIDTH = 4
_NEAR = 0.05
"""By what share of the closing figure a row may be off and still be one of the balance."""
_DIGITS = 100
"""Smaller numbers may hold by chance."""


def row_balances(drawn: Drawn, tables: Iterable[Grid]) -> Iterator[Check]:
    """One check for every row of a balance."""
    for grid in tables:
        for first in range(grid.width - _WIDTH + 1):
            found = [(row, cells) for row in grid.rows if (cells := _cells(row, first)) is not None]
            if any(_vouches(cells) for _, cells in found):
                yield from (_check(drawn, cells) for _, cells in found if _gap(cells) <= _NEAR * cells[-1].value)


def _cells(row: GridRow, first: int) -> list[Quantity] | None:
    cells = [cell for cell in row.cells[first : first + _WIDTH] if cell is not None]
    if len(cells) < _WIDTH or len({(cell.kind, cell.unit) for cell in cells}) > 1 or cells[0].kind == "percent":
        return None
    return cells


def _vouches(cells: list[Quantity]) -> bool:
    opening, _, going, _ = (cell.value for cell in cells)
    return _gap(cells) == 0 and opening != going and min(cell.value for cell in cells) >= _DIGITS


def _gap(cells: list[Quantity]) -> float:
    opening, coming, going, closing = (cell.value for cell in cells)
    return abs(opening + coming - going - closing)


def _check(drawn: Drawn, cells: list[Quantity]) -> Check:
    reading = drawn.reading
    opening, coming, going, closing = cells
    texts = [reading.quote(cell.start, cell.end) for cell in cells]
    low = opening.low + coming.low - (going.high or going.value)
    high = (opening.high or opening.value) + (coming.high or coming.value) - going.low
    return relation(
        reading.page.page_id,
        KIND,
        Side(f"{texts[0]} + {texts[1]} − {texts[2]}", Interval(low, high)),
        Side(texts[3], of(closing)),
        (opening.start, closing.end),
        stocks=(opening, closing),
    )
