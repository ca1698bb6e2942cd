"""What stands around a place of a page: brackets, the line above a list, the words between two numbers."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.reading import Reading

LINE_HEAD = 60
"""Characters at the start of a line within which it continues the list of the line before."""
_LIST_LINES = 12
_LINE_LENGTH = 160
_APART = 500
"""So many characters hold a word, whatever they are."""
_BRACKET = regex.compile(r"\([^()]*+\)")
_LETTER = regex.compile(r"\p{L}")


def in_bracket(offset: int, reading: Reading) -> bool:
    """Whether a place stands inside round brackets that open in its sentence."""
    return bracket_start(offset, reading) is not None


def bracket_start(offset: int, reading: Reading) -> int | None:
    """Where the round bracket opens in its sentence that a place stands in; ``None`` if it stands in none."""
    start = reading.structure.sentence(offset).start
    opened = reading.folded.rfind("(", start, offset)
    return opened if opened > reading.folded.rfind(")", start, offset) else None


def list_start(offset: int, reading: Reading) -> int:
    """Where the text begins that a place belongs to: its sentence, or the line above the list it stands in."""
    start = reading.structure.block(offset).start
    if offset - start > LINE_HEAD:
        return reading.structure.sentence(offset).start
    for _ in range(_LIST_LINES):
        if start == 0:
            break
        above = reading.structure.block(start - 1)
        start = above.start
        line = reading.folded[start : min(above.end, start + _APART)].rstrip()
        if line.endswith(":") or len(line) > _LINE_LENGTH:
            break
    return start


def words_between(first: int, second: int, reading: Reading) -> bool:
    """Whether any word stands between two places, brackets, dates and numbers apart."""
    if second <= first:
        return False
    if second - first > _APART:
        return True
    return _LETTER.search(_BRACKET.sub(" ", blanked(first, second, reading))) is not None


def blanked(first: int, last: int, reading: Reading) -> str:
    """The folded text of a stretch, its dates and numbers blank."""
    text = list(reading.folded[first:last])
    mentions = (reading.lexed.mentions[index] for index in reading.mentions_in(first, last))
    quantities = (reading.lexed.quantities[index] for index in reading.quantities_in(first, last))
    spans = [(mention.start, mention.end) for mention in mentions]
    spans += [(quantity.start, quantity.end) for quantity in quantities]
    for start, until in spans:
        end = min(until, last)
        text[start - first : end - first] = " " * (end - start)
    return "".join(text)


def any_within(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of some sorted places lies in ``start:end``.

    >>> any_within([3, 9], 4, 9), any_within([3, 9], 4, 10)
    (False, True)
    """
    return bisect_left(places, start) < bisect_left(places, end)
