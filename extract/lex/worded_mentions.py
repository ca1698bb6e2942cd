"""Numbers in words that are days, periods and spans of time: "tháng tám", "sáu tháng đầu năm 2023", "hai năm".

Places in an order are told behind few words ("lần thứ ba"); others ("khu hai", "con thứ ba") stay words, as the phrases
of rules have them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.lex.amount import TIMES
from extract.lex.amounts import span_behind
from extract.lex.idioms import is_idiom
from extract.lex.leads import CALENDAR, NAMES
from extract.lex.mentions import is_roman, roman
from extract.lex.spoken import in_a_name, said_at
from extract.lex.times.durations import time_kind
from extract.lex.times.periods import numbered_day, numbered_period
from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.spoken import Said
    from extract.lex.vocabulary import LexVocabulary


def worded_mention(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """What a number in words or Roman digits names, or ``None`` if it counts or may be no number at all.

    >>> from extract.lex import LexVocabulary, lex
    >>> from extract.rulefiles import load
    >>> text = "Sáu tháng đầu năm 2023 và quý hai: họp lần thứ ba trong hai năm, con thứ ba"
    >>> for mention in lex(text, LexVocabulary.load(load())).mentions:
    ...     print(text[mention.start : mention.end], mention.kind, mention.first)
    Sáu tháng đầu năm 2023 period 2023-01-01
    quý hai period None
    lần thứ ba ordinal None
    hai năm duration None
    """
    if is_roman(token):
        return roman(token, vocabulary)
    order = _ordinal(token, vocabulary) if token.lead_kind == "ordinal" else _portion(token, vocabulary)
    if order is not None:
        return order
    dated = token.lead_kind in _DATED
    if not dated and (token.amount is not None or is_name(token)):
        return None
    said = said_at(token.folded, token.start, vocabulary.amounts)
    if said is None:
        return None
    hit = vocabulary.amounts.units.at(token.folded, said.end)
    counted = hit is not None and hit.unit.kind not in TIMES
    if dated:
        return None if counted else _day_or_period(token, said, vocabulary)
    if in_a_name(token.text, token.start, said.first):
        return None
    span = vocabulary.times.spans.span_of_year(token.folded, token.start, said.end, str(said.value))
    if span is not None or hit is None or counted:
        return span
    hit = span_behind(token.folded, said.end, hit, vocabulary.amounts)  # "trong hai ngày 13 và 14/11"
    if hit is None:
        return Mention(token.start, said.end, "other", None, None)
    half = vocabulary.amounts.money.half.match(token.folded, hit.end)
    end = hit.end if half is None else half.end()
    return Mention(token.start, end, time_kind(hit.unit.kind), None, None)


def _portion(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A part of something: "hai phần ba số hộ", but not "một phần năm 2022"."""
    words = token.folded[token.start : token.end].split(" ")
    if len(words) != _PORTION_WORDS or words[1] not in vocabulary.amounts.words.parts:
        return None
    said = said_at(token.folded, token.end - len(words[-1]), vocabulary.amounts)
    end = token.end if said is None else said.end
    if token.folded[end + 1 : end + 2].isdecimal():
        return None
    return Mention(token.start, end, "other", None, None)


def _ordinal(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A place in an order: "lần thứ hai mươi", "kỳ họp thứ nhất"."""
    folded, start, ordinals = token.folded, token.start, vocabulary.leads.ordinals
    if folded[start : token.end] in ordinals.said:
        said = said_at(folded, folded.index(" ", start) + 1, vocabulary.amounts)
        return Mention(token.lead_start, token.end if said is None else said.end, "ordinal", None, None)
    if folded[token.lead_start : start - 1] not in ordinals.behind:
        return None
    said = said_at(folded, start, vocabulary.amounts)
    return None if said is None else Mention(token.lead_start, said.end, "ordinal", None, None)


_PORTION_WORDS = 3
_DATED = frozenset({"day", "month", "quarter"})


def _day_or_period(token: NumberToken, said: Said, vocabulary: LexVocabulary) -> Mention | None:
    """What "ngày", "tháng" or "quý" before a number in words makes of it."""
    if token.lead_kind != "day":
        return numbered_period(token, said.end, said.value, vocabulary)
    between = vocabulary.times.to_month.match(token.folded, said.end)
    month = None if between is None else said_at(token.folded, between.end(), vocabulary.amounts)
    return None if month is None else numbered_day(token, month.end, said.value, month.value, vocabulary)


def is_name(token: NumberToken) -> bool:
    """Whether the word before makes a number in words no number: "thứ ba", "vài ba", "khu hai"."""
    lead, amount = token.lead, token.amount
    if lead is None or (amount is not None and is_idiom(amount)):
        return False
    if lead.lead.kind == "vague" or lead.lead.kind in CALENDAR:
        return True
    is_money = amount is not None and amount.kind == "money"
    return lead.lead.kind in NAMES and not lead.lead.weak and not lead.each and not is_money
