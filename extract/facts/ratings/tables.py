"""Tables whose columns are levels: a rating in each cell, of the group that the table or the text before it names.

The cells of a line are parted by tabs or bars; where a scraper has left spaces alone, levels are peeled off the end of
the header, and as many numbers off the end of a row; where it has left one cell a line, the last lines above the first
numbers are the header, as many as there are numbers.
"""

from __future__ import annotations

from itertools import pairwise, takewhile, zip_longest
from typing import TYPE_CHECKING

from extract.facts.ratings.cells import (
    LONGEST_LINE,
    RULE,
    WORD,
    Cell,
    cells_of,
    is_number,
    level_in,
)
from extract.facts.ratings.headers import header_of, step_between
from extract.facts.ratings.item import Item
from extract.facts.ratings.levels import written
from extract.text_tables.lines import CELL_END, has_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.ratings.headers import Header
    from extract.facts.ratings.levels import Names
    from extract.facts.ratings.named import Named
    from extract.facts.reading import Reading

_OFF = 1.0
"""Percentages may differ by so much from what the counts of their row make."""
_FEWEST = 2
"""A header names so many levels at least: "Tốt" alone may head anything."""
_LONGEST_LEVEL = 5
"""Words of a level that has no mark around it: "hoàn thành xuất sắc nhiệm vụ"."""
_PAIR = 2
_LONGEST_CELL = 60
_WIDEST = 24
"""So many lines of a header, one cell a line, at most."""


def table_items(lines: Sequence[Cell], topics: Sequence[Named], reading: Reading, names: Names) -> list[Item]:
    """The ratings that cells tell, row by row; ``lines`` are those of the page."""
    text, found = reading.page.text, list[Item]()
    has_marks = has_cells(text)
    header: Header | None = None
    for line, after in zip_longest(lines, lines[1:]):
        if line.end - line.start > LONGEST_LINE:
            header = None
            continue
        if header is not None and names.around.subheads.fullmatch(reading.folded, *line) is not None:
            continue
        marked = has_marks and CELL_END.search(text, *line) is not None
        cells = list(cells_of(line, text)) if marked else _peeled(line, after, reading, names)
        head = header_of(cells, topics, reading, names) if len(cells) > _FEWEST else None
        if head is not None:
            header = head
        elif header is not None:
            cells = cells if marked else _numbers(line, reading)
            found += _told(cells, header, reading, names)
            header = header if cells else None
    return found + list(_stacked(lines, topics, reading, names))


def _told(cells: Sequence[Cell], header: Header, reading: Reading, names: Names) -> Iterator[Item]:
    """The ratings of a row, which may have two cells for each level, its count and its percentage."""
    if len(cells) == header.width:
        yield from items_of_row(cells, header, reading, names)
    elif len(cells) == header.width + len(header.levels) and not header.shares:
        pairs = header.doubled()
        if _make_up(cells, pairs, reading):
            yield from items_of_row(cells, pairs, reading, names)


def _make_up(cells: Sequence[Cell], header: Header, reading: Reading) -> bool:
    """Whether the percentages of a row are those of its counts."""
    for first in {*header.runs.values()}:
        told = [(_number(cells[at], reading), _number(cells[at + 1], reading)) for at in _run(header, first)]
        values = [
            (reading.lexed.quantities[count].value, reading.lexed.quantities[share].value)
            for count, share in told
            if count is not None and share is not None
        ]
        total = sum(count for count, _ in values)
        if not total or any(abs(100 * count / total - share) > _OFF for count, share in values):
            return False
    return True


def _run(header: Header, first: int) -> list[int]:
    return [at for at, run in header.runs.items() if run == first]


def _stacked(lines: Sequence[Cell], topics: Sequence[Named], reading: Reading, names: Names) -> Iterator[Item]:
    """The ratings of tables with one cell a line: a header of levels, then rows of a label and as many numbers."""
    text = reading.page.text
    heads: list[Cell] = []
    """Lines of words since the last number."""
    levels = 0
    at = 0
    while at < len(lines):
        line = lines[at]
        if not is_number(line, text):
            short = 0 < line.end - line.start <= _LONGEST_CELL and not text.endswith((".", ":", ";"), *line)
            heads = [*heads[-_WIDEST:], line] if short else []
            levels = (levels + (level_in(line, reading, names) is not None)) if short else 0
            at += 1
            continue
        header = None
        if levels:
            numbered = at + 1 < len(lines) and not is_number(lines[at + 1], text)
            label, first = (lines[at + 1], at + 2) if numbered else (heads.pop(), at)
            more = _numbers_from(lines, first, text)
            width = 1 + more - (numbered and first + more < len(lines))  # the number of the next row
            pairs = _pairs(heads, reading, names)  # "Giỏi", "Khá", then "SL", "%", "SL", "%"
            heads = heads[: len(heads) - 2 * pairs]
            if 1 < width - pairs <= len(heads) + 1:
                columns = heads[len(heads) - width + pairs + 1 :]
                header = header_of([Cell(columns[0].start, columns[0].start), *columns], topics, reading, names)
            if header is not None and pairs:
                header = header.doubled() if pairs == len(header.levels) else None
            if header is not None:
                at = first
                while (count := _numbers_from(lines, at, text)) in (width - 1, width):
                    cells = [label, *lines[at : at + width - 1]]
                    at += width - 1 + (count == width)  # the number of the next row may stand before its label
                    yield from items_of_row(cells, header, reading, names)
                    if at >= len(lines):
                        break
                    label = lines[at]
                    at += 1
        heads, levels = [], 0
        at += header is None


def _pairs(heads: Sequence[Cell], reading: Reading, names: Names) -> int:
    """How many counts and percentages the last heads are of, in turn: none where they are those of one level."""
    last = takewhile(lambda head: names.around.subhead.fullmatch(reading.folded, *head) is not None, reversed(heads))
    pairs = len(list(last)) // 2
    return pairs if pairs >= _FEWEST else 0


def _numbers_from(lines: Sequence[Cell], at: int, text: str) -> int:
    """How many lines from ``at`` on are numbers."""
    end = at
    while end < len(lines) and end - at <= _WIDEST and is_number(lines[end], text):
        end += 1
    return end - at


def _peeled(line: Cell, after: Cell | None, reading: Reading, names: Names) -> list[Cell]:
    """The levels at the end of a header without marks, what stands before them, and "Số tổ" at its end.

    Of "Giỏi Khá" and "Yếu Kém", each one level or two, the row below (``after``) tells the number by its own.
    """
    if reading.folded[max(line.start, reading.folded.rfind(" ", *line) + 1) : line.end] not in names.last_words:
        return []
    apart, joined = (_peel(line, reading, names, joined=joined) for joined in (False, True))
    return joined if joined and after is not None and len(_numbers(after, reading)) == len(joined) else apart


def _peel(line: Cell, reading: Reading, names: Names, *, joined: bool) -> list[Cell]:
    start, end = line
    words = [Cell(*hit.span()) for hit in WORD.finditer(reading.folded, start, end)]
    levels: list[Cell] = []
    while words:
        tails = (at for at in range(max(0, len(words) - _LONGEST_LEVEL), len(words)))
        first = next((at for at in tails if _is_level(words[at:], reading, names, joined=joined)), None)
        if first is None:
            break
        levels.insert(0, Cell(words[first].start, words[-1].end))
        words = words[:first]
    if len(levels) <= _FEWEST:
        return []
    counts = [word.start for word in words if reading.folded.startswith(tuple(names.around.numbers), word.start)][-1:]
    bounds = [start, *counts, levels[0].start]
    return [Cell(first, max(first, last - 1)) for first, last in pairwise(bounds)] + levels


def _is_level(words: Sequence[Cell], reading: Reading, names: Names, *, joined: bool) -> bool:
    """Whether words name one level, no two that fall: "Giỏi Khá" may be one (``joined``)."""
    if len(names.levels(reading.quote(words[0].start, words[-1].end))) != 1:
        return False
    if joined or len(words) != _PAIR:
        return True
    first, second = (written(reading.quote(*word)) for word in words)
    return step_between(first, second, names) != 1


def _numbers(line: Cell, reading: Reading) -> list[Cell]:
    """The numbers at the end of a row without marks, and what stands before them; "6 120 20" has a number there."""
    cells: list[Cell] = []
    start, end = line
    quantities = [reading.lexed.quantities[index] for index in reading.quantities_in(start, end)]
    for quantity in reversed(quantities):
        if reading.folded[quantity.end : end].strip():
            break
        cells.insert(0, Cell(quantity.start, quantity.end))
        end = quantity.start
    if end <= start:
        return cells
    return [Cell(start, end), *cells] if cells else []


def items_of_row(cells: Sequence[Cell], header: Header, reading: Reading, names: Names) -> Iterator[Item]:
    """The ratings in the cells of a row, its label first."""
    label = next((cell for cell in cells if any(map(str.isalpha, reading.quote(*cell)))), cells[0])
    own = written(reading.quote(*label))
    group = own if names.is_group(own) and not names.is_bare(own) else None
    marked = names.pupils if names.marks.search(reading.folded, *label) is not None else None
    caption = header.group
    if marked is not None and caption is not None and names.group_code(caption) != names.group_code(marked):
        caption = marked  # "Kết quả học tập | 412 | 85 | 160": the caption may say where
    if group is not None and caption is not None and _names_several(caption, group, names):
        caption = group  # "Kết quả xếp loại chi hội, tổ hội", then a row of each
    total = _total(cells, header, reading)
    counts = {at: _number(cells[at], reading) for at in header.levels}
    if any(n is not None and not float(reading.lexed.quantities[n].value).is_integer() for n in counts.values()):
        return  # "Tỷ lệ (%) | 19,82 | 77,48 | 2,7 | 0": percentages of the row above
    for at, (level_start, level_end, key) in header.levels.items():
        count = counts[at]
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
            count=count,
            percent=share,
            group=header.groups.get(at) or caption or group or marked,
            group_start=label.start,
            cell=True,
            column=(label.start, header.runs[at]),
            total=total,
        )


def _names_several(caption: str, label: str, names: Names) -> bool:
    """Whether a caption names several groups, or bodies of all kinds, so that a row may tell which it is of."""
    if len({names.group_code(piece.key) for piece in names.groups(caption)}) > 1:
        return True
    code = names.group_code(caption)
    return code in names.sorts.of_all_kinds and names.group_code(label) not in {code, *names.sorts.places}


def _total(cells: Sequence[Cell], header: Header, reading: Reading) -> int | None:
    """The number rated: the one before the levels that they come to, or that of its column."""
    first = min(header.levels)
    before = _number(cells[first - 1], reading) if first else None
    if before is not None:
        numbers = [_number(cells[at], reading) for at in _run(header, first)]
        counts = [reading.lexed.quantities[number].value for number in numbers if number is not None]
        if sum(counts) == reading.lexed.quantities[before].value:
            return before
    return None if header.total is None else _number(cells[header.total], reading)


def _number(cell: Cell, reading: Reading) -> int | None:
    """The number that fills a cell."""
    inside = reading.quantities_in(cell.start, cell.end)
    whole = [index for index in inside if reading.lexed.quantities[index].end >= cell.end]
    return whole[0] if len(inside) == 1 and whole else None
