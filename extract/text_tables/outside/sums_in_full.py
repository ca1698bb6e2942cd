"""Sums in full whose đồng is left out, a line each: "Tổng thu: 48.600.000", "- Phụ huynh ủng hộ: 30.000.000".

So are those beside lines that have theirs: "Lúa: 15.000.000.000đ. Chiếm 30%", "Heo: 35.000.000.000. Chiếm 70%".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.codes import DONG
from extract.lex.numbers import in_full_thousands
from extract.text import fold
from extract.text_tables.measures import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.model import Lexed
    from extract.text_tables.lines import Line
    from extract.text_tables.vocabulary import CellVocabulary

_SHARE = r"(?:[\s.;,(]+\p{L}+ \d[\d.,]*+ ?%)?[\s.;,)]*"
_IN_FULL = regex.compile(rf"[:=]\s*+\d{{1,3}}(?:[.,]\d{{3}}){{1,3}}{_SHARE}")
"""From a label to the end of its line, with the share that it is of all."""
_LEAST = 100_000
_LONGEST_LABEL = 80


def sums_in_full(
    lines: Sequence[Line], text: str, lexed: Lexed, cells: CellVocabulary
) -> Iterator[tuple[int, Measure]]:
    """The numbers of lines that tell a sum in full; where a label says that it is money, so are those around it.

    Or where more lines around have their đồng.
    """
    run: list[int] = []
    is_money, beside = False, 0
    for line in (*lines, None):
        index = None if line is None else _sum(line, text, lexed)
        if line is not None and index is not None:
            run.append(index)
            label = fold(text[line.start : lexed.quantities[index].start])
            is_money = is_money or cells.sum.search(label) is not None
            continue
        if line is not None and _is_money(line, text, lexed):
            beside += 1
            continue
        if is_money or beside > max(len(run), 1):
            yield from ((index, Measure("money", 1, DONG)) for index in run)
        run, is_money, beside = [], False, 0


def _is_money(line: Line, text: str, lexed: Lexed) -> bool:
    """Whether a line tells a sum in full with its đồng behind a colon."""
    if line.numbers or not line.quantities:
        return False
    first = lexed.quantities[line.quantities[-2:][0]]
    if first.kind != "money" or not in_full_thousands(first.value, _LEAST):
        return False
    label = text[line.start : first.start].rstrip()
    return label.endswith((":", "=")) and len(label) <= _LONGEST_LABEL


def _sum(line: Line, text: str, lexed: Lexed) -> int | None:
    """The one bare number of a line, if it stands behind a colon and may be a sum in full; a share may follow."""
    if len(line.numbers) != 1:
        return None
    quantity = lexed.quantities[line.numbers[0]]
    colon = text.rfind(":", line.start, quantity.start)
    label = max(colon, text.rfind("=", line.start, quantity.start))
    if label < 0 or label - line.start > _LONGEST_LABEL or not _IN_FULL.fullmatch(text, label, line.end):
        return None
    return line.numbers[0] if in_full_thousands(quantity.value, _LEAST) else None
