"""Unicode forms: what is stored, what is matched, what counts as a repeat."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text import clean, fold, likeness_key

VIETNAMESE = st.text(
    alphabet=st.sampled_from(list("aăâbcdđeêghiklmnoôơpqrstuưvxy òàóáỏạùúỳýỷÐƣ0123456789.,–“”²")), max_size=60
)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("Phường\u00a02", "Phường 2"),
        ("ho\u0323c bo\u0302\u0309ng", "học bổng"),
        ("23\u200b phần", "23 phần"),
        ("\ufeffTrao tặng", "Trao tặng"),
        ("một\r\n\thai  ba", "một hai ba"),
        ("icon \ue001 của phông chữ", "icon của phông chữ"),
        ("300 m²", "300 m²"),
    ],
)
def test_clean(written: str, stored: str) -> None:
    assert clean(written) == stored


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà Bình", "hòa bình"),
        ("UỶ BAN", "ủy ban"),
        ("khoẻ", "khỏe"),
        ("quý", "qúy"),
        ("toàn", "tòan"),
        ("Ðồng Tháp", "đồng tháp"),
        ("nƣớc", "nước"),
        ("1,5 – 3 triệu", "1,5 - 3 triệu"),
        ("１２ căn", "12 căn"),
        ("300 m²", "300 m2"),
        ("“Vượt khó”", '"vượt khó"'),
    ],
)
def test_fold_makes_spellings_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("mùa", "muà nhà"), ("quà", "quá"), ("tổ", "tố"), ("đồng", "dồng")])
def test_fold_keeps_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_fold_keeps_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(VIETNAMESE)
def test_fold_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_clean_is_stable_and_takes_any_normal_form(text: str) -> None:
    stored = clean(text)
    assert clean(stored) == stored
    assert clean(unicodedata.normalize("NFD", text)) == stored


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Trao 23 suất.", "trao  23 suất./.", True),
        ("Khu phố Hoà An", "Khu phố Hòa An ;", True),
        ("Trao 23 suất", "Trao 24 suất", False),
        ("Trao 2,3 triệu", "Trao 23 triệu", False),
        ("tổ khá", "tổ khả", False),
    ],
)
def test_likeness_key(one: str, other: str, *, same: bool) -> None:
    assert (likeness_key(one) == likeness_key(other)) is same
