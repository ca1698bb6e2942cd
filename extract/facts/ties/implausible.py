"""Amounts that cannot be of the thing they were tied to from afar, by its own numbers.

"Trao 7.200 suất học bổng với tổng trị giá 9 tỷ đồng. ... mức học bổng từ 12 đến 18 triệu đồng": so much for each would
come to 86 tỷ. "Trao học bổng cho 30 em. Mỗi suất 1 triệu đồng. Tổng kinh phí đợt này là 725 triệu đồng": that is the
total of more. So it is of "50 suất, gồm 30 suất 1 triệu đồng, 20 suất 2 triệu đồng. ... Tổng kinh phí 90 triệu đồng".
Amounts told right with the thing stay, whatever they come to: ``checks`` tells where they disagree.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from extract.facts.doings import Doing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.doings import Reason
    from extract.facts.reading import Reading
    from extract.model import Quantity

_AFAR: frozenset[Reason] = frozenset(("sentence_before", "price_by_label", "price_ahead", "per_unit_of_list"))
"""Reasons of ties over more than the words around a thing."""
_MUCH_MORE = 1.5
"""What prices come to is no more than so many times the total."""
_RATHER_MORE = 1.1
"""A total from afar is no more than so many times what the parts of a whole come to: gifts go with the rest."""
_MUCH_LESS = 0.2
"""And no less: what else each one gets costs less than four times its money."""


def comes_to(doing: Doing, total: float, quantities: Sequence[Quantity]) -> bool | None:
    """Whether the number of a thing and its price come to a total; ``None`` if it has no exact ones."""
    counted = doing.counted
    if counted is None or len(doing.eaches) != 1:
        return None
    number, price = quantities[counted], quantities[doing.eaches[0]]
    exact = all(one.value_max is None and one.comparator == "eq" for one in (number, price))
    return number.value * price.value == total if exact else None


def is_of_more(doing: Doing, total: float, quantities: Sequence[Quantity]) -> bool:
    """Whether a total is much more than what the number of a thing and its price come to."""
    counted = doing.counted
    if counted is None or len(doing.eaches) != 1 or quantities[counted].value_max is not None:
        return False
    price = quantities[doing.eaches[0]]
    return quantities[counted].value * (price.value_max or price.value) < _MUCH_LESS * total


def settle_implausible(doings: Sequence[Doing], reading: Reading) -> None:
    """Take from each doing the price, or the total, from afar that does not go with its number and its other amount."""
    for doing, following in pairwise(doings):
        if _leads_to_more(doing, following, reading):
            doing.tie(doing.others, doing.totals.pop(), "share_of_total")
    for whole, parts in groupby(doings, key=lambda doing: doing.whole):
        if isinstance(whole, Doing) and _is_more_than_parts(whole, list(parts), reading):
            whole.tie(whole.others, whole.totals.pop(), "share_of_total")
    for doing in doings:
        counted = doing.counted
        if counted is None or len(doing.eaches) != 1 or len(doing.totals) != 1:
            continue
        number, price, total = (reading.lexed.quantities[i] for i in (counted, doing.eaches[0], doing.totals[0]))
        if number.value_max is not None or not total.value:
            continue
        if (_has_price_of_whole(doing) and not comes_to(doing, total.value, reading.lexed.quantities)) or (
            number.value * price.value > _MUCH_MORE * total.value
            and _is_afar(doing, doing.eaches[0], doing.totals[0], reading)
        ):
            doing.tie(doing.others, doing.eaches.pop(), "inside_each")
        elif is_of_more(doing, total.value, reading.lexed.quantities) and _is_afar(
            doing, doing.totals[0], doing.eaches[0], reading
        ):
            doing.tie(doing.others, doing.totals.pop(), "share_of_total")


def _has_price_of_whole(doing: Doing) -> bool:
    """Whether a price was told of all: "mỗi suất 15 triệu đồng, trong đó 2 suất trị giá 50 triệu đồng"."""
    whole, price = doing.whole, doing.eaches[0]
    return doing.reasons[price] == "price_ahead" and isinstance(whole, Doing) and price in whole.eaches


def _leads_to_more(doing: Doing, following: Doing, reading: Reading) -> bool:
    """Whether a total before several things is more than the first of them comes to, and another has its price, too.

    "Từ nguồn 150 triệu đồng, huyện trao 50 suất học bổng (1,5 triệu đồng/suất), 25 xe đạp (1,8 triệu đồng/xe)".
    """
    if len(doing.totals) != 1 or doing.reasons[doing.totals[0]] != "leading_total":
        return False
    quantities, sentence = reading.lexed.quantities, reading.structure.sentence
    total = quantities[doing.totals[0]].value
    if not following.eaches or following.totals or sentence(doing.start) != sentence(following.start):
        return False
    if doing.counted is None or comes_to(doing, total, quantities) is not False:
        return False
    return quantities[doing.counted].value * quantities[doing.eaches[0]].value < total


def _is_more_than_parts(whole: Doing, parts: Sequence[Doing], reading: Reading) -> bool:
    """Whether the total of a whole, told in another sentence, is more than all of its parts come to."""
    if len(whole.totals) != 1 or whole.reasons[whole.totals[0]] != "sentence_before" or len(parts) == 1:
        return False
    values = reading.lexed.quantities
    priced = [(part.counted, part.eaches[0]) for part in parts if part.counted is not None and len(part.eaches) == 1]
    if whole.counted is None or len(priced) < len(parts):
        return False
    if sum(values[counted].value for counted, _ in priced) != values[whole.counted].value:
        return False
    most = sum(values[counted].value * (values[each].value_max or values[each].value) for counted, each in priced)
    return values[whole.totals[0]].value > _RATHER_MORE * most


def _is_afar(doing: Doing, amount: int, other: int, reading: Reading) -> bool:
    """Whether an amount was tied from afar, and not told in one sentence with the other."""
    sentence = reading.structure.sentence
    starts = reading.starts
    if doing.reasons[amount] == "price_ahead":
        return True
    return doing.reasons[amount] in _AFAR and sentence(starts[amount]) != sentence(starts[other])
