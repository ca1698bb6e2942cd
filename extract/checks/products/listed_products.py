"""A list of numbers with their prices against the amount for all.

"16 suất, trị giá 52 triệu đồng, cụ thể 05 suất trị giá mỗi suất 5 triệu; 05 suất ... 3 triệu; 06 suất ... 2 triệu".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.checks.interval import Interval, exactly, of, total
from extract.checks.products.prices import amount_for_all, is_round, misses
from extract.checks.relation import Side, Verdict, relation, side_of, span_of
from extract.checks.slips import one_digit_off
from extract.checks.terms import Term, scopes_of
from extract.codes import COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import regex

    from extract.checks.totals.listings import Listing
    from extract.codes import Scope
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

KIND = "count_times_each"
_OPENING = 24
"""How far from the start of its sentence a word for a total opens it."""
_LOOKED_AT = 60
"""So many figures behind a part or a list may be its amounts, or stand before them."""
_SUMMED = ("eq", "gt", "approx_below")
_FAR = 1.5
"""Products that are so many times their amount are not meant to be it; what is more may be for other things too."""


class _Worth(NamedTuple):
    """What a part is worth, and how that is told."""

    interval: Interval
    text: str
    told: float | None = None
    """Number times price, as they are printed, if the price is a round one."""


def listed_products(drawn: Drawn, found: Sequence[Listing], totals: regex.Pattern[str]) -> Iterator[Check]:
    """One check for every list of counts that make their whole, if each has a price or an amount of its own.

    ``totals`` finds the words that open a sentence with the amount for all: "Tổng trị giá 86 triệu đồng".
    """
    reading = drawn.reading
    scopes = scopes_of(drawn)
    lists = {listing.whole.place: listing for listing in found if listing.holds}
    for listing in found:
        if not listing.holds or listing.whole.quantity.kind not in COUNTS:
            continue
        end = _end(listing, reading)
        amount = _amount(listing, end, reading, scopes)
        summed = _summed(end, reading, totals) if amount is None else None
        amount = amount or summed
        if amount is None:
            continue
        worths = _worths(listing, end, lists, _Prices(reading, scopes, amount))
        if worths is None or all("×" not in worth.text for worth in worths):
            continue
        left, right = total(worth.interval for worth in worths), amount_for_all(amount)
        too_much = summed is not None and right.high is not None and right.high < left.low < _FAR * right.high
        told = [worth.told for worth in worths if worth.told is not None]
        missed = len(told) == len(worths) and misses(sum(told), amount)
        meant = left.meets(right) or too_much or one_digit_off(left.low, right.low)
        if not meant and told and len(told) == len(worths):
            meant = one_digit_off(sum(told), amount.value)  # "hơn 185 triệu đồng", of 33 and 150
        if missed:
            left = exactly(sum(told))
        verdict = None if missed or meant else Verdict("unchecked", "other_base")
        yield relation(
            reading.page.page_id,
            KIND,
            Side(" + ".join(worth.text for worth in worths), left),
            side_of(amount, reading, right),
            span_of([part.quantity for part in listing.parts], amount),
            verdict=verdict,
        )


class _Prices(NamedTuple):
    """What amounts behind a part mean; none is for each that would come to more than the amount for all."""

    reading: Reading
    scopes: Mapping[int, Scope]
    amount: Quantity

    def worth(self, part: Term, stop: int) -> _Worth | None:
        """What a part is worth by the amounts between it and the next; ``None`` if they do not say."""
        money = [*_money(part.end, stop, self.reading)]
        eaches = [one for one in money if self.scopes.get(one.start) == "each"]
        totals = [one for one in money if one not in eaches]
        if len(totals) == 1 or (len(money) == 1 and part.quantity.value * money[0].value > self.amount.value):
            only = totals[0] if totals else money[0]
            return _Worth(of(only), self.reading.quote(only.start, only.end))
        if totals or len({one.value for one in eaches}) != 1:
            return None
        text = f"{self.reading.quote(part.start, part.end)} × {self.reading.quote(eaches[0].start, eaches[0].end)}"
        told = part.quantity.value * eaches[0].value if is_round(eaches[0]) else None
        return _Worth(of(part.quantity).times(of(eaches[0])), text, told)


def _worths(listing: Listing, end: int, lists: Mapping[int, Listing], prices: _Prices) -> list[_Worth] | None:
    """What the parts are worth, in order; ``None`` if one of them does not say."""
    stops = [*(part.start for part in listing.parts[1:]), end]
    worths: list[_Worth] = []
    for part, stop in zip(listing.parts, stops, strict=True):
        inner = lists.get(part.place)
        worth = prices.worth(part, stop) if inner is None else None
        members = [worth] if inner is None else _worths(inner, stop, lists, prices)
        if members is None or None in members:
            return None
        worths += [member for member in members if member is not None]
    return worths


def _amount(listing: Listing, end: int, reading: Reading, scopes: Mapping[int, Scope]) -> Quantity | None:
    """The amount for all: the only total between the whole and its list, else the first behind the list."""
    between = [
        amount for amount in _money(listing.whole.end, listing.opening, reading) if scopes.get(amount.start) == "total"
    ]
    if between:
        return between[0] if len(between) == 1 else None
    behind = _money(end, reading.structure.sentence(listing.parts[-1].start).end, reading)
    return next((amount for amount in behind if scopes.get(amount.start) == "total"), None)


def _summed(end: int, reading: Reading, totals: regex.Pattern[str]) -> Quantity | None:
    """The amount for all in a sentence of its own right behind a list."""
    sentence = reading.structure.sentence(reading.structure.sentence(end - 1).end)
    first = next(_money(sentence.start, sentence.end, reading), None)
    if first is None or sentence.start >= reading.structure.block(end - 1).end or first.comparator not in _SUMMED:
        return None
    word = totals.search(reading.folded, sentence.start, min(first.start, sentence.start + _OPENING))
    return None if word is None or len(reading.quantities_in(sentence.start, first.start)) else first


def _end(listing: Listing, reading: Reading) -> int:
    """Where the last part ends: with its segment, or with the list's bracket."""
    last = listing.parts[-1].end
    return min(listing.until, reading.structure.segment(last - 1).end)


def _money(start: int, end: int, reading: Reading) -> Iterator[Quantity]:
    """The single amounts between two places; prices that are ranges say nothing exact."""
    found = (reading.lexed.quantities[index] for index in reading.quantities_in(start, end)[:_LOOKED_AT])
    return (quantity for quantity in found if quantity.kind == "money" and quantity.role == "value")
