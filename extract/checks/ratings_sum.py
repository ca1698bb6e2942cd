"""Levels of a rated set against the number rated: "80 tổ: 45 tổ vững mạnh, 29 tổ khá, 06 tổ trung bình"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.checks.interval import Interval
from extract.checks.relation import Side, Verdict, relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from extract.facts.read import Drawn
    from extract.model import Check, Rating

KIND = "ratings_sum"
_NEXT_TO = 60
"""Two levels of one group so few characters apart are of one set."""
_CUMULATIVE = ("_up", "_run")
"""Ends of codes of levels that contain others: "hoàn thành tốt nhiệm vụ trở lên", "văn hóa 3 năm liền"."""


def ratings_sum(drawn: Drawn) -> Iterator[Check]:
    """One check for every set of two levels or more with the number rated.

    A set that falls short of its total and does not tell the lowest level is not complete, so nothing is said of it.
    """
    rules = drawn.reading.rules
    for rows in rated_sets(drawn.facts.ratings, rules.graded):
        total = rows[0].group_total
        if len(rows) < 2 or total is None:  # noqa: PLR2004 - a sum has two terms
            continue
        found = sum(row.count or 0 for row in rows)
        open_end = found < total and not _tells_lowest(rows, rules.lowest)
        yield relation(
            drawn.reading.page.page_id,
            KIND,
            Side(" + ".join(str(row.count) for row in rows), Interval(found, found)),
            Side(str(total), Interval(total, total)),
            (min(row.start for row in rows), max(row.end for row in rows)),
            verdict=Verdict("unchecked", "list_not_complete") if open_end else None,
        )


def rated_sets(ratings: Iterable[Rating], graded: AbstractSet[str]) -> list[list[Rating]]:
    """Rows that together make up the number rated, in order; a level told again opens another set.

    ``graded`` are the scales of more than one level: titles ("an toàn", "sức khỏe") exclude each other in no set.
    """
    open_sets: dict[tuple[object, ...], list[Rating]] = {}
    last: Rating | None = None
    found: list[list[Rating]] = []
    for row in ratings:
        if row.part_of is not None or row.group_total is None or row.count is None:
            continue
        if row.level_code is not None and row.level_code.endswith(_CUMULATIVE):
            continue
        scale, period = row.scale, row.period
        if last is not None and row.start - last.end < _NEXT_TO and last.group_total == row.group_total:
            period = last.period
            if {scale, last.scale} <= graded:
                scale = last.scale  # "14 chi hội trong sạch vững mạnh, 02 chi hội khá": one set, words of two scales
        key = (row.group_kind or row.group, scale, row.group_total, period, row.status)
        rows = open_sets.get(key)
        if rows is None or any(other.level_code == row.level_code for other in rows):
            rows = open_sets[key] = []
            found.append(rows)
        rows.append(row)
        last = replace(row, scale=scale, period=period)
    return found


def _tells_lowest(rows: Sequence[Rating], lowest: Mapping[str, int]) -> bool:
    """Whether one of the rows is of the last level of the scale, "không có tổ yếu kém" included."""
    return any(row.scale is not None and row.level_rank == lowest[row.scale] for row in rows)
