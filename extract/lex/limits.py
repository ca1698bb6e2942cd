"""Limits that are moved: "nâng mức cho vay tối đa từ 50 triệu đồng lên 100 triệu đồng" tells of at most so much."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.text import any_of

if TYPE_CHECKING:
    from extract.codes import Comparator
    from extract.rulefiles import RuleFiles

_REACH = 240
"""So many characters hold a level, its limit and what it was before."""


class Limits(NamedTuple):
    """The sections ``limits`` and ``limit_...``."""

    moves: tuple[str, ...]
    """What stands right before an amount, with the spaces around: most have none of it."""
    pattern: regex.Pattern[str]
    """From the level to the amount; the groups are comparators."""

    @staticmethod
    def load(files: RuleFiles) -> Limits:
        """Read the sections of all rule files."""
        told = files.lists("limits", "le", "ge")
        moves = sorted(files.words("limit_moves"))
        limits = "|".join(rf"(?P<{name}>{any_of(words)})" for name, words in told.items())
        level = rf"{files.any_of('limit_levels')}(?: [^\W\d]+){{0,4}} (?:{limits})(?!\w)"
        near, far = r"[^\d.,;:\n]*", r"[^\d.;:\n]*"
        return Limits(
            tuple(f" {word} " for word in moves),
            regex.compile(
                rf"(?<!\w)(?:{files.any_of('limit_raised')} {level}{far}"
                rf"|{level}{near}(?: [\d.,]+{near})?) {any_of(moves)} $"
            ),
        )

    def before(self, folded: str, start: int) -> Comparator:
        """What a limit says of the amount that it is moved to or from: "le", "ge", or "eq" if none is told.

        >>> from extract.rulefiles import load
        >>> limits, text = Limits.load(load()), "tăng mức vay tối đa đối với hộ nghèo lên 9 triệu đồng"
        >>> limits.before(text, text.index("9")), limits.before(text, 4)
        ('le', 'eq')
        """
        if not folded.endswith(self.moves, 0, start):
            return "eq"
        found = self.pattern.search(folded, max(0, start - _REACH), start)
        if found is None:
            return "eq"
        return "le" if found["le"] else "ge"
