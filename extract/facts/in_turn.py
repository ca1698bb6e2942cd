"""Years that numbers are told of in turn: "năm 2019, 2020 lần lượt đạt 5,2 tỷ đồng và 6,1 tỷ đồng"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.dates import YEAR
from extract.text import any_of

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
    joint: regex.Pattern[str]
    """All between two numbers of one series: " suất, ", " và "."""

    @classmethod
    def load(cls, files: RuleFiles, rules: RuleSet) -> TurnWords:
        """The list ``in_turn`` and the section ``joining_words``."""
        joins = rf"(?:{any_of(files.words('joining_words'))})"
        return cls(
            regex.compile(rf"(?<!\w)(?:{any_of(rules.words['in_turn'])})(?!\w)"),
            regex.compile(rf"(?:\s?\p{{L}}+){{0,3}}\s?(?:,|(?<!\w){joins}(?!\w))\s*+(?:{joins}\s)?(?:\p{{L}}+\s)?"),
        )


def years_in_turn(
    folded: str, lexed: Lexed, layout: Structure, periods: Sequence[Mention], words: TurnWords
) -> dict[int, Days]:
    """From where numbers begin to the year that each of them is of, where there are as many of both."""
    found: dict[int, Days] = {}
    for hit in words.told.finditer(folded) if periods and lexed.quantities else ():
        sentence = layout.sentence(hit.start())
        before = [one for one in periods if sentence.start <= one.start < hit.start()]
        behind = [one for one in lexed.quantities if hit.end() <= one.start < sentence.end]
        run = [*_run(behind, folded, words.joint)]
        if len(run) < _FEWEST or run[0].start > hit.end() + _REACH:
            continue
        for years in (_named(before, folded), _spanned(before)):
            if len(years) == len(run):
                days = ((date(year, 1, 1), date(year, 12, 31)) for year in years)
                found.update(zip((one.start for one in run), days, strict=True))
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


def _run(numbers: Sequence[Quantity], folded: str, joint: regex.Pattern[str]) -> Iterator[Quantity]:
    """The first numbers that only commas and "và" join."""
    before: Quantity | None = None
    for number in numbers:
        if before is not None and joint.fullmatch(folded, before.end, number.start) is None:
            return
        yield number
        before = number
