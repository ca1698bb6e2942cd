"""What there was, came, went and is left, told in a sentence: "có 1.120 hội viên, kết nạp 64, giảm 20, nay là 1.164".

Also what came less what went: "phát triển mới 464 hội viên, đưa ra 147 hội viên, tăng 317 hội viên". Which of them came
and which went the numbers tell, so only a balance that holds is one. What is left may stand in a line of its own, below
"Tổng thu" and "Tổng chi"; "lãi" and "lợi nhuận" are what costs leave of an income.
"""

from __future__ import annotations

from itertools import chain, permutations, product
from typing import TYPE_CHECKING

from extract.checks.comparable import alike, is_single
from extract.checks.digits import has_digits
from extract.checks.interval import Interval, of
from extract.checks.relation import Side, relation, side_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from extract.checks.relation_words import RelationWords
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

KIND = "balance"
_ADDED = frozenset({"count", "number", "money", "currency", "area", "mass"})
_WORD = 30
_LEAST = 50
"""Smaller numbers balance by chance."""
_FLOWS = (2, 3)
"""How many figures may come and go."""
_LINES = 4
"""So many lines above its own what is left may be reckoned from."""
_NEAR = 4
"""So many figures before a closing one, any two of them, may be what it is the difference of."""
_LOOKED_AT = 12
"""So many figures before a closing one are looked at."""
_CLOSE = 0.001
"""By so small a share what is left may miss what it is reckoned to be."""


def balances_in_words(
    drawn: Drawn, vocabulary: RelationWords, told_already: Collection[tuple[int, int]]
) -> Iterator[Check]:
    """One check for every figure that those before it in its unit, coming and going, leave.

    None where a sum of ``told_already`` (start and end of each) says the same.
    """
    reading = drawn.reading
    for closing in reading.lexed.quantities:
        if closing.kind not in _ADDED or not is_single(closing) or closing.value < _LEAST:
            continue
        head = reading.folded[max(0, closing.start - _WORD) : closing.start]
        left = vocabulary.outcome.search(head)
        change = vocabulary.direction(reading.folded, closing.start)
        kept = vocabulary.kept.search(head.rpartition("\n")[2]) is not None
        if left is None and not kept and change != "more":
            continue
        before = _since(reading.structure.sentence(closing.start).start, closing, reading)
        possible = _net(before) if left is None else _left(before)
        if kept:
            telling = has_digits(closing.value)
            start = reading.structure.back(closing.start, _LINES)
            above = before if len(before) > 1 or not telling else _since(start, closing, reading)
            pairs = _pairs(above) if telling else ()
            possible = chain(_left(above), _net(above), _net(above[::-1]), pairs)
        for terms, told in possible:
            if (terms[0][1].start, closing.end) in told_already or closing.value in [one.value for _, one in terms]:
                continue
            if told.meets(of(closing)) and abs(_value(terms) - closing.value) <= _CLOSE * closing.value:
                yield relation(
                    reading.page.page_id,
                    KIND,
                    Side(_written(terms, reading), told),
                    side_of(closing, reading),
                    (terms[0][1].start, closing.end),
                    stocks=() if left is None or len(terms) <= _FLOWS[0] else (terms[0][1], closing),
                )
                break


def _since(start: int, closing: Quantity, reading: Reading) -> list[Quantity]:
    """The last single figures of its unit from a place to a figure."""
    some = (reading.lexed.quantities[index] for index in reading.quantities_in(start, closing.start)[-_LOOKED_AT:])
    return [one for one in some if is_single(one) and one.value > 0 and alike(one, closing)]


_Terms = list[tuple[int, "Quantity"]]


def _left(before: Sequence[Quantity]) -> Iterator[tuple[_Terms, Interval]]:
    """An opening and what came and went after it, in every way."""
    for count in _FLOWS:
        if len(before) <= count:
            return
        opening, *flows = before[-count - 1 :]
        for signs in product((1, -1), repeat=count):
            if 1 in signs and -1 in signs:
                yield _summed([(1, opening), *zip(signs, flows, strict=True)])


def _net(before: Sequence[Quantity]) -> Iterator[tuple[_Terms, Interval]]:
    """What came less what went."""
    if len(before) > 1 and before[-2].value > before[-1].value:
        yield _summed([(1, before[-2]), (-1, before[-1])])


def _pairs(above: Sequence[Quantity]) -> Iterator[tuple[_Terms, Interval]]:
    """What one figure has more than another, some between: "xuất 37 tỷ, nhập 35 tỷ, cộng 72 tỷ; xuất siêu 2 tỷ"."""
    for more, less in permutations(above[-_NEAR:], 2):
        if more.value > less.value:
            yield _summed([(1, more), (-1, less)])


def _summed(terms: _Terms) -> tuple[_Terms, Interval]:
    ends = [(sign, of(quantity)) for sign, quantity in terms]
    low = sum(one.low if sign > 0 else -(one.high or one.low) for sign, one in ends)
    high = sum((one.high or one.low) if sign > 0 else -one.low for sign, one in ends)
    return terms, Interval(low, high)


def _value(terms: _Terms) -> float:
    return sum(sign * quantity.value for sign, quantity in terms)


def _written(terms: _Terms, reading: Reading) -> str:
    first, *more = ((sign, reading.quote(quantity.start, quantity.end)) for sign, quantity in terms)
    return " ".join([first[1], *(f"{'+' if sign > 0 else '−'} {text}" for sign, text in more)])
