"""Rows of tables with one cell a line and no head: a label, then its numbers, perhaps a row number and a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.text_tables.layouts.row_order import following, row_number
from extract.text_tables.table import HEADER_LENGTH, Row, is_roman, may_be_unit

if TYPE_CHECKING:
    from extract.text_tables.layouts.stacked_lines import StackedLines

_LABEL_LINES = 2
_DASHES = frozenset({"-", "–", "+"})
_NUMBERED = regex.compile(r"\d{1,2}[.)]")
_FIRST_NUMBERS = frozenset({"1", "01"})


def stacked(lines: StackedLines, at: int, width: int = 0) -> tuple[Row | None, int]:
    """A row with one cell a line: "Quỹ của tỉnh", then "208.036", "732.918", perhaps a row number or a dash before.

    ``width`` is how many cells the row above has.
    """
    label = at
    own = _mark(lines, at)
    dashed = width > 0 and own in _DASHES
    if dashed or (lines.is_cell(at) and lines[at].numbers) or _NUMBERED.fullmatch(lines[at].content):
        label += 1  # behind the row's number
    else:
        own = ""
    if label >= len(lines) or not _is_label(lines, label):
        return None, at
    first = _behind_label(lines, label)
    unit = _unit_at(lines, first)
    first += unit is not None
    years = 0 if lines.is_year(first - 1) else _years_at(lines, first)
    end = _end_of_cells(lines, first + years, own, width - years)
    cells = [*[None] * years, *(lines.bare(place) for place in range(first + years, end))]
    if years and end < len(lines) and lines.is_year(end):
        return None, at  # the years are labels: "Trung bình", "2019", "31", "2020", "30"
    if len(cells) < 2:  # noqa: PLR2004 - a lone number under a line is a row only among others: ``single``
        if not (width and unit and cells and not is_row_number(lines, end - 1)):
            return None, at
        cells += [None] * (width - 1)
    return Row(lines[at].start, f"{own} " * dashed + lines[label].content, tuple(cells), unit), end


def _end_of_cells(lines: StackedLines, first: int, own: str, width: int) -> int:
    """The line behind the cells from ``first`` on of the row with the number ``own``."""
    at = first
    while at < len(lines) and lines.is_cell(at) and not _begins_row(lines, at, own, at - first, width):
        at += 1
    return at


def _begins_row(lines: StackedLines, at: int, own: str, before: int, width: int) -> bool:
    """Whether a cell is the number or the dash of a next row, ``before`` cells behind the label of the row ``own``.

    The last of ``width`` is no row number unless it is the next one: "23" of the row numbered 8 above "Tổng cộng".
    """
    mark = _mark(lines, at)
    if own.isdecimal() and _NUMBERED.fullmatch(lines[at].content) and int(mark) == int(own) + 1:
        return True  # "2." behind the row numbered 1, whether it has values or not
    label = at + 1
    if not before or label >= len(lines) or lines.is_cell(label):
        return False
    if before == width and mark in _DASHES and _is_label(lines, label):
        return True  # a part of the row above: "-", below it "Bổ sung cân đối"
    if is_roman(_mark(lines, label)) or (not own and lines.is_year(label)):
        return False  # the number of the next row stands below, or rows are named by years alone
    numbers = is_row_number(lines, at) if own.isdecimal() else mark in _FIRST_NUMBERS
    if not (numbers or _numbers_part(mark, own)):
        return False
    if before == width - 1 and own.isdecimal() and mark not in _FIRST_NUMBERS and int(mark) != int(own) + 1:
        return False
    below = _behind_label(lines, label)
    below += _unit_at(lines, below) is not None
    return below < len(lines) and lines.is_cell(below)


def _numbers_part(mark: str, own: str) -> bool:
    """Whether a cell numbers a part of a row, or the next behind one, as what follows ``own``.

    >>> [_numbers_part(mark, own) for mark, own in (("2.1", "2"), ("2.2", "2.1"), ("3", "2.2"), ("2.5", "2"))]
    [True, True, True, False]
    """
    number, before = row_number(mark), row_number(own)
    return number is not None and before is not None and "." in mark + own and number.steps in following(before.steps)


def _years_at(lines: StackedLines, at: int) -> int:
    """How many cells from ``at`` on are years, before others: "Tân Phú", "2014", "121,4"."""
    end = at
    while end < len(lines) and lines.is_year(end):
        end += 1
    return end - at if end < len(lines) and lines.is_cell(end) else 0


def _behind_label(lines: StackedLines, at: int) -> int:
    """The line behind a label and a note on it in brackets: "Khá", "(tỉ lệ so với tổng số) 50%"."""
    note = at + 1
    if note >= len(lines) or lines.is_cell(note):
        return note
    content = lines[note].content
    return note + (content.startswith("(") and len(content) <= HEADER_LENGTH)


def single(lines: StackedLines, at: int) -> tuple[Row | None, int]:
    """A row of one number, a cell a line: perhaps its own number or "II", a label on one line or two, the number.

    Without a row, the line where the next one begins, if that is known.
    """
    number = _mark(lines, at)
    first = cell = at + (is_roman(number) or is_row_number(lines, at))
    while cell < min(first + _LABEL_LINES, len(lines)) and _is_label(lines, cell):
        cell += 1
    if cell == first or cell >= len(lines) or not lines.is_cell(cell):
        return None, at
    if lines[cell].whole and not lines[cell].numbers:
        return None, at  # a percentage tells its unit
    if cell + 3 <= len(lines) and all(map(lines.is_cell, range(cell, cell + 3))):
        return None, at  # more cells of one row: a number and that of the next row are two at the most
    told = _mark(lines, cell)
    if number.isdecimal() and told.isdecimal() and int(told) == int(number) + 1:
        return None, cell  # the number of the next row: this one has no value
    return Row(lines[at].start, lines[first].content, (lines.bare(cell),)), cell + 1


def is_row_number(lines: StackedLines, at: int) -> bool:
    """Whether a cell looks like the number of a row: one or two digits."""
    mark = _mark(lines, at)
    return mark.isdigit() and len(mark) <= len("99") and mark.strip("0") != ""


def _mark(lines: StackedLines, at: int) -> str:
    """What a line says without the marks behind the number of a row."""
    return lines[at].content.strip(" .)")


def _is_label(lines: StackedLines, at: int) -> bool:
    content = lines[at].content.removesuffix(" .")
    return not lines.is_cell(at) and 1 < len(content) <= HEADER_LENGTH and not content.endswith((".", ":", ";"))


def _unit_at(lines: StackedLines, at: int) -> str | None:
    """A short line of words with a cell behind it: the unit of a row with one cell a line."""
    if at + 1 >= len(lines) or lines.is_cell(at) or not lines.is_cell(at + 1):
        return None
    content = lines.content(at)
    return content if may_be_unit(content) else None
