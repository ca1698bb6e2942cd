"""A change told twice: "07 vụ, giảm 02 vụ, tỷ lệ giảm 22,2%", "từ 412 hộ xuống 357 hộ, giảm 13,3%".

Or the percentage first: "114.334 ha, tăng 0,74%, bằng 837,2 ha". Or apart from what came out: "9 vụ, 8 người chết,
12 người bị thương; so với cùng kỳ giảm 3 vụ (-25%), giảm 2 người chết (-20%)".

Against what a percentage is reckoned is seldom said, so one that fits neither says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.comparable import is_one_percent
from extract.checks.interval import Interval, exactly, of
from extract.checks.printed import AS_PRINTED, last_unit
from extract.checks.relation import Side, relation, side_of
from extract.codes import SHARES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.checks.direction import Direction
    from extract.checks.relation_words import RelationWords
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

KIND = "change_percent"
_REACH = 60
_BETWEEN = 3
"""So many figures before its change a figure may stand: "548 tỷ đồng với 2.045 hộ vay, tăng 25 tỷ đồng (4,8%)"."""
_FAR = 10
_DIGITS = 3
"""So many figures before its change a figure may stand if the percentage has so many digits: "giảm 115 vụ (9,68%)"."""
_MOST = 1_000.0
"""Percentages beyond are no change that a report would print."""


def change_percents(drawn: Drawn, vocabulary: RelationWords) -> Iterator[Check]:
    """One check for every percentage of change that the two figures before it, or its change, come to."""
    yield from _percent_first(drawn, vocabulary)
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for at in range(2, len(quantities)):
        percent = _unsigned(quantities[at])
        if not is_one_percent(percent) or not 0 < percent.value < _MOST:
            continue
        told = vocabulary.direction(reading.folded, percent.start, quantities[at - 1].end)
        second = quantities[at - 1]
        change = vocabulary.direction(reading.folded, second.start, quantities[at - 2].end)  # "07 vụ (giảm 02 vụ"
        printed = of(percent).one_unit_wider(last_unit(reading.folded, percent))
        exact = sum(map(str.isdigit, reading.folded[percent.start : percent.end])) >= _DIGITS
        reach = 1 if change is None else _FAR if exact and second.unit is not None else 1 + _BETWEEN
        for back in range(at - 2, max(-1, at - 2 - reach), -1):
            first = quantities[back]
            if not _pair(first, second, percent, reading, far=reach == _FAR):
                continue
            bases = _bases(first, second, told, change)
            if any(base.low > 0 and amount.percent_of(base).meets(printed) for amount, base in bases):
                both = f"{reading.quote(first.start, first.end)}; {reading.quote(second.start, second.end)}"
                yield relation(
                    reading.page.page_id,
                    KIND,
                    Side(both, printed),
                    side_of(percent, reading, printed),
                    (first.start, percent.end),
                )
                break


def _percent_first(drawn: Drawn, vocabulary: RelationWords) -> Iterator[Check]:
    """One check for every figure with a percentage of change behind it and the change itself, which come to it."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for after, percent, change in zip(quantities, quantities[1:], quantities[2:], strict=False):
        if not is_one_percent(percent) or not 0 < percent.value < _MOST:
            continue
        told = vocabulary.direction(reading.folded, percent.start, after.end)
        near = change.start - percent.end <= _REACH and change.start < reading.structure.sentence(after.start).end
        if told is None or not near or (after.kind, after.unit) != (change.kind, change.unit) or change.unit is None:
            continue
        if after.kind in SHARES or not {after.comparator, change.comparator} <= AS_PRINTED:
            continue
        before = after.value + change.value * (1 if told == "less" else -1)
        printed = of(percent).one_unit_wider(last_unit(reading.folded, percent))
        whole = {after.role, change.role} == {"value"} and after.value_max is None is change.value_max
        if whole and before > 0 and of(change).percent_of(exactly(before)).meets(printed):
            yield relation(
                reading.page.page_id,
                KIND,
                Side(f"{reading.quote(after.start, after.end)}; {reading.quote(change.start, change.end)}", printed),
                side_of(percent, reading, printed),
                (after.start, change.end),
            )


def _unsigned(percent: Quantity) -> Quantity:
    """The percentage of "giảm 3 vụ (-25%)" without the sign that says "giảm" again."""
    if percent.value >= 0 or percent.high is None:
        return percent
    return percent._replace(value=-percent.value, low=-percent.high, high=-percent.low)


def _pair(first: Quantity, second: Quantity, percent: Quantity, reading: Reading, *, far: bool) -> bool:
    """Whether two figures of one kind and unit stand before a percentage in its sentence, or ``far`` in its block."""
    structure = reading.structure
    start = (structure.block if far else structure.sentence)(percent.start).start
    return (
        first.kind == second.kind
        and (first.unit == second.unit or None in (first.unit, second.unit))
        and first.kind not in SHARES  # "còn dưới 3%, giảm 13,1%": by so many of a hundred
        and {first.role, second.role} == {"value"}
        and first.comparator in AS_PRINTED
        and second.comparator == "eq"
        and first.value_max is None is second.value_max
        and min(first.value, second.value) > 0
        and percent.start - second.end <= _REACH
        and first.start >= start
    )


def _bases(
    first: Quantity, second: Quantity, told: Direction | None, change: Direction | None
) -> Iterator[tuple[Interval, Interval]]:
    """Changes, each with what it may be reckoned against."""
    if change is not None:
        sign = 1 if change == "less" else -1
        before = first.value + sign * second.value
        yield of(second), exactly(before)
    elif told is not None:
        low, high = sorted((first.value, second.value))
        before = high if told == "less" else low
        yield Interval(high - low, high - low), exactly(before)
