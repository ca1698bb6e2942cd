"""Heads of tables with one cell a line: "STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2020", "Năm 2021", "Ghi chú"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.text import fold
from extract.text_tables.stacked_rows import is_year
from extract.text_tables.table import HEADER_LENGTH, may_be_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.text_tables.cells import CellVocabulary
    from extract.text_tables.stacked_lines import StackedLines

LONGEST_OPENING = 20
_MOST_LINES = 24


class StackedHead(NamedTuple):
    """The heads of a table, and where its rows begin."""

    start: int
    """Its first line."""
    rows: int
    """The first line of the first row."""
    names: tuple[str, ...]
    """Of the columns behind the labels."""
    unit: int | None
    """Which of them holds the units of the rows."""
    numbered: bool
    """Whether rows have numbers."""


def stacked_heads(lines: StackedLines, cells: CellVocabulary) -> Iterator[StackedHead]:
    """The heads that begin with that of the row numbers, or with those of labels and units."""
    after = 0
    for at, line in enumerate(lines.lines):
        if at < after or line.numbers or not 1 < line.end - line.start <= LONGEST_OPENING:
            continue
        folded = fold(lines.content(at))
        numbered = cells.row_number.match(folded) is not None
        if not numbered and not (at > 0 and cells.unit_head.match(folded)):
            continue
        labelled = at + 1 if numbered else at - 1
        if not numbered and cells.names.match(fold(lines.content(labelled))) is None:
            continue
        head = _head(lines, cells, labelled, numbered=numbered)
        if head is not None:
            yield head
            after = head.rows


def _head(lines: StackedLines, cells: CellVocabulary, labelled: int, *, numbered: bool) -> StackedHead | None:
    """The head whose label column is named by line ``labelled``, if rows begin in sight of it."""
    at = labelled + 1
    end = min(len(lines), labelled + _MOST_LINES)
    unit_told = at < end and cells.unit_head.match(fold(lines.content(at))) is not None
    while at < end:
        content = lines.content(at)
        after = _behind_column_numbers(lines, at)
        number = lines.number(at)
        first = at
        if after == at and not (number is not None and (numbered or number.marked) and number.begins):
            if lines.kind(at) == "words" or is_year(content):
                if len(content) > HEADER_LENGTH or content.endswith((".", ";")):
                    return None
                at += 1
                continue
            first = at - 1 - (unit_told and may_be_unit(lines.content(at - 1)))  # a row without a number
        named = _joined([lines.content(line) for line in range(labelled + 1, first)])
        units = [place for place, name in enumerate(named) if cells.unit_column.fullmatch(fold(name))]
        units = [0] if unit_told else units
        if not named or len(named) == len(units):
            return None
        start = labelled - numbered
        return StackedHead(start, after if after > at else first, tuple(named), units[0] if units else None, numbered)
    return None


_COLUMN_NUMBER = regex.compile(r"\(?(?:(?P<letter>[A-Z])|(?P<number>\d{1,2}))\)?(?:\s*=.*)?")


def _behind_column_numbers(lines: StackedLines, at: int) -> int:
    """The line behind those that number the columns: "A", "B", "1", "2", "3=2/1"; ``at`` itself if none do."""
    place, last = at, 0
    while place < len(lines) and (mark := _COLUMN_NUMBER.fullmatch(lines.content(place))) is not None:
        if mark["number"] is None:
            if last or ord(mark["letter"]) - ord("A") != place - at:
                break
        elif int(mark["number"]) != last + 1:
            break
        else:
            last += 1
        place += 1
    return place if place - at > 1 else at


def _joined(lines: list[str]) -> list[str]:
    """The names of columns, one a line but for those that go on: "Thực hiện", "năm 2020"; "Diện tích", "(ha)"."""
    firsts = ["", *(line.split(" ", 1)[0] for line in lines), ""]
    names: list[str] = []
    for at, line in enumerate(lines, 1):
        goes_on = line[:1].islower() and firsts[at] not in {firsts[at - 1], firsts[at + 1]}  # but "lớp 6", "lớp 7"
        if names and (goes_on or (line.startswith("(") and line != "(%)")):
            names[-1] = f"{names[-1]} {line}"
        else:
            names.append(line)
    return names
