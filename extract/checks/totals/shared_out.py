"""Things that are shared out: "trao 160 suất quà cho 15 hộ chính sách và 145 hộ khó khăn".

Each of the people gets one, so they make up the things; where some get more the numbers miss each other, and nothing is
said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.comparable import alike
from extract.checks.totals.sum_row import sum_row
from extract.codes import COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.checks.terms import Term
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check

_TELLING = 20
"""Smaller numbers make sums by chance."""
_FEWEST = 2
_LOOKED_AT = 12


def shared_out(drawn: Drawn, all_terms: Sequence[Term]) -> Iterator[Check]:
    """One check for every number of things that those of one other name behind it in its sentence make up."""
    reading = drawn.reading
    for at, whole in enumerate(all_terms):
        quantity = whole.quantity
        if quantity.kind not in COUNTS or quantity.unit is None or quantity.value < _TELLING:
            continue
        parts = [part.quantity for part in _receiving(at, all_terms, reading)]
        if len(parts) >= _FEWEST and sum(part.value for part in parts) == quantity.value:
            yield sum_row(parts, quantity, reading)


def _receiving(at: int, all_terms: Sequence[Term], reading: Reading) -> list[Term]:
    """The counts right behind one in its sentence that are all of one name, another than its own."""
    whole = all_terms[at]
    end = reading.structure.sentence(whole.start).end
    found: list[Term] = []
    for term in all_terms[at + 1 : at + 1 + _LOOKED_AT]:
        if term.start >= end:
            break
        if term.quantity.kind not in COUNTS:
            continue
        same = term.quantity.unit is not None and (not found or alike(term.quantity, found[0].quantity))
        if not same or alike(term.quantity, whole.quantity) or term.is_more:
            break
        found.append(term)
    return found
