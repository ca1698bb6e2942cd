"""Columns of shares in a table: "Tổng diện tích | 30.173 | 100", "Đất nông nghiệp | 19.460 | 64,5".

Which figure they are shares of is told by the rows themselves: the largest of a column, if most rows with a percentage
are that share of it. A row that misses it by a slip of the pen disagrees where the largest is told to be 100 per cent.
Shares of the figures of one row are for ``row_ratios``. A row of percentages may tell the shares of the row above it:
"Tổ chức đảng | 111 | 22 | 86 | 3", below it "Tỷ lệ (%) | | 19,8 | 77,5 | 2,7".

A row behind a dash, or below "Trong đó:", may tell its share in the row that it takes apart: "Vốn vay | 126.623 |
32,7", below it "- Vốn trung ương | 126.573 | 99,96".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.checks.shares.share import Share
from extract.checks.shares.sibling_shares import digits_of, is_misprinted
from extract.checks.tables.row_ratio import rows_of_percentages
from extract.checks.tables.table_grid import DOTTED, PLAIN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from extract.checks.tables.table_grid import Grid, GridRow
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

_ALL = 100.0
_LEAST, _DIGITS = 2, 5
"""So many rows must fit at least, whose percentages have so many digits together."""
_MOST = 2 / 3


def column_shares(drawn: Drawn, tables: Iterable[Grid], told: Collection[Check]) -> Iterator[Check]:
    """One check for every row with a figure and its share; none of the percentages that ``told`` tell already."""
    ends = {(check.end, check.right) for check in told}

    def is_known(end: int, cell: Quantity) -> bool:
        return (end, drawn.reading.quote(cell.start, cell.end)) in ends

    for grid in tables:
        for at in range(grid.width):
            cells = ((row, row.cells[at]) for row in grid.rows)
            shares = [(row, cell) for row, cell in cells if cell is not None and cell.kind == "percent"]
            if len(shares) >= _LEAST and not any(is_known(row.end, cell) for row, cell in shares):
                beside = sorted((other for other in range(grid.width) if other != at), key=lambda one: abs(one - at))
                yield from _column(drawn, grid, at, beside)
        percents = rows_of_percentages(grid)
        turned = grid.turned() if percents else grid
        for at in percents:
            if at and not any(is_known(cell.end, cell) for cell in grid.rows[at].cells if cell is not None):
                yield from _column(drawn, turned, at, [at - 1])


class _Part(NamedTuple):
    """A figure with its share, and the figures that it may be a share of, the likeliest first."""

    share: Share
    wholes: tuple[Quantity, ...]

    def whole(self, reading: Reading) -> Quantity | None:
        """The one that it fits."""
        return next((whole for whole in self.wholes if self.share.fits(whole, reading)), None)


def _column(drawn: Drawn, grid: Grid, percent: int, beside: Iterable[int]) -> Iterator[Check]:
    """The checks of a column of percentages: of the first of those beside it on which most of them are shares."""
    reading, parts_of_above = drawn.reading, [*_parts_of_above(grid.rows, drawn.reading)]
    best: tuple[Quantity, Quantity | None, list[_Part], list[_Part]] | None = None
    for amounts in beside:
        known = [
            (one, row.cells[percent], is_part)
            for row, is_part in zip(grid.rows, parts_of_above, strict=True)
            if (one := row.cells[amounts]) is not None and one.kind != "percent"
        ]
        if len(known) <= _LEAST:
            continue
        whole, of_whole, _ = max(known, key=lambda told: told[0].value)
        parts = list(_parts(known, whole))
        fitting = [part for part in parts if part.whole(reading) is not None]
        digits = sum(digits_of(part.share, reading) for part in fitting)
        enough = len(fitting) >= max(_LEAST, _MOST * len(parts)) and digits >= _DIGITS
        if enough and (best is None or len(fitting) > len(best[2])):
            best = whole, of_whole, fitting, [part for part in parts if part not in fitting]
    if best is None:
        return
    whole, of_whole, fitting, missing = best
    yield from (part.share.check(part.whole(reading) or whole, reading) for part in fitting)
    if of_whole is not None and of_whole.value == _ALL:
        yield from (part.share.check(whole, reading) for part in missing if is_misprinted(part.share, whole, reading))


def _parts_of_above(rows: Sequence[GridRow], reading: Reading) -> Iterator[bool]:
    """Which rows may take the one above apart: behind a dash, "2.1", or below "Trong đó:" without a number."""
    is_opened = False
    for before, row in zip((None, *rows), rows, strict=False):
        if row.level < PLAIN:
            is_opened = False
        elif before is not None:
            between = reading.page.text[before.end : row.start]
            is_opened = is_opened or between.rstrip(" |\t\n").endswith(":")
        yield row.dashed or is_opened or row.level == DOTTED


def _parts(known: Iterable[tuple[Quantity, Quantity | None, bool]], whole: Quantity) -> Iterator[_Part]:
    """The figures of a column with their shares in its largest one, the parts of a row perhaps in that."""
    above = whole
    for one, percent, is_part in known:
        wholes = (above, whole) if is_part else (whole,)
        if not is_part:
            above = one
        alike = (one.kind, one.unit) == (whole.kind, whole.unit) and 0 < one.value < whole.value
        if one is not whole and percent is not None and percent.kind == "percent" and alike:
            yield _Part(Share(one, percent), wholes)
