"""Which columns of a table are plans, by what stands above their heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from extract.text_tables.heads.table_heads import Heads
    from extract.text_tables.table import Table
    from extract.text_tables.vocabulary import CellVocabulary


def plans_in_turn(header: tuple[str, ...], width: int, cells: CellVocabulary) -> list[bool | None] | None:
    """Which columns are plans, where a line above names plans and results as often as there are columns, or only
    plans are named; else ``None``. In the list it stands for percentages.

    "Bảng 3: Chỉ tiêu thương mại" over years alone names no plans: what the rows tell are indicators.
    """
    told: list[bool | None] = []
    indicators, of_title = True, False
    for line in reversed(header):
        if of_title and cells.plan_title.search(fold(line)) is None:
            continue  # "Bảng 2: Chỉ tiêu kinh tế" over "Chỉ tiêu Đơn vị tính 2020 2021"
        hits = list(_turns(line, cells))
        here = [None if hit["percent"] else hit["plan"] is not None for hit in hits]
        if len(here) == width > 1:
            return here
        told += here
        indicators = indicators and all(cells.label.fullmatch(hit[0]) is not None for hit in hits)
        of_title = of_title or cells.label.match(fold(line)) is not None
    if indicators and sum(cells.years.alone.fullmatch(line.strip()) is not None for line in header) > 1:
        return None
    return [True] * width if told and all(told) else None


_TITLES = 2
"""The nearest lines above the heads, that of the unit among them."""


def plans_by_title(heads: Heads, table: Table, cells: CellVocabulary) -> list[bool | None] | None:
    """All columns as plans, where the title says so and no head tells plans from results; else ``None``.

    "Bảng 2: Dự toán chi giao cho các ngành" over "Năm 2021 | Năm 2022".
    """
    titles = heads.titles(table)[-_TITLES:]
    if not any(cells.plan_title.search(fold(line)) for line in titles):
        return None
    all_plans = all(hit["plan"] for line in titles for hit in _turns(line, cells))
    named = any(True for name in heads.names for _ in _turns(name, cells))
    return [True] * len(heads.names) if all_plans and not named else None


def _turns(line: str, cells: CellVocabulary) -> Iterator[regex.Match[str]]:
    folded = fold(line)
    label = cells.label.match(folded)
    return cells.plan_or_result.finditer(folded, 0 if label is None else label.end())
