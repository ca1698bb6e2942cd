"""The words that tell the numbers of a list from others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.text import any_of, whole_word

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles

_NO_LABEL = regex.compile(r"[\s,;.:()\-–+*•]*")
_COMPARED = ("more_words", "less_words", "compared_to", "plan_words", "plan_names", "of_whole")


@dataclass(frozen=True, slots=True)
class ListWords:
    """The section ``listed``, and words of changes and joints, compiled."""

    compared: regex.Pattern[str]
    """Leads to a change or to the figure of another year."""
    people: frozenset[str]
    alike: frozenset[str]
    """Families whose numbers go on in one unit whatever their labels: "lúa 40 ha, đậu 25 ha"."""
    label: regex.Pattern[str]
    """Up to the end of the ``first`` word of the label that a passage begins with."""
    border: regex.Pattern[str]
    """Before a label, sought backwards: a mark, or a word that joins."""
    and_words: frozenset[str]

    @classmethod
    def load(cls, files: RuleFiles) -> ListWords:
        """Compile the section ``listed`` and the words of changes, plans and wholes."""
        words = files.lists("listed", "people", "alike", "apart", "label_starts")
        return cls(
            compared=regex.compile(whole_word(any_of(files.words(*_COMPARED) | words["apart"]))),
            people=words["people"],
            alike=words["alike"],
            label=regex.compile(rf"{_NO_LABEL.pattern}(?:{any_of(words['label_starts'])}\s+)*(?P<first>\w+)"),
            border=regex.compile(rf"(?r)[,;:.(\n]|(?<!\w){files.any_of('clause_words')}(?!\w)"),
            and_words=files.words("and_words"),
        )
