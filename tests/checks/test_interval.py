"""Interval arithmetic of checks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.checks.interval import Interval, compare, total

BOUNDS = st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)).map(sorted)
INTERVALS = BOUNDS.map(lambda bounds: Interval(bounds[0], bounds[1]))
OPEN = st.integers(0, 10**9).map(lambda low: Interval(low, None))


@given(INTERVALS | OPEN, INTERVALS | OPEN)
def test_meeting_is_mutual(one: Interval, other: Interval) -> None:
    assert one.meets(other) == other.meets(one)


@given(INTERVALS, INTERVALS, st.floats(0, 1), st.floats(0, 1))
def test_products_and_sums_hold_what_their_terms_may_be(one: Interval, other: Interval, a: float, b: float) -> None:
    assert one.high is not None
    assert other.high is not None
    x = one.low + a * (one.high - one.low)
    y = other.low + b * (other.high - other.low)
    slack = 1e-6 * max(1.0, x * y)
    for value, interval in ((x * y, one.times(other)), (x + y, total([one, other]))):
        assert interval.high is not None
        assert interval.low - slack <= value <= interval.high + slack


def test_an_open_side_is_never_said_to_agree() -> None:
    assert compare(Interval(5, None), Interval(7, 7)) == ("unchecked", "open_interval")
    assert compare(Interval(8, None), Interval(7, 7)) == ("disagrees", None)


def test_a_percentage_may_be_cut_or_rounded() -> None:
    printed = Interval(6.305, 6.315).one_unit_wider(0.01)
    assert compare(Interval(52, 52).percent_of(Interval(823, 823)), printed) == ("agrees", None)  # 6,3183 cut to 6,31
    assert compare(Interval(53, 53).percent_of(Interval(823, 823)), printed) == ("disagrees", None)
