"""Days that all know: 20/11 is Teachers' Day, and no part of a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.dates import day_or_none
from extract.text import fold

if TYPE_CHECKING:
    from extract.joints import Joints
    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class Anniversaries:
    """Days known without year or the word "ngày": 20/11, 8/3."""

    days: frozenset[tuple[int, int]]
    told: re.Pattern[str]
    """At the end of a passage, what makes "8.3" such a day: "ngày quốc tế phụ nữ ", "lễ 30.4 và "."""

    @staticmethod
    def load(files: RuleFiles, joints: Joints) -> Anniversaries:
        """Read ``anniversaries`` and ``anniversary_words`` of all rule files."""
        days = set()
        for section in files.sections("anniversaries"):
            for node in section.nodes():
                day, _, month = fold(node.text()).partition("/")
                if not (day.isdecimal() and month.isdecimal() and day_or_none(2000, int(month), int(day))):
                    node.fail(f"'{node.text()}' is no day", "write day/month, such as 20/11")
                days.add((int(day), int(month)))
        words = files.any_of("anniversary_words")
        joined = rf"(?:\d{{1,2}}\.\d{{1,2}}(?: ?[,-] ?| {joints.both} )(?:[^\W\d_]+ ){{0,5}})?"
        told = rf"(?<!\w){words} (?:[^\W\d_]+(?: ?[-–] ?| )){{0,6}}{joined}\Z"
        return Anniversaries(frozenset(days), re.compile(told))

    def tells(self, folded: str, start: int) -> bool:
        """Whether words before a number at ``start`` tell that it is such a day."""
        return self.told.search(folded, max(0, start - _FARTHEST), start) is not None


_FARTHEST = 64
