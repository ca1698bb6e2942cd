"""What stands around a date and tells whether it is that of the event, and which year a page is of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.date_words import DateWords
from extract.facts.event.lunar import LunarDays
from extract.joints import Joints
from extract.lex.times.anniversaries import Anniversaries
from extract.text import any_of, whole_word

if TYPE_CHECKING:
    from extract.lex.times.calendar import Calendar
    from extract.rulefiles import RuleFiles

_KEYS = (
    "before_another_day",
    "behind_another_day",
    "hours",
    "commemorates",
    "reviews",
    "honours",
    "sums_up",
    "plans",
    "carried_out",
    "feasts",
    "assemblies",
    "counted_up_to",
    "counted_in_passing",
    "describes",
    "leads_to_term",
    "since_then",
    "cites",
    "passed",
    "back_then",
)
_REACH = 100
"""How far before a date, in characters, its clause is looked at."""


@dataclass(frozen=True, slots=True)
class EventWords:
    """The section ``event_days`` of the rule files and what else days are told by, compiled."""

    calendar: Calendar
    lunar: LunarDays
    anniversaries: Anniversaries
    said: regex.Pattern[str]
    """Ends a text that has just said which day: "sáng nay (", "thứ ba, "."""
    before_another: regex.Pattern[str]
    """Ends a text behind which a date is not that of the event: "tính đến ", "sinh "."""
    behind_another: regex.Pattern[str]
    """Matches behind such a date: " của", " (âm lịch)"."""
    hours: regex.Pattern[str]
    """Opens a date that tells the hour of an event too: "chiều 22/4"."""
    commemorates: regex.Pattern[str]
    """Ends a text behind which a bare date is what a feast is of: "mừng 30 năm ngày thành lập hội ("."""
    reviews: regex.Pattern[str]
    """Ends a text that looks back on the period behind it: "tổng kết công tác "."""
    honours: regex.Pattern[str]
    """Ends a text that honours what was done in the school year behind it: "tuyên dương học sinh giỏi "."""
    sums_up: regex.Pattern[str]
    """Ends a text that sums up the year behind it: "tổng kết công tác hội "."""
    plans: regex.Pattern[str]
    """Ends a text that looks ahead to the period behind it: "phương hướng, nhiệm vụ "."""
    carried_out: regex.Pattern[str]
    """Ends a text that tells what became of the plans of the period behind it: "hoàn thành các chỉ tiêu "."""
    feasts: regex.Pattern[str]
    """Ends a text behind which a year is that of a feast: "tết nguyên đán canh tý "."""
    describes: regex.Pattern[str]
    """Tells what a place is or how it came to be."""
    assemblies: regex.Pattern[str]
    """Those that open a term of office."""
    counted_up_to: regex.Pattern[str]
    """Ends a text behind which a date is that of what is reported: "tính đến "."""

    counted_in_passing: regex.Pattern[str]
    """Ends a text that has just begun to tell up to when something was counted: ", đến "."""

    term_opens: regex.Pattern[str]
    """Ends a text whose next sentence a term opens: ". ", "\\nTrong "."""

    since_then: regex.Pattern[str]
    """Matches behind a year from which on something is told: " đến nay"."""

    cites: regex.Pattern[str]
    """All of a line that cites documents: "căn cứ luật ... ngày 26/11/2003;"."""

    passed: regex.Pattern[str]
    """Ends a text behind which stands the day that a document was passed: "được hđnd xã thông qua "."""

    back_then: regex.Pattern[str]
    """Ends a text behind which a month lies back from the day of the page: "bị lũ hồi "."""

    kept_years: regex.Pattern[str]
    """An anniversary with its years alone: "kỷ niệm 70 năm Ngày Thương binh Liệt sĩ (1947-2017)"."""

    day_month: regex.Pattern[str]
    """A day with its month, and the first of several days of that: "5/9", "12, 13 và 14 tháng 5"."""

    @classmethod
    def load(cls, files: RuleFiles, calendar: Calendar) -> EventWords:
        """Compile the words; later files add to earlier ones."""
        dates, joints = DateWords.load(files), Joints.load(files)
        one = {key: whole_word(any_of(words)) for key, words in files.lists("event_days", *_KEYS).items()}
        return cls(
            calendar,
            LunarDays(files),
            Anniversaries.load(files, joints),
            said=regex.compile(rf"(?r){whole_word(any_of((*calendar.distances, *calendar.weekdays)))}[ (,-]*\Z"),
            before_another=regex.compile(rf"(?r){one['before_another_day']}[ (:]*\Z"),
            behind_another=regex.compile(rf"[ ,]?\(?{one['behind_another_day']}"),
            hours=regex.compile(one["hours"]),
            commemorates=regex.compile(rf"{one['commemorates']}[^.;,\n]*+\Z"),
            reviews=regex.compile(rf"{one['reviews']}(?:[^.;\n\d]|(?<!\d)\d\d?(?!\d))*+\Z"),
            honours=regex.compile(rf"{one['honours']}(?:[^.;\n\d]|(?<!\d)\d\d?(?!\d))*+\Z"),
            sums_up=regex.compile(rf"{one['sums_up']}[^.;\n\d]*+\Z"),
            plans=regex.compile(rf"{one['plans']}[^.;\n\d]*+\Z"),
            carried_out=regex.compile(rf"{one['carried_out']}[^.;\n\d]*+\Z"),
            feasts=regex.compile(rf"{one['feasts']}[^.;,\n\d]*+\Z"),
            assemblies=regex.compile(one["assemblies"]),
            describes=regex.compile(one["describes"]),
            counted_up_to=regex.compile(rf"(?r){one['counted_up_to']}[ (:]*\Z"),
            term_opens=regex.compile(rf"(?r)(?:^|\n|[.;!:?*+•-]\s)\s*(?:{one['leads_to_term']} )?$"),
            kept_years=regex.compile(
                rf"(?<!\d)(?P<years>\d{{2,3}}) {dates.year} [^.;()\n]{{0,80}}?"
                r"\((?P<first>1\d{3}) ?[-–/] ?(?P<last>20\d\d)\)"
            ),
            day_month=_day_month(dates, joints),
            since_then=regex.compile(rf" {one['since_then']}"),
            cites=regex.compile(rf"\W*{one['cites']}[^\n]*[;,]\s*"),
            passed=regex.compile(rf"{one['passed']}[^.;\n]*+\Z"),
            back_then=regex.compile(rf"(?r){one['back_then']} \Z"),
            counted_in_passing=regex.compile(rf"(?:\A|\n|[.;,:] ){one['counted_in_passing']} \Z"),
        )

    @staticmethod
    def ends(pattern: regex.Pattern[str], folded: str, end: int) -> bool:
        """Whether the text up to ``end`` ends as the pattern says."""
        return pattern.search(folded, max(0, end - _REACH), end) is not None


def _day_month(words: DateWords, joints: Joints) -> regex.Pattern[str]:
    day, also = rf"(?:{words.day}\s+)?", rf"(?:,|{joints.both})"
    return regex.compile(
        rf"(?:(?P<first>\d{{1,2}})\s*(?:-|{joints.to}|{also})\s*{day}(?:\d{{1,2}}\s*{also}\s*{day}){{0,4}}+)?"
        rf"(?P<day>\d{{1,2}})\s*(?:[/.-]|{words.month})\s*(?P<month>\d{{1,2}})(?!\s*[/.-]?\d)"
    )
