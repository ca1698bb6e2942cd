"""Heads of columns in rows of cells: each in its own, over several, or broken into lines by a scraper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.text import fold
from extract.text_tables.heads.column_numbers import may_number_columns
from extract.text_tables.heads.spans import spread
from extract.text_tables.lines import CELL_END, line_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.text_tables.table import Table
    from extract.text_tables.vocabulary import CellVocabulary

_FEWEST_COLUMNS = 2
"""One column has no row of heads."""
_TWO_ROWS = 2


def head_rows(header: Sequence[str], table: Table, width: int, text: str, cells: CellVocabulary) -> list[list[str]]:
    """Those lines of ``header`` with a cell for each column, but those that number columns; else one of several lines.

    Scrapers break a row where a cell has lines of its own: "Thôn | Số hộ |", then "Hộ nghèo | Tỷ lệ (%) |".
    """
    if width < _FEWEST_COLUMNS:
        return []
    marked = [at for at, line in enumerate(header) if CELL_END.search(line)]
    rows = [row for at in marked if not may_number_columns(row := _head_cells(header[at], width))]
    named = [row for row in rows if len(row) == width]
    if named:
        return _filled(rows, named) if len(rows) > len(named) else _over_several(named)
    spanned = _spanned(rows, table, width, text, cells)
    if spanned:
        return [spanned]
    for first in marked:
        for last in range(first + 2, len(header) + 1):
            row = _head_cells(" ".join(header[first:last]), width)
            if len(row) >= width:
                if len(row) == width and not may_number_columns(row):
                    return [row]
                break
    return []


def _spanned(rows: Sequence[Sequence[str]], table: Table, width: int, text: str, cells: CellVocabulary) -> list[str]:
    """The heads of all columns from two rows or three, where upper cells stand over several lower ones."""
    if len(rows) < _TWO_ROWS or not rows[-1][0][:1].isupper():  # "mới" goes on with "Số ca mắc"
        return []
    bodies = [_head_cells(line_at(row.start, text), width) for row in table.rows]
    columns = [[body[at] for body in bodies if at < len(body)] for at in range(width)]
    has_numbers = [_are_numbers("".join(column)) for column in columns]  # a column left empty has remarks, if any
    upper, lower = rows[-2:]
    choices = [(upper, lower)]
    each = len(lower) // len(upper)
    if len(rows) > _TWO_ROWS and each > 1 and len(lower) % len(upper) == 0:
        # "Giỏi | Khá" over "SL | % | SL | %", and "Học lực" over both
        choices.insert(0, (rows[-3], [f"{upper[at // each]} {head}" for at, head in enumerate(lower)]))
    for above, below in choices:
        heads = spread(above, below, has_numbers, lambda head: cells.over.match(fold(head)) is not None)
        if heads is not None:
            return [head.words(above, below) for head in heads]
    return []


def _are_numbers(cells: str) -> bool:
    return any(map(str.isdigit, cells)) and not any(map(str.isalpha, cells))


def _filled(rows: Sequence[list[str]], named: list[list[str]]) -> list[list[str]]:
    """A row of heads with empty cells, filled from the row above it that has a cell for each of them and one more."""
    lower = rows[-1]
    gaps = lower.count("")
    if len(named) > 1 or lower is not named[0] or not 0 < gaps < len(rows[-2]):
        return named
    upper = rows[-2]
    over = len(upper) - gaps
    runs = sum(bool(head) and (at == 0 or not lower[at - 1]) for at, head in enumerate(lower))
    if over != runs:
        return named
    left = iter(upper)
    filled: list[str] = []
    above = ""
    for at, head in enumerate(lower):
        if not head or at == 0 or not lower[at - 1]:
            above = next(left)
        filled.append(f"{above} {head}".strip())
    return [filled]


def _over_several(named: list[list[str]]) -> list[list[str]]:
    """The same rows; a head with empty cells behind it stands over all that the row below names there.

    "Năm 2016 | | So sánh (%) | |" over "Giá trị | CC (%) | 2017/2016 | 2018/2017 | PTBQ".
    """
    if len(named) != _TWO_ROWS:
        return named
    upper, lower = named
    spread_out = list(upper)
    for at in range(1, len(spread_out)):
        if not spread_out[at] and lower[at] and lower[at - 1]:
            spread_out[at] = spread_out[at - 1]
    return [spread_out, lower]


def _head_cells(line: str, width: int) -> list[str]:
    """The cells of a line; the last bar ends it, or parts it from an empty cell if there are one too few."""
    cells = [cell.strip() for cell in CELL_END.split(line)]
    return cells[:-1] if line.endswith("|") and len(cells) != width else cells
