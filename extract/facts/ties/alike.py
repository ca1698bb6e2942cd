"""Amounts told in the same words of things listed together are all for each, or all for all.

"4 suất đặc biệt trị giá 10 triệu đồng và 98 suất trị giá 7 triệu đồng": 7 triệu đồng can only be that of each of 98, so
10 triệu đồng are that of each of 4, though as a total they would do.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.codes import Scope
    from extract.facts.amounts import Amount
    from extract.facts.doings import Doing
    from extract.facts.reading import Reading

_MOST_APART = 10
"""Prices of things of one list differ by no more than so many times."""


def settle_alike(doings: Sequence[Doing], amounts: Sequence[Amount], scope: dict[int, Scope], reading: Reading) -> None:
    """Make totals amounts for each where the thing beside it in the list has one that is too small for a total."""
    waiting = {amount.quantity: amount for amount in amounts}
    pairs = list(pairwise(doings))
    for one, other in (*pairs, *((later, earlier) for earlier, later in reversed(pairs))):
        price, total = _too_small(one), _own_total(other)
        if price is None or total is None or not _listed(one, other, reading):
            continue
        if _alike(waiting[price], waiting[total], reading):
            other.totals.remove(total)
            other.tie(other.eaches, total, "too_small_for_all")
            scope[total] = "each"


def _too_small(doing: Doing) -> int | None:
    """The amount for each that was told as a total."""
    return next((index for index in doing.eaches if doing.reasons[index] == "too_small_for_all"), None)


def _own_total(doing: Doing) -> int | None:
    alone = len(doing.totals) == 1 and not doing.eaches and doing.reasons[doing.totals[0]] == "own_total"
    return doing.totals[0] if alone else None


def _listed(one: Doing, other: Doing, reading: Reading) -> bool:
    """Whether two things of a kind, neither the whole of the other, are counted in one sentence."""
    sentence = reading.structure.sentence
    alike = one.indicator == other.indicator and one.whole is other.whole
    return alike and sentence(one.start) == sentence(other.start)


def _alike(price: Amount, total: Amount, reading: Reading) -> bool:
    values = [reading.lexed.quantities[amount.quantity].value for amount in (price, total)]
    return price.words == total.words and max(values) <= _MOST_APART * min(values)
