"""Where a page names groups that may be rated, and the numbers it gives them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, overload

import regex

from extract.codes import COUNTS
from extract.facts.ratings.levels import BARE, BARE_PERSON, Names, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.facts.ratings.bars import Bars
    from extract.facts.reading import Reading
    from extract.match.engine import Match, Slot

_HAS_REACH = 8
_HAS_LENGTH = 30
"""No longer are the words for it, with the first digit behind them."""
_PAUSE = regex.compile(r"\s?[,;:(]")
_LONGEST_LEAD = 14
_BRACKETS = regex.compile(r"\([^()]*+\)")
_SPACING = " \"'“”‘’*_-"
_NUMBERS = ("rated", "of_all", "number", "enrolled", "count")
"""Slots that say how many of a group there are."""


class Named(NamedTuple):
    """A group named at ``start:end``; ``quantity`` is the number before it, if one stands there."""

    start: int
    end: int
    text: str
    code: str | None
    strong: bool
    """Said to be the topic ("Về đảng viên"), or counted; not just mentioned."""
    quantity: int | None = None
    rated: bool = False
    """The number is said to be the number of those rated."""
    of_all: bool = False
    """It may be: it is said to be the number of all."""


class AllNamed:
    """The groups that a page names, in order."""

    __slots__ = ("all", "starts")

    def __init__(self, named: Iterable[Named]) -> None:
        self.all = sorted(named, key=lambda one: (one.start, one.end))
        self.starts = [one.start for one in self.all]

    def within(self, start: int, end: int) -> list[Named]:
        """Those that begin in a stretch of the text."""
        first = bisect_left(self.starts, start)
        return self.all[first : bisect_left(self.starts, end, first)]


class Topics(Sequence["Named"]):
    """Every place where groups are named, in order; they are looked for when the first is asked for."""

    def __init__(self, reading: Reading, names: Names) -> None:
        self._reading, self._names = reading, names

    def __len__(self) -> int:
        """How many."""
        return len(self._all)

    @overload
    def __getitem__(self, at: int) -> Named: ...
    @overload
    def __getitem__(self, at: slice) -> list[Named]: ...
    def __getitem__(self, at: int | slice) -> Named | list[Named]:
        """One of them, or several."""
        return self._all[at]

    @cached_property
    def _all(self) -> list[Named]:
        reading, names = self._reading, self._names
        shadow = reading.matches.shadow
        spans = (shadow.span(*span) for span in names.mentioned(shadow.text))
        found = [_topic(_behind_place(start, end, reading, names), end, reading, names) for start, end in spans]
        if names.pupils is not None:  # "Về hạnh kiểm: 93% tốt": of pupils, though none is named
            code = names.group_code(names.pupils)
            marks = (hit.span() for hit in names.taught.finditer(reading.folded))
            found += (Named(start, end, names.pupils, code, strong=False) for start, end in marks)
        return sorted(found, key=lambda one: (one.start, one.end))


def _behind_place(start: int, end: int, reading: Reading, names: Names) -> int:
    """Where groups begin behind the place that they are in: "tính trên toàn xã, gia đình đạt ..."."""
    if not reading.folded.endswith(names.around.whole, 0, start):
        return start
    pieces = names.groups(reading.quote(start, end))
    apart = len(pieces) > 1 and names.group_code(pieces[0].key) in names.sorts.places
    return start + pieces[1].start if apart else start


def _topic(start: int, end: int, reading: Reading, names: Names) -> Named:
    text = written(reading.quote(start, end))
    code = names.group_code(text)
    has = code not in names.sorts.places and names.around.has.match(reading.folded, end, end + _HAS_LENGTH) is not None
    told = has or reading.folded.startswith(":", end) or _is_led(start, end, reading, names)
    return Named(start, end, text, code, strong=told, quantity=_number_had(end, reading) if has else None)


def _number_had(end: int, reading: Reading) -> int | None:
    """The number alone that a group is said to have, where a pause follows: "chi hội có 1.041, vững mạnh 957"."""
    indices = reading.quantities_in(end, end + _HAS_REACH)
    if not indices:
        return None
    quantity = reading.lexed.quantities[indices[0]]
    plain = quantity.kind in COUNTS and quantity.unit is None and quantity.role == "value"
    return indices[0] if plain and _PAUSE.match(reading.folded, quantity.end) is not None else None


def _is_led(start: int, end: int, reading: Reading, names: Names) -> bool:
    """Whether a clause begins with what it is about: "Đối với UBND cấp xã, có 3 đơn vị ..."."""
    if not reading.folded.startswith(",", end):
        return False
    return names.around.led.search(reading.folded, max(0, start - _LONGEST_LEAD), start) is not None


def find_named(reading: Reading, names: Names, topics: Sequence[Named], bars: Bars) -> AllNamed:
    """Every group the page names, and every number rated; those that are praised or enrolled left out."""
    found = [*topics]
    for match in reading.matches.ratings:
        slots = match.slots
        # "14 chi bộ, kết quả xếp loại: ...": a number alone
        if "after_names" in slots and not is_named(match, reading, names):
            found.append(_named(slots["group"], slots["count"].quantity, reading, names, rated=False))
            continue
        if "level" in slots:
            slot = slots.get("group") or slots.get("unit")
            before = topic_before(match, topics, reading, names) if slots.get("group") is None else None
            if before is not None:
                found.append(before._replace(strong=True))
            elif slot is not None:
                found.append(_named(slot, None, reading, names, rated=False))
            continue
        number = next((slots[name] for name in _NUMBERS if name in slots), None)
        slot = slots.get("group")
        quantity = None if number is None else number.quantity
        if quantity is not None and "enrolled" not in slots and bars.bar(match.start, match.end):
            continue
        if slot is not None:
            told = "rated" in slots or "of_all" in slots
            found.append(_named(slot, quantity, reading, names, rated=told)._replace(of_all="of_all" in slots))
        elif "rated" in slots and _may_be_rated(quantity, reading, names):
            unit = None if quantity is None else reading.lexed.quantities[quantity].unit
            code = None if unit is None else names.group_code(unit)
            found.append(Named(match.start, match.end, "", code, strong=False, quantity=quantity, rated=True))
    return AllNamed(found)


def is_named(match: Match, reading: Reading, names: Names) -> bool:
    """Whether nothing but names stands between a counted group and its rating: "3 thôn A, B và C đạt ..."."""
    between = reading.quote(match.slots["group"].end, match.slots["after_names"].start)
    return names.joints.proper_names.fullmatch(_BRACKETS.sub(" ", between)) is not None


def _may_be_rated(index: int | None, reading: Reading, names: Names) -> bool:
    """Whether what a number counts may be rated: "tổng số 52.300 dân" may not."""
    unit = None if index is None else reading.lexed.quantities[index].unit
    return unit is None or names.group_code(unit) is not None


def topic_before(match: Match, topics: Sequence[Named], reading: Reading, names: Names) -> Named | None:
    """The group right before a level that stands before its number: "số tổ xếp loại tốt là 212 tổ"."""
    if first_number(match.slots) < match.slots["level"].start:
        return None
    at = bisect_right(topics, match.start, key=lambda topic: topic.start)
    while at and topics[at - 1].end > match.start:
        at -= 1
    if not at or match.start - topics[at - 1].end > _NEXT_TO:
        return None
    gap = reading.folded[topics[at - 1].end : match.start]
    return None if gap.strip(_SPACING) else _outer(topics, at - 1, reading, names)


def _outer(topics: Sequence[Named], at: int, reading: Reading, names: Names) -> Named:
    """The group of which a topic says where it is: "hộ" of "số hộ của xã đạt gia đình văn hóa"."""
    topic = topics[at]
    within = names.around.within.search(reading.folded, max(0, topic.start - _NEXT_TO), topic.start)
    before = topics[at - 1] if at and within is not None else None
    if before is None or within is None or before.end > within.start() or not is_full(before):
        return topic
    return before if _FEW_WORDS.fullmatch(reading.folded, before.end, within.start()) is not None else topic


_FEW_WORDS = regex.compile(r"(?:\s\p{L}+){0,2}")
_NEXT_TO = 40
"""More characters than quotes and spaces stand between a group and its level."""


def topic_behind(group: Slot, level: Slot, topics: Sequence[Named], names: Names) -> Named | None:
    """The full name right behind a bare word: "45 cơ sở chi hội đạt trong sạch vững mạnh"."""
    at = bisect_right(topics, group.end, key=lambda topic: topic.start)
    after = topics[at] if at < len(topics) else None
    if after is None or after.start != group.end + 1 or after.end > level.start or not names.is_bare(group.text):
        return None
    return after if is_full(after) else None


def topic_over(level: Slot, topics: Sequence[Named]) -> Named | None:
    """The group that a level's name begins with, where more of its own name stands before: "hộ gia đình văn hóa"."""
    at = bisect_right(topics, level.start, key=lambda topic: topic.start)
    topic = topics[at - 1] if at else None
    return topic if topic is not None and topic.start < level.start < topic.end < level.end else None


def joins_unlike(group: str | None, names: Names) -> bool:
    """Whether people and bodies are joined: "đảng viên, chi bộ"."""
    codes = [] if group is None else [names.group_code(piece.key) for piece in names.groups(group)]
    return len({code in names.sorts.people for code in codes}) > 1


def behind_counted(topic: Named | None, reading: Reading, names: Names) -> Named | None:
    """The last of several groups, if the first is counted and is no such body: "kết nạp 21 đảng viên, chi bộ ..."."""
    if topic is None:
        return None
    before = reading.quantities_in(reading.structure.sentence(topic.start).start, topic.start)
    counted = len(before) > 0 and not reading.folded[reading.lexed.quantities[before[-1]].end : topic.start].strip()
    pieces = names.groups(topic.text)
    codes = {names.group_code(piece.key) for piece in pieces}
    same = codes == names.sorts.households  # "thể thao 620 hộ, gia đình hiếu học"
    if not counted or not (same or joins_unlike(topic.text, names)):
        return topic
    last = pieces[-1]
    return topic._replace(start=topic.start + last.start, text=last.key, code=names.group_code(last.key))


def topic_as(slots: dict[str, Slot], reading: Reading, names: Names) -> Named | None:
    """The full name that a bare word is rated as: "02 đồng chí xếp loại học viên giỏi".

    Of bodies, one that the word begins: "39/45 công đoàn được công nhận công đoàn cơ sở vững mạnh".
    """
    group, behind = slots["group"], slots.get("as")
    if behind is None or not names.is_bare(group.text):
        return None
    named = _named(behind, None, reading, names, rated=False)
    short = names.group_code(group.text) == BARE_PERSON or named.text.startswith(f"{written(group.text)} ")
    return named._replace(start=group.start) if short and is_full(named) else None


def may_stand_for(group: str, topic: Named, names: Names) -> bool:
    """Whether a word may stand for what a title was told of: "gia đình văn hóa: 1.240 hộ", "cơ quan: 5 đơn vị"."""
    code = names.group_code(group)
    same = code == topic.code or names.sorts.households.issuperset((code, topic.code))
    return same or (code in BARE and (code == BARE_PERSON) == (topic.code in names.sorts.people))


def run_of(slots: dict[str, Slot], reading: Reading) -> Slot | None:
    """The "3 năm liền" behind a title; other numbers that may stand there ("Ảnh 1") belong to something else."""
    slot = slots.get("run")
    if slot is None:
        return slots.get("nth")
    at = bisect_right(reading.lexed.mentions, slot.start, key=lambda mention: mention.start)
    mention = reading.lexed.mentions[at - 1] if at else None
    return slot if mention is not None and mention.kind in ("duration", "period") else None


def is_full(one: Named) -> bool:
    """Whether a group is named in full, by no bare word."""
    return one.code is not None and one.code not in BARE


def first_number(slots: dict[str, Slot]) -> int:
    """Where the number of a level stands, or the word that says there is none."""
    return min((slots[name].start for name in ("count", "percent", "none") if name in slots), default=0)


def _named(slot: Slot, quantity: int | None, reading: Reading, names: Names, *, rated: bool) -> Named:
    text = written(reading.quote(slot.start, slot.end))
    start = slot.start if quantity is None else min(slot.start, reading.lexed.quantities[quantity].start)
    return Named(start, slot.end, text, names.group_code(text), strong=True, quantity=quantity, rated=rated)
