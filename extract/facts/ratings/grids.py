"""Tables whose columns are levels under heads that only the reader of tables parts: in two rows, or one a line.

Rows and heads are those of ``extract.text_tables.cells``: "Trong đó" over "HTXSNV | HTTNV", "TT Chi bộ Tổng số đảng
viên" above "Hoàn thành tốt nhiệm vụ" above rows parted by spaces.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import groupby
from typing import TYPE_CHECKING

import regex

from extract.facts.ratings.cells import Cell, caption_group, level_ending
from extract.facts.ratings.headers import Header, are_scales, counted_group, runs_of
from extract.facts.ratings.levels import name_key
from extract.facts.ratings.tables import items_of_row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from extract.facts.ratings.item import Item
    from extract.facts.ratings.levels import Names
    from extract.facts.ratings.named import Named
    from extract.facts.reading import Reading
    from extract.model import TableNumber

_FEWEST = 2
_HEAD_REACH = 2_000
"""So far above the first row the heads of its columns may stand."""


def grid_items(found: Collection[Item], topics: Sequence[Named], reading: Reading, names: Names) -> Iterator[Item]:
    """The ratings in tables in which ``found`` has none yet."""
    rated = sorted(item.start for item in found)
    for start, group in groupby(reading.lexed.cells, key=lambda cell: cell.table):
        cells = list(group)
        heads = {cell.column: cell.head for cell in cells}
        if sum(_may_be_level(head, names) for head in heads.values()) < _FEWEST:
            continue
        if bisect_left(rated, start) < bisect_right(rated, cells[-1].start + 1):
            continue
        columns = sorted(heads, reverse=True)  # from the left
        header = _header([heads[column] for column in columns], start, topics, reading, names)
        if header is None:
            continue
        rows = [_cells(at, list(row), columns, reading) for at, row in groupby(cells, key=lambda cell: cell.row)]
        header = header._replace(total=_summed(rows, header, reading))
        for row in rows:
            yield from items_of_row(row, header, reading, names)


def _may_be_level(head: str, names: Names) -> bool:
    return name_key(names.around.head_end.sub("", head)).rpartition(" ")[2] in names.last_words


def _header(heads: Sequence[str], start: int, topics: Sequence[Named], reading: Reading, names: Names) -> Header | None:
    """What the columns are; the label stands before them."""
    levels: dict[int, tuple[int, int, str]] = {}
    shares: set[int] = set()
    end = start
    for at, head in reversed([*enumerate(heads, start=1)]):
        told = names.around.head_end.search(head)
        words = head if told is None else head[: told.start()]
        level = level_ending(words, names)
        if told is not None and told["share"] and (level is not None or not words.strip()):
            shares.add(at)
            continue
        place = None if level is None else _place(words[level.start :], end, reading)
        if level is not None and place is not None:
            levels[at] = (*place, level.key)
            end = place[0]
    levels = dict(sorted(levels.items()))
    if not are_scales(levels, names):
        return None
    first = min(levels)
    counted = [(at, group) for at in range(1, first) if (group := counted_group(heads[at - 1].lower(), names))]
    total, group = counted[-1] if counted else (None, None)
    if group is None:
        group = caption_group(levels[first][0], max(place for _, place, _ in levels.values()), topics, reading, names)
    of_levels = frozenset(at for at in shares if at - 1 in levels)
    return Header(len(heads) + 1, levels, runs_of(levels, names), total, group, of_levels)


def _summed(rows: Sequence[Sequence[Cell]], header: Header, reading: Reading) -> int | None:
    """The column of the numbers rated: that which the levels come to in most rows, else what the heads say."""
    first = min(header.levels)
    levels = [at for at, run in header.runs.items() if run == first]
    values = [[_value(cell, reading) for cell in row] for row in rows]
    for column in range(1, first):
        meets = sum(row[column] == sum(row[at] or 0 for at in levels) for row in values)
        if 2 * meets > len(rows):
            return column
    return header.total


def _value(cell: Cell, reading: Reading) -> float | None:
    indices = reading.quantities_in(*cell)
    return reading.lexed.quantities[indices.start].value if indices else None


def _place(level: str, end: int, reading: Reading) -> tuple[int, int] | None:
    """Where the head of a column stands, before ``end``: the heads are sought from the last to the first."""
    words = r"\s+".join(map(regex.escape, level.split()))
    hit = regex.search(rf"(?r)(?<!\w){words}(?!\w)", reading.page.text, pos=max(0, end - _HEAD_REACH), endpos=end)
    return None if hit is None else hit.span()


def _cells(start: int, row: Sequence[TableNumber], columns: Sequence[int], reading: Reading) -> list[Cell]:
    """The label of a row and a cell for each of the columns, empty where it has no number."""
    by_column: Mapping[int, TableNumber] = {cell.column: cell for cell in row}
    first = min(cell.start for cell in row)
    label = row[0].label
    at = max(reading.page.text.find(label, start, first), start)
    cells = [Cell(at, at + len(label))]
    for column in columns:
        cell = by_column.get(column)
        indices = range(0) if cell is None else reading.quantities_in(cell.start, cell.start + 1)
        if not indices:
            cells.append(Cell(start, start))
            continue
        quantity = reading.lexed.quantities[indices.start]
        cells.append(Cell(quantity.start, quantity.end))
    return cells
