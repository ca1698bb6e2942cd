"""Numbers that no phrase takes because the thing was named before them.

* Parts: "huy động 121 tỷ đồng, trong đó ngân sách 48,6 tỷ đồng, vốn tín dụng 52,3 tỷ đồng" are capital raised, each a
  part of the first; "630 triệu đồng (tỉnh 230 triệu đồng, huyện 400 triệu đồng)" too, for they sum up to it.
* The next of a list: "Quỹ A thu được 135 triệu đồng, Quỹ B thu được 74 triệu đồng"; "đàn trâu 125 con, bò 970 con".

Both are in the unit of the first. What a change, a comparison or another verb leads to is something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.codes import SHARES
from extract.facts.doings import Doing
from extract.facts.implied import NEVER_IMPLIED, implied
from extract.facts.parts import end_of_parts

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from extract.facts.doings import Ties
    from extract.facts.implied import Ground
    from extract.match.engine import Match
    from extract.model import Quantity

_OPENING = 24
"""An opener within so many characters of its sentence speaks of the one before: "Trong đó, cấp tỉnh 732 triệu"."""
_SENTENCE_BEFORE = 400
"""So far above it, over captions between, such an opener finds the sentence that it speaks of."""
_BACK = 8
"""So many numbers before an opener are looked at for its whole."""
_FARTHEST = 90
"""How far apart two numbers of a list may stand, in characters."""
_SAME_SUM = 0.01
"""By how much of the whole the parts in a bracket may miss it, all rounded."""
_NO_PARTS = SHARES | {"number", "currency", "yield"}


def listed(ties: Ties, taken: Container[int], ground: Ground) -> list[Doing]:
    """The things that parts and lists go on with; quantities in ``taken`` have theirs."""
    lists = _Lists(ties, taken, ground)
    for opener in ground.reading.matches.parts:
        lists.open(opener)
    lists.brackets()
    lists.go_on()
    return lists.found


class _Lists:
    """The things of a page, by the numbers that tell of them."""

    def __init__(self, ties: Ties, taken: Container[int], ground: Ground) -> None:
        self._reading, amounts, self._wording, self._words = ground
        self._scope = amounts.scope
        self._quantities = self._reading.lexed.quantities
        self._taken = taken
        self._owners: dict[int, Doing] = {}
        for doing in ties.doings:
            for index in doing.quantities:
                self._owners.setdefault(index, doing)
        self.found: list[Doing] = []

    def open(self, opener: Match) -> None:
        """The parts behind a phrase such as "trong đó"."""
        wholes = dict(self._wholes(opener))
        if not wholes:
            return
        left = {key: self._quantities[index].value for key, (index, _) in wholes.items()}
        for index in self._reading.quantities_in(opener.end, end_of_parts(opener, self._reading)):
            key = self._key(index)
            if key is None or key not in left:
                continue
            whole = wholes[key][1]
            value = self._quantities[index].value
            owner = self._owners.get(index)
            if owner is not None or index in self._taken:
                if owner is None or not self._related(owner, whole):
                    del left[key]
                else:
                    left[key] -= value
                continue
            if value > left[key] or self._is_apart(index):
                continue
            left[key] -= value
            self._add(index, whole, whole)

    def _wholes(self, opener: Match) -> Iterator[tuple[str, tuple[int, Doing]]]:
        """The nearest known number before an opener, of each unit."""
        structure = self._reading.structure
        start = structure.sentence(opener.start).start
        inside = self._reading.quantities_in(start, opener.start)
        if opener.start - start <= _OPENING and not inside:
            last = self._reading.quantities_in(max(0, start - _SENTENCE_BEFORE), start)
            if last:
                inside = self._reading.quantities_in(structure.sentence(self._quantities[last[-1]].start).start, start)
        seen = set()
        for index in reversed(inside[-_BACK:]):
            key = self._key(index)
            if key is None or key in seen:
                continue
            seen.add(key)
            owner = self._owners.get(index)
            if owner is not None and self._leads(owner, index):
                yield key, (index, owner)

    def brackets(self) -> None:
        """The parts in a bracket behind their whole, where they sum up to it."""
        folded, quantities = self._reading.folded, self._quantities
        for index, whole in list(self._owners.items()):
            opened = folded.find("(", quantities[index].end, quantities[index].end + _FARTHEST)
            closed = folded.find(")", opened) if opened >= 0 else -1
            if closed < 0 or not self._leads(whole, index):
                continue
            key = self._key(index)
            between = self._reading.quantities_in(quantities[index].end, opened)
            parts = [part for part in self._reading.quantities_in(opened, closed) if self._key(part) == key]
            free = all(part not in self._owners and part not in self._taken for part in parts)
            if len(parts) < 2 or not free or between or key is None:  # noqa: PLR2004 - one in brackets says it again
                continue
            missed = abs(sum(quantities[part].value for part in parts) - quantities[index].value)
            if missed <= _SAME_SUM * quantities[index].value:
                for part in parts:
                    self._add(part, whole, whole)

    def go_on(self) -> None:
        """The next numbers of lists, each behind the one before."""
        last: int | None = None
        for index in range(len(self._quantities)):
            quantity = self._quantities[index]
            if quantity.role != "value" or quantity.kind in SHARES:
                continue
            if index in self._owners:
                last = index
            elif index in self._taken:
                last = None
            elif last is not None and self._follows(index, last):
                doing = self._owners[last]
                self._add(index, doing, doing.whole if isinstance(doing.whole, Doing) else None)
                last = index
            else:
                last = None

    def _follows(self, index: int, last: int) -> bool:
        """Whether a number goes on with the list of the one before."""
        before, here = self._quantities[last], self._quantities[index]
        doing, folded = self._owners[last], self._reading.folded
        between = folded[before.end : here.start]
        counted = doing.counted
        if counted is not None and last in (*doing.totals, *doing.eaches) and self._key(index) == self._key(counted):
            if doing.indicator in NEVER_IMPLIED:
                return False
            # "thưởng 1.677 lượt học sinh, số tiền 167 triệu đồng, 979 lượt giáo viên, số tiền 97 triệu đồng"
            plain = between.strip(" ,;") in {"", *self._words.and_words}
            return plain and self._reading.structure.sentence(before.start).end >= here.start
        if self._key(index) is None or self._key(index) != self._key(last) or not self._leads(doing, last):
            return False
        same = self._reading.structure.sentence(before.start) == self._reading.structure.sentence(here.start)
        if len(between) > _FARTHEST or not same or self._reading.mentions_in(before.end, here.start):
            return False
        start = max(self._label_start(index, before.end), before.end)
        label = folded[start : here.start]
        first = self._words.label.match(label)
        if first is None or self._words.compared.search(between):
            return False
        own = folded[self._label_start(last, 0) : before.start]
        verbs = {verb[0] for verb in self._wording.verbs_in(label, 0, len(label))}
        if not verbs <= {verb[0] for verb in self._wording.verbs_in(own, 0, len(own))}:
            return False
        if self._reading.family(doing) in self._words.alike and not verbs:
            return True
        leading = self._words.label.match(own)
        return leading is not None and leading["first"] == first["first"] and not leading["first"].isdigit()

    def _label_start(self, index: int, floor: int) -> int:
        """Where the words begin that a number is said of."""
        start = self._quantities[index].start
        floor = max(floor, start - _FARTHEST, self._reading.structure.sentence(start).start)
        border = self._words.border.search(self._reading.folded, floor, start)
        return floor if border is None else border.start()

    def _key(self, index: int) -> str | None:
        """What numbers of a list share: kind and unit; ``None`` if the number is for each, or of no thing."""
        quantity = self._quantities[index]
        if quantity.kind in _NO_PARTS or quantity.role != "value" or self._is_each(index, quantity):
            return None
        if quantity.kind == "money":
            return "money"
        unit = quantity.unit or ""
        return "people" if unit in self._words.people else f"{quantity.kind} {unit}"

    def _is_each(self, index: int, quantity: Quantity) -> bool:
        return quantity.per is not None or self._scope.get(index) == "each"

    def _is_apart(self, index: int) -> bool:
        """Whether a change or a comparison leads to a number."""
        start = self._label_start(index, self._quantities[index - 1].end if index else 0)
        return self._words.compared.search(self._reading.folded, start, self._quantities[index].start) is not None

    def _leads(self, doing: Doing, index: int) -> bool:
        """Whether a number is what a thing counts or costs in all, and other numbers may be like it."""
        if self._reading.family(doing) in NEVER_IMPLIED:
            return False
        return index in doing.totals or (index in doing.match.quantities[:1] and index not in doing.eaches)

    def _related(self, owner: Doing, whole: Doing) -> bool:
        said = self._words.alike
        return owner is whole or self._reading.family(owner) == self._reading.family(whole) or owner.indicator in said

    def _add(self, index: int, like: Doing, whole: Doing | None) -> None:
        doing = implied(index, like.match.rule, self._reading, whole=whole)
        self._owners[index] = doing
        self.found.append(doing)
