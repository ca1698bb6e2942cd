"""Prices told before the things they are for.

Listed by label: "Mức trao: cấp 1: 1 triệu đồng/suất, cấp 2: 2 triệu đồng/suất. Trao 68 suất, gồm cấp 1: 31 suất, cấp 2:
37 suất"; or in the sentence before: "Mỗi suất học bổng trị giá 2 triệu đồng. Đợt này có 50 em được nhận học bổng".
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.facts.doings import Doing, names_one, units_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.amounts import Amount
    from extract.facts.ties.things import Things

_REACH = 1500
"""So many characters before a thing the list may stand."""


def tie_price_lists(doings: Sequence[Doing], amounts: Sequence[Amount], things: Things) -> None:
    """Give parts without a price that of their label, from the prices before them that are for nothing else yet."""
    taken = _tied(doings)
    prices = [one for one in amounts if one.scope == "each" and one.labels and one.quantity not in taken]
    starts = [one.start for one in prices]
    for doing in doings if prices else ():
        if doing.eaches or not isinstance(doing.whole, Doing):
            continue
        near = prices[bisect_left(starts, doing.start - _REACH) : bisect_left(starts, doing.start)]
        labels, units = things.labels(doing), units_of(doing, things.reading.lexed.quantities)
        for price in reversed(near):
            if price.labels == labels and (price.of is None or names_one(price.of, units)):
                doing.tie(doing.eaches, price.quantity, "price_by_label")
                break


def tie_prices_ahead(doings: Sequence[Doing], amounts: Sequence[Amount], things: Things) -> None:
    """Give the first thing of a sentence without prices the one of the sentence before that names it.

    By its unit, by what it is, or as the award that people get.
    """
    taken = _tied(doings)
    starts, structure = [doing.start for doing in doings], things.reading.structure
    for price in amounts:
        sentence = structure.sentence(price.start)
        beside = things.reading.quantities_in(sentence.start, sentence.end)
        if price.scope != "each" or price.quantity in taken or (price.labels and len(beside) > 1):
            continue
        if taken.intersection(beside):
            continue  # "học sinh cấp 1 nhận 1 triệu đồng, suất học bổng 1,2 triệu đồng dành cho cấp 2": one of a list
        end = sentence.end
        found = doings[bisect_left(starts, end) : bisect_left(starts, structure.sentence(end).end)]
        own = bisect_left(starts, end) > bisect_left(starts, sentence.start)
        if own or not found or any(doing.eaches for doing in found):
            continue
        first = found[0]
        counted = names_one(price.of, units_of(first, things.reading.lexed.quantities))
        if counted or things.named([first], price) or things.is_award_of(price, first):
            first.tie(first.eaches, price.quantity, "price_ahead")


def _tied(doings: Sequence[Doing]) -> set[int]:
    """The amounts that things have already."""
    return {index for doing in doings for index in (*doing.eaches, *doing.totals, *doing.others)}
