"""Percentages behind figures, and in lists: what they are about."""

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
