"""What is rated: the full group that a level's bare word ("48 đồng chí"), or no word at all ("29 khá"), stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.facts.levels import BARE, Names
from extract.facts.rating_items import in_bracket, is_full, list_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.rating_items import Item, Named
    from extract.facts.reading import Reading

_PLACES = frozenset({"commune", "district", "party_committee"})
"""Groups named on every page as places: not what is rated unless the text counts them."""


_PEOPLE = frozenset(
    {
        "party_member",
        "leader_manager",
        "civil_servant",
        "member",
        "veteran_member",
        "youth_member",
        "pupil",
        "teacher",
        "citizen",
        "farmer_household",
    }
)
_LAST_WORDS = regex.compile(r"\p{L}+(?=(?: \p{L}+)*\s*$)")


class _Full(NamedTuple):
    text: str
    code: str | None


def name_groups(items: Sequence[Item], named: Sequence[Named], reading: Reading, names: Names) -> None:
    """Set group and code of every item: its own words, or those of the full group they stand for."""
    before: Item | None = None
    for item in items:
        own = item.group
        code = None if own is None else names.group_code(own)
        full: _Full | None
        if own is None or code is None or code in BARE:
            full = _full(item, before, named, reading, names)
            code = None
        else:
            full = _composed(item, own, reading, names) or _longer(item, own, named, reading, names)
        if full is None:
            item.code = code
        else:
            item.group, item.code = full
        before = item


def _full(item: Item, before: Item | None, named: Sequence[Named], reading: Reading, names: Names) -> _Full | None:
    """The group before that a bare word or no word stands for: in its sentence, its list, its block, the page."""
    told, exact = _candidates(item, named, reading, names)
    sentence = reading.structure.sentence(item.start)
    follows = before is not None and before.start >= sentence.start and before.code is not None
    if follows and before is not None and before.group is not None:
        if item.group is not None and before.levels == item.levels and not before.group.startswith(item.group):
            return None  # "42 dòng họ học tập, 58 đơn vị học tập": a title given to one group after another
        since = [one for one in told if one.strong and one.start >= before.end]
        if not since and not (exact and before.group not in {one.text for one in told}):
            return _Full(before.group, before.code)
        told = since or told
    for start in (sentence.start, list_start(item.start, reading), reading.structure.block(item.start).start, 0):
        here = [one for one in told if one.start >= start]
        best = [one for one in here if one.strong] or here
        if best and start < sentence.start and exact:
            longest = max((one for one in told if one.code == best[-1].code), key=lambda one: len(one.text))
            return _Full(longest.text, longest.code)
        if best:
            return _Full(best[-1].text, best[-1].code)
    after = [one for one in named if item.end <= one.start < sentence.end and one.strong and is_full(one)]
    return _Full(after[0].text, after[0].code) if after else None


def _candidates(item: Item, named: Sequence[Named], reading: Reading, names: Names) -> tuple[list[Named], bool]:
    """The groups named before an item that it may mean, and whether its own word begins their names."""
    inside = in_bracket(item.start, reading)
    told = [
        one
        for one in named
        if one.end <= item.start
        and is_full(one)
        and (one.strong or one.code not in _PLACES)
        and (inside or not in_bracket(one.start, reading))
    ]
    if item.group is None:
        return told, False
    # "trung bình mỗi tổ ...": a "tổ" is a "tổ tự quản" if the page has one, whatever else it has named since
    people = names.group_code(item.group) == "bare_person"
    told = [one for one in told if (one.code in _PEOPLE) == people]
    longer = [one for one in told if one.text.startswith(item.group + " ")]
    return longer or told, bool(longer)


def _longer(item: Item, own: str, named: Sequence[Named], reading: Reading, names: Names) -> _Full | None:
    """The longer name that a general one stands for: "15/60 chi hội" after "45/60 chi hội nông dân"."""
    start, code = list_start(item.start, reading), names.group_code(own)
    for one in reversed(named):
        if one.end > item.start or one.code is None:
            continue
        if one.start < start:
            break
        if one.text.startswith(own + " ") and (one.code != code or not names.is_normal(own)):
            return _Full(one.text, one.code)
        if one.text == own and one.strong and one.code != code:
            break
    return None


def _composed(item: Item, own: str, reading: Reading, names: Names) -> _Full | None:
    """A group parted by its number: "mầm non có 10/12 trường"."""
    before = reading.folded[reading.structure.sentence(item.start).start : item.start]
    words = _LAST_WORDS.findall(before)
    if words and words[-1] == "có":
        words.pop()
    for length in (2, 1):
        text = " ".join([own, *words[-length:]])
        if len(words) >= length and names.is_group(text):
            return _Full(text, names.group_code(text))
    return None
