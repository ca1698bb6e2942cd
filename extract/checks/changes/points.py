"""A change of a percentage in points: "giảm từ 28,9% xuống còn 15,97% (giảm 12,93%)".

Such a change may as well be a share of what was before, so one that is no difference says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.comparable import is_single, is_told_to_the_end
from extract.checks.interval import Interval, of
from extract.checks.printed import last_unit
from extract.checks.relation import Side, relation, side_of
from extract.codes import PERCENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.checks.relation_words import RelationWords
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

KIND = "difference"
_REACH = 60


def point_changes(drawn: Drawn, vocabulary: RelationWords) -> Iterator[Check]:
    """One check for every change that is the difference of two percentages beside it in its sentence."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for at, change in enumerate(quantities):
        if change.kind not in PERCENTS or not is_single(change):
            continue
        direction = vocabulary.direction(reading.folded, change.start)
        if direction is None:
            continue
        for before, after in _pairs(at, reading):
            more, less = (before, after) if direction == "less" else (after, before)
            unit = max(last_unit(reading.folded, one) for one in (before, after, change))
            told = Interval(more.value - less.value - unit / 2, more.value - less.value + unit / 2)
            if more.value > less.value and told.meets(of(change)):
                yield relation(
                    reading.page.page_id,
                    KIND,
                    Side(f"{reading.quote(more.start, more.end)} − {reading.quote(less.start, less.end)}", told),
                    side_of(change, reading),
                    (min(before.start, after.start, change.start), max(before.end, after.end, change.end)),
                )
                break


def _pairs(at: int, reading: Reading) -> Iterator[tuple[Quantity, Quantity]]:
    """Before and after: the two percentages before a change, or the one before and the one behind it."""
    quantities = reading.lexed.quantities
    change, sentence = quantities[at], reading.structure.sentence(quantities[at].start)
    beside = [
        one
        for one in quantities[max(0, at - 2) : at + 2]
        if one.kind == "percent"
        and (is_single(one) or is_told_to_the_end(one))
        and sentence.start <= one.start < sentence.end
        and one is not change
    ]
    earlier = [one for one in beside if one.start < change.start]
    later = [one for one in beside if 0 < one.start - change.end <= _REACH]
    if not earlier or change.start - earlier[-1].end > _REACH:
        return
    if len(earlier) > 1:
        yield earlier[-2], earlier[-1]
    for before in later:
        yield before, earlier[-1]
