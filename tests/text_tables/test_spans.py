"""Heads of tables in two rows or more, and rows that are shorter or longer than the others."""

from __future__ import annotations

import pytest

from extract.lex import LexVocabulary, lex
from extract.rulefiles import load
from extract.text_tables.cells import settle_cells
from extract.text_tables.vocabulary import CellVocabulary

WORDS = LexVocabulary.load(load())
CELLS = CellVocabulary.load(load())


def heads(text: str) -> list[tuple[str, str, str]]:
    """Label, head and number of each cell."""
    places = settle_cells(text, lex(text, WORDS), WORDS, CELLS).cells
    return [(cell.label, cell.head, text[cell.start :].split(maxsplit=1)[0]) for cell in places]


IN_THE_MIDDLE = """\
TT\tChi bộ\tĐảng viên\tĐược xếp loại\tTrong đó\tMiễn xếp loại\tGhi chú
HTXSNV\tHTTNV
1\tẤp Đông\t20\t18\t3\t15\t2\t
2\tẤp Tây\t22\t20\t4\t16\t2\tMới lập
\tCộng\t42\t38\t7\t31\t4"""

LAST = """\
Lớp\tSĩ số\tHọc lực\tHạnh kiểm
Giỏi\tKhá\tTốt\tKhá
6A\t40\t10\t30\t35\t5
6B\t41\t9\t32\t38\t3"""

THREE_ROWS = """\
Lớp\tSĩ số\tHọc lực
Giỏi\tKhá
SL\t%\tSL\t%
6A\t40\t10\t25,0\t30\t75,0
6B\t40\t8\t20,0\t32\t80,0"""

GAPS = """\
TT\tThôn\tTổng số hộ\tTrong đó\tTỷ lệ (%)
\t\t\tHộ nghèo\tHộ cận nghèo\t
1\tThôn Đông\t200\t10\t12\t5
2\tThôn Tây\t210\t12\t20\t5,7"""

A_HEAD_A_LINE = """\
TT Chi bộ Tổng số đảng viên
Miễn đánh giá
Được đánh giá
1 2 3 4 5
1 Khu phố 1 42 09 33
2 Trường Tân An 2 38 07 31
Tổng cộng 80 16 64"""


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        (
            IN_THE_MIDDLE,
            "Ấp Đông",
            [
                ("Đảng viên", "20"),
                ("Được xếp loại", "18"),
                ("Trong đó HTXSNV", "3"),
                ("Trong đó HTTNV", "15"),
                ("Miễn xếp loại", "2"),
            ],
        ),
        (
            IN_THE_MIDDLE,
            "Cộng",
            [
                ("Đảng viên", "42"),
                ("Được xếp loại", "38"),
                ("Trong đó HTXSNV", "7"),
                ("Trong đó HTTNV", "31"),
                ("Miễn xếp loại", "4"),
            ],
        ),
        (
            LAST,
            "6A",
            [
                ("Sĩ số", "40"),
                ("Học lực Giỏi", "10"),
                ("Học lực Khá", "30"),
                ("Hạnh kiểm Tốt", "35"),
                ("Hạnh kiểm Khá", "5"),
            ],
        ),
        (
            THREE_ROWS,
            "6B",
            [
                ("Sĩ số", "40"),
                ("Học lực Giỏi SL", "8"),
                ("Học lực Giỏi %", "20,0"),
                ("Học lực Khá SL", "32"),
                ("Học lực Khá %", "80,0"),
            ],
        ),
        (
            GAPS,
            "Thôn Tây",
            [
                ("Tổng số hộ", "210"),
                ("Trong đó Hộ nghèo", "12"),
                ("Trong đó Hộ cận nghèo", "20"),
                ("Tỷ lệ (%)", "5,7"),
            ],
        ),
        (
            A_HEAD_A_LINE,
            "Trường Tân An",
            [
                ("Tổng số đảng viên", "38"),
                ("Miễn đánh giá", "07"),
                ("Được đánh giá", "31"),
            ],
        ),
    ],
)
def test_heads(text: str, label: str, expected: list[tuple[str, str]]) -> None:
    rows: dict[str, list[tuple[str, str]]] = {}
    for named, head, number in heads(text):
        rows.setdefault(named, []).append((head, number))
    assert sorted(rows[label]) == sorted(expected)


def test_classes_that_are_numbers_are_labels() -> None:
    text = "Khối\tSố HS\tHạnh kiểm\nTốt\tKhá\nSL\tTL\tSL\tTL\n6\t100\t80\t80,0\t20\t20,0\n7\t120\t90\t75,0\t30\t25,0"
    assert [(label, head, number) for label, head, number in heads(text) if label == "7"] == [
        ("7", "Hạnh kiểm Khá TL", "25,0"),
        ("7", "Hạnh kiểm Khá SL", "30"),
        ("7", "Hạnh kiểm Tốt TL", "75,0"),
        ("7", "Hạnh kiểm Tốt SL", "90"),
        ("7", "Số HS", "120"),
    ]
