"""What prices and amounts for all stand for in a product.

A price is printed to few digits, yet what is given away has a round one: beside a total in full đồng it counts as it is
printed. An amount that is "hơn 1,3 tỷ đồng" is cut, so it is no more than one unit of its last place larger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.digits import telling_digits
from extract.checks.interval import Interval, of
from extract.checks.printed import as_printed, last_place
from extract.checks.slips import one_digit_off

if TYPE_CHECKING:
    from extract.model import Quantity

_ROUND = 50_000
_DIGITS = 2
_MOST = 0.34
"""A unit of the last place that is more of an amount says nothing: "hơn 1 tỷ đồng"."""


def amount_for_all(amount: Quantity) -> Interval:
    """What an amount stands for beside a product.

    "hơn 185 triệu đồng" are 185 to 186, "gần 10 triệu đồng" a little less than 10.
    """
    if amount.comparator != "gt" or amount.value_max is not None:
        return of(amount)
    unit = last_place(f"{amount.value:.6f}")
    if unit > _MOST * amount.value:
        return of(as_printed(amount))
    return Interval(amount.value, amount.value + unit)


def is_round(price: Quantity) -> bool:
    """Whether a price is one that is set, not reckoned: "1,5 triệu đồng", "350.000 đồng"."""
    round_one = price.value % _ROUND == 0 and telling_digits(price.value) <= _DIGITS
    return price.comparator == "eq" and price.value_max is None and round_one


def misses(product: float, amount: Quantity) -> bool:
    """Whether a product of round prices is one digit off an amount in full đồng: "709.500.000 đồng" for 709.000.000."""
    in_full = amount.comparator == "eq" and amount.low == amount.high and telling_digits(amount.value) > _DIGITS
    return in_full and product != amount.value and one_digit_off(product, amount.value)
