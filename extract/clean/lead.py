"""A date that a tool put in front of the first sentence: " date 2025-08-23 Ngày 23/8, chương trình ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import regex

from extract.clean.furniture import line_of
from extract.clean.vocabulary import first_word
from extract.text import fold

if TYPE_CHECKING:
    from extract.clean.outline import Outline
    from extract.clean.vocabulary import CleanVocabulary

_WITHIN = 60
_FIRST_WORD_WITHIN = 16
_SHORTEST_REST = 20
_SHORTEST = _SHORTEST_REST + len("2025-08 ")
"""A text so long holds a date, and text behind it."""
_HAS_DIGIT = re.compile(r"\d")
_MONTH = regex.compile(r"\s*+\d{4}-\d{2}(?![\d-])")


def split_dates(outline: Outline, vocabulary: CleanVocabulary) -> Outline:
    """Make two blocks of each that runs a labelled date and a text together."""
    pieces = {
        at: (
            block._replace(kind="line", text=block.text[:end].strip()),
            block._replace(text=block.text[end:].strip(" -|,;")),
        )
        for at, block in enumerate(outline.blocks)
        if (end := _date_end(block.text, vocabulary))
    }
    return outline.cut(pieces) if pieces else outline


def _date_end(text: str, vocabulary: CleanVocabulary) -> int:
    """Where a labelled date ends that a text begins with; 0 if it begins otherwise, or is nothing but the date.

    >>> from extract.rulefiles import load
    >>> from extract.clean.vocabulary import CleanVocabulary
    >>> words = CleanVocabulary.load(load())
    >>> _date_end("date 2025-08-23 Ngày 23/8, chương trình đã được mở.", words)
    15
    >>> _date_end("Ngày 23/8/2025, xã mở hội.", words)
    0
    """
    if len(text) < _SHORTEST or not _HAS_DIGIT.search(text, 0, _WITHIN):
        return 0
    if first_word(fold(text[:_FIRST_WORD_WITHIN])) not in vocabulary.label_words:
        return 0
    folded = fold(text[:_WITHIN])
    label = vocabulary.label.match(folded)
    if label is None or label.lastgroup != "date":
        return 0
    days = vocabulary.date_lines.dates.find(folded)
    month = _MONTH.match(folded, label.end())
    if days and days[0].start - label.end() <= len(" : "):
        end = days[0].end
    elif month is not None:
        end = month.end()
    else:
        return 0
    rest = text[end:].strip()
    starts_anew = len(rest) >= _SHORTEST_REST and rest.lstrip('("“')[:1].isupper()
    return end if starts_anew and line_of(text, vocabulary).reason is None else 0
