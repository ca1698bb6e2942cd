"""Lists of prices by who gets them, behind the awards: each price is that of all who are called so."""

from __future__ import annotations

import pytest
from scholarship_rows import MILLION, Row, rows

from extract import read_text

TWO_PRICES = "mỗi suất học sinh 500.000đ, sinh viên 1 triệu đồng"


def _people(pupils: int, students: int, prices: tuple[float | None, float | None]) -> list[Row]:
    return [
        Row(pupils, "học sinh", None, prices[0], recipients=pupils),
        Row(students, "sinh viên", None, prices[1], recipients=students),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Trao học bổng cho 14 học sinh và 6 sinh viên, {TWO_PRICES}.", _people(14, 6, (500_000, MILLION))),
        (
            "Trao học bổng cho 14 học sinh, 6 sinh viên (học sinh 500.000đ/suất, sinh viên 1 triệu đồng/suất).",
            _people(14, 6, (500_000, MILLION)),
        ),
        (
            f"Quỹ trao học bổng. Lần 1: trao cho 14 HS và 6 SV; lần 2: trao cho 20 HS và 9 SV. M{TWO_PRICES[1:]}.",
            [*_people(14, 6, (500_000, MILLION)), *_people(20, 9, (500_000, MILLION))],
        ),
        (
            (
                "Quỹ trao học bổng:\n- Đợt 1: trao cho 14 học sinh và 6 sinh viên.\n"
                f"- Đợt 2: trao cho 20 học sinh và 9 sinh viên ({TWO_PRICES})."
            ),
            [*_people(14, 6, (500_000, MILLION)), *_people(20, 9, (500_000, MILLION))],
        ),
        (
            "Trao 163 suất học bổng bậc THCS, 114 suất bậc THPT. Mỗi suất THCS 1,2 triệu đồng; THPT trị giá 1,5 triệu.",
            [Row(163, "suất", None, 1.2 * MILLION), Row(114, "suất", None, 1.5 * MILLION)],
        ),
        (
            (
                "Đợt 1 trao 20 suất học bổng cho học sinh tiểu học và 15 suất cho học sinh THCS; "
                "đợt 2 trao 18 suất cho học sinh tiểu học. Mỗi suất học sinh tiểu học 300.000đ, học sinh THCS 500.000đ."
            ),
            [
                Row(20, "suất", None, 300_000),
                Row(15, "suất", None, 500_000),
                Row(18, "suất", None, 300_000),
            ],
        ),
        # a list of which a price finds nobody says nothing of the others; those before may have a price of their own
        (
            "Trao học bổng cho 14 học sinh, mỗi suất tiểu học 500.000đ, THCS 1 triệu đồng.",
            [Row(14, "học sinh", recipients=14)],
        ),
        (
            (
                "Công ty trao 30 suất học bổng cho học sinh, mỗi suất 2 triệu đồng.\n"
                f"Hội trao 14 suất học bổng cho học sinh và 6 suất cho sinh viên, {TWO_PRICES}."
            ),
            [
                Row(30, "suất", None, 2 * MILLION),
                Row(14, "suất", None, 500_000),
                Row(6, "suất", None, MILLION),
            ],
        ),
    ],
)
def test_prices_by_group(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_one_of_a_list_is_for_each_though_nobody_it_is_for_is_known() -> None:
    facts = read_text(
        "Tặng quà cho 20 học sinh, 5 giáo viên, mỗi phần quà học sinh 200.000 đồng, giáo viên 500.000 đồng"
    ).facts
    assert [row.scope for row in facts.money] == ["each", "each"]


def test_a_price_behind_parts_in_a_bracket_is_that_of_their_whole_too() -> None:
    text = "Trao 30 suất học bổng (thôn A 12 suất, thôn B 10 suất, thôn C 8 suất), mỗi suất 500.000 đồng."
    assert rows(text) == [Row(number, "suất", None, 500_000) for number in (30, 12, 10, 8)]
