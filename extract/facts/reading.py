"""One page while facts are drawn from it: its text, numbers and matches, and what holds at a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import regex

from extract.facts.event.words import EventWords
from extract.facts.headed_periods import headed_periods
from extract.facts.in_turn import TurnWords, years_in_turn
from extract.facts.periods import dated_periods
from extract.facts.plans import beside_plans
from extract.facts.said.periods import told_periods
from extract.facts.said.words import SaidWords
from extract.facts.status.cue_holds import Figures, holds
from extract.facts.status.headlines import planned_below
from extract.facts.status.periods_ahead import day_of_page, times_of
from extract.facts.status.plan_parts import parts_of_plans
from extract.facts.status.striving import Striving, strives_on
from extract.facts.structure import Structure, sentence_ends
from extract.lex.times.calendar import Calendar
from extract.text import any_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from extract.codes import Status
    from extract.facts.doings import Doing
    from extract.facts.status.holds import Holds
    from extract.match.engine import Engine, Matches
    from extract.match.rules import RuleSet
    from extract.model import Lexed, Mention, Page, Quantity
    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the fact makers look at. Build it with ``read``."""

    page: Page
    folded: str
    lexed: Lexed
    matches: Matches
    rules: RuleSet
    structure: Structure
    holds: Holds
    periods: tuple[Mention, ...]
    """Dates and periods that the text names with known days, in order."""
    times: tuple[Mention, ...]
    """The same with those told from the time of the page, "năm ngoái"; one of them may have no known days."""
    before: Mapping[int, int]
    """Where those begin that are told as the ones before, which a page compares with, and how far they reach."""
    beside: Mapping[int, tuple[date, date] | None]
    """Where figures begin beside which such a one stands: "88 suất của năm ngoái"."""
    page_period: tuple[date, date] | None
    """The period of the title, else the first of the body's first block."""
    beside_plans: frozenset[int]
    """Where the results begin that stand in a table beside their plans."""
    parts_of_plans: frozenset[int]
    """Where the figures begin that make up a plan told before them."""
    starts: tuple[int, ...]
    """Where the quantities begin, in order."""
    mention_starts: tuple[int, ...]
    period_starts: tuple[int, ...]
    time_starts: tuple[int, ...]
    in_turn: Mapping[int, tuple[date, date]]
    """Where figures begin that have a period of their own: told in turn of several years, or in columns."""
    turns: TurnWords

    def family(self, doing: Doing) -> str:
        """The indicator that stands for a total over several of the kind of a thing done."""
        return self.rules.indicators[doing.indicator].family

    def quote(self, start: int, end: int) -> str:
        """The page's text between two offsets."""
        return self.page.text[start:end]

    def quantities_in(self, start: int, end: int) -> range:
        """The indices of the quantities that begin in a stretch of the text."""
        return _in(self.starts, start, end)

    def whole_of(self, index: int | None) -> int | None:
        """The Y of a fraction X/Y, given its X, by their indices."""
        quantities = self.lexed.quantities
        if index is None or index + 1 >= len(quantities):
            return None
        after = quantities[index + 1]
        joined = "/" in self.folded[quantities[index].start : after.start]
        return index + 1 if after.role == "whole" and joined else None

    def mentions_in(self, start: int, end: int) -> range:
        """The indices of the mentions that begin in a stretch of the text."""
        return _in(self.mention_starts, start, end)

    def periods_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The dates and periods that begin in a stretch of the text."""
        found = _in(self.period_starts, start, end)
        return self.periods[found.start : found.stop]

    def status(self, quantity: Quantity) -> Status:
        """Whether a figure is reached, planned or a norm; the plan side of a fraction is planned."""
        if quantity.start in self.beside_plans and quantity.role != "plan":
            return "achieved"
        planned = quantity.role == "plan" or quantity.start in self.parts_of_plans
        return "planned" if planned else self.holds.status(quantity.start)

    def period(self, offset: int) -> tuple[date, date] | None:
        """First and last day of the period that holds at ``offset``.

        That is its own, of several told in turn or in the head of its column, else the last one named before it in its
        sentence, else the first after it there, else the last before it in its block, else that of the page.
        """
        if offset in self.in_turn:
            return self.in_turn[offset]
        if offset in self.beside:
            return self.beside[offset]
        if not self.times:
            return None
        sentence = self.structure.sentence(offset)
        at = bisect_right(self.time_starts, offset)
        earlier, later = self._last_before(at, offset), self._next_behind(at)
        if earlier is not None and earlier.start >= sentence.start:
            return _days(earlier)
        if (
            later is not None
            and later.start < sentence.end
            and not _is_of_parts(later, offset, self.folded, self.starts)
        ):
            return _days(later)
        if earlier is not None and earlier.start >= self.structure.block(offset).start:
            return _days(earlier)
        return self.page_period

    def _last_before(self, at: int, offset: int) -> Mention | None:
        """The last of the first ``at`` periods that reaches as far as ``offset``."""
        while at and offset >= self.before.get(self.times[at - 1].start, offset + 1):
            at -= 1
        return self.times[at - 1] if at else None

    def _next_behind(self, at: int) -> Mention | None:
        """The first period from ``at`` on that holds for what stands before it as well."""
        while at < len(self.times) and self.times[at].start in self.before:
            at += 1
        return self.times[at] if at < len(self.times) else None

    def is_of_before(self, offset: int) -> bool:
        """Whether a figure is told of the period before the page's own: behind "năm học trước", or right beside it."""
        told = self._last_before(bisect_right(self.time_starts, offset), offset) if self.before else None
        return offset in self.beside or (told is not None and told.start in self.before)


def _is_of_parts(period: Mention, since: int, folded: str, starts: Sequence[int]) -> bool:
    """Whether a period only tells of parts in a bracket behind ``since``: "600 suất (năm 2019: 210 suất, ...)"."""
    opened = folded.rfind("(", since, period.start)
    closed = folded.find(")", period.end)
    is_open = opened >= 0 and ")" not in folded[opened : period.start]
    return is_open and len(_in(starts, period.end, closed)) > 0


def _in(starts: Sequence[int], start: int, end: int) -> range:
    first = bisect_left(starts, start)
    return range(first, bisect_left(starts, end, first))


def _days(mention: Mention) -> tuple[date, date] | None:
    return None if mention.first is None or mention.last is None else (mention.first, mention.last)


_REACH_BACK = 24
"""How far before a period the words that make it a comparison may begin."""


def compared_with(files: RuleFiles) -> regex.Pattern[str]:
    """What stands right before a period that figures are compared with, from the section ``compared_with``."""
    words, goes_on = files.words("compared_with"), files.words("compared_with_on")
    return regex.compile(rf"(?r)(?<!\w){any_of(words)}(?:\s+{any_of(goes_on)})?\s+$")


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """The words that tell sentences, periods and plans apart."""

    sentence_ends: regex.Pattern[str]
    compared: regex.Pattern[str]
    events: EventWords
    strives_on: regex.Pattern[str]
    in_turn: TurnWords
    said: SaidWords

    @classmethod
    def load(cls, files: RuleFiles, rules: RuleSet) -> ReadingWords:
        """Read the sections that a page is laid out by."""
        calendar = Calendar.load(files)
        events, in_turn = EventWords.load(files, calendar), TurnWords.load(files, rules)
        said = SaidWords.load(files, calendar, events.reviews)
        return cls(sentence_ends(files), compared_with(files), events, strives_on(files), in_turn, said)


def read(page: Page, folded: str, lexed: Lexed, engine: Engine, words: ReadingWords) -> Reading:
    """Match the rules on a lexed page and lay out its structure."""
    matches, events = engine.find(folded, lexed), words.events
    layout = Structure(page, matches.shadow, words.sentence_ends)
    dated = tuple(dated_periods(page, folded, lexed, events.calendar))
    compared = frozenset(one.start for one in dated if one.first is not None and _is_compared(one, folded, words))
    periods = tuple(one for one in dated if one.first is not None and one.start not in compared)
    starts = tuple(quantity.start for quantity in lexed.quantities)
    striving = Striving(folded, words.strives_on, layout, starts)
    plans = any(cue.rule.says == "planned" for cue in matches.cues)
    times = times_of(page, folded, lexed, events, layout.titles if plans else ())
    times = times._replace(ahead=times.ahead - compared)  # "nhiều hơn vụ xuân 2015" tells of what was
    figures = Figures.of(lexed, matches.amounts)
    held = holds(matches.cues, page.text, layout, times, figures, striving=striving)
    held = held.with_more(planned_below(lexed, held, page.title_end))
    return Reading(
        page,
        folded,
        lexed,
        matches,
        engine.rules,
        layout,
        held,
        periods,
        periods,
        {},
        {},
        _page_period(page, layout, [one for one in periods if not _is_of_parts(one, 0, folded, starts)]),
        beside_plans=beside_plans(lexed, folded),
        parts_of_plans=parts_of_plans(lexed, held, layout),
        starts=starts,
        mention_starts=tuple(mention.start for mention in lexed.mentions),
        period_starts=tuple(period.start for period in periods),
        time_starts=tuple(period.start for period in periods),
        in_turn=years_in_turn(folded, lexed, layout, periods, words.in_turn)
        | headed_periods(lexed, events.calendar, words.compared, _spans_of_heads(periods, folded, lexed)),
        turns=words.in_turn,
    )


def with_told_times(reading: Reading, event: date | None, words: ReadingWords) -> Reading:
    """The reading with the periods told from the day of the page: "năm ngoái", "3 năm qua"."""
    told = told_periods(reading, _day_of_telling(reading, event), words.said, words.compared)
    if told is None:
        return reading
    held = reading.page_period
    if held is None:
        own = [
            one
            for one in told.periods
            if one.start in told.own and not _is_of_parts(one, 0, reading.folded, reading.starts)
        ]
        held = _page_period(reading.page, reading.structure, own)
    starts = tuple(one.start for one in told.periods)
    return replace(
        reading, times=told.periods, time_starts=starts, before=told.before, beside=told.beside, page_period=held
    )


def _day_of_telling(reading: Reading, event: date | None) -> date | None:
    """The day from which a page speaks: that of the event, if it is news, else of publication.

    "Từ đầu năm đến nay" of a page of September does not end with the bridge that it says was begun in March; but a page
    of a portal that has moved speaks from the day that it tells, years before.
    """
    published = reading.page.published_on
    if event is None or published is None:
        return event or day_of_page(reading.page, reading.lexed)
    return published if _NEWS < published - event <= _MOVED else event


_NEWS, _MOVED = timedelta(days=31), timedelta(days=400)


def _spans_of_heads(periods: Sequence[Mention], folded: str, lexed: Lexed) -> dict[str, tuple[date, date]]:
    """The periods of more than one calendar year, by their words, if there are tables that may have them as heads."""
    return {
        folded[one.start : one.end]: (one.first, one.last)
        for one in (periods if lexed.cells else ())
        if one.first is not None and one.last is not None and one.first.year != one.last.year
    }


def _is_compared(period: Mention, folded: str, words: ReadingWords) -> bool:
    """Whether figures are only compared with a period: "so với năm 2022"."""
    return words.compared.search(folded, max(0, period.start - _REACH_BACK), period.start) is not None


def _page_period(page: Page, layout: Structure, periods: Sequence[Mention]) -> tuple[date, date] | None:
    """The period that holds where none is named near."""
    lead_end = layout.block(min(page.title_end + 1, layout.text_end)).end
    first = next((mention for mention in periods if mention.end <= lead_end), None)
    return None if first is None else _days(first)
