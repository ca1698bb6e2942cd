"""Numbers of houses before the name of their street: "132/13A Lý Thường Kiệt", "26 Chương Dương, phường Linh Chiểu"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_LONGEST = 48
"""More characters than the number of a house has, or two words of a street."""
_HOUSE = re.compile(r"\d{1,4}[a-z]?(?:/\d{1,4}[a-z]?)+(?= )")


def house_number(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """The number of a house, which no "4/5 Chi hội" is."""
    shape = _HOUSE if "/" in token.after else vocabulary.names.houses
    match = shape.match(token.folded, token.start, token.start + _LONGEST)
    if match is None or vocabulary.amounts.units.at(token.folded, match.end()) is not None:
        return None
    street = token.text[match.end() + 1 : match.end() + _LONGEST].split(" ", 2)[:2]
    is_named = len(street) > 1 and all(word[:1].isupper() and word.strip(",.);").isalpha() for word in street)
    return Mention(token.start, match.end(), "name", None, None) if is_named else None
