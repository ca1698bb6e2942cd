"""One relation between figures of a page, as a row of ``checks``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from extract.checks.interval import Interval, compare, of
from extract.model import Check

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.codes import Outcome
    from extract.facts.reading import Reading
    from extract.model import Quantity


class Side(NamedTuple):
    """One side of a relation: how it is written and what it may stand for."""

    text: str
    interval: Interval


def side_of(figure: Quantity, reading: Reading, interval: Interval | None = None) -> Side:
    """A figure as the page writes it; it stands for what its print allows, unless for something else."""
    return Side(reading.quote(figure.start, figure.end), of(figure) if interval is None else interval)


class Verdict(NamedTuple):
    """Whether a relation holds; ``reason`` says why it could not be checked."""

    outcome: Outcome
    reason: str | None


@dataclass(frozen=True, slots=True)
class Relation(Check):
    """A check with what it adds up, which is no column of its table."""

    parts: tuple[int, ...] = ()
    """Where the figures begin that are added up, of sums."""
    whole: int | None = None
    """Where the figure begins that they should make."""
    stocks: tuple[int, ...] = ()
    """Where the opening and the closing figure of a balance begin."""
    shared: tuple[Quantity, Quantity] | None = None
    """The part and the whole of a share."""


def relation(
    page_id: str,
    kind: str,
    left: Side,
    right: Side,
    span: tuple[int, int],
    *,
    verdict: Verdict | None = None,
    added: tuple[Sequence[Quantity], Quantity] | None = None,
    stocks: Sequence[Quantity] = (),
    shared: tuple[Quantity, Quantity] | None = None,
) -> Relation:
    """The row; the verdict is that of the intervals unless another is given. Its id is set by ``check_page``.

    ``added``: the figures that a sum adds up, and the one that they make; ``stocks``: what was and what is left of a
    balance, beside what came and went; ``shared``: the part of which a percentage is told, and its whole.
    """
    outcome, reason = verdict or compare(left.interval, right.interval)
    parts, whole = added or ((), None)
    return Relation(
        check_id="",
        page_id=page_id,
        kind=kind,
        left=left.text,
        right=right.text,
        left_low=left.interval.low,
        left_high=left.interval.high,
        right_low=right.interval.low,
        right_high=right.interval.high,
        outcome=outcome,
        reason=reason,
        start=span[0],
        end=span[1],
        parts=tuple(part.start for part in parts),
        whole=None if whole is None else whole.start,
        stocks=tuple(stock.start for stock in stocks),
        shared=shared,
    )


def parts_told(checks: Iterable[Check]) -> set[tuple[int | None, int]]:
    """Where the whole and a part begin, of every part of every sum of ``checks``."""
    return {(check.whole, part) for check in checks if isinstance(check, Relation) for part in check.parts}


def span_of(parts: Sequence[Quantity], whole: Quantity) -> tuple[int, int]:
    """From the first to the last of the figures of a relation."""
    return min(whole.start, *(part.start for part in parts)), max(whole.end, *(part.end for part in parts))
