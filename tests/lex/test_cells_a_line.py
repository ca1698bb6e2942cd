"""Tables whose cells hold more than a bare number, and heads in one line without marks between them."""

from __future__ import annotations

import pytest

from extract import read_page, read_text


def read(text: str) -> list[tuple[str, str | None, str]]:
    record = read_page(text)
    return [(record.page.text[row.start : row.end], row.unit, row.role) for row in record.facts.figures]


HEADS = "TT\nChỉ tiêu\nĐơn vị\nKế hoạch năm 2021\nThực hiện năm 2021\n"
ROWS = (
    "1.\nTốc độ tăng giá trị sản xuất\n%\n8,5-9,0\n9,2\n",
    "2.\nTỷ lệ hộ nghèo\n%\nDưới 3\n2,75\n",
    "3.\nDân số dùng nước sạch\n%\nTrên 92\n94,5\n",
    "4.\nTỷ lệ nợ đọng\n%\n≤ 2,5\nKhông có\n",
    "5.\nSố lao động có việc làm mới\nngười\n420\n455\n",
    "6.\nĐộ che phủ của rừng\n%\n51,5\n51,6\n",
)
CELLS = [
    ("8,5-9,0", "%", "plan"),
    ("9,2", "%", "value"),
    ("Dưới 3", "%", "plan"),
    ("2,75", "%", "value"),
    ("Trên 92", "%", "plan"),
    ("94,5", "%", "value"),
    ("≤ 2,5", "%", "plan"),
    ("420", "người", "plan"),
    ("455", "người", "value"),
    ("51,5", "%", "plan"),
    ("51,6", "%", "value"),
]


def test_ranges_and_numbers_with_a_comparator_are_cells() -> None:
    assert read(HEADS + "".join(ROWS)) == CELLS


def test_remarks_are_no_column_of_numbers() -> None:
    assert read(HEADS + "Đánh giá\n" + "".join(row + "Vượt\n" for row in ROWS)) == CELLS


def test_bounds_of_cells() -> None:
    rows = read_page(HEADS + "".join(ROWS)).facts.figures
    assert [(row.comparator, row.value, row.value_max) for row in rows[:3]] == [
        ("range", 8.5, 9.0),
        ("eq", 9.2, None),
        ("lt", 3, None),
    ]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "TT Thôn Tổng số hộ Số hộ đạt Tỷ lệ %\n1 Thôn Thượng 212 196 92,5\n2 Thôn Hạ 184 165 89,7\nCộng 396 361 91",
            ["hộ", "hộ", "%"] * 3,
        ),
        (
            "STT Tên trường Số lớp Số học sinh Giáo viên\n1 Mầm non Hoa Mai 8 212 16\n2 Tiểu học Lê Lai 15 477 23",
            ["lớp", "học sinh", "giáo viên"] * 2,
        ),
        # heads of two levels, a line each, and in rows of cells whose last is empty
        (
            (
                "TT\nXã\nTổng số hộ\nHộ nghèo\nHộ cận nghèo\nSố hộ\nTỷ lệ (%)\nSố hộ\nTỷ lệ (%)\n"
                "1\nTân Phú\n1.240\n45\n3,63\n52\n4,19\n2\nTân Hòa\n975\n30\n3,08\n41\n4,21"
            ),
            ["hộ", "hộ", "%", "hộ", "%"] * 2,
        ),
        (
            (
                "TT | Xã | Tổng số hộ | Hộ nghèo |\n | | | Số hộ | Tỷ lệ (%)\n1 | Tân Phú | 1.240 | 45 | 3,63\n"
                "2 | Tân Hòa | 975 | 30 | 3,08"
            ),
            ["hộ", "hộ", "%"] * 2,
        ),
        # a row that lacks the mark of its last, empty cell
        (
            (
                "STT\tĐơn vị\tDiện tích (ha)\tSố hộ\tGhi chú\n1\tThôn Hạ\t12,5\t25\t\n2\tThôn Trung\t14,5\t30\t\n"
                "\tTổng cộng\t27\t55"
            ),
            ["ha", "hộ"] * 3,
        ),
        # names of party cells
        (
            "Chi bộ\nTổng số đảng viên\nNữ\nDự bị\nChi bộ thôn Đông\n25\n8\n2\nChi bộ thôn Đoài\n31\n12\n0",
            ["đảng viên", "nữ", "nữ"] * 2,
        ),
        # as many heads as columns, none for the labels: nothing is sure
        ("Kết quả Số lớp Số em\nTân Phú 8 212 16\nTân Hòa 15 477 23", [None] * 6),
    ],
)
def test_heads_in_one_line(text: str, units: list[str | None]) -> None:
    assert [row.unit for row in read_text(text).facts.figures] == units


def test_units_in_brackets_before_numbers() -> None:
    text = (
        "- Giá trị sản xuất (tỷ đồng): 125,6\n- Diện tích (ha): 845; năng suất (tạ/ha): 61,5\n- Đàn lợn (con): 4.250\n"
        "- Tỷ lệ hộ nghèo (%): 2,15\n- Thu nhập (theo giá hiện hành): 52"
    )
    figures = read_text(text).facts.figures
    assert [(row.value, row.unit) for row in figures] == [
        (125_600_000_000, "đồng"),
        (845, "ha"),
        (61.5, "tạ/ha"),
        (4_250, "con"),
        (2.15, "%"),
        (52, None),
    ]


def test_the_money_of_one_head_is_that_of_no_other_column() -> None:
    heads = "Đơn vị\nSố tổ\nTốt\nKhá\nDư nợ (triệu đồng)\n"
    rows = "Hội Nông dân\n64\n61\n3\n82.415\nHội Phụ nữ\n52\n52\n0\n60.780\n"
    units = [(text, unit) for text, unit, _ in read(heads + rows)]
    assert [text for text, unit in units if unit == "đồng"] == ["82.415", "60.780"]
    assert {(row.level, row.count) for row in read_page(heads + rows).facts.ratings} >= {("tốt", 61), ("khá", 3)}
