"""Parts of a list against the whole it takes apart, for money, counts and measures.

"621 tỉ đồng. Trong đó ... 50 tỉ đồng ...; ... 298 tỉ đồng ...; ... 273 tỉ đồng". A list may leave parts out, so one
that does not come to its whole is passed over, unless the two differ as by a slip of the pen ("237", "327 triệu").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.checks.comparable import alike
from extract.checks.digits import has_digits
from extract.checks.interval import of, total
from extract.checks.totals.sum_row import sum_row
from extract.text import whole_word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from extract.checks.terms import Term
    from extract.checks.totals.listings import Listing
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity
    from extract.rulefiles import RuleFiles

_REACH = 40
"""How far before a total its word may begin: "tổng kinh phí nhà hảo tâm giúp xã là"."""
_FARTHER = 110
"""The same for an amount of some digits: "tổng mức đầu tư công trình rãnh thoát nước khu dân cư là 315 triệu đồng"."""
_OPENING, _OPENED = 24, 130
"""How far from the start of its sentence such a word opens it, and how far behind that its total may stand."""
_PARTS = 12
_BLOCKS = 8
"""How many paragraphs before its own a total may sum up, captions between them counted."""
_SURE = 3
"""So many parts in other paragraphs make a total for sure, if it is printed to ..."""
_MANY = 20
"""Fewer things are made by any parts."""
_AWARDS = "award"
"""The list of what one thing given to people is called."""
_PAIR = 2
_PEOPLE = "person"
"""The list of who they are given to: "đã trao cho 777 em, sẽ trao 223 suất, nâng số suất học bổng lên 1000 suất"."""
_PRECISE = 0.01
"""... so small a share of itself."""


def total_words(files: RuleFiles) -> regex.Pattern[str]:
    """What says that a figure sums up those before it, from the section of that name."""
    return regex.compile(whole_word(files.any_of("total_words")))


def listed_parts(drawn: Drawn, found: Sequence[Listing]) -> Iterator[Check]:
    """One check for every list that was found."""
    for listing in found:
        yield _check(drawn, listing.whole, listing.parts)


def totalled_parts(
    drawn: Drawn, all_terms: Sequence[Term], found: Sequence[Listing], totals: regex.Pattern[str]
) -> Iterator[Check]:
    """Figures before a total that is called one: "xóm 200 triệu đồng, dân 250 triệu đồng, tổng cộng 450 triệu đồng"."""
    reading = drawn.reading
    awards = reading.rules.words[_AWARDS]
    taken = {part.place for listing in found for part in listing.parts}
    wholes = {listing.whole.place for listing in found}
    last: Term | None = None  # a total that parts were found for
    for at, whole in enumerate(all_terms):
        since = all_terms[at - 1].end if at else 0
        goes_on = at > 0 and last is all_terms[at - 1] and _goes_on(last, whole, reading)
        if whole.place in wholes or not (goes_on or _is_called_one(whole, since, reading, totals)):
            continue
        start = reading.structure.block(whole.start).start
        near = _alike_before(at, start, all_terms, taken)
        if not near:
            near = _alike_before(at, reading.structure.sentence(whole.start).start, all_terms, taken, deeper=1)
        sizes: Iterable[int] = range(2, len(near) + 1)
        if _opens(whole, reading) and _is_precise(whole.quantity):  # "Tổng các hoạt động trị giá 215,2 triệu đồng"
            before = _alike_before(at, reading.structure.back(start, _BLOCKS), all_terms, taken, awards)
            sizes = (*sizes, *range(max(_sure(whole), len(near) + 1), len(before) + 1))
            near = before
        if len(near) < _PAIR and whole.quantity.unit in awards:
            near = _alike_before(at, start, all_terms, taken, awards | reading.rules.words[_PEOPLE])[-_PAIR:]
            sizes = (_PAIR,) if len(near) == _PAIR and any(has_digits(one.quantity.value) for one in near) else ()
        for size in sizes:
            parts = near[-size:]
            if total(of(part.quantity) for part in parts).meets(of(whole.quantity)):
                yield _check(drawn, whole, parts)
                last = whole
                break


def _goes_on(last: Term, whole: Term, reading: Reading) -> bool:
    """Whether a figure stands right behind a total in its sentence: "cộng chung 39 dự án, 553 hộ, 6,5 tỷ đồng"."""
    return whole.start - last.end <= _REACH and whole.start < reading.structure.sentence(last.start).end


def _is_called_one(whole: Term, since: int, reading: Reading, totals: regex.Pattern[str]) -> bool:
    """Whether the word for a total stands near before a figure, with no other between, or opens its sentence."""
    reach = _FARTHER if whole.quantity.kind == "money" and has_digits(whole.quantity.value) else _REACH
    if totals.search(reading.folded, max(since, whole.start - reach), whole.start):
        return True
    opening = reading.structure.sentence(whole.start).start
    if opening < since or whole.start - opening > _OPENED:
        return False
    return totals.search(reading.folded, opening, min(opening + _OPENING, whole.start)) is not None


def _sure(whole: Term) -> int:
    """How many parts in other paragraphs make a total for sure: of things, two make one of several digits."""
    return _SURE - (whole.quantity.kind == "count" and has_digits(whole.quantity.value))


def _alike_before(
    at: int,
    start: int,
    all_terms: Sequence[Term],
    taken: Collection[int],
    awards: Collection[str] = (),
    *,
    deeper: int = 0,
) -> list[Term]:
    """The figures from ``start`` on that may be summed up by the one at this place, some at most; none of ``taken``.

    All as deep in brackets, or so much ``deeper``: "xã A (44 tấn), xã B (103 tấn), cộng lại 147 tấn". Classifiers of
    ``awards`` stand for each other: "10 phần quà", "30 suất học bổng".
    """
    whole = all_terms[at]
    before: list[Term] = []
    for earlier in range(at - 1, -1, -1):
        term = all_terms[earlier]
        if term.start < start or len(before) == _PARTS:
            break
        same = alike(term.quantity, whole.quantity) or {term.quantity.unit, whole.quantity.unit} <= set(awards)
        if term.place not in taken and term.depth == whole.depth + deeper and same:
            before.insert(0, term)
    return before


def _opens(whole: Term, reading: Reading) -> bool:
    """Whether a total of money, or of many things, opens its sentence: it may sum up several paragraphs."""
    sentence = reading.structure.sentence(whole.start)
    many = whole.quantity.kind == "count" and whole.quantity.unit is not None and whole.quantity.value >= _MANY
    return (whole.quantity.kind == "money" or many) and whole.start - sentence.start <= _OPENED


def _is_precise(quantity: Quantity) -> bool:
    return quantity.high is not None and quantity.high - quantity.low <= _PRECISE * quantity.value


def _check(drawn: Drawn, whole: Term, parts: Sequence[Term]) -> Check:
    reading = drawn.reading
    quantities = [part.quantity for part in parts]
    return sum_row(quantities, whole.quantity, reading)
