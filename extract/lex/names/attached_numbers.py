"""Numbers grown into a word, an address, a file or a plate: "THCS2", "B12", "tin-2023.html", "63B-123.45"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.lex.names.names import LONGEST_CODE, NAME_KINDS
from extract.lex.units import WORD
from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_ADDRESS = re.compile(
    r"[^\s<>\"]*(?:://|www\.|\.(?:vn|com|net|org|html?|aspx|php|pdf|docx?|jpe?g|png)\b|@\w)[^\s<>\"]*"
)
_FOOTNOTE = re.compile(r"\d{1,3}(?:[,;] ?(?:tr\.? ?)?\d+(?:-\d+)?)*(?=\])")
_LONGEST_ADDRESS = 120
_QUIET = frozenset(" \t\n(\"'")
"""Before a number these show that it begins there."""
_CLOCK_LETTER = re.compile(r"\d{1,2}[hg](?![^\W\d_])")
_LETTERS_BEFORE = re.compile(rf"{WORD}\Z")
_CODE = re.compile(r"[\w.,/+-]*\w")
_PLATE = re.compile(r"\d\d ?[a-zđ]{1,2}(?: ?\d)? ?[-–.] ?(?:\d{3}\.\d\d|\d{4,5})(?![\w/]|[.,]\d)")
_MODEL = re.compile(r"(?<![\w.])(?:[A-ZĐ]{1,3}|[A-Z][a-z]) ?[-–]\Z")
"""Before the digits of a code: "F-" of "F-16"."""
_CAPITALS_OF_CODE = 2
_ENDS_CODE = re.compile(r"[A-ZĐ]{2,4}(?!\w)")
_HYPHENS = frozenset("-–")
_LONGEST_MODEL = len(" QNG -")
_SIZES = frozenset("m0123456789")
_IN_FILE_NAMES = frozenset((".", "-"))


def may_be_grown(before: str, after: str) -> bool:
    """Whether the characters before and behind a number may make it a part of a word."""
    return (
        after[:1].isalpha()
        or after[:1] == "_"
        or (after[:1] in _IN_FILE_NAMES and after[1:].isalpha())
        or (before != "" and before[-1] not in _QUIET)
    )


def attached(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:  # noqa: ARG001 - one signature
    """A number grown into a word or an address: "THCS2", "F0", "B12", "tin-2023.html".

    A lost space ("được100 triệu") is none: the letters before are a lower-case word.
    """
    text, folded, start, floor = token.text, token.folded, token.start, token.floor
    before = folded[start - 1] if start > floor else " "
    if before == "_" or token.after[:1] == "_":  # "IMG_3915", "anh2041_xa.jpg"
        return Mention(max(floor, folded.rfind(" ", floor, start) + 1), token.end, "other", None, None)
    if before in _QUIET:
        return (_file(token) if token.after[:1] in _IN_FILE_NAMES else None) or _plate(token) or _code(token)
    if before in _HYPHENS and _MODEL.search(text, max(floor, start - _LONGEST_MODEL), start) is not None:
        return _model(token)
    if before == "x" and folded[start - 2 : start - 1].isalnum() and folded[start - 2] in _SIZES:
        return None  # "5mx3m"
    footnote = _FOOTNOTE.match(folded, start, start + LONGEST_CODE) if before == "[" else None
    if footnote is not None:
        return Mention(start, footnote.end(), "other", None, None)
    word_start = max(floor, folded.rfind(" ", floor, start) + 1)
    address = _ADDRESS.match(folded, word_start, start + _LONGEST_ADDRESS)
    if address is not None and address.end() > start:
        return Mention(word_start, address.end(), "other", None, None)
    if before.isalpha():
        grown = _LETTERS_BEFORE.search(folded, word_start, start)
        letters = start if grown is None else grown.start()
        written = text[letters:start]
        capitals = sum(map(str.isupper, written))
        if (start - letters > 1 and capitals < min(_CAPITALS_OF_CODE, len(written))) or token.lead is not None:
            return None  # "được100 suất", "KP3"; but "QNg13"
        end = _CODE.match(folded, start, start + LONGEST_CODE)
        return Mention(letters, end.end() if end else start + 1, "name", None, None)
    return None


def _model(token: NumberToken) -> Mention | None:
    """A code of capitals, a hyphen and digits that count nothing: "F-16", "S-300PMU-2"; not "TH-12 lớp"."""
    if token.amount is None or token.amount.kind != "number" or token.amount.unit is not None:
        return None
    start = token.text.rfind(" ", token.floor, token.start - 2) + 1
    end = _CODE.match(token.folded, token.start, token.start + LONGEST_CODE)
    return Mention(max(start, token.floor), end.end() if end else token.end, "name", None, None)


def _file(token: NumberToken) -> Mention | None:
    """A file or address that begins with the number: "107.signed.pdf", "12-ke-hoach.docx"."""
    file = _ADDRESS.match(token.folded, token.start, token.start + _LONGEST_ADDRESS)
    return None if file is None else Mention(token.start, file.end(), "other", None, None)


def _plate(token: NumberToken) -> Mention | None:
    """The number of a vehicle: "63B-123.45", "29C – 71953"."""
    match = (
        _PLATE.match(token.folded, token.start, token.start + LONGEST_CODE)
        if token.after.lstrip(" ")[:1].isalpha()
        else None
    )
    if match is None or not token.text[token.end : token.end + 2].lstrip(" ")[:1].isupper():
        return None
    return Mention(token.lead_start if token.lead_kind in NAME_KINDS else token.start, match.end(), "other", None, None)


def spaced_plate(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:  # noqa: ARG001 - one signature
    """The same with a space before its letters: "29 C - 719.53"."""
    return _plate(token) if token.text[token.end + 1 : token.end + 2].isupper() else None


def _code(token: NumberToken) -> Mention | None:
    """Digits with letters grown behind them that are no unit: "30a", "3G", "35ad3111"."""
    if not token.after[:1].isalpha() or _CLOCK_LETTER.match(token.folded, token.start):
        return None
    if token.lead is not None and (token.lead_kind not in NAME_KINDS or not _ENDS_CODE.match(token.text, token.end)):
        return None  # "tổ 12người"; but "chuyên án 319MT"
    if token.after[0] == "x" and token.after[1:].isdecimal():
        return None  # "5x3m"
    if token.amount is None or token.amount.kind != "number":
        return None
    end = _CODE.match(token.folded, token.start, token.start + LONGEST_CODE)
    return None if end is None else Mention(token.start, end.end(), "other", None, None)
