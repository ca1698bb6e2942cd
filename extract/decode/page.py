"""A page's bytes to its text: the charset, then what is wrong with the text itself."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from extract.decode.charset import Characters, characters
from extract.decode.composition import compose, compose_around, is_composed, marks_in
from extract.decode.letters import COMBINING, LOOK_ALIKES, mend_letters, order_marks
from extract.decode.lost_letters import has_lost_letters, mend_lost_letters
from extract.decode.readings import MOJIBAKE, reread_pieces
from extract.decode.references import resolve
from extract.decode.traces import LEGACY_TRACES, may_be_misread, references_to_traces


class Decoded(NamedTuple):
    """A text, how it was read, and how many of its characters could not be (``U+FFFD``).

    ``charset`` names what the page was in and what was mended: "utf-8", "tcvn3", "vni-in-utf-8" (bytes of VNI saved as
    if they were Latin-1), "utf-8+mojibake-1252", "utf-8+letters" (look-alikes, lost letters, marks in the wrong order).
    """

    text: str
    charset: str
    replaced: int


_ASCII = bytes(range(0x80))

_LETTER_TRACES = LOOK_ALIKES | COMBINING
_LETTERS = "+letters"
_TIMES = 3
"""Ways of reading wrongly that one page may mix."""


def decode(data: bytes) -> Decoded:
    r"""The text of a page in NFC. Never fails: what cannot be read becomes ``U+FFFD`` and is counted.

    What a header or a ``<meta>`` declares is often wrong: the text decides, and a declaration only breaks ties. Text
    that is not Vietnamese is read as declared, and never mended.

    >>> decode("Phường 2 trao học bổng".encode())
    Decoded(text='Phường 2 trao học bổng', charset='utf-8', replaced=0)
    >>> decode(b'<meta charset="utf-8"> ' + "các tháng trong năm".encode("windows-1258")).charset
    'windows-1258'
    >>> decode("Quü khuyÕn häc trao 12 suÊt häc bæng".encode())
    Decoded(text='Quỹ khuyến học trao 12 suất học bổng', charset='tcvn3-in-utf-8', replaced=0)
    """
    found = characters(data)
    beyond_ascii = _beyond_ascii(found, data)
    marks = marks_in(beyond_ascii)
    if marks:
        found = found._replace(text=compose_around(found.text, marks))
    mended = found if found.legacy else _mended(found, beyond_ascii)
    text = mended.text
    if mended is found and is_composed(beyond_ascii - marks):
        return Decoded(text, mended.charset, text.count("\ufffd") if "\ufffd" in beyond_ascii else 0)
    if not unicodedata.is_normalized("NFC", text):
        text = compose(text)
    return Decoded(text, mended.charset, text.count("\ufffd"))


def _beyond_ascii(found: Characters, data: bytes) -> set[str]:
    """The characters of a text that are not ASCII. Looking at each in turn takes ten times as long."""
    utf_8 = data if found.charset == "utf-8" else found.text.encode("utf-8", "replace")
    return set(utf_8.translate(None, _ASCII).decode("utf-8", "replace"))


def _mended(found: Characters, beyond_ascii: set[str]) -> Characters:
    text, charset, _ = found
    if not beyond_ascii.isdisjoint(_LETTER_TRACES) or has_lost_letters(text):
        text, charset = _with_letters_mended(text, charset)
    references = references_to_traces(text)
    traces = [*(beyond_ascii & LEGACY_TRACES), *references]
    if traces and may_be_misread(text, traces):
        reread, how = _reread(resolve(text) if references else text, charset)
        if how != charset:
            text, charset = _with_letters_mended(compose(reread), how)
    return found if text == found.text and charset == found.charset else Characters(text, charset)


def _with_letters_mended(text: str, charset: str) -> tuple[str, str]:
    mended = mend_letters(order_marks(text))
    if has_lost_letters(mended):
        mended = mend_lost_letters(mended)
    if mended == text or charset.endswith(_LETTERS):
        return mended, charset
    return mended, f"{charset}{_LETTERS}"


def _reread(text: str, charset: str) -> tuple[str, str]:
    for _ in range(_TIMES):
        text, reading = reread_pieces(text, LEGACY_TRACES)
        if reading is None:
            break
        charset = f"{charset}+{reading.name}" if reading in MOJIBAKE else f"{reading.name}-in-{charset}"
    return text, charset
