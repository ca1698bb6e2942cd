"""Units that a text leaves out because they are clear: "đàn trâu 1.200 con, đàn bò 3.400", "số vụ tai nạn là 5"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.facts.unit.by_sum import units_by_sum, units_of_wholes
from extract.facts.unit.carried import (
    LONGEST_LABEL,
    SHARING_MARKS,
    Told,
    carried_unit,
    further_unit,
    is_fraction,
    is_introduced,
    measured_before,
    model_of,
    of_row,
    share_before,
    shared_unit,
)
from extract.facts.unit.cells_above import cells_above
from extract.facts.unit.labels import Labels, Understood
from extract.facts.unit.titled import TitledUnits
from extract.lex.units import next_word
from extract.text import any_of, fold, whole_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.facts.reading import Reading
    from extract.rulefiles import RuleFiles


_WHOLE = 100
"""No share of a hundred is larger."""
_WORD = regex.compile(r"\w")
_FOR_EACH = regex.compile(r"\p{L}/\p{L}")
"""In a label: "tỷ lệ giáo viên/lớp 1,5" is no percentage."""
_FOR = regex.compile(r"(?<!\w)cho ")
_BEHIND = regex.compile(r" \p{L}")
_ANY_WORD = regex.compile(r"(?<!\w)(?=\p{L})")


@dataclass(frozen=True, slots=True)
class UnitsLeftOut:
    """The words that tell a unit by themselves, and those that begin something measured otherwise."""

    labels: Labels
    titled: TitledUnits
    told: dict[str, Understood]
    telling: regex.Pattern[str]
    measured: regex.Pattern[str]
    """Words of measuring have the group "word", longer ones that are none have none."""
    of_people: regex.Pattern[str]
    """What only people do and are: "kết nạp 4" goes on with members, not with groups."""
    of_excess: regex.Pattern[str]
    """Names of offences with people in them, of whom the number counts none: "chở quá số người 05"."""
    behind: regex.Pattern[str]
    """What tells a unit behind a number, in the group "word"."""
    in_turn: regex.Pattern[str]
    """Right before a number, in the group "word": "viết tin 45, bài 30"."""
    remark: regex.Pattern[str]
    """At the end of a label, sought backwards: "cây có bột (sắn) 500", "cây ăn quả (cam, bưởi) là 40"."""
    border: regex.Pattern[str]
    """Before a label, sought backwards: a mark, or a word that joins."""
    sharing: frozenset[str]
    """All between two numbers that share the unit of the second."""
    stays: frozenset[str]
    """Behind a number whose unit is left out: "18 suất cho hộ nghèo, 20 cho hộ cận nghèo"."""
    joins: frozenset[str]
    """Right behind a number they name nothing that it counts, as other words do: "10.000 cây; góp 1.748 ý tưởng"."""

    @classmethod
    def load(cls, files: RuleFiles) -> UnitsLeftOut:
        """Read the sections of units told by words, measured words, what goes on, and what labels need."""
        labels = Labels.load(files)
        before, behind = (_told(files, labels, key) for key in ("units_told", "units_told_behind"))
        others = files.any_of("not_measured")
        return cls(
            labels=labels,
            titled=TitledUnits.load(files, labels),
            told=before | behind,
            telling=regex.compile(whole_word(any_of(before))),
            measured=regex.compile(rf"(?<!\w)(?:{others}|(?P<word>{files.any_of('measured_words')}))(?!\w)"),
            of_people=regex.compile(whole_word(files.any_of("told_of_people"))),
            of_excess=regex.compile(rf"(?<!\w){files.any_of('excess_of_people')} ?:? ?$"),
            behind=regex.compile(rf" (?P<word>{any_of(behind)})(?=\s?[,;.:)]| {files.any_of('and_words')} |\s*$)"),
            in_turn=regex.compile(rf"(?r)(?<!\w)(?P<word>{files.any_of('labels_in_turn')})(?: ?:)? ?$"),
            remark=regex.compile(rf"(?r)\([^()\n]*\) ?(?:{files.any_of('number_told')} |: ?)?$"),
            border=regex.compile(rf"(?r)[,;.()\n\t]|(?<!\w){files.any_of('clause_words')}(?!\w)"),
            sharing=SHARING_MARKS | files.words("series_words"),
            stays=files.words("goes_on_with"),
            joins=files.words("goes_on_with", "joins_on"),
        )

    def of(self, reading: Reading, known: Mapping[int, str]) -> dict[int, Understood]:
        """The units of the bare numbers of a page, by index; ``known`` are those that were clear for other reasons."""
        openers = sorted(opener.start for opener in reading.matches.parts)
        told = Told(reading, known, {}, [], openers)
        cells = {cell.start: cell for cell in reading.lexed.cells}
        alike = cells_above(reading)
        for index, quantity in enumerate(reading.lexed.quantities):
            if quantity.kind != "number" or quantity.unit is not None or index in known:
                continue
            whole_of = told.of_part(index - 1) if quantity.role in ("whole", "plan") else None
            cell = cells.get(quantity.start)
            unit = (
                whole_of
                or self.titled.of(cell, self.labels.of_row(cell))
                or of_row(index, told, cells)
                or told.found.get(alike.get(index, index))
                or shared_unit(index, reading, self.sharing)
                or self._unit(index, told)
                or self.titled.of_list(index, reading)
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

    def _unit(self, index: int, told: Told) -> Understood | None:
        """What is said right before a number, else the unit of the number before, else what its label names."""
        reading = told.reading
        quantities, folded = reading.lexed.quantities, reading.folded
        start = quantities[index].start
        share = share_before(index, reading)
        if share is not None:
            start, index = quantities[share].start, share  # "trẻ 6 tuổi vào lớp 1 đạt 100% (112/112)"
        floor = max(reading.structure.block(start).start, start - LONGEST_LABEL)
        if index:
            floor = max(floor, quantities[index - 1].end)
        label = self._label(folded, floor, start)
        behind = self.behind.match(folded, quantities[index].end)
        if behind is not None:
            return self.told[behind["word"]]
        model = model_of(index, start, reading)
        if model is not None:
            return told.unit(model)
        if _WORD.search(folded, label, start) is None:
            goes_on = next_word(folded, quantities[index].end + 1) in self.stays
            return carried_unit(index, told) if goes_on else None
        label = self.labels.behind_colon(folded, label, start)
        if self.of_excess.search(folded, label, start) is not None:
            return carried_unit(index, told)
        counted = self._announced(folded, floor, label, start)
        if counted is not None:
            return counted
        words = (word["word"] for word in self.measured.finditer(folded, label, start))
        measured = next(filter(None, words), None)
        if measured is not None:
            return measured_before(measured, index, reading)
        telling = self.telling.search(folded, label, start)
        if telling is not None:
            unit = self.told[telling[0]]
            ratio = _FOR_EACH.search(folded, telling.end(), start) is not None or is_fraction(index, reading)
            return None if unit.kind == "percent" and (ratio or quantities[index].value > _WHOLE) else unit
        return self._of_label(index, label, told)

    def _label(self, folded: str, floor: int, start: int) -> int:
        """Where the label of a number begins, a remark at its end in brackets included."""
        remark = self.remark.search(folded, floor, start)
        border = self.border.search(folded, floor, start if remark is None else remark.start())
        return floor if border is None else border.end()

    def _announced(self, folded: str, floor: int, label: int, start: int) -> Understood | None:
        """What a label says that it counts: by all that stands right before the number, or by a word for counts."""
        word = self.in_turn.search(folded, label, start)
        return (
            (None if word is None else self.labels.named(word["word"], 0))
            or self.labels.announced_in(folded, label, start)
            or self.labels.announced_before(folded, floor, label, start)
        )

    def _of_label(self, index: int, label: int, told: Told) -> Understood | None:
        """What a label names that stands for itself, else the unit of the number before, else what it names anyhow."""
        reading, folded = told.reading, told.reading.folded
        start = reading.lexed.quantities[index].start
        own, whole = self.labels.begun(label, start, reading), self.labels.whole(label, start, reading)
        if own is None and is_fraction(index, reading):
            own = self.labels.begun_by_people(label, start, reading)
        own = own if own is None else self.labels.first_listed(own, folded, label)
        if own is not None and self._stands_for_itself(own, index, label, reading):
            return own
        people = self.labels.people_in(reading, label, start, _FOR) if is_fraction(index, reading) else None
        if people is not None:
            return people
        parted = self.labels.bodies | self.labels.people  # "120 chị (cán bộ 11/12, hội viên 85/108)"
        part = whole is not None and whole.unit in parted and is_fraction(index, reading)
        if whole is not None and (part or self.labels.stands_alone(whole, label, start, reading)):
            told.labelled.append(whole)
            return whole
        named = self._names_another(index, reading)
        only = self.labels.people if self.of_people.search(folded, label, start) else None
        carried = None if named else carried_unit(index, told, only)
        if carried is None and only is not None and not named:  # "có 212 hội viên. Năm qua kết nạp 4, từ trần 3"
            carried = carried_unit(index, told, only, reading.structure.block(start).start)
        mine = own or whole
        if mine is not None and (carried is None or carried in told.labelled):
            told.labelled.append(mine)  # "đảng viên: 45; đoàn viên: 120"
            return mine
        anyhow = carried or further_unit(index, reading) or self.labels.people_in(reading, label, start, _ANY_WORD)
        if anyhow is not None and carried is None:
            told.labelled.append(anyhow)
        return anyhow

    def _names_another(self, index: int, reading: Reading) -> bool:
        """Whether a word behind a number names what it counts, so that no unit goes on to it."""
        folded, end = reading.folded, reading.lexed.quantities[index].end
        return _BEHIND.match(folded, end) is not None and next_word(folded, end + 1) not in self.joins

    def _stands_for_itself(self, own: Understood, index: int, label: int, reading: Reading) -> bool:
        """Whether a label that names its own unit needs no other.

        "chi bộ vững mạnh 12/15, gia đình văn hóa 45/50", "; hội viên nghèo còn 2", "- Phòng học kiên cố: 15".
        """
        folded, start = reading.folded, reading.lexed.quantities[index].start
        if is_fraction(index, reading) or self.labels.is_told_of(own, folded, label, start):
            return True
        if self.labels.opens_clause(own, folded, label):
            return True
        return self.labels.is_row(folded, label) and not is_introduced(index, reading)


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
