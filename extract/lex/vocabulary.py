"""All words the lexer knows, compiled once from the rule files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.lex.amounts import AmountWords
from extract.lex.candidates import Candidates
from extract.lex.comparators import behind
from extract.lex.leads import Leads
from extract.lex.money import Money
from extract.lex.names import FixedNames
from extract.lex.nouns import Nouns
from extract.lex.periods import Anniversaries
from extract.lex.units import Units, alternatives
from extract.lex.words import NumberWords
from extract.text import fold

if TYPE_CHECKING:
    from extract.model import Comparator
    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class LexVocabulary:
    """What ``lex`` needs to know; make it once a process with ``load``."""

    candidates: Candidates
    amounts: AmountWords
    leads: Leads
    fixed_names: FixedNames
    anniversaries: Anniversaries
    nouns: Nouns
    behind_starts: tuple[str, ...]
    """Spaces and words that ``behind`` matches: most numbers have none of them behind."""
    behind: re.Pattern[str]
    behind_words: dict[str, Comparator]
    join_starts: frozenset[str]
    """The two characters that each of ``joins`` begins with."""
    joins: re.Pattern[str]
    """From the end of one number to the start of the next, where the two are the ends of a range."""
    joins_between: re.Pattern[str]
    """The same behind a word such as "giữa": "giữa 5 và 7 triệu"."""

    @staticmethod
    def load(files: RuleFiles) -> LexVocabulary:
        """Compile the sections of ``numbers``, ``units``, ``comparators``, ``names`` and ``dates``.

        Raises ``RuleError`` with file and line for a section that cannot be used.
        """
        units = Units.load(files)
        words = NumberWords.load(files)
        behind_pattern, behind_words = behind(files)
        joins = _members(files, "ranges", "joins")
        between = _members(files, "ranges", "and")
        signs = alternatives(fold(sign) for node in files.sections("currencies_before") for sign in node.texts())
        signed = rf"(?:(?P<sign>{signs}) ?(?=\d))?"
        return LexVocabulary(
            Candidates.load(words),
            AmountWords(words, Money.load(files, units.spellings, words.half), units),
            Leads.load(files),
            FixedNames.load(files),
            Anniversaries.load(files),
            Nouns.load(files),
            tuple(f" {word}" for word in behind_words),
            behind_pattern,
            behind_words,
            frozenset({" -", *(f" {join[:1]}" for join in joins)}),
            re.compile(rf"(?: ?- ?(?=\d|(?:{signs}) ?\d)| (?:{alternatives(joins)}) (?=[\w$])){signed}"),
            re.compile(rf" (?:{alternatives(between)}) {signed}(?=\w)"),
        )


def _members(files: RuleFiles, section: str, name: str) -> set[str]:
    """The words under one name of a section, in all rule files that have it."""
    lists = (node.get(name) for node in files.sections(section))
    return {fold(word) for node in lists if node is not None for word in node.texts()}
