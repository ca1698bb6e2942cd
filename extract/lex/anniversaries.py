"""Days that all know: 20/11 is Teachers' Day, and no part of a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.dates import day_or_none
from extract.text import fold

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class Anniversaries:
    """Days known without year or the word "ngày": 20/11, 8/3."""

    days: frozenset[tuple[int, int]]

    @staticmethod
    def load(files: RuleFiles) -> Anniversaries:
        """Read ``anniversaries`` of all rule files."""
        days = set()
        for section in files.sections("anniversaries"):
            for node in section.nodes():
                day, _, month = fold(node.text()).partition("/")
                if not (day.isdecimal() and month.isdecimal() and day_or_none(2000, int(month), int(day))):
                    node.fail(f"'{node.text()}' is no day", "write day/month, such as 20/11")
                days.add((int(day), int(month)))
        return Anniversaries(frozenset(days))
