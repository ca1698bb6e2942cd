"""Bytes to characters: which charset, before anything is mended."""

from __future__ import annotations

import codecs
from itertools import islice
from typing import NamedTuple

import regex

from extract.decode.codepages import as_windows_1252, declared_codec
from extract.decode.readings import LEGACY, Reading
from extract.decode.syllables import score, words_of
from extract.sources.sniff import utf16_of


class Characters(NamedTuple):
    """A text as its bytes have it; ``legacy`` where these were of a charset from before Unicode."""

    text: str
    charset: str
    legacy: bool = False


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = regex.compile(rb"""(?:charset|encoding)\s*+=\s*+["']?+\s*+([\w.:-]++)""", regex.IGNORECASE)
_DECLARED_WITHIN = 4096
_HEAD = 65_536

# What may stand in a word: ASCII letters, bytes beyond ASCII, and control codes, for VISCII has letters on some.
_LETTERS = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\x02\x05\x06\x14\x19\x1e")
_WORDS_APART = bytes(byte if byte in _LETTERS or byte >= 0x80 else 0x20 for byte in range(256))  # noqa: PLR2004
_WORDS_JUDGED = 1_500
_LONGEST_WORD = 64
_MOST_BROKEN = 0.25
"""Share of the characters beyond ASCII that may be broken in a page of UTF-8 in another language."""


def characters(data: bytes) -> Characters:
    """The characters of a page in any charset. Never fails: what cannot be read becomes ``U+FFFD``.

    >>> characters("Hội".encode("utf-16")), characters("Phường trao quà".encode())
    (Characters(text='Hội', charset='utf-16-le', legacy=False), \
Characters(text='Phường trao quà', charset='utf-8', legacy=False))
    """
    for mark, charset in _MARKS:
        if data.startswith(mark) and charset != "utf-8":
            return Characters(data[len(mark) :].decode(charset, "replace"), charset)
    sixteen = utf16_of(data[:_HEAD])
    if sixteen:
        return Characters(data.decode(sixteen, "replace"), sixteen)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Characters(data.decode(), "utf-8")
    except UnicodeDecodeError:
        return _of_unknown_bytes(data)


def _of_unknown_bytes(data: bytes) -> Characters:
    """The way to read these bytes, no UTF-8 throughout, that gives the most Vietnamese; the declared one of equals."""
    declared = _declared(data)
    words = (word for word in data.translate(_WORDS_APART).split() if not word.isalpha())
    sample = b"\n".join(dict.fromkeys(word for word in islice(words, _WORDS_JUDGED) if len(word) <= _LONGEST_WORD))
    seen = as_windows_1252(sample)
    scores = {reading.name: score(words_of(reading.read(seen))) for reading in LEGACY}
    scores["utf-8"] = score(words_of(sample.decode("utf-8", "replace")))
    plain = score(words_of(seen))

    def rank(name: str) -> tuple[int, bool, bool]:
        return scores[name].value, name == "utf-8", name == declared

    best = max(scores, key=rank)
    if not scores[best].convincing or scores[best].value < plain.value:
        return _of_another_language(data, declared)
    if best == "utf-8":
        return Characters(data.decode("utf-8", "replace"), "utf-8")
    return _of_legacy(data, next(reading for reading in LEGACY if reading.name == best))


def _of_legacy(data: bytes, reading: Reading) -> Characters:
    text = reading.read(as_windows_1252(data))
    return Characters(reading.finish(text) if reading.finish else text, reading.name, legacy=True)


def _of_another_language(data: bytes, declared: str | None) -> Characters:
    """What says nothing in Vietnamese: UTF-8 with some broken bytes, what is declared, or the charset of the West."""
    text = data.decode("utf-8", "replace")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    if text.count("\ufffd") <= _MOST_BROKEN * beyond_ascii:
        return Characters(text, "utf-8")
    for reading in LEGACY:
        if reading.name == declared:
            return _of_legacy(data, reading)
    if declared is not None and declared != "utf-8":
        return Characters(data.decode(declared, "replace"), declared)
    return Characters(as_windows_1252(data), "windows-1252")


_NAMES = {"cp1258": "windows-1258", "cp1252": "windows-1252", "iso8859-1": "windows-1252", "x-viet-vni": "vni"}
"""Names that Python, pages and this module have for the same; browsers read Latin-1 as windows-1252."""


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    if found is None:
        return None
    name = found[1].decode("ascii", "replace").lower()
    if any(name == reading.name for reading in LEGACY):
        return name
    codec = declared_codec(name)
    return _NAMES.get(codec, codec) if codec else None
