"""Single levels with their number, as the rating rules find them: before they are tied into sets.

The slots of a rule of the section ``ratings`` say what its match means; see ``rules/ratings.yaml``.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.facts.ratings.levels import BARE, Names, written
from extract.facts.ratings.names import (
    behind_counted,
    first_number,
    is_named,
    joins_unlike,
    may_stand_for,
    run_of,
    topic_as,
    topic_before,
    topic_behind,
    topic_over,
)
from extract.facts.ratings.totals import whole_of
from extract.facts.ratings.vouching import vouched

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from extract.facts.ratings.bars import Bars
    from extract.facts.ratings.levels import Piece
    from extract.facts.ratings.names import Named
    from extract.facts.reading import Reading
    from extract.match.engine import Match, Slot

_SHARE_REACH = 30
_WORD = regex.compile(r"\p{L}+")
_ONLY_PAUSE = regex.compile(r"[\s,(]*")
_GOES_ON = regex.compile(r"\s*(?!và\b)\p{L}")
_JOINED = regex.compile(r"\s+(?:và|hoặc)\s+")
_TITLE_REACH = 60
_TITLE_WORDS = 5
"""More words before its level has only the name of a movement."""
_OPEN_QUOTE = regex.compile(r"(?r)[“\"](?P<words>[^“”\"\n]*+)$")
_CLOSED_QUOTE = regex.compile(r"\s?[”\"]")
_ENDS_CLAUSE = regex.compile(r"\s*(?:[,.;:()\n]|và\b|$)")
_LEVEL_WORDS = 3
"""Words that the name of a numbered level has before its number's own."""


@dataclass(slots=True, eq=False)
class Item:
    """One level of a rated set, in the making."""

    start: int
    end: int
    rule_id: str
    levels: list[str]
    """Keys of the level; more than one where levels share a number: "70% khá, tốt"."""
    level_start: int
    level_end: int
    tail: str
    """``run`` ("3 năm liền"), ``up`` ("trở lên") or nothing."""
    count: int | None
    percent: int | None
    group: str | None
    group_start: int
    rated_word: bool
    number_first: bool
    everyone: bool
    """"Cả 7 chi hội đều ...": the number is the total, too."""
    cell: bool = False
    """A cell of a table, which tells the number rated (``total``)."""
    stated: int | None = None
    """The number rated, if the phrase has it: "100 trong tổng số 107 thôn"."""
    column: tuple[int, int] | None = None
    """Which column of which table the cell is in, where levels stand under each other."""
    listed: bool = False
    """Its number shares the level with numbers before it, of other groups."""
    code: str | None = None
    whole: Item | None = None
    total: int | None = None

    @property
    def none(self) -> bool:
        """A statement that nobody has this level."""
        return self.count is None and self.percent is None

    @property
    def number(self) -> int | None:
        """The quantity that says how many."""
        return self.percent if self.count is None else self.count


def find_items(reading: Reading, names: Names, topics: Sequence[Named], bars: Bars) -> list[Item]:
    """All levels with their numbers, in order, those that are no ratings left out."""
    found: list[Item] = []
    for match in reading.matches.ratings:
        if "level" in match.slots and "respectively" not in match.slots and _is_told(match, reading):
            found += _items(match, reading, names, topics)
    found.sort(key=lambda item: (item.start, item.level_start))
    found = _led_by_levels([*_told_shares(found, reading, names)], reading)
    found = [*_merge_shares(found, reading, names), *_same_titles(reading, names, topics)]
    found.sort(key=lambda item: (item.start, item.level_start))
    of_all = {match.start for match in reading.matches.ratings if "of_all" in match.slots}
    kept = [
        item
        for item in found
        if not bars.bar(item.start, item.end, rated_word=item.rated_word)
        and _unit_fits(item, reading, names)
        and _ends_there(item, of_all, reading, names)
    ]
    return vouched(kept, reading, names, topics)


def _is_told(match: Match, reading: Reading) -> bool:
    """Whether a match rates: "74/75 em có học lực khá" does, "3 em có học lực khá được tặng quà" says who they are."""
    count = match.slots.get("count")
    if "none" in match.slots and match.slots["none"].start > match.slots["level"].start:
        return _ENDS_CLAUSE.match(reading.folded, match.end) is not None  # "chi bộ yếu không có nhà văn hóa"
    if "after_names" in match.slots:
        return is_named(match, reading)
    if "having" not in match.slots or count is None or whole_of(count.quantity, reading) is not None:
        return True
    behind = reading.quantities_in(match.end, match.end + _SHARE_REACH)
    share = reading.lexed.quantities[behind[0]] if behind else None
    return share is not None and share.kind == "percent" and share.start < reading.structure.segment(match.start).end


def _items(match: Match, reading: Reading, names: Names, topics: Sequence[Named]) -> list[Item]:
    """The item of a match; "không có chi bộ, đảng viên ..." gives one a group, "không có tổ yếu, kém" one a level."""
    slots = match.slots
    level = _full_level(slots["level"], match, reading, names)
    pieces = names.levels(reading.quote(level.start, level.end))
    if not pieces or _is_of_more(level, pieces, reading, names):
        return []
    count, percent = _quantity(slots, "count"), _quantity(slots, "percent")
    if count is not None and not float(reading.lexed.quantities[count].value).is_integer():
        count, percent = None, count  # "hoàn thành xuất sắc nhiệm vụ đạt 13,2;": a percentage without its sign
    group = slots.get("group") or slots.get("unit")
    if group is None and first_number(slots) > level.start:
        group = slots.get("as")  # "số chi hội khá: 12"
    topic = topic_before(match, topics, reading, names) if slots.get("group") is None else None
    if slots.get("group") is not None and topic is None:
        topic = topic_behind(slots["group"], level, topics, names) or topic_as(slots, reading, names)
    if topic is None and group is None:
        topic = topic_over(level, topics)  # "hộ gia đình văn hóa: 80%"
        if topic is not None:
            level = level._replace(start=min(topic.end + 1, level.end))
            pieces = names.levels(reading.quote(level.start, level.end)) or pieces
    topic = behind_counted(topic, reading, names)
    titled = names.titled_group(pieces[0].key)
    if titled is not None:  # "gia đình văn hóa: 1.240 hộ"
        words = [hit.start() for hit in _WORD.finditer(reading.folded, level.start, level.end)]
        level = level._replace(start=words[titled.count(" ") + 1])
        pieces = names.levels(reading.quote(level.start, level.end)) or pieces
    marked = names.marks.search(reading.folded, match.start, level.start) is not None
    own = None if group is None else written(reading.quote(group.start, group.end))
    run = run_of(slots, reading)
    tail = slots.get("up") or run
    end = slots["run"].start if run is None and "run" in slots else match.end
    item = Item(
        start=match.start if topic is None else min(match.start, topic.start),
        end=end,
        rule_id=match.rule.id,
        levels=[piece.key for piece in pieces],
        level_start=level.start,
        level_end=level.end if tail is None else max(level.end, tail.end),
        tail="" if tail is None else "up" if run is None else "run",
        count=count,
        percent=percent,
        group=topic.text if topic else own or titled or (names.pupils if marked else None),
        group_start=topic.start if topic else match.start if group is None or titled is not None else group.start,
        rated_word="rate" in slots or "after_names" in slots,
        number_first=first_number(slots) < level.start,
        everyone="all" in slots,
        stated=_quantity(slots, "whole"),
    )
    called = None if "as" not in slots else written(slots["as"].text)
    if any(one is not None and names.is_group(f"{one} {item.levels[0]}") for one in (item.group, called)):
        return []  # "100% hội cấp xã tự mở lớp", "45 tổ là tổ hội khuyến học": a group's name, no tier
    if not item.none:
        return [item]
    groups = [piece.key for piece in names.groups(item.group)] if item.group else [None]
    spans = [(level.start + piece.start, level.start + piece.end, piece.key) for piece in pieces]
    many = len(groups) * len(spans) > 1
    return [_one_of(item, one, span) if many else item for one in groups for span in spans]


def _is_of_more(level: Slot, pieces: Sequence[Piece], reading: Reading, names: Names) -> bool:
    """Whether a level is a part of something else: of a word ("tốt nghiệp"), or the end of a title of many words.

    “Phụ nữ tích cực học tập, xây dựng gia đình hạnh phúc” says nothing of happy families.
    """
    if any(names.is_longer_word(reading.folded, level.start + piece.start) for piece in pieces):
        return True
    quote = _OPEN_QUOTE.search(reading.page.text, max(0, level.start - _TITLE_REACH * 2), level.start)
    if quote is None or _CLOSED_QUOTE.match(reading.page.text, level.end) is None:
        return False
    *first, last = quote["words"].split(",")  # “Phường, thị trấn đạt chuẩn văn minh đô thị”: groups alone before it
    return not all(map(names.is_group, first)) or (len(last.split()) > _TITLE_WORDS and not names.is_group(last))


def _same_titles(reading: Reading, names: Names, topics: Sequence[Named]) -> Iterator[Item]:
    """Numbers of those who have the title named before: "400 hộ đăng ký gia đình văn hóa, 380 hộ đạt danh hiệu này"."""
    bars = {match.start: match.end for match in reading.matches.ratings if "bar" in match.slots}
    for match in reading.matches.ratings:
        reached = "reached" in match.slots
        if not (reached or "same" in match.slots) or not _ENDS_CLAUSE.match(reading.folded, match.end):
            continue
        block = reading.structure.block(match.start)
        first = reading.structure.block(block.start - 1).start if block.start else 0
        first = reading.structure.sentence(match.start).start if reached else first
        at = bisect_left(topics, match.start, key=lambda topic: topic.start)
        for topic in reversed(topics[bisect_left(topics, first, key=lambda topic: topic.start) : at]):
            since = bars.get(topic.end + 1, topic.end)  # "860 hộ đăng ký sản xuất kinh doanh giỏi"
            title = names.title_at(reading.quote(since, max(since, min(since + _TITLE_REACH, match.start))))
            if title is not None:
                group = match.slots["group"]
                if reached and not may_stand_for(group.text, topic, names):
                    break
                count = _quantity(match.slots, "count")
                yield Item(
                    start=match.start,
                    end=match.end,
                    rule_id=match.rule.id,
                    levels=[title.key],
                    level_start=since + title.start,
                    level_end=since + title.end,
                    tail="",
                    count=count,
                    percent=_quantity(match.slots, "percent"),
                    group=written(reading.quote(group.start, group.end)),
                    group_start=group.start,
                    rated_word=True,
                    number_first=True,
                    everyone=False,
                    stated=_enrolled(count, topic.start, reading),
                )
                break


def _enrolled(count: int | None, title: int, reading: Reading) -> int | None:
    """The number of those who had enrolled for a title that others got: "400 hộ đăng ký gia đình văn hóa"."""
    quantities = reading.lexed.quantities
    before = reading.quantities_in(reading.structure.sentence(title).start, title)
    if count is None or not before or whole_of(count, reading) is not None:
        return None
    told = quantities[before[-1]]
    enrolled = any("bar" in one.slots and told.end <= one.start < title for one in reading.matches.ratings)
    most = told.kind == "count" and told.comparator == "eq" and told.value >= quantities[count].value
    return before[-1] if enrolled and most else None


def _full_level(level: Slot, match: Match, reading: Reading, names: Names) -> Slot:
    """A numbered level with the words that go with it: "chuẩn quốc gia mức độ 2", of which a rule sees "mức độ 2"."""
    joined = _JOINED.match(reading.folded, level.end)
    if joined is not None and names.is_numbered_level(
        reading.quote(joined.end(), joined.end() + level.end - level.start)
    ):
        return level._replace(end=joined.end() + level.end - level.start)  # "3 sao và 4 sao"
    before = [hit.start() for hit in _WORD.finditer(reading.folded, match.start, level.start)][-_LEVEL_WORDS:]
    longer = (start for start in before if names.is_numbered_level(reading.quote(start, level.end)))
    return level._replace(start=next(longer, level.start))


def _one_of(item: Item, group: str | None, span: tuple[int, int, str]) -> Item:
    start, end, key = span
    fields = {name: getattr(item, name) for name in Item.__slots__}
    return Item(**{**fields, "group": group, "levels": [key], "level_start": start, "level_end": end, "tail": ""})


def _quantity(slots: dict[str, Slot], name: str) -> int | None:
    slot = slots.get(name)
    return None if slot is None else slot.quantity


def _told_shares(found: Sequence[Item], reading: Reading, names: Names) -> Iterator[Item]:
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


def _merge_shares(found: Sequence[Item], reading: Reading, names: Names) -> list[Item]:
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
                kept.append(item)
        elif before.percent is None and item.percent is not None:
            before.percent = item.percent
        elif before.count is None and item.count is not None:
            before.count = item.count
    return kept


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


def _led_by_levels(found: Sequence[Item], reading: Reading) -> list[Item]:
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


def _unit_fits(item: Item, reading: Reading, names: Names) -> bool:
    """Whether what a number counts may be rated: "hoàn thành tốt 12 chỉ tiêu" and "văn hóa 15 buổi" may not."""
    if item.count is None or item.number_first:
        return True
    unit = reading.lexed.quantities[item.count].unit
    code = None if unit is None else names.group_code(unit)
    if item.group is not None:  # "hội thi chi hội giỏi có 16 thí sinh"
        people, households = names.sorts.people, names.sorts.households
        return code not in people or names.group_code(item.group) in {None, *people, *BARE, *households}
    return unit is None or code is not None


def _ends_there(item: Item, of_all: AbstractSet[int], reading: Reading, names: Names) -> bool:
    """Whether nothing goes on with a level that is one in lists only: "2 hoàn thành;", not "2 tổ hoàn thành việc".

    But for the number of all (``of_all``: where it begins): "42 hộ đạt cấp xã trong tổng số 62 hộ".
    What is short for a longer name, "30 hộ cấp tỉnh", needs that name before it, too.
    """
    if not all(names.is_told(key, reading.folded, item.level_start) for key in item.levels):
        return False
    if not any(map(names.goes_on, item.levels)):
        return True
    if not item.number_first or _GOES_ON.match(reading.folded, item.level_end) is None:
        return True
    return item.level_end + 1 in of_all
