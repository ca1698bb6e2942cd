"""Sums in full whose đồng is left out, a line each: "Tổng thu: 48.600.000", "- Phụ huynh ủng hộ: 30.000.000"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.lex.measures import Measure
from extract.lex.numbers import in_full_thousands
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.lex.cells import CellVocabulary
    from extract.lex.lines import Line
    from extract.model import Lexed

_IN_FULL = regex.compile(r"[:=] ?\d{1,3}(?:[.,]\d{3}){1,3}[\s.;,]*")
"""From a label to the end of its line."""
_LEAST = 100_000
_LONGEST_LABEL = 80


def sums_in_full(
    lines: Sequence[Line], text: str, lexed: Lexed, cells: CellVocabulary
) -> Iterator[tuple[int, Measure]]:
    """The numbers of lines that tell a sum in full; where a label says that it is money, so are those around it."""
    run: list[int] = []
    is_money = False
    for line in (*lines, None):
        index = None if line is None else _sum(line, text, lexed)
        if line is not None and index is not None:
            run.append(index)
            label = fold(text[line.start : lexed.quantities[index].start])
            is_money = is_money or cells.sum.search(label) is not None
            continue
        if is_money:
            yield from ((index, Measure("money", 1, "đồng")) for index in run)
        run, is_money = [], False


def _sum(line: Line, text: str, lexed: Lexed) -> int | None:
    """The one number of a line, if it stands behind a colon at its end and may be a sum in full."""
    if len(line.numbers) != 1:
        return None
    quantity = lexed.quantities[line.numbers[0]]
    colon = text.rfind(":", line.start, quantity.start)
    label = max(colon, text.rfind("=", line.start, quantity.start))
    if label < 0 or label - line.start > _LONGEST_LABEL or not _IN_FULL.fullmatch(text, label, line.end):
        return None
    return line.numbers[0] if in_full_thousands(quantity.value, _LEAST) else None
