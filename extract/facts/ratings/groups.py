"""What is rated: the full group that a level's bare word ("48 đồng chí"), or no word at all ("29 khá"), stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.facts.ratings.levels import BARE, BARE_ANY, BARE_PERSON, BARE_PLAIN, BARE_SHORT, Names
from extract.facts.ratings.named import AllNamed, is_full
from extract.facts.surroundings import bracket_start, in_bracket, list_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.ratings.item import Item
    from extract.facts.ratings.named import Named
    from extract.facts.reading import Reading

_LAST_WORDS = regex.compile(r"(?r)\p{L}+(?: \p{L}+)*\s*$")
_TITLE_REACH = 60
_LONGEST_TIER = 4
"""Words of "trung học cơ sở"."""
_LAST_WORDS_REACH = 100
"""More characters than three words have."""


class _Full(NamedTuple):
    text: str
    code: str | None


class _Told:
    """The groups of one sort that were named so far: the last, the last strong one, the longest name of each code."""

    def __init__(self) -> None:
        self.texts: set[str] = set()
        self._last = self._last_strong = -1
        self._longest: dict[str | None, tuple[int, int]] = {}

    def add(self, number: int, one: Named) -> None:
        """One more, the ``number``-th of the page."""
        self.texts.add(one.text)
        self._last = max(self._last, number)
        if one.strong:
            self._last_strong = max(self._last_strong, number)
        self._longest[one.code] = max(self._longest.get(one.code, (0, 0)), (len(one.text), -number))

    def since(self, start: int, named: Sequence[Named]) -> Named | None:
        """The last that begins at ``start`` or behind, a strong one before any other."""
        for number in (self._last_strong, self._last):
            if number >= 0 and named[number].start >= start:
                return named[number]
        return None

    def strong_since(self, start: int, named: Sequence[Named]) -> Named | None:
        """The last strong one that begins at ``start`` or behind."""
        number = self._last_strong
        return named[number] if number >= 0 and named[number].start >= start else None

    def longest(self, code: str | None, named: Sequence[Named]) -> Named:
        """The longest name of a code that was told, the first of several."""
        return named[-self._longest[code][1]]


class _Sort(NamedTuple):
    """Which of the groups before a level it may stand for."""

    in_bracket: bool
    """Groups in brackets, too."""
    people: bool | None = None
    """Only people, or none; ``None``: either."""
    begins: str = ""
    """Only names that begin so, ..."""
    unless: tuple[str, ...] = ()
    """... and none that begin so."""
    word: str = ""
    """Only names that have this word, one or more, in them."""

    def takes(self, one: Named, *, inside: bool, people: bool) -> bool:
        """Whether a group is of this sort; ``inside`` brackets; ``people``: whether it is one of them."""
        return (
            (self.in_bracket or not inside)
            and self.people in (None, people)
            and one.text.startswith(self.begins)
            and not one.text.startswith(self.unless)
            and (not self.word or _has_word(one.text, self.word))
        )


def _has_word(text: str, word: str) -> bool:
    """Whether a name has a word, or several, in it.

    >>> _has_word("chi tổ hội", "tổ"), _has_word("tổng công ty", "tổ")
    (True, False)
    """
    return f" {word} " in f" {text} "


class _Before:
    """The groups named before the level that is looked at, by sort."""

    def __init__(self, named: AllNamed, reading: Reading, names: Names) -> None:
        self._whole, self._of = names.around.whole, names.sorts
        self.all = named
        self.named = named.all
        self._reading = reading
        self._ends = {one.end for one in self.named if is_full(one)}
        self._within = names.around.within
        full = (number for number, one in enumerate(self.named) if is_full(one))
        told = [number for number in full if self.named[number].strong or not self._is_place(self.named[number])]
        self._waiting = sorted(told, key=lambda number: self.named[number].end, reverse=True)
        self._passed: list[tuple[int, bool]] = []
        self._sorts: dict[_Sort, _Told] = {}

    def _is_place(self, one: Named) -> bool:
        """Whether a name says where, not what is rated: "toàn trường có 12 tập thể", "Ban công tác Mặt trận ở KDC"."""
        if one.code in self._of.places or self._reading.folded.endswith(self._whole, 0, one.start):
            return True
        within = self._within.search(self._reading.folded, max(0, one.start - _LAST_WORDS_REACH), one.start)
        return within is not None and within.start() in self._ends

    def go_on(self, offset: int) -> None:
        """Pass the groups that end before ``offset``."""
        while self._waiting and self.named[self._waiting[-1]].end <= offset:
            number = self._waiting.pop()
            one = self.named[number]
            inside = in_bracket(one.start, self._reading)
            self._passed.append((number, inside))
            for sort, told in self._sorts.items():
                if self._takes(sort, one, inside=inside):
                    told.add(number, one)

    def _takes(self, sort: _Sort, one: Named, *, inside: bool) -> bool:
        return sort.takes(one, inside=inside, people=one.code in self._of.people)

    def told(self, sort: _Sort) -> _Told:
        """Those of a sort that were passed."""
        if sort not in self._sorts:
            told = self._sorts[sort] = _Told()
            for number, inside in self._passed:
                if self._takes(sort, self.named[number], inside=inside):
                    told.add(number, self.named[number])
        return self._sorts[sort]


def name_groups(items: Sequence[Item], named: AllNamed, reading: Reading, names: Names) -> None:
    """Set group and code of every item, in order: its own words, or those of the full group they stand for."""
    last: Item | None = None
    outer: Item | None = None
    """The last that stands in no bracket: what goes on behind one goes on from there."""
    parted: _Parted | None = None
    before = _Before(named, reading, names)
    for item in items:
        before.go_on(item.start)
        if item.code is not None:  # a head of a table has told it
            last = outer = item
            continue
        inside = in_bracket(item.start, reading)
        item.group = item.group or _bracketed(item, reading, names) or _bare_topic(item, named, reading, names)
        own = item.group
        code = None if own is None else names.group_code(own)
        full: _Full | None
        if own is not None and item.listed and code in BARE:
            full = code = None  # "15 dòng họ, 4 đơn vị đạt danh hiệu văn hóa": not those before
        elif own is not None and code == BARE_PLAIN and _is_of_rank(item, names, reading):
            full = code = None  # "76 cơ sở hội đều khá. Cấp huyện có 8/8 đơn vị vững mạnh"
        elif own is not None and code == BARE_PLAIN and _is_titled(item, own, names, reading):
            full = code = None  # "95% gia đình học tập; 100% đơn vị học tập"
        elif own is None or code is None or code in BARE:
            full = _full(item, last if inside else outer, before, reading, names)
            code = None
        else:
            full = _composed(item, own, reading, names)
            if full is not None:
                parted = _Parted(reading.structure.block(item.start).start, full)
            else:
                full = _longer(item, own, named, reading, names) or _told_parted(own, item, parted, reading)
        if full is None:
            item.code = code
        else:
            item.group, item.code = full
        last = item
        outer = outer if inside else item


def _is_of_rank(item: Item, names: Names, reading: Reading) -> bool:
    """Whether what has a rank is told to have so many: no group before is meant."""
    start = max(reading.structure.sentence(item.start).start, item.start - _LAST_WORDS_REACH)
    return names.around.of_rank.search(reading.folded, start, item.start) is not None


def _is_titled(item: Item, own: str, names: Names, reading: Reading) -> bool:
    """Whether a bare word is part of a title: "đơn vị học tập"."""
    joined = (
        item.group_start < item.level_start
        and own == reading.folded[item.level_start - len(own) - 1 : item.level_start].strip()
    )
    if joined and all(map(names.is_title, item.levels)):
        return True
    word = regex.compile(
        rf"(?<!\w){regex.escape(own)}\s"
    )  # "540 đơn vị được chấm “Đơn vị học tập”, 486 đơn vị loại tốt"
    told = word.finditer(reading.folded, reading.structure.sentence(item.start).start, item.start)
    titles = (names.title_at(reading.quote(hit.end(), hit.end() + _TITLE_REACH)) for hit in told)
    return any(title is not None and names.is_title(title.key) for title in titles)


def _bracketed(item: Item, reading: Reading, names: Names) -> str | None:
    """The group counted right before the bracket that an item stands in: "42 tổ (xuất sắc 30, khá 12)"."""
    opened = bracket_start(item.start, reading)
    before = () if opened is None else reading.quantities_in(max(0, opened - _LAST_WORDS_REACH), opened)
    if not before:
        return None
    told = reading.lexed.quantities[before[-1]]
    if told.unit is None or told.unit in names.around.numbers or reading.folded[told.end : opened].strip():
        return None
    return told.unit if names.group_code(told.unit) is not None else None


def _bare_topic(item: Item, named: AllNamed, reading: Reading, names: Names) -> str | None:
    """The word for people that is the last topic of a sentence: "Về cá nhân: 30 xuất sắc, 50 tốt"."""
    told = named.within(reading.structure.sentence(item.start).start, item.start)
    topic = next((one for one in reversed(told) if one.strong and one.end <= item.start), None)
    return topic.text if topic is not None and names.group_code(topic.text) == BARE_PERSON else None


def _full(item: Item, last: Item | None, before: _Before, reading: Reading, names: Names) -> _Full | None:
    """The group before that a bare word or no word stands for: in its sentence, its list, its block, the page."""
    told, exact = _candidates(item, before, reading, names)
    sentence = reading.structure.sentence(item.start)
    follows = last if last is not None and last.start >= sentence.start else None
    if follows is not None and not _may_be(item, follows.group or "", names):
        follows = None
    if follows is not None and follows.code is not None and follows.group is not None:
        if item.group is not None and follows.levels == item.levels and not follows.group.startswith(item.group):
            return None  # "42 dòng họ học tập, 58 đơn vị học tập": a title given to one group after another
        since = told.strong_since(follows.end, before.named)
        if since is not None:
            return _Full(since.text, since.code)
        if not (exact and follows.group not in told.texts):
            return _Full(follows.group, follows.code)
    here = told.since(sentence.start, before.named)
    if here is not None:
        return _Full(here.text, here.code)
    if item.group is None and follows is not None and follows.group is not None:
        return _Full(follows.group, follows.code)  # "cơ sở TSVM đạt 98% (trong đó TSVM xuất sắc 38%)"
    for start in (list_start(item.start, reading), reading.structure.block(item.start).start, 0):
        best = told.since(start, before.named)
        if best is not None:
            best = told.longest(best.code, before.named) if start < sentence.start and exact else best
            return _Full(best.text, best.code)
    behind = (one for one in before.all.within(item.end, sentence.end) if one.strong and is_full(one))
    after = next((one for one in behind if _may_be(item, one.text, names)), None)
    return None if after is None else _Full(after.text, after.code)


def _may_be(item: Item, name: str, names: Names) -> bool:
    """Whether a name may be what an item's own word is short for: "tổ" for "tổ tự quản", no "cá nhân" for "tập thể"."""
    if item.group is None:
        return True
    bare, code = names.group_code(item.group), names.group_code(name)
    if bare == BARE_PERSON and code is not None and code not in names.sorts.people | BARE:
        return False
    if bare == BARE_PLAIN and code in names.sorts.people:
        return False  # "39 tổ chức đạt trong sạch vững mạnh, 98% hội viên gương mẫu"
    return bare != BARE_SHORT or _has_word(name, item.group)


def _candidates(item: Item, before: _Before, reading: Reading, names: Names) -> tuple[_Told, bool]:
    """The groups named before an item that it may mean, and whether its own word begins their names."""
    inside = in_bracket(item.start, reading)
    if item.group is None:
        return before.told(_Sort(inside)), False
    # "trung bình mỗi tổ ...": a "tổ" is a "tổ tự quản" if the page has one, whatever else it has named since
    bare = names.group_code(item.group)
    people = None if bare == BARE_ANY else bare == BARE_PERSON
    longer = before.told(_Sort(inside, people, f"{item.group} ", names.longer_bare(item.group)))
    if longer.texts:
        return longer, True
    return before.told(_Sort(inside, people, word=item.group if bare == BARE_SHORT else "")), False


def _longer(item: Item, own: str, named: AllNamed, reading: Reading, names: Names) -> _Full | None:
    """The longer name that a general one stands for: "15/60 chi hội" after "45/60 chi hội nông dân"."""
    if "," in own:
        return None  # "cơ quan, đơn vị" names several
    start, code = list_start(item.start, reading), names.group_code(own)
    for one in reversed(named.within(start, item.start)):
        if one.end > item.start or one.code is None or names.around.ordinal.match(reading.folded, one.end) is not None:
            continue
        if one.text.startswith(own + " ") and (one.code != code or not names.is_normal(own)):
            return _Full(one.text, one.code)
        if one.text == own and one.strong and one.code != code:
            break
    return None


class _Parted(NamedTuple):
    """A group parted by its number, and the line that it stands in."""

    line: int
    full: _Full


def _told_parted(own: str, item: Item, parted: _Parted | None, reading: Reading) -> _Full | None:
    """The schools that a line has told apart: "Mầm non có 6/9 trường tiên tiến, trong đó 2 trường xuất sắc"."""
    if parted is None or parted.line != reading.structure.block(item.start).start:
        return None
    return parted.full if parted.full.text.startswith(f"{own} ") else None


def _composed(item: Item, own: str, reading: Reading, names: Names) -> _Full | None:
    """A group parted by its number: "mầm non có 10/12 trường"."""
    start = max(reading.structure.sentence(item.start).start, item.start - _LAST_WORDS_REACH)
    last = _LAST_WORDS.search(reading.folded, start, item.start)
    words = [] if last is None else last[0].split()
    if words and words[-1] in names.around.had:
        words.pop()
    own_people = names.group_code(own) in names.sorts.people
    for length in range(_LONGEST_TIER, 0, -1):
        text = " ".join([own, *words[-length:]])
        if len(words) > length and own_people and names.is_group(" ".join(words[-length - 1 :])):
            continue  # "Trường THCS có 96 em": the pupils of a school
        enough = len(words) >= length if length > 1 else len(words) == 1  # "năm học có 3 trường" has no "trường học"
        enough = enough or (bool(words) and words[-1] in names.tiers)  # "bậc THCS có 3/10 trường"
        if enough and names.is_group(text):
            return _Full(text, names.group_code(text))
    return None
