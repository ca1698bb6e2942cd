"""Multipliers that are meant though their number might be a full amount: "9.000.000 triệu đồng" of a budget.

By itself such a number is one in đồng, its multiplier a slip (``undouble``). Where other amounts of the page are
counted by the same word and so large that they can mean nothing else ("715.000 triệu đồng"), it is one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.lex.numbers import read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.model import Quantity

_WRITTEN = regex.compile(r"(?<number>\d[\d.,]*+) ?(?<word>\p{L}++)")
_LEAST = 100_000
"""No smaller amount in đồng has a multiplier too many."""
_VOUCHING = {1_000: 1_000_000, 1_000_000: 100_000}
"""From such numbers on, amounts counted by thousands and by millions tell that the page counts so."""


class Written(NamedTuple):
    """An amount of money as it is written: a number and the multiplier behind it."""

    number: float
    factor: int


def as_counted(quantities: Sequence[Quantity], folded: str, multipliers: Mapping[str, int]) -> list[Quantity]:
    """The same figures, those whose multiplier was passed over multiplied by it where the page counts so."""
    large = ((at, one) for at, one in enumerate(quantities) if one.value >= _LEAST and one.value_max is None)
    written = {at: counted for at, one in large if (counted := written_amount(one, folded, multipliers))}
    passed_over = [at for at, counted in written.items() if quantities[at].value == counted.number]
    meant = {
        counted.factor
        for at, counted in written.items()
        if at not in passed_over and counted.number >= _VOUCHING.get(counted.factor, counted.number + 1)
    }
    found = list(quantities)
    for at in passed_over:
        factor, one = written[at].factor, quantities[at]
        if factor in meant:
            high = None if one.high is None else one.high * factor
            found[at] = one._replace(value=one.value * factor, low=one.low * factor, high=high)
    return found


def written_amount(quantity: Quantity, folded: str, multipliers: Mapping[str, int]) -> Written | None:
    """How an amount is written, if a multiplier stands behind its number."""
    if quantity.kind != "money":
        return None
    written = _WRITTEN.search(folded, quantity.start, quantity.end)
    number = None if written is None else read(written["number"], whole=True)
    factor = None if written is None else multipliers.get(written["word"])
    return None if number is None or factor is None else Written(number.times(1), factor)
