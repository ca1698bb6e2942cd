"""The days that date lines of a page print, ranked by how likely each is the page's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.clean.judged import Printed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from extract.clean.line import Line
    from extract.codes import DropReason
    from extract.dates import Dates

_WITH_DAY: frozenset[DropReason | None] = frozenset(("date_line", "byline", "counter", "site_boilerplate", "menu"))
OF_VISIT = 5
"""The rank of the day that the clock of a site tells: no page was published on it because of that."""
_CLOCK_AND_STAMP = 2
_GLUED = regex.compile(r"(?<=[^\W\d_])(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4})")
_ARTICLE = 2
"""So many paragraphs below the headline are an article: a date behind them that more follow is of the next one."""


class Surroundings(NamedTuple):
    """Where a page has its headline and report, by the positions of blocks."""

    title: int | None
    end: int
    near: Sequence[bool]
    """Whether a block stands near the report."""
    prose: Sequence[bool]
    """Whether it is a paragraph of it."""

    def articles_between(self) -> range:
        """Between two articles: where a date is that of an older one, linked below with its first paragraphs."""
        prose = [at for at, is_prose in enumerate(self.prose[: self.end + 1]) if is_prose and at >= (self.title or 0)]
        return range(prose[_ARTICLE - 1] + 1, prose[-1] + 1) if len(prose) > _ARTICLE else range(0)


def printed_days(
    lines: Sequence[Line], reasons: Sequence[DropReason | None], around: Surroundings, dates: Dates
) -> tuple[Printed, ...]:
    """The days ranked: labelled above the text, below the headline, labelled elsewhere, others."""
    found: list[Printed] = []
    of_another = around.articles_between()
    clock = _clock(lines, reasons, around)
    for at, (line, reason) in enumerate(zip(lines, reasons, strict=True)):
        day = line.day or (_first_day(line.folded, dates) if reason == "date_line" else None)
        if day is None or reason not in _WITH_DAY:
            continue
        near = around.near[at]
        here = near and at <= around.end
        if at == clock or line.of_visit:
            rank = OF_VISIT
        elif line.labelled:
            rank = 0 if here else 2
        elif here and around.title is not None and at > around.title and at not in of_another:
            rank = 1
        else:
            rank = 3 if near else 4
        found.append(Printed(rank, day))
    return tuple(found)


def _clock(lines: Sequence[Line], reasons: Sequence[DropReason | None], around: Surroundings) -> int | None:
    """The line of the head of a site that tells what day it was: right above the text stands an earlier one.

    "Thứ tư, 24/04/2024", below it the headline and "Thứ ba, 24/01/2023 | 10:31".
    """
    start = next((at for at, is_prose in enumerate(around.prose) if is_prose), around.end)
    dated = [at for at in range(start) if reasons[at] == "date_line" and lines[at].day is not None]
    if len(dated) != _CLOCK_AND_STAMP or lines[dated[0]].labelled:
        return None
    first, last = (lines[at].day for at in dated)
    return dated[0] if first is not None and last is not None and first > last else None


def _first_day(folded: str, dates: Dates) -> date | None:
    """The day on a line that has a name or counter beside it, or stuck to it: "Trần An 30/08/2023 - 14:37"."""
    return next((found.day for found in dates.find(_GLUED.sub(" ", folded))), None)
