"""Numbers of houses before the name of their street: "132/13A Lý Thường Kiệt", "26 Chương Dương, phường Linh Chiểu"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_LONGEST = 48
"""More characters than the number of a house has, or two words of a street."""
_HOUSE = re.compile(r"\d{1,4}[a-z]?(?:/\d{1,4}[a-z]?)+(?= )")
_FAR = 120
"""So far before a house others of one address may begin."""
_ADDRESSED = regex.compile(
    r"(?P<number>\d{1,4}[A-Z]?(?: ?[-–] ?\d{1,4}[A-Z]?(?!\w)){0,3}+)(?= (?P<street>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)++))"
)


def house_number(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """The number of a house, which no "4/5 Chi hội" is."""
    shape = _HOUSE if "/" in token.after else vocabulary.names.houses
    match = shape.match(token.folded, token.start, token.start + _LONGEST)
    if match is None or vocabulary.amounts.units.at(token.folded, match.end()) is not None:
        return None
    street = token.text[match.end() + 1 : match.end() + _LONGEST].split(" ", 2)[:2]
    is_named = len(street) > 1 and all(word[:1].isupper() and word.strip(",.);").isalpha() for word in street)
    return Mention(token.start, match.end(), "name", None, None) if is_named else None


def addressed_house(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """The number of a house behind a word for one: "tại 24 Đào Duy Từ", "khu đất 8-12 Lê Duẩn, 2 Đống Đa".

    Before a street and the ward that it is in none is needed: "14 Thanh Sơn, phường Thanh Bình".
    """
    text, folded, start = token.text, token.folded, token.start
    house = _ADDRESSED.match(text, start)
    if house is None or token.lead_kind == "day":  # "Sáng mùng 6 Tết Giáp Thìn, xã ra quân"
        return None
    if vocabulary.names.street_ends.match(folded, house.end("street")) is None and (
        vocabulary.names.addressed.match(folded, max(0, start - _FAR), start) is None
        or vocabulary.amounts.units.at(folded, house.end("number")) is not None  # "tại 3 Bệnh Viện Đa Khoa"
    ):
        return None
    return Mention(start, house.end("number"), "name", None, None)
