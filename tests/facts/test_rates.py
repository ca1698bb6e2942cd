"""Percentages and changes behind figures, and in lists: what they are about."""

from __future__ import annotations

import pytest

from extract import read_text


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        (
            "Thu ngân sách đạt 370 tỷ đồng, tăng 17,7% so với cùng kỳ năm 2023 và đạt 59,9% so với dự toán",
            ["budget.revenue"] * 3,
        ),
        ("Bán lẻ hàng hóa tăng 11,4%, lưu trú và ăn uống tăng 15,3%, dịch vụ khác tăng 11,8%", ["trade.retail"] * 3),
        ("Bán lẻ hàng hóa tăng 11,4%, số vụ trộm cắp giảm 15,3%", ["trade.retail", None]),  # another verb
        ("Tỷ lệ hộ nghèo còn 3,2%, số xe máy còn 40%", ["poverty.rate", None]),  # rates of poverty do not go on
        ("Đàn lợn có 1.450 con, Phường 2 tăng 12%", ["livestock.count", None]),  # a name stands between
        ("Đàn lợn có 1.450 con, so với cùng kỳ năm 2019 tăng 12%, đạt 98% kế hoạch", ["livestock.count"] * 3),
        ("Diện tích gieo trồng 620 ha, giảm 3,1% (- 20 ha) so với vụ trước", ["crop.area"] * 3),
        ("Đàn lợn có 1.450 con (kế hoạch 1.400 con), tăng 105 con so với năm 2020", ["livestock.count"] * 3),
        ("Đàn lợn có 1.450 con, tăng 3 hộ nuôi", ["livestock.count", None]),  # of another unit
        ("Sản lượng lương thực 1.450 tấn, =101% KH, bằng 99,2% so với cùng kỳ", ["crop.output"] * 3),
        ("Thu ngân sách 12 tỷ đồng, bằng 85% dự toán huyện giao và 81% dự toán xã giao", ["budget.revenue"] * 3),
        ("Tỷ lệ hộ nghèo còn 1,5%, 90% gia đình có xe máy", ["poverty.rate", None]),  # a percentage of its own
        (
            "Thu nhập bình quân đầu người năm 2005 là 9,9 triệu đồng, năm 2006 ước đạt 12 triệu đồng",
            ["income.per_head"] * 2,
        ),
        ("Diện tích ngô từ 130 ha năm 2010 lên 235 ha năm 2015", ["crop.area"] * 2),
        ("Tổng dư nợ được 22.836 tỷ đồng, tăng trưởng 4,2% so với cuối năm 2018", ["loan.outstanding"] * 2),
        ("Có 12 chi bộ hoàn thành tốt nhiệm vụ (tăng 0,8%)", ["rating"] * 2),
    ],
)
def test_indicators(text: str, indicators: list[str | None]) -> None:
    assert [figure.indicator for figure in read_text(text).facts.figures] == indicators


@pytest.mark.parametrize(
    ("text", "unit", "scope"),
    [
        ("Nợ quá hạn chiếm 0,19%/tổng dư nợ", "%", "total"),  # a whole, no rate
        ("Thu lãi đạt 98%/số phải thu", "%", "total"),
        ("Có 37,5%/tổng số hộ dùng nước sạch", "%", "total"),
        ("Tỷ lệ hộ nghèo giảm 1,5%/năm", "%", "each"),
        ("Tỷ suất sinh là 11,5/%o", "‰", "total"),
        ("Tỷ suất sinh là 11,5/%", "%", "total"),
        ("Tỷ suất chết là 4o/oo", "‰", "total"),
    ],
)
def test_a_slash_behind_a_percentage(text: str, unit: str, scope: str) -> None:
    (figure,) = read_text(text).facts.figures
    assert (figure.unit, figure.scope) == (unit, scope)


def test_a_change_in_a_bracket_is_in_no_sum() -> None:
    area, change = read_text("Diện tích gieo trồng 620 ha (- 20 ha) so với vụ trước").facts.figures
    assert (area.left_out, change.left_out) == (None, "change")


def test_what_an_amount_for_each_was_in_another_year_is_for_each() -> None:
    text = "Dư nợ bình quân năm 2015 là 34 triệu đồng/hộ, năm 2020 đạt 61 triệu đồng"
    assert [figure.scope for figure in read_text(text).facts.figures if figure.kind == "money"] == ["each", "each"]
