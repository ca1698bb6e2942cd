"""All shapes of days, times and periods, compiled once from the words of the rule files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.dates import Dates
from extract.lex.times.date_signs import DateSigns
from extract.lex.times.day_lists import DayLists
from extract.lex.times.durations import Durations
from extract.lex.times.month_spans import MonthSpans
from extract.lex.times.periods import PeriodShapes
from extract.lex.times.shaped_periods import DayShapes

if TYPE_CHECKING:
    from extract.date_words import DateWords
    from extract.joints import Joints


@dataclass(frozen=True, slots=True)
class TimeShapes:
    """What the readers of ``extract.lex.times`` look for."""

    dates: Dates
    signs: DateSigns
    days: DayShapes
    lists: DayLists
    spans: MonthSpans
    periods: PeriodShapes
    durations: Durations
    to_month: re.Pattern[str]
    """Between the number of a day and that of its month: " tháng "."""

    @staticmethod
    def of(words: DateWords, joints: Joints) -> TimeShapes:
        """Compile the shapes in the words of the rule files.

        >>> from extract.date_words import DateWords
        >>> from extract.joints import Joints
        >>> from extract.rulefiles import load
        >>> shapes = TimeShapes.of(DateWords.load(load()), Joints.load(load()))
        >>> shapes.spans.span_of_year("9 tháng năm 2017", 0, 1, "9").last
        datetime.date(2017, 9, 30)
        """
        return TimeShapes(
            dates=Dates.of(words),
            signs=DateSigns.of(words, joints),
            days=DayShapes.of(words, joints),
            lists=DayLists.of(words, joints),
            spans=MonthSpans.of(words, joints),
            periods=PeriodShapes.of(words, joints),
            durations=Durations.of(joints),
            to_month=re.compile(rf" {words.month} "),
        )
