"""Plans in tables of one cell a line with its unit: "KH 2013", "Thực hiện", then "661 tỷ đồng", "645 tỷ đồng".

No head of labels or units need stand above. A row counts only if the cells behind its label fill all columns that the
head names, in one kind of unit: a cell that is missing would shift the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.model import Lexed
    from extract.text_tables.lines import Line
    from extract.text_tables.vocabulary import CellVocabulary

_DIGIT = regex.compile(r"\d")
_LONGEST_CELL = 60
_LONGEST_LABEL = 160
_LABELS_BETWEEN = 6
"""So many lines without cells end a table of one cell a line."""


def plan_cells(lines: Sequence[Line], lexed: Lexed, cells: CellVocabulary) -> Iterator[int]:
    r"""The cells in columns of plans beside those of results, by their index in ``Lexed.quantities``.

    >>> from extract.lex import LexVocabulary, lex
    >>> from extract.text_tables.vocabulary import CellVocabulary
    >>> from extract.text_tables.lines import lines_of
    >>> from extract.rulefiles import load
    >>> text = "Kế hoạch\nThực hiện\nThu phí\n6 tỷ đồng\n5 tỷ đồng"
    >>> lexed = lex(text, LexVocabulary.load(load()))
    >>> list(plan_cells(lines_of(text, lexed), lexed, CellVocabulary.load(load())))
    [0]
    """
    naming: list[bool] = []
    head: list[bool] = []
    row: list[int] = []
    labels = 0
    for line in lines:
        size = len(line.content)
        if size > _LONGEST_LABEL:
            naming, head, row = [], [], []
            continue
        if size <= _LONGEST_CELL and _opens(line, lexed):
            row.append(line.quantities[0])
            if head and len(row) == len(head) and len({lexed.quantities[index].kind for index in row}) == 1:
                yield from (index for index, told in zip(row, head, strict=True) if told)
            labels = 0
            continue
        row = []
        labels += 1
        told = None if line.quantities or size > _LONGEST_CELL else _is_plan(line.content, cells)
        naming = [] if told is None else [*naming, told]
        if True in naming and False in naming:
            head, labels = naming, 0
        elif labels > _LABELS_BETWEEN:
            head = []


def _is_plan(name: str, cells: CellVocabulary) -> bool | None:
    """Whether a head names a column of plans, or one of results; ``None`` for any other, percentages among them."""
    folded = fold(name)
    label = cells.label.match(folded)
    opens = 0 if label is None or _DIGIT.search(folded) else label.end()  # "Chỉ tiêu năm 2023" names plans
    hit = cells.plan_or_result.search(folded, opens)
    if hit is None or hit["percent"] or (hit["plan"] is None and cells.percent.search(folded, hit.end())):
        return None
    return hit["plan"] is not None


def _opens(line: Line, lexed: Lexed) -> bool:
    """Whether a line begins with a quantity that has a unit."""
    if not line.quantities:
        return False
    quantity = lexed.quantities[line.quantities[0]]
    return quantity.kind != "number" and not line.content[: quantity.start - line.start].strip(" :+-–•*")
