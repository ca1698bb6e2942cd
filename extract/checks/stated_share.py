"""A number and its percentage, where the whole stands somewhere before: "có 600 hộ ...; hộ nghèo 248 hộ, chiếm 41,33%".

Several figures may be the whole. If the percentage is that of one of them, the two agree; if of none, its base is not
on the page or the page is wrong, and only a rated set tells which: where the other levels of the set are shares of the
number rated, one that is not disagrees. What was the whole before is so for the rest of a paragraph, however long; and
several numbers in a row that have no whole in their paragraph may have one above it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.checks.interval import Interval, of
from extract.checks.percent_of import last_unit
from extract.checks.relation import Side, Verdict, relation
from extract.checks.terms import COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.checks.percent_of import ShareVocabulary
    from extract.facts.ratings import Rated
    from extract.facts.read import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

KIND = "percent_of"
_PARTS = frozenset({"count", "number", "money", "area", "length", "mass"})
_REACH = 90
_BEHIND = 40
_LEAD = 12
_DISTANT = 4
_FAR = 120
_BASES = 12
"""How many figures before a part may be its whole."""
_RUN = 2
_MOST = 2 / 3
"""So many shares that have no whole in their paragraph, and so many of those in a row, may have one above it."""


class _Share(NamedTuple):
    part: Quantity
    percent: Quantity


def stated_shares(drawn: Drawn, vocabulary: ShareVocabulary) -> Iterator[Check]:
    """One check for every figure with a percentage next behind it that is its share of a figure before it."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    rated = {index: item.totals[0] if item.totals else None for item in drawn.rated for index in item.quantities}
    last: Quantity | None = None
    block = -1  # where ``last`` was the whole of something
    alone: list[tuple[int, _Share]] = []
    for at, (part, percent) in enumerate(pairwise(quantities)):
        total = rated.get(at)
        if total is not None:
            last, block = quantities[total], reading.structure.block(part.start).start
        share = _Share(part, percent)
        if at in rated or not _is_told(share, reading, vocabulary):
            continue
        here = reading.structure.block(part.start).start
        whole = _base(drawn, at, share, last if block == here else None)
        if whole is not None:
            last, block = whole, here
            yield _check(drawn, share, whole)
        elif at and vocabulary.of_whole.search(reading.folded, quantities[at - 1].end, part.start):
            before = quantities[at - 1]  # "412 hộ nghèo trên tổng số 886 hộ, chiếm 46,5%"
            if _may_be(part, before) and before.role == "value" and 0 < before.value <= part.value:
                yield from _of_next(drawn, at, _Share(before, percent), part, vocabulary)
        else:
            alone.append((at, share))
    yield from _of_one_above(drawn, alone)
    yield from _percent_first(drawn, vocabulary)


_OPENS = regex.compile(r"\s*\(\s?(?:tương (?:đương|ứng)(?: với)?|là|với)?\s?")


def _percent_first(drawn: Drawn, vocabulary: ShareVocabulary) -> Iterator[Check]:
    """Shares with their part in a bracket: "vốn 48 tỷ đồng, trong đó huyện chiếm 62,5% (30 tỷ đồng)"."""
    reading = drawn.reading
    for at, (percent, part) in enumerate(pairwise(reading.lexed.quantities)):
        if percent.kind != "percent" or part.kind not in _PARTS or {percent.value_max, part.value_max} != {None}:
            continue
        head = reading.folded[max(0, percent.start - _LEAD) : percent.start]
        exact = percent.comparator == part.comparator == "eq" and part.role == "value" and part.value > 0
        if not exact or not _OPENS.fullmatch(reading.folded, percent.end, part.start) or vocabulary.change.search(head):
            continue
        share = _Share(part, percent)
        whole = _base(drawn, at, share, None)
        if whole is not None:
            yield _check(drawn, share, whole)


def _of_next(drawn: Drawn, at: int, share: _Share, whole: Quantity, vocabulary: ShareVocabulary) -> Iterator[Check]:
    """The check of a share whose whole stands behind its part; none if it is that of several parts.

    "9 xe điện, 101 xe chạy khí trong tổng số 2.595 xe, đạt 4,24%".
    """
    quantities = drawn.reading.lexed.quantities
    start = drawn.reading.structure.sentence(share.part.start).start
    several = share.part.value
    for earlier in quantities[max(0, at - _DISTANT) : at - 1][::-1]:
        if earlier.start < start or not _may_be(whole, earlier):
            break
        several += earlier.value
        both = Interval(several, several).percent_of(of(whole))
        if both.meets(of(share.percent).one_unit_wider(last_unit(drawn.reading.folded, share.percent))):
            return
    voted = vocabulary.voted.search(drawn.reading.folded, share.part.start, share.percent.start)
    fits = _fits(share, whole, drawn) or voted is None
    yield _check(drawn, share, whole, None if fits else Verdict("unchecked", "other_base"))


def _is_told(share: _Share, reading: Reading, vocabulary: ShareVocabulary) -> bool:
    """Whether a percentage says which part of something the figure before it is."""
    part, percent = share
    if percent.kind != "percent" or part.kind not in _PARTS or part.role != "value":
        return False
    if percent.value_max is not None or part.value_max is not None or percent.comparator != "eq":
        return False
    between = reading.folded[part.end : percent.start]
    if len(between) > _REACH or "\n" in between or vocabulary.other.search(between):
        return False
    led = vocabulary.leads.search(between) is not None
    return led and vocabulary.of_plan.match(reading.folded, percent.end) is None


def _of_one_above(drawn: Drawn, alone: Sequence[tuple[int, _Share]]) -> Iterator[Check]:
    """Checks of shares, of two figures in a row at least, of one whole that stands in another paragraph above them.

    "Tỉnh có 1.020 HTX", then "580 HTX nông nghiệp (chiếm 56,9%)" and "89 HTX điện (chiếm 8,7%)", a line each.
    """
    quantities = drawn.reading.lexed.quantities
    for _, members in groupby(alone, key=lambda one: (one[1].part.kind, one[1].part.unit)):
        run = list(members)
        first, share = run[0]
        for whole in reversed(quantities[max(0, first - _BASES) : first]):
            if (whole.kind, whole.unit) != (share.part.kind, share.part.unit) or whole.value_max is not None:
                continue
            fitting = [one for _, one in run if whole.value > one.part.value and _fits(one, whole, drawn)]
            if len(fitting) >= max(_RUN, _MOST * len(run)):
                yield from (_check(drawn, one, whole) for one in fitting)
                break


def distant_shares(drawn: Drawn, vocabulary: ShareVocabulary) -> Iterator[Check]:
    """Percentages of a fraction that something stands between: "2.483/2.911 vụ, còn 160 vụ ... (đạt 85,29%)".

    Only those that fit are told, for others may be of anything.
    """
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for at, percent in enumerate(quantities):
        if percent.kind != "percent" or percent.value_max is not None or percent.comparator != "eq":
            continue
        block = reading.structure.block(percent.start)
        for before in range(at - 1, max(0, at - 1 - _DISTANT), -1):
            part, whole = quantities[before - 1], quantities[before]
            if whole.kind == "percent":
                break
            near = block.start <= part.start and percent.start - whole.end <= _FAR
            exact = part.comparator == whole.comparator == "eq" and whole.value > 0
            if whole.role not in ("whole", "plan") or not near or not exact:
                continue
            head = reading.folded[whole.end : percent.start]
            if vocabulary.leads.search(head) and _fits(_Share(part, percent), whole, drawn):
                kind = "plan_ratio" if whole.role == "plan" else KIND
                yield replace(_check(drawn, _Share(part, percent), whole), kind=kind)
            break


def _base(drawn: Drawn, at: int, share: _Share, last: Quantity | None) -> Quantity | None:
    """The figure of which the part is that share: in its block, the nearest before first, or right behind.

    Else ``last``, the whole of what stands before it in the block.
    """
    reading = drawn.reading
    quantities = reading.lexed.quantities
    block = reading.structure.block(share.part.start)
    sentence = reading.structure.sentence(share.part.start)
    before = [q for q in reversed(quantities[max(0, at - _BASES) : at]) if q.start >= block.start]
    behind = [q for q in quantities[at + 2 : at + 3] if q.start < min(sentence.end, share.percent.end + _BEHIND)]
    for whole in (*before, *behind):
        if not _may_be(whole, share.part) or whole.value <= share.part.value:
            continue
        near = whole.start >= sentence.start or whole.unit == share.part.unit
        if near and _fits(share, whole, drawn):
            return whole
    of_last = last is not None and _may_be(last, share.part) and last.value > share.part.value
    return last if of_last and last is not None and _fits(share, last, drawn) else None


def _may_be(whole: Quantity, part: Quantity) -> bool:
    if whole.kind in COUNTS:
        return part.kind in COUNTS
    return whole.kind == part.kind and whole.unit == part.unit


def rated_shares(drawn: Drawn) -> Iterator[Check]:
    """One check for every level with number, percentage and number rated."""
    quantities = drawn.reading.lexed.quantities
    sets: dict[tuple[object, ...], list[tuple[Rated, _Share, Quantity]]] = {}
    for item in drawn.rated:
        share = _rated_share(item, quantities)
        if share is None or not item.totals:
            continue
        whole = quantities[item.totals[0]]
        if whole.value > 0 and not _told_next(item, share, quantities):
            key = (item.row.group, item.totals[0])
            sets.setdefault(key, []).append((item, share, whole))
    for members in sets.values():
        fitting = [_fits(share, whole, drawn) for _, share, whole in members]
        vouched = sum(fitting) > len(members) - sum(fitting)
        for (_, share, whole), fits in zip(members, fitting, strict=True):
            verdict = None if fits or (vouched and len(members) > 1) else Verdict("unchecked", "other_base")
            yield _check(drawn, share, whole, verdict)


def _rated_share(item: Rated, quantities: Sequence[Quantity]) -> _Share | None:
    """Number and percentage of a level that has both."""
    if item.row.count is None or item.row.percent is None or item.row.count == 0:
        return None
    both = [quantities[index] for index in item.quantities]
    return _Share(both[0], both[1]) if len(both) == 2 and both[1].kind == "percent" else None  # noqa: PLR2004 - both


def _told_next(item: Rated, share: _Share, quantities: Sequence[Quantity]) -> bool:
    """Whether number rated and percentage stand right behind the number: "5/25 chi bộ, chiếm 20%" is checked anyway."""
    at = item.quantities[0]
    following = quantities[at + 1 : at + 3]
    return len(following) > 1 and following[0].role in ("whole", "plan") and following[1].start == share.percent.start


def _fits(share: _Share, whole: Quantity, drawn: Drawn) -> bool:
    left, right = _sides(share, whole, drawn)
    return left.meets(right)


def _sides(share: _Share, whole: Quantity, drawn: Drawn) -> tuple[Interval, Interval]:
    unit = last_unit(drawn.reading.folded, share.percent)
    return of(share.part).percent_of(of(whole)), of(share.percent).one_unit_wider(unit)


def _check(drawn: Drawn, share: _Share, whole: Quantity, verdict: Verdict | None = None) -> Check:
    reading = drawn.reading
    left, right = _sides(share, whole, drawn)
    part = reading.quote(share.part.start, share.part.end)
    return relation(
        reading.page.page_id,
        KIND,
        Side(f"{part} / {reading.quote(whole.start, whole.end)}", left),
        Side(reading.quote(share.percent.start, share.percent.end), right),
        (min(share.part.start, share.percent.start), max(share.part.end, share.percent.end)),
        verdict=verdict,
    )
