"""A number and its percentage, where the whole stands somewhere before: "có 600 hộ ...; hộ nghèo 248 hộ, chiếm 41,33%".

Several figures may be the whole. If the percentage is that of one of them, the two agree; if of none, its base is not
on the page or the page is wrong. What was the whole before is so for the rest of a paragraph, however long.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.checks.comparable import is_single
from extract.checks.interval import exactly, of
from extract.checks.printed import printed_percent
from extract.checks.relation import Verdict
from extract.checks.shares.named_base import named_bases
from extract.checks.shares.share import Share, may_be_whole
from extract.checks.shares.share_above import lone_base, shares_of_one_above
from extract.checks.shares.sibling_shares import digits_of, sibling_shares
from extract.codes import ADDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.checks.relation_words import RelationWords
    from extract.checks.shares.share import Placed, Settled
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

_REACH = 90
_BEHIND = 40
_LONGEST_BRACKET = 120
_OTHERS = 3
"""So many percentages of other kinds may stand between a figure and its share."""
_DISTANT = 4
"""So many figures before a part may be parts of the same whole."""
_ALL = 100
_GAP = 2
"""So many characters, blanks and a dash, a sentence may have before its first word."""
_BASES = 12
"""How many figures before a part may be its whole."""
_BOUNDS = frozenset({"range", "lt", "le", "ge"})
_PRINTED = frozenset({"eq", "gt", "approx_below"})
"""Percentages that are told exactly, or as a little more or less: "chiếm gần 59%"."""
_TELLING = 3
"""So many digits a percentage must have whose part is not the figure next before it."""
_JOINED = regex.compile(r"[^\d,;.:()\n]{1,40}")
_IN_BRACKET = regex.compile(r"[^\d().;:\n]{1,70}\(\s?")
"""Between a percentage, what it is of, and its figure: "97,7% là đồng bào dân tộc (219 hộ)"."""
_CLOSING = regex.compile(r"[\s\p{L}]{0,24}\)")


class _LastWhole:
    """The whole of the share before, which may be that of all shares behind it in its paragraph."""

    def __init__(self, reading: Reading) -> None:
        self._structure = reading.structure
        self._whole: Quantity | None = None
        self._block = -1

    def at(self, part: Quantity) -> Quantity | None:
        """That of shares in the paragraph of ``part``, if one is known."""
        return self._whole if self._block == self._structure.block(part.start).start else None

    def take(self, whole: Quantity, part: Quantity) -> None:
        """It is ``whole`` from ``part`` on."""
        self._whole, self._block = whole, self._structure.block(part.start).start


class _Found(NamedTuple):
    """Shares told behind their parts."""

    checks: list[Check]
    """Of those told with their whole."""
    settled: list[Settled]
    alone: list[Placed]
    """Those of which no whole is in sight."""


def stated_shares(drawn: Drawn, vocabulary: RelationWords) -> Iterator[Check]:
    """One check for every figure with a percentage next behind it that is its share of a figure before it."""
    reading = drawn.reading
    found = _behind_parts(drawn, vocabulary)
    first = [*_percent_first(reading, vocabulary)]
    settled = [*found.settled, *((at, share, whole) for at, share, whole in first if whole is not None)]
    settled += shares_of_one_above(reading, found.alone)
    settled += named_bases(reading, _left(found.alone, settled), vocabulary.number_of)
    yield from found.checks
    yield from (share.check(whole, reading) for _, share, whole in settled)
    yield from sibling_shares(
        reading, _left([*found.alone, *((at, share) for at, share, _ in first)], settled), settled
    )


def _left(some: Iterable[Placed], settled: Iterable[Settled]) -> list[Placed]:
    """Those that have no whole yet."""
    placed = {at for at, *_ in settled}
    return [one for one in some if one[0] not in placed]


def _behind_parts(drawn: Drawn, vocabulary: RelationWords) -> _Found:
    """The shares whose percentage stands next behind their part, or behind what goes with it."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    rated = {index: item.totals[0] if item.totals else None for item in drawn.rated for index in item.quantities}
    last = _LastWhole(reading)
    found = _Found([], [], [])
    for nearest, (_, percent) in enumerate(pairwise(quantities)):
        total = rated.get(nearest)
        if total is not None:
            last.take(quantities[total], quantities[nearest])
        at, since = _place(nearest, percent, reading, vocabulary)
        part = quantities[at]
        share = Share(part, percent)
        if rated.get(at) is not None or not _is_told(share, reading, vocabulary, since):
            continue
        slashed = _slashed(at, percent, reading)
        if slashed is not None:
            found.checks.append(slashed.check(part, reading))
            continue
        is_change = vocabulary.direction(reading.folded, part.start, quantities[at - 1].end if at else 0) is not None
        whole = _base(reading, at, share, last.at(part), exactly=is_change)
        if whole is None and at and _tells_of_before(at, share, reading, vocabulary):
            before = Share(quantities[at - 1], percent)
            whole = _base(reading, at - 1, before, last.at(part), exactly=True)
            share = share if whole is None else before
        if whole is not None:
            last.take(whole, part)
            found.settled.append((at, share, whole))
        elif at and vocabulary.of_whole.search(reading.folded, quantities[at - 1].end, part.start):
            found.checks.extend(_of_told_whole(at, percent, reading, vocabulary))
        else:
            found.alone.append((at, share))
    return found


def _of_told_whole(at: int, percent: Quantity, reading: Reading, vocabulary: RelationWords) -> Iterator[Check]:
    """The check of a percentage behind a part and its whole: "412 hộ nghèo trên tổng số 886 hộ, chiếm 46,5%"."""
    part, whole = reading.lexed.quantities[at - 1 : at + 1]
    near = part.start >= reading.structure.sentence(whole.start).start
    if near and may_be_whole(whole, part) and part.role == "value" and 0 < part.value <= whole.value:
        yield from _of_next(reading, at, Share(part, percent), whole, vocabulary)


def _slashed(at: int, percent: Quantity, reading: Reading) -> Share | None:
    """What a slash parts from its whole, if the percentage is its share: "25.400 hội viên/29.800 phụ nữ, đạt 85,2%"."""
    if at == 0:
        return None
    part, whole = reading.lexed.quantities[at - 1 : at + 1]
    if reading.folded[part.end : whole.start].strip() != "/" or part.kind not in ADDED or whole.value <= 0:
        return None
    share = Share(part, percent)
    return share if may_be_whole(whole, part) and share.fits(whole, reading) else None


def _place(nearest: int, percent: Quantity, reading: Reading, vocabulary: RelationWords) -> tuple[int, int]:
    """The place of the part of a percentage, and where the words begin that lead from it to the percentage."""
    quantities = reading.lexed.quantities
    at = _before_bracket(nearest, percent, reading)
    this = quantities[at]
    if at and this.kind == "percent":
        before = _behind_others(at, percent, reading, vocabulary)
        called = vocabulary.share.search(reading.folded, this.end, percent.start)
        if before is not None and called is not None:
            return before, called.start()
        if before is not None and digits_of(Share(quantities[before], percent), reading) >= _TELLING:
            return before, this.end
    elif at and this.comparator in _BOUNDS and _describes(at, reading):
        return at - 1, quantities[at - 1].end  # "38 xã đạt 10-14 tiêu chí, chiếm 42,7%"
    return at, this.end


def _behind_others(at: int, percent: Quantity, reading: Reading, vocabulary: RelationWords) -> int | None:
    """The place of the figure of a share behind a change, or a part of a plan, of it.

    "5,9 tỷ USD, tăng 8,4%, chiếm tỷ trọng 10,9%", "2.310 tỷ đồng, bằng 34,4% dự toán, chiếm 67,6%".
    """
    quantities = reading.lexed.quantities
    first = reading.structure.sentence(percent.start).start
    for place in range(at, max(0, at - _OTHERS), -1):
        this, before = quantities[place], quantities[place - 1]
        changed = vocabulary.direction(reading.folded, this.start, before.end) is not None
        if before.start < first or not (changed or vocabulary.of_plan.match(reading.folded, this.end)):
            return None
        if before.kind != "percent":
            return place - 1 if before.kind in ADDED else None
    return None


def _before_bracket(at: int, percent: Quantity, reading: Reading) -> int:
    """The place of the figure before the bracket that the one at ``at`` stands in, if it closes before a percentage.

    "đã giải quyết 15.539 hồ sơ (trong đó 9 hồ sơ quá hạn), đạt 97,93%".
    """
    quantities, folded = reading.lexed.quantities, reading.folded
    between = folded[quantities[at].end : percent.start]
    if ")" not in between or "(" in between:
        return at
    opened = folded.rfind("(", max(0, quantities[at].start - _LONGEST_BRACKET), quantities[at].start)
    while opened >= 0 and at and quantities[at].start > opened:
        at -= 1
    return at


def _tells_of_before(at: int, share: Share, reading: Reading, vocabulary: RelationWords) -> bool:
    """Whether a percentage may be of the figure before that at ``at``, which describes it or goes with it."""
    telling = digits_of(share, reading) >= _TELLING and _describes(at, reading)
    return telling or _goes_with(at, reading, vocabulary)


def _goes_with(at: int, reading: Reading, vocabulary: RelationWords) -> bool:
    """Whether a figure of another unit only goes with the one before it: "181 hộ nghèo với 882 khẩu, chiếm 42%"."""
    before, this = reading.lexed.quantities[at - 1 : at + 1]
    other = before.unit != this.unit and before.kind in ADDED and before.role == "value" and before.value_max is None
    return other and vocabulary.beside.fullmatch(reading.folded, before.end, this.start) is not None


def _describes(at: int, reading: Reading) -> bool:
    """Whether a figure of another unit only tells what the one before it is: "38 xã đạt 10-14 tiêu chí"."""
    before, this = reading.lexed.quantities[at - 1 : at + 1]
    joined = before.kind in ADDED and is_single(before) and before.unit not in (None, this.unit)
    return joined and _JOINED.fullmatch(reading.folded, before.end, this.start) is not None


def _percent_first(reading: Reading, vocabulary: RelationWords) -> Iterator[tuple[int, Share, Quantity | None]]:
    """Shares with their part behind them: "vốn 48 tỷ đồng, trong đó huyện chiếm 62,5% (30 tỷ đồng)".

    Each with the place of its part, and its whole if that is sure.
    """
    last = _LastWhole(reading)
    quantities = reading.lexed.quantities
    for at, (percent, part) in enumerate(pairwise(quantities)):
        if at + 2 < len(quantities) and quantities[at + 2].role in ("whole", "plan"):
            continue  # "85,6% (6.420/7.500 hộ)": of that fraction
        if percent.kind != "percent" or part.kind not in ADDED or {percent.value_max, part.value_max} != {None}:
            continue
        exact = percent.comparator == part.comparator == "eq" and part.role == "value" and part.value > 0
        follows = exact and (
            vocabulary.follows.fullmatch(reading.folded, percent.end, part.start)
            or (_IN_BRACKET.fullmatch(reading.folded, percent.end, part.start) and _closes(part, reading))
        )
        if not follows or vocabulary.direction(reading.folded, percent.start) is not None:
            continue
        share = Share(part, percent)
        whole = _base(reading, at, share, last.at(part)) or lone_base(reading, at, share)
        if whole is not None:
            last.take(whole, part)
        yield at + 1, share, whole


def _closes(part: Quantity, reading: Reading) -> bool:
    """Whether a bracket closes behind a figure, or a word for what it counts."""
    return _CLOSING.match(reading.folded, part.end) is not None


def _of_next(reading: Reading, at: int, share: Share, whole: Quantity, vocabulary: RelationWords) -> Iterator[Check]:
    """The check of a share whose whole stands behind its part; none if it is that of several parts.

    "9 xe điện, 101 xe chạy khí trong tổng số 2.595 xe, đạt 4,24%".
    """
    quantities = reading.lexed.quantities
    start = reading.structure.sentence(share.part.start).start
    several = share.part.value
    for earlier in quantities[max(0, at - _DISTANT) : at - 1][::-1]:
        if earlier.start < start or not may_be_whole(whole, earlier):
            break
        several += earlier.value
        both = exactly(several).percent_of(of(whole))
        if both.meets(printed_percent(share.percent, reading.folded)):
            return
    voted = vocabulary.voted.search(reading.folded, share.part.start, share.percent.start)
    fits = share.fits(whole, reading) or (voted is None and share.part.comparator == whole.comparator == "eq")
    yield share.check(whole, reading, None if fits else Verdict("unchecked", "other_base"))


def _is_told(share: Share, reading: Reading, vocabulary: RelationWords, since: int) -> bool:
    """Whether a percentage says which part of something the figure before it is, by the words ``since`` a place."""
    part, percent = share
    if percent.kind != "percent" or part.kind not in ADDED or part.role != "value":
        return False
    if percent.value_max is not None or part.value_max is not None or percent.comparator not in _PRINTED:
        return False
    between = reading.folded[since : percent.start]
    closed = between.rfind(")")
    if closed >= 0 and "(" in between[:closed]:
        between = between[closed + 1 :]
    if len(between) > _REACH or "\n" in between or vocabulary.other.search(between):
        return False
    led = vocabulary.leads.search(between) is not None or vocabulary.named_rate.search(between) is not None
    return led and vocabulary.of_plan.match(reading.folded, percent.end) is None


def _rough_base(at: int, share: Share, last: Quantity | None, reading: Reading) -> Quantity | None:
    """The same for a share that is told roughly: ``last``, or the nearest larger figure of its unit before it."""
    if last is not None and may_be_whole(last, share.part):
        return last if last.value > share.part.value and share.fits(last, reading) else None
    start = reading.structure.block(share.part.start).start
    for whole in reversed(reading.lexed.quantities[max(0, at - _BASES) : at]):
        same = (whole.kind, whole.unit) == (share.part.kind, share.part.unit) and whole.unit is not None
        if same and whole.start >= start and whole.value > share.part.value:
            return whole if share.fits(whole, reading) else None
    return None


def _base(reading: Reading, at: int, share: Share, last: Quantity | None, *, exactly: bool = False) -> Quantity | None:
    """The figure of which the part is that share: in its block, the nearest before first, or right behind.

    Before all ``last``, the whole of what stands before it in the block. With ``exactly`` only one in the part's own
    unit, as of by how much something has changed: "giảm 13 vụ, tăng 2 người (15,38%)".
    """
    quantities = reading.lexed.quantities
    if share.percent.comparator != "eq":
        return _rough_base(at, share, last, reading)
    of_last = last is not None and may_be_whole(last, share.part) and last.value > share.part.value
    if of_last and last is not None and share.fits(last, reading):
        return last
    block = reading.structure.block(share.part.start)
    sentence = reading.structure.sentence(share.part.start)
    since = sentence.start
    if since > block.start and any(0 <= match.start - since <= _GAP for match in reading.matches.parts):
        since = reading.structure.sentence(since - 1).start  # "có 98 đồng chí. Trong đó, nữ 21 người, chiếm 21,4%"
    before = [q for q in reversed(quantities[max(0, at - _BASES) : at]) if q.start >= block.start]
    inside = [q for q in quantities[at + 1 : at + 3] if q.end < share.percent.start]  # a bracket behind the part
    behind = [q for q in quantities[at + 2 : at + 3] if q.start < min(sentence.end, share.percent.end + _BEHIND)]
    for whole in (*inside, *before, *behind):
        same = whole.unit == share.part.unit
        larger = whole.value > share.part.value
        if share.percent.value == _ALL:
            larger = same and whole.value == share.part.value
        if not may_be_whole(whole, share.part) or not larger:
            continue
        near = whole.start >= since or same
        if near and (same or not exactly) and share.fits(whole, reading):
            return whole
    return None
