"""All words the lexer knows, compiled once from the rule files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.lex.amounts import AmountWords
from extract.lex.asides import Asides
from extract.lex.candidates import Candidates
from extract.lex.comparators import behind
from extract.lex.fractions import words_of_all
from extract.lex.idioms import Idioms
from extract.lex.labels_in_turn import LabelsInTurn
from extract.lex.leads import Leads
from extract.lex.limits import Limits
from extract.lex.money import Money
from extract.lex.names.counted_names import Announced, several_of
from extract.lex.names.fixed_names import FixedNames
from extract.lex.names.house_numbers import plain_houses
from extract.lex.names.names import named_places, numbered_schools
from extract.lex.names.quoted_names import name_bearers
from extract.lex.names.varieties import varieties
from extract.lex.nouns import Nouns
from extract.lex.ranges import Joins
from extract.lex.times.anniversaries import Anniversaries
from extract.lex.times.day_leads import DayLeads
from extract.lex.units import Units
from extract.lex.words import NumberWords

if TYPE_CHECKING:
    import re

    import regex

    from extract.codes import Comparator
    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class LexVocabulary:
    """What ``lex`` needs to know; make it once a process with ``load``."""

    candidates: Candidates
    amounts: AmountWords
    leads: Leads
    fixed_names: FixedNames
    named_places: regex.Pattern[str]
    numbered_schools: regex.Pattern[str]
    anniversaries: Anniversaries
    day_leads: DayLeads
    nouns: Nouns
    asides: Asides
    behind_starts: tuple[str, ...]
    """Spaces and words that ``behind`` matches: most numbers have none of them behind."""
    behind: re.Pattern[str]
    behind_words: dict[str, Comparator]
    limits: Limits
    joins: Joins
    of_all: re.Pattern[str]
    """What says as much as the slash of a fraction."""
    of_all_starts: frozenset[str]
    """The two characters that it begins with."""
    varieties: regex.Pattern[str]
    name_bearers: regex.Pattern[str]
    """What bears a name in quotation marks."""
    several_of: regex.Pattern[str]
    names_announced: Announced
    labels_in_turn: LabelsInTurn
    actors: frozenset[str]
    """What does something in the month or quarter before it."""
    plain_houses: re.Pattern[str]
    scored: tuple[str, ...]
    """What stands before the score of a game, the space included."""

    @staticmethod
    def load(files: RuleFiles) -> LexVocabulary:
        """Compile the sections of ``numbers``, ``units``, ``comparators``, ``names`` and ``dates``.

        Raises ``RuleError`` with file and line for a section that cannot be used.

        >>> from extract.rulefiles import load
        >>> LexVocabulary.load(load()).amounts.units.spellings["xuất"].name
        'suất'
        """
        units = Units.load(files)
        words = NumberWords.load(files)
        idioms, leads = Idioms.load(files), Leads.load(files)
        behind_pattern, behind_words = behind(files)
        return LexVocabulary(
            candidates=Candidates.load(words, idioms.phrases | leads.ordinals.said),
            amounts=AmountWords(words, idioms, Money.load(files, units.spellings, words.half), units),
            leads=leads,
            fixed_names=FixedNames.load(files),
            named_places=named_places(files),
            numbered_schools=numbered_schools(files),
            anniversaries=Anniversaries.load(files),
            day_leads=DayLeads.load(files),
            nouns=Nouns.load(files),
            asides=Asides.load(files),
            behind_starts=tuple(f" {word}" for word in behind_words),
            behind=behind_pattern,
            behind_words=behind_words,
            limits=Limits.load(files),
            joins=Joins.load(files),
            of_all=words_of_all(files),
            of_all_starts=frozenset(f" {word[0]}" for word in files.words("of_all")),
            varieties=varieties(files),
            name_bearers=name_bearers(files),
            several_of=several_of(files),
            names_announced=Announced.load(files),
            labels_in_turn=LabelsInTurn.load(files),
            actors=files.words("calendar_actors"),
            plain_houses=plain_houses(files),
            scored=tuple(f"{word} " for word in sorted(files.words("scored"))),
        )
