"""Rows of figures and money."""

from __future__ import annotations

import pytest
from shipped import shipped_rules

from extract import read_text
from extract.pipeline import draw_facts
from extract.snippet import snippet


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Gieo trồng được 170ha/167ha", ["crop.area", "crop.area"]),
        ("Thu ngân sách 92,4/150 tỷ đồng, đạt 61,6% dự toán", ["budget.revenue"] * 3),
        ("Hòa giải thành 37/42 vụ việc, đạt 88,1%", ["mediation.settled"] * 3),
        ("Hiện xã còn 84 hộ nghèo, chiếm 3,9%", ["poverty.households"] * 2),
        ("Cây đa có 84 tuổi, cao 12m", [None]),
        ("Thu ngân sách 4.190 triệu đồng, bằng 101% kế hoạch, tăng 12% so với cùng kỳ", ["budget.revenue"] * 3),
        ("Kết nạp 25 hội viên mới (đạt 83,3%)", ["member.admitted"] * 2),
        ("Kết nạp 25/40 hội viên mới. Đạt 62,5% so với kế hoạch", ["member.admitted"] * 3),
        ("Kết nạp 25 hội viên mới, tỷ lệ gia đình nuôi mèo đạt 62,5%", ["member.admitted", None]),
        ("Kết nạp 25 hội viên mới; năm 2020 chiếm 62,5%", ["member.admitted", None]),
    ],
)
def test_indicators(text: str, indicators: list[str | None]) -> None:
    facts = draw_facts(snippet(text), shipped_rules()).facts
    assert [figure.indicator for figure in facts.figures] == indicators


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Thu nhập bình quân 52 triệu đồng/người/năm", ["each"]),
        # standing rates, and what each is made of
        ("Hộ nghèo được vay tối đa 100 triệu đồng", ["each"]),
        ("Vứt rác bị phạt từ 6 đến 8 triệu đồng. Đã phạt 42 triệu đồng.", ["each", "total"]),
        ("Mỗi nhà có vốn 80 triệu đồng, trong đó Quỹ hỗ trợ 50 triệu đồng, gia đình góp 30 triệu đồng.", ["each"] * 3),
        ("Tổng vốn 80 triệu đồng, trong đó Quỹ hỗ trợ 50 triệu đồng, gia đình góp 30 triệu đồng.", ["total"] * 3),
        ("Mỗi căn xây mới được hỗ trợ 60 triệu đồng và sửa chữa hỗ trợ 30 triệu đồng.", ["each", "each"]),
        ("Tỉnh hỗ trợ 5 triệu đồng đối với hộ bị lũ cuốn nhà; chi 9 tỷ đồng.", ["each", "total"]),
        ("Thu nhập bình quân đầu người đạt 22/23 triệu đồng", ["each", "each"]),
        ("Thu ngân sách 52 triệu đồng", ["total"]),
        ("Tổ có dư nợ 1.300 triệu đồng/tổ", ["each"]),
    ],
)
def test_scopes(text: str, scopes: list[str]) -> None:
    facts = draw_facts(snippet(text), shipped_rules()).facts
    assert [row.scope for row in facts.money] == scopes


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("- Ước thu từ trồng trọt: 9 tỷ đồng, chăn nuôi 8 tỷ đồng", ["approx", "eq"]),
        ("Ước thực hiện cả năm tổng thu đạt 7,1 tỷ đồng", ["approx"]),
        ("Ước tính giá trị chăn nuôi: hơn 12 tỷ đồng", ["gt"]),
        ("Quỹ ước mơ xanh tặng 12 triệu đồng", ["eq"]),
        ("- Nguồn thu từ trồng trọt ước : 13.503.000.000đ", ["approx"]),
        ("Giá trị sản xuất ước thực hiện trong 6 tháng 955 tỷ đồng, tăng 18%", ["approx"]),
        ("Thu ước 6 tháng đầu năm 2024 là 12 tỷ đồng", ["approx"]),
        ("Ước doanh thu dịch vụ tháng 5 đạt 22 tỷ đồng", ["approx"]),
        ("Ước tổng thu 6 tháng đầu năm 2022 đạt 9 tỷ đồng, chi 8 tỷ đồng", ["approx", "eq"]),
        ("Thu ngân sách ước đến ngày 31/12/2024 đạt 91 tỷ đồng", ["approx"]),
        ("Ước đến ngày 30 tháng 9, dư nợ cho vay đạt 91 tỷ đồng, huy động 80 tỷ đồng", ["approx", "eq"]),
        ("Ước đến cuối năm 2024, dư nợ đạt 91 tỷ đồng", ["approx"]),
        ("Ước cả năm, ngân sách xã tổng thu 25 tỷ đồng, chi 24 tỷ đồng", ["approx", "eq"]),
        ("Ước 6 tháng đầu năm 2017, giá trị sản xuất thực hiện 41 tỷ đồng", ["approx"]),
        ("Cả xã năm 2019 ước có giá trị sản xuất theo giá cố định 2010 là 11 tỷ đồng", ["approx"]),
        ("Xóm có quy ước. Đến ngày 30 tháng 9, quỹ đạt 91 triệu đồng", ["eq"]),
        ("Chăn nuôi năm 2020 ước có giá trị sản xuất 91 tỷ đồng", ["approx"]),
        ("Thu ngân sách ước đến hết năm 2024 đạt 91 tỷ đồng, đến hết năm 2025 đạt 95 tỷ đồng", ["approx", "eq"]),
    ],
)
def test_a_clause_may_call_its_figure_an_estimate(text: str, comparators: list[str]) -> None:
    facts = draw_facts(snippet(text), shipped_rules()).facts
    assert [row.comparator for row in facts.money] == comparators
    assert [row.low_vnd < 0.92 * row.amount_vnd for row in facts.money] == [c == "approx" for c in comparators]


def test_money_is_exact() -> None:
    row = draw_facts(snippet("Thu ngân sách đạt 991.380.800đ"), shipped_rules()).facts.money[0]
    assert (row.amount_vnd, row.low_vnd, row.high_vnd, row.indicator) == (
        991380800,
        991380800,
        991380800,
        "budget.revenue",
    )
    assert row.amount_million == pytest.approx(991.3808)


def test_rows_point_into_the_page() -> None:
    page = snippet("Năm 2022, xã trao 12 suất quà, mỗi suất 300.000 đồng.")
    facts = draw_facts(page, shipped_rules()).facts
    assert facts.figures
    assert all(page.text[row.start : row.end] == row.quote for row in facts.figures)
    assert {row.period_start.year for row in facts.figures if row.period_start} == {2022}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what goes on with the measure of the sentence before
        ("Thu nhập đạt 56,1 triệu đồng/người/năm. So với năm 2010 tăng 43,3 triệu đồng.", ["each", "each"]),
        ("Mức thưởng tập thể 600.000 đồng, cá nhân và hộ gia đình 300.000 đồng.", ["each", "each"]),
        ("Học bổng lần lượt 500.000 đồng, 700.000 đồng và 1 triệu đồng/suất.", ["each"] * 3),
        ("Chùa tặng 320 cuốn tập (mỗi em 20 cuốn), trị giá 4,8 triệu đồng.", ["total"]),
        ("Mỗi vụ hòa giải thành được chi 200.000 đồng, vụ không thành 150.000 đồng.", ["each", "each"]),
    ],
)
def test_scope_of_amounts(text: str, expected: list[str]) -> None:
    assert [row.scope for row in read_text(text).facts.money] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quỹ bình quân 480.000 đồng/hội viên, nơi cao nhất 1.150.000 đồng/hội viên.", ["eq", "eq"]),
        ("Hỗ trợ cao nhất 1.150.000 đồng/hội viên.", ["le"]),
        ("Phường ước thu ngân sách 449,5 tỷ đồng.", ["approx"]),
        ("Thu ngân sách ước thực hiện là 30.200 triệu đồng.", ["approx"]),
        ("Ấp có quy ước xây dựng quỹ 30 triệu đồng.", ["eq"]),
    ],
)
def test_comparators_apart(text: str, expected: list[str]) -> None:
    assert [row.comparator for row in read_text(text).facts.money] == expected


def test_the_plan_in_the_bracket_of_its_percentage() -> None:
    text = "Thu trên địa bàn 6.346 triệu đồng, đạt 28,85% (22.000 triệu đồng); góp 50% (9 triệu đồng)."
    assert [row.status for row in read_text(text).facts.money] == ["achieved", "planned", "achieved"]
