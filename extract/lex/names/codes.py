"""Telephone and document numbers, told by their shape alone: "0912 345 678", "12/KH-UBND"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.lex.names.names import LONGEST_CODE
from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_PHONE = re.compile(
    r"(?:\+?84[ .]?\d{2,4}\)?|\(?0(?:\d{2,4}\)?|\d\)))(?>[ .-]?\d{1,4}(?:[ .-]?\d{2,4}){1,3})(?![\w]|[.,]\d)"
    r"|1[89]00[ .]?\d{4,6}(?!\w)"
)
_PHONE_STARTS = ("0", "84", "18", "19")
_DOCUMENT = re.compile(
    r"""\d+[a-z]?(?:\ ?/\ ?(?:19|20)\d\d)?(?:\ ?[/-]\ ?[a-zđ]{2,}\d*+)(?:[-/.&]\ ?[a-zđ]+\d*)*+"""
    r"""(?:(?<=/qh)\ \d\d(?!\d))?"""
    r"""|\d+\ ?/\ ?(?:19|20)\d\d\ ?/\ ?\w+(?:[-/]\w+)*+""",
    re.VERBOSE,
)
_FILE = re.compile(r"[A-Za-z][A-Za-z_-]{2,}\d+")
_LEAST_PHONE_DIGITS = 8
LEAST_PREFIX = 3
"""Digits that the first group of a telephone number has at least."""


def may_be_code(after: str) -> bool:
    """Whether the two characters behind a number may belong to the number of a document."""
    return after[:1].isalpha() or "/" in after or "-" in after


def coded(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:  # noqa: ARG001 - one signature
    """A telephone or document number, told by its shape alone."""
    text, folded, start = token.text, token.folded, token.start
    if folded.startswith(_PHONE_STARTS, start):
        phone = _PHONE.match(folded, start, start + LONGEST_CODE)
        if (
            phone is not None
            and sum(c.isdecimal() for c in phone[0]) >= _LEAST_PHONE_DIGITS
            and not folded.startswith("0,", start)
            and not _is_sum(token)
        ):
            return Mention(start - (folded[start - 1 : start] == "+"), phone.end(), "phone", None, None)
    if not may_be_code(token.after) or token.lead_kind == "currency":  # "VND1000-VND2000"
        return None
    document = _DOCUMENT.match(folded, start, start + LONGEST_CODE)
    if document is not None and _has_code_letters(text, document):
        return Mention(start, document.end(), "document", None, None)
    return None


def file_name(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:  # noqa: ARG001 - one signature
    """The name of a picture, all of a line, that a page left where it did not show: "hocbong1"."""
    text, start = token.text, token.start
    line = text.rfind("\n", 0, start) + 1
    if line < start - LONGEST_CODE or _FILE.fullmatch(text, line, token.end) is None:
        return None
    return Mention(line, token.end, "other", None, None) if text[token.end : token.end + 1] in {"", "\n"} else None


def _is_sum(token: NumberToken) -> bool:
    """Whether đồng stands behind: "840000000 đồng" is no telephone number."""
    return token.digits[:1] != "0" and token.amount is not None and token.amount.kind == "money" and token.amount.named


def _has_code_letters(text: str, match: re.Match[str]) -> bool:
    """Whether the letters of a document number are capitals: "12/KH-UBND", not "12/tổ"."""
    letters = [c for c in text[match.start() : match.end()] if c.isalpha()]
    return len(letters) > 1 and letters[0].isupper() and sum(c.isupper() for c in letters) * 2 > len(letters)
