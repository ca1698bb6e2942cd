"""Sums in full whose đồng is left out in lists of who gave what: "2. Bà Hoa 3.000.000" below "1. Ông An: 500.000đ"."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.codes import DONG
from extract.lex.numbers import LEAST_SUM, in_full_thousands
from extract.text import fold
from extract.text_tables.measures import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.model import Lexed
    from extract.text_tables.lines import Line
    from extract.text_tables.vocabulary import CellVocabulary

_AT_THE_END = regex.compile(r"[\s.;,đ]*")
_IN_FULL = regex.compile(r"\d{1,3}(?:[.,]\d{3}){1,3}")
_LONGEST = 120


class _Gift(NamedTuple):
    """A line that begins with who gave something and ends with a number: ``number`` if that is bare, else money."""

    number: int | None


def gifts_in_full(
    lines: Sequence[Line], text: str, lexed: Lexed, cells: CellVocabulary
) -> Iterator[tuple[int, Measure]]:
    """The bare numbers of lines of givers, where others of the list end with money or the line above tells of sums."""
    gifts = {at: gift for at, line in enumerate(lines) if (gift := _gift(line, text, lexed, cells)) is not None}
    if all(gift.number is None for gift in gifts.values()):
        return
    for _, group in groupby(enumerate(gifts), key=lambda one: one[1] - one[0]):
        places = [at for _, at in group]
        above = lines[places[0] - 1] if places[0] else None
        told = above is not None and _tells_sums(above, cells)
        if told or any(gifts[at].number is None for at in places):
            numbers = (gifts[at].number for at in places)
            yield from ((number, Measure("money", 1, DONG)) for number in numbers if number is not None)


def _gift(line: Line, text: str, lexed: Lexed, cells: CellVocabulary) -> _Gift | None:
    if line.end - line.start > _LONGEST or not line.quantities or not cells.giver.match(fold(line.content)):
        return None
    last = line.quantities[-1]
    quantity = lexed.quantities[last]
    if not _AT_THE_END.fullmatch(text, quantity.end, line.end):
        return None
    if quantity.kind == "money":
        return _Gift(None)
    in_full = _IN_FULL.fullmatch(text, quantity.start, quantity.end) is not None
    full = in_full and in_full_thousands(quantity.value, LEAST_SUM)
    return _Gift(last) if full and line.numbers == (last,) else None


def _tells_sums(line: Line, cells: CellVocabulary) -> bool:
    """Whether a line that heads a list has a word of sums: "Danh sách ủng hộ quỹ khuyến học:"."""
    short = not line.quantities and line.end - line.start <= _LONGEST
    return short and cells.sum.search(fold(line.content)) is not None
