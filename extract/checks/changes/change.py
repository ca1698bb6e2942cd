"""Before, after and the change between: "có 412 hộ nghèo; cuối năm còn 357 hộ, giảm 55 hộ"; "giảm 55 hộ, còn 357 hộ".

What a change is against is seldom said, so one that fits no earlier figure says nothing, unless all three stand in one
sentence and a slip of the pen in one of them is all that is wrong. A table of the page may tell what was before to the
last digit: "thu 7.412 triệu đồng, tăng 518 triệu đồng so với năm 2021", and in it "Thu ngân sách | 6.894 | 7.412".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from extract.checks.digits import telling_digits
from extract.checks.interval import Interval, of
from extract.checks.relation import Side, relation, side_of
from extract.checks.slips import one_key_off
from extract.codes import COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.checks.direction import Direction
    from extract.checks.relation_words import RelationWords
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

KIND = "difference"
_REACH = 60
_BEFORE = 8
_LEAST = 100
"""Smaller numbers differ by chance."""
_DIGITS = 4
"""A figure of so many digits that stands anywhere on the page is what was before by no chance."""
_PLACES = 3
_COMPARED = 24
"""How far behind a change a word for what it is compared with may stand."""


_Figures: TypeAlias = "tuple[Quantity, list[Quantity]]"
"""What came out of a change, and what may have been before."""


class _Told(NamedTuple):
    """A change, what came out of it, and what may have been before, the nearest first."""

    change: Quantity
    after: Quantity
    earlier: list[Quantity]
    is_less: bool


def changes(drawn: Drawn, vocabulary: RelationWords) -> Iterator[Check]:
    """One check for every change that is the difference of what came out and an earlier figure, or meant to be it."""
    reading = drawn.reading
    page = _Page(reading, vocabulary)
    for index, change in enumerate(reading.lexed.quantities):
        word = _word(index, reading, vocabulary) if change.role == "value" else None
        if word is None:
            continue
        readings = (_told_in_bracket, _told_last, _told_before, _told_first)
        for figures in (read(index, reading, vocabulary) for read in readings):
            told = None if figures is None else _Told(change, *figures, word == "less")
            before = None if told is None else _before(told, page)
            if told is not None and before is not None:
                yield _check(told, before, reading)
                break


def _told_in_bracket(index: int, reading: Reading, vocabulary: RelationWords) -> _Figures | None:  # noqa: ARG001
    """Before a bracket with what came out and what was before: "tăng 93 vụ (206/113 vụ)"."""
    quantities = reading.lexed.quantities
    at = index + 1
    while at < len(quantities) and quantities[at].kind == "percent":
        at += 1  # "giảm 03 vụ = 1,6% (180/183 vụ)"
    if at + 1 >= len(quantities):
        return None
    after, before = quantities[at : at + 2]
    joined = reading.folded[after.end : before.start].strip() == "/" and before.role == "value"
    if not joined or after.start - quantities[index].end > _REACH:
        return None
    return after, [before]


def _told_last(index: int, reading: Reading, vocabulary: RelationWords) -> _Figures | None:
    """Behind what came out: "có 412 hộ; cuối năm còn 357 hộ, giảm 55 hộ"; "33/31,5 ha, vượt 1,5 ha"."""
    quantities = reading.lexed.quantities
    change = quantities[index]
    at = index - 1
    while at > 0 and quantities[at].kind == "percent":
        at -= 1  # "còn 357 hộ, chiếm 40,29%, giảm 55 hộ"
    if at < 0 or not _same(quantities[at], change) or change.start - quantities[at].end > _REACH:
        return None
    if _word(at, reading, vocabulary) is not None:
        return None  # "giảm 150.000 đồng/lượng mua vào, tăng 50.000 đồng/lượng bán ra"
    if quantities[at].role in ("whole", "plan") and at:
        return quantities[at - 1], [quantities[at]]
    return quantities[at], [*_behind(index, reading, vocabulary), *_earlier(at, reading)]


def _behind(index: int, reading: Reading, vocabulary: RelationWords) -> list[Quantity]:
    """The figure in a bracket right behind a change: "tăng 12 ca so với cùng kỳ (23 ca)"; also "so với mức 23 ca"."""
    quantities = reading.lexed.quantities
    after = quantities[index + 1] if index + 1 < len(quantities) else None
    if after is None or after.start - quantities[index].end > _REACH:
        return []
    between = reading.folded[quantities[index].end : after.start]
    return [after] if between.endswith("(") or vocabulary.than.fullmatch(between) is not None else []


def _told_before(index: int, reading: Reading, vocabulary: RelationWords) -> _Figures | None:
    """Before what came out: "có 412 hộ; trong năm giảm 55 hộ, còn 357 hộ"."""
    quantities = reading.lexed.quantities
    at = index + 1
    if at >= len(quantities) or not _same(quantities[at], quantities[index]) or quantities[at].role != "value":
        return None
    between = reading.folded[quantities[index].end : quantities[at].start]
    if len(between) > _REACH or vocabulary.outcome.search(between) is None:
        return None
    return quantities[at], _earlier(index, reading)


def _told_first(index: int, reading: Reading, vocabulary: RelationWords) -> _Figures | None:
    """Before what was and what came out: "kết nạp thêm 91 hội viên, nâng tổng số từ 439 lên 530 hội viên"."""
    quantities = reading.lexed.quantities
    if index + 2 >= len(quantities):
        return None
    change, before, after = quantities[index : index + 3]
    between = reading.folded[before.end : after.start]
    near = after.start < reading.structure.sentence(change.start).end and len(between) <= _REACH
    if not near or not _same(after, change) or vocabulary.outcome.search(between) is None:
        return None
    named = before._replace(unit=after.unit) if before.unit is None and before.kind == "number" else before
    return after, [named]


def _word(index: int, reading: Reading, vocabulary: RelationWords) -> Direction | None:
    """Whether a word right before a figure makes it a change, to ``less`` or to ``more``."""
    quantities = reading.lexed.quantities
    since, start = quantities[index - 1].end if index else 0, quantities[index].start
    if vocabulary.outcome.search(reading.folded, max(since, start - _REACH), start):
        return None  # "thoả thuận là giảm còn 25.000 đồng"
    return vocabulary.direction(reading.folded, start, since)


def _earlier(at: int, reading: Reading) -> list[Quantity]:
    """Figures before the one at this place, in its block."""
    quantities = reading.lexed.quantities
    block = reading.structure.block(quantities[at].start)
    return [quantity for quantity in reversed(quantities[max(0, at - _BEFORE) : at]) if quantity.start >= block.start]


class _Page:
    """The figures of a page by what they tell."""

    def __init__(self, reading: Reading, vocabulary: RelationWords) -> None:
        self.reading, self.vocabulary = reading, vocabulary
        self._told: dict[tuple[str, str | None, float], Quantity] | None = None

    def elsewhere(self, told: _Told) -> Quantity | None:
        """The figure anywhere on the page, of many digits, that tells what was before."""
        value = told.after.value + told.change.value * (1 if told.is_less else -1)
        if value <= 0 or told.after.role != "value" or telling_digits(value) < _DIGITS:
            return None
        if self._told is None:
            exact = (one for one in self.reading.lexed.quantities if one.comparator == "eq" and one.role == "value")
            self._told = {(one.kind, one.unit, round(one.value, _PLACES)): one for one in exact}
        return self._told.get((told.change.kind, told.change.unit, round(value, _PLACES)))


def _before(told: _Told, page: _Page) -> Quantity | None:
    """The figure by which the change holds; else the nearest before, if a slip of the pen keeps it from holding."""
    reading, vocabulary = page.reading, page.vocabulary
    possible = [before for before in told.earlier if _same(before, told.change)]
    for before in possible:
        in_order = before.value != told.after.value and told.is_less == (before.value > told.after.value)
        smaller = told.change.value < max(before.value, told.after.value)
        if in_order and smaller and _difference(told, before).meets(of(told.change)):
            return before
    elsewhere = page.elsewhere(told)
    if elsewhere is not None:
        return elsewhere
    if not possible or vocabulary.compared.search(reading.folded, told.change.end, told.change.end + _COMPARED):
        return None
    if vocabulary.compares.match(reading.folded, told.change.end):
        return None  # what it was before stands behind it: "tăng 32.000 đồng so với mức cũ là 180.000 đồng"
    nearest = possible[0]
    sentence = reading.structure.sentence(told.change.start)
    in_order = told.is_less == (nearest.value > told.after.value)
    inside = in_order and sentence.start <= nearest.start and told.after.start < sentence.end
    return nearest if inside and _slip(told, nearest) else None


def _slip(told: _Told, before: Quantity) -> bool:
    """Whether the change holds but for one digit, or two that changed places, in one of the three."""
    sign = -1 if told.is_less else 1
    change, after = told.change.value, told.after.value
    return (
        one_key_off(sign * (after - before.value), change)
        or one_key_off(after - sign * change, before.value)
        or one_key_off(before.value + sign * change, after)
    ) and min(before.value, change, after) >= _LEAST


def _difference(told: _Told, before: Quantity) -> Interval:
    more, less = (before, told.after) if told.is_less else (told.after, before)
    return Interval(more.low - (less.high or less.value), (more.high or more.value) - less.low)


def _check(told: _Told, before: Quantity, reading: Reading) -> Check:
    change, after = told.change, told.after
    more, less = (before, after) if told.is_less else (after, before)
    is_near = before.start >= reading.structure.block(after.start).start  # else it is told elsewhere
    return relation(
        reading.page.page_id,
        KIND,
        Side(
            f"{reading.quote(more.start, more.end)} − {reading.quote(less.start, less.end)}", _difference(told, before)
        ),
        side_of(change, reading),
        (min(before.start, after.start) if is_near else after.start, max(change.end, after.end)),
    )


def _same(one: Quantity, other: Quantity) -> bool:
    kinds = one.kind == other.kind or {one.kind, other.kind} <= COUNTS
    exact = one.comparator == other.comparator == "eq"
    return kinds and one.unit == other.unit and one.kind != "percent" and exact
