"""What the index says of a whole dataset, gathered while its pages are written."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from extract.report.addresses import anchor
from extract.report.months import Months
from extract.report.page import OUTCOMES

if TYPE_CHECKING:
    from datetime import date

    from extract.codes import Outcome
    from extract.dataset import PageRows
    from extract.model import Check, Reject
    from extract.report.parts import Parts

MOST_FINDINGS = 6
"""Disagreements the index spells out; the lists have all of them."""
MOST_SITES = 200
"""Sites the index has a line for, those with most pages."""


class PageLine(NamedTuple):
    """One page in the list of pages."""

    stem: str
    title: str | None
    uri: str
    site: str | None
    day: date | None
    """Of the event, else of publication."""
    commune: str | None
    figures: int
    outcomes: tuple[tuple[str, int], ...]
    duplicate: bool

    @property
    def month(self) -> str | None:
        """As "2022-12"."""
        return None if self.day is None else f"{self.day:%Y-%m}"

    @property
    def state(self) -> str:
        """What a chart counts it as."""
        return "duplicate" if self.duplicate else "with_figures" if self.figures else "without_figures"


class Finding(NamedTuple):
    """A check, and where it is."""

    file: str
    anchor: str
    title: str | None
    check: Check


class SiteLine(NamedTuple):
    """One site: its pages by state, and by month; ``first`` is its place in the list of pages."""

    name: str | None
    pages: int
    states: Counter[str]
    rejects: int
    months: Months
    first: int


@dataclass(slots=True)
class Overview:
    """Counts of everything, a line for each page and each check that is no agreement, no text of any page."""

    counts: Counter[str] = field(default_factory=Counter)
    drops: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    kinds: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Outcomes of each kind of check."""
    lines: list[PageLine] = field(default_factory=list)
    findings: dict[Outcome, list[Finding]] = field(default_factory=lambda: {"disagrees": [], "unchecked": []})
    rejects: list[Reject] = field(default_factory=list)

    def add(self, page: PageRows, parts: Parts) -> None:
        """Take one page in."""
        entry = page.entry
        outcomes = Counter(check.outcome for check in page.checks)
        self.outcomes.update(outcomes)
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
        for check in page.checks:
            self.kinds[check.kind][check.outcome] += 1
            if check.outcome in self.findings:
                place = anchor(check.check_id, entry.page_id)
                self.findings[check.outcome].append(Finding(parts.file_at(check.start), place, entry.title, check))
        self.lines.append(
            PageLine(
                stem=parts.stem,
                title=entry.title,
                uri=entry.uri,
                site=entry.site,
                day=entry.event_date or entry.published_on,
                commune=entry.commune,
                figures=len(page.figures),
                outcomes=tuple((outcome, outcomes[outcome]) for outcome in OUTCOMES if outcomes[outcome]),
                duplicate=entry.is_repeat,
            )
        )

    def listed(self) -> list[PageLine]:
        """Pages as they are listed: by site, the newest first, those without a date last."""
        return sorted(
            self.lines,
            key=lambda line: (
                line.site is None,
                line.site or "",
                -(line.day.toordinal() if line.day else 0),
                line.title or "",
                line.stem,
            ),
        )

    def months(self) -> Months:
        """Pages by month, of all sites."""
        return Months.of((line.month, line.state) for line in self.lines)

    def sites(self) -> list[SiteLine]:
        """Every site, that with most pages first."""
        pages: defaultdict[str | None, list[PageLine]] = defaultdict(list)
        first: dict[str | None, int] = {}
        for place, line in enumerate(self.listed()):
            pages[line.site].append(line)
            first.setdefault(line.site, place)
        rejects = Counter(_site_of(reject) for reject in self.rejects)
        span = self.months().names
        found = [
            SiteLine(
                site,
                len(lines),
                Counter(line.state for line in lines),
                rejects[site],
                Months.of(((line.month, line.state) for line in lines), span),
                first[site],
            )
            for site, lines in pages.items()
        ]
        return sorted(found, key=lambda line: (-line.pages, line.name is None, line.name or ""))

    def ranked_kinds(self) -> list[tuple[str, Counter[str]]]:
        """Kinds of checks, those with most disagreements first."""
        return sorted(self.kinds.items(), key=lambda kind: (-kind[1]["disagrees"], -kind[1].total(), kind[0]))


def _site_of(reject: Reject) -> str | None:
    try:
        return urlsplit(reject.uri).hostname if reject.uri else None
    except ValueError:
        return None
