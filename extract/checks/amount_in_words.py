"""Digits against the same amount in words: "86.500.000 đồng (Tám mươi sáu triệu năm trăm nghìn đồng)"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from extract.checks.interval import of
from extract.checks.relation import relation, side_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.facts.page_facts import Drawn
    from extract.model import Check
    from extract.rulefiles import RuleFiles

KIND = "words_equal_digits"
_BRACKET = regex.compile(r"[\s.]*\([\p{L}\s]*:?\s*")
"""Between digits and words: "đồng (", "đồng (bằng chữ: "."""


def words_end(files: RuleFiles) -> regex.Pattern[str]:
    """What stands behind the last of the words, from ``even_words``; others may go on with the amount."""
    return regex.compile(rf"[^\p{{L}}\d)]*{files.any_of('even_words')}?[^\p{{L}}\d)]*\)")


def amount_in_words(drawn: Drawn, end: regex.Pattern[str]) -> Iterator[Check]:
    """One check for every amount that is told again in words, which ``end`` matches behind."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for digits, words in pairwise(quantities):
        if digits.kind != "money" or words.kind != "money" or digits.comparator != "eq":
            continue
        spelled = not any(map(str.isdigit, reading.folded[words.start : words.end]))
        if not spelled or not _BRACKET.fullmatch(reading.folded, digits.end, words.start):
            continue
        if end.match(reading.folded, words.end) or of(digits).meets(of(words)):
            yield relation(
                reading.page.page_id,
                KIND,
                side_of(digits, reading),
                side_of(words, reading),
                (digits.start, words.end),
            )
