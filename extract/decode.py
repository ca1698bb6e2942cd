"""Bytes to text, by what the text says: what a header or a ``<meta>`` declares is often wrong, and only breaks ties.

Each way a page may be written is one ``Candidate``; the one that gives the most common Vietnamese syllables wins.
"""

from __future__ import annotations

import codecs
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.sources.sniff import is_utf16

if TYPE_CHECKING:
    from collections.abc import Callable


class Decoded(NamedTuple):
    """A text and the name of the charset it was in; ``replaced`` counts characters that could not be read
    (``U+FFFD``).
    """

    text: str
    charset: str
    replaced: int


class Candidate(NamedTuple):
    """One way to read bytes."""

    charset: str
    read: Callable[[bytes], str]


def _codec(charset: str) -> Candidate:
    return Candidate(charset, lambda data: data.decode(charset, "replace"))


CANDIDATES: tuple[Candidate, ...] = (
    _codec("utf-8"),
    _codec("windows-1258"),
    _codec("windows-1252"),
)
"""In order of preference among equals."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = regex.compile(rb"""(?:charset|encoding)\s*+=\s*+["']?+\s*+([\w.:-]++)""", regex.IGNORECASE)
_DECLARED_WITHIN = 4096
_SAMPLE = 65_536

# The marked syllables that a page of Vietnamese can hardly do without.
_COMMON = regex.compile(
    r"(?<!\p{L})(?:của|và|các|có|được|đã|ở|với|này|để|là|một|những|năm|người|phường|xã|huyện|tỉnh|hội|học|nghèo|đồng|triệu|tổ|hộ"
    r"|trao|số|tại|từ|đến|trên|về|cho|ủy|ban|nhân|dân|tổng|tiền|việc|cấp|suất|bổng|thực|hiện|đạt|tin|ngày|tháng)(?!\p{L})",
    regex.IGNORECASE,
)
_HAS_MARK = regex.compile(r"[^\x00-\x7f]")


def decode(data: bytes) -> Decoded:
    """The text of a page in NFC. Never fails: what cannot be read becomes ``U+FFFD`` and is counted.

    >>> decode("Phường 2 trao học bổng".encode())
    Decoded(text='Phường 2 trao học bổng', charset='utf-8', replaced=0)
    >>> decode(b'<meta charset="utf-8"> ' + "các tháng trong năm".encode("windows-1258")).charset
    'windows-1258'
    """
    text, charset = _best(data)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return Decoded(text, charset, text.count("\ufffd"))


def _best(data: bytes) -> tuple[str, str]:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset, "replace"), charset
    if is_utf16(data[:_SAMPLE]):
        charset = "utf-16-be" if data[:2].startswith(b"\0") else "utf-16-le"
        return data.decode(charset, "replace"), charset
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        sample = data[max(0, error.start - _SAMPLE // 2) : error.start + _SAMPLE // 2]
    candidates = (*_declared(data), *CANDIDATES)
    best = max(candidates, key=lambda candidate: common_syllables(candidate.read(sample)))  # the first of equals
    return best.read(data), best.charset


def _declared(data: bytes) -> tuple[Candidate, ...]:
    """The charset that the page declares, if it is one that says anything: UTF-8 was tried already."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    if found is None:
        return ()
    try:
        charset = codecs.lookup(found[1].decode("ascii", "replace")).name
        "".encode(charset)
    except (LookupError, ValueError):
        return ()
    known = {codecs.lookup(candidate.charset).name: candidate for candidate in CANDIDATES}
    return (known.get(charset) or _codec(charset),) if charset not in {"utf-8", "undefined"} else ()


def common_syllables(text: str) -> int:
    r"""How many common syllables with a mark on them the text has, less what could not be read.

    >>> common_syllables("Hội Khuyến học phường đã trao"), common_syllables("HÃ´i Khuyáº¿n há»\x8dc")
    (4, 0)
    """
    text = unicodedata.normalize("NFC", text)
    marked = sum(1 for found in _COMMON.finditer(text) if _HAS_MARK.search(found[0]))
    return marked - text.count("\ufffd")
