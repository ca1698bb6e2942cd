"""Lines below photos that say the headline again: "Xã trao 12 suất - Ảnh 1", "Xa trao 12 suat - Anh 1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.text import likeness_key, without_marks

if TYPE_CHECKING:
    from extract.clean.vocabulary import CleanVocabulary

_LONGEST_TAIL = 40
_HEADLINE = 4
"""Spaces in the shortest that is known by its lack of marks alone."""
_QUOTES = re.compile(r"[\"']")


def repeats_headline(folded: str, title_key: str, vocabulary: CleanVocabulary) -> bool:
    """Whether a folded line is a headline with the tail of a photo; ``title_key`` is the key of the page's own.

    Some sites write it as addresses do, without marks; then it may be that of another page.

    >>> from extract.clean.vocabulary import CleanVocabulary
    >>> from extract.rulefiles import load
    >>> words = CleanVocabulary.load(load())
    >>> [repeats_headline(line, "xã họp dân", words) for line in ("xã họp dân - ảnh 1", "xa hop dan - anh 2", "xã họp")]
    [True, True, False]
    """
    unmarked = folded.isascii()
    near = title_key != "" and 0 < len(folded) - len(title_key) <= _LONGEST_TAIL
    if not unmarked and not (near and folded[0] in ("-", title_key[0])):
        return False
    tail = vocabulary.caption_tail.search(folded)
    if tail is None:
        return False
    if near:
        key = likeness_key(folded[: tail.start()])
        if key == title_key or _QUOTES.sub("", key) == _QUOTES.sub("", without_marks(title_key)):
            return True
    return unmarked and tail[0].lstrip()[:1] == "-" and folded.count(" ", 0, tail.start()) >= _HEADLINE
