"""Awards in cells of tables, and whether awards are planned."""

from __future__ import annotations

import pytest

from extract import read_page, read_text

BY_FUND = """\
Một số nguồn học bổng trao trong học kỳ I:
Nguồn tài trợ\tSố suất\tMức (đồng)\tThành tiền (1.000đ)
Quỹ An Bình\t40\t500.000\t20.000
Quỹ Hoa Sen\t25\t1.000.000\t25.000
Cộng\t65\t\t45.000"""

BY_SCHOOL = """\
Hội Khuyến học xã trao học bổng cho học sinh khó khăn của tất cả các trường trên địa bàn xã, kết quả cụ thể như sau:
Trường
Số học sinh nhận học bổng
Số tiền (triệu đồng)
Tiểu học A
20
10
Tiểu học B
15
7,5
THCS Tân Phú
30
24
Tổng
65
41,5"""


def rows(text: str) -> list[tuple[int | None, int | None, int | None, bool]]:
    found = read_page(text).facts.scholarships
    return [(r.count, r.amount_total_vnd, r.amount_each_vnd, r.part_of == found[-1].scholarship_id) for r in found]


def test_rows_of_a_table_are_awards_and_parts_of_its_sum() -> None:
    assert rows(BY_FUND) == [
        (40, 20_000_000, 500_000, True),
        (25, 25_000_000, 1_000_000, True),
        (65, 45_000_000, None, False),
    ]
    assert rows(BY_SCHOOL) == [
        (20, 10_000_000, None, True),
        (15, 7_500_000, None, True),
        (30, 24_000_000, None, True),
        (65, 41_500_000, None, False),
    ]


def test_a_table_of_gifts_has_no_awards() -> None:
    assert rows(BY_FUND.replace("học bổng", "quà Tết")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KẾ HOẠCH\nTrao học bổng khai giảng\nSố lượng: 80 suất học bổng.\n- Tiểu học: 30 suất;", ["planned"] * 2),
        ("Thông báo xét cấp học bổng\nCó 40 suất học bổng. Năm trước, xã đã trao 30 suất.", ["planned", "achieved"]),
        ("Hội sẽ trao 50 suất học bổng. Trong đó có 20 suất cho tiểu học.", ["planned", "planned"]),
        ("Xã hoàn thành kế hoạch. Trao 40 suất học bổng.", ["achieved"]),
        ("Tính từ đầu năm 2024 tới nay, Hội phát 40 suất học bổng.", ["achieved"]),
        ("Học bổng được trao trong ngày 26-2-2012 tới 54 học sinh.", ["achieved"]),
    ],
)
def test_status_of_awards(text: str, expected: list[str]) -> None:
    assert [row.status for row in read_text(text).facts.scholarships] == expected


def test_more_people_with_a_price_of_their_own() -> None:
    text = (
        "Nhận học bổng kỳ này có 21 sinh viên với số tiền từ 3 - 7,2 triệu đồng, cùng 105 học sinh nghèo của trường "
        "với số tiền 500 ngàn đồng tiền mặt."
    )
    found = read_text(text).facts.scholarships
    assert [(row.count, row.amount_total_vnd, row.amount_each_vnd) for row in found] == [
        (21, None, 3_000_000),
        (105, None, 500_000),
    ]
