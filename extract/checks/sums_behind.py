"""Figures that the next behind them sums up though no word says so: "nhận mới 4.131, kỳ trước 2.171, nay là 6.302".

Only neighbours of one unit in a sentence that make up a number of several digits to the last are such a sum for sure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.interval import of, total
from extract.checks.relation import Relation, Side, relation
from extract.checks.terms import alike, spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.checks.terms import Term
    from extract.facts.page_facts import Drawn
    from extract.model import Check

KIND = "parts_sum"
_TELLING, _DIGITS = 1_000, 4
"""A whole must be so large, with so many digits that are no zeros at its end."""
_SIZES = (2, 3)
_WINDOW = 6


def sums_behind(drawn: Drawn, all_terms: Sequence[Term], told: Iterable[Check]) -> Iterator[Check]:
    """One check for every figure that two or three of its unit right before it in its sentence make up."""
    reading = drawn.reading
    taken = {check.whole for check in told if isinstance(check, Relation)}
    for at, whole in enumerate(all_terms):
        quantity = whole.quantity
        digits = len(f"{quantity.value:.0f}".rstrip("0"))
        if quantity.value < _TELLING or digits < _DIGITS or quantity.start in taken or not _is_exact(whole):
            continue
        sentence = reading.structure.sentence(whole.start).start
        near = [
            one
            for one in all_terms[max(0, at - _WINDOW) : at]
            if one.start >= sentence and one.depth == whole.depth and alike(one.quantity, quantity)
        ]
        for size in _SIZES:
            parts = near[-size:]
            exact = len(parts) == size and all(map(_is_exact, parts))
            if exact and sum(part.quantity.value for part in parts) == quantity.value:
                quantities = [part.quantity for part in parts]
                yield relation(
                    reading.page.page_id,
                    KIND,
                    Side(" + ".join(reading.quote(q.start, q.end) for q in quantities), total(map(of, quantities))),
                    Side(reading.quote(whole.start, whole.end), of(quantity)),
                    spread(quantities, quantity),
                    added=(quantities, quantity),
                )
                break


def _is_exact(term: Term) -> bool:
    return term.quantity.comparator == "eq" and not (term.is_more or term.is_outcome)
