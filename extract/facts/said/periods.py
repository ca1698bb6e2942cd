"""The periods of a page with those that it tells from its own time: "năm ngoái", "3 năm qua", "từ năm 2010 đến nay"."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from extract.facts.said.time import PageTime, a_year_before, is_one, is_reported_on, is_term, takes
from extract.lex.times.calendar import Days
from extract.model import Mention
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    import regex

    from extract.facts.reading import Reading
    from extract.facts.said.words import Phrase, SaidWords
    from extract.facts.structure import Unit

_REACH = 60
"""How far before a period the words may begin that make it one compared with."""
_FEW = 32
"""Neither the words of such a period nor one that leads to it are longer: "cùng thời điểm của nhiệm kỳ"."""


class Told(NamedTuple):
    """The periods of a page, those told from its time included."""

    periods: tuple[Mention, ...]
    before: Mapping[int, int]
    """Where those begin that are told as the ones before, "năm ngoái", and how far they reach."""
    beside: Mapping[int, Days | None]
    """Where the figures begin beside which such a one stands, "88 suất của năm ngoái", and its days."""
    own: frozenset[int]
    """Where those begin that a page may be about: "năm qua", "từ đầu năm đến nay"."""


def told_periods(reading: Reading, day: date | None, words: SaidWords, compared: regex.Pattern[str]) -> Told | None:
    """The periods of a page of ``day``; ``None`` if it tells none from its time.

    Where nothing tells that time, those before it are known for what they are, without their days. ``compared``: what
    stands right before a period that figures are only compared with.
    """
    telling = _Telling(reading, _page_time(reading, day, words), words, compared)
    telling.undated = day is None
    return telling.told()


def _page_time(reading: Reading, day: date | None, words: SaidWords) -> PageTime | None:
    """From when a page speaks: its title, else its first block, may name what it reports on."""
    layout, page = reading.structure, reading.page
    lead_end = layout.block(min(page.title_end + 1, layout.text_end)).end
    opening = ((one, days) for one in reading.periods if one.end <= lead_end and (days := _days(one)) is not None)
    named = next(((one, days) for one, days in opening if one.kind == "period" and is_reported_on(days)), None)
    of_terms = tuple(word for word, unit in words.units.items() if unit == "term")
    terms = {
        days
        for one in reading.periods
        if reading.folded.startswith(of_terms, one.start) and (days := _days(one)) is not None and is_term(days)
    }
    titled = named is not None and named[0].end <= page.title_end
    return PageTime.of(day, None if named is None else named[1], sorted(terms), titled=titled)


class _Telling:
    """One page while its periods are told."""

    def __init__(self, reading: Reading, time: PageTime | None, words: SaidWords, compared: regex.Pattern[str]) -> None:
        self.reading, self.time, self.words, self.compared = reading, time, words, compared
        self.folded = reading.folded
        self.found = {one.start: one for one in reading.periods}
        self.before: dict[int, int] = {}
        self.beside: dict[int, Days | None] = {}
        self.own: set[int] = set()
        self.undated = False

    def told(self) -> Told | None:
        """All periods, in order; ``None`` if none is told from the time of the page."""
        known = dict(self.found)
        if self.time is not None:
            for hit in self.words.begun.finditer(self.folded):
                self._begun(hit, self.time)
        for end in self.words.ends.finditer(self.folded):
            said = self.words.ending.search(self.folded, max(0, end.start() - _FEW), end.end())
            if said is not None:
                self._phrase(said)
        for mention in self.reading.lexed.mentions if self.time is not None else ():
            if mention.kind == "duration":
                self._counted(mention.start)
            elif mention.kind in ("date", "period"):
                self._until_now(self.found.get(mention.start, mention))
        self._heads()
        if self.found == known and not self.beside:
            return None
        return Told(tuple(self._in_order()), self.before, self.beside, frozenset(self.own))

    def _in_order(self) -> Iterator[Mention]:
        """Those found, but for what lies inside another: the "tháng 9" of "từ đầu năm đến tháng 9"."""
        end = 0
        for start in sorted(self.found):
            if start >= end:
                yield self.found[start]
                end = self.found[start].end

    def _phrase(self, hit: regex.Match[str]) -> None:
        """One such as "năm học trước", "cùng kỳ năm ngoái", "6 tháng đầu năm nay"."""
        folded, words, phrase = self.folded, self.words, self.words.phrases[hit["words"]]
        year = hit.start("words")
        if words.goes_on.match(folded, hit.end()) or self._ends(words.many, year) or self._leads_on(hit.end()):
            return
        start, mention = hit.start(), self._mention_before(hit.end())
        if mention is not None and (mention.end > start or self._is_of(mention, year)):
            if mention.kind != "period" or phrase.unit != "year":
                return
            start = mention.start
            days = None if self.time is None else words.calendar.days(folded[start : hit.end()], self.time.day)
        elif (count := words.number_before.search(folded, max(0, year - _FEW), year)) and self._counted(count.start()):
            return  # "năm năm qua"
        else:
            days = self._same(start) if hit["same"] and phrase.unit == "year" else self._meant(phrase, start)
        self.found.pop(start, None)  # without known days it is none of those told before
        if not self._is_compared(start, phrase):
            self._tell(start, hit.end(), phrase, days)

    def _tell(self, start: int, end: int, phrase: Phrase, days: Days | None) -> None:
        """One that opens its clause, or is no one before, holds from there on; another one for the figure beside it."""
        if phrase.side == "before" and not self._goes_on_until_now(start, end):
            sentence = self.reading.structure.sentence(start)
            if not self._ends(self.words.opens, start):
                figure = self._beside(start, end, sentence)
                self.beside |= {} if figure is None else {figure: days}
                return
            self.before[start] = self._reach(start, end, sentence)
        else:
            self.own.add(start)
        self.found[start] = _mention(start, end, days)
        self._until_now(self.found[start])

    def _reach(self, start: int, end: int, sentence: Unit) -> int:
        """How far the one before holds: to the end of its bracket or sentence, or to where now is told of again."""
        reading, words = self.reading, self.words
        opened = self.folded.rfind("(", sentence.start, start)
        closed = self.folded.find(")", opened, sentence.end) if opened >= 0 else -1
        until = closed if closed >= end else sentence.end
        behind = reading.quantities_in(end, until)
        told = reading.lexed.quantities[behind[0]].end if behind else until
        ends = (words.now_again.search(self.folded, end, until), words.outcome.search(self.folded, told, until))
        return min((found.start() for found in ends if found is not None), default=until)

    def _beside(self, start: int, end: int, sentence: Unit) -> int | None:
        """Where the figure begins that stands right beside a period: "88 suất năm ngoái", "năm ngoái trao 88 suất"."""
        quantities = self.reading.lexed.quantities
        ahead = self.reading.quantities_in(sentence.start, start)
        if ahead and self.words.ahead.fullmatch(self.folded, quantities[ahead[-1]].end, start):
            return quantities[ahead[-1]].start
        behind = self.reading.quantities_in(end, sentence.end)
        if behind and self.words.behind.fullmatch(self.folded, end, quantities[behind[0]].start):
            return quantities[behind[0]].start
        return None

    def _heads(self) -> None:
        """The numbers of tables below heads such as "Năm trước", "Thực hiện cùng kỳ năm trước"."""
        known: dict[str, Phrase | None] = {}
        for cell in self.reading.lexed.cells:
            if cell.head not in known:
                hit = self.words.head.fullmatch(fold(cell.head))
                known[cell.head] = None if hit is None else self.words.phrases[hit["words"]]
            phrase = known[cell.head]
            if phrase is not None and phrase.side == "before":
                self.beside[cell.start] = None if self.time is None else self.time.days(phrase)

    def _is_compared(self, start: int, phrase: Phrase) -> bool:
        if self._ends(self.compared, start) or self._ends(self.words.most, start):
            return True
        return phrase.side == "before" and self._ends(self.words.compared, start)

    def _meant(self, phrase: Phrase, start: int) -> Days | None:
        """What "năm qua" looks back on may be summed up right before: "tổng kết năm 2012. Năm qua, ..."."""
        reviewed = self._reviewed(start) if phrase.side == "past" else None
        if reviewed is not None and is_one(reviewed, phrase.unit):
            return reviewed
        return None if self.time is None or self._is_open(start) else self.time.days(phrase)

    def _is_open(self, start: int) -> bool:
        """Whether the time of a page without a day is no more than what its sentence names.

        "Năm 2017 trao 88 suất; năm nay 120 suất", "Ba năm qua trao 400 suất (năm 2019: 210 suất)".
        """
        sentence = self.reading.structure.sentence(start)
        return self.undated and len(self.reading.periods_in(sentence.start, sentence.end)) > 0

    def _reviewed(self, start: int) -> Days | None:
        """The period named last before in the block, if it is summed up."""
        told = self._named_before(start)
        if told is None or not self.words.reviews.search(self.folded, max(0, told.start - _REACH), told.start):
            return None
        return _days(told)

    def _named_before(self, start: int) -> Mention | None:
        """The period that the text names last before a place in its block; days are none."""
        block = self.reading.structure.block(start).start
        told = self.reading.periods_in(block, start)
        return next((one for one in reversed(told) if one.kind == "period"), None)

    def _is_of(self, mention: Mention, year: int) -> bool:
        """Whether some months end before the year that they are of: "quý III của năm ngoái"."""
        return mention.kind == "period" and self.words.joined.fullmatch(self.folded, mention.end, year) is not None

    def _leads_on(self, end: int) -> bool:
        """Whether someone has an age then, or a day follows: "cụ năm nay đã 82 tuổi", "xong trong tháng trước 30/6"."""
        found = self.reading.mentions_in(end, end + _FEW // 2)
        behind = self.reading.lexed.mentions[found[0]] if found else None
        return behind is not None and (behind.kind == "age" or (behind.kind == "date" and behind.start == end + 1))

    def _same(self, start: int) -> Days | None:
        """The same months a year before those told last in the block, else those of the page."""
        told = self._named_before(start)
        days = _days(told) if told is not None else None if self.time is None else self.time.own
        return None if days is None else a_year_before(days)

    def _counted(self, start: int) -> bool:
        """Whether one such as "3 năm qua", "sáu tháng gần đây" begins at a place, which is told then."""
        hit = self.words.counted.match(self.folded, start)
        number = None if hit is None else self.words.calendar.number(hit["number"])
        if hit is None or number is None or self.time is None:
            return False
        unit = self.words.units[hit["unit"]]
        reviewed = self._reviewed(start) if unit == "year" else None
        days = reviewed if reviewed and takes(reviewed, number) else self.time.counted(number, unit)
        if (
            days is not None
            and not self._is_open(start)
            and not self._ends(self.compared, start)
            and not self._ends(self.words.most, start)
        ):
            self.found[start] = _mention(start, hit.end(), days)
            self.own.add(start)
        return True

    def _begun(self, hit: regex.Match[str], time: PageTime) -> None:
        """One such as "từ đầu năm đến nay", "từ đầu năm đến hết tháng 9", "từ đầu năm học"."""
        first, last, end = time.start(self.words.units[hit["unit"]]), time.day, hit.end()
        said = self.words.said.match(self.folded, hit.start("unit"))
        side = None if said is None else self.words.phrases[said["words"]].side
        if first is None or side in ("before", "past"):  # "từ đầu năm ngoái"
            return
        if said is not None and side == "now":
            end = said.end()
        now = self.words.until_now.match(self.folded, end)
        until = self.words.until.match(self.folded, end)
        ending = None if until is None else self.found.get(until.end())
        if now is not None:
            end = now.end()
        elif ending is not None and ending.last is not None:
            last, end = ending.last, ending.end
        elif side is not None:  # "từ đầu năm nay", "từ đầu năm tới"
            return
        if first <= last:
            self.found[hit.start()] = _mention(hit.start(), end, Days(first, last))
            self.own.add(hit.start())

    def _until_now(self, mention: Mention) -> None:
        """One such as "từ năm 2010 đến nay", "kể từ tháng 6/2022 đến nay", "từ năm 2010, đến nay"."""
        if mention.first is None or self.time is None or mention.first > self.time.day:
            return
        now = self._goes_on_until_now(mention.start, mention.end)
        if now is None:
            return
        if self._ends(self.words.most, mention.start):
            self.found.pop(mention.start, None)
        else:
            self.found[mention.start] = _mention(mention.start, now.end(), Days(mention.first, self.time.day))

    def _goes_on_until_now(self, start: int, end: int) -> regex.Match[str] | None:
        """What leads from a period to now; behind a comma only of one that something is told since."""
        now = self.words.until_now.match(self.folded, end)
        return now if now is None or now["apart"] is None or self._ends(self.words.since, start) else None

    def _mention_before(self, end: int) -> Mention | None:
        """The last number that names and begins before ``end``."""
        at = bisect_right(self.reading.mention_starts, end - 1)
        return self.reading.lexed.mentions[at - 1] if at else None

    def _ends(self, pattern: regex.Pattern[str], end: int) -> bool:
        return pattern.search(self.folded, max(0, end - _REACH), end) is not None


def _mention(start: int, end: int, days: Days | None) -> Mention:
    return Mention(start, end, "period", *(days or (None, None)))


def _days(mention: Mention) -> Days | None:
    return None if mention.first is None or mention.last is None else Days(mention.first, mention.last)
