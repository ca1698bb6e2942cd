"""What behind a number may go on with a date or a time of day, seen without a pattern."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.date_words import DateWords
    from extract.joints import Joints

_GLANCE = 6
_DATE_MARKS = frozenset("/-.:,&")
CLOCK_LETTERS = frozenset("hg")
"""Behind a number these make a time of it."""


@dataclass(frozen=True, slots=True)
class DateSigns:
    """How what stands within a date begins: 12 tháng 5, 8 giờ 30, 2 và 3/9, 2 đến 5/9."""

    words: tuple[str, ...]
    """All of these but marks and the letters of a clock."""
    letters: frozenset[str]
    """The first letters of words, and of a clock."""
    day_letters: frozenset[str]
    """The first letters of "ngày", of which a mark may stand before: "2/ngày"."""

    @staticmethod
    def of(words: DateWords, joints: Joints) -> DateSigns:
        """The signs of dates in the words of the rule files."""
        said = words.said
        within = said["month"] | said["quarter"] | said["hour"] | joints.words
        letters = CLOCK_LETTERS.union(word[0] for word in within)
        return DateSigns(tuple(sorted(within)), letters, frozenset(word[0] for word in said["day"]))

    def may_be_date(self, folded: str, end: int, digits: str) -> bool:
        """Whether what stands behind ``digits`` may go on with a date or a time of day, seen without a pattern.

        >>> from extract.lex.vocabulary import LexVocabulary
        >>> from extract.rulefiles import load
        >>> may_be = LexVocabulary.load(load()).times.signs.may_be_date
        >>> may_be("12/5", 2, "12"), may_be("12, tại", 2, "12"), may_be("8 giờ", 1, "8")
        (True, False, True)
        """
        behind = folded[end : end + _GLANCE].lstrip(" ")
        first = behind[:1]
        if first in _DATE_MARKS:
            following = behind[1:].lstrip(" ")[:1]
            return following.isdecimal() or following in self.day_letters or "." in digits
        if first in CLOCK_LETTERS and not behind[1:2].isalpha():
            return True
        return (first in self.letters and behind.startswith(self.words)) or "." in digits
