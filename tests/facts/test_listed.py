"""Parts behind their whole, the next of a list, and amounts of what only the last rules know."""

from __future__ import annotations

import pytest
from shipped import shipped_rules

from extract.pipeline import draw_facts
from extract.snippet import snippet


def said(text: str) -> list[tuple[str, str | None]]:
    """What every figure is about."""
    return [(figure.quote, figure.indicator) for figure in draw_facts(snippet(text), shipped_rules()).facts.figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # parts of money, whoever bears them
        (
            "Giá trị sản xuất đạt 310 tỷ đồng, trong đó khối xã Nam 90 tỷ đồng, khối xã Bắc 120 tỷ đồng",
            ["production.value", "production.value", "production.value"],
        ),
        # in a bracket that sums up
        (
            "Dân số toàn xã là 6.400 người (thôn Đông 2.400 người, thôn Tây 4.000 người)",
            ["population", "population", "population"],
        ),
        # ... and in one that does not
        ("Dân số toàn xã là 6.400 người (đi xa 2.400 người, mới đến 300 người)", ["population", None, None]),
        # more than is left of the whole
        (
            "Giá trị sản xuất đạt 10 tỷ đồng, trong đó xã Nam 9 tỷ đồng, xã Bắc 9 tỷ đồng",
            ["production.value"] * 2 + [None],
        ),
        # a list in one unit
        ("Diện tích lúa 40 ha, kê 25 ha, vừng 31 ha", ["crop.area", "crop.area", "crop.area"]),
        # a change is no next of a list
        ("Đàn lợn có 1.450 con, hơn cùng kỳ 105 con", ["livestock.count", None]),
        # one label after the other
        (
            "Xã Đông có dư nợ 30 tỷ đồng, xã Tây 12 tỷ đồng",
            ["loan.outstanding", "loan.outstanding"],
        ),
        ("Dư nợ xã Đông 30 tỷ đồng; dư nợ xã Tây 12 tỷ đồng", ["loan.outstanding", "loan.outstanding"]),
        # the amounts of a list of awards
        (
            "Hội khen thưởng 67 lượt học sinh, số tiền 6,7 triệu đồng, 20 lượt giáo viên, số tiền 3 triệu đồng",
            ["pupil_award"] * 4,
        ),
    ],
)
def test_what_goes_on(text: str, expected: list[str | None]) -> None:
    assert [indicator for _, indicator in said(text)] == expected


def test_a_part_names_its_whole_so_that_sums_hold_it_once() -> None:
    facts = draw_facts(
        snippet("Giá trị sản xuất đạt 310 tỷ đồng, trong đó xã Nam 90 tỷ đồng, xã Bắc 120 tỷ đồng"), shipped_rules()
    ).facts
    whole, *parts = facts.statements
    assert whole.part_of is None
    assert [part.part_of for part in parts] == [whole.statement_id] * 2


def test_a_date_stands_between_a_thing_and_its_number() -> None:
    assert said("Thu ngân sách năm 2019 đạt 5 tỷ đồng") == [("5 tỷ đồng", "budget.revenue")]


def test_last_rules_leave_what_others_tie() -> None:
    """ "trích quỹ 2 triệu đồng" may be money spent from a fund, but here it is what the gifts cost."""
    text = "Chi hội trích từ quỹ hội 5 triệu đồng mua 50 phần quà"
    assert said(text) == [("5 triệu đồng", "gift.given"), ("50 phần", "gift.given")]
