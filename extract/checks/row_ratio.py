"""Rows of a table with a percentage: "Huyện Sông Lô | 250.000 | 456.901 | 135".

Which columns the percentage compares is told by the rows themselves: two columns of one unit, of which it is the ratio
in two rows at least and in most of them. The rows where it is not disagree. Numbers with decimals that no head calls
percentages are such, too, if they are that ratio in three rows.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from extract.checks.interval import Interval, of
from extract.checks.percent_of import last_unit
from extract.checks.relation import Side, relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.checks.table_grid import Grid, GridRow
    from extract.facts.page_facts import Drawn
    from extract.model import Check, Quantity

_LEAST, _LEAST_UNNAMED = 2, 3
_MOST = 2 / 3


class _Triple(NamedTuple):
    row: GridRow
    part: Quantity
    whole: Quantity
    percent: Quantity
    fits: bool


def row_ratios(drawn: Drawn, tables: Iterable[Grid]) -> Iterator[Check]:
    """One check for every row that has the percentage and both its figures."""
    for grid in tables:
        for at in range(grid.width):
            if any(cell is not None and may_be_share(drawn, cell) for cell in grid.column(at)):
                for triple in _triples(drawn, grid, at):
                    yield _check(drawn, triple)


def _triples(drawn: Drawn, grid: Grid, percent: int) -> list[_Triple]:
    """The rows with the two columns that the percentages of a column compare; none if no two columns do."""
    best: list[_Triple] = []
    for part, whole in permutations([i for i in range(grid.width) if i != percent], 2):
        found = [triple for row in grid.rows if (triple := _triple(drawn, row, part, whole, percent)) is not None]
        fitting = sum(triple.fits for triple in found)
        least = _LEAST if any(triple.percent.kind == "percent" for triple in found) else _LEAST_UNNAMED
        if fitting >= least and fitting >= _MOST * len(found) and fitting > sum(triple.fits for triple in best):
            best = found
    return best


def _triple(drawn: Drawn, row: GridRow, part: int, whole: int, percent: int) -> _Triple | None:
    one, other, share = row.cells[part], row.cells[whole], row.cells[percent]
    if one is None or other is None or share is None or not may_be_share(drawn, share):
        return None
    if one.kind == "percent" or (one.kind, one.unit) != (other.kind, other.unit) or other.value <= 0 or one.value == 0:
        return None
    left, right = _sides(drawn, one, other, share)
    return _Triple(row, one, other, share, left.meets(right))


def may_be_share(drawn: Drawn, cell: Quantity) -> bool:
    """Whether a cell is a percentage, or a number with decimals that no head calls one."""
    return cell.kind == "percent" or (cell.kind == "number" and last_unit(drawn.reading.folded, cell) < 1)


def _sides(drawn: Drawn, part: Quantity, whole: Quantity, percent: Quantity) -> tuple[Interval, Interval]:
    printed = of(percent).one_unit_wider(last_unit(drawn.reading.folded, percent))
    return of(part).percent_of(of(whole)), printed


def _check(drawn: Drawn, triple: _Triple) -> Check:
    reading = drawn.reading
    left, right = _sides(drawn, triple.part, triple.whole, triple.percent)
    part, whole = (reading.quote(q.start, q.end) for q in (triple.part, triple.whole))
    return relation(
        reading.page.page_id,
        "plan_ratio" if triple.whole.role == "plan" else "percent_of",
        Side(f"{part} / {whole}", left),
        Side(reading.quote(triple.percent.start, triple.percent.end), right),
        (triple.row.start, triple.row.end),
    )
