"""Figures that a result is only compared with: "trao 350 suất (cùng kỳ năm trước 300 suất), tăng 50 suất"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.checks.terms import alike
from extract.text import any_of, fold

if TYPE_CHECKING:
    from extract.facts.reading import Reading
    from extract.rulefiles import RuleFiles

_BEFORE, _AFTER = 60, 40
"""How many characters before and behind a figure are looked at."""
_WORD = 20
_LOOKED_AT = 20
"""So many figures before a change may be what has changed."""
_BRACKET = 400
"""How far before a figure its bracket may open."""


@dataclass(frozen=True, slots=True)
class ComparedVocabulary:
    """Words that make a figure one of another period, or a change."""

    before: regex.Pattern[str]
    """At the end of what stands before the figure."""
    in_bracket: regex.Pattern[str]
    """The same for a year in a bracket: "350 suất (năm 2021: 300 suất)"."""
    after: regex.Pattern[str]
    """At the start of what stands behind it."""
    change: regex.Pattern[str]

    @classmethod
    def load(cls, files: RuleFiles) -> ComparedVocabulary:
        """Compile sections of ``rules/checks.yaml``, and what ``rules/sums.yaml`` adds."""
        earlier, leads, joins, more, less = (
            rf"(?:{any_of(fold(word) for section in files.sections(key) for word in section.texts())})"
            for key in ("compared_to", "against_words", "earlier_joins", "more_words", "less_words")
        )
        period = rf"(?:{earlier}(?:\s+{earlier})?(?:\s+(?:năm|của năm)\s+\d{{4}})?)"
        # No comma: "so với cùng kỳ năm trước, trao thêm 50 suất" goes on with a result.
        joined = rf"\s*[:(]?\s*(?:{joins}\s+){{0,2}}$"
        return cls(
            before=regex.compile(
                rf"(?<!\w)(?:{period}{joined}|{leads}\s+(?:{period}|năm\s+\d{{4}})\s*(?:là|:|\()\s*$|{leads}\s+$)"
            ),
            in_bracket=regex.compile(rf"(?<!\w)\(năm\s+\d{{4}}{joined}"),
            after=regex.compile(rf"\s*(?:của|trong|ở|hồi)?\s*{earlier}(?!\w)"),
            change=regex.compile(rf"(?<!\w)(?:{more}|{less})\s+(?:được\s+|khoảng\s+|gần\s+|hơn\s+|trên\s+)?$"),
        )


def earlier(reading: Reading, vocabulary: ComparedVocabulary) -> set[int]:
    """Where the figures begin that are told of another period than the page's, to compare."""
    found: set[int] = set()
    quantities = reading.lexed.quantities
    until = 0
    in_bracket = vocabulary.in_bracket.search
    for at, quantity in enumerate(quantities):
        if quantity.start < until:  # "(cùng kỳ năm trước 300 suất, trị giá 150 triệu đồng)"
            found.add(quantity.start)
            continue
        start = max(reading.structure.segment(quantity.start).start, quantity.start - _BEFORE)
        last = quantities[at - 1] if at else None
        start = max(start, last.end if last is not None else 0)
        folded = reading.folded
        if vocabulary.before.search(folded, start, quantity.start) or (
            last is not None
            and last.end == start
            and alike(last, quantity)
            and in_bracket(folded, start, quantity.start)
        ):
            found.add(quantity.start)
        if quantity.start in found:
            until = _bracket_end(quantity.start, reading)
        elif quantity.kind != "percent" and vocabulary.after.match(folded, quantity.end, quantity.end + _AFTER):
            found.add(quantity.start)
    return found


def _bracket_end(offset: int, reading: Reading) -> int:
    """Where the bracket closes that is open at a place of a segment; 0 if none is."""
    segment = reading.structure.segment(offset)
    before = reading.folded[max(segment.start, offset - _BRACKET) : offset]
    return reading.folded.find(")", offset, segment.end) if before.count("(") > before.count(")") else 0


def changes(reading: Reading, vocabulary: ComparedVocabulary) -> set[int]:
    """Where the figures begin that say by how much something is more or less: of money, or beside what has changed."""
    found = set()
    quantities = reading.lexed.quantities
    for quantity in quantities:
        if not vocabulary.change.search(reading.folded, max(0, quantity.start - _WORD), quantity.start):
            continue
        sentence = reading.structure.sentence(quantity.start)
        before = (quantities[index] for index in reading.quantities_in(sentence.start, quantity.start)[-_LOOKED_AT:])
        if quantity.kind == "money" or any(alike(other, quantity) for other in before):
            found.add(quantity.start)
    return found
