"""Dates and periods around a number, to first and last days: tháng 5/2023, quý III, 6 tháng đầu năm, nhiệm kỳ 2020-2025."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import regex

from extract.dates import CLOCK, DAY, MONTH, YEAR, day_at, day_or_none
from extract.model import Mention
from extract.text import fold

if TYPE_CHECKING:
    from extract.lex.leads import LeadHit
    from extract.rulefiles import RuleFiles

_SHAPE = regex.compile(
    rf"""
    (?<clock>{CLOCK})(?:\ ?-\ ?(?:{CLOCK}))?
    | (?<first>{YEAR})\ ?[-–]\ ?(?<last>{YEAR})(?![\d/])
    | (?<months>\d{{1,2}})\ tháng\ (?:(?<part>đầu|cuối)\ (?:của\ )?năm(?:\ (?:học\ )?(?<year>{YEAR}))?(?!\w)|(?:đầu\ )?(?:của\ )?(?:năm\ )(?<year>{YEAR})(?!\d))
    | (?<month>{MONTH})\ ?[/.-]\ ?(?<year>{YEAR})(?![\d/]|[.,]\d|-\d)
    | (?<day>{DAY})\ ?(?:-|đến|và|,|tới)\ ?(?:ngày\ )?(?={DAY}[/.-]{MONTH}(?!\d))
    | (?<day>{DAY})(?:\ ?[/.-]\ ?|\ tháng\ )(?<month>{MONTH})(?![\d%]|[/.,-]\d)
    """,
    regex.VERBOSE,
)
_LEAD_MONTH = regex.compile(rf"(?<month>{MONTH})(?!\d|[.,]\d)(?:(?:\ ?[/-]\ ?|\ ?,?\ ?năm\ )(?<year>{YEAR})(?!\d))?", regex.VERBOSE)
_LEAD_QUARTER = regex.compile(rf"(?<quarter>[1-4])(?!\d|[.,]\d)(?:(?:\ ?[/-]\ ?|\ ?,?\ ?năm\ )(?<year>{YEAR})(?!\d))?", regex.VERBOSE)
_ROMAN_QUARTER = regex.compile(r"(?r)(?<!\w)qu[ýí] (?<roman>i{1,3}|iv)(?: ?[/-] ?| ?,? ?năm )?")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = regex.compile(rf"(?<year>{YEAR})(?!\d|[.,]\d|[-/]\d)")
_MORE_YEARS = regex.compile(rf" ?(?:,|và|đến|so với) ?(?<year>{YEAR})(?!\d|[.,/]\d)")
_DAY_ALONE = regex.compile(rf"{DAY}(?!\d|[.,/-]\d)")
_IN_BRACKETS = regex.compile(r" ?[)\]]")
_SCHOOL_YEAR_STARTS = 9


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


def by_shape(
    folded: str, start: int, floor: int, lead: LeadHit | None, known: Anniversaries, *, counted: bool
) -> Mention | None:
    """A date, time or period that its own shape shows at ``start``.

    ``counted``: a unit stands behind, so that "8/10 thôn" is a part of a whole and no day of October.
    """
    day = day_at(folded, start, floor)
    if day is not None:
        begin = min(day.start, lead.start) if lead is not None and lead.lead.kind == "day" else day.start
        return Mention(begin, day.end, "date", day.day, day.day)
    match = _SHAPE.match(folded, start)
    if match is None:
        return None
    kind = "" if lead is None else lead.lead.kind
    begin = lead.start if lead is not None and kind in {"day", "month", "year", "school_year", "term", "time"} else start
    if match["clock"] is not None:
        return Mention(begin, match.end(), "time", None, None) if _is_clock(match["clock"], kind) else None
    if match["first"] is not None:
        return _years(begin, match, kind)
    if match["months"] is not None:
        return _months(start, match)
    if match["year"] is not None:
        return None if counted and kind != "month" else _month(begin, match.end(), int(match["year"]), int(match["month"]))
    if match["month"] is None:
        last = day_at(folded, match.end(), match.end())
        yearless = _SHAPE.match(folded, match.end()) if last is None else None
        if last is None:
            end = match.end() if yearless is None else yearless.end()
            return Mention(begin, end, "date", None, None) if kind == "day" or " " in match[0] else None
        first = day_or_none(last.day.year, last.day.month, int(match["day"]))
        return Mention(begin, last.end, "period", first, last.day) if first is not None and first < last.day else None
    return _yearless(folded, begin, match, kind, known, counted=counted)


def _is_clock(written: str, kind: str) -> bool:
    """"8 giờ" is a time of day only behind "lúc"; "8h30" always."""
    return kind == "time" or any(c.isdecimal() for c in written.lstrip("0123456789"))


def _years(begin: int, match: regex.Match[str], kind: str) -> Mention | None:
    first, last = int(match["first"]), int(match["last"])
    if last < first:
        return Mention(begin, match.end(), "period", None, None)
    if kind == "school_year":
        return Mention(
            begin, match.end(), "period", date(first, _SCHOOL_YEAR_STARTS, 1), date(last, _SCHOOL_YEAR_STARTS - 1, 31)
        )
    return Mention(begin, match.end(), "period", date(first, 1, 1), date(last, 12, 31))


def _months(start: int, match: regex.Match[str]) -> Mention | None:
    months = int(match["months"])
    if not 1 <= months <= 12:
        return None
    if match["year"] is None:
        return Mention(start, match.end(), "period", None, None)
    year = int(match["year"])
    if match["part"] == "cuối":
        return Mention(start, match.end(), "period", date(year, 13 - months, 1), date(year, 12, 31))
    return Mention(start, match.end(), "period", date(year, 1, 1), _month_end(year, months))


def _month(begin: int, end: int, year: int, month: int) -> Mention:
    return Mention(begin, end, "period", date(year, month, 1), _month_end(year, month))


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _yearless(
    folded: str, begin: int, match: regex.Match[str], kind: str, known: Anniversaries, *, counted: bool
) -> Mention | None:
    day, month = int(match["day"]), int(match["month"])
    if day_or_none(2000, month, day) is None:
        return None
    written_out = "tháng" in match[0]
    if written_out or kind in {"day", "year"}:
        return Mention(begin, match.end(), "date", None, None)
    bracketed = folded[match.start() - 1 : match.start()] in {"(", "["} and _IN_BRACKETS.match(folded, match.end())
    if "/" in match[0] and not counted and kind not in {"plain", "comparison"} and (bracketed or (day, month) in known.days):
        return Mention(begin, match.end(), "date", None, None)
    return None


def by_lead(folded: str, start: int, lead: LeadHit | None, floor: int, *, counted: bool) -> Mention | None:
    """A period that the word before the number makes: "năm 2022", "tháng 5", "quý III/2023".

    ``counted``: a unit stands behind, so that "mỗi tháng 2 lần" counts.
    """
    kind = "" if lead is None else lead.lead.kind
    begin = start if lead is None else lead.start
    year = _YEAR.match(folded, start)
    if year is not None and not counted:
        roman = _ROMAN_QUARTER.match(folded, floor, start)
        if roman is not None:
            return _quarter(roman.start(), year.end(), int(year["year"]), _ROMAN[roman["roman"]])
        end, last = year.end(), int(year["year"])
        while (more := _MORE_YEARS.match(folded, end)) is not None:
            end, last = more.end(), max(last, int(more["year"]))
        first = int(year["year"])
        begin = begin if kind in {"year", "school_year", "term"} else start
        return Mention(begin, end, "period", date(min(first, last), 1, 1), date(max(first, last), 12, 31))
    if kind == "year" and year is not None:
        return Mention(begin, year.end(), "period", date(int(year["year"]), 1, 1), date(int(year["year"]), 12, 31))
    if counted:
        return None
    if kind == "month":
        match = _LEAD_MONTH.match(folded, start)
        if match is not None:
            if match["year"] is not None:
                return _month(begin, match.end(), int(match["year"]), int(match["month"]))
            return Mention(begin, match.end(), "period", None, None)
    if kind == "quarter":
        match = _LEAD_QUARTER.match(folded, start)
        if match is not None:
            if match["year"] is not None:
                return _quarter(begin, match.end(), int(match["year"]), int(match["quarter"]))
            return Mention(begin, match.end(), "period", None, None)
    if kind == "day":
        match = _DAY_ALONE.match(folded, start)
        if match is not None:
            return Mention(begin, match.end(), "date", None, None)
    if kind == "life":
        match = regex.match(r"\d{1,3}(?!\d)", folded, pos=start)
        return None if match is None else Mention(begin, match.end(), "age", None, None)
    return None


def _quarter(begin: int, end: int, year: int, quarter: int) -> Mention:
    return Mention(begin, end, "period", date(year, 3 * quarter - 2, 1), _month_end(year, 3 * quarter))
