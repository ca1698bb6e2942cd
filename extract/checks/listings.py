"""Lists that take a whole apart: "71 suất, gồm 48 suất ... và 23 suất ...", in brackets, behind a colon, in bullets.

A list is found by its sum: behind the words or marks that open parts, the figures of the whole's kind are added up in
order until they make the whole. Figures inside a list that is found already are no parts of the list around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.checks.interval import of, total
from extract.checks.terms import Term, alike, both_counts, one_digit_off

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from extract.facts.read import Drawn
    from extract.facts.reading import Reading
    from extract.model import Quantity

_WHOLES = 6
"""How many figures before an opener may be the whole."""
_PARTS = 40
_BLOCKS = 15
"""How many blocks a list may fill that a colon at the end of its block opens."""
_HEAD = 24
"""An opener within so many characters of its block speaks of the block before: "Trong đó, bậc tiểu học 80 suất"."""
_FIRST = 160
"""How far behind the opener the first part may stand."""
_MIXED = 3
"""Things of several names make a sum only if so many parts do."""
_BRACKET = regex.compile(r"[\s\p{L}]{0,24}\(")
_COLON = regex.compile(r"[^:;.()\n]{0,40}:")


class Listing(NamedTuple):
    """A whole and its parts, which come to it (``holds``) or miss it by a slip of the pen."""

    whole: Term
    parts: tuple[Term, ...]
    opening: int
    """Where the list begins."""
    until: int
    holds: bool


class _Opening(NamedTuple):
    start: int
    end: int
    until: int
    wholes: tuple[Term, ...]
    """What may be the whole, the likeliest first."""


def listings(drawn: Drawn, all_terms: Sequence[Term]) -> list[Listing]:
    """All lists of a page that are told apart from their whole, in the order of their openers."""
    claimed: set[int] = set()
    found: list[Listing] = []
    for opening in sorted(_openings(drawn.reading, all_terms), key=lambda one: (one.start, one.end), reverse=True):
        kinds: set[str] = set()
        for whole in opening.wholes:
            if whole.place in claimed or whole.quantity.kind in kinds:
                continue
            listing = _listing(whole, opening, all_terms, claimed)
            if listing is not None:
                found.append(listing)
                kinds.add(whole.quantity.kind)
                claimed |= {part.place for part in listing.parts}
    return found[::-1]


def _listing(whole: Term, opening: _Opening, all_terms: Sequence[Term], claimed: set[int]) -> Listing | None:
    """The list behind an opener whose parts make a whole."""
    behind = [
        term
        for term in all_terms
        if opening.end <= term.start < opening.until and term.place not in claimed and term.place != whole.place
    ]
    slip: Listing | None = None
    for fits, least in ((alike, 2), (both_counts, _MIXED)):
        parts = _run(whole.quantity, behind, fits)
        if not parts or parts[0].start > opening.end + _FIRST:
            continue
        for size in range(least, len(parts) + 1):
            some = parts[:size]
            if total(of(part.quantity) for part in some).meets(of(whole.quantity)):
                return Listing(whole, tuple(some), opening.end, opening.until, holds=True)
        if fits is alike and len(parts) >= least and slip is None:
            added = sum(part.quantity.value for part in parts)
            if one_digit_off(added, whole.quantity.value):
                slip = Listing(whole, tuple(parts), opening.end, opening.until, holds=False)
    return slip


def _run(whole: Quantity, behind: Sequence[Term], fits: Callable[[Quantity, Quantity], bool]) -> list[Term]:
    """The figures that may be parts: of the whole's kind, as deep in brackets as the first, less than the whole."""
    parts: list[Term] = []
    for term in behind:
        if not fits(term.quantity, whole) or (parts and term.depth != parts[0].depth):
            continue
        if term.quantity.value >= whole.value or len(parts) == _PARTS:
            break
        parts.append(term)
    return parts


def _openings(reading: Reading, all_terms: Sequence[Term]) -> Iterator[_Opening]:
    folded, structure = reading.folded, reading.structure
    by_index = {term.place: term for term in all_terms}
    for match in reading.matches.parts:
        inside = tuple(by_index[i] for i in match.quantities if i in by_index)
        wholes = inside or tuple(_before(match.start, reading, all_terms))
        yield _Opening(match.start, match.end, _until(match.start, match.end, reading), wholes)
    for term in all_terms:
        bracket = _BRACKET.match(folded, term.end)
        if bracket is not None:
            yield _Opening(term.end, bracket.end(), _close(folded, bracket.end()), (term,))
        colon = _COLON.match(folded, term.end)
        if colon is not None and not any(q.start < colon.end() <= q.end for q in reading.lexed.quantities):
            last = folded[colon.end() : structure.block(term.start).end].strip() == ""
            until = _blocks(term.start, reading) if last else structure.sentence(term.start).end
            yield _Opening(term.end, colon.end(), until, (term,))


def _before(offset: int, reading: Reading, all_terms: Sequence[Term]) -> Iterator[Term]:
    """The figures an opener may speak of, the nearest first: of its block, or of that before if it begins its own."""
    block = reading.structure.block(offset)
    start = block.start
    if offset - start <= _HEAD and start > 0:
        start = reading.structure.block(start - 1).start
    near = [term for term in all_terms if start <= term.start and term.end <= offset]
    depth = _depth(offset, reading)
    yield from [term for term in reversed(near) if depth == 0 or term.depth < depth][:_WHOLES]


def _depth(offset: int, reading: Reading) -> int:
    before = reading.folded[reading.structure.block(offset).start : offset]
    return max(0, before.count("(") - before.count(")"))


def _until(start: int, end: int, reading: Reading) -> int:
    """How far parts go: to the bracket's end, through the block, and through the list that it introduces."""
    if _depth(start, reading):
        return _close(reading.folded, end)
    block = reading.structure.block(start)
    if reading.folded[end : block.end].strip(" :\n") == "":
        return _blocks(start, reading)
    return max(block.end, reading.structure.list_end(start))


def _blocks(offset: int, reading: Reading) -> int:
    """The end of the blocks that a line ending in a colon may introduce."""
    end = reading.structure.block(offset).end
    for _ in range(_BLOCKS):
        if end >= reading.structure.text_end:
            break
        end = reading.structure.block(end).end
    return end


def _close(folded: str, start: int) -> int:
    """Where the bracket that is open at ``start`` closes; the end of the line if it does not."""
    depth = 1
    for place in range(start, len(folded)):
        letter = folded[place]
        if letter == "\n":
            return place
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return place
    return len(folded)
