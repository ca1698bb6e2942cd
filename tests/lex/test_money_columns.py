"""Columns of money whose unit stands in another place than their head, and what must not take it."""

from __future__ import annotations

import pytest

from extract import read_page

STACKED = """\
Dư nợ ủy thác qua các hội
Hội
Số tổ
Tốt
Dư nợ (triệu đồng)
Nợ quá hạn
Số hộ vay
Phụ nữ
104
103
38.520
96
612
Nông dân
81
79
24.266
112
745
Thanh niên
24
22
9.906
64
803"""

YEARS = """\
Vốn và hộ nghèo ở các xã
Xã
Năm đạt chuẩn
Vốn (tỷ đồng)
Hộ nghèo (%)
Tân An
2014
121,4
0,98
Tân Bình
2015
126,5
0,86
Tân Phong
2017
98,7
1,12"""

INTRO = """\
Quỹ Vì người nghèo hỗ trợ ba hộ ở các ấp xây nhà trong năm. Phần của từng bên ở mỗi căn nhà như sau (ĐVT: đồng):
TT\tChủ hộ\tQuỹ\tDòng họ\tNgày công
1\tÔng Ba\t20.000.000\t35.000.000\t60
2\tBà Tư\t25.000.000\t28.500.000\t45"""

NO_UNIT = """\
Kinh phí từng căn nhà
TT\tChủ hộ\tQuỹ hỗ trợ\tGia đình đóng góp
1\tÔng Ba\t20.000.000\t35.000.000
2\tBà Tư\t25.000.000\t28.500.000"""

TOLD = """\
Tổng dư nợ là 80.760 triệu đồng.
Hội\tSố tổ\tDư nợ\tNợ quá hạn
Phụ nữ\t24\t40.500\t12
Nông dân\t18\t40.260\t5
Cộng\t42\t80.760\t17"""

WRAPPED = """\
Một số chỉ tiêu bình quân
Năm 2012 2013
Thu nhập (triệu đồng/
người/ năm) 14,0 16,1
Lương thực (kg/ người/
năm) 389,2 403,6"""

LIST = """\
1. Phần thu: 48.600.000
- Phụ huynh: 30.000.000
- Doanh nghiệp: 18.600.000
Kết quả khác
- Diện tích thu hoạch: 1.200.000"""

SHARES = """\
Thu nhập 6 tháng: 52.000.000.000đ
• Trồng trọt  :     14.000.000.000đ. Chiếm 26,9%
• Chăn nuôi  :      21.000.000.000. Chiếm 40,4%
• Dịch vụ: 17.000.000.000đ (chiếm 32,7%)
- Diện tích thu hoạch: 1.200.000 cây
- Số cây: 1.200.000"""

MILLION = 1_000_000


def money(text: str) -> list[int]:
    return [row.amount_vnd for row in read_page(text).facts.money]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STACKED, [38_520 * MILLION, 96 * MILLION, 24_266 * MILLION, 112 * MILLION, 9_906 * MILLION, 64 * MILLION]),
        (YEARS, [121_400 * MILLION, 126_500 * MILLION, 98_700 * MILLION]),
        (INTRO, [20 * MILLION, 35 * MILLION, 25 * MILLION, 28_500_000]),
        (NO_UNIT, [20 * MILLION, 35 * MILLION, 25 * MILLION, 28_500_000]),
        (TOLD, [n * MILLION for n in (80_760, 40_500, 12, 40_260, 5, 80_760, 17)]),
        (WRAPPED, [14 * MILLION, 16_100_000]),
        (LIST, [48_600_000, 30_000_000, 18_600_000]),
        (SHARES, [n * MILLION for n in (52_000, 14_000, 21_000, 17_000)]),
    ],
    ids=["head", "years", "intro", "in full", "told in the text", "wrapped label", "list", "with shares"],
)
def test_money_of_columns(text: str, expected: list[int]) -> None:
    assert money(text) == expected


def test_indicators_are_no_plans_and_what_is_below_money_is_counted() -> None:
    assert {row.status for row in read_page(WRAPPED).facts.money} == {"achieved"}
    assert [row.unit for row in read_page(INTRO).facts.figures if row.value in {45, 60}] == ["ngày công"] * 2


def test_a_price_has_a_head_of_its_own() -> None:
    text = "Quà Tết\nLoại\tĐơn giá (đồng)\tThành tiền (đồng)\nLoại 1\t500.000\t20.000.000\nLoại 2\t300.000\t9.000.000"
    assert [row.scope for row in read_page(text).facts.money] == ["each", "total"] * 2


def test_ratios_said_with_words_are_no_money() -> None:
    assert money("Ở lớp 5, bốn tỉ lệ ấy là 55 và 27; ba tỷ lệ kia thấp hơn, quỹ có bốn tỉ đồng.") == [4_000 * MILLION]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # beside a line whose money is named
        ("1. Ông An: 500.000đ\n2. Bà Hoa 3.000.000\n3. Anh Nam: 1tr5", [500_000, 3 * MILLION, 1_500_000]),
        # below a word of sums
        ("Danh sách ủng hộ quỹ:\n- Bà Hoa: 300.000\n- Công ty Minh Phát: 2.000.000", [300_000, 2 * MILLION]),
        # no giver, no word of sums
        ("- Diện tích: 3.000.000\n- Thu phí: 500.000đ", [500_000]),
        ("Dân số các thôn:\n- Thôn Đông: 12.000\n- Thôn Đoài: 11.000", []),
    ],
)
def test_lists_of_givers(text: str, expected: list[int]) -> None:
    assert money(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngành\tGiá trị\tTỷ trọng\nLúa\t15.000.000.000đ\t7%\nRừng\t21.000.000đ\t1%\nLợn\t71.000.000.000\t35%",
            [15_000 * MILLION, 21 * MILLION, 71_000 * MILLION],
        ),
        # most cells have no đồng either
        ("Việc | Kết quả\nDân số | 1.200.000\nĐàn gà | 3.400.000\nThu phí | 5.000.000đ", [5 * MILLION]),
        # another cell counts something
        (
            "Việc | Kết quả\nTrồng cây | 1.200 cây\nThu phí | 5.000.000đ\nGà | 3.400.000\nChi | 2.000.000đ",
            [5 * MILLION, 2 * MILLION],
        ),
    ],
)
def test_cells_without_the_currency_of_their_column(text: str, expected: list[int]) -> None:
    assert money(text) == expected
