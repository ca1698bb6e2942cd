"""Places that share a name but for the number at its end, told beside each other: "Thịnh Mỹ 1, Thịnh Mỹ 2"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

from extract.lex.names.names import says_nothing
from extract.model import Mention
from extract.text import fold

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_NAME = regex.compile(r"(?r)(?<!\w)\p{Lu}\p{L}* \p{Lu}\p{L}* ")
_NEAR = 100
"""So many characters before or behind the other one may stand."""
_NUMBER = re.compile(r"\d{1,2}(?![\w%/]|[.,]\d)")
_APART = re.compile(r"[\n;:]|\. ")
"""In "hộ nghèo: An Hòa 12, Tân Lập 5; cận nghèo: An Hòa 11" each commune has two numbers."""
_NO_NAME = re.compile(r"[ ]?[%/\d]|[.,]\d")


def sibling_name(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """Two words in capitals and a number, and near by the same words with the number before or behind it.

    In "An Hòa 15, Bình Minh 20" each commune has so many of something. The first of places that were counted right
    before needs no other: "2 thôn Liên Sơn 2 và Tà Dương"; nor does one of several: "xã Hòa An, Xuân Lộc 2, Long Mỹ".
    """
    text, folded, start, end = token.text, token.folded, token.start, token.end
    if not token.digits.isdecimal() or token.amount is None or not says_nothing(token.amount):
        return None
    name = _NAME.match(text, token.floor, start)
    if name is None or _NO_NAME.match(folded, end) is not None:
        return None
    if _is_first_of_counted(token, name.start(), vocabulary) or _is_among_named(token, name.start(), vocabulary):
        return Mention(name.start(), end, "name", None, None)
    shared, number = folded[name.start() : start], int(token.digits)
    line = max(folded.rfind("\n", 0, start), folded.rfind("\t", 0, start)) + 1
    at = folded.find(shared, max(line, start - _NEAR), end + _NEAR)
    while at >= 0:
        other = _NUMBER.match(folded, at + len(shared))
        beside = other is not None and abs(int(other[0]) - number) == 1
        if beside and _APART.search(folded, *sorted((start, at))) is None:
            return Mention(name.start(), end, "name", None, None)
        at = folded.find(shared, at + 1, end + _NEAR)
    return None


_COUNTED = regex.compile(r"(?r)(?<![\w.,/])(?P<count>[2-9]) (?P<place>\p{Ll}+(?: \p{Ll}+)?) ")
_LONGEST_COUNTED = 24


def _is_first_of_counted(token: NumberToken, start: int, vocabulary: LexVocabulary) -> bool:
    """Whether a name at ``start`` follows the number of places it is one of, and the next has no number."""
    counted = _COUNTED.match(token.text, max(0, start - _LONGEST_COUNTED), start)
    if counted is None or len(token.digits) > 1:
        return False
    lead = vocabulary.leads.phrases.get(fold(counted["place"]))
    return (
        lead is not None and lead.kind == "name" and vocabulary.names.going_on.match(token.text, token.end) is not None
    )


_NAMED = regex.compile(
    r"(?r)(?<!\w)(?P<first>\p{Ll}+(?: \p{Ll}+)?(?: \p{Lu}\p{L}*){1,3})(?:, \p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,2})*, "
)
"""A place with its word, and others behind it that have no numbers: "xã Hòa An, Long Mỹ, "."""


def _is_among_named(token: NumberToken, start: int, vocabulary: LexVocabulary) -> bool:
    """Whether a name at ``start`` goes on a list of places that have no numbers, and another without one follows."""
    if len(token.digits) > 1 or token.text[start - len(", ") : start] != ", ":
        return False
    named = _NAMED.match(token.text, max(0, start - _NEAR), start)
    if named is None or vocabulary.names.places.match(f"{fold(named['first'])} ") is None:
        return False
    return vocabulary.names.going_on.match(token.text, token.end) is not None
