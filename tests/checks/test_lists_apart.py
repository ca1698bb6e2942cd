"""Lists whose whole, or whose parts, stand farther off than words next to each other; and prices for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from page_checks import kinds_told

if TYPE_CHECKING:
    from extract.pipeline import Knowledge

SUM, BROKEN = ("parts_sum", "agrees"), ("parts_sum", "disagrees")
PRODUCT = ("count_times_each", "agrees")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a sentence that tells in full and has the whole itself
        (
            ("Tính theo bậc học, 58 em được nhận quà có 8 em mầm non, 9 em THPT, 18 học sinh THCS, 23 học sinh lớp 5."),
            [SUM],
        ),
        ("Theo đó có 4 trường hợp được xét lại, 2 trường hợp bị lùi, 2 trường hợp xin rút.", []),
        # words that go on from what the paragraph before has told
        (
            (
                "Phường trao quà cho 151 học sinh với số tiền 90 triệu đồng.\n"
                "Tính ra có 41 học sinh tiểu học; 92 học sinh THCS; 18 sinh viên cao đẳng."
            ),
            [SUM],
        ),
        (
            (
                "Quỹ dành 124 suất học bổng cho sinh viên nghèo.\n"
                "Số này có 6 sinh viên nhà chính sách, mỗi em 3 triệu đồng, 118 sinh viên nhà khó khăn, mỗi "
                "em 2 triệu đồng."
            ),
            [SUM],
        ),
        # the second part opens another paragraph
        (
            (
                "Đến cuối tháng, toàn tỉnh góp được 1.846.352.000 đồng. Trong đó cấp tỉnh thu 131.352.000 đồng.\n"
                "Các nơi nộp sớm là Sở Y tế, Sở Tài chính.\n"
                "Cấp huyện thu 1.715 triệu đồng. Khá nhất là huyện A 600 triệu đồng."
            ),
            [SUM],
        ),
        # estimates that fill their sentence, whatever the next line lists
        (
            (
                "Tổng vốn hơn 612 tỷ đồng, trong đó trung ương gần 9,4 tỷ đồng, tỉnh gần 31,6 tỷ đồng, tín "
                "dụng hơn 540,8 tỷ đồng, nhân dân góp hơn 30,3 tỷ đồng.\n"
                "* Huyện bên ước 64,4 tỷ đồng, trong đó trung ương gần 4,5 tỷ đồng, tỉnh gần 12,6 tỷ đồng."
            ),
            [SUM],
        ),
        (
            (
                "Quỹ có trên 1 tỷ 346 triệu đồng, trong đó cấp tỉnh gần 127,6 triệu đồng, cấp huyện hơn 1 tỷ "
                "218 triệu đồng."
            ),
            [SUM],
        ),
        ("Quỹ có trên 9,4 tỷ đồng, trong đó cấp tỉnh hơn 4 tỷ đồng, cấp huyện hơn 4 tỷ đồng.", []),
        # levels of which nothing tells how many were rated
        (
            (
                "Cả huyện có 1.840 hộ đăng ký danh hiệu nông dân sản xuất, kinh doanh giỏi. Xét xong có 246 "
                "hộ đạt, trong đó cấp tỉnh 08 hộ, cấp huyện 53 hộ và cấp cơ sở 285."
            ),
            [BROKEN],
        ),
        # awards given to so many, and so many awards more
        (
            "Hội đã trao quà cho 612 em. Từ nay đến tết trao tiếp 188 suất, nâng số suất quà cả năm lên 800 suất.",
            [SUM],
        ),
        ("Hội giúp 12 em, trao thêm 8 suất quà, nâng số suất quà lên 20 suất.", []),
        # people counted by another name than their price is for
        (
            ("Xã có 1.208 đối tượng được nhận quà. Mỗi người được 300.000 đồng/người, cả xã thành 362.400.000 đồng."),
            [PRODUCT],
        ),
        ("Có 5 học sinh được nhận 3 triệu đồng/em. Huyện còn nhận 15 triệu đồng do một công ty góp.", []),
    ],
)
def test_lists_apart(text: str, found: list[tuple[str, str]], knowledge: Knowledge) -> None:
    assert kinds_told(text, knowledge) == found


def test_rates_do_not_change_by_a_share_of_themselves(knowledge: Knowledge) -> None:
    text = "Hộ nghèo mỗi năm giảm trên 2,5%, giảm 13,1% so với năm 2015; riêng xã vùng cao còn dưới 6%."
    assert kinds_told(text, knowledge) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                "Tin trong tỉnh\n* Thêm 350 triệu đồng giúp vùng lũ\nMặt trận trao 230 triệu đồng. Một công ty góp "
                "120 triệu đồng.\nĐến nay tỉnh đã nhận 2 tỷ đồng."
            ),
            [SUM],
        ),
        # not all of the paragraph, or no head
        (
            "Tin trong tỉnh\n* Thêm 350 triệu đồng\nNơi góp 230 triệu đồng, nơi 120 triệu đồng, nơi 9 triệu đồng.",
            [],
        ),
        (
            "Tin trong tỉnh\nQuỹ nhận 350 triệu đồng.\nMặt trận trao 230 triệu đồng. Công ty góp 120 triệu đồng.",
            [],
        ),
    ],
)
def test_heads_within_a_page(text: str, found: list[tuple[str, str]], knowledge: Knowledge) -> None:
    assert kinds_told(text, knowledge) == found
