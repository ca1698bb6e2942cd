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
from extract.facts.ratings.item import Set, status_of
from extract.facts.ratings.items import find_items
from extract.facts.ratings.labels import label_items
from extract.facts.ratings.levels import BARE, BARE_PLAIN, Names, name_key, written
from extract.facts.ratings.named import Topics, find_named
from extract.facts.ratings.repeats import once
from extract.facts.ratings.rows import row_items
from extract.facts.ratings.set_ids import set_ids
from extract.facts.ratings.sets import build_sets, mark_parts
from extract.facts.ratings.shares import add_splits, add_targets, share_levels, take_counts, take_shares
from extract.facts.ratings.tables import table_items
from extract.facts.ratings.turns import changed_items, shared_turns, turn_items
from extract.facts.ratings.years import yearly_items
from extract.facts.surroundings import in_bracket, list_start
from extract.identity import row_id
from extract.model import Rating

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from extract.facts.ratings.item import Item
    from extract.facts.reading import Reading
    from extract.match.kinds import Level

_SAYS = frozenset(("level", "same", "reached"))
"""Slots of rules that tell a rating."""
_AFTER = regex.compile(r"""[\s"'”’)]*+\(""")
_BRACKET_LENGTH = 1000


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
    cells = _cells(topics, reading, names)
    if not cells and not any(not _SAYS.isdisjoint(match.slots) for match in reading.matches.ratings):
        return ()
    bars = Bars(reading, names.joints)
    in_cells = {item.number for item in cells}
    told = [item for item in find_items(reading, names, topics, bars) if item.none or item.number not in in_cells]
    told += [*turn_items(reading, names, topics), *changed_items(told, reading)]
    told += yearly_items(told, reading)
    items = sorted(told + cells, key=lambda item: (item.start, item.level_start))
    if not items:
        return ()
    named = find_named(reading, names, topics, bars)
    take_shares(items, reading)
    take_counts(items, reading, names)
    items = add_targets(share_levels(items, named, reading, names), reading)
    name_groups(items, named, reading, names)
    items = shared_turns(items, reading)
    items = add_splits(items, named, reading)
    mark_parts(items, named, reading, names)
    sets = build_sets(items, named, reading, names)
    regroup(sets, reading, names)
    items = [item for item in items if item.group is not None]
    return _rows(items, sets, reading, names)


def _cells(topics: Topics, reading: Reading, names: Names) -> list[Item]:
    """The ratings in tables, one of each number."""
    lines = lines_of(reading)
    cells = table_items(lines, topics, reading, names) + row_items(lines, topics, reading, names)
    cells += grid_items(cells, topics, reading, names)
    cells += label_items(cells, reading, names)
    numbered = {item.number: item for item in reversed(cells) if not item.none}
    return [*numbered.values(), *(item for item in cells if item.none)]


def _rows(items: Sequence[Item], sets: Sequence[Set], reading: Reading, names: Names) -> tuple[Rated, ...]:
    """The rows of items, what is told twice but once."""
    scales = {
        id(item): names.scale_of(key for member in one.items for key in member.levels)
        for one in sets
        for item in one.items
    }
    kept, twins = once(items, sets, reading, names)
    ids = _ids(kept, reading.page.page_id)
    of_set = set_ids(sets, twins, kept, ids)
    units: dict[str | None, str] = {}
    rated = []
    in_row: dict[int, str | None] = {}
    for item in kept:
        if item.cell:  # "lớp 6", "lớp 7" beside all pupils: cells of a row count the same
            units[item.group] = units.get(in_row.setdefault(item.level_start, item.group), item.group or "")
        level, set_id = names.step(item.levels[0], scales[id(item)]), of_set[id(item)]
        rated.append(_rated(item, level, units, ids, reading, names=names, set_id=set_id))
        unit = None if item.count is None else reading.lexed.quantities[item.count].unit
        if unit is not None:
            units[item.group] = unit
    return tuple(rated)


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
        level=_level_text(item, reading, names),
        level_code=code,
        level_rank=None if level is None else level.rank,
        scale=None if level is None else level.scale,
        count=count,
        percent=percent,
        group_total=total,
        period=_period(item, reading),
        status=status_of(item, reading),
        part_of=None if item.whole is None else ids.get(id(item.whole)),
        rule_id=item.rule_id,
        set_id=set_id,
    )
    used = tuple(index for index in (item.count, item.percent) if index is not None)
    return Rated(row, used, () if item.total is None else (item.total,), _unit(item, units, reading, names))


def _level_text(item: Item, reading: Reading, names: Names) -> str:
    """A level in words, with the title that an office stands for: "cấp tỉnh 12 hộ" of "sản xuất giỏi các cấp"."""
    text = written(reading.quote(item.level_start, item.level_end))
    if item.titled is not None:
        return f"{written(reading.quote(*item.titled))} {text}"
    if not names.is_short(name_key(text)):
        return text
    title = names.title_of(name_key(text), reading.folded, item.level_start)
    return text if title is None else f"{written(reading.quote(*title))} {text}"


def _code(item: Item, level: Level, *, joined: bool) -> str:
    """The code of the step; another for "trở lên", joined levels and years in a row, which do not add up with it."""
    if item.tail == "run":
        return f"{level.code}_run"
    return f"{level.code}_up" if item.tail == "up" or joined else level.code


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
