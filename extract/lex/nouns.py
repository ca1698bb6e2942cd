"""What is counted, behind the unit: "học bỗng" in "23 phần học bỗng cho các em"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.lex.units import WORD, next_word
from extract.text import fold

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles

_LONGEST = 6
_WORDS = re.compile(rf" (?P<words>{WORD}(?:(?: - | -|- |-| & | )(?=[^\W\d_]){WORD}){{0,{_LONGEST - 1}}}+)")
_WORD = re.compile(WORD)


@dataclass(frozen=True, slots=True)
class Nouns:
    """Where nouns end, from the section ``noun_ends``."""

    ends: frozenset[str]
    longer: dict[str, tuple[str, ...]]
    """Ends of more than one word, by their first."""

    @staticmethod
    def load(files: RuleFiles) -> Nouns:
        """Read ``noun_ends`` of all rule files."""
        ends = frozenset(fold(word) for node in files.sections("noun_ends") for word in node.texts())
        longer: dict[str, tuple[str, ...]] = {}
        for end in sorted(end for end in ends if " " in end):
            first = end.partition(" ")[0]
            longer[first] = (*longer.get(first, ()), end)
        return Nouns(ends, longer)

    def after(self, text: str, folded: str, position: int) -> str | None:
        """The noun behind ``position`` as the text has it, or ``None``.

        >>> from extract.rulefiles import load
        >>> Nouns.load(load()).after("23 phần học bỗng cho em", "23 phần học bỗng cho em", 7)
        'học bỗng'
        """
        if next_word(folded, position + 1) in self.ends:
            return None
        match = _WORDS.match(folded, position)
        if match is None:
            return None
        start = match.start("words")
        end = start
        for word in _WORD.finditer(folded, start, match.end()):
            if word[0] in self.ends:
                break
            if folded.startswith(self.longer.get(word[0], ()), word.start()):
                break
            end = word.end()
        return text[start:end] or None
