"""Figures that a page says twice: in its title and its text, or in two places of its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from extract.checks.digits import telling_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from extract.codes import Comparator
    from extract.model import Check, Figure, Money, Page

_SUMMARIES = frozenset({"title", "heading", "caption"})
"""Blocks that say again what the text says."""
_MOST_ABOVE = 1.1
"""How many times "hơn 86 triệu đồng" of a title an amount of the text may be to be what it means."""
_LEAST_BELOW = 0.9
_MAY_BE_LESS = frozenset({"approx", "approx_below", "lt", "le"})
_LEAST_DIGITS = 4
"""Digits of an amount that do not agree by chance: 442.100.000 of one thing, not 50.000.000."""
_OF_LEAD = 2
"""Digits of an amount that the lead does not share with the text by chance."""
_RETOLD = "retold"
_FEW = 4


class Told(NamedTuple):
    """A figure as far as it matters whether two are one; money in đồng."""

    figure_id: str
    start: int
    end: int
    value: float
    value_max: float | None
    low: float
    high: float | None
    comparator: Comparator
    thing: tuple[str | None, ...]
    """What two that are one agree in: kind and unit."""
    indicator: str | None
    is_money: bool
    in_summary: bool
    counts: bool
    """Whether nothing else leaves it out; parts are held by what counts, so that they are said, too."""
    held_by: str | None = None
    """The ``figure_id`` of what holds it in the end: that is not said again by its own part."""


class Summaries:
    """The stretches of a page that sum up its text."""

    def __init__(self, page: Page) -> None:
        kept = [block for block in page.blocks if block.kept and block.start is not None and block.end is not None]
        self._spans = sorted((block.start or 0, block.end or 0) for block in kept if block.kind in _SUMMARIES)
        self._starts = [start for start, _ in self._spans]
        paragraphs = ((block.start or 0, block.end or 0) for block in kept if block.kind == "paragraph")
        self.lead = next(paragraphs, (0, 0))

    def hold(self, offset: int) -> bool:
        """Whether a place stands in a title, heading or caption."""
        at = bisect_right(self._starts, offset)
        return at > 0 and offset < self._spans[at - 1][1]

    def lead_holds(self, offset: int) -> bool:
        """Whether a place stands in the first paragraph."""
        return self.lead[0] <= offset < self.lead[1]


def told(
    figures: Iterable[Figure],
    money: Mapping[str, Money],
    summaries: Summaries,
    counting: Mapping[str, bool],
    held: Mapping[str, str],
) -> Iterator[Told]:
    """The figures that count by themselves (``counting``: true) or as parts of others (false), in order.

    ``held``: from a part to what holds it, by ``figure_id``.
    """
    for figure in figures:
        if figure.figure_id not in counting:
            continue
        amount = money.get(figure.figure_id)
        yield Told(
            figure.figure_id,
            figure.start,
            figure.end,
            figure.value if amount is None else amount.amount_vnd,
            figure.value_max if amount is None else amount.amount_max_vnd,
            _low(figure) if amount is None else amount.low_vnd,
            (figure.value if figure.comparator == "eq" else None) if amount is None else amount.high_vnd,
            figure.comparator,
            (figure.kind, figure.unit if amount is None else None),
            figure.indicator,
            amount is not None,
            summaries.hold(figure.start),
            counting[figure.figure_id],
            _outermost(figure.figure_id, held),
        )


def _outermost(figure_id: str, held: Mapping[str, str]) -> str | None:
    whole = held.get(figure_id)
    while whole is not None and whole in held:
        whole = held[whole]
    return whole


def _low(figure: Figure) -> float:
    """The least that a count of a title may mean: "Gần 450 suất" above "447 suất"."""
    return figure.value * (_LEAST_BELOW if figure.comparator in _MAY_BE_LESS else 1)


def repeated(rows: Sequence[Told], checks: Iterable[Check], products: Sequence[int] = ()) -> set[str]:
    """The figures that the same page says in another place, which counts.

    What a title, heading or caption says again counts where the text says it. In the text the first amount counts, and
    only amounts with many digits are one, unless rules know them as two things: two houses of 50 million are two. What
    the lead tells is one with what the text tells of the same thing, as the checks found it. A title may also sum up
    all amounts of the text together with ``products``, numbers times prices in đồng for which it tells no total.
    """
    above = {*_summed_up(rows), *_retold(rows, checks), *_added_up(rows, products)}
    return above | {*_told_again([row for row in rows if row.figure_id not in above])}


def _summed_up(rows: Sequence[Told]) -> Iterator[str]:
    summaries = {row.figure_id for row in rows if row.in_summary}
    text = [row for row in rows if not row.in_summary and row.held_by not in summaries]
    said = set(map(_key, text))
    values: dict[tuple[str | None, ...], list[float]] = defaultdict(list)
    for row in sorted(text, key=attrgetter("value")):
        values[row.thing].append(row.value)
    before: set[tuple[object, ...]] = set()
    for row in rows:
        key = _key(row)
        if row.in_summary and row.counts and (key in said or key in before or _means(row, values[row.thing])):
            yield row.figure_id
        before.add(key)


def _means(summary: Told, values: Sequence[float]) -> bool:
    """Whether a figure of the text makes one of a title more exact: "Hơn 86 triệu đồng" above "86,4 triệu đồng".

    Titles cut off as often as they round: "115 tỷ đồng" stands above "115,509 tỷ đồng". ``values`` are those of the
    text, sorted.
    """
    if not summary.is_money and summary.comparator == "eq":
        return False
    at = bisect_left(values, summary.low)
    return at < len(values) and values[at] <= _most(summary)


def _most(summary: Told) -> float:
    if summary.high is None:
        return summary.value * _MOST_ABOVE
    return summary.high + (summary.high - summary.low) // 2


def _added_up(rows: Sequence[Told], products: Sequence[int]) -> Iterator[str]:
    """Titles such as "Hơn 86 triệu đồng" above 50,6 triệu, 24 triệu, and 15 bicycles of 800 ngàn each."""
    terms = [*products, *(row.value for row in rows if row.is_money and row.counts and not row.in_summary)]
    added = sum(terms)
    for row in rows:
        if row.is_money and row.counts and row.in_summary and len(terms) > 1 and row.low <= added <= _most(row):
            yield row.figure_id


def _told_again(rows: Sequence[Told]) -> Iterator[str]:
    candidates = [
        row for row in rows if row.is_money and not row.in_summary and telling_digits(row.value) >= _LEAST_DIGITS
    ]
    rounded = _rounded(candidates)
    keys = {row.figure_id: _key(rounded.get(row.figure_id, row)) for row in candidates}
    named: dict[tuple[object, ...], str] = {}
    for row in sorted(candidates, key=lambda row: row.indicator or "~"):
        if row.indicator is not None:
            named.setdefault(keys[row.figure_id], row.indicator)
    groups: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for row in candidates:  # what no rule knows is the same thing as what one does
        key = keys[row.figure_id]
        groups[*key, row.indicator or named.get(key, "")].append(row)
    for group in groups.values():
        counting = [row for row in group if row.counts]
        own = {row.figure_id for row in counting}
        held = any(not row.counts and row.held_by not in own for row in group)
        kept = next((row for row in counting if row.indicator is not None), counting[0]) if counting else None
        yield from (row.figure_id for row in counting if held or row is not kept)


def _rounded(candidates: Sequence[Told]) -> dict[str, Told]:
    """From amounts that round another of the page to that one: "4.190,1 triệu đồng" and in a table "4.190.119".

    One that is within what another's print allows, and only one, has to be known as the same thing, or as none.
    """
    ordered = sorted(candidates, key=lambda row: row.value)
    values = [row.value for row in ordered]
    found = {}
    for row in candidates:
        if row.high is None or row.high == row.low or row.comparator != "eq":
            continue
        first = bisect_left(values, row.low)
        near = ordered[first : min(bisect_right(values, row.high), first + _FEW)]
        others = [
            one for one in near if one.value != row.value and telling_digits(one.value) > telling_digits(row.value)
        ]
        if len(others) == 1 and (row.indicator is None or others[0].indicator in {None, row.indicator}):
            found[row.figure_id] = others[0]
    return found


def _retold(rows: Sequence[Told], checks: Iterable[Check]) -> Iterator[str]:
    by_start = {row.start: row for row in rows}
    by_end = {row.end: row for row in rows}
    for check in checks:
        row, other = by_start.get(check.start), by_end.get(check.end)
        if check.kind != _RETOLD or check.outcome != "agrees" or row is None or other is None:
            continue
        if (
            row.counts
            and not other.in_summary
            and other.held_by != row.figure_id
            and (not row.is_money or telling_digits(row.value) >= _OF_LEAD)
        ):
            yield row.figure_id


def _key(row: Told) -> tuple[object, ...]:
    return (row.thing, row.value, row.value_max)
