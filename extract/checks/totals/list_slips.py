"""Lists that miss their whole by a slip of the pen, told from those that leave a part out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from extract.checks.comparable import both_counts
from extract.checks.digits import has_digits
from extract.checks.slips import is_rounded, one_is_slipped, swapped
from extract.codes import COUNTS, MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.checks.terms import Term
    from extract.checks.totals.list_openings import Opening
    from extract.checks.totals.list_words import PartsVocabulary
    from extract.facts.reading import Reading
    from extract.model import Quantity

_BRACKETED = MEASURES | {"money", "currency"}
"""What things are told apart by from so much to so much."""
_FEWEST = 3
"""So many amounts of one sentence that are too much for their whole are meant to be its parts."""
_FEW = 2
_NEXT = 30
_ROUNDED, _TOO_MUCH = 1.01, 1.5
"""Amounts that are more than so many times their whole, or less, are not meant to be its parts, or rounded."""
_LARGE, _LITTLE = 1_000, 1.003
"""Parts that have so little more than so large a whole do not overlap: they miss it."""
_ESTIMATED = 0.05
"""By such a share estimates may be off."""
_GOES_ON = 160
"""So far behind the last part an ellipsis may stand."""
_REST = 60
"""So far behind the last part its sentence may go on."""
_LACKS = 0.1
"""A list that lacks no greater share of its whole leaves none out."""
_AND_SO_ON = regex.compile(r"…|\.\.\.|v\.\s?v")


def is_slip(whole: Term, parts: Sequence[Term], opening: Opening, reading: Reading, words: PartsVocabulary) -> bool:
    """Whether parts that miss their whole are meant to make it: a slip of the pen, and no part that is left out."""
    told = (whole, *parts)
    comparators = {term.quantity.comparator for term in told}
    if not comparators <= {"eq", "approx"} or _goes_on(parts[-1], reading, words):
        return False
    values = [part.quantity.value for part in parts]
    lack = whole.quantity.value - sum(values)
    if lack == 1 and _tells_one(opening, parts, reading, words):
        return False  # "202 xã: một xã đạt 19 tiêu chí, 25 xã ..., 176 xã ...": an article is no number elsewhere
    estimated = "approx" in comparators and abs(lack) <= _ESTIMATED * whole.quantity.value
    if lack == 0 or estimated or whole.quantity.value in values or is_rounded(whole.quantity, lack):
        return False
    of_few = whole.quantity.kind in MEASURES and len(parts) == _FEW  # "348 ha (trong đó: đậu nành 52 ha, lạc 291 ha)"
    may_lack = (whole.quantity.kind in COUNTS or of_few) and 0 < lack < min(values) and not opening.is_full
    if may_lack and not any(swapped(one, one + lack) for one in (*values, sum(values))):
        return False  # "504 chuyến bị chậm, trong đó hãng A 249, hãng B 175, hãng C 76": a small one may be left out
    if lack > 0 and opening.is_full and _is_complete(whole, parts, opening, reading, words):
        return True
    exceeds = lack < 0 and (
        _exceeds(whole, parts, opening, reading)
        or _exceeds_a_little(whole, parts)
        or _are_of_brackets(whole, parts, opening, reading)
    )
    return exceeds or one_is_slipped(values, whole.quantity.value)


def _is_complete(
    whole: Term, parts: Sequence[Term], opening: Opening, reading: Reading, words: PartsVocabulary
) -> bool:
    """Whether several parts of one unit fill the rest of a sentence, and lack so little that none is left out.

    "350 triệu đồng, gồm Mặt trận 120 triệu đồng, Phụ nữ 100 triệu đồng, Thanh niên 115 triệu đồng".
    """
    told = (whole, *parts)
    same = {term.quantity.unit for term in told} == {whole.quantity.unit} != {None}
    exact = all(term.quantity.comparator == "eq" and not (term.is_more or term.is_outcome) for term in told)
    lack = whole.quantity.value - sum(part.quantity.value for part in parts)
    many = len(parts) >= _FEWEST and lack <= _LACKS * whole.quantity.value
    return same and exact and many and _fill_sentence(whole, parts, opening, reading, words)


def _fill_sentence(
    whole: Term, parts: Sequence[Term], opening: Opening, reading: Reading, words: PartsVocabulary
) -> bool:
    """Whether parts are all that their sentence tells of their kind behind the words that open them."""
    sentence, last = reading.structure.sentence(parts[0].start), parts[-1].end
    near = whole.end <= opening.start <= whole.end + _NEXT and sentence.start <= whole.start
    if not near or not last <= sentence.end <= last + _REST:
        return False
    if any(opening.start < match.start < parts[0].start for match in reading.matches.parts):
        return False  # "152 hộ (trong đó 52 hộ nghèo, ...)"
    told = {whole.start, *(part.start for part in parts)}
    behind = (reading.lexed.quantities[index] for index in reading.quantities_in(opening.end, sentence.end))
    if any(other.kind == whole.quantity.kind and other.start not in told for other in behind):
        return False
    if words.more.search(reading.folded, last, sentence.end) is not None:
        return False
    return words.article.search(reading.folded, opening.end, sentence.end) is None


def _exceeds_a_little(whole: Term, parts: Sequence[Term]) -> bool:
    """Whether things counted are so few more than their whole that they are meant to be all of it.

    "331.624 lượt khách, trong đó khách quốc tế 97.678 lượt, khách trong nước 234.216 lượt".
    """
    exact = all(term.quantity.comparator == "eq" for term in (whole, *parts))
    same = {term.quantity.unit for term in (whole, *parts)} == {whole.quantity.unit} != {None}
    added = sum(part.quantity.value for part in parts)
    large = whole.quantity.kind == "count" and whole.quantity.value >= _LARGE
    return exact and same and large and 1 < added / whole.quantity.value <= _LITTLE


def _are_of_brackets(whole: Term, parts: Sequence[Term], opening: Opening, reading: Reading) -> bool:
    """Whether things too many for their whole are told apart by amounts that follow each other, so that none overlap.

    "90 hộ nghèo, trong đó thu nhập dưới 6 triệu đồng 30 hộ, từ 6-7 triệu đồng 30 hộ, 7-9 triệu đồng 32 hộ".
    """
    quantities, since = reading.lexed.quantities, opening.end
    limits: list[Quantity] = []
    for part in parts:
        between = [quantities[index] for index in reading.quantities_in(since, part.start)]
        if len(between) != 1 or between[0].kind not in _BRACKETED:
            return False
        limits += between
        since = part.end
    added = sum(part.quantity.value for part in parts)
    follow = (one.value_max in (None, two.value) and two.value >= one.value for one, two in pairwise(limits))
    return len(parts) >= _FEWEST and all(follow) and added < _TOO_MUCH * whole.quantity.value


def _tells_one(opening: Opening, parts: Sequence[Term], reading: Reading, words: PartsVocabulary) -> bool:
    """Whether a word for one stands among the parts."""
    end = min(reading.structure.block(parts[-1].end - 1).end, parts[-1].end + _GOES_ON)
    return words.article.search(reading.folded, opening.start, end) is not None


def _exceeds(whole: Term, parts: Sequence[Term], opening: Opening, reading: Reading) -> bool:
    """Whether several amounts of money of one sentence are too much for the whole right before their opener."""
    sentence = reading.structure.sentence(parts[0].start)  # of the line behind "trong đó", too
    values = [part.quantity.value for part in parts]
    return (
        whole.quantity.kind == "money"
        and len(parts) >= _FEWEST
        and whole.end <= opening.start <= whole.end + _NEXT
        and parts[-1].end <= sentence.end
        and _ROUNDED * whole.quantity.value < sum(values) < _TOO_MUCH * whole.quantity.value
        and not any(part.is_more or part.is_outcome for part in (whole, *parts))
        and not any(sum(values[at + 1 :]) == value and has_digits(value) for at, value in enumerate(values))
    )


def _goes_on(last: Term, reading: Reading, words: PartsVocabulary) -> bool:
    """Whether an ellipsis behind the last part tells that there are more, or the next sentence tells the rest."""
    sentence_end = reading.structure.sentence(last.end - 1).end
    if words.rest.match(reading.folded, sentence_end) is not None:
        return True
    return _AND_SO_ON.search(reading.folded, last.end, min(sentence_end + 2, last.end + _GOES_ON)) is not None


def leaves_one_out(whole: Term, parts: Sequence[Term], behind: Iterable[Term]) -> bool:
    """Whether a figure behind that is no part makes up what they lack: "10 học sinh: 1 tân sinh viên, 9 học sinh"."""
    lack = whole.quantity.value - sum(part.quantity.value for part in parts)
    return lack > 0 and any(
        term not in parts and term.quantity.value == lack and both_counts(term.quantity, whole.quantity)
        for term in behind
    )
