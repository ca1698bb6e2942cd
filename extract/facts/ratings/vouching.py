"""Which levels may be believed: words of every day are some only beside a group, a rating word or other levels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import zip_longest
from typing import TYPE_CHECKING

import regex

from extract.codes import COUNTS
from extract.facts.surroundings import bracket_start, in_bracket

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.ratings.item import Item
    from extract.facts.ratings.levels import Names
    from extract.facts.ratings.named import Named
    from extract.facts.reading import Reading

_NEIGHBOUR = 90
"""Characters within which one level of a list vouches for the next."""
_LONG_RUN = 3
_TOP = 2
"""A run that vouches for itself begins with the best level or the next: "vững mạnh" where "xuất sắc" is above it."""
_BULLET = 3
_SIGN_REACH = 300
_TOPIC_REACH = 3_000
_HEAD = regex.compile(r"(?r)(?:^|[^\w\s])\s*(?P<group>\w[^:;.\n]{0,60}):\s*$")
_HEAD_REACH = 80
"""A head and the mark before it are no longer."""


def vouched(found: Sequence[Item], reading: Reading, names: Names, topics: Sequence[Named]) -> list[Item]:
    """Everyday words are levels only beside a group or a rating word, or in a run of levels that has one such.

    A run of three levels from the best down vouches for itself: "Tốt 12, khá 5, trung bình 2"; of two, behind a colon
    or each with its group.
    """
    openers = sorted(match.end for match in reading.matches.ratings if "opener" in match.slots)
    signs = sorted(match.end for match in reading.matches.ratings if "vouch" in match.slots)
    kept: list[Item] = []
    run: list[Item] = []
    for item, after in zip_longest(found, found[1:]):
        run.append(item)
        if after is not None and _linked(item, after, reading, names):
            continue
        while run and all(map(names.follows, run[0].levels)):
            run = run[1:]
        if all(any(map(names.listed, member.levels)) for member in run):
            run = []
            continue
        best = any(step.rank <= _TOP for member in run for key in member.levels for step in names.steps(key))
        different = len({*map(tuple, (m.levels for m in run))})
        named = all(member.group is not None for member in run)  # "40 tổ vững mạnh, 5 tổ khá"
        enough = _LONG_RUN - (named or _is_opened(run[0], openers, reading))
        if (
            (best and different >= enough)
            or _makes_up(run, reading)
            or (run and _is_announced(run[0], signs, reading))
            or any(
                not all(map(names.weak, member.levels)) or _stands_alone(member, reading, names, topics)
                for member in run
                if not any(map(names.listed, member.levels))
            )
        ):
            kept += run
        run = []
    return kept


def _makes_up(run: Sequence[Item], reading: Reading) -> bool:
    """Whether the counts of a run come to their whole, or the number before it: "9 chi hội, 7 vững mạnh, 2 khá"."""
    quantities = reading.lexed.quantities
    counts = [item.count for item in run if item.count is not None]
    if not 1 < len(counts) == len(run):
        return False
    whole = reading.whole_of(counts[0])
    if whole is None and not counts[0]:
        return False  # no number stands before it
    total = quantities[counts[0] - 1 if whole is None else whole]
    near = total.start >= reading.structure.sentence(run[0].start).start and total.kind in COUNTS
    return near and total.value == sum(quantities[count].value for count in counts)


def _is_announced(item: Item, signs: Sequence[int], reading: Reading) -> bool:
    """Whether words before an item in its line say that ratings follow (``signs``: where they end): "bắn đạn thật"."""
    at = bisect_right(signs, item.start)
    return at > 0 and signs[at - 1] >= max(reading.structure.block(item.start).start, item.start - _SIGN_REACH)


def _is_opened(item: Item, openers: Sequence[int], reading: Reading) -> bool:
    """Whether a colon or "trong đó" (``openers``: where they end) stands right before an item."""
    at = bisect_right(openers, item.start)
    opened = at > 0 and openers[at - 1] >= item.start - _BULLET
    return opened or reading.folded[max(0, item.start - _BULLET) : item.start].rstrip().endswith(":")


def _stands_alone(item: Item, reading: Reading, names: Names, topics: Sequence[Named]) -> bool:
    if _is_headed(item, reading, names):
        return True
    if item.group is None:
        return False
    if item.rated_word or item.none:
        return True
    if names.group_code(item.group) in names.sorts.about and all(map(names.is_title, item.levels)):
        return False  # "30 mô hình văn hóa", "1.600 lớp học tập": what they are about
    block = reading.structure.block(item.start)
    if not item.number_first and item.group_start > item.level_end and item.start - block.start > _BULLET:
        return False  # "quản lý tốt 5 tổ vay vốn": what the number counts says nothing of the word before it
    last = names.groups(item.group)[-1].key
    titled = all(map(names.is_title, item.levels))  # "Cơ quan, đơn vị văn hóa: 5 đơn vị"
    if last != item.group and names.is_bare(last) and not titled and any(map(names.graded, item.levels)):
        return False  # "12 mô hình, tổ chức tốt 5 buổi ra quân": a verb, no second group
    if not names.is_bare(item.group):
        return True
    if _is_of_all(item, reading) and not item.number_first and all(map(names.is_title, item.levels)):
        return item.group_start < item.level_start  # "tổ văn hóa đạt 78%", "đơn vị học tập 42/45"
    until = reading.structure.sentence(item.start).end  # "40 tổ vững mạnh trên tổng số 45 tổ nhân dân tự quản"
    since = max(block.start, item.start - _TOPIC_REACH)
    first, behind = (bisect_left(topics, place, key=lambda topic: topic.start) for place in (since, until))
    return any(topic.text.startswith(item.group + " ") for topic in topics[first:behind])


def _is_headed(item: Item, reading: Reading, names: Names) -> bool:
    """Whether a group and a colon open the clause, and all who have the level follow: "Hội viên: gương mẫu 58/60"."""
    if item.number_first or not _is_of_all(item, reading):
        return False
    since = max(reading.structure.block(item.start).start, item.level_start - _HEAD_REACH)
    head = _HEAD.search(reading.folded, since, item.level_start)
    return head is not None and names.is_group(head["group"])


def _is_of_all(item: Item, reading: Reading) -> bool:
    """Whether an item tells of how many it is a part: a percentage, or X of Y."""
    return item.percent is not None or (item.count is not None and reading.whole_of(item.count) is not None)


def _linked(one: Item, other: Item, reading: Reading, names: Names) -> bool:
    if other.start - one.end > _NEIGHBOUR:
        return False
    same_sentence = reading.structure.sentence(one.start) == reading.structure.sentence(other.start)
    if not same_sentence and reading.structure.block(one.start).end != reading.structure.block(other.start).start:
        return False
    if one.levels == other.levels:
        return one.number_first and other.number_first
    opened = bracket_start(other.start, reading)
    if opened is not None and opened > one.end and in_bracket(one.start, reading):
        return False  # "9 chi hội (xuất sắc 5, khá 4); 42 tổ (xuất sắc 30, khá 12)"
    return any(names.akin(a, b) for a in one.levels for b in other.levels)
