"""A total behind the last part of a whole that all parts come to is that of the whole.

"42 suất học bổng, trong đó 30 suất cho tiểu học (200 nghìn đồng/suất), 12 suất cho THCS (300 nghìn đồng/suất), cộng lại
9,6 triệu đồng": 12 times 300.000 are 3,6 triệu.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from extract.facts.doings import Doing
from extract.facts.statements import single_amount

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.reading import Reading


def settle_sums(doings: Sequence[Doing], reading: Reading) -> None:
    """Give a whole without a total that of its last part, where parts and their prices make it up."""
    for whole, group in groupby(doings, key=lambda doing: doing.whole):
        parts = list(group)
        last = parts[-1]
        if not isinstance(whole, Doing) or whole.totals or len(parts) == 1 or len(last.totals) != 1:
            continue
        products = [_product(part, reading) for part in parts]
        total = reading.lexed.quantities[last.totals[0]].value
        if None not in products and sum(filter(None, products)) == total != products[-1]:
            whole.tie(whole.totals, last.totals.pop(), "grand_total")


def _product(part: Doing, reading: Reading) -> float | None:
    """Number times price."""
    index, each = part.counted, single_amount(part.eaches, reading)
    return None if index is None or each is None else reading.lexed.quantities[index].value * each.value
