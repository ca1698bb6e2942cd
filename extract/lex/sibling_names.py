"""Places that share a name but for the number at its end, told beside each other: "Thịnh Mỹ 1, Thịnh Mỹ 2"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

from extract.lex.names import says_nothing
from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.spots import Spot
    from extract.lex.vocabulary import LexVocabulary

_NAME = regex.compile(r"(?r)(?<!\w)\p{Lu}\p{L}* \p{Lu}\p{L}* ")
_NEAR = 100
"""So many characters before or behind the other one may stand."""
_NUMBER = re.compile(r"\d{1,2}(?![\w%/]|[.,]\d)")
_APART = re.compile(r"[\n;:]|\. ")
"""In "hộ nghèo: An Hòa 12, Tân Lập 5; cận nghèo: An Hòa 11" each commune has two numbers."""
_NO_NAME = re.compile(r"[ ]?[%/\d]|[.,]\d")


def sibling_name(spot: Spot, vocabulary: LexVocabulary) -> Mention | None:  # noqa: ARG001 - one signature
    """Two words in capitals and a number, and near by the same words with the number before or behind it.

    In "An Hòa 15, Bình Minh 20" each commune has so many of something.
    """
    text, folded, start, end = spot.text, spot.folded, spot.start, spot.end
    if not spot.digits.isdecimal() or spot.amount is None or not says_nothing(spot.amount):
        return None
    name = _NAME.match(text, spot.floor, start)
    if name is None or _NO_NAME.match(folded, end) is not None:
        return None
    shared, number = folded[name.start() : start], int(spot.digits)
    line = max(folded.rfind("\n", 0, start), folded.rfind("\t", 0, start)) + 1
    at = folded.find(shared, max(line, start - _NEAR), end + _NEAR)
    while at >= 0:
        other = _NUMBER.match(folded, at + len(shared))
        beside = other is not None and abs(int(other[0]) - number) == 1
        if beside and _APART.search(folded, *sorted((start, at))) is None:
            return Mention(name.start(), end, "name", None, None)
        at = folded.find(shared, at + 1, end + _NEAR)
    return None
