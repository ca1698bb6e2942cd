"""What else belongs to a level: the percentage and the target behind it, the groups it consists of, those before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from extract.codes import COUNTS
from extract.facts.ratings.named import Named, is_full
from extract.facts.surroundings import words_between
from extract.lex.asides import aside_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.ratings.item import Item
    from extract.facts.ratings.levels import Names
    from extract.facts.ratings.named import AllNamed
    from extract.facts.reading import Reading

_FULL = 100.0
_LONGEST_NAME = 100
_OPEN = regex.compile(r"\s*\(")
_ASIDE = regex.compile(r"\s*\([^()]{0,120}\)")
"""Between a count and its share: "120 tổ tốt (tăng 5 tổ so với đầu năm), chiếm 92%"."""


def take_shares(items: Sequence[Item], reading: Reading) -> None:
    """Give every percentage that stands behind a count, "(24%)" or ", chiếm 24%", to that count; first what stands
    between it and its unit: "8/9 (88,9%) ấp văn hóa".
    """
    quantities = reading.lexed.quantities
    for item in items:
        behind = None if item.count is None or item.percent is not None else item.count + 1
        if behind is not None and behind < len(quantities) and quantities[behind].role == "whole":
            behind += 1
        if behind is None or behind >= len(quantities) or quantities[behind].end > item.end:
            continue
        if aside_end(reading.folded, quantities[behind - 1], quantities[behind]) > quantities[behind].end:
            item.percent = behind
    ends = [item.end for item in items]
    for match in reading.matches.ratings:
        slot = match.slots.get("share")
        at = bisect_right(ends, match.start)
        if slot is None or slot.quantity is None or at == 0:
            continue
        item = items[at - 1]
        if item.percent is not None or item.count is None or reading.lexed.quantities[slot.quantity].value > _FULL:
            continue
        apart = ";" in reading.folded[item.end : match.start] and slot.start == match.start  # "420 hộ; 35% dân số"
        aside = None if slot.start == match.start else _ASIDE.match(reading.folded, item.end, match.start)
        end = item.end if aside is None else aside.end()
        if apart or words_between(end, match.start, reading):
            continue
        if not reading.quantities_in(end, match.start):
            item.percent = slot.quantity


def take_counts(items: Sequence[Item], reading: Reading, names: Names) -> None:
    """Give every percentage with a count in brackets behind it, "75% (12/16 cơ sở)", that count."""
    for item in items:
        if item.count is not None or item.percent is None or item.tail == "up":
            continue
        opening = _OPEN.match(reading.folded, item.end)
        if opening is None:
            continue
        for index in reading.quantities_in(opening.end(), opening.end() + 1):
            quantity = reading.lexed.quantities[index]
            counted = quantity.kind in COUNTS
            if counted and (quantity.unit is None or names.group_code(quantity.unit) is not None):
                item.count = index
                item.end = quantity.end


def share_levels(items: Sequence[Item], named: AllNamed, reading: Reading, names: Names) -> list[Item]:
    """Items for the numbers that share a level: "10/12 trường mầm non, 9/10 trường tiểu học đạt chuẩn".

    Plain counts of another sort share none: "12 chi bộ, 300 hội viên xuất sắc" rates the members alone.
    Those that each have their percentage do: "96 gia đình (87%); 17 xóm (69%); 14 cơ quan (95%) đạt danh hiệu".
    Behind it they do, too: "Hoàn thành tốt nhiệm vụ: 12 chi bộ, 300 đảng viên".
    """
    found = list(items)
    numbers = [one for one in named.all if one.quantity is not None and not one.rated and is_full(one)]
    starts = [one.start for one in numbers]
    for item in items:
        start = item.start
        for at in range(bisect_left(starts, start) - 1, -1, -1):
            one = numbers[at]
            if one.end > item.start:
                continue
            share = _own_share(one, item, start, reading, names)
            if share is None and (
                not _joined(one, item, start, reading, names)
                or not (_alike(one, item, reading) or _paired(one, item, start, reading, names))
            ):
                break
            found.append(_share(item, one, percent=item.count is None))
            item.listed = True
            if share is not None:
                found[-1].percent = share
            start = one.start
    starts_of_items = [item.start for item in items]
    for at, item in enumerate(items):
        if item.number_first or item.count is None or item.group is None:
            continue
        until = starts_of_items[at + 1] if at + 1 < len(items) else len(reading.folded)
        end = item.end
        for one in numbers[bisect_left(starts, end) :]:
            joint = names.joints.number.fullmatch(reading.folded, end, one.start)
            if joint is None or one.end > until or not _counts(one, reading):
                break
            found.append(_share(item, one, percent=False))
            end = one.end
    return sorted(found, key=lambda item: (item.start, item.level_start))


def _share(item: Item, one: Named, *, percent: bool) -> Item:
    """The level of an item for another number."""
    count, share = (None, one.quantity) if percent else (one.quantity, None)
    return replace(item, start=one.start, end=one.end, count=count, percent=share, group=one.text)


def _own_share(one: Named, item: Item, start: int, reading: Reading, names: Names) -> int | None:
    """The percentage in brackets between a count and the next, which has one too, or is an X/Y as it is."""
    if item.count is None or not item.number_first or not _counts(one, reading):
        return None
    if item.percent is None and not _alike(one, item, reading):
        return None  # "12 lớp (40%), 300 em đạt loại khá"
    joint = names.joints.share.fullmatch(reading.folded, one.end, start)
    return None if joint is None else reading.quantities_in(one.end, start)[0]


def _counts(one: Named, reading: Reading) -> bool:
    return one.quantity is not None and reading.lexed.quantities[one.quantity].kind in COUNTS


def _joined(one: Named, item: Item, start: int, reading: Reading, names: Names) -> bool:
    """Whether only a comma stands between, and words of the next group: "10/12 trường, tiểu học 15/16 trường"."""
    if names.joints.piece.fullmatch(reading.folded, one.end, start) is not None:
        return _is_piece(one, item, reading, names)
    joint = names.joints.number.match(reading.folded, one.end, start)
    if joint is None or start - joint.end() > _LONGEST_NAME:
        return False
    rest = reading.folded[joint.end() : start].strip()
    rest = next((rest.removesuffix(word).strip() for word in names.around.had if rest.endswith(word)), rest)
    return not rest or names.is_group(f"{one.text} {rest}")


def _is_piece(one: Named, item: Item, reading: Reading, names: Names) -> bool:
    """Whether a share and its group are all that a clause says, or all behind its "có": "huyện có 10/12 trường"."""
    if not _alike(one, item, reading):
        return False
    sentence = reading.structure.sentence(one.start)
    before = reading.folded[sentence.start : one.start].rstrip()
    return not before or before.endswith((";", ":")) or before.rpartition(" ")[2] in names.around.had


def _paired(one: Named, item: Item, start: int, reading: Reading, names: Names) -> bool:
    """Whether two plain counts share a level: "3 đảng bộ, 5 chi bộ hoàn thành xuất sắc nhiệm vụ".

    A comma joins what is of one sort alone, as the codes tell, or what may have a title that is no step of a scale
    ("15 dòng họ, 4 đơn vị đạt danh hiệu văn hóa"), but for people beside families; "và" what may be of two sorts.
    """
    if item.count is None or not item.number_first or item.group is None or not _counts(one, reading):
        return False
    if one.text == item.group:
        return False  # "12 chi hội, 9 chi hội vững mạnh" tells how many there are
    code = names.group_code(item.group)
    sort = set() if code is None else set(code.split("_"))
    alike = (code in names.sorts.people) == (one.code in names.sorts.people)
    titled = item.rated_word and alike and all(map(names.is_title, item.levels))
    joined = "," not in reading.folded[one.end : start] or not sort.isdisjoint((one.code or "").split("_"))
    return joined or titled


def _alike(one: Named, item: Item, reading: Reading) -> bool:
    if one.quantity is None or item.number is None or not item.number_first:
        return False
    if item.count is None:
        return reading.lexed.quantities[one.quantity].kind == "percent"
    return reading.whole_of(one.quantity) is not None and reading.whole_of(item.count) is not None


def add_targets(items: Sequence[Item], reading: Reading) -> list[Item]:
    """Items for targets told in brackets behind a result: "đạt 97,9% (nghị quyết giao từ 95% trở lên)"."""
    found = list(items)
    ends: dict[int, int] = {}
    for at, item in enumerate(items):
        ends.setdefault(item.end, at)
    for match in reading.matches.ratings:
        slot = match.slots.get("target")
        if (
            slot is None
            or slot.quantity is None
            or reading.status(reading.lexed.quantities[slot.quantity]) != "planned"
        ):
            continue
        before = min((ends[end] for end in (match.start - 1, match.start) if end in ends), default=None)
        if before is None:
            continue
        item = items[before]
        if item.percent is not None and item.count is None:
            found.append(replace(item, start=match.start, end=slot.end, percent=slot.quantity))
    return sorted(found, key=lambda item: (item.start, item.level_start))


def add_splits(items: Sequence[Item], named: AllNamed, reading: Reading) -> list[Item]:
    """Items for what a number consists of, told in the bracket behind it.

    Groups, "12 tổ chức đảng (gồm 4 đảng bộ, 8 chi bộ)", or the same group in several places, each with the number of
    its own: "187/203 cơ quan (cơ quan tỉnh 121/126, đạt 96,03%; cơ quan thành phố 66/77)".
    """
    quantities = reading.lexed.quantities
    found = list(items)
    for item in items:
        if item.count is None:
            continue
        ends = [item.end] if item.percent is None else [item.end, max(item.end, quantities[item.percent].end)]
        opening = next(filter(None, (_OPEN.match(reading.folded, end) for end in ends)), None)
        close = -1 if opening is None else reading.folded.find(")", opening.end())
        if opening is None or close < 0:
            continue
        groups = [
            one
            for one in named.within(opening.end(), close)
            if one.quantity is not None and is_full(one) and one.text != item.group
        ]
        parts = [_split(item, one.quantity, one.start, one.end, one) for one in groups if one.quantity is not None]
        if not parts:
            inside = reading.quantities_in(opening.end(), close)
            shares = [(at, whole) for at in inside if (whole := reading.whole_of(at)) is not None]
            parts = [
                replace(
                    _split(item, at, quantities[at].start, quantities[whole].end, None),
                    total=whole,
                    percent=_percent_behind(whole, close, reading),
                )
                for at, whole in shares
            ]
        values = [quantities[part.count].value for part in parts if part.count is not None]
        if parts and sum(values) == quantities[item.count].value:
            found += parts
    return sorted(found, key=lambda item: (item.start, item.level_start))


def _split(item: Item, count: int, start: int, end: int, group: Named | None) -> Item:
    """A part of an item, of another group or of the same."""
    part = replace(item, start=start, end=end, count=count, percent=None, whole=item)
    return part if group is None else replace(part, group=group.text, code=group.code)


def _percent_behind(index: int, until: int, reading: Reading) -> int | None:
    """The percentage that is the next number behind another one."""
    quantities = reading.lexed.quantities
    after = quantities[index + 1] if index + 1 < len(quantities) else None
    return index + 1 if after is not None and after.kind == "percent" and after.start < until else None
