"""All shapes of days, times and periods, compiled once from the words of the rule files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.dates import DAY, MONTH, YEAR, Dates
from extract.lex.times.date_signs import DateSigns
from extract.lex.times.month_spans import MonthSpans, to

if TYPE_CHECKING:
    from extract.date_words import DateWords
    from extract.joints import Joints


_DOTTED = rf"{DAY}\.{MONTH}(?!\d|[.,/]\d)"
_NUMBERS = {"day": DAY, "month": MONTH, "quarter": "[1-4]", "life": r"\d{2,3}"}
_LOOK = 2


@dataclass(frozen=True, slots=True)
class DayLists:
    """The shapes of several days, months or ages, compiled."""

    more: dict[str, re.Pattern[str]]
    """By the kind of the word before the first: the next number, with what joins it."""
    joining: frozenset[str]
    """The characters that ``more`` begins with, spaces aside."""
    dotted_range: re.Pattern[str]

    @staticmethod
    def of(words: DateWords, joints: Joints) -> DayLists:
        """The lists of days in the words of the rule files."""
        joined = rf"(?: ?[,;–-] ?| {joints.both} )(?:{joints.before_next} )?"
        return DayLists(
            more={
                kind: re.compile(rf"{joined}(?P<number>{number})(?!\d|[.,/-]\d| ?%)")
                for kind, number in _NUMBERS.items()
            },
            joining=frozenset(",;–-").union(joints.both_letters),
            dotted_range=re.compile(rf"{_DOTTED} ?(?:[-–]|{joints.to}) ?(?:{joints.until} )?{words.day} {_DOTTED}"),
        )


@dataclass(frozen=True, slots=True)
class Durations:
    """The shape of several numbers before one unit, compiled."""

    series: re.Pattern[str]
    starts: frozenset[str]
    """How the words that join numbers begin, and the space before them."""

    @staticmethod
    def of(joints: Joints) -> Durations:
        """The series in the words of the rule files."""
        return Durations(
            re.compile(
                rf"\d{{1,3}}(?: ?(?:[,-]|{joints.any}) ?(?:{joints.before_next} )?\d{{1,3}}){{1,8}}+(?![\d/.,])"
            ),
            frozenset(f" {word[:_LOOK]}" for word in joints.words),
        )


@dataclass(frozen=True, slots=True)
class PeriodShapes:
    """The shapes of periods behind a word of the calendar, compiled."""

    led: dict[str, re.Pattern[str]]
    """By the kind of the word, what the number behind it must look like."""
    roman_quarter: re.Pattern[str]
    more_years: re.Pattern[str]
    """A further year with what joins it: " và năm 2023"."""
    year_behind: re.Pattern[str]
    """The year of a day, month or quarter whose number is in words."""

    @staticmethod
    def of(words: DateWords, joints: Joints) -> PeriodShapes:
        """The shapes of periods in the words of the rule files."""
        dated = rf"(?:(?: ?[/.-] ?| ?,? ?{words.year} )(?P<year>{YEAR})(?!\d))?"
        ends = r"(?!\d|[.,]\d(?!\d{3}))"
        return PeriodShapes(
            led={
                "month": re.compile(rf"(?P<number>{MONTH}){ends}{dated}"),
                "quarter": re.compile(rf"(?P<number>[1-4]){ends}{dated}"),
                "day": re.compile(rf"{DAY}(?!\d|[.,/-]\d)"),
                "year": re.compile(r"1[0-8]\d\d(?!\d|[.,/-]\d)"),
                "life": re.compile(
                    rf"\d{{1,4}}(?:[.,]\d)?(?: ?(?:[-–]|{joints.to}) ?\d{{2}}(?!\w|[.,/]\d))?(?!\d|[.,]\d| ?/ ?\d)"
                ),
            },
            roman_quarter=re.compile(rf"(?P<roman>i{{1,3}}|iv)(?!\w){dated}"),
            more_years=re.compile(
                rf" ?(?:,|(?:{joints.both}|{joints.to})(?: {words.year})?|{joints.against})"
                rf" ?(?P<year>{YEAR})(?!\d|[.,/-]\d)"
            ),
            year_behind=re.compile(rf"(?: ?[/-] ?|,? (?:{words.of} )?{words.year} )(?P<year>{YEAR})(?!\d|[.,/]\d)"),
        )


@dataclass(frozen=True, slots=True)
class DayShapes:
    """The shapes of days without a year, times and spans of years, compiled."""

    shape: re.Pattern[str]
    """Any of them, by its groups."""
    passed_days: re.Pattern[str]
    """The days between the first and the last: the "13 và" of "ngày 12, 13 và 14/5"."""
    through_day: re.Pattern[str]
    """What leads from a day to another with its year."""
    through_yearless: re.Pattern[str]
    """What leads from a day to another without a year, and that."""
    to_dashed: re.Pattern[str]
    """From the dash of a day to the end of another with one: "-4 đến 2-5"."""
    next_day: re.Pattern[str]
    """A further day with its month: the "và 14/11" of "ngày 25/2 và 14/11"."""
    joins: frozenset[str]
    """The two characters that lead to another day."""
    days_in_bracket: tuple[str, ...]
    """What says that a bracket or a list holds days: "ngày (" of "trong 2 ngày (18 và 19-7)", "ngày: "."""
    hours: tuple[str, ...]
    """What ends a time of day that may be a duration: "giờ"."""

    @staticmethod
    def of(words: DateWords, joints: Joints) -> DayShapes:
        """The shapes of days in the words of the rule files."""
        more, day = _more_days(words, joints), rf"(?:{words.day}\ )?"
        through = to(joints)
        return DayShapes(
            shape=_any_shape(words, joints),
            passed_days=re.compile(more),
            through_day=re.compile(rf"{through}{day}(?={DAY}[/.-]{MONTH}[/.-]{YEAR})"),
            through_yearless=re.compile(rf"{through}{day}({DAY})[/.]({MONTH})(?![\d%]|[/.,-]\d)"),
            to_dashed=re.compile(rf"-{MONTH} {joints.to} (?:{joints.until} )?{day}{DAY}-{MONTH}(?![\d%]|[/.,-]\d)"),
            next_day=re.compile(rf"(?: ?[,;] ?| {joints.both} | & ){day}{DAY}/{MONTH}(?![\d%/]| ?[.,-] ?\d)"),
            joins=frozenset({" -", "- "}).union(
                (f"-{digit}" for digit in range(10)), (f" {letter}" for letter in joints.to_letters)
            ),
            days_in_bracket=tuple(f"{word}{mark}" for word in sorted(words.said["day"]) for mark in (" (", ": ")),
            hours=tuple(sorted(words.said["hour"])),
        )


def _more_days(words: DateWords, joints: Joints) -> str:
    """Up to four days that more follow."""
    return rf"(?:{DAY}(?:\ ?[,&]\ ?|\ {joints.both}\ )(?:{words.day}\ )?){{0,4}}"


def _any_shape(words: DateWords, joints: Joints) -> re.Pattern[str]:
    day, month, clock, through = rf"(?:{words.day}\ )?", rf"\ {words.month}\ ", words.clock, to(joints)
    return re.compile(
        rf"""
        (?P<clock>{clock})(?:\ ?-\ ?(?:{clock}))?
        | (?P<first>{YEAR})\ ?[-/]\ ?(?P<last>{YEAR})(?![\d/])
        | (?P<month>{MONTH})\ ?[/.-]\ ?(?P<year>{YEAR})(?![\d/]|[.,]\d|-\d)
        | (?P<day>{DAY})(?:
            /(?P<first_month>{MONTH})(?:
                /(?P<short>\d\d)(?![\d/]|[.,]\d)
              | (?P<to>{through}{day}(?={DAY}[/.-]{MONTH}[/.-]{YEAR}))
              | (?P<range>{through}{day}{DAY}/{MONTH}(?![\d%]|[/.,-]\d))
            )
          | \ ?(?:[-,&]|{joints.any})\ ?{day}(?={_more_days(words, joints)}{DAY}(?:[/.-]|{month}){MONTH}(?!\d))
          | (?:\ ?[/.-]\ ?|(?P<written_out>{month}))(?P<of_month>{MONTH})(?![\d%]|[/.,-]\d)
          )
        """,
        re.VERBOSE,
    )


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
