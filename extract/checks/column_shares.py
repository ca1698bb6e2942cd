"""Columns of shares in a table: "Tổng diện tích | 30.173 | 100", "Đất nông nghiệp | 19.460 | 64,5".

Which figure they are shares of is told by the rows themselves: the largest of a column, if most rows with a percentage
are that share of it. A row that misses it by a slip of the pen disagrees where the largest is told to be 100 per cent.
Shares of the figures of one row are for ``row_ratios``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.row_ratio import may_be_share
from extract.checks.share import Share
from extract.checks.sibling_shares import digits_of, is_slip

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
    for grid in tables:
        for at in range(grid.width):
            column = grid.column(at)
            shares = [cell for cell in column if cell is not None and may_be_share(drawn, cell)]
            rows = (row for row in grid.rows if row.cells[at] in shares)
            known = any(
                (row.end, drawn.reading.quote(cell.start, cell.end)) in ends for row in rows if (cell := row.cells[at])
            )
            if len(shares) >= _LEAST and not known:
                yield from _column(drawn, grid, at)


def _column(drawn: Drawn, grid: Grid, percent: int) -> Iterator[Check]:
    """The checks of a column of percentages: of the column on which most of them are shares, the nearest first."""
    best: tuple[Quantity, Quantity | None, list[Share], list[Share]] | None = None
    for amounts in sorted((at for at in range(grid.width) if at != percent), key=lambda at: abs(at - percent)):
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
        yield from (share.check(whole, drawn.reading) for share in missing if is_slip(share, whole, drawn.reading))
