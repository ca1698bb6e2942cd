"""How exact a number is: ``gần``, ``hơn`` before it, ``trở lên`` behind it, and the interval they leave."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, get_args

from extract.codes import Comparator
from extract.text import any_of

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles

_COMPARATORS: tuple[Comparator, ...] = get_args(Comparator)
Number: TypeAlias = int | float


class Comparison(NamedTuple):
    """What a word before a number says of it."""

    comparator: Comparator
    quoted: bool
    """Whether the word belongs to the quote."""
    preposition: bool
    """Whether the word is a preposition before a place: "trên 3 tuyến đường"."""
    alone: Comparator | None = None
    """What a word of comparison says where it opens a line or cell, so that nothing is there to compare with."""


def comparisons(files: RuleFiles) -> dict[str, Comparison]:
    """The words before a number, from ``comparators``, ``comparators_apart`` and ``differences``."""
    prepositions = files.words("prepositions")
    found: dict[str, Comparison] = {}
    for key, quoted in (("comparators", True), ("comparators_apart", False)):
        for word, comparator in _meanings(files, key).items():
            found[word] = Comparison(comparator, quoted, word in prepositions)
    for word, comparator in _meanings(files, "differences").items():
        found[word] = Comparison("eq", quoted=False, preposition=False, alone=comparator)
    return found


def behind(files: RuleFiles) -> tuple[re.Pattern[str], dict[str, Comparator]]:
    """A pattern for the words behind a number, and what each says, from ``comparators_behind``."""
    words = _meanings(files, "comparators_behind")
    return re.compile(rf" {any_of(words)}(?!\w)"), words


def _meanings(files: RuleFiles, key: str) -> dict[str, Comparator]:
    """Every word of a section to the comparator that its list is of."""
    lists = files.lists(key, *_COMPARATORS)
    return {word: comparator for comparator in _COMPARATORS for word in lists[comparator]}


def interval(value: Number, step: Number, comparator: Comparator) -> tuple[Number, Number | None]:
    """The closed interval that printed precision and comparator allow; ``None`` is open.

    ``step`` is the worth of the last printed digit, 0 for what is exact (people, full đồng). "khoảng" allows 10 %
    either way and "gần" 10 % below: no text says how much, and officials round to one figure.

    >>> interval(11_500_000, 100_000, "eq"), interval(45, 0, "eq")
    ((11450000, 11550000), (45, 45))
    >>> interval(30, 1, "approx_below"), interval(67, 1, "gt"), interval(5, 1, "le")
    ((27, 30), (67, None), (0, 5))
    """
    if comparator in {"gt", "ge"}:
        return value, None
    if comparator in {"lt", "le"}:
        return min(0, value), value
    if comparator == "approx":
        spread = _part(abs(value), 10)
        return value - spread, value + spread
    if comparator == "approx_below":
        return value - _part(abs(value), 10), value
    if not step:
        return value, value
    half = _part(step, 2)
    return value - half, value + half


def _part(number: Number, divisor: int) -> Number:
    whole = isinstance(number, int) and number % divisor == 0
    return int(number) // divisor if whole else number / divisor
