"""Numbers with prices against the amount for all: "20 cây, mỗi cây 0,3 triệu; 5 máy 1 triệu/máy; tổng 11 triệu".

Or behind it: "hết 11 triệu đồng, trong đó 20 cây mỗi cây 0,3 triệu đồng, 5 máy mỗi máy 1 triệu đồng".

Where a list makes a whole of its own the prices are for ``listed_products``; here nothing tells how many there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.checks.interval import exactly, of, total
from extract.checks.printed import AS_PRINTED, as_printed
from extract.checks.products.prices import is_round, misses
from extract.checks.relation import Side, relation, span_of
from extract.checks.terms import scopes_of
from extract.codes import COUNTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from extract.codes import Scope
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

KIND = "count_times_each"
_LEAST = 2
_CLOSE = 0.02
"""A price printed as "2 triệu" may be a quarter more or less; by no such share products are off that are meant."""
_MOST = 6
_NEXT = 60
_FIGURES = 24
"""So many products, and figures, before the sentence of a total are looked at."""
_LONGEST_SENTENCE = 100
"""Figures of a sentence before a total that are looked at."""


class _Pair(NamedTuple):
    number: Quantity
    price: Quantity


def products_sum(drawn: Drawn, taken: Collection[tuple[str, float | None]]) -> Iterator[Check]:
    """One check for every total that the products before it make; ``taken`` are totals with a check."""
    reading = drawn.reading
    scopes = scopes_of(drawn)
    for at, whole in enumerate(reading.lexed.quantities):
        single = whole.role == "value" and whole.value_max is None and whole.comparator in AS_PRINTED
        if whole.kind != "money" or not single or scopes.get(whole.start) != "total":
            continue
        told = reading.quote(whole.start, whole.end)
        if (told, whole.low) in taken:
            continue
        for pairs in (*_runs(at, reading, scopes), *_behind(at, reading, scopes)):
            left = total(of(number).times(of(price)) for number, price in pairs)
            told_exactly = sum(number.value * price.value for number, price in pairs)
            missed = all(is_round(price) for _, price in pairs) and misses(told_exactly, whole)
            if not left.meets(of(as_printed(whole))) or abs(told_exactly - whole.value) > _CLOSE * whole.value:
                continue
            products = (
                f"{reading.quote(number.start, number.end)} × {reading.quote(price.start, price.end)}"
                for number, price in pairs
            )
            yield relation(
                reading.page.page_id,
                KIND,
                Side(" + ".join(products), exactly(told_exactly) if missed else left),
                Side(told, of(as_printed(whole))),
                span_of([one for pair in pairs for one in pair], whole),
            )
            break


def _runs(at: int, reading: Reading, scopes: Mapping[int, Scope]) -> Iterator[list[_Pair]]:
    """The pairs before a total in its sentence; for one in a sentence of its own the nearest of its paragraph.

    Or of the one before, for one that begins its paragraph.

    "Tặng 100 suất quà (350.000 đồng/suất). Tặng 80 suất (100.000 đồng/suất). Tổng trị giá 43 triệu đồng".
    """
    quantities = reading.lexed.quantities
    whole = quantities[at]
    sentence = reading.structure.sentence(whole.start).start
    sentence = max(sentence, quantities[max(0, at - _LONGEST_SENTENCE)].start)
    pairs = _pairs(sentence, whole.start, reading, scopes)
    if len(pairs) >= _LEAST:
        yield pairs
    elif not len(reading.quantities_in(sentence, whole.start)):
        far = quantities[max(0, at - _FIGURES)].start
        start = reading.structure.block(whole.start).start
        if start == sentence:  # "Tổng giá trị quà 50 triệu đồng" begins its paragraph
            start = reading.structure.block(max(start - 1, 0)).start
        near = _pairs(max(start, far), sentence, reading, scopes)[-_MOST:]
        yield from (near[-size:] for size in range(_LEAST, len(near) + 1))


def _behind(at: int, reading: Reading, scopes: Mapping[int, Scope]) -> Iterator[list[_Pair]]:
    """The first pairs behind an amount that a word for parts takes apart, in the sentence of that word.

    "hết 350 triệu đồng, trong đó 3 hộ được 50 triệu đồng mỗi hộ, 2 hộ được mỗi hộ 100 triệu đồng".
    """
    whole = reading.lexed.quantities[at]
    end = min(reading.structure.block(whole.start).end, whole.end + _NEXT)
    opener = next((match for match in reading.matches.parts if whole.end <= match.start < end), None)
    if opener is None:
        return
    end = reading.structure.sentence(opener.start).end
    pairs = _pairs(opener.end, end, reading, scopes)[:_MOST]
    yield from (pairs[:size] for size in range(_LEAST, len(pairs) + 1))


def _pairs(start: int, end: int, reading: Reading, scopes: Mapping[int, Scope]) -> list[_Pair]:
    """The prices in a stretch of the text, each with the number right before it."""
    pairs: list[_Pair] = []
    count: Quantity | None = None
    for index in reading.quantities_in(start, end):
        quantity = reading.lexed.quantities[index]
        each = scopes.get(quantity.start) == "each"
        if quantity.kind in COUNTS and not each and quantity.comparator == "eq" and quantity.role == "value":
            count = quantity
        elif quantity.kind == "money" and each and quantity.value_max is None and count is not None:
            pairs.append(_Pair(count, quantity))
            count = None
    return pairs
