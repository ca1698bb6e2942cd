"""One relation between figures of a page, as a row of ``checks``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.checks.interval import Interval, compare
from extract.model import Check

if TYPE_CHECKING:
    from extract.model import Outcome


class Side(NamedTuple):
    """One side of a relation: how it is written and what it may stand for."""

    text: str
    interval: Interval


class Verdict(NamedTuple):
    """Whether a relation holds; ``reason`` says why it could not be checked."""

    outcome: Outcome
    reason: str | None


def relation(
    page_id: str, kind: str, left: Side, right: Side, span: tuple[int, int], *, verdict: Verdict | None = None
) -> Check:
    """The row; the verdict is that of the intervals unless another is given. Its id is set by ``check_page``."""
    outcome, reason = verdict or compare(left.interval, right.interval)
    return Check(
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
    )
