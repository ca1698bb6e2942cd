"""What a figure may stand for by the way it is printed: an estimate, a number cut off at its last digit, "trên 80%"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.checks.digits import telling_digits
from extract.checks.interval import Interval, of
from extract.codes import COUNTS

if TYPE_CHECKING:
    from extract.model import Quantity

AS_PRINTED = frozenset({"eq", "approx", "approx_below", "gt"})
"""A figure that is told so counts as printed: "trên 121 tỷ đồng, trong đó 48,6 tỷ, 52,3 tỷ và 20,1 tỷ đồng"."""
_LITTLE = (0.05, 0.03, 0.01)
"""By what share of itself a figure of one digit, of two, of more is more or less than it is told: "hơn 4 tỷ", "412"."""
_EXACT = 4
"""An estimate of so many digits is printed to its last place."""


def as_printed(quantity: Quantity) -> Quantity:
    """An estimate counts as it is printed: "ước đạt 412,8 tỷ, trong đó 231,5 tỷ, 108,7 tỷ và 72,6 tỷ".

    "Hơn" and "gần" leave a little: "1.107 ha, trong đó rừng sản xuất 547 ha, phòng hộ 378 ha, đặc dụng hơn 180 ha".
    """
    value = quantity.value
    if quantity.comparator == "eq":
        return quantity
    digits = telling_digits(value)
    little = _LITTLE[min(digits, len(_LITTLE)) - 1]
    high = value * (1 + little) if quantity.comparator == "gt" else value
    low = value * (1 - little) if quantity.comparator == "approx_below" else value
    if quantity.comparator == "approx" and digits >= _EXACT and quantity.kind not in COUNTS:
        half = (
            last_place(f"{value:.6f}") / 2
        )  # "ước đạt 2.967,2 tỷ đồng, trong đó 688,968 tỷ, 1.655 tỷ và 623,2 tỷ đồng"
        low, high = value - half, value + half
    return quantity._replace(low=low, high=high)


def last_place(printed: str) -> float:
    """The worth of the last digit of a number that is no zero.

    >>> last_place("2967.200000"), last_place("415000.000000")
    (0.1, 1000.0)
    """
    before, _, behind = printed.partition(".")
    behind = behind.rstrip("0")
    zeros = len(before) - len(before.rstrip("0"))
    return 10.0 ** -len(behind) if behind else 10.0**zeros


_ROUNDED = 1_000


def as_summed(whole: Quantity) -> Interval:
    """What a total of a table may stand for; large numbers of nothing told are as often rounded, as are their parts.

    "33,278 | 11,951 | 21,328": hectares that were rounded one by one.
    """
    interval = of(whole)
    rounded = whole.kind == "number" and whole.value >= _ROUNDED and interval.low == interval.high
    return interval.one_unit_wider(2.0) if rounded else interval


def as_told(whole: Quantity, parts: Interval) -> Interval:
    """What a total of a table stands for beside its parts: what is printed if they come to it, else what it may be."""
    return of(whole) if parts.meets(of(whole)) else as_summed(whole)


_DECIMALS = regex.compile(r"\d[.,](\d+)")


def last_unit(folded: str, percent: Quantity) -> float:
    """One unit of the last printed digit: 0.01 of "6,31%"."""
    decimals = _DECIMALS.search(folded, percent.start, percent.end)
    return 1.0 if decimals is None else 10.0 ** -len(decimals[1])


_ROUGHLY = 0.05
"""By such a share of itself a percentage may differ from the one that is told as "trên" or "gần" it."""
_ABOVE, _BELOW = frozenset({"gt", "ge"}), frozenset({"approx_below", "lt", "le"})


def printed_percent(percent: Quantity, folded: str) -> Interval:
    """What a percentage may stand for: one unit of its last digit more or less; "trên 80%" is 80 and a little more."""
    unit, value = last_unit(folded, percent), percent.value
    if percent.comparator == "eq":
        return of(percent).one_unit_wider(unit)
    near = max(unit, _ROUGHLY * value)
    low, high = (unit if percent.comparator in some else near for some in (_ABOVE, _BELOW))
    return Interval(value - low, value + high)


def open_percent(percent: Quantity, printed: Interval) -> Interval:
    """``printed`` with an open end where its comparator has one; and one unit off, as sloppy as such words are."""
    low = 0.0 if percent.comparator in _BELOW else printed.low - 1.0
    return Interval(low, None if percent.comparator in _ABOVE else (printed.high or 0) + 1)
