"""The columns of a table: what their numbers are in, and which are plans, as heads and the lines above tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.dates import LONE_YEAR
from extract.lex.units import next_word
from extract.text import fold
from extract.text_tables.columns.computed_columns import computed_percentages
from extract.text_tables.columns.money_columns import LEAST_IN_CELL, money_beside, money_told
from extract.text_tables.columns.plan_heads import plans_by_title, plans_in_turn
from extract.text_tables.lines import UNIT_OF_HEAD
from extract.text_tables.measures import PERCENT, Measure, count_at, measure_of, unit_of_line

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from extract.lex.vocabulary import LexVocabulary
    from extract.model import Lexed
    from extract.text_tables.heads.table_heads import Heads
    from extract.text_tables.table import Row, Table
    from extract.text_tables.vocabulary import CellVocabulary


_HUNDRED = 100
_NUMBERED = regex.compile(r"\p{L}+ \d{1,2}\p{L}?")
"""A head that is a name: "lớp 6", "tổ 12"."""


class Column(NamedTuple):
    """One column; ``measure`` ``None`` if nothing names a unit, ``data`` false if it only numbers the rows."""

    measure: Measure | None
    plan: bool = False
    data: bool = True
    own: bool = False
    """Whether its head has the unit in brackets, which then holds whatever the unit of a row is."""


def columns_of(  # noqa: PLR0917 - all that tells of columns
    table: Table, heads: Heads, lexed: Lexed, text: str, words: LexVocabulary, cells: CellVocabulary
) -> tuple[Column, ...]:
    """The columns of numbers under their heads, counted from the right of the widest row."""
    width, folds = len(heads.names), list(map(fold, heads.names))
    turns = plans_by_title(heads, table, cells) if heads.in_cells else plans_in_turn(table.header, width, cells)
    measures = _Measures(table, heads, lexed, words, cells)
    ratios = cells.years.ratios(folds)
    columns: list[Column] = []
    for position, folded in enumerate(folds):
        percent = ratios[position] or (turns is not None and turns[position] is None)
        column = [lexed.quantities[index] for index in table.cells(width - position)]
        measure = money_beside(column, text) or measures.below(folded, position, percent=percent)
        if _names_rows(folded, cells) or (position == 0 and _numbers_rows(table, width)):
            columns.append(Column(None, data=False))
        elif cells.bare.match(folded) is not None:
            columns.append(Column(None))
        else:
            plan = cells.plan.search(folded) is not None if turns is None else turns[position] is True
            compares = measure == PERCENT and cells.compared.search(folded) is not None
            own = measure is not None and UNIT_OF_HEAD.search(folded) is not None
            columns.append(Column(measure, plan and not compares, own=own))
    columns = _towards_plans(_compared(_beside(columns, folds, measures.carried, cells), folds, cells), folds)
    unnamed = [
        at
        for at, column in enumerate(columns)
        if column.data and at not in measures.named and column.measure != PERCENT
    ]
    for at in computed_percentages(table, unnamed, width, lexed, text):
        columns[at] = Column(PERCENT)
    return tuple(columns)


def loose_columns(
    table: Table, row: Row, lexed: Lexed, words: LexVocabulary, cells: CellVocabulary
) -> tuple[Column, ...]:
    """A column for each cell of a loose row: none has more than the unit of the whole table."""
    whole = _unit_of_all(table, words, cells)
    values = [[] if index is None else [lexed.quantities[index].value] for index in row.cells]
    return tuple(Column(None if whole is None or _are_no_sums(whole, each) else whole) for each in values)


class _Measures:
    """What columns are in, asked from left to right: a head that names nothing may count what one before it counts."""

    def __init__(self, table: Table, heads: Heads, lexed: Lexed, words: LexVocabulary, cells: CellVocabulary) -> None:
        self._table = table
        self._lexed = lexed
        self._words = words
        self._cells = cells
        self._width = len(heads.names)
        self._whole = _unit_of_all(table, words, cells)
        self._titled = None if self._whole is not None else _unit_of_title(table, heads, words, cells)
        announced = self._width == 1 and words.amounts.units.announced.match(fold(heads.names[0])) is not None
        self._told_apart = heads.certain or announced or _fit(heads.names, table, lexed, cells)
        self._marked = sum(cells.mark.match(fold(name)) is not None for name in heads.names) > 1
        self._counted: Measure | None = None
        self.carried: set[int] = set()
        """The columns whose own heads name no unit."""
        self.named: set[int] = set()
        """Those whose heads have their unit in brackets, or say what they count."""

    def below(self, head: str, position: int, *, percent: bool) -> Measure | None:
        """What the numbers below a head are in; ``percent`` if the lines above tell that it is over percentages."""
        measure = self._named(head)
        if measure is not None:
            self.named.add(position)
        if measure is None and (percent or self._has_shares(head)):
            measure = None if self._marked and self._cells.mark.match(head) else PERCENT
        if measure is not None:
            return measure
        values = self._table.values(self._width - position, self._lexed)
        if self._whole is not None and not _are_no_sums(self._whole, values):
            return _yield_told(self._lexed) if self._cells.yields.search(head) else self._whole
        return self._told_or_carried(head, position, values) if values else None

    def _has_shares(self, head: str) -> bool:
        """Whether a head is over percentages by its words; "So sánh 2023/2022 (+/-)" is not."""
        years = self._cells.years
        if years.share.search(head):
            return True
        return self._cells.percent.search(head) is not None and years.amount.match(head) is None

    def _named(self, head: str) -> Measure | None:
        """The unit in brackets behind a head, or what it says to count: "Số hộ đạt", "Hộ đạt"."""
        marks = [measure_of(mark["unit"], self._words) for mark in UNIT_OF_HEAD.finditer(head)]
        measure = next((mark for mark in reversed(marks) if mark is not None), None)
        if measure is not None or not self._told_apart:
            return measure
        if self._words.amounts.units.announced.match(head):
            self._counted = _thing(head, self._words, self._cells, self._counted)
            return self._counted
        return count_at(head, 0, self._words) if self._cells.reached.search(head) else None

    def _told_or_carried(self, head: str, position: int, values: Sequence[float]) -> Measure | None:
        """Money or the thing that a head names; without either the unit of the title, or the thing before it."""
        told = money_told(head, values, self._lexed, self._words, self._cells)
        if told is None and self._told_apart:
            told = _thing(head, self._words, self._cells, self._counted)
        if told is None:
            self.carried.add(position)
        if told is not None or not head or self._cells.sum.search(head):
            self._counted = told
        return told or self._titled or self._counted


def _names_rows(head: str, cells: CellVocabulary) -> bool:
    """Whether the numbers below a head only number or name things: "STT", "Tờ bản đồ"."""
    return cells.row_number.match(head) is not None or cells.codes.match(head) is not None


def _unit_of_all(table: Table, words: LexVocabulary, cells: CellVocabulary) -> Measure | None:
    """What the lines above say that the whole table is in: "Đơn vị tính: triệu đồng"."""
    everywhere = None
    for line in table.header:
        named = cells.unit_of_table.search(fold(line))
        everywhere = measure_of(named["unit"], words) if named else unit_of_line(line, words) or everywhere
    return everywhere


def _are_no_sums(everywhere: Measure, values: Sequence[float]) -> bool:
    """Whether numbers are too small for đồng: workdays in a table of amounts, "ĐVT: đồng"."""
    return everywhere.kind == "money" and everywhere.factor == 1 and bool(values) and max(values) < LEAST_IN_CELL


def _beside(
    columns: Sequence[Column], heads: Sequence[str], carried: Container[int], cells: CellVocabulary
) -> list[Column]:
    """The same; heads of money, plans and results without a unit have that of the nearest such head that names one.

    "Dư nợ (triệu đồng)", "Nợ quá hạn"; "Kế hoạch (ha)", "Thực hiện".
    """
    found = list(columns)
    for at, (column, head) in enumerate(zip(columns, heads, strict=True)):
        is_money = cells.money.match(head) is not None
        if not column.data or (column.measure is not None and not (is_money and at in carried)):
            continue
        same = next(
            (columns[other].measure for other in cells.years.repeated_unit(heads, at) if other not in carried), None
        )
        if same is not None:
            found[at] = column._replace(measure=same)
            continue
        near = sorted((abs(at - other), other) for other in range(len(columns)) if other != at)
        for _, other in near:
            measure = columns[other].measure
            if measure is None or other in carried:
                continue
            if measure.kind == "money" if is_money else _in_turn(head, heads[other], measure, cells):
                found[at] = column._replace(measure=measure)
                break
    return found


def _in_turn(head: str, other: str, measure: Measure, cells: CellVocabulary) -> bool:
    """Whether two heads name a plan or a result each, the second one with its unit."""
    turns = [cells.plan_or_result.search(name) for name in (head, other)]
    return measure != PERCENT and all(turn is not None and not turn["percent"] for turn in turns)


def _compared(columns: Sequence[Column], heads: Sequence[str], cells: CellVocabulary) -> list[Column]:
    """The same; where all else are plans what compares them is one: "Dự toán đầu năm", "điều chỉnh", "So sánh (%)".

    Percentages beside results in another unit are those of a plan: "Thực hiện (tỷ đồng)", "Dự toán (%)".
    """
    turns = [cells.plan_or_result.search(head) for head in heads]
    results = [
        column.measure
        for column, turn in zip(columns, turns, strict=True)
        if turn is not None and not turn["plan"] and not turn["percent"]
    ]
    if results and PERCENT not in results:
        columns = [column._replace(plan=column.plan and column.measure != PERCENT) for column in columns]
    rates = [
        column.measure == PERCENT and cells.compared.search(head) is not None
        for column, head in zip(columns, heads, strict=True)
    ]
    told = [column.plan for column, rate in zip(columns, rates, strict=True) if column.data and not rate]
    if len(told) <= 1 or not all(told):
        return list(columns)
    return [column._replace(plan=True) if rate else column for column, rate in zip(columns, rates, strict=True)]


_SPAN = regex.compile(r"(?:19|20)\d\d ?- ?(?P<last>(?:19|20)\d\d)(?!\d)")


def _towards_plans(columns: Sequence[Column], heads: Sequence[str]) -> list[Column]:
    """The same; percentages up to a year for which there are plans alone are planned.

    "Thực hiện 2015 | Tăng bình quân 2011-2015 (%) | Kế hoạch 2020 | Tăng bình quân 2016-2020 (%)".
    """
    years: dict[bool, set[str]] = {True: set(), False: set()}
    for column, head in zip(columns, heads, strict=True):
        if column.measure != PERCENT and column.data:
            years[column.plan].update(LONE_YEAR.findall(head))
    ahead = years[True] - years[False]
    spans = [
        _SPAN.search(head) if column.measure == PERCENT else None for column, head in zip(columns, heads, strict=True)
    ]
    return [
        column._replace(plan=True) if span is not None and span["last"] in ahead else column
        for column, span in zip(columns, spans, strict=True)
    ]


def _fit(names: Sequence[str], table: Table, lexed: Lexed, cells: CellVocabulary) -> bool:
    """Whether heads fit what stands below them: each over percentages, and those alone, has decimals up to a hundred.

    So heads of two levels, a line each, have not shifted: "Hộ nghèo", "Hộ cận nghèo", "Số hộ", "Tỷ lệ (%)".
    """
    shares = [cells.percent.search(fold(name)) is not None for name in names]
    if not any(shares) or all(shares):
        return False
    for back, share in enumerate(reversed(shares), 1):
        values = table.values(back, lexed)
        decimal = any(value % 1 for value in values)
        if decimal != share or (share and max(values) > _HUNDRED):
            return False
    return True


def _unit_of_title(table: Table, heads: Heads, words: LexVocabulary, cells: CellVocabulary) -> Measure | None:
    """The unit that a title ends with: "Thu ngân sách xã (triệu đồng)", "..., tính bằng nghìn đồng", "Tốc độ tăng (%)".

    Other units than money only where it is known which lines are heads, or that none is.
    """
    for line in heads.titles(table):
        holds_all = heads.joined and heads.joined in line
        found = None if holds_all else cells.unit_in_title.search(fold(line))
        measure = None if found is None else PERCENT if found["unit"] == "%" else measure_of(found["unit"], words)
        if measure is None or found is None:
            continue
        known = measure.kind != "count" or found["unit"] in words.amounts.units.spellings
        if measure.kind == "money" or (known and (heads.certain or not heads.joined.strip())):
            return measure
    return None


def _yield_told(lexed: Lexed) -> Measure:
    """What yields are in, from those that the text tells; a number if it tells none, or in several units."""
    units = {quantity.unit for quantity in lexed.quantities if quantity.kind == "yield"}
    return Measure("yield", 1, units.pop()) if len(units) == 1 else Measure("number", 1, None)


def _thing(folded: str, words: LexVocabulary, cells: CellVocabulary, before: Measure | None) -> Measure | None:
    """What a column counts by its head: "Số cử tri", "Hồ sơ tiếp nhận"; no plan or result is a thing.

    Initials are those of what the column ``before`` counts: "Số ĐV được xếp loại" behind "Số đảng viên".
    """
    number_of = words.amounts.units.announced.match(folded)
    if number_of is None and (_NUMBERED.fullmatch(folded) or cells.plan_or_result.search(folded)):
        return None
    start = 0 if number_of is None else number_of.end()
    measure = count_at(folded, start, words)
    if measure is None or before is None or before.unit is None:
        return measure
    initials = "".join(word[0] for word in before.unit.split())
    return before if next_word(folded, start) == initials else measure


def _numbers_rows(table: Table, width: int) -> bool:
    """Whether the first cell of the rows is their number: 1, 2, 3 ..., seen by the rows being one wider than values."""
    return all(len(row.cells) == width and row.cells[0] is None for row in table.rows)
