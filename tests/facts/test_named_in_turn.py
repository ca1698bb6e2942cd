"""Numbers that are told in turn of the things named before them."""

from __future__ import annotations

import pytest

from extract.in_memory import read_text


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Số hộ nghèo, hộ cận nghèo lần lượt là 120 hộ và 96 hộ.", ["poverty.households", "poverty.near_households"]),
        ("Đàn trâu, bò, lợn lần lượt là 120 con, 300 con và 1.200 con.", ["livestock.count"] * 3),
        ("Thu ngân sách năm 2019, 2020 lần lượt đạt 5,2 tỷ đồng và 6,1 tỷ đồng.", ["budget.revenue"] * 2),
        ("Ba năm qua, Quỹ trao lần lượt 80 phần, 50 phần học bổng.", ["scholarship"] * 2),
        ("Ba mức hỗ trợ lần lượt là 1 triệu đồng, 2 triệu đồng.", [None, None]),
        ("Xã Đông, xã Đoài ủng hộ lần lượt 12 triệu đồng, 15 triệu đồng.", [None, None]),
    ],
)
def test_names_before_their_numbers(text: str, indicators: list[str | None]) -> None:
    assert [figure.indicator for figure in read_text(text).facts.figures] == indicators
