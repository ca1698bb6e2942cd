"""What cells of tables are about: by their label, their head, the title, the sum that the text tells."""

from __future__ import annotations

import pytest
from shipped import shipped_rules

from extract import read_page
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


def test_heads_over_several_columns_and_names_beside_what_groups_them() -> None:
    page = """<h1>Kết quả đánh giá tổ chức đảng</h1><p>Việc đánh giá được làm chặt chẽ, đúng quy trình.</p>
        <table><tr><td rowspan=3>TT<td rowspan=3>Khối<td rowspan=3>Đơn vị<td rowspan=3>Số chi bộ<td colspan=4>Xếp loại
        <tr><td colspan=2>HTXSNV<td colspan=2>HTTNV<tr><td>SL<td>%<td>SL<td>%
        <tr><td>1<td rowspan=2>Xã<td>Xã An Hòa<td>12<td>3<td>25<td>9<td>75
        <tr><td>2<td>Xã An Bình<td>10<td>2<td>20<td>8<td>80
        <tr><td colspan=3>Tổng cộng<td>22<td>5<td>22,7<td>17<td>77,3</table>"""
    facts = read_page(page).facts
    assert [figure.unit for figure in facts.figures] == ["chi bộ", "chi bộ", "%", "chi bộ", "%"] * 3
    assert [(row.level, row.count, row.percent, row.group_total) for row in facts.ratings] == [
        *(("htxsnv", 3, 25, 12), ("httnv", 9, 75, 12)),
        *(("htxsnv", 2, 20, 10), ("httnv", 8, 80, 10)),
        *(("htxsnv", 5, 22.7, 22), ("httnv", 17, 77.3, 22)),
    ]


def test_a_rate_is_of_the_column_beside_it_not_of_a_line_above() -> None:
    text = (
        "Tặng 30 thẻ BHYT\nSTT\tĐơn vị\tTổng số hộ\tHộ nghèo\tTỷ lệ (%)\n1\tẤp 1\t320\t16\t5,00\n2\tẤp 2\t400\t10\t2,50"
    )
    rates = [row.indicator for row in read_page(text).facts.figures if row.kind == "percent"]
    assert rates == ["poverty.rate", "poverty.rate"]


def test_the_head_of_another_table_ends_the_rows_of_one() -> None:
    rows = "1\tẤp 1\t{}\n2\tẤp 2\t{}\n\tTổng cộng\t{}"
    text = "\n".join(
        [
            "STT\tẤp\tSố hộ",
            rows.format(120, 80, 200),
            "STT\tĐơn vị\tSố tiền (đồng)",
            rows.format("12.000.000", "8.000.000", "20.000.000"),
        ]
    )
    page = read_page(text)
    assert [row.unit for row in page.facts.figures] == ["hộ"] * 3 + ["đồng"] * 3
    assert [row.left_out for row in page.facts.figures] == ["part", "part", None] * 2
    assert [(check.kind, check.outcome) for check in page.checks] == [("parts_sum", "agrees")] * 2


def test_the_plan_of_a_rate_is_told_with_it() -> None:
    rows = (
        "TT\tChỉ tiêu\tĐVT\tKế hoạch\tThực hiện\n1\tTỷ lệ hộ nghèo\t%\t2,5\t2,1\n2\tTham gia bảo hiểm y tế\t%\t95\t95,4"
    )
    told = [(row.indicator, row.status) for row in read_page(rows).facts.figures]
    assert told == [
        ("poverty.rate", "planned"),
        ("poverty.rate", "achieved"),
        ("insurance.health_rate", "planned"),
        ("insurance.health_rate", "achieved"),
    ]


def test_a_table_is_named_by_its_title() -> None:
    rows = (
        "Bảng 2. Kế hoạch chi ngân sách giai đoạn 2018-2020\nĐVT: Tỷ đồng\n"
        "TT\tNgành\tNăm 2018\tNăm 2019\n1\tGiáo dục\t206,5\t277,9\n2\tY tế\t196,3\t232,8"
    )
    told = [(row.indicator, row.status) for row in read_page(rows).facts.figures]
    assert told == [("budget.spending", "planned")] * 4


def test_a_title_that_is_a_noun_says_what_is_counted() -> None:
    rows = "5. Học sinh\nKhối\tNăm học 2012-2013\tNăm học 2013-2014\n- Khối lớp 6\t132\t153\n- Khối lớp 7\t137\t123"
    assert [row.indicator for row in read_page(rows).facts.figures] == ["pupil.count"] * 4


def test_the_row_that_sums_up_the_others_names_them() -> None:
    rows = (
        "ĐVT: Triệu đồng\nChỉ tiêu\tNăm 2018\tNăm 2019\n"
        "Tổng giá trị sản xuất\t70,2\t80,5\nTrồng trọt\t51,4\t60,1\nNgành nghề khác\t18,8\t20,4"
    )
    told = [(row.indicator, row.left_out) for row in read_page(rows).facts.figures]
    assert told == [("production.value", None)] * 2 + [("production.value", "part")] * 4
