"""Columns of percentages that no head tells, and heads, rows and labels of tables that set years side by side."""

from __future__ import annotations

import pytest

from extract import read_text
from extract.lex import LexVocabulary, lex
from extract.rulefiles import load
from extract.text_tables.cells import settle_cells
from extract.text_tables.vocabulary import CellVocabulary

WORDS = LexVocabulary.load(load())
CELLS = CellVocabulary.load(load())

SHARES = [("412.500", "đồng"), ("100", "%"), ("460.000", "đồng"), ("100", "%")]
SHARES += [("99.000", "đồng"), ("24", "%"), ("126.500", "đồng"), ("27,5", "%")]
SHARES += [("97.812", "đồng"), ("98,8", "%"), ("124.729", "đồng"), ("98,6", "%")]
SHARES += [("1.188", "đồng"), ("1,2", "%"), ("1.771", "đồng"), ("1,4", "%")]
ROWS = (
    "1 Tổng nguồn vốn 412.500 100 460.000 100\n2 Vốn cho vay hộ nghèo 99.000 24 126.500 27,5\n"
    "- Trung ương 97.812 98,8 124.729 98,6\n- Địa phương 1.188 1,2 1.771 1,4"
)


def read(text: str) -> list[tuple[str, str | None]]:
    found = settle_cells(text, lex(text, WORDS), WORDS, CELLS).quantities
    return [(text[q.start : q.end], q.unit) for q in found]


@pytest.mark.parametrize(
    "head",
    [
        "ĐVT: triệu đồng, %",
        "Cơ cấu vốn (ĐV tính: triệu đồng)\nTT Nguồn vốn\nNăm 2021 Năm 2022\nSố dư Tỷ trọng Số dư Tỷ trọng",
        "ĐVT: triệu đồng\nTT Nguồn vốn Năm 2021 Năm 2022\nGiá trị Cơ cấu Giá trị Cơ cấu",
    ],
)
def test_shares_in_the_sum_of_a_column_and_in_the_row_above(head: str) -> None:
    assert read(f"{head}\n{ROWS}") == SHARES


@pytest.mark.parametrize(
    ("rows", "units"),
    [
        # what was reached of the plan
        (["Thu phí 640 704 110", "Thu thuế 1.250 1.187,5 95", "Thu khác 80 106 132,5"], ["đồng", "đồng", "%"]),
        # by how much a year is more than the one before
        (["Thu phí 640 704 10", "Thu thuế 1.250 1.412,5 13", "Thu khác 80 106 32,5"], ["đồng", "đồng", "%"]),
        # what no two numbers before come to
        (["Thu phí 640 704 91", "Thu thuế 1.250 1.187 95", "Thu khác 80 106 42"], ["đồng", "đồng", "đồng"]),
        # too few digits to be no chance
        (["Thu phí 60 90 150", "Thu thuế 80 80 100"], ["đồng", "đồng", "đồng"]),
    ],
)
def test_ratios_of_two_columns(rows: list[str], units: list[str]) -> None:
    found = read("\n".join(["Đơn vị tính: triệu đồng", *rows]))
    assert [unit for _, unit in found] == units * len(rows)


def test_a_head_in_brackets_is_believed() -> None:
    text = "Tổ\tKế hoạch (kg)\tThu (kg)\tBán (kg)\nTổ 1\t640\t704\t110\nTổ 2\t1.250\t1.187,5\t95\nTổ 3\t80\t106\t132,5"
    assert {unit for _, unit in read(text)} == {"kg"}


def test_heads_broken_over_lines() -> None:
    text = (
        "Đơn vị tính: tỷ đồng\nTT NỘI DUNG Thực hiện năm 2021 Dự toán năm 2022 Ước thực hiện\nnăm 2022\n% so DT\n"
        "1 Chi giáo dục 58,2 61,5 63 102\n2 Chi y tế 21 22,4 22,4 100"
    )
    assert [unit for _, unit in read(text)] == ["đồng", "đồng", "đồng", "%"] * 2


def test_numbered_parts_of_rows_with_a_cell_a_line_and_a_row_of_sums_alone() -> None:
    text = (
        "Đơn vị: triệu đồng\nSTT\nChỉ tiêu\n2021\n2022\nGiá trị\n(%)\nGiá trị\n(%)\n1\nTổng nguồn vốn\n412.500\n"
        "460.000\n2\nCho vay hộ nghèo\n99.000\n24,0\n126.500\n27,5\n2.1\n- Trung ương\n97.812\n98,8\n124.729\n98,6\n"
        "2.2\n- Địa phương\n1.188\n1,2\n1.771\n1,4\n3\nCho vay khác\n8.250\n2,0\n9.200\n2,0"
    )
    assert read(text) == [
        *(("412.500", "đồng"), ("460.000", "đồng")),
        *(("99.000", "đồng"), ("24,0", "%"), ("126.500", "đồng"), ("27,5", "%")),
        *(("97.812", "đồng"), ("98,8", "%"), ("124.729", "đồng"), ("98,6", "%")),
        *(("1.188", "đồng"), ("1,2", "%"), ("1.771", "đồng"), ("1,4", "%")),
        *(("8.250", "đồng"), ("2,0", "%"), ("9.200", "đồng"), ("2,0", "%")),
    ]


def test_labels_with_their_numbers_between_bars() -> None:
    text = (
        "| Chỉ tiêu | 2021 (người) | 2022 (người) | So sánh (%) |\n|---|---|---|---|\n| 1. Dân số | 8.125 | 8.450 "
        "| 104,0 |\n| 1.1 Nam | 4.000 | 4.100 | 102,5 |\n| 2/ Lao động | 5.200 | 5.460 | 105,0 |"
    )
    figures = read_text(text).facts.figures
    assert [(figure.quote, figure.unit) for figure in figures] == [
        *(("8.125", "người"), ("8.450", "người"), ("104,0", "%")),
        *(("4.000", "người"), ("4.100", "người"), ("102,5", "%")),
        *(("5.200", "người"), ("5.460", "người"), ("105,0", "%")),
    ]


def test_a_line_that_announces_the_rows_below_it_breaks_no_table_of_bars() -> None:
    text = (
        "Nguồn vốn (ĐVT: triệu đồng)\n| TT | Nguồn vốn | Năm 2021 | Tỷ lệ |\n| 1 | Cho vay hộ nghèo | 99.000 | 24,0 |\n"
        "| | Trong đó: | | |\n| | Trung ương | 97.812 | 98,8 |\n| | Địa phương | 1.188 | 1,2 |"
    )
    figures = read_text(text).facts.figures
    assert [(figure.quote, figure.unit) for figure in figures][-4:] == [
        *(("97.812", "đồng"), ("98,8", "%"), ("1.188", "đồng"), ("1,2", "%")),
    ]


@pytest.mark.parametrize(
    ("head", "thu", "chi"),
    [
        ("ĐVT: triệu đồng", 12_450_000_000, 9_008_000_000),
        ("ĐVT: tỷ đồng", 12_450_000_000, 9_008_000_000),
        ("Xã", 12_450, 9_008),
    ],
)
def test_commas_part_thousands_of_what_is_counted_and_of_millions(head: str, thu: int, chi: int) -> None:
    names = ("Số hộ", "Số khẩu") if head == "Xã" else ("Thu", "Chi")
    text = f"{head}\nTên\t{names[0]}\t{names[1]}\nTân Phú\t12,450\t9,008\nTân Hòa\t10,200\t8,115\nTân An\t7,615\t6,900"
    found = settle_cells(text, lex(text, WORDS), WORDS, CELLS).quantities
    assert [q.value for q in found][:2] == [thu, chi]


def test_each_year_over_a_quantity_and_its_share_in_one_word() -> None:
    text = (
        "ĐVT: triệu đồng\nSTT Chỉ tiêu 2021 2022\nGiá trị (%) Giá trị (%)\n1 Tổng vốn 412.500 460.000\n"
        "2 Cho vay 99.000 24,0 126.500 27,5\n2.1 - Trung ương 97.812 98,8 124.729 98,6\n"
        "2.2 - Địa phương 1.188 1,2 1.771 1,4"
    )
    assert [unit for _, unit in read(text)] == ["đồng", "đồng", *["đồng", "%"] * 6]
    checks = [check.kind for check in read_text(text).checks if check.outcome == "agrees"]
    assert checks.count("percent_of") == 6
