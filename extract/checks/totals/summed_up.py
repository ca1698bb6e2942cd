"""A figure of a title or the lead that all of its unit below it make up, though no word ties them to it.

"Bắc 10 cây cầu" above "khánh thành 03 cây cầu" and "khởi công thêm 07 cây cầu": titles sum up what the text tells in
several places, and those within a page the paragraph below them: "* Thêm 450 triệu đồng" above 250 and 200. Two figures
come to a third by chance where there are many, so they must be all there are.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.checks.relation import Relation
from extract.checks.retold import summaries
from extract.checks.totals.sum_row import sum_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.checks.terms import Term
    from extract.facts.page_facts import Drawn
    from extract.model import Check, Page, Quantity

_LEAST = 10
"""Smaller numbers are made by ones."""
_FEWEST, _MOST = 2, 6
_SAME = 1e-6
_LONGEST_HEAD = 120


def summed_up(
    drawn: Drawn, all_terms: Sequence[Term], told: Iterable[Check], balances: Sequence[Check]
) -> Iterator[Check]:
    """One check for every such figure that is part or whole of none of the sums ``told``, and in no balance."""
    reading = drawn.reading
    sums = [check for check in told if isinstance(check, Relation)]
    wholes = {check.whole for check in sums}
    parts = {part for check in sums for part in check.parts}
    exact = [term.quantity for term in all_terms if _is_exact(term)]
    starts = [one.start for one in exact]
    for start, end, until in _summing(reading.page) if exact else ():
        for whole in exact[bisect_left(starts, start) : bisect_left(starts, end)]:
            if whole.value < _LEAST or whole.start in wholes | parts:
                continue
            if any(check.start <= whole.start < check.end for check in balances):
                continue
            again = {one.start for one in exact if _alike(one, whole) and one.value == whole.value}
            if again & (wholes | parts):
                continue
            since = reading.structure.sentence(whole.start).end
            behind = [
                one for one in exact[bisect_left(starts, since) : bisect_left(starts, until)] if _alike(one, whole)
            ]
            others = [one for one in behind if one.start not in again and one.start not in parts]
            if _FEWEST <= len(others) <= _MOST and abs(sum(one.value for one in others) - whole.value) < _SAME:
                # no parts are told: titles hold nothing, what the text tells counts
                yield replace(sum_row(others, whole, reading), parts=(), whole=None)
                wholes |= again


def _summing(page: Page) -> Iterator[tuple[int, int, int]]:
    """Where what may sum up begins and ends, and how far that goes: to the end, or, of heads within, one paragraph."""
    first = summaries(page)
    for block in first:
        yield block.start or 0, block.end or 0, len(page.text)
    kept = [block for block in page.blocks if block.kept]
    for head, below in pairwise(kept):
        if head not in first and below.kind == "paragraph" and _is_head(head.text):
            yield head.start or 0, head.end or 0, below.end or 0


def _is_head(text: str) -> bool:
    """Whether a line may be a head: it is short, and no mark ends it."""
    return len(text) <= _LONGEST_HEAD and text.rstrip()[-1:].isalpha()


def _is_exact(term: Term) -> bool:
    quantity = term.quantity
    return not term.is_more and quantity.comparator == "eq" and quantity.unit is not None


def _alike(one: Quantity, other: Quantity) -> bool:
    return (one.kind, one.unit) == (other.kind, other.unit)
