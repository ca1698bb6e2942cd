"""Figures that make up the one before them though no word says so: "tiếp 3.938 lượt: ... 2.383 lượt, ... 1.555 lượt".

Also where two lists run side by side: "ấp 1 có 350 hộ, 1.400 khẩu; ấp 2 có 400 hộ, 1.600 khẩu". Without a word that
opens a list only the numbers tell, so they must be large, follow each other in their unit, and make the whole exactly.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from extract.checks.comparable import alike
from extract.checks.digits import telling_digits
from extract.checks.interval import of, total
from extract.checks.relation import Relation
from extract.checks.totals.sum_row import sum_row
from extract.text_tables.lines import CELL_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import regex

    from extract.checks.terms import Term
    from extract.checks.totals.listings import Listing
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check

_TELLING = 100
"""Smaller numbers make sums by chance."""
_LEAST_SMALL = 3
"""... but three or more, the first of which is told to be a part."""
_PRECISE = 0.005
"""A whole printed to a larger share of itself does, too."""
_REACH = 600
_LARGE, _FEW = 1_000, 3
"""Members of a longer list make smaller ones by chance, if they are more."""
_DIGITS = 4
"""Members that semicolons part make any of fewer digits by chance: "...; 384 triệu đồng; 336 triệu đồng; 48 triệu"."""
_BESIDE = 2
"""So many figures before a member of a list, or behind it, one of its unit stands, if each tells two things."""
_CALLED = 40
"""How far before a total its word may begin."""
_MOST = 12
"""More amounts are no parts of a total that no word takes apart."""
_LOOKED_AT = 60
"""So many figures behind one are looked at."""


def unsaid_sums(
    drawn: Drawn,
    all_terms: Sequence[Term],
    found: Sequence[Listing],
    shares: Iterable[Check],
    totals: regex.Pattern[str],
) -> Iterator[Check]:
    """One check for every figure that those next behind it in its unit, and of its noun if need be, make up.

    A smaller one, too, if one of ``shares`` says that the first of them is a part of it: "nhận 40 vụ, hòa giải thành
    34 vụ, đạt 85%; không thành 4 vụ, đang hòa giải 2 vụ". And a round amount that one of ``totals`` calls one, if it is
    made by all amounts behind it in its sentence. Rows of tables are for ``row_sums``.
    """
    reading = drawn.reading
    told = {listing.whole.place for listing in found}
    shared = _shared(shares)
    wholes = {whole for whole, _ in shared}
    end, is_row = 0, False
    for at, whole in enumerate(all_terms):
        quantity = whole.quantity
        exact = quantity.high is not None and quantity.high - quantity.low <= _PRECISE * quantity.value
        small = quantity.value < _TELLING
        if whole.place in told or whole.is_more:
            continue
        if not exact:
            parts = _rest_of_sentence(at, all_terms, reading, totals)
            if parts:
                yield sum_row([part.quantity for part in parts], quantity, reading)
            continue
        if small and quantity.start not in wholes:
            continue
        if whole.start >= end:
            start, end = reading.structure.block(whole.start)
            is_row = CELL_END.search(reading.folded, start, end) is not None
        parts = [] if is_row else _parts(at, end, all_terms)
        if not is_row and not parts and quantity.noun is not None:
            parts = _parts(at, end, all_terms, noun=quantity.noun)
        if small and parts and ((whole.start, parts[0].start) not in shared or len(parts) < _LEAST_SMALL):
            continue
        if parts and not _goes_on(at, parts, end, all_terms, reading):
            yield sum_row([part.quantity for part in parts], quantity, reading)


def _shared(shares: Iterable[Check]) -> set[tuple[int, int]]:
    """Where the whole and the part begin of shares that agree."""
    agreeing = (share for share in shares if isinstance(share, Relation) and share.outcome == "agrees")
    return {(both[1].start, both[0].start) for share in agreeing if (both := share.shared) is not None}


def _rest_of_sentence(at: int, all_terms: Sequence[Term], reading: Reading, totals: regex.Pattern[str]) -> list[Term]:
    """The amounts behind one that is called a total, all of its sentence, if they come to it; none otherwise.

    "tổng kinh phí 80 triệu đồng, Quỹ hỗ trợ 60 triệu đồng, gia đình đối ứng 20 triệu đồng".
    """
    whole = all_terms[at]
    if whole.quantity.kind != "money" or whole.quantity.comparator != "eq":
        return []
    since = max(all_terms[at - 1].end if at else 0, whole.start - _CALLED)
    if totals.search(reading.folded, since, whole.start) is None:
        return []
    end = reading.structure.sentence(whole.start).end
    behind = (reading.lexed.quantities[index] for index in reading.quantities_in(whole.end, end))
    amounts = [one.start for one in behind if one.kind == "money"]
    parts = [term for term in all_terms[at + 1 : at + 1 + _MOST] if term.start in set(amounts)]
    plain = all(not (part.is_more or part.is_outcome) and part.quantity.comparator == "eq" for part in parts)
    added = sum(part.quantity.value for part in parts)
    return parts if plain and len(parts) == len(amounts) > 1 and added == whole.quantity.value else []


def _goes_on(at: int, parts: Sequence[Term], end: int, all_terms: Sequence[Term], reading: Reading) -> bool:
    """Whether a small whole and its parts are members of one list: "... 186 ca, 130 ca, 31 ca, 27 ca, ..., 12 ca"."""
    whole = all_terms[at]
    if at == 0 or parts[0].depth != whole.depth:
        return False
    apart = reading.structure.segment(whole.start).end <= parts[0].start
    if not (apart and telling_digits(whole.quantity.value) < _DIGITS) and (
        whole.quantity.value >= _LARGE or len(parts) <= _FEW
    ):
        return False
    sentence = reading.structure.sentence(whole.start).start
    earlier = (one for one in reversed(all_terms[max(0, at - _BESIDE) : at]) if one.start >= sentence)
    behind = (one for one in all_terms[at + 1 : at + 2 + _LOOKED_AT] if one.start >= parts[-1].end)
    later = (one for one in islice(behind, _BESIDE) if one.start < end)
    return all(any(alike(one.quantity, whole.quantity) for one in beside) for beside in (earlier, later))


def _parts(at: int, end: int, all_terms: Sequence[Term], *, noun: str | None = None) -> list[Term]:
    """The first figures behind one that come to it, up to ``end``, each as deep in brackets as the first, and near."""
    whole = all_terms[at]
    parts: list[Term] = []
    left, last = whole.quantity.value, whole.end
    for term in all_terms[at + 1 : at + 1 + _LOOKED_AT]:
        if term.start >= end:
            break
        if term.is_more or (parts and term.depth != parts[0].depth) or not alike(term.quantity, whole.quantity):
            continue
        if noun is not None and term.quantity.noun != noun:
            continue
        if term.quantity.value > left or term.start - last > _REACH:
            break
        parts.append(term)
        left -= term.quantity.value
        last = term.end
        if len(parts) > 1 and total(of(part.quantity) for part in parts).meets(of(whole.quantity)):
            return parts
    return []
