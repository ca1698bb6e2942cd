"""The amount at one place of a text: digits or words, mended, with all that belongs to it behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.lex.amounts import Amount, AmountWords, Spelled, bare_or_counted, scaled
from extract.lex.compounds import compound
from extract.lex.numbers import DIGITS, LONGEST
from extract.lex.repairs import repaired
from extract.lex.spoken import end_of_bracket, spoken_amount

if TYPE_CHECKING:
    from collections.abc import Container

_DIGITS = regex.compile(DIGITS)
_MAY_BE_BROKEN: Container[str] = frozenset(" ,.")
_MOST_CHARACTERS = LONGEST + LONGEST // 3


def amount_at(text: str, folded: str, start: int, known: AmountWords) -> Amount | None:
    """The amount whose number begins at ``start``, in digits or in words, or ``None`` if none can be read.

    ``text`` is the text as stored, ``folded`` the same in the form that patterns match.
    """
    match = _DIGITS.match(folded, start)
    if match is None:
        return spoken_amount(text, folded, start, known)
    written, number_end = match[0], match.end()
    if len(written) > _MOST_CHARACTERS:
        return None
    following = folded[number_end : number_end + 1]
    if following and following in _MAY_BE_BROKEN:
        written, number_end = repaired(folded, start, number_end, known) or (written, number_end)
    if folded[number_end : number_end + 2].lstrip(" ")[:1] == "(":
        number_end = end_of_bracket(folded, number_end, written, known)
    tail = known.money.tail(folded, number_end)
    if tail is None:
        return bare_or_counted(Spelled(start, number_end, written), text, folded, known)
    amount = scaled(Spelled(start, number_end, written), tail, folded, known)
    if amount is None or amount.kind != "money" or tail.decimals:
        return amount
    return compound(text, folded, amount, known)


def rescaled(bare: Amount, model: Amount) -> Amount:
    """A bare number in the unit and multipliers of ``model``: the 30 of "30 đến 50 triệu", the 8 of "8/10 thôn"."""
    value = bare.value * model.scale
    if model.kind == "money":
        value = round(value)
    return bare._replace(value=value, scale=model.scale, kind=model.kind, unit=model.unit, named=model.named)
