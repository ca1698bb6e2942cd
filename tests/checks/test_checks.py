"""Relations that a text states, and what must not be taken for one."""

from __future__ import annotations

import pytest

from extract.checks.page_checks import check_page
from extract.pipeline import Knowledge, draw_facts
from extract.snippet import snippet


def outcomes(text: str, knowledge: Knowledge) -> list[tuple[str, str]]:
    checks = check_page(draw_facts(snippet(text), knowledge), knowledge.checks)
    return [(check.kind, check.outcome) for check in checks]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # count × price = total
        ("tặng 12 suất học bổng, mỗi suất 500.000 đồng, tổng trị giá 6 triệu đồng", [("count_times_each", "agrees")]),
        (
            "tặng 12 suất học bổng, mỗi suất 500.000 đồng, tổng trị giá 5 triệu đồng",
            [("count_times_each", "disagrees")],
        ),
        # part of a whole, result of a plan
        ("Hộ nghèo có 52/823 hộ, chiếm 6,31%", [("percent_of", "agrees")]),
        ("Hộ nghèo có 62/823 hộ, chiếm 6,31%", [("percent_of", "disagrees")]),
        ("thu ngân sách được 991.380.800đ/900.000.000đ, đạt 110,15% kế hoạch", [("plan_ratio", "agrees")]),
        ("thu ngân sách được 981.380.800đ/900.000.000đ, đạt 110,15% kế hoạch", [("plan_ratio", "disagrees")]),
        # another base, a change: no relation
        ("Hộ nghèo có 52/823 hộ, giảm 1,5% so với năm trước", []),
        ("Có 8/10 thôn; tỷ lệ hộ nghèo 2,5%", []),
        # parts
        (
            "phát 71 suất học bổng, gồm 48 suất học bổng khuyến học và 23 suất học bổng khuyến tài",
            [("parts_sum", "agrees")],
        ),
        (
            "phát 71 suất học bổng, gồm 48 suất học bổng khuyến học và 20 suất học bổng khuyến tài",
            [("parts_sum", "unchecked")],
        ),
    ],
)
def test_relations(text: str, found: list[tuple[str, str]], knowledge: Knowledge) -> None:
    assert outcomes(text, knowledge) == found
