"""The ratings of a text, as tests of them say what they expect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.pipeline import Knowledge, draw_facts
from extract.snippet import snippet

if TYPE_CHECKING:
    from typing import TypeAlias

Row: TypeAlias = "tuple[str, str, int | None, float | None, int | None]"
"""Group, level, count, percent, number rated."""


def rating_rows(text: str, knowledge: Knowledge) -> list[Row]:
    """One row a level, in order."""
    rows = draw_facts(snippet(text), knowledge).facts.ratings
    return [(row.group, row.level, row.count, row.percent, row.group_total) for row in rows]
