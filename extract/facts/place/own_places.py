"""The commune, district and province a page is about, from its text alone."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.facts.place.own_province import own_province
from extract.facts.place.places import NAME_WORDS, Place, find_places
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.facts.place.places import PlaceLevel, PlaceVocabulary
    from extract.model import Page

_LEAD = 700
"""How many characters of the body may name the page's own commune."""
_HEAD_BLOCKS = 16
"""How many blocks above the report may be its letterhead."""
_BEFORE = 40
"""How many characters before a place may say that it is not the page's own."""
_OPENING, _OFTEN = 160, 3
"""The only commune of a page is its own, wherever it meets, if named so early in its lead and so often."""
_MOST_HEAD_LINES, _LETTERHEAD, _HEADLINE = 5, 60, 160
"""Above a headline of so many characters stand fewer lines, of so many each: letterhead, section, stamp."""
_NEXT_TO = 4
"""A district so few characters behind a commune is the commune's: "xã Tân Thuận, huyện Vị Thủy"."""
_VENUE = 80
"""So long may be where something happens: "tại Trung tâm Cung ứng dịch vụ sự nghiệp công xã Tân An"."""
_SEVERAL = 2
_TITLED_WORDS = 2
"""A name without its type word is looked for in the title if it has as many: "Vinh" is in too many others."""
_ABOVE = frozenset(("site_boilerplate", "duplicate_part"))
"""Why what stands above a report is left out of its text; a line with the place alone is part of a sentence, too."""
_NOT_LINKS = frozenset(("site_boilerplate", "comment_widget"))
_SHORT = 90
"""A byline or letterhead of more characters is something else."""

_BEHIND_COMMA = regex.compile(rf", (?P<name>{NAME_WORDS}), ")
_IN_BRACKETS = regex.compile(rf"[ ]?\((?P<name>{NAME_WORDS})(?:[ ]?[,–-][ ]?{NAME_WORDS})?\)")
"""A district, with its province or without: "xã Trà Côn (Trà Ôn)"."""
_BEFORE_COLON = regex.compile(rf"(?:^|\n)(?P<name>{NAME_WORDS})[ ]?: ?\Z")
"""A district before its commune: "Tân Châu: Xã Tân Hội trao quà"."""
_BEHIND_DASH = regex.compile(rf" [–-] (?P<name>{NAME_WORDS})(?=\n|\Z)")
"""A district behind its commune in the name of a site: "Chi tiết tin - Xã Tân Hội - Tân Châu"."""
_WORD = regex.compile(r"\w+")
_SENTENCE_END = regex.compile(r"[.;!?](?=\s|\Z)|\n")
_ITEM = regex.compile(r"\n[ ]?[*►•°●♦■]")


class Places(NamedTuple):
    """What the page is about, each as the text has it, with its type word spelled out."""

    commune: str | None
    district: str | None
    province: str | None


def own_places(page: Page, folded: str, vocabulary: PlaceVocabulary, amounts: frozenset[int] = frozenset()) -> Places:
    """The places a page is about; no name has a number in it that begins at one of ``amounts``.

    The commune is the one of the title; else that of the lead, if the lead does not speak of a district or province
    first, or goes on to name the commune alone and in full ("xã Tân Hợp, huyện Văn Yên") or again and again ("tại thị
    xã Tân An, Hội Nông dân phường 2 ...", "UBND xã", "trên địa bàn xã"), and the page does not list several.
    """
    text = page.text
    places = tuple(one for one in find_places(text, folded, vocabulary) if _is_one(one, folded, vocabulary))
    if amounts:  # "cấp phường 25 triệu đồng"
        places = tuple(one for one in places if amounts.isdisjoint(range(one.start, one.end)))
    told = _Told(text, folded, places, page.title_end, vocabulary)
    commune = told.commune_of(_owner(page, vocabulary))
    district = _first(told.districts if commune is not None else told.main_districts, "district", after=commune)
    if commune is not None and district is None:
        district = _untyped(commune, told)
    above = _letterhead(page, vocabulary)
    commune = commune or _only_outside(page, above, told)
    district = district or _first(above, "district", after=None)
    return Places(
        None if commune is None else told.spelled(commune),
        None if district is None else vocabulary.in_full(district.name),
        own_province(text, folded, places, vocabulary, (commune, district))
        or next((place.name for place in above if place.level == "province"), None),
    )


@dataclass(frozen=True)
class _Told:
    """What the text of a page tells of places."""

    text: str
    folded: str
    places: tuple[Place, ...]
    title_end: int
    words: PlaceVocabulary

    @cached_property
    def communes(self) -> list[Place]:
        """Those that may be the page's own; "xã Tân An cũ" beside another is a part of it."""
        found = [place for place in self.places if place.level == "commune" and self._may_be_own(place)]
        return [place for place in found if not self.words.own.former.match(self.folded, place.end)] or found

    @cached_property
    def districts(self) -> tuple[Place, ...]:
        """Those that are none of a list: not "thị xã Chí Linh và các huyện", "huyện Sơn Động và huyện Lục Nam"."""
        found, goes_on = [], -1
        for place in self.places:
            if place.level != "district":
                continue
            listed = self.words.own.more_districts.match(self.folded, place.end)
            if listed is None and place.start > goes_on:
                found.append(place)
            goes_on = -1 if listed is None else listed.end()
        return tuple(found)

    @property
    def main_districts(self) -> tuple[Place, ...]:
        """Those of a page about no commune; none if it tells of a province and several of its districts alike."""
        count = Counter(self.key(place) for place in self.districts)
        if len(count) < _SEVERAL or not self.words.own.whole_province.search(self.folded, 0, self.title_end + _LEAD):
            return self.districts
        first = self.districts[0]
        titled = first.start < self.title_end or f" {self.bare(first)} " in self.title
        return self.districts if titled or count[self.key(first)] > count.total() / 2 else ()

    @cached_property
    def named(self) -> Counter[str]:
        """How often each of them is named."""
        return Counter(self.key(place) for place in self.communes)

    @cached_property
    def wider_names(self) -> frozenset[str]:
        return frozenset(self.bare(place) for place in self.places if place.level != "commune")

    @cached_property
    def title(self) -> str:
        """The words of the title, a space before and behind each."""
        return " ".join(["", *_WORD.findall(self.folded, 0, self.title_end), ""])

    def key(self, place: Place) -> str:
        return fold(place.name)

    def spelled(self, place: Place) -> str:
        """Its name as the page mostly spells it: "xã Hòa Thạnh" below the title "Xã Hoà Thạnh"."""
        names = {one.name.lower(): one.name for one in reversed(self.places) if self.key(one) == self.key(place)}
        counts = Counter(one.name.lower() for one in self.places if one.name.lower() in names)
        most = counts.most_common(1)
        return self.words.in_full(names[most[0][0]] if most and counts[place.name.lower()] < most[0][1] else place.name)

    def bare(self, place: Place) -> str:
        """The name of a place without its type word."""
        type_word = self.words.begins.match(self.folded, place.start)
        return self.folded[place.start if type_word is None else type_word.end() : place.end].lstrip()

    def commune(self) -> Place | None:
        """The commune that the page is about."""
        in_title = [place for place in self.communes if place.start < self.title_end]
        if len({self.key(place) for place in in_title}) == 1:
            return in_title[0]
        return self._titled() or self._below_letterhead() or self._of_lead()

    def commune_of(self, owner: Place | None) -> Place | None:
        """The commune that the page is about, which stands on the site of ``owner``; none if its title has another.

        On the site of xã Tân Hội "xã Tân Hội do Phú Lâm và Tân Hội sáp nhập" and "đoàn xã Phú Lâm đến thăm"
        are about Bảo Hiệu.
        """
        told = self.commune()
        if owner is None or (told is not None and self.key(told) == self.key(owner)):
            return told
        if told is not None:
            return None if told.start < self.title_end else owner
        if self.words.own.wide.search(self.folded, 0, self.title_end + _LEAD):
            return None
        words = " ".join(["", *_WORD.findall(self.folded), ""])
        type_word = self.words.begins.match(self.key(owner))
        bare = self.key(owner)[0 if type_word is None else type_word.end() :].strip()
        return owner if not self.named or f" {bare} " in words else None

    def _of_lead(self) -> Place | None:
        first = self.communes[0] if self.communes else None
        if first is None:
            return None
        count = self.named[self.key(first)]
        alone = len(self.named) == 1
        if first.start >= self.title_end + _LEAD:
            only = alone and count > 1 and {place.level for place in self.places} == {"commune"}
            return (
                first if only and not self.words.own.wide.search(self.folded, 0, first.start) else None
            )  # below a table
        spoken_of = alone and self._is_spoken_of(first)
        before = (self.words.own.wide, self.words.own.counted)
        if any(words.search(self.folded, 0, first.start) for words in before) or self._is_one_of_several(first):
            return None
        if not alone and self._is_digest():
            return None
        if alone and any(self._is_where_it_happens(p) for p in self.communes if p.start < self.title_end + _LEAD):
            return first
        if self.words.own.committees.search(self.folded, 0, first.start) and not (alone and count > 1):
            return None
        wider = [
            p for p in self.places if p.level != "commune" and p.start < first.start and not self._joined(p, first)
        ]
        # "Chi bộ ở Tân Châu họp", above a picture from xã Tân Hội
        wider += [p for p in self.places if p.level == "district" and f" {self.bare(p)} " in self.title]
        in_full = any(p.level == "district" and 0 <= p.start - first.end <= _NEXT_TO for p in self.places)
        opens = first.start - self.title_end <= _OPENING and self.folded.find("\n", self.title_end + 1, first.start) < 0
        speaks_of_it = spoken_of or (in_full and count > 1) or (opens and count >= _OFTEN)
        if wider and not (speaks_of_it and alone):
            return None
        return first if alone or self._is_mostly_named(count) else None

    def _is_mostly_named(self, count: int) -> bool:
        """Whether a commune named so often is named more than any other, and of many as often as all others together.

        "Tại UBND xã A, xã A và xã B ký kết; xã B tặng 20 suất quà" is about either; news of four communes about none.
        """
        others = sorted(self.named.values(), reverse=True)
        several = len(others) > _SEVERAL and 2 * count < sum(others)
        return count > 1 and count == others[0] and others.count(count) == 1 and not several

    def _titled(self) -> Place | None:
        """The commune whose bare name the title has or opens a line of the lead, where no wider place has it.

        "Tân Hội họp dân" above a picture from "xã Tân Hội"; below a letterhead and a menu "Tân Hội: Tổng kết năm 2012".
        """
        found: dict[str, Place] = {}
        for place in self.communes:
            name = self.bare(place)
            if place.start < self.title_end or name in self.wider_names:
                continue
            in_lead = place.start < self.title_end + _LEAD
            if in_lead and (self.folded.startswith(f"{name} ") or self.folded.find(f"\n{name}: ", 0, place.start) >= 0):
                return place
            if name.count(" ") + 1 >= _TITLED_WORDS and f" {name} " in self.title:
                found.setdefault(name, place)
        return next(iter(found.values())) if len(found) == 1 else None

    def _below_letterhead(self) -> Place | None:
        """The commune of a headline below short lines, if named again: "Hội Khuyến học tỉnh A", "Xã B trao quà"."""
        start = 0
        for _ in range(_MOST_HEAD_LINES):
            end = self.folded.find("\n", start)
            if end < 0 or self.folded[end - 1] in ".;!":
                return None
            named = {self.key(place): place for place in self.communes if start <= place.start < end}
            if named:
                ((name, place), *others) = named.items()
                again = not others and end - start <= _HEADLINE and self.folded.find(name, end) >= 0
                return place if again else None
            if end - start > _LETTERHEAD:
                return None
            start = end + 1
        return None

    def _is_spoken_of(self, commune: Place) -> bool:
        """Whether the page goes on about the only commune that it names: "Chủ tịch UBND xã", "trên địa bàn phường"."""
        kind = self.folded[commune.start : commune.end - len(self.bare(commune))].strip()
        kind = self.words.full.get(kind, kind)
        starts = {place.start for place in self.places}
        return any(
            found[0] == kind and found.start() not in starts
            for found in self.words.own.bare.finditer(self.folded, commune.end)
        )

    def _is_where_it_happens(self, commune: Place) -> bool:
        """Whether a sentence tells what is done or given in a commune, by whomever.

        "Tỉnh đoàn trao quà tại xã Bình Liêu"; "học sinh nghèo của xã Bình Liêu nhận 79 phần quà". A line that
        ends without a stop is the caption of a picture.
        """
        ends = _SENTENCE_END.search(self.folded, commune.end)
        if ends is None or ends[0] == "\n":
            return False
        words = self.words.own
        start = 1 + max(self.folded.rfind(mark, 0, commune.start) for mark in (". ", "; ", "\n"))
        near = max(start, commune.start - _VENUE)
        resides = words.resides.search(self.folded, near, commune.start)
        if resides is not None and words.receives.search(self.folded, start, resides.start()) is None:
            return False
        located = words.located.search(self.folded, near, commune.start)
        if located is None and words.in_hamlet.search(self.text, near, commune.start) is None:
            return False
        return (
            words.done.search(self.folded, start, ends.start()) is not None
            and words.besides.match(self.folded, start) is None
            and self.words.another.match(self.text, commune.end) is None
        )

    def _may_be_own(self, place: Place) -> bool:
        return self.words.own.not_own.search(self.folded, max(0, place.start - _BEFORE), place.start) is None

    def _joined(self, wider: Place, within: Place) -> bool:
        """Whether the wider place is only the address of the other: "quận Tân Bình, Phường 1"; so in letterheads."""
        between = self.words.own.offices.sub("", self.folded[wider.end : within.start])
        return len(between.strip(" ,-–\n")) == 0

    def _is_digest(self) -> bool:
        """Whether the page is news from several communes, each behind a mark: "* Chiều 26/8, thị trấn Gò Dầu"."""
        starts = [item.end() for item in _ITEM.finditer(self.text)]
        items = {bisect(starts, place.start): self.key(place) for place in self.communes}
        return len({name for item, name in items.items() if item > 0}) > 1

    def _is_one_of_several(self, commune: Place) -> bool:
        """Whether another commune is named in one breath with it: "xã Triệu Sơn và Thạch Lập", "ở xã Thạch Lập"."""
        for listed in self.words.own.listed.finditer(self.folded, commune.end):
            if f" {self.bare(commune)} " in f" {' '.join(_WORD.findall(listed['names']))} ":
                return True  # "chia cho 4 xã: Mường Nọc (447 tấn), Tiền Phong (103 tấn)"
        name = self.key(commune)
        others = {self.bare(place) for place in self.communes} - {self.bare(commune)}
        for place in self.communes:
            found = self.words.joined.match(self.text, place.end) if others and self.key(place) == name else None
            if found is not None and fold(found["name"]) in others:
                return True
        return False


def _is_one(place: Place, folded: str, vocabulary: PlaceVocabulary) -> bool:
    """Whether a place does not open a list of its kind: "tại 3 xã Tân An, Tân Lập và Tân Hòa"."""
    return vocabulary.own.several.search(folded, max(0, place.start - _BEFORE), place.start) is None


def _letterhead(page: Page, vocabulary: PlaceVocabulary) -> tuple[Place, ...]:
    """The places of what stands above the report, left out of its text: "HỘI NÔNG DÂN TỈNH LONG AN"."""
    found: list[Place] = []
    opens = True
    for block in page.blocks[:_HEAD_BLOCKS]:
        opens = opens and (not block.kept or block.kind == "title")
        # Below a form of the document stands the letterhead: "Nội dung", "ỦY BAN NHÂN DÂN", "XÃ TÂN HỘI".
        of_document = block.reason in _NOT_LINKS and block.text.isupper() and len(block.text) <= _SHORT
        if (opens and block.reason in _ABOVE) or of_document:
            found += find_places(block.text, fold(block.text), vocabulary)
    return tuple(found)


def _owner(page: Page, vocabulary: PlaceVocabulary) -> Place | None:
    """The commune on whose site a page stands, as the one line above it says that begins with its office."""
    found: dict[str, Place] = {}
    for block in page.blocks[:_HEAD_BLOCKS]:
        if block.reason in _ABOVE and len(block.text) <= _SHORT:
            folded = fold(block.text)
            named = [one for one in find_places(block.text, folded, vocabulary) if one.level == "commune"]
            if len(named) == 1 and vocabulary.own.owners.match(folded, 0, named[0].start):
                found[fold(named[0].name)] = named[0]
    return next(iter(found.values())) if len(found) == 1 else None


def _only_outside(page: Page, above: tuple[Place, ...], told: _Told) -> Place | None:
    """The commune that the letterhead or the byline has, of a page that names no other.

    "TRANG THÔNG TIN ĐIỆN TỬ XÃ TÂN HỘI"; "Tin, ảnh: UBND xã Tân Hội".
    """
    named = {told.key(place) for place in told.places if place.level == "commune"}
    if told.words.own.wide.search(told.folded, 0, told.title_end + _LEAD):
        return None
    if told.words.own.committees.search(told.folded, 0, told.title_end + _LEAD):
        return None
    for places in (above, tuple(_of_bylines(page, told.words))):
        communes = {fold(place.name): place for place in places if place.level == "commune"}
        if communes:
            return next(iter(communes.values())) if len(communes) == 1 and named <= communes.keys() else None
    return None


def _of_bylines(page: Page, vocabulary: PlaceVocabulary) -> Iterator[Place]:
    for block in page.blocks:
        if block.reason == "byline" and len(block.text) <= _SHORT:
            yield from find_places(block.text, fold(block.text), vocabulary)


def _untyped(commune: Place, told: _Told) -> Place | None:
    """The district without type word beside a commune: in a bracket, before the province, or before a colon."""
    name = told.key(commune)
    for place in told.places:
        if told.key(place) != name:
            continue
        behind = (pattern.match(told.text, place.end) for pattern in (_IN_BRACKETS, _BEHIND_COMMA, _BEHIND_DASH))
        found = next((match for match in behind if match is not None), None)
        found = found or _BEFORE_COLON.search(told.text, max(0, place.start - _BEFORE), place.start)
        if found is None or told.words.provinces.fullmatch(found["name"]) is not None:
            continue
        if found.re is not _BEHIND_COMMA or told.words.provinces.match(told.text, found.end()):
            return Place(found.start("name"), found.end("name"), "district", found["name"])
    return None


def _first(places: tuple[Place, ...], level: PlaceLevel, after: Place | None) -> Place | None:
    own = [place for place in places if place.level == level]
    if after is not None:
        near = [place for place in own if 0 <= place.start - after.end <= _NEXT_TO]
        own = near or own
    return own[0] if own else None
