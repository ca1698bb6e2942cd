"""Lists that run side by side: "71 vụ, làm chết 40 người, bị thương 56 người; trong đó đường bộ 69 vụ, chết 38 người,
bị thương 56 người; đường sắt 2 vụ, chết 2 người".

Where the parts of one whole are known, each of them leads a stretch of the text, and the figures of another whole that
stands beside the first are looked for there: by their unit and, where several have it, by the words beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.checks.comparable import both_counts
from extract.checks.interval import of, total
from extract.checks.relation import Relation
from extract.checks.slips import is_rounded, one_is_slipped
from extract.checks.totals.sum_row import sum_row
from extract.codes import COUNTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from extract.checks.terms import Term
    from extract.checks.totals.listings import Listing
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check

_BESIDE = 5
"""So many figures before or behind a whole another whole may stand beside it."""
_FEWEST = 2
_LONGEST = 400
"""How far behind the last part of one list that of another may stand."""
_NEXT, _SURE = 30, 20
"""So near behind its part, or the first whole, a figure goes with it; a whole of parts of other names is so large."""
_WORDS = 2
_BEFORE = regex.compile(r"(?:\p{L}+[ ]+)*$")
_BEHIND = regex.compile(r"(?:[ ]+\p{L}+)*")


class _Led(NamedTuple):
    """A whole and its parts, and where they begin."""

    whole: Term
    parts: tuple[Term, ...]
    opening: int


def parallel_lists(
    drawn: Drawn, all_terms: Sequence[Term], found: Sequence[Listing], sums: Iterable[Check]
) -> Iterator[Check]:
    """One check for every figure beside the whole of a list that the figures beside its parts make up.

    Also beside that of one of ``sums``, if it stands before its parts.
    """
    reading = drawn.reading
    places = {term.place: at for at, term in enumerate(all_terms)}
    led = [_Led(listing.whole, listing.parts, listing.opening) for listing in found if listing.holds]
    led += _of_sums(sums, all_terms, {listing.whole.place for listing in led})
    taken = {(listing.whole.place, part.place) for listing in found for part in listing.parts}
    taken |= {(one.whole.place, part.place) for one in led for part in one.parts}
    for listing in led:
        stretches = _stretches(listing, all_terms, places, reading)
        wholes = _beside(listing, all_terms, places, reading)
        for whole in wholes:
            parts = _parts(whole, wholes, listing, stretches, reading)
            if not of(whole.quantity).meets(total(of(part.quantity) for part in parts)):
                parts = _in_place(whole, listing, stretches) or parts
            if len(parts) < _FEWEST or any((whole.place, part.place) in taken for part in parts):
                continue
            quantities = [part.quantity for part in parts]
            left, right = total(map(of, quantities)), of(whole.quantity)
            values = [one.value for one in quantities]
            rounded = is_rounded(whole.quantity, whole.quantity.value - sum(values))
            slipped = len(parts) == len(stretches) and not rounded and one_is_slipped(values, whole.quantity.value)
            if left.meets(right) or slipped:
                yield sum_row(quantities, whole.quantity, reading)


def _of_sums(sums: Iterable[Check], all_terms: Sequence[Term], known: Collection[int]) -> Iterator[_Led]:
    """The sums that hold, of figures all of which may be added up; none whose whole is ``known``."""
    by_start = {term.start: term for term in all_terms}
    for check in sums:
        if not isinstance(check, Relation) or check.outcome != "agrees" or check.whole is None:
            continue
        whole, parts = by_start.get(check.whole), [by_start[start] for start in check.parts if start in by_start]
        if whole is None or whole.place in known or len(parts) < len(check.parts) or parts[0].start < whole.end:
            continue
        yield _Led(whole, tuple(parts), parts[0].start)


def _beside(listing: _Led, all_terms: Sequence[Term], places: dict[int, int], reading: Reading) -> list[Term]:
    """The figures in the sentence of a whole that may be other wholes, none of its parts among them."""
    at = places[listing.whole.place]
    sentence = reading.structure.sentence(listing.whole.start)
    first = min(part.start for part in listing.parts)
    return [
        term
        for term in all_terms[max(0, at - _BESIDE) : at + 1 + _BESIDE]
        if term.place != listing.whole.place
        and sentence.start <= term.start < sentence.end
        and term.depth == listing.whole.depth
        and not (term.is_more or term.is_outcome)
        and (term.end <= listing.opening or term.start > listing.parts[-1].end)
        and term.start < first
    ]


def _stretches(
    listing: _Led, all_terms: Sequence[Term], places: dict[int, int], reading: Reading
) -> list[Sequence[Term]]:
    """The figures behind each part of a list, up to the next part."""
    last = listing.parts[-1]
    end = min(reading.structure.block(last.start).end, last.end + _LONGEST)
    stretches: list[Sequence[Term]] = []
    for part, following in zip(listing.parts, (*listing.parts[1:], None), strict=True):
        stop = end if following is None else following.start
        at = places[part.place] + 1
        members = []
        while at < len(all_terms) and all_terms[at].start < stop:
            members.append(all_terms[at])
            at += 1
        stretches.append(members)
    return stretches


def _parts(
    whole: Term, wholes: Sequence[Term], listing: _Led, stretches: Sequence[Sequence[Term]], reading: Reading
) -> list[Term]:
    """The figure of each stretch that belongs to a whole; some stretches may have none."""
    rivals = [other for other in (*wholes, listing.whole) if other is not whole and _alike(other, whole)]
    words = _words(whole, reading)
    parts = []
    for members in stretches:
        same = [
            one for one in members if _alike(one, whole) and one.depth == listing.parts[0].depth and not one.is_more
        ]
        if rivals or len(same) > 1:
            told = [(len(words & _words(one, reading)), -at) for at, one in enumerate(same)]
            best = max(told, default=(0, 0))
            same = [same[-best[1]]] if best[0] else []
        parts += same
    return parts


def _in_place(whole: Term, listing: _Led, stretches: Sequence[Sequence[Term]]) -> list[Term]:
    """The figures right behind the parts as a whole stands right behind theirs, if they make it up, of other names too.

    "bắt 242 vụ, 344 đối tượng: khởi tố 179 vụ, 251 bị can; phạt 31 vụ, 36 đối tượng; điều tra 32 vụ, 57 đối tượng".
    """
    right_behind = 0 <= whole.start - listing.whole.end <= _NEXT
    parts = [
        members[0]
        for part, members in zip(listing.parts, stretches, strict=True)
        if members and members[0].start - part.end <= _NEXT and both_counts(members[0].quantity, whole.quantity)
    ]
    added = sum(part.quantity.value for part in parts)
    told = right_behind and len(parts) == len(stretches) and added == whole.quantity.value >= _SURE
    return parts if told else []


def _alike(one: Term, other: Term) -> bool:
    """Whether two figures are of one kind and unit."""
    both = one.quantity.kind in COUNTS and other.quantity.kind in COUNTS
    return (both or one.quantity.kind == other.quantity.kind) and one.quantity.unit == other.quantity.unit


def _words(term: Term, reading: Reading) -> set[str]:
    """The last words before a figure in its clause, and the first behind it."""
    start = max(reading.structure.sentence(term.start).start, term.start - 40)
    before = _BEFORE.search(reading.folded, start, term.start)
    behind = _BEHIND.match(reading.folded, term.end, term.end + 40)
    first = before[0].split()[-_WORDS:] if before else []
    return {*first, *(behind[0].split()[:_WORDS] if behind else [])}
