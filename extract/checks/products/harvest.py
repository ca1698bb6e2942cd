"""Area, yield and harvest: "120 ha, năng suất 45 tạ/ha, sản lượng 540 tấn".

What was sown may be more than what was reaped, and a yield may be that of some of it, so only a harvest that the two
come to says anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.interval import Interval, of
from extract.checks.relation import Side, relation, side_of
from extract.lex.unit_sizes import TONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.facts.page_facts import Drawn
    from extract.model import Check, Quantity

KIND = "area_times_yield"
_NEAR = 4
"""So many figures before or behind a yield its area and harvest may stand."""
_CLOSE = 0.01
"""A yield printed as "6 tấn/ha" may be a tenth more or less; by no such share a harvest is off that is meant."""


def harvests(drawn: Drawn) -> Iterator[Check]:
    """One check for every yield with an area and a harvest near it in its block that fit."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for at, each in enumerate(quantities):
        factor = TONS.get((each.unit or "").partition("/")[0]) if each.kind == "yield" else None
        if factor is None or not (each.unit or "").endswith("/ha") or not _single(each):
            continue
        block = reading.structure.block(each.start)
        near = [q for q in quantities[max(0, at - _NEAR) : at + 1 + _NEAR] if block.start <= q.start < block.end]
        for area, harvest in _pairs(each, near):
            made = of(area).times(of(each))
            tons = Interval(made.low * factor, None if made.high is None else made.high * factor)
            weight = TONS[harvest.unit or ""]
            printed = Interval(of(harvest).low * weight, None if harvest.high is None else harvest.high * weight)
            told = area.value * each.value * factor
            if tons.meets(printed) and abs(told - harvest.value * weight) <= _CLOSE * told:
                ends = (area, each, harvest)
                yield relation(
                    reading.page.page_id,
                    KIND,
                    Side(f"{reading.quote(area.start, area.end)} × {reading.quote(each.start, each.end)}", tons),
                    side_of(harvest, reading, printed),
                    (min(one.start for one in ends), max(one.end for one in ends)),
                )
                break


def _single(quantity: Quantity) -> bool:
    return quantity.role == "value" and quantity.value_max is None and quantity.high is not None and quantity.value > 0


def _pairs(each: Quantity, near: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """The areas and harvests around a yield, the nearest area first."""
    areas = sorted((q for q in near if q.unit == "ha" and _single(q)), key=lambda q: abs(q.start - each.start))
    harvests_near = [q for q in near if q.kind == "mass" and q.unit in TONS and _single(q)]
    return ((area, harvest) for area in areas for harvest in harvests_near)
