"""The amount at one place of a text: digits or words, mended, with all that belongs to it behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.lex.amount import TIMES, Amount
from extract.lex.amounts import AmountWords, Spelled, bare_or_counted, counted, scaled, span_behind
from extract.lex.compounds import compound, counted_in_steps
from extract.lex.money import LOOK
from extract.lex.numbers import DIGITS, MOST_CHARACTERS
from extract.lex.repairs import repaired
from extract.lex.spoken import end_of_bracket, spoken_amount
from extract.lex.units import next_word

if TYPE_CHECKING:
    from extract.lex.money import Tail
    from extract.lex.units import UnitHit

_DIGITS = re.compile(DIGITS)
_CLOSING = frozenset(',.;:)"')
"""Nothing that belongs to a number stands behind these."""
_BROKEN = frozenset((", ", " ,", ". "))
"""What a slip of the space bar puts before the rest of a number: "47, 97", "11 ,5", "360. 800.000"."""


def amount_at(text: str, folded: str, start: int, known: AmountWords) -> Amount | None:
    """The amount whose number begins at ``start``, in digits or in words, or ``None`` if none can be read.

    ``text`` is the text as stored, ``folded`` the same in the form that patterns match.

    >>> from extract.lex.vocabulary import LexVocabulary
    >>> from extract.rulefiles import load
    >>> known = LexVocabulary.load(load()).amounts
    >>> for text in ("47, 97ha", "hai mươi lăm hộ", "03 (ba) căn", "2 triệu liều"):
    ...     amount = amount_at(text, text, 0, known)
    ...     print(amount.value, amount.unit.name)
    47.97 ha
    25 hộ
    3 căn
    2000000 liều
    """
    match = _DIGITS.match(folded, start)
    if match is None:
        return spoken_amount(text, folded, start, known)
    return digits_at(text, folded, start, match.end(), known)


def digits_at(text: str, folded: str, start: int, end: int, known: AmountWords) -> Amount | None:
    """The amount whose digits, dots and commas stand at ``start:end``, or ``None`` if they print no number."""
    if end - start > MOST_CHARACTERS:
        return None
    written = folded[start:end]
    after = folded[end : end + 2]
    if after[:1] == " " and after[1:].isalpha():  # one look at the word behind tells most
        word = next_word(folded, end + 1)
        if word[:LOOK] not in known.money.openings:
            return _counted(Spelled(start, end, written), text, folded, word, known)
    spelled = Spelled(start, end, written)
    if not after[1:].isalpha():
        goes_on = (
            after == ".-"
            or folded[end + 1 : end + 4].lstrip(" ,")[:1].isdecimal()
            or (after == ", " and _has_stray_comma(spelled, folded, known))
        )
        if after == ' "' and (quoted := _quoted(folded, end, known)) is not None:
            return counted(spelled, folded, quoted, known, named=True)
        if after.strip(" ")[:1] in _CLOSING and not goes_on:
            return counted(spelled, folded, None, known, named=False)
        spelled = _mended(spelled, folded, known)
    tail = known.money.tail(folded, spelled.end)
    if tail is None:
        return bare_or_counted(spelled, text, folded, known)
    return _scaled(spelled, tail, text, folded, known)


def _scaled(spelled: Spelled, tail: Tail, text: str, folded: str, known: AmountWords) -> Amount | None:
    """A number with the multipliers or the đồng behind it, and the steps that follow."""
    amount = scaled(spelled, tail, folded, known)
    if amount is None or tail.decimals:
        return amount
    counted_on = counted_in_steps(folded, amount, known)
    if counted_on is not None or amount.kind != "money":
        return counted_on or amount
    amount = compound(text, folded, amount, known)
    hit = None if amount.named else known.units.at(folded, amount.end)
    if hit is None or not hit.unit.by_millions:
        return amount
    return amount._replace(end=hit.end, kind=hit.unit.kind, unit=hit.unit, named=True)  # "7 triệu 520 nghìn con"


def _quoted(folded: str, end: int, known: AmountWords) -> UnitHit | None:
    """What is counted under the name that it has been given: "trao 02 “Mái ấm tình thương”"."""
    return known.units.counted_at(folded, end + 2) if folded[end + 2 : end + 3].isalpha() else None


_MILLIONS = len("1.000.000")


def _has_stray_comma(spelled: Spelled, folded: str, known: AmountWords) -> bool:
    """Whether a comma has slipped between a sum in full and its đồng: "1.890.000.000, đồng"."""
    if len(spelled.written) < _MILLIONS:
        return False
    tail = known.money.tail(folded, spelled.end + 1)
    return tail is not None and tail.currency


def _mended(spelled: Spelled, folded: str, known: AmountWords) -> Spelled:
    """A number with what a slip has parted from it, or the same in words in brackets behind it."""
    start, end, written = spelled
    after = folded[end : end + 2]
    if after == ".-" and known.money.tail(folded, end + 2) is not None:  # "500.000.- đồng"
        end += 2
    elif after == ", " and _has_stray_comma(spelled, folded, known):
        return Spelled(start, end + 1, written)
    broken = after in _BROKEN and folded[end + 1 : end + 4].lstrip(" ,")[:1].isdecimal()
    if broken or (after[:1] == " " and after[1:].isdecimal()):
        written, end = repaired(folded, start, end, known) or (written, end)
        after = folded[end : end + 2]
    if "(" in after:
        end = end_of_bracket(folded, end, written, known)
    return Spelled(start, end, written)


def _counted(spelled: Spelled, text: str, folded: str, word: str, known: AmountWords) -> Amount | None:
    """A number that no money stands behind, but ``word`` after a space."""
    units, number_end = known.units, spelled.end
    hit = units.begun(folded, number_end + 1, word) if word in units.firsts else None
    if hit is not None and hit.unit.kind in TIMES:
        hit = span_behind(folded, number_end, hit, known)
    if hit is not None:
        return counted(spelled, folded, hit, known, named=True)
    return counted(spelled, folded, units.guessed(text, folded, number_end + 1, word), known, named=False)


def rescaled(bare: Amount, model: Amount) -> Amount:
    """A bare number in the unit and multipliers of ``model``: the 30 of "30 đến 50 triệu", the 8 of "8/10 thôn".

    Without the multipliers where that is nearer to ``model``: "14.714.669.968/9,5 tỷ đồng", "500.000 đến 1 triệu đồng".
    """
    printed_in_full = model.scale > 1 and bare.value * bare.value * model.scale > model.value * model.value
    scale = 1 if printed_in_full else model.scale
    value = bare.value * scale
    if model.kind == "money":
        value = round(value)
    return bare._replace(value=value, scale=scale, kind=model.kind, unit=model.unit, named=model.named)
