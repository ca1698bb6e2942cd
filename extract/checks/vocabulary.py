"""The words that checks look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.checks.amount_in_words import words_end
from extract.checks.products.averages import AverageWords
from extract.checks.products.sentence_products import priced_each
from extract.checks.relation_words import RelationWords
from extract.checks.tables.column_sum import RowVocabulary
from extract.checks.totals.list_words import PartsVocabulary
from extract.checks.totals.overlaps import Groupings
from extract.checks.totals.sum_lines import SumWords

if TYPE_CHECKING:
    import regex

    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class CheckVocabulary:
    """What checks know beside the facts; make it once a process with ``load``."""

    relations: RelationWords
    parts: PartsVocabulary
    sums: SumWords
    rows: RowVocabulary
    groupings: Groupings
    multipliers: dict[str, int]
    averages: AverageWords
    for_each: regex.Pattern[str]
    """What stands before the unit that a price is for."""
    words_end: regex.Pattern[str]
    """What stands behind an amount in words."""

    @classmethod
    def load(cls, files: RuleFiles) -> CheckVocabulary:
        """Read the sections that checks need."""
        return cls(
            relations=RelationWords.load(files),
            parts=PartsVocabulary.load(files),
            sums=SumWords.load(files),
            rows=RowVocabulary.load(files),
            groupings=Groupings.load(files),
            multipliers=files.whole_numbers("multipliers"),
            averages=AverageWords.load(files),
            for_each=priced_each(files),
            words_end=words_end(files),
        )
