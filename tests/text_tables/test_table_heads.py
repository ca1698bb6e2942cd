"""What stands over and before the numbers of tables: years, units of neighbours and titles, labels over two lines."""

from __future__ import annotations

import pytest

from extract import read_page
from extract.lex import LexVocabulary, lex
from extract.rulefiles import load
from extract.text_tables.cells import settle_cells
from extract.text_tables.vocabulary import CellVocabulary

WORDS = LexVocabulary.load(load())
CELLS = CellVocabulary.load(load())


def read(text: str) -> list[tuple[str, str | None, str]]:
    found = settle_cells(text, lex(text, WORDS), WORDS, CELLS).quantities
    return [(text[q.start : q.end], q.unit, q.role) for q in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # years are the heads; the line below them has the unit of all rows
        (
            "Tăng trưởng\nNăm\n2021\n2022\n2023\nTốc độ (%)\nTrồng trọt\n4,5\n5\n6,2\nDịch vụ\n12\n14\n15,5",
            [("4,5", "%"), ("5", "%"), ("6,2", "%"), ("12", "%"), ("14", "%"), ("15,5", "%")],
        ),
        (
            "Sản lượng lúa (tấn)\nNăm 2021 2022 2023\nVụ xuân 450 460 475\nVụ mùa 380 395 402",
            [(number, "tấn") for number in ("450", "460", "475", "380", "395", "402")],
        ),
        (
            "Dân số theo xã (người)\nXã\n2021\n2022\nTân Phú\n4.512\n4.580\nTân Hòa\n3.900\n3.961",
            [(number, "người") for number in ("4.512", "4.580", "3.900", "3.961")],
        ),
        # the last year is no label, and the line below it no unit
        (
            "Tốc độ tăng theo ngành (%)\n2021\n2022\nTổng số\n6,5\n5,4\nI. Theo khu vực\nNông nghiệp\n4,1\n2,3",
            [("6,5", "%"), ("5,4", "%"), ("4,1", "%"), ("2,3", "%")],
        ),
        (
            "Cơ cấu\nĐơn vị tính - Unit: %\n2020 2021 2022\nVận tải 1,35 1,32 1,4\nGiáo dục 3,1 3,2 3,3",
            [(number, "%") for number in ("1,35", "1,32", "1,4", "3,1", "3,2", "3,3")],
        ),
        # years are cells of their rows
        (
            (
                "Xã\nNăm về đích\nVốn (tỷ đồng)\nHộ nghèo (%)\nTân Phú\n2016\n84,2\n1,05\nTân Hòa\n2018\n91,5\n0,96\n"
                "Tổng\n175,7\n1,01"
            ),
            [("84,2", "đồng"), ("1,05", "%"), ("91,5", "đồng"), ("0,96", "%"), ("175,7", "đồng"), ("1,01", "%")],
        ),
        # years are the labels of rows
        (
            "Năm\nSố chi bộ\nKhá\nTrung bình\n2021\n14\n3\n1\n2022\n15\n2\n0",
            [(number, "chi bộ") for number in ("14", "3", "1", "15", "2", "0")],
        ),
        # a column of money has the unit of the one beside it, others have not
        (
            "Đơn vị\nSố tổ\nTốt\nDư nợ (triệu đồng)\nNợ quá hạn\nHội A\n42\n40\n51.200\n35\nHội B\n31\n30\n40.150\n12",
            [
                *(("42", "tổ"), ("40", "tổ"), ("51.200", "đồng"), ("35", "đồng")),
                *(("31", "tổ"), ("30", "tổ"), ("40.150", "đồng"), ("12", "đồng")),
            ],
        ),
        # the unit at the end of the sentence before; no amount is under a thousand đồng
        (
            (
                "Tiền quỹ và công sức của bà con góp cho từng hộ làm nhà trong năm qua được chia ra như dưới đây"
                " (ĐVT: đồng):\nHộ\tQuỹ hỗ trợ\tNgày công giúp\nÔng Ba\t15.000.000\t42\nBà Tư\t18.000.000\t37"
            ),
            [("15.000.000", "đồng"), ("42", "ngày công"), ("18.000.000", "đồng"), ("37", "ngày công")],
        ),
        # a label over two lines, with the unit that it has in brackets
        (
            (
                "Một số chỉ tiêu bình quân\nNăm 2021 2022\nLương thực bình quân (kg/ người/\nnăm) 412,5 420,1\n"
                "Thu nhập bình quân (triệu đồng/\nngười/ năm) 51,5 56"
            ),
            [("412,5", "kg/người/năm"), ("420,1", "kg/người/năm"), ("51,5", "đồng"), ("56", "đồng")],
        ),
        # how many "đạt" is no percentage
        (
            "STT Ấp Tổng số hộ Hộ đạt Tỷ lệ (%)\n1 Tân Hòa 512 488 95,31\n2 Tân Lợi 430 410 95,35",
            [("512", "hộ"), ("488", "hộ"), ("95,31", "%"), ("430", "hộ"), ("410", "hộ"), ("95,35", "%")],
        ),
        # two lines of heads without marks between them, over rows with cells left empty
        (
            (
                "Hộ nghèo các xã\nTT Xã Tổng số hộ dân cư năm 2019 Hộ nghèo đầu năm 2019 Hộ tái nghèo trong năm"
                " Hộ nghèo cuối năm\nSố hộ Tỷ lệ (%) Số hộ Tỷ lệ (%) Số hộ Tỷ lệ (%)\nA B 1 2 3=2/1 4 5=4/1 6 7=6/1\n"
                "1 Tân Phú 1.240 62 5,0 - - 50 4,03\n2 Tân Hòa 980 49 5,0 2 0,2 40 4,08"
            ),
            [
                *(("1.240", "hộ"), ("62", "hộ"), ("5,0", "%"), ("50", "hộ"), ("4,03", "%")),
                *(("980", "hộ"), ("49", "hộ"), ("5,0", "%"), ("2", "hộ"), ("0,2", "%"), ("40", "hộ"), ("4,08", "%")),
            ],
        ),
    ],
)
def test_units_of_heads(text: str, found: list[tuple[str, str]]) -> None:
    assert [(number, unit) for number, unit, _ in read(text)] == found


def test_plan_and_result_share_a_unit() -> None:
    text = "Xã\tKế hoạch (ha)\tThực hiện\tĐạt (%)\nTân Phú\t120\t126\t105\nTân Hòa\t80\t76\t95"
    row = [("120", "ha", "plan"), ("126", "ha", "value"), ("105", "%", "value")]
    assert read(text)[:3] == row


def test_what_compares_two_plans_is_planned_and_dashes_number_parts() -> None:
    text = (
        "Đơn vị tính: triệu đồng\nSTT\nNội dung\nDự toán đầu năm\nDự toán điều chỉnh\nSo sánh (%)\nA\nTỔNG THU\n5.200\n"
        "6.240\n120\n1\nThu bổ sung\n4.000\n4.800\n120\n-\nBổ sung cân đối\n1.000\n1.500\n150\n-\nBổ sung mục tiêu\n"
        "3.000\n3.300\n110"
    )
    found = read(text)
    assert {role for _, _, role in found} == {"plan"}
    assert [unit for _, unit, _ in found] == ["đồng", "đồng", "%"] * 4
    labels = [cell.label for cell in settle_cells(text, lex(text, WORDS), WORDS, CELLS).cells]
    assert labels[6] == "- Bổ sung cân đối"


def test_the_label_of_a_row_tells_its_unit() -> None:
    text = (
        "Kết quả đánh giá tổ chức đảng và đảng viên:\nTT\tĐối tượng\tTổng số\tHTXSNV\tHTTNV\tHTNV\n"
        "1\tTổ chức đảng trực thuộc\t25\t5\t18\t2\n2\tĐảng viên\t812\t150\t602\t60"
    )
    assert [row.unit for row in read_page(text).facts.figures] == ["tổ chức"] * 4 + ["đảng viên"] * 4


def test_rows_that_say_the_same_numbers_again_count_the_same() -> None:
    text = (
        "Số học sinh chia theo năng lực 412 98 105 109 100\nTự học 412 98 105 109 100\nHợp tác 412 98 105 109 100\n"
        "Học sinh khuyết tật 4 1 2 0 1"
    )
    assert {row.unit for row in read_page(text).facts.figures} == {"học sinh"}


@pytest.mark.parametrize(
    "above",
    ["B. CHỈ TIÊU KINH TẾ", "II/ Chỉ tiêu xã hội", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "PHÒNG TÀI CHÍNH - KẾ HOẠCH"],
)
def test_no_section_of_indicators_and_no_office_heads_plans(above: str) -> None:
    text = f"{above}\nNội dung ĐV tính 2012 2013 2014\nThu ngân sách Tỷ đồng 45 50 52\nHộ nghèo % 9,8 8,7 9,2"
    assert {role for _, _, role in read(text)} == {"value"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # plots, areas of a price list, ranks and telephones are names; a coefficient has no unit
        (
            "STT\tHọ tên\tSố thửa\tTờ bản đồ\tDiện tích (m2)\n1\tNguyễn A\t123\t12\t450\n2\tTrần B\t124\t12\t350,5",
            [("450", "m2"), ("350,5", "m2")],
        ),
        (
            "ĐVT: đồng/m2\nTên đường\tKhu vực\tHệ số\tGiá\nĐường 2\t1\t0,8\t900.000\nĐường 3\t2\t1,2\t800.000",
            [("0,8", None), ("900.000", "đồng"), ("1,2", None), ("800.000", "đồng")],
        ),
        (
            "Trường\tHọc sinh\tXếp thứ\nTân Phú\t330\t2\nTân Hòa\t300\t1",
            [("330", "học sinh"), ("300", "học sinh")],
        ),
        # classes are counted
        (
            "Trường\tLớp\tHọc sinh\nTân Phú\t12\t330\nTân Hòa\t10\t300",
            [("12", "lớp"), ("330", "học sinh"), ("10", "lớp"), ("300", "học sinh")],
        ),
    ],
)
def test_columns_of_names_count_nothing(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(quote, unit) for quote, unit, _ in read(text)] == found


@pytest.mark.parametrize(
    ("title", "heads", "roles"),
    [
        ("Bảng 2. Dự toán chi giao cho các ngành", "Năm 2021\tNăm 2022", {"plan"}),
        ("Biểu 3: Kế hoạch thu các xã", "Quý I\tQuý II", {"plan"}),
        ("Bảng 2. Kết quả thực hiện dự toán chi", "Năm 2021\tNăm 2022", {"value"}),
        ("Bảng 2. Kế hoạch thu các xã", "Kế hoạch\tThực hiện", {"plan", "value"}),
        ("Phòng Tài chính - Kế hoạch", "Năm 2021\tNăm 2022", {"value"}),
    ],
)
def test_a_title_of_plans_holds_for_heads_that_tell_none(title: str, heads: str, roles: set[str]) -> None:
    text = f"{title}\nĐVT: tỷ đồng\nNội dung\t{heads}\nChi giáo dục\t58,2\t61,5\nChi y tế\t21\t22,4"
    assert {role for _, _, role in read(text)} == roles


@pytest.mark.parametrize(
    ("title", "years", "roles"),
    [
        ("Bảng 3.1: Chỉ tiêu nông nghiệp", ["Năm 2007", "Năm 2008"], {"value"}),
        ("Bảng 3.1: Chỉ tiêu nông nghiệp", ["Kế hoạch năm 2007", "Kế hoạch năm 2008"], {"plan"}),
        ("Bảng 3.1: Kế hoạch nông nghiệp", ["Năm 2007", "Năm 2008"], {"plan"}),
    ],
)
def test_indicators_over_years_are_no_plans(title: str, years: list[str], roles: set[str]) -> None:
    rows = "Số trang trại\nTrang trại\n214\n236\nGiá trị sản xuất\nTỷ đồng\n118\n127"
    text = "\n".join([title, "Chỉ tiêu", "Đơn vị tính", *years, rows])
    assert {role for _, _, role in read(text)} == roles


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_percentages_with_their_sign_are_cells_of_columns(mark: str) -> None:
    heads = ["TT", "Tên tiêu chí", "Nội dung", "Chỉ tiêu", "Kết quả"]
    rows = [
        ["1", "Giao thông", "Đường được nhựa hóa", "100%", "98%"],
        ["2", "Thủy lợi", "Tưới chủ động", "≥ 80%", "86%"],
    ]
    text = "\n".join(mark.join(row) for row in (heads, *rows))
    assert read(text) == [("100%", "%", "plan"), ("98%", "%", "value"), ("≥ 80%", "%", "plan"), ("86%", "%", "value")]


def test_heads_of_two_lines_each_with_its_unit_below_a_title_with_a_year() -> None:
    text = (
        "Một số chỉ tiêu dân số năm 2018\nNăm 2017\n(Người)\nƯớc tính\nnăm 2018 (Người)\n"
        "Ước tính năm 2018 so với năm 2017 (%)\n1. Dân số trung bình\n101.641\n113.641\n111,8\nThành thị"
        "\n67.736\n72.967\n107,7"
    )
    assert read(text)[:3] == [("101.641", "người", "value"), ("113.641", "người", "value"), ("111,8", "%", "value")]


def test_remarks_and_bounds_in_rows_that_spaces_part() -> None:
    text = (
        "TT Chỉ tiêu ĐVT Kế hoạch Thực hiện\n1 Thu nhập bình quân triệu đồng 52 53,5\n2 Hộ nghèo % Dưới 2 1,85 Đạt\n"
        "3 Việc làm mới lao động 500 480 Chưa đạt\n4 Tham gia BHYT % ≥ 92 93,1 Đạt"
    )
    assert read(text)[2:] == [
        ("Dưới 2", "%", "plan"),
        ("1,85", "%", "value"),
        ("500", "lao động", "plan"),
        ("480", "lao động", "value"),
        ("≥ 92", "%", "plan"),
        ("93,1", "%", "value"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what a rate is told of is no number, in the last row either; millions and thousands of the unit
        (
            (
                "TT\tChỉ tiêu\tĐVT\t2014\t2015\n1\tBác sĩ\tBS/vạn dân\t5,4\t5,6\n2\tGạch\tTr.viên\t120\t125\n"
                "3\tThuê bao\tmáy/100 dân\t45\t50\n4\tGia súc\t1000 con\t45\t46"
            ),
            [
                *(("5,4", "bác sĩ/vạn dân"), ("5,6", "bác sĩ/vạn dân"), ("120", "tr.viên"), ("125", "tr.viên")),
                *(("45", "máy/100 dân"), ("50", "máy/100 dân"), ("45", "con"), ("46", "con")),
            ],
        ),
    ],
)
def test_units_of_rows(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [cell[:2] for cell in read(text)] == found
