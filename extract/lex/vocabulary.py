"""All words the lexer knows, compiled once from the rule files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.lex.amounts import AmountWords
from extract.lex.comparators import behind
from extract.lex.leads import Leads
from extract.lex.money import Money
from extract.lex.names import FixedNames
from extract.lex.nouns import Nouns
from extract.lex.numbers import DIGITS
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

    candidate: regex.Pattern[str]
    """Finds every place where a number may begin."""
    amounts: AmountWords
    leads: Leads
    fixed_names: FixedNames
    anniversaries: Anniversaries
    nouns: Nouns
    behind: regex.Pattern[str]
    behind_words: dict[str, Comparator]
    join_starts: frozenset[str]
    """The two characters that each of ``joins`` begins with."""
    joins: regex.Pattern[str]
    """From the end of one number to the start of the next, where the two are the ends of a range."""

    @staticmethod
    def load(files: RuleFiles) -> LexVocabulary:
        """Compile the sections of ``numbers``, ``units``, ``comparators``, ``names`` and ``dates``.

        Raises ``RuleError`` with file and line for a section that cannot be used.
        """
        units = Units.load(files)
        words = NumberWords.load(files)
        behind_pattern, behind_words = behind(files)
        joins = {fold(word) for node in files.sections("ranges") for word in node.need("joins").texts()}
        return LexVocabulary(
            _candidate(words),
            AmountWords(words, Money.load(files, units.spellings, words.half), units),
            Leads.load(files),
            FixedNames.load(files),
            Anniversaries.load(files),
            Nouns.load(files),
            behind_pattern,
            behind_words,
            frozenset({" -", *(f" {join[:1]}" for join in joins)}),
            regex.compile(rf" ?- ?(?=\d)| (?:{alternatives(joins)}) (?=\w)"),
        )


_DUMP = r"(?=\d)[^\p{L}\n\t]{400,}+"
"""Numbers on and on without a letter between them are no text: they are one mention, which keeps the cost linear."""


def _candidate(words: NumberWords) -> regex.Pattern[str]:
    """Digits, or words that may begin a number: two of them, or one of those that can stand alone; or Roman digits."""
    first = alternatives({*words.ones, *words.ten, *words.contracted})
    further = alternatives(words.all())
    alone = alternatives(words.alone)
    return regex.compile(
        rf"{_DUMP}|{DIGITS}|(?<!\w)"
        rf"(?:(?:{first}) (?:{further})(?!\w)|(?:{alone})(?= [^\W\d_]| ?\( ?\d)|[ivx]{{1,6}}(?!\w))"
    )
