"""A fraction with the percentage by which its first figure passes its second, or misses it: "32/25 ha, tăng 28%".

Such a change may as well be against another year, so one that the fraction does not come to says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.interval import Interval, of
from extract.checks.percent_of import printed_percent
from extract.checks.relation import Side, relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.checks.percent_of import ShareVocabulary
    from extract.facts.page_facts import Drawn
    from extract.model import Check

KIND = "plan_ratio"
_FULL = 100.0
_REACH = 60
_BETWEEN = 1
"""So many figures may stand between a fraction and what is said to be against the plan: "18/15 ha, thu 36 tấn, ..."."""


def fraction_changes(drawn: Drawn, vocabulary: ShareVocabulary) -> Iterator[Check]:
    """One check for every percentage of change that the fraction before it comes to."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for at, percent in enumerate(quantities):
        if percent.kind != "percent" or percent.value_max is not None or percent.comparator != "eq":
            continue
        told = None if at == 0 else vocabulary.direction(reading.folded, percent.start, quantities[at - 1].end)
        if told is None or vocabulary.compared.match(reading.folded, percent.end + 1):
            continue
        planned = vocabulary.of_plan.match(reading.folded, percent.end) is not None
        for back in range(at - 1, max(0, at - 2 - _BETWEEN * planned), -1):
            part, whole = quantities[back - 1], quantities[back]
            near = percent.start - whole.end <= _REACH and part.start >= reading.structure.sentence(percent.start).start
            if whole.role not in ("whole", "plan") or not near or whole.value <= 0 or whole.kind == "percent":
                continue
            share, sign = of(part).percent_of(of(whole)), 1 if told == "more" else -1
            change = sorted(sign * (end - _FULL) for end in (share.low, share.high or share.low))
            printed = printed_percent(percent, reading.folded)
            if Interval(*change).meets(printed):
                yield relation(
                    reading.page.page_id,
                    KIND,
                    Side(reading.quote(part.start, whole.end), Interval(*change)),
                    Side(reading.quote(percent.start, percent.end), printed),
                    (part.start, percent.end),
                )
                break
