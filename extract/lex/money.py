"""Multipliers and currency behind a number: ``triệu đồng``, ``tr.đ``, ``k``, ``đ``, ``tỷ``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.lex.numbers import english_shape
from extract.text import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from extract.rulefiles import RuleFiles

MONEY_LISTS = ("words", "misprints", "before", "longer")
"""The lists of the section ``money``."""
LOOK = 3


class Tail(NamedTuple):
    """What stands behind a number: ``300 [triệu đồng]``."""

    end: int
    scale: int
    """The product of the multipliers, 1 if there is none."""
    currency: bool
    """Whether đồng is named, or a short form that says it: ``k``, ``tr``."""
    decimals: str
    """Digits behind a glued multiplier: ``5`` in ``3tr5``."""
    implied: bool = False
    """Whether only a short form says đồng, so that other money or what is counted may stand behind: ``10k $``."""


@dataclass(frozen=True, slots=True)
class Money:
    """The words of money, compiled."""

    multipliers: dict[str, int]
    openings: frozenset[str]
    """The first three letters that words of money begin with, or fewer: most numbers need no further look."""
    pattern: re.Pattern[str]
    half: re.Pattern[str]
    half_openings: frozenset[str]
    """The space and letter that it begins with."""
    spoken: frozenset[str]
    """Short multipliers that are whole words too ("tỷ"), so that they do not say đồng by themselves."""
    again: regex.Pattern[str]
    """Backwards from an amount, the bracket in which it is said again: " (bằng chữ: "."""
    english: regex.Pattern[str]
    """A number in English spelling, see ``extract.lex.numbers.english_shape``."""

    @staticmethod
    def load(files: RuleFiles, spellings: Iterable[str], half: Iterable[str]) -> Money:
        """Read ``money`` and all ``multipliers``; ``spellings`` of units tell đồng from đồng chí."""
        multipliers, short, misprinted = (
            files.whole_numbers(key) for key in ("multipliers", "multipliers_short", "multipliers_misprinted")
        )
        words = files.lists("money", *MONEY_LISTS)
        currency, misprints = words["words"], words["misprints"]
        no_longer = _no_longer(currency, (*spellings, *words["longer"]))
        times, abbreviated = any_of(multipliers), any_of(short)
        money = rf"{any_of(currency | misprints)}{no_longer}"
        pattern = re.compile(
            rf"""
            \ {{0,2}}+(?!{files.any_of("no_multipliers")}(?!\w))(?:
              (?:(?P<times>{times})(?:\ ?(?P<more>{times}))?|(?P<short>{abbreviated}))
              (?:[ .]{{0,2}}(?P<currency>{money})|(?!\w))
            | (?P<misprinted>{any_of(misprinted)})[ .]{{0,2}}{money}
            | (?P<glued>{abbreviated}|{times})(?P<part>\d{{1,3}})(?!\w|[.,]\d)
            | {any_of(currency)}{no_longer}
            )
            """,
            re.VERBOSE,
        )
        begun = {*multipliers, *misprinted, *currency}
        openings = _openings({*begun, *short}, {*begun, *misprints})
        half_words = tuple(half)
        half_behind = re.compile(rf" {any_of(half_words)}(?!\w)")
        half_openings = frozenset(f" {word[:1]}" for word in half_words)
        return Money(
            multipliers={**short, **misprinted, **multipliers},
            openings=openings,
            pattern=pattern,
            half=half_behind,
            half_openings=half_openings,
            spoken=frozenset(short.keys() & multipliers.keys()),
            again=regex.compile(rf"(?r)\( ?(?:{files.any_of('amounts_again')} ?:? ?)?"),
            english=english_shape(currency),
        )

    def tail(self, folded: str, position: int) -> Tail | None:
        """The multipliers and the currency right behind a number that ends at ``position``, or ``None``."""
        opening = folded[position : position + LOOK + 2].lstrip(" ")[:LOOK]
        if opening not in self.openings and (
            opening.isalpha() or (opening[:2] not in self.openings and opening[:1] not in self.openings)
        ):
            return None
        match = self.pattern.match(folded, position)
        if match is None:
            return None
        times, more, short, currency, misprinted, glued, part = match.groups()
        times, short = times or misprinted, short or glued
        scale = self.multipliers[times or short] if times or short else 1
        if more is not None:
            scale *= self.multipliers[more]
        named = (currency or misprinted) is not None or (times is None and short is None)
        implied = not named and short is not None and short not in self.spoken
        return Tail(match.end(), scale, named or implied, part or "", implied)


def _no_longer(currency: AbstractSet[str], others: Iterable[str]) -> str:
    """What may not go on with a word of money: letters, and the rest of ``others`` that begin like it."""
    spellings = tuple(others)
    longer = {
        spelling[len(word) :]
        for word in currency
        for spelling in spellings
        if spelling.startswith(word) and spelling != word
    }
    return rf"(?!\w|{any_of(longer)}(?!\w))" if longer else r"(?!\w)"


def _openings(openers: AbstractSet[str], joined: AbstractSet[str]) -> frozenset[str]:
    """The first letters of words of money, and of short ones with what may be ``joined`` to them."""
    glued = {f"{word}{more}" for word in openers if len(word) < LOOK for more in joined}
    return frozenset(word[:LOOK] for word in openers | glued)
