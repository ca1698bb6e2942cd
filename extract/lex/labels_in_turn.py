"""Labels of which each stands before its number: the 30 of "tin 45, bài 30, ảnh 60" counts, it is no thirtieth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extract.text import any_of

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.rulefiles import RuleFiles

_AROUND = 60
"""Characters around a number that hold its neighbours."""


class LabelsInTurn(NamedTuple):
    """The section ``labels_in_turn``."""

    words: frozenset[str]
    pattern: re.Pattern[str]
    """Two different labels or more, each with its number: "bài 30, bài 31" are names."""

    @staticmethod
    def load(files: RuleFiles) -> LabelsInTurn:
        """Read the section of all rule files."""
        words = files.words("labels_in_turn")
        label, number = any_of(words), r"(?: ?:)? ?\d{1,4}(?![\w/%]|[.,]\d)"
        other = rf"(?!(?P=first)(?!\w)){label}{number}"
        return LabelsInTurn(words, re.compile(rf"(?<!\w)(?P<first>{label}){number}(?:(?: ?[,;]| và) {other})+"))

    def count(self, token: NumberToken) -> bool:
        """Whether the number behind a word that may make it a name is one of several that count."""
        if token.folded[token.lead_start : token.start].strip(" :") not in self.words:
            return False
        found = self.pattern.finditer(token.folded, max(0, token.start - _AROUND), token.start + _AROUND)
        return any(hit.start() < token.start < hit.end() for hit in found)
