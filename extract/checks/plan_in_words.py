"""Result and plan told in words against the percentage: "kế hoạch giao 270 ha, thực hiện được 236 ha, đạt 87,40%".

Also "1,245 tỉ đồng, vượt 3,75% kế hoạch (kế hoạch 1,2 tỉ đồng)". Fractions ("236/270 ha") are for ``percent_of``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.interval import Interval, of
from extract.checks.percent_of import last_unit
from extract.checks.relation import Side, relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.checks.percent_of import ShareVocabulary
    from extract.facts.read import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

KIND = "plan_ratio"
_REACH = 60
_WORD = 30
"""How far before a plan its word may begin: "kế hoạch giao 270 ha"."""
_FULL = 100.0


def plan_in_words(drawn: Drawn, vocabulary: ShareVocabulary) -> Iterator[Check]:
    """One check for every percentage with a result and a plan of one unit next to it in its sentence."""
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for at, percent in enumerate(quantities):
        if percent.kind != "percent" or percent.value_max is not None or percent.comparator != "eq" or at == 0:
            continue
        over = vocabulary.over.search(reading.folded, max(0, percent.start - _WORD), percent.start) is not None
        if not over and not _leads(quantities[at - 1], percent, reading, vocabulary):
            continue
        pair = _pair(at, reading, vocabulary)
        if pair is None:
            continue
        result, plan = pair
        unit = last_unit(reading.folded, percent)
        printed = of(percent).one_unit_wider(unit)
        if over:
            printed = Interval(printed.low + _FULL, None if printed.high is None else printed.high + _FULL)
        start, end = min(result.start, plan.start), max(percent.end, plan.end)
        yield relation(
            reading.page.page_id,
            KIND,
            Side(
                f"{reading.quote(result.start, result.end)} / {reading.quote(plan.start, plan.end)}",
                of(result).percent_of(of(plan)),
            ),
            Side(reading.quote(percent.start, percent.end), printed),
            (start, end),
        )


def _leads(before: Quantity, percent: Quantity, reading: Reading, vocabulary: ShareVocabulary) -> bool:
    """Whether "đạt", "bằng" or the like lead from the figure before to the percentage, and no change or other share."""
    between = reading.folded[before.end : percent.start]
    return (
        len(between) <= _REACH
        and vocabulary.leads.search(between) is not None
        and vocabulary.other.search(between) is None
    )


def _pair(at: int, reading: Reading, vocabulary: ShareVocabulary) -> tuple[Quantity, Quantity] | None:
    """Result and plan: the two figures before the percentage, or one before and, in brackets, one behind."""
    quantities = reading.lexed.quantities
    sentence = reading.structure.sentence(quantities[at].start)
    if at > 1:
        first, second = quantities[at - 2], quantities[at - 1]
        if first.start >= sentence.start and _comparable(first, second):
            planned = [_is_plan(at - 2, reading, vocabulary), _is_plan(at - 1, reading, vocabulary)]
            if planned == [True, False]:
                return second, first
            if planned == [False, True]:
                return first, second
    if at + 1 < len(quantities):
        first, second = quantities[at - 1], quantities[at + 1]
        inside = "(" in reading.folded[quantities[at].end : second.start] and second.start < sentence.end
        fraction = at + 2 < len(quantities) and quantities[at + 2].role != "value"  # "(460/1.205)" is for percent_of
        if inside and not fraction and first.start >= sentence.start and _comparable(first, second):
            return (first, second) if _is_plan(at + 1, reading, vocabulary) else None
    return None


def _comparable(first: Quantity, second: Quantity) -> bool:
    return (
        first.kind == second.kind
        and first.unit == second.unit
        and {first.role, second.role} == {"value"}
        and first.comparator == second.comparator == "eq"
        and min(first.value, second.value) > 0
    )


def _is_plan(at: int, reading: Reading, vocabulary: ShareVocabulary) -> bool:
    """Whether a word for a plan stands between the figure before and this one: "trên kế hoạch 1 tỷ đồng"."""
    quantities = reading.lexed.quantities
    since = quantities[at - 1].end if at else 0
    head = reading.folded[max(since, quantities[at].start - _WORD) : quantities[at].start]
    return vocabulary.plan.search(head) is not None
