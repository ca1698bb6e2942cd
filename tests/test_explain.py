"""What ``baocao explain`` tells a rule author."""

from __future__ import annotations

import pytest

from extract.explain import explain_text, near_misses
from extract.pipeline import Knowledge, draw_facts
from extract.snippet import snippet


def test_numbers_rules_ties_and_leftovers_are_told(knowledge: Knowledge) -> None:
    text = "Ngày 12/5/2023, phường tặng 23 phần học bổng, mỗi phần 500.000 đồng; 7 thứ khác lạ"
    told = explain_text(text, knowledge)
    assert "12/5/2023': no quantity, date 2023-05-12" in told
    assert "'23 phần': count, 23 phần, eq, total, achieved, of 'học bổng'" in told
    assert "scholarship by scholarship.award" in told
    assert "each = '500.000 đồng' (per_unit)" in told
    assert "Nobody took" in told


def test_why_a_figure_is_in_no_sum_is_told_where_status_and_scope_do_not(knowledge: Knowledge) -> None:
    told = explain_text("Năm ngoái xã tặng 15 phần quà; năm nay tặng 30 phần quà, mỗi phần 200.000 đồng.", knowledge)
    assert "'15 phần': count, 15 phần, eq, total, achieved, of 'quà', in no sum (earlier)" in told
    assert told.count("in no sum") == 1


def test_the_cue_that_made_a_figure_planned_is_named(knowledge: Knowledge) -> None:
    told = explain_text("Năm 2026, phường phấn đấu trao 40 suất học bổng.", knowledge)
    assert "planned up to" in told


@pytest.mark.parametrize(
    ("text", "rule", "stopped"),
    [
        ("trao 12 suất đồng phục cho học sinh", "gift.given", "then stands ' đồng phục cho học sinh'"),
        # it matched whole, but for what must stand before it
        ("bậc đại học 80 suất", "scholarship.elided", "(<scholarship> | <to_school>) does not stand before it"),
        # it matched whole, and another took its number
        ("đã xây 3 căn nhà", "house.given", "house.built took 'xây 3 căn nhà'"),
    ],
)
def test_a_near_miss_names_the_phrase_and_what_stopped_it(
    text: str, rule: str, stopped: str, knowledge: Knowledge
) -> None:
    misses = near_misses(draw_facts(snippet(text), knowledge), knowledge)
    assert all(1 < miss.matched <= miss.parts for miss in misses)
    assert [miss.matched / miss.parts for miss in misses] == sorted(
        (miss.matched / miss.parts for miss in misses), reverse=True
    )
    lines = explain_text(text, knowledge).split("\n")
    named = next(number for number, line in enumerate(lines) if f"  {rule}: " in line)
    assert lines[named + 1].endswith(stopped)


def test_a_share_of_a_total_is_not_called_a_total(knowledge: Knowledge) -> None:
    told = explain_text("Hội xây 3 căn nhà, kinh phí 280 triệu đồng, trong đó huyện 80 triệu đồng.", knowledge)
    assert "total = '280 triệu đồng' (own_total)" in told or "total = '280 triệu đồng' (list_total)" in told
    assert "other amount = '80 triệu đồng' (share_of_total)" in told


def test_sums_that_a_text_states_are_shown_and_that_it_has_no_number(knowledge: Knowledge) -> None:
    told = explain_text("tặng 20 phần quà, mỗi phần 300.000 đồng, tổng trị giá 7.000.000 đồng", knowledge)
    assert "20 phần × 300.000 đồng against 7.000.000 đồng: disagrees (count_times_each)" in told
    assert explain_text("không có gì", knowledge).endswith("Numbers\n  none")
