"""A fraction against the percentage printed behind it.

"52/823 hộ, chiếm 6,31%" (part of a whole) and "991.380.800đ/900.000.000đ, đạt 110,15% kế hoạch" (result and plan).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.checks.interval import of
from extract.checks.relation import Side, relation
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.facts.read import Drawn
    from extract.model import Check, Quantity
    from extract.rulefiles import RuleFiles

_REACH = 80
"""How far behind the fraction its percentage may stand, in characters."""


@dataclass(frozen=True, slots=True)
class ShareVocabulary:
    """Words between a fraction and a percentage that make it something else than their ratio."""

    other: regex.Pattern[str]

    @classmethod
    def load(cls, files: RuleFiles) -> ShareVocabulary:
        """Compile the section ``not_a_share``."""
        words = sorted({fold(word) for section in files.sections("not_a_share") for word in section.texts()}, key=len)
        return cls(regex.compile(rf"(?<!\w)(?:{'|'.join(map(regex.escape, reversed(words))) or '(?!)'})(?!\w)"))


def percent_of(drawn: Drawn, vocabulary: ShareVocabulary) -> Iterator[Check]:
    """One check for every fraction with a percentage next behind it in its segment."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for part, whole, percent in zip(quantities, quantities[1:], quantities[2:], strict=False):
        if whole.role not in ("whole", "plan") or percent.kind != "percent" or whole.value <= 0:
            continue
        between = reading.folded[whole.end : percent.start]
        if len(between) > _REACH or vocabulary.other.search(between) or _interrupted(drawn, whole.end, percent.start):
            continue
        unit = _last_unit(reading.folded, percent)
        yield relation(
            reading.page.page_id,
            "plan_ratio" if whole.role == "plan" else "percent_of",
            Side(reading.quote(part.start, whole.end), of(part).percent_of(of(whole))),
            Side(reading.quote(percent.start, percent.end), of(percent).one_unit_wider(unit)),
            (part.start, percent.end),
        )


def _interrupted(drawn: Drawn, start: int, end: int) -> bool:
    """Whether a date or another number, or the end of a segment, stands between."""
    if drawn.reading.structure.segment(start).start != drawn.reading.structure.segment(end).start:
        return True
    return any(start <= mention.start < end for mention in drawn.reading.lexed.mentions)


_DECIMALS = regex.compile(r"\d[.,](\d+)")


def _last_unit(folded: str, percent: Quantity) -> float:
    """One unit of the last printed digit: 0.01 of "6,31%"."""
    decimals = _DECIMALS.search(folded, percent.start, percent.end)
    return 1.0 if decimals is None else 10.0 ** -len(decimals[1])
