"""Words that days, times of day and periods are written with: "8 giờ 30 phút, thứ hai, ngày 5 tháng 9 năm 2022"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.text import any_of, fold

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles

_LISTS = ("hour", "minute", "at", "part_of_day", "school")
_UNITS = ("day", "week", "month", "quarter", "year")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class DateWords:
    """Groups that match any word of a kind, for patterns of all flags, and the same words where one looks them up."""

    day: str
    """"ngày"."""
    month: str
    """"tháng"."""
    quarter: str
    """"quý"."""
    year: str
    """"năm"."""
    school: str
    """Between the word for a year and that in which a school year begins: "học"."""
    of: str
    """From a part to its whole: "của"."""
    first: str
    """"đầu"."""
    last: str
    """"cuối"."""
    at: str
    """Before a time of day: "lúc"."""
    part_of_day: str
    """"sáng"."""
    day_mark: str
    """Between the word for a day and one of the first ten: "mùng"."""
    weekday: str
    """"thứ hai", as a word."""
    month_named: str
    """"giêng"; what is a year as well only before that or a comma: "9 tháng năm 2022" are nine months of the year."""
    clock: str
    """A time of day: ``8h30``, ``15:20``, ``10:52:45``, ``7 giờ 30 phút``, ``8 giờ``."""
    month_numbers: dict[str, int]
    """Months by name."""
    said: dict[str, frozenset[str]]
    """Words by kind: "day", "month", "quarter", "year", "hour", "at", "last"."""
    weekdays: frozenset[str]

    @staticmethod
    def load(files: RuleFiles) -> DateWords:
        """Read ``written_dates``, ``month_names``, ``said_units`` and the like of all rule files.

        Raises ``RuleError`` with file and line for a list that nothing reads and a month that no year has.

        >>> from extract.rulefiles import load
        >>> words = DateWords.load(load())
        >>> words.quarter, words.month_numbers["chạp"]
        ('(?:quí|quý)', 12)
        """
        said = {
            **files.lists("written_dates", *_LISTS),
            **files.lists("said_units", *_UNITS),
            "last": files.lists("said_edges", "start", "end")["end"],
        }
        months, weekdays = _month_numbers(files), _weekdays(files)
        return DateWords(
            day=any_of(said["day"]),
            month=any_of(said["month"]),
            quarter=any_of(said["quarter"]),
            year=any_of(said["year"]),
            school=any_of(said["school"]),
            of=files.any_of("period_of"),
            first=any_of(files.lists("said_edges", "start", "end")["start"]),
            last=any_of(said["last"]),
            at=any_of(said["at"]),
            part_of_day=any_of(said["part_of_day"]),
            day_mark=files.any_of("day_marks"),
            weekday=rf"{any_of(weekdays)}(?!\w)",
            month_named=_named(months, said["year"]),
            clock=_clock(any_of(said["hour"]), any_of(said["minute"]), any_of(said["part_of_day"])),
            month_numbers=months,
            said=said,
            weekdays=weekdays,
        )


def _clock(hour: str, minute: str, part: str) -> str:
    """``15:20`` and ``8h30``, seconds included; ``7 giờ 30 phút`` and ``7g30``; ``8 giờ``, ``8h``, ``22g tối``."""
    return (
        r"(?:[01]?\d|2[0-3])(?:"
        rf"(?::|\ ?h\ ?)[0-5]\d(?::[0-5]\d)?(?!\d)(?:\ ?(?:{minute}|[ap]m)(?!\w))?"
        r"|h\d(?!\d|[.,]\d)"
        rf"|\ ?(?:{hour}|g)\ ?[0-5]\d(?!\d)(?:\ ?{minute}(?!\w))?"
        rf"|\ ?(?:{hour}|h)(?!\w)|g(?=\ {part}(?!\w)))"
    )


def _named(months: dict[str, int], years: frozenset[str]) -> str:
    """Any of the names of months, the longest first."""
    plain, ambiguous = any_of(months.keys() - years), any_of(months.keys() & years)
    return rf"(?:{plain}|{ambiguous}(?=\ {any_of(years)}|,))"


def _month_numbers(files: RuleFiles) -> dict[str, int]:
    months: dict[str, int] = {}
    for section in files.sections("month_names"):
        for name, node in section.mapping().items():
            month = node.whole_number("the month")
            if not 1 <= month <= _MONTHS:
                node.fail(f"there is no month {month}", "write 1 to 12")
            months[fold(name)] = month
    return months


def _weekdays(files: RuleFiles) -> frozenset[str]:
    return frozenset(
        fold(name)
        for section in files.sections("weekdays")
        for node in section.mapping().values()
        for name in node.texts()
    )
