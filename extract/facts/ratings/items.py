"""Single levels with their number, as the rating rules find them: before they are tied into sets.

The slots of a rule of the section ``ratings`` say what its match means; see ``rules/ratings.yaml``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.facts.ratings.item import Item
from extract.facts.ratings.levels import BARE, Names, Piece, name_key, written
from extract.facts.ratings.named import (
    behind_counted,
    first_number,
    is_named,
    run_of,
    topic_as,
    topic_before,
    topic_behind,
    topic_over,
)
from extract.facts.ratings.neighbours import led_by_levels, merge_shares, told_shares
from extract.facts.ratings.same_titles import same_titles
from extract.facts.ratings.title_runs import title_runs
from extract.facts.ratings.vouching import vouched

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from extract.facts.ratings.bars import Bars
    from extract.facts.ratings.named import Named
    from extract.facts.reading import Reading
    from extract.match.engine import Match, Slot
    from extract.model import Quantity

_SHARE_REACH = 30
_WORD = regex.compile(r"\p{L}+")
_BETWEEN_COMMAS = regex.compile(r"[^\s,][^,]*(?<!\s)")
_WORD_REACH = 8
_TITLE_REACH = 60
_TITLE_WORDS = 5
"""More words before its level has only the name of a movement."""
_OPEN_QUOTE = regex.compile(r"(?r)[“\"](?P<words>[^“”\"\n]*+)$")
_QUOTE = regex.compile(r"[“\"]")
_CLOSED_QUOTE = regex.compile(r"\s?[”\"]")
_LEVEL_WORDS = 3
"""Words that the name of a numbered level has before its number's own."""


def find_items(reading: Reading, names: Names, topics: Sequence[Named], bars: Bars) -> list[Item]:
    """All levels with their numbers, in order, those that are no ratings left out."""
    found: list[Item] = []
    for match in reading.matches.ratings:
        if "level" in match.slots and "respectively" not in match.slots and _is_told(match, reading, names):
            found += _items(match, reading, names, topics)
    found.sort(key=lambda item: (item.start, item.level_start))
    found = led_by_levels([*told_shares(found, reading, names)], reading)
    found = [*merge_shares(found, reading, names), *same_titles(reading, names, topics)]
    found.sort(key=lambda item: (item.start, item.level_start))
    found += title_runs(found, reading, names)
    found.sort(key=lambda item: (item.start, item.level_start))
    of_all = {match.start for match in reading.matches.ratings if "of_all" in match.slots}
    kept = [
        item
        for item in found
        if not bars.bar(item.start, item.end, rated_word=item.rated_word or item.none)
        and _unit_fits(item, reading, names)
        and _ends_there(item, of_all, reading, names)
    ]
    return vouched(kept, reading, names, topics)


def _is_told(match: Match, reading: Reading, names: Names) -> bool:
    """Whether a match rates: "74/75 em có học lực khá" does, "3 em có học lực khá được tặng quà" says who they are."""
    count = match.slots.get("count")
    rated = match.slots.get("rate") or match.slots.get("after_names")
    if rated is not None and names.around.denied.search(reading.folded, match.start, rated.start) is not None:
        return False
    if rated is not None and _is_of_another(match, rated, reading, names):
        return False
    if "none" in match.slots and match.slots["none"].start > match.slots["level"].start:
        return names.joints.ends.match(reading.folded, match.end) is not None  # "chi bộ yếu không có nhà văn hóa"
    if "after_names" in match.slots:
        return is_named(match, reading, names)
    if "having" not in match.slots or count is None or reading.whole_of(count.quantity) is not None:
        return True
    behind = reading.quantities_in(match.end, match.end + _SHARE_REACH)
    share = reading.lexed.quantities[behind[0]] if behind else None
    return share is not None and share.kind == "percent" and share.start < reading.structure.segment(match.start).end


def _is_of_another(match: Match, rated: Slot, reading: Reading, names: Names) -> bool:
    """Whether another group is rated in a clause of its own: "chia làm 2 tổ, hằng năm chi bộ đều đạt ..."."""
    group = match.slots.get("group")
    if group is None or group.end > rated.start:
        return False
    _, comma, clause = reading.folded[group.end : rated.start].rpartition(",")
    words = clause.split()[-_LEVEL_WORDS:]
    told = {names.group_code(" ".join(words[at:])) for at in range(1, len(words))} if comma else set()
    own = names.group_code(written(reading.quote(group.start, group.end)))
    return not any(map(str.isdigit, clause)) and not told <= {None, own, *BARE}


class _Level(NamedTuple):
    """The words of a level in a match, and the levels that they name."""

    slot: Slot
    pieces: list[Piece]

    def begun_at(self, start: int, reading: Reading, names: Names) -> _Level:
        """The same without the words before ``start``."""
        slot = self.slot._replace(start=start)
        return _Level(slot, names.levels(reading.quote(start, slot.end)) or self.pieces)


class _Who(NamedTuple):
    """Whom a match rates, where that is told, and the level without the words of it."""

    text: str | None
    start: int
    level: _Level


def _items(match: Match, reading: Reading, names: Names, topics: Sequence[Named]) -> list[Item]:
    """The item of a match; "không có chi bộ, đảng viên ..." gives one a group, "không có tổ yếu, kém" one a level."""
    slots = match.slots
    full = _full_level(slots["level"], match, reading, names)
    level = _Level(full, names.levels(reading.quote(full.start, full.end)))
    if not level.pieces or _is_of_more(full, level.pieces, reading, names):
        return []
    count, percent = match.number("count"), match.number("percent")
    if count is not None and not float(reading.lexed.quantities[count].value).is_integer():
        count, percent = None, count  # "hoàn thành xuất sắc nhiệm vụ đạt 13,2;": a percentage without its sign
    who = _who(match, level, topics, reading, names)
    level = who.level
    run = run_of(slots, reading)
    tail = slots.get("up") or run
    keys, full_end, level_end = _with_office(level, full, who, reading, names)
    item = Item(
        start=min(match.start, who.start),
        end=max(slots["run"].start if run is None and "run" in slots else match.end, full_end),
        rule_id=match.rule.id,
        levels=keys,
        level_start=level.slot.start,
        level_end=level_end if tail is None else max(full_end, tail.end),
        tail="" if tail is None else "up" if run is None else "run",
        count=count,
        percent=percent,
        group=who.text,
        group_start=who.start,
        rated_word="rate" in slots or "after_names" in slots,
        number_first=first_number(slots) < level.slot.start,
        everyone="all" in slots,
        stated=match.number("whole"),
    )
    if _names_group(item, slots.get("as"), names) or _is_about(item, reading, names):
        return []
    return [item] if not item.none else _each_denied(item, level, reading, names)


def _with_office(level: _Level, full: Slot, who: _Who, reading: Reading, names: Names) -> tuple[list[str], int, int]:
    """The levels, and where the words for them and the level end: "17 cơ quan văn hóa cấp huyện".

    An office is the tier of communities, no rank of their title: "13 cộng đồng học tập cấp xã".
    """
    keys = [piece.key for piece in level.pieces]
    office = names.office_at(keys, reading.folded, full.end)
    if office is None:
        return keys, full.end, full.end
    if who.text is not None and names.group_code(who.text) in names.sorts.of_places:
        return keys, office[1], full.end
    return [office[0]], office[1], office[1]


def _who(match: Match, level: _Level, topics: Sequence[Named], reading: Reading, names: Names) -> _Who:
    """Whom a match rates: as words around it name them, its own words or the title; pupils if only they have that."""
    group, topic = _rated(match, level.slot, topics, reading, names)
    if group is None and topic is None:
        topic = topic_over(level.slot, topics)  # "hộ gia đình văn hóa: 80%"
        if topic is not None:
            level = level.begun_at(min(topic.end + 1, level.slot.end), reading, names)
    topic = behind_counted(topic, reading, names)
    titled = names.titled_group(level.pieces[0].key)
    if titled is not None:  # "gia đình văn hóa: 1.240 hộ"
        words = [hit.start() for hit in _WORD.finditer(reading.folded, level.slot.start, level.slot.end)]
        level = level.begun_at(words[titled.count(" ") + 1], reading, names)
    if topic is not None:
        return _Who(topic.text, topic.start, level)
    own = None if group is None else written(_before_quote(reading.quote(group.start, group.end), names))
    marked = names.marks.search(reading.folded, match.start, level.slot.start) is not None
    start = match.start if group is None or titled is not None else group.start
    return _Who(own or titled or (names.pupils if marked else None), start, level)


def _before_quote(group: str, names: Names) -> str:
    """A group without the title that a quote begins: "41.400 hộ “Gia đình văn hóa”"."""
    first = _QUOTE.split(group, 1)[0].strip()
    return first if names.is_group(first) else group


def _rated(
    match: Match, level: Slot, topics: Sequence[Named], reading: Reading, names: Names
) -> tuple[Slot | None, Named | None]:
    """The words of a match for who is rated, and the group that they or the words around it name in full."""
    own = match.slots.get("group")
    group = own or match.slots.get("unit")
    if group is None and first_number(match.slots) > level.start:
        group = match.slots.get("as")  # "số chi hội khá: 12"
    if own is None:
        return group, topic_before(match, topics, reading, names)
    return group, topic_behind(own, level, topics, names) or topic_as(match.slots, reading, names)


def _names_group(item: Item, called: Slot | None, names: Names) -> bool:
    """Whether words name a group, no tier: "100% hội cấp xã tự mở lớp", "45 tổ là tổ hội khuyến học".

    Of joined groups the last: "12 hội khuyến học cơ sở và hội khuyến học huyện".
    """
    groups = [group for group in (item.group, None if called is None else written(called.text)) if group is not None]
    joined = [piece.key for group in groups for piece in names.groups(group)[-1:]]
    return any(names.is_group(f"{group} {item.levels[0]}") for group in (*groups, *joined))


def _is_about(item: Item, reading: Reading, names: Names) -> bool:
    """Whether a level is part of what the rated is called: "1 mô hình “Khu dân cư không ma túy”"."""
    if item.group is None or item.rated_word or names.group_code(item.group) not in names.sorts.about:
        return False
    called = written(reading.quote(item.group_start, item.level_start))
    return called != item.group and names.is_group(called.removeprefix(item.group).strip())


def _each_denied(item: Item, level: _Level, reading: Reading, names: Names) -> list[Item]:
    """An item for each group and level that nobody has, one alone as it is."""
    groups = [piece.key for piece in names.groups(item.group)] if item.group else [None]
    pieces = [part for piece in level.pieces for part in _single(piece, level.slot, reading, names)]
    if len(groups) * len(pieces) == 1:
        return [item]
    start = level.slot.start
    return [
        replace(
            item,
            group=group,
            levels=[piece.key],
            level_start=start + piece.start,
            level_end=start + piece.end,
            tail="",
        )
        for group in groups
        for piece in pieces
    ]


def _single(piece: Piece, slot: Slot, reading: Reading, names: Names) -> list[Piece]:
    """The two levels of "yếu, kém", which with a number are one: nobody has either."""
    text = reading.quote(slot.start + piece.start, slot.start + piece.end)
    words = list(_BETWEEN_COMMAS.finditer(text))
    keys = [name_key(word[0]) for word in words]
    if len(words) == 1 or not all(names.weak(key) and names.graded(key) for key in keys):
        return [piece]
    return [Piece(piece.start + w.start(), piece.start + w.end(), key) for w, key in zip(words, keys, strict=True)]


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


def _full_level(level: Slot, match: Match, reading: Reading, names: Names) -> Slot:
    """A numbered level with the words that go with it: "tiềm năng 5 sao", of which a rule sees "5 sao"."""
    joined = names.joints.numbered.match(reading.folded, level.end)
    if joined is not None and names.is_numbered_level(
        reading.quote(joined.end(), joined.end() + level.end - level.start)
    ):
        return level._replace(end=joined.end() + level.end - level.start)  # "3 sao và 4 sao"
    before = [hit.start() for hit in _WORD.finditer(reading.folded, match.start, level.start)][-_LEVEL_WORDS:]
    longer = (start for start in before if names.is_numbered_level(reading.quote(start, level.end)))
    return level._replace(start=next(longer, level.start))


def _unit_fits(item: Item, reading: Reading, names: Names) -> bool:
    """Whether what a number counts may be rated: "hoàn thành tốt 12 chỉ tiêu" and "văn hóa 15 buổi" may not."""
    if item.count is None or item.number_first:
        return True
    quantity = reading.lexed.quantities[item.count]
    unit = quantity.unit
    code = None if unit is None else names.group_code(unit) or _longer_code(quantity, reading, names)
    if item.group is not None:  # "hội thi chi hội giỏi có 16 thí sinh"
        people, households = names.sorts.people, names.sorts.households
        fits = code not in people or names.group_code(item.group) in {None, *people, *BARE, *households}
        return fits and (unit is None or code is not None)  # "phong trào nông dân giỏi bằng 98 buổi họp"
    return unit is None or code is not None


def _longer_code(quantity: Quantity, reading: Reading, names: Names) -> str | None:
    """The code of the group that a unit names with the word behind it: "lượt hộ", of which the unit is "lượt"."""
    word = _WORD.search(reading.folded, quantity.end, quantity.end + _WORD_REACH)
    return None if word is None else names.group_code(f"{quantity.unit} {word[0]}")


def _ends_there(item: Item, of_all: AbstractSet[int], reading: Reading, names: Names) -> bool:
    """Whether nothing goes on with a level that is one in lists only: "2 hoàn thành;", not "2 tổ hoàn thành việc".

    But for the number of all (``of_all``: where it begins): "42 hộ đạt cấp xã trong tổng số 62 hộ".
    What is short for a longer name, "30 hộ cấp tỉnh", needs that name before it, too.
    """
    if not all(not names.is_short(key) or names.title_of(key, reading.folded, item.level_end) for key in item.levels):
        return False
    if not any(map(names.goes_on, item.levels)):
        return True
    if not item.number_first or names.joints.goes_on.match(reading.folded, item.level_end) is None:
        return True
    return item.level_end + 1 in of_all
