"""Which rows of ratings are of one set: its levels are told together, or the set is told again more fully."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extract.facts.ratings.item import Item, Set


def set_ids(
    sets: Iterable[Set], twins: Iterable[tuple[Item, Item]], kept: Sequence[Item], ids: Mapping[int, str]
) -> dict[int, str]:
    """From ``id`` of a kept item to the ``rating_id`` of the first one of its set.

    ``twins`` are items that say the same: "45 tổ vững mạnh" of the lead and of a paragraph that goes on with the other
    levels. Their sets are one, unless both have a level of their own that the other tells otherwise.
    """
    members = [list(one.items) for one in sets]
    at = {id(item): number for number, items in enumerate(members) for item in items}
    left = {id(item) for item in kept}
    for one, other in twins:
        first, second = at[id(one)], at[id(other)]
        if first == second:
            continue
        levels = {_level(item) for item in members[first] if id(item) in left}
        if levels.isdisjoint(_level(item) for item in members[second] if id(item) in left):
            for item in members[second]:
                at[id(item)] = first
            members[first] += members[second]
            members[second] = []
    firsts: dict[int, str] = {}
    return {id(item): firsts.setdefault(at[id(item)], ids[id(item)]) for item in kept}


def _level(item: Item) -> tuple[tuple[str, ...], str]:
    return tuple(item.levels), item.tail
