from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.decode import decode

TEXT = "Phường Hòa Bình đã trao 23 suất học bổng cho học sinh nghèo, tổng số tiền 11,5 triệu đồng của Hội Khuyến học."
TONES = "\u0300\u0301\u0309\u0303\u0323"


def windows_1258(text: str) -> bytes:
    """As Windows writes Vietnamese: a letter with its circumflex, breve or horn, then the tone by itself."""
    letters = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = [mark for mark in parts if mark in TONES]
        bare = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in TONES))
        letters.append(bare + "".join(tones))
    return "".join(letters).encode("windows-1258")


@pytest.mark.parametrize("declared", ["", "utf-8", "windows-1252", "iso-8859-1", "windows-1258", "x-unknown", "utf-16"])
@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (TEXT.encode(), "utf-8"),
        (unicodedata.normalize("NFD", TEXT).encode(), "utf-8"),
        (windows_1258(TEXT), "windows-1258"),
    ],
)
def test_the_text_decides_and_not_what_is_declared(data: bytes, charset: str, declared: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'.encode() if declared else b""
    found = decode(head + data)
    assert found.text.endswith(TEXT)
    assert codecs.lookup(found.charset) == codecs.lookup(charset)


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_marks_and_sixteen_bits(data: bytes, charset: str) -> None:
    assert decode(data) == (TEXT, charset, 0)


def test_one_bad_byte_does_not_change_the_charset() -> None:
    found = decode(TEXT.encode() + b"\xff" + TEXT.encode())
    assert found == (f"{TEXT}\ufffd{TEXT}", "utf-8", 1)


def test_a_text_cut_inside_a_letter() -> None:
    found = decode("trao học bổng cho hộ nghèo của xã".encode()[:-1])
    assert (found.charset, found.replaced) == ("utf-8", 1)


@given(st.binary(max_size=300))
def test_it_never_fails_and_gives_nfc(data: bytes) -> None:
    found = decode(data)
    assert unicodedata.is_normalized("NFC", found.text)
    assert found.replaced == found.text.count("\ufffd")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_utf_8_comes_back(text: str) -> None:
    found = decode(codecs.BOM_UTF8 + text.encode())
    assert found.text == unicodedata.normalize("NFC", text)
