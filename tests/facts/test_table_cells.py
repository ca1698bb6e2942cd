"""What cells of tables are about: by their label, their head, the title, the sum that the text tells."""

from __future__ import annotations

import pytest
from shipped import shipped_rules

from extract.pipeline import draw_facts
from extract.snippet import snippet

BY_LABEL = """\
Chỉ tiêu\tĐVT\t2003\t2004
Tổng đàn trâu\tCon\t15.172\t14.710
Tổng số học sinh\tHọc sinh\t17.619\t17.534
- Mầm non\t''\t2.000\t2.365
Thu phạt\tTrđ\t4\t5"""

BY_HEAD = """\
Đơn vị\tSố hộ nghèo (hộ)\tTỷ lệ hộ nghèo (%)
Xã Nam\t12\t1,5
Xã Bắc\t20\t2,5"""

BY_TITLE = """\
Kết quả vận động Quỹ Vì người nghèo
Đơn vị\tKế hoạch (triệu đồng)\tThực hiện (triệu đồng)\tĐạt %
Xã Nam\t300\t345\t115
Xã Bắc\t200\t211\t105
Tổng cộng\t500\t556\t111"""


def said(text: str) -> list[tuple[str, str | None]]:
    return [(figure.quote, figure.indicator) for figure in draw_facts(snippet(text), shipped_rules()).facts.figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            BY_LABEL,
            ["livestock.count"] * 2 + ["pupil.count"] * 4 + ["fine.administrative"] * 2,
        ),
        (BY_HEAD, ["poverty.households", "poverty.rate"] * 2),
        (BY_TITLE, ["fund.raised", "fund.raised", "fund.plan_rate"] * 3),
    ],
    ids=["label", "head", "title"],
)
def test_indicators(text: str, expected: list[str]) -> None:
    assert [indicator for _, indicator in said(text)] == expected


def test_rows_are_parts_of_the_row_that_sums_them_up() -> None:
    statements = draw_facts(snippet(BY_TITLE), shipped_rules()).facts.statements
    total = next(one for one in statements if one.amount_total_vnd == 556_000_000)
    assert total.part_of is None
    rows = [one for one in statements if one.amount_total_vnd and one is not total]
    assert [one.part_of for one in rows] == [total.statement_id] * 2


def test_a_row_behind_a_dash_is_part_of_the_row_above() -> None:
    statements = draw_facts(snippet(BY_LABEL), shipped_rules()).facts.statements
    pupils = [one for one in statements if one.indicator == "pupil.count"]
    assert [one.part_of for one in pupils] == [None, None, pupils[0].statement_id, pupils[1].statement_id]


def test_a_column_is_what_the_text_says_of_its_sum() -> None:
    told = "Quỹ Vì người nghèo thu được 556,3 triệu đồng.\n"
    table = "Đơn vị tính: đồng\nXã\tNăm nay\tNăm kia\nXã Nam\t345.100.000\t5.000\nXã Bắc\t211.200.000\t5.000"
    assert [indicator for _, indicator in said(told + table)] == [
        "fund.raised",
        "fund.raised",
        None,
        "fund.raised",
        None,
    ]
