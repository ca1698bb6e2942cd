"""Result and plan against part and whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.facts.plans import PlanVocabulary, settle_fractions
from extract.lex import LexVocabulary, lex
from extract.rulefiles import load
from extract.text import fold

if TYPE_CHECKING:
    from pathlib import Path

FILES = load()
LEX, PLANS = LexVocabulary.load(FILES), PlanVocabulary.load(FILES)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("gieo trồng được 170ha/167ha", "plan"),
        ("Ao nuôi có diện tích 5,5/6ha", "plan"),
        ("thu ngân sách thực hiện 92,4/150 tỷ đồng, đạt 61,6% dự toán", "plan"),
        ("kết nạp 14/12 đảng viên", "plan"),
        ("mới cất 6/8 căn nhà tình nghĩa, đạt 75% chỉ tiêu", "plan"),
        ("giới thiệu việc làm cho 385/400 lao động, đạt 96,25%", "plan"),
        ("bê tông hóa 12/15 km đường thôn", "whole"),
        ("có 12/15 km đường được cứng hóa", "whole"),
        ("hòa giải thành 37/42 vụ việc, đạt 88,1%", "whole"),
        ("phá 11/14 vụ phạm pháp hình sự, tỷ lệ 78,57%", "whole"),
        ("hoàn thành 12/12 chỉ tiêu chủ yếu", "whole"),
        ("2.590/2.974 hộ đạt gia đình văn hóa, đạt 102% kế hoạch", "whole"),
        ("giải quyết đúng hạn 9.846/9.850 hồ sơ", "whole"),
        ("7/7 phường đã hoàn thành 100% chỉ tiêu", "whole"),
        ("8/10 ấp được công nhận; thu ngân sách đạt 80% kế hoạch", "whole"),
    ],
)
def test_second_number(text: str, role: str) -> None:
    settled = settle_fractions(lex(text, LEX), fold(text), PLANS)
    assert settled.quantities[1].role == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("lập mới 60 hợp tác xã, đạt 50% chỉ tiêu quận giao (60/120)", "plan"),
        ("có 60 hợp tác xã, đạt 50% tổng số (60/120)", "whole"),
        ("có 60 hợp tác xã, đạt 40% chỉ tiêu (60/120)", "whole"),
        ("có 60 hợp tác xã, đạt 50% chỉ tiêu; (60/120)", "whole"),
        # a change of the same difference before it: two periods
        ("phát hiện 206 vụ, so với cùng kỳ tăng 93 vụ (206/113 vụ)", "value"),
        ("xảy ra ít hơn 03 vụ = 1,6% (180/183 vụ)", "value"),
        ("kết nạp 30 đảng viên, tăng 5 đảng viên (30/25)", "value"),
        ("giảm 12 hộ nghèo, còn 23 hộ (23/420 hộ)", "whole"),
        ("tăng 4 vụ; phá 8 vụ (8/12 vụ)", "whole"),
        ("trao 5 suất quà (15/20 suất)", "whole"),
    ],
)
def test_fractions_in_a_bracket(text: str, role: str) -> None:
    settled = settle_fractions(lex(text, LEX), fold(text), PLANS)
    assert settled.quantities[-1].role == role


def test_words_are_those_of_rule_files(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(
        "plan_against: [đối chiếu]\nplan_by: [chiếu]\nplan_verbs_on: [hẳn]\nchange_on: [tới]\nplan_measures: [đâu]\n",
        encoding="utf-8",
    )
    plans = PlanVocabulary.load(load((tmp_path,)))
    assert plans.of_plan.match(" đối chiếu chỉ tiêu")
    assert plans.by_plan.match(" hộ chiếu kế hoạch")
    assert plans.makes_new.search("xây hẳn ")
    assert plans.change.search("tăng tới ")
    assert plans.measures.search("đâu khoảng ")
    assert PLANS.change.search("tăng thêm ")
    assert not PLANS.change.search("tăng tới ")
