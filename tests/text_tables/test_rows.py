"""Cells of rows that a name has taken, and sums below tables with one cell a line."""

from __future__ import annotations

import pytest

from extract import read_text
from extract.lex import LexVocabulary, lex
from extract.rulefiles import load
from extract.text_tables.cells import settle_cells
from extract.text_tables.vocabulary import CellVocabulary

WORDS = LexVocabulary.load(load())
CELLS = CellVocabulary.load(load())


def read(text: str) -> list[tuple[str, str | None]]:
    quantities = settle_cells(text, lex(text, WORDS), WORDS, CELLS).quantities
    return [(text[q.start : q.end], q.unit) for q in quantities]


ROWS = "TT Đơn vị Số đảng viên Được xếp loại\n1 Chi bộ ấp Đông 20 18\n2 Chi bộ ấp Tây 22 20\n3 Chi bộ ấp Nam 15 14\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("4 Chi bộ cơ quan xã 12 12", ["12", "12"]),
        ("4 Chi bộ công an phường 31 30", ["31", "30"]),
        ("4 Chi bộ xã Phước Thọ 45 40", ["45", "40"]),
        ("4 Chi bộ quân sự phường 09 08", ["09", "08"]),
    ],
)
def test_a_name_takes_no_cell_of_a_row(row: str, expected: list[str]) -> None:
    assert read(ROWS + row)[6:] == [(number, "đảng viên") for number in expected]


def test_numbers_of_names_stay_with_them() -> None:
    rows = "\n".join(f"{place} Khu phố {place} {10 + place} {place}" for place in range(1, 6))
    assert read(f"TT Khu phố Số hộ Hộ nghèo\n{rows}\n6 Khu phố 6 16") == [
        (number, "hộ") for place in range(1, 6) for number in (str(10 + place), str(place))
    ] + [("16", None)]


def test_a_sum_below_a_table_with_one_cell_a_line() -> None:
    cells = ["TT", "Cây trồng", "Diện tích (ha)", "Sản lượng (tấn)", "1", "Cà phê", "120,5", "360", "2", "Lúa", "98,5"]
    cells += ["393,9", "Tổng cộng", "219", "Một số chỉ tiêu khác"]
    assert read("\n".join(cells)) == [
        ("120,5", "ha"),
        ("360", "tấn"),
        ("98,5", "ha"),
        ("393,9", "tấn"),
        ("219", "ha"),
    ]


POOR = ["1. Hộ nghèo:", "45", "hộ,", "120", "khẩu.", "+ Theo thu nhập:", "40", "109", "khẩu."]
POOR += ["2. Cận nghèo:", "31", "hộ,", "98"]


def test_units_on_the_lines_below_numbers() -> None:
    assert read("\n".join([*POOR, "khẩu."])) == [
        ("45", "hộ"),
        ("120", "khẩu"),
        ("40", "hộ"),
        ("109", "khẩu"),
        ("31", "hộ"),
        ("98", "khẩu"),
    ]


def test_money_below_numbers() -> None:
    text = "Tổng thu:\n849.590\ntriệu đồng\nThu nội địa:\n806.090\ntriệu đồng\nThu khác:\n43.500\ntriệu đồng"
    assert [row.amount_vnd for row in read_text(text).facts.money] == [849_590_000_000, 806_090_000_000, 43_500_000_000]


def test_names_below_the_numbers_of_rows_are_no_units() -> None:
    assert {unit for _, unit in read("1\nxã\n2\nphường\n3\nthị trấn\n4\nhuyện")} <= {None}


def test_numbered_rows_with_one_cell_a_line_and_remarks() -> None:
    head = ["STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện 2005", "Dự kiến 2010", "Ghi chú"]
    rows = ["1.", "Hộ dùng nước sạch", "%", "81,5", "98"]
    rows += ["2.", "Đường ấp đổ bê tông .", "Hoàn thành"]
    rows += ["3.", "Thu nhập dân cư .", "triệu đồng", "13", "26", "(2 lần)", "4.", "Cây trồng mới", "cây", "400", "900"]
    assert [told for told in read("\n".join(head + rows)) if told[1] != "lần"] == [
        ("81,5", "%"),
        ("98", "%"),
        ("13", "đồng"),
        ("26", "đồng"),
        ("400", "cây"),
        ("900", "cây"),
    ]
