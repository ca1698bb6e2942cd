"""A sample of figures and pages for people to judge: drawn by chance from a seed, so that anyone can draw it again.

Three draws, each of which answers a question of its own:

* *by đồng*: every đồng of the safe total has the same chance (money-unit sampling with a fixed interval). An amount as
  large as the interval is taken for certain. What it finds wrong projects to the total in đồng.
* *by figure*: every figure that a rule knows has the same chance: how often a rule is right.
* *pages*: every page has the same chance, and is read for what was missed.

The first two walk the figures in the order of indicator and rule, so that each of these is drawn from in proportion.
"""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from extract.audit.mentions import judged, mentions
from extract.dedup.pages import LEFT_OUT
from extract.errors import InputError
from extract.tables import schemas

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from extract.dataset import Dataset

_ORDER = ["indicator", "rule_id", "figure_id"]


class DrawnFigure(NamedTuple):
    """A figure to judge, and which draws it is of; ``value`` of money is its ``amount_vnd``."""

    figure_id: str
    page_id: str
    quote: str
    value: float
    unit: str | None
    indicator: str | None
    rule_id: str | None
    is_whole: bool
    """Of the amounts taken for certain, because they are as large as the interval."""
    by_dong: bool
    by_figure: bool


class DrawnPage(NamedTuple):
    """A page to read; ``figures`` were found on it."""

    page_id: str
    figures: int


class Stratum(NamedTuple):
    """The figures of one rule and indicator: how many there are to draw from."""

    indicator: str | None
    rule_id: str
    figures: int


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn, and from what: all that is needed to judge the whole by it."""

    seed: int
    total_vnd: int
    """The safe total."""
    interval_vnd: int
    """One đồng in so many was drawn."""
    pages: int
    """From which pages were drawn: those that repeat no other."""
    strata: tuple[Stratum, ...]
    drawn_figures: tuple[DrawnFigure, ...]
    drawn_pages: tuple[DrawnPage, ...]

    def as_json(self) -> dict[str, Any]:
        """As a form keeps it."""
        return asdict(self)

    @staticmethod
    def from_json(told: Any) -> Sample:  # noqa: ANN401 - read from a file
        """The sample of a form. Raises ``InputError`` if it is none."""
        try:
            return Sample(
                **{name: int(told[name]) for name in ("seed", "total_vnd", "interval_vnd", "pages")},
                strata=tuple(Stratum(*row) for row in told["strata"]),
                drawn_figures=tuple(DrawnFigure(*row) for row in told["drawn_figures"]),
                drawn_pages=tuple(DrawnPage(*row) for row in told["drawn_pages"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"the sample within the form is damaged ({error}); draw it again with its seed") from error


class Wanted(NamedTuple):
    """How much to draw; an ``indicator`` has its members ("house" has "house.built"), none has all."""

    by_dong: int = 60
    by_figure: int = 60
    pages: int = 20
    seed: int = 1
    indicators: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    """Draw by figure from these rules alone."""


def draw(dataset: Dataset, wanted: Wanted) -> Sample:
    """Draw the sample. The same dataset and the same wish give the same sample."""
    chance = random.Random(wanted.seed)  # noqa: S311 - no secret
    counted = judged(mentions(dataset), wanted.indicators)
    counted = counted[counted["left_out"].isna() & (counted["amount_vnd"] > 0)].sort_values(_ORDER, ignore_index=True)
    amounts = [int(vnd) for vnd in counted["amount_vnd"]]
    interval, whole, hit = by_dong(amounts, wanted.by_dong, chance)
    pages = dataset.frame(schemas.PAGES, ["page_id", "duplicate_kind"])
    page_ids = sorted(pages.loc[~pages["duplicate_kind"].isin(LEFT_OUT), "page_id"])
    figures = dataset.frame(schemas.FIGURES, ["figure_id", "page_id", "quote", "value", "unit", "indicator", "rule_id"])
    ruled = _ruled(figures[figures["page_id"].isin(page_ids)], wanted)
    by_figure = set(ruled["figure_id"].iloc[evenly(len(ruled), wanted.by_figure, chance)])
    drawn_pages = sorted(chance.sample(page_ids, min(wanted.pages, len(page_ids))))
    whole_ids, hit_ids = set(counted["figure_id"].iloc[whole]), set(counted["figure_id"].iloc[hit])
    vnd = dict(zip(counted["figure_id"], amounts, strict=True))
    of_pages = figures["page_id"].value_counts()
    drawn = figures[figures["figure_id"].isin(whole_ids | hit_ids | by_figure)].sort_values(_ORDER)
    return Sample(
        seed=wanted.seed,
        total_vnd=sum(amounts),
        interval_vnd=interval,
        pages=len(page_ids),
        strata=_strata(ruled),
        drawn_figures=tuple(
            DrawnFigure(
                figure_id=str(figure_id),
                page_id=str(page_id),
                quote=str(quote),
                value=vnd.get(figure_id, value),
                unit=_text(unit),
                indicator=_text(indicator),
                rule_id=_text(rule),
                is_whole=figure_id in whole_ids,
                by_dong=figure_id in hit_ids,
                by_figure=figure_id in by_figure,
            )
            for figure_id, page_id, quote, value, unit, indicator, rule in drawn.itertuples(index=False, name=None)
        ),
        drawn_pages=tuple(DrawnPage(page_id, int(of_pages.get(page_id, 0))) for page_id in drawn_pages),
    )


def by_dong(amounts: Sequence[int], draws: int, chance: random.Random) -> tuple[int, list[int], list[int]]:
    """Every đồng of ``amounts`` drawn with the same chance: the interval, then which are taken whole and which are hit.

    What is as large as the interval is taken whole, and the interval is worked out anew for the rest.

    >>> by_dong([900, 10, 40, 50], 2, random.Random(1))
    (100, [0], [2])
    """
    whole: list[int] = []
    rest = list(range(len(amounts)))
    interval = 0
    while rest and len(whole) < draws:
        left = draws - len(whole)
        interval = -(-sum(amounts[i] for i in rest) // left)
        large = [i for i in rest if amounts[i] >= interval]
        if not large:
            break
        whole += large
        rest = [i for i in rest if amounts[i] < interval]
    if not rest or len(whole) >= draws:
        return interval, sorted(whole), []
    hit, reached, point = [], 0, chance.randrange(interval)
    for i in rest:
        reached += amounts[i]
        if point < reached:  # once at most: each is smaller than the interval
            hit.append(i)
            point += interval
    return interval, sorted(whole), hit


def evenly(size: int, draws: int, chance: random.Random) -> list[int]:
    """So many of ``range(size)``, at even distances from a start by chance; all if there are no more.

    >>> evenly(10, 4, random.Random(1))
    [0, 3, 5, 8]
    """
    if draws >= size:
        return list(range(size))
    start = chance.randrange(size)
    return [(start + size * number) // draws for number in range(draws)]


def _ruled(figures: pd.DataFrame, wanted: Wanted) -> pd.DataFrame:
    """The figures that a rule knows, those asked for, in the order in which they are drawn."""
    rows = figures[figures["rule_id"].notna()]
    if wanted.rules:
        rows = rows[rows["rule_id"].isin(wanted.rules)]
    if wanted.indicators:
        of = rows["indicator"].fillna("")
        members = tuple(f"{name}." for name in wanted.indicators)
        rows = rows[of.isin(wanted.indicators) | of.str.startswith(members)]
    return rows.sort_values(_ORDER, ignore_index=True)


def _strata(ruled: pd.DataFrame) -> tuple[Stratum, ...]:
    """How many figures each rule knows of each indicator."""
    sizes = ruled.groupby(["indicator", "rule_id"], dropna=False, sort=True).size().reset_index()
    return tuple(
        Stratum(_text(indicator), str(rule), int(size))
        for indicator, rule, size in sizes.itertuples(index=False, name=None)
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
