"""Names of rated groups and of levels: what a word of a text may stand for, and which scale a set of levels is of."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.facts.ratings.around import Around
from extract.facts.ratings.joints import Joints
from extract.match.compile import finder, whole_words, word_tree
from extract.match.shadow import plain_spacing
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from extract.match.kinds import Group, Level
    from extract.match.rules import RuleSet

_TIERS = "school_tier"
"""The list of tiers of schools: "tiểu học"."""
_TAUGHT = "marked_trait"
"""The list of what pupils are marked in: "phẩm chất"."""
_OFFICES = "office"
"""The list of who gives a title: "cấp huyện"."""
_MARKS = "school_mark"
"""The list of what only pupils are rated by."""
BARE_PLAIN = "bare"
BARE_PERSON = "bare_person"
BARE_ANY = "bare_any"
"""Stands for people and bodies alike: "số đảng viên không hoàn thành nhiệm vụ là 4 trường hợp"."""
BARE_SHORT = "bare_short"
"""Stands for a name that has the word in it: "tổ" for "tổ tự quản"."""
BARE = frozenset({BARE_PLAIN, BARE_PERSON, BARE_ANY, BARE_SHORT})
"""Codes of words that stand for a group named before: "đảng viên ... 48 đồng chí"."""

ANY = "any"
"""Code of a title that has levels of its own: "sản xuất kinh doanh giỏi" of "giỏi cấp tỉnh", "giỏi cấp xã"."""
_TO = "_to_"
"""In the codes of what stands for several levels: "three_to_five"."""
TITLE_AND_LACK = 2
"""Steps of what is no scale: "văn hóa", "không đạt văn hóa"."""
_MOST_REMEMBERED = 10_000
"""So many texts are remembered with what they name: pages repeat them."""
_BETWEEN_WORDS = regex.compile(r"""[\s"'*_-]+""")
_QUOTES = regex.compile(r"""["'“”„‟«»″‘’‚‛]""")
_WORDS = regex.compile(r"[\w&/-]++")
_TITLE_WORDS = 8
_AROUND = " \"'“”‘’"


class Piece(NamedTuple):
    """One name of a list such as "trung bình, yếu", at ``start:end`` of the text it stands in."""

    start: int
    end: int
    key: str


class Names:
    """All names of a rule set."""

    def __init__(self, rules: RuleSet) -> None:
        self._groups = {name_key(name): group.code for group in rules.groups for name in group.names}
        self._bare = [name for name, code in self._groups.items() if code in BARE]
        self._codes: dict[str, str | None] = {}
        self._read: dict[str, list[Piece]] = {}
        self._graded = rules.graded
        self._lowest = rules.lowest
        self._normal = {name_key(group.names[0]) for group in rules.groups}
        self._levels = _by_name(rules.levels)
        self._simple = frozenset(self._levels)
        """The names that rules give, without those made of a title and an office."""
        for title, level in _with_offices(rules.levels):
            self._levels.setdefault(title, []).append(level)
        self._titles: dict[str, regex.Pattern[str]] = {}
        self._offices = office = whole_words(sorted(rules.words[_OFFICES]))
        self._office = regex.compile(rf"\s+({office})")
        self._last_office = regex.compile(rf"\s+(?:{office})$")
        self.sorts = rules.sorts
        self.pupils = next((group.names[0] for group in rules.groups if group.code in self.sorts.pupils), None)
        marks = sorted(rules.words[_MARKS])
        self.marks = _pattern(whole_words(marks) if marks else None)
        """What only pupils have: "hạnh kiểm"."""
        self.class_code = next(iter(self.sorts.classes), None)
        classes = [name for group in rules.groups if group.code in self.sorts.classes for name in group.names]
        self.classes = _pattern(rf"{whole_words(classes)}\s+\d++" if classes else None)
        """Heads of columns: "lớp 6"."""
        tiers = sorted(rules.words[_TIERS] | rules.words[_TAUGHT])
        self.taught = _pattern(rf"{whole_words(marks)}|{whole_words(tiers)}(?=\s?:)" if marks and tiers else None)
        """What is told of pupils though none is named: "Về hạnh kiểm: ...", "Tiểu học: hoàn thành tốt 48%"."""
        self.tiers = frozenset(map(name_key, rules.words[_TIERS]))
        """Tiers of schools, which alone stand for the schools: "bậc THCS"."""
        self._no_levels = _pattern(rf"{word_tree(rules.no_levels)}(?!\w)" if rules.no_levels else None)
        self.around = Around.of(rules.rating_words)
        self.joints = Joints.of(rules.rating_words)
        self.last_words = frozenset(key.rpartition(" ")[2] for key in self._levels)
        """The words that names of levels end in."""
        group = _any_of(rules.groups)
        full = _any_of(group for group in rules.groups if group.code not in BARE)
        self._mentioned: regex.Pattern[str] = regex.compile(rf"{full}(?:{self.joints.group}{group}){{1,3}}|{group}")
        self._named = finder(plain_spacing(name) for group in rules.groups for name in group.names)
        self._order = {scale: i for i, scale in enumerate(dict.fromkeys(level.scale for level in rules.levels))}

    def group_code(self, text: str) -> str | None:
        """The code of a group; of joined groups ("cơ quan, đơn vị") that of the first that has one of its own."""
        if text not in self._codes:
            if len(self._codes) >= _MOST_REMEMBERED:
                self._codes.clear()
            self._codes[text] = self._find_code(text)
        return self._codes[text]

    def _find_code(self, text: str) -> str | None:
        codes = [self._groups.get(piece.key) for piece in split(text, self._groups, self.joints.level)]
        return next((code for code in codes if code is not None and code not in BARE), codes[0] if codes else None)

    def mentioned(self, text: str) -> Iterator[tuple[int, int]]:
        """Where groups are named, or several that are joined, in the text that rules see."""
        at = 0
        while (begun := self._named.search(text, at)) is not None:
            hit = self._mentioned.match(text, begun.start())
            at = begun.end() if hit is None else hit.end()
            pieces = self.groups(text[begun.start() : at]) if hit is not None and hit.end() > begun.end() else []
            if len({piece.key for piece in pieces}) < len(pieces):  # "4 lớp, lớp tiên tiến 8 lớp"
                yield from ((begun.start() + piece.start, begun.start() + piece.end) for piece in pieces)
                continue
            yield begun.start(), at

    def is_group(self, text: str) -> bool:
        """Whether a text is a group's name."""
        return name_key(text) in self._groups

    def is_bare(self, text: str) -> bool:
        """Whether a text only stands for a group named elsewhere."""
        return self.group_code(text) in BARE

    def longer_bare(self, text: str) -> tuple[str, ...]:
        """The words that begin with a bare word and are no name with it: "tổ chức" of "tổ"."""
        return tuple(name for name in self._bare if name.startswith(f"{text} "))

    def is_normal(self, text: str) -> bool:
        """Whether a text is the normal name of its group, which stands for no longer one: "hộ" for "hộ gia đình"."""
        return name_key(text) in self._normal

    def groups(self, text: str) -> list[Piece]:
        """The groups that a text such as "chi bộ, đảng viên" names."""
        return split(text, self._groups, self.joints.level)

    def levels(self, text: str) -> list[Piece]:
        """The levels that a text such as "trung bình, yếu" names; empty if a part of it is none."""
        if text not in self._read:
            if len(self._read) >= _MOST_REMEMBERED:
                self._read.clear()
            pieces = split(text, self._levels, self.joints.level) if len(text) <= _LONGEST_LIST else []
            self._read[text] = pieces if all(piece.key in self._levels for piece in pieces) else []
        return self._read[text]

    def is_longer_word(self, folded: str, start: int) -> bool:
        """Whether the level that begins at ``start`` is the beginning of something else: "tốt nghiệp"."""
        return self._no_levels.match(folded, start) is not None

    def is_numbered_level(self, text: str) -> bool:
        """Whether a text is the name of one level, with a number in it: "tiềm năng 5 sao"."""
        return any(map(str.isdecimal, text)) and name_key(text) in self._levels

    def steps(self, key: str) -> list[Level]:
        """What a level's name may stand for, in the order of the rule files."""
        return self._levels.get(key, [])

    def meant(self, keys: Iterable[str]) -> tuple[str, ...]:
        """What two spellings of the same levels share: "trong sạch, vững mạnh", "TSVM"."""
        return tuple("|".join(f"{level.scale}.{level.code}" for level in self.steps(key)) or key for key in keys)

    def weak(self, key: str) -> bool:
        """Whether a name is a word of every day."""
        return all(level.weak for level in self.steps(key))

    def listed(self, key: str) -> bool:
        """Whether a name is a level only in a list with others: "hoàn thành"."""
        return bool(self.steps(key)) and all(level.listed for level in self.steps(key))

    def follows(self, key: str) -> bool:
        """Whether a name is a level only behind another of its scale: "đạt" of "tốt 85 em, khá 160 em, đạt 150 em"."""
        return self.listed(key) and all(level.asked for level in self.steps(key))

    def is_short(self, key: str) -> bool:
        """Whether a name stands only for a longer one told before: "cấp tỉnh"."""
        return bool(self.steps(key)) and all(level.told for level in self.steps(key))

    def title_of(self, key: str, folded: str, end: int) -> tuple[int, int] | None:
        """Where the title stands that a short name goes on from: "sản xuất giỏi" before "cấp tỉnh"."""
        if key not in self._titles:
            scales = {level.scale for level in self.steps(key)}
            told = {name: self._levels[name] for name in self._simple if not self.is_short(name)}
            full = [name for name, levels in told.items() if any(level.scale in scales for level in levels)]
            full.sort(key=lambda name: (-len(name), name))
            of_all = _spelled(name for name in full if self._has_offices(name))
            of_one = _spelled(name for name in full if not self._has_offices(name))
            pattern = rf"(?r)(?<!\w)(?:(?:{of_all})(?:\s+(?:{self._offices}))?|{of_one})(?!\w)"
            self._titles[key] = regex.compile(pattern)
        hit = self._titles[key].search(folded, 0, end)
        if hit is None:
            return None
        office = self._last_office.search(folded, hit.start(), hit.end())
        return hit.start(), hit.end() if office is None else office.start()

    def office_at(self, keys: Sequence[str], folded: str, end: int) -> tuple[str, int] | None:
        """The level that a title is with the office behind it, and where that ends: "văn hóa | cấp huyện"."""
        office = self._office.match(folded, end)
        if office is None or len(keys) > 1 or not (self.is_title(keys[0]) or self._has_offices(keys[0])):
            return None
        key = f"{keys[0]} {name_key(office[1])}"
        return key if key in self._levels else keys[0], office.end()

    def _has_offices(self, key: str) -> bool:
        return any(level.code == ANY for level in self.steps(key))

    def goes_on(self, key: str) -> bool:
        """Whether a name is a level only where no word goes on with it: "hoàn thành", "cấp xã"."""
        return bool(self.steps(key)) and all(level.listed or level.told for level in self.steps(key))

    def titled_group(self, key: str) -> str | None:
        """The group that a level's name begins with, the rest being a level too: "gia đình" of "gia đình văn hóa"."""
        words = key.split(" ")
        for length in range(1, len(words)):
            if " ".join(words[:length]) in self._groups and " ".join(words[length:]) in self._levels:
                return " ".join(words[:length])
        return None

    def graded(self, key: str) -> bool:
        """Whether a name is a step of a scale that has others below or above, no mere title."""
        return any(level.scale in self._graded for level in self.steps(key))

    def of_several(self, keys: Sequence[str]) -> bool:
        """Whether names stand for several levels at once: "tốt, khá", "3 đến 5 sao"."""
        return len(keys) > 1 or any(map(self.is_range, keys))

    def is_range(self, key: str) -> bool:
        """Whether a name tells the first and the last of several levels: "3 đến 5 sao"."""
        return any(_TO in step.code for step in self.steps(key))

    def is_title(self, key: str) -> bool:
        """Whether a name is that of a title, which one has or lacks: "văn hóa"."""
        return any(self._lowest[level.scale] <= TITLE_AND_LACK for level in self.steps(key))

    def title_at(self, text: str) -> Piece | None:
        """The title that a text begins with, the longest: "văn hóa" of "văn hóa năm 2022"."""
        ends = [hit.end() for hit in _WORDS.finditer(text)][:_TITLE_WORDS]
        for end in reversed(ends):
            key = name_key(_QUOTES.sub(" ", text[:end]))
            if key in self._levels and (self.is_title(key) or not self.weak(key)):
                return Piece(len(text) - len(text.lstrip(_AROUND)), end, key)
        return None

    def scale_of(self, keys: Iterable[str]) -> str | None:
        """The scale that has most of these names; of several the one that comes first."""
        votes: dict[str, int] = {}
        for key in set(keys):
            for scale in {level.scale for level in self.steps(key)}:
                votes[scale] = votes.get(scale, 0) + 1
        return min(votes, key=lambda scale: (-votes[scale], self._order[scale]), default=None)

    def step(self, key: str, scale: str | None) -> Level | None:
        """The level that a name stands for in a scale; if the scale has none, its first meaning."""
        steps = self.steps(key)
        return next((level for level in steps if level.scale == scale), steps[0] if steps else None)

    def akin(self, first: str, second: str) -> bool:
        """Whether two names are different levels of one scale."""
        return any(
            one.scale == other.scale and one.code != other.code
            for one in self.steps(first)
            for other in self.steps(second)
        )


def _spelled(names: Iterable[str]) -> str:
    return "|".join(r"\W+".join(map(regex.escape, name.split(" "))) for name in names) or "(?!)"


def _with_offices(levels: Sequence[Level]) -> Iterator[tuple[str, Level]]:
    """Titles with each of the offices that they have for levels: "sản xuất giỏi cấp tỉnh"."""
    titles = [(level.scale, name_key(name)) for level in levels if level.code == ANY for name in level.names]
    offices = [(level, name_key(name)) for level in levels if level.told for name in level.names]
    for scale, title in titles:
        yield from ((f"{title} {name}", replace(level, told=False)) for level, name in offices if level.scale == scale)


def _any_of(groups: Iterable[Group]) -> str:
    return whole_words([plain_spacing(name) for group in groups for name in group.names])


@lru_cache(_MOST_REMEMBERED)
def name_key(text: str) -> str:
    """What two spellings of a name share: case, quotes, dashes and spacing left out.

    >>> name_key("Xanh- sạch - đẹp")
    'xanh sạch đẹp'
    """
    return _BETWEEN_WORDS.sub(" ", fold(text)).strip()


@lru_cache(_MOST_REMEMBERED)
def written(text: str) -> str:
    """A group or level as the tables have it: as written, but lower case, without quotes.

    >>> written("“Gia đình  văn hóa”")
    'gia đình văn hóa'
    """
    return " ".join(_QUOTES.sub(" ", text).lower().split())


_LONGEST_LIST = 400
"""What is longer is no list of levels: "2, 2, 2, ..." may go on for a page."""
_MOST_SEPARATORS = 8
"""Names hold fewer: "trong sạch, vững mạnh" has one."""


def _by_name(levels: Iterable[Level]) -> dict[str, list[Level]]:
    found: dict[str, list[Level]] = {}
    for level in levels:
        for name in level.names:
            found.setdefault(name_key(name), []).append(level)
    return found


def split(text: str, known: Container[str], joint: regex.Pattern[str]) -> list[Piece]:
    """A list into its names, the longest first: a comma may stand inside a name ("trong sạch, vững mạnh").

    ``joint``: what stands between two of them.

    >>> joint = regex.compile(" ?(?:,|và) ?")
    >>> [piece.key for piece in split("trong sạch, vững mạnh và khá", {"trong sạch, vững mạnh", "khá"}, joint)]
    ['trong sạch, vững mạnh', 'khá']
    """
    folded = fold(text)
    bounds: Sequence[tuple[int, int]] = [hit.span() for hit in joint.finditer(folded)]
    starts = [0, *(end for _, end in bounds)]
    ends = [*(start for start, _ in bounds), len(folded)]
    pieces = []
    first = 0
    while first < len(starts):
        furthest = min(first + _MOST_SEPARATORS, len(ends) - 1)
        last = next(
            (i for i in range(furthest, first, -1) if name_key(folded[starts[first] : ends[i]]) in known), first
        )
        if starts[first] < ends[last]:
            pieces.append(Piece(starts[first], ends[last], name_key(folded[starts[first] : ends[last]])))
        first = last + 1
    return pieces


def _pattern(words: str | None) -> regex.Pattern[str]:
    """A pattern of words; without any it finds nothing."""
    return regex.compile("(?!)" if words is None else words)
