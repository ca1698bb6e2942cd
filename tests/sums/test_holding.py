"""Which amount holds which, as sums, words and statements of a page tell."""

from __future__ import annotations

from pathlib import Path

import pytest

import extract
from extract.sums.holding import part_of, stated

PARTS = [
    # a sum that the page adds up
    (
        "Huy động 450 triệu đồng, trong đó ngân sách huyện 80 triệu đồng, nhân dân góp 370 triệu đồng.",
        {"80 triệu đồng": "450 triệu đồng", "370 triệu đồng": "450 triệu đồng"},
    ),
    # parts of parts: the nearest whole
    (
        "Thu 690 triệu đồng (gồm huyện 450 triệu đồng, trong đó vốn 300 triệu đồng, quỹ 150 triệu đồng; dân 240 tr).",
        {
            "450 triệu đồng": "690 triệu đồng",
            "300 triệu đồng": "450 triệu đồng",
            "150 triệu đồng": "450 triệu đồng",
            "240 tr": "690 triệu đồng",
        },
    ),
    # one part of several, and what is another thing
    (
        "Xây trường học hết 180 triệu đồng, trong đó dân góp 45 triệu đồng, tặng 5 suất quà trị giá 10 triệu đồng.",
        {"45 triệu đồng": "180 triệu đồng"},
    ),
    ("Thu quỹ 90 triệu đồng. Trong đó, doanh nghiệp ủng hộ 35 triệu đồng.", {"35 triệu đồng": "90 triệu đồng"}),
    (
        "Làm cầu hết 2 tỷ đồng (trong đó dân góp 300 triệu đồng); sửa chợ 90 triệu đồng.",
        {"300 triệu đồng": "2 tỷ đồng"},
    ),
    # of one family, and of another
    (
        "Làm 5 km đường hết 9 tỷ đồng, trong đó làm 3 km đường hết 7 tỷ đồng.",
        {"7 tỷ đồng": "9 tỷ đồng", "3 km": "5 km"},
    ),
    # counts, too
    (
        "Trao 152 suất học bổng, trong đó bậc tiểu học 80 suất, trung học cơ sở 72 suất.",
        {"80 suất": "152 suất", "72 suất": "152 suất"},
    ),
    # people by a shorter word, a word for parts with its whole before it
    ("Có 5 học sinh dự thi, trong đó có 1 em đạt giải Nhất.", {"1 em": "5 học sinh"}),
    ("Có 40 hội viên dự, trong đó 12 đồng chí được khen.", {"12 đồng chí": "40 hội viên"}),
    ("Còn 02 em là con nuôi của đồn thì có 1 em đạt loại Xuất sắc.", {"1 em": "02 em"}),
    ("Cứ 10 hộ thì có 3 hộ nghèo.", {}),
    ("Có 40 hội viên dự, trong đó 12 cháu được tặng quà.", {}),
    # no part: more than the whole, another unit, a plan that holds a result
    ("Thu 90 triệu đồng, trong đó có cả tiền hỗ trợ của tỉnh; chi 120 triệu đồng.", {}),
    ("Làm 5 km đường, trong đó dân góp 300 triệu đồng.", {}),
    ("Dự kiến sẽ huy động 500 triệu đồng, trong đó đã huy động được 200 triệu đồng.", {}),
    ("Xã sửa đường hết 300 triệu đồng và cầu hết 200 triệu đồng.", {}),
]


@pytest.mark.parametrize(("text", "expected"), PARTS, ids=lambda value: value if isinstance(value, str) else "")
def test_parts_know_their_whole(text: str, expected: dict[str, str]) -> None:
    figures = extract.read_text(text).facts.figures
    quotes = {figure.figure_id: figure.quote for figure in figures}
    assert {figure.quote: quotes[figure.part_of] for figure in figures if figure.part_of is not None} == expected


def test_figures_and_money_say_the_same() -> None:
    facts = extract.read_text(PARTS[1][0]).facts
    told = {figure.figure_id: (figure.part_of, figure.left_out) for figure in facts.figures}
    assert {row.figure_id: (row.part_of, row.left_out) for row in facts.money} == told


def test_rows_of_a_table_are_held_by_the_rows_that_sum_them_up() -> None:
    page = (Path(__file__).parents[2] / "samples" / "thu-chi-ngan-sach-2019.html").read_bytes()
    rows = {row.quote: row for row in extract.read_page(page).facts.money}
    for part, whole in (("312", "4.215"), ("1.103", "4.215"), ("2.800", "4.215"), ("3.071", "3.486,5")):
        assert (rows[part].part_of, rows[part].left_out) == (rows[whole].figure_id, "part")


def test_two_that_hold_each_other_do_not_both_vanish() -> None:
    facts = extract.read_text("Thu 80 triệu đồng của huyện trong tổng số 450 triệu đồng.").facts
    small, large = facts.figures
    found = {small.start: {large.start}, large.start: {small.start}}
    assert part_of(facts.figures, found) == {small.figure_id: large.figure_id}


def test_a_statement_without_a_total_holds_nothing() -> None:
    facts = extract.read_text("Trao 5 suất học bổng, mỗi suất 2 triệu đồng.").facts
    assert not any(stated(facts).values())
