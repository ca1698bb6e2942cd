"""Figures of a title or lead that the text tells again."""

from __future__ import annotations

import pytest

from extract.in_memory import read_page

LEAD = "Chiều qua, tại hội trường xã, lãnh đạo huyện đến dự và chúc mừng."


@pytest.mark.parametrize(
    ("title", "paragraphs", "outcomes"),
    [
        # as it was, which is no relation; in another unit
        ("Huyện trao 1.254 suất quà Tết", [LEAD, "Đoàn đã trao 1.254 suất quà cho hộ nghèo."], []),
        ("Xã thu ngân sách 7,412 tỷ đồng", [LEAD, "Tổng thu ngân sách xã đạt 7.412 triệu đồng."], ["agrees"]),
        ("Huyện trao 1.254 suất quà Tết", [LEAD, "Đoàn đã trao 1.245 suất quà cho hộ nghèo."], ["disagrees"]),
        ("Huyện trao 1.254 suất quà Tết", [LEAD, "Đoàn đã trao 1.264 suất quà cho hộ nghèo."], ["disagrees"]),
        # rounded, another event, a part of it, another thing: no slip
        ("Huyện trao hơn 1.200 suất quà Tết", [LEAD, "Đoàn đã trao 1.254 suất quà cho hộ nghèo."], []),
        ("Huyện trao 1.254 suất quà Tết", [LEAD, "Xã A trao 230 suất quà, xã B trao 415 suất quà."], []),
        ("Huyện trao 1.254 suất quà Tết", [LEAD, "Năm 2023 sẽ trao 1.245 suất quà cho hộ nghèo."], []),
        ("Huyện trao 1.254 suất quà Tết", [LEAD, "Hội trao 1.245 suất học bổng cho học sinh."], []),
        # the text tells it right, and another like it
        (
            "Huyện trao 1.254 suất quà Tết",
            [LEAD, "Đoàn đã trao 1.254 suất quà cho hộ nghèo.", "Đợt trước, huyện trao 1.244 suất quà."],
            [],
        ),
        # neighbours are not one number
        ("Lúa xuân bằng 95,8% cùng kỳ", [LEAD, "Lúa mùa toàn huyện đạt 174 ha, bằng 95,9% cùng kỳ."], []),
        # small numbers are of many things
        ("Xã trao 6 suất quà", [LEAD, "Đoàn đã trao 6 suất quà cho hộ nghèo."], []),
        ("Xã trao 25 suất quà", [LEAD, "Đoàn đã trao 52 suất quà cho hộ nghèo."], []),
        # the lead, where the figure has digits enough
        (
            "Tết ấm áp ở vùng sâu",
            ["Huyện trao 12.542 suất quà Tết.", "Đoàn đã trao 12.524 suất quà cho hộ nghèo."],
            ["disagrees"],
        ),
        ("Tết ấm áp ở vùng sâu", ["Huyện trao 254 suất quà.", "Đoàn đã trao 245 suất quà cho hộ nghèo."], []),
    ],
)
def test_retold(title: str, paragraphs: list[str], outcomes: list[str]) -> None:
    html = f"<h1>{title}</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    assert [check.outcome for check in read_page(html).checks if check.kind == "retold"] == outcomes
