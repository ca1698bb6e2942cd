"""Plans in tables whose cells have units of their own: "KH 2013", "Thực hiện", below "661 tỷ đồng", "645 tỷ đồng".

Bare numbers take unit and role from their column (``extract.text_tables.cells``); these need the role alone. Cells are
parted by bars and tabs, or stand one a line; then a row counts only if the cells behind its label fill all columns that
the head names, in one kind of unit: a cell that is missing would shift the others.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

import regex

from extract.text import fold
from extract.text_tables.lines import CELL_END

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from extract.model import Lexed, Quantity
    from extract.text_tables.cells import CellVocabulary

_DIGIT = regex.compile(r"\d")
_LONGEST_CELL = 60
_LONGEST_ROW = 300
_LONGEST_LABEL = 160
_LABELS_BETWEEN = 6
"""So many lines without cells end a table of one cell a line."""


def settle_plan_columns(text: str, lexed: Lexed, cells: CellVocabulary) -> Lexed:
    r"""The same numbers, with role ``plan`` where they stand in a column of plans beside one of results.

    >>> from extract.lex import LexVocabulary, lex
    >>> from extract.text_tables.cells import CellVocabulary
    >>> from extract.rulefiles import load
    >>> text = "Kế hoạch\nThực hiện\nThu phí\n6 tỷ đồng\n5 tỷ đồng"
    >>> words, cells = LexVocabulary.load(load()), CellVocabulary.load(load())
    >>> [quantity.role for quantity in settle_plan_columns(text, lex(text, words), cells).quantities]
    ['plan', 'value']
    """
    lines = list(_lines(text, lexed))
    plans = {*_in_bars(lines, text, lexed, cells), *_one_a_line(lines, text, lexed, cells)}
    if not plans:
        return lexed
    quantities = [
        quantity._replace(role="plan") if index in plans and quantity.role == "value" else quantity
        for index, quantity in enumerate(lexed.quantities)
    ]
    return lexed._replace(quantities=tuple(quantities))


_Line = tuple[int, int, range]
"""Start and end of a line that is not blank, and its quantities."""


def _lines(text: str, lexed: Lexed) -> Iterator[_Line]:
    start = at = 0
    for piece in text.split("\n"):
        end, first = start + len(piece), at
        while at < len(lexed.quantities) and lexed.quantities[at].start < end:
            at += 1
        if not piece.isspace() and piece:
            yield start, end, range(first, at)
        start = end + 1


def _is_plan(name: str, cells: CellVocabulary) -> bool | None:
    """Whether a head names a column of plans, or one of results; ``None`` for any other, percentages among them."""
    folded = fold(name)
    label = cells.label.match(folded)
    opens = 0 if label is None or _DIGIT.search(folded) else label.end()  # "Chỉ tiêu năm 2023" names plans
    hit = cells.plan_or_result.search(folded, opens)
    if hit is None or hit["percent"] or (hit["plan"] is None and cells.percent.search(folded, hit.end())):
        return None
    return hit["plan"] is not None


def _in_bars(lines: Sequence[_Line], text: str, lexed: Lexed, cells: CellVocabulary) -> Iterator[int]:
    head: list[bool | None] = []
    for start, end, inside in lines:
        if end - start > _LONGEST_ROW or not CELL_END.search(text, start, end):
            head = []
            continue
        row = CELL_END.split(text[start:end].removesuffix("|"))
        if not inside:
            names = [_is_plan(cell, cells) for cell in row]
            head = names if True in names and False in names else head
            continue
        place = start
        found: dict[bool, list[int]] = {True: [], False: []}
        for told, cell in zip_longest(head, row) if len(row) == len(head) else ():
            first = next((index for index in inside if place <= lexed.quantities[index].start), None)
            opens = first is not None and _opens(lexed.quantities[first], text, place, place + len(cell))
            if told is not None and first is not None and opens:
                found[told].append(first)
            place += len(cell) + 1
        kinds = {lexed.quantities[index].kind for index in found[False]}
        yield from (index for index in found[True] if not _is_share(lexed.quantities[index], kinds))


def _one_a_line(lines: Sequence[_Line], text: str, lexed: Lexed, cells: CellVocabulary) -> Iterator[int]:
    naming: list[bool] = []
    head: list[bool] = []
    row: list[int] = []
    labels = 0
    for start, end, inside in lines:
        if end - start > _LONGEST_LABEL:
            naming, head, row = [], [], []
            continue
        if inside and end - start <= _LONGEST_CELL and _opens(lexed.quantities[inside[0]], text, start, end):
            row.append(inside[0])
            if head and len(row) == len(head) and len({lexed.quantities[index].kind for index in row}) == 1:
                yield from (index for index, told in zip(row, head, strict=True) if told)
            labels = 0
            continue
        row = []
        labels += 1
        told = None if inside or end - start > _LONGEST_CELL else _is_plan(text[start:end], cells)
        naming = [] if told is None else [*naming, told]
        if True in naming and False in naming:
            head, labels = naming, 0
        elif labels > _LABELS_BETWEEN:
            head = []


def _is_share(quantity: Quantity, results: Collection[str]) -> bool:
    """Whether a percentage beside results in another unit is that of their plan: "3 tỷ đồng", "Dự toán (%)"."""
    return quantity.kind == "percent" and bool(results) and "percent" not in results


def _opens(quantity: Quantity, text: str, start: int, end: int) -> bool:
    """Whether a stretch of text begins with a quantity that has a unit."""
    return quantity.kind != "number" and quantity.start < end and not text[start : quantity.start].strip(" :+-–•*")
