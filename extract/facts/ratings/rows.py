"""Tables whose rows are levels: a rating in each cell, of the group that the row above them or the caption names.

"Số học sinh chia theo hạnh kiểm | 512 | 140", "Tốt | 430 | 120", "Khá | 82 | 20": the first row has the numbers rated.
Cells are parted by tabs or bars, by spaces alone, or stand one a line.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.facts.ratings.cells import (
    LONGEST_LINE,
    RULE,
    Cell,
    caption_group,
    cells_of,
    column_classes,
    is_number,
    level_in,
)
from extract.facts.ratings.headers import counted_group
from extract.facts.ratings.item import Item
from extract.text_tables.lines import CELL_END, has_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extract.facts.ratings.levels import Names
    from extract.facts.ratings.named import Named
    from extract.facts.reading import Reading

_FEWEST = 3
"""So many levels under each other are a table; two are, if the row above them has their sums."""
_WIDEST = 24
_LEAD_WORDS = 4
"""Words before the level of a row: "Số học sinh xếp loại tốt"."""
_BRACKET = regex.compile(r"\s*\([^()\n]*\)?[\s:]*$")
_IN_BRACKETS = regex.compile(r"\s*\([^()\n]*\)")
_NUMBERING = regex.compile(r"(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+|[a-zđ])\s*[.)\s-])?[\s+*•–-]*(?=\p{L}{2})")
_ROW_NUMBER = regex.compile(r"(?:\d{1,2}|[IVX]+|[a-zđ])[.)]?")
_FIRST_NUMBERS = frozenset({"1", "01", "1.", "01."})
_BETWEEN = regex.compile(r"[\s()%:,;-]*")
_CLOSING = frozenset("%)-")
_HALF = 0.6
"""Percentages of a column may differ by so much from what its counts make."""


class _Value(NamedTuple):
    """The numbers of a cell, by their index."""

    number: int | None
    percent: int | None


class _Row(NamedTuple):
    label: Cell
    level: tuple[int, int, str] | None
    """Start, end and key of the level that the label is."""
    values: tuple[_Value, ...]
    end: int
    """The line behind the row."""


def row_items(lines: Sequence[Cell], topics: Sequence[Named], reading: Reading, names: Names) -> list[Item]:
    """The ratings that cells tell, level by level; ``lines`` are those of the page."""
    text = reading.page.text
    may_begin = [True] * len(lines) if has_cells(text) else _may_be_rows(lines, text)
    found: list[Item] = []
    at = 0
    while at < len(lines):
        if not may_begin[at]:
            at += 1
            continue
        rows: list[_Row] = []
        end = at
        while end < len(lines):
            row = _row(lines, end, reading, names, wide=len(rows[-1].values) if rows else 0)
            if row is None or row.level is None:
                break
            if rows and rows[0].level is not None and not _akin(rows, row.level[2], names):
                break
            rows.append(row)
            end = row.end
        if rows:
            below = _row(lines, end, reading, names) if end < len(lines) else None
            found += _items(rows, (_above(lines, at, reading, names), below), topics, reading, names)
        at = max(end, at + 1)
    return found


def _may_be_rows(lines: Sequence[Cell], text: str) -> list[bool]:
    """Whether each line without marks ends with a number, or has one below: most lines of most pages do not."""
    numbers = [text[start : start + 1].isdecimal() or text.startswith("(", start) for start, _ in lines]
    below = zip([*numbers[1:], False], [*numbers[2:], False, False], strict=False)
    return [
        end - start <= LONGEST_LINE and (one or other or _ends_in_number(text[start:end]))
        for (start, end), (one, other) in zip(lines, below, strict=False)
    ]


def _ends_in_number(line: str) -> bool:
    last = line.rstrip(" .;,")[-1:]
    return last.isdecimal() or last in _CLOSING


def _akin(rows: Sequence[_Row], key: str, names: Names) -> bool:
    """Whether a level is another one of the scale of those above it."""
    keys = [row.level[2] for row in rows if row.level is not None]
    return key not in keys and any(names.akin(one, key) for one in keys)


def _above(lines: Sequence[Cell], at: int, reading: Reading, names: Names) -> _Row | None:
    """The row right above the first level, or above the "(tỷ lệ so với tổng số)" over it."""
    text = reading.page.text
    if at and "(" in text[slice(*lines[at - 1])] and _IN_BRACKETS.fullmatch(text, *lines[at - 1]) is not None:
        at -= 1
    for first in range(at - 1, max(-1, at - _WIDEST), -1):
        row = _row(lines, first, reading, names)
        if row is not None and row.end <= at:
            return row if row.end == at else None
    return None


def _row(lines: Sequence[Cell], at: int, reading: Reading, names: Names, *, wide: int = 0) -> _Row | None:
    """The row that begins at a line; the one above it has ``wide`` values."""
    line = lines[at]
    text = reading.page.text
    if not 0 < line.end - line.start <= LONGEST_LINE:
        return None
    if CELL_END.search(text, *line) is not None:
        return _marked(line, at, reading, names)
    numbered = _ROW_NUMBER.fullmatch(text[slice(*line)].strip()) is not None
    if numbered:
        at += 1
    if at >= len(lines) or not _has_words(lines[at], reading):
        return None
    label = lines[at]
    quantities = reading.quantities_in(*label)
    first = next((index for index in quantities if not _inside(index, label, reading)), None)
    if first is None:
        return _stacked(lines, at, reading, names, numbered=numbered, wide=wide)
    label = label._replace(end=reading.lexed.quantities[first].start)
    values = _trailing(range(first, quantities.stop), lines[at].end, reading)
    return _made(label, values, at + 1, reading, names) if len(values) > 1 else None


def _inside(index: int, line: Cell, reading: Reading) -> bool:
    """Whether a number is the row's own or stands in a bracket of its label."""
    quantity = reading.lexed.quantities[index]
    before = reading.folded[line.start : quantity.start]
    return not any(map(str.isalpha, before)) or before.count("(") > before.count(")")


def _marked(line: Cell, at: int, reading: Reading, names: Names) -> _Row | None:
    cells = list(cells_of(line, reading.page.text))
    name = next((place for place, cell in enumerate(cells) if _has_words(cell, reading)), None)
    if name is None:
        return None
    values = [_value(cell, reading) for cell in cells[name + 1 :]]
    return _made(cells[name], values, at + 1, reading, names)


def _has_words(cell: Cell, reading: Reading) -> bool:
    content = reading.quote(*cell).strip()
    return any(map(str.isalpha, content)) and not content.startswith("(") and _ROW_NUMBER.fullmatch(content) is None


def _stacked(
    lines: Sequence[Cell], at: int, reading: Reading, names: Names, *, numbered: bool, wide: int
) -> _Row | None:
    """A row with one cell a line, perhaps "(tỷ lệ so với tổng số)" below its label."""
    text = reading.page.text
    end = at + 1
    share = None
    if end < len(lines) and _IN_BRACKETS.match(text, *lines[end]) is not None and not is_number(lines[end], text):
        percents = [i for i in reading.quantities_in(*lines[end]) if reading.lexed.quantities[i].kind == "percent"]
        share = percents[0] if percents else None
        end += 1
    cells: list[Cell] = []
    while end < len(lines) and len(cells) <= _WIDEST and is_number(lines[end], text):
        cells.append(lines[end])
        end += 1
    more = end < len(lines) and any(map(str.isalpha, reading.quote(*lines[end])))
    last = text[slice(*cells[-1])].strip() if more and len(cells) > 1 else ""
    if (
        len(cells) != wide
        and (last in _FIRST_NUMBERS or (numbered and _ROW_NUMBER.fullmatch(last) is not None))
        and _ROW_NUMBER.fullmatch(text[slice(*lines[end])].strip()) is None
    ):
        cells.pop()  # the number of the next row
        end -= 1
    values = [_value(cell, reading) for cell in cells]
    if values and share is not None:
        values[0] = values[0]._replace(percent=share)
    return _made(lines[at], values, end, reading, names) if values else None


def _made(label: Cell, values: Sequence[_Value], end: int, reading: Reading, names: Names) -> _Row | None:
    if not any(value.number is not None or value.percent is not None for value in values):
        return None
    return _Row(label, _level(label, reading, names), tuple(values), end)


def _level(label: Cell, reading: Reading, names: Names) -> tuple[int, int, str] | None:
    """The level that a label is, its numbering, bracket and leading words left out: "1. Loại tốt (tỷ lệ %)"."""
    content = reading.quote(*label)
    numbering = _NUMBERING.match(content)
    start = label.start + (0 if numbering is None else numbering.end())
    content = reading.quote(start, label.end)
    bracket = _BRACKET.search(content)
    end = start + len(content[: None if bracket is None else bracket.start()].rstrip(" :\t-"))
    level = level_in(Cell(start, end), reading, names)
    lead = reading.quote(start, start if level is None else start + level.start)
    if level is None or len(lead.split()) > _LEAD_WORDS:
        return None
    if len(level.key) == 1 and names.is_group(lead.strip()):
        return None  # "Chi bộ A", "Tổ B"
    return start + level.start, start + level.end, level.key


def _value(cell: Cell, reading: Reading) -> _Value:
    inside = reading.quantities_in(*cell)
    percents = [i for i in inside if reading.lexed.quantities[i].kind == "percent"]
    counts = [i for i in inside if reading.lexed.quantities[i].kind in ("number", "count")]
    if len(counts) > 1 or len(percents) > 1:
        return _Value(None, None)
    return _Value(counts[0] if counts else None, percents[0] if percents else None)


def _trailing(indices: range, end: int, reading: Reading) -> list[_Value]:
    """The numbers of a line with nothing but spaces and brackets between: "430 (84%) 120 110"."""
    quantities = reading.lexed.quantities
    values: list[_Value] = []
    bounds = [*(quantities[index].start for index in indices[1:]), end]
    for index, until in zip(indices, bounds, strict=True):
        quantity = quantities[index]
        if _BETWEEN.fullmatch(reading.folded, quantity.end, until) is None:
            return []
        if quantity.kind == "percent" and values and values[-1].number is not None and values[-1].percent is None:
            values[-1] = values[-1]._replace(percent=index)
        elif quantity.kind == "percent":
            values.append(_Value(None, index))
        elif quantity.kind not in ("number", "count"):
            return []
        elif values and values[-1].number is None and reading.folded.startswith("(", quantity.start - 1):
            values[-1] = values[-1]._replace(number=index)  # "9,5% (290 HS)"
        else:
            values.append(_Value(index, None))
    return values


class _Table(NamedTuple):
    """Rows that are levels, and what stands around them."""

    rows: Sequence[_Row]
    base: _Row | None
    """The row above them: the numbers rated."""
    under: _Row | None
    group: str | None
    shares: frozenset[int]
    """The columns of percentages, each of the counts in the column before."""
    classes: Mapping[int, str]
    """Which of the other columns are classes."""


def _items(
    rows: Sequence[_Row],
    around: tuple[_Row | None, _Row | None],
    topics: Sequence[Named],
    reading: Reading,
    names: Names,
) -> Iterator[Item]:
    """The ratings of rows that are levels; ``around`` them stand the row above and the one below."""
    width = Counter(len(row.values) for row in rows).most_common(1)[0][0]
    rows = [row for row in rows if len(row.values) == width or 1 < len(row.values) < width]  # empty cells at the end
    base, under = (
        row if row is not None and row.level is None and len(row.values) == width else None for row in around
    )
    if len(rows) < _FEWEST - (base is not None):
        return
    first = rows[0].label if base is None else base.label
    head = rows[0].label.start if base is None else base.label.end
    group = caption_group(first.start, head, topics, reading, names)
    if group is None:  # "Tổng số tổ tiết kiệm và vay vốn | 150"
        labels = (reading.folded[slice(*row.label)] for row in (base, under) if row is not None)
        group = next((one for label in labels if (one := counted_group(label.strip(), names))), None)
    shares = _share_columns([row for row in rows if len(row.values) == width], width, reading)
    classes = column_classes(first.start, width - len(shares), reading, names)
    table = _Table(rows, base, under, group, shares, classes)
    for row in rows:
        yield from _of_row(row, table, reading, names)


def _of_row(row: _Row, table: _Table, reading: Reading, names: Names) -> Iterator[Item]:
    """The ratings in the cells of a row; those of classes are parts of the one of all before them."""
    whole: Item | None = None
    for column, (count, own) in enumerate(row.values):
        if row.level is None or column in table.shares:
            continue
        percent = _share(row.values[column + 1]) if column + 1 in table.shares else own
        number = percent if count is None else count
        if number is None or (count is not None and not float(reading.lexed.quantities[count].value).is_integer()):
            continue  # "590,120": no number of people
        quantity = reading.lexed.quantities[number]
        of_class = table.classes.get(column - sum(share < column for share in table.shares))
        item = Item(
            start=quantity.start,
            end=quantity.end,
            rule_id=RULE,
            levels=[row.level[2]],
            level_start=row.level[0],
            level_end=row.level[1],
            count=count,
            percent=percent,
            group=table.group if of_class is None else of_class,
            group_start=row.label.start,
            cell=True,
            column=(table.rows[0].label.start, column),
            total=_total(table, column, reading),
            code=None if of_class is None else names.class_code,
            whole=None if of_class is None else whole,
        )
        whole = item if of_class is None else whole
        yield item


def _share(value: _Value) -> int | None:
    return value.number if value.percent is None else value.percent


def _total(table: _Table, column: int, reading: Reading) -> int | None:
    """The number rated of a column: that of the row above the levels, or of one below that is their sum."""
    if table.base is not None:
        return table.base.values[column].number
    number = None if table.under is None else table.under.values[column].number
    if number is None:
        return None
    counts = [row.values[column].number for row in table.rows if column < len(row.values)]
    if not any(count is not None for count in counts):
        return None
    sums = sum(reading.lexed.quantities[count].value for count in counts if count is not None)
    return number if sums == reading.lexed.quantities[number].value else None


def _share_columns(rows: Sequence[_Row], width: int, reading: Reading) -> frozenset[int]:
    """The columns whose numbers are the shares of the column before: they have decimals, or come to its percentages."""
    found: set[int] = set()
    for column in range(1, width):
        if column - 1 in found:
            continue
        pairs = [
            (reading.lexed.quantities[before.number].value, reading.lexed.quantities[value.number].value)
            for before, value in ((row.values[column - 1], row.values[column]) for row in rows)
            if before.number is not None and value.number is not None
        ]
        if all(row.values[column].number is None and row.values[column - 1].number is not None for row in rows):
            found.add(column)
            continue
        total = sum(count for count, _ in pairs)
        fits = total and all(abs(100 * count / total - share) <= _HALF for count, share in pairs)
        if pairs and (fits or any(not float(share).is_integer() for _, share in pairs)):
            found.add(column)
    return frozenset(found)
