"""Two numbers that are the ends of one range: "5-10 triệu", "từ 1,5 đến 3 triệu", "100 ngàn đồng đến 1,5 triệu"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.lex.numbers import LEAST_SUM, in_full_thousands
from extract.lex.reading import amount_at, rescaled

if TYPE_CHECKING:
    from extract.lex.amount import Amount
    from extract.lex.joins import Joins
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_NEAR = 4
"""So many characters hold what joins a number to the next: " - 4"."""
_OF_EACH = re.compile(r"(?: ?/ ?\w+)+(?= )")
"""What both ends are for: "từ 300.000đ/suất đến 500.000đ/suất"."""


def ends_of_range(token: NumberToken, first: Amount, vocabulary: LexVocabulary) -> tuple[Amount, Amount] | None:
    """Both ends in one unit, if ``first`` opens a range; a multiplier or unit behind the second holds for both.

    ``None`` if no second number is joined, if the units differ, or if the second is smaller ("từ 12 xuống còn 5").

    >>> from extract.lex.number_tokens import NumberToken
    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> text, vocabulary = "30 đến 50 triệu", LexVocabulary.load(load())
    >>> token = NumberToken(text, text, (0, 2), 0, vocabulary)
    >>> [end.value for end in ends_of_range(token, token.amount, vocabulary)]
    [30000000, 50000000]
    """
    joins = vocabulary.joins
    of_each = _OF_EACH.match(token.folded, first.end) if first.kind == "money" else None
    end = first.end if of_each is None else of_each.end()
    after = token.folded[end : end + 2]
    if after in joins.starts or after[:1] in joins.signs:
        join = joins.pattern.match(token.folded, end)
    elif token.lead_kind == "between":
        join = joins.between.match(token.folded, first.end)
    else:
        return None
    if join is None:
        return None
    second = amount_at(token.text, token.folded, join.end(), vocabulary.amounts)
    if second is None or (of_each is not None and not token.folded.startswith(of_each[0], second.end)):
        return None
    if second.kind == "number" and (join["sign"] or token.lead_kind == "currency"):  # "$5-$10", "VND 1000 - 2000"
        second = rescaled(second, first._replace(scale=1))
    if second.kind == "number" and first.kind == "money" and first.named and in_full_thousands(second.value, LEAST_SUM):
        second = second._replace(kind="money")  # "từ 300.000đ đến 500.000/suất"
    if first.kind == "percent" and _is_series(token, first, second, joins):
        return None
    first_scaled = _in_unit_of(first, second)
    if first_scaled is None or first_scaled.value >= second.value or not _alike(first_scaled, second):
        return None
    return first_scaled, second


def _is_series(token: NumberToken, first: Amount, second: Amount, joins: Joins) -> bool:
    """Whether more than two percentages are joined, as the shares of a whole are: "27,2% - 27,6% - 45,2%"."""
    before = token.folded[max(0, first.start - _NEAR) : first.start].rstrip(" ")
    behind = token.folded[second.end : second.end + _NEAR].lstrip(" ")
    goes_on = behind[:1] in joins.signs and behind[1:].lstrip(" ")[:1].isdecimal()
    return goes_on or (before[-1:] in joins.signs and before[:-1].rstrip(" ").endswith("%"))


def decimals_ranged(token: NumberToken, vocabulary: LexVocabulary) -> bool:
    """Whether decimals are the ends of a range of something: "từ 6,5-7,2%" is no sixth day."""
    if token.amount is None or token.amount.value == int(token.amount.value):
        return False
    ends = ends_of_range(token, token.amount, vocabulary)
    return ends is not None and ends[1].kind != "number"


def _in_unit_of(first: Amount, second: Amount) -> Amount | None:
    """``first`` with the multiplier and unit that stand only behind ``second``: "30 đến 50 triệu"."""
    if first.kind == "money" and not first.named and second.kind == "count":  # "từ 800 nghìn đến 1 triệu cây"
        return first._replace(kind=second.kind, unit=second.unit)
    if first.kind != "number" or first.end != first.number_end:
        return first
    if second.kind == "number":
        return first
    return rescaled(first, second)


def _alike(first: Amount, second: Amount) -> bool:
    return first.kind == second.kind and (
        first.unit is None or second.unit is None or first.unit.name == second.unit.name
    )
