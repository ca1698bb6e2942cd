"""Exact bounds: each end is where a sample as extreme as the one seen has just the chance that is left to it."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, comb

import pytest

from extract.audit.proportion import most, share


def at_most(errors: int, drawn: int, rate: float) -> float:
    """The chance of so many errors or fewer, worked out with whole numbers."""
    p = Fraction(rate)
    return float(sum((comb(drawn, k) * p**k * (1 - p) ** (drawn - k) for k in range(errors + 1)), Fraction(0)))


@pytest.mark.parametrize(
    ("errors", "drawn"), [(0, 1), (0, 60), (1, 1), (1, 5), (3, 200), (5, 100), (59, 60), (60, 60), (100, 200)]
)
def test_the_bounds_leave_two_and_a_half_percent_on_each_side(errors: int, drawn: int) -> None:
    found = share(errors, drawn)
    assert found.low <= errors / drawn <= found.high
    assert at_most(errors, drawn, found.high) == pytest.approx(0.025 if errors < drawn else 1.0, abs=1e-8)
    assert 1 - at_most(errors - 1, drawn, found.low) == pytest.approx(0.025 if errors else 1.0, abs=1e-8)


@pytest.mark.parametrize(
    ("drawn", "printed"),
    [(65, [4.6, 7.1, 9.4, 11.5]), (100, [3.0, 4.7, 6.2, 7.6]), (125, [2.4, 3.8, 5.0, 6.1])],
)
def test_one_sided_bounds_are_those_of_auditors_tables(drawn: int, printed: list[float]) -> None:
    """For a risk of 5 %, rounded up to a tenth of a percent; a column for each error found."""
    assert [ceil(most(errors, drawn) * 1000) / 10 for errors in range(len(printed))] == printed


def test_what_nobody_can_tell_widens_the_bounds_both_ways() -> None:
    sure, unsure = share(2, 40), share(2, 38, doubtful=2)
    assert unsure.low == sure.low
    assert unsure.high == share(4, 40).high
    assert unsure.estimate == 2 / 38


def test_of_nothing_judged_nothing_is_known() -> None:
    assert share(0, 0) == (0, 0, 0.0, 1.0)
    assert share(0, 0).estimate is None
