"""Words before "30/7" that make it a day, no part of a whole: "hoàn thành trước 30/7", "sáng nay, 5/9"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extract.text import any_of, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.rulefiles import RuleFiles

_NEAR_DAYS = ("today", "yesterday", "tomorrow")


class DayLeads(NamedTuple):
    """The sections ``days_follow...`` of words, and the names of days that a comma parts from their date."""

    pattern: re.Pattern[str]
    """At the end of a passage; words that may lead to parts of a whole, too, have the group "weak" or "since"."""
    longest: int

    @staticmethod
    def load(files: RuleFiles) -> DayLeads:
        """Read the words of all rule files."""
        surely, maybe = files.words("days_follow"), files.words("days_may_follow")
        since = files.words("days_follow_unchanged")
        named = frozenset(_named_days(files))
        words = rf"{any_of(surely)}|(?P<weak>{any_of(maybe)})|(?P<since>{any_of(since)})"
        # "thứ bảy 3/8" needs no comma; "hôm nay 3/8 thôn" is a part of a whole.
        pattern = rf"(?<!\w)(?:(?:{words}) |{any_of(named)}, |{any_of(_weekdays(files))} )\Z"
        return DayLeads(re.compile(pattern), 1 + max(map(len, (*surely, *maybe, *since, *named))) + len(", "))

    def before(self, folded: str, start: int) -> re.Match[str] | None:
        """The words that end right before ``start``."""
        return self.pattern.search(folded, max(0, start - self.longest), start)


def may_be_part(folded: str, day: re.Match[str], before: re.Match[str]) -> bool:
    """Whether ``before`` may lead to a part of a whole instead of ``day``: "đến 12/19", "từ 1/7 lên 3/7 thôn"."""
    if before["since"] is None:
        return before["weak"] is not None
    whole = folded[folded.index("/", day.start()) : day.end()].replace(" ", "")
    return whole in folded[day.end() : day.end() + _CHANGE].replace(" ", "")


_CHANGE = 30
"""No more characters than hold what a part becomes: " thôn lên 3/7"."""


def _named_days(files: RuleFiles) -> Iterator[str]:
    """What today, yesterday and the days of the week are called."""
    for section in files.sections("said_days"):
        yield from (fold(word) for name in _NEAR_DAYS if (node := section.get(name)) for word in node.texts())
    yield from _weekdays(files)


def _weekdays(files: RuleFiles) -> Iterator[str]:
    for section in files.sections("weekdays"):
        yield from (fold(word) for node in section.mapping().values() for word in node.texts())
