"""Letters and the marks that follow them, made one character each, in time that no page can stretch."""

from __future__ import annotations

import unicodedata

import regex

_LONGEST_RUN = 30
"""Marks on one letter: what the stream-safe text format of UAX #15 allows, far more than any language needs."""
_JOINER = "\u034f"
_MARKED_TOO_OFTEN = regex.compile(rf"(\P{{ccc=0}}{{{_LONGEST_RUN}}})(?=\P{{ccc=0}})")


def compose(text: str) -> str:
    r"""The text in NFC. Endless runs of marks are broken by a joiner: putting *n* in order takes *n*² steps.

    >>> compose("ho\u0323c bo\u0302\u0309ng"), compose("t" + "\u0301" * 90).count("\u034f")
    ('học bổng', 2)
    """
    return unicodedata.normalize("NFC", _MARKED_TOO_OFTEN.sub(rf"\1{_JOINER}", text))


def has_marks(letters: set[str]) -> bool:
    """Whether any of these characters is a mark that joins the letter before it.

    >>> has_marks({"a", "ọ"}), has_marks({"o", "\u0323"})
    (False, True)
    """
    return any(unicodedata.combining(letter) for letter in letters)
