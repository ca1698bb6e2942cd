"""Pages that lost every "ư" without a tone: in TCVN3 it has the code of the soft hyphen, which many converters drop.

"Thu nhập bình quân đầu ngời ớc đợc 4 triệu đồng": where "ươ" became "ơ" the word is no syllable any more, or one
that reports do not use. A page is taken for such by its "đợc", which stands in no other.
"""

from __future__ import annotations

import regex

from extract.decode.syllables import is_syllable

_TRACE, _WHOLE = "đợc", "được"
_WORD = regex.compile(r"(?<!\p{L})(?=\p{L}*[ơờớởỡợ])\p{L}+", regex.IGNORECASE)
_HORN = regex.compile("[ơờớởỡợ]", regex.IGNORECASE)
_OTHER_WORDS = frozenset({"ngời", "dới", "lới", "vờn", "lợt", "vợt"})
"""Syllables as well, but rare ones beside those that lost their "ư"."""
_WITHOUT_VOWEL = regex.compile(
    r"(?<!\p{L})(?:(?<=đầu )t|(?<=bí )th|(?<=dân )c|nh)(?![\p{L}\p{M}\d/.])", regex.IGNORECASE
)


def has_lost_letters(text: str) -> bool:
    """Whether a page has lost them.

    >>> has_lost_letters("Hội đã trao đợc 12 suất"), has_lost_letters("Hội đã trao được 12 suất")
    (True, False)
    """
    return _TRACE in text and text.count(_TRACE) > text.count(_WHOLE)


def mend_lost_letters(text: str) -> str:
    """The text with every "ư" back that can only be missing.

    >>> mend_lost_letters("Hơn 12 ngời đợc tặng quà trớc Tết, tăng trởng 5%; đầu t đờng xá nh trên; TRỜNG HỌC")
    'Hơn 12 người được tặng quà trước Tết, tăng trưởng 5%; đầu tư đường xá như trên; TRƯỜNG HỌC'
    """
    return _WITHOUT_VOWEL.sub(_with_vowel, _WORD.sub(_mended, text))


def _mended(found: regex.Match[str]) -> str:
    word = found[0]
    lower = word.lower()
    if lower not in _OTHER_WORDS and is_syllable(lower):
        return word
    meant = _HORN.sub(lambda letter: ("Ư" if letter[0].isupper() else "ư") + letter[0], word, count=1)
    return meant if is_syllable(meant.lower()) else word


def _with_vowel(found: regex.Match[str]) -> str:
    return found[0] + ("Ư" if found[0].isupper() else "ư")
