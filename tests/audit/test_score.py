"""What verdicts say of the whole: projections worked out by hand, and bounds that hold where the truth is known."""

from __future__ import annotations

import random

import pytest

from extract.audit.proportion import most, share
from extract.audit.sample import DrawnFigure, DrawnPage, Sample, Stratum, by_dong
from extract.audit.score import FigureVerdict, PageVerdict, score
from extract.audit.telling import score_lines

RIGHT, UNCLEAR = FigureVerdict(is_right=True), FigureVerdict(is_right=None)


def wrong(true_value: float | None) -> FigureVerdict:
    return FigureVerdict(is_right=False, true_value=true_value)


def figure(name: str, value: int, draw: str, rule: str = "gift.given") -> DrawnFigure:
    flags = {"is_whole": draw == "whole", "by_dong": draw == "dong", "by_figure": draw == "figure"}
    return DrawnFigure(name, "p", f"{value} đồng", value, "đồng", "gift.given", rule, **flags)


def sample_of(*figures: DrawnFigure, total: int = 2_000, interval: int = 100, pages: int = 0, read: int = 0) -> Sample:
    rules = sorted({figure.rule_id or "" for figure in figures})
    strata = tuple(Stratum("gift.given", rule, 50) for rule in rules)
    drawn = tuple(DrawnPage(f"p{i}", 10) for i in range(read))
    return Sample(1, total, interval, pages, strata, figures, drawn)


def test_an_error_in_a_drawn_amount_stands_for_its_share_of_the_interval() -> None:
    sample = sample_of(figure("w", 1_000, "whole"), *(figure(f"d{i}", 50, "dong") for i in range(10)))
    verdicts = {f.figure_id: RIGHT for f in sample.drawn_figures} | {"w": wrong(900), "d1": wrong(25), "d2": wrong(60)}
    money = score(sample, verdicts, {}).money
    assert money.overstated_vnd == 100 + 50  # 1.000 - 900; half of one interval of 100
    assert money.understated_vnd == 20  # (60 - 50) / 50 of one interval
    assert (money.whole.errors, money.drawn.errors, money.drawn.judged) == (1, 2, 10)
    steps = [most(errors, 10) for errors in range(2)]
    bound = steps[0] + (steps[1] - steps[0]) * 0.5
    assert money.overstated_most_vnd == round(100 + 1_000 * bound)
    exact = share(2, 10)
    assert money.wrong_low == pytest.approx((1_000 + 1_000 * exact.low) / 2_000)
    assert money.wrong_high == pytest.approx((1_000 + 1_000 * exact.high) / 2_000)


def test_what_was_not_judged_counts_as_wrong_in_upper_bounds_alone() -> None:
    sample = sample_of(*(figure(f"d{i}", 50, "dong") for i in range(20)), total=2_000)
    verdicts = {f.figure_id: RIGHT for f in sample.drawn_figures[2:]} | {"d0": UNCLEAR}
    money = score(sample, verdicts, {}).money
    assert (money.drawn.errors, money.drawn.judged, money.drawn.low) == (0, 18, 0.0)
    assert money.drawn.high == share(2, 20).high
    assert money.overstated_vnd == 0
    assert money.overstated_most_vnd == pytest.approx(2_000 * most(2, 20), abs=1)


def test_a_wrong_figure_without_a_true_value_is_wrong_altogether() -> None:
    sample = sample_of(figure("d", 50, "dong"), total=100)
    assert score(sample, {"d": wrong(None)}, {}).money.overstated_vnd == 100


def test_rules_are_told_by_their_own_figures_the_most_doubtful_first() -> None:
    figures = [figure(f"{rule}{i}", 1, "figure", rule) for rule in ("a", "b", "c") for i in range(4)]
    verdicts = {f.figure_id: RIGHT for f in figures if f.rule_id != "c"} | {"b1": wrong(0)}
    found = score(sample_of(*figures), verdicts, {})
    assert [(rule.rule_id, rule.wrong.errors, rule.wrong.judged) for rule in found.rules] == [("b", 1, 4), ("a", 0, 4)]
    assert found.rules[0].wrong == share(1, 4)
    assert (found.figures.errors, found.figures.judged) == (1, 8)


def test_misses_of_pages_read_stand_for_all_pages() -> None:
    sample = sample_of(pages=1_000, read=20)
    read = {f"p{i}": PageVerdict(0) for i in range(19)} | {"p3": PageVerdict(4, 6_000_000)}
    pages = score(sample, {}, read).pages
    assert pages.with_misses == share(1, 19, doubtful=1)
    assert (pages.found, pages.missed, pages.recall) == (190, 4, 190 / 194)
    assert pages.missed_vnd == round(1_000 * 6_000_000 / 19)


def test_an_empty_sample_says_nothing() -> None:
    found = score(sample_of(total=0, interval=0), {}, {})
    assert found.money.overstated_most_vnd == 0
    assert found.pages.recall is None
    assert found.rules == ()


def test_bounds_hold_as_often_as_they_say() -> None:
    """A population of which a tenth of the amounts is wrong by a half or whole, drawn 100 times."""
    chance = random.Random(11)  # noqa: S311 - figures for a test
    amounts = [chance.randrange(1, 5_000) ** 2 for _ in range(2_000)]
    true = [vnd if chance.random() > 0.1 else vnd // 2 if chance.random() > 0.5 else 0 for vnd in amounts]
    error = sum(vnd - value for vnd, value in zip(amounts, true, strict=True))
    held, projected = 0, []
    for seed in range(100):
        interval, whole, hit = by_dong(amounts, 60, random.Random(seed))  # noqa: S311
        figures = [figure(str(i), amounts[i], "whole" if i in whole else "dong") for i in (*whole, *hit)]
        verdicts = {
            f.figure_id: RIGHT if true[int(f.figure_id)] == f.value else wrong(true[int(f.figure_id)]) for f in figures
        }
        money = score(sample_of(*figures, total=sum(amounts), interval=interval), verdicts, {}).money
        projected.append(money.overstated_vnd)
        held += money.overstated_most_vnd >= error
    assert held >= 95
    assert sum(projected) / len(projected) == pytest.approx(error, rel=0.1)


def test_the_lines_name_what_is_bounded_and_how() -> None:
    sample = sample_of(figure("d", 50, "dong"), figure("f", 50, "figure"), pages=10, read=2)
    found = score(sample, {"d": wrong(25), "f": RIGHT}, {"p0": PageVerdict(1), "p1": PageVerdict(0)})
    lines = "\n".join(score_lines(found))
    assert "overstated by 50 đồng (projected)" in lines
    assert "Stringer" in lines
    assert "gift.given, gift.given: 1 of 1 right; precision 2.5 % to 100.0 %" in lines
    assert "something missed on 1 of " in lines
    assert "20 figures found and 1 missed on them: recall about 95.2 %" in lines
