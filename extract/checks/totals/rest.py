"""A part of a whole and the rest: "giải quyết 19/33 đơn, còn 14 đơn"; "31 trong tổng số 35 thôn ...; 4 thôn chưa đạt".

What is left is told by a word before it or behind it ("còn lại", "chưa"); only a rest that makes up the whole with its
part says anything.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from extract.checks.comparable import alike
from extract.checks.interval import of
from extract.checks.totals.sum_row import sum_row
from extract.codes import COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.checks.relation_words import RelationWords
    from extract.checks.terms import Term
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

_REACH = 200
"""So far behind its part the rest may stand, in its paragraph."""
_NEAR = 4
"""So many figures behind a part its rest may stand; so many before it its whole."""
_BEFORE, _BEHIND = 40, 60
"""How far from the rest the word may stand that makes it one."""
_TELLING, _SAME = 20, 4
"""A whole that is no fraction's must be so large: smaller numbers are a sum by chance. Or so large, if all have one
unit and the word stands right before the rest: "6 ý kiến; trả lời 2 ý kiến, còn 4 ý kiến"."""
_RIGHT_BEFORE = 10
_MOST_BESIDE = 40
"""So many sums of one size that begin before a rest may reach over it."""


def rests(drawn: Drawn, all_terms: Sequence[Term], vocabulary: RelationWords, told: Sequence[Check]) -> Iterator[Check]:
    """One check for every part and rest that make a whole, but for those that a sum of ``told`` tells already."""
    reading = drawn.reading
    by_total: dict[float | None, list[Check]] = {}
    for check in sorted(told, key=_start):
        by_total.setdefault(check.right_low, []).append(check)
    for at, part in enumerate(all_terms):
        for whole in _wholes(at, all_terms, reading, vocabulary):
            rest = _rest(at, whole, all_terms, reading, vocabulary)
            if rest is None or _is_told(whole, rest, by_total.get(of(whole).low, [])):
                continue
            both = (part.quantity, rest)
            yield sum_row(both, whole, reading)
            break


def _wholes(at: int, all_terms: Sequence[Term], reading: Reading, vocabulary: RelationWords) -> Iterator[Quantity]:
    """What a count may be part of: its fraction's second figure, one behind it in words, or one before it."""
    part = all_terms[at]
    if part.quantity.kind not in COUNTS or part.is_more or part.is_outcome:
        return
    following = reading.lexed.quantities[part.place + 1 : part.place + 2]
    for whole in following:
        in_words = vocabulary.of_whole.search(reading.folded, part.end, whole.start) is not None
        if whole.kind in COUNTS and (
            whole.role in ("whole", "plan") or (in_words and whole.value > part.quantity.value)
        ):
            yield whole
            return
    sentence, block = reading.structure.sentence(part.start).start, reading.structure.block(part.start).start
    for before in reversed(all_terms[max(0, at - _NEAR) : at]):
        whole = before.quantity
        same = whole.unit is not None and whole.unit == part.quantity.unit
        near = before.start >= (block if same else sentence) and before.depth == part.depth and whole.kind in COUNTS
        if near and not before.is_more and whole.value >= (_SAME if same else _TELLING):
            yield whole


def _rest(
    at: int, whole: Quantity, all_terms: Sequence[Term], reading: Reading, vocabulary: RelationWords
) -> Quantity | None:
    """The count behind a part that makes up the whole, if a word says that it is what is left."""
    part = all_terms[at].quantity
    end = min(reading.structure.block(part.start).end, max(part.end, whole.end) + _REACH)
    for term in all_terms[at + 1 : at + 1 + _NEAR]:
        rest = term.quantity
        if rest.start >= end:
            break
        if rest.start < whole.end or rest.kind not in COUNTS or term.is_more or part.value + rest.value != whole.value:
            continue
        sentence = reading.structure.sentence(rest.start)
        head = max(sentence.start, rest.start - _BEFORE)
        fits = whole.role != "value" or alike(rest, whole) or alike(rest, part)
        before = vocabulary.rest.search(reading.folded, max(head, rest.start - _RIGHT_BEFORE), rest.start)
        if whole.role == "value" and whole.value < _TELLING and (before is None or rest.unit != whole.unit):
            continue
        if fits and vocabulary.rest.search(reading.folded, head, min(sentence.end, rest.end + _BEHIND)):
            return rest
    return None


def _is_told(whole: Quantity, rest: Quantity, told: Sequence[Check]) -> bool:
    """Whether a sum of that size, of those in order, reaches from the whole over the rest."""
    last = bisect_right(told, max(whole.start, rest.start), key=_start)
    return any(min(whole.end, rest.end) <= check.end for check in told[max(0, last - _MOST_BESIDE) : last])


_start = attrgetter("start")
