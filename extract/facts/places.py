"""The commune, district and province a page speaks of, from its text alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

import regex

from extract.text import any_of, fold

if TYPE_CHECKING:
    from extract.model import Page
    from extract.rulefiles import RuleFiles

PlaceLevel = Literal["commune", "district", "province"]

_LEAD = 700
"""How many characters of the body may name the page's own commune."""

_BEFORE = 40
"""How many characters before a place may say that it is not the page's own."""
_LONGEST_AT_END = 3
"""Words of a name in capitals at the end of a line: "CHỈ TIÊU CỦA THỊ TRẤN MỸ AN HƯNG"."""
_NEXT_TO = 4
"""A district so few characters behind a commune is the commune's: "xã Tân Thuận, huyện Vị Thủy"."""

_NAME_WORD = r"(?:\p{Lu}[\p{L}'\u2019]*)"
# Single spaces: a name never runs over the end of a block, "UBND xã Vĩnh Thuận" above "Thứ hai - 07/09/2020".
_NAME_WORDS = rf"{_NAME_WORD}(?:[ ](?:{_NAME_WORD}|[A-Z]?\d{{1,2}}\b)){{0,3}}"
_NAME = rf"(?:\d{{1,2}}(?![\d/.,-]*\d|\s*%)|[IVX]{{1,4}}\b|{_NAME_WORDS})"
_IN_BRACKETS = regex.compile(rf"[ ]?\((?P<name>{_NAME})\)")


_SAME = "same"
_SECTIONS = ("numbered", "stops", "no_places", "provinces", "cities", "not_own", "wide")


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
    types: dict[str, tuple[PlaceLevel, ...]]
    numbered: frozenset[str]
    stops: regex.Pattern[str]
    no_places: regex.Pattern[str]
    provinces: regex.Pattern[str]
    cities: frozenset[str]
    not_own: regex.Pattern[str]
    wide: regex.Pattern[str]
    spellings: dict[str, str]
    """Names of provinces, folded, and the one spelling that stands for each."""

    @classmethod
    def load(cls, files: RuleFiles) -> PlaceVocabulary:
        """Read the section ``places``; later files add to earlier ones."""
        words: dict[str, list[str]] = {key: [] for key in (*get_args(PlaceLevel), *_SECTIONS)}
        same: dict[str, str] = {}
        for section in files.sections("places"):
            section.only(*words, _SAME)
            for key, node in section.mapping().items():
                if key == _SAME:
                    same |= {fold(name): other.text() for name, other in node.mapping().items()}
                else:
                    words[key] += node.texts()
        types: dict[str, tuple[PlaceLevel, ...]] = {}
        for level in get_args(PlaceLevel):
            for word in words[level]:
                types[fold(word)] = (*types.get(fold(word), ()), level)
        return cls(
            pattern=regex.compile(rf"(?<!\w)(?P<type>(?i:{any_of(types)}))(?:(?<=\.)[ ]?|[ ])(?P<name>{_NAME})"),
            types=types,
            numbered=frozenset(map(fold, words["numbered"])),
            stops=regex.compile(rf"(?:{any_of(map(fold, words['stops']))})(?!\w)"),
            no_places=regex.compile(rf"(?:{any_of(map(fold, words['no_places']))})(?!\w)"),
            provinces=regex.compile(rf"(?<!\w)(?:{any_of(words['provinces'])})(?!\w)"),
            cities=frozenset(map(fold, words["cities"])),
            not_own=regex.compile(rf"(?<!\w)(?:{any_of(map(fold, words['not_own']))})\s*(?:\(|:)?\s*$"),
            wide=regex.compile(rf"(?<!\w)(?:{any_of(map(fold, words['wide']))})(?!\w)"),
            spellings={fold(name): name for name in words["provinces"]} | same,
        )


def province_name(written: str, vocabulary: PlaceVocabulary) -> str:
    """One name for a province however a page writes it; as written if it is none that is known.

    >>> from extract.rulefiles import load
    >>> vocabulary = PlaceVocabulary.load(load())
    >>> [province_name(name, vocabulary) for name in ("tỉnh Bắc Cạn", "TPHCM", "Thành phố Hồ Chí Minh", "An Giang")]
    ['Bắc Kạn', 'Hồ Chí Minh', 'Hồ Chí Minh', 'An Giang']
    """
    folded = fold(written)
    bare = next((folded[len(word) :].lstrip() for word in vocabulary.types if folded.startswith(f"{word} ")), folded)
    return vocabulary.spellings.get(folded) or vocabulary.spellings.get(bare) or written


def find_places(text: str, vocabulary: PlaceVocabulary) -> tuple[Place, ...]:
    """Every place with a type word before it, in order.

    >>> from extract.rulefiles import load
    >>> names = find_places("UBND xã Tân Thuận, huyện Vị Thủy, tỉnh Hậu Giang", PlaceVocabulary.load(load()))
    >>> [(place.level, place.name) for place in names]
    [('commune', 'xã Tân Thuận'), ('district', 'huyện Vị Thủy'), ('province', 'tỉnh Hậu Giang')]
    """
    found = []
    at = 0
    spelled = _spelled_names(text, vocabulary)
    while (hit := vocabulary.pattern.search(text, at)) is not None:
        end = _name_end(text, hit, vocabulary, spelled)
        name = text[hit.start("name") : end]
        levels = vocabulary.types[fold(hit["type"])]
        unnumbered = name[0].isdigit() and fold(hit["type"]) not in vocabulary.numbered  # "xã 6 tháng đầu năm"
        if unnumbered or (hit["type"].isupper() and vocabulary.no_places.match(fold(hit[0]))):
            at = hit.start("name")
            continue
        level = "province" if "province" in levels and fold(name) in vocabulary.cities else levels[0]
        found.append(Place(hit.start(), end, level, text[hit.start() : end]))
        at = end
    return tuple(found)


def _spelled_names(text: str, vocabulary: PlaceVocabulary) -> frozenset[str]:
    """The names, folded, that the text has in small letters somewhere."""
    hits = vocabulary.pattern.finditer(text)
    return frozenset(
        fold(text[hit.start("name") : _name_end(text, hit, vocabulary)]) for hit in hits if not hit["name"].isupper()
    )


def _name_end(
    text: str, hit: regex.Match[str], vocabulary: PlaceVocabulary, spelled: frozenset[str] = frozenset()
) -> int:
    """Where the name ends: before another place or a word that stops names.

    Where all is in capitals, where the same name ends that is ``spelled`` elsewhere, else with the line if that has
    three words, else after two; and before the first word that is not, if it begins in capitals.
    """
    start, end = hit.span("name")
    folded = fold(text[start : end + _BEFORE])
    words = list(regex.finditer(r"\S+", text[start:end]))
    shouted = [word for word in words if word[0].isupper() and any(map(str.isalpha, word[0][1:]))]
    if shouted == words:
        ends_line = len(words) == _LONGEST_AT_END and text[end : end + 1] in {"", "\n"}
        known = (count for count in range(len(words), 2, -1) if folded[: words[count - 1].end()] in spelled)
        words = words[: next(known, _LONGEST_AT_END if ends_line else 2)]
    last = words[0]
    for word in words[1:]:
        # "xã Tân Thành" goes on, "PHƯỜNG 1 QUẬN TÂN BÌNH" does not
        if vocabulary.pattern.match(text, start + word.start()) or vocabulary.stops.match(folded, word.start()):
            break
        if word[0].isdecimal() and vocabulary.stops.match(folded, word.end() + 1):
            break  # "xã Tân Phú 9 tháng đầu năm", but "xã Tân Phú 2"
        if words[0] in shouted and not word[0].isupper():
            break  # "TỈNH BÌNH THUẬN Mẫu số 2"
        last = word
    return start + last.end()


def own_places(page: Page, vocabulary: PlaceVocabulary) -> Places:
    """The places a page is about.

    The commune is the one of the title; else that of the lead, if the lead does not speak of a district or province
    first and the page does not list several.
    """
    text = page.text
    places = find_places(text, vocabulary)
    title_end = len(page.title) if page.title and text.startswith(page.title) else 0
    commune = _own_commune(places, text, title_end, vocabulary)
    district = _first(places, "district", after=commune)
    if commune is not None and district is None:
        bracket = _IN_BRACKETS.match(text, commune.end)
        if bracket is not None:  # "xã Trà Côn (Trà Ôn)"
            district = Place(bracket.start("name"), bracket.end("name"), "district", bracket["name"])
    return Places(
        None if commune is None else commune.name,
        None if district is None else district.name,
        _province(places, text, vocabulary),
    )


def _own_commune(places: tuple[Place, ...], text: str, title_end: int, vocabulary: PlaceVocabulary) -> Place | None:
    communes = [place for place in places if place.level == "commune" and _may_be_own(place, text, vocabulary)]
    in_title = [place for place in communes if place.start < title_end]
    if len({fold(place.name) for place in in_title}) == 1:
        return in_title[0]
    first = communes[0] if communes else None
    if first is None or first.start >= title_end + _LEAD:
        return None
    wider = [p for p in places if p.level != "commune" and p.start < first.start and not _joined(p, first, text)]
    if wider or vocabulary.wide.search(fold(text[: first.start])):
        return None
    named = Counter(fold(place.name) for place in communes)
    count = named[fold(first.name)]
    return first if count == max(named.values()) and (count > 1 or len(named) == 1) else None


def _may_be_own(place: Place, text: str, vocabulary: PlaceVocabulary) -> bool:
    before = fold(text[max(0, place.start - _BEFORE) : place.start])
    return vocabulary.not_own.search(before) is None


def _joined(wider: Place, commune: Place, text: str) -> bool:
    """Whether the wider place is only the address of the commune: "quận Tân Bình, Phường 1"."""
    return len(text[wider.end : commune.start].strip(" ,-–")) == 0


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
