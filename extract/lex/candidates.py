"""Where a number may begin: digits, number words, Roman digits; and where numbers crowd and say nothing."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from extract.lex.words import NumberWords

_DIGITS = regex.compile(r"[0-9]\d*+(?:[.,]\d++)*+")
"""``DIGITS`` that begin with one of ours: those are looked for in half the time that all digits there are take."""
_BORDERS = '\n\t(".:-/+*'
"""What a word that begins a number may stand behind, besides a space."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The pattern of the words that may begin a number."""

    words: re.Pattern[str]
    """Begins with the space before the word; ``re`` and not ``regex``, since it searches for that space faster."""

    @staticmethod
    def load(words: NumberWords, phrases: Iterable[str] = ()) -> Candidates:
        """One word that can stand alone, or two, the second of which multiplies or adds; portions ("hai phần ba");
        ``phrases``; Roman digits.
        """
        further = {*words.tens, *words.multipliers, *words.ten, *words.point}
        pairs = {f"{word} {more}" for word in {*words.ones, *words.ten, *words.contracted} for more in further}
        pairs |= {f"{word} {more}" for word in words.contracted for more in words.ones}
        pairs |= {f"{word} {more}" for word in words.half_of for more in words.multipliers}
        wholes = {*words.ten, *(word for word, value in words.ones.items() if value > 1)}
        portions = {f"{one} {part} {whole}" for one in words.ones for part in words.parts for whole in wholes}
        alternatives = _by_letters({*words.alone, *pairs, *portions, *phrases})
        alternatives += [f"{letter}[ivx]{{0,5}}+" for letter in "ivx"]  # one letter at a time is told soonest
        return Candidates(re.compile(rf" (?:{'|'.join(alternatives)})(?!\w)"))

    def within(self, text: str, folded: str) -> Generator[tuple[int, int] | None, int, None]:
        """Start and end of each place of one text, ``None`` behind the last, looked for as far as they are asked for.

        What is sent is where the next may begin, never before the one sent last.

        >>> from extract.lex.words import NumberWords
        >>> from extract.rulefiles import load
        >>> places = Candidates.load(NumberWords.load(load())).within("Hai hộ, 12 tổ", "hai hộ, 12 tổ")
        >>> next(places), places.send(3), places.send(10)
        ((0, 3), (8, 10), None)
        """
        spaced = f" {folded}"
        for border in _BORDERS:
            spaced = spaced.replace(border, " ")
        more_digits = map(_SPAN, _DIGITS.finditer(folded))
        digits = next(more_digits, _NOWHERE)
        words = self._words_after(text, folded, spaced, 0)
        while True:
            first = words if words[0] < digits[0] else digits
            position = yield None if first is _NOWHERE else first
            if digits[0] < position - _FAR:  # a leap
                more_digits = map(_SPAN, _DIGITS.finditer(folded, position))
                digits = next(more_digits, _NOWHERE)
            while digits[0] < position:
                rest = _DIGITS.search(folded, position, digits[1]) if digits[1] > position else None
                digits = next(more_digits, _NOWHERE) if rest is None else rest.span()
            if words[0] < position:
                words = self._words_after(text, folded, spaced, position)

    def _words_after(self, text: str, folded: str, spaced: str, position: int) -> tuple[int, int]:
        while (match := self.words.search(spaced, position)) is not None:
            start, end = match.start(), match.end() - 1  # the space that was put before the text moves both by one
            if not _ROMAN.issuperset(folded[start:end]) or text[start:end].isupper():
                return start, end
            position = match.end() - 1
        return _NOWHERE


def _by_letters(words: Iterable[str]) -> list[str]:
    """Alternatives for ``words``, each letter written once: far fewer to try at each space than there are words.

    >>> _by_letters(["hai", "hai trăm", "ba", "bốn"])
    ['b(?:a|ốn)', 'hai(?: trăm)?']
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(words):
        rests.setdefault(word[0], []).append(word[1:])
    alternatives = []
    for letter, behind in rests.items():
        more = _by_letters(filter(None, behind))
        optional = "" in behind and more
        pattern = f"(?:{'|'.join(more)})" if optional or len(more) > 1 else "".join(more)
        alternatives.append(f"{letter}{pattern}{'?' if optional else ''}")
    return alternatives


_ROMAN = frozenset("ivx")
_SPAN = regex.Match.span
_NOWHERE = (sys.maxsize, sys.maxsize)
_FAR = 10_000
"""So far ahead the numbers between are passed over, not looked through."""


_BATCH, _SAMPLE = 1_000, 200
"""After so many numbers a look is taken at how close they stand; the second in a crowd."""
_LEAST_APART = 20
_MOST_BATCHES = 10
_FIRST_LEAP = 65_536
_SPACE = re.compile(r"\s")


class Crowding:
    """Counts the numbers of one text and says where so many stand so close that no office can have written them.

    Ten thousand numbers in a row with fewer than twenty characters each are a dump, not a report; from there on only
    samples are read until they are further apart, in leaps that double, so that the time for any text is bounded.
    """

    __slots__ = ("_batches", "_leap", "_mark", "look")

    def __init__(self) -> None:
        self._mark = self._batches = 0
        self._leap = _FIRST_LEAP
        self.look = _BATCH
        """After so many numbers ``leap`` is to be asked."""

    def leap(self, folded: str, position: int) -> int:
        """Where to go on at ``position``, ``look`` numbers further: at ``position`` itself except in a crowd."""
        crowded = position - self._mark < self.look * _LEAST_APART
        self._mark = position
        if not crowded:
            self._batches, self._leap = 0, _FIRST_LEAP
            self.look = _BATCH
            return position
        self._batches += 1
        if self._batches < _MOST_BATCHES:
            return position
        space = _SPACE.search(folded, position + self._leap)
        self._mark = len(folded) if space is None else space.start()
        self._leap *= 2
        self.look = _SAMPLE
        return self._mark
