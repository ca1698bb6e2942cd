"""One check a relation, where several kinds of reading have found it."""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from extract.checks.products.count_times_each import KIND as PRODUCT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.codes import Outcome
    from extract.model import Check

_TRUST: dict[Outcome, int] = {"agrees": 0, "disagrees": 1, "unchecked": 2}
_SHARES = ("percent_of", "plan_ratio")
_SUM, _SUMS = "sum", frozenset({"ratings_sum", "parts_sum"})
_MOST_BESIDE = 40
"""So many checks of one total that begin before another ends may be of the same relation."""
_MANY = 6
"""So many terms of a sum tell no sum from another."""
_start = attrgetter("start")


def once(checks: Iterable[Check]) -> list[Check]:
    """One check a relation: two kinds of reading may meet in it, and the one that makes it hold is right.

    Sums are the same if their whole is; percentages, if they end in the same place.
    """
    kept: dict[tuple[object, ...], list[Check]] = {}
    for check in sorted(checks, key=lambda check: _TRUST[check.outcome]):
        told = kept.setdefault(_side(check), [])
        at = bisect_right(told, check.end, key=_start)
        if not any(_same(check, other) for other in told[max(0, at - _MOST_BESIDE) : at]):
            insort(told, check, key=_start)
    return [check for told in kept.values() for check in told]


def _side(check: Check) -> tuple[object, ...]:
    """What two checks of one relation share."""
    if check.kind in _SHARES:
        return check.end, check.right
    return (_SUM, check.right_low) if check.kind in _SUMS else (check.kind, check.right, check.right_low)


def _overlap(one: Check, other: Check) -> bool:
    return one.start < other.end and other.start < one.end


def _same(one: Check, other: Check) -> bool:
    if one.kind in _SHARES and other.kind in _SHARES:
        return one.end == other.end and one.right == other.right
    if {one.kind, other.kind} == _SUMS:  # a table whose rows are levels, its total above them
        equal = (one.left_low, one.right_low) == (other.left_low, other.right_low)
        return equal and _overlap(one, other) and _terms(one) == _terms(other)
    if one.kind != other.kind or one.right != other.right or one.right_low != other.right_low:
        return False
    return (one.left, one.start, one.end) == (other.left, other.start, other.end) or (
        _may_be_misread(one, other) and _overlap(one, other)
    )


def _terms(check: Check) -> int:
    """How many terms a sum has, zeros apart; many are not told apart, because some are left out of what is shown."""
    terms = sum(term.strip("0 ") != "" for term in check.left.split(" + "))
    return min(terms, _MANY)  # a row of levels and their column may both come to 11


def _may_be_misread(one: Check, other: Check) -> bool:
    """Whether one of two checks of a total says little beside the other: that a part of the price misses it."""
    outcomes = {one.outcome, other.outcome}
    return "unchecked" in outcomes or (one.kind == PRODUCT and outcomes == {"agrees", "disagrees"})


def meant_once(checks: Sequence[Check]) -> list[Check]:
    """The same checks; a number and a price that come to one total are not meant to come to another one beside it.

    "500 triệu đồng xây 10 nhà (50 triệu đồng/nhà). Trong đó ... 7 nhà, với tổng số tiền 350 triệu đồng".
    """
    agreeing = [check for check in checks if check.kind == PRODUCT and check.outcome == "agrees"]
    return [
        replace(check, outcome="unchecked", reason="other_base")
        if check.kind == PRODUCT and check.outcome == "disagrees" and any(_of_one_side(check, one) for one in agreeing)
        else check
        for check in checks
    ]


def _of_one_side(one: Check, other: Check) -> bool:
    """Whether two checks have one left side in one place."""
    return one.left == other.left and _overlap(one, other)
