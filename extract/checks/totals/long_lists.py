"""Long lists that no word ties to their whole: "105 nhà ..." above "xã Hòa Bình 18 nhà; xã Hòa An 9 nhà; ...".

Four figures of one unit or more that fill a sentence, or open a line each, and come to the last digit to a figure told
before them are no chance; a list that comes to none says nothing, for it may leave places out.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from extract.checks.relation import parts_told
from extract.checks.totals.sum_row import sum_row
from extract.facts.surroundings import any_within
from extract.text_tables.lines import CELL_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.checks.terms import Term
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

_FEWEST, _LONGEST = 4, 60
_LEAST = 10
"""Smaller wholes are made by ones: "mỗi xã 1 nhà"."""
_DIGITS = 6
"""Sums of fractions are compared to so many places, in millions of đồng."""
_MILLION = 1_000_000
_Unit = tuple[str, str | None]
_Key = tuple[str, str | None, float]


def long_lists(drawn: Drawn, all_terms: Sequence[Term], told: Iterable[Check]) -> Iterator[Check]:
    """One check for every figure that all figures of its unit in a sentence or list behind it make up.

    None for those of sums ``told``.
    """
    reading = drawn.reading
    exact = _in_prose([term for term in all_terms if term.is_exact], reading)
    taken = parts_told(told)
    summed = {part for _, part in taken}
    wholes: dict[_Key, Quantity] = {}
    openers = sorted(match.start for match in reading.matches.parts)
    at = 0
    for listed in sorted(_lists(exact, reading), key=lambda terms: terms[0].start):
        while at < len(exact) and exact[at].start < listed[0].start:
            wholes[_key(exact[at].quantity, exact[at].quantity.value)] = exact[at].quantity
            at += 1
        for parts in _readings(listed, openers):
            added = sum(part.quantity.value for part in parts)
            ahead = listed[0].quantity if parts[0] is not listed[0] and parts == listed[1:] else None
            known = ahead if ahead is not None and _key(ahead, added) == _key(ahead, ahead.value) else None
            whole = known or wholes.get(_key(parts[0].quantity, added))
            if whole is None or len(parts) < _FEWEST or added < _LEAST or whole.start >= parts[0].start:
                continue
            if any((whole.start, part.start) in taken for part in parts) or all(p.start in summed for p in parts):
                continue
            yield sum_row([part.quantity for part in parts], whole, reading)
            break


def _in_prose(terms: Sequence[Term], reading: Reading) -> list[Term]:
    """Those of the figures that stand in no row of a table."""
    found: list[Term] = []
    end, is_row = 0, False
    for term in terms:
        if term.start >= end:
            start, end = reading.structure.block(term.start)
            is_row = CELL_END.search(reading.folded, start, end) is not None
        if not is_row:
            found.append(term)
    return found


def _unit(term: Term) -> _Unit:
    return term.quantity.kind, term.quantity.unit


def _key(quantity: Quantity, value: float) -> _Key:
    return (
        quantity.kind,
        quantity.unit,
        round(value / _MILLION, _DIGITS) if quantity.kind == "money" else round(value, 3),
    )


def _lists(exact: Sequence[Term], reading: Reading) -> Iterator[list[Term]]:
    """The figures of one unit of every sentence, and the first of every line where several lines have one."""
    for _, sentence in groupby(exact, key=lambda term: reading.structure.sentence(term.start).start):
        yield from _by_unit(sentence)
    lines: dict[_Unit, list[Term]] = {}
    last: dict[_Unit, int] = {}
    for start, line in groupby(exact, key=lambda term: reading.structure.block(term.start).start):
        firsts: dict[_Unit, Term] = {}
        for term in line:
            firsts.setdefault(_unit(term), term)
        for unit, term in firsts.items():
            if unit in lines and last[unit] != start:
                yield from _several(lines.pop(unit))
            lines.setdefault(unit, []).append(term)
            last[unit] = reading.structure.block(start).end
    for terms in lines.values():
        yield from _several(terms)


def _by_unit(terms: Iterable[Term]) -> Iterator[list[Term]]:
    units: dict[_Unit, list[Term]] = {}
    for term in terms:
        units.setdefault(_unit(term), []).append(term)
    for alike in units.values():
        yield from _several(alike)


def _several(terms: list[Term]) -> Iterator[list[Term]]:
    if _FEWEST <= len(terms) <= _LONGEST:
        yield terms


def _readings(listed: Sequence[Term], openers: Sequence[int]) -> Iterator[Sequence[Term]]:
    """All of a list; those that no word for parts opens; and those of one depth in brackets."""
    yield listed
    outer = [listed[0], *(term for before, term in pairwise(listed) if not any_within(openers, before.end, term.start))]
    if len(outer) < len(listed):
        yield outer  # "Hòa An 6 suất, trong đó có 3 suất cho con em dân tộc, Hòa Bình 10 suất"
    if len(listed) > _FEWEST:
        yield listed[1:]  # "Toàn xã trồng 8.450 cây", then a line for each hamlet
    for depth in {term.depth for term in listed}:
        level = [term for term in listed if term.depth == depth]
        if len(level) < len(listed):
            yield level
