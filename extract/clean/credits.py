"""The credit at the end of a photo's caption: "Trao học bổng cho học sinh nghèo. (Ảnh: Hải Yến)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.text import fold

if TYPE_CHECKING:
    from extract.clean.outline import Outline
    from extract.clean.vocabulary import CleanVocabulary

_LONGEST = 80
_MOST_WORDS = 12
_COLON = regex.compile(r"\s*+:")
_OPENS = regex.compile(r"(?:^|[.!?…»”\")\]]|(?:^|\s)[-–—|/•]|[(\[|])\s*+$")
"""What stands before a credit: nothing, the end of a sentence, a dash, a bracket."""
_ENDS = regex.compile(r"[.!?]\s+\p{Lu}|[;?!]")
_STARTS = regex.compile(r".*(?:[.!?…»”]\s|[(\[|]\s?|\s[-–—/]\s)", regex.DOTALL)


def split_credits(outline: Outline, vocabulary: CleanVocabulary) -> Outline:
    """Make two blocks of each caption that ends with a credit; the second is a line."""
    pieces = {
        at: (
            block._replace(text=block.text[:start].rstrip(" |/([–—-•"), links=0),
            block._replace(text=block.text[start:].strip()),
        )
        for at, block in enumerate(outline.blocks)
        if block.kind == "caption" and 0 < (start := credit_start(block.text, vocabulary)) < len(block.text)
    }
    return outline.cut(pieces) if pieces else outline


def credit_start(text: str, vocabulary: CleanVocabulary) -> int:
    """Where the credit begins that ends a caption: 0 if it is all credit, the length of the text if there is none.

    >>> from extract.rulefiles import load
    >>> from extract.clean.vocabulary import CleanVocabulary
    >>> words = CleanVocabulary.load(load())
    >>> texts = ("Trao học bổng. (Ảnh: Hải Yến)", "Ảnh: CTV", "Hội nghị ngày 5/6 © TTXVN", "Nông dân xem ảnh: 3 tấm.")
    >>> [text[credit_start(text, words):] for text in texts]
    ['(Ảnh: Hải Yến)', 'Ảnh: CTV', '© TTXVN', '']
    """
    first = max(0, len(text) - _LONGEST)
    folded = fold(text[first:])
    best = len(folded)
    sign = folded.find("©")
    if sign >= 0:
        best = sign
    for match in vocabulary.photo_label.finditer(folded):
        if match.start() >= best:
            break
        before = folded[: match.start()]
        if _COLON.match(folded, match.end()) and (_OPENS.search(before) or (not first and not before.strip())):
            best = match.start()
            break
    if best == len(folded):
        agency = vocabulary.photo_agency.search(folded)
        if agency is not None:
            before = folded[: agency.start()]
            opening = _STARTS.match(before)
            best = opening.end() if opening else agency.start() if first or "/" not in before else 0
    if best == len(folded):
        return len(text)
    value = text[first + best :]
    if len(value.split()) > _MOST_WORDS or _ENDS.search(value.rstrip(")].")):
        return len(text)
    if best and folded[best - 1] in "([":
        best -= 1
    start = first + best
    return start if any(map(str.isalnum, text[:start])) else 0
