"""What must hold for every text: spans, order, stability under spelling, values that survive a round trip."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.lex import LexVocabulary, lex
from extract.rulefiles import load
from extract.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.model import Lexed

VOCABULARY = LexVocabulary.load(load())

PIECES = st.sampled_from(
    [
        *"0123456789.,/-–()%\t\n \"'",
        *(
            "triệu",
            "tỷ",
            "đồng",
            "đ",
            "ngàn",
            "k",
            "hộ",
            "tổ",
            "suất",
            "xuất",
            "m",
            "m2",
            "ha",
            "năm",
            "tháng",
            "ngày",
            "quý",
            "gần",
            "hơn",
            "từ",
        ),
        *(
            "đến",
            "mỗi",
            "Phường",
            "Tổ",
            "số",
            "hai",
            "trăm",
            "mười",
            "một",
            "rưỡi",
            "và",
            "tuổi",
            "IV",
            "QĐ",
            "trở lên",
            "2022",
            "12",
            "1.250",
            "1,5",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=25).flatmap(lambda parts: st.sampled_from([" ".join(parts), "".join(parts)]))


def grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def check_spans(text: str, found: Lexed) -> None:
    spans = sorted([(q.start, q.end) for q in found.quantities] + [(m.start, m.end) for m in found.mentions])
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert list(found.quantities) == sorted(found.quantities, key=lambda q: q.start)
    assert list(found.mentions) == sorted(found.mentions, key=lambda m: m.start)
    for quantity in found.quantities:
        quote = text[quantity.start : quantity.end]
        assert "\n" not in quote
        assert "\t" not in quote
        assert quote == quote.strip()
        assert quantity.start < quantity.head_end <= quantity.end
        assert quantity.high is None or quantity.low <= quantity.high


@given(TEXTS)
@settings(deadline=None, max_examples=400)
def test_spans(text: str) -> None:
    check_spans(text, lex(text, VOCABULARY))


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_text(text: str) -> None:
    check_spans(text, lex(text, VOCABULARY))


@given(TEXTS)
@settings(deadline=None)
def test_nfd_and_tone_placement_change_nothing(text: str) -> None:
    def values(written: str) -> list[tuple[object, ...]]:
        cleaned = "\n".join(map(clean, written.split("\n")))
        return [(q.kind, q.value, q.unit, q.comparator) for q in lex(cleaned, VOCABULARY).quantities]

    assert values(unicodedata.normalize("NFD", text)) == values(text)
    assert values(text.replace("quý", "qúy")) == values(text)


@given(TEXTS)
@settings(deadline=None)
def test_letters_with_marks_apart_read_the_same_and_keep_their_spans(text: str) -> None:
    def read(written: str) -> list[tuple[object, ...]]:
        found = lex(written, VOCABULARY)
        quotes = [unicodedata.normalize("NFC", written[q.start : q.end]) for q in found.quantities]
        named = [(m.kind, unicodedata.normalize("NFC", written[m.start : m.end])) for m in found.mentions]
        return [*zip(quotes, [(q.value, q.unit, q.noun) for q in found.quantities], strict=True), *named]

    assert read(unicodedata.normalize("NFD", text)) == read(text)


RENDERINGS: tuple[tuple[str, int, Callable[[int], str]], ...] = (
    ("{} đồng", 1, grouped),
    ("{}đ", 1, grouped),
    ("{} VNĐ", 1, str),
    ("{} ngàn đồng", 1_000, str),
    ("{} triệu đồng", 1_000_000, grouped),
    ("{} triệu", 1_000_000, str),
    ("{} trđ", 1_000_000, grouped),
    ("{} tỷ đồng", 1_000_000_000, str),
)


@given(st.integers(1, 99_999), st.sampled_from(RENDERINGS))
@settings(deadline=None)
def test_money_survives_a_round_trip(number: int, rendering: tuple[str, int, Callable[[int], str]]) -> None:
    shape, scale, written = rendering
    (quantity,) = lex("tổng trị giá là " + shape.format(written(number)) + ".", VOCABULARY).quantities
    assert (quantity.kind, quantity.value) == ("money", number * scale)


@given(st.integers(0, 9_999), st.integers(1, 999), st.sampled_from(["triệu đồng", "tỷ đồng", "triệu"]))
@settings(deadline=None)
def test_decimals_survive_a_round_trip(units: int, thousandths: int, behind: str) -> None:
    scale = 1_000_000_000 if "tỷ" in behind else 1_000_000
    text = f"với {grouped(units)},{thousandths:03} {behind}"
    (quantity,) = lex(text, VOCABULARY).quantities
    assert quantity.value == (units * 1_000 + thousandths) * (scale // 1_000)


@given(st.integers(1, 999), st.integers(1, 999))
@settings(deadline=None)
def test_steps_survive_a_round_trip(billions: int, millions: int) -> None:
    (quantity,) = lex(f"tổng cộng {billions} tỷ {millions} triệu đồng", VOCABULARY).quantities
    assert quantity.value == billions * 10**9 + millions * 10**6


@given(
    st.integers(0, 1_000_000), st.sampled_from(["hộ", "suất", "căn", "học sinh", "tổ dân phố", "thẻ"]), st.booleans()
)
@settings(deadline=None)
def test_counts_survive_a_round_trip(number: int, unit: str, dots: bool) -> None:  # noqa: FBT001 - drawn by name
    (quantity,) = lex(f"hiện có {grouped(number) if dots else number} {unit}", VOCABULARY).quantities
    assert (quantity.kind, quantity.value, quantity.unit) == ("count", number, unit)


ONES = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def said(number: int) -> str:
    """A number from 10 to 999 as officials say it."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = [f"{ONES[hundreds]} trăm"] if hundreds else []
    if tens > 1:
        last = {1: "mốt", 4: "tư", 5: "lăm"}.get(ones, ONES[ones])
        words += [f"{ONES[tens]} mươi", last]
    elif tens == 1:
        words += ["mười", "lăm" if ones == 5 else ONES[ones]]
    elif ones:
        words += ["linh", ONES[ones]]
    return " ".join(filter(None, words))


@given(st.integers(10, 999), st.sampled_from(["hộ", "suất", "người"]))
@settings(deadline=None)
def test_words_survive_a_round_trip(number: int, unit: str) -> None:
    (quantity,) = lex(f"trao cho {said(number)} {unit}", VOCABULARY).quantities
    assert (quantity.value, quantity.unit) == (number, unit)


@given(st.integers(10, 999))
@settings(deadline=None)
def test_words_of_money_survive_a_round_trip(number: int) -> None:
    (quantity,) = lex(f"số tiền {said(number)} triệu đồng", VOCABULARY).quantities
    assert (quantity.kind, quantity.value) == ("money", number * 1_000_000)
