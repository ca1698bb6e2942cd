"""A figure of the title or the lead that the text tells again: "trao 1.254 suất quà" above "đã trao 1.245 suất quà".

Titles round and sum up, and a text has many figures of one kind: only one that differs as by a slip of the pen, where
no other tells the same or what is between the two ("1.320 suất", "30 suất bằng xe đạp"), disagrees.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from extract.checks.digits import telling_digits
from extract.checks.interval import of
from extract.checks.relation import Side, relation
from extract.checks.slips import one_digit_off
from extract.dates import LONE_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Block, Check, Figure, Page, Quantity

KIND = "retold"
_TELLING = 10
"""Smaller numbers are of many things."""
_TOUCH = 1e-6
"""By so little two intervals only touch."""
_SURE = 4
"""Digits of a figure of the lead that another does not resemble by chance."""


def retold(drawn: Drawn) -> Iterator[Check]:
    """One check for every figure of the title or lead that the text tells again, or means to; "hơn 1.200" is none."""
    page, quantities = drawn.reading.page, {q.start: q for q in drawn.reading.lexed.quantities}
    figures = [figure for figure in drawn.facts.figures if _may_be_told_again(figure)]
    for block in summaries(page):
        start, end = block.start or 0, block.end or 0
        behind = [figure for figure in figures if figure.start >= end]
        for figure in figures:
            if not start <= figure.start < end:
                continue
            others = [other for other in behind if _of_one_thing(figure, other)]
            same = [other for other in others if _same(quantities[figure.start], quantities[other.start])]
            told = [other for other in others if not _years_differ(figure, other, drawn.reading)]
            slips = [other for other in told if _slip(figure, other, in_title=block.kind == "title")]
            slips = [other for other in slips if not _is_rest_told(figure, other, behind)]
            for other in same[:1] or (slips if len(slips) == 1 else []):
                yield relation(
                    page.page_id,
                    KIND,
                    Side(figure.quote, of(quantities[figure.start])),
                    Side(other.quote, of(quantities[other.start])),
                    (figure.start, other.end),
                )


def summaries(page: Page) -> list[Block]:
    """The title, and the first paragraph."""
    kept = [block for block in page.blocks if block.kept]
    return [
        *(block for block in kept if block.kind == "title"),
        *[block for block in kept if block.kind == "paragraph"][:1],
    ]


def _may_be_told_again(figure: Figure) -> bool:
    big = figure.value >= _TELLING
    exact = figure.comparator == "eq" and figure.scope == "total" and figure.role == "value"
    return figure.indicator is not None and exact and big


def _of_one_thing(one: Figure, other: Figure) -> bool:
    return (
        one.indicator == other.indicator
        and one.kind == other.kind
        and one.unit == other.unit
        and one.status == other.status
        and _nouns_agree(one.noun, other.noun)
    )


def _same(one: Quantity, other: Quantity) -> bool:
    """Whether two figures tell one number; neighbours of one precision, "95,8%" and "95,9%", only touch."""
    first, second = of(one), of(other)
    ends = min((end.high for end in (first, second) if end.high is not None), default=inf)
    return first.meets(second) and (one.value == other.value or ends - max(first.low, second.low) > _TOUCH)


def _years_differ(one: Figure, other: Figure, reading: Reading) -> bool:
    """Whether their sentences name other years: "kế hoạch doanh thu năm 2017", "năm 2016 đạt"."""
    first, second = (
        set(LONE_YEAR.findall(reading.folded, *reading.structure.sentence(figure.start))) for figure in (one, other)
    )
    return bool(first and second) and not first & second


def _nouns_agree(one: str | None, other: str | None) -> bool:
    """Titles tell things in fewer words: "suất quà" is the text's "suất quà Tết"."""
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def _is_rest_told(one: Figure, other: Figure, behind: Iterable[Figure]) -> bool:
    """Whether some figure of the unit of both is what lies between them: a title has "1.350 suất" of 1.320 and 30."""
    rest = abs(one.value - other.value)
    return any(figure.value == rest and figure.unit == one.unit for figure in behind)


def _slip(one: Figure, other: Figure, *, in_title: bool) -> bool:
    return (in_title or telling_digits(one.value) >= _SURE) and one_digit_off(one.value, other.value)
