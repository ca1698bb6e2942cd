"""Percentages that say of the figure before them how it stands to its plan, its whole or another year.

"thu 4.190,1 triệu đồng, bằng 101% kế hoạch, tăng 12% so với cùng kỳ": both are about what the amount is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.codes import PERCENTS
from extract.text import any_of, fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.facts.figures import Owner
    from extract.facts.reading import Reading
    from extract.rulefiles import RuleFiles

_REACH = 80
"""How far behind the figure its percentage may stand, in characters."""
_LEADS = ("share_leads", "more_words", "less_words")


def rate_leads(files: RuleFiles) -> regex.Pattern[str]:
    """What stands between a figure and its percentage: some words of its own, then a lead such as "chiếm" or "tăng"."""
    leads = any_of(files.words(*_LEADS))
    own = r"(?:[ ]?[^\s,;.:()]+){0,5}?"
    before, behind = (any_of(_words(files, key)) for key in ("before", "behind"))
    lead = rf"(?:(?:{before})[ ])?(?:{leads})(?:[ ](?:{behind}))?"
    return regex.compile(rf"{own}(?:(?:[ ]?[,;.(-])?[ \n]?{lead}[ :]*|[ ]?\([ ]?)")


def _words(files: RuleFiles, key: str) -> set[str]:
    """The words of ``around_leads`` that may stand before a lead, or behind it."""
    words: set[str] = set()
    for section in files.sections("around_leads"):
        section.only("before", "behind")
        node = section.get(key)
        words.update(() if node is None else map(fold, node.texts()))
    return words


def rates(reading: Reading, owned: Mapping[int, Owner], leads: regex.Pattern[str]) -> dict[int, Owner]:
    """Who owns each percentage that no rule took: the owner of the figure before it, of which it tells a rate."""
    found: dict[int, Owner] = {}
    quantities = reading.lexed.quantities
    for index in range(1, len(quantities)):
        rate, figure = quantities[index], quantities[index - 1]
        if rate.kind not in PERCENTS or index in owned or rate.start - figure.end > _REACH:
            continue
        before = index - 1 if index - 1 in owned or index - 1 in found or figure.role == "value" else index - 2
        owner = owned.get(before) or found.get(before)
        if owner is None or owner.statement_id is None:
            continue
        if reading.mentions_in(figure.end, rate.start):
            continue
        if leads.fullmatch(reading.folded, figure.end, rate.start):
            found[index] = owner._replace(lead=None)
    return found
