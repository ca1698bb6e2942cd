"""Estimates told apart from their figure: "Ước thu từ trồng trọt: 9 tỷ đồng", "trồng trọt ước: 9 tỷ đồng"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.dates import YEAR
from extract.lex.comparators import interval
from extract.text import any_of

if TYPE_CHECKING:
    from extract.model import Lexed
    from extract.rulefiles import RuleFiles

_SUBJECT = 4
"""So many words name who estimates."""
_PERIODS = ("units", "months", "quarters", "years", "days", "seasons", "until", "end", "within", "parts", "is")
_REACH = 100
"""How far before its figure a clause may begin."""


class Estimating(NamedTuple):
    """The words that tell an estimate."""

    told: frozenset[str]
    opens: regex.Pattern[str]
    """Matches backwards from a figure to one of them."""


def estimating(files: RuleFiles) -> Estimating:
    """The section ``estimating``.

    A word begins its clause, stands before a colon, or before the period of the figure: "ước trong 6 tháng 9 tỷ đồng".
    """
    told = files.words("estimating")
    words = any_of(told)
    others = files.any_of("not_estimating")
    # "Năm 2020 phường ước thu ngân sách 449,5 tỷ đồng"
    subject = rf"(?:(?:{YEAR}|(?!{others}(?!\w))[^\W\d]+) ){{0,{_SUBJECT}}}"
    dated, period, ahead = _periods(files)
    # "Ước thu ngân sách tháng 5 đạt 9 tỷ đồng", "ước giá trị sản xuất theo giá 2010 là 9 tỷ đồng"
    further = rf"[^\n;,.()\d]+(?:(?<!\w)(?:{dated}|{YEAR}) [^\n;,.()\d]*)?"
    further = rf"(?:{ahead}, )?{further}"  # "Ước đến ngày 30 tháng 9, dư nợ đạt 9 tỷ đồng"
    opens = rf"(?:^|[\n.;:(+•*-]|, )\s*{subject}(?!{others}(?!\w)){words} {further}"
    return Estimating(told, regex.compile(rf"(?r)(?:{opens}|(?<!\w){words}(?: ?: ?| {period}))"))


def _periods(files: RuleFiles) -> tuple[str, str, str]:
    """Patterns of a period told in a clause, of one between the word and its figure, and of one with a comma behind."""
    words = {key: any_of(told) for key, told in files.lists("estimated_periods", *_PERIODS).items()}
    year = r"(?: [^\n;,.()\d]{0,12}\d{4})?"
    dated = rf"(?:{words['units']} \d{{1,4}}(?:[/-]\d{{4}})?|\d{{1,2}} {words['months']}){year}"
    day = rf"(?:{words['days']} )?\d{{1,2}}(?:[/-]\d{{1,4}}){{0,2}}"
    until = rf"{words['until']} (?:{words['end']} )?{day}|{words['until']} {words['end']}"
    span = rf"(?:\d{{1,2}} {words['months']}|{words['quarters']} \w+|{words['years']})"
    part = rf"(?: (?:{words['parts']} )?{words['seasons']})?(?: \d{{4}})?(?: {words['is']})? "
    within = rf"(?:{words['within']} )?{span}"
    season = rf"(?: (?:{words['parts']} )?{words['seasons']}(?: \d{{4}})?)?"
    ahead = rf"(?:(?:{until})(?: {words['months']} \d{{1,2}})?|{within}){season}"
    return dated, rf"(?:{until}|{within}){part}", ahead


def settle_estimates(lexed: Lexed, folded: str, words: Estimating) -> Lexed:
    """The same numbers, the first of such a clause about right where nothing else is said of it.

    >>> from extract.lex import LexVocabulary, lex
    >>> from extract.rulefiles import load
    >>> text = "- Ước thu từ chăn nuôi: 12 tỷ đồng"
    >>> found = settle_estimates(lex(text, LexVocabulary.load(load())), text.lower(), estimating(load()))
    >>> found.quantities[0].comparator
    'approx'
    """
    if not any(word in folded for word in words.told):
        return lexed
    quantities = list(lexed.quantities)
    behind = 0
    for index, quantity in enumerate(lexed.quantities):
        start = max(behind, quantity.start - _REACH)
        behind = quantity.end
        may_be = quantity.comparator == "eq" and quantity.role == "value"
        if not may_be or not words.opens.match(folded, start, quantity.start):
            continue
        low, high = interval(quantity.value, 0, "approx")
        quantities[index] = quantity._replace(comparator="approx", low=low, high=high)
    return lexed._replace(quantities=tuple(quantities))
