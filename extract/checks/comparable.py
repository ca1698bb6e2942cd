"""Which figures may be set against each other: those told once and exactly, in one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.codes import COUNTS

if TYPE_CHECKING:
    from extract.model import Quantity


def is_single(quantity: Quantity) -> bool:
    """Whether a figure is one result, printed without "khoảng" or "hơn"."""
    return quantity.role == "value" and quantity.comparator == "eq" and quantity.value_max is None


def is_told_to_the_end(quantity: Quantity) -> bool:
    """Whether an estimate has decimals, so that it counts as printed: "ước đạt 14,62%"."""
    return quantity.comparator == "approx" and quantity.role == "value" and quantity.value % 1 != 0


def is_one_percent(quantity: Quantity) -> bool:
    """Whether a figure is a percentage and no range of them."""
    return quantity.kind == "percent" and quantity.value_max is None


def is_exact_percent(quantity: Quantity) -> bool:
    """Whether it is one, printed without "khoảng" or "hơn"."""
    return is_one_percent(quantity) and quantity.comparator == "eq"


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one kind and unit; a bare number ("đoàn viên: 25") goes with any count.

    A longer name of a unit is of it: "5 đảng viên mới" are "3 đảng viên" and more, "nhân khẩu" are "khẩu".
    """
    if one.kind in COUNTS and other.kind in COUNTS:
        first, second = one.unit, other.unit
        if first is None or second is None or first == second:
            return True
        longer, shorter = (first, second) if len(first) > len(second) else (second, first)
        return longer.startswith(f"{shorter} ") or longer.endswith(f" {shorter}")
    return one.kind == other.kind and one.unit == other.unit


def both_counts(one: Quantity, other: Quantity) -> bool:
    """Whether two figures count things, of whatever name: "202 học sinh" are "60 em" and "22 sinh viên" and more."""
    return one.kind in COUNTS and other.kind in COUNTS
