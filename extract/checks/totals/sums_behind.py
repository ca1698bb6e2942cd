"""Figures that the next behind them sums up though no word says so: "nhận mới 4.131, kỳ trước 2.171, nay là 6.302".

Only neighbours of one unit that make up a number of several digits to the last are such a sum for sure; they may stand
in the paragraphs before: "xuất khẩu 37 tỷ USD", "nhập khẩu 35,32 tỷ USD", "tổng kim ngạch 72,32 tỷ USD".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.comparable import alike
from extract.checks.digits import telling_digits
from extract.checks.relation import Relation
from extract.checks.totals.sum_row import sum_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.checks.terms import Term
    from extract.facts.page_facts import Drawn
    from extract.model import Check

_DIGITS = 4
"""A whole must have so many digits that are no zeros at its end."""
_SIZES = (2, 3)
_WINDOW = 6
_BLOCKS = 3
"""So many paragraphs before its own a figure may sum up."""
_SAME = 1e-9


def sums_behind(drawn: Drawn, all_terms: Sequence[Term], told: Iterable[Check]) -> Iterator[Check]:
    """One check for every figure that two or three of its unit right before it in its sentence make up."""
    reading = drawn.reading
    sums = [check for check in told if isinstance(check, Relation)]
    taken = {check.whole for check in sums if check.whole is not None and min(check.parts) < check.whole}
    parted = {check.parts for check in sums}
    for at, whole in enumerate(all_terms):
        quantity = whole.quantity
        digits = telling_digits(quantity.value)
        if digits < _DIGITS or quantity.start in taken or not _is_exact(whole):
            continue
        since = reading.structure.back(max(whole.start - 1, 0), _BLOCKS)
        near = [
            one
            for one in all_terms[max(0, at - _WINDOW) : at]
            if one.start >= since and one.depth == whole.depth and alike(one.quantity, quantity)
        ]
        for size in _SIZES:
            parts = near[-size:]
            exact = len(parts) == size and all(map(_is_exact, parts))
            added = sum(part.quantity.value for part in parts)
            if tuple(part.start for part in parts) in parted:
                break  # the same total again: "trong tổng số 222.049 con nói trên"
            if exact and abs(added - quantity.value) <= _SAME * quantity.value:
                quantities = [part.quantity for part in parts]
                yield sum_row(quantities, quantity, reading)
                break


def _is_exact(term: Term) -> bool:
    return term.quantity.comparator == "eq" and not (term.is_more or term.is_outcome)
