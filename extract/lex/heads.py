"""What stands over the columns of a table: heads in a row of cells, one a line, or parted by their units."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.lex.rows import CELL_END
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.lex.cells import CellVocabulary
    from extract.lex.rows import Table
    from extract.model import Lexed

IN_BRACKETS = regex.compile(r"\((?P<unit>[^()\n]{1,20})\)|(?<!\d[ \u00a0]?)(?P<unit>%)")
"""The unit of a head, in brackets or as a sign: "Diện tích (ha)", "Tỷ lệ %"; not that of a number: "1,9 %"."""


def plans_in_turn(header: tuple[str, ...], width: int, cells: CellVocabulary) -> list[bool | None] | None:
    """Which columns are plans, where a line above names plans and results as often as there are columns, or only
    plans are named; else ``None``. In the list it stands for percentages.
    """
    told: list[bool | None] = []
    for line in reversed(header):
        here = [None if hit["percent"] else hit["plan"] is not None for hit in _turns(line, cells)]
        if len(here) == width > 1:
            return here
        told += here
    return [True] * width if told and all(told) else None


def _turns(line: str, cells: CellVocabulary) -> Iterator[regex.Match[str]]:
    folded = fold(line)
    label = cells.label.match(folded)
    return cells.plan_or_result.finditer(folded, 0 if label is None else label.end())


_COLUMN_NUMBER = regex.compile(r"\(?(?:\d{1,2}|\p{Lu})?\)?(?:\s*=.*)?")


def head_rows(header: tuple[str, ...], width: int) -> list[list[str]]:
    """The lines above that have a cell for each column, but for those that number columns; else one of several lines.

    Scrapers break a row where a cell has lines of its own: "Thôn | Số hộ |", then "Hộ nghèo | Tỷ lệ (%) |".
    """
    if width < 2:  # noqa: PLR2004 - one column has no row of heads
        return []
    marked = [at for at, line in enumerate(header) if CELL_END.search(line)]
    rows = [_head_cells(header[at], width) for at in marked]
    named = [row for row in rows if len(row) == width and not all(map(_COLUMN_NUMBER.fullmatch, row))]
    if named:
        return named
    for first in marked:
        for last in range(first + 2, len(header) + 1):
            row = _head_cells(" ".join(header[first:last]), width)
            if len(row) >= width:
                if len(row) == width and not all(map(_COLUMN_NUMBER.fullmatch, row)):
                    return [row]
                break
    return []


def _head_cells(line: str, width: int) -> list[str]:
    """The cells of a line; the last bar ends it, or parts it from an empty cell if there are one too few."""
    cells = [cell.strip() for cell in CELL_END.split(line)]
    return cells[:-1] if line.endswith("|") and len(cells) != width else cells


def column_names(table: Table, width: int, lexed: Lexed, cells: CellVocabulary) -> list[str]:
    """What stands over each column: cells of header rows, or lines, or what units part a run of lines into."""
    header = _above_sections(table.header)
    rows = head_rows(header, width)
    if rows:
        return [" ".join(filter(None, cells)) for cells in zip(*rows, strict=True)]
    for line in reversed(header):
        ends = [mark.end() for mark in IN_BRACKETS.finditer(line)]
        if len(ends) == width > 1:  # "Diện tích (Ha) Năng suất (Tạ/ha) Sản lượng (Tấn)"
            return [line[start:end] for start, end in zip((0, *ends), ends, strict=False)]
    spaced = _spaced_heads(header, width, cells)
    if spaced:
        return spaced
    runs: list[str] = []
    pending: list[str] = []
    for line in header:
        pending.append(line)
        if IN_BRACKETS.search(line):
            runs.append(" ".join(pending))
            pending = []
    if len(runs) == width:
        return runs
    lines = _head_lines(header, cells)[-width:]
    if len(lines) < width:
        return [""] * width
    large = _large_columns(table, width, lexed)
    # Cells of a head's first row that reach down to the rows are told before those below it, and stand over the last.
    turned = ([*lines[reach:], *lines[:reach]] for reach in range(min(_MOST_REACHING, width)))
    return next((names for names in turned if not _misfits(names, large, cells)), lines)


def are_certain(header: tuple[str, ...], width: int, cells: CellVocabulary) -> bool:
    """Whether names stand over their columns: in a row of cells, each with its unit, or right behind the labels' head.

    Else a head of two lines, or one over several columns, may have shifted those before it.
    """
    header = _above_sections(header)
    if head_rows(header, width) or _spaced_heads(header, width, cells):
        return True
    if sum(IN_BRACKETS.search(line) is not None for line in header) == width:
        return True
    lines = _head_lines(header, cells)
    return len(lines) > width and cells.names.match(fold(lines[-width - 1])) is not None


_HEAD_BEGINS = regex.compile(r" (?=\p{Lu}\p{Ll}|%)")


def _spaced_heads(header: Sequence[str], width: int, cells: CellVocabulary) -> list[str]:
    """The heads of all columns from one line without marks between them, if each begins with a capital.

    "TT Thôn Tổng số hộ Số hộ đạt Tỷ lệ %": the labels have one, and the numbers of rows may.
    """
    if width < 2 or not header:  # noqa: PLR2004 - one column has no row of heads
        return []
    line = header[-1]
    heads = _HEAD_BEGINS.split(line)
    if heads and cells.row_number.match(fold(heads[0])):
        del heads[0]
    joined: list[str] = []
    for head in heads:
        joined[-1:] = [f"{joined[-1]} {head}"] if joined and head == "%" else [*joined[-1:], head]
    return joined[1:] if len(joined) == width + 1 else []


def _head_lines(header: Iterable[str], cells: CellVocabulary) -> list[str]:
    """The lines of a header, one a head, without one over remarks: no row has a number there."""
    lines = list(_whole_lines(line for line in header if ":" not in line))
    while lines and cells.remarks.match(fold(lines[-1])):
        lines.pop()
    return lines


def _whole_lines(lines: Iterable[str]) -> Iterator[str]:
    """Lines, those that go on with the one before put behind it: "Thu được", "năm 2019", but not "lớp 6", "lớp 7"."""
    lines = tuple(lines)
    openings = ["", *(line.split(" ", 1)[0] for line in lines), ""]
    whole = ""
    for at, line in enumerate(lines, 1):
        if whole and line[:1].islower() and openings[at] not in (openings[at - 1], openings[at + 1]):
            whole = f"{whole} {line}"
            continue
        if whole:
            yield whole
        whole = line
    if whole:
        yield whole


_SECTION = regex.compile(r"[IVX]{1,4}(?:[.)/]?|\s*[.)/-]\s*\p{L}.*)")


def _above_sections(header: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a header before the numeral and the name of the first section: "I", "Kinh tế"."""
    first = next((at for at, line in enumerate(header) if at and _SECTION.fullmatch(line)), len(header))
    return header[:first]


_MOST_REACHING = 4
_NO_PERCENT = 1_000.0


def _large_columns(table: Table, width: int, lexed: Lexed) -> list[bool]:
    """Of which columns most values are too large for percentages."""
    large = []
    for back in range(width, 0, -1):
        cells = [row.cells[-back] for row in table.rows if len(row.cells) >= back]
        values = [lexed.quantities[index].value for index in cells if index is not None]
        large.append(2 * sum(value > _NO_PERCENT for value in values) > len(values))
    return large


def _misfits(names: Sequence[str], large: Sequence[bool], cells: CellVocabulary) -> bool:
    """Whether a head of percentages stands over large numbers."""
    return any(
        big and cells.percent.search(fold(name)) and not IN_BRACKETS.search(name)
        for name, big in zip(names, large, strict=True)
    )
