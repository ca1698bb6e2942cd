"""Figures that a result is only compared with: "trao 350 suất (cùng kỳ năm trước 300 suất), tăng 50 suất"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.checks.comparable import alike
from extract.checks.direction import ChangeWords
from extract.text import any_of

if TYPE_CHECKING:
    from extract.facts.reading import Reading
    from extract.rulefiles import RuleFiles

_BEFORE, _AFTER = 60, 40
"""How many characters before and behind a figure are looked at."""
_WORD = 20
_LOOKED_AT = 20
"""So many figures before a change may be what has changed."""
_SIGNED = regex.compile(r"[(\[]\s*[+–-]\s*$")
"""A bracket that opens with the sign of a change: "9.801 ha, tăng 2,83% (+ 270 ha)"."""
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
    origin: regex.Pattern[str]
    """Before what a result was before, and ..."""
    outcome: regex.Pattern[str]
    """... behind it: "từ 45 hộ năm 2021 xuống còn 20 hộ"."""
    change: ChangeWords
    lands: regex.Pattern[str]
    """Before what came out of a change."""
    landed: regex.Pattern[str]
    """The same where the figure begins with it: "tăng | lên hơn 300 hội viên"."""

    @classmethod
    def load(cls, files: RuleFiles) -> ComparedVocabulary:
        """Compile sections of ``rules/checks.yaml``, and what ``rules/sums.yaml`` adds."""
        earlier, leads, joins, outcome = map(
            files.any_of, ("compared_to", "earlier_leads", "earlier_joins", "outcome_words")
        )
        of, year, some_period = map(files.any_of, ("period_of", "year_words", "period_words"))
        edge = any_of(word for words in files.lists("said_edges", "start", "end").values() for word in words)
        in_year = rf"{year}\s+\d{{4}}"
        period = rf"(?:{earlier}(?:\s+{earlier})?(?:\s+(?:{of}\s+)?{in_year})?)"
        # No comma: "so với cùng kỳ năm trước, trao thêm 50 suất" goes on with a result.
        joined = rf"\s*[:(]?\s*(?:{joins}\s+){{0,2}}$"
        return cls(
            before=regex.compile(
                rf"(?<!\w)(?:{period}{joined}|{leads}\s+(?:{period}|{in_year})\s*(?:{files.any_of('earlier_is')}|:|\()\s*$|{leads}\s+$)"
            ),
            in_bracket=regex.compile(rf"(?<!\w)\({in_year}{joined}"),
            after=regex.compile(rf"\s*{files.any_of('earlier_of')}?\s*{earlier}(?!\w)"),
            origin=regex.compile(rf"(?<!\w){files.any_of('earlier_from')}\s+$"),
            outcome=regex.compile(rf"\s*(?:(?:{of}\s+)?(?:{edge} )?{some_period}\s+[\d/]+\s+)?{outcome}(?!\w)"),
            lands=regex.compile(rf"(?<!\w){outcome}\s+$"),
            landed=regex.compile(rf"{outcome}(?!\w)"),
            change=ChangeWords.load(files, added=False),
        )


def earlier(reading: Reading, vocabulary: ComparedVocabulary) -> set[int]:
    """Where the figures begin that are told of another period than the page's, to compare."""
    found: set[int] = set()
    until = 0
    for at, quantity in enumerate(reading.lexed.quantities):
        if quantity.start < until:  # "(cùng kỳ năm trước 300 suất, trị giá 150 triệu đồng)"
            found.add(quantity.start)
        elif _is_introduced(at, reading, vocabulary):
            found.add(quantity.start)
            until = _bracket_end(quantity.start, reading)
        elif _is_followed(at, reading, vocabulary) or reading.is_of_before(quantity.start):
            found.add(quantity.start)
    return found


def origins(reading: Reading, vocabulary: ComparedVocabulary) -> set[int]:
    """Where the figures begin that a change starts from: "từ 45 hộ xuống còn 20 hộ" is told of the 20."""
    quantities = enumerate(reading.lexed.quantities)
    return {quantity.start for at, quantity in quantities if _is_origin(at, reading, vocabulary)}


def _is_origin(at: int, reading: Reading, vocabulary: ComparedVocabulary) -> bool:
    end = reading.lexed.quantities[at].end
    return _is_led_by_from(at, reading, vocabulary) and bool(
        vocabulary.outcome.match(reading.folded, end, end + _AFTER)
    )


def _is_led_by_from(at: int, reading: Reading, vocabulary: ComparedVocabulary) -> bool:
    start = reading.lexed.quantities[at].start
    return vocabulary.origin.search(reading.folded, _before(at, reading), start) is not None


def _is_introduced(at: int, reading: Reading, vocabulary: ComparedVocabulary) -> bool:
    """Whether what stands before a figure makes it one of another period."""
    quantity = reading.lexed.quantities[at]
    last = reading.lexed.quantities[at - 1] if at else None
    start = _before(at, reading)
    if vocabulary.before.search(reading.folded, start, quantity.start):
        return True
    beside = last is not None and last.end == start and alike(last, quantity)
    if beside and quantity.role == "value" and reading.folded[start : quantity.start].strip() == "/":
        return True  # "tăng 93 vụ (206/113 vụ)"
    return beside and vocabulary.in_bracket.search(reading.folded, start, quantity.start) is not None


def _is_followed(at: int, reading: Reading, vocabulary: ComparedVocabulary) -> bool:
    """Whether what stands behind a figure does so."""
    quantity = reading.lexed.quantities[at]
    if _is_led_by_from(at, reading, vocabulary):
        return _is_origin(at, reading, vocabulary)
    behind = reading.folded, quantity.end, quantity.end + _AFTER
    return quantity.kind != "percent" and vocabulary.after.match(*behind) is not None


def _before(at: int, reading: Reading) -> int:
    """From where on the words belong to a figure: behind the last one, in its segment, near."""
    start = reading.lexed.quantities[at].start
    last = reading.lexed.quantities[at - 1].end if at else 0
    return max(reading.structure.segment(start).start, start - _BEFORE, last)


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
        said = vocabulary.change.before(reading.folded, quantity.start)
        if said is None and not _SIGNED.search(reading.folded, max(0, quantity.start - _WORD), quantity.start):
            continue
        if vocabulary.lands.search(reading.folded, max(0, quantity.start - _WORD), quantity.start):  # "giảm còn 20 hộ"
            continue
        if vocabulary.landed.match(reading.folded, quantity.start, quantity.end):
            continue
        sentence = reading.structure.sentence(quantity.start)
        told = (quantities[index] for index in reading.quantities_in(sentence.start, quantity.start)[-_LOOKED_AT:])
        if quantity.kind == "money" or any(alike(other, quantity) for other in told):
            found.add(quantity.start)
    return found
