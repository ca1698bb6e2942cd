"""Columns of a table: a row against the rows it sums up.

A row that is called a total, or stands over rows with a lower numbering ("I" over "1", "2"; "1" over dashes), sums them
up. Rows that come near their sum without meeting it disagree if they are called a total, have one figure alone, or
meet it in another column; those far from it list something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.checks.comparable import both_counts
from extract.checks.interval import of, total
from extract.checks.printed import as_told
from extract.checks.relation import Side, relation, side_of
from extract.checks.slips import falls_off, one_is_slipped
from extract.text import any_of, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.checks.tables.table_grid import Grid, GridRow
    from extract.facts.page_facts import Drawn
    from extract.model import Check, Quantity
    from extract.rulefiles import RuleFiles

KIND = "parts_sum"
_NEAR = 0.05
"""Within this share of the total, a sum that misses it is meant to be it."""
_SHOWN = 6
_ALL = 100
_TOTAL = -1


@dataclass(frozen=True, slots=True)
class RowVocabulary:
    """Words at the start of a row that sums up the others."""

    total: regex.Pattern[str]

    @classmethod
    def load(cls, files: RuleFiles) -> RowVocabulary:
        """Compile the section ``total_rows``."""
        words = files.words("total_rows")
        return cls(regex.compile(rf"{any_of(words)}(?!\w)"))


def column_sums(drawn: Drawn, tables: Iterable[Grid], vocabulary: RowVocabulary) -> Iterator[Check]:
    """One check for every cell of a row that sums up others, if two of them at least have a figure there."""
    for grid in tables:
        levels = [_level(row, vocabulary) for row in grid.rows]
        for at, row in enumerate(grid.rows):
            members = _members(grid, levels, at)
            undashed = _led(members)
            is_total = levels[at] == _TOTAL
            found: list[Check] = []
            cut_off: list[Check] = []
            for column, whole in enumerate(row.cells):
                check = None if whole is None else _sum(drawn, whole, column, members, is_total=is_total)
                if whole is not None and (check is None or check.outcome != "agrees"):
                    told_apart = (undashed, _dashed_below(grid, at))
                    others = (_sum(drawn, whole, column, some, is_total=is_total) for some in told_apart)
                    check = next((other for other in others if other and other.outcome == "agrees"), check)
                if check is not None and whole is not None:
                    (cut_off if _is_cut_off(drawn, check, whole, column, members) else found).append(check)
            only = sum(cell is not None for cell in row.cells) == 1
            if cut_off and None not in members[-1].cells and any(check.outcome == "agrees" for check in found):
                found += cut_off  # no row is lost
            vouched = is_total or only or any(check.outcome == "agrees" for check in found)
            yield from (check for check in found if vouched or check.outcome == "agrees")


def _sum(drawn: Drawn, whole: Quantity, column: int, members: Sequence[GridRow], *, is_total: bool) -> Check | None:
    """The check of a cell against those of other rows, unless they are too few, of another kind, or far from it.

    Below a row that is called a total a slip of the pen may be as large as it likes.
    """
    parts = [part for member in members if (part := member.cells[column]) is not None]
    of_all = is_total and whole.value == _ALL  # "72,0 | 3,7 | 24,3 | 100"
    if (whole.kind == "percent" and not of_all) or len([part for part in parts if part.value]) < 2:  # noqa: PLR2004 - a sum has two
        return None
    same = all((part.kind, part.unit) == (whole.kind, whole.unit) for part in parts)
    if not same and not all(both_counts(part, whole) for part in parts):
        return None
    check = _check(drawn, whole, parts)
    if whole.kind == "percent":
        return check if check.outcome == "agrees" else None
    slipped = is_total and one_is_slipped([part.value for part in parts], whole.value)
    return check if check.outcome == "agrees" or (same and (slipped or _is_near(whole, parts))) else None


def _is_cut_off(drawn: Drawn, check: Check, whole: Quantity, column: int, members: Sequence[GridRow]) -> bool:
    """Whether a column falls short of its sum where the text breaks off."""
    parts = [part for member in members if (part := member.cells[column]) is not None]
    return check.outcome != "agrees" and falls_off(parts, whole, drawn.reading)


def _led(members: Sequence[GridRow]) -> list[GridRow]:
    """Those of the rows that no other leads: dashes behind a row without one take that row apart."""
    first = next((at for at, member in enumerate(members) if not member.dashed), len(members))
    return [*members[:first], *(member for member in members[first:] if not member.dashed)]


def _dashed_below(grid: Grid, at: int) -> list[GridRow]:
    """The rows with a dash right below one that has none."""
    last = at + 1
    while not grid.rows[at].dashed and last < len(grid.rows) and grid.rows[last].dashed:
        last += 1
    return list(grid.rows[at + 1 : last])


def _level(row: GridRow, vocabulary: RowVocabulary) -> int:
    """The row's level; one without a number of its own that is called a total stands above all."""
    named = vocabulary.total.match(fold(row.label).lstrip(" -|*"))
    return _TOTAL if named and row.level >= _PLAIN_FROM else row.level


_PLAIN_FROM = 5


def _members(grid: Grid, levels: Sequence[int], at: int) -> list[GridRow]:
    """The rows that a row sums up: those right below it of a lower level, else, for a total, those above it."""
    first = last = at + 1
    while last < len(levels) and levels[last] > levels[at]:
        last += 1
    if first == last and levels[at] == _TOTAL:
        first = last = at
        while first and levels[first - 1] != _TOTAL:
            first -= 1
    top = min(levels[first:last], default=0)
    return [grid.rows[row] for row in range(first, last) if levels[row] == top]


def _is_near(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    return abs(sum(part.value for part in parts) - whole.value) <= _NEAR * whole.value


def _check(drawn: Drawn, whole: Quantity, parts: Sequence[Quantity]) -> Check:
    reading = drawn.reading
    quotes = [reading.quote(part.start, part.end) for part in parts]
    if len(quotes) > _SHOWN:
        quotes[_SHOWN - 1 : -1] = ["…"]
    left = total(map(of, parts))
    start, end = min(whole.start, parts[0].start), max(whole.end, parts[-1].end)
    return relation(
        reading.page.page_id,
        KIND,
        Side(" + ".join(quotes), left),
        side_of(whole, reading, as_told(whole, left)),
        (start, end),
        added=(parts, whole),
    )
