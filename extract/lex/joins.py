"""What joins two numbers or more: the ends of a range, the members of a series, a part and its whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.lex.numbers import DIGITS
from extract.text import any_of

if TYPE_CHECKING:
    from extract.joints import Joints
    from extract.rulefiles import RuleFiles

RANGE_LISTS = ("signs", "joins", "and", "opens", "between")
"""The lists of the section ``ranges``: the last two open one."""


@dataclass(frozen=True, slots=True)
class Joins:
    """What stands between the two ends of a range, from the sections ``ranges`` and ``currencies_before``."""

    signs: frozenset[str]
    """Those of one character, "-" above all."""
    starts: frozenset[str]
    """The two characters that the others begin with."""
    pattern: re.Pattern[str]
    """From the end of one number to the start of the next; ``sign`` is the currency before that."""
    between: re.Pattern[str]
    """The same behind a word such as "giữa": "giữa 5 và 7 triệu"."""

    @staticmethod
    def load(files: RuleFiles) -> Joins:
        """Compile the words and signs that join."""
        words = files.lists("ranges", *RANGE_LISTS)
        currencies = files.any_of("currencies_before")
        currency = rf"(?:(?P<sign>{currencies}) ?(?=\d))?"
        sign = rf" ?{any_of(words['signs'])} ?(?=\d|{currencies} ?\d)"
        word = rf" {any_of(words['joins'])} (?=[\w$])"
        return Joins(
            words["signs"],
            frozenset(f" {join[:1]}" for join in words["signs"] | words["joins"]),
            re.compile(rf"(?:{sign}|{word}){currency}"),
            re.compile(rf" {any_of(words['and'])} {currency}(?=\w)"),
        )


@dataclass(frozen=True, slots=True)
class Series:
    """What joins several numbers of one unit, compiled."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    """Joints with the spaces around: " và "."""
    goes_on: frozenset[str]
    """The two characters behind a number that more numbers may follow."""

    @staticmethod
    def of(joints: Joints) -> Series:
        """Series in the words of the rule files."""
        return Series(
            re.compile(rf"{DIGITS}(?:(?:, ?| {joints.series} )(?=\d){DIGITS}){{1,8}}+"),
            tuple(f" {word} " for word in sorted(joints.series_words)),
            frozenset({", "}).union(f" {word[0]}" for word in joints.series_words),
        )


@dataclass(frozen=True, slots=True)
class OfAll:
    """What says as much as the slash of a fraction, from the section ``of_all``: "100 trong tổng số 107 thôn"."""

    pattern: re.Pattern[str]
    starts: frozenset[str]
    """The two characters that words of it begin with, the space before them included."""

    @staticmethod
    def load(files: RuleFiles) -> OfAll:
        """Read the section of all rule files."""
        words = files.words("of_all")
        return OfAll(re.compile(rf"(?: | ?/ ?){any_of(words)} (?=\d)"), frozenset(f" {word[0]}" for word in words))
