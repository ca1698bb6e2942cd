"""Units that a text leaves out because they are clear: "đàn trâu 1.200 con, đàn bò 3.400", "số vụ tai nạn là 5"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.codes import SHARES
from extract.facts.wording import Wording
from extract.lex.units import Units
from extract.text import any_of, fold

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from extract.codes import Kind
    from extract.facts.reading import Reading
    from extract.model import TableNumber
    from extract.rulefiles import RuleFiles


class Understood(NamedTuple):
    """What a bare number counts or measures."""

    kind: Kind
    unit: str


_NEVER_CARRIED = frozenset({"money", "currency", "number"})
_MEASURED = frozenset({"area", "length", "mass", "volume", "yield"})
_MOST_BACK = 12
_WHOLE = 100
"""No share of a hundred is larger."""
_SHARES = frozenset({",", "và", "x", "×", "*", "hoặc"})
"""Between two numbers, of which the second has the unit: "trao 10, 15 suất", "5 x 3 m"."""
_SEGMENT = regex.compile(r"(?r)[,;.()\n\t]|(?<!\w)(?:và|với)(?!\w)")
_LABEL_START = regex.compile(r"[\s\-+*•–.)\d]*")
_LONGEST_LABEL = 80
_OPENING = 3
"""So far from the start of its sentence a phrase such as "Cụ thể:" opens it, a bullet counted."""
_WORD = regex.compile(r"\w")
_ROW_END = regex.compile(r"[\s.;,)]*$")


@dataclass(frozen=True, slots=True)
class UnitsLeftOut:
    """The words that tell a unit by themselves, and those that begin something measured otherwise."""

    units: Units
    told: dict[str, Understood]
    telling: regex.Pattern[str]
    announced: regex.Pattern[str]
    """Ends where the name of what is counted begins, behind the last of several such words: "tổng số lượng xe"."""
    measured: regex.Pattern[str]
    no_labels: frozenset[str]
    doers: frozenset[str]
    wording: Wording

    @classmethod
    def load(cls, files: RuleFiles) -> UnitsLeftOut:
        """Read ``units_told``, ``counts_announced``, ``measured_words``, ``not_labels`` and ``label_doers``."""
        units = Units.load(files)
        told = {}
        for section in files.sections("units_told"):
            for name, node in section.mapping().items():
                unit = units.spellings.get(fold(name))
                if unit is None or unit.kind not in ("count", "percent"):
                    node.fail(f"'{name}' counts nothing", "list it under counted: first")
                told.update(dict.fromkeys(map(fold, node.texts()), Understood(unit.kind, unit.name)))
        measured, counts = files.words("measured_words"), any_of(files.words("counts_announced"))
        return cls(
            units,
            told,
            regex.compile(rf"(?<!\w)(?:{any_of(told)})(?!\w)"),
            regex.compile(rf"(?<!\w)(?:{counts})(?= (?!(?:{counts})(?!\w)))"),
            regex.compile(rf"(?<!\w)(?:{any_of(measured)})(?!\w)"),
            files.words("not_labels"),
            files.words("label_doers"),
            Wording.load(files),
        )

    def of(self, reading: Reading, known: Mapping[int, str]) -> dict[int, Understood]:
        """The units of the bare numbers of a page, by index; ``known`` are those that were clear for other reasons."""
        found: dict[int, Understood] = {}
        cells = {cell.start: cell for cell in reading.lexed.cells}
        openers = sorted(opener.start for opener in reading.matches.parts)
        for index, quantity in enumerate(reading.lexed.quantities):
            if quantity.kind != "number" or quantity.unit is not None or index in known:
                continue
            whole_of = _of_part(index - 1, known, found) if quantity.role in ("whole", "plan") else None
            unit = (
                whole_of
                or self._of_label(cells.get(quantity.start))
                or _of_row(index, reading, found, cells)
                or _shared(index, reading)
            )
            unit = unit or self._unit(index, reading, known, found, openers)
            if unit is not None:
                found[index] = unit
        return found

    def classifier(self, group: str) -> str:
        """The unit that the name of a group begins with: "hội viên" of "hội viên ccb", else all of it."""
        return found.unit if (found := self._named(fold(group), 0)) is not None else group

    def _unit(
        self,
        index: int,
        reading: Reading,
        known: Mapping[int, str],
        found: Mapping[int, Understood],
        openers: Sequence[int],
    ) -> Understood | None:
        """What is said right before a number, else the unit of the number before, else what its label names."""
        quantities, folded = reading.lexed.quantities, reading.folded
        start = quantities[index].start
        floor = max(reading.structure.block(start).start, start - _LONGEST_LABEL)
        if index:
            floor = max(floor, quantities[index - 1].end)
        border = _SEGMENT.search(folded, floor, start)
        label = floor if border is None else border.end()
        if _WORD.search(folded, label, start) is None:
            return None
        counted = self.announced.search(folded, label, start)
        named = None if counted is None else self._named(folded, counted.end())
        if named is not None:
            return named
        measured = self.measured.search(folded, label, start)
        if measured is not None:
            return _measured_before(measured[0], index, reading)
        telling = self.telling.search(folded, label, start)
        if telling is not None:
            told = self.told[telling[0]]
            return None if told.kind == "percent" and quantities[index].value > _WHOLE else told
        own = self._labelled(label, start, reading)
        if own is not None and _is_fraction(index, reading):
            return own  # "chi bộ vững mạnh 12/15, gia đình văn hóa 45/50"
        floor = _floor(start, reading, openers)
        return _carried(index, reading, known, found, floor) or own

    def _of_label(self, cell: TableNumber | None) -> Understood | None:
        """What the label of a row counts, whatever the heads: "Số học sinh theo học lực", "Hộ được vay vốn"."""
        if cell is None:
            return None
        label = fold(cell.label)
        counted = self.announced.match(label)
        return self._begins(cell.label, label) if counted is None else self._named(label, counted.end())

    def _named(self, folded: str, position: int) -> Understood | None:
        hit = self.units.at(folded, position)
        return None if hit is None or hit.unit.kind != "count" else Understood(hit.unit.kind, hit.unit.name)

    def _labelled(self, label: int, start: int, reading: Reading) -> Understood | None:
        """What the label begins with, if it says more of it: "học sinh giỏi: 120", not "Xã: 45", "Thôn Tân Lập: 45"."""
        at = _LABEL_START.match(reading.folded, label, start)
        begin = label if at is None else at.end()
        return self._begins(reading.page.text[:start], reading.folded, begin, self.units.not_counted)

    def _begins(self, text: str, folded: str, begin: int = 0, barred: Collection[str] = ()) -> Understood | None:
        """What the end of a text begins with, from ``begin`` on, if words in small letters follow, none ``barred``."""
        hit = self.units.at(folded, begin)
        if hit is None or hit.unit.kind != "count" or hit.end + 1 >= len(text):
            return None
        more = text[hit.end : hit.end + 2]
        says_more = more[:1] == " " and more[1:].islower()
        word = folded[hit.end + 1 : len(text)].split(" ", 1)[0]
        if not says_more or word in barred or hit.unit.name in self.no_labels:
            return None
        if hit.unit.name in self.doers and self.wording.has_verb(folded, hit.end, len(text)):
            return None  # "Đoàn phường trao 12 cho bạn nghèo"
        return Understood(hit.unit.kind, hit.unit.name)


def _is_fraction(index: int, reading: Reading) -> bool:
    following = reading.lexed.quantities[index + 1 : index + 2]
    return bool(following) and following[0].role in ("whole", "plan")


def _of_part(part: int, known: Mapping[int, str], found: Mapping[int, Understood]) -> Understood | None:
    """What the first number of a fraction counts: "hội viên gương mẫu 3.081/3.135"."""
    unit = known.get(part)
    return found.get(part) if unit is None else Understood("count", unit)


def _of_row(
    index: int, reading: Reading, found: Mapping[int, Understood], cells: Mapping[int, TableNumber]
) -> Understood | None:
    """What the label of a row has told of its first cell, where no column has a head: "Tổng số học sinh 953 194"."""
    quantities = reading.lexed.quantities
    here = cells.get(quantities[index].start)
    before = cells.get(quantities[index - 1].start) if index else None
    if here is None or before is None or here.row != before.row or here.head or before.head:
        return None
    return found.get(index - 1)


def _measured_before(word: str, index: int, reading: Reading) -> Understood | None:
    """The measure of the number before that the same word tells: "sản lượng 99 tấn; ngô: sản lượng 281,3"."""
    quantities, folded = reading.lexed.quantities, reading.folded
    for earlier in range(index - 1, max(-1, index - 1 - _MOST_BACK), -1):
        quantity = quantities[earlier]
        floor = max(0, quantity.start - _LONGEST_LABEL, quantities[earlier - 1].end if earlier else 0)
        if quantity.kind in _MEASURED and quantity.unit and word in folded[floor : quantity.start]:
            return Understood(quantity.kind, quantity.unit)
    return None


def _carried(
    index: int, reading: Reading, known: Mapping[int, str], found: Mapping[int, Understood], floor: int
) -> Understood | None:
    """The unit of the nearest number before in the sentence, or in the list whose row this number ends."""
    quantities, start = reading.lexed.quantities, reading.lexed.quantities[index].start
    is_row = _ROW_END.match(reading.folded, quantities[index].end, reading.structure.block(start).end) is not None
    for earlier in range(index - 1, max(-1, index - 1 - _MOST_BACK), -1):
        quantity = quantities[earlier]
        if quantity.start < floor and not (is_row and start < reading.structure.list_end(quantity.start)):
            return None
        if quantity.kind in SHARES or quantity.per is not None:
            continue  # "120 hộ khá, chiếm 40%, trung bình 90"
        if earlier in found:
            return found[earlier]
        unit = quantity.unit or known.get(earlier)
        if unit is None or quantity.kind in _NEVER_CARRIED:
            return Understood("count", unit) if unit is not None and earlier in known else None
        return Understood(quantity.kind, unit)
    return None


def _floor(start: int, reading: Reading, openers: Sequence[int]) -> int:
    """Where the sentence begins, or the one before it if this one only takes it apart: "Cụ thể: đoàn viên: 25".

    ``openers``: where phrases begin that take something apart.
    """
    sentence = reading.structure.sentence(start)
    at = bisect_left(openers, sentence.start)
    opens = at < len(openers) and openers[at] - sentence.start <= _OPENING
    return reading.structure.sentence(sentence.start - 1).start if opens and sentence.start else sentence.start


def _shared(index: int, reading: Reading) -> Understood | None:
    """The unit of the number that follows directly."""
    quantities = reading.lexed.quantities
    if index + 1 >= len(quantities):
        return None
    quantity, following = quantities[index], quantities[index + 1]
    if following.unit is None or following.kind == "money":
        return None
    between = reading.folded[quantity.end : following.start].strip()
    return Understood(following.kind, following.unit) if between in _SHARES else None
