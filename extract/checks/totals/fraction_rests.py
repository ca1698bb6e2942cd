"""A fraction and the figures right behind it that are all the rest: "39/47 phiếu tín nhiệm cao, 7 phiếu, 1 phiếu".

No word says that they are, so they must come to the whole exactly, one alone to a large one, and several have its unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.comparable import alike, is_single
from extract.checks.relation import Relation
from extract.checks.totals.sum_row import sum_row
from extract.codes import COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

_SURE, _LEAST = 100, 10
"""A whole of one rest must be so large ("17/29 đơn thuộc thẩm quyền, chuyển 12 đơn" is none), of several so large."""
_MOST = 3
_REACH = 60


def fraction_rests(drawn: Drawn, told: Iterable[Check]) -> Iterator[Check]:
    """One check for every fraction whose whole its part and the next figures make up; none that sums ``told`` tell."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    taken = {part for check in told if isinstance(check, Relation) for part in check.parts}
    rated = {index for item in drawn.rated for index in item.quantities}
    for at, whole in enumerate(quantities):
        if at - 1 in rated:
            continue  # levels have a sum of their own
        if at == 0 or whole.role != "whole" or whole.kind not in COUNTS or whole.value < _LEAST:
            continue
        part = quantities[at - 1]
        rests = _rests(at, reading)
        for size in range(1, len(rests) + 1):
            members = (part, *rests[:size])
            same = all(rest.unit == whole.unit is not None for rest in rests[:size])
            sure = whole.value >= _SURE if size == 1 else same
            if sum(one.value for one in members) == whole.value and sure and not taken & {one.start for one in members}:
                yield sum_row(members, whole, reading)
                break


def _rests(at: int, reading: Reading) -> list[Quantity]:
    """The counts right behind a fraction in its sentence, percentages between."""
    quantities = reading.lexed.quantities
    whole = quantities[at]
    end = reading.structure.sentence(whole.start).end
    rests: list[Quantity] = []
    last = whole.end
    for one in quantities[at + 1 : at + 1 + 2 * _MOST]:
        if one.start >= end or one.start - last > _REACH or len(rests) == _MOST:
            break
        last = one.end
        if one.kind == "percent":
            continue
        if one.kind not in COUNTS or not is_single(one) or one.value <= 0 or not alike(one, whole):
            break
        rests.append(one)
    return rests
