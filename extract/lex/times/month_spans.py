"""Months and quarters of years, to first and last days: "tháng 5/2023", "6 tháng đầu năm 2023"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from extract.dates import MONTH, YEAR
from extract.model import Mention

if TYPE_CHECKING:
    from extract.date_words import DateWords
    from extract.joints import Joints

MONTHS = 12


def to(joints: Joints) -> str:
    """A pattern of what leads from the first day, month or year to the last: " đến hết "."""
    return rf"\ ?(?:-|{joints.to})\ ?(?:{joints.until}\ )?"


@dataclass(frozen=True, slots=True)
class MonthSpans:
    """The shapes of spans of months, compiled."""

    units: tuple[str, ...]
    """Behind a number of months or quarters, the spaces around included: " tháng "."""
    of_year: re.Pattern[str]
    """Behind a number: the months or quarters of a year, "6 tháng đầu năm 2023"."""
    to_month: re.Pattern[str]
    """From a month to the last, with its year: " đến tháng 6/2023"."""

    @staticmethod
    def of(words: DateWords, joints: Joints) -> MonthSpans:
        """The spans of months in the words of the rule files."""
        of = rf"(?:{words.of} )?"
        return MonthSpans(
            units=tuple(f" {word} " for word in sorted(words.said["month"] | words.said["quarter"])),
            of_year=re.compile(
                rf" (?:{words.month}|(?P<quarters>{words.quarter}))"
                rf" (?:(?:{words.first}|(?P<last>{words.last})) {of}{words.year}"
                rf"(?: (?:{words.school} )?(?P<part_year>{YEAR}))?(?!\w)"
                rf"|(?:{of}{words.year} )?(?P<whole_year>{YEAR})(?!\d|[.,/-]\d))"
            ),
            to_month=re.compile(
                rf"(?:{to(joints)}|\ {joints.both}\ )(?:{words.month}\ )?(?P<month>{MONTH})"
                rf"(?:\ ?[/-]\ ?|\ {words.year}\ )(?P<year>{YEAR})(?!\d|[/.,-]\d)"
            ),
        )

    def span_of_year(self, folded: str, start: int, number_end: int, number: str) -> Mention | None:
        """Some months or quarters of a year, from the number at ``start``: "6 tháng đầu năm 2023", "9 tháng 2017"."""
        match = self.of_year.match(folded, number_end) if folded.startswith(self.units, number_end) else None
        if match is None or not number.isdecimal() or len(number) > len("12"):
            return None
        months = int(number) * (1 if match["quarters"] is None else 3)
        if not 1 <= months <= MONTHS:
            return None
        written = match["part_year"] or match["whole_year"]
        if written is None:
            return Mention(start, match.end(), "period", None, None)
        year = int(written)
        if match["last"] is not None:
            return Mention(start, match.end(), "period", date(year, 13 - months, 1), date(year, 12, 31))
        return Mention(start, match.end(), "period", date(year, 1, 1), month_end(year, months))

    def through_month(self, folded: str, first: Mention) -> Mention:
        """The month, or all months from it to another: "từ tháng 1/2022 đến tháng 6/2023"."""
        last = self.to_month.match(folded, first.end)
        if last is None or first.first is None:
            return first
        end = month_end(int(last["year"]), int(last["month"]))
        return first if end < first.first else first._replace(end=last.end(), last=end)

    def months_to(self, folded: str, begin: int, end: int, month: int) -> Mention:
        """A month without a year, or from it to one that has it: "từ tháng 1 đến tháng 6/2023", "tháng 1-6/2023"."""
        last = self.to_month.match(folded, end)
        if last is None:
            return Mention(begin, end, "period", None, None)
        year, last_month = int(last["year"]), int(last["month"])
        first = date(year - (month > last_month), month, 1)
        return Mention(begin, last.end(), "period", first, month_end(year, last_month))


def month_of(begin: int, end: int, year: int, month: int) -> Mention:
    """A month of a year, told at ``begin:end``."""
    return Mention(begin, end, "period", date(year, month, 1), month_end(year, month))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def quarter_of(begin: int, end: int, year: int, quarter: int) -> Mention:
    """A quarter of a year, told at ``begin:end``."""
    return Mention(begin, end, "period", date(year, 3 * quarter - 2, 1), month_end(year, 3 * quarter))
