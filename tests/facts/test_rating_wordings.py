"""Levels told apart from their numbers: lists in turn, changes, titles told before, places between."""

from __future__ import annotations

import pytest
from rating_rows import Row, rating_rows

from extract.pipeline import Knowledge, draw_facts
from extract.snippet import snippet

TOLD: dict[str, list[Row]] = {
    # several levels, then their numbers in turn; told again of others
    "Tỷ lệ học sinh giỏi, khá, trung bình lần lượt là 45%, 40% và 15%.": [
        ("học sinh", "giỏi", None, 45, None),
        ("học sinh", "khá", None, 40, None),
        ("học sinh", "trung bình", None, 15, None),
    ],
    "Số chi hội vững mạnh, khá lần lượt là 30 chi hội và 12 chi hội.": [
        ("chi hội", "vững mạnh", 30, None, None),
        ("chi hội", "khá", 12, None, None),
    ],
    "Ở lớp 7, tỉ lệ % học sinh giỏi/ khá/ yếu lần lượt là 67,3/ 25,7/ 7,0. Lớp 8 là 59,5/ 27,4/ 13,1.": [
        ("học sinh", "giỏi", None, 67.3, None),
        ("học sinh", "khá", None, 25.7, None),
        ("học sinh", "yếu", None, 7, None),
        ("học sinh", "giỏi", None, 59.5, None),
        ("học sinh", "khá", None, 27.4, None),
        ("học sinh", "yếu", None, 13.1, None),
    ],
    # what was before
    "Gia đình đạt “Gia đình văn hóa” từ 657 gia đình (năm 2002) tăng lên 1.151 gia đình (năm 2011).": [
        ("gia đình", "văn hóa", 657, None, None),
        ("gia đình", "văn hóa", 1151, None, None),
    ],
    # a place between the level and its number
    "Số hộ đạt danh hiệu gia đình văn hóa của toàn phường là 4.210 hộ, chiếm 91%.": [("hộ", "văn hóa", 4210, 91, None)],
    "Khu dân cư văn hóa toàn huyện là 292/363, chiếm 80,4%.": [("khu dân cư", "văn hóa", 292, 80.4, 363)],
    # where they are is none of them
    "Xét trên toàn thành phố, gia đình được danh hiệu gia đình văn hóa có 94,2% gia đình.": [
        ("gia đình", "văn hóa", None, 94.2, None)
    ],
    # a title, then those who have it
    "Về danh hiệu gia đình văn hóa, toàn xã có 1.240/1.310 hộ được công nhận, đạt 94,7%.": [
        ("hộ", "văn hóa", 1240, 94.7, 1310)
    ],
    "Bình xét cuối năm: gia đình văn hóa 1.240 hộ, đạt 94%; cơ quan, đơn vị văn hóa: 5/5 đơn vị.": [
        ("hộ", "văn hóa", 1240, 94, None),
        ("cơ quan, đơn vị", "văn hóa", 5, None, 5),
    ],
    "Có 640 gia đình hiếu học, chiếm 27% số hộ đăng ký.": [("gia đình", "hiếu học", 640, 27, None)],
    "Có 35 lượt khu dân cư được danh hiệu khu dân cư văn hóa.": [("khu dân cư", "văn hóa", 35, None, None)],
    # which group it is
    "Có 39/45 công đoàn được công nhận công đoàn cơ sở vững mạnh, xã có 44 công đoàn cơ sở thành viên.": [
        ("công đoàn cơ sở", "vững mạnh", 39, None, 45)
    ],
    "Ủy ban MTTQ cấp xã: 5 đơn vị xuất sắc, 3 đơn vị khá.": [
        ("ủy ban mttq cấp xã", "xuất sắc", 5, None, None),
        ("ủy ban mttq cấp xã", "khá", 3, None, None),
    ],
    "Chi bộ thôn trong sạch vững mạnh chiếm 92% (trong đó 21% đảng bộ xuất sắc); yếu kém chiếm 2%.": [
        ("chi bộ thôn", "trong sạch vững mạnh", None, 92, None),
        ("đảng bộ", "xuất sắc", None, 21, None),
        ("chi bộ thôn", "yếu kém", None, 2, None),
    ],
    # how many were rated
    "Phân loại: cơ sở Hội có 17, trong đó trong sạch vững mạnh 15, khá 2; chi hội có 104, vững mạnh 99, yếu không.": [
        ("cơ sở hội", "trong sạch vững mạnh", 15, None, 17),
        ("cơ sở hội", "khá", 2, None, 17),
        ("chi hội", "vững mạnh", 99, None, 104),
        ("chi hội", "yếu", 0, None, 104),
    ],
    "Hội có 51 chi hội, 422 tổ hội.\nPhân loại chi hội: 45 chi hội mạnh, 6 chi hội khá.": [
        ("chi hội", "mạnh", 45, None, 51),
        ("chi hội", "khá", 6, None, 51),
    ],
    "Ấp có 130 hộ. Hộ đạt gia đình văn hóa chiếm tỷ lệ 95,3%.": [("hộ", "văn hóa", None, 95.3, None)],
    # none
    "Phân loại hội viên: khá 139 hội viên, trung bình 16 hội viên, yếu kém không.": [
        ("hội viên", "khá", 139, None, None),
        ("hội viên", "trung bình", 16, None, None),
        ("hội viên", "yếu kém", 0, None, None),
    ],
    "Có 4/20 học sinh giỏi, không có học sinh yếu kém, 100% học sinh lên lớp.": [
        ("học sinh", "giỏi", 4, None, 20),
        ("học sinh", "yếu kém", 0, None, 20),
    ],
}

REPEATED = "Gia đình văn hóa chiếm 86% số hộ\n\nHuyện có 29.320/34.058 hộ đạt chuẩn gia đình văn hóa, chiếm 86%."

NONE = (
    "Mở được trên 1.600 lớp học tập, hội thảo; hơn 30 mô hình văn hóa, văn nghệ, thể thao.",
    "Có 15 tập thể và 70 cá nhân xuất sắc trong phong trào thi đua được biết tới.",
    "Hội viên đạt danh hiệu “Phụ nữ tích cực học tập, xây dựng gia đình hạnh phúc”: 1.520 chị.",
)

PLANS = """TT\tChỉ tiêu\tĐVT\tKH 2025\tTH 2025\tĐạt (%)
1\tThu ngân sách\tTrđ\t8.300\t17.300\t208,4
2\tKhu phố đạt chuẩn văn hóa\tkhu phố\t52\t50\t96,2
3\tHộ được công nhận gia đình văn hóa\thộ\t41.000\t42.312\t103,2
"""


@pytest.mark.parametrize(("text", "rows"), TOLD.items())
def test_told(text: str, rows: list[Row], knowledge: Knowledge) -> None:
    assert rating_rows(text, knowledge) == rows


@pytest.mark.parametrize("text", NONE)
def test_none(text: str, knowledge: Knowledge) -> None:
    assert rating_rows(text, knowledge) == []


def test_households_and_families_are_the_same_people(knowledge: Knowledge) -> None:
    assert rating_rows(REPEATED, knowledge) == [("hộ", "văn hóa", 29320, 86, 34058)]


def test_rows_of_titles_with_plans_and_results(knowledge: Knowledge) -> None:
    rows = draw_facts(snippet(PLANS), knowledge).facts.ratings
    assert [(row.group, row.level, row.count, row.status) for row in rows] == [
        ("khu phố", "văn hóa", 52, "planned"),
        ("khu phố", "văn hóa", 50, "achieved"),
        ("hộ", "văn hóa", 41000, "planned"),
        ("hộ", "văn hóa", 42312, "achieved"),
    ]


def test_a_row_tells_which_of_several_groups(knowledge: Knowledge) -> None:
    table = (
        "Kết quả đánh giá đảng viên và tổ chức đảng\nĐối tượng\tTổng số\tHTXSNV\tHTTNV\tHTNV\n"
        "Đảng viên\t586\t106\t459\t21\nTỷ lệ (%)\t\t18,1\t78,3\t0\nTập thể lãnh đạo, quản lý\t27\t5\t21\t1\n"
    )
    assert [row[:3] for row in rating_rows(table, knowledge)] == [
        ("đảng viên", "htxsnv", 106),
        ("đảng viên", "httnv", 459),
        ("đảng viên", "htnv", 21),
        ("tập thể lãnh đạo, quản lý", "htxsnv", 5),
        ("tập thể lãnh đạo, quản lý", "httnv", 21),
        ("tập thể lãnh đạo, quản lý", "htnv", 1),
    ]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Giúp 12 hộ xây nhà.\n- Có 8 hộ văn hóa.", None),
        ("Xã có 12 hộ dân.\n- Có 8 hộ văn hóa.", 12),
    ],
)
def test_those_for_whom_something_is_done_are_not_all(knowledge: Knowledge, text: str, total: int | None) -> None:
    (row,) = draw_facts(snippet(text), knowledge).facts.ratings
    assert row.group_total == total
