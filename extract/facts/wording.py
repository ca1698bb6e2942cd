"""Words that tell how the doings of a sentence hang together: verbs, and the names of school levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class Wording:
    """The sections ``doing_verbs``, ``no_doing_verbs`` and ``label_spellings`` of the rule files."""

    verbs: regex.Pattern[str]
    labels: dict[str, str]

    @classmethod
    def load(cls, files: RuleFiles) -> Wording:
        """Compile the words. A longer word that is no verb hides the verb it begins with: "phát triển", "phát"."""
        verbs = {fold(word) for section in files.sections("doing_verbs") for word in section.texts()}
        others = {fold(word) for section in files.sections("no_doing_verbs") for word in section.texts()}
        labels = {}
        for section in files.sections("label_spellings"):
            for name, node in section.mapping().items():
                labels.update(dict.fromkeys(map(fold, (name, *node.texts())), fold(name)))
        return cls(regex.compile(rf"(?<!\w)(?:(?P<verb>{_one_of(verbs - others)})|{_one_of(others)})(?!\w)"), labels)

    def verbs_in(self, folded: str, start: int, end: int) -> Iterator[regex.Match[str]]:
        """The verbs of doing in a stretch of folded text, in order."""
        return (found for found in self.verbs.finditer(folded, start, max(start, end)) if found["verb"])

    def has_verb(self, folded: str, start: int, end: int) -> bool:
        """Whether a verb of doing stands there: then what follows is done on its own.

        >>> from extract.rulefiles import load
        >>> wording = Wording.load(load())
        >>> text = "20 suất học bổng và tặng 5 xe đạp, phát triển 3 mô hình"
        >>> wording.has_verb(text, 17, 24), wording.has_verb(text, 34, 45)
        (True, False)
        """
        return next(self.verbs_in(folded, start, end), None) is not None

    def label(self, text: str) -> str:
        """The normal name of a label: "thcs" for "trung học cơ sở"."""
        return self.labels.get(fold(text), fold(text))


def _one_of(words: Iterable[str]) -> str:
    return "|".join(map(regex.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"
