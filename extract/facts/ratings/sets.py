"""Levels tied into sets: which are parts of another, and which belong together."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.facts.ratings.item import Set, status_of
from extract.facts.ratings.numbers import Numbers
from extract.facts.ratings.totals import inner_total, total_of
from extract.facts.surroundings import LINE_HEAD, in_bracket

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.facts.ratings.item import Item
    from extract.facts.ratings.levels import Names
    from extract.facts.ratings.named import AllNamed
    from extract.facts.reading import Reading

_FEWEST_PARTS = 2


def mark_parts(items: Sequence[Item], named: AllNamed, reading: Reading, names: Names) -> None:
    """Set ``whole`` of the levels that "trong đó", or a colon, makes parts of the level before."""
    starts = [item.start for item in items]
    for start, end, colon in _openers(items, reading, names):
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


def _openers(items: Sequence[Item], reading: Reading, names: Names) -> Iterable[tuple[int, int, bool]]:
    """Start and end of what opens parts, and whether they may fill the sentence."""
    for match in reading.matches.ratings:
        if "opener" in match.slots:
            yield match.start, match.end, reading.folded[match.end : match.end + 2].lstrip().startswith(":")
    for item in items:
        if names.joints.colon.match(reading.folded, *_without_date(item.end, reading)) is not None:
            yield item.end, item.end + 1, True


def _without_date(start: int, reading: Reading) -> tuple[int, int]:
    """From ``start`` to the end of its sentence, a period that stands there first left out."""
    end = reading.structure.sentence(start).end if start < reading.structure.text_end else start
    for mention in reading.periods_in(start, start + 2):
        return min(mention.end, end), end
    return start, end


def _opened(items: Sequence[Item], starts: Sequence[int], named: AllNamed, start: int, reading: Reading) -> Item | None:
    """The level that parts opened at ``start`` are parts of; of the sentence before if they open one."""
    first = reading.structure.sentence(start).start
    if first and not any(map(str.isalnum, reading.folded[first:start])):  # of the sentence or the line before
        while first and not reading.folded[first - 1].isalnum():
            first -= 1
        first = reading.structure.sentence(max(0, first - 1)).start
    for at in range(bisect_left(starts, start) - 1, bisect_left(starts, first) - 1, -1):
        whole = items[at]
        if whole.end <= start and whole.whole is None:
            # "147/147 tổ chức được xếp loại, trong đó: ...": parts of that number, but not of "giảm 1,8% (18 tổ chức)"
            inside = in_bracket(start, reading)
            told = (one for one in named.within(whole.end, start) if one.quantity is not None)
            return None if any(inside or not in_bracket(one.start, reading) for one in told) else whole
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
    if names.is_range(whole.levels[-1]):
        return True
    return not ranks or part.tail == "run" or whole.tail == "up" or any(low < high + joined for low, high in ranks)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether one name begins with the other: "hộ gia đình", "hộ"."""
    return one is not None and other is not None and (one.startswith(other) or other.startswith(one))


def build_sets(items: Sequence[Item], named: AllNamed, reading: Reading, names: Names) -> list[Set]:
    """Runs of levels of one group on one scale, parts apart from their wholes, each with the number rated."""
    numbers = Numbers(named, items, reading)
    sets: list[Set] = []
    open_sets: dict[object, Set] = {}  # by the level that their levels are parts of, or their column
    for item in items:
        key = item.column or item.whole
        last = open_sets.get(key)
        if last is not None and (item.column is not None or _continues(last, item, numbers, reading, names)):
            last.items.append(item)
        else:
            sets.append(Set([item]))
            open_sets[key] = sets[-1]
    for before, one in zip([None, *sets], sets, strict=False):
        one.total = total_of(one, numbers, reading, names)
        if one.total is None and before is not None:
            one.total = before.total if _completes(one, before, reading, names) else None
            one.total = before.total if _makes_up(one, before, reading) else one.total
        for item in one.items:
            told = item.count is not None or item.percent is not None or same_name(item.group, one.items[0].group)
            item.total = one.total if told else None
    for item in items:
        if item.whole is not None and item.total is None and item.number is not None:
            item.total = inner_total(item, item.whole, reading, names)
    return sets


def _makes_up(one: Set, before: Set, reading: Reading) -> bool:
    """Whether the levels of a set come to a level of another scale, X/Y of the same group, told in the lines before.

    "23/23 thôn đạt thôn văn hóa. Trong đó có 3 thôn mới lập; 15 thôn đạt mức tốt; 8 thôn mức khá": of 23.
    """
    first, whole = one.items[0], before.items[-1]
    counts = [item.count for item in one.items if item.count is not None]
    if len(counts) < len(one.items) or len(counts) < _FEWEST_PARTS or whole.count is None or before.total is None:
        return False
    if first.whole is not None or reading.structure.block(first.start) != reading.structure.block(whole.start):
        return False  # of parts ``inner_total`` tells
    quantities = reading.lexed.quantities
    same = first.code == whole.code and same_name(first.group, whole.group)
    return same and sum(quantities[count].value for count in counts) == quantities[whole.count].value


def _completes(one: Set, before: Set, reading: Reading, names: Names) -> bool:
    """Whether a level of another group or scale comes to the number rated with those before.

    "31 cơ sở khá, 1 chi bộ yếu"; "27/31 trường đạt lao động tiên tiến, 4 trường đạt lao động xuất sắc".
    """
    if before.total is None or len(one.items) > 1 or one.items[0].whole is not None:
        return False
    last, item = before.items[-1], one.items[0]
    if reading.structure.sentence(last.start) != reading.structure.sentence(item.start):
        return False
    quantities = reading.lexed.quantities
    counts = [quantities[part.count].value for part in (*before.items, item) if part.count is not None]
    told = item.count is not None and sum(counts) == quantities[before.total].value
    same = last.code == item.code is not None and item.rated_word
    return told and (same or any(names.akin(a, b) for a in last.levels for b in item.levels))


def _is_of_others(one: Set, item: Item, reading: Reading) -> bool:
    """Whether the Y of an X/Y is too small for the levels before: "xuất sắc 41 chi hội. Đảng bộ có 8/8 đơn vị khá"."""
    quantities = reading.lexed.quantities
    whole = reading.whole_of(item.count)
    counts = [quantities[kept.count].value for kept in one.items if kept.count is not None]
    return whole is not None and max(counts, default=0) > quantities[whole].value


def _is_another_plan(last: Item, item: Item, reading: Reading) -> bool:
    """Whether a level is planned in a sentence of its own, the one before is not: no levels of one rating."""
    planned = [status_of(one, reading) == "planned" for one in (last, item)]
    return planned[0] != planned[1] and item.start >= reading.structure.sentence(last.start).end


def _continues(one: Set, item: Item, numbers: Numbers, reading: Reading, names: Names) -> bool:
    last = one.items[-1]
    if item.group != last.group and (item.code is None or item.code != last.code):
        return False
    if not any(names.akin(a, b) for kept in one.items for a in kept.levels for b in item.levels):
        return False
    if any((names.meant(kept.levels), kept.tail) == (names.meant(item.levels), item.tail) for kept in one.items):
        return False
    if numbers.rated_between(last.end, item.start) or _is_of_others(one, item, reading):
        return False
    if _is_another_plan(last, item, reading):
        return False
    if not same_name(item.group, last.group) and (item.group or "") in reading.folded[last.end : item.level_start]:
        return False  # "cơ sở hội có 17, trong đó vững mạnh 15; chi hội có 104, vững mạnh 99"
    mark = names.marks.search(reading.folded, last.end, max(last.end, item.start, item.level_start))
    if mark is not None:
        told = (names.marks.search(reading.folded, kept.start, kept.end) for kept in one.items)
        return any(own is not None and own[0] == mark[0] for own in told)
    block, line = reading.structure.block(last.start), reading.structure.block(item.start)
    if numbers.opens(item, last.end, names):
        return False  # "16 sản phẩm 3 sao. Toàn tỉnh có 130 sản phẩm, trong đó 20 sản phẩm 4 sao"
    if block != line and any(one.code == item.code for one in numbers.within(line.start, item.start)):
        return False  # "- Hội Phụ nữ: có 9 chi hội (xuất sắc 5, khá 4)" below another list
    return block == line or (line.start == block.end and item.start - line.start <= LINE_HEAD)
