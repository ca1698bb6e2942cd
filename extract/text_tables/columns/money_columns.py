"""Columns of money whose head names no unit: full thousands are đồng, or the text tells one of the amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.codes import DONG
from extract.lex.numbers import in_full_thousands
from extract.text_tables.measures import Measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.lex.vocabulary import LexVocabulary
    from extract.model import Lexed, Quantity
    from extract.text_tables.vocabulary import CellVocabulary

LEAST_IN_CELL, _LEAST_IN_FULL = 1_000, 50_000
_MOST_HEAD_WORDS = 4


def money_told(
    folded: str, values: Sequence[float], lexed: Lexed, words: LexVocabulary, cells: CellVocabulary
) -> Measure | None:
    """Đồng for full thousands under a word of money, though no head names them: "Số tiền", "Thành tiền".

    Under words that sums in millions have as well ("Quỹ hỗ trợ", "Đóng góp"), none of them is small; else the text may
    tell an amount of the column with its unit.
    """
    head = folded.split()
    phrases = (" ".join(head[:size]) for size in range(1, min(_MOST_HEAD_WORDS, len(head)) + 1))
    sure = any((lead := words.leads.phrases.get(phrase)) is not None and lead.kind == "money" for phrase in phrases)
    if not sure and cells.sum.search(folded) is None:
        return None
    least = LEAST_IN_CELL if sure else _LEAST_IN_FULL
    full = all(in_full_thousands(value, least) for value in values)
    return Measure("money", 1, DONG) if full else _by_text(values, lexed)


_IN_FULL = regex.compile(r"\d{1,3}(?:[.,]\d{3}){1,4}")
_LEAST_BARE = 1_000_000


def money_beside(column: Sequence[Quantity], text: str) -> Measure | None:
    """Đồng for sums in full in a column no fewer of whose cells have it: "71.737.000.000" below "15.013.125.000đ"."""
    bare = [cell for cell in column if cell.kind == "number"]
    if not bare or 2 * len(bare) > len(column) or not all(in_full_thousands(cell.value, _LEAST_BARE) for cell in bare):
        return None
    money = all(cell.kind in {"number", "money"} for cell in column)
    in_full = money and all(_IN_FULL.match(text, cell.start, cell.end) for cell in column)
    return Measure("money", 1, DONG) if in_full else None


_FACTORS = (1_000_000, 1_000, 1_000_000_000, 1)
_TELLING = 3
"""A sum with so many digits agrees with no amount of the text by chance."""


def _by_text(values: Sequence[float], lexed: Lexed) -> Measure | None:
    """What a column of money is in whose sum, first or last number the text tells: "tổng dư nợ 80.760 triệu đồng"."""
    told = {quantity.value for quantity in lexed.quantities if quantity.kind == "money"}
    for total in (values[-1], values[0], sum(values)):
        if len(f"{total:.2f}".replace(".", "").strip("0")) < _TELLING:
            continue
        for factor in _FACTORS:
            if round(total * factor) in told:
                return Measure("money", factor, DONG)
    return None
