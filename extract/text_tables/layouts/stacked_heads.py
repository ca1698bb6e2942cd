"""Heads of tables with one cell a line: "STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2020", "Năm 2021", "Ghi chú"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.text import fold
from extract.text_tables.heads.column_numbers import column_numbers
from extract.text_tables.heads.head_lines import whole_heads
from extract.text_tables.layouts.stacked_lines import is_year
from extract.text_tables.table import HEADER_LENGTH, may_be_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.text_tables.layouts.stacked_lines import StackedLines
    from extract.text_tables.vocabulary import CellVocabulary

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
        after = at + column_numbers(map(lines.content, range(at, len(lines))))
        number = lines.number(at)
        first = at
        if after == at and not (number is not None and (numbered or number.marked) and number.begins):
            if lines.kind(at) == "words" or is_year(content):
                if len(content) > HEADER_LENGTH or content.endswith((".", ";")):
                    return None
                at += 1
                continue
            first = at - 1 - (unit_told and may_be_unit(lines.content(at - 1)))  # a row without a number
        named = whole_heads([lines.content(line) for line in range(labelled + 1, first)])
        units = [place for place, name in enumerate(named) if cells.unit_column.fullmatch(fold(name))]
        units = [0] if unit_told else units
        if not named or len(named) == len(units):
            return None
        start = labelled - numbered
        return StackedHead(start, after if after > at else first, tuple(named), units[0] if units else None, numbered)
    return None
