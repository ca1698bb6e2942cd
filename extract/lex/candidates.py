"""Where a number may begin: digits, number words, Roman digits; and where numbers crowd and say nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.lex.numbers import DIGITS
from extract.lex.units import alternatives

if TYPE_CHECKING:
    from extract.lex.words import NumberWords

_DIGITS = regex.compile(DIGITS)
_BORDERS = '\n\t(".:-/+*'
"""What a word that begins a number may stand behind, besides a space."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The pattern of the words that may begin a number."""

    words: re.Pattern[str]
    """Begins with the space before the word; ``re`` and not ``regex``, since it searches for that space faster."""

    @staticmethod
    def load(words: NumberWords) -> Candidates:
        """Two words, the second of which multiplies or adds; or one that can stand alone; or Roman digits."""
        alone = alternatives(words.alone)
        first = alternatives({*words.ones, *words.ten, *words.contracted} - words.alone)
        further = alternatives({*words.tens, *words.multipliers, *words.ten})
        contracted = alternatives(words.contracted)
        pattern = (
            rf" (?:(?:{alone})(?= {{1,3}}\w)|(?:{first}) (?:{further})(?!\w)"
            rf"|(?:{contracted}) (?:{alternatives(words.ones)})(?!\w)|[ivx]{{1,6}}(?!\w))"
        )
        return Candidates(re.compile(pattern))

    def within(self, folded: str) -> Places:
        """The places of one folded text."""
        return Places(folded, self.words)


class Places:
    """The places of one text where a number may begin, looked for as far as they are asked for."""

    __slots__ = ("_digits", "_folded", "_search", "_spaced", "_words")

    def __init__(self, folded: str, words: re.Pattern[str]) -> None:
        self._folded = folded
        self._spaced = f" {folded}"
        for border in _BORDERS:
            self._spaced = self._spaced.replace(border, " ")
        self._search = words.search
        self._digits: tuple[int, int] | None = (-1, -1)
        self._words: tuple[int, int] | None = (-1, -1)

    def after(self, position: int) -> tuple[int, int] | None:
        """Start and end of the first that begins at ``position`` or later; never asked for an earlier one again."""
        digits, words = self._digits, self._words
        if digits is not None and digits[0] < position:
            match = _DIGITS.search(self._folded, position)
            digits = self._digits = None if match is None else match.span()
        if words is not None and words[0] < position:
            found = self._search(self._spaced, position)
            words = self._words = None if found is None else (found.start(), found.end() - 1)
        if digits is None or (words is not None and words[0] < digits[0]):
            return words
        return digits


BATCH = 1_000
"""After so many numbers a look is taken at how close they stand."""
_LEAST_APART = 20
_MOST_BATCHES = 10
_FIRST_LEAP = 8_192
_SPACE = re.compile(r"\s")


class Crowding:
    """Counts the numbers of one text and says where so many stand so close that no office can have written them.

    Ten thousand numbers in a row with fewer than twenty characters each are a dump, not a report; from there on only
    samples are read until they are further apart, in leaps that double, so that the time for any text is bounded.
    """

    __slots__ = ("_batches", "_leap", "_mark")

    def __init__(self) -> None:
        self._mark = self._batches = 0
        self._leap = _FIRST_LEAP

    def leap(self, folded: str, position: int) -> int:
        """Where to go on at ``position``, ``BATCH`` numbers further: at ``position`` itself except in a crowd."""
        crowded = position - self._mark < BATCH * _LEAST_APART
        self._mark = position
        if not crowded:
            self._batches, self._leap = 0, _FIRST_LEAP
            return position
        self._batches += 1
        if self._batches < _MOST_BATCHES:
            return position
        space = _SPACE.search(folded, position + self._leap)
        self._mark = len(folded) if space is None else space.start()
        self._leap *= 2
        return self._mark
