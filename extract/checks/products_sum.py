"""Numbers with prices against the amount for all: "20 cây, mỗi cây 0,3 triệu; 5 máy 1 triệu/máy; tổng 11 triệu".

Where a list makes a whole of its own the prices are for ``listed_products``; here nothing tells how many there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.interval import of, total
from extract.checks.relation import Side, relation
from extract.checks.terms import scopes_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from extract.facts.read import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity, Scope

KIND = "count_times_each"
_COUNTED = frozenset({"count", "number"})
_LEAST = 2
_CLOSE = 0.02
"""A price printed as "2 triệu" may be a quarter more or less; by no such share products are off that are meant."""


def products_sum(drawn: Drawn, taken: Collection[tuple[str, float | None]]) -> Iterator[Check]:
    """One check for every total that the products before it make; ``taken`` are totals with a check."""
    reading = drawn.reading
    scopes = scopes_of(drawn)
    for at, whole in enumerate(reading.lexed.quantities):
        told = reading.quote(whole.start, whole.end)
        single = whole.value_max is None and whole.comparator == "eq" and whole.role == "value"
        if whole.kind != "money" or not single or scopes.get(whole.start) != "total" or (told, whole.low) in taken:
            continue
        pairs = _pairs(at, reading, scopes)
        if len(pairs) < _LEAST:
            continue
        left = total(of(count).times(of(price)) for count, price in pairs)
        told_exactly = sum(count.value * price.value for count, price in pairs)
        if left.meets(of(whole)) and abs(told_exactly - whole.value) <= _CLOSE * whole.value:
            products = (
                f"{reading.quote(count.start, count.end)} × {reading.quote(price.start, price.end)}"
                for count, price in pairs
            )
            yield relation(
                reading.page.page_id,
                KIND,
                Side(" + ".join(products), left),
                Side(told, of(whole)),
                (min(pairs[0][0].start, pairs[0][1].start), whole.end),
            )


def _pairs(at: int, reading: Reading, scopes: Mapping[int, Scope]) -> list[tuple[Quantity, Quantity]]:
    """The prices before a total, each with the number right before it: in its sentence, else in the one before that."""
    whole = reading.lexed.quantities[at]
    sentence = reading.structure.sentence(whole.start)
    own = _pairs_within(sentence.start, whole.start, reading, scopes)
    block = reading.structure.block(whole.start)
    if own or sentence.start <= block.start:
        return own
    before = reading.structure.sentence(sentence.start - 1)
    return _pairs_within(before.start, before.end, reading, scopes)


def _pairs_within(
    start: int, end: int, reading: Reading, scopes: Mapping[int, Scope]
) -> list[tuple[Quantity, Quantity]]:
    pairs: list[tuple[Quantity, Quantity]] = []
    count: Quantity | None = None
    for index in reading.quantities_in(start, end):
        quantity = reading.lexed.quantities[index]
        each = scopes.get(quantity.start) == "each"
        if quantity.kind in _COUNTED and not each and quantity.comparator == "eq" and quantity.role == "value":
            count = quantity
        elif quantity.kind == "money" and each and quantity.value_max is None and count is not None:
            pairs.append((count, quantity))
            count = None
    return pairs
