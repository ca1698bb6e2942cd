"""A change told twice: "07 vụ, giảm 02 vụ, tỷ lệ giảm 22,2%", "từ 412 hộ xuống 357 hộ, giảm 13,3%".

Against what a percentage is reckoned is seldom said, so one that fits neither says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.interval import Interval, of
from extract.checks.percent_of import last_unit
from extract.checks.relation import Side, relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.checks.percent_of import ShareVocabulary
    from extract.facts.read import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

KIND = "change_percent"
_REACH = 60
_WORD = 30
_FULL = 100.0
_MOST = 1_000.0
"""Percentages beyond are no change that a report would print."""


def change_percents(drawn: Drawn, vocabulary: ShareVocabulary) -> Iterator[Check]:
    """One check for every percentage of change that the two figures before it, or its change, come to."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for at in range(2, len(quantities)):
        percent = quantities[at]
        if percent.kind != "percent" or percent.value_max is not None or not 0 < percent.value < _MOST:
            continue
        head = reading.folded[max(quantities[at - 1].end, percent.start - _WORD) : percent.start]
        word = vocabulary.change.search(head)
        told = None if word is None else "less" if word["less"] is not None else "more"
        first, second = quantities[at - 2], quantities[at - 1]
        if not _pair(first, second, percent, reading):
            continue
        change = _changes(second, first, reading, vocabulary)
        bases = _bases(first, second, told, change)
        printed = of(percent).one_unit_wider(last_unit(reading.folded, percent))
        for amount, base in bases:
            if base.low > 0 and amount.percent_of(base).meets(printed):
                yield relation(
                    reading.page.page_id,
                    KIND,
                    Side(
                        f"{reading.quote(first.start, first.end)}; {reading.quote(second.start, second.end)}", printed
                    ),
                    Side(reading.quote(percent.start, percent.end), printed),
                    (first.start, percent.end),
                )
                break


def _pair(first: Quantity, second: Quantity, percent: Quantity, reading: Reading) -> bool:
    """Whether two figures of one kind and unit stand before a percentage in its sentence."""
    return (
        first.kind == second.kind
        and (first.unit == second.unit or None in (first.unit, second.unit))
        and first.kind not in ("percent", "ratio", "percentage_point")
        and {first.role, second.role} == {"value"}
        and first.comparator == second.comparator == "eq"
        and first.value_max is None is second.value_max
        and min(first.value, second.value) > 0
        and percent.start - second.end <= _REACH
        and first.start >= reading.structure.sentence(percent.start).start
    )


def _changes(second: Quantity, first: Quantity, reading: Reading, vocabulary: ShareVocabulary) -> str | None:
    """Whether the second figure is by how much the first is more or less: "07 vụ (giảm 02 vụ"."""
    head = reading.folded[max(first.end, second.start - _WORD) : second.start]
    word = vocabulary.change.search(head)
    return None if word is None else "less" if word["less"] is not None else "more"


def _bases(
    first: Quantity, second: Quantity, told: str | None, change: str | None
) -> Iterator[tuple[Interval, Interval]]:
    """Changes, each with what it may be reckoned against."""
    if change is not None:
        sign = 1 if change == "less" else -1
        before = first.value + sign * second.value
        yield of(second), Interval(before, before)
    elif told is not None:
        low, high = sorted((first.value, second.value))
        before = high if told == "less" else low
        yield Interval(high - low, high - low), Interval(before, before)
