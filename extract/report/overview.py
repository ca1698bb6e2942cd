"""What the index says of a whole dataset, gathered while its pages are written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from extract.report.addresses import anchor, file_stem
from extract.report.page import OUTCOMES
from extract.report.totals import Totals

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from extract.dataset import PageRows
    from extract.model import Check
    from extract.report.totals import Judged


MOST_FINDINGS = 200
"""Disagreements the index spells out; the list of pages has the count of each page."""


class PageLine(NamedTuple):
    """One page in the list of pages."""

    stem: str
    title: str | None
    uri: str
    day: date | None
    """Of the event, else of publication."""
    commune: str | None
    figures: int
    outcomes: tuple[tuple[str, int], ...]
    duplicate: bool


class Disagreement(NamedTuple):
    """A check that does not hold, and where it is."""

    stem: str
    anchor: str
    title: str | None
    check: Check


@dataclass(slots=True)
class Overview:
    """Counts of everything, a line for each page, no text of any."""

    counts: Counter[str] = field(default_factory=Counter)
    drops: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    totals: Totals = field(default_factory=Totals)
    lines: list[PageLine] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)
    """The first of them."""

    def add(self, page: PageRows, judged: Sequence[Judged]) -> None:
        """Take one page in, and its amounts of money as they were judged."""
        entry = page.entry
        for amount in judged:
            self.totals.add(amount)
        outcomes = Counter(check.outcome for check in page.checks)
        self.outcomes += outcomes
        self.drops.update(block.reason or "" for block in page.blocks if not block.kept)
        self.counts.update(
            pages=1,
            duplicates=entry.is_repeat,
            without_figures=not page.figures,
            kept=entry.blocks_kept,
            dropped=entry.blocks_dropped,
            figures=len(page.figures),
            unnamed=sum(figure.indicator is None for figure in page.figures),
            money=len(page.money),
            scholarships=len(page.scholarships),
            ratings=len(page.ratings),
            statements=len(page.statements),
            checks=len(page.checks),
        )
        stem = file_stem(entry.page_id)
        found = [check for check in page.checks if check.outcome == "disagrees"]
        self.disagreements += [
            Disagreement(stem, anchor(check.check_id, entry.page_id), entry.title, check)
            for check in found[: MOST_FINDINGS - len(self.disagreements)]
        ]
        self.lines.append(
            PageLine(
                stem=stem,
                title=entry.title,
                uri=entry.uri,
                day=entry.event_date or entry.published_on,
                commune=entry.commune,
                figures=len(page.figures),
                outcomes=tuple((outcome, outcomes[outcome]) for outcome in OUTCOMES if outcomes[outcome]),
                duplicate=entry.is_repeat,
            )
        )

    def listed(self) -> list[PageLine]:
        """Pages as the index lists them: the newest first, those without a date last."""
        return sorted(
            self.lines, key=lambda line: (-(line.day.toordinal() if line.day else 0), line.title or "", line.stem)
        )
