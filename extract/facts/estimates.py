"""Clauses that call their figure an estimate from the start: "Ước thu từ trồng trọt: 9.860.000.000đ"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.lex.comparators import interval
from extract.text import any_of

if TYPE_CHECKING:
    from extract.model import Lexed
    from extract.rulefiles import RuleFiles

_REACH = 100
"""How far before its figure a clause may begin."""


def estimating(files: RuleFiles) -> regex.Pattern[str]:
    """Matches backwards from the first figure of a clause that begins with one of ``estimating`` to its start."""
    words = any_of(files.words("estimating"))
    return regex.compile(rf"(?r)(?:^|[\n.;:(+•*-]|, )\s*(?:{words}) [^\n;,.()\d]+")


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
