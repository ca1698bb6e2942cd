"""Places with their type words in a text: "xã Tân Thuận, huyện Vị Thủy, tỉnh Hậu Giang"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

import regex

from extract.dates import YEAR
from extract.facts.place.own_place_words import OwnPlaceWords
from extract.match.compile import finder
from extract.text import any_of, fold, whole_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.rulefiles import RuleFiles

PlaceLevel = Literal["commune", "district", "province"]

_LONGEST_AT_END = 3
"""Words of a name in capitals at the end of a line: "CHỈ TIÊU CỦA THỊ TRẤN MỸ AN HƯNG"."""
_FEW = 2
"""Words of any other name in capitals, unless it is spelled in small letters elsewhere."""

_NAME_WORD = r"(?:\p{Lu}[\p{L}'\u2019]*)"
# Single spaces: a name never runs over the end of a block, "UBND xã Vĩnh Thuận" above "Thứ hai - 07/09/2020".
NAME_WORDS = rf"{_NAME_WORD}(?:[ ](?:{_NAME_WORD}|[A-Z]?\d{{1,2}}\b(?![.,]\d))){{0,3}}"
# Nor has it a number that opens the cells of a row, "Công an phường 18 00 18 03",
# and a single letter right behind a dot is none: "Tác giả: P.V".
_NAME = (
    r"(?!(?<=\.)\p{Lu}(?!\p{L}))"
    rf"(?:\d{{1,2}}(?![\d/.,-]*\d|\s*%|(?:[ ]\d+){{2}})|[IVX]{{1,4}}\b(?![ ]\p{{Lu}})|{NAME_WORDS})"
)
_ABBREVIATION = regex.compile(r"(?![IVX]+\Z)\p{Lu}{2,}")
_SMALL = regex.compile(r" (?P<word>\p{Ll}{2,})(?!\w)")
_TABLES = ("same", "full", "unions")
_LISTS = (
    *("no_types", "numbered", "stops", "no_names", "no_places", "provinces", "persons", "surnames", "cities"),
    *(
        "several",
        "several_in",
        "not_own",
        "former",
        "wide",
        "committees",
        "located",
        "recipients",
        "hamlets",
        "bear_provinces",
    ),
    *("done", "besides", "resides", "receives", "strangers", "offices", "not_one", "no_unions", "owners"),
    *("more_districts", "whole_province", "before_year", "and", "no_bare", "close"),
)


class Place(NamedTuple):
    """A place named in the text; ``name`` is its type word and name as written."""

    start: int
    end: int
    level: PlaceLevel
    name: str


@dataclass(frozen=True, slots=True)
class PlaceVocabulary:
    """The words of ``rules/places.yaml``, compiled."""

    pattern: regex.Pattern[str]
    begins: re.Pattern[str]
    """A type word in the folded text, wherever a place may be: much quicker to look for than ``pattern``."""
    types: dict[str, tuple[PlaceLevel, ...]]
    """Type words with what they may name, the longest first."""
    numbered: frozenset[str]
    stops: regex.Pattern[str]
    no_names: regex.Pattern[str]
    no_places: regex.Pattern[str]
    provinces: regex.Pattern[str]
    maybe_provinces: re.Pattern[str]
    """The same names, wherever they stand: told five times as fast."""
    cities: frozenset[str]
    year: regex.Pattern[str]
    """Behind a name that ends in a number of its own: " năm 2020"."""
    listed: regex.Pattern[str]
    """Between a name and the next, in the text as written: ", ", ", và "."""
    joined: regex.Pattern[str]
    """Behind a name, the ``name`` of the next: " và Thạch Lập"."""
    another: regex.Pattern[str]
    """Behind a name, one that is joined to it: " và Thạch Lập"."""
    own: OwnPlaceWords
    spellings: dict[str, str]
    """Names of provinces, folded, and the one spelling that stands for each."""
    surnames: frozenset[str]
    full: dict[str, str]
    """Type words that are short for another: "p." for "phường"."""
    unions: dict[str, str]
    """Unions whose name is that of their place, and its type word: "xã đoàn" and "xã"."""

    @classmethod
    def load(cls, files: RuleFiles) -> PlaceVocabulary:
        """Read the section ``places``; later files add to earlier ones."""
        words, told = _section(files)
        folded = {key: frozenset(map(fold, texts)) for key, texts in words.items()}
        unions = told["unions"]
        types = _types(words, unions)
        provinces = rf"{any_of(name for name in words['provinces'] if name not in words['persons'])}(?!\w)"
        joining = any_of(folded["and"])
        close = any_of(folded["close"])
        no_unions, type_words = any_of(folded["no_unions"]), any_of(types.keys() - unions.keys())
        return cls(
            pattern=regex.compile(
                rf"(?<!\w)(?!(?i:{close})\p{{Lu}}\w*+(?![ ]\p{{Lu}}))"  # "X.Phú" wrote it
                rf"(?P<type>(?!(?i:{no_unions})(?!\w))(?i:{any_of(unions)})"
                rf"|(?i:{type_words}))(?:(?<=\.)(?:(?<!(?i:{close}))[ ])?|(?<!\.)[ ])(?P<name>{_NAME})"
            ),
            begins=finder(types),
            types=types,
            numbered=folded["numbered"],
            stops=regex.compile(rf"{any_of(folded['stops'])}(?!\w)"),
            no_names=regex.compile(rf"{any_of(folded['no_names'])}(?!\w)"),
            no_places=regex.compile(rf"{any_of(folded['no_places'])}(?!\w)"),
            provinces=regex.compile(rf"(?<!\w)(?<!(?i:{any_of(words['bear_provinces'])})\ ){provinces}"),
            maybe_provinces=re.compile(provinces),
            cities=folded["cities"],
            surnames=folded["surnames"],
            year=regex.compile(rf"{any_of(folded['before_year'])} {YEAR}(?!\d)"),
            listed=regex.compile(rf"(?:,|,? {joining}) "),
            joined=regex.compile(rf"(?:,| {joining}) (?P<name>{NAME_WORDS})"),
            another=regex.compile(rf" (?:{joining}|&) \p{{Lu}}\p{{Ll}}*+ \p{{Lu}}"),
            own=OwnPlaceWords.of(folded),
            spellings={fold(name): name for name in words["provinces"]} | told["same"],
            full=told["full"],
            unions=unions,
        )

    def in_full(self, name: str) -> str:
        """The name of a place with its type word spelled out: "phường Cao Lãnh" of "P.Cao Lãnh"."""
        type_word = self.begins.match(fold(name))
        full = None if type_word is None else self.full.get(type_word[0])
        return name if type_word is None or full is None else f"{full} {name[type_word.end() :].lstrip()}"


def _section(files: RuleFiles) -> tuple[dict[str, list[str]], dict[str, dict[str, str]]]:
    """The lists of the section ``places``, as written, and its tables, by folded names."""
    words: dict[str, list[str]] = {key: [] for key in (*get_args(PlaceLevel), *_LISTS)}
    tables: dict[str, dict[str, str]] = {key: {} for key in _TABLES}
    for section in files.sections("places"):
        section.only(*words, *tables)
        for key, node in section.mapping().items():
            if key in tables:
                tables[key].update({fold(name): other.text() for name, other in node.mapping().items()})
            else:
                words[key] += node.texts()
    return words, tables


def _types(words: Mapping[str, Sequence[str]], unions: Mapping[str, str]) -> dict[str, tuple[PlaceLevel, ...]]:
    """Type words with what they may name, the longest first."""
    types: dict[str, tuple[PlaceLevel, ...]] = {}
    for level in get_args(PlaceLevel):
        for word in words[level]:
            types[fold(word)] = (*types.get(fold(word), ()), level)
    types |= {union: types[fold(word)] for union, word in unions.items()}
    types |= {fold(word): () for word in words["no_types"]}
    return dict(sorted(types.items(), key=lambda entry: -len(entry[0])))


def find_places(text: str, folded: str, vocabulary: PlaceVocabulary) -> tuple[Place, ...]:
    """Every place with a type word before it, in order.

    >>> from extract.rulefiles import load
    >>> text = "UBND xã Tân Thuận, huyện Vị Thủy, tỉnh Hậu Giang"
    >>> names = find_places(text, fold(text), PlaceVocabulary.load(load()))
    >>> [(place.level, place.name) for place in names]
    [('commune', 'xã Tân Thuận'), ('district', 'huyện Vị Thủy'), ('province', 'tỉnh Hậu Giang')]
    """
    found = []
    at = 0
    named = _Named(text, folded, vocabulary)
    while (hit := named.search(at)) is not None:
        end = named.end(hit)
        name = text[hit.start("name") : end]
        type_ = folded[hit.start("type") : hit.end("type")]
        levels = vocabulary.types[type_]
        if not levels:  # "hợp tác xã Tân Tiến"
            at = hit.end("type")
            continue
        unnumbered = name[0].isdigit() and type_ not in vocabulary.numbered  # "xã 6 tháng đầu năm"
        looks_like = vocabulary.no_places.match(folded, hit.start())
        is_body = looks_like is not None and (
            hit["type"].isupper() or looks_like.end() == end or "commune" not in levels
        )
        is_union = folded[hit.start() : end] in vocabulary.unions  # "tại xã Tân Hội, xã Đoàn ra quân"
        is_verb = vocabulary.no_names.match(folded, hit.start("name")) is not None
        if unnumbered or is_body or is_union or is_verb or named.is_shouted_word(hit, end):
            at = hit.start("name")
            continue
        is_city = "province" in levels and folded[hit.start("name") : end] in vocabulary.cities
        level = "province" if is_city else levels[0]
        written = text[hit.start() : end]
        if type_ in vocabulary.unions:  # "Xã đoàn Tân Hội" is of "Xã Tân Hội"
            written = f"{written[: len(vocabulary.unions[type_])]} {name}"
        found.append(Place(hit.start(), end, level, written))
        at = end
    return tuple(found)


class _Named:
    """The places of a text as they are spelled, before it is known where their names end."""

    def __init__(self, text: str, folded: str, vocabulary: PlaceVocabulary) -> None:
        self._text, self._folded, self._vocabulary = text, folded, vocabulary

    def search(self, at: int) -> regex.Match[str] | None:
        """The first type word from ``at`` on with a name behind it."""
        while (begun := self._vocabulary.begins.search(self._folded, at)) is not None:
            hit = self._vocabulary.pattern.match(self._text, begun.start())
            if hit is not None:
                return hit
            at = begun.start() + 1
        return None

    @cached_property
    def _spelled(self) -> dict[str, str]:
        """The names, folded, that the text has in small letters somewhere, and the last type word of each."""
        found = {}
        at = 0
        while (hit := self.search(at)) is not None:
            at = hit.end()
            if not hit["name"].isupper():
                found[self._folded[hit.start("name") : self.end(hit)]] = fold(hit["type"])
        return found

    @cached_property
    def _spells_communes(self) -> bool:
        return any("commune" in self._vocabulary.types[type_] for type_ in self._spelled.values())

    def is_shouted_word(self, hit: regex.Match[str], end: int) -> bool:
        """Whether what stands there in capitals are words of any sentence: "ĐOÀN XÃ TRỒNG CÂY XANH", "TỈNH THÁNG 5".

        They are if the page has them in small letters, and no place of that name.
        """
        name = self._text[hit.start("name") : end]
        if not name.isupper() or not hit["type"].isupper() or not name[1:2].isalpha():
            return False
        if self._folded[hit.start("name") : end] in self._spelled:
            return False
        if self._spells_communes and "commune" in self._vocabulary.types[fold(hit["type"])]:
            return True  # "CÁC XÃ - THỊ TRẤN HOẠT ĐỘNG" over a page of "xã Hạ Mỗ"
        opening = " ".join(name.lower().split(" ")[:_FEW])
        if opening not in self._text:
            return False  # most are not: no pattern is made for them
        return regex.search(whole_word(regex.escape(opening)), self._text) is not None

    def end(self, hit: regex.Match[str]) -> int:
        """Where the name of a place ends: before another place or a word that stops names.

        Where all is in capitals, where the same name ends that is spelled elsewhere, else with the line if that has
        three words, else after two; and before the first word that is not, if it begins in capitals.
        """
        start, end = hit.span("name")
        words = hit["name"].split(" ")
        if len(words) == 1:
            return self._with_small(start, end)
        shouted = [word.isupper() and any(map(str.isalpha, word[1:])) for word in words]
        if len(words) > _FEW and all(shouted):
            words = words[: self._shouted(start, words)]
        last = start + len(words[0])
        for at, word in enumerate(words[1:], 1):
            place = last + 1
            if at >= _FEW and fold(word) in self._vocabulary.surnames:
                break  # "xã Tân Hội Nguyễn Văn An"
            # "xã Tân Thành" goes on, "PHƯỜNG 1 QUẬN TÂN BÌNH" does not
            if self._begins(place) or self._vocabulary.stops.match(self._folded, place):
                break
            if word.isdecimal() and self._folded[start:last] in self._vocabulary.cities:
                break  # "Cà Mau 2, TP Hồ Chí Minh 1"
            behind = place + len(word) + 1
            counts = word.isdecimal() and self._vocabulary.stops.match(self._folded, behind)
            if counts and self._vocabulary.year.match(self._folded, behind) is None:
                break  # "xã Tân Phú 9 tháng đầu năm", but "xã Tân Phú 2", "xã Tân Phú 2 năm 2020"
            if shouted[0] and not word.isupper():
                break  # "TỈNH BÌNH THUẬN Mẫu số 2"
            if not shouted[0] and _ABBREVIATION.fullmatch(word) is not None:
                break  # "phường Tam Thắng TPHCM", but "xã Vĩnh Châu A", "xã Ia Kreng II"
            last = place + len(word)
        return last

    def _with_small(self, start: int, end: int) -> int:
        """Where a name of one word ends, with the word in small letters behind it that is in capitals elsewhere.

        "Thị trấn Hòa sơn: ..." over a page of "Hòa Sơn".
        """
        behind = _SMALL.match(self._text, end)
        if behind is None or self._vocabulary.stops.match(self._folded, end + 1):
            return end
        full = f"{self._text[start:end]} {behind['word'].capitalize()}"
        if full not in self._text:  # most are not: no pattern is made for them
            return end
        return behind.end() if regex.search(rf"{regex.escape(full)}(?!\w)", self._text) is not None else end

    def _shouted(self, start: int, words: Sequence[str]) -> int:
        """How many of the words, all in capitals, a name at ``start`` has at most."""
        for count in range(len(words), _FEW - 1, -1):
            if self._folded[start : start + len(" ".join(words[:count]))] in self._spelled:
                return count
        end = start + len(" ".join(words))
        ends_line = len(words) == _LONGEST_AT_END and self._text[end : end + 1] in {"", "\n"}
        return _LONGEST_AT_END if ends_line else _FEW

    def _begins(self, place: int) -> bool:
        """Whether a place begins there."""
        begun = self._vocabulary.begins.match(self._folded, place) is not None
        return begun and self._vocabulary.pattern.match(self._text, place) is not None
