"""Pages by month, as columns of a chart."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STATES = ("with_figures", "without_figures", "duplicate")
"""From the foot of a column up."""
_MOST_COLUMNS = 240
_YEAR = 4
_LABEL = 0.036
"""The width of a year that is written out, as a share of the chart's."""


class Bar(NamedTuple):
    """A piece of a column: where it begins and ends, as shares of the highest column."""

    column: int
    low: float
    high: float


class Tick(NamedTuple):
    """Where a year begins, as a share of the width, and where its name does; ``None`` where there is no room for it."""

    year: str
    at: float
    named_at: float | None


class Months(NamedTuple):
    """A column a month ("2022-12"), or a year ("2022") where there are too many months, without gaps."""

    names: tuple[str, ...]
    counts: tuple[Counter[str], ...]
    undated: int
    """Pages without a day, or of days before the first column."""

    @staticmethod
    def of(pages: Iterable[tuple[str | None, str]], names: tuple[str, ...] | None = None) -> Months:
        """Count pages, each a month and a state; ``names`` are the columns, those between the ends if not given."""
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        undated = 0
        for month, state in pages:
            if month is None:
                undated += 1
            else:
                found[month][state] += 1
        if names is None:
            names = tuple(_between(min(found), max(found))) if found else ()
        if names and len(names[0]) == _YEAR:
            by_year: defaultdict[str, Counter[str]] = defaultdict(Counter)
            for month, counts in found.items():
                by_year[month[:_YEAR]].update(counts)
            found = by_year
        outside = sum(counts.total() for name, counts in found.items() if name not in names)
        return Months(names, tuple(found.get(name, Counter()) for name in names), undated + outside)

    @property
    def highest(self) -> int:
        """Pages of the highest column."""
        return max((counts.total() for counts in self.counts), default=0)

    def bars(self, state: str) -> Iterator[Bar]:
        """The pieces of one state, stacked on those of the states before it."""
        below = _STATES[: _STATES.index(state)]
        for column, counts in enumerate(self.counts):
            if counts[state]:
                low = sum(counts[other] for other in below)
                yield Bar(column, low / self.highest, (low + counts[state]) / self.highest)

    def path(self, state: str, width: float, height: float) -> str:
        """The same as the path of an SVG of this size, columns with a gap between them.

        >>> Months(("2022",), (Counter(with_figures=3),), 0).path("with_figures", 8, 20)
        'M0 20V0h6.4V20z'
        """
        step = width / max(len(self.names), 1)
        return "".join(
            f"M{bar.column * step:.4g} {height - bar.low * height:.4g}V{height - bar.high * height:.4g}"
            f"h{step * 0.8:.4g}V{height - bar.low * height:.4g}z"
            for bar in self.bars(state)
        )

    def years(self) -> list[Tick]:
        """Where years begin. A name that would reach into the next one is left out; that of the last year never is."""
        ticks: list[Tick] = []
        free = 1.0
        for column in range(len(self.names) - 1, -1, -1):
            year = self.names[column][:_YEAR]
            if column == 0 or year != self.names[column - 1][:_YEAR]:
                at = column / len(self.names)
                named_at = min(at, 1 - _LABEL)
                fits = not ticks or named_at + _LABEL <= free
                ticks.append(Tick(year, at, named_at if fits else None))
                free = named_at if fits else free
        return ticks[::-1]


def _between(first: str, last: str) -> Iterator[str]:
    (year, month), (last_year, last_month) = (map(int, name.split("-")) for name in (first, last))
    if (last_year - year) * 12 + last_month - month >= _MOST_COLUMNS:
        yield from (f"{number:04}" for number in range(max(year, last_year - _MOST_COLUMNS), last_year + 1))
        return
    while (year, month) <= (last_year, last_month):
        yield f"{year:04}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004 - months of a year
