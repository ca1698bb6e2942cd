"""Codes with a nought in front: "mã hành chính | 07498"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

LEAST_DIGITS = 4
"""Counts of three digits have noughts in front, too: "có 012 hộ"."""


def padded_code(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:  # noqa: ARG001 - one signature
    """A number with a nought in front that nothing is counted by."""
    if token.digits[0] != "0" or not token.digits.isdecimal() or token.counted:
        return None
    return Mention(token.start, token.end, "other", None, None)
