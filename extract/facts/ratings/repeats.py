"""Ratings that a page tells twice, as a title and a caption do: kept once, from where they are told most fully."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.facts.ratings.item import status_of
from extract.facts.ratings.sets import same_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.ratings.item import Item, Set
    from extract.facts.ratings.levels import Names
    from extract.facts.reading import Reading

_TELLING = 100
"""So large a number is told twice of a level by no chance."""


def once(
    items: Sequence[Item], sets: Sequence[Set], reading: Reading, names: Names
) -> tuple[list[Item], list[tuple[Item, Item]]]:
    """The items without repeats, and the pairs of which one repeats the other.

    A repeat is the same group, level and number told again with nothing that speaks against it.
    """
    twins: list[tuple[Item, Item]] = []
    parts: dict[Item, list[Item]] = {}
    of = {id(item): one for one in sets for item in one.items}
    for item in items:
        if item.whole is not None:
            parts.setdefault(item.whole, []).append(item)
    kept: list[Item] = []
    places: dict[tuple[object, ...], list[int]] = {}  # of those kept, by what a repeat of them has
    for item in items:
        marks = list(_marks(item, reading, names))
        near = sorted({place for mark in marks for place in places.get(mark, ())})
        same = (place for place in near if _same(item, kept[place], reading, names))
        twin = next((place for place in same if not _other_set(of[id(item)], of[id(kept[place])], reading)), None)
        if twin is None:
            twin = len(kept)
            kept.append(item)
        else:
            twins.append((kept[twin], item))
            new, old = _fullness(item, reading), _fullness(kept[twin], reading)
            named = new[0] >= old[0] and _is_called(kept[twin], item, reading, names)
            if new <= old and not named:
                _move_parts(parts, item, kept[twin])
                continue
            _move_parts(parts, kept[twin], item)
            kept[twin] = item
        for mark in marks:
            places.setdefault(mark, []).append(twin)
    return sorted(kept, key=lambda item: (item.start, item.level_start)), twins


def _marks(item: Item, reading: Reading, names: Names) -> Iterator[tuple[object, ...]]:
    """What two of the same share at least one of: the group's first word or its code, level, and a number."""
    quantities = reading.lexed.quantities
    for number, index in (("count", item.count), ("percent", item.percent)):
        if index is not None or item.none:
            value = None if index is None else quantities[index].value
            first_word = (item.group or "").partition(" ")[0]
            for group in filter(None, ((first_word,), _kind(item.code, names), ("",))):
                yield number, value, group, names.meant(item.levels), item.tail


def _kind(code: str | None, names: Names) -> str | frozenset[str] | None:
    """What a group is, the same for households and families: "Gia đình văn hóa đạt 86%", "29.320 hộ, đạt 86%"."""
    return names.sorts.households if code in names.sorts.households else code


def _move_parts(parts: dict[Item, list[Item]], old: Item, new: Item) -> None:
    moved = parts.pop(old, [])
    for item in moved:
        item.whole = None if item is new else new
    parts.setdefault(new, []).extend(item for item in moved if item is not new)


def _same(one: Item, other: Item, reading: Reading, names: Names) -> bool:
    if (one.tail, one.none) != (other.tail, other.none) or (one.cell and other.cell):
        return False
    if one.none and one.start == other.start:  # "không còn cơ sở và chi hội yếu"
        return False
    if names.meant(one.levels) != names.meant(other.levels):
        return False
    same_kind = one.code is not None and _kind(one.code, names) == _kind(other.code, names)
    if not same_kind and not same_name(one.group, other.group) and not _is_called(other, one, reading, names):
        return False
    if status_of(one, reading) != status_of(other, reading) or _other_time(one, other, reading):
        return False
    quantities = reading.lexed.quantities
    agreed = one.none
    for first, second in ((one.count, other.count), (one.percent, other.percent), (one.total, other.total)):
        if first is None or second is None:
            continue
        if quantities[first].value != quantities[second].value:
            return False
        agreed = agreed or second is not other.total
    return agreed


def _other_set(one: Set, other: Set, reading: Reading) -> bool:
    """Whether two sets tell different numbers of a level: "tốt 310 em, CCG 2 em", "tốt 300 em, CCG 2 em"."""
    quantities = reading.lexed.quantities
    told = {tuple(item.levels): item for item in one.items}
    pairs = ((told.get(tuple(item.levels)), item) for item in other.items)
    counts = [(a.count, b.count) for a, b in pairs if a is not None]
    return any(a and b and quantities[a].value != quantities[b].value for a, b in counts)


def _is_called(one: Item, other: Item, reading: Reading, names: Names) -> bool:
    """Whether a title tells what the text does, by another name.

    By a bare word, "41 đơn vị" of "41 cơ quan, doanh nghiệp"; a large number by any, "490 hội viên", "490 hộ gia đình".
    """
    end = reading.page.title_end or reading.structure.block(0).end  # or its first line
    if not one.start < end <= other.start or one.count is None:
        return False
    bare = one.group is not None and one.code is None and names.is_bare(one.group)
    return bare or (other.count is not None and reading.lexed.quantities[one.count].value >= _TELLING)


def _other_time(one: Item, other: Item, reading: Reading) -> bool:
    """Whether two are told of different periods, each in its own block: "năm học 2021-2022: ..."."""
    periods = []
    for item in (one, other):
        block = reading.structure.block(item.start)
        days = reading.period(item.start) if reading.periods_in(block.start, block.end) else None
        if days is None or days[0] == days[1]:
            return False
        periods.append(days)
    (first, last), (start, end) = periods
    return (start > first) == (end > last) and start != first and end != last


def _fullness(item: Item, reading: Reading) -> tuple[int, int]:
    told = sum(value is not None for value in (item.count, item.percent, item.total))
    return told, item.start >= reading.page.title_end
