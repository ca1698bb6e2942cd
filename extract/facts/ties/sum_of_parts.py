"""A total that numbers and prices of things come to exactly is theirs, wherever it is told near them.

Behind the last part of a whole it is that of the whole: "42 suất học bổng, trong đó 30 suất cho tiểu học (200 nghìn
đồng/suất), 12 suất cho THCS (300 nghìn đồng/suất), cộng lại 9,6 triệu đồng": 12 times 300.000 are 3,6 triệu.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from extract.facts.doings import Doing
from extract.facts.statements import single_amount

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.amounts import Amount
    from extract.facts.reading import Reading


def settle_sums(doings: Sequence[Doing], amounts: Sequence[Amount], reading: Reading) -> None:
    """Give a whole without a total the one that parts and prices make up: of its last part, or of nothing yet.

    "Nguồn kinh phí đợt này là 5 triệu đồng. / Trao 7 suất học bổng; trong đó 4 suất, mỗi suất 500.000 đồng và 3 suất,
    mỗi suất 1 triệu đồng".
    """
    values = reading.lexed.quantities
    free = _free_totals(doings, amounts, reading)
    for whole, group in groupby(doings, key=lambda doing: doing.whole):
        parts = list(group)
        products = [_product(part, reading) for part in parts]
        if not isinstance(whole, Doing) or whole.totals or len(parts) == 1 or None in products:
            continue
        last, total = parts[-1], sum(filter(None, products))
        if len(last.totals) == 1 and values[last.totals[0]].value == total != products[-1]:
            whole.tie(whole.totals, last.totals.pop(), "grand_total")
        elif total in free and reading.structure.neighbours(free[total].start, whole.start):
            whole.tie(whole.totals, free.pop(total).quantity, "grand_total")


def _free_totals(doings: Sequence[Doing], amounts: Sequence[Amount], reading: Reading) -> dict[float, Amount]:
    """The amounts that are of nothing yet, by how much they are; of several the last."""
    taken = {index for doing in doings for index in (*doing.totals, *doing.eaches, *doing.others)}
    return {
        reading.lexed.quantities[amount.quantity].value: amount
        for amount in amounts
        if amount.scope == "total" and amount.reach != "apart" and amount.quantity not in taken
    }


def _product(part: Doing, reading: Reading) -> float | None:
    """Number times price."""
    index, each = part.counted, single_amount(part.eaches, reading)
    return None if index is None or each is None else reading.lexed.quantities[index].value * each.value
