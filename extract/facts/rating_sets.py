"""Levels tied into sets: which group they rate, which are parts of another, how many were rated in all."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.facts.levels import BARE, Names
from extract.facts.rating_items import Item, Named, in_bracket, words_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.reading import Reading

_PLACES = frozenset({"commune", "district", "party_committee"})
"""Groups that are named on every page as places, not as what is rated."""
_LINE_HEAD = 60
"""Characters at the start of a line within which a level continues the list of the line before."""


@dataclass(slots=True, eq=False)
class Set:
    """Levels of one group on one scale, with the number rated."""

    items: list[Item] = field(default_factory=list)
    total: int | None = None
    """Index of the quantity that says how many were rated."""


def take_shares(items: Sequence[Item], reading: Reading) -> None:
    """Give every percentage that stands behind a count, "(24%)" or ", chiếm 24%", to that count."""
    ends = [item.end for item in items]
    for match in reading.matches.ratings:
        slot = match.slots.get("share")
        if slot is None or slot.quantity is None:
            continue
        at = bisect_right(ends, match.start)
        if at == 0:
            continue
        item = items[at - 1]
        if item.percent is None and item.count is not None and not words_between(item.end, match.start, reading):
            item.percent = slot.quantity


def name_groups(items: Sequence[Item], named: Sequence[Named], reading: Reading, names: Names) -> None:
    """Set group and code of every item: its own words, or those of the last full group before it."""
    before: Item | None = None
    for item in items:
        own = item.group
        code = None if own is None else names.group_code(own)
        heir = own is None or code == BARE or code is None
        full = _last_full(item, before, named, reading) if heir else _longer(item, code, named, reading)
        if full is not None:
            item.group, item.code = full
        else:
            item.code = None if heir else code
        before = item


def _last_full(
    item: Item, before: Item | None, named: Sequence[Named], reading: Reading
) -> tuple[str, str | None] | None:
    """The full group that a bare word, or none, stands for."""
    sentence = reading.structure.sentence(item.start)
    block = reading.structure.block(item.start)
    bare = item.group
    inside = in_bracket(item.start, reading)
    told = [
        one
        for one in named
        if one.end <= item.start
        and one.code not in (None, BARE)
        and (one.strong or one.code not in _PLACES)
        and (inside or not in_bracket(one.start, reading))
    ]
    if bare is not None:
        same = [one for one in told if one.text.startswith(bare + " ") or _short_of(bare, one.text)]
        if bare == "tổ":  # "trung bình mỗi tổ ...": a tổ is never a chi hội or a đảng viên
            told = same
        elif same and same[-1].start >= sentence.start:
            told = same
    for start in (sentence.start, block.start, 0):
        here = [one for one in told if one.start >= start]
        if start == sentence.start and before is not None and before.start >= start and before.group is not None:
            here = [one for one in here if one.start >= before.end and one.strong] or here
            if not any(one.start >= before.end and one.strong for one in here) and before.code is not None:
                if bare is None or bare != "tổ" or before.group.startswith("tổ"):
                    return before.group, before.code
        if here:
            best = [one for one in here if one.strong] or here
            return best[-1].text, best[-1].code
    return None


def _short_of(bare: str, full: str) -> bool:
    return bare == "tổ" and full in {"tk&vv", "tkvv"}


def _longer(item: Item, code: str | None, named: Sequence[Named], reading: Reading) -> tuple[str, str | None] | None:
    """The longer name that a general one stands for: "15/60 chi hội" after "45/60 chi hội nông dân"."""
    sentence = reading.structure.sentence(item.start)
    for one in reversed(named):
        if one.end <= item.start and one.start >= sentence.start and one.code is not None and item.group is not None:
            if one.text == item.group:
                return None if one.code == code else (one.text, one.code)
            if one.text.startswith(item.group + " ") and one.code != code:
                return one.text, one.code
    return None


def mark_parts(items: Sequence[Item], named: Sequence[Named], reading: Reading, names: Names) -> None:
    """Set ``whole`` of the levels that "trong đó" makes part of the level before it."""
    quantities = reading.lexed.quantities
    counted = [one for one in named if one.quantity is not None]
    for match in reading.matches.ratings:
        if "opener" not in match.slots:
            continue
        sentence = reading.structure.sentence(match.start)
        wholes = [one for one in items if sentence.start <= one.start and one.end <= match.start and one.whole is None]
        if not wholes:
            continue
        whole = wholes[-1]
        if any(one.quantity is not None and whole.end <= one.start < match.start for one in counted):
            continue  # "147/147 tổ chức được xếp loại, trong đó: ...": parts of that number
        colon = ":" in reading.folded[match.end : match.end + 2]
        end = sentence.end if colon else reading.structure.segment(match.start).end
        if in_bracket(match.start, reading):
            end = min(end, match.end + max(0, reading.folded[match.end :].find(")")))
        for part in items:
            if not match.end <= part.start < end or part.whole is not None:
                continue
            if not _fits(part, whole, reading, names):
                break
            part.whole = whole
    for whole in list(items):
        size = None if whole.count is None else quantities[whole.count].value
        if size is None:
            continue
        for part in items:
            if part.split and part.whole is None and part.start > whole.start:
                continue


def _fits(part: Item, whole: Item, reading: Reading, names: Names) -> bool:
    quantities = reading.lexed.quantities
    if part.none or part.code != whole.code:
        return False
    for one, other in ((part.count, whole.count), (part.percent, whole.percent)):
        if one is not None and other is not None and quantities[one].value > quantities[other].value:
            return False
    if part.levels == whole.levels and part.tail == whole.tail:
        return False
    steps = [
        (low.rank, high.rank)
        for low in names.steps(part.levels[0])
        for high in names.steps(whole.levels[-1])
        if low.scale == high.scale
    ]
    return not steps or part.tail == "run" or whole.tail == "up" or any(low < high for low, high in steps)


def build_sets(items: Sequence[Item], named: Sequence[Named], reading: Reading, names: Names) -> list[Set]:
    """Runs of levels of one group on one scale, parts with their wholes apart; then the number rated of each."""
    sets: list[Set] = []
    for item in items:
        for one in reversed(sets):
            if one.items[-1].whole is item.whole:
                if _continues(one, item, named, reading, names):
                    one.items.append(item)
                else:
                    sets.append(Set([item]))
                break
        else:
            sets.append(Set([item]))
    for one in sets:
        one.total = _total(one, named, reading, names)
        for item in one.items:
            item.total = one.total
    for item in items:
        if item.whole is not None and item.total is None and item.count is not None:
            same_scale = any(names.akin(a, b) for a in item.levels for b in item.whole.levels)
            item.total = item.whole.total if same_scale else _inner(item)
    return sets


def _inner(item: Item) -> int | None:
    """The number whose grades these are: "25 cơ quan an toàn: 6 đơn vị xuất sắc, ..."."""
    return None if item.whole is None or item.tail == "run" else item.whole.count


def _continues(one: Set, item: Item, named: Sequence[Named], reading: Reading, names: Names) -> bool:
    last = one.items[-1]
    if item.group != last.group and not (item.code == last.code and item.code is not None):
        return False
    if not any(names.akin(a, b) for kept in one.items for a in kept.levels for b in item.levels):
        return False
    if any(kept.levels == item.levels and kept.tail == item.tail for kept in one.items):
        return False
    if any(named_one.rated and last.end <= named_one.start < item.start for named_one in named):
        return False
    if reading.status(_quantity(last, reading)) != reading.status(_quantity(item, reading)) if _both(last, item) else False:
        return False
    block, line = reading.structure.block(last.start), reading.structure.block(item.start)
    if block == line:
        return True
    return line.start == block.end and item.start - line.start <= _LINE_HEAD


def _both(one: Item, other: Item) -> bool:
    return one.number is not None and other.number is not None


def _quantity(item: Item, reading: Reading):  # type: ignore[no-untyped-def]
    return reading.lexed.quantities[item.number or 0]


def whole_of(index: int | None, reading: Reading) -> int | None:
    """The Y of a fraction X/Y, given its X."""
    quantities = reading.lexed.quantities
    if index is None or index + 1 >= len(quantities):
        return None
    after = quantities[index + 1]
    near = "/" in reading.folded[quantities[index].end : after.start] or after.start - quantities[index].end <= 1
    return index + 1 if after.role == "whole" and near else None


def _total(one: Set, named: Sequence[Named], reading: Reading, names: Names) -> int | None:
    """Index of the quantity that says how many were rated; see the module for the order in which places are tried."""
    for item in one.items:
        found = whole_of(item.count, reading)
        if found is not None:
            return found
        if item.everyone:
            return item.count
    counts = [item.count for item in one.items if item.count is not None]
    first = one.items[0]
    if not counts and not all(item.none for item in one.items):
        return None
    if first.whole is not None:
        return None
    quantities = reading.lexed.quantities
    most = max((quantities[index].value for index in counts), default=0)
    taken = {index for item in one.items for index in (item.count, item.percent)}
    sentence, block = reading.structure.sentence(first.start), reading.structure.block(first.start)
    fitting = [
        candidate
        for candidate in named
        if candidate.quantity is not None
        and candidate.quantity not in taken
        and quantities[candidate.quantity].kind in ("count", "number")
        and quantities[candidate.quantity].value >= most
        and not in_bracket(candidate.start, reading)
    ]
    before = [c for c in fitting if c.start < first.start]
    rated = [c for c in before if c.rated and c.start >= block.start and _kin(c, first)]
    if rated:
        return rated[-1].quantity
    same = [c for c in before if c.start >= sentence.start and c.code == first.code and c.code is not None]
    if same:
        return same[-1].quantity
    if not any(map(names.graded, first.levels)) or first.code is None:
        return None
    anywhere = {quantities[c.quantity].value: c.quantity for c in fitting if c.code == first.code and c.quantity is not None}
    return next(iter(anywhere.values())) if len(anywhere) == 1 else None


def _kin(candidate: Named, item: Item) -> bool:
    return candidate.code in (None, BARE) or candidate.code == item.code
