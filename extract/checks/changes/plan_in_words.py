"""A figure and what its percentage is reckoned against, told in words.

"kế hoạch giao 270 ha, thực hiện được 236 ha, đạt 87,40%"; "1,245 tỉ đồng, vượt 3,75% kế hoạch (kế hoạch 1,2 tỉ đồng)";
"92 triệu đồng, bằng 115% so với năm ngoái (80 triệu đồng)"; "tăng 15% so với cùng kỳ (4 tỷ đồng)". Fractions
("236/270 ha") are for ``percent_of``.

Of what a percentage is reckoned is seldom said in so many words, so of all figures near it two that it fits agree; only
a plan and its result next to it disagree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import regex

from extract.checks.comparable import is_one_percent
from extract.checks.interval import Interval, of
from extract.checks.printed import as_printed, printed_percent
from extract.checks.relation import Side, relation, side_of
from extract.codes import COUNTS, SHARES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from extract.checks.relation_words import RelationWords
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


class _Told(NamedTuple):
    """A percentage as a share of its base: "vượt 5%" is 105%."""

    percent: Quantity
    share: Interval
    is_over: bool = False
    """Whether it is told by how much a plan is passed."""
    is_change: bool = False


class _Page:
    """The figures of a page, and which of them are called plans."""

    def __init__(self, reading: Reading, vocabulary: RelationWords) -> None:
        self.reading, self.vocabulary = reading, vocabulary
        self.quantities, self.folded = reading.lexed.quantities, reading.folded
        self._plans: dict[int, bool] = {}

    def is_plan(self, at: int) -> bool:
        """Whether a word for a plan stands between the figure before and this one: "trên kế hoạch 1 tỷ đồng"."""
        if at not in self._plans:
            self._plans[at] = self._is_called_plan(at)
        return self._plans[at]

    def _is_called_plan(self, at: int) -> bool:
        """Whether it is one. Right behind a percentage that word is of it: "đạt 61% kế hoạch, giảm 42 hộ".

        So it is in the sentence before: "bằng 61% dự toán tỉnh giao. Thu nội địa được 42 tỷ đồng".
        """
        since = self.quantities[at - 1].end if at else 0
        start = self.quantities[at].start
        if at and self.quantities[at - 1].kind == "percent":
            comma = self.folded.find(",", since, start)
            if comma >= 0 and self.vocabulary.of_plan.match(self.folded, since) is not None:
                since = comma
        told = self.vocabulary.planned.search(self.folded, max(since, start - _WORD), start)
        return told is not None and told.start() >= self.reading.structure.sentence(start).start

    def are_parted(self, first: Quantity, second: Quantity) -> bool:
        """Whether marks or words between two figures say that they are no plan and result."""
        return self.vocabulary.parted.search(self.folded, first.end, second.start) is not None


_Pair: TypeAlias = tuple[int, int]
"""Result and base, by their indices."""


def plan_in_words(drawn: Drawn, vocabulary: RelationWords, told_already: Collection[int]) -> Iterator[Check]:
    """One check for every percentage with a result and what it is reckoned against near it, in one unit.

    None but plans for those of which ``told_already`` has the end.
    """
    page = _Page(drawn.reading, vocabulary)
    for at, percent in enumerate(page.quantities):
        if at == 0 or not is_one_percent(percent):
            continue
        told = _told(at, page)
        exact = percent.comparator == "eq"
        if told is None or (told.is_change and not exact):
            continue
        pair = next((pair for pair in _pairs(at, page) if _ratio(pair, page).meets(told.share)), None)
        if pair is None and exact and not told.is_change:
            pair = _meant(at, page)
        if pair is None:
            continue
        planned = any(map(page.is_plan, pair))
        if not planned and not exact:
            continue  # "chiếm hơn 20%" may be of anything
        kind = PLAN if planned or told.is_over else CHANGE if told.is_change else SHARE
        if kind == PLAN or percent.end not in told_already:
            yield _check(page, told, pair, kind)


def _check(page: _Page, told: _Told, pair: _Pair, kind: str) -> Check:
    reading, percent = page.reading, told.percent
    result, base = (page.quantities[at] for at in pair)
    return relation(
        reading.page.page_id,
        kind,
        Side(f"{reading.quote(result.start, result.end)} / {reading.quote(base.start, base.end)}", _ratio(pair, page)),
        side_of(percent, reading, told.share),
        (min(result.start, base.start), max(percent.end, base.end)),
    )


def _told(at: int, page: _Page) -> _Told | None:
    """What share of its base a percentage tells, by the words before it; ``None`` for one of something else."""
    percent, before, vocabulary = page.quantities[at], page.quantities[at - 1], page.vocabulary
    printed = printed_percent(percent, page.folded)
    head = max(before.end, percent.start - _WORD)
    if vocabulary.over.search(page.folded, head, percent.start):
        return _Told(percent, _moved(printed, 1), is_over=True)
    direction = vocabulary.direction(page.folded, percent.start, before.end)
    if direction is not None:
        return _Told(percent, _moved(printed, 1 if direction == "more" else -1), is_change=True)
    between = page.folded[before.end : percent.start]
    leads = len(between) <= _REACH and vocabulary.leads.search(between) is not None
    return _Told(percent, printed) if leads and not vocabulary.other.search(between) else None


def _moved(printed: Interval, sign: int) -> Interval:
    """A change as a share of what was before."""
    ends = [None if end is None else _FULL + sign * end for end in printed]
    low, high = ends if sign > 0 else ends[::-1]
    return Interval(low or 0.0, high)


def _ratio(pair: _Pair, page: _Page) -> Interval:
    result, base = (of(as_printed(page.quantities[at])) for at in pair)
    return result.percent_of(base)


def _pairs(at: int, page: _Page) -> Iterator[_Pair]:
    """Results and bases near a percentage, the likeliest first."""
    quantities, percent = page.quantities, page.quantities[at]
    sentence = page.reading.structure.sentence(percent.start)
    first = max(0, at - _RESULTS)
    before = [i for i in range(at - 1, first - 1, -1) if quantities[i].start >= sentence.start]
    plans = [i for i in before if page.is_plan(i)]
    behind = at + 1
    if behind < len(quantities) and quantities[behind].start < sentence.end and _is_base(at, page):
        yield from ((i, behind) for i in before if _comparable(i, behind, page))
    for plan in plans:
        yield from ((i, plan) for i in before if i not in plans and _comparable(i, plan, page))
    end = min(sentence.end, percent.end + _COMPARED)
    if before and not plans and not page.vocabulary.compared.search(page.folded, percent.end, end):
        yield from ((before[0], plan) for plan in _above(at, page) if _comparable(before[0], plan, page))


def _is_base(at: int, page: _Page) -> bool:
    """Whether words or a bracket lead from a percentage to the figure behind it: "so với năm ngoái (80 triệu đồng)"."""
    percent, base = page.quantities[at : at + 2]
    between = page.folded[percent.end : base.start]
    return len(between) <= _REACH and page.vocabulary.against.search(between) is not None and ";" not in between


def _above(at: int, page: _Page) -> Iterator[int]:
    """The plans of the sentences before: "được giao 700 triệu đồng. Đến nay thu 430 triệu đồng, đạt 61,4%"."""
    start = page.reading.structure.back(page.quantities[at].start, _BLOCKS)
    for i in range(at - 1, max(-1, at - 1 - _ABOVE), -1):
        if page.quantities[i].start < start:
            break
        if page.is_plan(i):
            yield i


def _meant(at: int, page: _Page) -> _Pair | None:
    """A plan and its result right before a percentage, or its plan in a bracket behind it, that miss it."""
    percent, before = page.quantities[at], page.quantities[at - 1]
    bracketed = _OPEN_BRACKET.search(page.folded, max(0, before.start - _REACH), before.start) is not None
    if percent.start - before.end > _TIGHT or bracketed or page.are_parted(before, percent):
        return None
    return _told_before(at, page) or _told_in_bracket(at, page)


def _told_before(at: int, page: _Page) -> _Pair | None:
    """Two figures right before a percentage in its sentence, only one of them a plan."""
    if at < _TWO:
        return None
    first, second = page.quantities[at - 2 : at]
    sentence = page.reading.structure.sentence(page.quantities[at].start)
    told = first.start >= sentence.start and not page.are_parted(first, second)
    if not told or not _comparable(at - 2, at - 1, page, exactly=True):
        return None
    planned = page.is_plan(at - 2), page.is_plan(at - 1)
    return {(True, False): (at - 1, at - 2), (False, True): (at - 2, at - 1)}.get(planned)


_TWO = 2


def _told_in_bracket(at: int, page: _Page) -> _Pair | None:
    """The figure before a percentage and its plan in the bracket behind: "5 tỷ đồng, đạt 80% (kế hoạch 6 tỷ đồng)"."""
    quantities, percent, before = page.quantities, page.quantities[at], page.quantities[at - 1]
    if at + 1 == len(quantities):
        return None
    plan, sentence = quantities[at + 1], page.reading.structure.sentence(percent.start)
    _, bracket, label = page.folded[percent.end : plan.start].rpartition("(")
    # "đạt 100,3% chỉ tiêu (cấp tỉnh 3 hộ, cấp huyện 13 hộ)": a label of its own makes it no plan
    inside = bracket and plan.start < sentence.end and (not label.strip() or page.vocabulary.planned.search(label))
    if not inside or before.start < sentence.start or not _comparable(at - 1, at + 1, page, exactly=True):
        return None
    fraction = at + 2 < len(quantities) and quantities[at + 2].role != "value"  # "(460/1.205)" is for percent_of
    told = not fraction and not _is_listed(at + 1, page)
    return (at - 1, at + 1) if told and page.is_plan(at + 1) and not page.is_plan(at - 1) else None


def _is_listed(at: int, page: _Page) -> bool:
    """Whether another like it stands in its bracket: "đạt 46% kế hoạch đăng ký (49.600 cây gỗ; 72.900 cây ăn quả)"."""
    if at + 1 == len(page.quantities):
        return False
    end = page.folded.find(")", page.quantities[at].end)
    return page.quantities[at + 1].start < end and _comparable(at, at + 1, page)


def _comparable(one: int, other: int, page: _Page, *, exactly: bool = False) -> bool:
    """Whether two figures are of one kind and unit; a bare number goes with any count unless ``exactly`` is asked."""
    first, second = page.quantities[one], page.quantities[other]
    counts = {first.kind, second.kind} <= COUNTS
    bare = counts and None in (first.unit, second.unit) and not exactly
    return (
        (bare or (first.kind, first.unit) == (second.kind, second.unit))
        and first.kind not in SHARES
        and {first.role, second.role} == {"value"}
        and first.value_max is None is second.value_max
        and (not exactly or first.comparator == second.comparator == "eq")
        and min(first.value, second.value) > 0
    )
