"""Two numbers that are the ends of one range: "5-10 triệu", "từ 1,5 đến 3 triệu", "100 ngàn đồng đến 1,5 triệu"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.lex.reading import amount_at, rescaled

if TYPE_CHECKING:
    from extract.lex.amounts import Amount
    from extract.lex.vocabulary import LexVocabulary


def ends_of_range(text: str, folded: str, first: Amount, vocabulary: LexVocabulary) -> tuple[Amount, Amount] | None:
    """Both ends in one unit, if ``first`` opens a range; a multiplier or unit behind the second holds for both.

    ``None`` if no second number is joined, if the units differ, or if the second is smaller ("từ 12 xuống còn 5").
    """
    after = folded[first.end : first.end + 2]
    join = vocabulary.joins.match(folded, first.end) if after[:1] == "-" or after in vocabulary.join_starts else None
    if join is None:
        return None
    second = amount_at(text, folded, join.end(), vocabulary.amounts)
    if second is None:
        return None
    first_scaled = _in_unit_of(first, second)
    if first_scaled is None or first_scaled.value >= second.value or not _alike(first_scaled, second):
        return None
    return first_scaled, second


def _in_unit_of(first: Amount, second: Amount) -> Amount | None:
    """``first`` with the multiplier and unit that stand only behind ``second``: "30 đến 50 triệu"."""
    if first.kind != "number" or first.end != first.number_end:
        return first
    if second.kind == "number":
        return first
    return rescaled(first, second)


def _alike(first: Amount, second: Amount) -> bool:
    return first.kind == second.kind and (
        first.unit is None or second.unit is None or first.unit.name == second.unit.name
    )
