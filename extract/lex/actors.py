"""Who does something in the month or quarter that opens a clause, and is not counted: "Quý 3 xã thu 2 tỷ đồng"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken

_PARTS_OF_YEAR = frozenset(("month", "quarter"))
_CLAUSE_STARTS = frozenset(("", "\n", *".;:,(-"))


def acts(token: NumberToken, actors: frozenset[str]) -> bool:
    """Whether what could be counted by the number of a month or quarter is one of ``actors`` instead."""
    if token.lead_kind not in _PARTS_OF_YEAR or token.digits[:1] == "0" or token.amount is None:
        return False
    unit, before = token.amount.unit, token.folded[: token.lead_start].rstrip(" ")[-1:]
    return unit is not None and unit.name in actors and before in _CLAUSE_STARTS
