"""The row of a sum: figures added up, and the one that they are told to make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.interval import of, total
from extract.checks.relation import Side, relation, side_of, span_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.checks.relation import Relation, Verdict
    from extract.facts.reading import Reading
    from extract.model import Quantity

KIND = "parts_sum"


def sum_row(
    parts: Sequence[Quantity], whole: Quantity, reading: Reading, *, verdict: Verdict | None = None
) -> Relation:
    """Whether the parts make up the whole, their intervals added, unless the verdict is another."""
    return relation(
        reading.page.page_id,
        KIND,
        Side(" + ".join(reading.quote(part.start, part.end) for part in parts), total(map(of, parts))),
        side_of(whole, reading),
        span_of(parts, whole),
        verdict=verdict,
        added=(parts, whole),
    )
