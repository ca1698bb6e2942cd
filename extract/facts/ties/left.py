"""Amounts right behind a thing that only a rule tried last, or a list, tells of.

"lo cho 369 hộ khó khăn với số tiền 360 triệu đồng": the phrase must introduce the amount, nothing else may be counted
or done between, and what costs nothing has no total. Amounts of things that other rules know are tied before: ``ties``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.codes import SHARES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from extract.facts.doings import Doing
    from extract.facts.implied import Ground

_FARTHEST = 120
"""How far behind the number before it an amount may stand, in characters."""


def tie_left(doings: Sequence[Doing], taken: Collection[int], ground: Ground) -> None:
    """Give each amount that is not in ``taken`` to the thing whose number is the last one before it.

    None behind a word of comparison: "số tiền tăng 441 triệu đồng" is a change.
    """
    reading, amounts, wording, lists = ground
    owners = {index: doing for doing in doings for index in doing.quantities}
    quantities = reading.lexed.quantities
    for amount in amounts.waiting:
        told = amount.scope == "each" or amount.reach in ("own", "list", "all")
        if amount.quantity in taken or amount.inside or not told:
            continue
        before = amount.quantity - 1
        while (
            before >= 0
            and before not in owners
            and (quantities[before].kind in SHARES or quantities[before].role != "value")
        ):
            before -= 1
        doing = owners.get(before)
        if doing is None:
            continue
        end = quantities[amount.quantity - 1].end
        near = amount.start - end <= _FARTHEST
        same = reading.structure.segment(end - 1) == reading.structure.segment(amount.start)
        apart = wording.has_verb(reading.folded, end, amount.opens) or lists.compared.search(
            reading.folded, end, amount.start
        )
        if not near or not same or apart:
            continue
        if amount.scope == "each":
            doing.tie(doing.eaches, amount.quantity, "per_unit")
        elif doing.totals or not wording.costs(doing.indicator) or doing.counted is None:
            continue
        else:
            doing.tie(doing.totals, amount.quantity, "own_total")
        owners[amount.quantity] = doing
