"""Lists that take a whole apart: "71 suất, gồm 48 suất ... và 23 suất ...", in brackets, behind a colon, in bullets.

A list is found by its sum: behind the words or marks that open parts, the figures of the whole's kind are added up in
order until they make the whole. Figures inside a list that is found already are no parts of the list around it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from math import isclose
from typing import TYPE_CHECKING, NamedTuple

from extract.checks.comparable import alike, both_counts
from extract.checks.interval import exactly, of, total
from extract.checks.slips import falls_off
from extract.checks.totals.list_openings import openings
from extract.checks.totals.list_slips import is_slip, leaves_one_out
from extract.codes import COUNTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from extract.checks.terms import Term
    from extract.checks.totals.list_openings import Opening
    from extract.checks.totals.list_words import PartsVocabulary
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Quantity

_FEWEST = 3
"""A whole and two parts, all of a kind: most pages have no three such figures."""
_PARTS = 40
_FIRST = 160
"""How far behind the opener the first part may stand."""
_MIXED, _TELLING = 3, 100
"""Things of several names make a small sum only if so many parts do."""
_LOOKED_AT = 200
"""So many figures behind an opener may be parts, or stand between them: "15 suất (7,5 triệu đồng)"."""
_NEAR = 1e-6
"""Sums of fractions, added up in two ways, differ by a smaller share than this."""
_ROUGHLY = {2: 0.001, 3: 0.01, 4: 0.02}
"""Estimates that are all listed come as near to their whole, by how many there are."""
_SEVERAL, _CERTAIN = 4, 20
"""A whole that stands farther off must be so large, if its parts have its name or others."""
_MANY = 10


class Listing(NamedTuple):
    """A whole and its parts, which come to it (``holds``) or miss it by a slip of the pen."""

    whole: Term
    parts: tuple[Term, ...]
    opening: int
    """Where the list begins."""
    until: int
    holds: bool


def listings(drawn: Drawn, all_terms: Sequence[Term], words: PartsVocabulary) -> list[Listing]:
    """All lists of a page that are told apart from their whole, in the order of their openers.

    Behind "Theo đó, ..." is a list only if the parts make up a figure before.
    """
    kinds = Counter(_kind(term) for term in all_terms)
    if max(kinds.values(), default=0) < _FEWEST:
        return []
    claimed: set[int] = set()
    found: list[Listing] = []
    starts = [term.start for term in all_terms]
    named = frozenset(term.place for term in all_terms if _is_named(term, drawn.reading))
    openers = sorted(match.start for match in drawn.reading.matches.parts)
    known = _Known(all_terms, starts, claimed, named, openers, words)
    opened = openings(drawn.reading, all_terms, words)
    for opening in sorted(opened, key=lambda one: (one.start, one.end), reverse=True):
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
    """The places of figures that have a unit written, or are too large to be mere numbers of things."""
    openers: Sequence[int]
    """Where words that open parts begin."""
    words: PartsVocabulary


def _lists_of(opening: Opening, known: _Known, reading: Reading) -> Iterator[Listing]:
    """The lists of an opening, one a kind of figure, and more of a kind one behind the other.

    "274 đơn khiếu nại và 105 đơn tố cáo; trong đó 95 đơn khiếu nại đúng, 179 đơn sai; 24 đơn tố cáo đúng, 81 đơn sai".
    """
    kinds: dict[tuple[str, bool], Listing] = {}
    for whole in (*opening.wholes, *opening.distant):
        kind = (whole.quantity.kind, whole.is_more)
        nearer = kinds.get(kind)
        if whole.place in known.claimed or (nearer is not None and nearer.holds):
            continue
        listing = _found(whole, opening, known, reading)
        told = any(listing and other.holds and listing.parts == other.parts for other in kinds.values())
        if listing is not None and not told and (nearer is None or listing.holds):
            kinds[kind] = listing  # "thu 187 tỷ đồng, đạt 125% dự toán (150 tỷ đồng), trong đó ...": parts of the first
    yield from kinds.values()
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


def _found(whole: Term, opening: Opening, known: _Known, reading: Reading) -> Listing | None:
    """The list behind an opening that is told of a whole: as far as its words say, or farther where it holds."""
    untils = [opening.until]
    untils += (until for until in opening.farther if until > opening.until)
    for until in untils:
        first = bisect_left(known.starts, opening.end)
        inside = known.terms[first : min(first + _LOOKED_AT, bisect_left(known.starts, until))]
        if not _may_have_parts(whole, inside):
            continue
        tried = _listing(whole, opening, _Behind(inside, known, opening.end), reading)
        if tried is None:
            continue
        if not tried.holds and falls_off([part.quantity for part in tried.parts], whole.quantity, reading):
            continue
        near = until == opening.until and whole in opening.wholes
        if near or (tried.holds and _is_sure(tried, opening)):
            return tried
    return None


def _may_have_parts(whole: Term, inside: Sequence[Term]) -> bool:
    """Whether two figures of a kind stand there at least."""
    kind = _kind(whole)
    several = (term for term in inside if _kind(term) == kind and term.place != whole.place)
    return next(several, None) is not None and next(several, None) is not None


def _kind(term: Term) -> str:
    """The kind of a figure that its parts have; of all counts the same."""
    return "count" if term.quantity.kind in COUNTS else term.quantity.kind


def _is_sure(far: Listing, opening: Opening) -> bool:
    """Whether parts that stand farther off are of that whole: not few of other names, and no small number."""
    whole = far.whole.quantity
    same = whole.unit is not None and all(alike(part.quantity, whole) for part in far.parts)
    return len(far.parts) >= _leaps(far.whole, opening) and whole.value >= (_SEVERAL if same else _CERTAIN)


def _leaps(whole: Term, opening: Opening) -> int:
    """How many parts it takes to be sure of a whole that stands at the head of the page, or near."""
    return _MIXED if whole in opening.distant else 2


class _Behind(NamedTuple):
    """The figures behind an opener."""

    terms: Sequence[Term]
    known: _Known
    since: int
    """Where the list begins."""

    def free_for(self, whole: Term) -> list[Term]:
        """Those that no list inside has; numbers of levels are parts only of one of a level, or if no total is told.

        By how much something is more is part of none but what is that much more itself: "hơn 12.200 vụ; đường thủy 27
        vụ, tăng 4 vụ". Nor are so many places a part of other things: "85 suất ở 15 xã".
        """
        is_more, has_places, rated = whole.is_more, whole.has_places, whole.level is not None
        return [
            one
            for one in self.terms
            if one.place not in self.known.claimed
            and (is_more or not one.is_more)
            and (has_places or not one.counts_places)
            and (rated or not one.has_own_sum)
        ]

    def outer_of(self, free: Sequence[Term]) -> Sequence[Term]:
        """Of those that are ``free`` the ones that are no first figure behind the words of a list inside.

        "nội địa 9.000 triệu đồng, trong đó xổ số 115 triệu đồng".
        """
        openers, last = self.known.openers, self.since
        at, count = bisect_left(openers, last), len(openers)
        inside: set[int] = set()
        for one in self.terms:
            before = at
            while at < count and openers[at] < one.quantity.start:
                at += 1
            if at > before and openers[at - 1] >= last:
                inside.add(one.place)
            last = one.quantity.end
        return [one for one in free if one.place not in inside] if inside else free

    def heads_of(self, whole: Term, free: Sequence[Term], reading: Reading) -> Iterable[Term]:
        """Of those the first of every stretch that semicolons part, if there are several.

        "344 sinh viên ...; 50 học sinh có tổng điểm thi 3 môn cao nhất ...; 3 nhóm học sinh".
        """
        kind = _kind(whole)
        same = [one for one in free[:_PARTS] if _kind(one) == kind]
        if not same:
            return ()
        first = same[0]
        own, end = reading.structure.segment(first.start), reading.structure.block(first.start).end
        heads = {own.start: first}
        if own.end < end:
            for one in same:
                if one.start < end:
                    heads.setdefault(reading.structure.segment(one.start).start, one)
        return heads.values() if len(heads) >= _MIXED else ()

    def named_of(self, whole: Term, free: Sequence[Term]) -> Sequence[Term]:
        """Of those the ones that are named, if the whole is."""
        named = self.known.named
        return [one for one in free if one.place in named] if whole.place in named else free


def _rated_of(whole: Term, free: Sequence[Term]) -> list[Term]:
    """The numbers of other levels, if the whole is one of a level.

    "22 sản phẩm đạt từ 3 sao, trong đó có 5 sản phẩm mới; 20 sản phẩm 3 sao, 2 sản phẩm 4 sao".
    """
    own = whole.level or ""
    return [one for one in free if one.level and not own.startswith(one.level)] if own else []


def _listing(whole: Term, opening: Opening, behind: _Behind, reading: Reading) -> Listing | None:
    """The list behind an opener whose parts make a whole."""
    slip: Listing | None = None
    is_far, free = _is_far(whole, opening), behind.free_for(whole)
    first_until = opening.end + _FIRST
    named = behind.named_of(whole, free)
    amounts = [one for one in free if not one.is_more] if whole.is_more else free
    narrower = (amounts, named, behind.outer_of(free), _rated_of(whole, free))
    some = (behind.heads_of(whole, free, reading), free, *(few for few in narrower if few is not free))
    few = whole.quantity.value < _TELLING and not (opening.is_full and whole.quantity.value >= _CERTAIN)
    for fits, least in ((alike, 2), (both_counts, _MIXED if few else 2)):
        tried: list[Term] = []
        for chosen in some:
            parts = _run(whole, chosen, fits, first_until)
            if parts == tried:
                continue  # most often they are the same
            tried = parts
            sizes = [size for size in _sizes(parts, whole, least) if _comes_to(parts, size, whole, reading)]
            sizes = [size for size in sizes if size >= _MIXED or fits is alike or _are_of_one(whole, parts[:size])]
            if is_far and sizes and all(_goes_on(parts, size, reading) for size in sizes):
                return None
            if sizes:
                size = min(sizes, key=lambda size: abs(_added(parts[:size]) - whole.quantity.value))
                return Listing(whole, tuple(parts[:size]), opening.end, opening.until, holds=True)
        if fits is alike and whole.level is None:
            for larger in (False, True):
                run = _run(whole, named, fits, first_until, larger=larger)
                for parts in (run, _of_first_sentence(run, reading)):
                    if slip is None and len(parts) >= least and _is_meant(whole, parts, behind, opening, reading):
                        slip = Listing(whole, tuple(parts), opening.end, opening.until, holds=False)
    return slip


def _is_far(whole: Term, opening: Opening) -> bool:
    """Whether another figure of its kind stands nearer to the words that open parts."""
    nearest = next((one for one in opening.wholes if _kind(one) == _kind(whole)), whole)
    return nearest is not whole


def _goes_on(parts: Sequence[Term], size: int, reading: Reading) -> bool:
    """Whether the clause of the last of so many parts goes on with another, so that these are not all."""
    return size < len(parts) and parts[size].start < reading.structure.segment(parts[size - 1].start).end


def _comes_to(parts: Sequence[Term], size: int, whole: Term, reading: Reading) -> bool:
    """Whether so many parts come to their whole.

    Estimates of estimates do by chance, unless they do as they are printed, or nearly, with all that are listed, or
    all of a sentence: "trên 57 tỷ đồng, trong đó hơn 8 tỷ đồng ..., hơn 13 tỷ đồng ... và hơn 36 tỷ đồng".
    """
    taken = parts[:size]
    if not total(of(part.quantity) for part in taken).meets(of(whole.quantity)):
        return False
    if whole.quantity.comparator == "eq" or all(part.quantity.comparator == "eq" for part in taken):
        return True
    same = all(part.quantity.unit == whole.quantity.unit for part in taken)
    near = _ROUGHLY.get(min(size, _SEVERAL), _NEAR) if same and _are_all(parts, size, whole, reading) else _NEAR
    return isclose(_added(taken), whole.quantity.value, rel_tol=near)


def _are_all(parts: Sequence[Term], size: int, whole: Term, reading: Reading) -> bool:
    """Whether so many parts are all there are, or all of the sentence of their whole."""
    if size == len(parts):
        return True
    end = reading.structure.sentence(whole.start).end
    return parts[size - 1].start < end <= parts[size].start


def _are_of_one(whole: Term, parts: Sequence[Term]) -> bool:
    """Whether two parts of another name than a small whole have one themselves: "30 hộ. Gồm 21 căn mới, 9 căn cũ"."""
    return whole.quantity.value >= _TELLING or len({part.quantity.unit for part in parts}) == 1


def _is_meant(whole: Term, parts: Sequence[Term], behind: _Behind, opening: Opening, reading: Reading) -> bool:
    """Whether parts that miss their whole do so by a slip of the pen, no other list between, and none left out."""
    openers = behind.known.openers
    if bisect_right(openers, opening.end) < bisect_left(openers, parts[-1].start):
        return False  # "56 vụ giết người, ...; trong đó khoảng 170 vụ lừa đảo"
    return (
        is_slip(whole, parts, opening, reading, behind.known.words)
        and not leaves_one_out(whole, parts, behind.free_for(whole))
        and not _gives_each(whole, parts, behind, opening, reading)
    )


def _gives_each(whole: Term, parts: Sequence[Term], behind: _Behind, opening: Opening, reading: Reading) -> bool:
    """Whether a figure among the parts is told of each of several: "xã Phú Hòa và xã Phú An mỗi xã 50 suất"."""
    told = {term.start for term in behind.terms}
    inside = (reading.lexed.quantities[at] for at in reading.quantities_in(opening.end, parts[-1].start))
    return any(one.unit == whole.quantity.unit and one.start not in told for one in inside)


def _of_first_sentence(parts: Sequence[Term], reading: Reading) -> list[Term]:
    """The parts that stand in one sentence with the first: those behind may be of another list."""
    end = reading.structure.sentence(parts[0].start).end if parts else 0
    return [part for part in parts if part.start < end]


def _added(parts: Sequence[Term]) -> float:
    return sum(part.quantity.value for part in parts)


def _sizes(parts: Sequence[Term], whole: Term, least: int) -> Iterator[int]:
    """How many of the first parts come near their whole; so that not every sum is added up anew."""
    goal, added = of(whole.quantity), exactly(0)
    for size, part in enumerate(parts, start=1):
        added = total((added, of(part.quantity)))
        if size >= least and added.one_unit_wider(_NEAR * whole.quantity.value).meets(goal):
            yield size


def _is_named(term: Term, reading: Reading) -> bool:
    """Whether a number has a unit written, or is too large for one of "Cơ sở 1 tuyển 245 học sinh, cơ sở 2 ..."."""
    return term.quantity.value >= _MANY or any(map(str.isalpha, reading.folded[term.start : term.end]))


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
