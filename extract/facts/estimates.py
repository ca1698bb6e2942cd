"""Estimates told apart from their figure: "Ước thu từ trồng trọt: 9 tỷ đồng", "trồng trọt ước: 9 tỷ đồng"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.lex.comparators import interval
from extract.text import any_of

if TYPE_CHECKING:
    from extract.model import Lexed
    from extract.rulefiles import RuleFiles

_SUBJECT = 4
"""So many words name who estimates."""
_REACH = 100
"""How far before its figure a clause may begin."""


def estimating(files: RuleFiles) -> regex.Pattern[str]:
    """Matches backwards from a figure to one of ``estimating``.

    It begins the clause, stands before a colon, or before the period of the figure: "ước trong 6 tháng 955 tỷ đồng".
    """
    words = any_of(files.words("estimating"))
    others = any_of(files.words("not_estimating"))
    subject = rf"(?:(?!(?:{others})(?!\w))[^\W\d]+ ){{0,{_SUBJECT}}}"  # "Phường ước thu ngân sách 449,5 tỷ đồng"
    opens = rf"(?:^|[\n.;:(+•*-]|, )\s*{subject}(?!(?:{others})(?!\w))(?:{words}) [^\n;,.()\d]+"
    period = r"(?:trong |cả )?(?:\d{1,2} tháng|quý \w+|năm)(?: (?:đầu |cuối )?năm)?(?: \d{4})?(?: là| đạt)? "
    return regex.compile(rf"(?r)(?:{opens}|(?<!\w)(?:{words})(?: ?: ?| {period}))")


def settle_estimates(lexed: Lexed, folded: str, opens: regex.Pattern[str]) -> Lexed:
    """The same numbers, the first of such a clause about right where nothing else is said of it.

    >>> from extract.lex import LexVocabulary, lex
    >>> from extract.rulefiles import load
    >>> text = "- Ước thu từ chăn nuôi: 12 tỷ đồng"
    >>> found = settle_estimates(lex(text, LexVocabulary.load(load())), text.lower(), estimating(load()))
    >>> found.quantities[0].comparator
    'approx'
    """
    quantities = list(lexed.quantities)
    behind = 0
    for index, quantity in enumerate(lexed.quantities):
        start = max(behind, quantity.start - _REACH)
        behind = quantity.end
        if quantity.comparator != "eq" or quantity.role != "value" or not opens.match(folded, start, quantity.start):
            continue
        low, high = interval(quantity.value, 0, "approx")
        quantities[index] = quantity._replace(comparator="approx", low=low, high=high)
    return lexed._replace(quantities=tuple(quantities))
