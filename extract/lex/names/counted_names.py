"""Numbers that name what was counted or told of as several: "2 tổ dân phố 7 và 10", "3 ấp (1, 2, 4)", "các tổ 3, 5"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.lex.names.names import LONGEST_CODE, NAME_NUMBER, end_of_names, says_nothing
from extract.lex.reading import amount_at
from extract.model import Mention
from extract.text import any_of, fold

if TYPE_CHECKING:
    from extract.lex.amounts import Amount
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary
    from extract.rulefiles import RuleFiles

_NO_NAME_BEFORE = frozenset("/%")
_LIST = r"(?P<list>\d{1,3}(?:(?: ?, ?| và |, và )\d{1,3})+)(?![\w/]|[.,]\d| ?%)"
_NUMBER = re.compile(r"\d+")


def several_of(files: RuleFiles) -> regex.Pattern[str]:
    """What tells of several that have numbers for names: "các" and a word of ``numbered_names``, "các khu phố "."""
    names = {word for section in files.sections("numbered_names") for word in section.need("name").texts()}
    return regex.compile(rf"(?r)(?<!\w){files.any_of('several_words')} {any_of(names)} ")


class Announced(NamedTuple):
    """What may stand between what was counted and its names, from the section ``names_announced``: ", gồm: "."""

    pattern: re.Pattern[str]
    """Up to the end of the names."""
    starts: frozenset[str]
    """The two characters that it begins with."""

    @staticmethod
    def load(files: RuleFiles) -> Announced:
        """Read the section of all rule files."""
        words = files.words("names_announced")
        pattern = re.compile(rf"(?:,? {any_of(words)} ?:? ?\(?| ?[:(] ?){_LIST}")
        return Announced(pattern, frozenset({", ", " (", " :", ": ", *(f" {word[0]}" for word in words)}))

    def match(self, folded: str, end: int) -> re.Match[str] | None:
        """The names behind what was counted up to ``end``."""
        return self.pattern.match(folded, end) if folded[end : end + 2] in self.starts else None


def names_behind(token: NumberToken, amount: Amount, vocabulary: LexVocabulary) -> Mention | None:
    """The numbers of what was counted: the "7 và 10" of "2 tổ dân phố 7 và 10 đạt".

    Behind a bracket, a colon or a word they are as many as were counted: "4 khu phố, gồm: 1, 3, 5 và 10".
    """
    if amount.unit is None or token.folded[amount.end : amount.end + 1] not in _BEFORE:
        return None
    lead = vocabulary.leads.phrases.get(fold(amount.unit.name))
    if lead is None or lead.kind != "name":
        return None
    return _right_behind(token, amount, vocabulary) or _listed(token, amount, vocabulary)


_BEFORE = frozenset(" ,:(")


def _right_behind(token: NumberToken, amount: Amount, vocabulary: LexVocabulary) -> Mention | None:
    folded, start = token.folded, amount.end + 1
    if folded[amount.end] != " " or not folded[start : start + 1].isdecimal():
        return None
    match = NAME_NUMBER.match(folded, start, start + LONGEST_CODE)
    first = None if match is None else amount_at(token.text, folded, start, vocabulary.amounts)
    if match is None or first is None or first.kind != "number":
        return None
    if folded[match.end() : match.end() + 2].strip(" ")[:1] in _NO_NAME_BEFORE:
        return None
    return Mention(start, end_of_names(token, match.end(), vocabulary), "name", None, None)


def _listed(token: NumberToken, amount: Amount, vocabulary: LexVocabulary) -> Mention | None:
    match = vocabulary.names_announced.match(token.folded, amount.end)
    if match is None or len(_NUMBER.findall(match["list"])) != amount.value or not _is_bare(token, match, vocabulary):
        return None
    return Mention(match.start("list"), match.end("list"), "name", None, None)


def names_of_several(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """The numbers behind "các khu phố": two or more, the last of which counts nothing."""
    told = vocabulary.several_of.match(token.folded, token.floor, token.start)
    match = None if told is None else _SEVERAL.match(token.folded, token.start)
    if told is None or match is None or not _is_bare(token, match, vocabulary):
        return None
    return Mention(told.start(), match.end(), "name", None, None)


_SEVERAL = re.compile(_LIST)


def _is_bare(token: NumberToken, match: re.Match[str], vocabulary: LexVocabulary) -> bool:
    """Whether nothing is counted by the last number of a list."""
    *_, last = _NUMBER.finditer(token.folded, match.start("list"), match.end("list"))
    amount = amount_at(token.text, token.folded, last.start(), vocabulary.amounts)
    return amount is not None and says_nothing(amount)
