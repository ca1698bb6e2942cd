"""Numbers that name what was counted or told of as several: "2 tổ dân phố 7 và 10", "3 ấp (1, 2, 4)", "các tổ 3, 5"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.lex.names.name_shapes import NAME_NUMBER
from extract.lex.names.names import LONGEST_CODE, end_of_names, says_nothing
from extract.lex.reading import amount_at
from extract.model import Mention
from extract.text import fold

if TYPE_CHECKING:
    from extract.lex.amount import Amount
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_NO_NAME_BEFORE = frozenset("/%")
_NUMBER = re.compile(r"\d+")


def names_behind(token: NumberToken, amount: Amount, vocabulary: LexVocabulary) -> Mention | None:
    """The numbers of what was counted: the "7 và 10" of "2 tổ dân phố 7 và 10 đạt".

    Behind a bracket, a colon or a word they are as many as were counted: "4 khu phố, gồm: 1, 3, 5 và 10",
    "2 tiêu chí (12; 16)".
    """
    if amount.unit is None or token.folded[amount.end : amount.end + 1] not in _BEFORE:
        return None
    lead = vocabulary.leads.phrases.get(fold(amount.unit.name))
    if lead is None or not (lead.kind == "name" or lead.parted):
        return None
    right = _right_behind(token, amount, vocabulary) if lead.kind == "name" else None
    return right or _listed(token, amount, vocabulary)


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
    match = vocabulary.names.announced.match(token.folded, amount.end)
    if match is None or len(_NUMBER.findall(match["list"])) != amount.value or not _is_bare(token, match, vocabulary):
        return None
    return Mention(match.start("list"), match.end("list"), "name", None, None)


def names_of_several(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """The numbers behind "các khu phố": two or more, the last of which counts nothing."""
    told = vocabulary.names.several_of.match(token.folded, token.floor, token.start)
    match = None if told is None else vocabulary.names.announced.names.match(token.folded, token.start)
    if told is None or match is None or not _is_bare(token, match, vocabulary):
        return None
    return Mention(told.start(), match.end(), "name", None, None)


def _is_bare(token: NumberToken, match: re.Match[str], vocabulary: LexVocabulary) -> bool:
    """Whether nothing is counted by the last number of a list."""
    *_, last = _NUMBER.finditer(token.folded, match.start("list"), match.end("list"))
    amount = amount_at(token.text, token.folded, last.start(), vocabulary.amounts)
    return amount is not None and says_nothing(amount)
