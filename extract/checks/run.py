"""All checks of one page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.checks.count_times_each import count_times_each
from extract.checks.parts_sum import parts_sum
from extract.checks.percent_of import ShareVocabulary, percent_of
from extract.checks.ratings_sum import ratings_sum
from extract.identity import row_id

if TYPE_CHECKING:
    from extract.facts.read import Drawn
    from extract.model import Check
    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class CheckVocabulary:
    """The words that checks look at."""

    shares: ShareVocabulary

    @classmethod
    def load(cls, files: RuleFiles) -> CheckVocabulary:
        """Read the sections that checks need."""
        return cls(ShareVocabulary.load(files))


def check_page(drawn: Drawn, vocabulary: CheckVocabulary) -> tuple[Check, ...]:
    """Every relation found, sorted by where it starts, with ids."""
    found = [
        *ratings_sum(drawn),
        *count_times_each(drawn),
        *percent_of(drawn, vocabulary.shares),
        *parts_sum(drawn),
    ]
    started: Counter[int] = Counter()
    numbered = []
    for check in sorted(found, key=lambda check: (check.start, check.end, check.kind)):
        numbered.append(replace(check, check_id=row_id(check.page_id, "c", check.start, started[check.start])))
        started[check.start] += 1
    return tuple(numbered)
