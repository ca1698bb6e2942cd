"""Columns of plans whose cells have units of their own."""

from __future__ import annotations

import pytest

from extract.lex import LexVocabulary, lex
from extract.rulefiles import load
from extract.text_tables.cells import CellVocabulary
from extract.text_tables.plan_columns import settle_plan_columns

WORDS, CELLS = LexVocabulary.load(load()), CellVocabulary.load(load())


def plans(text: str) -> list[str]:
    settled = settle_plan_columns(text, lex(text, WORDS), CELLS)
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
            "Dự toán\nThực hiện\nThu nhập\n23 triệu đồng/người\n\n24 triệu đồng/người\n104%\nThu\n3 tỷ đồng\n4 tỷ đồng",
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
