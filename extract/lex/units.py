"""Units, classifiers and counted nouns: what stands right behind a number, in its normal spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, cast, get_args

import regex

from extract.codes import Kind
from extract.text import any_of, fold, whole_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.rulefiles import RuleFiles

WORD = r"[^\W\d_]++"
UnitKind: TypeAlias = Kind | Literal["duration", "age", "grade"]
_MEASURED = frozenset(get_args(Kind)) - {"money", "currency", "count"}


class Unit(NamedTuple):
    """One thing a number can count or measure."""

    name: str
    """Normal spelling, lower case, as the tables have it."""
    kind: UnitKind
    whole: bool
    """Never given to three decimals, so that a comma before three digits separates thousands."""
    place: bool
    """A place: "trên" before it is a preposition."""
    by_millions: bool
    """Counted by thousands and millions; other counted things behind "50 triệu" are what money is for."""
    verb: bool = False
    """A verb too, which tells what a name with a number does: "đội 5 báo cáo"."""


class UnitHit(NamedTuple):
    """A unit found in a text, white space before it not included."""

    unit: Unit
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Units:
    """All units, keyed by folded spelling."""

    spellings: dict[str, Unit]
    firsts: frozenset[str]
    """The first words and signs of all spellings: behind most numbers that count nothing known stands none."""
    symbols: re.Pattern[str]
    """Matches the spellings that are no plain words: "%", "m2", "tạ/ha"."""
    symbol_openings: frozenset[str]
    """The words and signs that such spellings begin with."""
    longer: dict[str, tuple[str, ...]]
    """First word of a spelling to those of more words, the longest first; some are no unit ("xuất sắc")."""
    not_counted: frozenset[str]
    ends: frozenset[str]
    """Words that no noun goes on with."""
    ratio_before: regex.Pattern[str]
    """The words before a comparator and a number that make "lần" a ratio: "gấp 2 lần"."""
    ratio: Unit
    """What they make of a number."""
    ratio_alone: tuple[str, ...]
    """Those that do so without "lần", with the spaces around: " gấp "."""
    announced: regex.Pattern[str]
    """At the start of a head or label, before what it counts: "số lượng " of "Số lượng đảng viên"."""
    numbered: regex.Pattern[str]
    """From "số" and what is counted by thousands to the end: "tổng số hội viên toàn tỉnh lên hơn "."""
    people_named: regex.Pattern[str]
    """At the end of a passage, what people are called: "dân số toàn tỉnh ", "số hội viên ", "rough" if only roughly."""
    people_told: regex.Pattern[str]
    """At the end of a passage, what a clause begins with whose thousands are no money: ", nữ " of ", nữ 257 nghìn"."""
    told: dict[str, str]
    """What both count, by these words."""
    people_before: regex.Pattern[str]
    """Somewhere before them: people are counted, none get money."""
    alternatives: dict[str, str]
    """To the sort of place that they are of, of which a slash names two: "6 huyện/thị xã" is no rate."""
    portions: re.Pattern[str]
    wholes: re.Pattern[str]
    """Behind a slash what a share is of, no rate: "0,19%/tổng dư nợ"."""
    rate: re.Pattern[str]
    """The slash before what money or a number is for: "/", "/10 ", "/một "."""
    rate_starts: tuple[str, ...]
    """The words that say what money is for, the longest first, with the spaces around: " cho mỗi "."""
    rate_ones: frozenset[str]
    """What it may be for behind a bare "1": "1 người"; not "1 căn", which it may be given beside."""
    bases: re.Pattern[str]
    """Behind a number the round number of people that it is told of, in the group "base": "/100 dân"."""
    base_starts: tuple[str, ...]
    """Before such a number where it stands first: "bình quân "."""

    @staticmethod
    def load(files: RuleFiles) -> Units:
        """Read ``measures``, ``currencies``, ``counted``, ``unit_spellings`` and the time words of all rule files."""
        spellings = _spellings(files)
        told, named = _by_word(files, "thousands_told"), _by_word(files, "thousands_named")
        announced = rf"{files.any_of('counts_announced')} "
        symbols, openings = _symbols(spellings, files.words("not_squared"))
        return Units(
            spellings=spellings,
            firsts=openings.union(spelling.partition(" ")[0] for spelling in spellings),
            symbols=symbols,
            symbol_openings=openings,
            longer=_longer({*spellings, *files.words("no_units")}),
            not_counted=files.words("not_counted"),
            ends=files.words("noun_ends"),
            ratio_before=regex.compile(rf"(?r)(?<!\w){files.any_of('ratio_words')} {{0,2}}"),
            ratio=next(unit for unit in spellings.values() if unit.kind == "ratio"),
            ratio_alone=tuple(f" {word} " for word in sorted(files.words("ratio_words_alone"))),
            announced=regex.compile(announced),
            numbered=regex.compile(
                rf"(?<!\w){announced}(?P<unit>{files.any_of('counted_by_millions')})(?!\w)[^,;.:()\d]*"
                rf"(?<!\w){files.any_of('number_told')}(?: \w++){{0,2}} $"
            ),
            people_named=_people_named(files, named, announced),
            people_told=regex.compile(
                rf"(?:[,;:(] ?|(?<!\w){files.any_of('told_starts')}:? )(?P<word>{any_of(told)}) $"
            ),
            told=told | named,
            people_before=regex.compile(whole_word(files.any_of("thousands_told_of"))),
            alternatives=_by_word(files, "counted_alternatives"),
            portions=re.compile(rf" {files.any_of('portion_words')}(?!\w)"),
            wholes=re.compile(rf"{files.any_of('portion_words')}(?!\w)"),
            rate=re.compile(
                rf" {{0,2}}/ ?(?:(?P<many>\d{{1,3}})(?!\d|[.,]\d) ?|{files.any_of('rate_base_ones')} )?"
                rf"(?=(?P<word>{WORD}|%))"
            ),
            rate_starts=tuple(f" {word} " for word in sorted(files.words("rate_words"), key=len, reverse=True)),
            rate_ones=files.words("rate_ones"),
            bases=_rate_bases(files),
            base_starts=tuple(f"{word} " for word in sorted(files.words("rate_bases_begin"))),
        )

    def at(self, folded: str, position: int) -> UnitHit | None:
        """The longest known unit right behind ``position`` (one or two spaces allowed), or ``None``.

        ``xuất`` gives ``suất``, ``mét vuông`` gives ``m2``, ``tổ dân phố`` is not cut to ``tổ``.
        """
        start = _start(folded, position)
        word = next_word(folded, start)
        first = word or folded[start : start + 1]
        return self.begun(folded, start, first) if first in self.firsts else None

    def counted_at(self, folded: str, position: int) -> UnitHit | None:
        """The same if it is something that is counted."""
        hit = self.at(folded, position)
        return hit if hit is not None and hit.unit.kind == "count" else None

    def begun(self, folded: str, start: int, word: str) -> UnitHit | None:
        """The longest unit at ``start``, where ``word``, one of ``firsts``, stands."""
        if word in self.symbol_openings:
            symbol = self.symbols.match(folded, start)
            if symbol is not None:
                return UnitHit(self.spellings[symbol[0]], start, symbol.end())
        for spelling in self.longer.get(word, ()):
            end = start + len(spelling)
            if folded.startswith(spelling, start) and not folded[end : end + 1].isalpha():
                longer = self.spellings.get(spelling)
                return None if longer is None else UnitHit(longer, start, end)
        unit, end = self.spellings.get(word), start + len(word)
        if unit is None or (unit.verb and folded[end + 1 : end + 2].isdecimal()):  # "tháng 10 bằng 100,3%"
            return None
        return UnitHit(unit, start, end)

    def guess(self, text: str, folded: str, position: int) -> UnitHit | None:
        """The lower-case noun behind ``position`` that nobody listed, unless ``not_counted`` has its first word.

        Two words where a second one can belong to it, as most nouns of reports have two: "12 chủ thể | tham gia"; a
        hyphen joins ("42 pa-nô"), and the spelling without it may be known.
        """
        if folded[position : position + 1] != " ":
            return None
        start = _start(folded, position)
        word = next_word(folded, start)
        return self.guessed(text, folded, start, word)

    def guessed(self, text: str, folded: str, start: int, word: str) -> UnitHit | None:
        """The same with the ``word`` at ``start`` that it would begin with."""
        if len(word) <= 1 or word in self.not_counted or not text[start].islower():
            return None
        end = start + len(word)
        if folded.startswith("-", end):
            hyphened = _HYPHENED.match(folded, end)
            if hyphened is not None:
                noun = folded[start : hyphened.end()]
                known = self.spellings.get(noun.replace("-", " ")) or self.spellings.get(noun.replace("-", ""))
                return UnitHit(known or _counted(noun), start, hyphened.end())
        joined = len(word) <= _LONGEST_SYLLABLE and folded.startswith(" ", end)
        second = next_word(folded, end + 1) if joined else ""
        if len(second) > 1 and text[end + 1].islower() and second not in self.not_counted and second not in self.ends:
            after = end + 1 + len(second)
            if folded[after : after + 1] != "-" and not folded[after : after + 1].isdecimal():
                return UnitHit(_counted(f"{word} {second}"), start, after)
        return UnitHit(_counted(word), start, end)


_LONGEST_SYLLABLE = 7
"""No syllable is longer than "nghiêng"; a longer word is two that lost their space: "nghệnhân"."""
_HYPHENED = re.compile(rf"(?:-{WORD})++(?!\d)")


@lru_cache(maxsize=4096)
def _counted(noun: str) -> Unit:
    return Unit(noun, "count", whole=True, place=False, by_millions=False)


_LONGEST_WORD = 24
_WORD = re.compile(WORD)


def next_word(folded: str, start: int) -> str:
    """The word that begins at ``start``, ``""`` if none does.

    >>> next_word("12 hộ, 5m2", 3), next_word("12 hộ, 5m2", 8), next_word("12 hộ", 2)
    ('hộ', 'm', '')
    """
    gap = folded.find(" ", start, start + _LONGEST_WORD)
    word = folded[start:gap] if gap > start else ""
    if word.isalpha():
        return word
    match = _WORD.match(folded, start)
    return "" if match is None else match[0]


def _by_word(files: RuleFiles, section: str) -> dict[str, str]:
    """From the words of a section to what they count."""
    mappings = (node.mapping() for node in files.sections(section))
    return {fold(word): fold(name) for mapping in mappings for name, words in mapping.items() for word in words.texts()}


def _people_named(files: RuleFiles, named: Iterable[str], announced: str) -> regex.Pattern[str]:
    """At the end of a passage what thousands of people are called, from the sections ``thousands_...``."""
    rough = files.any_of("thousands_roughly")
    return regex.compile(
        rf"(?:(?<!\w){announced}(?P<unit>{rough})|(?:^|[,;:.(\n] ?)(?P<rough>{rough})"
        rf"|(?<!(?<!\w){files.any_of('thousands_paid')} )(?<!\w)(?P<word>{any_of(named)})"
        rf"(?: {files.any_of('thousands_among')})?(?: {files.any_of('number_told')})?):? $",
        regex.MULTILINE,
    )


def _rate_bases(files: RuleFiles) -> re.Pattern[str]:
    """What rates are told of: "/100 dân", " trên 1 vạn dân"."""
    leads, ones, round_words, people = (
        files.any_of(key) for key in ("rate_base_leads", "rate_base_ones", "rate_base_numbers", "rate_bases")
    )
    number = rf"(?:1(?:00|\.?000|0\.?000|00\.?000)|{round_words})"
    return re.compile(rf"(?: ?/ ?| {leads} )(?:(?:1|{ones}) )?(?P<base>{number} {people})(?!\w)")


def _start(folded: str, position: int) -> int:
    """Where the word behind ``position`` begins; one or two spaces may stand before it."""
    before = folded[position : position + 2]
    return position + (2 if before == "  " else 1 if before[:1] == " " else 0)


def _spellings(files: RuleFiles) -> dict[str, Unit]:
    """Every spelling of every unit, folded."""
    spellings: dict[str, Unit] = {}
    whole, places = files.words("measured_whole"), files.words("counted_places")
    by_millions, verbs = files.words("counted_by_millions"), files.words("counted_verbs")
    for name, kind, others in _entries(files):
        folded = fold(name)
        many = kind not in {"count", "duration", "age", "grade"} or folded in by_millions
        unit = Unit(name, kind, kind == "count" or folded in whole, folded in places, many, folded in verbs)
        for spelling in (name, *others):
            spellings.setdefault(fold(spelling), unit)
    for node in files.sections("unit_spellings"):
        for name, more in node.mapping().items():
            if fold(name) not in spellings:
                more.fail(f"'{name}' is no unit", "list it under counted: first")
            spellings.update(dict.fromkeys(map(fold, more.texts()), spellings[fold(name)]))
    for node in files.sections("thousands_roughly"):
        for word in {*map(fold, node.texts())} - spellings.keys():
            node.fail(f"'{word}' is no unit", "list it under counted: first")
    return spellings


def _entries(files: RuleFiles) -> Iterator[tuple[str, UnitKind, tuple[str, ...]]]:
    """Name, kind and other spellings of every unit."""
    for section in files.sections("measures"):
        for kind, units in section.mapping().items():
            if kind not in _MEASURED:
                units.fail(f"'{kind}' is no kind of measure", f"use one of: {', '.join(sorted(_MEASURED))}")
            for name, others in units.mapping().items():
                yield name, cast("Kind", kind), others.texts()
    for section in files.sections("currencies"):
        yield from ((name, "currency", others.texts()) for name, others in section.mapping().items())
    for section in files.sections("counted"):
        yield from ((name, "count", ()) for theme in section.mapping().values() for name in theme.texts())
    times: tuple[tuple[str, UnitKind], ...] = (("durations", "duration"), ("ages", "age"), ("grades", "grade"))
    for key, kind in times:
        for section in files.sections(key):
            yield from ((name, kind, ()) for name in section.texts())


def _symbols(spellings: dict[str, Unit], not_squared: frozenset[str]) -> tuple[re.Pattern[str], frozenset[str]]:
    """A pattern for the spellings that are no plain words, and the words or signs that they begin with.

    A digit that stands apart ("500 m 2") is no part of the unit where it goes on as a number or counts the next word.
    """
    plain = re.compile(rf"{WORD}(?: {WORD})*+$")
    symbols = {spelling for spelling in spellings if not plain.match(spelling)}
    apart = [symbol for symbol in symbols if _is_apart(symbol)]
    ending_in_word = [symbol for symbol in symbols if symbol[-1].isalnum() and symbol not in apart]
    others = [symbol for symbol in symbols if not symbol[-1].isalnum()]
    by_length = r"m(?=x\d)"  # "5mx3m"
    goes_on = rf"\w|[.,/-]\d| {any_of(not_squared)}(?!\w)"
    pattern = re.compile(rf"{any_of(apart)}(?!{goes_on})|{any_of(ending_in_word)}(?!\w)|{any_of(others)}|{by_length}")
    return pattern, frozenset({"mx", *(next_word(symbol, 0) or symbol[0] for symbol in symbols)})


def _longer(spellings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    longer: dict[str, list[str]] = {}
    for spelling in sorted(spellings, key=len, reverse=True):
        if " " in spelling and not _is_apart(spelling):
            longer.setdefault(spelling.partition(" ")[0], []).append(spelling)
    return {first: tuple(found) for first, found in longer.items()}


def _is_apart(spelling: str) -> bool:
    """Whether a digit stands apart in it, as where raised ones have slipped: "m 2"."""
    return spelling[-1].isdigit() and spelling[-2:-1] == " "
