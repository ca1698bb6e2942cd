"""Numbers in words: ``hai mươi lăm``, ``một trăm linh năm``, ``một tỷ hai``, ``hai triệu rưỡi``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.rulefiles import RuleFiles

_SIGNS = frozenset({"minus", "over", "parts"})
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
    half_of: frozenset[str]
    """Before a multiplier, half of it: "nửa tỷ"."""
    point: frozenset[str]
    minus: frozenset[str]
    over: frozenset[str]
    parts: frozenset[str]
    alone: frozenset[str]
    multipliers: dict[str, int]
    spoken: frozenset[str]
    """Every word that a number in words is made of."""
    no_multipliers: re.Pattern[str]
    """Words that only begin like a multiplier: "bốn tỷ lệ"."""
    no_numbers: re.Pattern[str]
    """Phrases that only begin like numbers: "ba mẹ"."""

    @staticmethod
    def load(files: RuleFiles) -> NumberWords:
        """Read ``number_words``, ``number_words_alone``, ``no_numbers`` and ``multipliers`` of all rule files."""
        numbers: dict[str, dict[str, int]] = {"ones": {}, "contracted": {}}
        names = ("ten", "tens", "fillers", "half", "half_of", "point", "minus", "over", "parts")
        lists: dict[str, set[str]] = {name: set() for name in names}
        for section in files.sections("number_words"):
            section.only(*numbers, *lists)
            for name, values in numbers.items():
                node = section.get(name)
                values.update({} if node is None else node.whole_numbers())
            for name, words in lists.items():
                node = section.get(name)
                words.update(() if node is None else map(fold, node.texts()))
        multipliers = files.whole_numbers("multipliers")
        return NumberWords(
            ones=numbers["ones"],
            ten=frozenset(lists["ten"]),
            tens=frozenset(lists["tens"]),
            contracted=numbers["contracted"],
            fillers=frozenset(lists["fillers"]),
            half=frozenset(lists["half"]),
            half_of=frozenset(lists["half_of"]),
            point=frozenset(lists["point"]),
            minus=frozenset(lists["minus"]),
            over=frozenset(lists["over"]),
            parts=frozenset(lists["parts"]),
            alone=files.words("number_words_alone"),
            multipliers=multipliers,
            spoken=frozenset().union(
                *numbers.values(), multipliers, *(lists[name] for name in names if name not in _SIGNS)
            ),
            no_multipliers=re.compile(rf"{files.any_of('no_multipliers')}(?!\w)"),
            no_numbers=re.compile(rf"{files.any_of('no_numbers')}(?!\w)"),
        )


def speak(words: Sequence[str], known: NumberWords, *, loose: bool = False) -> Spoken | None:
    """The number that the longest beginning of ``words`` says, or ``None`` if they begin with no number.

    ``step`` is 1 but where the last word is a multiplier: "hai triệu" is exact to the million. ``loose``: the words are
    known to be a number, so that the short forms of speech may be read as well: "hai mốt", "một trăm hai", "trăm". In a
    text they mostly are no numbers: "bốn ba" may be "bốn, ba".
    """
    return _half_of(words, known) or _spoken(words, known, loose=loose)


def _half_of(words: Sequence[str], known: NumberWords) -> Spoken | None:
    """Half of a multiplier: "nửa tỷ"."""
    if len(words) < 2 or words[0] not in known.half_of:  # noqa: PLR2004 - the half, and of what
        return None
    factor = known.multipliers.get(words[1], 0)
    return Spoken(factor // 2, 2, factor // 10) if factor >= _THOUSAND else None


def _spoken(words: Sequence[str], known: NumberWords, *, loose: bool) -> Spoken | None:
    total, taken, step = 0, 0, 1
    ceiling: int | None = None  # each multiplier must be smaller than the one before: hai triệu ba trăm nghìn
    position = 0
    while position < len(words):
        if ceiling is not None and words[position] in known.fillers:  # "một nghìn linh năm"
            digit = known.ones.get(words[position + 1]) if position + 1 < len(words) else None
            if digit is not None:
                total, taken, step = total + digit, position + 2, 1
            break
        group = _below_thousand(words, position, known, loose=loose)
        if group is None:
            break
        first = position
        value, position = group
        factor = 1
        while position < len(words) and known.multipliers.get(words[position], 0) >= _THOUSAND:
            factor *= known.multipliers[words[position]]
            position += 1
        if ceiling is not None and factor >= ceiling:
            break
        lone = position == first + 1 and words[first] in known.ones
        if factor == 1 and ceiling is not None and lone:
            factor = ceiling // 10  # "một tỷ hai", "hai triệu rưỡi" leave the next place unsaid
        step = factor
        total, taken = total + value * factor, position
        if position < len(words) and words[position] in known.half and factor > 1:
            total, taken, step = total + factor // 2, position + 1, factor // 10
            break
        if factor == 1 or (ceiling is not None and factor == ceiling // 10):
            break
        ceiling = factor
    return Spoken(total, taken, step) if taken else None


def _below_thousand(words: Sequence[str], start: int, known: NumberWords, *, loose: bool) -> tuple[int, int] | None:
    """Value and next position of a number under a thousand at ``start``."""
    position, value = start, 0
    if loose and known.multipliers.get(words[start]) == _HUNDRED:
        value, position = _HUNDRED, start + 1
    elif start + 1 < len(words) and words[start] in known.ones and known.multipliers.get(words[start + 1]) == _HUNDRED:
        value, position = known.ones[words[start]] * _HUNDRED, start + 2
        if position < len(words) and words[position] in known.half:
            return value + _HUNDRED // 2, position + 1
    hundreds = position > start
    if hundreds and position + 1 < len(words) and words[position] in known.fillers:
        digit = known.ones.get(words[position + 1])
        return (value, position) if digit is None else (value + digit, position + 2)
    rest = _below_hundred(words, position, known, loose=loose)
    if rest is None:
        return (value, position) if hundreds else None
    if hundreds and rest[1] == position + 1 and words[position] in known.ones:
        # "một trăm hai": a hundred and twenty in speech, mostly "một trăm, hai ..." in a text
        return (value + rest[0] * _TEN, rest[1]) if loose else (value, position)
    return value + rest[0], rest[1]


def _below_hundred(words: Sequence[str], start: int, known: NumberWords, *, loose: bool) -> tuple[int, int] | None:
    if start >= len(words):
        return None
    word = words[start]
    following = words[start + 1] if start + 1 < len(words) else ""
    if word in known.ten or word in known.contracted:
        value = _TEN if word in known.ten else known.contracted[word]
        return (value + known.ones[following], start + 2) if known.ones.get(following) else (value, start + 1)
    if word not in known.ones:
        return None
    value = known.ones[word]
    if following in known.tens or known.multipliers.get(following) == _TEN:
        last = words[start + 2] if start + 2 < len(words) else ""
        if value and known.ones.get(last):
            return value * _TEN + known.ones[last], start + 3
        return (value * _TEN, start + 2) if value else None
    if loose and value and known.ones.get(following):
        return value * _TEN + known.ones[following], start + 2
    return value, start + 1


def digits_behind_point(words: Sequence[str], known: NumberWords) -> str:
    """The digits that ``words`` say one after the other behind a decimal point: "không năm" of "hai phẩy không năm"."""
    said = ""
    for word in words:
        if word not in known.ones:
            break
        said += str(known.ones[word])
    return said


_CENTURY = 2


def speak_year(words: Sequence[str], known: NumberWords) -> int | None:
    """The year that all of ``words`` says: as a number, or by its digits.

    >>> from extract.rulefiles import load
    >>> known = NumberWords.load(load())
    >>> told = ("hai nghìn không trăm hai mươi ba", "hai không hai ba", "hai không linh chín", "một chín bảy lăm")
    >>> [speak_year(year.split(), known) for year in told]
    [2023, 2023, 2009, 1975]
    """
    said = speak(words, known, loose=True)
    if said is not None and said.words == len(words):
        return said.value
    century = digits_behind_point(words[:_CENTURY], known)
    rest = words[_CENTURY:]
    if len(century) < _CENTURY or not rest:
        return None
    if len(rest) > 1 and (rest[0] in known.fillers or known.ones.get(rest[0]) == 0):
        rest = rest[1:]
        value = (known.ones.get(rest[0]), 1)
    else:
        value = _below_hundred(rest, 0, known, loose=True) or (None, 0)
    return None if value[0] is None or value[1] != len(rest) else int(century) * _HUNDRED + value[0]
