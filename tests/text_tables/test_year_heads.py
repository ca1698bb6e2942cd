"""Tables that set years side by side: what each number of a row is in."""

from __future__ import annotations

import pytest

from extract import read_page
from extract.lex import LexVocabulary, lex
from extract.rulefiles import load
from extract.text_tables.cells import settle_cells
from extract.text_tables.vocabulary import CellVocabulary

WORDS = LexVocabulary.load(load())
CELLS = CellVocabulary.load(load())
MONEY = "đồng"


def units(text: str) -> list[str | None]:
    """What the numbers of a text are in, in order."""
    return [quantity.unit for quantity in settle_cells(text, lex(text, WORDS), WORDS, CELLS).quantities]


PAIRED = ["ha", "%", "ha", "%", "%", "%"] * 2
YEARLY = ["con", "con", "con", "%", "%", "%"] * 2


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # quantities and shares in turn, the unit told once; ratios of two years and their mean
        (
            (
                "Loại đất | SL (ha) | CC (%) | SL | CC | 08/07 | BQ\nLúa | 80,5 | 40,2 | 82 | 41 | 101,9 | 101,9\n"
                "Màu | 119,5 | 59,8 | 118 | 59 | 98,7 | 98,7"
            ),
            PAIRED,
        ),
        (
            (
                "Loại đất | Năm 2021 | Năm 2022 | So sánh\n"
                "Diện tích (ha) | Cơ cấu | Diện tích | Cơ cấu | 2022/2021 | BQ\n"
                "Lúa | 80,5 | 40,2 | 82 | 41 | 101,9 | 101,9\nMàu | 119,5 | 59,8 | 118 | 59 | 98,7 | 98,7"
            ),
            PAIRED,
        ),
        # the same flattened: rows of heads in lines, with the head of the labels between them, or in one
        (
            (
                "Năm 2021 Năm 2022 So sánh (%)\nChỉ tiêu\nDT (ha) CC (%) DT (ha) CC(%) 2022/2021 BQ\n"
                "Lúa 80,5 40,2 82,0 41 101,9 101,9\n1. Màu 119,5 59,8 118,0 59 98,7 98,7"
            ),
            PAIRED,
        ),
        (
            (
                "Chỉ tiêu 2007 2008 So sánh % SL (ha) CC SL (ha) CC 08/07 BQ\n"
                "Lúa 80,5 40,2 82,0 41 101,9 101,9\nMàu 119,5 59,8 118,0 59 98,7 98,7"
            ),
            PAIRED,
        ),
        (
            (
                "Chỉ tiêu 2021 2022\nSL (ha) TL (%) SL (ha) TL (%) So sánh (%) 22/21 BQ\n"
                "Lúa 80,5 40,2 82,0 41 101,9 101,9\nMàu 119,5 59,8 118,0 59 98,7 98,7"
            ),
            PAIRED,
        ),
        # years and ratios, the unit in a column or behind each label
        (
            (
                "Chỉ tiêu | ĐVT | 2021 | 2022 | 2023 | 22/21 | 23/22 | BQ\n"
                "Trâu | con | 110 | 120 | 125 | 109,1 | 104,2 | 106,6\n"
                "Bò | con | 500 | 520 | 535 | 104 | 102,9 | 103,4"
            ),
            YEARLY,
        ),
        (
            (
                "Chỉ tiêu ĐVT 2021 2022 2023 So sánh (%)\n22/21 23/22 BQ\n"
                "Tổng đàn trâu con 110 120 125 109,1 104,2 106,6\n"
                "Tổng đàn bò con 500 520 535 104 102,9 103,4"
            ),
            YEARLY,
        ),
        (
            (
                "Chỉ tiêu\nĐVT\n2021\n2022\n2023\n22/21\n23/22\nBQ\nTrâu\ncon\n110\n120\n125\n109,1\n104,2\n106,6\n"
                "Bò\ncon\n500\n520\n535\n104\n102,9\n103,4"
            ),
            YEARLY,
        ),
        (
            "Chỉ tiêu ĐVT 2021 2022 Tốc độ tăng BQ (%)\nTổng đàn trâu con 110 120 9,1\nTổng đàn bò con 500 520 4",
            ["con", "con", "%"] * 2,
        ),
        (
            (
                "Thu, chi ngân sách (triệu đồng)\nChỉ tiêu 2007 2008 2009 So sánh (%) 08/07 09/08 BQ\n"
                "Tổng thu 120,5 140,2 155,3 116,3 110,8 113,5\nTổng chi 110,5 130,2 145,3 117,8 111,6 114,7"
            ),
            [*[MONEY] * 3, *["%"] * 3] * 2,
        ),
        # by how much two years differ is in what they are in, the rate of it is not
        (
            (
                "Dư nợ (triệu đồng)\nChỉ tiêu | 2021 | 2022 | So sánh 2022/2021 (+/-) | So sánh 2022/2021 (%)\n"
                "Hội A | 2.600 | 3.300 | 700 | 126,9\nHội B | 120 | 150 | 30 | 125"
            ),
            [MONEY, MONEY, MONEY, "%"] * 2,
        ),
        (
            (
                "Chỉ tiêu | 2022 | 2023 | So sánh tăng (+), giảm (-)\nTrâu (con) | 120 | 125 | 5\n"
                "Bò (con) | 520 | 530 | 10"
            ),
            ["con"] * 6,
        ),
        (
            "Chỉ tiêu | 2022 | 2023 | Tỷ lệ tăng, giảm\nTrâu (con) | 120 | 125 | 4,2\nBò (con) | 520 | 530 | 1,9",
            ["con", "con", "%"] * 2,
        ),
        # a mean of numbers is no ratio
        (
            "Chỉ tiêu | ĐVT | 2021 | 2022 | BQ\nTrâu | con | 110 | 120 | 115\nBò | con | 500 | 520 | 510",
            ["con"] * 6,
        ),
        # years name the rows
        (
            "Năm | Diện tích (ha) | Sản lượng (tấn)\n2021 | 120 | 720\n2022 | 118 | 719,8",
            ["ha", "tấn"] * 2,
        ),
    ],
)
def test_units(text: str, row: list[str | None]) -> None:
    assert units(text) == row


def test_days_are_no_years_to_compare() -> None:
    text = "Số ca mắc\nXã | 07/06 | 14/06 | 21/06\nTân Phú | 12 | 15 | 14\nTân Hòa | 9 | 11 | 10"
    assert "%" not in units(text)


def test_a_row_of_heads_without_letters_is_kept() -> None:
    page = read_page(
        "<h1>Kết quả thu ngân sách xã Tân Phú</h1><p>Kết quả cụ thể như sau:</p>"
        "<table><tr><th rowspan=2>Chỉ tiêu</th><th rowspan=2>2021</th><th rowspan=2>2022</th>"
        "<th colspan=2>2022/2021</th></tr><tr><th>+/-</th><th>%</th></tr>"
        "<tr><td>Đàn trâu (con)</td><td>110</td><td>120</td><td>10</td><td>109,1</td></tr>"
        "<tr><td>Đàn bò (con)</td><td>500</td><td>520</td><td>20</td><td>104</td></tr></table>"
    )
    assert [row.unit for row in page.facts.figures] == ["con", "con", "con", "%"] * 2


def test_a_result_by_its_plan_is_no_plan() -> None:
    text = (
        "Chỉ tiêu\tĐVT\tKH 2023\tƯTH 2023\tƯTH 2023/KH 2023 (%)\nTrâu\tcon\t122\t125\t102,5\nBò\tcon\t530\t535\t100,9"
    )
    found = settle_cells(text, lex(text, WORDS), WORDS, CELLS).quantities
    assert [quantity.role for quantity in found] == ["plan", "value", "value"] * 2


@pytest.mark.parametrize(
    ("label", "unit"),
    [("1. Tổng số hộ", "hộ"), ("Số hộ gia đình", "hộ gia đình"), ("Tổng số lao động", "người"), ("Chủ hộ", "người")],
)
def test_households_are_no_people_in_a_table_of_people(label: str, unit: str) -> None:
    table = f"Chỉ tiêu | 2009 (người) | 2010 (người)\n2. Dân số | 36.747 | 36.915\n{label} | 8.635 | 9.186"
    assert units(table) == ["người", "người", unit, unit]
