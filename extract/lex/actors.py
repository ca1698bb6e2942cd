"""Who does something in the month or quarter that opens a clause, and is not counted: "Quý 3 xã thu 2 tỷ đồng"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.lex.spots import Spot

_PARTS_OF_YEAR = frozenset(("month", "quarter"))
_CLAUSE_STARTS = frozenset(("", "\n", *".;:,(-"))


def acts(spot: Spot, actors: frozenset[str]) -> bool:
    """Whether what could be counted by the number of a month or quarter is one of ``actors`` instead."""
    if spot.lead_kind not in _PARTS_OF_YEAR or spot.digits[:1] == "0" or spot.amount is None:
        return False
    unit, before = spot.amount.unit, spot.folded[: spot.lead_start].rstrip(" ")[-1:]
    return unit is not None and unit.name in actors and before in _CLAUSE_STARTS
