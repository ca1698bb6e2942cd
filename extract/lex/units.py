"""Units, classifiers and counted nouns: what stands right behind a number, in its normal spelling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, cast, get_args

import regex

from extract.model import Kind
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.rulefiles import RuleFiles

WORD = r"[^\W\d_]++"
UnitKind: TypeAlias = Kind | Literal["duration", "age"]
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


class UnitHit(NamedTuple):
    """A unit found in a text, white space before it not included."""

    unit: Unit
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Units:
    """All units, keyed by folded spelling."""

    spellings: dict[str, Unit]
    pattern: regex.Pattern[str]
    """Matches, from the end of a number, the unit if it is a symbol, else the next words."""
    reach: dict[str, int]
    """First word of a spelling to the most words that a spelling beginning with it has."""
    not_counted: frozenset[str]
    ratio_before: regex.Pattern[str]
    """The words before a comparator and a number that make "lần" a ratio: "gấp 2 lần"."""
    portions: regex.Pattern[str]

    @staticmethod
    def load(files: RuleFiles) -> Units:
        """Read ``measures``, ``currencies``, ``counted``, ``unit_spellings`` and the time words of all rule files."""
        spellings: dict[str, Unit] = {}
        whole = _words(files, "measured_whole")
        places = _words(files, "counted_places")
        by_millions = _words(files, "counted_by_millions")
        for name, kind, others in _entries(files):
            folded = fold(name)
            many = kind not in {"count", "duration", "age"} or folded in by_millions
            unit = Unit(name, kind, kind == "count" or folded in whole, folded in places, many)
            for spelling in (name, *others):
                spellings.setdefault(fold(spelling), unit)
        for node in files.sections("unit_spellings"):
            for name, more in node.mapping().items():
                if fold(name) not in spellings:
                    more.fail(f"'{name}' is no unit", "list it under counted: first")
                spellings.update(dict.fromkeys(map(fold, more.texts()), spellings[fold(name)]))
        return Units(
            spellings,
            _pattern(spellings),
            _reach(spellings),
            _words(files, "not_counted"),
            regex.compile(rf"(?r)(?<!\w)(?:{alternatives(_words(files, 'ratio_words'))}) {{0,2}}"),
            regex.compile(rf" (?:{alternatives(_words(files, 'portion_words'))})(?!\w)"),
        )

    def at(self, folded: str, position: int) -> UnitHit | None:
        """The longest known unit right behind ``position`` (one or two spaces allowed), or ``None``.

        ``xuất`` gives ``suất``, ``mét vuông`` gives ``m2``, ``tổ dân phố`` is not cut to ``tổ``.
        """
        match = self.pattern.match(folded, position)
        if match is None:
            return None
        if match["symbol"] is not None:
            return UnitHit(self.spellings[match["symbol"]], match.start("symbol"), match.end())
        words, start = match["words"], match.start("words")
        first, _, rest = words.partition(" ")
        most = self.reach.get(first, 0)
        if not most:
            return None
        parts = words.split(" ") if rest else [first]
        for length in range(min(most, len(parts)), 0, -1):
            spelling = " ".join(parts[:length])
            unit = self.spellings.get(spelling)
            if unit is not None:
                return UnitHit(unit, start, start + len(spelling))
        return None

    def guess(self, text: str, folded: str, position: int) -> UnitHit | None:
        """The lower-case word behind ``position`` as a counted noun nobody listed, unless ``not_counted`` has it."""
        match = self.pattern.match(folded, position)
        if match is None or match["words"] is None or match.start("words") == position:
            return None
        start = match.start("words")
        first = match["words"].partition(" ")[0]
        if first in self.not_counted or not text[start].islower() or len(first) == 1:
            return None
        return UnitHit(Unit(first, "count", whole=True, place=False, by_millions=False), start, start + len(first))


def _words(files: RuleFiles, section: str) -> frozenset[str]:
    return frozenset(fold(word) for node in files.sections(section) for word in node.texts())


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
    times: tuple[tuple[str, UnitKind], ...] = (("durations", "duration"), ("ages", "age"))
    for key, kind in times:
        for section in files.sections(key):
            yield from ((name, kind, ()) for name in section.texts())


def alternatives(spellings: Iterable[str]) -> str:
    """A pattern for any of ``spellings``, the longest first.

    >>> alternatives(["m", "m2"])
    'm2|m'
    """
    return "|".join(regex.escape(s, special_only=True) for s in sorted(spellings, key=lambda s: (-len(s), s)))


def _pattern(spellings: dict[str, Unit]) -> regex.Pattern[str]:
    plain = regex.compile(rf"{WORD}(?: {WORD})*+$")
    symbols = [spelling for spelling in spellings if not plain.match(spelling)]
    ending_in_word = [symbol for symbol in symbols if symbol[-1].isalnum()]
    others = [symbol for symbol in symbols if not symbol[-1].isalnum()]
    symbol = rf"(?:{alternatives(ending_in_word)})(?!\w)|{alternatives(others)}|m(?=x\d)"
    most = max(spelling.count(" ") for spelling in spellings)
    return regex.compile(rf" {{0,2}}+(?:(?<symbol>{symbol})|(?<words>{WORD}(?: {WORD}){{0,{most}}}+))")


def _reach(spellings: dict[str, Unit]) -> dict[str, int]:
    reach: dict[str, int] = {}
    for spelling in spellings:
        first = spelling.partition(" ")[0]
        reach[first] = max(reach.get(first, 0), spelling.count(" ") + 1)
    return reach
