"""The numbers that a page gives groups: those that may be how many were rated in all."""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import TYPE_CHECKING

import regex

from extract.codes import COUNTS
from extract.facts.ratings.levels import BARE, BARE_ANY, BARE_PERSON
from extract.facts.ratings.named import AllNamed
from extract.facts.surroundings import LINE_HEAD, in_bracket

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from extract.facts.ratings.item import Item, Set
    from extract.facts.ratings.levels import Names
    from extract.facts.ratings.named import Named
    from extract.facts.reading import Reading
    from extract.model import Quantity

_FEWEST_SUMMED = 3
"""So many counts come to a number by no chance."""
FEWEST_NAMED = 2
"""So many to the number of just that group."""
_BEFORE_OPENER = regex.compile(r"[\s,.;:(]*+")
_BEHIND_OPENER = regex.compile(r"[\s,:]*+(?:\p{L}++[\s,:]++){0,2}")
_COLON_BEFORE = regex.compile(r"(?r)[:(]\s*+(?:[-+*•–]\s*+)?")
"""What opens a set, a bracket too: "9 chi hội (xuất sắc 5, khá 4)"."""


class Numbers:
    """The numbers that a page gives groups: those that may be the number rated."""

    def __init__(self, named: AllNamed, items: Sequence[Item], reading: Reading) -> None:
        quantities = reading.lexed.quantities
        counted = [
            one
            for one in named.all
            if one.quantity is not None
            and quantities[one.quantity].kind in COUNTS
            and quantities[one.quantity].comparator == "eq"  # "hơn 500 học sinh" is no total
            and quantities[one.quantity].per is None  # nor is "62.800 hộ/năm"
        ]
        self._named = AllNamed(one for one in counted if one.rated or not in_bracket(one.start, reading))
        self._told = AllNamed(one for one in named.all if one.rated)
        self._rated = AllNamed(one for one in counted if one.rated)
        self.levels = frozenset(item.count for item in items if item.count is not None and item.number_first)
        """The numbers of levels: no set is rated of those of another level."""
        self._same: dict[str, set[int]] = {}
        for item in items:
            if item.count is not None:
                self._same.setdefault(item.levels[0], set()).add(item.count)
        self._reading = reading
        self._quantities = quantities
        openers = [match for match in reading.matches.ratings if "opener" in match.slots]
        self._openers = sorted((match.end, match.start) for match in openers)
        self._by_code: dict[str | None, list[Named]] = {}
        for one in self._named.all:
            self._by_code.setdefault(one.code, []).append(one)
        for told in self._by_code.values():
            told.sort(key=self._value, reverse=True)

    def within(self, start: int, end: int) -> list[Named]:
        """Those that begin in a stretch of the text."""
        return self._named.within(start, end)

    def rated_between(self, start: int, end: int) -> bool:
        """Whether a number rated is told there."""
        at = bisect_left(self._told.starts, start)
        return at < len(self._told.starts) and self._told.starts[at] < end

    def rated_before(self, end: int, start: int) -> Iterator[Named]:
        """The numbers said to be those rated in a stretch of the text, the last first."""
        for at in range(bisect_left(self._rated.starts, end) - 1, -1, -1):
            if self._rated.starts[at] < start:
                break
            yield self._rated.all[at]

    def opened(self, one: Set, names: Names) -> int | None:
        """The number right before what opens a set, of a short word: "Công chức có 1.597 người, trong đó: ...".

        Of one that the counts come to more may be told: "130 sản phẩm đạt OCOP cấp tỉnh, trong đó 20 đạt 4 sao ...".
        """
        item, folded = one.items[0], self._reading.folded
        at = bisect_left(self._openers, (item.start, item.start)) - 1
        end, start = self._openers[at] if at >= 0 else (-1, -1)
        if end < 0 or _BEHIND_OPENER.fullmatch(folded, end, item.start) is None:
            colon = _COLON_BEFORE.search(folded, max(0, item.start - LINE_HEAD), item.start)
            if colon is None or colon.end() < item.start:
                return None
            start = colon.start()
        before = self._reading.quantities_in(self._reading.structure.sentence(max(0, start - 2)).start, start)
        if not before:
            return None
        told_last = before[-1]
        unit = self._quantities[told_last].unit
        if self._quantities[told_last].role == "whole" and len(before) > 1:
            told_last = before[-2]  # "140/142 học sinh lớp 9 tốt nghiệp, trong đó ..."
        quantity = self._quantities[told_last]
        code = None if unit is None else names.group_code(unit)
        told = unit is not None and (code in BARE or code == item.code)
        counts = [self._quantities[part.count].value for part in one.items if part.count is not None]
        summed = len(counts) >= FEWEST_NAMED and sum(counts) == quantity.value
        near = summed or _BEFORE_OPENER.fullmatch(folded, quantity.end, start) is not None
        eq = quantity.kind == "count" and quantity.comparator == "eq" and quantity.role == "value"
        return told_last if told and near and eq and may_count(code, item, names) else None

    def opens(self, item: Item, start: int, names: Names) -> bool:
        """Whether a number of an item's group, told behind ``start``, and "trong đó" open a new set with it."""
        at = bisect_left(self._openers, (item.start, item.start)) - 1
        end, opener = self._openers[at] if at >= 0 else (-1, -1)
        if opener < start or _BEHIND_OPENER.fullmatch(self._reading.folded, end, item.start) is None:
            return False
        units = (self._quantities[at].unit for at in self._reading.quantities_in(start, opener))
        return any(unit is not None and names.group_code(unit) == item.code for unit in units)

    def fits(self, one: Named, most: float, own: AbstractSet[int]) -> bool:
        """Whether a number is large enough to be the number rated, and is no level (``own``) itself."""
        return one.quantity not in own and self._value(one) >= most

    def shared(self, one: Set, names: Names) -> Iterator[int]:
        """The numbers of the group of which all percentages tell a share, two at least: "123 HTX (12,1%)"."""
        told = self._by_code.get(_code(one.items[0], names), ())
        shares = [
            _bases(self._quantities[item.count], self._quantities[item.percent])
            for item in one.items
            if item.count and item.percent is not None
        ]
        if len(shares) < FEWEST_NAMED:
            return
        low, high = max(least for least, _ in shares), min(most for _, most in shares)
        for at in range(bisect_left(told, -high, key=lambda other: -self._value(other)), len(told)):
            if self._value(told[at]) < low:
                break
            base = told[at].quantity
            if base is not None:
                yield base

    def summed(self, one: Set, names: Names) -> Iterator[int]:
        """The numbers of the group that the counts of three levels or more come to; of two, one of the same name.

        Those of a fuller name, too: "15 chi hội xuất sắc, 6 khá, 2 trung bình" where "23 chi hội phụ nữ" are told.
        """
        counts = [self._quantities[item.count].value for item in one.items if item.count is not None]
        group = one.items[0].group
        told = self._by_code.get(_code(one.items[0], names), ()) if len(counts) >= FEWEST_NAMED else ()
        fuller = (other for others in self._by_code.values() for other in others if other.text.startswith(f"{group} "))
        for other in (*told, *(fuller if len(counts) >= _FEWEST_SUMMED else ())):
            if other.quantity is None or self._value(other) != sum(counts):
                continue
            if len(counts) >= _FEWEST_SUMMED or other.text == group:
                yield other.quantity

    def only(self, code: str | None, most: float, own: AbstractSet[int]) -> Iterator[int]:
        """The number of a group that fits, if the page gives no other."""
        found: Named | None = None
        for one in self._by_code.get(code, ()) if code is not None else ():
            if self._value(one) < most:
                break
            if one.quantity in own:
                continue
            if found is not None and self._value(one) != self._value(found):
                return
            found = one
        if found is not None and found.quantity is not None:
            yield found.quantity

    def of_same(self, item: Item) -> AbstractSet[int]:
        """The counts that have the same level, of other years or places: they are no total of it."""
        return self._same.get(item.levels[0], frozenset())

    def _value(self, one: Named) -> float:
        return 0 if one.quantity is None else self._quantities[one.quantity].value


def may_count(code: str | None, item: Item, names: Names) -> bool:
    """Whether a number of what has this code may be that of an item's group: people are no bodies."""
    if code in (None, BARE_ANY, item.code):
        return True
    return code in BARE and (item.code is None or (item.code in names.sorts.people) == (code == BARE_PERSON))


def _code(item: Item, names: Names) -> str | None:
    """The code of what an item rates; that of a bare word which stands for no full name: "412 em, giỏi 118 em"."""
    return item.code if item.code is not None or item.group is None else names.group_code(item.group)


def _bases(count: Quantity, share: Quantity) -> tuple[float, float]:
    """The least and the most that a number may be a share of; percentages are cut off as often as rounded."""
    half = (share.high or share.value) - share.value
    low, high = share.value - 2 * half, share.value + 2 * half
    return 100 * count.value / high if high else math.inf, 100 * count.value / low if low > 0 else math.inf
