"""Which phrases may match in a line, and where they would begin: one pass over its words, however many rules."""

from __future__ import annotations

from collections import defaultdict
from functools import reduce
from itertools import chain
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from extract.match.outline import ANYTHING, STOPS, TOKEN, marks_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extract.match.outline import Mark, Opening, Outline

_MOST_WRITTEN = 100_000
"""So many spellings of words are remembered."""


Begun = tuple[int, int, frozenset[str] | None]
"""What a phrase needs, as bits, its number, and the tokens that may stand behind its first two; none if any may."""


_Shown = tuple[int, tuple[Begun, ...]]
"""The needs that a token fulfils, as bits, and the phrases that may begin with it."""


class _Token(NamedTuple):
    """What a token tells."""

    text: str
    passed: int | None
    """If it is a stop: the needs of the phrases that cross it."""
    alone: _Shown
    """Whatever follows."""
    pairs: dict[str, _Shown]
    """The same and more, for tokens that may follow."""


_Told = tuple[int, str, int | None, _Shown, dict[str, _Shown]]
"""How far a token begins before the next one of its text, and what it tells."""


class _Written(dict[str, tuple[_Told, ...]]):
    """The tokens of what stands between two spaces, last first; one that tells nothing if nobody asks for any.

    Texts repeat their words, so they are taken apart once.
    """

    def __init__(self, tokens: dict[str, _Token]) -> None:
        self._tokens = tokens

    def __missing__(self, written: str) -> tuple[_Told, ...]:
        if len(self) >= _MOST_WRITTEN:
            self.clear()
        hits, next_one = [*TOKEN.finditer(written)], len(written) + 1
        told = [(next_one, *_UNKNOWN)]
        if any(hit[0] in self._tokens for hit in hits):
            told = []
            for hit in reversed(hits):
                told.append((next_one - hit.start(), *self._tokens.get(hit[0], _UNKNOWN)))
                next_one = hit.start()
        self[written] = tuple(told)
        return self[written]


_UNKNOWN = _Token(ANYTHING, None, (0, ()), {})


class Sieve:
    """Phrases by the tokens they begin with.

    A phrase is let through at a place if its first tokens stand there, and of every set of tokens that it needs one
    stands there or behind, before the next stop that the phrase cannot cross. The sieve may let a phrase through in
    vain, never keep one out.
    """

    def __init__(self, outlines: Mapping[int, Outline]) -> None:
        """Phrases by their number, in order."""
        self._needs = {number: outline.needs for number, outline in outlines.items()}
        self.floating = frozenset(
            number
            for number, outline in outlines.items()
            if any(opening[:1] in ((), (ANYTHING,)) for opening in outline.openings)
        )
        """The phrases that may begin with any token."""
        self._written = _Written(_by_token(outlines))

    def begins(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Phrases, by their number, with the place where they may begin in ``text[start:end]``, sorted.

        Those that are ``floating`` are told once, at ``start``.
        """
        found: list[tuple[int, int]] = []
        told = map(self._written.__getitem__, reversed(text[start:end].split(" ")))
        place, ahead, following, third = end + 1, 0, ANYTHING, ANYTHING
        for step, token, passed, alone, pairs in chain.from_iterable(told):
            place -= step
            if passed is not None:
                ahead &= passed
            fulfils, begins = pairs.get(following, alone)
            if fulfils:
                ahead |= fulfils
            for needs, phrase, thirds in begins:
                if needs & ahead == needs and (thirds is None or third in thirds):
                    found.append((phrase, place))
            third = following
            following = token
        if self.floating:
            found += [(phrase, start) for phrase in self.plausible(text[start:end]) if phrase in self.floating]
        found.sort()
        return found

    def plausible(self, line: str, lacking: int = 0) -> Iterator[int]:
        """The phrases whose needs a line fulfils, but for so many; of two tokens in any order."""
        there = set(TOKEN.findall(line))
        return (
            phrase
            for phrase, needs in self._needs.items()
            if sum(not any(map(there.issuperset, need)) for need in needs) <= lacking
        )


def _by_token(outlines: Mapping[int, Outline]) -> dict[str, _Token]:
    """All tokens that tell anything."""
    bits: dict[tuple[frozenset[Mark], frozenset[str]], int] = {}
    begun: dict[str, dict[str, list[Begun]]] = defaultdict(lambda: defaultdict(list))
    alike: dict[frozenset[str], frozenset[str]] = {}
    for number, outline in outlines.items():
        told = _short(outline)
        behind = (need for need in outline.needs if any(map(need.isdisjoint, map(marks_of, told))))
        needs = reduce(or_, (bits.setdefault((need, outline.crosses), 1 << len(bits)) for need in behind), 0)
        thirds: dict[tuple[str, str], set[str]] = defaultdict(set)
        for first, second, third in ((*opening, ANYTHING, ANYTHING)[:3] for opening in told):
            thirds[first, second].add(third)
        for (first, second), last in thirds.items():
            which = None if ANYTHING in last else alike.setdefault(frozenset(last), frozenset(last))
            begun[first][second].append((needs, number, which))
    fulfils: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for (need, _), bit in bits.items():
        for first, second in ((*mark, ANYTHING)[:2] for mark in need):
            fulfils[first][second] |= bit
    passed = {stop: sum(bit for (_, crosses), bit in bits.items() if stop in crosses) for stop in STOPS}
    followers = {second for table in (begun, fulfils) for pairs in table.values() for second in pairs}.union(*alike)
    found = {}
    for token in {*fulfils, *begun, *followers, *STOPS} - {ANYTHING}:
        begins, done = begun[token], fulfils[token]
        pairs = {
            second: (done[ANYTHING] | done[second], (*begins[ANYTHING], *begins[second]))
            for second in {*begins, *done} - {ANYTHING}
        }
        found[token] = _Token(token, passed.get(token), (done[ANYTHING], tuple(begins[ANYTHING])), pairs)
    return found


def _short(outline: Outline) -> set[Opening]:
    """The openings of a phrase, each as far as all that begin so go: behind what is told of one anything may stand."""
    openings = [opening for opening in outline.openings if opening[:1] not in ((), (ANYTHING,))]
    ends = {opening[:-1] if opening[-1] == ANYTHING else opening for opening in openings}
    return {next((opening[:n] for n in (1, 2) if opening[:n] in ends), opening) for opening in openings}
