"""Rows of a table that are shorter than the others: in which columns their numbers stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.lex.rows import Row
    from extract.model import Lexed

_DECIMALS = regex.compile(r"[.,]\d{1,2}$")


def aligned(rows: Sequence[Row], text: str, lexed: Lexed) -> list[Row]:
    """The rows, short ones filled up behind where their decimals stand in the columns of decimals then."""
    width = max(len(row.cells) for row in rows)
    if all(len(row.cells) == width for row in rows):
        return list(rows)
    full = [row.cells for row in rows if len(row.cells) == width]
    decimal = [_are_decimals(column, text, lexed) for column in zip(*full, strict=True)]

    def fitting(cells: tuple[int | None, ...], before: int) -> int:
        columns = zip(cells, decimal[before:], strict=False)
        return sum(cell is not None and _has_decimals(cell, text, lexed) == told for cell, told in columns)

    filled = []
    labels = {_before_values(cells) for cells in full}
    for row in rows:
        missing = width - len(row.cells)
        if missing and labels == {_before_values(row.cells)} != {0}:
            filled.append(row._replace(cells=(*row.cells, *[None] * missing)))  # a tab too few at the end
            continue
        before = max(range(missing, -1, -1), key=lambda gap, cells=row.cells: fitting(cells, gap))  # type: ignore[misc]
        filled.append(row._replace(cells=(*row.cells, *[None] * (missing - before))))
    return filled


def _before_values(cells: Sequence[int | None]) -> int:
    """How many cells stand before the first number: that of the row's own and its label."""
    return next((at for at, cell in enumerate(cells) if cell is not None), len(cells))


def _are_decimals(column: Sequence[int | None], text: str, lexed: Lexed) -> bool:
    """Whether most numbers of a column have a decimal mark."""
    told = [_has_decimals(cell, text, lexed) for cell in column if cell is not None]
    return 2 * sum(told) > len(told)


def _has_decimals(index: int, text: str, lexed: Lexed) -> bool:
    """Whether a number is printed with a mark and one digit or two behind it: "73,35", not "5.291"."""
    quantity = lexed.quantities[index]
    return _DECIMALS.search(text, quantity.start, quantity.end) is not None
