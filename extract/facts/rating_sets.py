"""Levels tied into sets: which are parts of another, and how many were rated in all.

The number rated is looked for in this order: the Y of an X/Y of the set; the number "được xếp loại" before it in its
block or list; a number of the same group in its sentence; the only number of the same group on the page.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import regex

from extract.facts.levels import BARE, Names
from extract.facts.rating_names import AllNamed
from extract.facts.surroundings import LINE_HEAD, in_bracket, list_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from extract.facts.rating_items import Item
    from extract.facts.rating_names import Named
    from extract.facts.reading import Reading
    from extract.model import Quantity

_COLON = regex.compile(r"\s*(?:như sau\s*)?:")


@dataclass(slots=True, eq=False)
class Set:
    """Levels of one group on one scale, with the number rated."""

    items: list[Item] = field(default_factory=list)
    total: int | None = None
    """Index of the quantity that says how many were rated."""


def mark_parts(items: Sequence[Item], named: AllNamed, reading: Reading, names: Names) -> None:
    """Set ``whole`` of the levels that "trong đó", or a colon, makes parts of the level before."""
    starts = [item.start for item in items]
    for start, end, colon in _openers(items, reading):
        whole = _opened(items, starts, named, start, reading)
        if whole is None:
            continue
        until = reading.structure.sentence(start).end if colon else reading.structure.segment(start).end
        if in_bracket(start, reading):
            close = reading.folded.find(")", end, until)
            until = until if close < 0 else close
        for at in range(bisect_left(starts, end), bisect_left(starts, until)):
            part = items[at]
            if part.whole is not None:
                continue
            if not _fits(part, whole, reading, names):
                break
            part.whole = whole


def _openers(items: Sequence[Item], reading: Reading) -> Iterable[tuple[int, int, bool]]:
    """Start and end of what opens parts, and whether they may fill the sentence."""
    for match in reading.matches.ratings:
        if "opener" in match.slots:
            yield match.start, match.end, reading.folded[match.end : match.end + 2].lstrip().startswith(":")
    for item in items:
        if _COLON.match(reading.folded, *_without_date(item.end, reading)) is not None:
            yield item.end, item.end + 1, True


def _without_date(start: int, reading: Reading) -> tuple[int, int]:
    """From ``start`` to the end of its sentence, a period that stands there first left out."""
    end = reading.structure.sentence(start).end if start < reading.structure.text_end else start
    for mention in reading.periods_in(start, start + 2):
        return min(mention.end, end), end
    return start, end


def _opened(items: Sequence[Item], starts: Sequence[int], named: AllNamed, start: int, reading: Reading) -> Item | None:
    """The level that parts opened at ``start`` are parts of."""
    sentence = reading.structure.sentence(start)
    for at in range(bisect_left(starts, start) - 1, bisect_left(starts, sentence.start) - 1, -1):
        whole = items[at]
        if whole.end <= start and whole.whole is None:
            # "147/147 tổ chức được xếp loại, trong đó: ...": parts of that number
            return None if any(one.quantity is not None for one in named.within(whole.end, start)) else whole
    return None


def _fits(part: Item, whole: Item, reading: Reading, names: Names) -> bool:
    quantities = reading.lexed.quantities
    if (
        part.none
        or part.code != whole.code
        or not same_name(part.group, whole.group)
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
    joined = len(whole.levels) > 1  # "247/247 tổ loại tốt, khá; trong đó 241 tổ tốt, 06 tổ khá"
    return not ranks or part.tail == "run" or whole.tail == "up" or any(low < high + joined for low, high in ranks)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether one name begins with the other: "hộ gia đình", "hộ"."""
    return one is not None and other is not None and (one.startswith(other) or other.startswith(one))


def build_sets(items: Sequence[Item], named: AllNamed, reading: Reading, names: Names) -> list[Set]:
    """Runs of levels of one group on one scale, parts apart from their wholes, each with the number rated."""
    numbers = Numbers(named, reading)
    sets: list[Set] = []
    open_sets: dict[Item | None, Set] = {}  # by the level that their levels are parts of
    for item in items:
        last = open_sets.get(item.whole)
        if last is not None and _continues(last, item, numbers, reading, names):
            last.items.append(item)
        else:
            sets.append(Set([item]))
            open_sets[item.whole] = sets[-1]
    for one in sets:
        one.total = _total(one, numbers, reading, names)
        for item in one.items:
            item.total = one.total if item.count is not None or item.none else None
    for item in items:
        if item.whole is not None and item.total is None and item.count is not None:
            item.total = _inner_total(item, item.whole, reading, names)
    return sets


def _continues(one: Set, item: Item, numbers: Numbers, reading: Reading, names: Names) -> bool:
    last = one.items[-1]
    if item.group != last.group and (item.code is None or item.code != last.code):
        return False
    if not any(names.akin(a, b) for kept in one.items for a in kept.levels for b in item.levels):
        return False
    if any((kept.levels, kept.tail) == (item.levels, item.tail) for kept in one.items):
        return False
    if numbers.rated_between(last.end, item.start):
        return False
    block, line = reading.structure.block(last.start), reading.structure.block(item.start)
    return block == line or (line.start == block.end and item.start - line.start <= LINE_HEAD)


def _inner_total(part: Item, whole: Item, reading: Reading, names: Names) -> int | None:
    """The number that a part is a part of: that of its scale, or the number of its whole; a percentage tells which."""
    if len(whole.levels) > 1:
        return whole.count
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


def _own_total(one: Set, reading: Reading) -> int | None:
    """The number rated that a level of the set tells itself: the Y of an X/Y, "cả 7 chi hội"."""
    for item in one.items:
        found = whole_of(item.count, reading)
        if found is not None or item.everyone:
            return item.count if found is None else found
    return None


def _total(one: Set, numbers: Numbers, reading: Reading, names: Names) -> int | None:
    found = _own_total(one, reading)
    if found is not None:
        return found
    first, last = one.items[0], one.items[-1]
    if first.whole is not None or all(item.count is None and not item.none for item in one.items):
        return None
    quantities = reading.lexed.quantities
    own = frozenset(index for item in one.items for index in (item.count, item.percent) if index is not None)
    most = max((quantities[item.count].value for item in one.items if item.count is not None), default=0)
    sentence = reading.structure.sentence(first.start).start
    context = min(reading.structure.block(first.start).start, list_start(first.start, reading))
    before = [other for other in numbers.within(min(context, sentence), first.start) if numbers.fits(other, most, own)]
    rated = [other for other in before if other.rated and other.start >= context and _kin(other, first)]
    if rated:
        return rated[-1].quantity
    if all(item.count is None for item in one.items):
        return None  # "85% CĐCS vững mạnh, không có trung bình": no number to be a part of one
    near = [other for other in before if other.start >= sentence and other.code == first.code is not None]
    if near:
        return near[-1].quantity
    if not any(map(names.graded, first.levels)):
        return None
    line = reading.structure.block(last.start)
    for other in numbers.within(max(line.end, last.end + 1), line.end + LINE_HEAD + 1):
        if numbers.fits(other, most, own) and _closes(other, one, reading):
            return other.quantity
    return None if first.code is None else numbers.only(first.code, most, own)


def _closes(total: Named, one: Set, reading: Reading) -> bool:
    """Whether a number is the sum line of the list just before it: "Cộng | 40"."""
    line = reading.structure.block(total.start)
    last = reading.structure.block(one.items[-1].start)
    return (
        total.rated and line.start == last.end and total.start - line.start <= LINE_HEAD and _kin(total, one.items[0])
    )


def _kin(other: Named, item: Item) -> bool:
    return other.code is None or other.code in BARE or other.code == item.code


class Numbers:
    """The numbers that a page gives groups: those that may be the number rated."""

    def __init__(self, named: AllNamed, reading: Reading) -> None:
        quantities = reading.lexed.quantities
        counted = [
            one
            for one in named.all
            if one.quantity is not None and quantities[one.quantity].kind in ("count", "number")
        ]
        self._named = AllNamed(one for one in counted if one.rated or not in_bracket(one.start, reading))
        self._rated = [one.start for one in named.all if one.rated]
        self._quantities = quantities
        self._by_code: dict[str | None, list[Named]] = {}
        for one in self._named.all:
            self._by_code.setdefault(one.code, []).append(one)
        for told in self._by_code.values():
            told.sort(key=self._value, reverse=True)

    def within(self, start: int, end: int) -> list[Named]:
        """Those that begin in a stretch of the text."""
        return self._named.within(start, end)

    def rated_between(self, start: int, end: int) -> bool:
        """Whether a number rated is told there."""
        at = bisect_left(self._rated, start)
        return at < len(self._rated) and self._rated[at] < end

    def fits(self, one: Named, most: float, own: AbstractSet[int]) -> bool:
        """Whether a number is large enough to be the number rated, and is no level (``own``) itself."""
        return one.quantity not in own and self._value(one) >= most

    def only(self, code: str, most: float, own: AbstractSet[int]) -> int | None:
        """The number of a group that fits, if the page gives no other."""
        found: Named | None = None
        for one in self._by_code.get(code, ()):
            if self._value(one) < most:
                break
            if one.quantity in own:
                continue
            if found is not None and self._value(one) != self._value(found):
                return None
            found = one
        return None if found is None else found.quantity

    def _value(self, one: Named) -> float:
        return 0 if one.quantity is None else self._quantities[one.quantity].value
