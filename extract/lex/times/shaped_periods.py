"""Dates, times and periods told by their shape: "12/5/2023", "8h30", "2020-2025", "12, 13 và 14/5"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from extract.dates import DAY, MONTH, day_or_none
from extract.lex.amount import TIMES
from extract.lex.leads import OF_DATES
from extract.lex.ranges import decimals_ranged, ends_of_range
from extract.lex.times.day_leads import may_be_part
from extract.lex.times.month_spans import month_of
from extract.model import Mention

if TYPE_CHECKING:
    from extract.dates import Day
    from extract.lex.number_tokens import NumberToken
    from extract.lex.times.time_shapes import TimeShapes
    from extract.lex.vocabulary import LexVocabulary

_SHARE = re.compile(r" ?[,(] ?(?:[^\W\d]+ ){0,3}(?P<share>\d{1,3}(?:[.,]\d{1,2})?) ?%")
_IN_BRACKETS = re.compile(r" ?[)\]]")
_SCHOOL_YEAR_STARTS = 9


def shaped_period(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A date, time or period that its own shape shows."""
    folded, start, kind, times = token.folded, token.start, token.lead_kind, vocabulary.times
    if not kind and folded[start - 1 : start] in {"(", " "} and folded.endswith(times.days.days_in_bracket, 0, start):
        kind = "day"  # "trong 2 ngày (18 và 19-7)", "hai ngày: 3 và 4-8"
    if kind == "day":
        short = _day_and_month(token, vocabulary)
        if short is not None:
            return short
    day = times.dates.at(folded, start, token.floor)
    if day is not None:
        return _through_day(folded, min(day.start, token.lead_start) if kind == "day" else day.start, day, times)
    span = times.spans.span_of_year(folded, start, token.end, token.digits)
    if span is not None:
        return span
    match = times.days.shape.match(folded, start)
    return None if match is None else _shaped(token, match, kind, vocabulary)


def _shaped(token: NumberToken, match: re.Match[str], kind: str, vocabulary: LexVocabulary) -> Mention | None:
    """What any shape but that of a whole day makes; ``kind`` is that of the word before."""
    folded, times = token.folded, vocabulary.times
    begin = token.lead_start if kind in OF_DATES else token.start
    if match["clock"] is not None:
        return Mention(begin, match.end(), "time", None, None) if _is_clock(match["clock"], kind, times) else None
    if match["first"] is not None:
        return _years(begin, match, kind)
    counted = _is_fraction(token, vocabulary) or decimals_ranged(token, vocabulary)
    if match["month"] is not None:
        month = month_of(begin, match.end(), int(match["year"]), int(match["month"]))
        return None if counted and kind != "month" else times.spans.through_month(folded, month)
    if match["short"] is not None:
        day_of = day_or_none(2000 + int(match["short"]), int(match["first_month"]), int(match["day"]))
        return None if day_of is None else Mention(begin, match.end(), "date", day_of, day_of)
    if match["to"] is not None:
        return _from_yearless(folded, begin, match, times)
    return _day_of_month(token, begin, match, kind, vocabulary, counted=counted)


def _day_of_month(
    token: NumberToken, begin: int, match: re.Match[str], kind: str, vocabulary: LexVocabulary, *, counted: bool
) -> Mention | None:
    """A day without its year, or several: "23-8", "2-9", "12, 13 và 14/5"; ``counted``: it may be a part of a whole."""
    folded = token.folded
    if match["first_month"] is None and match["of_month"] is None:
        follow = kind in _DAYS_FOLLOW and not counted
        several = _several_days(folded, begin, match, vocabulary, follow=follow) if kind != "ordinal" else None
        dashed = _DASHED_DAY.match(folded, token.start) if several is None else None
        return several if dashed is None else _feast(token, begin, dashed, vocabulary, counted=counted)
    feast = _to_dashed(folded, begin, match, kind, vocabulary) or _feast(
        token, begin, match, vocabulary, counted=counted
    )
    counted = counted or ("-" in match[0] and _is_measured(folded, match.end(), vocabulary))
    told = feast or _yearless(token, begin, match, kind, vocabulary, counted=counted)
    return told if told is None or kind != "day" else told._replace(end=_end_of_days(folded, told.end, vocabulary))


def _day_and_month(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A day behind a word for it, with its month and no year: "ngày 23/8"."""
    folded = token.folded
    short = _DAY_AND_MONTH.match(folded, token.start)
    if short is None or folded[short.end() : short.end() + 2] in vocabulary.times.days.joins:
        return None
    if day_or_none(2000, int(short[2]), int(short[1])) is None:
        return None
    return Mention(token.lead_start, _end_of_days(folded, short.end(), vocabulary), "date", None, None)


def _end_of_days(folded: str, end: int, vocabulary: LexVocabulary) -> int:
    """The end of further days behind one that ends at ``end``; "8/10 thôn" are none."""
    next_day = vocabulary.times.days.next_day
    while (following := next_day.match(folded, end)) is not None:
        hit = vocabulary.amounts.units.at(folded, following.end())
        if hit is not None and hit.unit.kind not in TIMES:
            break
        end = following.end()
    return end


def _several_days(
    folded: str, begin: int, match: re.Match[str], vocabulary: LexVocabulary, *, follow: bool
) -> Mention | None:
    """Some days of one month, from the first to the last: "12, 13 và 14/5"; ``follow``: without a year too."""
    times = vocabulary.times
    passed = times.days.passed_days.match(folded, match.end())
    at = match.end() if passed is None else passed.end()
    last = times.dates.at(folded, at, at)
    if last is None:
        yearless = times.days.shape.match(folded, at)
        end = at if yearless is None else yearless.end()
        is_range = _is_range_of_days(match, yearless)
        counted = (is_range or "-" in folded[match.start() : end]) and _is_measured(folded, end, vocabulary)
        in_brackets = folded[begin - 1 : begin] == "(" and folded[end : end + 1] == ")" and "-" in match[0]  # "(5-8/7)"
        told = follow or in_brackets or is_range
        return Mention(begin, end, "date", None, None) if told and not counted else None
    first = day_or_none(last.day.year, last.day.month, int(match["day"]))
    return Mention(begin, last.end, "period", first, last.day) if first is not None and first < last.day else None


def _is_range_of_days(match: re.Match[str], last: re.Match[str] | None) -> bool:
    """Whether two days of a month can be nothing else: "khoảng 16-18/2", "hai ngày 25 và 26/12"; not "5-7/10"."""
    if last is None or "/" not in last[0] or not last["of_month"]:
        return False
    days = int(last["day"]) - int(match["day"])
    return (days == 1 or (days > 0 and "-" in match[0])) and int(last["day"]) > int(last["of_month"])


def _feast(
    token: NumberToken, begin: int, match: re.Match[str], vocabulary: LexVocabulary, *, counted: bool
) -> Mention | None:
    """A day with a close dash that is known: "lễ 2-9", "giải 30-4 môn Toán"; ``None`` for "2-9 con bò"."""
    day = int(match["day"]), int(match["of_month"] or 0)
    if counted or "-" not in match[0] or " " in match[0] or day not in vocabulary.anniversaries.days:
        return None
    if token.lead_kind in _NEVER_DAYS or token.lead_kind == "opens":
        return None
    ends = None if token.amount is None or day[0] > day[1] else ends_of_range(token, token.amount, vocabulary)
    known = ends is None or ends[1].kind == "number"  # no range falls, and none is of nothing
    return Mention(begin, match.end(), "date", None, None) if known else None


def _to_dashed(folded: str, begin: int, match: re.Match[str], kind: str, vocabulary: LexVocabulary) -> Mention | None:
    """From a day with a dash to another: "từ ngày 28-4 đến 2-5"; but "từ 5-10 đến 8-12 tấn"."""
    last = vocabulary.times.days.to_dashed.match(folded, match.end("day"))
    if last is None or (kind != "day" and _is_measured(folded, last.end(), vocabulary)):
        return None
    return Mention(begin, last.end(), "date", None, None)


_DAYS_FOLLOW = frozenset({"day", "opens"})
_NEVER_DAYS = frozenset({"plain", "comparison", "name", "ordinal", "document", "programme", "phone", "other"})
"""Kinds of words before "3/12" that make it no day: "xếp thứ 3/12", "trang 1/5"."""
_DASHED_DAY = re.compile(rf"(?P<day>{DAY})-(?P<of_month>{MONTH})(?![\d%]|[/.-]\d|,\d)")
"""A day with a close dash, where more days seem to follow: "ngày Khuyến học 2-10, ngày 22-9 Hội họp"."""
_DAY_AND_MONTH = re.compile(rf"({DAY})/({MONTH})(?![\d%]| ?[/.,-] ?\d| ?-)")
"""The commonest shape of all, told before the others: "ngày 23/8"."""
_LONGEST_WHOLE = 24
_FRACTION_SHAPE = re.compile(r"\d++ ?/ ?\d++(?![/.,-]\d)")


def _is_fraction(token: NumberToken, vocabulary: LexVocabulary) -> bool:
    """Whether a unit stands behind, so that "8/10 thôn" is a part of a whole and no day of October."""
    # Without an end the pattern looks for its slash through all of the text.
    match = _FRACTION_SHAPE.match(token.folded, token.start, token.end + _LONGEST_WHOLE)
    hit = None if match is None else vocabulary.amounts.units.at(token.folded, match.end())
    return hit is not None and hit.unit.kind not in TIMES and not hit.unit.verb  # "Ngày hội 18/11 bằng nhiều hình thức"


def _is_measured(folded: str, end: int, vocabulary: LexVocabulary) -> bool:
    """Whether a unit or money stands behind two numbers, so that "từ 1,5-2 triệu" is an amount and no day."""
    words = vocabulary.amounts
    return words.units.at(folded, end) is not None or words.money.tail(folded, end) is not None


def _is_clock(written: str, kind: str, times: TimeShapes) -> bool:
    """A time of day rather than a duration: "8h30" and "7h" always, "8 giờ" only behind "lúc"."""
    return kind == "time" or not written.endswith(times.days.hours)


def _years(begin: int, match: re.Match[str], kind: str) -> Mention | None:
    first, last = int(match["first"]), int(match["last"])
    if "/" in match[0] and last != first + 1:
        return None
    if last < first:
        return Mention(begin, match.end(), "period", None, None)
    if kind == "school_year":
        return Mention(
            begin, match.end(), "period", date(first, _SCHOOL_YEAR_STARTS, 1), date(last, _SCHOOL_YEAR_STARTS - 1, 31)
        )
    return Mention(begin, match.end(), "period", date(first, 1, 1), date(last, 12, 31))


def _last_without_year(folded: str, first: Day, times: TimeShapes) -> Day | None:
    """The day that one with its year leads to: the "28.2" of "15.12.2020 đến 28.2"."""
    match = times.days.through_yearless.match(folded, first.end)
    if match is None:
        return None
    for year in (first.day.year, first.day.year + 1):
        day = day_or_none(year, int(match[2]), int(match[1]))
        if day is not None and day > first.day:
            return first._replace(day=day, end=match.end())
    return None


def _through_day(folded: str, begin: int, first: Day, times: TimeShapes) -> Mention:
    """The day, or all days from it to another: "từ 15/12/2022 đến 14/6/2023".

    The same day of two years is one day twice, an anniversary: "31 năm thành lập (06/12/1989 - 06/12/2020)".
    """
    if folded[first.end : first.end + 2] not in times.days.joins:
        return Mention(begin, first.end, "date", first.day, first.day)
    join = times.days.through_day.match(folded, first.end)
    last = times.dates.at(folded, join.end(), join.end()) if join else _last_without_year(folded, first, times)
    if last is None or last.day <= first.day or last.day.timetuple()[1:3] == first.day.timetuple()[1:3]:
        return Mention(begin, first.end, "date", first.day, first.day)
    return Mention(begin, last.end, "period", first.day, last.day)


def _from_yearless(folded: str, begin: int, match: re.Match[str], times: TimeShapes) -> Mention | None:
    """From a day without a year to one with it: "từ 1/1 đến 30/6/2023"."""
    last = times.dates.at(folded, match.end(), match.end())
    if last is None:
        return None
    for year in (last.day.year, last.day.year - 1):
        first = day_or_none(year, int(match["first_month"]), int(match["day"]))
        if first is not None and first < last.day:
            return Mention(begin, last.end, "period", first, last.day)
    return None


def _yearless(
    token: NumberToken, begin: int, match: re.Match[str], kind: str, vocabulary: LexVocabulary, *, counted: bool
) -> Mention | None:
    folded = token.folded
    day, month = int(match["day"]), int(match["first_month"] or match["of_month"])
    if day_or_none(2000, month, day) is None:
        return None
    written_out = match["written_out"] is not None or (match["range"] is not None and not counted)
    before = vocabulary.day_leads.before(folded, match.start()) if "/" in match[0] else None
    if before is not None and not counted and (day > month or not may_be_part(folded, match, before)):
        return Mention(begin, match.end(), "date", None, None)
    falls = "-" in match[0] and day > month and not counted and kind not in _NEVER_DAYS  # "làm việc 29-12": no range
    on_its_line = "/" in match[0] and not counted and _is_date_line(folded, match)
    led = kind == "day" or (kind == "year" and not counted)  # "cây lâu năm 20/10 ha" is no day
    if written_out or led or falls or on_its_line:
        return Mention(begin, match.end(), "date", None, None)
    known = (day, month) in vocabulary.anniversaries.days
    if (
        known
        and kind == "plain"
        and "/" in match[0]
        and not counted
        and vocabulary.anniversaries.tells(folded, token.start)
    ):
        return Mention(begin, match.end(), "date", None, None)  # "ngày Quốc tế Người cao tuổi 1/10"
    inner = folded[max(0, match.start() - len("% ( ")) : match.start()].rstrip(" ")
    near = inner.rstrip("([")
    bracketed = near != inner and _IN_BRACKETS.match(folded, match.end())
    if (
        "/" in match[0]
        and not counted
        and kind not in _NEVER_DAYS
        and not near.rstrip(" ").endswith("%")  # "100% (12/12)"
        and (bracketed or known)
        and not (before is None and _has_its_share(folded, match.end(), day / month))
    ):
        return Mention(begin, match.end(), "date", None, None)
    return None


_LONG_LINE = 40
"""A line of so many characters is no cell of a table."""


def _is_date_line(folded: str, match: re.Match[str]) -> bool:
    """Whether a day is all of a line, written with a nought and above running text: "4/01"."""
    start, end = match.span()
    nought = "0" in {match["day"][0], (match["first_month"] or match["of_month"] or "")[:1]}
    if not nought or folded[end : end + 1] != "\n":
        return False
    below = folded.find("\n", end + 1)
    return (not start or folded[start - 1] == "\n") and (below < 0 or below - end > _LONG_LINE)


def _has_its_share(folded: str, end: int, part: float) -> bool:
    """Whether just the percentage stands behind that two numbers come to: "xã có 5/6, đạt 83%" is no fifth of June."""
    share = _SHARE.match(folded, end)
    if share is None:
        return False
    decimals = len(share["share"].replace(".", ",").partition(",")[2])
    return abs(100 * part - float(share["share"].replace(",", "."))) < float(10**-decimals)
