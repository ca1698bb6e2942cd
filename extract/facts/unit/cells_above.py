"""Cells of rows that say the same numbers again: "Số học sinh 953 194 187", "Phẩm chất 953 194 187"."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.facts.reading import Reading

_FEWEST = 3
"""Two numbers are the same by chance."""


def cells_above(reading: Reading) -> dict[int, int]:
    """The cell of the first row with the same numbers, for each cell of a later one of its table, by their indices."""
    found: dict[int, int] = {}
    for _, table in groupby(reading.lexed.cells, key=attrgetter("table")):
        first: dict[tuple[float, ...], list[int]] = {}
        for _, row in groupby(table, key=attrgetter("row")):
            indices = [index for cell in row for index in reading.quantities_in(cell.start, cell.start + 1)]
            values = tuple(reading.lexed.quantities[index].value for index in indices)
            if len(values) >= _FEWEST:
                found.update(zip(indices, first.setdefault(values, indices), strict=True))
    return found
