"""Words that join one number, day or name to the next: "5, 10 và 15 hộ", "ngày 2 đến 5/9", "Tổ 3 hoặc 4"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.text import any_of

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles

_LISTS = ("or", "to", "until", "against", "before_next")


@dataclass(frozen=True, slots=True)
class Joints:
    """Groups that match any joint of a kind, for patterns of all flags; spaces around are not included."""

    both: str
    """"và"."""
    to: str
    """"đến", "tới"."""
    series: str
    """"và", "hoặc", "hay"."""
    any: str
    """All of these."""
    until: str
    """Between one of ``to`` and the end: "hết"."""
    against: str
    """"so với"."""
    before_next: str
    """Between one of ``any`` and the next number: "tròn"."""
    both_letters: frozenset[str]
    """The letters that ``both`` begins with."""
    to_letters: frozenset[str]
    """Those that ``to`` does."""
    either_words: frozenset[str]
    series_words: frozenset[str]
    words: frozenset[str]
    """Those of ``any``, folded."""

    @staticmethod
    def load(files: RuleFiles) -> Joints:
        """Read ``and_words`` and ``joints`` of all rule files.

        Raises ``RuleError`` with file and line for a list that nothing reads.

        >>> from extract.rulefiles import load
        >>> Joints.load(load()).series
        '(?:hoặc|hay|và)'
        """
        lists = files.lists("joints", *_LISTS)
        both, either = files.words("and_words"), lists["or"]
        words = both | either | lists["to"]
        return Joints(
            both=any_of(both),
            to=any_of(lists["to"]),
            series=any_of(both | either),
            any=any_of(words),
            until=any_of(lists["until"]),
            against=any_of(lists["against"]),
            before_next=any_of(lists["before_next"]),
            both_letters=frozenset(word[0] for word in both),
            to_letters=frozenset(word[0] for word in lists["to"]),
            either_words=either,
            series_words=both | either,
            words=words,
        )
