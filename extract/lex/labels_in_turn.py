"""Labels of which each stands before its number: the 30 of "tin 45, bài 30, ảnh 60" counts, it is no thirtieth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extract.text import any_of

if TYPE_CHECKING:
    from extract.joints import Joints
    from extract.rulefiles import RuleFiles

_AROUND = 60
"""Characters around a number that hold its neighbours."""


class LabelsInTurn(NamedTuple):
    """The section ``labels_in_turn``."""

    words: frozenset[str]
    pattern: re.Pattern[str]
    """Two different labels or more, each with its number: "bài 30, bài 31" are names."""

    @staticmethod
    def load(files: RuleFiles, joints: Joints) -> LabelsInTurn:
        """Read the section of all rule files."""
        words = files.words("labels_in_turn")
        label, number = any_of(words), r"(?: ?:)? ?\d{1,4}(?![\w/%]|[.,]\d)"
        other = rf"(?!(?P=first)(?!\w)){label}{number}"
        return LabelsInTurn(
            words, re.compile(rf"(?<!\w)(?P<first>{label}){number}(?:(?: ?[,;]| {joints.both}) {other})+")
        )

    def hold(self, folded: str, label: int, start: int) -> bool:
        """Whether the number at ``start`` is one of several that count, though the ``label`` may make it a name."""
        if folded[label:start].strip(" :") not in self.words:
            return False
        found = self.pattern.finditer(folded, max(0, start - _AROUND), start + _AROUND)
        return any(hit.start() < start < hit.end() for hit in found)
