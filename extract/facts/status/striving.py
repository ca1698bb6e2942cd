"""Sentences that go on with what the one before strove for: "Phấn đấu thu 5 tỷ đồng. Hằng năm, trồng 90 cây."

Reports list what they strive for in sentences, and only the first has a word for it. So the next one of the paragraph
is planned too if it opens like one of such a list (``strives_on`` of the rule files, or a percentage) and tells of
nothing done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.facts.surroundings import any_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.structure import Structure
    from extract.rulefiles import RuleFiles


def strives_on(files: RuleFiles) -> regex.Pattern[str]:
    """Matches where such a sentence begins: " Hằng năm, ...", " Có từ 60% số hộ ..."."""
    words = files.any_of("strives_on")
    leads = files.any_of("strives_on_to_percent")
    percent = rf"(?:{leads} )*\d[\d.,]*+\s?%"
    return regex.compile(rf"\s*(?:[-–+*•]\s*)?(?:{words}(?!\w)|{percent})")


class Striving(NamedTuple):
    """What tells how far striving goes on."""

    folded: str
    opens: regex.Pattern[str]
    structure: Structure
    figures: Sequence[int]
    """Where the figures begin, in order."""

    def end(self, start: int, end: int, done: Sequence[int]) -> int:
        """Where the sentences end that go on with what ``start:end`` strives for: ``end`` if none does.

        ``done``: where the words begin that tell of something done, in order.
        """
        if not any_within(self.figures, start, end) or any_within(done, start, end):
            return end
        last = self.structure.block(start).end
        while end < last:
            sentence = self.structure.sentence(end)
            if sentence.start != end or any_within(done, end, sentence.end) or not self.opens.match(self.folded, end):
                break
            end = sentence.end
        return end
