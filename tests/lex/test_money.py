"""Amounts of money: every way to write them, their values and intervals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.model import Lexed

Lexer = Callable[[str], Lexed]

PLAIN = [
    ("24.800.000₫", 24_800_000),
    ("500.000 ₫", 500_000),
    ("11,5 triệu đồng", 11_500_000),
    ("800 triệu đồng", 800_000_000),
    ("360.800.000 đồng", 360_800_000),
    ("3.960.000đồng", 3_960_000),
    ("300.000đ", 300_000),
    ("6.277.000.000 đồng", 6_277_000_000),
    ("2,5 tỉ đồng", 2_500_000_000),
    ("250.000 VNĐ", 250_000),
    ("250.000 vnd", 250_000),
    ("500 ngàn đồng", 500_000),
    ("500 nghìn đồng", 500_000),
    ("115,509 tỷ đồng", 115_509_000_000),
    ("11,986 tỷ", 11_986_000_000),
    ("265 triệu", 265_000_000),
    ("8.254,817 triệu đồng", 8_254_817_000),
    ("1.452 triệu đồng", 1_452_000_000),
    ("20,000 đồng", 20_000),
    ("1 234 567 đồng", 1_234_567),
]
SHORT = [
    ("8.800k", 8_800_000),
    ("500k", 500_000),
    ("15 tr.đ", 15_000_000),
    ("20trđ", 20_000_000),
    ("20 trđồng", 20_000_000),
    ("30 tr đồng", 30_000_000),
    ("300 ng.đ", 300_000),
    ("2tr5", 2_500_000),
    ("1tỷ2", 1_200_000_000),
    ("2tr 500k", 2_500_000),
    ("VNĐ 500.000", 500_000),
    ("VND1.250.000", 1_250_000),
    ("5 tỷ đ", 5_000_000_000),
]
STEPS = [
    ("1 tỷ 200 triệu đồng", 1_200_000_000),
    ("7 tỷ 848 triệu đồng", 7_848_000_000),
    ("2 triệu 500 nghìn đồng", 2_500_000),
    ("1 tỷ 200 triệu 500 nghìn đồng", 1_200_500_000),
    ("74 tỷ 977,5 triệu đồng", 74_977_500_000),
    ("12 tỷ 345,678 triệu đồng", 12_345_678_000),
    ("3 tỷ 250", 3_250_000_000),
    ("2 triệu rưỡi", 2_500_000),
    ("hai triệu rưỡi đồng", 2_500_000),
    ("nửa tỉ đồng", 500_000_000),
    ("nửa triệu đồng", 500_000),
    ("một tỷ hai trăm triệu đồng", 1_200_000_000),
    ("5 trăm triệu đồng", 500_000_000),
    ("1,2 nghìn tỷ đồng", 1_200_000_000_000),
    ("hai phẩy năm tỷ đồng", 2_500_000_000),
]
SLIPS = [
    ("1.021205.000đ", 1_021_205_000),
    ("23 tiệu đồng", 23_000_000),
    ("4 tỳ đồng", 4_000_000_000),
    ("30 triệu động", 30_000_000),
    ("5 trệu đồng", 5_000_000),
    ("50 triẹu đồng", 50_000_000),
    ("5 triêụ đồng", 5_000_000),
    ("5 triều đồng", 5_000_000),
    ("1.307,5 tì đồng", 1_307_500_000_000),
    ("2 nghàn đồng", 2_000),
    ("5 triệu đông", 5_000_000),
    ("3 tỷ đồg", 3_000_000_000),
    ("300.000 ngàn đồng", 300_000),
    ("2.500.000 nghìn đồng", 2_500_000),
    ("7.990.000 triệu đồng", 7_990_000),
    ("1.254.637 ngàn đồng", 1_254_637_000),
    ("247.050.0000 đồng", 247_050_000),
    ("228.000.00 đồng", 228_000_000),
    ("2500.000 đồng", 2_500_000),
    ("500.00đ", 500_000),
    ("11, 5 triệu đồng", 11_500_000),
    ("360. 800.000 đồng", 360_800_000),
    ("1.890.000.000, đồng", 1_890_000_000),
    ("30 triệuđồng", 30_000_000),
    ("500.000.- đồng", 500_000),
    ("840000000 đồng", 840_000_000),  # as long as a telephone number
]


@pytest.mark.parametrize(("written", "value"), PLAIN + SHORT + STEPS + SLIPS)
@pytest.mark.parametrize("around", ["{}", "với số tiền {}, trong đó", "({})", "hỗ trợ {}."])
def test_amounts(lexed: Lexer, written: str, value: int, around: str) -> None:
    text = around.format(written)
    (quantity,) = lexed(text).quantities
    assert (quantity.kind, quantity.value, quantity.unit) == ("money", value, "đồng")
    assert text[quantity.start : quantity.end] == written
    assert quantity.head_end == quantity.end
    assert isinstance(quantity.value, int)


def test_a_label_with_a_number_opens_no_scale(lexed: Lexer) -> None:
    (quantity,) = lexed("mức 1: 500.000 đồng").quantities
    assert (quantity.kind, quantity.value) == ("money", 500_000)


def test_a_dot_behind_the_short_dong_may_end_the_sentence(lexed: Lexer) -> None:
    (quantity,) = lexed("mỗi suất 300.000 đ. Tổng").quantities
    assert quantity.value == 300_000


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("11,5 triệu đồng", 11_450_000, 11_550_000),
        ("30 triệu đồng", 29_500_000, 30_500_000),
        ("1 tỷ 960 triệu đồng", 1_959_500_000, 1_960_500_000),
        ("300.000 đồng", 300_000, 300_000),
        ("gần 30 triệu đồng", 27_000_000, 30_000_000),
        ("hơn 67 triệu đồng", 67_000_000, None),
        ("dưới 5 triệu đồng", 0, 5_000_000),
        ("không quá 500.000 đồng", 0, 500_000),
        ("khoảng 20 triệu đồng", 18_000_000, 22_000_000),
        ("5 triệu đồng trở lên", 5_000_000, None),
        ("từ 1,5 đến 3 triệu đồng", 1_450_000, 3_500_000),
        ("từ 1,5-2 triệu đồng", 1_450_000, 2_500_000),
        ("từ 4,5-5,5 triệu đồng", 4_450_000, 5_550_000),
    ],
)
def test_intervals(lexed: Lexer, text: str, low: int, high: int | None) -> None:
    (quantity,) = lexed(text).quantities
    assert (quantity.low, quantity.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("300.000đ/suất", "suất"),
        ("500.000 đồng/ hộ", "hộ"),
        ("500.000/suất", "suất"),
        ("quà từ 300.000đ đến 500.000/1 xuất", "suất"),
        ("300.000đ/01 xuất", "suất"),
        ("60 đồng/1 hộ", "hộ"),
        ("78 triệu đồng/người/năm", "người/năm"),
        ("1.000.000 đồng/4 người", "4 người"),
        ("38,5 triệu đồng 1 người 1 năm", "người/năm"),
        ("5 triệu đồng 1 hộ", "hộ"),
        ("70 triệu đồng/căn", "căn"),
        ("15 triệu/căn", "căn"),
    ],
)
def test_rates_are_named_and_left_out_of_the_quote(lexed: Lexer, text: str, per: str) -> None:
    (quantity,) = lexed(text).quantities
    assert quantity.per == per
    assert "/" not in text[quantity.start : quantity.end]


def test_a_share_told_behind_an_amount_makes_it_no_rate(lexed: Lexer) -> None:
    (quantity,) = lexed("5 triệu đồng tỷ lệ hộ nghèo").quantities
    assert quantity.per is None


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("44 ngàn USD", "usd", 44_000),
        ("300 đô la Mỹ", "usd", 300),
        ("2 triệu euro", "eur", 2_000_000),
        ("US$10 triệu", "usd", 10_000_000),
        ("$500", "usd", 500),
        ("10K$", "usd", 10_000),
        ("hai phẩy năm triệu đô la", "usd", 2_500_000),
    ],
)
def test_other_money_is_never_dong(lexed: Lexer, text: str, unit: str, value: int) -> None:
    (quantity,) = lexed(text).quantities
    assert (quantity.kind, quantity.unit, quantity.value) == ("currency", unit, value)


@pytest.mark.parametrize(
    "text",
    [
        "11.500.000 đồng (mười một triệu năm trăm nghìn đồng)",
        "13.503.000.000đ (Mười ba tỷ, năm trăm linh ba triệu đồng)",
        "2.000.000 đồng (bằng chữ: hai triệu đồng)",
    ],
)
def test_words_in_brackets_restate(lexed: Lexer, text: str) -> None:
    first, second = lexed(text).quantities
    assert (first.role, second.role) == ("value", "restated")
    assert first.value == second.value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1,5 triệu phần quà", "count"),
        ("500k người", "count"),
        ("300 ngan", "count"),
        ("13 triều vua", "count"),
        ("12 đồng chí", "count"),
        ("12 đ/c", "count"),
        ("50 triệu lượt khách", "count"),
        ("16 nghìn hội viên", "count"),
    ],
)
def test_what_only_looks_like_money(lexed: Lexer, text: str, kind: str) -> None:
    (quantity,) = lexed(text).quantities
    assert quantity.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "bốn tỉ lệ ấy là",
        "phong trào 4 đồng hành",
        "5 đồng thuận",
        "tổ dân phố 7 tỷ lệ này là 94%",
        "nhóm 2 tỉ trọng còn thấp",
    ],
)
def test_words_that_begin_like_dong(lexed: Lexer, text: str) -> None:
    assert [q.kind for q in lexed(text).quantities if q.kind == "money"] == []


@pytest.mark.parametrize(
    "text", ["50 triệu lo phần cất nhà", "115 tỷ vốn vay", "hỗ trợ 20 triệu xây nhà", "mỗi suất 500.000 và"]
)
def test_money_without_dong(lexed: Lexer, text: str) -> None:
    (quantity,) = lexed(text).quantities
    assert quantity.kind == "money"


@pytest.mark.parametrize("text", ["hàng trăm triệu đồng", "vài chục triệu đồng", "hàng tỷ đồng"])
def test_vague_amounts_have_no_value(lexed: Lexer, text: str) -> None:
    assert lexed(text).quantities == ()
