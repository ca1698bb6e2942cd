"""Percentages of a fraction that something stands between: "2.483/2.911 vụ, còn 160 vụ ... (đạt 85,29%)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.comparable import is_exact_percent
from extract.checks.shares.share import KIND, Share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.checks.relation_words import RelationWords
    from extract.facts.page_facts import Drawn
    from extract.model import Check

_DISTANT = 4
"""So many figures before a percentage its fraction may stand."""
_FAR = 120


def distant_shares(drawn: Drawn, vocabulary: RelationWords) -> Iterator[Check]:
    """One check for every percentage that fits such a fraction; others may be of anything."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for at, percent in enumerate(quantities):
        if not is_exact_percent(percent):
            continue
        block = reading.structure.block(percent.start)
        for before in range(at - 1, max(0, at - 1 - _DISTANT), -1):
            part, whole = quantities[before - 1], quantities[before]
            if whole.kind == "percent":
                break
            near = block.start <= part.start and percent.start - whole.end <= _FAR
            exact = part.comparator == whole.comparator == "eq" and whole.value > 0
            if whole.role not in ("whole", "plan") or not near or not exact:
                continue
            head = reading.folded[whole.end : percent.start]
            if vocabulary.leads.search(head) and Share(part, percent).fits(whole, reading):
                kind = "plan_ratio" if whole.role == "plan" else KIND
                yield Share(part, percent).check(whole, reading, kind=kind)
            break
