"""All words the lexer knows, compiled once from the rule files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.date_words import DateWords
from extract.joints import Joints
from extract.lex.amounts import AmountWords, OwnDates, names_in_a_row
from extract.lex.asides import Asides
from extract.lex.candidates import Candidates
from extract.lex.comparators import behind
from extract.lex.idioms import Idioms
from extract.lex.joins import Joins, OfAll, Series
from extract.lex.leads import Leads
from extract.lex.limits import Limits
from extract.lex.money import Money
from extract.lex.names.name_shapes import NameShapes
from extract.lex.nouns import Nouns
from extract.lex.times.anniversaries import Anniversaries
from extract.lex.times.day_leads import DayLeads
from extract.lex.times.time_shapes import TimeShapes
from extract.lex.units import Units
from extract.lex.words import NumberWords

if TYPE_CHECKING:
    import re

    from extract.codes import Comparator
    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class LexVocabulary:
    """What ``lex`` needs to know; make it once a process with ``load``."""

    candidates: Candidates
    amounts: AmountWords
    leads: Leads
    anniversaries: Anniversaries
    day_leads: DayLeads
    nouns: Nouns
    names: NameShapes
    times: TimeShapes
    series: Series
    asides: Asides
    behind_starts: tuple[str, ...]
    """Spaces and words that ``behind`` matches: most numbers have none of them behind."""
    behind: re.Pattern[str]
    behind_words: dict[str, Comparator]
    limits: Limits
    joins: Joins
    of_all: OfAll
    actors: frozenset[str]
    """What does something in the month or quarter before it."""

    @staticmethod
    def load(files: RuleFiles) -> LexVocabulary:
        """Compile the sections of ``numbers``, ``units``, ``comparators``, ``names``, ``dates`` and ``joints``.

        Raises ``RuleError`` with file and line for a section that cannot be used.

        >>> from extract.rulefiles import load
        >>> LexVocabulary.load(load()).amounts.units.spellings["xuất"].name
        'suất'
        """
        units = Units.load(files)
        words = NumberWords.load(files)
        joints, dates = Joints.load(files), DateWords.load(files)
        idioms, leads = Idioms.load(files), Leads.load(files)
        behind_pattern, behind_words = behind(files)
        return LexVocabulary(
            candidates=Candidates.load(words, idioms.phrases | leads.ordinals.said),
            amounts=AmountWords(
                words=words,
                idioms=idioms,
                money=Money.load(files, units.spellings, words.half),
                units=units,
                own_dates=OwnDates.of(dates, joints),
                years=dates.said["year"] & words.spoken,
                names=names_in_a_row(joints),
                counting=tuple(f"{word} " for word in sorted(files.words("places_counted"))),
            ),
            leads=leads,
            anniversaries=Anniversaries.load(files, joints),
            day_leads=DayLeads.load(files),
            nouns=Nouns.load(files),
            names=NameShapes.load(files, joints),
            of_all=OfAll.load(files),
            times=TimeShapes.of(dates, joints),
            series=Series.of(joints),
            asides=Asides.load(files),
            behind_starts=tuple(f" {word}" for word in behind_words),
            behind=behind_pattern,
            behind_words=behind_words,
            limits=Limits.load(files),
            joins=Joins.load(files),
            actors=files.words("calendar_actors"),
        )
