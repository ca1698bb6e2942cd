"""Rows of tables with one cell a line: a label, then its numbers, perhaps a row number before and a unit between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.text_tables.table import HEADER_LENGTH, NO_VALUE, Row, is_roman, may_be_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.text_tables.lines import Line

_LABEL_LINES = 2


def stacked(text: str, lines: Sequence[Line], at: int, width: int = 0) -> tuple[Row | None, int]:
    """A row with one cell a line: "Quỹ của tỉnh", then "208.036", "732.918", perhaps a row number or a dash before.

    ``width`` is how many cells the row above has.
    """
    position = at
    own = _content(text, lines[at])
    dashed = width > 0 and own in _DASHES
    numbered = is_cell(text, lines[position]) and lines[position].numbers
    if dashed or numbered or _NUMBERED.fullmatch(text, lines[position].start, lines[position].end):
        position += 1  # the row's number
    else:
        own = ""
    if position >= len(lines) or not _is_label(text, lines[position]):
        return None, at
    label = f"{own} " * dashed + text[lines[position].start : lines[position].end]
    position = _behind_label(text, lines, position)
    unit = _unit_at(text, lines, position)
    if unit is not None:
        position += 1
    years = _years_at(text, lines, position) if not _year(text, lines[position - 1]) else 0
    end = _end_of_cells(text, lines, position + years, own, width - years)
    cells = [*[None] * years, *(line.numbers[0] if line.numbers else None for line in lines[position + years : end])]
    if years and end < len(lines) and _year(text, lines[end]):
        return None, at  # the years are labels: "Trung bình", "2019", "31", "2020", "30"
    if len(cells) < 2:  # noqa: PLR2004 - a lone number under a line is a row only among others: ``single``
        if not (width and unit and cells and not is_row_number(text, lines[end - 1])):
            return None, at
        cells += [None] * (width - 1)
    return Row(lines[at].start, label, tuple(cells), unit), end


def _end_of_cells(text: str, lines: Sequence[Line], first: int, own: str, width: int) -> int:
    """The line behind the cells from ``first`` on of the row with the number ``own``.

    The last of ``width`` is no row number unless it is the next one: "23" of the row numbered 8 above "Tổng cộng".
    """
    at = first
    while at < len(lines) and is_cell(text, lines[at]):
        numbered = own.isdecimal() and _NUMBERED.fullmatch(text, lines[at].start, lines[at].end)
        if numbered and int(_content(text, lines[at])) == int(own) + 1:
            break  # "2." behind the row numbered 1, whether it has values or not
        following = lines[at + 1] if at + 1 < len(lines) else None
        if at > first and following is not None and not is_cell(text, following):
            if at - first == width and _content(text, lines[at]) in _DASHES and _is_label(text, following):
                break  # a part of the row above: "-", below it "Bổ sung cân đối"
            content = _content(text, lines[at])
            counts = is_row_number(text, lines[at]) if own.isdecimal() else content in _FIRST_NUMBERS
            counts = counts or _numbers_part(content, own)
            if is_roman(_content(text, following)) or (not own and _year(text, following)):
                counts = False  # the number of the next row stands below, or rows are named by years alone
            if counts and at - first == width - 1 and own.isdecimal() and not _may_follow(text, lines[at], int(own)):
                counts = False
            if counts:
                below = _behind_label(text, lines, at + 1)
                below += _unit_at(text, lines, below) is not None
                if below < len(lines) and is_cell(text, lines[below]):
                    break  # the number of the next row
        at += 1
    return at


def _numbers_part(content: str, own: str) -> bool:
    """Whether a cell numbers a part of a row, or the next behind one, as what follows ``own``.

    >>> [_numbers_part(content, own) for content, own in (("2.1", "2"), ("2.2", "2.1"), ("3", "2.2"), ("2.5", "2"))]
    [True, True, True, False]
    """
    if not (_PART_NUMBER.fullmatch(own) and _PART_NUMBER.fullmatch(content) and "." in content + own):
        return False
    steps = [int(step) for step in own.split(".")]
    following = [[*steps[:depth], steps[depth] + 1] for depth in range(len(steps))]
    return [int(step) for step in content.split(".")] in [*following, [*steps, 1]]


_NUMBERED = regex.compile(r"\d{1,2}[.)]")
_PART_NUMBER = regex.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}")


def _content(text: str, line: Line) -> str:
    return text[line.start : line.end].strip(" .)")


_YEAR = regex.compile(r"(?:19|20)\d\d")
_DASHES = frozenset({"-", "–", "+"})


def is_year(content: str) -> bool:
    """Whether a line is a year and nothing else."""
    return _YEAR.fullmatch(content.strip()) is not None


def _year(text: str, line: Line) -> bool:
    return not line.numbers and is_year(text[line.start : line.end])


def _years_at(text: str, lines: Sequence[Line], at: int) -> int:
    """How many cells from ``at`` on are years, before others: "Tân Phú", "2014", "121,4"."""
    years = 0
    while at + years < len(lines) and _year(text, lines[at + years]):
        years += 1
    return years if at + years < len(lines) and is_cell(text, lines[at + years]) else 0


def _behind_label(text: str, lines: Sequence[Line], at: int) -> int:
    """The line behind a label and a note on it in brackets: "Khá", "(tỉ lệ so với tổng số) 50%"."""
    note = at + 1
    if note >= len(lines) or is_cell(text, lines[note]):
        return note
    content = text[lines[note].start : lines[note].end]
    return note + (content.startswith("(") and len(content) <= HEADER_LENGTH)


def single(text: str, lines: Sequence[Line], at: int) -> tuple[Row | None, int]:
    """A row of one number, a cell a line: perhaps its own number or "II", a label on one line or two, the number.

    Without a row, the line where the next one begins, if that is known.
    """
    position = at
    number = _content(text, lines[at])
    if is_roman(number) or is_row_number(text, lines[at]):
        position += 1
    first = position
    while position < min(first + _LABEL_LINES, len(lines)) and _is_label(text, lines[position]):
        position += 1
    if position == first or position >= len(lines) or not is_cell(text, lines[position]):
        return None, at
    if lines[position].whole and not lines[position].numbers:
        return None, at  # a percentage tells its unit
    if all(is_cell(text, line) for line in lines[position : position + 3]) and position + 3 <= len(lines):
        return None, at  # more cells of one row: a number and that of the next row are two at the most
    cell = _content(text, lines[position])
    if number.isdecimal() and cell.isdecimal() and int(cell) == int(number) + 1:
        return None, position  # the number of the next row: this one has no value
    label = text[lines[first].start : lines[first].end]
    value = lines[position].numbers[0] if lines[position].numbers else None
    return Row(lines[at].start, label, (value,)), position + 1


def _is_label(text: str, line: Line) -> bool:
    content = text[line.start : line.end].removesuffix(" .")
    return not is_cell(text, line) and 1 < len(content) <= HEADER_LENGTH and not content.endswith((".", ":", ";"))


def _unit_at(text: str, lines: Sequence[Line], at: int) -> str | None:
    """A short line of words with a cell behind it: the unit of a row with one cell a line."""
    if at + 1 >= len(lines) or is_cell(text, lines[at]) or not is_cell(text, lines[at + 1]):
        return None
    content = text[lines[at].start : lines[at].end].strip()
    return content if may_be_unit(content) else None


def is_cell(text: str, line: Line) -> bool:
    """Whether a line is one number or percentage, or a dash that stands for none."""
    content = text[line.start : line.end].strip()
    bare = len(line.numbers) == 1 and not any(c.isalpha() for c in content)
    return bare or line.whole or (content in NO_VALUE and content != "")


def is_row_number(text: str, line: Line) -> bool:
    """Whether a cell looks like the number of a row: one or two digits."""
    content = _content(text, line)
    return content.isdigit() and len(content) < 3 and content.strip("0") != ""  # noqa: PLR2004


def _may_follow(text: str, line: Line, number: int) -> bool:
    """Whether a cell may be the number of the row behind that of ``number``: the next one, or the first of others."""
    content = _content(text, line)
    return content in _FIRST_NUMBERS or int(content) == number + 1


_FIRST_NUMBERS = frozenset({"1", "01"})
