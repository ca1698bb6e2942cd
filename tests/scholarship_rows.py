"""The rows that are read of a sentence about scholarships, as far as tests say them."""

from __future__ import annotations

from typing import NamedTuple

from shipped import shipped_rules

from extract.pipeline import draw_facts
from extract.snippet import snippet

MILLION = 1_000_000


class Row(NamedTuple):
    """Number, unit, total and each in đồng."""

    number: int
    unit: str
    total: float | None = None
    each: float | None = None
    status: str = "achieved"
    recipients: int | None = None


def rows(text: str) -> list[Row]:
    return [
        Row(row.count or 0, row.unit or "", row.amount_total_vnd, row.amount_each_vnd, row.status, row.recipients)
        for row in draw_facts(snippet(text), shipped_rules()).facts.scholarships
    ]
