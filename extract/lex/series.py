"""Several numbers before one unit, which holds for all: "5, 10 và 15 triệu đồng", "các mức 1, 2, 3 triệu đồng"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.lex.amounts import TIMES
from extract.lex.numbers import DIGITS, read
from extract.lex.reading import amount_at, rescaled

if TYPE_CHECKING:
    from extract.lex.amounts import Amount
    from extract.lex.spots import Spot
    from extract.lex.vocabulary import LexVocabulary

SERIES_GOES_ON = frozenset((", ", " v", " h"))
"""The two characters behind a number that more numbers may follow."""
_SERIES = re.compile(rf"{DIGITS}(?:(?:, ?| và | hoặc | hay )(?=\d){DIGITS}){{1,8}}+")
_NUMBER = re.compile(DIGITS)
_WORDS = (" và ", " hoặc ", " hay ")
_MANY = 3


def several(spot: Spot, first: Amount, vocabulary: LexVocabulary) -> list[Amount] | None:
    """The amounts of a series that ``first`` begins, ``None`` if it begins none.

    Two with a comma alone are none: "12, 5 ha" is as often a broken decimal as "12 hộ, 5 ha" cut short.

    >>> from extract.lex.spots import Spot
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> text, vocabulary = "5, 10 và 15 triệu đồng", LexVocabulary.load(load())
    >>> spot = Spot(text, text, (0, 1), 0, vocabulary)
    >>> [amount.value for amount in several(spot, spot.amount, vocabulary)]
    [5000000, 10000000, 15000000]
    """
    match = _SERIES.match(spot.folded, spot.start) if first.kind == "number" else None
    if match is None:
        return None
    places = [number.span() for number in _NUMBER.finditer(spot.folded, match.start(), match.end())]
    if len(places) < _MANY and not any(word in match[0] for word in _WORDS):
        return None
    last = amount_at(spot.text, spot.folded, places[-1][0], vocabulary.amounts)
    if last is None or last.kind in TIMES or not (last.named or last.kind == "money"):
        return None
    amounts = [first]
    for start, end in places[1:-1]:
        number = read(spot.folded[start:end], whole=False)
        if number is None:
            return None
        amounts.append(
            first._replace(start=start, number_end=end, end=end, value=number.times(1), decimals=number.decimals)
        )
    return [*(rescaled(bare, last) for bare in amounts), last]
