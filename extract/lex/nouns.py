"""What is counted, behind the unit: "học bỗng" in "23 phần học bỗng cho các em"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.lex.units import WORD
from extract.text import fold

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles

_LONGEST = 6
_WORDS = regex.compile(rf" (?<words>{WORD}(?:(?: - | -|- |-| & | )(?=[^\W\d_]){WORD}){{0,{_LONGEST - 1}}}+)")
_WORD = regex.compile(WORD)


@dataclass(frozen=True, slots=True)
class Nouns:
    """Where nouns end, from the section ``noun_ends``."""

    ends: frozenset[str]
    pairs: frozenset[str]
    """First words of ends that have more than one word."""

    @staticmethod
    def load(files: RuleFiles) -> Nouns:
        """Read ``noun_ends`` of all rule files."""
        ends = frozenset(fold(word) for node in files.sections("noun_ends") for word in node.texts())
        return Nouns(ends, frozenset(end.partition(" ")[0] for end in ends if " " in end))

    def after(self, text: str, folded: str, position: int) -> tuple[str | None, int]:
        """The noun behind ``position`` as the text has it, or ``None``, and where it ends."""
        match = _WORDS.match(folded, position)
        if match is None:
            return None, position
        start = match.start("words")
        end = start
        for word in _WORD.finditer(folded, start, match.end()):
            if word[0] in self.ends:
                break
            if word[0] in self.pairs and any(
                folded.startswith(e, word.start()) for e in self.ends if e.startswith(word[0] + " ")
            ):
                break
            end = word.end()
        return (text[start:end], end) if end > start else (None, position)
