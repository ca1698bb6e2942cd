"""The columns of a table with one cell a line: how many there are by its rows, and which heads stand over them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.text_tables.layouts.headed_rows import HeadedRow
    from extract.text_tables.layouts.stacked_lines import StackedLines
    from extract.text_tables.vocabulary import CellVocabulary

_FEWEST_ROWS = 2


class StackedColumns(NamedTuple):
    """The columns behind the labels and the units."""

    width: int
    """How many they are; none if rows are too different to tell."""
    names: tuple[str, ...] | None
    """The head over each; ``None`` where heads stand over several columns, or are broken."""
    figures: tuple[int, ...]
    """Those that hold figures, none of remarks or words."""
    amounts: tuple[int, ...]
    """... that are no percentages."""


def columns_told(
    names: Sequence[str], runs: Sequence[HeadedRow], lines: StackedLines, cells: CellVocabulary
) -> StackedColumns | None:
    """The columns under ``names``, if most rows have a cell for each, perhaps with a remark behind them."""
    rows = _with_values(runs, lines)
    beyond = [*names, ""] if 2 * sum(_ends_in_words(row, len(names), lines) for row in rows) > len(rows) else []
    for told in (beyond, names):
        remarks = [not name or cells.remarks.match(fold(name)) is not None for name in told]
        if told and 2 * sum(_fits(row, remarks, lines) for row in rows) > len(rows):
            figures = _with_figures(rows, len(told), lines)
            figures = [at for at in figures if not remarks[at]]
            amounts = [at for at in figures if cells.percent.search(fold(told[at])) is None]
            return StackedColumns(len(told), tuple(told), tuple(figures), tuple(amounts))
    return None


def columns_without_heads(runs: Sequence[HeadedRow], lines: StackedLines) -> StackedColumns:
    """As many columns as most rows have cells, where no way to tell the heads fits."""
    rows = _with_values(runs, lines)
    usual, often = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
    if often < _FEWEST_ROWS or 2 * often <= len(rows):
        return StackedColumns(0, None, (), ())
    return StackedColumns(usual, None, tuple(_with_figures(rows, usual, lines)), ())


def _with_values(runs: Sequence[HeadedRow], lines: StackedLines) -> list[tuple[int, ...]]:
    return [run.cells for run in runs if not run.parts and any(lines.value(at) is not None for at in run.cells)]


def without_remarks(row: Sequence[int], lines: StackedLines) -> Sequence[int]:
    """The cells of a row, but for words at its end."""
    size = len(row)
    while size and lines.kind(row[size - 1]) == "words":
        size -= 1
    return row[:size]


def _ends_in_words(row: Sequence[int], columns: int, lines: StackedLines) -> bool:
    """Whether a row has a remark behind a cell for each head."""
    return len(row) == columns + 1 and lines.kind(row[-1]) == "words"


def _fits(row: Sequence[int], remarks: Sequence[bool], lines: StackedLines) -> bool:
    """Whether a row has a cell for each head, or for all but the last ones, which are over remarks."""
    fewest = len(remarks)
    while fewest and remarks[fewest - 1]:
        fewest -= 1
    return fewest <= len(row) <= len(remarks) or len(without_remarks(row, lines)) == fewest


def _with_figures(rows: Sequence[Sequence[int]], width: int, lines: StackedLines) -> list[int]:
    """The columns in which rows with all cells hold numbers, or nothing, rather than words."""
    full = [row for row in rows if len(row) == width]
    told = [[lines.kind(at) for at in column] for column in zip(*full, strict=True)]
    told = told or [["none"]] * width
    return [at for at, kinds in enumerate(told) if kinds.count("words") <= kinds.count("value")]
