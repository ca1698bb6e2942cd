"""The columns of a table with one cell a line: how many there are by its rows, and which heads stand over them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from extract.text import fold
from extract.text_tables.lines import UNIT_OF_HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.text_tables.cells import CellVocabulary
    from extract.text_tables.stacked_heads import StackedHead
    from extract.text_tables.stacked_lines import StackedLines
    from extract.text_tables.stacked_runs import StackedRun

_FEWEST_ROWS = 2
_FEWEST_PAIRS = 2


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


def heads_told(head: StackedHead, cells: CellVocabulary) -> Iterator[Sequence[str]]:
    """Ways to tell the heads of single columns from those over several, the likelier first; the rows must fit."""
    names = [name for place, name in enumerate(head.names) if place != head.unit]
    told: list[Sequence[str]] = []
    for ways in (names, _below_over(names, cells), _over_pairs(names), _over_years(names, cells)):
        if ways and ways not in told:
            told.append(ways)
    return iter(told)


def columns_told(
    names: Sequence[str], runs: Sequence[StackedRun], lines: StackedLines, cells: CellVocabulary
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


def columns_without_heads(runs: Sequence[StackedRun], lines: StackedLines) -> StackedColumns:
    """As many columns as most rows have cells, where no way to tell the heads fits."""
    rows = _with_values(runs, lines)
    usual, often = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
    if often < _FEWEST_ROWS or 2 * often <= len(rows):
        return StackedColumns(0, None, (), ())
    return StackedColumns(usual, None, tuple(_with_figures(rows, usual, lines)), ())


def _with_values(runs: Sequence[StackedRun], lines: StackedLines) -> list[tuple[int, ...]]:
    return [run.cells for run in runs if not run.parts and any(lines.value(at) is not None for at in run.cells)]


def _over_years(names: Sequence[str], cells: CellVocabulary) -> list[str]:
    """The heads without one that stands right before a run of years: "Kết quả đạt được", "Năm 2014", "Năm 2015"."""
    years = [cells.years.alone.fullmatch(name) is not None for name in names]
    over = [at for at in range(len(names) - 2) if years[at : at + 3] == [False, True, True]]
    return [name for at, name in enumerate(names) if at not in over] if over else []


def _below_over(names: Sequence[str], cells: CellVocabulary) -> list[str]:
    """The heads without those over others; behind one that tells a unit these are parts of it.

    "Kinh phí (triệu đồng)", "Trong đó", "Nhà nước", "Nhân dân".
    """
    lower: list[str] = []
    whole = ""
    for name in names:
        if cells.over.fullmatch(fold(name)):
            whole = f"{lower[-1]} " if lower and UNIT_OF_HEAD.search(lower[-1]) else ""
        elif UNIT_OF_HEAD.search(name) or cells.remarks.match(fold(name)):
            lower.append(name)
        else:
            lower.append(f"{whole}{name}")
    return lower


def _over_pairs(names: Sequence[str]) -> list[str]:
    """The heads of all columns, where the last ones say the same under each of some above them.

    "Tổng số hộ", "Hộ nghèo", "Hộ cận nghèo", then "Số hộ", "Tỷ lệ (%)", "Số hộ", "Tỷ lệ (%)".
    """
    for each in range(len(names) // _FEWEST_PAIRS, 1, -1):
        pattern, times = names[-each:], 1
        while list(names[-each * (times + 1) : -each * times]) == list(pattern):
            times += 1
        upper = names[: -each * times]
        if times >= _FEWEST_PAIRS and len(upper) >= times:
            alone, above = upper[:-times], upper[-times:]
            return [*alone, *(f"{head} {part}" for head in above for part in pattern)]
    return []


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
