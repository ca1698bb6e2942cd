"""Percentages against figures that stand apart from them, and changes between two figures."""

from __future__ import annotations

import pytest

from extract.checks.run import check_page
from extract.pipeline import Knowledge, draw_facts
from extract.snippet import snippet


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.load()


def told(text: str, knowledge: Knowledge) -> list[tuple[str, str]]:
    checks = check_page(draw_facts(snippet(text), knowledge), knowledge.checks)
    return [(check.kind, check.outcome) for check in checks if check.kind != "ratings_sum"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the fraction in brackets behind its percentage, a percentage of another behind it
        (
            "thuế đạt 102% (4,896 tỷ/4,8 tỷ), phí đạt 118% (265 triệu/220 triệu)",
            [("plan_ratio", "agrees"), ("plan_ratio", "disagrees")],
        ),
        # "trên" counts as printed
        ("trồng trên 46,8 ha/50 ha, đạt 93,7% kế hoạch", [("plan_ratio", "agrees")]),
        # the whole right behind, or before
        ("hộ nghèo 246 hộ, chiếm 41% trên tổng số 600 hộ", [("percent_of", "agrees")]),
        ("có 410 hộ nghèo trên tổng số 820 hộ, chiếm 50%", [("percent_of", "agrees")]),
        ("có 410 hộ nghèo trên tổng số 820 hộ, chiếm 45%", [("percent_of", "disagrees")]),
        # another base, a change, a plan: nothing
        ("xã có 600 hộ; hộ nghèo 246 hộ, chiếm 12,5%", []),
        ("xã có 600 hộ; hộ nghèo 246 hộ, giảm 41%", []),
        # rated sets: the other levels vouch for the base
        (
            "Xếp loại 40 tổ hòa giải: tốt 30 tổ (75%), khá 8 tổ (20%), trung bình 2 tổ (9%)",
            [("percent_of", "agrees"), ("percent_of", "agrees"), ("percent_of", "disagrees")],
        ),
        # plan and result in words
        ("Lúa nương kế hoạch giao 250 ha thực hiện được 200 ha, đạt 80% kế hoạch", [("plan_ratio", "agrees")]),
        ("Lúa nương kế hoạch giao 250 ha thực hiện được 200 ha, đạt 83% kế hoạch", [("plan_ratio", "disagrees")]),
        ("vận động được 1,26 tỉ đồng, vượt 5% kế hoạch (kế hoạch 1,2 tỉ đồng)", [("plan_ratio", "agrees")]),
        # the percentage is that of what follows it
        ("36/39 thôn và 100% cơ quan đạt chuẩn văn hóa", []),
        ("5/7 khu dân cư đạt 100% cử tri đi bầu", []),
        ("góp 88 triệu đồng, vượt 17,3% so với mức đề ra (75 triệu đồng)", [("plan_ratio", "agrees")]),
        # changes, in per cent too
        ("xảy ra 7 vụ (giảm 2 vụ, tỷ lệ giảm 22,2%)", [("change_percent", "agrees")]),
        ("từ 420 hộ nghèo xuống còn 360 hộ, giảm 14,3%", [("change_percent", "agrees")]),
        ("từ 420 hộ nghèo xuống còn 360 hộ, giảm 24,3%", []),
        ("Đầu năm có 420 hộ nghèo, cuối năm còn 360 hộ, giảm 60 hộ", [("difference", "agrees")]),
        ("Đầu năm có 420 hộ nghèo, cuối năm còn 360 hộ, giảm 50 hộ", []),
    ],
)
def test_shares(text: str, found: list[tuple[str, str]], knowledge: Knowledge) -> None:
    assert told(text, knowledge) == found
