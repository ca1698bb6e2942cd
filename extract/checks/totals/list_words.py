"""The words by which lists of parts begin, go on and end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.text import final_word

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class PartsVocabulary:
    """What tells that a figure is told in parts, and whether these are all."""

    detail: regex.Pattern[str]
    """At the start of a sentence that tells in full what one before has summed up, by its ``words``: "Theo đó"."""
    full: regex.Pattern[str]
    """In the words that open a list: it leaves no part out, "gồm"."""
    more: regex.Pattern[str]
    """Behind the last part: another may follow, with a number or without: "..., lợn 4.300 con, dê"."""
    rest: regex.Pattern[str]
    """At the start of the sentence behind a list: it tells the rest, "Số còn lại ..."."""
    having: regex.Pattern[str]
    """Right before the first part, behind its whole: "67 em có 9 em là sinh viên", at the end of what is between."""
    article: regex.Pattern[str]
    """What counts one only beside other parts: "một xã đạt 19 tiêu chí, 25 xã ..."."""

    @classmethod
    def load(cls, files: RuleFiles) -> PartsVocabulary:
        """Compile ``detail_words``, ``full_lists``, ``list_rests``, ``articles`` and the words around parts."""
        detail, full, rest, article = (
            rf"{files.any_of(key)}(?!\w)" for key in ("detail_words", "full_lists", "list_rests", "articles")
        )
        more = files.any_of("joining_words", "more_parts")
        return cls(
            detail=regex.compile(rf"[ \-+*•–]*+(?P<words>{detail})"),
            full=regex.compile(rf"(?<!\w){full}"),
            more=regex.compile(rf"[,;]|(?<!\w){more}(?!\w)"),
            rest=regex.compile(rf"\W*{rest}"),
            having=regex.compile(final_word(files.any_of("having_words"))),
            article=regex.compile(rf"(?<!\w){article}"),
        )
