"""The commune, district and province a page speaks of, from its text alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

import regex

from extract.text import fold

if TYPE_CHECKING:
    from extract.model import Page
    from extract.rulefiles import RuleFiles

PlaceLevel = Literal["commune", "district", "province"]

_LEAD = 700
"""How many characters of the body may name the page's own commune."""

_NAME_WORD = r"(?:\p{Lu}[\p{L}'\u2019]*)"
_NAME = rf"(?:\d{{1,2}}(?![\d/.,-]*\d|\s*%)|[IVX]{{1,4}}\b|{_NAME_WORD}(?:\s(?:{_NAME_WORD}|[A-Z]?\d{{1,2}}\b)){{0,3}})"


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
    provinces: regex.Pattern[str]
    province_names: frozenset[str]
    not_own: regex.Pattern[str]
    wide: regex.Pattern[str]

    @classmethod
    def load(cls, files: RuleFiles) -> PlaceVocabulary:
        """Read the section ``places``; later files add to earlier ones."""
        words: dict[str, list[str]] = {}
        for section in files.sections("places"):
            section.only(*get_args(PlaceLevel), "numbered", "provinces", "not_own", "wide")
            for key, node in section.mapping().items():
                words.setdefault(key, []).extend(node.texts())
        types: dict[str, tuple[PlaceLevel, ...]] = {}
        for level in get_args(PlaceLevel):
            for word in words.get(level, []):
                types[fold(word)] = (*types.get(fold(word), ()), level)
        ordered = sorted(types, key=len, reverse=True)
        return cls(
            pattern=regex.compile(rf"(?<!\w)(?P<type>(?i:{_alternatives(ordered)}))(?:(?<=\.)\s?|\s)(?P<name>{_NAME})"),
            types=types,
            numbered=frozenset(map(fold, words.get("numbered", []))),
            provinces=regex.compile(rf"(?<!\w)(?:{_alternatives(words.get('provinces', []))})(?!\w)"),
            province_names=frozenset(fold(name) for name in words.get("provinces", [])),
            not_own=regex.compile(rf"(?:{_alternatives(map(fold, words.get('not_own', [])))})\s*(?:\(|:)?\s*$"),
            wide=regex.compile(rf"(?<!\w)(?:{_alternatives(map(fold, words.get('wide', [])))})(?!\w)"),
        )


def _alternatives(words: object) -> str:
    return "|".join(regex.escape(str(word)) for word in words) or r"(?!)"  # type: ignore[attr-defined]


def find_places(text: str, vocabulary: PlaceVocabulary) -> tuple[Place, ...]:
    """Every place with a type word before it, in order.

    >>> from extract.rulefiles import load
    >>> names = find_places("UBND xã Tân Thuận, huyện Vị Thủy, tỉnh Hậu Giang", PlaceVocabulary.load(load()))
    >>> [(place.level, place.name) for place in names]
    [('commune', 'xã Tân Thuận'), ('district', 'huyện Vị Thủy'), ('province', 'tỉnh Hậu Giang')]
    """
    found = []
    at = 0
    while (hit := vocabulary.pattern.search(text, at)) is not None:
        end = _name_end(text, hit, vocabulary)
        name = text[hit.start("name") : end]
        levels = vocabulary.types[fold(hit["type"])]
        if name[0].isdigit() and fold(hit["type"]) not in vocabulary.numbered:
            at = hit.start("name")  # "xã 6 tháng đầu năm"
            continue
        is_province = fold(name) in vocabulary.province_names
        level = "province" if is_province and "province" in levels else levels[0]
        found.append(Place(hit.start(), end, level, text[hit.start() : end]))
        at = end
    return tuple(found)


def _name_end(text: str, hit: regex.Match[str], vocabulary: PlaceVocabulary) -> int:
    """Where the name ends: before another type word, and after two words where all is in capitals."""
    words = list(regex.finditer(r"\S+", text[hit.start("name") : hit.end("name")]))
    shouted = hit["name"].isupper() and any(letter.isalpha() for letter in hit["name"])
    kept: list[regex.Match[str]] = []
    for word in words[:2] if shouted else words:
        if kept and any(fold(word[0]) == kind.split()[0] for kind in vocabulary.types):
            break
        kept.append(word)
    return hit.start("name") + kept[-1].end()


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
        bracket = regex.compile(rf"\s?\((?P<name>{_NAME})\)").match(text, commune.end)
        if bracket is not None:  # "xã Trà Côn (Trà Ôn)"
            district = Place(bracket.start("name"), bracket.end("name"), "district", bracket["name"])
    return Places(
        None if commune is None else commune.name,
        None if district is None else district.name,
        _province(places, text, vocabulary),
    )


def _own_commune(places: tuple[Place, ...], text: str, title_end: int, vocabulary: PlaceVocabulary) -> Place | None:
    communes = [
        p for p in places if p.level == "commune" and not vocabulary.not_own.search(fold(text[: p.start][-40:]))
    ]
    in_title = [place for place in communes if place.start < title_end]
    if len({fold(place.name) for place in in_title}) == 1:
        return in_title[0]
    lead_end = title_end + _LEAD
    names = [fold(place.name) for place in communes]
    lead = [place for place in communes if place.start < lead_end]
    if not lead:
        return None
    first = lead[0]
    wider = [p for p in places if p.level != "commune" and p.start < first.start and not _joined(p, first, text)]
    if wider or vocabulary.wide.search(fold(text[: first.start])):
        return None
    count = names.count(fold(first.name))
    return first if count == max(map(names.count, names)) and (count > 1 or len(set(names)) == 1) else None


def _joined(wider: Place, commune: Place, text: str) -> bool:
    """Whether the wider place is only the address of the commune: "quận Tân Bình, Phường 1"."""
    return len(text[wider.end : commune.start].strip(" ,-–")) == 0


def _first(places: tuple[Place, ...], level: PlaceLevel, after: Place | None) -> Place | None:
    own = [place for place in places if place.level == level]
    if after is not None:
        near = [place for place in own if 0 <= place.start - after.end <= 4]  # noqa: PLR2004
        own = near or own
    return own[0] if own else None


def _province(places: tuple[Place, ...], text: str, vocabulary: PlaceVocabulary) -> str | None:
    for place in places:
        if place.level == "province":
            return place.name
    hit = vocabulary.provinces.search(text[: _LEAD * 2])
    return None if hit is None else hit[0]
