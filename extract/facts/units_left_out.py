"""Units that a text leaves out because they are clear: "đàn trâu 1.200 con, đàn bò 3.400", "số vụ tai nạn là 5"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.codes import SHARES
from extract.facts.cells_above import cells_above
from extract.facts.labels import Labels, Understood
from extract.facts.units_by_sum import units_by_sum, units_of_wholes
from extract.lex.units import next_word
from extract.text import any_of, fold

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from extract.facts.reading import Reading
    from extract.model import TableNumber
    from extract.rulefiles import RuleFiles


_NEVER_CARRIED = frozenset({"money", "currency", "number"})
_MEASURED = frozenset({"area", "length", "mass", "volume", "yield"})
_MOST_BACK = 12
_WHOLE = 100
"""No share of a hundred is larger."""
_SHARES = frozenset({",", "và", "x", "×", "*", "hoặc"})
"""Between two numbers, of which the second has the unit: "trao 10, 15 suất", "5 x 3 m"."""
_SEGMENT = regex.compile(r"(?r)[,;.()\n\t]|(?<!\w)(?:và|với)(?!\w)")
_LONGEST_LABEL = 80
_OPENING = 3
"""So far from the start of its sentence a phrase such as "Cụ thể:" opens it, a bullet counted."""
_WORD = regex.compile(r"\w")
_ROW_OF_NUMBERS = regex.compile(r" ?/ ?")
_CLAUSE_END = regex.compile(r"[;.\n]")
_BRACKET_END = regex.compile(r"[^()\n]*\)")
_FOR_EACH = regex.compile(r"\p{L}/\p{L}")
"""In a label: "tỷ lệ giáo viên/lớp 1,5" is no percentage."""
_CHANGE = regex.compile(r" ?\( ?\+?")
"""Before a change told in brackets: "24 vụ (+3)"; the minus belongs to its number."""
_MOST_FURTHER = 8
_LONGEST_LIST = 1_500
_NEAR = 4
_FOR = regex.compile(r"(?<!\w)cho ")
_ANY_WORD = regex.compile(r"(?<!\w)(?=\p{L})")
_SHARED_BY_ALL = frozenset({"area", "mass", "count"})
_NEXT_LABEL = regex.compile(r", ?(?:\p{L}+ ?){1,4}:? ?")
_ROW_END = regex.compile(r"[\s.;,)]*$")


@dataclass(frozen=True, slots=True)
class UnitsLeftOut:
    """The words that tell a unit by themselves, and those that begin something measured otherwise."""

    labels: Labels
    told: dict[str, Understood]
    telling: regex.Pattern[str]
    measured: regex.Pattern[str]
    """Words of measuring have the group "word", longer ones that are none have none."""
    of_people: regex.Pattern[str]
    """What only people do and are: "kết nạp 4" goes on with members, not with groups."""
    behind: regex.Pattern[str]
    """What tells a unit behind a number, in the group "word"."""
    stays: frozenset[str]
    """Behind a number whose unit is left out: "18 suất cho hộ nghèo, 20 cho hộ cận nghèo"."""

    @classmethod
    def load(cls, files: RuleFiles) -> UnitsLeftOut:
        """Read ``units_told``, ``measured_words``, ``told_of_people``, ``goes_on_with`` and what labels need."""
        labels = Labels.load(files)
        before, behind = (_told(files, labels, key) for key in ("units_told", "units_told_behind"))
        others = any_of(files.words("not_measured"))
        return cls(
            labels,
            before | behind,
            regex.compile(rf"(?<!\w)(?:{any_of(before)})(?!\w)"),
            regex.compile(rf"(?<!\w)(?:{others}|(?P<word>{any_of(files.words('measured_words'))}))(?!\w)"),
            regex.compile(rf"(?<!\w)(?:{any_of(files.words('told_of_people'))})(?!\w)"),
            regex.compile(rf" (?P<word>{any_of(behind)})(?=\s?[,;.:)]| và |\s*$)"),
            files.words("goes_on_with"),
        )

    def of(self, reading: Reading, known: Mapping[int, str]) -> dict[int, Understood]:
        """The units of the bare numbers of a page, by index; ``known`` are those that were clear for other reasons."""
        openers = sorted(opener.start for opener in reading.matches.parts)
        told = _Told(reading, known, {}, [], openers)
        cells = {cell.start: cell for cell in reading.lexed.cells}
        alike = cells_above(reading)
        for index, quantity in enumerate(reading.lexed.quantities):
            if quantity.kind != "number" or quantity.unit is not None or index in known:
                continue
            whole_of = told.of_part(index - 1) if quantity.role in ("whole", "plan") else None
            unit = (
                whole_of
                or self.labels.of_row(cells.get(quantity.start))
                or _of_row(index, told, cells)
                or told.found.get(alike.get(index, index))
                or _shared(index, reading)
                or self._unit(index, told)
            )
            if unit is not None:
                told.found[index] = unit
        return told.found | units_by_sum(reading, known, told.found) | units_of_wholes(reading, known)

    def of_rows(self, reading: Reading) -> dict[int, str]:
        """What the labels of rows count, by the index of each bare number in them."""
        found = {}
        for cell in reading.lexed.cells:
            for index in reading.quantities_in(cell.start, cell.start + 1):
                unit = self.labels.of_row(cell) if reading.lexed.quantities[index].unit is None else None
                if unit is not None:
                    found[index] = unit.unit
        return found

    def classifier(self, group: str) -> str:
        """The unit that the name of a group begins with: "hội viên" of "hội viên ccb", else all of it."""
        return found.unit if (found := self.labels.named(fold(group), 0)) is not None else group

    def _unit(self, index: int, told: _Told) -> Understood | None:
        """What is said right before a number, else the unit of the number before, else what its label names."""
        reading = told.reading
        quantities, folded = reading.lexed.quantities, reading.folded
        start = quantities[index].start
        share = _share_before(index, reading)
        if share is not None:
            start, index = quantities[share].start, share  # "trẻ 6 tuổi vào lớp 1 đạt 100% (112/112)"
        floor = max(reading.structure.block(start).start, start - _LONGEST_LABEL)
        if index:
            floor = max(floor, quantities[index - 1].end)
        border = _SEGMENT.search(folded, floor, start)
        label = floor if border is None else border.end()
        behind = self.behind.match(folded, quantities[index].end)
        if behind is not None:
            return self.told[behind["word"]]
        model = _model(index, start, reading)
        if model is not None:
            return told.unit(model)
        if _WORD.search(folded, label, start) is None:
            goes_on = next_word(folded, quantities[index].end + 1) in self.stays
            return _carried(index, told) if goes_on else None
        label = self.labels.behind_colon(folded, label, start)
        counted = self.labels.announced_in(folded, label, start) or self.labels.announced_before(
            folded, floor, label, start
        )
        if counted is not None:
            return counted
        words = (word["word"] for word in self.measured.finditer(folded, label, start))
        measured = next(filter(None, words), None)
        if measured is not None:
            return _measured_before(measured, index, reading)
        telling = self.telling.search(folded, label, start)
        if telling is not None:
            unit = self.told[telling[0]]
            ratio = _FOR_EACH.search(folded, telling.end(), start) is not None or _is_fraction(index, reading)
            return None if unit.kind == "percent" and (ratio or quantities[index].value > _WHOLE) else unit
        return self._of_label(index, label, told)

    def _of_label(self, index: int, label: int, told: _Told) -> Understood | None:
        """What a label names that stands for itself, else the unit of the number before, else what it names anyhow."""
        reading, folded = told.reading, told.reading.folded
        start = reading.lexed.quantities[index].start
        own, whole = self.labels.begun(label, start, reading), self.labels.whole(label, start, reading)
        if own is None and _is_fraction(index, reading):
            own = self.labels.begun_by_people(label, start, reading)
        if own is not None and self._stands_for_itself(own, index, label, reading):
            return own
        people = self.labels.people_in(folded, label, start, _FOR) if _is_fraction(index, reading) else None
        if people is not None:
            return people
        part = whole is not None and whole.unit in self.labels.bodies and _is_fraction(index, reading)
        if whole is not None and (part or self.labels.stands_alone(whole, label, start, reading)):
            told.labelled.append(whole)
            return whole
        only = self.labels.people if self.of_people.search(folded, label, start) else None
        carried = _carried(index, told, only)
        if carried is None and only is not None:  # "có 212 hội viên. Năm qua kết nạp 4, từ trần 3"
            carried = _carried(index, told, only, reading.structure.block(start).start)
        mine = own or whole
        if mine is not None and (carried is None or carried in told.labelled):
            told.labelled.append(mine)  # "đảng viên: 45; đoàn viên: 120"
            return mine
        anyhow = carried or _further(index, reading) or self.labels.people_in(folded, label, start, _ANY_WORD)
        if anyhow is not None and carried is None:
            told.labelled.append(anyhow)
        return anyhow

    def _stands_for_itself(self, own: Understood, index: int, label: int, reading: Reading) -> bool:
        """Whether a label that names its own unit needs no other.

        "chi bộ vững mạnh 12/15, gia đình văn hóa 45/50", "; hội viên nghèo còn 2", "- Phòng học kiên cố: 15".
        """
        folded, start = reading.folded, reading.lexed.quantities[index].start
        if _is_fraction(index, reading) or self.labels.is_told_of(own, folded, label, start):
            return True
        if self.labels.opens_clause(own, folded, label):
            return True
        return self.labels.is_row(folded, label) and not _is_introduced(index, reading)


def _told(files: RuleFiles, labels: Labels, key: str) -> dict[str, Understood]:
    """The words of a section to the units that they tell."""
    told = {}
    for section in files.sections(key):
        for name, node in section.mapping().items():
            unit = labels.units.spellings.get(fold(name))
            if unit is None or unit.kind not in ("count", "percent"):
                node.fail(f"'{name}' counts nothing", "list it under counted: first")
            told.update(dict.fromkeys(map(fold, node.texts()), Understood(unit.kind, unit.name)))
    return told


class _Told(NamedTuple):
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


def _model(index: int, start: int, reading: Reading) -> int | None:
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


def _share_before(index: int, reading: Reading) -> int | None:
    """The percentage right before a bracket in which a number tells what it is of: "đạt 100% (112/112)"."""
    quantities = reading.lexed.quantities
    if not index or quantities[index - 1].kind != "percent":
        return None
    return index - 1 if reading.folded[quantities[index - 1].end : quantities[index].start] == " (" else None


def _is_introduced(index: int, reading: Reading) -> bool:
    """Whether the line before a list counts what its rows take apart: "Xã chăm lo 57 hộ, gồm:"."""
    folded, start = reading.folded, reading.lexed.quantities[index].start
    end = folded.rfind(":\n", max(0, start - _LONGEST_LIST), start)
    if end < 0:
        return False
    line = folded.rfind("\n", 0, end) + 1
    return len(reading.quantities_in(line, end)) > 0


def _is_fraction(index: int, reading: Reading) -> bool:
    following = reading.lexed.quantities[index + 1 : index + 2]
    return bool(following) and following[0].role in ("whole", "plan")


def _of_row(index: int, told: _Told, cells: Mapping[int, TableNumber]) -> Understood | None:
    """What the label of a row has told of its first cell, where no column has a head: "Tổng số học sinh 953 194"."""
    quantities = told.reading.lexed.quantities
    here = cells.get(quantities[index].start)
    before = cells.get(quantities[index - 1].start) if index else None
    if here is None or before is None or here.row != before.row or here.head or before.head:
        return None
    return told.found.get(index - 1)


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
    index: int, told: _Told, only: Collection[str] | None = None, floor: int | None = None
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


def _further(index: int, reading: Reading) -> Understood | None:
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
