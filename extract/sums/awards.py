"""Rows of scholarships that a page says twice: the headline and the lead sum up what the text tells of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.digits import telling_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import Scholarship
    from extract.sums.repeated import Summaries

_OFF = 0.1
"""By what share a count that is not exact ("hơn 1.200 suất") may miss the one that it means."""
_TELLING = 10
"""A smaller number of the lead is one with that of the text only if both tell the same total."""
_MOST = 20
"""So many rows of title, lead and captions are looked at."""
_LEAST_DIGITS = 3
"""Digits of a total by which two rows of the text are one."""


def repeated_awards(rows: Sequence[Scholarship], summaries: Summaries) -> set[str]:
    """Of ``rows`` that count otherwise, those that others say again, by ``scholarship_id``.

    What the title, the lead or a caption tells is one with a row of the text that says nothing against it, or with all
    of them together. The row that tells an amount counts, else that of the text.
    """
    found: set[str] = set()
    for row in (row for row in rows if summaries.hold(row.start) or summaries.lead_holds(row.start)):
        others = [
            other for other in rows if other.scholarship_id not in found and _is_told_below(row, other, summaries)
        ]
        surely = summaries.hold(row.start) or (row.count or 0) >= _TELLING
        twin = next((other for other in others if _same(row, other) and (surely or _same_total(row, other))), None)
        if twin is not None:
            found.add((twin if _tells_amount(row) and not _tells_amount(twin) else row).scholarship_id)
        elif len(others) > 1 and row.count is not None and _sums_up(row, others):
            found.add(row.scholarship_id)
    told: set[tuple[object, ...]] = set()
    for row in rows:
        key = (row.count, row.amount_total_vnd)
        if row.scholarship_id in found or None in key or telling_digits(row.amount_total_vnd or 0) < _LEAST_DIGITS:
            continue
        if key in told:
            found.add(row.scholarship_id)
        told.add(key)
    return found


def _is_told_below(row: Scholarship, other: Scholarship, summaries: Summaries) -> bool:
    """Whether a row stands where the text tells what another one sums up."""
    if other is row or summaries.hold(other.start):
        return False
    if summaries.lead_holds(other.start):
        return summaries.hold(row.start)
    return True


def _same(row: Scholarship, other: Scholarship) -> bool:
    if row.count is None or other.count is None:
        if row.amount_total_vnd is None or row.amount_total_vnd != other.amount_total_vnd:
            return False
    elif not _meets(row, other.count):
        return False
    pairs = (
        (row.amount_total_vnd, other.amount_total_vnd),
        (row.amount_each_vnd, other.amount_each_vnd),
        (row.level, other.level),
    )
    return all(one is None or another is None or one == another for one, another in pairs)


def _same_total(row: Scholarship, other: Scholarship) -> bool:
    return row.amount_total_vnd is not None and row.amount_total_vnd == other.amount_total_vnd


def _meets(row: Scholarship, count: int) -> bool:
    counted = row.count or 0
    return counted == count or (row.comparator != "eq" and abs(count - counted) <= _OFF * counted)


def _sums_up(row: Scholarship, others: Sequence[Scholarship]) -> bool:
    counts = [other.count for other in others]
    return None not in counts and _meets(row, sum(count for count in counts if count is not None))


def _tells_amount(row: Scholarship) -> bool:
    return row.amount_total_vnd is not None or row.amount_each_vnd is not None
