"""Sums in full whose đồng is left out in one cell of a column: "71.737.000.000" below "15.013.125.000đ"."""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

import regex

from extract.lex.numbers import in_full_thousands
from extract.text_tables.lines import CELL_END, has_cells
from extract.text_tables.measures import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.model import Lexed, Quantity
    from extract.text_tables.lines import Line

_IN_FULL = regex.compile(r"\d{1,3}(?:[.,]\d{3}){1,4}")
_LEAST = 1_000_000
_LONGEST = 300
_start = attrgetter("start")


def cells_in_full(lines: Sequence[Line], text: str, lexed: Lexed) -> Iterator[tuple[int, Measure]]:
    """The bare numbers of columns that hold sums in full alone, no fewer of them with đồng than without."""
    if not has_cells(text) or not any(_is_sum(lexed.quantities[at], text) for line in lines for at in line.numbers):
        return
    for is_row, group in groupby(lines, key=lambda line: CELL_END.search(text, line.start, line.end) is not None):
        columns: dict[int, list[int]] = {}
        for line in group if is_row else ():
            if line.end - line.start <= _LONGEST:
                for position, at in _cells(line, text, lexed):
                    columns.setdefault(position, []).append(at)
        for column in columns.values():
            bare = [at for at in column if lexed.quantities[at].kind == "number"]
            if 2 * len(bare) <= len(column) and all(_is_sum(lexed.quantities[at], text) for at in column):
                yield from ((at, Measure("money", 1, "đồng")) for at in bare)


def _cells(line: Line, text: str, lexed: Lexed) -> Iterator[tuple[int, int]]:
    """The cells of a row that begin with a quantity, by where they stand from the left, and these."""
    start = line.start
    for position, cell in enumerate(CELL_END.split(text[line.start : line.end])):
        end = start + len(cell)
        at = bisect_left(lexed.quantities, start, key=_start)
        first = lexed.quantities[at].start if at < len(lexed.quantities) else end
        if first < end and not text[start:first].strip():
            yield position, at
        start = end + 1


def _is_sum(quantity: Quantity, text: str) -> bool:
    """Whether a bare number or money is printed in full, a bare one in millions."""
    if quantity.kind == "number" and not in_full_thousands(quantity.value, _LEAST):
        return False
    return quantity.kind in {"number", "money"} and _IN_FULL.match(text, quantity.start, quantity.end) is not None
