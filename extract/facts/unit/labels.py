"""What labels of numbers say that is counted: "Học sinh giỏi: 120", "Số hộ", "; hội viên 560"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.facts.wording import Wording
from extract.lex.units import Units
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection

    from extract.codes import Kind
    from extract.facts.reading import Reading
    from extract.model import TableNumber
    from extract.rulefiles import RuleFiles


class Understood(NamedTuple):
    """What a bare number counts or measures."""

    kind: Kind
    unit: str


_START = regex.compile(r"[\s\-+*•–.)\d]*")
_LONGEST_BULLET = 12
_BULLETS = regex.compile(r"(?r)(?:^|\n)[\s\-+*•–.)\d]*$")
_IN_NAME = regex.compile(r"(?<=\p{L} )\p{Lu}")
_NAMES = regex.compile(r" \p{Lu}\p{Ll}")
_CLAUSE_START = regex.compile(r"(?r)[;.:(\n] *")
_LISTED = regex.compile(
    r"(?r)(?:^|[\n.;:])[\s+*•-]*(?P<first>[^\W\d]+(?: [^\W\d]+){0,2})(?:, [^\W\d]+(?: [^\W\d]+){0,2})?,$"
)
_NEW_CLAUSE = regex.compile(r"(?r)[;.:] *$")


@dataclass(frozen=True, slots=True)
class Labels:
    """Which units labels may begin with."""

    units: Units
    announced: regex.Pattern[str]
    """Ends where the name of what is counted begins, behind the last of several such words: "tổng số lượng xe"."""
    told: regex.Pattern[str]
    """At the end of a label: it tells how many of what it begins with there are, "hội viên nghèo còn"."""
    people: frozenset[str]
    counted_people: frozenset[str]
    """Those whom a label may count: "cho nhân dân 1.200/1.350" tells of persons."""
    households: frozenset[str]
    bodies: frozenset[str]
    """Units whose labels may name one of them."""
    no_labels: frozenset[str]
    doers: frozenset[str]
    traits: frozenset[str]
    """Units that tell a part of others: "đảng viên: 45, nữ 12"."""
    apart: frozenset[str]
    """Units that never go on with others."""
    aged: regex.Pattern[str]
    """Behind people: how old they are."""
    wording: Wording

    @classmethod
    def load(cls, files: RuleFiles) -> Labels:
        """Read what labels announce by, and which units of ``counted`` they may begin with."""
        counts = files.any_of("counts_announced")
        people, bodies = (
            {name for section in files.sections("counted") if (node := section.get(theme)) for name in node.texts()}
            for theme in ("people", "bodies")
        )
        households = files.words("households")
        return cls(
            units=Units.load(files),
            announced=regex.compile(rf"(?<!\w){counts}(?= (?!{counts}(?!\w)))"),
            told=regex.compile(rf"(?r)(?<!\w){files.any_of('number_told')} $"),
            people=frozenset(people),
            counted_people=frozenset(people) - files.words("uncounted_people"),
            households=households,
            bodies=frozenset(bodies) - households,
            no_labels=files.words("not_labels"),
            doers=files.words("label_doers"),
            traits=files.words("traits"),
            apart=files.words("counted_apart"),
            aged=regex.compile(rf" [\d\s–-]+ {files.any_of('ages')}(?!\w)"),
            wording=Wording.load(files),
        )

    def of_row(self, cell: TableNumber | None) -> Understood | None:
        """What the label of a row counts, whatever the heads: "Số học sinh theo học lực", "Hộ được vay vốn"."""
        if cell is None:
            return None
        label = fold(cell.label)
        counted = self.announced.match(label)
        if counted is not None:
            return self.named(label, counted.end())
        whole = self.named(label, 0) if label in self.people else None  # "Đảng viên" above "Tập thể"
        return whole or self._begins(cell.label, label, 0, len(cell.label))

    def named(self, folded: str, position: int) -> Understood | None:
        """The thing that is named at a place."""
        hit = self.units.counted_at(folded, position)
        return None if hit is None else Understood("count", hit.unit.name)

    def announced_in(self, folded: str, label: int, start: int) -> Understood | None:
        """What a label announces: "Tổng số hộ nghèo toàn xã"."""
        counted = self.announced.search(folded, label, start)
        return None if counted is None else self.named(folded, counted.end())

    def announced_before(self, folded: str, floor: int, label: int, start: int) -> Understood | None:
        """What the clause announces that a comma parts from a label that tells: "số nhà sập, hư hỏng là 97"."""
        if folded[label - 1 : label] != "," or self.told.search(folded, label, start) is None:
            return None
        clause = _CLAUSE_START.search(folded, floor, label)
        return self.announced_in(folded, floor if clause is None else clause.end(), label)

    def behind_colon(self, folded: str, label: int, start: int) -> int:
        """Where the label proper begins: behind the name of a place or body, "Tổ bầu cử số 1: cử tri 1.245"."""
        end = start
        while end > label and not folded[end - 1].isalnum():
            end -= 1
        colon = folded.rfind(": ", label, end) + 1
        return colon if colon and self.named(folded, colon) is not None else label

    def begun(self, label: int, start: int, reading: Reading) -> Understood | None:
        """What a label begins with, if it says more of it: "học sinh giỏi: 120", not "Xã: 45", "Thôn Tân Lập: 45"."""
        at = _START.match(reading.folded, label, start)
        begin = label if at is None else at.end()
        told = self.told.search(reading.folded, label, start)
        barred = () if told else self.units.not_counted  # "tập thể thuộc diện kiểm điểm có 219/219"
        return self._begins(reading.page.text, reading.folded, begin, start, barred)

    def begun_by_people(self, label: int, start: int, reading: Reading) -> Understood | None:
        """The people or households that a label begins with, whatever they do: "giáo viên đạt chuẩn 36/38"."""
        at = _START.match(reading.folded, label, start)
        own = self._begins(reading.page.text, reading.folded, label if at is None else at.end(), start)
        return own if own is not None and own.unit in self.counted_people | self.households else None

    def first_listed(self, unit: Understood, folded: str, label: int) -> Understood:
        """The first of several bodies that a label names together: "; xóm, tổ dân phố có nhà văn hóa là 215/264"."""
        listed = _LISTED.search(folded, 0, label) if unit.unit in self.bodies else None
        first = None if listed is None else self.units.spellings.get(listed["first"])
        return unit if first is None or first.name not in self.bodies else Understood("count", first.name)

    def is_told_of(self, unit: Understood, folded: str, label: int, start: int) -> bool:
        """Whether a label of people ends as one that tells how many they are: "hội viên nghèo còn 2"."""
        return unit.unit in self.people and self.told.search(folded, label, start) is not None

    def opens_clause(self, unit: Understood, folded: str, label: int) -> bool:
        """Whether a label begins a clause with bodies that do nothing: "; dòng họ đăng ký văn hóa từ 5 lên 30"."""
        return unit.unit in self.bodies - self.doers and _NEW_CLAUSE.search(folded, 0, label) is not None

    def people_in(self, reading: Reading, label: int, start: int, words: regex.Pattern[str]) -> Understood | None:
        """The people that the last of ``words`` in a label stands before: "tiêm cho phụ nữ có thai 76/80".

        In the name of a body they are nobody counted: "Hội Nông dân | 45".
        """
        places = [found.end() for found in words.finditer(reading.folded, label, start)]
        bodies = [
            range(at, hit.end)
            for at in places
            if at > label
            and _IN_NAME.match(reading.page.text, at)
            and (hit := self.units.counted_at(reading.folded, at))
        ]
        for at in reversed(places):
            unit = None if any(at in body for body in bodies) else self.named(reading.folded, at)
            if unit is not None and unit.unit in self.counted_people:
                return unit
        return None

    def whole(self, label: int, start: int, reading: Reading) -> Understood | None:
        """What is all of a label: "- Phòng học: 15", "; hội viên 560"."""
        folded = reading.folded
        at = _START.match(folded, label, start)
        hit = self.units.counted_at(folded, label if at is None else at.end())
        if hit is None or folded[hit.end : start].strip(" :-–"):
            return None
        name = hit.unit.name
        barred = name in self.no_labels or name in self.doers or name in self.traits
        return None if barred else Understood("count", name)

    def stands_alone(self, unit: Understood, label: int, start: int, reading: Reading) -> bool:
        """Whether a label that is all of a unit has a line of its own, or, people, a clause: "; hội viên 560"."""
        if unit.unit in self.apart:
            return True
        folded = reading.folded
        at = _START.match(folded, label, start)
        begin = label if at is None else at.end()
        if ":" in folded[begin:start]:
            return self.is_row(folded, begin)
        block = reading.structure.block(start).start
        outside = folded.rfind("(", block, start) <= folded.rfind(")", block, start)
        return outside and unit.unit in self.people and _NEW_CLAUSE.search(folded, 0, begin) is not None

    def is_row(self, folded: str, begin: int) -> bool:
        """Whether a label begins a line of a list."""
        return _BULLETS.search(folded, max(0, begin - _LONGEST_BULLET), begin) is not None

    def _begins(self, text: str, folded: str, begin: int, end: int, barred: Collection[str] = ()) -> Understood | None:
        """What a label from ``begin`` to ``end`` begins with, if words in small letters follow, none ``barred``."""
        hit = self.units.counted_at(folded, begin)
        if hit is None or hit.end + 1 >= end:
            return None
        more = text[hit.end : hit.end + 2]
        says_more = more[:1] == " " and more[1:].islower()
        if hit.unit.name in self.people and self.aged.match(folded, hit.end, end):
            return Understood("count", hit.unit.name)  # "trẻ 5 tuổi ra lớp 98/98"
        word = folded[hit.end + 1 : end].split(" ", 1)[0]
        if not says_more or word in barred or hit.unit.name in self.no_labels:
            return None
        if hit.unit.name in self.bodies and _NAMES.search(text, hit.end, end):
            return None  # "Chi bộ thôn Đông: 25"
        if hit.unit.name in self.doers and self.wording.has_verb(folded, hit.end, end):
            return None  # "Đoàn phường trao 12 cho bạn nghèo"
        return Understood("count", hit.unit.name)
