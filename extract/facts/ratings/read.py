"""Ratings: one row a level of a rated set, "không có tổ yếu kém" being a row with count 0.

The rules of ``rules/ratings.yaml`` find single levels with their number; here they get the group they rate ("48 đồng
chí" after "đảng viên"), the number rated ("trong tổng số 80 tổ"), the percentage behind them, the level they are part
of. A set that a title or caption repeats is kept once, from where it is told most fully.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.facts.ratings.bars import Bars
from extract.facts.ratings.cells import lines_of
from extract.facts.ratings.grids import grid_items
from extract.facts.ratings.groups import name_groups
from extract.facts.ratings.groups_by_sum import regroup
from extract.facts.ratings.items import Item, find_items
from extract.facts.ratings.labels import label_items
from extract.facts.ratings.levels import BARE, BARE_PLAIN, Names, written
from extract.facts.ratings.names import Topics, find_named
from extract.facts.ratings.rows import row_items
from extract.facts.ratings.set_ids import set_ids
from extract.facts.ratings.sets import Set, build_sets, mark_parts, same_name
from extract.facts.ratings.shares import add_splits, add_targets, share_levels, take_counts, take_shares
from extract.facts.ratings.tables import table_items
from extract.facts.ratings.tiers import tier_items
from extract.facts.ratings.turns import changed_items, turn_items
from extract.facts.surroundings import in_bracket, list_start
from extract.identity import row_id
from extract.model import Rating

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from extract.codes import Status
    from extract.facts.reading import Reading
    from extract.match.kinds import Level

_SAYS = frozenset(("level", "same", "reached", "tier"))
"""Slots of rules that tell a rating."""
_AFTER = regex.compile(r"""[\s"'”’)]*+\(""")
_BRACKET_LENGTH = 1000
_TELLING = 100
"""So large a number is told twice of a level by no chance."""


class Rated(NamedTuple):
    """A row, and the figures it was made of."""

    row: Rating
    quantities: tuple[int, ...]
    """Indices into ``Lexed.quantities``: the count and the percentage of this level."""
    totals: tuple[int, ...]
    """Indices of the quantities that say how many were rated."""
    unit: str | None
    """The unit of a count that leaves it out ("29 khá"), clear from what stands before."""


def read_ratings(reading: Reading, names: Names) -> tuple[Rated, ...]:
    """All ratings of a page, sorted by start."""
    topics = Topics(reading, names)
    lines = lines_of(reading)
    cells = table_items(lines, topics, reading, names) + row_items(lines, topics, reading, names)
    cells += grid_items(cells, topics, reading, names)
    cells += label_items(cells, reading, names)
    cells = [
        *{item.number: item for item in reversed(cells) if not item.none}.values(),
        *(item for item in cells if item.none),
    ]
    if not cells and not any(not _SAYS.isdisjoint(match.slots) for match in reading.matches.ratings):
        return ()
    bars = Bars(reading)
    in_cells = {item.number for item in cells}
    told = [item for item in find_items(reading, names, topics, bars) if item.none or item.number not in in_cells]
    told += [*tier_items(told, reading, names), *turn_items(reading, names, topics), *changed_items(told, reading)]
    items = sorted(told + cells, key=lambda item: (item.start, item.level_start))
    if not items:
        return ()
    named = find_named(reading, names, topics, bars)
    take_shares(items, reading)
    take_counts(items, reading, names)
    items = add_targets(share_levels(items, named, reading, names), reading)
    name_groups(items, named, reading, names)
    items = add_splits(items, named, reading)
    mark_parts(items, named, reading, names)
    sets = build_sets(items, named, reading, names)
    regroup(sets, reading, names)
    scales = {
        id(item): names.scale_of(key for member in one.items for key in member.levels)
        for one in sets
        for item in one.items
    }
    items = [item for item in items if item.group is not None and not _of_people(item, names)]
    twins: list[tuple[Item, Item]] = []
    kept = _once(items, sets, reading, names, twins)
    ids = _ids(kept, reading.page.page_id)
    of_set = set_ids(sets, twins, kept, ids)
    units: dict[str | None, str] = {}
    rated = []
    in_row: dict[int, str | None] = {}
    for item in kept:
        if item.cell:  # "lớp 6", "lớp 7" beside all pupils: cells of a row count the same
            units[item.group] = units.get(in_row.setdefault(item.level_start, item.group), item.group or "")
        rated.append(
            _rated(
                item,
                names.step(item.levels[0], scales[id(item)]),
                units,
                ids,
                reading,
                names=names,
                set_id=of_set[id(item)],
            )
        )
        unit = None if item.count is None else reading.lexed.quantities[item.count].unit
        if unit is not None:
            units[item.group] = unit
    return tuple(rated)


def _of_people(item: Item, names: Names) -> bool:
    """Whether people are said to have a standard of schools: "100% giáo viên đạt chuẩn" tells their diplomas."""
    return item.code in names.sorts.people and any(map(names.is_of_schools, item.levels))


def _ids(items: Sequence[Item], page_id: str) -> dict[int, str]:
    ids: dict[int, str] = {}
    starts: dict[int, int] = {}
    for item in items:
        nth = starts.get(item.start, 0)
        starts[item.start] = nth + 1
        ids[id(item)] = row_id(page_id, "r", item.start, nth)
    return ids


def _rated(
    item: Item,
    level: Level | None,
    units: Mapping[str | None, str],
    ids: Mapping[int, str],
    reading: Reading,
    *,
    names: Names,
    set_id: str,
) -> Rated:
    """The row of an item; ``units`` are those of the groups before it."""
    quantities = reading.lexed.quantities
    joined = len(item.levels) > 1
    code = None if level is None else f"{level.scale}.{_code(item, level, joined=joined)}"
    count = 0 if item.none else None if item.count is None else round(quantities[item.count].value)
    percent = None if item.percent is None else quantities[item.percent].value
    total = None if item.total is None else round(quantities[item.total].value)
    row = Rating(
        rating_id=ids[id(item)],
        page_id=reading.page.page_id,
        start=item.start,
        end=item.end,
        quote=reading.quote(item.start, item.end),
        group=item.group or "",
        group_kind=None if item.code in BARE else item.code,
        level=written(reading.quote(item.level_start, item.level_end)),
        level_code=code,
        level_rank=None if level is None else level.rank,
        scale=None if level is None else level.scale,
        count=count,
        percent=percent,
        group_total=total,
        period=_period(item, reading),
        status=_status(item, reading),
        part_of=None if item.whole is None else ids.get(id(item.whole)),
        rule_id=item.rule_id,
        set_id=set_id,
    )
    used = tuple(index for index in (item.count, item.percent) if index is not None)
    return Rated(row, used, () if item.total is None else (item.total,), _unit(item, units, reading, names))


def _code(item: Item, level: Level, *, joined: bool) -> str:
    """The code of the step; another for "trở lên", joined levels and years in a row, which do not add up with it."""
    if item.tail == "run":
        return f"{level.code}_run"
    return f"{level.code}_up" if item.tail == "up" or joined else level.code


def _status(item: Item, reading: Reading) -> Status:
    if item.number is None:
        return reading.holds.status(item.level_start)
    return reading.status(reading.lexed.quantities[item.number])


def _period(item: Item, reading: Reading) -> str | None:
    """The period of a row, such as "2019-2021": years in a bracket behind it, else what holds there; no single day."""
    bracket = _AFTER.match(reading.page.text, item.end)
    days = None
    if bracket is not None:
        close = reading.page.text.find(")", bracket.end(), bracket.end() + _BRACKET_LENGTH)
        inside = [m for m in reading.periods_in(bracket.end(), close) if m.end <= close and m.kind == "period"]
        if inside and inside[0].first is not None and inside[0].last is not None:
            days = inside[0].first, inside[0].last
    days = days or _held(item, reading)
    if days is None or days[0] == days[1]:
        return None
    years = days[0].year, days[1].year
    return str(years[0]) if years[0] == years[1] else f"{years[0]}-{years[1]}"


def _held(item: Item, reading: Reading) -> tuple[date, date] | None:
    """The period that holds at a level, or at the line above its list; none from the bracket of a later level."""
    days = reading.period(item.start)
    sentence = reading.structure.sentence(item.start)
    later = reading.periods_in(item.end, sentence.end)
    if days is not None and later and in_bracket(later[0].start, reading):
        told = reading.periods_in(reading.structure.block(item.start).start, item.end)
        days = days if told else None
    start = list_start(item.start, reading)
    if days is not None or start >= sentence.start:
        return days
    return reading.period(reading.structure.block(start).end - 1)


def _unit(item: Item, units: Mapping[str | None, str], reading: Reading, names: Names) -> str | None:
    quantities = reading.lexed.quantities
    if item.count is None or quantities[item.count].unit is not None:
        return None
    total = None if item.total is None else quantities[item.total].unit
    if total is not None and not (names.group_code(total) == BARE_PLAIN and item.code not in BARE):
        return total  # but "chi bộ trực thuộc, đã có 147/147 tổ chức qua xếp loại: xuất sắc 28" rates cells
    return units.get(item.group, item.group)


def _once(
    items: Sequence[Item], sets: Sequence[Set], reading: Reading, names: Names, twins: list[tuple[Item, Item]]
) -> list[Item]:
    """Repeats dropped: the same group, level and number told again with nothing that speaks against it.

    Each is put into ``twins``, with the one that it repeats.
    """
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
    return sorted(kept, key=lambda item: (item.start, item.level_start))


def _marks(item: Item, reading: Reading, names: Names) -> Iterator[tuple[object, ...]]:
    """What two of the same share at least one of: the group's first word or its code, level, and a number."""
    quantities = reading.lexed.quantities
    for number in ("count", "percent"):
        index = getattr(item, number)
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
    if _status(one, reading) != _status(other, reading) or _other_time(one, other, reading):
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
