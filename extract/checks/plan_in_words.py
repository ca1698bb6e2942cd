"""A figure and what its percentage is reckoned against, told in words.

"kế hoạch giao 270 ha, thực hiện được 236 ha, đạt 87,40%"; "1,245 tỉ đồng, vượt 3,75% kế hoạch (kế hoạch 1,2 tỉ đồng)";
"92 triệu đồng, bằng 115% so với năm ngoái (80 triệu đồng)"; "tăng 15% so với cùng kỳ (4 tỷ đồng)". Fractions
("236/270 ha") are for ``percent_of``.

Of what a percentage is reckoned is seldom said in so many words, so of all figures near it two that it fits agree; only
a plan and its result next to it disagree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.checks.interval import Interval, of
from extract.checks.percent_of import printed_percent
from extract.checks.relation import Side, relation
from extract.checks.terms import as_printed
from extract.codes import SHARES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from extract.checks.percent_of import ShareVocabulary
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

PLAN, CHANGE, SHARE = "plan_ratio", "change_percent", "percent_of"
_REACH = 60
_TIGHT = 30
"""How near a percentage follows its result if it is surely that of it."""
_WORD = 30
"""How far before a plan its word may begin: "kế hoạch giao 270 ha"."""
_FULL = 100.0
_RESULTS = 6
"""So many figures before a percentage may be what it tells of, or its plan."""
_ABOVE = 12
"""So many figures before its sentence may be its plan."""
_BLOCKS = 3
_COMPARED = 300
"""How far behind a percentage what it is compared with may be told."""
_OPEN_BRACKET = regex.compile(r"\([^()]*$")
_BROKEN = regex.compile(r"[;\n]|(?<!\w)(?:và|chưa|còn)(?!\w)")
"""Marks and words that part a result from its plan: "155 tỷ đồng doanh thu và 23 tỷ đồng lợi nhuận"."""


class _Told(NamedTuple):
    """A percentage as a share of its base: "vượt 5%" is 105%."""

    percent: Quantity
    share: Interval
    is_over: bool = False
    """Whether it is told by how much a plan is passed."""
    is_change: bool = False


def plan_in_words(drawn: Drawn, vocabulary: ShareVocabulary, told_already: Collection[int]) -> Iterator[Check]:
    """One check for every percentage with a result and what it is reckoned against near it, in one unit.

    None but plans for those of which ``told_already`` has the end.
    """
    reading = drawn.reading
    quantities = reading.lexed.quantities
    for at, percent in enumerate(quantities):
        if percent.kind != "percent" or percent.value_max is not None or at == 0:
            continue
        told = _told(at, reading, vocabulary)
        exact = percent.comparator == "eq"
        if told is None or (told.is_change and not exact):
            continue
        pair = next((pair for pair in _pairs(at, reading, vocabulary) if _ratio(*pair).meets(told.share)), None)
        if pair is None and exact and not told.is_change:
            pair = _meant(at, reading, vocabulary)
        if pair is not None:
            planned = any(_is_plan(quantities.index(one), reading, vocabulary) for one in pair)
            if not planned and not exact:
                continue  # "chiếm hơn 20%" may be of anything
            kind = PLAN if planned or told.is_over else CHANGE if told.is_change else SHARE
            if kind == PLAN or percent.end not in told_already:
                yield _check(drawn, told, *pair, kind)


def _check(drawn: Drawn, told: _Told, result: Quantity, base: Quantity, kind: str) -> Check:
    reading, percent = drawn.reading, told.percent
    return relation(
        reading.page.page_id,
        kind,
        Side(
            f"{reading.quote(result.start, result.end)} / {reading.quote(base.start, base.end)}", _ratio(result, base)
        ),
        Side(reading.quote(percent.start, percent.end), told.share),
        (min(result.start, base.start), max(percent.end, base.end)),
    )


def _told(at: int, reading: Reading, vocabulary: ShareVocabulary) -> _Told | None:
    """What share of its base a percentage tells, by the words before it; ``None`` for one of something else."""
    percent, before = reading.lexed.quantities[at], reading.lexed.quantities[at - 1]
    printed = printed_percent(percent, reading.folded)
    head = max(before.end, percent.start - _WORD)
    if vocabulary.over.search(reading.folded, head, percent.start):
        return _Told(percent, _moved(printed, 1), is_over=True)
    direction = vocabulary.direction(reading.folded, percent.start, before.end)
    if direction is not None:
        return _Told(percent, _moved(printed, 1 if direction == "more" else -1), is_change=True)
    between = reading.folded[before.end : percent.start]
    leads = len(between) <= _REACH and vocabulary.leads.search(between) is not None
    return _Told(percent, printed) if leads and not vocabulary.other.search(between) else None


def _moved(printed: Interval, sign: int) -> Interval:
    """A change as a share of what was before."""
    ends = [None if end is None else _FULL + sign * end for end in printed]
    low, high = ends if sign > 0 else ends[::-1]
    return Interval(low or 0.0, high)


def _ratio(result: Quantity, base: Quantity) -> Interval:
    return of(as_printed(result)).percent_of(of(as_printed(base)))


def _pairs(at: int, reading: Reading, vocabulary: ShareVocabulary) -> Iterator[tuple[Quantity, Quantity]]:
    """Results and bases near a percentage, the likeliest first."""
    quantities = reading.lexed.quantities
    sentence = reading.structure.sentence(quantities[at].start)
    first = max(0, at - _RESULTS)
    before = [i for i in range(at - 1, first - 1, -1) if quantities[i].start >= sentence.start]
    plans = [i for i in before if _is_plan(i, reading, vocabulary)]
    behind = at + 1
    if behind < len(quantities) and quantities[behind].start < sentence.end and _is_base(at, reading, vocabulary):
        yield from (
            (quantities[i], quantities[behind]) for i in before if _comparable(quantities[i], quantities[behind])
        )
    for plan in plans:
        results = (quantities[i] for i in before if i != plan and i not in plans)
        yield from ((result, quantities[plan]) for result in results if _comparable(result, quantities[plan]))
    end = min(sentence.end, quantities[at].end + _COMPARED)
    if before and not plans and not vocabulary.compared.search(reading.folded, quantities[at].end, end):
        result = quantities[before[0]]
        yield from ((result, plan) for plan in _above(at, reading, vocabulary) if _comparable(result, plan))


def _is_base(at: int, reading: Reading, vocabulary: ShareVocabulary) -> bool:
    """Whether words or a bracket lead from a percentage to the figure behind it: "so với năm ngoái (80 triệu đồng)"."""
    percent, base = reading.lexed.quantities[at : at + 2]
    between = reading.folded[percent.end : base.start]
    return len(between) <= _REACH and vocabulary.against.search(between) is not None and ";" not in between


def _above(at: int, reading: Reading, vocabulary: ShareVocabulary) -> Iterator[Quantity]:
    """The plans of the sentences before: "được giao 700 triệu đồng. Đến nay thu 430 triệu đồng, đạt 61,4%"."""
    quantities = reading.lexed.quantities
    start = reading.structure.block(quantities[at].start).start
    for _ in range(_BLOCKS):
        start = reading.structure.block(start - 1).start if start > 0 else 0
    for i in range(at - 1, max(-1, at - 1 - _ABOVE), -1):
        if quantities[i].start < start:
            break
        if _is_plan(i, reading, vocabulary):
            yield quantities[i]


def _meant(at: int, reading: Reading, vocabulary: ShareVocabulary) -> tuple[Quantity, Quantity] | None:
    """A plan and its result right before a percentage, or its plan in a bracket behind it, that miss it."""
    quantities, folded = reading.lexed.quantities, reading.folded
    percent, before = quantities[at], quantities[at - 1]
    sentence = reading.structure.sentence(percent.start)
    bracketed = _OPEN_BRACKET.search(folded, max(0, before.start - _REACH), before.start) is not None
    if percent.start - before.end > _TIGHT or bracketed or _BROKEN.search(folded, before.end, percent.start):
        return None
    if at > 1:
        first, second = quantities[at - 2], before
        told = first.start >= sentence.start and not _BROKEN.search(folded, first.end, second.start)
        if told and _comparable(first, second, exactly=True):
            planned = [_is_plan(at - 2, reading, vocabulary), _is_plan(at - 1, reading, vocabulary)]
            if planned == [True, False]:
                return second, first
            if planned == [False, True]:
                return first, second
    if at + 1 < len(quantities):
        plan = quantities[at + 1]
        _, bracket, label = folded[percent.end : plan.start].rpartition("(")
        # "đạt 100,3% chỉ tiêu (cấp tỉnh 3 hộ, cấp huyện 13 hộ)": a label of its own makes it no plan
        inside = bracket and plan.start < sentence.end and (not label.strip() or vocabulary.planned.search(label))
        fraction = at + 2 < len(quantities) and quantities[at + 2].role != "value"  # "(460/1.205)" is for percent_of
        fraction |= _is_listed(at + 1, reading)
        told = (
            bool(inside) and not fraction and before.start >= sentence.start and _comparable(before, plan, exactly=True)
        )
        if told and _is_plan(at + 1, reading, vocabulary) and not _is_plan(at - 1, reading, vocabulary):
            return before, plan
    return None


def _is_listed(at: int, reading: Reading) -> bool:
    """Whether another like it stands in its bracket: "đạt 46% kế hoạch đăng ký (49.600 cây gỗ; 72.900 cây ăn quả)"."""
    first, behind = reading.lexed.quantities[at], reading.lexed.quantities[at + 1 : at + 2]
    end = reading.folded.find(")", first.end)
    return any(second.start < end and _comparable(first, second) for second in behind)


def _comparable(first: Quantity, second: Quantity, *, exactly: bool = False) -> bool:
    """Whether two figures are of one kind and unit; a bare number goes with any count unless ``exactly`` is asked."""
    counts = {first.kind, second.kind} <= {"count", "number"}
    bare = counts and None in (first.unit, second.unit) and not exactly
    return (
        (bare or (first.kind, first.unit) == (second.kind, second.unit))
        and first.kind not in SHARES
        and {first.role, second.role} == {"value"}
        and first.value_max is None is second.value_max
        and (not exactly or first.comparator == second.comparator == "eq")
        and min(first.value, second.value) > 0
    )


def _is_plan(at: int, reading: Reading, vocabulary: ShareVocabulary) -> bool:
    """Whether a word for a plan stands between the figure before and this one: "trên kế hoạch 1 tỷ đồng".

    Right behind a percentage that word is of it: "đạt 61% kế hoạch, giảm 42 hộ".
    """
    quantities = reading.lexed.quantities
    since = quantities[at - 1].end if at else 0
    start = quantities[at].start
    if at and quantities[at - 1].kind == "percent":
        of_percent = vocabulary.of_plan.match(reading.folded, since)
        comma = reading.folded.find(",", since, start)
        if of_percent is not None and comma >= 0:
            since = comma
    return vocabulary.planned.search(reading.folded[max(since, start - _WORD) : start]) is not None
