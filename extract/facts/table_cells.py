"""What the numbers of a table are about: its rules are asked what stands behind the label or under the head.

"Đàn trâu | con | 15.172 | 14.710" names a whole row, "Thu Quỹ Vì người nghèo | Kế hoạch | Thực hiện | Đạt %" a whole
column. Asked are, in turn: the head, the label, both, the titles with the head; a row behind a dash is about what the
row above it is. A percentage without a name of its own is a rate of its row.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.codes import PERCENTS
from extract.facts.implied import NEVER_IMPLIED, implied
from extract.match.engine import Named
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from extract.codes import Kind
    from extract.facts.doings import Doing
    from extract.facts.implied import Ground
    from extract.facts.reading import Reading
    from extract.match.engine import Engine
    from extract.model import Quantity, TableNumber
    from extract.rulefiles import RuleFiles

_DASHES = ("-", "–", "+", "*")
_NUMBERING = regex.compile(r"^[\s\-–+*•]*(?:(?:[ivx]+|[a-h]|\d{1,2}(?:\.\d{1,2})*)\s*[.)/-]\s*)?")
_BRACKETS = regex.compile(r"\s*\([^()]*\)\s*|\s*%\s*$")
_NEARLY = 0.005
"""By how much of it a sum of a table may differ from what the text says of it, rounded."""
_AWARD = "scholarship"
"""What rules say of awards, whose rows have the amounts that stand beside them."""
_LEAST_SUM = 100
_TELLING = 3
"""An amount with so many digits agrees with no sum by chance."""


class TotalRows(NamedTuple):
    """The labels of rows that sum up others."""

    all: regex.Pattern[str]
    """All of the label: the row sums up its column."""
    begins: regex.Pattern[str]
    """Its beginning: the row may sum up those below it."""
    number_of: str
    """Before a noun, it makes a label of a number."""

    @classmethod
    def load(cls, files: RuleFiles) -> TotalRows:
        """Compile the sections ``total_rows``, ``total_starts`` and ``number_of_label``."""
        words, starts = files.any_of("total_rows"), files.any_of("total_starts")
        (number_of,) = files.words("number_of_label")
        return cls(regex.compile(rf"(?:{words}[\s:]*)+(?:\(.*)?$"), regex.compile(rf"{starts}(?!\w)"), number_of)


def _plain(words: str) -> str:
    """Folded, without what stands in brackets: "Số hộ nghèo (hộ)"."""
    return _BRACKETS.sub(" ", fold(words)).strip()


class _Known(NamedTuple):
    """A cell with what it is about, if that is known."""

    cell: TableNumber
    at: int
    """The index of its quantity."""
    quantity: Quantity
    named: Named | None


def table_cells(
    ground: Ground, engine: Engine, taken: Container[int], doings: Sequence[Doing], totals: TotalRows
) -> list[Doing]:
    """The things that cells of tables tell of, in order of their rows; cells in ``taken`` have theirs.

    A cell is part of the row that sums up its column, of the row above its dash, or of the amount of the text that is
    the sum: no amount is counted twice.
    """
    reading = ground.reading
    cells = [(cell, at) for cell in reading.lexed.cells if (at := _quantity_at(cell.start, reading)) is not None]
    if not cells:
        return []
    names = _Names(engine)
    found: list[Doing] = []
    for _, group in groupby(cells, key=lambda one: one[0].table):
        found += _Table(list(group), names, ground, doings, totals).doings(taken)
    return found


def _quantity_at(start: int, reading: Reading) -> int | None:
    quantities = reading.quantities_in(start, start + 1)
    return quantities.start if quantities else None


class _Names:
    """What rules say of a number behind some words, remembered."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._told: dict[tuple[str, Kind, str | None], Named | None] = {}

    def __call__(self, words: str, quantity: Quantity) -> Named | None:
        named = self._ask(words, quantity)
        family = "" if named is None else self._engine.rules.indicators[named.rule.says].family
        return None if family in NEVER_IMPLIED else named

    def award(self, words: str, quantity: Quantity) -> Named | None:
        """The same, of awards alone: "Số suất" below "Học bổng trao trong học kỳ I"."""
        named = self._ask(words, quantity) if quantity.kind == "count" else None
        return named if named is not None and named.rule.says == _AWARD else None

    def _ask(self, words: str, quantity: Quantity) -> Named | None:
        key = words, quantity.kind, quantity.unit
        if key not in self._told:
            self._told[key] = self._engine.named(words, quantity.kind, quantity.unit) if words else None
        return self._told[key]


class _Table:
    """The cells of one table."""

    def __init__(
        self,
        cells: list[tuple[TableNumber, int]],
        names: _Names,
        ground: Ground,
        doings: Sequence[Doing],
        totals: TotalRows,
    ) -> None:
        reading = ground.reading
        self._names, self._reading, self._doings, self._totals = names, reading, doings, totals
        self._scope = ground.amounts.scope
        self._known: list[_Known] = []
        self._heads = {cell.column: _plain(cell.head) for cell, _ in cells}
        above: dict[int, Named | None] = {}
        """Of each column what the last row without a dash is about."""
        for cell, index in cells:
            quantity = reading.lexed.quantities[index]
            dashed = cell.label.startswith(_DASHES)
            named = self._name(cell, quantity)
            if named is None and dashed:
                named = above.get(cell.column)
            if not dashed:
                above[cell.column] = named
            self._known.append(_Known(cell, index, quantity, named))
        self._name_by_titles()
        self._name_by_sums()

    def _name(self, cell: TableNumber, quantity: Quantity) -> Named | None:
        head, label = _plain(cell.head), _NUMBERING.sub("", _plain(cell.label))
        if self._totals.all.match(label):
            label = ""
        titled = [f"{_plain(title)} {head}" for title in reversed(cell.titles) if head]
        award = next((named for words in (head, *titled) if (named := self._names.award(words, quantity))), None)
        if award is not None:
            return award
        tried = [head, label, f"{label} {head}" if label and head else "", *titled]
        beside = self._heads.get(cell.column + 1, "")  # columns count from the right
        if quantity.kind in PERCENTS and head and beside:
            tried.insert(1, f"{head} {beside}")  # "Hộ nghèo | Tỷ lệ (%)"
        return next((named for words in tried if (named := self._names(words, quantity)) is not None), None)

    def _name_by_titles(self) -> None:
        """Name what is left by the title alone, or by the row that sums up the others, if no row says another thing.

        "Chi ngân sách giai đoạn 2018-2020", "Tổng giá trị sản xuất | ...", "Học sinh".
        """
        for kind in {known.quantity.kind for known in self._known} - PERCENTS:
            alike = [known for known in self._known if known.quantity.kind == kind]
            said = {known.named.rule.says for known in alike if known.named is not None}
            named = self._of_title(alike[0]) if len(said) <= 1 else None
            if (
                named is None
                and len(said) == 1
                and self._totals.begins.match(_NUMBERING.sub("", fold(alike[0].cell.label)))
            ):
                named = alike[0].named
            if named is not None and said <= {named.rule.says}:
                left = [known.named is None and known.quantity.kind == kind for known in self._known]
                self._known = [
                    k._replace(named=named) if bare else k for k, bare in zip(self._known, left, strict=True)
                ]

    def _of_title(self, known: _Known) -> Named | None:
        """What the nearest title that says it makes of a number: "5. Học sinh" is the number of pupils."""
        for title in reversed(known.cell.titles):
            words = _NUMBERING.sub("", _plain(title))
            counted = f"{self._totals.number_of} {words}" if known.quantity.kind in {"count", "number"} else ""
            named = self._names(words, known.quantity) or self._names(counted, known.quantity)
            if named is not None:
                return named
        return None

    def _name_by_sums(self) -> None:
        """Name a column of money by the amount of the text that it sums up to: "thu 4.190,1 triệu đồng"."""
        for column in {known.cell.column for known in self._known}:
            rows = [known for known in self._known if known.cell.column == column]
            if any(known.named or known.quantity.kind != "money" or known.quantity.role != "value" for known in rows):
                continue
            sums = [known for known in rows if self._totals.all.match(_NUMBERING.sub("", fold(known.cell.label)))]
            total = sums[-1].quantity.value if sums else sum(known.quantity.value for known in rows)
            named = self._said_of(total)
            if named is not None:
                self._known = [k._replace(named=named) if k.cell.column == column else k for k in self._known]

    def _said_of(self, total: float) -> Named | None:
        """What the text says of an amount, if it has enough digits not to agree by chance."""
        quantities = self._reading.lexed.quantities
        for doing in self._doings:
            for index in doing.totals:
                told = quantities[index]
                digits = len(str(int(told.value)).rstrip("0"))
                if digits >= _TELLING and told.low <= total <= (told.high or told.low):
                    return Named(doing.match.rule, "total")
        return None

    def doings(self, taken: Container[int]) -> Iterator[Doing]:
        """A thing for each cell that a rule names; the rates of a row go with the first of them."""
        made: dict[tuple[int, int], Doing] = {}
        for _, group in groupby(self._known, key=lambda known: known.cell.row):
            row = list(group)[::-1]  # cells come from the right
            leads: list[Doing] = []
            told = [known.quantity for known in row if known.quantity.kind not in PERCENTS]
            role = "plan" if told and all(quantity.role == "plan" for quantity in told) else "value"
            award = next((k for k in row if k.named is not None and k.named.rule.says == _AWARD), None)
            for known in row:
                if award is not None and known.quantity.kind == "money":
                    continue
                if known.at in taken or known.named is None or known.quantity.role != role:
                    continue
                if known.quantity.kind in PERCENTS and leads and leads[-1].indicator == known.named.rule.says:
                    leads[-1].others.append(known.at)
                    continue
                slot = known.named.slot
                doing = implied(known.at, known.named.rule, self._reading, slot=slot)
                made[known.cell.row, known.cell.column] = doing
                leads.append(doing)
            if award is not None:
                self._pay(row, leads, taken)
            self._beside(row, leads, taken)
        self._part(made)
        return iter(made.values())

    def _pay(self, row: Sequence[_Known], leads: Sequence[Doing], taken: Container[int]) -> None:
        """The amounts of a row are those of its awards, if only one number counts awards; none behind other things."""
        awards = [doing for doing in leads if doing.indicator == _AWARD]
        counted = sorted(known.cell.column for known in row if known.quantity.kind == "count")
        for known in row if len(awards) == 1 else ():
            own = next((other.cell.column for other in row if other.at == awards[0].match.quantities[0]), None)
            if own is None or any(known.cell.column < column < own for column in counted):
                continue
            if known.quantity.kind == "money" and known.quantity.role == "value" and known.at not in taken:
                each = self._scope.get(known.at) == "each"
                awards[0].tie(awards[0].eaches if each else awards[0].totals, known.at, "in_phrase")

    def _beside(self, row: Sequence[_Known], leads: Sequence[Doing], taken: Container[int]) -> None:
        """Plans and rates go with the thing of their row, if it has but one kind."""
        quantities = self._reading.lexed.quantities
        has = {index for doing in leads for index in doing.quantities}
        counted = [doing for doing in leads if quantities[doing.match.quantities[0]].kind not in PERCENTS]
        rated = not counted  # "Hộ nghèo | % | 2 | 1,85": the plan of a rate
        if len({doing.indicator for doing in counted or leads}) != 1:
            return
        lead = (counted or leads)[0]
        kinds = {quantities[index].kind for index in has} - (frozenset() if rated else PERCENTS)
        for known in row:
            is_plan = known.quantity.role == "plan" and known.quantity.kind in kinds
            is_rate = not rated and known.quantity.kind in PERCENTS and known.named is None and kinds
            if known.at not in has and known.at not in taken and (is_plan or is_rate):
                lead.others.append(known.at)

    def _part(self, made: dict[tuple[int, int], Doing]) -> None:
        """Mark the parts: of the row of sums, of the row above a dash, of an amount of the text."""
        owners = {at: doing for doing in self._doings for at in doing.quantities}
        new = set(made.values())
        for column in {known.cell.column for known in self._known}:
            rows = [known for known in self._known if known.cell.column == column]
            told = [(known, made.get((known.cell.row, column)) or owners.get(known.at)) for known in rows]
            pairs = [(known, doing) for known, doing in told if doing is not None]
            sums = [
                doing for known, doing in pairs if self._totals.all.match(_NUMBERING.sub("", fold(known.cell.label)))
            ]
            tops: list[tuple[_Known, Doing]] = []
            summed, left = None, 0.0  # "Tổng chi ngân sách", which the rows below it take apart
            for known, doing in pairs:
                parent, value = tops[-1][1] if tops else None, known.quantity.value
                if known.cell.label.startswith(_DASHES) and parent is not None:
                    if doing in new and doing.indicator == parent.indicator:
                        doing.whole = parent
                elif self._totals.begins.match(_NUMBERING.sub("", fold(known.cell.label))):
                    summed, left = doing, value
                    tops.append((known, doing))
                elif summed is not None and doing in new and doing.indicator == summed.indicator and value <= left:
                    doing.whole, left = summed, left - value
                else:
                    tops.append((known, doing))
            for _, doing in tops:
                if doing in new and doing not in sums:
                    doing.whole = next((one for one in sums if one.indicator == doing.indicator), None)
            self._part_of_text([(known, doing) for known, doing in tops if doing in new and doing.whole is None])

    def _part_of_text(self, rows: Sequence[tuple[_Known, Doing]]) -> None:
        """Mark the rows of a column as parts of what the text says of their sum."""
        for indicator in {doing.indicator for _, doing in rows}:
            group = [known for known, doing in rows if doing.indicator == indicator]
            whole = self._told_apart(indicator, group)
            for _, doing in rows if whole is not None else ():
                if doing.indicator == indicator:
                    doing.whole = whole

    def _told_apart(self, indicator: str, rows: Sequence[_Known]) -> Doing | None:
        """The thing of the text, of that indicator, whose number is the sum of a column."""
        quantities = self._reading.lexed.quantities
        value = sum(known.quantity.value for known in rows)
        if value < _LEAST_SUM or (len(rows) == 1 and rows[0].quantity.kind != "money"):
            return None
        first, last = self._known[0].cell.table, self._known[-1].cell.row
        for doing in self._doings:
            if doing.indicator != indicator or doing.whole is not None or first <= doing.start <= last:
                continue
            for index in (*doing.totals, *doing.match.quantities):
                told, like = quantities[index], rows[0].quantity
                alike = told.kind == like.kind and (told.kind == "money" or told.unit == like.unit)
                if alike and abs(told.value - value) <= _NEARLY * value:
                    return doing
        return None
