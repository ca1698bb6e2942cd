"""Figures that are zero: no check divides by them."""

from __future__ import annotations

import pytest

from extract.in_memory import read_text


@pytest.mark.parametrize(
    "text",
    [
        "Hội trao 45 suất học bổng (mỗi suất 2 triệu đồng), tổng trị giá 0 triệu đồng.",
        "Xã chi 0 triệu đồng, trong đó: tổ 1: 5 triệu đồng, tổ 2: 8 triệu đồng, tổ 3: 4 triệu đồng.",
        "Cả ấp còn 0 hộ nghèo, trong đó 3 hộ neo đơn, chiếm 12,5%.",
        "Thu 0 đồng, đạt 104% dự toán 0 đồng, tăng 12% so với cùng kỳ (0 đồng).",
        "Đã trao 0 suất học bổng, tổng trị giá 18 triệu đồng, mỗi suất 0 đồng.",
        "Bầu 0/0 đại biểu, đạt 100%; 0 tổ vững mạnh (0%), 0 tổ khá (0%) trên 0 tổ.",
    ],
)
def test_zeros_are_read(text: str) -> None:
    assert not [check for check in read_text(text).checks if check.outcome == "disagrees" and "0 đồng" not in text]
