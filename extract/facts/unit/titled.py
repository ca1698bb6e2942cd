"""Units in the title of a table, where nothing nearer tells them: "1. Số lớp", "Bảng 2: Số hộ nghèo theo ấp"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.facts.unit.carried import LONGEST_LABEL
from extract.facts.unit.labels import Labels, Understood
from extract.text import any_of, fold

if TYPE_CHECKING:
    from extract.facts.reading import Reading
    from extract.lex.units import UnitHit
    from extract.model import TableNumber
    from extract.rulefiles import RuleFiles

_LONGEST_LIST = 40
_ROW_ENDS = regex.compile(r"[ .;,]*(?:\n|$)")
_NEAREST = 3
"""So many lines above the heads may be the title."""


@dataclass(frozen=True, slots=True)
class TitledUnits:
    """The words that titles of tables are read with."""

    labels: Labels
    opening: regex.Pattern[str]
    """The number of a title with the words before it, and what it is part of: "Bảng 2.1: ", "II. Cơ sở vật chất: "."""
    leads: regex.Pattern[str]
    """Before what is counted: "Thống kê ", "Đội ngũ "."""
    joined: regex.Pattern[str]
    """Between two things that a title names together."""
    stops: regex.Pattern[str]
    """Behind what is counted, before the places and kinds that it is told by: "theo", "của các"."""
    otherwise: regex.Pattern[str]
    """In the group "word" what is measured, compared or paid, in a title, a head or a label."""
    any_people: str
    """What a title counts that names several sorts of people: "Cán bộ quản lý, giáo viên, nhân viên"."""

    @classmethod
    def load(cls, files: RuleFiles, labels: Labels) -> TitledUnits:
        """Read ``title_numbers``, ``people_of_titles`` and the words for what is measured otherwise."""
        number = r"(?:[ivx]+|\d{1,3}(?:\.\d{1,2})*|[a-hđ])\s?[.):/–-]+\s*"
        name = rf"{files.any_of('title_numbers')} ?(?:[ivx]+|\d{{1,3}}(?:[.-]\d{{1,2}})*)?\s?[.):/–-]*\s*"
        measured = any_of(files.words("measured_words", "measured_in_tables"))
        return cls(
            labels=labels,
            opening=regex.compile(rf"[\s|*+•-]*(?:{name}|{number})*+(?:[^:\d]*: ?(?=\S))?"),
            leads=regex.compile(rf"{files.any_of('title_leads')} "),
            joined=regex.compile(rf"(?:, ?| ?[-–/;&+] ?| {files.any_of('and_words')} )(?=\p{{L}})"),
            stops=regex.compile(rf" {files.any_of('title_stops')}(?!\w)"),
            otherwise=regex.compile(
                rf"(?<!\w)(?:{files.any_of('not_measured')}|(?P<word>{measured}))(?!\w)|(?P<word>[%=])"
            ),
            any_people=next(iter(files.words("people_of_titles"))),
        )

    def of(self, cell: TableNumber | None, told: Understood | None) -> Understood | None:
        """What a cell counts by the title of its table, else what the label of its row has ``told``.

        Only a title that says "số" goes before a label, and only before one that names a body: of "Số học sinh" the row
        "Trường tiểu học" counts pupils.
        """
        if cell is None or not cell.titles or (told is not None and told.unit not in self.labels.bodies):
            return told
        if self._is_otherwise(fold(cell.head)) or self._is_otherwise(fold(cell.label)):
            return told
        for title in reversed(cell.titles[-_NEAREST:]):
            folded = fold(title)
            unit, explicit = self._counted(folded)
            if unit is not None:
                mine = told is None or (explicit and unit.unit in self.labels.people)
                return unit if mine and not self.labels.announced.match(fold(cell.label)) else told
            if self._is_otherwise(folded):
                break
        return told

    def of_list(self, index: int, reading: Reading) -> Understood | None:
        """What the heading of a list counts, where a number ends a row: "Số học sinh:", below it "- Khối 6: 120"."""
        folded, quantity = reading.folded, reading.lexed.quantities[index]
        start = folded.rfind("\n", 0, quantity.start) + 1
        label = folded[start : quantity.start].rstrip()
        if not label.endswith(":") or _ROW_ENDS.match(folded, quantity.end) is None or self._is_otherwise(label):
            return None
        for _ in range(_LONGEST_LIST):
            end = start - 1
            if end <= 0:
                return None
            start = folded.rfind("\n", 0, end) + 1
            inside, line = len(reading.quantities_in(start, end)), folded[start:end].strip()
            if not inside and line:
                unit, explicit = self._counted(line) if len(line) <= LONGEST_LABEL else (None, False)
                return unit if explicit or line.endswith(":") else None
            if inside > 1 or (line and ":" not in line):
                return None
        return None

    def _is_otherwise(self, folded: str) -> bool:
        return any(found["word"] for found in self.otherwise.finditer(folded))

    def _counted(self, folded: str) -> tuple[Understood | None, bool]:
        """What a title counts, and whether it says so; nothing if it names several things, or something measured."""
        opening = self.opening.match(folded)
        start = 0 if opening is None else opening.end()
        lead = self.leads.match(folded, start)
        begin = start if lead is None else lead.end()
        number_of = self.labels.announced.match(folded, begin)
        begin = begin if number_of is None else number_of.end()
        first = self.labels.units.counted_at(folded, begin)
        if first is None or self._is_otherwise(folded[start:]):
            return None, False
        others = self._others(folded, first)
        led = lead is not None and first.unit.name in self._counted_by_name
        if number_of is None and not led and not self._names_only(folded[begin:], numbered=begin > 0):
            return None, False  # "Học sinh giỏi các cấp"
        names = {first.unit.name, *others}
        if len(names) == 1:
            return Understood("count", first.unit.name), number_of is not None
        return (Understood("count", self.any_people) if names <= self.labels.people else None), number_of is not None

    @property
    def _counted_by_name(self) -> frozenset[str]:
        return self.labels.people | self.labels.households

    def _names_only(self, folded: str, *, numbered: bool) -> bool:
        """Whether a title is a unit and no more, or people joined: "2. Phòng học", "Giáo viên, nhân viên".

        Without a number a unit that is no people may be the head of the labels: "Chi bộ".
        """
        units = self.labels.units
        parts = self.joined.split(folded.strip(" :.|"))
        hits = [units.counted_at(part, 0) for part in parts]
        if all(hit is not None and hit.unit.name in self._counted_by_name for hit in hits):
            return len(parts) > 1 or (hits[0] is not None and hits[0].end == len(parts[0]))
        return numbered and len(parts) == 1 and hits[0] is not None and hits[0].end == len(parts[0])

    def _others(self, folded: str, first: UnitHit) -> list[str]:
        """What a title names beside the first thing: "Số lớp, học sinh"; not the places that it goes through."""
        units, found = self.labels.units, []
        stop = self.stops.search(folded, first.end)
        for join in self.joined.finditer(folded, first.end, len(folded) if stop is None else stop.start()):
            number_of = self.labels.announced.match(folded, join.end())
            hit = units.counted_at(folded, join.end() if number_of is None else number_of.end())
            if hit is not None:
                found.append(hit.unit.name)
        return found
