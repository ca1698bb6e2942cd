"""What can be told of a phrase word by word, without its pattern: how it may begin, what it needs, what it crosses.

The *tokens* of a shadow text are its words and, one by one, all other characters but spaces; a symbol that stands for a
number is a token.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

import regex

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
from extract.match.shadow import ALL, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TOKEN = regex.compile(r"\w+|[^\w ]")

STOPS = ".;:?!\u2026"
"""What no gap of a phrase passes."""

ANYTHING = ""
"""In an opening: whatever may stand there, or nothing."""

_FULL = 3
"""How many tokens of an opening are told."""
_MANY = 512
"""From so many openings on fewer of their tokens are told."""

Opening = tuple[str, ...]
"""The first tokens of what a phrase matches; fewer than three only if the phrase has no more."""

Mark = tuple[str, ...]
"""A token, or two that follow each other: "không xếp" tells more of "không xếp loại" than either of its words."""


class Outline(NamedTuple):
    """What is told of a phrase."""

    openings: frozenset[Opening]
    """All ways in which what it matches may begin; ``ANYTHING`` where that cannot be told."""
    needs: tuple[frozenset[Mark], ...]
    """Sets of marks; of each set, one stands in everything that it matches."""
    crosses: frozenset[str]
    """The stops that what it matches may have inside."""


def tokens(words: str) -> list[tuple[str, ...]]:
    """The tokens of literal words, each with all it may be: a number stands in the shadow as a symbol.

    >>> tokens("trao tặng"), len(tokens("5 không")[0])
    ([('trao',), ('tặng',)], 15)
    """
    return [tuple(ALL) if token.isdecimal() else (token,) for token in TOKEN.findall(words)]


def marks_of(told: list[str] | Opening) -> list[Mark]:
    """The tokens one by one, and each two that follow each other.

    >>> marks_of(["học", "bổng"])
    [('học',), ('bổng',), ('học', 'bổng')]
    """
    return [*((token,) for token in told), *pairwise(told)]


class Outliner:
    """Looks at phrases that may name ``lists``."""

    def __init__(self, lists: Mapping[str, tuple[Part, ...]]) -> None:
        self._lists = lists
        self._needed: dict[str, tuple[frozenset[Mark], ...]] = {}
        self._openings: dict[str, frozenset[Opening]] = {}
        self._crossed: dict[str, frozenset[str]] = {}
        words = (part.text for parts in lists.values() for part in parts if isinstance(part, Words))
        self._written = Counter(token for text in words for token in TOKEN.findall(text))
        """How often lists have a token: a common word tells little."""

    def outline(self, part: Part) -> Outline:
        """The outline of a phrase."""
        return Outline(self._openings_of(part), self._needs(part), self._crosses(part))

    def _needs(self, part: Part) -> tuple[frozenset[Mark], ...]:
        match part:
            case Words(text):
                rarest = self._rarest(text)
                return () if rarest is None else (frozenset([rarest]),)
            case Sign(text):
                return (frozenset([(text,)]),)
            case TextSlot(_, body):
                return self._needs(body)
            case ListReference(name):
                if name not in self._needed:
                    self._needed[name] = self._needs_of_one(self._lists[name])
                return self._needed[name]
            case Choice(options):
                return self._needs_of_one(options)
            case Sequence(parts):
                return tuple(dict.fromkeys(need for one in parts for need in self._needs(one)))
            case QuantitySlot(_, kind):
                return (frozenset((symbol,) for symbol in KINDS[kind]),)
        return ()

    def _rarest(self, text: str) -> Mark | None:
        """The mark of literal words that lists have most seldom, of two tokens if there are two that can only be it."""
        told = [options[0] if len(options) == 1 else ANYTHING for options in tokens(text)]
        marks = [mark for mark in marks_of(told) if ANYTHING not in mark]
        return min(
            marks,
            key=lambda mark: (-len(mark), sorted(self._written[token] for token in mark), -sum(map(len, mark))),
            default=None,
        )

    def _needs_of_one(self, options: tuple[Part, ...]) -> tuple[frozenset[Mark], ...]:
        """What one of the options has: the rarest set of each, taken together."""
        found = [self._needs(option) for option in options]
        if not all(found):
            return ()
        longest = (max(sets, key=lambda marks: min(sum(map(len, mark)) for mark in marks)) for sets in found)
        return (frozenset().union(*longest),)

    def _openings_of(self, part: Part) -> frozenset[Opening]:  # noqa: C901 - one case a kind of part
        match part:
            case Words(text):
                return frozenset(product(*tokens(text)[:_FULL]))
            case Sign(text):
                return frozenset({(text,)})
            case Gap():
                return frozenset({(), (ANYTHING,)})
            case ListReference(name):
                if name not in self._openings:
                    self._openings[name] = self._openings_of_one(self._lists[name])
                return self._openings[name]
            case QuantitySlot(_, kind):
                return frozenset((symbol,) for symbol in KINDS[kind])
            case TextSlot(_, Gap()):
                return frozenset({(ANYTHING,)})
            case TextSlot(_, body):
                return self._openings_of(body)
            case Optional(body):
                return self._openings_of(body) | {()}
            case Choice(options):
                return self._openings_of_one(options)
            case Sequence(parts):
                return self._openings_in_turn(parts)

    def _openings_of_one(self, options: Iterable[Part]) -> frozenset[Opening]:
        return frozenset().union(*map(self._openings_of, options))

    def _openings_in_turn(self, parts: Iterable[Part]) -> frozenset[Opening]:
        begun: set[Opening] = {()}
        done: set[Opening] = set()
        for part in parts:
            following = self._openings_of(part)
            longer: set[Opening] = set()
            for length in {len(opening) for opening in begun}:
                alike = [opening for opening in begun if len(opening) == length]
                more = _shortened(following, _FULL - length, _MANY // len(alike))
                longer |= {opening + behind for opening in alike for behind in more}
            done |= {opening for opening in longer if len(opening) == _FULL or ANYTHING in opening}
            begun = longer - done
            if not begun:
                break
        return frozenset(done | begun)

    def _crosses(self, part: Part) -> frozenset[str]:
        match part:
            case Words(text) | Sign(text):
                return frozenset(STOPS).intersection(text)
            case TextSlot(_, body) | Optional(body):
                return self._crosses(body)
            case ListReference(name):
                if name not in self._crossed:
                    self._crossed[name] = self._crosses_any(self._lists[name])
                return self._crossed[name]
            case Choice(parts) | Sequence(parts):
                return self._crosses_any(parts)
        return frozenset()

    def _crosses_any(self, parts: Iterable[Part]) -> frozenset[str]:
        return frozenset().union(*map(self._crosses, parts))


def _shortened(openings: Iterable[Opening], length: int, most: int) -> set[Opening]:
    """Openings cut off behind so many tokens, or behind fewer if they are more than ``most``.

    >>> sorted(_shortened([("học", "bổng"), ("học", "phí"), ("quà",)], 2, 2))
    [('học', ''), ('quà',)]
    """
    found = {opening[:length] for opening in openings}
    while len(found) > most and length:
        length -= 1
        found = {(*opening[:length], ANYTHING) if len(opening) > length else opening for opening in found}
    return found
