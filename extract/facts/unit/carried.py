"""Units that go on from one number to the next: in a list, a row, a bracket, or to a number that tells a change."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.codes import SHARES
from extract.facts.unit.labels import Understood

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Mapping, Sequence

    from extract.facts.reading import Reading
    from extract.model import TableNumber

_NEVER_CARRIED = frozenset({"money", "currency", "number"})
_MEASURED = frozenset({"area", "length", "mass", "volume", "yield"})
_MOST_BACK = 12
SHARING_MARKS = frozenset({",", "x", "×", "*"})
"""Between two numbers, of which the second has the unit: "trao 10, 15 suất", "5 x 3 m"."""
LONGEST_LABEL = 80
_OPENING = 3
"""So far from the start of its sentence a phrase such as "Cụ thể:" opens it, a bullet counted."""
_ROW_OF_NUMBERS = regex.compile(r" ?/ ?")
_CLAUSE_END = regex.compile(r"[;.\n]")
_BRACKET_END = regex.compile(r"[^()\n]*\)")
_CHANGE = regex.compile(r" ?\( ?\+?")
"""Before a change told in brackets: "24 vụ (+3)"; the minus belongs to its number."""
_MOST_FURTHER = 8
_LONGEST_LIST = 1_500
_NEAR = 4
_SHARED_BY_ALL = frozenset({"area", "mass", "count"})
_NEXT_LABEL = regex.compile(r", ?(?:\p{L}+ ?){1,4}:? ?")
_ROW_END = regex.compile(r"[\s.;,)]*$")


class Told(NamedTuple):
    """What is known of the units of a page so far, by the index of each number."""

    reading: Reading
    known: Mapping[int, str]
    found: dict[int, Understood]
    labelled: list[Understood]
    """Told by labels alone: the next label need not go on with them."""
    openers: Sequence[int]
    """Where phrases begin that take something apart."""

    def of_part(self, part: int) -> Understood | None:
        """What the first number of a fraction counts: "hội viên gương mẫu 3.081/3.135"."""
        unit = self.known.get(part)
        return self.found.get(part) if unit is None else Understood("count", unit)

    def unit(self, index: int) -> Understood | None:
        """The unit of an earlier number, written or understood; none if it has none that may go on."""
        quantity = self.reading.lexed.quantities[index]
        if index in self.found:
            return self.found[index]
        if quantity.unit is not None:
            return None if quantity.kind in _NEVER_CARRIED else Understood(quantity.kind, quantity.unit)
        return Understood("count", self.known[index]) if index in self.known else None


def model_of(index: int, start: int, reading: Reading) -> int | None:
    """The number before that a number is of a kind with by its place: one of a row, or what it changes."""
    quantities, folded = reading.lexed.quantities, reading.folded
    if index and (_is_change(index, reading) or _ROW_OF_NUMBERS.fullmatch(folded, quantities[index - 1].end, start)):
        return index - 1
    return _row_before(index, reading) if _ROW_OF_NUMBERS.match(folded, quantities[index].end) else None


def _is_change(index: int, reading: Reading) -> bool:
    """Whether a number with a sign tells in brackets how the one before it has changed: "24 vụ (+3)"."""
    quantities, folded = reading.lexed.quantities, reading.folded
    quantity = quantities[index]
    signed = quantity.value < 0 or folded[quantity.start - 1] == "+"
    return signed and _CHANGE.fullmatch(folded, quantities[index - 1].end, quantity.start) is not None


def _row_before(index: int, reading: Reading) -> int | None:
    """The last of a row of numbers with slashes between, before another such row: "Lớp 3 là 59,5/ 27,4/ 13,1"."""
    quantities, folded = reading.lexed.quantities, reading.folded
    floor = reading.structure.block(quantities[index].start).start
    for earlier in range(index - 1, max(0, index - _MOST_BACK), -1):
        before, here = quantities[earlier - 1], quantities[earlier]
        if before.start < floor:
            return None
        alike = here.role == "value" and before.unit in (None, here.unit)  # no "16 lớp/560 em"
        if alike and _ROW_OF_NUMBERS.fullmatch(folded, before.end, here.start):
            return earlier
    return None


def share_before(index: int, reading: Reading) -> int | None:
    """The percentage right before a bracket in which a number tells what it is of: "đạt 100% (112/112)"."""
    quantities = reading.lexed.quantities
    if not index or quantities[index - 1].kind != "percent":
        return None
    return index - 1 if reading.folded[quantities[index - 1].end : quantities[index].start] == " (" else None


def is_introduced(index: int, reading: Reading) -> bool:
    """Whether the line before a list counts what its rows take apart: "Xã chăm lo 57 hộ, gồm:"."""
    folded, start = reading.folded, reading.lexed.quantities[index].start
    end = folded.rfind(":\n", max(0, start - _LONGEST_LIST), start)
    if end < 0:
        return False
    line = folded.rfind("\n", 0, end) + 1
    return len(reading.quantities_in(line, end)) > 0


def is_fraction(index: int, reading: Reading) -> bool:
    """Whether a number is the first of a fraction."""
    following = reading.lexed.quantities[index + 1 : index + 2]
    return bool(following) and following[0].role in ("whole", "plan")


def of_row(index: int, told: Told, cells: Mapping[int, TableNumber]) -> Understood | None:
    """What the label of a row has told of its first cell, where no column has a head: "Tổng số học sinh 953 194"."""
    quantities = told.reading.lexed.quantities
    here = cells.get(quantities[index].start)
    before = cells.get(quantities[index - 1].start) if index else None
    if here is None or before is None or here.row != before.row or here.head or before.head:
        return None
    return told.found.get(index - 1)


def measured_before(word: str, index: int, reading: Reading) -> Understood | None:
    """The measure of the number before that the same word tells: "sản lượng 99 tấn; ngô: sản lượng 281,3"."""
    quantities, folded = reading.lexed.quantities, reading.folded
    for earlier in range(index - 1, max(-1, index - 1 - _MOST_BACK), -1):
        quantity = quantities[earlier]
        floor = max(0, quantity.start - LONGEST_LABEL, quantities[earlier - 1].end if earlier else 0)
        if quantity.kind in _MEASURED and quantity.unit and word in folded[floor : quantity.start]:
            return Understood(quantity.kind, quantity.unit)
    return None


def carried_unit(
    index: int, told: Told, only: Collection[str] | None = None, floor: int | None = None
) -> Understood | None:
    """The unit of the nearest number before in the sentence, or in the list whose row this number ends.

    ``only`` are the units that may go on; ``floor`` is where to look from, if not in the sentence.
    """
    reading = told.reading
    quantities, start = reading.lexed.quantities, reading.lexed.quantities[index].start
    if floor is None:
        floor = _floor(start, reading, told.openers)
    if _is_after_colon(index, reading):
        floor = reading.structure.block(start).start
    is_row = _ROW_END.match(reading.folded, quantities[index].end, reading.structure.block(start).end) is not None
    for earlier in range(index - 1, max(-1, index - 1 - _MOST_BACK), -1):
        quantity = quantities[earlier]
        if quantity.start < floor and not (is_row and start < reading.structure.list_end(quantity.start)):
            return None
        if quantity.kind in SHARES or quantity.per is not None:
            continue  # "120 hộ khá, chiếm 40%, trung bình 90"
        if quantity.kind == "money" and _BRACKET_END.match(reading.folded, quantity.end, start):
            continue  # "xây 12 nhà (mỗi căn 50 triệu), sửa 5"
        if quantity.kind == "yield" and _CLAUSE_END.search(reading.folded, quantity.end, start):
            continue  # "lúa 450 ha, năng suất 62 tạ/ha; ngô 85"
        unit = told.unit(earlier)
        if only is None or unit is None or unit.unit in only:
            return unit
    return None


def _is_after_colon(index: int, reading: Reading) -> bool:
    """Whether a number and one shortly before stand behind a colon each: "Được gọi: 125. Có mặt: 121, vắng 4"."""
    quantities, folded = reading.lexed.quantities, reading.folded
    others = (at for at in range(index - 1, max(-1, index - 1 - _NEAR), -1) if quantities[at].kind not in SHARES)
    behind = (folded[quantities[at].start - 2 : quantities[at].start] == ": " for at in (index, *others))
    return next(behind) and any(behind)


def _floor(start: int, reading: Reading, openers: Sequence[int]) -> int:
    """Where the sentence begins, or the one before it if this one only takes it apart: "Cụ thể: đoàn viên: 25"."""
    sentence = reading.structure.sentence(start)
    at = bisect_left(openers, sentence.start)
    opens = at < len(openers) and openers[at] - sentence.start <= _OPENING
    return reading.structure.sentence(sentence.start - 1).start if opens and sentence.start else sentence.start


def further_unit(index: int, reading: Reading) -> Understood | None:
    """The unit that the last of several numbers with a label each has for all: "lúa 120, ngô 85, lạc 40 ha"."""
    quantities, folded = reading.lexed.quantities, reading.folded
    for at in range(index + 1, min(index + _MOST_FURTHER, len(quantities))):
        if _NEXT_LABEL.fullmatch(folded, quantities[at - 1].end, quantities[at].start) is None:
            return None
        following = quantities[at]
        if following.kind in _SHARED_BY_ALL and following.unit is not None:
            return Understood(following.kind, following.unit)
        if following.kind != "number" or following.unit is not None:
            return None
    return None


def shared_unit(index: int, reading: Reading, joints: Container[str]) -> Understood | None:
    """The unit of the number that follows directly; ``joints``: what may stand between."""
    quantities = reading.lexed.quantities
    if index + 1 >= len(quantities):
        return None
    quantity, following = quantities[index], quantities[index + 1]
    if following.unit is None or following.kind == "money":
        return None
    between = reading.folded[quantity.end : following.start].strip()
    return Understood(following.kind, following.unit) if between in joints else None
