"""Rows of a table with a percentage: "Huyện Sông Lô | 250.000 | 456.901 | 135".

Which columns the percentage compares is told by the rows themselves: two columns of one unit, of which it is the ratio
in two rows at least and in most of them. The rows where it is not disagree.

So are rows of percentages told by the columns, where years stand side by side: "Tổng số hộ | 4.122 | 4.218 | 4.234",
"Hộ nghèo | 634 | 511 | 445", "Tỷ lệ (%) | 15,4 | 12,1 | 10,5".
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.checks.interval import Interval, of
from extract.checks.printed import last_unit
from extract.checks.relation import Side, relation, side_of, span_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.checks.tables.table_grid import Grid, GridRow
    from extract.facts.page_facts import Drawn
    from extract.model import Check, Quantity

_LEAST, _LEAST_OF_COLUMNS = 2, 3
_MOST = 2 / 3
_PADDED = regex.compile(r"\d[.,]0{1,2}$")
_FIRST, _NEAR = 2, 6
"""What a percentage compares stands in the first columns or so many from it; for a row of them, so many rows above."""


class _Triple(NamedTuple):
    span: tuple[int, int]
    part: Quantity
    whole: Quantity
    percent: Quantity
    fits: bool


def row_ratios(drawn: Drawn, tables: Iterable[Grid]) -> Iterator[Check]:
    """One check for every row that has the percentage and both its figures."""
    for grid in tables:
        for at in range(grid.width):
            if any(cell is not None and cell.kind == "percent" for cell in grid.column(at)):
                beside = [i for i in range(grid.width) if i != at and (i < _FIRST or abs(i - at) <= _NEAR)]
                for triple in _triples(drawn, grid, at, beside, _LEAST):
                    yield _check(drawn, triple)
        percents = rows_of_percentages(grid)
        turned = grid.turned() if percents else grid
        for at in percents:
            above = [i for i in range(max(0, at - _NEAR), at) if i not in percents]
            for triple in _triples(drawn, turned, at, above, _LEAST_OF_COLUMNS):
                yield _check(drawn, triple)


def rows_of_percentages(grid: Grid) -> list[int]:
    """The rows all figures of which are percentages, two or more, in a table that has others, too."""
    found = []
    for at, row in enumerate(grid.rows):
        kinds = [cell.kind for cell in row.cells if cell is not None]
        if len(kinds) >= _LEAST and set(kinds) == {"percent"}:
            found.append(at)
    return found if len(found) < len(grid.rows) else []


def _triples(drawn: Drawn, grid: Grid, percent: int, others: Sequence[int], least: int) -> list[_Triple]:
    """The rows with the two columns that the percentages of a column compare; none if no two of ``others`` do.

    At least ``least`` rows must fit.
    """
    rows = [row for row in grid.rows if (cell := row.cells[percent]) is not None and cell.kind == "percent"]
    best: list[_Triple] = []
    rest: list[_Triple] = []
    for part, whole in permutations(others, 2):
        found = _found(drawn, rows, part, whole, percent)
        fitting = sum(triple.fits for triple in found)
        if fitting >= least and fitting >= _MOST * len(found) and fitting > sum(triple.fits for triple in best):
            best = found
            in_percent = (_triple(drawn, row, part, whole, percent, of_percents=True) for row in rows)
            rest = [triple for triple in in_percent if triple is not None and triple.fits]
    return [*best, *rest]


def _found(drawn: Drawn, rows: Sequence[GridRow], part: int, whole: int, percent: int) -> list[_Triple]:
    """What the rows have there; nothing as soon as too many do not fit."""
    found = []
    spare = (1 - _MOST) * len(rows)
    for row in rows:
        triple = _triple(drawn, row, part, whole, percent)
        if triple is not None:
            found.append(triple)
            spare -= not triple.fits
            if spare < 0:
                return []
    return found


def _triple(
    drawn: Drawn, row: GridRow, part: int, whole: int, percent: int, *, of_percents: bool = False
) -> _Triple | None:
    """What a row has there; ``of_percents``: rates that are a percentage of their plan, in a table of other things."""
    one, other, share = row.cells[part], row.cells[whole], row.cells[percent]
    if one is None or other is None or share is None:
        return None
    if (
        (one.kind == "percent") != of_percents
        or (one.kind, one.unit) != (other.kind, other.unit)
        or other.value <= 0
        or one.value == 0
    ):
        return None
    left, right = _sides(drawn, one, other, share)
    span = (row.start, row.end) if row.end else span_of((one, share), other)
    return _Triple(span, one, other, share, left.meets(right))


def _sides(drawn: Drawn, part: Quantity, whole: Quantity, percent: Quantity) -> tuple[Interval, Interval]:
    unit = last_unit(drawn.reading.folded, percent)
    if _is_padded(drawn, part) and _is_padded(drawn, whole):
        unit *= 10 ** (
            len(text := drawn.reading.quote(percent.start, percent.end).rstrip(" %")) - len(text.rstrip("0"))
        )
    return of(part).percent_of(of(whole)), of(percent).one_unit_wider(unit)


def _is_padded(drawn: Drawn, cell: Quantity) -> bool:
    """Whether zeros fill a number up to the decimals of its table: beside "412204.00" even "15.40" is one of 15.4."""
    return _PADDED.search(drawn.reading.folded, cell.start, cell.end) is not None and cell.value % 1 == 0


def _check(drawn: Drawn, triple: _Triple) -> Check:
    reading = drawn.reading
    left, right = _sides(drawn, triple.part, triple.whole, triple.percent)
    part, whole = (reading.quote(q.start, q.end) for q in (triple.part, triple.whole))
    return relation(
        reading.page.page_id,
        "plan_ratio" if triple.whole.role == "plan" else "percent_of",
        Side(f"{part} / {whole}", left),
        side_of(triple.percent, reading, right),
        triple.span,
    )
