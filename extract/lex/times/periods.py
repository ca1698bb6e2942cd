"""Periods that a word before the number makes: "năm 2022", "tháng 5/2023", "quý III", "ngày 5"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from extract.dates import QUARTERS, YEAR, day_or_none
from extract.lex.actors import acts
from extract.lex.leads import NAMES, OF_DATES
from extract.lex.times.day_lists import end_of_list
from extract.lex.times.month_spans import MONTHS, month_end, month_of, quarter_of
from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_YEAR = re.compile(rf"(?P<year>{YEAR})(?!\d|[.,]\d|[-/]\d)")


def led_period(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A period that the word before the number makes: "năm 2022", "tháng 5", "quý III/2023"; and a year alone.

    Where a unit stands behind, the number counts: "mỗi tháng 2 lần"; but not behind "năm": "năm 2022 hộ nghèo còn 12",
    nor where that does something: "Quý 3 xã thu 2 tỷ đồng".
    """
    folded, start, kind = token.folded, token.start, token.lead_kind
    if len(token.digits) == len("2023") and kind != "life" and (kind == "year" or not token.counted):
        whole = _whole_year(token, vocabulary)
        if whole is not None:
            return whole
    born = kind == "life" and len(token.digits) == len("2023") and _YEAR.match(folded, start) is not None
    counts = token.counted and not born and not acts(token, vocabulary.actors)  # "sinh năm 1972 ấp 3", but "tuổi 45 hộ"
    shape = vocabulary.times.periods.led.get(kind)
    match = None if shape is None or counts else shape.match(folded, start)
    if match is None:
        return None
    begin, end = token.lead_start, match.end()
    if kind == "life":
        return Mention(begin, end if born else end_of_list(token, end, vocabulary), "age", None, None)
    if kind == "year":
        return Mention(begin, end, "period", None, None)  # "từ năm 1838"
    if kind == "day":
        return Mention(begin, end_of_list(token, end, vocabulary), "date", None, None)
    number = int(match["number"])
    if match["year"] is None:
        named = Mention(begin, end, "period", None, None)
        if kind == "month":
            named = vocabulary.times.spans.months_to(folded, begin, end, number)
        return named if named.end > end else named._replace(end=end_of_list(token, end, vocabulary))
    year = int(match["year"])
    if kind == "quarter":
        return quarter_of(begin, end, year, number)
    return vocabulary.times.spans.through_month(folded, month_of(begin, end, year, number))


def _whole_year(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A year, several, or the month of a crawler's stamp."""
    folded, start = token.folded, token.start
    whole = _YEAR.match(folded, start)
    if whole is not None and (token.lead_kind not in NAMES or _is_recent(int(whole["year"]))):
        return _years(token, whole, vocabulary)
    stamp = _STAMP.match(folded, start)
    if stamp is not None and folded[folded.rfind("\n", 0, start) + 1 : start].strip() in _BEFORE_STAMP:
        return month_of(start, stamp.end(), int(stamp["year"]), int(stamp["month"]))
    return None


def broken_year(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A year that a scanner has parted: "năm 201 8"; what stands before may have been read: "Ba tháng đầu năm"."""
    words = tuple(f"{word} " for word in vocabulary.amounts.years)
    if not token.folded.endswith(words, 0, token.start):
        return None
    match = _BROKEN_YEAR.match(token.folded, token.start)
    if match is None:
        return None
    year = int(match[0].replace(" ", ""))
    return Mention(token.lead_start, match.end(), "period", date(year, 1, 1), date(year, 12, 31))


_BROKEN_YEAR = re.compile(r"(?:(?:19[89]|20[0-4]) \d|2 0[0-4]\d)(?![\w%]|[.,/-]\d)|20 [0-4]\d(?= ?[,.;:)\n]|$)")
_STAMP = re.compile(rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])(?![\d-])")
_BEFORE_STAMP = frozenset({"", "date"})
"""Before the month at the top of a page as a crawler prints it: "date 2021-01 Xã xây 3 trường"."""


def numbered_period(token: NumberToken, end: int, number: int, vocabulary: LexVocabulary) -> Mention | None:
    """A month or quarter whose number is in words and ends at ``end``: "tháng tám", "quý hai năm 2023"."""
    months = 1 if token.lead_kind == "month" else 3
    if not 1 <= number * months <= MONTHS:
        return None
    match = vocabulary.times.periods.year_behind.match(token.folded, end)
    if match is None:
        return Mention(token.lead_start, end, "period", None, None)
    last = number * months
    first = date(int(match["year"]), last - months + 1, 1)
    return Mention(token.lead_start, match.end(), "period", first, month_end(first.year, last))


def numbered_day(token: NumberToken, end: int, day: int, month: int, vocabulary: LexVocabulary) -> Mention | None:
    """A day whose numbers are in words: "ngày hai mươi tháng mười năm 2023"."""
    if day_or_none(2000, month, day) is None:
        return None
    match = vocabulary.times.periods.year_behind.match(token.folded, end)
    dated = None if match is None else day_or_none(int(match["year"]), month, day)
    return Mention(token.lead_start, end if match is None else match.end(), "date", dated, dated)


def _is_recent(year: int) -> bool:
    """Whether a number behind a word that names may be the year: "Kế hoạch 2023", not "Quyết định 1956"."""
    return _FIRST_RECENT <= year <= _LAST_RECENT


_FIRST_RECENT, _LAST_RECENT = 1990, 2050


def _years(token: NumberToken, match: re.Match[str], vocabulary: LexVocabulary) -> Mention:
    """One year or several: "năm 2021, 2022 và 2023"."""
    first = last = int(match["year"])
    end, shape = match.end(), vocabulary.times.periods.more_years
    while (more := shape.match(token.folded, end)) is not None:
        end, first, last = more.end(), min(first, int(more["year"])), max(last, int(more["year"]))
    begin = token.lead_start if token.lead_kind in OF_DATES else token.start
    return Mention(begin, end, "period", date(first, 1, 1), date(last, 12, 31))


def roman_quarter(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """A quarter in Roman digits, with its year if it has one: "quý III/2023"."""
    if token.lead_kind != "quarter":
        return None
    match = vocabulary.times.periods.roman_quarter.match(token.folded, token.start)
    if match is None:
        return None
    if match["year"] is None:
        return Mention(token.lead_start, match.end(), "period", None, None)
    return quarter_of(token.lead_start, match.end(), int(match["year"]), QUARTERS[match["roman"]])
