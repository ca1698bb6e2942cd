"""What a judged sample says of the whole: how much is wrong, how much of it in đồng, how much was missed.

All bounds have a confidence of 95 %. Shares have exact ones (``extract.audit.proportion``). The error in đồng is
projected as money-unit sampling does: a figure that is wrong by a third stands for a third of its interval, and one
that was taken for certain for itself. Its upper limit is the bound of Stringer (1963) with binomial factors: the errors
sorted by their share of the amount, the largest first, each weighed by how much one error more raises the exact bound.

What was drawn and not judged, or nobody could tell, counts as wrong altogether in upper bounds, and as right in lower.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from extract.audit.proportion import Share, most, share

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.audit.sample import DrawnFigure, Sample


class FigureVerdict(NamedTuple):
    """What a reader says of a figure; ``true_value``, of one that is wrong, is what should count instead."""

    is_right: bool | None
    """``None``: nobody can tell."""
    true_value: float | None = None


class PageVerdict(NamedTuple):
    """How many figures a page states that were not found, and their sum in đồng where they are money."""

    missed: int
    missed_vnd: int = 0


@dataclass(frozen=True, slots=True)
class MoneyScore:
    """Of the safe total, in đồng."""

    total_vnd: int
    whole: Share
    """Amounts taken for certain: a count, without doubt about the rest."""
    drawn: Share
    wrong_low: float
    """Least share of the đồng of the total that stand in a wrong figure."""
    wrong_high: float
    overstated_vnd: int
    """Projected: counted, and should not have been."""
    overstated_most_vnd: int
    understated_vnd: int
    """Projected: should have been counted, in figures that were found."""


class RuleScore(NamedTuple):
    """How many of the figures drawn of one rule are wrong."""

    rule_id: str
    indicator: str | None
    figures: int
    wrong: Share


@dataclass(frozen=True, slots=True)
class PageScore:
    """What was missed."""

    pages: int
    with_misses: Share
    """Pages on which something was missed, among those read."""
    found: int
    missed: int
    missed_vnd: int
    """Projected to all pages."""

    @property
    def recall(self) -> float | None:
        """Found among what the pages state, as if all that was found were right."""
        return self.found / (self.found + self.missed) if self.found + self.missed else None


@dataclass(frozen=True, slots=True)
class Score:
    """What the sample says."""

    money: MoneyScore
    figures: Share
    rules: tuple[RuleScore, ...]
    """Rules of which something was drawn, the most doubtful first."""
    pages: PageScore


def score(sample: Sample, figures: Mapping[str, FigureVerdict], pages: Mapping[str, PageVerdict]) -> Score:
    """Weigh a sample by the verdicts, by ``figure_id`` and ``page_id``; what has none was not judged."""
    drawn = [(figure, figures.get(figure.figure_id, _OPEN)) for figure in sample.drawn_figures]
    by_figure = [pair for pair in drawn if pair[0].by_figure]
    rules = [
        RuleScore(
            stratum.rule_id,
            stratum.indicator,
            stratum.figures,
            _wrong([v for f, v in by_figure if (f.indicator, f.rule_id) == stratum[:2]]),
        )
        for stratum in sample.strata
    ]
    return Score(
        money=_money(sample, drawn),
        figures=_wrong([verdict for _, verdict in by_figure]),
        rules=tuple(
            sorted(
                (rule for rule in rules if rule.wrong.judged),
                key=lambda rule: (-(rule.wrong.estimate or 0.0), -rule.wrong.judged, rule.rule_id),
            )
        ),
        pages=_pages(sample, pages),
    )


_OPEN = FigureVerdict(None)
_Judged = tuple["DrawnFigure", FigureVerdict]


def _wrong(verdicts: Sequence[FigureVerdict]) -> Share:
    told = [verdict.is_right for verdict in verdicts if verdict.is_right is not None]
    return share(told.count(False), len(told), doubtful=len(verdicts) - len(told))


def _money(sample: Sample, drawn: Sequence[_Judged]) -> MoneyScore:
    whole = [pair for pair in drawn if pair[0].is_whole]
    hits = [pair for pair in drawn if pair[0].by_dong]
    whole_vnd = sum(int(figure.value) for figure, _ in whole)
    rest_vnd = sample.total_vnd - whole_vnd
    hit = _wrong([verdict for _, verdict in hits])
    wrong_vnd = sum(int(f.value) for f, verdict in whole if verdict.is_right is False)
    doubtful_vnd = sum(int(f.value) for f, verdict in whole if verdict.is_right is None)
    total = sample.total_vnd or 1
    taints = [_taint(*pair) for pair in hits]
    over_whole = [figure.value * _taint(figure, verdict) for figure, verdict in whole]
    worst = sorted((1.0 if v.is_right is None else max(_taint(f, v), 0.0) for f, v in hits), reverse=True)
    return MoneyScore(
        total_vnd=sample.total_vnd,
        whole=_wrong([verdict for _, verdict in whole]),
        drawn=hit,
        wrong_low=(wrong_vnd + hit.low * rest_vnd) / total,
        wrong_high=(wrong_vnd + doubtful_vnd + hit.high * rest_vnd) / total,
        overstated_vnd=round(
            sum(max(x, 0.0) for x in over_whole) + sample.interval_vnd * sum(max(t, 0.0) for t in taints)
        ),
        overstated_most_vnd=min(
            sample.total_vnd,
            round(sum(max(x, 0.0) for x in over_whole) + doubtful_vnd + rest_vnd * _stringer(worst)),
        ),
        understated_vnd=round(
            -sum(min(x, 0.0) for x in over_whole) - sample.interval_vnd * sum(min(t, 0.0) for t in taints)
        ),
    )


def _taint(figure: DrawnFigure, verdict: FigureVerdict) -> float:
    """Which share of the amount should not be there; less than 0 if more should be."""
    if verdict.is_right is not False:
        return 0.0
    return (figure.value - (verdict.true_value or 0.0)) / figure.value


def _stringer(taints: Sequence[float]) -> float:
    """The share of đồng in error that is not exceeded; ``taints`` of all that was drawn, the largest first."""
    if not taints:
        return 0.0  # nothing is left beside what was taken whole
    bounds = [most(errors, len(taints)) for errors in range(sum(taint > 0 for taint in taints) + 1)]
    steps = [after - before for before, after in pairwise(bounds)]
    return bounds[0] + sum(step * taint for step, taint in zip(steps, taints, strict=False))


def _pages(sample: Sample, verdicts: Mapping[str, PageVerdict]) -> PageScore:
    read = [(page, verdicts[page.page_id]) for page in sample.drawn_pages if page.page_id in verdicts]
    missed_vnd = sum(verdict.missed_vnd for _, verdict in read)
    return PageScore(
        pages=sample.pages,
        with_misses=share(
            sum(verdict.missed > 0 for _, verdict in read), len(read), doubtful=len(sample.drawn_pages) - len(read)
        ),
        found=sum(page.figures for page, _ in read),
        missed=sum(verdict.missed for _, verdict in read),
        missed_vnd=round(sample.pages * missed_vnd / len(read)) if read else 0,
    )
