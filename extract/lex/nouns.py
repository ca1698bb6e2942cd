"""What is counted, behind the unit: "học bỗng" in "23 phần học bỗng cho các em"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.lex.units import next_word

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles

_LONGEST = 6
_JOIN = re.compile(r"(?: - | -|- |-| & | )(?=[^\W\d_])")
"""Between two words of a noun."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """Where nouns end, from the section ``noun_ends``."""

    ends: frozenset[str]
    longer: dict[str, tuple[str, ...]]
    """Ends of more than one word, by their first."""

    @staticmethod
    def load(files: RuleFiles) -> Nouns:
        """Read ``noun_ends`` of all rule files."""
        ends = files.words("noun_ends")
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
        if folded[position : position + 1] != " ":
            return None
        start = end = following = position + 1
        for _ in range(_LONGEST):
            word = next_word(folded, following)
            if not word or word in self.ends or folded.startswith(self.longer.get(word, ()), following):
                break
            end = following + len(word)
            join = _JOIN.match(folded, end)
            if join is None:
                break
            following = join.end()
        return text[start:end] or None
