"""Several numbers of one wording: levels told before all their numbers, and a number told with what it was before.

"Tỷ lệ học sinh giỏi, khá, trung bình lần lượt là 45%, 40%, 15%": as many numbers as levels, in the same order. "Số thôn
văn hóa từ 12 thôn tăng lên 15 thôn": the number that was is of the same level.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from extract.facts.ratings.item import Item
from extract.facts.ratings.named import is_full, topic_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.ratings.levels import Names
    from extract.facts.ratings.named import Named
    from extract.facts.reading import Reading
    from extract.match.engine import Match

_FEWEST, _MOST = 2, 8
"""So few numbers are told in turn, and so many."""
_SLASH = regex.compile(r"\s?/\s?")
_FEWEST_AGAIN = 3
"""So many numbers parted by slashes are told of the same levels again: "Lớp 3 là 59,5/ 27,4/ 13,1"."""
_BEHIND = " ,:"
_BULLET = 2
"""No more characters stand between a word for parts and those that tell them in turn."""


def turn_items(reading: Reading, names: Names, topics: Sequence[Named]) -> Iterator[Item]:
    """The levels whose numbers follow in their order, and those told of others in the lines behind."""
    for match in reading.matches.ratings:
        if "respectively" not in match.slots or "level" not in match.slots:
            continue
        start = match.slots["level"].start
        end = (match.slots.get("within") or match.slots["respectively"]).start
        pieces = names.levels(reading.quote(start, end).rstrip(_BEHIND))
        number = match.number("count", "percent")
        if len(pieces) < _FEWEST or number is None:
            continue
        run = _run(number, len(pieces), reading)
        if len(run) != len(pieces):
            continue
        group = topic_before(match, topics, reading, names)
        spans = [(start + piece.start, start + piece.end, piece.key) for piece in pieces]
        for numbers in (run, *_again(run, reading)):
            for at, span in zip(numbers, spans, strict=True):
                yield _item(match, span, at, group, reading, share=_are_shares(numbers, reading))


def shared_turns(items: Sequence[Item], reading: Reading) -> list[Item]:
    """The items, with those whose level stands behind the last of several numbers told in turn, of the groups before.

    "90% chi bộ, 85% đảng viên hoàn thành tốt nhiệm vụ, trong đó lần lượt 20% và 15% hoàn thành xuất sắc nhiệm vụ".
    """
    by_number = {item.number: item for item in items if not item.none}
    found = [*items]
    for match in reading.matches.ratings:
        first = match.number("count", "percent")
        if "respectively" not in match.slots or "level" in match.slots or first is None:
            continue
        run = _run(first, _MOST, reading)
        last = by_number.get(run[-1])
        if last is None or len(run) < _FEWEST or any(number in by_number for number in run[:-1]):
            continue
        sentence = reading.structure.sentence(match.start).start
        before = [item for item in items if sentence <= item.start and item.end <= match.start][-len(run) :]
        paired = len(before) == len({item.group for item in before}) == len(run)
        groups = before if paired else [last] * len(run)
        opened = paired and any(match.start - _BULLET <= opener.end <= match.start for opener in reading.matches.parts)
        for number, group in zip(run, groups, strict=True):
            told = last if number == run[-1] else _with_number(number, last, reading)
            told.group, told.code = group.group, group.code
            told.whole = group if opened else told.whole
            found += [told] if told is not last else []
    return sorted(found, key=lambda item: (item.start, item.level_start))


def _with_number(number: int, item: Item, reading: Reading) -> Item:
    """The same with another number."""
    start, share = reading.lexed.quantities[number].start, item.count is None
    return replace(item, start=start, count=None if share else number, percent=number if share else None)


def _run(first: int, most: int, reading: Reading) -> range:
    """The numbers from one on that are told in turn."""
    beyond = min(first + most, len(reading.lexed.quantities))
    return reading.turns.run(range(first, beyond), reading.folded, reading.lexed)


def _again(run: Sequence[int], reading: Reading) -> Iterator[range]:
    """The later runs of as many numbers parted by slashes, in this line and the next: "Lớp 3 là 59/ 27/ 14"."""
    quantities = reading.lexed.quantities
    if len(run) < _FEWEST_AGAIN or not _slashed(run, reading):
        return
    line = reading.structure.block(quantities[run[0]].start)
    end = reading.structure.block(line.end + 1).end if line.end + 1 < reading.structure.text_end else line.end
    at = run[-1] + 1
    while at + len(run) <= len(quantities) and quantities[at].start < end:
        later = range(at, at + len(run))
        if _slashed(later, reading):
            yield later
            at += len(run)
        else:
            at += 1


def _slashed(run: Sequence[int], reading: Reading) -> bool:
    quantities = reading.lexed.quantities
    return all(_SLASH.fullmatch(reading.folded, quantities[at].end, quantities[at + 1].start) for at in run[:-1])


def _are_shares(run: Sequence[int], reading: Reading) -> bool:
    """Whether numbers are percentages, with their sign or without it: "67,33/ 25,98"."""
    numbers = [reading.lexed.quantities[at] for at in run]
    return any(one.kind == "percent" or not float(one.value).is_integer() for one in numbers)


def _item(
    match: Match, span: tuple[int, int, str], number: int, group: Named | None, reading: Reading, *, share: bool
) -> Item:
    start, end, key = span
    quantity = reading.lexed.quantities[number]
    full = group if group is not None and is_full(group) else None
    return Item(
        start=quantity.start,
        end=quantity.end,
        rule_id=match.rule.id,
        levels=[key],
        level_start=start,
        level_end=end,
        count=None if share else number,
        percent=number if share else None,
        group=None if full is None else full.text,
        group_start=start if full is None else full.start,
    )


def changed_items(items: Sequence[Item], reading: Reading) -> Iterator[Item]:
    """For a number with the one that it has changed from, the same level with that: "từ 12 thôn lên 15 thôn"."""
    by_number = {item.number: item for item in items if not item.none}
    for match in reading.matches.ratings:
        was = match.slots.get("was")
        number = match.slots.get("count") or match.slots.get("percent")
        item = None if was is None or number is None else by_number.get(number.quantity)
        if was is None or was.quantity is None or number is None or item is None:
            continue
        share = item.count is None
        quantity = reading.lexed.quantities[was.quantity]
        item.start = number.start
        yield replace(
            item,
            start=quantity.start,
            end=quantity.end,
            count=None if share else was.quantity,
            percent=was.quantity if share else None,
        )
