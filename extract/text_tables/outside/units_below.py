"""Units on the line below their number: "Hộ nghèo:", "108", "hộ,", "207", "khẩu." of a list that was laid out in cells.

A line of one bare number above one of nothing but a unit says little; three such pairs close to each other do, if the
numbers do not count on, as those of rows above their names do ("1", "Xã", "2", "Phường").
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from extract.text import fold
from extract.text_tables.measures import Measure, measure_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.lex.vocabulary import LexVocabulary
    from extract.model import Lexed
    from extract.text_tables.lines import Line


class _Pair(NamedTuple):
    at: int
    """The line of the number."""
    number: int
    measure: Measure


_FEWEST = 3
_LINES = 2
_NEAR = 8
"""So many lines may stand between two pairs."""
_LONGEST_UNIT = 20


def units_below(lines: Sequence[Line], lexed: Lexed, words: LexVocabulary) -> Iterator[tuple[int, Measure]]:
    """The bare numbers, by their index, whose units stand on the line below, and these."""
    group: list[_Pair] = []
    for at, line in enumerate(lines[:-1]):
        if len(line.numbers) != 1 or not line.whole:
            continue
        measure = _unit_of(lines[at + 1].content, words)
        if measure is None:
            continue
        if group and at - group[-1].at > _NEAR:
            yield from _told(group, lines, lexed)
            group = []
        group.append(_Pair(at, line.numbers[0], measure))
    yield from _told(group, lines, lexed)


def _unit_of(content: str, words: LexVocabulary) -> Measure | None:
    """What a line is that holds a unit alone, with the mark that ends it."""
    unit = fold(content.strip().rstrip(".,;"))
    if not unit or len(unit) > _LONGEST_UNIT or content[:1].isupper():
        return None
    measure = measure_of(unit, words)
    known = unit in words.amounts.units.spellings or (measure is not None and measure.kind == "money")
    return measure if known else None


def _told(group: Sequence[_Pair], lines: Sequence[Line], lexed: Lexed) -> Iterator[tuple[int, Measure]]:
    values = [lexed.quantities[pair.number].value for pair in group]
    if len(group) < _FEWEST or values == [values[0] + place for place in range(len(values))]:
        return
    before: dict[Measure, set[Measure]] = {}
    for one, other in pairwise(group):
        if other.at - one.at == _LINES:
            before.setdefault(other.measure, set()).add(one.measure)
    for pair in group:
        yield pair.number, pair.measure
        above = lines[pair.at - 1] if pair.at else None
        units = before.get(pair.measure, ())
        if above is not None and above.whole and len(above.numbers) == 1 and len(units) == 1:
            yield above.numbers[0], next(iter(units))  # "108", "207", "khẩu": the cell of "hộ" is empty
