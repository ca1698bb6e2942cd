"""What dates, weekdays and times look like on a line of their own, as loosely as portals print them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.date_words import DateWords
from extract.dates import Dates
from extract.text import any_of

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class DateLines:
    """What a line of dates may hold, compiled; all is searched for in folded lines."""

    dates: Dates
    """Whole days."""
    date_like: regex.Pattern[str]
    """What may be a day, days that no calendar has and months included."""
    clock: regex.Pattern[str]
    weekday: regex.Pattern[str]
    no_year_word: regex.Pattern[str]
    """A day and a year without the word for it, as Joomla prints them: "16 Tháng 8 2012 09:05"."""
    with_year_word: str
    """The same mended."""

    @staticmethod
    def load(files: RuleFiles) -> DateLines:
        """Compile the words of dates and ``weekdays_in_short``; see ``DateWords.load`` for what it raises."""
        words = DateWords.load(files)
        day_and_month = rf"\d{{1,2}}\s{words.month}\s\d{{1,2}}"
        return DateLines(
            dates=Dates.of(words),
            date_like=regex.compile(
                rf"(?:{words.day}\s)?\d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?(?:\d{{4}}|\d{{2}})(?!\d)"
                rf"|\d{{1,2}}\s{words.month}\s(?:\d{{1,2}}|{any_of(words.month_numbers)})\s?,?\s?(?:{words.year}\s)?\d{{4}}"
                r"|\d{4}-\d{2}-\d{2}"
                r"|(?<!\w)\d{4}-\d{2}(?![\w-])"
            ),
            clock=regex.compile(
                rf"\d{{1,2}}\s?[:hg]\s?\d{{2}}(?::\d{{2}})?|\d{{1,2}}\s?{any_of(words.said['hour'])}(?:\s?\d{{1,2}})?"
            ),
            weekday=regex.compile(rf"{words.weekday}|(?<!\w){files.any_of('weekdays_in_short')}(?!\w)"),
            no_year_word=regex.compile(rf"({day_and_month}),? (\d{{4}})"),
            with_year_word=rf"\1 {min(words.said['year'])} \2",
        )
