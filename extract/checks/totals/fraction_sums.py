"""Fractions that make up one told before or behind them: "67/69 trường", then "23/23", "22/22" and "22/24 trường".

No word need open such a list: both the upper and the lower numbers must add up. Where they are results and plans in
a sum that is told, the plans are one, too.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import isclose
from typing import TYPE_CHECKING, NamedTuple

from extract.checks.relation import Relation
from extract.checks.totals.sum_row import sum_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.facts.page_facts import Drawn
    from extract.model import Check, Quantity

_MOST = 12
"""So many fractions before or behind one are looked at."""
_LEAST = 2
_PARTED = frozenset({"whole", "plan"})


class _Fraction(NamedTuple):
    part: Quantity
    whole: Quantity


def fraction_sums(drawn: Drawn, told: Iterable[Check]) -> Iterator[Check]:
    """One check for every fraction that those next to it make up; none for those of sums ``told``."""
    reading = drawn.reading
    fractions = [
        _Fraction(part, whole)
        for part, whole in pairwise(reading.lexed.quantities)
        if whole.role in _PARTED and part.role == "value" and part.value > 0 and part.comparator == "eq"
    ]
    if len(fractions) <= _LEAST:
        return
    taken = {check.whole for check in told if isinstance(check, Relation) and check.outcome == "agrees"}
    for at, total in enumerate(fractions):
        if total.part.start in taken:
            continue
        behind, before = fractions[at + 1 : at + 1 + _MOST], fractions[max(0, at - _MOST) : at][::-1]
        parts = _parts(total, behind) or _parts(total, before)[::-1]
        if parts:
            yield sum_row([one.part for one in parts], total.part, reading)


def plans_of_sums(drawn: Drawn, told: Iterable[Check]) -> Iterator[Check]:
    """One check for the plans beside the figures of every sum that holds, if they come to the plan of its whole.

    "được 820/500 triệu đồng (cấp tỉnh 310/200 triệu đồng, cấp huyện 510/300 triệu đồng)".
    """
    reading = drawn.reading
    plans = {part.start: whole for part, whole in pairwise(reading.lexed.quantities) if whole.role == "plan"}
    for check in told if len(plans) > _LEAST else ():
        if not isinstance(check, Relation) or check.outcome != "agrees" or check.whole not in plans:
            continue
        parts = [plans[start] for start in check.parts if start in plans]
        whole = plans[check.whole]
        alike = len(parts) == len(check.parts) >= _LEAST and {part.unit for part in parts} == {whole.unit}
        if alike and isclose(sum(part.value for part in parts), whole.value):
            yield replace(sum_row(parts, whole, reading), parts=(), whole=None)


def _parts(total: _Fraction, beside: Sequence[_Fraction]) -> list[_Fraction]:
    """The nearest fractions that come to one, up to it; none if they do not."""
    left, whole = total.part.value, total.whole.value
    for size, one in enumerate(beside, start=1):
        left -= one.part.value
        whole -= one.whole.value
        if left < 0 or whole < 0:
            break
        if size >= _LEAST and left == whole == 0:
            return list(beside[:size])
    return []
