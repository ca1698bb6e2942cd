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


def test_amounts_behind_other_things_of_the_row_are_theirs() -> None:
    text = (
        "Trường\tHọc bổng (suất)\tSố tiền (đồng)\tQuà (phần)\tSố tiền (đồng)\n"
        "Tiểu học A\t12\t6.000.000\t20\t4.000.000\nTiểu học B\t10\t5.000.000\t15\t3.000.000\n"
        "Cộng\t22\t11.000.000\t35\t7.000.000"
    )
    assert rows(text) == [
        *((12, 6_000_000, None, True), (10, 5_000_000, None, True)),
        (22, 11_000_000, None, False),
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


Amounts = tuple[int | None, int | None, int | None, int | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a price in brackets is for the prizes right before it, though awards are counted in its unit
        (
            "Hội tặng 120 suất học bổng (mỗi suất từ 200 đến 400 ngàn đồng), 9 phần thưởng (mỗi suất 150 ngàn đồng)",
            [(120, None, 200_000, 400_000)],
        ),
        # a price goes no farther back than the people of its own paragraph
        (
            (
                "* Xã A trao 129 suất học bổng cho học sinh nghèo. Tổng giá trị các suất học bổng là 145 triệu đồng.\n"
                "* Ở Huế, 89 tân sinh viên được nhận học bổng. Mỗi suất học bổng trị giá 15 triệu đồng."
            ),
            [(129, 145_000_000, None, None), (89, None, 15_000_000, None)],
        ),
        (
            "Hội trao 40 suất học bổng cho học sinh nghèo. Một suất học bổng trị giá 1,2 triệu đồng.",
            [(40, None, 1_200_000, None)],
        ),
    ],
)
def test_prices_of_the_nearest_awards(text: str, expected: list[Amounts]) -> None:
    found = read_text(text).facts.scholarships
    assert [(r.count, r.amount_total_vnd, r.amount_each_vnd, r.amount_each_max_vnd) for r in found] == expected


def test_worth_in_the_head_of_a_column_is_no_price() -> None:
    text = (
        "Cơ cấu kinh tế của xã\nĐvt: Triệu đồng/năm\nNgành | Năm 2016 | | Năm 2017 | | So sánh (%) | |\n"
        " | Giá trị | CC (%) | Giá trị | CC (%) | 2016/2015 | 2017/2016 | PTBQ\n"
        "Nông nghiệp | 31,8 | 71,0 | 41,8 | 72,2 | 132,47 | 131,4 | 126,13\n"
        "Dịch vụ | 13,0 | 29,0 | 16,1 | 27,8 | 112,5 | 123,8 | 117,26"
    )
    found = read_page(text).facts.money
    assert [(one.amount_vnd, one.scope) for one in found] == [
        (31_800_000, "total"),
        (41_800_000, "total"),
        (13_000_000, "total"),
        (16_100_000, "total"),
    ]
