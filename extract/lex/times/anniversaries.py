"""Days that all know: 20/11 is Teachers' Day, and no part of a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.dates import day_or_none
from extract.model import Mention
from extract.text import fold

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary
    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class Anniversaries:
    """Days known without year or the word "ngày": 20/11, 8/3."""

    days: frozenset[tuple[int, int]]
    told: re.Pattern[str]
    """At the end of a passage, what makes "8.3" such a day: "ngày quốc tế phụ nữ ", "lễ 30.4 và "."""

    @staticmethod
    def load(files: RuleFiles) -> Anniversaries:
        """Read ``anniversaries`` and ``anniversary_words`` of all rule files."""
        days = set()
        for section in files.sections("anniversaries"):
            for node in section.nodes():
                day, _, month = fold(node.text()).partition("/")
                if not (day.isdecimal() and month.isdecimal() and day_or_none(2000, int(month), int(day))):
                    node.fail(f"'{node.text()}' is no day", "write day/month, such as 20/11")
                days.add((int(day), int(month)))
        words = files.any_of("anniversary_words")
        joined = r"(?:\d{1,2}\.\d{1,2}(?: ?[,-] ?| và )(?:[^\W\d_]+ ){0,5})?"
        told = rf"(?<!\w){words} (?:[^\W\d_]+(?: ?[-–] ?| )){{0,6}}{joined}\Z"
        return Anniversaries(frozenset(days), re.compile(told))

    def tells(self, token: NumberToken) -> bool:
        """Whether words before a number tell that it is such a day."""
        return self.told.search(token.folded, max(0, token.start - _FARTHEST), token.start) is not None


_FARTHEST = 64


def dotted_feast(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A day that all know, with a dot: "Ngày Quốc tế phụ nữ 8.3", "dịp lễ 30.4 và 1.5"."""
    day, _, month = token.digits.partition(".")
    if not (day.isdecimal() and month.isdecimal()) or token.counted or token.lead_kind == "day":
        return None  # "Ngày 20.10, xã họp" is told as any other day
    known = vocabulary.anniversaries
    if (int(day), int(month)) not in known.days:
        return None
    return Mention(token.start, token.end, "date", None, None) if known.tells(token) else None
