"""Years that numbers are told of in turn: "năm 2019, 2020 lần lượt đạt 5,2 tỷ đồng và 6,1 tỷ đồng"."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.dates import YEAR
from extract.text import any_of, whole_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.structure import Structure
    from extract.match.rules import RuleSet
    from extract.model import Lexed, Mention, Quantity
    from extract.rulefiles import RuleFiles

_YEAR = regex.compile(rf"(?<!\d)(?:{YEAR})(?!\d)")
_FEWEST = 2
_REACH = 24
"""So far behind the word the first number begins."""

Days = tuple[date, date]


class TurnWords(NamedTuple):
    """What tells numbers in turn, and what joins them."""

    told: regex.Pattern[str]
    joins: regex.Pattern[str]
    """Between two names."""
    joint: regex.Pattern[str]
    """All between two numbers of one series: " suất, ", " và ", "/"."""
    year_link: regex.Pattern[str]
    """All between a year and its number: " là "."""
    year_end: regex.Pattern[str]
    """What begins behind a number that says no more of whom it counts: ", ", " đạt ", but not "35 hộ nghèo"."""

    @classmethod
    def load(cls, files: RuleFiles, rules: RuleSet) -> TurnWords:
        """The list ``in_turn`` and the sections ``joining_words`` and ``year_links``."""
        joins = files.any_of("joining_words")
        link = files.any_of("year_links")
        return cls(
            regex.compile(whole_word(any_of(rules.words["in_turn"]))),
            regex.compile(rf"\s*(?:,|(?<!\w){joins}(?!\w))\s*(?:{joins}\s)?"),
            regex.compile(rf"(?:\s?\p{{L}}+){{0,3}}\s?(?:[,;/]|(?<!\w){joins}(?!\w))\s*+(?:{joins}\s)?(?:\p{{L}}+\s)?"),
            regex.compile(rf"\s*(?:{link}\s)?"),
            regex.compile(rf"\s*(?:[,.;:()/\n]|(?:{link}|{joins})(?!\w)|$)"),
        )

    def runs(self, folded: str, lexed: Lexed, layout: Structure) -> Iterator[tuple[int, range]]:
        """Where such a word stands, and the numbers right behind it that only commas and "và" join."""
        quantities = lexed.quantities
        for hit in self.told.finditer(folded) if len(quantities) >= _FEWEST else ():
            end = layout.sentence(hit.start()).end
            first = bisect_left(quantities, hit.end(), key=_start)
            if first == len(quantities) or quantities[first].start > min(end, hit.end() + _REACH):
                continue
            run = self.run(range(first, bisect_left(quantities, end, key=_start)), folded, lexed)
            if len(run) >= _FEWEST:
                yield hit.start(), run

    def run(self, indices: range, folded: str, lexed: Lexed) -> range:
        """As many of some numbers, from the first on, as only units, marks and joining words part."""
        for here, after in pairwise(indices):
            if self.joint.fullmatch(folded, lexed.quantities[here].end, lexed.quantities[after].start) is None:
                return range(indices.start, after)
        return indices


def _start(quantity: Quantity) -> int:
    return quantity.start


def years_in_turn(
    folded: str, lexed: Lexed, layout: Structure, periods: Sequence[Mention], words: TurnWords
) -> dict[int, Days]:
    """From where numbers begin to the year that each of them is of, where there are as many of both."""
    found: dict[int, Days] = {}
    for start, run in words.runs(folded, lexed, layout) if periods else ():
        since = layout.sentence(start).start
        before = [one for one in periods if since <= one.start < start]
        for years in (_named(before, folded), _spanned(before)):
            if len(years) == len(run):
                days = ((date(year, 1, 1), date(year, 12, 31)) for year in years)
                found.update(zip((lexed.quantities[index].start for index in run), days, strict=True))
                break
    return found


def _named(periods: Sequence[Mention], folded: str) -> list[int]:
    """The years that periods name: "năm 2019, 2020 và 2022"; a span names but its ends, "giai đoạn 2019-2021"."""
    named: list[int] = []
    for period in periods:
        years = [int(hit[0]) for hit in _YEAR.finditer(folded, period.start, period.end)]
        if len(years) < len(_spanned([period])) and "," not in folded[period.start : period.end]:
            return []
        named += years
    return named


def _spanned(periods: Sequence[Mention]) -> list[int]:
    """All years from the first to the last: "giai đoạn 2019-2021"."""
    days = [(one.first.year, one.last.year) for one in periods if one.first is not None and one.last is not None]
    return [*range(days[0][0], days[-1][1] + 1)] if days else []
