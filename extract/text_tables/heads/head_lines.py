"""Heads of columns in lines without marks between them: one a line, several in one, or parted by their units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.text import fold
from extract.text_tables.heads.column_numbers import column_numbers
from extract.text_tables.heads.flat_heads import over_pairs
from extract.text_tables.lines import HEAD_BEGINS, UNIT_OF_HEAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.model import Lexed
    from extract.text_tables.table import Table
    from extract.text_tables.vocabulary import CellVocabulary


def lined_heads(
    header: Sequence[str], table: Table, width: int, lexed: Lexed, cells: CellVocabulary
) -> tuple[list[str], bool]:
    """The heads of all columns from the lines above, and whether each certainly stands over its own column."""
    spaced = _spaced_heads(header, width, cells)
    lines = _head_lines(header, cells)
    wrapped = _wrapped(lines, width, cells)
    certain = (
        bool(spaced)
        or sum(UNIT_OF_HEAD.search(line) is not None for line in header) == width
        or wrapped
        or (len(lines) > width and cells.names.match(fold(lines[-width - 1])) is not None)
    )
    found = _by_units(header, width) or spaced or heads_with_units(header, width)
    if not found and wrapped:
        found = [HEAD_BEGINS.split(lines[-width])[-1], *lines[1 - width :]]
    return found or _by_lines(table, lines[-width:], width, lexed, cells), certain


def _by_units(header: Sequence[str], width: int) -> list[str]:
    """The heads of one line, which end with their units: "Diện tích (Ha) Năng suất (Tạ/ha) Sản lượng (Tấn)"."""
    for line in reversed(header):
        ends = [mark.end() for mark in UNIT_OF_HEAD.finditer(line)]
        if len(ends) == width > 1:
            return [line[start:end] for start, end in zip((0, *ends), ends, strict=False)]
    return []


def heads_with_units(header: Sequence[str], width: int) -> list[str]:
    """The heads of several lines, each of which ends with its unit: "Năm 2017", "(Người)", "Năm", "2018 (Người)"."""
    runs: list[str] = []
    pending: list[str] = []
    for line in header:
        pending.append(line)
        if UNIT_OF_HEAD.search(line):
            first = 0 if runs else max(at for at, part in enumerate(pending) if not at or part[:1].isupper())
            runs.append(" ".join(pending[first:]))  # above the first one stand the title and the head of the labels
            pending = []
    return runs if len(runs) == width else []


def _by_lines(table: Table, lines: list[str], width: int, lexed: Lexed, cells: CellVocabulary) -> list[str]:
    """The last lines, one a head.

    Cells of a head's first row that reach down to the rows are told before those below it, and stand over the last.
    """
    if len(lines) < width:
        return [""] * width
    large = _large_columns(table, width, lexed)
    turned = ([*lines[reach:], *lines[:reach]] for reach in range(min(_MOST_REACHING, width)))
    return next((names for names in turned if not _misfits(names, large, cells)), lines)


def _spaced_heads(header: Sequence[str], width: int, cells: CellVocabulary) -> list[str]:
    """The heads of all columns from one line without marks between them, if each begins with a capital.

    "TT Thôn Tổng số hộ Số hộ đạt Tỷ lệ %": the labels have one, and the numbers of rows may.
    """
    lines = [line for line in header if not _numbers_columns(line)]
    if width < _FEWEST_HEADS or not lines:
        return []
    heads = _parted(lines[-1], cells)
    if len(heads) == width + 1:
        return heads[1:]
    return (_over_pairs(_parted(lines[-2], cells), heads, width) if len(lines) > 1 else []) or _broken(
        lines, width, cells
    )


_FEWEST_HEADS = 2
_MOST_BROKEN = 4


def _broken(lines: Sequence[str], width: int, cells: CellVocabulary) -> list[str]:
    """The heads of all columns from a line that a scraper broke where a cell had lines of its own.

    "TT Nội dung Thực hiện năm 2011 Kế hoạch năm 2012 Thực hiện", "năm 2012", "% so KH".
    """
    for size in range(2, min(_MOST_BROKEN, len(lines)) + 1):
        first = HEAD_BEGINS.split(lines[-size])[0]
        if cells.row_number.match(fold(first.split(" ", 1)[0])) is None:
            continue
        heads = _parted(" ".join(lines[-size:]), cells)
        return heads[1:] if len(heads) == width + 1 else []
    return []


def _parted(line: str, cells: CellVocabulary) -> list[str]:
    """The heads of a line without marks between them; that of the row numbers left out."""
    heads = HEAD_BEGINS.split(line)
    if heads and cells.row_number.match(fold(heads[0])):
        del heads[0]
    joined: list[str] = []
    for head in heads:
        joined[-1:] = [f"{joined[-1]} {head}"] if joined and head == "%" else [*joined[-1:], head]
    return joined


def _over_pairs(upper: Sequence[str], lower: Sequence[str], width: int) -> list[str]:
    """The heads of two lines, where the lower says the same under each of the last of the upper.

    "Khu vực Tổng số hộ Hộ nghèo Hộ cận nghèo" over "Số hộ Tỷ lệ (%) Số hộ Tỷ lệ (%)". The head of the labels may have a
    line of its own.
    """
    ways = (way for ahead in (1, 0) for way in over_pairs([*upper[ahead:], *lower]))
    return next((way for way in ways if len(way) == width), [])


def _head_lines(header: Iterable[str], cells: CellVocabulary) -> list[str]:
    """The lines of a header, one a head, without one over remarks: no row has a number there."""
    lines = whole_heads([line for line in header if ":" not in line and not _numbers_columns(line)])
    while lines and cells.remarks.match(fold(lines[-1])):
        lines.pop()
    return lines


def _wrapped(lines: Sequence[str], width: int, cells: CellVocabulary) -> bool:
    """Whether the lines above are the heads of all columns, and the first of them begins with those of the labels.

    "TT Chi bộ Tổng số đảng viên", "Được đánh giá", "Hoàn thành tốt nhiệm vụ".
    """
    if not 1 < width <= len(lines):
        return False
    words = HEAD_BEGINS.split(lines[-width])
    return len(words) > _FEWEST_HEADS and cells.row_number.match(fold(words[0])) is not None


def _numbers_columns(line: str) -> bool:
    """Whether a line only numbers columns: "A B 1 2 3", "1 2 3=2/1"."""
    return 0 < column_numbers(cells := line.split(" ")) == len(cells)


def whole_heads(lines: Sequence[str]) -> list[str]:
    """Lines, those that go on with the one before put behind it: "Thu được", "năm 2019", but not "lớp 6", "lớp 7"."""
    firsts = ["", *(line.split(" ", 1)[0] for line in lines), ""]
    heads: list[str] = []
    for at, line in enumerate(lines, 1):
        goes_on = line[:1].islower() and firsts[at] not in {firsts[at - 1], firsts[at + 1]}
        if heads and (goes_on or (line.startswith("(") and line != "(%)")):
            heads[-1] = f"{heads[-1]} {line}"
        else:
            heads.append(line)
    return heads


_MOST_REACHING = 4
_NO_PERCENT = 1_000.0


def _large_columns(table: Table, width: int, lexed: Lexed) -> list[bool]:
    """Of which columns most values are too large for percentages."""
    columns = (table.values(back, lexed) for back in range(width, 0, -1))
    return [2 * sum(value > _NO_PERCENT for value in values) > len(values) for values in columns]


def _misfits(names: Sequence[str], large: Sequence[bool], cells: CellVocabulary) -> bool:
    """Whether a head of percentages stands over large numbers."""
    return any(
        big and cells.percent.search(fold(name)) and not UNIT_OF_HEAD.search(name)
        for name, big in zip(names, large, strict=True)
    )
