"""Figures that make up one farther above, told apart from it by no word that opens a list.

"Dân số 30.430 người: ...", then a line for each way to take them apart: "thị trấn 3.678 người, các xã 26.752 người".
Only numbers of many digits are such sums for sure: neighbours of four, or two in a few that have five.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.digits import telling_digits
from extract.checks.relation import parts_told
from extract.checks.totals.sum_row import sum_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.checks.terms import Term
    from extract.facts.page_facts import Drawn
    from extract.model import Check, Quantity

_RUN = 1_000
_PAIR = 10_000
_DIGITS = 4
"""So many digits that are not zeros at its end a whole must have, and be so large: for neighbours, and for any two."""
_LONGEST = 6
_WINDOW = 7
_BACK = 30
"""So many figures before its parts a whole may stand."""
_Key = tuple[str, str | None, float]


def distant_sums(
    drawn: Drawn, all_terms: Sequence[Term], told: Iterable[Check], balances: Sequence[Check]
) -> Iterator[Check]:
    """One check for every figure that figures behind it make up to the last digit.

    None for those of sums ``told``, and where one of ``balances`` tells what came, went and is left.
    """
    reading = drawn.reading
    exact = [term for term in all_terms if term.is_exact]
    if not any(_may_be_whole(term.quantity) for term in exact):
        return
    taken = parts_told(told)
    wholes: dict[_Key, int] = {}
    for last, term in enumerate(exact):
        for parts in _runs(exact, last):
            at = wholes.get(_key(term.quantity, sum(part.quantity.value for part in parts)))
            if at is None or not last - _BACK <= at < last - len(parts) + 1 or exact[at].start >= parts[0].start:
                continue
            whole, quantities = exact[at].quantity, [part.quantity for part in parts]
            if any((whole.start, part.start) in taken for part in parts):
                continue
            if any(check.start <= whole.start and parts[-1].end <= check.end for check in balances):
                continue
            taken |= {(whole.start, part.start) for part in parts}
            yield sum_row(quantities, whole, reading)
        if _may_be_whole(term.quantity):
            wholes[_key(term.quantity, term.quantity.value)] = last


def _may_be_whole(quantity: Quantity) -> bool:
    return quantity.value >= _RUN and telling_digits(quantity.value) >= _DIGITS


def _key(quantity: Quantity, value: float) -> _Key:
    return quantity.kind, quantity.unit, value


def _runs(exact: Sequence[Term], last: int) -> Iterator[Sequence[Term]]:
    """The neighbours of one unit that end with a figure, two at least; and it with one of some before it."""
    ending = exact[last]
    alike: list[Term] = []
    for term in reversed(exact[max(0, last - _WINDOW) : last + 1]):
        if (term.quantity.kind, term.quantity.unit) == (ending.quantity.kind, ending.quantity.unit):
            alike.insert(0, term)
    for size in range(2, min(len(alike), _LONGEST) + 1):
        yield alike[-size:]
    for first in alike[:-2]:
        if first.quantity.value + ending.quantity.value >= _PAIR:
            yield [first, ending]
