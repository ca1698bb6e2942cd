"""Columns of plans whose cells have units of their own."""

from __future__ import annotations

import pytest

from extract import read_page
from extract.lex import LexVocabulary, lex
from extract.rulefiles import load
from extract.text_tables.cells import settle_cells
from extract.text_tables.vocabulary import CellVocabulary

WORDS, CELLS = LexVocabulary.load(load()), CellVocabulary.load(load())


def plans(text: str) -> list[str]:
    settled = settle_cells(text, lex(text, WORDS), WORDS, CELLS)
    return [text[quantity.start : quantity.end] for quantity in settled.quantities if quantity.role == "plan"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nội dung\tDự toán\tThực hiện\tĐạt (%)\nThu\t12 tỷ đồng\t13 tỷ đồng\t108%\nChi\t9 tỷ đồng\t8 tỷ đồng\t89%",
            ["12 tỷ đồng", "9 tỷ đồng"],
        ),
        ("| Chỉ tiêu | Kết quả | Kế hoạch giao |\n| Thu quỹ | 120 triệu đồng | 100 triệu đồng |", ["100 triệu đồng"]),
        ("Nguồn\tThực hiện\tDự toán (%)\nThu\t9 tỷ đồng\t23%\nChi\t8 tỷ đồng\t33,9%", []),
        ("Nội dung\tThực hiện\tKế hoạch\nGiảm nghèo\t96%\t95%", ["95%"]),
        ("| Nội dung | Kế hoạch | Kết quả |\n| Thu quỹ | vận động 90 triệu đồng | 95 triệu đồng |", []),
        (
            "Các chỉ tiêu cơ bản\nKH năm 2013\nƯớc thực hiện\nSo\nKế hoạch\n1/ Lúa\n61 tỷ đồng\n45 tỷ đồng\n74%",
            ["61 tỷ đồng"],
        ),
        (
            "Dự toán\nThực hiện\nThu nhập\n23 triệu đồng/người\n24 triệu đồng/người\n104%\nThu\n3 tỷ đồng\n4 tỷ đồng",
            ["23 triệu đồng", "3 tỷ đồng"],
        ),
        (
            "Chỉ tiêu\nThực hiện 2019\nKế hoạch 2020\nThực hiện 2020\nThu phí\n10 tỷ đồng\n12 tỷ đồng\n13 tỷ đồng",
            ["12 tỷ đồng"],
        ),
        ("Kế hoạch\nThực hiện\nViệc làm\n4.900 lao động\n98%", []),  # a cell is missing
        ("Kế hoạch năm 2013\nKết quả thực hiện\nXã thu phí 5 tỷ đồng.\nXã chi 4 tỷ đồng.", []),  # headings
    ],
)
def test_cells_of_plans(text: str, expected: list[str]) -> None:
    assert plans(text) == expected


def test_long_text_ends_a_table() -> None:
    told = "Kế hoạch\nThực hiện\n" + "Hội nghị nghe báo cáo và thảo luận. " * 6 + "\nThu phí\n5 tỷ đồng\n4 tỷ đồng"
    assert plans(told) == []


@pytest.mark.parametrize("end", ["\t", " | "])
def test_cells_with_units_of_their_own_have_the_period_of_their_column_and_what_their_row_names(end: str) -> None:
    rows = [["Chỉ tiêu", "Năm 2012", "Năm 2013"], ["Thu ngân sách", "661 tỷ đồng", "645 tỷ đồng"]]
    rows += [["Chi ngân sách", "5,5 tỷ đồng", "6 tỷ đồng"], ["Trồng cây", "1.200 cây", "1.500 cây"]]
    figures = read_page("\n".join(map(end.join, rows))).facts.figures
    assert [row.period_start.year for row in figures if row.period_start] == [2012, 2013] * 3
    assert [row.indicator for row in figures[:4]] == ["budget.revenue"] * 2 + ["budget.spending"] * 2


def test_a_row_right_below_heads_is_a_table_by_itself() -> None:
    text = "Chỉ tiêu | ĐVT | Kế hoạch | Thực hiện\nHộ văn hóa | Hộ | 2.000 | 2.050"
    settled = settle_cells(text, lex(text, WORDS), WORDS, CELLS).quantities
    assert [(row.value, row.unit, row.role) for row in settled] == [(2000, "hộ", "plan"), (2050, "hộ", "value")]
