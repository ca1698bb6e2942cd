"""A whole expression that is a number or amount, as a field, a cell or a question holds it: "âm hai phẩy năm", "5 m2".

``lex`` reads numbers inside texts and must refuse what there is mostly none ("một", "bốn ba", "3M"). Here the
expression is known to be a number, so that all forms of speech are read; ``None`` still means that it is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.codes import DONG
from extract.lex.money import MONEY_LISTS
from extract.lex.numbers import read
from extract.lex.units import Units
from extract.lex.words import NumberWords, digits_behind_point, speak
from extract.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.rulefiles import RuleFiles

SECTIONS = ("numeral_suffixes",)
"""Sections of the rule files that only this module reads; no run needs it."""

_UNIT_STARTS = regex.compile(r" |(?<=[\dk])(?=[^\s\d.,])")
"""Where the unit may begin behind the number: "5 m2", "5m2"."""
_PRINTED = regex.compile(r"(?<minus>- ?)?(?<digits>\d[\d.,]*+|,\d++) ?(?<rest>.*)", regex.DOTALL)


class Measured(NamedTuple):
    """A number in its unit, exact."""

    value: Fraction
    unit: str
    """In its normal spelling: "kg", "usd", "đồng", "phút"."""


@dataclass(frozen=True, slots=True)
class Numerals:
    """The words and suffixes of numbers that stand alone, and their units."""

    words: NumberWords
    suffixes: dict[str, int]
    units: dict[str, str]
    """Spellings to normal ones."""

    @staticmethod
    def load(files: RuleFiles) -> Numerals:
        """Read ``numeral_suffixes``, the words of numbers and the units of all rule files."""
        units = {spelling: unit.name for spelling, unit in Units.load(files).spellings.items()}
        units.update(dict.fromkeys(files.lists("money", *MONEY_LISTS)["words"], DONG))
        return Numerals(NumberWords.load(files), files.whole_numbers(SECTIONS[0]), units)

    def value(self, written: str) -> Fraction | None:
        """The number that all of ``written`` says in digits or words, exact; ``None`` if it says none.

        >>> from extract.rulefiles import load
        >>> numerals = Numerals.load(load())
        >>> told = ("hai mốt", "âm hai phẩy năm", "1.250,5", "-1,2M", "hai phần ba")
        >>> [str(numerals.value(written)) for written in told]
        ['21', '-5/2', '2501/2', '-1200000', '2/3']
        >>> numerals.value("hai con gà") is None
        True
        """
        words = fold(clean(written)).split(" ")
        if words[0] in self.words.minus and len(words) > 1:
            value = self._positive(words[1:])
            return None if value is None else -value
        return self._positive(words)

    def measured(self, written: str) -> Measured | None:
        """The number and unit that all of ``written`` says; ``None`` if either is missing.

        >>> from extract.rulefiles import load
        >>> numerals = Numerals.load(load())
        >>> for written in ("hai trăm lẻ tư mét vuông", "trừ sáu sáu kí", "hai đô rưỡi", "1,5 triệu đồng", "5 phút"):
        ...     measured = numerals.measured(written)
        ...     print(measured.value, measured.unit)
        204 m2
        -66 kg
        5/2 usd
        1500000 đồng
        5 phút
        """
        said = fold(clean(written))
        half = next((Fraction(1, 2) for word in self.words.half if said.endswith(f" {word}")), Fraction(0))
        if half:
            said = said.rpartition(" ")[0]
        for border in _UNIT_STARTS.finditer(said):
            unit = self.units.get(said[border.end() :])
            value = None if unit is None else self.value(said[: border.start()])
            if unit is not None and value is not None:
                return Measured(value + half, unit)
        return None

    def _positive(self, words: Sequence[str]) -> Fraction | None:
        printed = _PRINTED.fullmatch(" ".join(words))
        if printed is not None:
            value = self._printed(printed["digits"], printed["rest"])
            return value if value is None or printed["minus"] is None else -value
        for index in range(1, len(words) - 1):
            if words[index] in self.words.over:
                part, whole = self._decimal(words[:index]), self._decimal(words[index + 1 :])
                return part / whole if part is not None and whole else None
        return self._decimal(words)

    def _printed(self, digits: str, behind: str) -> Fraction | None:
        reading = read(f"0{digits}" if digits.startswith(",") else digits, whole=False)
        if reading is None:
            return None
        value = Fraction(reading.mantissa, 10**reading.decimals)
        if not behind:
            return value
        factor = self.suffixes.get(behind) or self._multiplier(behind.split(" "))
        return None if factor is None else value * factor

    def _decimal(self, words: Sequence[str]) -> Fraction | None:
        """Whole numbers and decimals: digit after digit behind the point, then perhaps a multiplier."""
        point = next((i for i, word in enumerate(words) if i and word in self.words.point), None)
        if point is None:
            said = speak(words, self.words, loose=True)
            return Fraction(said.value) if said is not None and said.words == len(words) else None
        whole = self._decimal(words[:point])
        behind = digits_behind_point(words[point + 1 :], self.words)
        position = point + 1 + len(behind)
        factor = self._multiplier(words[position:]) if position < len(words) else 1
        if whole is None or not behind or factor is None:
            return None
        return (whole + Fraction(int(behind), 10 ** len(behind))) * factor

    def _multiplier(self, words: Sequence[str]) -> int | None:
        factor = 1
        for word in words:
            if word not in self.words.multipliers:
                return None
            factor *= self.words.multipliers[word]
        return factor
