"""What must hold for every text: spans, order, stability under spelling."""

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
@settings(max_examples=400)
def test_spans(text: str) -> None:
    check_spans(text, lex(text, VOCABULARY))


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    check_spans(text, lex(text, VOCABULARY))


@given(TEXTS)
def test_nfd_and_tone_placement_change_nothing(text: str) -> None:
    def values(written: str) -> list[tuple[object, ...]]:
        cleaned = "\n".join(map(clean, written.split("\n")))
        return [(q.kind, q.value, q.unit, q.comparator) for q in lex(cleaned, VOCABULARY).quantities]

    assert values(unicodedata.normalize("NFD", text)) == values(text)
    assert values(text.replace("quý", "qúy")) == values(text)


@given(TEXTS)
def test_letters_with_marks_apart_read_the_same_and_keep_their_spans(text: str) -> None:
    def read(written: str) -> list[tuple[object, ...]]:
        found = lex(written, VOCABULARY)
        quotes = [unicodedata.normalize("NFC", written[q.start : q.end]) for q in found.quantities]
        named = [(m.kind, unicodedata.normalize("NFC", written[m.start : m.end])) for m in found.mentions]
        return [*zip(quotes, [(q.value, q.unit, q.noun) for q in found.quantities], strict=True), *named]

    assert read(unicodedata.normalize("NFD", text)) == read(text)
