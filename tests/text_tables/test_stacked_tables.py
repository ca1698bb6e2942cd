"""Tables with one cell a line below a head: in which column each cell stands, and what no column can be told of."""

from __future__ import annotations

import pytest

from extract import read_page

FIVE_YEARS = """\
Biểu 2 - Các chỉ tiêu dự kiến trong 5 năm
STT
Chỉ tiêu
Đơn vị tính
Thực hiện 2005
Tốc độ tăng bình quân (%) 2001 – 2005
Dự kiến 2010
Tốc độ tăng bình quân (%) 2006 – 2010
Ghi chú
1
Giá trị sản xuất (giá 1994)
tỷ đồng
1.482
31,5
3.114
16,4
2
Đường ấp được bê tông hóa .
Hoàn thành
3
Phổ cập trung học
-
-
-
hoàn thành
-
cuối 2007
4
Hộ nghèo, tỷ lệ .
%
-
-
< 2
-
năm 2008
5.
Hộ khá, tỷ lệ
%
15 - 20
6.
Nhà ở kiên cố, tỷ lệ
%
-
-
≥ 60%
-
7.
Việc làm hằng năm
lượt người
2.200
-
3.400
-
8.
Nhà ở xây mới
căn
-
-
800
-
(5 năm)
9.
Chăm sóc sức khỏe
BS/vạn dân
4
-
6,5
-
10.
Di dời dân
hộ
-
250
-
(5 năm)
11.
Ấp, khu phố
- Ấp văn hóa
- Khu phố văn hóa
ấp
khu phố
-
12
5
-
-
-
-
20
8
-
-
-"""

WITHOUT_NUMBERS = """\
Bảng 2: Chỉ tiêu thương mại của phường
Chỉ tiêu
Đơn vị tính
Năm 2016
Năm 2017
Số hộ kinh doanh
Hộ
3120
3340
Doanh thu
Tỷ đồng
512
604
Phường có 3 chợ đang hoạt động, trong đó 1 chợ đầu mối phục vụ nhu cầu của người dân nhiều nơi đến mua bán hằng ngày."""

CRITERIA = """\
TT
Tên tiêu chí
Nội dung tiêu chí
Chỉ tiêu
Kết quả thực hiện
Đánh giá
1
Giao thông
Đường trục xã được nhựa hóa
100%
100%
Đạt
2
Thủy lợi
Diện tích được tưới chủ động
≥ 80%
86%
Đạt
3
Hộ nghèo
Tỷ lệ hộ nghèo đa chiều
≤ 3%
3,4%
Chưa đạt"""

LISTED_PARTS = """\
TT
NỘI DUNG
SỐ LIỆU
I
DIỆN TÍCH TỰ NHIÊN (ha)
654,95
II
LAO ĐỘNG
1
Lao động đang làm việc (người)
+ Nông nghiệp (người)
+ Công nghiệp (người)
5.217
3.017
2.200
2
Dân số
- Nam
- Nữ
10.120
5.060"""

GOALS = """\
STT
Chỉ tiêu
Đơn vị
Kế hoạch huyện giao
Mục tiêu phấn đấu của xã
Cơ quan theo dõi
1
Thu nhập bình quân đầu người
triệu đồng
Khoảng 52
Khoảng 54
Thống kê
2
Lao động qua đào tạo
%
Khoảng 66
Trên 67
LĐTBXH
- Trong đó: có bằng cấp
%
25
26
5
Hộ nghèo
hộ
90
85
LĐTBXH"""


def read(text: str) -> list[tuple[str, str | None, str]]:
    record = read_page(text)
    return [(record.page.text[row.start : row.end], row.unit, row.status) for row in record.facts.figures]


def test_columns_of_results_and_plans_and_cells_without_a_value() -> None:
    assert read(FIVE_YEARS) == [
        ("1.482", "đồng", "achieved"),
        ("31,5", "%", "achieved"),
        ("3.114", "đồng", "planned"),
        ("16,4", "%", "planned"),
        ("< 2", "%", "planned"),
        ("15 - 20", "%", "achieved"),
        ("≥ 60%", "%", "planned"),
        ("2.200", "lượt người", "achieved"),
        ("3.400", "lượt người", "planned"),
        ("800", "căn", "planned"),
        ("4", "bác sĩ/vạn dân", "achieved"),
        ("6,5", "bác sĩ/vạn dân", "planned"),
        ("250", "hộ", "achieved"),
        ("12", "ấp", "achieved"),
        ("5", "khu phố", "achieved"),
        ("20", "ấp", "planned"),
        ("8", "khu phố", "planned"),
    ]


def test_periods_are_those_of_columns() -> None:
    figures = read_page(FIVE_YEARS).facts.figures
    assert {str(row.period_start)[:4] for row in figures if row.value in {1.482e12, 2200, 12}} == {"2005"}
    assert {str(row.period_start)[:4] for row in figures if row.value in {3.114e12, 3400, 20}} == {"2010"}


def test_care_of_health_is_no_rating() -> None:
    ratings = read_page(FIVE_YEARS).facts.ratings
    assert {(row.group, row.count) for row in ratings} == {("ấp", 12), ("ấp", 20), ("khu phố", 5), ("khu phố", 8)}


def test_a_head_without_row_numbers_below_a_title_of_the_same_words() -> None:
    assert read(WITHOUT_NUMBERS)[:4] == [
        ("3120", "hộ", "achieved"),
        ("3340", "hộ", "achieved"),
        ("512", "đồng", "achieved"),
        ("604", "đồng", "achieved"),
    ]


def test_a_column_of_targets_behind_one_of_words() -> None:
    assert [(quote, status) for quote, _, status in read(CRITERIA)] == [
        ("100%", "planned"),
        ("100%", "achieved"),
        ("≥ 80%", "planned"),
        ("86%", "achieved"),
        ("≤ 3%", "planned"),
        ("3,4%", "achieved"),
    ]


def test_parts_in_the_cell_of_their_row_have_its_values_in_turn_if_none_is_missing() -> None:
    assert [(quote, unit) for quote, unit, _ in read(LISTED_PARTS)] == [
        ("654,95", "ha"),
        ("5.217", "người"),
        ("3.017", "người"),
        ("2.200", "người"),
        ("10.120", "dân"),
        ("5.060", "dân"),
    ]


def test_rows_are_left_out_and_parts_have_no_remark() -> None:
    assert read(GOALS) == [
        ("Khoảng 52", "đồng", "planned"),
        ("Khoảng 54", "đồng", "planned"),
        ("Khoảng 66", "%", "planned"),
        ("Trên 67", "%", "planned"),
        ("25", "%", "planned"),
        ("26", "%", "planned"),
        ("90", "hộ", "planned"),
        ("85", "hộ", "planned"),
    ]


HEADS = "STT\nChỉ tiêu\nĐVT\nThực hiện 2015\nKế hoạch 2016\nƯớc TH 2016\nTH so KH (%)\n"
ROWS = "1\nThu ngân sách\nTr.đ\n4.250\n4.500\n4.812\n106,9\n2\nĐàn gia súc\ncon\n3.120\n3.200\n3.150\n98,4\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # percentages are left out where nothing compares
        ("120\n90\n85", [("120", "achieved"), ("90", "planned"), ("85", "achieved")]),
        # one of two cells may stand anywhere
        ("90\n85", [("90", "achieved"), ("85", "achieved")]),
        ("120\n90\n85\n94,4", [("120", "achieved"), ("90", "planned"), ("85", "achieved"), ("94,4", "achieved")]),
    ],
)
def test_short_rows(row: str, expected: list[tuple[str, str]]) -> None:
    found = read(f"{HEADS}{ROWS}3\nHộ nghèo\nhộ\n{row}\n4\nNhà tình thương\ncăn\n8\n10\n12\n120")
    assert [(quote, status) for quote, _, status in found[8:-4]] == expected
    assert found[-4:] == [
        ("8", "căn", "achieved"),
        ("10", "căn", "planned"),
        ("12", "căn", "achieved"),
        ("120", "%", "achieved"),
    ]


@pytest.mark.parametrize("numbers", ["", "A\nB\n1\n2\n3\n4\n5=4/3\n"])
def test_rows_without_numbers_behind_parts_and_sections(numbers: str) -> None:
    parts = "I\nKinh tế\n1\nThu ngân sách\nTr.đ\n4.250\n4.500\n4.812\n106,9\n- Thuế\nTr.đ\n850\n900\n1.012\n112,4\n"
    found = read(f"{HEADS}{numbers}{parts}2\nSố hội viên\nngười\n12\n12\n13\n108,3\nTổng số hội\nhội\n2\n2\n2\n100")
    assert [(quote, unit) for quote, unit, _ in found] == [
        *(("4.250", "đồng"), ("4.500", "đồng"), ("4.812", "đồng"), ("106,9", "%")),
        *(("850", "đồng"), ("900", "đồng"), ("1.012", "đồng"), ("112,4", "%")),
        *(("12", "người"), ("12", "người"), ("13", "người"), ("108,3", "%")),
        *(("2", "hội"), ("2", "hội"), ("2", "hội"), ("100", "%")),
    ]


def test_heads_over_others() -> None:
    rows = "1\nThôn Đông\n240\n12\n5,0\n8\n3,3\n2\nThôn Đoài\n185\n6\n3,2\n10\n5,4\n"
    heads = "TT\nThôn\nTổng số hộ\nHộ nghèo\nHộ cận nghèo\nSố hộ\nTỷ lệ (%)\nSố hộ\nTỷ lệ (%)\n"
    figures = read_page(heads + rows).facts.figures
    assert [(row.value, row.unit) for row in figures[:5]] == [(240, "hộ"), (12, "hộ"), (5, "%"), (8, "hộ"), (3.3, "%")]
    assert [row.indicator for row in figures[3:5]] == ["poverty.near_households"] * 2
    years = "STT\nChỉ tiêu\nKết quả đạt được\nNăm 2014\nNăm 2015\n"
    values = "I\nKinh tế\n1\nTăng trưởng (%)\n11,1\n9,7\n- Dịch vụ (%)\n12,7\n12,8\n2\nThu (tỷ đồng)\n3.523\n4.010"
    assert [
        (row.period_start.year, row.value) for row in read_page(years + values).facts.figures if row.period_start
    ] == [
        (2014, 11.1),
        (2015, 9.7),
        (2014, 12.7),
        (2015, 12.8),
        (2014, 3_523e9),
        (2015, 4_010e9),
    ]


@pytest.mark.parametrize("over", ["", "KẾT QUẢ QUA CÁC NĂM\n"])
def test_years_below_one_head_and_rows_whose_numbers_have_gaps(over: str) -> None:
    heads = f"STT\nCHỈ TIÊU\n{over}Năm 2016\nNăm 2017\nNăm 2018\n"
    economy = "I\nKinh tế\n1\nTăng trưởng (%)\n10,4\n9,8\n8,1\n- Dịch vụ (%)\n11,9\n12,2\n-0,6\n3\nVốn (tỷ đồng)\n"
    economy += "1.020\n1.150\n1.240\n4\nThu ngân sách (tỷ đồng)\n350\n380,5\n402\n"
    society = "II\nXã hội\n7\nHộ nghèo giảm (%)\n2,1\n1,8\n1,5\n8\nViệc làm mới (người)\n420\n415\n430"
    figures = read_page(heads + economy + society).facts.figures
    assert [(row.quote, row.unit) for row in figures] == [
        *((quote, "%") for quote in ("10,4", "9,8", "8,1", "11,9", "12,2", "0,6")),
        *((quote, "đồng") for quote in ("1.020", "1.150", "1.240", "350", "380,5", "402")),
        *((quote, "%") for quote in ("2,1", "1,8", "1,5")),
        *((quote, "người") for quote in ("420", "415", "430")),
    ]
    assert [row.period_start.year for row in figures if row.period_start] == [2016, 2017, 2018] * 6


def test_a_ditto_mark_below_a_row_whose_columns_cannot_be_told() -> None:
    heads = "Chỉ tiêu\nĐVT\nThực hiện\n2014\n2015\n2016\n"
    rows = "Cây lấy gỗ\nTấn\n200\n300\nTre\n''\n600\n650\n700\nĐàn trâu\nCon\n152\n160\n163\nĐàn bò\n''\n45\n52\n60"
    assert [unit for _, unit, _ in read(heads + rows)] == ["tấn"] * 5 + ["con"] * 6


def test_four_heads_over_the_same_two() -> None:
    heads = "TT\nThôn\nHộ khá\nHộ trung bình\nHộ cận nghèo\nHộ nghèo\n" + "Số hộ\nTỷ lệ (%)\n" * 4
    rows = "1\nThôn Hạ\n120\n60,0\n50\n25,0\n20\n10,0\n10\n5,0\n2\nThôn Thượng\n80\n50,0\n48\n30,0\n24\n15,0\n8\n5,0"
    assert [unit for _, unit, _ in read(heads + rows)] == ["hộ", "%"] * 8


def test_sums_in_full_beside_those_with_their_dong() -> None:
    rows = "1\nNhà văn hóa\n12.500.000đ\n2\nĐường ấp 2\n48.000.000đ\n3\nCầu Kênh 5\n31.750.000\n4\nTrạm bơm\n9.000.000đ"
    assert [unit for _, unit, _ in read(f"TT\nCông trình\nĐã góp\n{rows}")] == ["đồng"] * 4


def test_a_list_of_names_is_no_table() -> None:
    assert [unit for _, unit, _ in read("TT\nHọ và tên\n1\nNguyễn Văn An\n2\nTrần Thị Bé\nXã có 12 hộ nghèo.")] == [
        "hộ"
    ]


def test_the_unit_in_a_head_holds_whatever_that_of_the_row_is_and_for_its_parts() -> None:
    heads = "TT\nTên công trình\nĐVT\nKhối lượng\nKinh phí (triệu đồng)\nTrong đó\nNhà nước\nNhân dân\n"
    rows = "1\nĐường ấp 3\nkm\n1,2\n1.250\n1.000\n250\n2\nCầu Kênh 5\nm\n24\n680\n400\n280"
    assert [(quote, unit) for quote, unit, _ in read(heads + rows)] == [
        *(("1,2", "km"), ("1.250", "đồng"), ("1.000", "đồng"), ("250", "đồng")),
        *(("24", "m"), ("680", "đồng"), ("400", "đồng"), ("280", "đồng")),
    ]


def test_the_unit_in_a_label_holds_for_its_row_whatever_the_head_tells() -> None:
    text = "TT\nChỉ tiêu\nNăm 2017 (người)\nNăm 2018 (người)\n1\nDân số\n9.412\n9.520\n2\nTỷ lệ tăng (%)\n1,05\n1,15"
    assert [unit for _, unit, _ in read(text)] == ["người", "người", "%", "%"]
