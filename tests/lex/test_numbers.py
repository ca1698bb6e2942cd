"""Numbers in digits and in words."""

from __future__ import annotations

import pytest

from extract.lex.numbers import read
from extract.lex.words import NumberWords, speak
from extract.rulefiles import load

WORDS = NumberWords.load(load())

BY_SHAPE = [
    ("45", 45),
    ("06", 6),
    ("1.250", 1250),
    ("6.277.000.000", 6277000000),
    ("1,25", 1.25),
    ("1.234,5", 1234.5),
    ("1,234.5", 1234.5),
    ("1,234,567", 1234567),
    ("8.254,817", 8254.817),
    ("47,97", 47.97),
    ("7.2", 7.2),
    ("0.250", 0.25),
    ("0,65", 0.65),
    ("4.190,12", 4190.12),
    ("007", 7),
]


@pytest.mark.parametrize(("written", "value"), BY_SHAPE)
@pytest.mark.parametrize("whole", [True, False])
def test_shape_decides(written: str, value: float, *, whole: bool) -> None:
    reading = read(written, whole=whole)
    assert reading is not None
    assert reading.times(1) == value


@pytest.mark.parametrize(
    ("written", "counted", "measured"), [("115,509", 115509, 115.509), ("1,072", 1072, 1.072), ("0,125", 0.125, 0.125)]
)
def test_what_is_counted_decides_where_shape_cannot(written: str, counted: float, measured: float) -> None:
    as_count, as_measure = read(written, whole=True), read(written, whole=False)
    assert as_count is not None
    assert as_measure is not None
    assert (as_count.times(1), as_measure.times(1)) == (counted, measured)


@pytest.mark.parametrize("written", ["1.2.3", "1,2,3", "192.168.1.1", "1.234.56.7", "9" * 19, "1" * 5000])
def test_no_number(written: str) -> None:
    assert read(written, whole=True) is None


SPOKEN = [
    ("không", 0),
    ("bảy", 7),
    ("bẩy", 7),
    ("mười", 10),
    ("mười lăm", 15),
    ("hai mươi", 20),
    ("hai mươi mốt", 21),
    ("hai mươi tư", 24),
    ("hai mươi lăm", 25),
    ("hăm mốt", 21),
    ("ba chục", 30),
    ("một trăm linh năm", 105),
    ("một trăm lẻ bảy", 107),
    ("một trăm mười", 110),
    ("hai trăm ba mươi sáu", 236),
    ("một trăm rưỡi", 150),
    ("một nghìn hai trăm", 1200),
    ("hai triệu rưỡi", 2500000),
    ("hai triệu ba trăm nghìn", 2300000),
    ("một tỷ hai", 1200000000),
    ("một tỷ hai trăm triệu", 1200000000),
    ("ba trăm nghìn tỷ", 300000000000000),
    ("mười một triệu năm trăm nghìn", 11500000),
    ("năm vạn", 50000),
]


@pytest.mark.parametrize(("said", "value"), SPOKEN)
def test_words(said: str, value: int) -> None:
    spoken = speak(said.split(), WORDS)
    assert spoken is not None
    assert (spoken.value, spoken.words) == (value, len(said.split()))


@pytest.mark.parametrize(
    ("said", "value", "words"), [("hai căn nhà", 2, 1), ("một trăm hộ", 100, 2), ("ba mươi lăm em", 35, 3)]
)
def test_words_stop_where_the_number_does(said: str, value: int, words: int) -> None:
    spoken = speak(said.split(), WORDS)
    assert spoken is not None
    assert (spoken.value, spoken.words) == (value, words)
