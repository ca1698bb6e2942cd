"""A fraction with the percentage by which its first figure passes its second, or misses it: "32/25 ha, tăng 28%".

Such a change may as well be against another year, so one that the fraction does not come to says nothing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extract.checks.comparable import is_exact_percent
from extract.checks.interval import Interval, of
from extract.checks.printed import printed_percent
from extract.checks.relation import Side, relation, side_of
from extract.checks.shares.fraction_share import in_bracket

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.checks.relation_words import RelationWords
    from extract.facts.page_facts import Drawn
    from extract.model import Check, Quantity

KIND = "plan_ratio"
_FULL = 100.0
_REACH = 60
_BETWEEN = 1
"""So many figures may stand between a fraction and what is said to be against the plan: "18/15 ha, thu 36 tấn, ..."."""


def fraction_changes(drawn: Drawn, vocabulary: RelationWords) -> Iterator[Check]:
    """One check for every percentage of change that the fraction before it, or in the bracket behind it, comes to."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for at, percent in enumerate(quantities):
        if not is_exact_percent(percent):
            continue
        told = vocabulary.direction(reading.folded, percent.start, quantities[at - 1].end if at else 0)
        if told is None or vocabulary.compared.match(reading.folded, percent.end + 1):
            continue
        for part, whole in _fractions(at, drawn, vocabulary):
            check = _check(part, whole, percent, 1 if told == "more" else -1, drawn)
            if check is not None:
                yield check
                break


def _fractions(at: int, drawn: Drawn, vocabulary: RelationWords) -> Iterator[tuple[Quantity, Quantity]]:
    """The fractions that may come to the change at this place, the nearest before it first."""
    reading = drawn.reading
    percent, quantities = reading.lexed.quantities[at], reading.lexed.quantities
    planned = vocabulary.of_plan.match(reading.folded, percent.end) is not None
    for back in range(at - 1, max(0, at - 2 - _BETWEEN * planned), -1):
        part, whole = quantities[back - 1], quantities[back]
        near = percent.start - whole.end <= _REACH and part.start >= reading.structure.sentence(percent.start).start
        if near and _is_fraction(part, whole):
            yield part, whole
    for part, whole in pairwise(quantities[at + 1 : at + 3]):  # "giảm 5,83% (3.389/3.599 vụ)"
        if _is_fraction(part, whole) and in_bracket(reading.folded, percent, part, whole):
            yield part, whole


def _is_fraction(part: Quantity, whole: Quantity) -> bool:
    return whole.role in ("whole", "plan") and whole.value > 0 and "percent" not in (part.kind, whole.kind)


def _check(part: Quantity, whole: Quantity, percent: Quantity, sign: int, drawn: Drawn) -> Check | None:
    """The check of a change that a fraction comes to."""
    reading = drawn.reading
    share = of(part).percent_of(of(whole))
    change = sorted(sign * (end - _FULL) for end in (share.low, share.high or share.low))
    printed = printed_percent(percent, reading.folded)
    if not Interval(*change).meets(printed):
        return None
    return relation(
        reading.page.page_id,
        KIND,
        Side(reading.quote(part.start, whole.end), Interval(*change)),
        side_of(percent, reading, printed),
        (min(part.start, percent.start), max(whole.end, percent.end)),
    )
