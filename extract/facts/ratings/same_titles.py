"""Numbers of those who have a title that was named before: "380 hộ đạt danh hiệu này"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from extract.facts.ratings.item import Item
from extract.facts.ratings.levels import written
from extract.facts.ratings.named import may_stand_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extract.facts.ratings.levels import Names, Piece
    from extract.facts.ratings.named import Named
    from extract.facts.reading import Reading
    from extract.match.engine import Match

_REACH = 60
"""So far behind its group a title begins."""


def same_titles(reading: Reading, names: Names, topics: Sequence[Named]) -> Iterator[Item]:
    """Numbers of those who have the title named before: "400 hộ đăng ký gia đình văn hóa, 380 hộ đạt danh hiệu này"."""
    bars = {match.start: match.end for match in reading.matches.ratings if "bar" in match.slots}
    shares = {match.start for match in reading.matches.ratings if "share" in match.slots}
    for match in reading.matches.ratings:
        reached = "reached" in match.slots
        if not (reached or "same" in match.slots):
            continue
        if names.joints.ends.match(reading.folded, match.end) is None and match.end + 1 not in shares:
            continue  # "công nhận 380 hộ chiếm 95%"
        named = _titled(match, bars, topics, reading, names)
        group = match.slots["group"]
        if named is None or (reached and not may_stand_for(group.text, named.topic, names)):
            continue
        count = match.number("count")
        yield Item(
            start=match.start,
            end=match.end,
            rule_id=match.rule.id,
            levels=[named.title.key],
            level_start=named.since + named.title.start,
            level_end=named.since + named.title.end,
            count=count,
            percent=match.number("percent"),
            group=written(reading.quote(group.start, group.end)),
            group_start=group.start,
            number_first=True,
            stated=_enrolled(count, named.topic.start, reading),
        )


class _Titled(NamedTuple):
    """A group that has a title, and where the words begin behind it that tell that."""

    topic: Named
    since: int
    title: Piece


def _titled(
    match: Match, bars: Mapping[int, int], topics: Sequence[Named], reading: Reading, names: Names
) -> _Titled | None:
    """The last group with a title before a match, in its sentence or, of "this title", the line above."""
    structure = reading.structure
    first = structure.sentence(match.start).start if "reached" in match.slots else structure.back(match.start, 1)
    at = bisect_left(topics, match.start, key=lambda topic: topic.start)
    for topic in reversed(topics[bisect_left(topics, first, key=lambda topic: topic.start) : at]):
        since = bars.get(topic.end + 1, topic.end)  # "860 hộ đăng ký sản xuất kinh doanh giỏi"
        title = names.title_at(reading.quote(since, max(since, min(since + _REACH, match.start))))
        if title is not None:
            return _Titled(topic, since, title)
    return None


def _enrolled(count: int | None, title: int, reading: Reading) -> int | None:
    """The number of those who had enrolled for a title that others got: "400 hộ đăng ký gia đình văn hóa"."""
    quantities = reading.lexed.quantities
    before = reading.quantities_in(reading.structure.sentence(title).start, title)
    if count is None or not before or reading.whole_of(count) is not None:
        return None
    told = quantities[before[-1]]
    enrolled = any("bar" in one.slots and told.end <= one.start < title for one in reading.matches.ratings)
    most = told.kind == "count" and told.comparator == "eq" and told.value >= quantities[count].value
    return before[-1] if enrolled and most else None
