"""Columns of shares in a table: "Tổng diện tích | 30.173 | 100", "Đất nông nghiệp | 19.460 | 64,5".

Which figure they are shares of is told by the rows themselves: the largest of a column, if most rows with a percentage
are that share of it. A row that misses it by a slip of the pen disagrees where the largest is told to be 100 per cent.
Shares of the figures of one row are for ``row_ratios``. A row of percentages may tell the shares of the row above it:
"Tổ chức đảng | 111 | 22 | 86 | 3", below it "Tỷ lệ (%) | | 19,8 | 77,5 | 2,7".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.row_ratio import may_be_share, rows_of_percentages
from extract.checks.share import Share
from extract.checks.sibling_shares import digits_of, is_misprinted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from extract.checks.table_grid import Grid
    from extract.facts.page_facts import Drawn
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
            shares = [(row, cell) for row, cell in cells if cell is not None and may_be_share(drawn, cell)]
            if len(shares) >= _LEAST and not any(is_known(row.end, cell) for row, cell in shares):
                beside = sorted((other for other in range(grid.width) if other != at), key=lambda one: abs(one - at))
                yield from _column(drawn, grid, at, beside)
        percents = rows_of_percentages(grid)
        turned = grid.turned() if percents else grid
        for at in percents:
            if at and not any(is_known(cell.end, cell) for cell in grid.rows[at].cells if cell is not None):
                yield from _column(drawn, turned, at, [at - 1])


def _column(drawn: Drawn, grid: Grid, percent: int, beside: Iterable[int]) -> Iterator[Check]:
    """The checks of a column of percentages: of the first of those beside it on which most of them are shares."""
    best: tuple[Quantity, Quantity | None, list[Share], list[Share]] | None = None
    for amounts in beside:
        pairs = [(row.cells[amounts], row.cells[percent]) for row in grid.rows]
        known = [(one, share) for one, share in pairs if one is not None and one.kind != "percent"]
        if len(known) <= _LEAST:
            continue
        whole, of_whole = max(known, key=lambda pair: pair[0].value)
        shares = [
            Share(one, share)
            for one, share in known
            if one is not whole
            and share is not None
            and may_be_share(drawn, share)
            and (one.kind, one.unit) == (whole.kind, whole.unit)
            and 0 < one.value < whole.value
        ]
        fitting = [share for share in shares if share.fits(whole, drawn.reading)]
        digits = sum(digits_of(share, drawn.reading) for share in fitting)
        enough = len(fitting) >= max(_LEAST, _MOST * len(shares)) and digits >= _DIGITS
        if enough and (best is None or len(fitting) > len(best[2])):
            best = whole, of_whole, fitting, [share for share in shares if share not in fitting]
    if best is None:
        return
    whole, of_whole, fitting, missing = best
    yield from (share.check(whole, drawn.reading) for share in fitting)
    if of_whole is not None and of_whole.value == _ALL:
        yield from (
            share.check(whole, drawn.reading) for share in missing if is_misprinted(share, whole, drawn.reading)
        )
