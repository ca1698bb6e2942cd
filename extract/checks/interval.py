"""Closed intervals: what a printed figure may stand for, and when two sides of a relation can agree."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.codes import Outcome
    from extract.model import Quantity


class Interval(NamedTuple):
    """``low``..``high``, both included; ``high`` ``None`` is open ("hơn 67 triệu đồng")."""

    low: float
    high: float | None

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both.

        >>> Interval(79.5, 80.5).meets(Interval(80, None)), Interval(1, 2).meets(Interval(3, 4))
        (True, False)
        """
        return (other.high is None or self.low <= other.high) and (self.high is None or other.low <= self.high)

    def times(self, other: Interval) -> Interval:
        """Products of two intervals of numbers that are not negative."""
        high = None if self.high is None or other.high is None else self.high * other.high
        return Interval(self.low * other.low, high)

    def percent_of(self, whole: Interval) -> Interval:
        """The percentage of ``whole`` that this is; of nothing it is no number, which meets none.

        >>> Interval(1, 1).percent_of(Interval(0, 0)).meets(Interval(100, None))
        False
        """
        if whole.high == 0:
            return Interval(nan, nan)
        low = 0.0 if whole.high is None else 100 * self.low / whole.high
        high = None if self.high is None or whole.low <= 0 else 100 * self.high / whole.low
        return Interval(low, high)

    def one_unit_wider(self, unit: float) -> Interval:
        """With one unit of the last printed digit on either side: percentages are cut as often as rounded."""
        return Interval(self.low - unit / 2, None if self.high is None else self.high + unit / 2)


def of(quantity: Quantity) -> Interval:
    """What the print and the comparator of a quantity allow; things are counted whole."""
    if quantity.kind == "count" and quantity.comparator == "eq" and quantity.value_max is None:
        whole = quantity.high is not None and quantity.high - quantity.low <= 1
        return Interval(quantity.value, quantity.value) if whole else Interval(quantity.low, quantity.high)
    return Interval(quantity.low, quantity.high)


def exactly(value: float) -> Interval:
    """What is known to the last digit."""
    return Interval(value, value)


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum; open if one of them is.

    >>> total([Interval(1, 2), Interval(3, 3)])
    Interval(low=4, high=5)
    """
    listed = list(intervals)
    highs = [interval.high for interval in listed]
    high = None if None in highs else sum(high for high in highs if high is not None)
    return Interval(sum(interval.low for interval in listed), high)


def compare(left: Interval, right: Interval) -> tuple[Outcome, str | None]:
    """Whether two sides agree, and why they cannot be compared if so.

    >>> compare(Interval(80, 80), Interval(80, 80)), compare(Interval(79, 79), Interval(80, 80))
    (('agrees', None), ('disagrees', None))
    >>> compare(Interval(10, None), Interval(80, 80))
    ('unchecked', 'open_interval')
    """
    if not left.meets(right):
        return "disagrees", None
    if left.high is None or right.high is None:
        return "unchecked", "open_interval"
    return "agrees", None
