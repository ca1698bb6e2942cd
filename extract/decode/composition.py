"""Letters and the marks that follow them, made one character each, in time that no page can stretch."""

from __future__ import annotations

import re
import unicodedata

import regex

_LONGEST_RUN = 30
"""Marks on one letter: what the stream-safe text format of UAX #15 allows, far more than any language needs."""
_LETTERS_A_MARK = 256
_JOINER = "\u034f"
_MARKED_TOO_OFTEN = regex.compile(rf"(\P{{ccc=0}}{{{_LONGEST_RUN}}})(?=\P{{ccc=0}})")


def compose(text: str) -> str:
    r"""The text in NFC. Endless runs of marks are broken by a joiner: putting *n* in order takes *n*² steps.

    >>> compose("ho\u0323c bo\u0302\u0309ng"), compose("t" + "\u0301" * 90).count("\u034f")
    ('học bổng', 2)
    """
    return unicodedata.normalize("NFC", _MARKED_TOO_OFTEN.sub(rf"\1{_JOINER}", text))


def compose_around(text: str, marks: frozenset[str]) -> str:
    r"""``compose`` for a text whose marks are these: of few marks, only the letters that bear them are looked at.

    >>> compose_around("ho\u0323c Zoe\u0308", frozenset("\u0323\u0308"))
    'học Zoë'
    """
    if sum(map(text.count, marks)) > len(text) // _LETTERS_A_MARK:
        return compose(text)
    pieces: list[str] = []
    since = 0
    for at in sorted(found.start() for mark in marks for found in re.finditer(mark, text)):
        if at >= since:
            start, end = max(since, at - 1), at + 1
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            pieces += (text[since:start], compose(text[start:end]))
            since = end
    pieces.append(text[since:])
    return "".join(pieces)


def marks_in(letters: set[str]) -> frozenset[str]:
    """Those of these characters that are marks, which join the letter before them.

    >>> marks_in({"a", "ọ", "o", "\u0323"}) == {"\u0323"}
    True
    """
    return frozenset(letter for letter in letters if unicodedata.combining(letter))


def is_composed(letters: set[str]) -> bool:
    r"""Whether text of these characters, no mark among them, is in NFC in whatever order they stand.

    If not, only the text can tell: some letters of Hangul and of India join the one before them.

    >>> is_composed({"a", "ọ", "“"}), is_composed({"\u212b"}), is_composed({"\u1100", "\u1161"})
    (True, False, False)
    """
    if not all(letter < "\u0900" or "\u1e00" <= letter <= "\uffff" or letter >= "\U0001f000" for letter in letters):
        return False
    return unicodedata.is_normalized("NFC", "".join(letters))
