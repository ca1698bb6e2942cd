"""Several numbers in a row, of one unit: "5, 10 và 15 triệu đồng", "giỏi/ khá/ yếu lần lượt là 67,3/ 26,0/ 6,7%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.lex.amount import TIMES
from extract.lex.numbers import DIGITS, read
from extract.lex.reading import amount_at, rescaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.lex.amount import Amount
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_SLASHED = re.compile(rf"{DIGITS}(?: ?/ ?(?=\d){DIGITS}){{2,9}}+(?! ?/)")
_SPACED = re.compile(r"/ | /")
_DECIMAL = re.compile(r"\d,\d")
_NUMBER = re.compile(DIGITS)
_MANY, _TWO = 3, 2


def several(token: NumberToken, first: Amount, vocabulary: LexVocabulary) -> list[Amount] | None:
    """The amounts of a series that ``first`` begins, ``None`` if it begins none.

    Two with a comma alone are none: "12, 5 ha" is as often a broken decimal as "12 hộ, 5 ha" cut short.

    >>> from extract.lex.number_tokens import NumberToken
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> text, vocabulary = "5, 10 và 15 triệu đồng", LexVocabulary.load(load())
    >>> token = NumberToken(text, text, (0, 1), 0, vocabulary)
    >>> [amount.value for amount in several(token, token.amount, vocabulary)]
    [5000000, 10000000, 15000000]
    """
    series = vocabulary.series
    match = series.pattern.match(token.folded, token.start) if first.kind == "number" else None
    if match is None:
        return None
    places = [number.span() for number in _NUMBER.finditer(token.folded, match.start(), match.end())]
    if len(places) < _MANY and not any(word in match[0] for word in series.words):
        return None
    last = amount_at(token.text, token.folded, places[-1][0], vocabulary.amounts)
    if last is None or last.kind in TIMES or not (last.named or last.kind == "money"):
        return None
    return _all_in(first, places, last, token)


def _all_in(first: Amount, places: Sequence[tuple[int, int]], last: Amount, token: NumberToken) -> list[Amount] | None:
    """The amounts at all places in the unit of the last."""
    amounts = [first]
    for start, end in places[1:-1]:
        number = read(token.folded[start:end], whole=False)
        if number is None:
            return None
        amounts.append(
            first._replace(start=start, number_end=end, end=end, value=number.times(1), decimals=number.decimals)
        )
    return [*(rescaled(bare, last) for bare in amounts), last]


def slashed(token: NumberToken, first: Amount, vocabulary: LexVocabulary) -> list[Amount] | None:
    """The numbers of three or more with slashes between, one for each of several names; ``None`` if there are none.

    Dates have no decimals and no spaces: "12/8/2014".

    >>> from extract.lex.number_tokens import NumberToken
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> text, vocabulary = "67,3/ 26/ 6,7%", LexVocabulary.load(load())
    >>> token = NumberToken(text, text, (0, 4), 0, vocabulary)
    >>> [(amount.value, amount.kind) for amount in slashed(token, token.amount, vocabulary)]
    [(67.3, 'percent'), (26, 'percent'), (6.7, 'percent')]
    """
    match = _SLASHED.match(token.folded, token.start) if first.kind == "number" else None
    if match is None or not (_SPACED.search(match[0]) or len(_DECIMAL.findall(match[0])) >= _TWO):
        return None
    places = [number.span() for number in _NUMBER.finditer(token.folded, match.start(), match.end())]
    last = amount_at(token.text, token.folded, places[-1][0], vocabulary.amounts)
    if last is None or last.kind in TIMES or last.spoken:
        return None
    return _all_in(first, places, last, token)
