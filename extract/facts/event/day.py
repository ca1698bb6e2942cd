"""When the event of a page happened: the first day that its lead or title names as that of the event."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.dates import day_or_none
from extract.facts.event.year import is_anniversary, is_another_day, is_of_another_time, years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.facts.event.words import EventWords
    from extract.facts.reading import Reading
    from extract.model import Mention

_LEAD_PARAGRAPHS = 4
"""How many paragraphs of the body may tell the event date: the lead, a caption or two before it."""
_HEAD_BLOCKS = 16
"""How many blocks, menus and all, may stand before the end of the lead."""
_NEWS_DAYS = 366
_JUST_COUNTED = timedelta(days=90)
"""So far back may lie the day that news count up to; farther back lies one of next year: "đến hết ngày 30/6 sẽ ..."."""
_SOON = timedelta(days=31)
"""A day so far ahead of the page is rather one to come than one of the year before: "ngày 9-11, đoàn sẽ đi tiếp"."""
_FEW_DAYS = 10
"""An event lasts so many days at the most; longer spans are what is reported on."""
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_WORDS = 5
_CLOSED_WORDS = 3
"""So many are enough before a full stop: "Ngày 5/2, xã tặng quà."."""
_PARAGRAPH_WORDS = 12
"""A block of fewer words may be a heading or a line of a menu, and leaves room for the lead."""
_PARAGRAPH = 120
"""So many characters mostly have so many words."""
_MACHINE_DAY = regex.compile(r"(?:19|20)\d\d[-/]|[^y]*\d:\d\d")
"""A day in the order of machines or with a digital clock, without the word "ngày", is no word of a sentence."""
_MONTH_STAMP = regex.compile(r"\W*+(?:\w{1,12}\W++)?(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\d-])")


class _Told(NamedTuple):
    """A date that the head of a page tells, and whether in a sentence or by itself."""

    mention: Mention
    in_sentence: bool


def event_day(reading: Reading, words: EventWords) -> date | None:
    """The first day that a sentence of the lead or the title names, else the first it tells from publication.

    "Sáng nay" and "chiều qua" are told from publication, or from a date that stands by itself above the lead, such as
    "Thứ hai - 07/09/2020 04:58"; where nothing else tells a day, that one is taken. A day ahead of publication counts
    where no other is told, and one more than a year before it is history. Dates of documents, of feasts, of the lunar
    calendar, and those up to which something is counted are no days of events.
    """
    head = list(_head(reading))
    told = list(_told(head, reading, words))
    alone = _alone(told)
    stamp = reading.page.published_on or alone
    today = stamp or _month_stamp(reading)
    if today is None and _is_description(head, reading, words):
        return None
    if today is not None and is_of_another_time(today, reading):
        stamp = today = None
    waiting: list[date] = []
    for by_itself in (False, True):
        for mention, in_sentence in told:
            day = _day(mention, reading, words, today) if in_sentence != by_itself else None
            if day is not None and not by_itself and (today is None or day <= today):
                return day
            waiting += [day] if day is not None else []
    said = _said_day(head, reading, words, stamp)
    found = said or next(iter(waiting), None) or _second_best(head, reading, words, today)
    found = found or _told_with_hour(told, reading, words, today)
    return found or _titled(reading, words) or _passed(reading, words)


def _told_with_hour(told: list[_Told], reading: Reading, words: EventWords, today: date | None) -> date | None:
    """The first whole day of a sentence, if it has the hour of an event: years later the page was dated anew.

    "Chiều 6/6/2019, ..." below the day of a visit: what is history has no hours.
    """
    for mention, in_sentence in told:
        day = mention.first if mention.first == mention.last else None
        if in_sentence and day is not None and (today is None or day < today):
            return day if words.hours.match(reading.folded, mention.start) else None
    return None


def _is_description(head: list[_Block], reading: Reading, words: EventWords) -> bool:
    """Whether the first sentence tells what a place is: "Tân Hòa là một xã thuộc ...". Its days are history."""
    first = next((block for block in head if block.is_sentence), None)
    if first is None:
        return False
    end = reading.structure.sentence(first.start).end
    return words.describes.search(reading.folded, first.start, end) is not None


class _Block(NamedTuple):
    start: int
    end: int
    is_sentence: bool
    """Whether it has words enough beside its dates: more than "Thứ hai", "Cập nhật lúc"."""


def _head(reading: Reading) -> Iterator[_Block]:
    """The blocks that open the body, up to the fourth paragraph, then the title: it may be all that tells the day."""
    seen, titles = set[str](), []
    for block in [block for block in reading.page.blocks if block.kept and block.kind != "caption"][:_HEAD_BLOCKS]:
        if block.start is None or block.end is None or block.text in seen:
            continue
        words = _words_beside_dates(block.start, block.end, reading)
        enough = _CLOSED_WORDS if block.text.endswith(".") else _SENTENCE_WORDS
        found = _Block(block.start, block.end, words >= enough)
        if block.kind == "title":
            titles.append(found)
            continue
        yield found
        if words >= _PARAGRAPH_WORDS:
            seen.add(block.text)
        if len(seen) == _LEAD_PARAGRAPHS:
            break
    yield from titles


def _words_beside_dates(start: int, end: int, reading: Reading) -> int:
    """How many words a block has beside its dates, or so many of them that they are a paragraph's."""
    words = 0
    for index in reading.mentions_in(start, end):
        mention = reading.lexed.mentions[index]
        words += _words(start, mention.start, reading)
        if words >= _PARAGRAPH_WORDS:
            return words
        start = mention.end
    return words + _words(start, end, reading)


def _words(start: int, end: int, reading: Reading) -> int:
    """The same of a stretch without dates: its beginning mostly tells."""
    words = len(_WORD.findall(reading.folded, start, min(end, start + _PARAGRAPH)))
    return words if words > _PARAGRAPH_WORDS else len(_WORD.findall(reading.folded, start, end))


def _told(blocks: list[_Block], reading: Reading, words: EventWords) -> Iterator[_Told]:
    """The dates that may be that of the event or, by themselves, that of the page."""
    for start, end, is_sentence in blocks:
        if words.cites.fullmatch(reading.folded, start, end) is not None:
            continue
        for index in reading.mentions_in(start, end):
            mention = reading.lexed.mentions[index]
            if mention.kind not in ("date", "period") or is_another_day(mention, reading, words):
                continue
            by_machine = _MACHINE_DAY.match(reading.folded, mention.start, mention.end) is not None
            yield _Told(mention, is_sentence and not by_machine and not _ends_in_brackets(mention, end, reading))


def _ends_in_brackets(mention: Mention, end: int, reading: Reading) -> bool:
    """Whether a date stands in brackets at the end of a block: that of publication, "Phường ra quân (06/11/2025)"."""
    return reading.folded[mention.start - 1 : mention.start] == "(" and reading.folded[mention.end : end].strip() == ")"


def _alone(told: list[_Told]) -> date | None:
    """The day that stands by itself: the last before the first in a sentence, else the first behind it."""
    found: date | None = None
    dated = False
    for mention, in_sentence in told:
        dated = dated or in_sentence
        if not in_sentence and mention.first is not None and mention.first == mention.last and not (found and dated):
            found = mention.first
    return found


def _month_stamp(reading: Reading) -> date | None:
    """The last day of the month that opens a page or its date line: "2023-02"."""
    for block in reading.page.blocks[:_HEAD_BLOCKS]:
        match = _MONTH_STAMP.match(block.text) if block.ordinal == 0 or block.reason == "date_line" else None
        if match is not None:
            year, month = int(match["year"]), int(match["month"])
            return date(year, month, monthrange(year, month)[1])
    return None


def _said_day(blocks: list[_Block], reading: Reading, words: EventWords, today: date | None) -> date | None:
    """The first day up to ``today`` that a sentence tells without a number: "sáng nay", "hôm qua"."""
    if today is None:
        return None
    for start, end, is_sentence in blocks:
        for match in words.calendar.said.finditer(reading.folded, start, end) if is_sentence else ():
            days = words.calendar.days(match[0], today)
            if days is not None and days.first == days.last <= today:
                return days.first
    return None


def _titled(reading: Reading, words: EventWords) -> date | None:
    """The whole day that opens the title of an old page which a new portal has dated anew."""
    title = len(reading.page.title or "")
    for index in reading.mentions_in(0, title):
        mention = reading.lexed.mentions[index]
        before = reading.folded[: mention.start].strip()
        opens = not before or words.hours.fullmatch(before) is not None
        if mention.kind == "date" and opens and mention.first == mention.last:
            return mention.first
    return None


def _passed(reading: Reading, words: EventWords) -> date | None:
    """The day that a document tells it was passed: "Nghị quyết này được HĐND xã thông qua ngày 23/7/2008"."""
    days = (mention for mention in reading.lexed.mentions if mention.kind == "date" and mention.first == mention.last)
    return next((day.first for day in days if words.ends(words.passed, reading.folded, day.start)), None)


def _second_best(blocks: list[_Block], reading: Reading, words: EventWords, today: date | None) -> date | None:
    """The day that the lead counts up to, or that of an anniversary which has come by publication.

    "Tính đến ngày 25/01/2019, ..."; "Đến hết ngày 3/2, ..."; "Mừng 31 năm thành lập (06/12/1989 - 06/12/2020), ...".
    """
    published = reading.page.published_on
    for start, end, _ in blocks:
        found = [reading.lexed.mentions[index] for index in reading.mentions_in(start, end)]
        for before, mention in pairwise((None, *found)):
            if mention is None:
                continue
            if _is_counted_up_to(mention, reading, words, today):
                day = _day(mention, reading, words, today)
                if day is not None and (today is None or today - _JUST_COUNTED <= day <= today):
                    return day
            if mention.first is None or mention.first != mention.last:
                continue
            has_come = published is not None and mention.first <= published
            if has_come and before is not None and is_anniversary(before, mention):
                return mention.first
    return None


def _is_counted_up_to(mention: Mention, reading: Reading, words: EventWords, today: date | None) -> bool:
    """Whether what is reported was counted up to a day.

    Where "đến" alone says so, results are told behind it, on a page that has no day of its own.
    """
    if words.ends(words.counted_up_to, reading.folded, mention.start):
        return True
    if today is not None or not words.ends(words.counted_in_passing, reading.folded, mention.start):
        return False
    sentence = reading.structure.sentence(mention.start)
    behind = [one for one in reading.lexed.quantities if mention.end <= one.start < sentence.end]
    return bool(behind) and all(reading.status(quantity) == "achieved" for quantity in behind)


def _day(mention: Mention, reading: Reading, words: EventWords, today: date | None) -> date | None:
    """The day of a mention or the first of a few days, ``None`` if it is neither or too old to be news."""
    few = mention.first is None or mention.last is None or (mention.last - mention.first).days <= _FEW_DAYS
    if not few or (mention.kind != "date" and mention.first is None):
        return None
    is_lunar, day = words.lunar.day(reading.folded, mention.start, None if today is None else today.year)
    if not is_lunar:
        day = mention.first or _with_year(mention, reading, words, today)
    return None if day is None or (today and abs((today - day).days) > _NEWS_DAYS) else day


def _with_year(mention: Mention, reading: Reading, words: EventWords, today: date | None) -> date | None:
    """A day without a year: the last one up to ``today`` or soon behind, else that of the year the page speaks of."""
    parts = words.day_month.search(reading.folded, mention.start, mention.end)
    if parts is None:
        return None
    month, number = int(parts["month"]), int(parts["first"] or parts["day"])
    if int(parts["day"]) - number > _FEW_DAYS:
        return None
    for year in (today.year, today.year - 1) if today is not None else years(month, reading, words):
        day = day_or_none(year, month, number)
        if day is not None and (today is None or day <= today + _SOON):
            return day
    return None
