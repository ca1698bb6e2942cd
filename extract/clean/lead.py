"""A labelled date that runs together with other text: in front of the first sentence, as a tool put it (" date
2025-08-23 Ngày 23/8, chương trình ..."), or behind the name of a section ("Nông thôn - Ngày đăng : 13:39, 07/01/2012").
"""

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
_SHORTEST_REST = 8
_LONGEST_SECTION = 60
_SHORTEST = _SHORTEST_REST + len("2025-08 ")
"""A text so long holds a date, and text behind it."""
_LONGEST_STAMPED = 120
_DASHES = ("-", "–", "|")
_BETWEEN = " -–|,;"
_DAY_IN_FIGURES = re.compile(r"\d[/.-]\d{1,2}[/.-]\d{4}")
_HAS_DIGIT = re.compile(r"\d")
_MONTH = regex.compile(r"\s*+\d{4}-\d{2}(?![\d-])")


def split_dates(outline: Outline, vocabulary: CleanVocabulary) -> Outline:
    """Make two blocks of each that runs a labelled date and a text together."""
    pieces = {}
    for at, block in enumerate(outline.blocks):
        if end := _date_end(block.text, vocabulary):
            date, rest = block.text[:end].strip(), block.text[end:].strip(_BETWEEN)
            pieces[at] = (block._replace(kind="line", text=date), block._replace(text=rest))
        elif start := _date_start(block.text, vocabulary):
            section, date = block.text[:start].strip(_BETWEEN), block.text[start:]
            pieces[at] = (block._replace(text=section), block._replace(kind="line", text=date))
    return outline.cut(pieces) if pieces else outline


def _date_start(text: str, vocabulary: CleanVocabulary) -> int:
    """Where a labelled date begins that a short line ends with, behind a dash; 0 if there is none.

    >>> from extract.rulefiles import load
    >>> from extract.clean.vocabulary import CleanVocabulary
    >>> words = CleanVocabulary.load(load())
    >>> _date_start("Nông nghiệp - Nông thôn - Ngày đăng : 13:39, 07/01/2012", words)
    26
    >>> _date_start("Bản kê khai - ngày 07/01/2012", words)
    0
    """
    if len(text) > _LONGEST_STAMPED or not _DAY_IN_FIGURES.search(text) or line_of(text, vocabulary).reason is not None:
        return 0
    folded = fold(text)
    for label in vocabulary.label.finditer(folded, 1, _LONGEST_SECTION):
        if label.lastgroup == "date" and folded[: label.start()].rstrip().endswith(_DASHES):
            line = line_of(text[label.start() :], vocabulary)
            if line.labelled and line.reason == "date_line":
                return label.start()
    return 0


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
