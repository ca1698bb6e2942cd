"""Months and quarters of years, to first and last days: "tháng 5/2023", "6 tháng đầu năm 2023"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from extract.dates import MONTH, YEAR
from extract.model import Mention

TO = r"\ ?(?:-|đến|tới)\ ?(?:hết\ )?"
"""What leads from the first day, month or year to the last."""
_SPAN_OF_YEAR = re.compile(
    rf" (?P<unit>tháng|quý) (?:(?P<part>đầu|cuối) (?:của )?năm(?: (?:học )?(?P<part_year>{YEAR}))?(?!\w)"
    rf"|(?:(?:của )?năm )?(?P<whole_year>{YEAR})(?!\d|[.,/-]\d))"
)
"""Behind a number: the months or quarters of a year, "6 tháng đầu năm 2023"."""
_THROUGH_MONTH = re.compile(
    rf"(?:{TO}|\ và\ )(?:tháng\ )?(?P<month>{MONTH})(?:\ ?[/-]\ ?|\ năm\ )(?P<year>{YEAR})(?!\d|[/.,-]\d)", re.VERBOSE
)
MONTHS = 12


def span_of_year(folded: str, start: int, number_end: int, number: str) -> Mention | None:
    """Some months or quarters of a year, from the number at ``start``: "6 tháng đầu năm 2023", "9 tháng năm 2017"."""
    match = _SPAN_OF_YEAR.match(folded, number_end) if folded.startswith(_SPAN_UNITS, number_end) else None
    if match is None or not number.isdecimal() or len(number) > len("12"):
        return None
    months = int(number) * (3 if match["unit"] == "quý" else 1)
    if not 1 <= months <= MONTHS:
        return None
    written = match["part_year"] or match["whole_year"]
    if written is None:
        return Mention(start, match.end(), "period", None, None)
    year = int(written)
    if match["part"] == "cuối":
        return Mention(start, match.end(), "period", date(year, 13 - months, 1), date(year, 12, 31))
    return Mention(start, match.end(), "period", date(year, 1, 1), month_end(year, months))


_SPAN_UNITS = (" tháng ", " quý ")


def through_month(folded: str, first: Mention) -> Mention:
    """The month, or all months from it to another: "từ tháng 1/2022 đến tháng 6/2023"."""
    last = _THROUGH_MONTH.match(folded, first.end)
    if last is None or first.first is None:
        return first
    end = month_end(int(last["year"]), int(last["month"]))
    return first if end < first.first else first._replace(end=last.end(), last=end)


def month_of(begin: int, end: int, year: int, month: int) -> Mention:
    """A month of a year, told at ``begin:end``."""
    return Mention(begin, end, "period", date(year, month, 1), month_end(year, month))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months_to(folded: str, begin: int, end: int, month: int) -> Mention:
    """A month without a year, or from it to one that has it: "từ tháng 1 đến tháng 6/2023", "tháng 1-6/2023"."""
    last = _THROUGH_MONTH.match(folded, end)
    if last is None:
        return Mention(begin, end, "period", None, None)
    year, last_month = int(last["year"]), int(last["month"])
    first = date(year - (month > last_month), month, 1)
    return Mention(begin, last.end(), "period", first, month_end(year, last_month))


def quarter_of(begin: int, end: int, year: int, quarter: int) -> Mention:
    """A quarter of a year, told at ``begin:end``."""
    return Mention(begin, end, "period", date(year, 3 * quarter - 2, 1), month_end(year, 3 * quarter))
