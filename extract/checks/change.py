"""Before, after and the change between: "có 412 hộ nghèo; cuối năm còn 357 hộ, giảm 55 hộ"; "33/31,5 ha, vượt 1,5 ha".

What a change is against is seldom said, so one that fits no earlier figure says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.interval import Interval, of
from extract.checks.relation import Side, relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.checks.percent_of import ShareVocabulary
    from extract.facts.read import Drawn
    from extract.model import Check, Quantity

KIND = "difference"
_REACH = 60
_WORD = 12
_BEFORE = 8


def changes(drawn: Drawn, vocabulary: ShareVocabulary) -> Iterator[Check]:
    """One check for every change that is the difference of the figure before it and an earlier one."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for index, change in enumerate(quantities):
        at = index - 1
        while at > 0 and quantities[at].kind == "percent":
            at -= 1  # "còn 357 hộ, chiếm 40,29%, giảm 55 hộ"
        after = quantities[at]
        if at < 0 or not _same(after, change) or change.start - after.end > _REACH or change.role != "value":
            continue
        head = reading.folded[max(quantities[index - 1].end, change.start - _WORD) : change.start]
        word = vocabulary.change.search(head)
        if word is None:
            continue
        block = reading.structure.block(change.start)
        if after.role in ("whole", "plan") and at:
            earlier, after_ = [after], quantities[at - 1]
        else:
            earlier = [q for q in reversed(quantities[max(0, at - _BEFORE) : at]) if q.start >= block.start]
            after_ = after
        for before in earlier:
            more, less = (after_, before) if after_.value > before.value else (before, after_)
            if not _same(before, change) or before.value == after_.value or change.value >= more.value:
                continue
            if (after_.value > before.value) == (word["less"] is not None):
                continue
            left = Interval(more.low - (less.high or less.value), (more.high or more.value) - less.low)
            if left.meets(of(change)):
                yield relation(
                    reading.page.page_id,
                    KIND,
                    Side(f"{reading.quote(more.start, more.end)} − {reading.quote(less.start, less.end)}", left),
                    Side(reading.quote(change.start, change.end), of(change)),
                    (min(before.start, after_.start), change.end),
                )
                break


def _same(one: Quantity, other: Quantity) -> bool:
    counts = {"count", "number"}
    kinds = one.kind == other.kind or {one.kind, other.kind} <= counts
    exact = one.comparator == other.comparator == "eq"
    return kinds and one.unit == other.unit and one.kind != "percent" and exact
