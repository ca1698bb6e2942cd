"""Every charset in both directions: what writes it is spelled out in ``legacy_writers``, apart from what reads it."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from legacy_writers import saved_as_utf_8, tcvn3, to_viscii, vni, windows_1258

from extract.decode.codepages import VISCII, WINDOWS_1258, as_windows_1252
from extract.decode.mojibake import read_once, read_twice
from extract.decode.tcvn3 import read_tcvn3
from extract.decode.vni import read_vni

if TYPE_CHECKING:
    from collections.abc import Callable

VOWELS = [
    normalize("NFC", letter + tone) for letter, tone in product("aăâeêioôơuưy", ("", *"\u0300\u0301\u0303\u0309\u0323"))
]
LOWER = [*VOWELS, "đ"]
LETTERS = [*LOWER, *(letter.upper() for letter in LOWER)]


def test_the_alphabet_is_whole() -> None:
    assert len(set(LETTERS)) == 2 * (12 * 6 + 1)


def read_1258(text: str) -> str:
    return normalize("NFC", text.translate(WINDOWS_1258))


def read_viscii(text: str) -> str:
    return text.translate(VISCII)


WAYS = [
    pytest.param(windows_1258, read_1258, LETTERS, id="windows-1258"),
    pytest.param(to_viscii, read_viscii, LETTERS, id="viscii"),
    pytest.param(vni, read_vni, LETTERS, id="vni"),
    pytest.param(tcvn3, read_tcvn3, [*LOWER, *"ĂÂĐÊÔƠƯ"], id="tcvn3"),
]


@pytest.mark.parametrize(("write", "read", "letters"), WAYS)
def test_every_letter(write: Callable[[str], bytes], read: Callable[[str], str], letters: list[str]) -> None:
    for letter in letters:
        word = f"T{letter}" if letter.isupper() else f"t{letter}"
        assert read(as_windows_1252(write(word))) == word
        assert read(saved_as_utf_8(write(word)).decode()) == word


@pytest.mark.parametrize(("write", "read", "letters"), WAYS)
def test_every_code_is_used_once(write: Callable[[str], bytes], read: Callable[[str], str], letters: list[str]) -> None:
    assert len({write(letter) for letter in letters}) == len(letters)
    assert read("abc XYZ 0123 .,;:-/%") == "abc XYZ 0123 .,;:-/%"


@given(st.text(alphabet=[*LETTERS, *"bcghnt 12.,"], max_size=80))
def test_text_comes_back_from_the_charsets_that_have_capitals(text: str) -> None:
    assert read_1258(as_windows_1252(windows_1258(text))) == text
    assert read_viscii(as_windows_1252(to_viscii(text))) == text


@given(st.lists(st.sampled_from(LOWER), min_size=1, max_size=40))
def test_words_come_back_from_vni_and_tcvn3(letters: list[str]) -> None:
    text = " ".join(f"t{letter}n" for letter in letters)
    assert read_vni(as_windows_1252(vni(text))) == text
    assert read_vni(as_windows_1252(vni(text.upper()))) == text.upper()
    assert read_tcvn3(as_windows_1252(tcvn3(text))) == text


@given(st.text(alphabet=[*LETTERS, *"bcghnt 12.,“”–"], max_size=80))
def test_mojibake_comes_back(text: str) -> None:
    once = saved_as_utf_8(text.encode())
    assert read_once(once.decode()) == text
    assert read_twice(saved_as_utf_8(once).decode()) == text
