"""Rows of a table with a column that sums up others: "Thôn Hạ | 650 | 406 | 244".

Which columns those are is told by the rows themselves: neighbours, but for columns in other units between them, that
make up the column beside them in three rows at least and in most of them. The rows that miss it by little disagree.
A row alone whose first figure all others make up says so itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.checks.digits import telling_digits
from extract.checks.interval import of, total
from extract.checks.printed import as_summed, as_told
from extract.checks.relation import Side, relation, side_of, span_of
from extract.checks.slips import one_is_slipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.checks.tables.table_grid import Grid, GridRow
    from extract.facts.page_facts import Drawn
    from extract.model import Check, Quantity

KIND = "parts_sum"
_LEAST = 3
_MOST = 2 / 3
_WIDEST = 16
"""So many columns of one unit are looked through."""
_SURE = 100
"""A larger one is no sum of three others or more by chance."""
_TELLING, _DIGITS = 10, 3
"""Smaller sums may hold by chance, if they have not so many digits."""
_NEAR = 0.05
"""By what share of the sum a row may be off and still be meant to make it up."""


class _Sum(NamedTuple):
    whole: Quantity
    parts: tuple[Quantity, ...]

    @property
    def fits(self) -> bool:
        return total(of(part) for part in self.parts).meets(as_summed(self.whole))

    @property
    def values(self) -> list[float]:
        return [part.value for part in self.parts]

    @property
    def is_telling(self) -> bool:
        return self.whole.value >= _TELLING or telling_digits(self.whole.value) >= _DIGITS

    @property
    def is_meant(self) -> bool:
        near = abs(sum(self.values) - self.whole.value) <= _NEAR * self.whole.value
        return near or one_is_slipped(self.values, self.whole.value)


def row_sums(drawn: Drawn, tables: Iterable[Grid]) -> Iterator[Check]:
    """One check for every row that has the sum and two of its parts at least."""
    for grid in tables:
        told: set[int] = set()
        for columns in _alike(grid):
            for at in range(len(columns)):
                for one in _sums(grid, columns, at):
                    if one.fits or one.is_meant:
                        told.add(one.whole.start)
                        yield _check(drawn, one)
            alone = (_alone(row, columns) for row in grid.rows)
            yield from (_check(drawn, one) for one in alone if one is not None and one.whole.start not in told)


def _alone(row: GridRow, columns: Sequence[int]) -> _Sum | None:
    """The figures of a row, the first of which is large, and all others make it up exactly."""
    cells = [cell for column in columns if (cell := row.cells[column]) is not None]
    if len(cells) <= _LEAST or cells[0].value < _SURE or {cell.kind for cell in cells} != {cells[0].kind}:
        return None
    one = _Sum(cells[0], tuple(cells[1:]))
    return one if one.fits else None


def _alike(grid: Grid) -> Iterator[list[int]]:
    """The columns of each unit that things add up in, three or more."""
    units: dict[tuple[str, str | None], list[int]] = {}
    for at in range(grid.width):
        first = next((cell for cell in grid.column(at) if cell is not None), None)
        if first is not None and first.kind != "percent":
            units.setdefault((first.kind, first.unit), []).append(at)
    return (columns for columns in units.values() if _LEAST <= len(columns) <= _WIDEST)


def _sums(grid: Grid, columns: Sequence[int], at: int) -> list[_Sum]:
    """The rows with a column and those beside it, on the right or on the left, that make it up; none if none do."""
    best: list[_Sum] = []
    fitting = 0
    behind = (columns[at + 1 : end] for end in range(at + _LEAST, len(columns) + 1))
    before = (columns[start:at] for start in range(at - 1))
    for beside in (*behind, *before):
        found = _rows(grid.rows, columns[at], beside)
        telling = sum(one.fits and one.is_telling for one in found)
        if telling >= _LEAST and telling > fitting and sum(one.fits for one in found) >= _MOST * len(found):
            best, fitting = found, telling
    return best


def _rows(rows: Sequence[GridRow], whole: int, beside: Sequence[int]) -> list[_Sum]:
    """What the rows have there, as far as most of them may still fit."""
    found: list[_Sum] = []
    misses = 0
    for row in rows:
        cell = row.cells[whole]
        parts = tuple(part for part in map(row.cells.__getitem__, beside) if part is not None)
        if cell is None or not cell.value or sum(part.value != 0 for part in parts) < 2:  # noqa: PLR2004 - two terms
            continue
        found.append(_Sum(cell, parts))
        misses += not found[-1].fits
        if misses > (1 - _MOST) * len(rows):
            return []
    return found


def _check(drawn: Drawn, one: _Sum) -> Check:
    reading = drawn.reading
    left = total(of(part) for part in one.parts)
    quotes = (reading.quote(part.start, part.end) for part in one.parts)
    return relation(
        reading.page.page_id,
        KIND,
        Side(" + ".join(quotes), left),
        side_of(one.whole, reading, as_told(one.whole, left)),
        span_of(one.parts, one.whole),
        added=(one.parts, one.whole),
    )
