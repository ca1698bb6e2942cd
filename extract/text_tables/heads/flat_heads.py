"""Heads over several columns, where nothing but their words tells them from those below: all stand in a row or a list.

"Tổng số hộ", "Hộ nghèo", "Hộ cận nghèo", then "Số hộ", "Tỷ lệ (%)", "Số hộ", "Tỷ lệ (%)"; "Kết quả đạt được", then "Năm
2014", "Năm 2015". What stands below them must tell which way is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.text import fold
from extract.text_tables.lines import UNIT_OF_HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.text_tables.vocabulary import CellVocabulary

_FEWEST_PAIRS = 2


def single_heads(names: Sequence[str], cells: CellVocabulary) -> Iterator[list[str]]:
    """Ways to tell the heads of single columns from those over several, the likelier first."""
    told: list[list[str]] = []
    for way in ([*names], _below_over(names, cells), *over_pairs(names), _below_years(names, cells)):
        if way and way not in told:
            told.append(way)
            yield way


def over_pairs(names: Sequence[str]) -> Iterator[list[str]]:
    """The heads of all columns, where the last ones say the same under each of some above them.

    >>> list(over_pairs(["Số hộ", "Hộ nghèo", "Hộ cận nghèo", "SL", "%", "SL", "%"]))
    [['Số hộ', 'Hộ nghèo SL', 'Hộ nghèo %', 'Hộ cận nghèo SL', 'Hộ cận nghèo %']]
    """
    for each in range(len(names) // _FEWEST_PAIRS, 1, -1):
        pattern, times = names[-each:], 1
        while names[-each * (times + 1) : -each * times] == pattern:
            times += 1
        upper = names[: -each * times]
        if times >= _FEWEST_PAIRS and len(upper) >= times:
            alone, above = upper[:-times], upper[-times:]
            yield [*alone, *(f"{head} {part}" for head in above for part in pattern)]


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


def _below_years(names: Sequence[str], cells: CellVocabulary) -> list[str]:
    """The heads without one that stands right before a run of years: "Kết quả đạt được", "Năm 2014", "Năm 2015"."""
    years = [cells.years.alone.fullmatch(name) is not None for name in names]
    over = [at for at in range(len(names) - 2) if years[at : at + 3] == [False, True, True]]
    return [name for at, name in enumerate(names) if at not in over] if over else []
