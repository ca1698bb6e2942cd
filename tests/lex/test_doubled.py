"""Multipliers behind full amounts: meant where other amounts of the page are counted so."""

from __future__ import annotations

import pytest

from extract.in_memory import read_text


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (
            "Tổng thu 9.715.000 triệu đồng: nội địa 9.000.000 triệu đồng, xuất nhập khẩu 715.000 triệu đồng",
            [9_715_000_000_000, 9_000_000_000_000, 715_000_000_000],
        ),
        ("thu 1.254.637 ngàn đồng, chi 1.250.000 ngàn đồng", [1_254_637_000, 1_250_000_000]),
        # no other amount is counted so, or by another word
        ("thu 163.200.000 ngàn đồng, trao quà 500 ngàn đồng", [163_200_000, 500_000]),
        ("thu 715.000 triệu đồng, trao 300.000 ngàn đồng", [715_000_000_000, 300_000]),
    ],
)
def test_amounts(text: str, amounts: list[int]) -> None:
    assert [money.amount_vnd for money in read_text(text).facts.money] == amounts
