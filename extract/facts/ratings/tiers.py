"""Schools by their tier, listed behind the level that they have in common.

"Số trường đạt chuẩn quốc gia ở mầm non là 141 (51,8%), tiểu học 206 (75,2%)": each tier with its number, of the level
told last in the sentence, or in the sentence that it goes on from.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from extract.facts.ratings.item import Item
from extract.facts.surroundings import bracket_start, list_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.ratings.levels import Names
    from extract.facts.reading import Reading
    from extract.match.engine import Match


class _Standard(NamedTuple):
    start: int
    level_start: int
    level_end: int
    item: Item | None


def tier_items(items: Sequence[Item], reading: Reading, names: Names) -> Iterator[Item]:
    """The levels of tiers of schools; ``items`` are those that were found otherwise, in order."""
    tiers = [match for match in reading.matches.ratings if "tier" in match.slots]
    if not tiers:
        return
    standards = [_Standard(item.start, item.level_start, item.level_end, item) for item in items]
    standards += [
        _Standard(match.start, slot.start, slot.end, None)
        for match in reading.matches.ratings
        if (slot := match.slots.get("standard")) is not None and not _in_one(slot.start, items)
    ]
    standards.sort(key=lambda standard: standard.start)
    starts = [standard.start for standard in standards]
    for match in tiers:
        at = bisect_right(starts, match.start) - 1
        while at > 0 and _is_aside(standards[at], match, reading):
            at -= 1
        standard = standards[at] if at >= 0 else None
        if standard is None or standard.start < list_start(match.start, reading):
            continue
        level = names.levels(reading.quote(standard.level_start, standard.level_end))
        if len(level) == 1 and _counts_schools(match, reading, names) and names.is_of_schools(level[0].key):
            yield _item(match, standard, level[0].key, reading, names)


def _is_aside(standard: _Standard, match: Match, reading: Reading) -> bool:
    """Whether a standard stands in a bracket that is closed: "tiểu học 18/22 (mức độ 2: 5 trường), THCS 9/15"."""
    opened = bracket_start(standard.start, reading)
    return opened is not None and opened != bracket_start(match.start, reading)


def _in_one(offset: int, items: Sequence[Item]) -> bool:
    at = bisect_right(items, offset, key=lambda item: item.start) - 1
    return at >= 0 and offset < items[at].end


def _counts_schools(match: Match, reading: Reading, names: Names) -> bool:
    """Whether a number may be one of schools: "tiểu học 800 em" is not."""
    count = match.number("count")
    unit = None if count is None else reading.lexed.quantities[count].unit
    return unit is None or f"{unit} ".startswith(f"{names.school} ")


def _item(match: Match, standard: _Standard, key: str, reading: Reading, names: Names) -> Item:
    count, tier = match.number("count"), match.slots["tier"]
    return Item(
        start=match.start,
        end=match.end,
        rule_id=match.rule.id,
        levels=[key],
        level_start=standard.level_start,
        level_end=standard.level_end,
        count=count,
        percent=match.number("percent"),
        group=names.schools(tier.text),
        group_start=tier.start,
        whole=_whole(count, standard.item, reading),
    )


def _whole(count: int | None, item: Item | None, reading: Reading) -> Item | None:
    """The item that a tier is a part of: one of all schools, with a larger number."""
    if item is None or item.count is None or count is None:
        return None
    quantities = reading.lexed.quantities
    return item if quantities[count].value < quantities[item.count].value else None
