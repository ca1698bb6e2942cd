"""Phrases to patterns of the ``regex`` library, over the shadow of a text.

Patterns are linear in the text: every repetition is bounded (gaps count words, spacing counts characters) and lists are
plain alternations, longest first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import regex

from extract.match import shelf
from extract.match.phrase import (
    Choice,
    Gap,
    ListReference,
    Optional,
    Part,
    QuantitySlot,
    Sequence,
    Sign,
    TextSlot,
    Words,
)
from extract.match.shadow import ALL, DATE, KINDS, OTHER, PERIOD
from extract.text import letter_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extract.rulefiles import Node

_SPACING = " ?"
"""Between parts. Words guard their own ends, so it is only ever missing beside a number or a sign: "300m", "(45 tổ"."""

_GAP_WORD = rf"[^\s.;:?!\u2026{ALL}]++"


_NEAR_WORD = rf"[^\s.,;:?!\u2026{ALL}]++"


def _gap(gap: Gap, *, dated: bool) -> str:
    """Some words, as many as fit; ``dated``: a date, a period or a name with a number counts as one."""
    word = _NEAR_WORD if gap.near else _GAP_WORD
    if dated:
        word = rf"(?:[{DATE}{PERIOD}{OTHER}]{word.removesuffix('++')}*+|{word})"
    return rf"{word}(?:[ ]{word}){{0,{gap.words - 1}}}"


_A_NUMBER = "\ue0ff"
_IN_WORD = regex.compile(r"\w")
_DIGITS = regex.compile(r"(?<!\w)\d+(?!\w)")


def _letters(text: str) -> str:
    """Words of a phrase with one letter for each number, which stands in the shadow as a symbol: "5 không 3 sạch"."""
    return _DIGITS.sub(_A_NUMBER, text)


def _letter(letter: str) -> str:
    return f"[{ALL}]" if letter == _A_NUMBER else regex.escape(letter)


def word_tree(words: Iterable[str]) -> str:
    r"""The letter tree of words of a phrase.

    >>> word_tree(["trao", "trao quà", "tặng"])
    't(?:rao(?:\\ quà)?|ặng)'
    """
    return letter_tree(map(_letters, words), _letter)


def whole_words(words: list[str]) -> str:
    r"""The same, no part of a longer word; ``regex`` tells bounds of words faster than it looks around.

    >>> whole_words(["trao", "tặng"]), whole_words(["%"])
    ('\\mt(?:rao|ặng)\\M', '(?<!\\w)%(?!\\w)')
    """
    plain = [_letters(word) for word in words]
    start = r"\m" if all(_IN_WORD.match(word[0]) for word in plain) else r"(?<!\w)"
    end = r"\M" if all(_IN_WORD.match(word[-1]) for word in plain) else r"(?!\w)"
    return f"{start}{word_tree(words)}{end}"


def finder(words: Iterable[str]) -> re.Pattern[str]:
    r"""Where any of ``words`` stands, the longest that fits: ``re`` runs to a set of letters before it tries a pattern.

    Several times as quick as the same tree in ``regex``, which has to look for it at each letter.

    >>> [hit[0] for hit in finder(["xã", "tỉnh"]).finditer("xã a, lã b, tỉnh c")]
    ['xã', 'tỉnh']
    """
    by_letter: dict[str, list[str]] = {}
    for word in words:
        letters = _letters(word)
        by_letter.setdefault(_letter(letters[0]), []).append(letters[1:])
    if not by_letter:
        return re.compile("(?!)")
    firsts = "".join(letter.strip("[]") for letter in by_letter)
    trees = "|".join(rf"(?<={letter}){word_tree(rest)}" for letter, rest in by_letter.items())
    return re.compile(rf"[{firsts}](?<!\w\w)(?:{trees})(?!(?<=\w)\w)")


@dataclass(frozen=True)
class LazyPattern:
    """A pattern that is compiled when it is first needed: most texts call for few of the phrases."""

    source: str
    slots: frozenset[str]

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """The pattern itself."""
        return shelf.compiled(self.source)

    def __getstate__(self) -> dict[str, object]:
        """What is pickled: what was compiled stands on a shelf of its own."""
        return {"source": self.source, "slots": self.slots}


def _slot_names(part: Part) -> Iterator[str]:
    """The names of the slots of a phrase."""
    match part:
        case QuantitySlot(name, _):
            yield name
        case TextSlot(name, body):
            yield name
            yield from _slot_names(body)
        case Optional(body):
            yield from _slot_names(body)
        case Choice(parts) | Sequence(parts):
            for one in parts:
                yield from _slot_names(one)


_LEAST_STAGES = 2
_STAGE = "stage_"


def stages(part: Part) -> int:
    """How many parts of a phrase must be there."""
    parts = part.parts if isinstance(part, Sequence) else (part,)
    return sum(not isinstance(one, Optional | Gap) for one in parts)


def reached(hit: regex.Match[str]) -> int:
    """How many of them matched, for a hit of ``Compiler.beginnings``."""
    told = (name for name, text in hit.groupdict().items() if text is not None and name.startswith(_STAGE))
    return max((int(name.removeprefix(_STAGE)) for name in told), default=_LEAST_STAGES)


def _repetition(parts: tuple[Part, ...]) -> tuple[int, int]:
    """How many of the parts before the last are said again in it, and how often they may be said in all.

    "<group> <and_group> [<and_group> [<and_group>]]" gives 1, 3; what is said once gives 0, 1. The source of a phrase
    is compiled letter by letter, and long lists have thousands.
    """
    for length in range(1, len(parts)):
        repeated, last, times = list(parts[-1 - length : -1]), parts[-1], 1
        while isinstance(last, Optional):
            body = list(last.body.parts) if isinstance(last.body, Sequence) else [last.body]
            if body == repeated:
                return length, times + 1
            if body[:-1] != repeated:
                break
            times, last = times + 1, body[-1]
    return 0, 1


class Compiler:
    """Holds the lists that phrases may name; ``used`` collects the names that were."""

    def __init__(self, lists: Mapping[str, tuple[Part, ...]]) -> None:
        self.lists = lists
        self.used: set[str] = set()
        self._inside: list[str] = []
        """The lists that are being laid out, the outermost first."""
        self._laid_out: dict[tuple[str, bool], str] = {}
        """The sources of lists, by name and by ``dated``."""
        self.dated = False
        """Whether gaps of the phrases that follow may hold dates and names: "thu ngân sách năm 2019 đạt 5 tỷ đồng"."""

    def pattern(self, part: Part, node: Node) -> LazyPattern:
        """The pattern of a phrase; slots are its named groups. Raises ``RuleError`` for a list that is not defined."""
        return LazyPattern(self._source(part, node), frozenset(_slot_names(part)))

    def beginnings(self, part: Part, node: Node) -> LazyPattern | None:
        """A pattern for the beginnings of a phrase; ``None`` if it has fewer than two parts that must be there.

        At least two of them match; ``reached`` tells how many did.
        """
        parts = part.parts if isinstance(part, Sequence) else (part,)
        stages: list[str] = []
        pending = ""
        for one, piece in zip(parts, self._pieces(parts, node), strict=True):
            pending += piece
            if not isinstance(one, Optional | Gap):
                stages.append(pending)
                pending = ""
        if len(stages) < _LEAST_STAGES:
            return None
        rest = ""
        for number in range(len(stages), _LEAST_STAGES, -1):
            rest = f"(?:{stages[number - 1]}(?P<{_STAGE}{number}>){rest})?"
        return LazyPattern("".join(stages[:_LEAST_STAGES]) + rest, frozenset())

    def _source(self, part: Part, node: Node) -> str:  # noqa: C901 - one case a kind of part
        match part:
            case Words(text):
                return whole_words([text])
            case Sign(text):
                return regex.escape(text)
            case Gap():
                return _gap(part, dated=self.dated) + "?"
            case ListReference(name):
                return self._list(name, node)
            case QuantitySlot(name, kind):
                return rf"(?P<{name}>[{KINDS[kind]}])"
            case TextSlot(name, Gap() as gap):
                return rf"(?P<{name}>{_gap(gap, dated=self.dated)})"
            case TextSlot(name, body):
                return rf"(?P<{name}>{self._source(body, node)})"
            case Optional(body):
                return rf"(?:{self._source(body, node)})?"
            case Choice(options):
                return self._alternatives(options, node)
            case Sequence(parts):
                return self._sequence(parts, node)

    def _list(self, name: str, node: Node) -> str:
        if name not in self.lists:
            node.fail(f"the list <{name}> is not defined", f"add '{name}: [...]' under 'lists:', or correct the name")
        if name in self._inside:
            node.fail(f"the list <{name}> holds itself", "take its name out of its words")
        self.used.add(name)
        if (name, self.dated) not in self._laid_out:
            self._inside.append(name)
            try:
                self._laid_out[name, self.dated] = self._alternatives(self.lists[name], node)
            finally:
                self._inside.pop()
        return self._laid_out[name, self.dated]

    def _alternatives(self, options: tuple[Part, ...], node: Node) -> str:
        """Plain words as one tree of letters, which is quick to compile and to match; longest first, as is the rest."""
        words = [option.text for option in options if isinstance(option, Words)]
        others = [self._source(option, node) for option in options if not isinstance(option, Words)]
        if words:
            others.append(whole_words(words))
        return rf"(?:{'|'.join(others)})"

    def _sequence(self, parts: tuple[Part, ...], node: Node) -> str:
        length, times = _repetition(parts)
        if times == 1:
            return "".join(self._pieces(parts, node))
        before, repeated = parts[: -1 - length], parts[-1 - length : -1]
        again = "".join(self._pieces(repeated, node))
        return f"{''.join(self._pieces(before, node))}(?:{_SPACING}{again}){{1,{times}}}"

    def _pieces(self, parts: tuple[Part, ...], node: Node) -> list[str]:
        """The parts with the spacing between; that of an optional part goes with it."""
        pieces: list[str] = []
        standing = False  # is there, to the left, a part that is always there?
        for part in parts:
            if isinstance(part, Optional | Gap):
                body = self._source(part.body if isinstance(part, Optional) else part, node)
                lazy = "?" if isinstance(part, Gap) else ""
                pieces.append(f"(?:{_SPACING}{body})?{lazy}" if standing else f"(?:{body}{_SPACING})?{lazy}")
            else:
                pieces.append((_SPACING if standing else "") + self._source(part, node))
                standing = True
        return pieces
