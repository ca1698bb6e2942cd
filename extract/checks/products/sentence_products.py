"""Products that a paragraph states without a doing that a rule knows: "2.240 kg ... 25.000 đồng/kg ... 56 triệu đồng".

Which number goes with which price is seldom said in so many words, so only a product that comes to a total that stands
near is one; what fits nothing says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.checks.digits import telling_digits
from extract.checks.interval import Interval, of, total
from extract.checks.printed import AS_PRINTED, as_printed
from extract.checks.products.prices import is_round, misses
from extract.checks.relation import Side, relation, side_of
from extract.checks.terms import scopes_of
from extract.codes import COUNTS
from extract.lex.unit_sizes import KILOGRAMS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from extract.codes import Scope
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity
    from extract.rulefiles import RuleFiles

KIND = "count_times_each"
_TIMES, _EQUALS = regex.compile(r"\s*[x×*]\s*"), regex.compile(r"[^\d=]{0,12}=\s*")
_NEAR = 8
"""So many figures before or behind a price its number and total may stand."""
_FAR = 2.0
"""A product so many times its total, or less, is still meant to be it."""
_CLOSE = 0.03
"""A price printed as "1 triệu" may be half of that more or less; by no such share a product is off that is meant."""
_DIGITS = 2
"""A total in another paragraph that has fewer digits is made by chance."""
_BLOCKS = 3
"""So many paragraphs before or behind that of a price its number and total may stand, counting its own."""
_SURE = 20
"""Smaller numbers of things may be a product by chance."""
_LEAST = 2
"""A price for one is its own total."""
_PEOPLE = "person"
"""The list of what people are counted by."""


class _Each(NamedTuple):
    """What each one gets: one figure, or several that stand together."""

    quantities: tuple[Quantity, ...]
    per: str | None

    @property
    def interval(self) -> Interval:
        return total(map(of, self.quantities))

    @property
    def value(self) -> float:
        return sum(one.value for one in self.quantities)


def priced_each(files: RuleFiles) -> regex.Pattern[str]:
    """What stands right before the unit that a price is for, from ``price_each``: "mỗi "."""
    return regex.compile(rf"{files.any_of('price_each')} ")


def sentence_products(
    drawn: Drawn, taken: Collection[tuple[str, float | None]], for_each: regex.Pattern[str]
) -> Iterator[Check]:
    """One check for every total near a price that a number makes with it.

    ``taken`` are totals with a check; ``for_each`` finds what stands before the unit that a price is for.
    """
    reading = drawn.reading
    scopes = scopes_of(drawn)
    done: set[int] = set()
    for count, price, whole in _written(reading):
        done.add(whole.start)
        told = f"{reading.quote(count.start, count.end)} × {reading.quote(price.start, price.end)}"
        product = of(count).times(_rate(price))
        right = side_of(whole, reading)
        yield relation(reading.page.page_id, KIND, Side(told, product), right, (count.start, whole.end))
    for at, quantity in enumerate(reading.lexed.quantities):
        if scopes.get(quantity.start) != "each" or quantity.value_max is not None or quantity.value <= 0:
            continue
        for each in _eaches(at, quantity, reading, scopes):
            found = (
                _product(at, each, reading, scopes)
                or _told(at, each, reading, scopes, for_each)
                or _apart(at, each, reading, scopes)
            )
            if found is None:
                continue
            count, whole = found
            told = reading.quote(whole.start, whole.end)
            if whole.start in done or (told, of(whole).low) in taken:
                break
            done.add(whole.start)
            if not all(map(is_round, each.quantities)) or not misses(count.value * each.value, whole):
                yield _check(count, each, whole, reading)  # one that misses is told of a doing, or made by chance
            break


def _check(count: Quantity, each: _Each, whole: Quantity, reading: Reading) -> Check:
    prices = " + ".join(reading.quote(one.start, one.end) for one in each.quantities)
    several = f"({prices})" if len(each.quantities) > 1 else prices
    ends = (count, whole, *each.quantities)
    return relation(
        reading.page.page_id,
        KIND,
        Side(f"{reading.quote(count.start, count.end)} × {several}", of(count).times(_scaled(each, whole))),
        side_of(whole, reading, of(as_printed(whole))),
        (min(one.start for one in ends), max(one.end for one in ends)),
    )


def _written(reading: Reading) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    """Products written with signs: "400 em x 200.000đ = 80.000.000đ"."""
    quantities, folded = reading.lexed.quantities, reading.folded
    for count, price, whole in zip(quantities, quantities[1:], quantities[2:], strict=False):
        signs = _TIMES.fullmatch(folded, count.end, price.start), _EQUALS.fullmatch(folded, price.end, whole.start)
        if None not in signs and min(count.value, price.value) > 0:
            yield count, price, whole


def _rate(price: Quantity) -> Interval:
    """What a figure multiplies by: a percentage by its hundredth, "1.829.215 x 69% = 1.262.158 đồng"."""
    low, high = of(price)
    return Interval(low / 100, None if high is None else high / 100) if price.kind == "percent" else of(price)


def _eaches(at: int, first: Quantity, reading: Reading, scopes: Mapping[int, Scope]) -> Iterator[_Each]:
    """A price alone, and with those of its kind that follow it in the sentence: "400.000 đồng và quà 150.000 đồng".

    Behind another number of things prices are for those: "20 suất, mỗi suất 1 triệu; 10 suất, mỗi suất 2 triệu".
    """
    if first.kind not in ("money", "mass") and not (first.kind == "count" and first.value >= _LEAST):
        return
    yield _Each((first,), first.per)
    end = reading.structure.sentence(first.start).end
    more: list[Quantity] = []
    for quantity in reading.lexed.quantities[at + 1 : at + 1 + _NEAR]:
        scope = scopes.get(quantity.start)
        if quantity.start >= end or (quantity.kind in COUNTS and scope == "total"):
            break
        if quantity.kind == first.kind and scope == "each":
            more.append(quantity)
    if more and first.kind == "money" and all(one.value_max is None for one in more):
        yield _Each((first, *more), None)


def _product(at: int, each: _Each, reading: Reading, scopes: Mapping[int, Scope]) -> tuple[Quantity, Quantity] | None:
    """A number and a total near the price of which one is the other times the price, the nearest number first."""
    quantities = reading.lexed.quantities
    block = reading.structure.block(each.quantities[0].start)
    near = [
        quantity
        for quantity in quantities[max(0, at - _NEAR) : at + 1 + _NEAR]
        if block.start <= quantity.start < block.end
        and quantity.role == "value"
        and quantity.comparator in AS_PRINTED
        and quantity.value_max is None
        and scopes.get(quantity.start) == "total"
    ]
    start = each.quantities[0].start
    totals = [one for one in near if one.kind == each.quantities[0].kind and one.value > _scaled(each, one).low]
    counts = sorted(near, key=lambda one: abs(one.start - start))
    if each.quantities[0].kind == "count":  # "120 suất cho 40 xã, mỗi xã 3 em"
        sentence = reading.structure.sentence(start).start
        counts = [one for one in counts if sentence <= one.start < start][:1]
        unit = each.quantities[0].unit  # behind it other things are: "2 hộ, mỗi hộ 50 con gà và 100 cây keo"
        totals = [one for one in totals if one.value >= _SURE and (one.start < start or one.unit in (unit, None))]
    for count in counts:
        if count.value < _LEAST or count.comparator != "eq" or not _goes_with(count, each, reading):
            continue
        for whole in totals:
            told = count.value * each.value * _factor(each, whole)
            close = abs(told - whole.value) <= _CLOSE * whole.value
            if close and of(count).times(_scaled(each, whole)).meets(of(as_printed(whole))):
                return count, whole
    return None


def _told(
    at: int, each: _Each, reading: Reading, scopes: Mapping[int, Scope], for_each: regex.Pattern[str]
) -> tuple[Quantity, Quantity] | None:
    """Number, price and total in a row, whether or not they agree: "7 máy, mỗi máy 45 triệu, hết 280 triệu"."""
    quantities = reading.lexed.quantities
    if not 0 < at < len(quantities) - 1 or len(each.quantities) > 1:
        return None
    count, price, whole = quantities[at - 1 : at + 2]
    segment = reading.structure.segment(price.start)
    named = for_each.search(reading.folded, count.end, price.start)
    told = (
        segment.start <= count.start
        and whole.start < segment.end
        and count.kind == "count"
        and count.unit is not None
        and named is not None
        and reading.folded.startswith(count.unit, named.end(), price.start)
        and count.comparator == whole.comparator == "eq"
        and count.value >= _LEAST
        and whole.kind == price.kind == "money"
        and whole.value > 0
        and scopes.get(count.start) == scopes.get(whole.start) == "total"
    )
    return (count, whole) if told and 1 / _FAR < count.value * price.value / whole.value < _FAR else None


def _apart(at: int, each: _Each, reading: Reading, scopes: Mapping[int, Scope]) -> tuple[Quantity, Quantity] | None:
    """A number of what the price is for and a total in paragraphs near by, which make it to the last đồng.

    "Mỗi căn nhà trị giá 83 triệu đồng.", then "Tỉnh được giúp 5 căn nhà với tổng kinh phí 415 triệu đồng".
    """
    quantities, price = reading.lexed.quantities, each.quantities[0]
    if len(each.quantities) > 1 or price.kind != "money" or price.comparator not in AS_PRINTED:
        return None
    head = reading.folded[reading.structure.segment(price.start).start : price.start]
    named = {each.per} if each.per else set(head.split())
    start = end = price.start
    for _ in range(_BLOCKS):
        start = reading.structure.block(max(start - 1, 0)).start
        end = reading.structure.block(min(end, reading.structure.text_end)).end
    near = [
        quantity
        for quantity in quantities[max(0, at - _NEAR) : at + 1 + _NEAR]
        if start <= quantity.start < end
        and quantity.role == "value"
        and quantity.comparator in AS_PRINTED
        and quantity.value_max is None
        and scopes.get(quantity.start) == "total"
    ]
    counts = [one for one in near if one.kind == "count" and one.unit in named and one.value >= _LEAST]
    for count in sorted(counts, key=lambda one: abs(one.start - price.start)):
        for whole in near:
            alone = reading.structure.block(whole.start).start not in {
                reading.structure.block(one.start).start for one in (count, price)
            }
            if alone and telling_digits(whole.value) < _DIGITS:
                continue  # "trao tặng hội 50 triệu đồng" below "5 suất học bổng, mỗi suất 10 triệu đồng"
            if whole.kind == "money" and count.value * price.value == whole.value:
                return count, whole
    return None


def _goes_with(count: Quantity, each: _Each, reading: Reading) -> bool:
    """Whether a price is for what is counted or measured: "đồng/kg" for kilograms, else any count.

    People are counted by many names: "38 đối tượng, mỗi người 1,5 triệu đồng".
    """
    per = each.per
    if per is None:
        return count.kind in COUNTS
    if count.unit == per or (count.kind == "count" and count.noun is not None and count.noun.startswith(per)):
        return True
    many = count.kind == "count" and count.value >= _SURE
    return many and {per, count.unit} <= reading.rules.words[_PEOPLE]


def _scaled(each: _Each, whole: Quantity) -> Interval:
    """What each gets, in the unit of the total: 20 kg of 5 tấn."""
    interval, factor = each.interval, _factor(each, whole)
    return Interval(interval.low * factor, None if interval.high is None else interval.high * factor)


def _factor(each: _Each, whole: Quantity) -> float:
    own, other = KILOGRAMS.get(each.quantities[0].unit or ""), KILOGRAMS.get(whole.unit or "")
    return 1.0 if own is None or other is None else own / other
