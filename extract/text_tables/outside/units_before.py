"""Units that stand before their numbers outside of tables: "Diện tích tự nhiên ha 45120.50", "Đàn lợn (con): 4.250"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.text import fold
from extract.text_tables.measures import PERCENT, Measure, measure_of, unit_behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.lex.vocabulary import LexVocabulary
    from extract.model import Lexed
    from extract.text_tables.lines import Line

_MEASURED = frozenset({"percent", "area", "length", "mass", "volume", "yield"})
_LONGEST = 100
_IN_BRACKETS = regex.compile(r"(?r)\((?P<unit>[^()\d\n]{1,20})\) ?:? ?")
_NEAR = 3
"""A colon and spaces may stand between a bracket and the number."""


def units_before(lines: Sequence[Line], text: str, lexed: Lexed, words: LexVocabulary) -> Iterator[tuple[int, Measure]]:
    """The bare numbers, by their index, whose units stand before them, and these."""
    for line in lines:
        if line.numbers:
            yield from _of_line(line, text, lexed, words)


def _of_line(line: Line, text: str, lexed: Lexed, words: LexVocabulary) -> Iterator[tuple[int, Measure]]:
    if len(line.numbers) == 1:
        measure = _at_the_end(line, text, lexed, words)
        if measure is not None:
            yield line.numbers[0], measure
            return
    for index in line.numbers:
        start = lexed.quantities[index].start
        if ")" in text[max(line.start, start - _NEAR) : start]:
            measure = _in_brackets(text, line.start, start, words)
            if measure is not None:
                yield index, measure


def _at_the_end(line: Line, text: str, lexed: Lexed, words: LexVocabulary) -> Measure | None:
    """What the only number of a line is in, if the line ends with it and the label with a unit."""
    quantity = lexed.quantities[line.numbers[0]]
    label = text[line.start : quantity.start].rstrip()
    if line.end - line.start > _LONGEST or text[quantity.end : line.end].strip() or any(map(str.isdigit, label)):
        return None
    measure = unit_behind(label, words) or (PERCENT if label.endswith(" %") else None)
    return None if measure is None or measure.kind not in _MEASURED else measure


def _in_brackets(text: str, line: int, start: int, words: LexVocabulary) -> Measure | None:
    """The unit in brackets right before a number: "Năng suất (tạ/ha): 61,5"; a count only if it is nothing else."""
    found = _IN_BRACKETS.match(text, line, start)
    if found is None:
        return None
    unit = fold(found["unit"].strip())
    measure = measure_of(unit, words)
    known = words.amounts.units.spellings
    return None if measure is None or (measure.kind == "count" and unit not in known) else measure
