"""The commune, district and province a page speaks of, from its text alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

import regex

from extract.match.compile import finder
from extract.text import any_of, fold

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from extract.model import Page
    from extract.rulefiles import RuleFiles

PlaceLevel = Literal["commune", "district", "province"]

_LEAD = 700
"""How many characters of the body may name the page's own commune."""

_HEAD_BLOCKS = 16
"""How many blocks above the report may be its letterhead."""
_BEFORE = 40
"""How many characters before a place may say that it is not the page's own."""
_LONGEST_AT_END = 3
"""Words of a name in capitals at the end of a line: "CHỈ TIÊU CỦA THỊ TRẤN MỸ AN HƯNG"."""
_FEW = 2
"""Words of any other name in capitals, unless it is spelled in small letters elsewhere."""
_OPENING, _OFTEN = 160, 3
"""The only commune of a page is its own, wherever it meets, if named so early in its lead and so often."""
_MOST_HEAD_LINES, _LETTERHEAD, _HEADLINE = 5, 60, 160
"""Above a headline of so many characters stand fewer lines, of so many each: letterhead, section, stamp."""
_NEXT_TO = 4
"""A district so few characters behind a commune is the commune's: "xã Tân Thuận, huyện Vị Thủy"."""

_NAME_WORD = r"(?:\p{Lu}[\p{L}'\u2019]*)"
# Single spaces: a name never runs over the end of a block, "UBND xã Vĩnh Thuận" above "Thứ hai - 07/09/2020".
_NAME_WORDS = rf"{_NAME_WORD}(?:[ ](?:{_NAME_WORD}|[A-Z]?\d{{1,2}}\b)){{0,3}}"
# Nor has it a number that opens the cells of a row: "Công an phường 18 00 18 03".
_NAME = rf"(?:\d{{1,2}}(?![\d/.,-]*\d|\s*%|(?:[ ]\d+){{2}})|[IVX]{{1,4}}\b|{_NAME_WORDS})"
_BEHIND_COMMA = regex.compile(rf", (?P<name>{_NAME_WORDS}), ")
_YEAR = regex.compile(r"(?:năm|nhiệm kỳ|giai đoạn) (?:19|20)\d\d(?!\d)")
_IN_BRACKETS = regex.compile(rf"[ ]?\((?P<name>{_NAME_WORDS})(?:[ ]?[,–-][ ]?{_NAME_WORDS})?\)")
"""A district, with its province or without: "xã Trà Côn (Trà Ôn)"."""


_SAME, _FULL = "same", "full"
_SECTIONS = (
    *("no_types", "numbered", "stops", "no_places", "provinces", "cities"),
    *("several", "several_in", "not_own", "wide"),
)


class Place(NamedTuple):
    """A place named in the text; ``name`` is its type word and name as written."""

    start: int
    end: int
    level: PlaceLevel
    name: str


class Places(NamedTuple):
    """What the page is about, each as the text has it."""

    commune: str | None
    district: str | None
    province: str | None


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
    no_places: regex.Pattern[str]
    provinces: regex.Pattern[str]
    cities: frozenset[str]
    several: regex.Pattern[str]
    """What stands before the first of several places."""
    not_own: regex.Pattern[str]
    wide: regex.Pattern[str]
    spellings: dict[str, str]
    """Names of provinces, folded, and the one spelling that stands for each."""
    full: dict[str, str]
    """Type words that are short for another: "p." for "phường"."""

    @classmethod
    def load(cls, files: RuleFiles) -> PlaceVocabulary:
        """Read the section ``places``; later files add to earlier ones."""
        words: dict[str, list[str]] = {key: [] for key in (*get_args(PlaceLevel), *_SECTIONS)}
        same: dict[str, str] = {}
        full: dict[str, str] = {}
        for section in files.sections("places"):
            section.only(*words, _SAME, _FULL)
            for key, node in section.mapping().items():
                if key in {_SAME, _FULL}:
                    said = {fold(name): other.text() for name, other in node.mapping().items()}
                    (same if key == _SAME else full).update(said)
                else:
                    words[key] += node.texts()
        types: dict[str, tuple[PlaceLevel, ...]] = {}
        for level in get_args(PlaceLevel):
            for word in words[level]:
                types[fold(word)] = (*types.get(fold(word), ()), level)
        types |= {fold(word): () for word in words["no_types"]}
        types = dict(sorted(types.items(), key=lambda entry: -len(entry[0])))
        return cls(
            pattern=regex.compile(rf"(?<!\w)(?P<type>(?i:{any_of(types)}))(?:(?<=\.)[ ]?|[ ])(?P<name>{_NAME})"),
            begins=finder(types),
            types=types,
            numbered=frozenset(map(fold, words["numbered"])),
            stops=regex.compile(rf"(?:{any_of(map(fold, words['stops']))})(?!\w)"),
            no_places=regex.compile(rf"(?:{any_of(map(fold, words['no_places']))})(?!\w)"),
            provinces=regex.compile(rf"(?<!\w)(?:{any_of(words['provinces'])})(?!\w)"),
            cities=frozenset(map(fold, words["cities"])),
            several=regex.compile(
                rf"(?<!\w)(?:{any_of(map(fold, words['several']))}"
                rf"|(?:{any_of(map(fold, words['several_in']))})\s+(?:0?[2-9]|[1-9]\d))\s+$"
            ),
            not_own=regex.compile(rf"(?<!\w)(?:{any_of(map(fold, words['not_own']))})\s*(?:\(|:)?\s*$"),
            wide=regex.compile(rf"(?<!\w)(?:{any_of(map(fold, words['wide']))})(?!\w)"),
            spellings={fold(name): name for name in words["provinces"]} | same,
            full=full,
        )


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
        if unnumbered or (looks_like is not None and (hit["type"].isupper() or looks_like.end() == end)):
            at = hit.start("name")
            continue
        is_city = "province" in levels and folded[hit.start("name") : end] in vocabulary.cities
        level = "province" if is_city else levels[0]
        found.append(Place(hit.start(), end, level, text[hit.start() : end]))
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
    def _spelled(self) -> frozenset[str]:
        """The names, folded, that the text has in small letters somewhere."""
        found = []
        at = 0
        while (hit := self.search(at)) is not None:
            at = hit.end()
            if not hit["name"].isupper():
                found.append(self._folded[hit.start("name") : self.end(hit)])
        return frozenset(found)

    def end(self, hit: regex.Match[str]) -> int:
        """Where the name of a place ends: before another place or a word that stops names.

        Where all is in capitals, where the same name ends that is spelled elsewhere, else with the line if that has
        three words, else after two; and before the first word that is not, if it begins in capitals.
        """
        start, end = hit.span("name")
        words = hit["name"].split(" ")
        if len(words) == 1:
            return end
        shouted = [word.isupper() and any(map(str.isalpha, word[1:])) for word in words]
        if len(words) > _FEW and all(shouted):
            words = words[: self._shouted(start, words)]
        last = start + len(words[0])
        for word in words[1:]:
            place = last + 1
            # "xã Tân Thành" goes on, "PHƯỜNG 1 QUẬN TÂN BÌNH" does not
            if self._begins(place) or self._vocabulary.stops.match(self._folded, place):
                break
            behind = place + len(word) + 1
            counts = word.isdecimal() and self._vocabulary.stops.match(self._folded, behind)
            if counts and _YEAR.match(self._folded, behind) is None:
                break  # "xã Tân Phú 9 tháng đầu năm", but "xã Tân Phú 2", "xã Tân Phú 2 năm 2020"
            if shouted[0] and not word.isupper():
                break  # "TỈNH BÌNH THUẬN Mẫu số 2"
            last = place + len(word)
        return last

    def _shouted(self, start: int, words: Sequence[str]) -> int:
        """How many of the words, all in capitals, a name at ``start`` has at most."""
        for count in range(len(words), _FEW, -1):
            if self._folded[start : start + len(" ".join(words[:count]))] in self._spelled:
                return count
        end = start + len(" ".join(words))
        ends_line = len(words) == _LONGEST_AT_END and self._text[end : end + 1] in {"", "\n"}
        return _LONGEST_AT_END if ends_line else _FEW

    def _begins(self, place: int) -> bool:
        """Whether a place begins there."""
        begun = self._vocabulary.begins.match(self._folded, place) is not None
        return begun and self._vocabulary.pattern.match(self._text, place) is not None


def own_places(page: Page, folded: str, vocabulary: PlaceVocabulary, amounts: frozenset[int] = frozenset()) -> Places:
    """The places a page is about; no name has a number in it that begins at one of ``amounts``.

    The commune is the one of the title; else that of the lead, if the lead does not speak of a district or province
    first, or goes on to name the commune alone and in full ("xã Tân Hợp, huyện Văn Yên") or again and again ("tại thị
    xã Tân An, Hội Nông dân phường 2 ..."), and the page does not list several.
    """
    text = page.text
    places = tuple(one for one in find_places(text, folded, vocabulary) if _is_one(one, folded, vocabulary))
    if amounts:  # "cấp phường 25 triệu đồng"
        places = tuple(one for one in places if amounts.isdisjoint(range(one.start, one.end)))
    title_end = len(page.title) if page.title and text.startswith(page.title) else 0
    commune = _own_commune(places, folded, title_end, vocabulary)
    district = _first(places, "district", after=commune)
    if commune is not None and district is None:
        district = _untyped(commune, places, text, folded, vocabulary)
    above = _letterhead(page, vocabulary)
    commune = commune or _only_in_letterhead(above, places, folded, title_end, vocabulary)
    district = district or _first(above, "district", after=None)
    return Places(
        None if commune is None else commune.name,
        None if district is None else district.name,
        _province(places, text, vocabulary) or next((place.name for place in above if place.level == "province"), None),
    )


def _letterhead(page: Page, vocabulary: PlaceVocabulary) -> tuple[Place, ...]:
    """The places of what stands above the report, left out of its text: "HỘI NÔNG DÂN TỈNH LONG AN"."""
    found: list[Place] = []
    for block in page.blocks[:_HEAD_BLOCKS]:
        if block.kept:
            break
        found += find_places(block.text, fold(block.text), vocabulary) if block.reason == "site_boilerplate" else ()
    return tuple(found)


def _untyped(
    commune: Place, places: tuple[Place, ...], text: str, folded: str, vocabulary: PlaceVocabulary
) -> Place | None:
    """The district without type word behind a commune: in a bracket, wherever that is named, or before the province."""
    name = folded[commune.start : commune.end]
    for place in places:
        if folded[place.start : place.end] != name:
            continue
        found = _IN_BRACKETS.match(text, place.end) or _BEHIND_COMMA.match(text, place.end)
        if found is not None and (found.re is _IN_BRACKETS or vocabulary.provinces.match(text, found.end())):
            return Place(found.start("name"), found.end("name"), "district", found["name"])
    return None


def _only_in_letterhead(
    above: tuple[Place, ...], places: tuple[Place, ...], folded: str, title_end: int, vocabulary: PlaceVocabulary
) -> Place | None:
    """The commune whose letterhead a page has that names none itself: "TRANG THÔNG TIN ĐIỆN TỬ XÃ TÂN HỘI"."""
    communes = {place.name: place for place in above if place.level == "commune"}
    named = any(place.level == "commune" for place in places)
    if len(communes) != 1 or named or vocabulary.wide.search(folded, 0, title_end + _LEAD):
        return None
    return next(iter(communes.values()))


def _own_commune(places: tuple[Place, ...], folded: str, title_end: int, vocabulary: PlaceVocabulary) -> Place | None:
    communes = [place for place in places if place.level == "commune" and _may_be_own(place, folded, vocabulary)]
    in_title = [place for place in communes if place.start < title_end]
    if len({folded[place.start : place.end] for place in in_title}) == 1:
        return in_title[0]
    told = _opening_title(communes, places, folded, title_end, vocabulary) or _below_letterhead(communes, folded)
    if told is not None:
        return told
    first = communes[0] if communes else None
    if first is None or first.start >= title_end + _LEAD:
        return None
    if vocabulary.wide.search(folded, 0, first.start):
        return None
    named = Counter(folded[place.start : place.end] for place in communes)
    count = named[folded[first.start : first.end]]
    title = " ".join(["", *regex.findall(r"\w+", folded[:title_end]), ""])
    titled = [p for p in places if p.level == "district" and f" {_bare(p, folded, vocabulary)} " in title]
    wider = [p for p in places if p.level != "commune" and p.start < first.start and not _joined(p, first, folded)]
    wider += titled  # "Chi bộ ở Tân Châu họp", above a picture from xã Tân Hội
    in_full = any(p.level == "district" and 0 <= p.start - first.end <= _NEXT_TO for p in places)
    opens = first.start - title_end <= _OPENING and folded.find("\n", title_end + 1, first.start) < 0
    speaks_of_it = (in_full and count > 1) or (opens and count >= _OFTEN)
    if wider and not (speaks_of_it and len(named) == 1):
        return None
    return first if count == max(named.values()) and (count > 1 or len(named) == 1) else None


def _opening_title(
    communes: Sequence[Place], places: Sequence[Place], folded: str, title_end: int, vocabulary: PlaceVocabulary
) -> Place | None:
    """The commune of the lead whose bare name opens the title or a line, where no wider place has it.

    "Tân Hội họp dân"; below a letterhead and a menu "Tân Hội: Tổng kết công tác năm 2012".
    """
    wider = {_bare(place, folded, vocabulary) for place in places if place.level != "commune"}
    for place in communes:
        name = _bare(place, folded, vocabulary)
        if not title_end <= place.start < title_end + _LEAD or name in wider:
            continue
        if folded.startswith((f"{name} ", f"{name}: ")) or folded.find(f"\n{name}: ", 0, place.start) >= 0:
            return place
    return None


def _bare(place: Place, folded: str, vocabulary: PlaceVocabulary) -> str:
    """The name of a place without its type word."""
    type_word = vocabulary.begins.match(folded, place.start)
    return folded[place.start if type_word is None else type_word.end() : place.end].lstrip()


def _below_letterhead(communes: Sequence[Place], folded: str) -> Place | None:
    """The commune of a headline below short lines, if it is named again: "Hội Khuyến học tỉnh A", "Xã B trao quà"."""
    start = 0
    for _ in range(_MOST_HEAD_LINES):
        end = folded.find("\n", start)
        if end < 0 or folded[end - 1] in ".;!":
            return None
        named = {folded[place.start : place.end]: place for place in communes if start <= place.start < end}
        if named:
            ((name, place), *others) = named.items()
            return place if not others and end - start <= _HEADLINE and folded.find(name, end) >= 0 else None
        if end - start > _LETTERHEAD:
            return None
        start = end + 1
    return None


def _may_be_own(place: Place, folded: str, vocabulary: PlaceVocabulary) -> bool:
    return vocabulary.not_own.search(folded, max(0, place.start - _BEFORE), place.start) is None


def _is_one(place: Place, folded: str, vocabulary: PlaceVocabulary) -> bool:
    """Whether a place does not open a list of its kind: "tại 3 xã Tân An, Tân Lập và Tân Hòa"."""
    return vocabulary.several.search(folded, max(0, place.start - _BEFORE), place.start) is None


def _joined(wider: Place, commune: Place, folded: str) -> bool:
    """Whether the wider place is only the address of the commune: "quận Tân Bình, Phường 1"."""
    return len(folded[wider.end : commune.start].strip(" ,-–")) == 0


def _first(places: tuple[Place, ...], level: PlaceLevel, after: Place | None) -> Place | None:
    own = [place for place in places if place.level == level]
    if after is not None:
        near = [place for place in own if 0 <= place.start - after.end <= _NEXT_TO]
        own = near or own
    return own[0] if own else None


def _province(places: tuple[Place, ...], text: str, vocabulary: PlaceVocabulary) -> str | None:
    for place in places:
        if place.level == "province":
            return place.name
    for hit in vocabulary.provinces.finditer(text[: _LEAD * 2]):
        inside = [place for place in places if place.start < hit.end() and hit.start() < place.end]
        if not any(place.level == "commune" for place in inside):
            return hit[0]  # not the "Hòa Bình" of "phường Hòa Bình Thượng"
    return None
