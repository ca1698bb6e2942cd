"""Numbers in the names of varieties: "các giống Thái xuyên 111, Nhị ưu 838"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.lex.names.names import says_nothing
from extract.lex.units import WORD
from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_NAME = regex.compile(rf"(?r)(?<name>\p{{Lu}}\w*(?: {WORD}){{0,2}}) ")
_ENDS = frozenset({"", ",", ";", ".", "…", ")", "\n", "\t"})
_LONGEST = 32
"""More characters than the three words of a name have."""
_BACK = 160
"""So far before its number the word that tells of varieties may stand, in characters: others are named between."""


def variety(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """The name of a variety that ends in a number; behind it another is named, or the clause ends."""
    text, folded, start = token.text, token.folded, token.start
    if (
        folded[token.end : token.end + 1].strip(" ") not in _ENDS
        or token.amount is None
        or not says_nothing(token.amount)
    ):
        return None
    name = _NAME.match(text, max(token.floor, start - _LONGEST), start)
    if name is None or vocabulary.names.varieties.match(folded, max(0, start - _BACK), name.start()) is None:
        return None
    return Mention(name.start(), token.end, "name", None, None)
