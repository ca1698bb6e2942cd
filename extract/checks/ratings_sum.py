"""Levels of a rated set against the number rated: "80 tổ: 45 tổ vững mạnh, 29 tổ khá, 06 tổ trung bình"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.interval import Interval
from extract.checks.relation import Side, Verdict, relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.facts.read import Drawn
    from extract.model import Check, Rating

KIND = "ratings_sum"


def ratings_sum(drawn: Drawn) -> Iterator[Check]:
    """One check for every set of two levels or more of one group with its total on the page."""
    sets: dict[tuple[str, str | None, int], list[Rating]] = {}
    for row in drawn.facts.ratings:
        if row.part_of is None and row.group_total is not None and row.count is not None:
            sets.setdefault((row.group_kind or row.group, row.scale, row.group_total), []).append(row)
    for (_, _, total), rows in sets.items():
        if len(rows) < 2:  # noqa: PLR2004 - a sum has two terms
            continue
        found = sum(row.count or 0 for row in rows)
        verdict = Verdict("unchecked", "list_not_complete") if found < total else None
        yield relation(
            drawn.reading.page.page_id,
            KIND,
            Side(" + ".join(str(row.count) for row in rows), Interval(found, found)),
            Side(str(total), Interval(total, total)),
            (min(row.start for row in rows), max(row.end for row in rows)),
            verdict=verdict,
        )
