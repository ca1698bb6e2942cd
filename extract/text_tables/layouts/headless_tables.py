"""Tables without a head that names every column: rows below each other, in one line each or one cell a line.

A table is two such rows or more (three if each has one number alone, a cell a line), rows without any value between
them; what stands above the first may be its header.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import regex

from extract.dates import YEAR
from extract.text_tables.layouts.aligned import aligned
from extract.text_tables.layouts.headers import header_above, intro_of
from extract.text_tables.layouts.headless_rows import is_row_number, single, stacked
from extract.text_tables.layouts.lined_rows import ROW_LENGTH, lined, unbroken
from extract.text_tables.layouts.stacked_lines import is_year
from extract.text_tables.layouts.sum_rows import with_sum
from extract.text_tables.lines import CELL_END, opening, openings
from extract.text_tables.table import HEADER_LENGTH, NO_VALUE, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.model import Lexed
    from extract.text_tables.layouts.stacked_lines import StackedLines
    from extract.text_tables.lines import Line

_HEADER_LINES = 14
"""How many lines above the first row may belong to the header."""
_FEWEST_ROWS = 2
_FEWEST_SINGLE_ROWS = 3
_FEWEST_HEADS = 2
_FARTHEST_CELL = 4
"""So many lines behind its first a row has a cell: behind its own number, its label, a note on that and a unit."""
_EMPTY_ROWS = 4
"""How many rows without any value may stand between two with one."""
_TIMES_AS_WIDE = 2


def tables_of(lines: StackedLines, text: str, lexed: Lexed) -> Iterator[Table]:
    r"""Runs of two rows or more, of either shape.

    >>> from extract.text_tables.lines import lines_of
    >>> from extract.text_tables.layouts.stacked_lines import StackedLines
    >>> from extract.lex.scan import lex
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> text = "Xã\tKế hoạch\tThực hiện\nTân Phú\t330\t345\nTân Hòa\t300\t310"
    >>> lexed = lex(text, LexVocabulary.load(load()))
    >>> lines = StackedLines(text, lines_of(text, lexed), lexed)
    >>> [[row.label for row in table.rows] for table in tables_of(lines, text, lexed)]
    [['Tân Phú', 'Tân Hòa']]
    """
    cells = [at for at, line in enumerate(lines.lines) if line.numbers or _may_be_cell(line)]
    at = free = 0  # lines from ``free`` on belong to no table yet
    while (place := bisect_left(cells, at)) < len(cells):
        at = max(at, cells[place] - _FARTHEST_CELL)
        rows, after = _run(lines, at, text, lexed)
        if len(rows) < _FEWEST_ROWS and not (rows and at > free and _are_heads(lines[at - 1], lines[at])):
            rows, after = _run_of_single(lines, at)
        if rows:
            rows, after = with_sum(rows, lines.lines, after, text, lexed)
            first = at
            if _begins_late(lines, at, rows):
                first, rows[0] = at + 1, rows[0]._replace(start=lines[at + 1].start, label=rows[0].unit, unit=None)
            first += rows[0].start > lines[first].start
            start = max(free, first - _HEADER_LINES)
            above = [line.content for line in lines.lines[start:first] if line.start < rows[0].start]
            yield Table(tuple(aligned(rows, text, lexed)), header := header_above(above), intro_of(above, header))
            free = after
        at = max(after, at + 1)


def _may_be_cell(line: Line) -> bool:
    """Whether a line without bare numbers may be a cell, or have some: a percentage, a year, a dash, "5 tỷ đồng |"."""
    content = line.content.strip()
    in_line = len(line.quantities) > 0 and CELL_END.search(content) is not None
    return line.whole or in_line or content in NO_VALUE or content[0].isdecimal()


def _are_heads(above: Line, row: Line) -> bool:
    """Whether a line has as many cells as the row below it, and no number."""
    parted = [CELL_END.split(line.content.removesuffix("|")) for line in (above, row)]
    return not above.quantities and len(parted[0]) == len(parted[1]) > _FEWEST_HEADS


def _begins_late(lines: StackedLines, at: int, rows: Sequence[Row]) -> bool:
    """Whether the first line of rows with one cell a line ends the header: no other row has a "unit" of its own.

    A year has none: "2008", "2009" above "Tổng số", "6,18", "5,32"; nor has the last of several named ones: "Năm học
    2021-2022", "Năm học 2022-2023".
    """
    label = rows[0].label
    if rows[0].unit is None or label is None or lines[at].content != label:
        return False
    named = at > 0 and all(map(_ENDS_WITH_YEAR.fullmatch, (lines[at - 1].content, label)))
    return named or is_year(label) or all(row.unit is None for row in rows[1:])


_ENDS_WITH_YEAR = regex.compile(rf"(?:\p{{L}}+ ){{0,3}}(?:{YEAR} ?[-–] ?)?{YEAR}")


def _run(lines: StackedLines, at: int, text: str, lexed: Lexed) -> tuple[list[Row], int]:
    rows: list[Row] = []
    position = at
    heads: frozenset[str] | None = None
    while position < len(lines):
        line = lines[position]
        if rows and not line.numbers:
            heads = _heads_above(lines, at) if heads is None else heads
            if opening(line.content) in heads:
                break  # the head of another table: "STT | Ấp | Số tiền" behind the rows of "STT | Ấp | Số hộ"
            if _opens_next(lines, at, position, rows):
                break
        row = lined(line, text, lexed)
        if row is not None and (rows or row.has_value()):
            rows.append(unbroken(row, lines[max(0, position - 1)]))
            position += 1
            continue
        width = len(rows[-1].cells) if rows else 0
        below, after = stacked(lines, position, width)
        if below is not None:
            if rows and len(below.cells) > _TIMES_AS_WIDE * max(len(one.cells) for one in rows):
                break  # cells of several rows, told column by column
            rows.append(below)
            position = after
            continue
        resumed = _next_row(lines, position, text, lexed, width) if rows else None
        if resumed is None:
            break
        position = resumed
    return rows, position


_NUMBERED = regex.compile(r"(?P<number>\d{1,2})[.)] ?\p{Lu}")


def _opens_next(lines: StackedLines, first: int, at: int, rows: Sequence[Row]) -> bool:
    """Whether a line is the heading behind that of the rows from ``first`` on: "3. Học sinh", theirs "2. Số phòng học".

    Rows that have such numbers themselves tell nothing.
    """
    here = _NUMBERED.match(lines[at].content)
    if here is None or any(_NUMBERED.match(row.label or "") for row in rows):
        return False
    above = (_NUMBERED.match(line.content) for line in reversed(lines.lines[max(0, first - _HEADER_LINES) : first]))
    heading = next(filter(None, above), None)
    return heading is not None and int(here["number"]) == int(heading["number"]) + 1


def _heads_above(lines: StackedLines, at: int) -> frozenset[str]:
    above = lines.lines[max(0, at - _HEADER_LINES) : at]
    return openings([line.content for line in above if not line.numbers])


def _run_of_single(lines: StackedLines, at: int) -> tuple[list[Row], int]:
    """Rows of one number each, a cell a line, from ``at`` on; none if they are too few to be sure of."""
    rows: list[Row] = []
    lengths: list[int] = []
    end = position = at
    passed = 0
    while position < len(lines):
        row, after = single(lines, position)
        if row is not None and after + 1 < len(lines) and lines.is_cell(after) and lines.is_cell(after + 1):
            break  # a row of more numbers: "Kém" is the last column, "6A" the row
        if row is not None:
            rows.append(row)
            lengths.append(after - position)
            end, position, passed = after, after, 0
        elif after > position:
            position = after
        elif rows and passed < _EMPTY_ROWS and _is_passed(lines, position):
            position += 1
            passed += 1
        else:
            break
    if len(rows) < _FEWEST_SINGLE_ROWS:
        return [], at
    label = lines[at + 1]
    titled = lengths[0] > max(lengths[1:]) and lines[at].content == rows[0].label and label.content[:1].isupper()
    if titled:  # "Số vụ tai nạn", "Tháng 1", "12", "Tháng 2", "9"
        rows[0] = rows[0]._replace(start=label.start, label=label.content)
    return rows, end


def _is_passed(lines: StackedLines, at: int) -> bool:
    """Whether a line may be part of a row that has no value: a short label, or the number before it."""
    line = lines[at]
    short = len(line.content) <= HEADER_LENGTH and not line.content.endswith((".", ";"))
    return short and (not line.numbers or is_row_number(lines, at))


def _next_row(lines: StackedLines, at: int, text: str, lexed: Lexed, width: int) -> int | None:
    """Where the rows go on after a few short lines without numbers: rows that have no value."""
    longest = HEADER_LENGTH
    for position in range(at, min(at + _EMPTY_ROWS + 1, len(lines))):
        line = lines[position]
        if position > at and (lined(line, text, lexed) or stacked(lines, position, width)[0]) is not None:
            return position
        content = line.content.removesuffix(" .")
        if is_row_number(lines, position):
            longest = ROW_LENGTH  # the label behind the number of a row is one, however long
            continue
        remark = content[0] == "(" and content[-1] == ")"
        if (line.numbers and not remark) or len(content) > longest or content.endswith((".", ";", ":")):
            return None
        longest = HEADER_LENGTH
    return None
