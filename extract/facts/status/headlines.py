"""Figures of a headline that the text tells again: they are planned where the text says so.

"Tỉnh dành gần 336 tỷ đồng lo Tết", below it "Tổng kinh phí dự kiến là gần 336 tỷ đồng".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.facts.status.holds import ONE_FIGURE, Hold

if TYPE_CHECKING:
    from extract.facts.status.holds import Holds
    from extract.model import Lexed, Quantity


def planned_below(lexed: Lexed, held: Holds, title_end: int) -> list[Hold]:
    """One hold for every figure before ``title_end`` without one, of which all that tell it again are planned."""
    found = []
    for figure in lexed.quantities:
        if figure.start >= title_end:
            break
        if held.at(figure.start) is None:
            again = [held.at(one.start) for one in lexed.quantities if one.start >= title_end and _is_same(figure, one)]
            planned = [hold for hold in again if hold is not None and hold.status == "planned"]
            if planned and len(planned) == len(again):
                found.append(Hold(figure.start, figure.start + 1, ONE_FIGURE, "planned", planned[0].rule_id))
    return found


def _is_same(one: Quantity, other: Quantity) -> bool:
    return (one.value, one.value_max, one.unit) == (other.value, other.value_max, other.unit)
