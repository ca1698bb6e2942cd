"""Rows of tables in a text, in the three shapes that web pages and scrapers leave.

Cells parted by tabs or bars; a line that ends in bare numbers ("1 Huyện A 330.000 345.025 104"); one cell a line. A
table is two such rows or more (three if each has one number alone, a cell a line), rows without any value between them;
what stands above the first may be its header.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.lex.aligned import aligned
from extract.lex.lines import CELL_END, digits_start
from extract.lex.sum_rows import with_sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.lex.lines import Line
    from extract.model import Lexed, Quantity

_HEADER_LINES = 14
"""How many lines above the first row may belong to the header."""
HEADER_LENGTH, _UNIT_LENGTH = 90, 24
_FEWEST_ROWS = 2
_FEWEST_SINGLE_ROWS = 3
_LABEL_LINES = 2
_EMPTY_ROWS = 4
"""How many rows without any value may stand between two with one."""
_ROW_LENGTH = 160
_NO_VALUE = frozenset({"", "-", "–", "...", "…", "x"})


class Row(NamedTuple):
    """One row of a table, or one cell a line: numbers from the right, ``None`` for a cell without one."""

    start: int
    label: str | None
    cells: tuple[int | None, ...]
    unit: str | None = None
    """What may be a unit of the row's own: a short text between its label and its first number."""

    def has_value(self) -> bool:
        """Whether any cell holds a number; a row of words alone may be the header."""
        return any(cell is not None for cell in self.cells)


class Table(NamedTuple):
    """Rows that follow each other, and the texts of the lines above them, the nearest last."""

    rows: tuple[Row, ...]
    header: tuple[str, ...]


def tables_of(text: str, lines: Sequence[Line], lexed: Lexed) -> Iterator[Table]:
    r"""Runs of two rows or more, of either shape.

    >>> from extract.lex.lines import lines_of
    >>> from extract.lex.scan import lex
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> text = "Xã\tKế hoạch\tThực hiện\nTân Phú\t330\t345\nTân Hòa\t300\t310"
    >>> lexed = lex(text, LexVocabulary.load(load()))
    >>> [[row.label for row in table.rows] for table in tables_of(text, lines_of(text, lexed), lexed)]
    [['Tân Phú', 'Tân Hòa']]
    """
    at = free = 0  # lines from ``free`` on belong to no table yet
    while at < len(lines):
        rows, after = _run(text, lines, at, lexed)
        if len(rows) < _FEWEST_ROWS:
            rows, after = _run_of_single(text, lines, at)
        if rows:
            rows, after = with_sum(rows, lines, after, text, lexed)
            first = at
            if _begins_late(text, lines[at], rows):
                first, rows[0] = at + 1, rows[0]._replace(start=lines[at + 1].start, label=rows[0].unit, unit=None)
            above = [text[line.start : line.end] for line in lines[max(free, first - _HEADER_LINES) : first]]
            yield Table(tuple(aligned(rows, text, lexed)), _header(above))
            free = after
        at = max(after, at + 1)


def _begins_late(text: str, line: Line, rows: Sequence[Row]) -> bool:
    """Whether the first line of rows with one cell a line ends the header: no other row has a "unit" of its own."""
    return (
        rows[0].unit is not None
        and text[line.start : line.end] == rows[0].label
        and all(row.unit is None for row in rows[1:])
    )


def _run(text: str, lines: Sequence[Line], at: int, lexed: Lexed) -> tuple[list[Row], int]:
    rows: list[Row] = []
    position = at
    while position < len(lines):
        row = _row(text, lines[position], lexed)
        if row is not None and (rows or row.has_value()):
            rows.append(row)
            position += 1
            continue
        width = len(rows[-1].cells) if rows else 0
        stacked, after = _stacked(text, lines, position, width)
        if stacked is not None:
            rows.append(stacked)
            position = after
            continue
        resumed = _next_row(text, lines, position, lexed, width) if rows else None
        if resumed is None:
            break
        position = resumed
    return rows, position


def _run_of_single(text: str, lines: Sequence[Line], at: int) -> tuple[list[Row], int]:
    """Rows of one number each, a cell a line, from ``at`` on; none if they are too few to be sure of."""
    rows: list[Row] = []
    end = position = at
    passed = 0
    while position < len(lines):
        row, after = _single(text, lines, position)
        if (
            row is not None
            and all(_is_cell(text, line) for line in lines[after : after + 2])
            and after + 1 < len(lines)
        ):
            break  # a row of more numbers: "Kém" is the last column, "6A" the row
        if row is not None:
            rows.append(row)
            end, position, passed = after, after, 0
        elif after > position:
            position = after
        elif rows and passed < _EMPTY_ROWS and _is_passed(text, lines[position]):
            position += 1
            passed += 1
        else:
            break
    return (rows, end) if len(rows) >= _FEWEST_SINGLE_ROWS else ([], at)


def _is_passed(text: str, line: Line) -> bool:
    """Whether a line may be part of a row that has no value: a short label, or the number before it."""
    content = text[line.start : line.end]
    return (
        len(content) <= HEADER_LENGTH
        and not content.endswith((".", ";"))
        and (not line.numbers or _counts(text, line, first=False))
    )


def _next_row(text: str, lines: Sequence[Line], at: int, lexed: Lexed, width: int) -> int | None:
    """Where the rows go on after a few short lines without numbers: rows that have no value."""
    for position in range(at, min(at + _EMPTY_ROWS + 1, len(lines))):
        line = lines[position]
        if position > at and (_row(text, line, lexed) or _stacked(text, lines, position, width)[0]) is not None:
            return position
        content = text[line.start : line.end]
        if line.numbers or len(content) > HEADER_LENGTH or content.endswith((".", ";", ":")):
            return None
    return None


def _row(text: str, line: Line, lexed: Lexed) -> Row | None:
    """A line that is a row by itself."""
    content = text[line.start : line.end]
    if len(content) <= _ROW_LENGTH and CELL_END.search(content):
        return _tabbed(content, line, lexed)
    if not line.numbers or len(content) > _ROW_LENGTH:
        return None
    trailing: list[int] = []
    end = line.end
    for index in reversed(line.numbers):
        quantity = lexed.quantities[index]
        if text[quantity.end : end].strip():
            break
        trailing.insert(0, index)
        end = digits_start(text, quantity)
    label = _NUMBERING.sub("", text[line.start : end].strip())
    if len(trailing) < 2 or not label or _numbers_columns(label, [lexed.quantities[i] for i in trailing]):  # noqa: PLR2004
        return None
    return Row(line.start, label, tuple(trailing))


def _tabbed(content: str, line: Line, lexed: Lexed) -> Row | None:
    cells: list[int | None] = []
    texts = []
    start = line.start
    for cell in CELL_END.split(content.removesuffix("|")):
        end = start + len(cell)
        inside = [i for i in line.numbers if start <= lexed.quantities[i].start < end]
        whole = [i for i in inside if lexed.quantities[i].end - lexed.quantities[i].start == len(cell.strip())]
        cells.append(whole[0] if whole else None)
        texts.append(cell.strip())
        start = end + 1
    name = next(
        (i for i, cell in enumerate(texts) if len(cell) > 1 and _begins_label(cell) and not _is_roman(cell)), None
    )
    if (
        name is None
        and len(texts) >= _NUMBERED_CELLS
        and not _numbers_columns("", [lexed.quantities[i] for i in cells if i is not None])
    ):
        name = 0 if _CLASS_NUMBER.fullmatch(texts[0]) else None  # "6", "7" below "Khối"
    if name is None:
        return None
    values = [None if i <= name else cell for i, cell in enumerate(cells)]  # before the label stands the row's number
    behind = texts[name + 1] if name + 1 < len(texts) else ""
    is_unit = cells[name + 1 : name + 2] == [None] and _may_be_unit(behind)
    return Row(line.start, texts[name], tuple(values), behind if is_unit else None)


def _begins_label(cell: str) -> bool:
    """Whether a cell holds words, a bullet before them or not, or a class: "- Các ngành dịch vụ", "6A"."""
    return cell.lstrip("-–+*•( ")[:1].isalpha() or _CLASS.fullmatch(cell) is not None


_CLASS_NUMBER = regex.compile(r"\d{1,2}")
_NUMBERED_CELLS = 3
_CLASS = regex.compile(r"\d{1,2}\p{L}\d{0,2}")
_TIMES = regex.compile(r"1(?:[.,]?0)+ ?\p{L}")


def _may_be_unit(content: str) -> bool:
    if not 0 < len(content) <= _UNIT_LENGTH or content in _NO_VALUE:
        return False
    return not content[0].isdigit() or _TIMES.match(content) is not None  # "1000sp", "1.000 đồng"


def _numbers_columns(label: str, quantities: Sequence[Quantity]) -> bool:
    """Whether a line numbers the columns of a table: "A B 1 2"."""
    values = [quantity.value for quantity in quantities]
    return all(len(word) == 1 for word in label.split()) and values == [values[0] + i for i in range(len(values))]


def _stacked(text: str, lines: Sequence[Line], at: int, width: int = 0) -> tuple[Row | None, int]:
    """A row with one cell a line: "Quỹ của tỉnh", then "208.036", "732.918", perhaps a row number before.

    ``width`` is how many cells the row above has: one below them that is not the next number is a cell, "23" of the row
    numbered 8 above "Tổng cộng".
    """
    position = at
    own = text[lines[at].start : lines[at].end].strip(" .)")
    numbered = _is_cell(text, lines[position]) and bool(lines[position].numbers)
    if numbered:
        position += 1  # the row's number
    if position >= len(lines) or not _is_label(text, lines[position]):
        return None, at
    label = text[lines[position].start : lines[position].end]
    position = _behind_label(text, lines, position)
    unit = _unit_at(text, lines, position)
    if unit is not None:
        position += 1
    cells: list[int | None] = []
    while position < len(lines) and _is_cell(text, lines[position]):
        following = lines[position + 1] if position + 1 < len(lines) else None
        counts = _counts(text, lines[position], first=not numbered)
        if following is not None and _is_roman(text[following.start : following.end].strip(" .)")):
            counts = False  # the number of the next row stands below
        if counts and len(cells) == width - 1 and own.isdecimal() and not _may_follow(text, lines[position], int(own)):
            counts = False
        if cells and following is not None and not _is_cell(text, following) and counts:
            first = _behind_label(text, lines, position + 1)
            first += _unit_at(text, lines, first) is not None
            if first < len(lines) and _is_cell(text, lines[first]):
                break  # the number of the next row
        cells.append(lines[position].numbers[0] if lines[position].numbers else None)
        position += 1
    alone = len(cells) < 2  # noqa: PLR2004 - a lone number under a line is a row only among others: ``_single``
    if alone and not (width and unit and cells and not _counts(text, lines[position - 1], first=False)):
        return None, at
    cells += [None] * (width - 1 if alone else 0)
    return Row(lines[at].start, label, tuple(cells), unit), position


def _behind_label(text: str, lines: Sequence[Line], at: int) -> int:
    """The line behind a label and a note on it in brackets: "Khá", "(tỉ lệ so với tổng số) 50%"."""
    note = at + 1
    if note >= len(lines) or _is_cell(text, lines[note]):
        return note
    content = text[lines[note].start : lines[note].end]
    return note + (content.startswith("(") and len(content) <= HEADER_LENGTH)


def _single(text: str, lines: Sequence[Line], at: int) -> tuple[Row | None, int]:
    """A row of one number, a cell a line: perhaps its own number or "II", a label on one line or two, the number.

    Without a row, the line where the next one begins, if that is known.
    """
    position = at
    number = text[lines[at].start : lines[at].end].strip(" .)")
    if _is_roman(number) or _counts(text, lines[at], first=False):
        position += 1
    first = position
    while position < min(first + _LABEL_LINES, len(lines)) and _is_label(text, lines[position]):
        position += 1
    if position == first or position >= len(lines) or not _is_cell(text, lines[position]):
        return None, at
    if lines[position].whole and not lines[position].numbers:
        return None, at  # a percentage tells its unit
    if all(_is_cell(text, line) for line in lines[position : position + 3]) and position + 3 <= len(lines):
        return None, at  # more cells of one row: a number and that of the next row are two at the most
    cell = text[lines[position].start : lines[position].end].strip(" .)")
    if number.isdecimal() and cell.isdecimal() and int(cell) == int(number) + 1:
        return None, position  # the number of the next row: this one has no value
    label = text[lines[first].start : lines[first].end]
    value = lines[position].numbers[0] if lines[position].numbers else None
    return Row(lines[at].start, label, (value,)), position + 1


def _is_label(text: str, line: Line) -> bool:
    content = text[line.start : line.end]
    return not _is_cell(text, line) and 1 < len(content) <= HEADER_LENGTH and not content.endswith((".", ":", ";"))


def _unit_at(text: str, lines: Sequence[Line], at: int) -> str | None:
    """A short line of words with a cell behind it: the unit of a row with one cell a line."""
    if at + 1 >= len(lines) or _is_cell(text, lines[at]) or not _is_cell(text, lines[at + 1]):
        return None
    content = text[lines[at].start : lines[at].end].strip()
    return content if _may_be_unit(content) else None


def _is_cell(text: str, line: Line) -> bool:
    """Whether a line is one number or percentage, or a dash that stands for none."""
    content = text[line.start : line.end].strip()
    bare = len(line.numbers) == 1 and not any(c.isalpha() for c in content)
    return bare or line.whole or (content in _NO_VALUE and content != "")


def _counts(text: str, line: Line, *, first: bool) -> bool:
    """Whether a cell looks like the number of a row: one or two digits; ``first``: no row before it had one."""
    content = text[line.start : line.end].strip(" .)")
    if first:
        return content in _FIRST_NUMBERS
    return content.isdigit() and len(content) < 3 and content.strip("0") != ""  # noqa: PLR2004


def _may_follow(text: str, line: Line, number: int) -> bool:
    """Whether a cell may be the number of the row behind that of ``number``: the next one, or the first of others."""
    content = text[line.start : line.end].strip(" .)")
    return content in _FIRST_NUMBERS or int(content) == number + 1


_FIRST_NUMBERS = frozenset({"1", "01"})
_NUMBERING = regex.compile(r"^(?:\d{1,3}|[IVX]+)[.)]?\s+(?=\p{L})")


def _is_roman(cell: str) -> bool:
    return all(letter in "IVX" for letter in cell)


_VALUE = regex.compile(r"\d{1,3}(?:[.,]\d+)+")
"""All of a line: the last cell of a table above, not the number of a column."""
_TELLS = regex.compile(r": ?\d[\d.,]*+ ?%")
"""In a line: "Khối 6: 1,2 %; khối 7: 0,8 %"."""


def _header(above: Sequence[str]) -> tuple[str, ...]:
    """The lines above the rows, as far up as they are short, end no sentence and tell no percentages of their own."""
    found: list[str] = []
    for content in reversed(above):
        if (len(content) > HEADER_LENGTH and not CELL_END.search(content)) or content.endswith((".", ";")):
            break
        if _TELLS.search(content) or _VALUE.fullmatch(content):
            break
        found.insert(0, content)
    return tuple(found)
