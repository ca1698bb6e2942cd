"""The row of sums below a table with one cell a line, of which a scraper has left one cell: "Tổng cộng", "2.971,34"."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import Lexed
    from extract.text_tables.lines import Line
    from extract.text_tables.table import Row

_LONGEST_LABEL = 40
_FEWEST = 2
_FEWEST_PARTS, _NO_CHANCE = 2, 100
"""Of two numbers alone a small one is the sum by chance."""


def with_sum(rows: list[Row], lines: Sequence[Line], after: int, text: str, lexed: Lexed) -> tuple[list[Row], int]:
    """The rows, and that of the two lines from ``after`` on if they are a label and the sum of one of the columns.

    Also the line behind the rows. No word tells sums here: a number that a column comes to is no chance.
    """
    if after + 1 >= len(lines) or len(rows[-1].cells) < _FEWEST:
        return rows, after
    label, cell = lines[after : after + 2]
    name = label.content.strip()
    if label.numbers or len(cell.numbers) != 1 or not name[:1].isalpha() or len(name) > _LONGEST_LABEL:
        return rows, after
    total = lexed.quantities[cell.numbers[0]]
    if cell.content.strip() != text[total.start : total.end]:
        return rows, after
    width = len(rows[-1].cells)
    for column in range(width):
        indices = [row.cells[column] for row in rows if len(row.cells) == width]
        values = [lexed.quantities[index].value for index in indices if index is not None]
        enough = len(values) > _FEWEST_PARTS or (len(values) == _FEWEST_PARTS and total.value >= _NO_CHANCE)
        if enough and math.isclose(sum(values), total.value, rel_tol=1e-9):
            cells: list[int | None] = [None] * width
            cells[column] = cell.numbers[0]
            return [*rows, rows[-1]._replace(start=label.start, label=name, cells=tuple(cells), unit=None)], after + 2
    return rows, after
