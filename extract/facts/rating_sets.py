"""Levels tied into sets: which are parts of another, and how many were rated in all.

The number rated is looked for in this order: the Y of an X/Y of the set; the number "được xếp loại" before it in its
block or list; a number of the same group in its sentence; the only number of the same group on the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import regex

from extract.facts.levels import BARE, Names
from extract.facts.rating_items import LINE_HEAD, Named, in_bracket, list_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.facts.rating_items import Item
    from extract.facts.reading import Reading
    from extract.model import Quantity

_COLON = regex.compile(r"\s*(?:như sau\s*)?:")


@dataclass(slots=True, eq=False)
class Set:
    """Levels of one group on one scale, with the number rated."""

    items: list[Item] = field(default_factory=list)
    total: int | None = None
    """Index of the quantity that says how many were rated."""


def mark_parts(items: Sequence[Item], named: Sequence[Named], reading: Reading, names: Names) -> None:
    """Set ``whole`` of the levels that "trong đó", or a colon, makes parts of the level before."""
    for start, end, colon in _openers(items, reading):
        whole = _opened(items, named, start, reading)
        if whole is None:
            continue
        until = reading.structure.sentence(start).end if colon else reading.structure.segment(start).end
        if in_bracket(start, reading):
            close = reading.folded.find(")", end)
            until = until if close < 0 else min(until, close)
        for part in items:
            if part.start < end or part.whole is not None:
                continue
            if part.start >= until or not _fits(part, whole, reading, names):
                break
            part.whole = whole


def _openers(items: Sequence[Item], reading: Reading) -> Iterable[tuple[int, int, bool]]:
    """Start and end of what opens parts, and whether they may fill the sentence."""
    for match in reading.matches.ratings:
        if "opener" in match.slots:
            yield match.start, match.end, reading.folded[match.end : match.end + 2].lstrip().startswith(":")
    for item in items:
        colon = _COLON.match(_without_dates(item.end, reading))
        if colon is not None:
            yield item.end, item.end + 1, True


def _without_dates(start: int, reading: Reading) -> str:
    """The text from ``start`` to the end of its sentence, a period that stands there first left out."""
    end = reading.structure.sentence(start).end if start < reading.structure.text_end else start
    for mention in reading.periods:
        if mention.start >= start:
            if mention.start - start <= 1:
                start = mention.end
            break
    return reading.folded[start:end]


def _opened(items: Sequence[Item], named: Sequence[Named], start: int, reading: Reading) -> Item | None:
    """The level that parts opened at ``start`` are parts of."""
    sentence = reading.structure.sentence(start)
    before = [item for item in items if sentence.start <= item.start and item.end <= start and item.whole is None]
    if not before:
        return None
    whole = before[-1]
    if any(one.quantity is not None and whole.end <= one.start < start for one in named):
        return None  # "147/147 tổ chức được xếp loại, trong đó: ...": parts of that number
    return whole


def _fits(part: Item, whole: Item, reading: Reading, names: Names) -> bool:
    quantities = reading.lexed.quantities
    if (
        part.none
        or part.code != whole.code
        or not _same_name(part.group, whole.group)
        or (part.levels, part.tail) == (whole.levels, whole.tail)
    ):
        return False
    for one, other in ((part.count, whole.count), (part.percent, whole.percent)):
        if one is not None and other is not None and quantities[one].value > quantities[other].value:
            return False
    ranks = [
        (low.rank, high.rank)
        for low in names.steps(part.levels[0])
        for high in names.steps(whole.levels[-1])
        if low.scale == high.scale
    ]
    return not ranks or part.tail == "run" or whole.tail == "up" or any(low < high for low, high in ranks)


def _same_name(one: str | None, other: str | None) -> bool:
    """Whether one name begins with the other: "hộ gia đình", "hộ"."""
    return one is not None and other is not None and (one.startswith(other) or other.startswith(one))


def build_sets(items: Sequence[Item], named: Sequence[Named], reading: Reading, names: Names) -> list[Set]:
    """Runs of levels of one group on one scale, parts apart from their wholes, each with the number rated."""
    sets: list[Set] = []
    for item in items:
        last = next((one for one in reversed(sets) if one.items[-1].whole is item.whole), None)
        if last is not None and _continues(last, item, named, reading, names):
            last.items.append(item)
        else:
            sets.append(Set([item]))
    for one in sets:
        one.total = _total(one, named, reading, names)
        for item in one.items:
            item.total = one.total if item.count is not None or item.none else None
    for item in items:
        if item.whole is not None and item.total is None and item.count is not None:
            item.total = _inner_total(item, item.whole, reading, names)
    return sets


def _continues(one: Set, item: Item, named: Sequence[Named], reading: Reading, names: Names) -> bool:
    last = one.items[-1]
    if item.group != last.group and (item.code is None or item.code != last.code):
        return False
    if not any(names.akin(a, b) for kept in one.items for a in kept.levels for b in item.levels):
        return False
    if any((kept.levels, kept.tail) == (item.levels, item.tail) for kept in one.items):
        return False
    if any(other.rated and last.end <= other.start < item.start for other in named):
        return False
    block, line = reading.structure.block(last.start), reading.structure.block(item.start)
    return block == line or (line.start == block.end and item.start - line.start <= LINE_HEAD)


def _inner_total(part: Item, whole: Item, reading: Reading, names: Names) -> int | None:
    """The number that a part is a part of: that of its scale, or the number of its whole; a percentage tells which."""
    bases = [whole.total, whole.count]
    if part.percent is not None and part.count is not None:
        share = reading.lexed.quantities[part.percent]
        count = reading.lexed.quantities[part.count].value
        return next((base for base in bases if base is not None and _is_share(count, base, share, reading)), None)
    if part.tail == "run" or part.levels == whole.levels:
        return None
    same_scale = any(names.akin(a, b) for a in part.levels for b in whole.levels)
    return whole.total if same_scale else whole.count


def _is_share(count: float, base: int, share: Quantity, reading: Reading) -> bool:
    value = reading.lexed.quantities[base].value
    return value > 0 and share.low <= 100 * count / value <= (share.high or share.value)


def whole_of(index: int | None, reading: Reading) -> int | None:
    """The Y of a fraction X/Y, given its X."""
    quantities = reading.lexed.quantities
    if index is None or index + 1 >= len(quantities):
        return None
    after = quantities[index + 1]
    joined = "/" in reading.folded[quantities[index].start : after.start]
    return index + 1 if after.role == "whole" and joined else None


def _total(one: Set, named: Sequence[Named], reading: Reading, names: Names) -> int | None:
    for item in one.items:
        found = whole_of(item.count, reading)
        if found is not None:
            return found
        if item.everyone:
            return item.count
    first = one.items[0]
    if first.whole is not None or all(item.count is None and not item.none for item in one.items):
        return None
    fitting = _fitting(one, named, reading)
    before = [other for other in fitting if other.start < first.start]
    context = min(reading.structure.block(first.start).start, list_start(first.start, reading))
    rated = [other for other in before if other.rated and other.start >= context and _kin(other, first)]
    if rated:
        return rated[-1].quantity
    if all(item.count is None for item in one.items):
        return None  # "85% CĐCS vững mạnh, không có trung bình": no number to be a part of one
    sentence = reading.structure.sentence(first.start)
    same = [other for other in fitting if other.code == first.code is not None]
    near = [other for other in same if sentence.start <= other.start < first.start]
    if near:
        return near[-1].quantity
    if not any(map(names.graded, first.levels)):
        return None
    behind = [other for other in fitting if other.start > one.items[-1].end and _closes(other, one, reading)]
    if behind:
        return behind[0].quantity
    numbers = {reading.lexed.quantities[other.quantity or 0].value: other.quantity for other in same}
    return next(iter(numbers.values())) if len(numbers) == 1 else None


def _closes(total: Named, one: Set, reading: Reading) -> bool:
    """Whether a number is the sum line of the list just before it: "Cộng | 40"."""
    line = reading.structure.block(total.start)
    last = reading.structure.block(one.items[-1].start)
    return (
        total.rated and line.start == last.end and total.start - line.start <= LINE_HEAD and _kin(total, one.items[0])
    )


def _fitting(one: Set, named: Sequence[Named], reading: Reading) -> list[Named]:
    """Numbers of groups that are large enough to be the number rated, and are no levels themselves."""
    quantities = reading.lexed.quantities
    taken = {index for item in one.items for index in (item.count, item.percent)}
    most = max((quantities[item.count].value for item in one.items if item.count is not None), default=0)
    return [
        other
        for other in named
        if other.quantity is not None
        and other.quantity not in taken
        and quantities[other.quantity].kind in ("count", "number")
        and quantities[other.quantity].value >= most
        and (other.rated or not in_bracket(other.start, reading))
    ]


def _kin(other: Named, item: Item) -> bool:
    return other.code is None or other.code in BARE or other.code == item.code
