"""Letters that only look like those of Vietnamese, in words that make sense with the right ones."""

from __future__ import annotations

import re
import unicodedata

import regex

from extract.decode.syllables import is_syllable

_MEANT = str.maketrans(
    {
        "ƣ": "ư",  # U+01A3: what converters of TCVN3 and PDF files made of "ư"
        "Ƣ": "Ư",
        "ð": "đ",  # U+00F0, Icelandic
        "Ð": "Đ",  # U+00D0, the same to the eye
        "Ɖ": "Đ",  # U+0189, African
        "ɖ": "đ",
        "\u2212": "ư",  # minus sign and soft hyphen have the code of "ư" in TCVN3: "tr−ờng"
        "\u00ad": "ư",
    }
)
LOOK_ALIKES = frozenset(map(chr, _MEANT))
_LETTERS_AND_MARKS = r"(?:[\p{L}\p{M}]|[\u2212\u00ad](?!\p{N}))"
_WORD = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\p{{N}}\u2212\u00ad]){_LETTERS_AND_MARKS}*?[{''.join(LOOK_ALIKES)}]{_LETTERS_AND_MARKS}*+(?!\p{{N}})"
)
_LOOK_ALIKE = re.compile(f"[{''.join(LOOK_ALIKES)}]")
_ASCII_LETTER = regex.compile("[A-Za-z]")
_VIETNAMESE = regex.compile("[\u1ea0-\u1ef9]")


def mend_letters(text: str) -> str:
    r"""Look-alikes replaced where the word is then a syllable, and left alone where it is not.

    >>> mend_letters("Quỹ Ðền ơn; phƣờng, tr−ờng, nh− vậy; Hafnarfjörður; −5 độ; 3−6 tuổi; − Trao quà")
    'Quỹ Đền ơn; phường, trường, như vậy; Hafnarfjörður; −5 độ; 3−6 tuổi; − Trao quà'
    """
    if not any(letter in text for letter in LOOK_ALIKES) or not _VIETNAMESE.search(text):
        return text
    pieces: list[str] = []
    since = looked = 0
    for found in _LOOK_ALIKE.finditer(text):  # in long texts of other languages there are few
        start, end = found.span()
        if start < looked:
            continue
        while start > looked and _may_be_in_word(text[start - 1]):
            start -= 1
        while end < len(text) and _may_be_in_word(text[end]):
            end += 1
        for word in _WORD.finditer(text, start, end + 1):  # what stands behind tells, too
            pieces += (text[since : word.start()], _mended(word))
            since = word.end()
        looked = end
    pieces.append(text[since:])
    return "".join(pieces)


def _may_be_in_word(letter: str) -> bool:
    return letter.isalpha() or letter in LOOK_ALIKES or unicodedata.category(letter)[0] == "M"


def _mended(found: regex.Match[str]) -> str:
    word = found[0]
    if not _ASCII_LETTER.search(word):
        return word
    meant = unicodedata.normalize("NFC", word.translate(_MEANT))
    return meant if is_syllable(meant) else word


COMBINING = frozenset(map(chr, range(0x300, 0x370)))
_LATE = "\u0302\u0306\u031b"
_TONE_FIRST = regex.compile(rf"(\p{{L}})([{_LATE}])")


def order_marks(text: str) -> str:
    r"""Marks that were typed in the wrong order put right: a letter takes its circumflex or horn before its tone.

    Unicode's composition leaves these apart, for the order of marks above a letter means something to it.

    >>> order_marks("ti\u00e9\u0302ng Vi\u1eb9\u0302t, t\u00e1\u0306t")
    'tiếng Việt, tắt'
    """
    return _TONE_FIRST.sub(_ordered, text) if any(mark in text for mark in _LATE) else text


def _ordered(found: regex.Match[str]) -> str:
    apart = unicodedata.normalize("NFD", found[1])
    composed = unicodedata.normalize("NFC", apart[0] + found[2] + apart[1:])
    return composed if len(composed) == 1 else found[0]
