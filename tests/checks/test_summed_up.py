"""Figures of a title or lead that several of the text make up, and changes from what a table tells."""

from __future__ import annotations

import pytest

from extract.in_memory import read_page, read_text

LEAD = "Chiều qua, tại hội trường xã, lãnh đạo huyện đến dự và chúc mừng."


@pytest.mark.parametrize(
    ("title", "paragraphs", "sums"),
    [
        (
            "Bắc 12 cây cầu cho xã An Phú",
            [LEAD, "Hội đã khánh thành 05 cây cầu.", "Hội khởi công thêm 07 cây cầu."],
            ["05 cây + 07 cây"],
        ),
        (
            "Tỉnh trao 431 suất học bổng",
            [LEAD, "Học bổng Đất Tỉnh năm nay có 118 suất.", "Ngoài ra còn 313 suất học bổng của hội."],
            ["118 suất + 313 suất"],
        ),
        # another of that unit: the two are not all there are
        (
            "Bắc 12 cây cầu cho xã An Phú",
            [LEAD, "Khánh thành 05 cây cầu.", "Khởi công thêm 07 cây cầu.", "Năm ngoái bắc 04 cây cầu."],
            [],
        ),
        # they do not come to it, or are told in its sentence: other things
        ("Bắc 12 cây cầu cho xã An Phú", [LEAD, "Khánh thành 05 cây cầu.", "Khởi công thêm 06 cây cầu."], []),
        ("Đường hoa", ["Xã đạt 10 tiêu chí, 02 xã đạt 07 tiêu chí, 01 xã đạt 03 tiêu chí."], []),
    ],
)
def test_title_that_sums_up(title: str, paragraphs: list[str], sums: list[str]) -> None:
    html = f"<h1>{title}</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    assert [check.left for check in read_page(html).checks if check.kind == "parts_sum"] == sums


TABLE = """

| Chỉ tiêu | ĐVT | 2020 | 2021 | 2022 |
| Dân số | Người | 9.120 | 9.204 | 9.318 |
| Thu ngân sách | Trđ | 6.210,5 | 6.894 | 7.412 |
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thu ngân sách năm 2022 đạt 7.412 triệu đồng, tăng 518 triệu đồng so với năm 2021.", ["agrees"]),
        ("Thu ngân sách năm 2022 đạt 7.412 triệu đồng, tăng 581 triệu đồng so với năm 2021.", []),
        ("Năm 2022 có 9.318 hộ, tăng 114 hộ so với năm 2021.", []),  # people are no households
    ],
)
def test_change_from_what_a_table_tells(text: str, found: list[str]) -> None:
    assert [check.outcome for check in read_text(text + TABLE).checks if check.kind == "difference"] == found
