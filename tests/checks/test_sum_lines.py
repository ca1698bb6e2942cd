"""Lines below a list that sum it up: what they hold, and whether it adds up."""

from __future__ import annotations

import pytest

from extract import read_text

LISTED = """Hội trao quà cho hộ nghèo các xã:
- Xã Tân Phú: 500 suất quà
- Xã Tân Hòa: 700 suất quà
{total}"""


def sums(text: str) -> list[tuple[str, str, str]]:
    found = [check for check in read_text(text).checks if check.kind == "parts_sum"]
    return [(check.left, check.right, check.outcome) for check in found]


@pytest.mark.parametrize(
    "total",
    [
        "Tổng cộng: 1.200 suất quà",
        "Tổng: 1.200 suất quà trị giá 600 triệu đồng",
        "- Cộng: 1.200 suất quà",
        "Tổng số 1.200 suất quà.",
    ],
)
def test_a_sum_line_holds_the_list(total: str) -> None:
    page = read_text(LISTED.format(total=total))
    assert [check.outcome for check in page.checks if check.kind == "parts_sum"] == ["agrees"]
    counted = [figure for figure in page.facts.figures if figure.kind == "count"]
    assert [(figure.value, figure.left_out) for figure in counted] == [(500, "part"), (700, "part"), (1200, None)]
    assert {figure.part_of for figure in counted[:2]} == {counted[2].figure_id}


def test_awards_of_a_list_are_parts_of_its_sum_line() -> None:
    rows = read_text(
        "Kết quả trao học bổng:\n- Trường A: 100 suất\n- Trường B: 300 suất\nTổng cộng: 400 suất, 400 triệu đồng"
    ).facts.scholarships
    assert [(row.count, row.amount_total_vnd, row.left_out) for row in rows] == [
        (100, None, "part"),
        (300, None, "part"),
        (400, 400_000_000, None),
    ]
    assert {row.part_of for row in rows[:2]} == {rows[2].scholarship_id}


def test_counts_and_amounts_of_one_sum_line() -> None:
    text = (
        "Trao quà Tết:\n+ Mặt trận tặng 500 suất quà trị giá 250 triệu đồng\n"
        "+ Hội Chữ thập đỏ tặng 700 suất quà trị giá 350 triệu đồng\nTổng cộng 1.200 suất quà, trị giá 600 triệu đồng."
    )
    assert sums(text) == [
        ("500 suất + 700 suất", "1.200 suất", "agrees"),
        ("250 triệu đồng + 350 triệu đồng", "600 triệu đồng", "agrees"),
    ]


def test_a_list_that_misses_its_sum_line_is_told() -> None:
    assert sums(LISTED.format(total="Tổng cộng: 1.300 suất")) == [("500 suất + 700 suất", "1.300 suất", "disagrees")]


@pytest.mark.parametrize(
    "text",
    [
        # a sum of something else, or of more than the list
        LISTED.format(total="Tổng dân số 9.200 người."),
        LISTED.format(total="Tổng cộng cả năm trao 2.500 suất."),
        # lines without marks may be no list
        "Năm 2020 trao 100 suất quà.\nNăm 2021 trao 150 suất quà.\nTổng cộng 300 suất.",
        # several figures a line: which are parts?
        "- Ấp 1: 20 suất và 5 suất\n- Ấp 2: 30 suất\nTổng cộng: 60 suất",
    ],
)
def test_no_list_to_add_up(text: str) -> None:
    assert not sums(text)
