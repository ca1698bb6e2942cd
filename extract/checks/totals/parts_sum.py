"""Parts against their whole: "71 suất học bổng, gồm 48 suất khuyến học và 23 suất khuyến tài".

A list may name only some of the parts, so parts that fall short of the whole leave the check open; parts that exceed it
by a slip of the pen do not agree. Those that exceed it by more overlap, or stand behind a bracket that takes it apart:
"tư vấn 10.884 vụ (trong đó miễn phí 7.971 vụ); phối hợp tư vấn 6.894 vụ".
"""

from __future__ import annotations

from itertools import accumulate, islice
from typing import TYPE_CHECKING

from extract.checks.interval import of, total
from extract.checks.relation import Verdict
from extract.checks.slips import one_is_slipped
from extract.checks.totals.sum_row import sum_row
from extract.facts.doings import Doing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.checks.totals.overlaps import Groupings
    from extract.facts.page_facts import Drawn
    from extract.model import Check


def parts_sum(drawn: Drawn, groupings: Groupings) -> Iterator[Check]:
    """One check for every counted doing with two parts or more in the same unit."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    parts: dict[Doing, list[Doing]] = {}
    for doing in drawn.ties.doings:
        if isinstance(doing.whole, Doing):
            parts.setdefault(doing.whole, []).append(doing)
    for whole, members in parts.items():
        index = whole.counted
        indices = [member.counted for member in members]
        known = [quantities[i] for i in indices if i is not None]
        if index is None or len(known) < 2 or len(known) < len(members):  # noqa: PLR2004 - a sum has two terms
            continue
        count = quantities[index]
        if {quantity.unit for quantity in known} != {count.unit}:
            continue
        left, right = total(map(of, known)), of(count)
        values = [one.value for one in known]
        exceeds = right.high is not None and left.low > right.high
        overlap = groupings.overlap(known, reading) or _holds_another(values) or _hold_more(values, count.value)
        if exceeds and (overlap or not one_is_slipped(values, count.value)):
            continue  # the list inside is for ``listings``
        verdict = None
        if left.high is not None and left.high < right.low:
            verdict = Verdict("unchecked", "list_not_complete")
        yield sum_row(known, count, reading, verdict=verdict)


def _hold_more(values: Sequence[float], whole: float) -> bool:
    """Whether the first parts make the whole, so that those behind are of another list."""
    return whole in islice(accumulate(values), 1, None)


def _holds_another(values: Sequence[float]) -> bool:
    """Whether one of some parts is made up by those behind it: "90 đơn, gồm 60 đơn với 45 khiếu nại, 15 tố cáo"."""
    for at, value in enumerate(values):
        sums = accumulate(values[at + 1 :])
        if len(values) > at + 2 and value in islice(sums, 1, None):  # a sum has two terms
            return True
    return False
