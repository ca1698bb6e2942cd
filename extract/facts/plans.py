"""Result/plan or part/whole: what the second number of a fraction is.

"gieo trồng 170ha/167ha" compares a result with its plan; "8/10 thôn" is a part of a whole. Measures and money are compared
with plans; a count is, if it exceeds the second number or a percentage "kế hoạch" follows in its clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.model import Lexed, Quantity
from extract.text import fold

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles

_REACH = 80
"""How far behind a fraction the words "đạt 110% kế hoạch" may stand, in characters."""

_PARTS_OF_WHOLES = frozenset({"count", "number", "percent", "ratio"})


@dataclass(frozen=True, slots=True)
class PlanVocabulary:
    """Words for a plan, from the section ``plan_words``."""

    percent_of_plan: regex.Pattern[str]

    @classmethod
    def load(cls, files: RuleFiles) -> PlanVocabulary:
        """Compile the words for plans."""
        words = sorted(
            {fold(w) for section in files.sections("plan_words") for w in section.texts()}, key=len, reverse=True
        )
        plan = "|".join(map(regex.escape, words)) or "(?!)"
        return cls(regex.compile(rf"[^;\n.]*?%\s*(?:so với\s*)?(?:{plan})(?!\w)"))


def settle_fractions(lexed: Lexed, folded: str, vocabulary: PlanVocabulary) -> Lexed:
    """The same numbers, with role ``plan`` where the second number of a fraction is one."""
    quantities = list(lexed.quantities)
    for index, second in enumerate(quantities):
        if second.role == "whole" and index and _is_plan(quantities[index - 1], second, folded, vocabulary):
            quantities[index] = second._replace(role="plan")
    return Lexed(tuple(quantities), lexed.mentions)


def _is_plan(first: Quantity, second: Quantity, folded: str, vocabulary: PlanVocabulary) -> bool:
    if second.kind not in _PARTS_OF_WHOLES or first.value > second.value:
        return True
    following = folded[second.end : second.end + _REACH]
    return vocabulary.percent_of_plan.match(following) is not None
