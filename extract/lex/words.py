"""Numbers in words: ``hai mươi lăm``, ``một trăm linh năm``, ``một tỷ hai``, ``hai triệu rưỡi``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.rulefiles import Node, RuleFiles

_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000


class Spoken(NamedTuple):
    """A number read from words: its value, how many words it took, and the worth of its last place."""

    value: int
    words: int
    step: int


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words that make numbers, from the sections ``number_words`` and ``multipliers``."""

    ones: dict[str, int]
    ten: frozenset[str]
    tens: frozenset[str]
    contracted: dict[str, int]
    fillers: frozenset[str]
    half: frozenset[str]
    alone: frozenset[str]
    multipliers: dict[str, int]
    no_numbers: regex.Pattern[str]
    """Phrases that only begin like numbers: "ba mẹ"."""

    @staticmethod
    def load(files: RuleFiles) -> NumberWords:
        """Read ``number_words``, ``number_words_alone``, ``no_numbers`` and ``multipliers`` of all rule files."""
        numbers: dict[str, dict[str, int]] = {"ones": {}, "contracted": {}}
        lists: dict[str, set[str]] = {"ten": set(), "tens": set(), "fillers": set(), "half": set()}
        for section in files.sections("number_words"):
            section.only(*numbers, *lists)
            for name, values in numbers.items():
                node = section.get(name)
                values.update({} if node is None else whole_numbers(node))
            for name, words in lists.items():
                node = section.get(name)
                words.update(() if node is None else map(fold, node.texts()))
        alone = {fold(word) for node in files.sections("number_words_alone") for word in node.texts()}
        no_numbers = {fold(phrase) for node in files.sections("no_numbers") for phrase in node.texts()}
        multipliers: dict[str, int] = {}
        for section in files.sections("multipliers"):
            multipliers.update(whole_numbers(section))
        return NumberWords(
            numbers["ones"],
            frozenset(lists["ten"]),
            frozenset(lists["tens"]),
            numbers["contracted"],
            frozenset(lists["fillers"]),
            frozenset(lists["half"]),
            frozenset(alone),
            multipliers,
            regex.compile(rf"(?:{'|'.join(map(regex.escape, sorted(no_numbers))) or '(?!)'})(?!\w)"),
        )

    def all(self) -> set[str]:
        """Every word that can be part of a number."""
        return {
            *self.ones,
            *self.ten,
            *self.tens,
            *self.contracted,
            *self.fillers,
            *self.half,
            *self.multipliers,
        }


def whole_numbers(node: Node) -> dict[str, int]:
    """A mapping of folded words to whole numbers, refusing anything else."""
    values = {}
    for word, value in node.mapping().items():
        if not value.text().isdecimal():
            value.fail(f"'{value.text()}' is not a whole number", "write digits only")
        values[fold(word)] = int(value.text())
    return values


def speak(words: Sequence[str], known: NumberWords) -> Spoken | None:
    """The number that the longest beginning of ``words`` says, or ``None`` if they begin with no number.

    ``step`` is 1 but where the last word is a multiplier: "hai triệu" is exact to the million.
    """
    total, taken, step = 0, 0, 1
    ceiling: int | None = None  # each multiplier must be smaller than the one before: hai triệu ba trăm nghìn
    position = 0
    while position < len(words):
        group = _below_thousand(words, position, known)
        if group is None:
            break
        value, position, digits = group
        factor = 1
        while position < len(words) and known.multipliers.get(words[position], 0) >= _THOUSAND:
            factor *= known.multipliers[words[position]]
            position += 1
        if ceiling is not None and factor >= ceiling:
            break
        if factor == 1 and ceiling is not None and digits == 1:
            factor = ceiling // 10  # "một tỷ hai", "hai triệu rưỡi" leave the next place unsaid
            step = factor
        else:
            step = factor
        total, taken = total + value * factor, position
        if position < len(words) and words[position] in known.half and factor > 1:
            total, taken, step = total + factor // 2, position + 1, factor // 10
            break
        if factor == 1 or (ceiling is not None and factor == ceiling // 10):
            break
        ceiling = factor
    return Spoken(total, taken, step) if taken else None


def _below_thousand(words: Sequence[str], start: int, known: NumberWords) -> tuple[int, int, int] | None:
    """Value, next position and number of words of a number under a thousand at ``start``."""
    position, value = start, 0
    if position + 1 < len(words) and words[position] in known.ones:
        factor = known.multipliers.get(words[position + 1])
        if factor == _HUNDRED:
            value, position = known.ones[words[position]] * _HUNDRED, position + 2
            if position < len(words) and words[position] in known.half:
                return value + _HUNDRED // 2, position + 1, 3
    hundreds = position > start
    if hundreds and position + 1 < len(words) and words[position] in known.fillers:
        if words[position + 1] in known.ones:
            return value + known.ones[words[position + 1]], position + 2, 4
        return value, position, 2
    rest = _below_hundred(words, position, known)
    if rest is not None and not (hundreds and rest[1] == position + 1 and words[position] in known.ones):
        return value + rest[0], rest[1], rest[1] - start
    return (value, position, 2) if hundreds else None


def _below_hundred(words: Sequence[str], start: int, known: NumberWords) -> tuple[int, int] | None:
    if start >= len(words):
        return None
    word = words[start]
    following = words[start + 1] if start + 1 < len(words) else ""
    if word in known.ten:
        return (10 + known.ones[following], start + 2) if known.ones.get(following) else (10, start + 1)
    if word in known.contracted:
        value = known.contracted[word]
        return (value + known.ones[following], start + 2) if known.ones.get(following) else (value, start + 1)
    if word not in known.ones:
        return None
    value = known.ones[word]
    if following in known.tens or known.multipliers.get(following) == _TEN:
        last = words[start + 2] if start + 2 < len(words) else ""
        if value and known.ones.get(last):
            return value * 10 + known.ones[last], start + 3
        return (value * 10, start + 2) if value else None
    return value, start + 1
