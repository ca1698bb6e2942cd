"""Rows of tables in a text, in the three shapes that web pages and scrapers leave.

Cells parted by tabs or bars; a line that ends in bare numbers ("1 Huyện A 330.000 345.025 104"); one cell a line. A
table is two such rows or more (three if each has one number alone, a cell a line), rows without any value between them;
what stands above the first may be its header.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import regex

from extract.text_tables.aligned import aligned
from extract.text_tables.lines import CELL_END, HEAD_BEGINS, digits_start, opening, openings, opens_cell
from extract.text_tables.stacked_rows import is_cell, is_row_number, is_year, single, stacked
from extract.text_tables.sum_rows import with_sum
from extract.text_tables.table import HEADER_LENGTH, NO_VALUE, Row, Table, is_roman, may_be_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.model import Lexed, Quantity
    from extract.text_tables.lines import Line

_HEADER_LINES = 14
"""How many lines above the first row may belong to the header."""
_FEWEST_ROWS = 2
_FEWEST_SINGLE_ROWS = 3
_FARTHEST_CELL = 4
"""So many lines behind its first a row has a cell: behind its own number, its label, a note on that and a unit."""
_EMPTY_ROWS = 4
"""How many rows without any value may stand between two with one."""
_ROW_LENGTH = 160
_TIMES_AS_WIDE = 2


def tables_of(text: str, lines: Sequence[Line], lexed: Lexed) -> Iterator[Table]:
    r"""Runs of two rows or more, of either shape.

    >>> from extract.text_tables.lines import lines_of
    >>> from extract.lex.scan import lex
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> text = "Xã\tKế hoạch\tThực hiện\nTân Phú\t330\t345\nTân Hòa\t300\t310"
    >>> lexed = lex(text, LexVocabulary.load(load()))
    >>> [[row.label for row in table.rows] for table in tables_of(text, lines_of(text, lexed), lexed)]
    [['Tân Phú', 'Tân Hòa']]
    """
    cells = [at for at, line in enumerate(lines) if line.numbers or _may_be_cell(text, line)]
    at = free = 0  # lines from ``free`` on belong to no table yet
    while (place := bisect_left(cells, at)) < len(cells):
        at = max(at, cells[place] - _FARTHEST_CELL)
        rows, after = _run(text, lines, at, lexed)
        if len(rows) < _FEWEST_ROWS:
            rows, after = _run_of_single(text, lines, at)
        if rows:
            rows, after = with_sum(rows, lines, after, text, lexed)
            first = at
            if _begins_late(text, lines[at], rows):
                first, rows[0] = at + 1, rows[0]._replace(start=lines[at + 1].start, label=rows[0].unit, unit=None)
            above = [
                text[line.start : line.end]
                for line in lines[max(free, first - _HEADER_LINES) : first]
                if line.start < rows[0].start
            ]
            yield Table(tuple(aligned(rows, text, lexed)), header := header_above(above), _intro(above, header))
            free = after
        at = max(after, at + 1)


def _may_be_cell(text: str, line: Line) -> bool:
    """Whether a line without bare numbers may be a cell: a percentage, a year, a dash."""
    content = text[line.start : line.end].strip()
    return line.whole or content in NO_VALUE or content[0].isdecimal()


def _begins_late(text: str, line: Line, rows: Sequence[Row]) -> bool:
    """Whether the first line of rows with one cell a line ends the header: no other row has a "unit" of its own.

    A year has none: "2008", "2009" above "Tổng số", "6,18", "5,32".
    """
    if rows[0].unit is None or text[line.start : line.end] != rows[0].label:
        return False
    return is_year(rows[0].label) or all(row.unit is None for row in rows[1:])


def _run(text: str, lines: Sequence[Line], at: int, lexed: Lexed) -> tuple[list[Row], int]:
    rows: list[Row] = []
    position = at
    heads: frozenset[str] | None = None
    while position < len(lines):
        line = lines[position]
        if rows and not line.numbers:
            heads = _heads_above(text, lines, at) if heads is None else heads
            if opening(text[line.start : line.end]) in heads:
                break  # the head of another table: "STT | Ấp | Số tiền" behind the rows of "STT | Ấp | Số hộ"
        row = _row(text, line, lexed)
        if row is not None and (rows or row.has_value()):
            rows.append(_unbroken(row, text, lines[max(0, position - 1)]))
            position += 1
            continue
        width = len(rows[-1].cells) if rows else 0
        below, after = stacked(text, lines, position, width)
        if below is not None:
            if rows and len(below.cells) > _TIMES_AS_WIDE * max(len(one.cells) for one in rows):
                break  # cells of several rows, told column by column
            rows.append(below)
            position = after
            continue
        resumed = _next_row(text, lines, position, lexed, width) if rows else None
        if resumed is None:
            break
        position = resumed
    return rows, position


def _heads_above(text: str, lines: Sequence[Line], at: int) -> frozenset[str]:
    above = lines[max(0, at - _HEADER_LINES) : at]
    return openings([text[line.start : line.end] for line in above if not line.numbers])


def _run_of_single(text: str, lines: Sequence[Line], at: int) -> tuple[list[Row], int]:
    """Rows of one number each, a cell a line, from ``at`` on; none if they are too few to be sure of."""
    rows: list[Row] = []
    end = position = at
    passed = 0
    while position < len(lines):
        row, after = single(text, lines, position)
        if row is not None and all(is_cell(text, line) for line in lines[after : after + 2]) and after + 1 < len(lines):
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
        and (not line.numbers or is_row_number(text, line))
    )


def _next_row(text: str, lines: Sequence[Line], at: int, lexed: Lexed, width: int) -> int | None:
    """Where the rows go on after a few short lines without numbers: rows that have no value."""
    longest = HEADER_LENGTH
    for position in range(at, min(at + _EMPTY_ROWS + 1, len(lines))):
        line = lines[position]
        if position > at and (_row(text, line, lexed) or stacked(text, lines, position, width)[0]) is not None:
            return position
        content = text[line.start : line.end].removesuffix(" .")
        if is_row_number(text, line):
            longest = _ROW_LENGTH  # the label behind the number of a row is one, however long
            continue
        remark = content[0] == "(" and content[-1] == ")"
        if (line.numbers and not remark) or len(content) > longest or content.endswith((".", ";", ":")):
            return None
        longest = HEADER_LENGTH
    return None


def _row(text: str, line: Line, lexed: Lexed) -> Row | None:
    """A line that is a row by itself."""
    content = text[line.start : line.end]
    if len(content) <= _ROW_LENGTH and CELL_END.search(content):
        return _tabbed(content, line, lexed)
    if not line.numbers or len(content) > _ROW_LENGTH:
        return None
    trailing: list[int | None] = []
    end = _before_remark(text, line, lexed)
    for index in reversed(line.numbers):
        quantity = lexed.quantities[index]
        between = text[quantity.end : end].split()
        if not NO_VALUE.issuperset(between):
            break
        trailing[:0] = [index, *(None for _ in between)]  # "108 18,72 - - 42 8,22"
        end = quantity.start if opens_cell(text, quantity) else digits_start(text, quantity)
    label = _NUMBERING.sub("", text[line.start : end].strip())
    numbers = [lexed.quantities[i] for i in trailing if i is not None]
    if len(numbers) < 2 or not label or _numbers_columns(label, numbers):  # noqa: PLR2004
        return None
    return Row(line.start, label, tuple(trailing))


_REMARK = regex.compile(r" +\p{Lu}\p{Ll}+(?: \p{Ll}+){0,2}")


def _before_remark(text: str, line: Line, lexed: Lexed) -> int:
    """Where the numbers of a line end, perhaps before a remark on them: "52 53,5 102,9 Vượt", "3 3,4 Chưa đạt"."""
    last = lexed.quantities[line.numbers[-1]].end
    return last if _REMARK.fullmatch(text, last, line.end) is not None else line.end


def _unbroken(row: Row, text: str, above: Line) -> Row:
    """A row with all of its label, where a bracket in it goes over two lines: "Lương thực (kg/", "người) 389 403"."""
    label, before = row.label or "", text[above.start : above.end]
    opened = label.count(")") > label.count("(") and before.count("(") > before.count(")")
    if not opened or above.numbers or above.start >= row.start or len(before) > HEADER_LENGTH:
        return row
    return row._replace(start=above.start, label=f"{before} {label}")


def _tabbed(content: str, line: Line, lexed: Lexed) -> Row | None:
    known = _of_cells(line, lexed)
    cells: list[int | None] = []
    texts = []
    start = line.start
    for cell in CELL_END.split(content.removesuffix("|")):
        end = start + len(cell)
        inside = [i for i in known if start <= lexed.quantities[i].start < end]
        whole = [i for i in inside if lexed.quantities[i].end - lexed.quantities[i].start == len(cell.strip())]
        cells.append(whole[0] if whole else None)
        texts.append(cell.strip())
        start = end + 1
    name = next(
        (i for i, cell in enumerate(texts) if len(cell) > 1 and _begins_label(cell) and not is_roman(cell)), None
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
    if _NAME.fullmatch(behind):  # "Khối xã", reaching over several rows, then "Xã An Hòa"
        name, behind = name + 1, texts[name + 2] if name + 2 < len(texts) else ""
    is_unit = cells[name + 1 : name + 2] == [None] and may_be_unit(behind)
    return Row(line.start, texts[name], tuple(values), behind if is_unit else None)


def _of_cells(line: Line, lexed: Lexed) -> Sequence[int]:
    """The numbers of a line that may be all of a cell, percentages with their sign among them."""
    if line.last is None:
        return line.numbers
    known = []
    at = line.last
    while at >= 0 and lexed.quantities[at].start >= line.start:
        if lexed.quantities[at].kind in {"number", "percent"}:
            known.append(at)
        at -= 1
    return known[::-1]


def _begins_label(cell: str) -> bool:
    """Whether a cell holds words, behind a bullet or a share or not, or a class: "- Các ngành dịch vụ", "6A"."""
    return cell.lstrip("-–+*•( ")[:1].isalpha() or _LABEL_WITH_NUMBER.match(cell) is not None


_NAME = regex.compile(r"(?:\p{Lu}\p{L}*+ ){2,}+\p{Lu}\p{L}*+")
"""Capitals throughout, which units in a cell of their own have not."""
_CLASS_NUMBER = regex.compile(r"\d{1,2}|(?:19|20)\d\d")
_NUMBERED_CELLS = 3
_LABEL_WITH_NUMBER = regex.compile(
    r"\d{1,2}\p{L}\d{0,2}$|\d[\d.,]*+ ?% \p{L}|\d{1,2}(?:[.)/-]|(?:\.\d{1,2}){1,2}[.)]?) ?\p{L}"
)
"""A class, "6A", a label that tells a share, "40% học phí bù lương", or has its number: "1. Tổng số hộ", "2.1 Phí"."""


def _numbers_columns(label: str, quantities: Sequence[Quantity]) -> bool:
    """Whether a line numbers the columns of a table: "A B 1 2"."""
    values = [quantity.value for quantity in quantities]
    return all(len(word) == 1 for word in label.split()) and values == [values[0] + i for i in range(len(values))]


_NUMBERING = regex.compile(r"^(?:\d{1,3}|[IVX]+)[.)]?\s+(?=\p{L})")
_VALUE = regex.compile(r"\d{1,3}(?:[.,]\d+)+")
"""All of a line: the last cell of a table above, not the number of a column."""
_TELLS = regex.compile(r": ?\d[\d.,]*+ ?%")
"""In a line: "Khối 6: 1,2 %; khối 7: 0,8 %"."""


_UNIT_AT_END = regex.compile(r"\([^():]{2,20}:[^():\d]{1,20}\)[\s.:]*$")
"""At the end of the sentence before a table: "Kết quả như sau (ĐVT: đồng):"."""


def header_above(above: Sequence[str]) -> tuple[str, ...]:
    """The lines above the rows, as far up as they are short, end no sentence and tell no percentages of their own."""
    found: list[str] = []
    for content in reversed(above):
        long = len(content) > HEADER_LENGTH and not CELL_END.search(content) and not _are_heads(content)
        if long or content.endswith((".", ";")):
            unit = _UNIT_AT_END.search(content)
            if unit is not None:
                found.insert(0, unit[0])
            break
        if _TELLS.search(content) or _VALUE.fullmatch(content):
            break
        found.insert(0, content)
    return tuple(found)


_SENTENCE = regex.compile(r"[,;:!?]|\.\s")
_HEAD_LENGTH = 40
"""Between capitals, on average, heads in one line are no longer."""


def _are_heads(content: str) -> bool:
    """Whether a long line is one of heads, no sentence: "TT Khu vực Tổng số hộ Hộ nghèo đầu năm Hộ thoát nghèo ..."."""
    heads = len(HEAD_BEGINS.split(content))
    return _SENTENCE.search(content) is None and len(content) <= heads * _HEAD_LENGTH


_LONGEST_INTRO = 300


def _intro(above: Sequence[str], header: Sequence[str]) -> str:
    """The last sentence of the line above a header, if it announces the table and is no line of it."""
    rest = len(above) - len(header)
    if header and header[0] not in above:
        rest += 1  # the unit at the end of that line
    last = above[rest - 1] if rest > 0 else ""
    sentence = last[last.rfind(". ") + 1 :].strip() if last.endswith(":") else ""
    return sentence if len(sentence) <= _LONGEST_INTRO else ""
