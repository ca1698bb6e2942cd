"""Percentages that say of the figure before them how it stands to its plan, its whole or another year.

"thu 4.190,1 triệu đồng, bằng 101% kế hoạch, tăng 12% so với cùng kỳ": both are about what the amount is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.codes import PERCENTS
from extract.text import any_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.facts.figures import Owner
    from extract.facts.reading import Reading
    from extract.rulefiles import RuleFiles

_REACH = 80
"""How far behind the figure its percentage may stand, in characters."""
_MARKS = (",", ";")
_SIGNS = " ,;"
_LEADS = ("share_leads", "more_words", "less_words")


@dataclass(frozen=True, slots=True)
class RateWords:
    """What leads to a percentage, and which figures are listed by theirs."""

    leads: regex.Pattern[str]
    """All between a figure and its percentage: some words of its own, then a lead such as "chiếm" or "tăng"."""
    last: regex.Pattern[str]
    """The lead that ends a text."""
    borders: tuple[str, ...]
    """What a label begins behind."""
    listed: frozenset[str]
    """Indicators whose percentages go on in a list: "công nghiệp tăng 4%, dịch vụ tăng 3%"."""

    @classmethod
    def load(cls, files: RuleFiles) -> RateWords:
        """Compile ``share_leads``, ``more_words``, ``less_words`` and ``around_leads``."""
        words = files.lists("around_leads", "before", "behind", "listed")
        lead = rf"(?P<lead>{files.any_of(*_LEADS)})(?:[ ]{any_of(words['behind'])})?"
        own = r"(?:[ ]?[^\s,;.:()]+){0,8}?"
        whole = rf"(?:{any_of(words['before'])}[ ])?{lead}"
        return cls(
            regex.compile(rf"{own}(?:(?:[ ]?[,;.(-])?[ \n]?{whole}[ :]*|[ ]?\([ ]?)"),
            regex.compile(rf"(?r)(?<!\w){lead} $"),
            (*_MARKS, *(f" {word} " for word in sorted(files.words("and_words")))),
            words["listed"],
        )


def _is_apart(reading: Reading, start: int, end: int) -> bool:
    """Whether a name or a period stands between, but for one compared with: "so với cùng kỳ năm 2023 và đạt"."""
    names = [reading.lexed.mentions[index] for index in reading.mentions_in(start, end)]
    return bool(reading.periods_in(start, end)) or any(mention.first is None for mention in names)


def rates(reading: Reading, owned: Mapping[int, Owner], words: RateWords) -> dict[int, Owner]:
    """Who owns each percentage that no rule took: the owner of the figure before it, of which it tells a rate."""
    found: dict[int, Owner] = {}
    quantities = reading.lexed.quantities
    for index in range(1, len(quantities)):
        rate, figure = quantities[index], quantities[index - 1]
        if rate.kind not in PERCENTS or index in owned or rate.start - figure.end > _REACH:
            continue
        before = index - 1 if index - 1 in owned or index - 1 in found or figure.role == "value" else index - 2
        owner = owned.get(before) or found.get(before)
        if owner is None or (owner.statement_id is None and before not in found):
            continue
        if _is_apart(reading, figure.end, rate.start):
            continue
        if words.leads.fullmatch(reading.folded, figure.end, rate.start):
            found[index] = owner._replace(lead=None)
        elif owner.indicator in words.listed and _goes_on(reading, index, words):
            found[index] = owner._replace(lead=None, statement_id=None)
    return found


def _goes_on(reading: Reading, index: int, words: RateWords) -> bool:
    """Whether a percentage is told of the next of a list by the word that led to the one before."""
    rate, earlier = reading.lexed.quantities[index], reading.lexed.quantities[index - 1]
    if earlier.kind not in PERCENTS or reading.structure.sentence(earlier.start).end < rate.end:
        return False
    led = words.last.search(reading.folded, earlier.end, rate.start)
    first = words.last.search(reading.folded, max(0, earlier.start - _REACH), earlier.start)
    if led is None or first is None or led["lead"] != first["lead"]:
        return False
    label = reading.folded[earlier.end : led.start()]
    return label.startswith(words.borders) and label.strip(_SIGNS) != ""
