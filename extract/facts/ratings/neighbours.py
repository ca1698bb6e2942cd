"""Levels beside each other that share a word or a number: which belongs to which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.facts.ratings.named import joins_unlike

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.ratings.item import Item
    from extract.facts.ratings.levels import Names
    from extract.facts.reading import Reading

_ONLY_PAUSE = regex.compile(r"[\s,(]*")


def told_shares(found: Sequence[Item], reading: Reading, names: Names) -> Iterator[Item]:
    """Items whose percentage is no share of the count before: "tốt 85 em, đạt 20,6%", where "đạt" is no mark."""
    before: Item | None = None
    for item in found:
        if (
            before is not None
            and before.count is not None
            and before.percent is None
            and item.count is None
            and not item.number_first
            and all(map(names.follows, item.levels))
            and _ONLY_PAUSE.fullmatch(reading.folded, before.end, item.start) is not None
        ):
            before.percent = item.percent
            continue
        before = item
        yield item


def merge_shares(found: Sequence[Item], reading: Reading, names: Names) -> list[Item]:
    """Two items that share a level word: a percentage goes to the count; joined levels are shared out."""
    kept: list[Item] = []
    for item in _not_denied(found):
        before = kept[-1] if kept else None
        if before is None or item.level_start >= before.level_end or item.none or before.none:
            kept.append(item)
        elif item.count is None and before.count is not None and joins_unlike(before.group, names):
            kept[-1] = item  # "kết nạp 21 đảng viên, chi bộ vững mạnh đạt 100%": the number stops at the comma
        elif _is_share(before, item, reading):
            before.percent = item.percent  # "11 HTX khá, giỏi, chiếm 28,9%"
        elif len(before.levels) > 1 or len(item.levels) > 1:
            # "5 tổ xuất sắc, khá 10": the first number takes the first level, the second the rest.
            pieces = names.levels(reading.quote(before.level_start, before.level_end))
            if len(pieces) > 1:
                before.level_end = before.level_start + pieces[0].end
                before.levels = [pieces[0].key]
            rest = [(p, item.level_start) for p in names.levels(reading.quote(item.level_start, item.level_end))]
            rest = [(p, base) for p, base in rest if base + p.start >= before.level_end]
            if rest:
                item.level_start = rest[0][1] + rest[0][0].start
                item.levels = [p.key for p, _ in rest]
                before.end = min(before.end, item.level_start)
                _take_titled(item, names)
                kept.append(item)
        elif before.percent is None and item.percent is not None:
            before.percent = item.percent
        elif before.count is None and item.count is not None:
            before.count = item.count
    return kept


def _take_titled(item: Item, names: Names) -> None:
    """Let the group of an item be what its title begins with: "100% thôn đạt văn hóa, gia đình văn hóa 85%"."""
    titled = names.titled_group(item.levels[0])
    if titled is not None:
        item.group, item.group_start = titled, item.level_start
        item.levels[0] = item.levels[0].removeprefix(f"{titled} ")
        item.level_start += len(titled) + 1


def _not_denied(found: Sequence[Item]) -> Iterator[Item]:
    """The items, but for numbers behind a level that nobody has: "không có học sinh yếu kém, 100% lên lớp"."""
    denied: Item | None = None
    for item in found:
        if item.none:
            denied = item
        elif denied is not None and item.level_start < denied.level_end:
            continue
        yield item


def _is_share(before: Item, item: Item, reading: Reading) -> bool:
    """Whether the percentage of an item is that of the count before it: a comma or "chiếm" parts it from the level."""
    if before.percent is not None or before.count is None or item.percent is None or item.count is not None:
        return False
    return bool(reading.folded[item.level_end : reading.lexed.quantities[item.percent].start].strip())


def led_by_levels(found: Sequence[Item], reading: Reading) -> list[Item]:
    """The items, none of a number before its level that belongs to the number behind: "40 tổ, xếp loại tốt 30 tổ"."""
    kept: list[Item] = []
    for item in found:
        before = kept[-1] if kept and not item.none and item.level_start < kept[-1].level_end else None
        if before is not None and _takes_level(item, before, found, reading):
            item.group, item.group_start, item.stated = before.group, before.group_start, before.count
            kept.pop()
        kept.append(item)
    return kept


def _takes_level(item: Item, before: Item, found: Sequence[Item], reading: Reading) -> bool:
    """Whether a level belongs to the number behind it, the one before being all rated: "40 tổ, xếp loại tốt 30 tổ".

    Not where that number has a level behind it: "5 tổ xuất sắc 10 tổ khá".
    """
    if item.count is None or before.count is None or item.number_first or not before.number_first:
        return False
    own, rated = reading.lexed.quantities[item.count], reading.lexed.quantities[before.count]
    led = any(other.count == item.count and other.number_first for other in found)
    return not led and own.value <= rated.value and own.unit in (None, rated.unit)
