"""Names that hold numbers and are written as they stand, whatever is around them: "Covid-19", "24/7"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.lex.numbers import DIGITS
from extract.model import Mention
from extract.text import any_of, fold

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles

_DIGITS = re.compile(DIGITS)
_BEFORE = re.compile(r"\((?P<before>[^()]+)\)\s*(?P<name>.+)")
_QUOTES = " \"'“‘"
_LONGEST_BEFORE = 30


@dataclass(frozen=True, slots=True)
class FixedNames:
    """Names that hold numbers and are known as they stand: "Covid-19", "24/7"."""

    starts: dict[str, tuple[str, ...]]
    """The digits that begin a name, to the names: "24" to "24/7"."""
    digits: frozenset[str]
    """The digits of all."""
    ends: frozenset[str]
    """The digits that others begin their numbers with, and the character before: "-19" of "covid-19"."""
    rests: re.Pattern[str]
    """What follows from the first digit on."""
    prefixes: dict[str, tuple[str, ...]]
    behind: dict[str, tuple[str, ...]]
    """Names that are such behind certain words alone, and the words: "5 tốt" of "tổ hòa giải 5 tốt"."""

    @staticmethod
    def load(files: RuleFiles) -> FixedNames:
        """Read ``fixed_names`` of all rule files; "(hòa giải) 5 tốt" is the name "5 tốt" behind those words."""
        prefixes: dict[str, list[str]] = {}
        behind: dict[str, tuple[str, ...]] = {}
        for section in files.sections("fixed_names"):
            for node in section.nodes():
                name = fold(node.text())
                told = _BEFORE.fullmatch(name)
                if told is not None:
                    behind[told["name"]] = (*behind.get(told["name"], ()), told["before"])
                    prefixes.setdefault(told["name"], [])
                    continue
                digit = next((i for i, c in enumerate(name) if c.isdecimal()), None)
                if digit is None:
                    node.fail(f"'{name}' holds no number", "remove it: only names with digits matter here")
                prefixes.setdefault(name[digit:], []).append(name[:digit])
        rests = re.compile(rf"{any_of(prefixes)}(?!\w|[.,/-]\d)")
        starts: dict[str, tuple[str, ...]] = {}
        known: set[str] = set()
        ends: set[str] = set()
        for rest, found in prefixes.items():
            digits = _DIGITS.findall(rest)[0]
            known.add(digits)
            if "" in found or rest in behind:
                starts[digits] = (*starts.get(digits, ()), rest)
            ends.update(f"{prefix[-1]}{digits}" for prefix in found if prefix)
        return FixedNames(
            starts=starts,
            digits=frozenset(known),
            ends=frozenset(ends),
            rests=rests,
            prefixes={rest: tuple(found) for rest, found in prefixes.items()},
            behind=behind,
        )

    def at(self, folded: str, start: int, floor: int) -> Mention | None:
        """The fixed name whose first digit stands at ``start`` and that begins no earlier than ``floor``.

        >>> from extract.rulefiles import load
        >>> FixedNames.load(load()).at("dịch covid-19 và", 11, 0)
        Mention(start=5, end=13, kind='programme', first=None, last=None)
        """
        match = self.rests.match(folded, start)
        if match is None:
            return None
        for prefix in self.prefixes[match[0]]:
            begin = start - len(prefix)
            if begin >= floor and folded.startswith(prefix, begin) and not (begin and folded[begin - 1].isalnum()):
                return Mention(begin, match.end(), "programme", None, None)
        words = self.behind.get(match[0])
        if words and folded[max(0, start - _LONGEST_BEFORE) : start].rstrip(_QUOTES).endswith(words):
            return Mention(start, match.end(), "programme", None, None)
        return None
