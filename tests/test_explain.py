"""What ``baocao explain`` tells a rule author."""

from __future__ import annotations

import pytest

from extract.explain import explain_text, near_misses
from extract.pipeline import Knowledge, draw_facts
from extract.snippet import snippet


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.load()


def test_numbers_rules_ties_and_leftovers_are_told(knowledge: Knowledge) -> None:
    text = "Ngày 12/5/2023, phường tặng 23 phần học bổng, mỗi phần 500.000 đồng; 7 thứ khác lạ"
    told = explain_text(text, knowledge)
    assert "12/5/2023': no quantity, date 2023-05-12" in told
    assert "'23 phần': count, 23 phần, eq, total, achieved, of 'học bổng'" in told
    assert "scholarship by scholarship.award" in told
    assert "each = '500.000 đồng' (per_unit)" in told
    assert "Nobody took" in told


def test_the_cue_that_made_a_figure_planned_is_named(knowledge: Knowledge) -> None:
    told = explain_text("Năm 2026, phường phấn đấu trao 40 suất học bổng.", knowledge)
    assert "planned up to" in told


def test_a_near_miss_names_the_phrase_and_what_stopped_it(knowledge: Knowledge) -> None:
    drawn = draw_facts(snippet("trao 12 suất đồng phục cho học sinh"), knowledge)
    misses = near_misses(drawn, knowledge)
    assert misses
    assert all(0 < miss.matched < miss.parts for miss in misses)
    told = explain_text("trao 12 suất đồng phục cho học sinh", knowledge)
    assert "Came close" in told
    assert "then stands" in told
