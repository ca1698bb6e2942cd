"""Rows of a table that are shorter or longer than the others: in which columns their numbers stand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import regex

from extract.text_tables.lines import CELL_END, line_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import Lexed
    from extract.text_tables.table import Row

_DECIMALS = regex.compile(r"[.,]\d{1,2}$")


def aligned(rows: Sequence[Row], text: str, lexed: Lexed) -> list[Row]:
    """The rows, each with as many cells as there are columns.

    A row of marked cells whose label stands under the labels of the others lacks its last ones. Whole numbers, as many
    as there are columns of these, stand there: "Tổng số 387.125 435.430" above "Vốn vay 126.623 32,7 144.198 33,1".
    Other short rows are filled up behind where their decimals stand in the columns of decimals then. The first number
    of a row longer than most by one, parted by spaces, belongs to its label: "Trường Tân An 2 38 31" among "Khu phố
    Đông 42 33".
    """
    width = max(len(row.cells) for row in rows)
    if all(len(row.cells) == width for row in rows):
        return list(rows)
    rows = _without_numbers_of_labels(rows, text, lexed)
    width = max(len(row.cells) for row in rows)
    places = [_label_place(row, text) for row in rows]
    usual = Counter(place for place, row in zip(places, rows, strict=True) if len(row.cells) == width).most_common(1)
    full = [row.cells for row in rows if len(row.cells) == width]
    decimal = [_are_decimals(column, text, lexed) for column in zip(*full, strict=True)]

    def printed(cell: int | None) -> bool:
        return cell is not None and _has_decimals(cell, text, lexed)

    def fitting(cells: tuple[int | None, ...], before: int) -> int:
        columns = zip(cells, decimal[before:], strict=False)
        return sum(cell is not None and printed(cell) == told for cell, told in columns)

    filled = []
    for row, place in zip(rows, places, strict=True):
        missing = width - len(row.cells)
        if place is None and missing and decimal.count(False) == len(row.cells) and not any(map(printed, row.cells)):
            left = iter(row.cells)
            filled.append(row._replace(cells=tuple(None if told else next(left) for told in decimal)))
            continue
        before = max(range(missing, -1, -1), key=lambda gap, cells=row.cells: fitting(cells, gap))  # type: ignore[misc]
        if place is not None and place == usual[0][0]:
            before = 0
        filled.append(row._replace(cells=(*row.cells, *[None] * (missing - before))))
    return filled


def _label_place(row: Row, text: str) -> int | None:
    """Which of the marked cells of a row its label is."""
    cells = CELL_END.split(line_at(row.start, text))
    return next((at for at, cell in enumerate(cells) if cell.strip() == row.label), None) if len(cells) > 1 else None


_LONGEST_NUMBER = 2


def _without_numbers_of_labels(rows: Sequence[Row], text: str, lexed: Lexed) -> list[Row]:
    """The rows, the number at the end of a label that is longer by it than most of the others put back to it."""
    usual, often = Counter(len(row.cells) for row in rows).most_common(1)[0]
    if usual < _FEWEST_CELLS or 2 * often <= len(rows):
        return list(rows)
    return [
        row._replace(cells=row.cells[1:]) if len(row.cells) == usual + 1 and _may_end_label(row, text, lexed) else row
        for row in rows
    ]


_FEWEST_CELLS = 2


def _may_end_label(row: Row, text: str, lexed: Lexed) -> bool:
    index = row.cells[0]
    if index is None:
        return False
    quantity = lexed.quantities[index]
    written, before = text[quantity.start : quantity.end], text[row.start : quantity.start]
    is_short = written.isdecimal() and len(written) <= _LONGEST_NUMBER
    return is_short and "\n" not in before and before.rstrip().endswith(row.label or " ")


def _are_decimals(column: Sequence[int | None], text: str, lexed: Lexed) -> bool:
    """Whether most numbers of a column have a decimal mark."""
    told = [_has_decimals(cell, text, lexed) for cell in column if cell is not None]
    return 2 * sum(told) > len(told)


def _has_decimals(index: int, text: str, lexed: Lexed) -> bool:
    """Whether a number is printed with a mark and one digit or two behind it: "73,35", not "5.291"."""
    quantity = lexed.quantities[index]
    return _DECIMALS.search(text, quantity.start, quantity.end) is not None
