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
        # as many heads as columns, none for the labels: nothing is sure
        ("Kết quả Số lớp Số em\nTân Phú 8 212 16\nTân Hòa 15 477 23", [None] * 6),
    ],
)
def test_heads_in_one_line(text: str, units: list[str | None]) -> None:
    assert [row.unit for row in read_text(text).facts.figures] == units
