"""Numbers beyond all that is counted: read as they are meant where that can be told, else named, and never a fault."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from extract.batch import run
from extract.rulefiles import load
from extract.text_tables.cells import settle_cells
from extract.text_tables.vocabulary import CellVocabulary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from extract.lex import LexVocabulary
    from extract.model import Lexed

NINES = "999.999.999.999.999.999"
"""The longest number that is read."""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("vận động đạt 14.714.669.968/9,5 tỷ đồng", [14_714_669_968, 9_500_000_000]),
        ("thu được 1.250.400.000/1,1 tỷ đồng", [1_250_400_000, 1_100_000_000]),
        ("chi 845.300.000/900 triệu đồng", [845_300_000, 900_000_000]),
        ("thu 120.500/115.000 triệu đồng", [120_500_000_000, 115_000_000_000]),
        ("thu 4,9/4,8 tỷ đồng", [4_900_000_000, 4_800_000_000]),
        ("mỗi hộ từ 500.000 đến 1 triệu đồng", [500_000, 1_000_000]),
        ("mỗi hộ từ 500 đến 900 nghìn đồng", [500_000, 900_000]),
    ],
)
def test_multipliers_are_for_what_is_not_printed_in_full(
    text: str, values: list[int], lexed: Callable[[str], Lexed]
) -> None:
    found = lexed(text).quantities
    assert [value for quantity in found for value in (quantity.value, quantity.value_max) if value] == values


@pytest.mark.parametrize(
    "text",
    [
        "tổng thu 9.999.999.999.999 triệu đồng",
        "tổng thu 1.000.000 tỷ tỷ đồng",
        "một trăm tỷ tỷ tỷ đồng",
        f"có {NINES} triệu người",
        "từ 8 đến 9.999.999.999 tỷ tỷ đồng",
        "đạt 7.000.000.000 tỷ đồng/8.000.000.000 tỷ đồng",
        "VNĐ 9.999.999.999.999 triệu",
    ],
)
def test_what_is_too_much_is_named(text: str, lexed: Callable[[str], Lexed]) -> None:
    found = lexed(text)
    assert not found.quantities
    assert [mention.kind for mention in found.mentions] == ["other"]


def test_a_cell_that_is_too_much_for_its_unit_stays_a_number(
    vocabulary: LexVocabulary, lexed: Callable[[str], Lexed]
) -> None:
    text = f"Đơn vị: tỷ đồng\nTT\tNội dung\tSố tiền\n1\tThu\t{NINES}\n2\tChi\t12"
    settled = settle_cells(text, lexed(text), vocabulary, CellVocabulary.load(load()))
    assert [(quantity.kind, quantity.value) for quantity in settled.quantities] == [
        ("number", 10**18 - 1),
        ("money", 12_000_000_000),
    ]


_NUMBERS = (NINES, "999999999999999999", "9.007.199.254.740.993", "98.765.432.109.876,5")
_SENTENCES = (
    "Hội trao {n} suất học bổng cho {n} học sinh, mỗi suất {n} đồng, tổng trị giá {n} tỷ đồng.",
    "Toàn xã có {n} tổ, trong đó {n} tổ vững mạnh, {n} tổ khá, {n} tổ trung bình.",
    "Xây {n} căn nhà, {n} m đường, {n} ha lúa, đạt {n}% kế hoạch ({n}/{n} căn), tăng {n} lần.",
    "Thu {n} đồng, trong đó: thuế {n} đồng, phí {n} đồng. Chi {n} triệu đồng/{n} triệu đồng.",
    "Mỗi suất từ {n} đến {n} nghìn đồng; hơn {n} đồng/người/năm; khoảng {n} người.",
    "Đơn vị: triệu đồng\nTT\tNội dung\tKế hoạch\tThực hiện\tTỷ lệ (%)\n1\tThu\t{n}\t{n}\t{n}\n2\tChi\t{n}\t{n}\t{n}",
)


@pytest.mark.usefixtures("shipped_rules_once")
def test_no_page_is_lost(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for at, (number, sentence) in enumerate(product(_NUMBERS, _SENTENCES)):
        (pages / f"{at}.txt").write_text(f"Báo cáo kết quả năm 2023\n{sentence.format(n=number)}\n", "utf-8")
    run([pages], tmp_path / "out")
    assert pq.read_table(tmp_path / "out" / "rejects").to_pylist() == []
    assert pq.read_table(tmp_path / "out" / "pages").num_rows == len(_NUMBERS) * len(_SENTENCES)
