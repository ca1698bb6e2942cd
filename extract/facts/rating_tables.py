"""Tables whose columns are levels: a rating in each cell, of the group that the table or the text before it names.

The cells of a line are parted by tabs or bars; where a scraper has left spaces alone, levels are peeled off the end of
the header, and as many numbers off the end of a row.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.facts.levels import name_key, written
from extract.facts.rating_items import Item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.levels import Names, Piece
    from extract.facts.reading import Reading

RULE = "rating.table"
"""What ``rule_id`` says of a cell."""

_CELL_END = regex.compile(r"[\t|]")
_WORD = regex.compile(r"\S+")
_SHARE = regex.compile(r"%|(?:tỷ|tỉ) lệ\b.*")
_FEWEST = 2
"""A header names so many levels at least: "Tốt" alone may head anything."""
_LONGEST_HEAD = 60
_LONGEST_LEVEL = 5
"""Words of a level that has no mark around it: "hoàn thành xuất sắc nhiệm vụ"."""
_LONGEST_LINE = 300


class _Cell(NamedTuple):
    start: int
    end: int


class _Header(NamedTuple):
    """What the columns of a table are, by their place."""

    width: int
    levels: dict[int, tuple[int, int, str]]
    """Start, end and key of the level that heads a column."""
    total: int | None
    """The column of the numbers rated."""
    group: str | None
    """The group that column counts."""
    shares: frozenset[int]
    """Columns of percentages, each of the level before it."""


def table_items(reading: Reading, names: Names) -> list[Item]:
    """The ratings that cells tell, row by row."""
    text, found = reading.page.text, list[Item]()
    has_marks = _CELL_END.search(text) is not None
    header: _Header | None = None
    for start, after in pairwise((*reading.structure.blocks.starts, reading.structure.text_end + 1)):
        line = start, min(after - 1, reading.structure.text_end)
        if line[1] - start > _LONGEST_LINE:
            header = None
            continue
        marked = has_marks and _CELL_END.search(text, *line) is not None
        cells = list(_cells(text, *line)) if marked else _peeled(*line, reading, names)
        head = _header(cells, reading, names) if len(cells) > _FEWEST else None
        if head is not None:
            header = head
        elif header is not None:
            cells = cells if marked else _numbers(*line, reading)
            found += _row(cells, header, reading, names) if len(cells) == header.width else ()
            header = header if cells else None
    return found


def _peeled(start: int, end: int, reading: Reading, names: Names) -> list[_Cell]:
    """The levels at the end of a header without marks, what stands before them, and "Số tổ" at its end."""
    if reading.folded[max(start, reading.folded.rfind(" ", start, end) + 1) : end] not in names.last_words:
        return []
    words = [_Cell(*hit.span()) for hit in _WORD.finditer(reading.folded, start, end)]
    levels: list[_Cell] = []
    while words:
        tails = (at for at in range(max(0, len(words) - _LONGEST_LEVEL), len(words)))
        first = next(
            (at for at in tails if len(names.levels(reading.quote(words[at].start, words[-1].end))) == 1), None
        )
        if first is None:
            break
        levels.insert(0, _Cell(words[first].start, words[-1].end))
        words = words[:first]
    if len(levels) <= _FEWEST:
        return []
    counts = [word.start for word in words if reading.folded.startswith("số", word.start)][-1:]
    bounds = [start, *counts, levels[0].start]
    return [_Cell(first, max(first, last - 1)) for first, last in pairwise(bounds)] + levels


def _numbers(start: int, end: int, reading: Reading) -> list[_Cell]:
    """The numbers at the end of a row without marks, and what stands before them."""
    cells: list[_Cell] = []
    quantities = [reading.lexed.quantities[index] for index in reading.quantities_in(start, end)]
    for quantity in reversed(quantities):
        if reading.folded[quantity.end : end].strip():
            break
        cells.insert(0, _Cell(quantity.start, quantity.end))
        end = quantity.start
    return [_Cell(start, end), *cells] if cells and end > start else []


def _cells(text: str, start: int, end: int) -> Iterator[_Cell]:
    """The cells of a line, spaces around them left out."""
    at = start
    for mark in (*(hit.start() for hit in _CELL_END.finditer(text, start, end)), end):
        cell = text[at:mark]
        first = at + len(cell) - len(cell.lstrip())
        yield _Cell(first, max(first, at + len(cell.rstrip())))
        at = mark + 1


def _header(cells: Sequence[_Cell], reading: Reading, names: Names) -> _Header | None:
    levels = {}
    for at, cell in enumerate(cells):
        level = _level(cell, reading, names)
        if level is not None:
            levels[at] = cell.start + level.start, cell.start + level.end, level.key
    first = min(levels, default=0)
    keys = [key for _, _, key in levels.values()]
    if len(levels) < _FEWEST or not all(names.akin(keys[0], key) for key in keys[1:]):
        return None
    heads = [reading.folded[cell.start : cell.end] for cell in cells]
    total, group = next(((at, one) for at in range(first) if (one := _counted(heads[at], names))), (None, None))
    shares = frozenset(at for at, head in enumerate(heads) if at - 1 in levels and _SHARE.fullmatch(head))
    return _Header(len(cells), levels, total, group, shares)


def _level(cell: _Cell, reading: Reading, names: Names) -> Piece | None:
    """The level at the end of a head: "Số tổ xếp loại tốt"."""
    head = reading.quote(cell.start, min(cell.end, cell.start + _LONGEST_HEAD))
    if name_key(head).rpartition(" ")[2] not in names.last_words:
        return None
    for word in _WORD.finditer(head):
        pieces = names.levels(head[word.start() :])
        if len(pieces) == 1:
            return pieces[0]._replace(start=word.start(), end=len(head))
    return None


def _counted(head: str, names: Names) -> str | None:
    """The group that a head such as "Số tổ" or "Tổng số chi bộ" counts."""
    if "số" not in head.split():
        return None
    return next((text for word in _WORD.finditer(head) if names.is_group(text := written(head[word.start() :]))), None)


def _row(cells: Sequence[_Cell], header: _Header, reading: Reading, names: Names) -> Iterator[Item]:
    label = next((cell for cell in cells if any(map(str.isalpha, reading.quote(*cell)))), cells[0])
    own = written(reading.quote(*label))
    group = header.group or (own if names.is_group(own) else None)
    total = None if header.total is None else _number(cells[header.total], reading)
    for at, (level_start, level_end, key) in header.levels.items():
        count = _number(cells[at], reading)
        if count is None:
            continue
        share = _number(cells[at + 1], reading) if at + 1 in header.shares else None
        yield Item(
            start=cells[at].start,
            end=cells[at].end,
            rule_id=RULE,
            levels=[key],
            level_start=level_start,
            level_end=level_end,
            tail="",
            count=count,
            percent=share,
            group=group,
            group_start=label.start,
            rated_word=True,
            number_first=False,
            everyone=False,
            cell=True,
            total=total,
        )


def _number(cell: _Cell, reading: Reading) -> int | None:
    """The number that fills a cell."""
    inside = reading.quantities_in(cell.start, cell.end)
    whole = [index for index in inside if reading.lexed.quantities[index].end >= cell.end]
    return whole[0] if len(inside) == 1 and whole else None
