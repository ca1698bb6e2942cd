"""Numbers in words that are days, periods and spans of time: "tháng tám", "sáu tháng đầu năm 2023", "hai năm".

Those that only order ("lần thứ ba", "khu hai") stay words, as the phrases of rules have them: "sinh con thứ ba".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.lex.amounts import TIMES
from extract.lex.leads import CALENDAR, NAMES
from extract.lex.mentions import roman, time_kind
from extract.lex.periods import numbered_day, numbered_period, span_of_year
from extract.lex.spoken import in_a_name, said_at
from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.spots import Spot
    from extract.lex.vocabulary import LexVocabulary


def worded(spot: Spot, vocabulary: LexVocabulary) -> Mention | None:
    """What a number in words or Roman digits names, or ``None`` if it counts or may be no number at all.

    >>> from extract.lex import LexVocabulary, lex
    >>> from extract.rulefiles import load
    >>> text = "Sáu tháng đầu năm 2023 và quý hai: họp lần thứ ba trong hai năm"
    >>> for mention in lex(text, LexVocabulary.load(load())).mentions:
    ...     print(text[mention.start : mention.end], mention.kind, mention.first)
    Sáu tháng đầu năm 2023 period 2023-01-01
    quý hai period None
    hai năm duration None
    """
    in_roman = roman(spot)
    said = (
        None
        if in_roman is not None or spot.lead_kind == "vague"
        else said_at(spot.folded, spot.start, vocabulary.amounts)
    )
    if said is None:
        return in_roman
    folded, number, end = spot.folded, said.value, said.end
    hit = vocabulary.amounts.units.at(folded, end)
    counted = hit is not None and hit.unit.kind not in TIMES
    if spot.lead_kind in {"month", "quarter"}:
        return None if counted else numbered_period(spot, end, number)
    if spot.lead_kind == "day":
        month = said_at(folded, end + len(_MONTH), vocabulary.amounts) if folded.startswith(_MONTH, end) else None
        return None if month is None else numbered_day(spot, month.end, number, month.value)
    if spot.lead_kind in CALENDAR or in_a_name(spot.text, spot.start, said.first):
        return None
    span = span_of_year(folded, spot.start, end, str(number))
    if span is not None:
        return span
    if hit is not None and not counted and not is_name(spot):
        return Mention(spot.start, hit.end, time_kind(hit.unit.kind), None, None)
    return None


_MONTH = " tháng "


def is_name(spot: Spot) -> bool:
    """Whether the word before makes a number in words no number: "thứ ba", "vài ba", "khu hai"."""
    lead, amount = spot.lead, spot.amount
    if lead is None:
        return False
    if lead.lead.kind == "vague" or lead.lead.kind in CALENDAR:
        return True
    is_money = amount is not None and amount.kind == "money"
    return lead.lead.kind in NAMES and not lead.lead.weak and not lead.each and not is_money
