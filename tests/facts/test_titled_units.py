"""What tables count by their titles, and what the years over their columns tell."""

from __future__ import annotations

import pytest
from shipped import shipped_rules

from extract.pipeline import draw_facts
from extract.snippet import snippet


def figures(text: str) -> list[tuple[float, str | None]]:
    return [(figure.value, figure.unit) for figure in draw_facts(snippet(text), shipped_rules()).facts.figures]


def all_in(unit: str | None, *values: float) -> list[tuple[float, str | None]]:
    return [(value, unit) for value in values]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a numbered heading, and the same in the corner of a table of one cell a line
        (
            "1. Số lớp\nSố lớp\nNăm học 2014-2015\nNăm học 2015-2016\nKhối 6\n4\n5\nKhối 7\n3\n4\nCộng\n7\n9",
            all_in("lớp", 4, 5, 3, 4, 7, 9),
        ),
        ("5. Học sinh\n2014\n2015\nTổng số\n210\n225\nKhối 6\n120\n130", all_in("học sinh", 210, 225, 120, 130)),
        (
            "Bảng 2: Số hộ nghèo theo thôn\nThôn\t2015\t2016\nThôn Đông\t12\t9\nThôn Tây\t15\t11",
            all_in("hộ", 12, 9, 15, 11),
        ),
        (
            "II. TRƯỜNG LỚP: SỐ PHÒNG HỌC\nKiên cố\n12\n14\nBán kiên cố\n4\n2\nCộng\n16\n16",
            all_in("phòng", 12, 14, 4, 2, 16, 16),
        ),
        ("Số trường học (trường)\nMầm non\t12\t13\nTiểu học\t15\t14", all_in("trường", 12, 13, 15, 14)),
        ("Số vụ tai nạn\nTháng 1\n12\nTháng 2\n15\nTháng 3\n9", all_in("vụ", 12, 15, 9)),
        # statistics of people and households need no "số"
        (
            "Thống kê học sinh theo khối\nKhối\t2014\t2015\nKhối 6\t120\t130\nKhối 7\t98\t110",
            all_in("học sinh", 120, 130, 98, 110),
        ),
        (
            "Đội ngũ giáo viên\nTrình độ\tTổng số\tNữ\nĐại học\t20\t12\nCao đẳng\t15\t9",
            [(20, "giáo viên"), (12, "nữ"), (15, "giáo viên"), (9, "nữ")],
        ),
        # a heading that is a unit and no more; without a number it may be the head of the labels
        ("2. Lớp\n2014\n2015\nCông lập\n16\n17\nDân lập\n2\n1", all_in("lớp", 16, 17, 2, 1)),
        ("Loại\n2014\n2015\nKiên cố\n16\n17\nTạm\n2\n1", all_in(None, 16, 17, 2, 1)),
        # several sorts of people are people; a remark's head is no title
        (
            "3. Cán bộ, giáo viên, nhân viên\nTổng số\nNữ\nGhi chú\nBiên chế\n30\n21\nHợp đồng\n4\n2",
            all_in("người", 30, 21, 4, 2),
        ),
        # school years in cells are labels
        (
            "Thống kê số học sinh\nNăm học\tKhối 6\tKhối 7\n2014-2015\t120\t98\n2015-2016\t130\t110",
            all_in("học sinh", 120, 98, 130, 110),
        ),
        # the row of a school tells no schools where pupils are counted
        (
            "Số học sinh\nTrường\t2014\t2015\nTrường tiểu học Tân Phú\t420\t433\nTrường tiểu học Tân Hòa\t380\t391",
            all_in("học sinh", 420, 433, 380, 391),
        ),
        # labels and heads that tell their own units
        (
            "Số học sinh\nNội dung\t2014\t2015\nSố lớp\t12\t13\nKhối 6\t120\t130",
            [(12, "lớp"), (13, "lớp"), (120, "học sinh"), (130, "học sinh")],
        ),
        (
            "Số lao động có việc làm\nNgành\t2014\t2015\nDịch vụ\t80\t95\nKinh phí hỗ trợ\t250\t300",
            [(80, "lao động"), (95, "lao động"), (250, None), (300, None)],
        ),
        # several things, or something measured: none is told
        ("Số hộ và tỷ lệ hộ nghèo\nThôn\t2015\t2016\nĐông\t12\t9\nTây\t15\t11", all_in(None, 12, 9, 15, 11)),
        ("Số trường, số lớp\nCấp học\t2015\t2016\nMầm non\t12\t9\nTiểu học\t15\t11", all_in(None, 12, 9, 15, 11)),
        ("Học sinh giỏi các cấp\nMôn\t2015\t2016\nToán\t12\t9\nVăn\t15\t11", all_in(None, 12, 9, 15, 11)),
    ],
)
def test_title_tells_what_cells_count(text: str, found: list[tuple[float, str | None]]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Số học sinh:\n- Khối 6: 120\n- Khối 7: 118\n- Khối 8: 98", all_in("học sinh", 120, 118, 98)),
        ("5. Đội ngũ giáo viên:\n+ Trên chuẩn: 12\n+ Đạt chuẩn: 8", all_in("giáo viên", 12, 8)),
        ("Số vụ tai nạn theo địa bàn như sau:\nTân Phú: 12\nTân Hòa: 9.", all_in("vụ", 12, 9)),
        ("Số học sinh các lớp\nLớp 6A: 40\nLớp 6B: 38", all_in("học sinh", 40, 38)),
        # rows that are measured, or stand below something else
        ("Số học sinh:\n- Khối 6: 120\n- Diện tích: 45", [(120, "học sinh"), (45, None)]),
        ("Học sinh giỏi các môn\nToán: 12\nVăn: 9", all_in(None, 12, 9)),
    ],
)
def test_heading_of_a_list_tells_what_its_rows_count(text: str, found: list[tuple[float, str | None]]) -> None:
    assert figures(text) == found


def test_next_heading_ends_rows() -> None:
    text = "2. Số phòng học\n2014\n2015\nKiên cố\n16\n17\nTạm\n2\n1\n3. Số lớp\n2014\n2015\nKhối 6\n4\n5\nKhối 7\n3\n4"
    assert figures(text) == all_in("phòng", 16, 17, 2, 1) + all_in("lớp", 4, 5, 3, 4)


def test_last_school_year_over_columns_is_no_label() -> None:
    text = (
        "2. Số phòng học\nNăm học 2014-2015\nNăm học 2015-2016\nTổng số\n18\n19\nKiên cố\n16\n17\n"
        "3. Giáo viên\nNội dung\nTổng số\nNữ\nTrên chuẩn\n12\n8"
    )
    found = draw_facts(snippet(text), shipped_rules()).facts.figures[:4]
    assert [(figure.value, figure.unit, str(figure.period_start), str(figure.period_end)) for figure in found] == [
        (18, "phòng", "2014-09-01", "2015-08-31"),
        (19, "phòng", "2015-09-01", "2016-08-31"),
        (16, "phòng", "2014-09-01", "2015-08-31"),
        (17, "phòng", "2015-09-01", "2016-08-31"),
    ]
