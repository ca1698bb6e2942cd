"""Lists that take a whole apart: "71 suất, gồm 48 suất ... và 23 suất ...", in brackets, behind a colon, in bullets.

A list is found by its sum: behind the words or marks that open parts, the figures of the whole's kind are added up in
order until they make the whole. Figures inside a list that is found already are no parts of the list around it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.checks.brackets import Brackets
from extract.checks.interval import Interval, of, total
from extract.checks.terms import Term, alike, both_counts, falls_off, has_digits, one_is_slipped, swapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from extract.facts.read import Drawn
    from extract.facts.reading import Reading
    from extract.model import Quantity

_WHOLES = 6
"""How many figures before an opener may be the whole."""
_FEWEST = 3
"""A whole and two parts."""
_PARTS = 40
_BLOCKS = 15
"""How many blocks a list may fill that a colon at the end of its block opens."""
_NEXT_BLOCKS = 2
_HEAD = 24
"""An opener within so many characters of its block speaks of the block before: "Trong đó, bậc tiểu học 80 suất"."""
_PASSED = 4
"""So many blocks before its own a sentence may tell in full, captions and repeated titles between."""
_FIRST = 160
"""How far behind the opener the first part may stand."""
_MIXED, _TELLING = 3, 100
"""Things of several names make a small sum only if so many parts do."""
_BRACKET = regex.compile(r"[\s\p{L}]{0,24}\(")
_LOOKED_AT = 200
"""So many figures behind an opener may be parts, or stand between them: "15 suất (7,5 triệu đồng)"."""
_BLANK = " -+*•–"
_NEXT = 30
_ROUNDED, _TOO_MUCH = 1.01, 1.5
"""Amounts that are more than so many times their whole, or less, are not meant to be its parts, or rounded."""
_ESTIMATED = 0.05
"""By such a share estimates may be off."""
_NEAR = 1e-6
"""Sums of fractions, added up in two ways, differ by a smaller share than this."""
_SEVERAL, _CERTAIN = 4, 20
"""A whole that stands farther off must be so large, if its parts have its name or others."""
_MANY = 10
_AND_SO_ON = regex.compile(r"…|\.\.\.|v\.\s?v")
_NOTHING = regex.compile(r"[\s:]*+")
_COLON = regex.compile(r"[^:;.,()\n]{0,40}:")


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
    farther: tuple[int, ...] = ()
    """How far the parts may go where they make the whole exactly: over paragraphs."""
    is_full: bool = False
    """Whether it says that no part is left out: "gồm"; "trong đó" does not."""
    distant: tuple[Term, ...] = ()
    """The figures that open the page: "1.482 suất quà" of the title, where the parts make one of them exactly."""


def listings(
    drawn: Drawn, all_terms: Sequence[Term], detail: regex.Pattern[str], full: regex.Pattern[str]
) -> list[Listing]:
    """All lists of a page that are told apart from their whole, in the order of their openers.

    What opens one that ``full`` finds ("gồm") leaves no part out.

    Behind what ``detail`` finds ("Theo đó, ...") is a list only if the parts make up a figure before.
    """
    if len(all_terms) < _FEWEST:
        return []
    claimed: set[int] = set()
    found: list[Listing] = []
    starts = [term.start for term in all_terms]
    named = frozenset(term.place for term in all_terms if _is_named(term, drawn.reading))
    openers = sorted(match.start for match in drawn.reading.matches.parts)
    known = _Known(all_terms, starts, claimed, named, openers)
    for opening in sorted(
        _openings(drawn.reading, all_terms, detail, full), key=lambda one: (one.start, one.end), reverse=True
    ):
        for listing in _lists_of(opening, known, drawn.reading):
            found.append(listing)
            claimed |= {part.place for part in listing.parts}
    return found[::-1]


class _Known(NamedTuple):
    """What all openings of a page look at."""

    terms: Sequence[Term]
    starts: Sequence[int]
    claimed: AbstractSet[int]
    """The places of figures that lists inside have."""
    named: AbstractSet[int]
    openers: Sequence[int]


def _lists_of(opening: _Opening, known: _Known, reading: Reading) -> Iterator[Listing]:
    """The lists of an opening, one a kind of figure, and more of a kind one behind the other.

    "274 đơn khiếu nại và 105 đơn tố cáo; trong đó 95 đơn khiếu nại đúng, 179 đơn sai; 24 đơn tố cáo đúng, 81 đơn sai".
    """
    kinds: dict[tuple[str, bool], Listing] = {}
    for whole in (*opening.wholes, *opening.distant):
        if whole.place in known.claimed or (whole.quantity.kind, whole.is_more) in kinds:
            continue
        listing = _found(whole, opening, known, reading)
        if listing is not None:
            kinds[whole.quantity.kind, whole.is_more] = listing
            yield listing
    for whole in opening.wholes:
        before = kinds.get((whole.quantity.kind, whole.is_more))
        if before is None or not before.holds or whole.start < before.whole.end or whole.place in known.claimed:
            continue
        further = opening._replace(end=before.parts[-1].end)
        listing = _found(whole, further, known, reading)
        many = listing is not None and (len(listing.parts) >= _MIXED or whole.quantity.value >= _TELLING)
        if listing is not None and listing.holds and many:
            kinds[whole.quantity.kind, whole.is_more] = listing
            yield listing


def _found(whole: Term, opening: _Opening, known: _Known, reading: Reading) -> Listing | None:
    """The list behind an opening that is told of a whole: as far as its words say, or farther where it holds."""
    untils = [opening.until]
    untils += (until for until in opening.farther if until > opening.until)
    for until in untils:
        first = bisect_left(known.starts, opening.end)
        inside = known.terms[first : min(first + _LOOKED_AT, bisect_left(known.starts, until))]
        tried = _listing(whole, opening, _Behind(inside, known.claimed, known.named, known.openers), reading)
        if tried is None:
            continue
        if not tried.holds and falls_off([part.quantity for part in tried.parts], whole.quantity, reading):
            continue
        near = until == opening.until and whole in opening.wholes
        if near or (tried.holds and _is_sure(tried, opening)):
            return tried
    return None


def _is_sure(far: Listing, opening: _Opening) -> bool:
    """Whether parts that stand farther off are of that whole: not few of other names, and no small number."""
    whole = far.whole.quantity
    same = whole.unit is not None and all(alike(part.quantity, whole) for part in far.parts)
    return len(far.parts) >= _leaps(far.whole, opening) and whole.value >= (_SEVERAL if same else _CERTAIN)


def _leaps(whole: Term, opening: _Opening) -> int:
    """How many parts it takes to be sure of a whole that stands at the head of the page, or near."""
    return _MIXED if whole in opening.distant else 2


class _Behind(NamedTuple):
    """The figures behind an opener, those that may be parts chosen only as far as they are asked for."""

    terms: Sequence[Term]
    claimed: AbstractSet[int]
    named: AbstractSet[int]
    """The places of figures that have a unit written, or are too large to be mere numbers of things."""
    openers: Sequence[int]
    """Where words that open parts begin, on all of the page."""

    def any_of(self, whole: Term) -> Iterator[Term]:
        """Those that no list inside has; numbers of levels are parts only of one of a level."""
        free = (one for one in self.terms if one.place not in self.claimed)
        return (one for one in free if one.level is None or whole.level is not None)

    def amounts_of(self, whole: Term) -> Iterator[Term]:
        """Of those the ones that say by how much nothing is more."""
        return (one for one in self.any_of(whole) if not one.is_more)

    def named_of(self, whole: Term) -> Iterator[Term]:
        """Of those the ones that are named, if the whole is."""
        all_count = whole.place not in self.named
        return (one for one in self.any_of(whole) if all_count or one.place in self.named)


def _listing(whole: Term, opening: _Opening, behind: _Behind, reading: Reading) -> Listing | None:
    """The list behind an opener whose parts make a whole."""
    slip: Listing | None = None
    first_until = opening.end + _FIRST
    for fits, least in ((alike, 2), (both_counts, _MIXED if whole.quantity.value < _TELLING else 2)):
        for chosen in (behind.any_of, behind.amounts_of, behind.named_of):
            parts = _run(whole, chosen(whole), fits, first_until)
            sizes = [
                size
                for size in _sizes(parts, whole, least)
                if total(of(part.quantity) for part in parts[:size]).meets(of(whole.quantity))
            ]
            if sizes:
                size = min(sizes, key=lambda size: abs(_added(parts[:size]) - whole.quantity.value))
                return Listing(whole, tuple(parts[:size]), opening.end, opening.until, holds=True)
        if fits is alike and whole.level is None:
            for larger in (False, True):
                run = _run(whole, behind.named_of(whole), fits, first_until, larger=larger)
                for parts in (run, _of_first_sentence(run, reading)):
                    if slip is None and len(parts) >= least and _is_slip(whole, parts, behind, opening, reading):
                        slip = Listing(whole, tuple(parts), opening.end, opening.until, holds=False)
    return slip


def _of_first_sentence(parts: Sequence[Term], reading: Reading) -> list[Term]:
    """The parts that stand in one sentence with the first: those behind may be of another list."""
    end = reading.structure.sentence(parts[0].start).end if parts else 0
    return [part for part in parts if part.start < end]


def _added(parts: Sequence[Term]) -> float:
    return sum(part.quantity.value for part in parts)


def _sizes(parts: Sequence[Term], whole: Term, least: int) -> Iterator[int]:
    """How many of the first parts come near their whole; so that not every sum is added up anew."""
    goal, added = of(whole.quantity), Interval(0, 0)
    for size, part in enumerate(parts, start=1):
        added = total((added, of(part.quantity)))
        if size >= least and added.one_unit_wider(_NEAR * whole.quantity.value).meets(goal):
            yield size


def _is_named(term: Term, reading: Reading) -> bool:
    """Whether a number has a unit written, or is too large for one of "Cơ sở 1 tuyển 245 học sinh, cơ sở 2 ..."."""
    return term.quantity.value >= _MANY or any(map(str.isalpha, reading.folded[term.start : term.end]))


def _is_slip(whole: Term, parts: Sequence[Term], behind: _Behind, opening: _Opening, reading: Reading) -> bool:
    """Whether parts that miss their whole are meant to make it: a slip of the pen, and no part that is left out."""
    told = (whole, *parts)
    comparators = {term.quantity.comparator for term in told}
    if not comparators <= {"eq", "approx"} or _goes_on(parts[-1], reading):
        return False
    if bisect_right(behind.openers, opening.end) < bisect_left(behind.openers, parts[-1].start):
        return False  # "56 vụ giết người, ...; trong đó khoảng 170 vụ lừa đảo"
    values = [part.quantity.value for part in parts]
    lack = whole.quantity.value - sum(values)
    estimated = "approx" in comparators and abs(lack) <= _ESTIMATED * whole.quantity.value
    if lack == 0 or estimated or whole.quantity.value in values:
        return False
    may_lack = whole.quantity.kind in ("count", "number") and 0 < lack < min(values) and not opening.is_full
    if may_lack and not any(swapped(one, one + lack) for one in (*values, sum(values))):
        return False  # "504 chuyến bị chậm, trong đó hãng A 249, hãng B 175, hãng C 76": a small one may be left out
    exceeds = lack < 0 and _exceeds(whole, parts, opening, reading)
    return (exceeds or one_is_slipped(values, whole.quantity.value)) and not _left_one_out(
        whole, parts, behind.any_of(whole)
    )


def _exceeds(whole: Term, parts: Sequence[Term], opening: _Opening, reading: Reading) -> bool:
    """Whether several amounts of money of one sentence are too much for the whole right before their opener."""
    sentence = reading.structure.sentence(parts[0].start)  # of the line behind "trong đó", too
    values = [part.quantity.value for part in parts]
    return (
        whole.quantity.kind == "money"
        and len(parts) >= _MIXED
        and whole.end <= opening.start <= whole.end + _NEXT
        and parts[-1].end <= sentence.end
        and _ROUNDED < sum(values) / whole.quantity.value < _TOO_MUCH
        and not any(part.is_more or part.is_outcome for part in (whole, *parts))
        and not any(sum(values[at + 1 :]) == value and has_digits(value) for at, value in enumerate(values))
    )


def _goes_on(last: Term, reading: Reading) -> bool:
    """Whether an ellipsis behind the last part tells that there are more."""
    end = min(reading.structure.sentence(last.end - 1).end + 2, last.end + _FIRST)
    return _AND_SO_ON.search(reading.folded, last.end, end) is not None


def _left_one_out(whole: Term, parts: Sequence[Term], behind: Iterable[Term]) -> bool:
    """Whether a figure behind that is no part makes up what they lack: "10 học sinh: 1 tân sinh viên, 9 học sinh"."""
    lack = whole.quantity.value - sum(part.quantity.value for part in parts)
    return lack > 0 and any(
        term not in parts and term.quantity.value == lack and both_counts(term.quantity, whole.quantity)
        for term in behind
    )


def _run(
    whole: Term,
    behind: Iterable[Term],
    fits: Callable[[Quantity, Quantity], bool],
    first_until: int,
    *,
    larger: bool = False,
) -> list[Term]:
    """The figures that may be parts: of the whole's kind, as deep in brackets as the first, less than the whole.

    The first begins up to ``first_until``. With ``larger`` one that is misprinted may be as large as the whole.
    """
    parts: list[Term] = []
    for term in behind:
        if not parts and term.start > first_until:
            break
        if term.place == whole.place or not fits(term.quantity, whole.quantity):
            continue
        if parts and term.depth != parts[0].depth:
            continue
        if (term.quantity.value >= whole.quantity.value and not larger) or len(parts) == _PARTS:
            break
        parts.append(term)
    return parts


def _openings(
    reading: Reading, all_terms: Sequence[Term], detail: regex.Pattern[str], full: regex.Pattern[str]
) -> Iterator[_Opening]:
    folded, structure = reading.folded, reading.structure
    by_index = {term.place: term for term in all_terms}
    starts = [term.start for term in all_terms]
    brackets = Brackets(reading)
    head = all_terms[: min(_WHOLES, bisect_left(starts, _head_end(reading)))]
    for match in reading.matches.parts:
        inside = tuple(by_index[i] for i in match.quantities if i in by_index)
        wholes = inside or tuple(_before(match.start, brackets, all_terms, starts))
        until = _until(match.start, match.end, brackets)
        block = structure.block(match.start)
        farther = _following(until, reading) if match.start - block.start <= _HEAD else ()
        distant = () if inside else tuple(term for term in head if term.start < block.start and term not in wholes)
        is_full = full.search(folded, match.start, match.end) is not None
        yield _Opening(match.start, match.end, until, wholes, farther, is_full, distant)
    for hit in detail.finditer(folded):
        if not folded[structure.sentence(hit.start()).start : hit.start()].strip(_BLANK):
            wholes = tuple(_before(hit.start(), brackets, all_terms, starts, _PASSED, deep=True))
            yield _Opening(hit.start(), hit.end(), hit.end(), wholes, (structure.sentence(hit.start()).end,))
    for term in all_terms:
        bracket = _BRACKET.match(folded, term.end)
        if bracket is not None:
            yield _Opening(term.end, bracket.end(), brackets.close(bracket.end()), (term,), is_full=True)
        colon = _COLON.match(folded, term.end)
        if colon is not None and not _in_number(colon.end(), reading):
            last = _ends(folded, colon.end(), structure.block(term.start).end)
            until = _blocks(term.start, reading) if last else structure.sentence(term.start).end
            yield _Opening(term.end, colon.end(), until, (term,), is_full=True)


def _in_number(offset: int, reading: Reading) -> bool:
    """Whether a mark that ends there is part of a number."""
    before = reading.quantities_in(0, offset)
    return len(before) > 0 and offset <= reading.lexed.quantities[before[-1]].end


def _before(
    offset: int,
    brackets: Brackets,
    all_terms: Sequence[Term],
    starts: Sequence[int],
    blocks: int = 1,
    *,
    deep: bool = False,
) -> list[Term]:
    """The figures an opener may speak of, the nearest first: of its block, or of those before if it begins its own.

    Of those before at any rate if it stands ``deep`` in its own.
    """
    structure = brackets.reading.structure
    start = structure.block(offset).start
    for _ in range(blocks if deep or offset - start <= _HEAD else 0):
        start = structure.block(start - 1).start if start > 0 else 0
    depth = brackets.depth(offset)
    near: list[Term] = []
    for at in range(bisect_left(starts, offset) - 1, bisect_left(starts, start) - 1, -1):
        term = all_terms[at]
        if term.end <= offset and (depth == 0 or term.depth < depth):
            near.append(term)
            if len(near) == _WHOLES:
                break
    return near


def _until(start: int, end: int, brackets: Brackets) -> int:
    """How far parts go: to the bracket's end, through the block, and through the list that it introduces."""
    reading = brackets.reading
    if brackets.depth(start):
        return brackets.close(end)
    block = reading.structure.block(start)
    if _ends(reading.folded, end, block.end):
        return _blocks(start, reading)
    return max(block.end, reading.structure.list_end(start))


def _head_end(reading: Reading) -> int:
    """The end of the title and the paragraph under it."""
    return reading.structure.block(reading.structure.block(0).end).end if reading.structure.text_end else 0


def _following(until: int, reading: Reading) -> tuple[int, ...]:
    """The ends of the paragraphs behind a list that may go on with it.

    Of those that begin with a figure, "25 suất học bổng do Quỹ của tỉnh lo"; else of the next, "Quỹ tỉnh lo 25 suất".
    """
    next_ends, end = [], until
    for _ in range(_NEXT_BLOCKS):
        if end >= reading.structure.text_end:
            break
        end = reading.structure.block(end).end
        next_ends.append(end)
    for _ in range(_BLOCKS):
        numbers = reading.quantities_in(until, min(until + 1, reading.structure.text_end))
        if not len(numbers):
            break
        until = reading.structure.block(until).end
    return (until, *next_ends)


def _ends(folded: str, start: int, end: int) -> bool:
    """Whether nothing but a colon stands there."""
    return _NOTHING.fullmatch(folded, start, end) is not None


def _blocks(offset: int, reading: Reading) -> int:
    """The end of the blocks that a line ending in a colon may introduce."""
    end = reading.structure.block(offset).end
    for _ in range(_BLOCKS):
        if end >= reading.structure.text_end:
            break
        end = reading.structure.block(end).end
    return end
