"""The checks of a text, also those that only sums need to know."""

from __future__ import annotations

from extract.checks.page_checks import check_page
from extract.pipeline import Knowledge, draw_facts
from extract.snippet import snippet


def kinds_told(text: str, knowledge: Knowledge) -> list[tuple[str, str]]:
    """Kind and outcome of each, but of sums of rated sets."""
    checks = check_page(draw_facts(snippet(text), knowledge), knowledge.checks)
    return [(check.kind, check.outcome) for check in checks if check.kind != "ratings_sum"]
