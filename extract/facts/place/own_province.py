"""The province a page is about: not that of donors and guests, nor one of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.place.places import Place, PlaceVocabulary

_OPENING = 1_400
"""So many characters of a page may name its province without a type word."""
_LONGER = 11
"""So many characters of its name may stand behind the first words of it: "Bà Rịa", " - Vũng Tàu"."""
_BEFORE = 40
"""How many characters before a province may say that it is another's."""
_BESIDE = regex.compile(r" ?(?:,|\(|[-–]) ?")
"""Between a place and the province that it lies in: "huyện Lai Vung (Đồng Tháp)"."""
_WITHIN = regex.compile(r"\p{Lu}\p{L}*, \Z")
_TYPE = regex.compile(r"(?:\w+\.? ?){1,2}")
_COUNTED = regex.compile(r"\d \Z")


class _Province(NamedTuple):
    start: int
    end: int
    name: str
    typed: bool
    """With its type word: "tỉnh Đồng Tháp"."""


def own_province(
    text: str, folded: str, places: Sequence[Place], words: PlaceVocabulary, own: Sequence[Place | None]
) -> str | None:
    """The province beside the page's ``own`` places, else the first with a type word, else the first.

    None of several in a row ("anh em Hà Nội, Hải Phòng"), behind a word for strangers ("ngụ tỉnh Bình Dương"), or
    beside a commune or district that is not the page's own.
    """
    keys = {fold(place.name) for place in own if place is not None}
    beside = {hit.end(): not keys or fold(place.name) in keys for place, hit in _with_sides(text, places)}
    found = sorted(_named(text, places, words))
    listed = frozenset(_listed(text, found, words))
    loose = [
        one
        for one in found
        if one.start not in listed and beside.get(one.start, True) and not _is_strangers(one, folded, words)
    ]
    ranked = sorted(loose, key=lambda one: (not (keys and one.start in beside), not one.typed, one.start))
    if not ranked:
        return None
    name = fold(ranked[0].name)
    return next((one.name for one in loose if one.typed and fold(one.name).endswith(f" {name}")), ranked[0].name)


def _with_sides(text: str, places: Sequence[Place]) -> Iterator[tuple[Place, regex.Match[str]]]:
    for place in places:
        hit = _BESIDE.match(text, place.end) if place.level != "province" else None
        if hit is not None:
            yield place, hit


def _named(text: str, places: Sequence[Place], words: PlaceVocabulary) -> Iterator[_Province]:
    for place in places:
        if place.level == "province":
            yield _typed(text, place, words)
    for maybe in words.maybe_provinces.finditer(text[:_OPENING]):
        hit = words.provinces.match(text, maybe.start())
        if hit is None:
            continue
        inside = [place for place in places if place.start < hit.end() and hit.start() < place.end]
        # not the "Hòa Bình" of "phường Hòa Bình Thượng", nor that of "tỉnh Hòa Bình" once more
        if not any(place.level in ("commune", "province") for place in inside):
            yield _Province(hit.start(), hit.end(), hit[0], typed=False)


def _typed(text: str, place: Place, words: PlaceVocabulary) -> _Province:
    """A province with its type word, to the end of its name: "tỉnh Thừa Thiên - Huế"."""
    hit = words.provinces.search(text, place.start, place.end + _LONGER)
    if hit is not None and _TYPE.fullmatch(text, place.start, hit.start()) and place.end > hit.end():
        return _Province(
            place.start, hit.end(), text[place.start : hit.end()], typed=True
        )  # "tỉnh Đồng Nai Bùi Thị An"
    if hit is None or not hit.start() < place.end < hit.end():
        return _Province(place.start, place.end, place.name, typed=True)
    return _Province(place.start, hit.end(), text[place.start : hit.end()], typed=True)


def _listed(text: str, found: Sequence[_Province], words: PlaceVocabulary) -> Iterator[int]:
    """Where provinces begin of which several stand in a row: "Hà Nội, Hải Phòng và Thái Nguyên"."""
    starts = {one.start for one in found}
    for one in found:
        joined = words.listed.match(text, one.end)
        if joined is None:
            continue
        if joined.end() in starts or words.provinces.match(text, joined.end()) is not None:
            yield from (one.start, joined.end())
        named_before = not one.typed and _WITHIN.search(text, max(0, one.start - _BEFORE), one.start) is not None
        if named_before and text[joined.end() : joined.end() + 1].isupper():
            yield one.start  # "Đăk Lăk, Bình Phước, Đà Lạt và Vũng Tàu"


def _is_strangers(one: _Province, folded: str, words: PlaceVocabulary) -> bool:
    """Whether others live there, or several are counted: "ngụ tỉnh Bình Dương", "5 tỉnh Tây Nguyên"."""
    before = folded[max(0, one.start - _BEFORE) : one.start]
    return _COUNTED.search(before) is not None or words.own.strangers.search(before) is not None
