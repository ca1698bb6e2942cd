"""Several numbers of one wording: levels told before all their numbers, and a number told with what it was before.

"Tỷ lệ học sinh giỏi, khá, trung bình lần lượt là 45%, 40%, 15%": as many numbers as levels, in the same order. "Số thôn
văn hóa từ 12 thôn tăng lên 15 thôn": the number that was is of the same level.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from extract.facts.ratings.item import Item
from extract.facts.ratings.names import is_full, topic_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.ratings.levels import Names
    from extract.facts.ratings.names import Named
    from extract.facts.reading import Reading
    from extract.match.engine import Match

_FEWEST = 2
_JOINT = regex.compile(r"(?:\s?\p{L}+){0,3}\s?(?:[,;/]|(?<!\w)và(?!\w))\s*+(?:và\s)?")
_SLASH = regex.compile(r"\s?/\s?")
_FEWEST_AGAIN = 3
"""So many numbers parted by slashes are told of the same levels again: "Lớp 3 là 59,5/ 27,4/ 13,1"."""
_BEHIND = " ,:"


def turn_items(reading: Reading, names: Names, topics: Sequence[Named]) -> Iterator[Item]:
    """The levels whose numbers follow in their order, and those told of others in the lines behind."""
    for match in reading.matches.ratings:
        if "respectively" not in match.slots:
            continue
        start = match.slots["level"].start
        pieces = names.levels(reading.quote(start, match.slots["respectively"].start).rstrip(_BEHIND))
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


def _run(first: int, most: int, reading: Reading) -> list[int]:
    """The numbers from one on that only commas, slashes and "và" join; units may stand behind each."""
    quantities = reading.lexed.quantities
    run = [first]
    while len(run) < most and run[-1] + 1 < len(quantities):
        here, after = quantities[run[-1]], quantities[run[-1] + 1]
        if _JOINT.fullmatch(reading.folded, here.end, after.start) is None:
            break
        run.append(run[-1] + 1)
    return run


def _again(run: Sequence[int], reading: Reading) -> Iterator[list[int]]:
    """The later runs of as many numbers parted by slashes, in this line and the next: "Lớp 3 là 59/ 27/ 14"."""
    quantities = reading.lexed.quantities
    if len(run) < _FEWEST_AGAIN or not _slashed(run, reading):
        return
    line = reading.structure.block(quantities[run[0]].start)
    end = reading.structure.block(line.end + 1).end if line.end + 1 < reading.structure.text_end else line.end
    at = run[-1] + 1
    while at + len(run) <= len(quantities) and quantities[at].start < end:
        later = list(range(at, at + len(run)))
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
