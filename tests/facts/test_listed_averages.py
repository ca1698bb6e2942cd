"""Averages told in turn, of which only the first is called one."""

from __future__ import annotations

import pytest

from extract import read_text


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "Lương bình quân của giám đốc là 60 triệu đồng, kế toán 45 triệu, giúp việc HTX 40 triệu, thợ 30 triệu",
            ["each"] * 4,
        ),
        (
            "Lương bình quân: doanh nghiệp FDI 7,9 triệu đồng, tư nhân 6,5 triệu đồng, nhà nước 6 triệu đồng",
            ["each"] * 3,
        ),
        # of two the second may be something else; others are known, far more, or given by somebody
        ("Thu nhập bình quân đạt 45 triệu đồng, học phí 20 triệu đồng", ["each", "total"]),
        ("Thu nhập bình quân đạt 45 triệu đồng, thu phí 5 tỷ đồng, chi khác 4 tỷ đồng", ["each", "total", "total"]),
        ("Mức hỗ trợ 30 triệu đồng, Hội góp 20 triệu đồng, thôn góp 10 triệu đồng", ["each", "total", "total"]),
    ],
)
def test_scopes(text: str, scopes: list[str]) -> None:
    assert [amount.scope for amount in read_text(text).facts.money] == scopes
