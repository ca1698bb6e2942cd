"""Numbers of those who have a title, named before, for years in a row: "30 ấp văn hóa, 7 ấp giữ vững 5 năm liền"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from extract.facts.ratings.item import Item
from extract.facts.ratings.levels import written
from extract.facts.ratings.named import first_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.ratings.levels import Names
    from extract.facts.reading import Reading
    from extract.match.engine import Match, Slot


def title_runs(found: Sequence[Item], reading: Reading, names: Names) -> Iterator[Item]:
    """An item for each such number; ``found``: the levels that are told with their titles, in order."""
    for match in reading.matches.ratings:
        run, group = match.slots.get("level"), match.slots.get("group") or match.slots.get("unit")
        if run is None or group is None or not _is_duration(run, reading):
            continue
        text = written(reading.quote(group.start, group.end))
        title = _title_before(match, names.group_code(text), found, reading, names)
        if title is None:
            continue
        yield Item(
            start=match.start,
            end=match.end,
            rule_id=match.rule.id,
            levels=title.levels,
            level_start=run.start,
            level_end=match.slots.get("up", run).end,
            titled=title.titled,
            tail="run",
            count=match.number("count"),
            percent=match.number("percent"),
            group=text,
            group_start=group.start,
            number_first=first_number(match.slots) < run.start,
        )


def _is_duration(run: Slot, reading: Reading) -> bool:
    """Whether what stands in the place of a level is a time: "5 năm liền", but not "3 sao"."""
    at = bisect_left(reading.lexed.mentions, run.start, key=lambda mention: mention.start)
    mention = reading.lexed.mentions[at] if at < len(reading.lexed.mentions) else None
    return mention is not None and mention.start == run.start and mention.kind == "duration"


class _Title(NamedTuple):
    """The levels that a title is, and where its words stand."""

    levels: list[str]
    titled: tuple[int, int]


def _title_before(
    match: Match, code: str | None, found: Sequence[Item], reading: Reading, names: Names
) -> _Title | None:
    """The last title before a match in its block that a group of the same kind has."""
    block = reading.structure.block(match.start).start
    for item in reversed(found):
        if not block <= item.start < match.start or len(item.levels) > 1 or not names.is_title(item.levels[0]):
            continue
        if code not in _codes(item, names):
            continue
        title = names.title_at(reading.quote(item.level_start, item.level_end))
        if title is not None:
            return _Title(item.levels, (item.level_start + title.start, item.level_start + title.end))
    return None


def _codes(item: Item, names: Names) -> frozenset[str | None]:
    """The codes of what an item rates; households and families have one title."""
    codes = {names.group_code(piece.key) for piece in names.groups(item.group or "")}
    return frozenset(codes | (set(names.sorts.households) if codes & set(names.sorts.households) else set()))
