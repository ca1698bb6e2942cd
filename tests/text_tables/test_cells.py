"""Numbers in tables: units of headers, plan and percent columns, row numbers, in the shapes that scrapers leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.lex import LexVocabulary, lex
from extract.rulefiles import load
from extract.text_tables.cells import settle_cells
from extract.text_tables.vocabulary import CellVocabulary

if TYPE_CHECKING:
    from extract.model import Quantity

WORDS = LexVocabulary.load(load())
CELLS = CellVocabulary.load(load())


def settled(text: str) -> tuple[Quantity, ...]:
    return settle_cells(text, lex(text, WORDS), WORDS, CELLS).quantities


def read(text: str) -> list[tuple[str, float, str | None, str]]:
    return [(text[q.start : q.end], q.value, q.unit, q.role) for q in settled(text)]


TABBED = """\
Đơn vị tính: triệu đồng
TT\tNội dung\tDự toán\tThực hiện\tTỷ lệ (%)
I\tTổng thu\t7.000\t4.215\t60,2
1\tThu cố định\t450\t312,5\t69,4
2\tThu khác\t140\t-\t"""

ONE_LINE_A_ROW = """\
TT Đơn vị
Kế hoạch
(1.000 đồng)
Thực hiện
(1.000 đồng)
Đạt %
1 2 3 4 5
1 Xã Bình An 330.000 345.025 104
2 Xã Hòa Bình 240.000 284.888 118
Tổng cộng 570.000 629.913 110"""

ONE_CELL_A_LINE = """\
ĐVT: đồng
TT
Đơn vị
Thu trong năm
Chi trong năm
1
Quỹ của xã
208.036.000
53.850.000
2
Quỹ của các thôn
94.799.000
24.802.000"""


ONE_VALUE_A_ROW = """\
DỰ TOÁN NGÂN SÁCH NĂM 2010
Triệu đồng - Millions of dong
STT
Nội dung
Dự toán
I
Tổng thu trên địa bàn
Total revenues
7,599,800
1
Thu nội địa (không kể dầu)
Domestic revenue
3,359,800
2
Thu xuất khẩu, nhập khẩu
4,240,000
3
Thu viện trợ - Grants
4
Thu huy động
II
Chi ngân sách
3,088,135"""

WITHOUT_VALUES = """\
DỰ TOÁN THU NĂM 2019
Đơn vị: 1000 đồng
STT NỘI DUNG ƯỚC THỰC HIỆN 2018 DỰ TOÁN 2019
A B 1 2
TỔNG THU 3,726,000 3,938,500
Phí, lệ phí 4,000 4,500
Thu phạt, tịch thu
V Thu từ ngân sách cấp trên 3,600,000 3,800,000"""

UNITS_OF_ROWS = """\
Chỉ tiêu
Đơn vị tính
Thực hiện 2005
Dự kiến 2010
1
Tổng giá trị sản xuất
tỷ đồng
2.482
5.114
2
Thu nhập bình quân
triệu đồng/người/năm
13
25
3
Lao động qua đào tạo
%
11,5
35
4
Di dời dân
hộ
-
1400"""

BARS = """\
| Triệu đồng - Millions of dong |
STT | Chỉ tiêu | Dự toán |
I | Tổng thu ngân sách | 3,835,000 |
1 | Thu nội địa (không kể dầu)
Domestic revenue | 845,000 |
2 | Thu viện trợ | |"""


DITTO_MARKS = """\
Nội dung
ĐVT
2004
2005
A
B
1
2
I. Chăn nuôi
Đàn dê
con
1.205
1.310
Đàn ngựa
\'\'
96
104
II. Công nghiệp
Giá trị sản xuất
trđ
8.455
-
Gạch nung
1000 viên
2.150
2.300,5
III. Giáo dục
Trường đạt chuẩn
trường
1
3
Học sinh
hs
5.480
5.513"""


BROKEN_HEADS = """\
TT | Thôn, khối | Số hộ |
Số hộ đăng ký (hộ) | Tỷ lệ (%) | |
A | B | 1 | 2 | 3 | |
1 | Khối Đông | 140 | 133 | 95,0 | |
2 | Khối Tây | 125 | 110 | 88,0 | |"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            TABBED,
            [
                ("7.000", 7_000_000_000, "đồng", "plan"),
                ("4.215", 4_215_000_000, "đồng", "value"),
                ("60,2", 60.2, "%", "value"),
                ("450", 450_000_000, "đồng", "plan"),
                ("312,5", 312_500_000, "đồng", "value"),
                ("69,4", 69.4, "%", "value"),
                ("140", 140_000_000, "đồng", "plan"),
            ],
        ),
        (
            ONE_LINE_A_ROW,
            [
                ("330.000", 330_000_000, "đồng", "plan"),
                ("345.025", 345_025_000, "đồng", "value"),
                ("104", 104, "%", "value"),
                ("240.000", 240_000_000, "đồng", "plan"),
                ("284.888", 284_888_000, "đồng", "value"),
                ("118", 118, "%", "value"),
                ("570.000", 570_000_000, "đồng", "plan"),
                ("629.913", 629_913_000, "đồng", "value"),
                ("110", 110, "%", "value"),
            ],
        ),
        (
            ONE_CELL_A_LINE,
            [
                ("208.036.000", 208_036_000, "đồng", "value"),
                ("53.850.000", 53_850_000, "đồng", "value"),
                ("94.799.000", 94_799_000, "đồng", "value"),
                ("24.802.000", 24_802_000, "đồng", "value"),
            ],
        ),
        (
            WITHOUT_VALUES,
            [
                ("3,726,000", 3_726_000_000, "đồng", "value"),
                ("3,938,500", 3_938_500_000, "đồng", "plan"),
                ("4,000", 4_000_000, "đồng", "value"),
                ("4,500", 4_500_000, "đồng", "plan"),
                ("3,600,000", 3_600_000_000, "đồng", "value"),
                ("3,800,000", 3_800_000_000, "đồng", "plan"),
            ],
        ),
        (
            UNITS_OF_ROWS,
            [
                ("2.482", 2_482_000_000_000, "đồng", "value"),
                ("5.114", 5_114_000_000_000, "đồng", "plan"),
                ("13", 13_000_000, "đồng", "value"),
                ("25", 25_000_000, "đồng", "plan"),
                ("11,5", 11.5, "%", "value"),
                ("35", 35, "%", "plan"),
                ("1400", 1400, "hộ", "plan"),
            ],
        ),
        (
            DITTO_MARKS,
            [
                ("1.205", 1205, "con", "value"),
                ("1.310", 1310, "con", "value"),
                ("96", 96, "con", "value"),
                ("104", 104, "con", "value"),
                ("8.455", 8_455_000_000, "đồng", "value"),
                ("2.150", 2_150_000, "viên", "value"),
                ("2.300,5", 2_300_500, "viên", "value"),
                ("1", 1, "trường", "value"),
                ("3", 3, "trường", "value"),
                ("5.480", 5480, "học sinh", "value"),
                ("5.513", 5513, "học sinh", "value"),
            ],
        ),
        (BARS, [("3,835,000", 3_835_000_000_000, "đồng", "plan"), ("845,000", 845_000_000_000, "đồng", "plan")]),
    ],
    ids=["tabs", "one line a row", "one cell a line", "rows without values", "units of rows", "ditto marks", "bars"],
)
def test_tables(text: str, found: list[tuple[str, float, str | None, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what a head names is counted, also under a head without a name of its own
        (
            "Khu vực\tSố cử tri\tĐã bầu\tTỷ lệ (%)\nSố 1 (Tổ 1, 2)\t1.012\t1.010\t99,8\nSố 2\t885\t885\t100",
            [("cử tri", "value"), ("cử tri", "value"), ("%", "value")] * 2,
        ),
        (
            "Thôn\tTổng số hộ\tHộ nghèo\tTỷ lệ (%)\nĐông\t250\t12\t4,8\nĐoài\t200\t10\t5",
            [("hộ", "value"), ("hộ", "value"), ("%", "value")] * 2,
        ),
        # percentages of plans are no plans, and "Chỉ tiêu" over the labels is none
        (
            "TT\tChỉ tiêu\tĐVT\tNghị quyết\tƯớc TH\t% so NQ\n1\tLúa\tTấn\t25\t27\t108\n2\tSinh\t‰\t4\t3,5\t-",
            [("tấn", "plan"), ("tấn", "value"), ("%", "value"), ("‰", "plan"), ("‰", "value")],
        ),
        # units of what is neither counted nor measured in length, area or mass
        (
            "TT\tChỉ tiêu\tĐVT\tNghị quyết\tƯớc TH\n1\tĐiện\tMWh\t25\t27\n2\tĐiện\tTrkWh\t4,1\t4,8",
            [("mwh", "plan"), ("mwh", "value"), ("trkwh", "plan"), ("trkwh", "value")],
        ),
        # a row of heads that is broken where a cell has lines, with a row of column numbers below or without one
        (
            BROKEN_HEADS,
            [("hộ", "value"), ("hộ", "value"), ("%", "value")] * 2,
        ),
        (
            "STT\nNo | Chỉ tiêu\nItems | Dự toán (trđ)\nPlan | |\n1 | Thu nội địa | 6.200 | |\n2 | Thu khác | 480 | |",
            [("đồng", "plan")] * 2,
        ),
        # units at the end of labels
        (
            "STT Chỉ tiêu ĐVT Kế hoạch Thực hiện Tỷ lệ %\n1 Lúa Ha 2.300 2.310 100,4\n2 Thu Tỷ đồng 15,5 16,2 104,5",
            [("ha", "plan"), ("ha", "value"), ("%", "value"), ("đồng", "plan"), ("đồng", "value"), ("%", "value")],
        ),
    ],
)
def test_units_and_roles_of_columns(text: str, found: list[tuple[str, str]]) -> None:
    assert [(unit, role) for _, _, unit, role in read(text)] == found


def test_the_name_of_the_first_section_is_no_head_and_plans_need_no_unit() -> None:
    text = (
        "STT\nChỉ tiêu\nĐVT\nKế hoạch\nThực hiện\nSo sánh (%)\nI\nKinh tế\n1\nDiện tích lúa\nha\n1.200\n1.260\n105\n"
        "2\nSố chuồng\nCGH\n40\n42\n105"
    )
    assert [(value, unit, role) for _, value, unit, role in read(text)] == [
        (1_200, "ha", "plan"),
        (1_260, "ha", "value"),
        (105, "%", "value"),
        (40, None, "plan"),
        (42, None, "value"),
        (105, "%", "value"),
    ]


def test_full_thousands_under_a_word_of_money_are_money() -> None:
    rows = "TT\tHọ tên\tSố tiền\tGhi chú\n1\tÔng Ba\t500.000\tđã nộp\n2\tBà Tư\t1.200.000\tđã nộp"
    assert read(rows) == [("500.000", 500_000, "đồng", "value"), ("1.200.000", 1_200_000, "đồng", "value")]
    assert read(rows.replace("1.200.000", "1.200.050"))[0] == ("500.000", 500_000, None, "value")


@pytest.mark.parametrize(
    ("title", "factor"),
    [
        ("Bảng 1. Kết quả thu quỹ của các thôn (triệu đồng)", 1_000_000),
        ("Quỹ khuyến học các thôn, tính bằng nghìn đồng", 1_000),
        ("Danh sách các thôn ủng hộ, đơn vị triệu đồng", 1_000_000),
    ],
)
def test_money_of_a_title_holds_for_columns_that_count_no_thing(title: str, factor: int) -> None:
    rows = "TT\tTên\tSố hộ\tNăm 2018\tNăm 2019\n1\tThôn Hạ\t48\t30\t45\n2\tThôn Thượng\t36\t50\t61"
    first = [("48", 48, "hộ", "value"), ("30", 30 * factor, "đồng", "value"), ("45", 45 * factor, "đồng", "value")]
    assert read(f"{title}\n{rows}")[:3] == first


def test_row_numbers_are_none_where_no_column_has_a_unit() -> None:
    rows = "TT\tTên\tTrước\tSau\n1\tThôn Hạ\t48\t50\n2\tThôn Thượng\t36\t39"
    assert [value for _, value, _, _ in read(rows)] == [48, 50, 36, 39]


def test_the_last_line_of_a_header_is_no_label_and_commas_beside_a_decimal_dot_part_thousands() -> None:
    text = (
        "STT\nXã, thị trấn\nDiện tích (ha)\nSố dân (người)\nI. Huyện Tân Lập\n2,101.75\n14,542\n"
        "1\nThị trấn Tân Lập\n981.35\n8,130\n2\nTân An\n1,120.40\n6,412"
    )
    assert [(value, unit) for _, value, unit, _ in read(text)] == [
        (2101.75, "ha"),
        (14_542, "người"),
        (981.35, "ha"),
        (8_130, "người"),
        (1_120.4, "ha"),
        (6_412, "người"),
    ]


REACHING_HEAD = """\
Đơn vị tính: ha
Đơn vị
Vụ Đông Xuân
Xuống giống Hè Thu
Kế hoạch
Đã gieo
Năng suất
Tỷ lệ gieo
Tổng số
12.500
12.250
71,35
98
1.408
- Xã Tân Hòa
7.300
7.154
70,88
98
1.275
- Xã Tân Lộc
5.200
5.096
72,1
98"""


def test_cells_of_a_head_that_reach_down_and_rows_that_lack_the_last_cell() -> None:
    found = read(REACHING_HEAD + "\nNăng suất bình quân 71,35 tạ/ha.")
    assert [(unit, role) for _, _, unit, role in found[:5]] == [
        ("ha", "plan"),
        ("ha", "value"),
        ("tạ/ha", "value"),
        ("%", "value"),
        ("ha", "value"),
    ]
    assert [(value, unit) for _, value, unit, _ in found[10:14]] == [
        (5_200, "ha"),
        (5_096, "ha"),
        (72.1, "tạ/ha"),
        (98, "%"),
    ]


def test_units_in_brackets_of_labels() -> None:
    text = (
        "STT | Chỉ tiêu | Năm 2011 | Năm 2012\n1 | Tăng trưởng (GDP) (%) | 11,1 | 9,7\n | - Dịch vụ (%) | 12,7 | 12,8\n"
        "2 | Tổng vốn (1.000 đồng) (cả vốn vay) | 11.000 | 12.500\n3 | Việc làm mới (nghìn người) | 16,5 | 16\n"
        "4 | Thu nội địa (không kể thu dầu thô) | 55 | 58"
    )
    assert [(value, unit) for _, value, unit, _ in read(text)] == [
        (11.1, "%"),
        (9.7, "%"),
        (12.7, "%"),
        (12.8, "%"),
        (11_000_000, "đồng"),
        (12_500_000, "đồng"),
        (16_500, "người"),
        (16_000, "người"),
        (55, None),
        (58, None),
    ]


def test_rows_of_one_value_a_cell_a_line() -> None:
    assert [(value, unit) for _, value, unit, _ in read(ONE_VALUE_A_ROW)] == [
        (7_599_800_000_000, "đồng"),
        (3_359_800_000_000, "đồng"),
        (4_240_000_000_000, "đồng"),
        (3_088_135_000_000, "đồng"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Triệu đồng\nSố hộ\n12\nSố khẩu\n40",
        "Xã có 12 tổ.\nPhường trao 23 suất học bổng.",
        "Danh sách:\n- Tổ 1 có 12 hộ\n- Tổ 2 có 15 hộ",
        "Điểm thi: 7 8 9\nĐiểm thi: 5 6 7",
    ],
    ids=["two rows of one value", "prose", "list", "no unit anywhere"],
)
def test_what_is_no_table_stays(text: str) -> None:
    plain = lex(text, WORDS)
    assert settle_cells(text, plain, WORDS, CELLS)[:2] == plain[:2]


def test_print_allows_half_a_unit_of_the_column() -> None:
    first = settled(TABBED)[0]
    assert (first.low, first.high) == (6_999_500_000, 7_000_500_000)


def test_a_printed_zero_behind_the_comma_counts() -> None:
    table = TABBED.replace("60,2", "60,0")
    share = settle_cells(table, lex(table, WORDS), WORDS, CELLS).quantities[2]
    assert (share.value, share.low, share.high) == (60, 59.95, 60.05)


def test_a_row_label_is_what_is_counted() -> None:
    assert [q.noun for q in settled(ONE_LINE_A_ROW)][::3] == ["Xã Bình An", "Xã Hòa Bình", "Tổng cộng"]


YEARBOOK = "Số lớp học\n2019 2020\nLớp - Class\nTiểu học - Primary 3.237 3.294\nCông lập - Public 3.234 3.289"
GROUPS = (
    "Số trường (Trường)\nNumber of schools (School) 191 182\nCông lập - Public 154 145\n"
    "Số lớp/nhóm trẻ (Lớp/nhóm)\nNumber of classes (Class/group) 2.185 2.114\nCông lập - Public 1.443 1.434"
)
INDEX = (
    "Chỉ số phát triển (Năm trước = 100) - %\nIndex - %\nTiểu học - Primary 86,8 101,7\nCông lập - Public 86,7 101,7"
)
STACKED = "Số trường (Trường)\nNumber of schools (School)\n8\n10\n9\nPhân theo loại hình\nCông lập - Public\n6\n7\n7"
ONE_LINE = "Diện tích (Ha) Năng suất (Tạ/ha) Sản lượng (Tấn)\n2019 4.498 58,9 26.493\n2020 4.480 59,4 26.611"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (YEARBOOK, ["lớp"] * 4),
        (GROUPS, ["trường"] * 4 + ["lớp"] * 4),
        (INDEX, ["%"] * 4),
        (STACKED, ["trường"] * 6),
        (ONE_LINE, ["ha", "tạ/ha", "tấn"] * 2),
        ("Số hộ hộ 412204.00\nDiện tích tự nhiên ha 45120.50\nTỷ lệ hộ nghèo % 3.25", [None, "ha", "%"]),
    ],
)
def test_units_of_yearbooks(text: str, expected: list[str | None]) -> None:
    assert [quantity.unit for quantity in settled(text)] == expected


def test_spaces_part_thousands_in_cells_between_bars() -> None:
    text = "| Người - Person |\nTiểu học | 230 065 | 240 771 |\nCông lập | 229 610 | 240 228 |"
    assert [quantity.value for quantity in settled(text)] == [230065, 240771, 229610, 240228]


def test_the_last_cell_of_a_row_is_no_number_of_a_section_below() -> None:
    rows = ["I", "Xếp theo hạnh kiểm", "340", "180", "160", "1", "Tốt", "330", "172", "158", "2", "Yếu", "10", "9", "1"]
    text = "\n".join(["Nội dung", "Tổng số", "Lớp 6", "Lớp 7", *rows, "II", "Xếp theo học lực", "340", "180", "160"])
    assert [quantity.value for quantity in settled(text)] == [340, 180, 160, 330, 172, 158, 10, 9, 1, 340, 180, 160]


def test_rows_of_a_section_have_what_it_counts_and_labels_may_begin_with_a_share() -> None:
    text = """\
STT\tNội dung\tTổng số\tLớp 6\tLớp 7
I\tSố học sinh theo học lực\t120\t70\t50
1\tGiỏi (so với tổng số) 25%\t30\t20\t10
2\t75% còn lại: khá\t90\t50\t40
II\tSố giáo viên\t12\t8\t4
1\tTrên chuẩn\t9\t6\t3
III\tCơ sở vật chất
1\tPhòng học\t10\t6\t4
IV\tKết quả cả năm\t120\t70\t50
1\tLên lớp\t110\t64\t46"""
    units = [quantity.unit for quantity in settled(text) if quantity.kind != "percent"]
    assert units == ["học sinh"] * 9 + ["giáo viên"] * 6 + [None] * 3 + ["học sinh"] * 6


def test_raised_figure_in_a_cell_is_no_digit() -> None:
    assert ("140", 140e6, "đồng", "plan") in read(TABBED.replace("140\t-", "140\t³"))


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        ("Thực hiện (tỷ đồng)\tSo dự toán (%)", ["value", "value"]),
        ("Thực hiện (tỷ đồng)\tDự toán (%)", ["value", "value"]),
        ("Thực hiện (%)\tKế hoạch (%)", ["value", "plan"]),
        ("Thực hiện (tỷ đồng)\tDự toán (tỷ đồng)", ["value", "plan"]),
    ],
)
def test_percentages_beside_results_in_another_unit_are_no_plans(heads: str, roles: list[str]) -> None:
    text = f"Nguồn thu\t{heads}\nThu nội địa\t87,7\t33\nThu dầu thô\t80,9\t33,9"
    assert [role for *_, role in read(text)] == roles * 2
