"""Numbers in tables: the unit in the header or in the line above, and which columns are plans.

Works on the text alone, so that a table of a web page and one that a scraper flattened to lines are read by the same
steps: find the rows (``extract.text_tables.rows``), look up from the first of them for units and column names, give
every bare number of a row its column's unit.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

import regex

from extract.lex.numbers import BEYOND, printed_decimals
from extract.model import Lexed, Mention, TableNumber
from extract.text import BULLETS, any_of, fold
from extract.text_tables.cells_in_full import cells_in_full
from extract.text_tables.columns import Column, columns_of, loose_columns
from extract.text_tables.gifts_in_full import gifts_in_full
from extract.text_tables.heads import heads_of
from extract.text_tables.lines import cell_start, digits_start, has_cells, lines_of
from extract.text_tables.measures import PERCENT, UNIT_IN_LABEL, of_households, units_of_rows
from extract.text_tables.named_cells import cells_from_names
from extract.text_tables.stacked_tables import all_tables
from extract.text_tables.sums_in_full import sums_in_full
from extract.text_tables.told_measures import measures_told
from extract.text_tables.year_heads import YearHeads

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extract.lex.vocabulary import LexVocabulary
    from extract.model import Quantity
    from extract.rulefiles import RuleFiles
    from extract.text_tables.heads import Heads
    from extract.text_tables.lines import Line
    from extract.text_tables.measures import Measure
    from extract.text_tables.table import Row, Table


_PATTERNS = (
    "unit_of_table",
    "unit_in_title",
    "plan",
    "plan_title",
    "no_plan",
    "plan_office",
    "result",
    "percent",
    "compare",
    "reached",
    "money",
    "mark",
    "yield",
    "row_number",
    "codes",
    "bare",
    "remarks",
    "over",
    "label",
    "names",
    "unit_column",
    "sum",
    "no_sum",
    "giver",
    "share",
    "quantity",
    "mean",
    "difference",
    "year",
)


@dataclass(frozen=True, slots=True)
class CellVocabulary:
    """The words of ``rules/cells.yaml``, compiled."""

    unit_of_table: regex.Pattern[str]
    unit_in_title: regex.Pattern[str]
    plan: regex.Pattern[str]
    plan_title: regex.Pattern[str]
    plan_or_result: regex.Pattern[str]
    """Also where percentages begin, which stand behind plans and results: "Kế hoạch Thực hiện So sánh TH/KH (%)"."""
    percent: regex.Pattern[str]
    reached: regex.Pattern[str]
    """At the end of the head of a column that counts: "Hộ đạt"."""
    compared: regex.Pattern[str]
    """In the head of a column of percentages: they set results against plans."""
    money: regex.Pattern[str]
    """At the start of the head of a column of money, which may have its unit from one beside it."""
    sum: regex.Pattern[str]
    """In the label of sums, whose unit may be told nowhere."""
    giver: regex.Pattern[str]
    """At the start of a line: who gave what stands at its end."""
    mark: regex.Pattern[str]
    """All of the head of a column of those who have a mark: "Đạt" is no percentage beside "Chưa đạt"."""
    yields: regex.Pattern[str]
    """Over a column that the unit of a whole table does not hold for."""
    unit_column: regex.Pattern[str]
    unit_head: regex.Pattern[str]
    """All of the head behind that of the labels, over the units of the rows: "Đơn vị"."""
    label: regex.Pattern[str]
    """The head of the labels, at the start of a line, after that of the row numbers."""
    names: regex.Pattern[str]
    """All of the head of a column that names the rows."""
    row_number: regex.Pattern[str]
    codes: regex.Pattern[str]
    """All of the head of a column whose numbers name things or put them in an order: "Số thửa", "Xếp thứ"."""
    bare: regex.Pattern[str]
    """All of the head of a column that the unit of a whole table does not hold for, since it has none: "Hệ số"."""
    remarks: regex.Pattern[str]
    over: regex.Pattern[str]
    """A head over several others."""
    years: YearHeads
    """Heads of tables that set years side by side."""
    households: regex.Pattern[str]
    """The label of a row that counts them in the group "unit": "1. Tổng số hộ"."""
    ditto: frozenset[str]
    """What stands for the unit of the row above."""

    @classmethod
    def load(cls, files: RuleFiles) -> CellVocabulary:
        """Compile the section ``cells``."""
        words = files.lists("cells", *_PATTERNS, "ditto")
        some = {key: any_of(words[key]) for key in _PATTERNS}
        some |= {"rate": some["percent"], "percent": any_of(words["percent"] | words["compare"])}
        no_office = rf"(?<!(?<!\w){some['plan_office']}[\s–-]+)(?!{some['no_plan']}(?!\w))"
        plan = rf"{no_office}{some['plan']}"
        return cls(
            unit_of_table=regex.compile(
                rf"(?<!\w){some['unit_of_table']}(?:\s*[-–/]\s*[a-z]+)?\s*:\s*(?P<unit>[^\n\t;()]{{1,20}})"
            ),
            unit_in_title=regex.compile(
                rf"(?:\((?P<unit>[^()\d]{{1,20}})\)"
                rf"|(?<!\w){some['unit_in_title']}\s+(?P<unit>[^,;:()\d]{{1,20}}))[\s.:]*$"
            ),
            plan=regex.compile(rf"(?<!\w){plan}(?!\w)"),
            plan_title=regex.compile(rf"(?<!\w){no_office}{some['plan_title']}(?!\w)"),
            plan_or_result=regex.compile(
                rf"(?<!\w)(?:(?P<plan>{plan})|(?P<percent>{some['percent']})(?!\w).*|{some['result']})(?!\w)"
                rf"|(?P<percent>%).*"
            ),
            compared=regex.compile(rf"(?<!\w)(?:{some['percent']}|{some['result']})(?!\w)|/|^%"),
            money=regex.compile(rf"\s*{some['money']}(?!\w)"),
            sum=regex.compile(rf"(?<!\w)(?!{some['no_sum']}(?!\w)){some['sum']}(?!\w)"),
            giver=regex.compile(
                rf"(?:\d{{1,3}}\s*[.)/-]|[{''.join(map(regex.escape, BULLETS))}])?\s*{some['giver']}(?!\w)"
            ),
            mark=regex.compile(rf"\s*{some['mark']}\s*$"),
            yields=regex.compile(rf"(?<!\w){some['yield']}(?!\w)"),
            unit_column=regex.compile(rf"(?<!\w){some['unit_column']}(?!\w)"),
            unit_head=regex.compile(rf"\s*(?:{some['unit_column']}|{some['unit_of_table']})\.?\s*$"),
            label=regex.compile(
                rf"\s*(?:{some['row_number']}\.?\s+|(?:\d{{1,2}}|[ivx]+|[a-zđ])\s*[.)/-]\s*)?{some['label']}(?!\w)"
            ),
            names=regex.compile(rf"(?:{some['label']}|{some['names']}|{some['unit_column']})\s*$"),
            percent=regex.compile(rf"%|(?<!\w){some['percent']}(?!\w)"),
            reached=regex.compile(rf"(?<!\w){some['reached']}\s*$"),
            row_number=regex.compile(rf"\s*{some['row_number']}\.?\s*$"),
            codes=regex.compile(rf"\s*{some['codes']}\s*$"),
            bare=regex.compile(rf"\s*{some['bare']}\s*$"),
            remarks=regex.compile(rf"\s*{some['remarks']}\s*$"),
            over=regex.compile(rf"\s*{some['over']}(?!\w)"),
            years=YearHeads.of(some),
            households=regex.compile(
                rf"(?:(?:\d{{1,2}}|[ivx]+|[a-zđ])\s*[.)/-]\s*|[-+*]\s*)?{files.any_of('counts_announced')} "
                rf"(?P<unit>{files.any_of('households')})(?!\w)"
            ),
            ditto=words["ditto"],
        )


def settle_cells(text: str, lexed: Lexed, words: LexVocabulary, cells: CellVocabulary) -> Lexed:
    r"""The same numbers, those of tables with their units; units in headers and row numbers are no quantities.

    >>> from extract.lex import LexVocabulary, lex
    >>> from extract.rulefiles import load
    >>> text = "Đơn vị tính: triệu đồng\nXã\tThu\tChi\nTân Phú\t330\t345\nTân Hòa\t300\t310"
    >>> words, cells = LexVocabulary.load(load()), CellVocabulary.load(load())
    >>> [(q.kind, q.value) for q in settle_cells(text, lex(text, words), words, cells).quantities][:2]
    [('money', 330000000), ('money', 345000000)]
    """
    lines = lines_of(text, lexed)
    if not any(line.numbers for line in lines) and not has_cells(text):
        return lexed
    lexed, lines = cells_from_names(text, lexed, lines, words)
    changed: dict[int, Quantity | None] = {}
    places: list[TableNumber] = []
    for table in all_tables(text, lines, lexed, cells):
        heads = heads_of(table, text, lexed, cells)
        columns = columns_of(table, heads, lexed, text, words, cells)
        places += _places(table, heads, lexed, text)
        units = units_of_rows(table, text, lexed, words, cells)
        named = any(cells.codes.match(fold(name)) for name in heads.names)
        if table.heads is None and not named and not any(column.measure for column in columns) and not any(units):
            changed.update(_not_data(table, lines, lexed, text, header=False))
            continue
        loose = {row: loose_columns(table, row, lexed, words, cells) for row in table.loose}
        changed.update(_in_columns(table, columns, units, lexed, text, cells=cells, loose=loose))
        changed.update(_not_data(table, lines, lexed, text))
    told = (
        *measures_told(lines, text, lexed, words),
        *sums_in_full(lines, text, lexed, cells),
        *gifts_in_full(lines, text, lexed, cells),
        *cells_in_full(lines, text, lexed),
    )
    for index, measure in told:
        if index not in changed:
            number = lexed.quantities[index]
            changed[index] = _in_column(number, Column(measure), None, printed_decimals(number, text))
    return _with(lexed, changed)._replace(cells=tuple(places))


def _in_columns(
    table: Table,
    columns: Sequence[Column],
    units: Sequence[Measure | None],
    lexed: Lexed,
    text: str,
    *,
    cells: CellVocabulary,
    loose: Mapping[Row, Sequence[Column]],
) -> Iterator[tuple[int, Quantity | None]]:
    """The numbers of a table by their indices, each in the unit of its row (of ``units``, one a row) or its column."""
    grouped = _commas_group(table, columns, text, lexed)
    for row, unit in zip(table.all_rows, units, strict=True):
        told = loose.get(row, columns)
        commas = grouped if told is columns else [False] * len(told)
        in_row = zip(reversed(row.cells), reversed(told), reversed(commas), strict=False)
        for index, column, by_commas in in_row:
            if index is None:
                continue
            measure = (None if column.own and row.unit is not None else unit) or of_households(
                row.label, column.measure, cells
            )
            in_unit = measure is not None and column.data and column.measure != PERCENT
            number = _plain(lexed.quantities[index], text, grouped=by_commas)
            told_by = column._replace(measure=measure) if in_unit else column
            yield index, _in_column(number, told_by, row.label, printed_decimals(number, text))


def _places(table: Table, heads: Heads, lexed: Lexed, text: str) -> Iterator[TableNumber]:
    """Where each number of a table stands, row by row; loose rows are tables by themselves."""
    names = heads.names if heads.certain else [""] * len(heads.names)
    titles = (*filter(None, [table.intro]), *heads.titles(table))
    placed = ((row, table.rows[0].start, names) for row in table.rows)
    loose = ((row, row.start, [""] * len(row.cells)) for row in table.loose)
    for row, first, told in chain(placed, loose):
        for column, index in enumerate(reversed(row.cells)):
            if index is not None:
                start = cell_start(text, lexed.quantities[index])
                yield TableNumber(start, first, row.start, column, row.label or "", told[-1 - column], titles)


_GROUPED = regex.compile(r"\d{1,3}(?:,\d{3})+")
_ENGLISH = regex.compile(r"\d{1,3}(?:,\d{3})+(?:,\d{3}|\.\d{1,2})")


_FEWEST_GROUPED, _MOST_GROUPED = 3, 3 / 4
"""So many numbers tell, and such a part of all: a row of rates may have slipped under amounts."""
_MILLION = 1_000_000


def _commas_group(table: Table, columns: Sequence[Column], text: str, lexed: Lexed) -> list[bool]:
    """In which columns commas part thousands: all stand before three digits there, and what is counted is whole.

    Amounts in thousands and millions have no three decimals throughout. So have all columns of a table with a number of
    two commas, or one and a dot.
    """
    written = [
        [text[digits_start(text, cell) : cell.end] for cell in map(lexed.quantities.__getitem__, table.cells(back))]
        for back in range(len(columns), 0, -1)
    ]
    with_comma = [[number for number in column if "," in number] for column in written]
    english = any(_ENGLISH.fullmatch(number) for column in with_comma for number in column)
    if english and all(_ENGLISH.fullmatch(n) or _GROUPED.fullmatch(n) for column in with_comma for n in column):
        return [True] * len(columns)
    return [_may_be_grouped(column.measure, numbers) for column, numbers in zip(columns, with_comma, strict=True)]


def _may_be_grouped(measure: Measure | None, with_comma: Sequence[str]) -> bool:
    grouped = sum(_GROUPED.fullmatch(number) is not None for number in with_comma)
    if measure is None or not grouped or grouped < _MOST_GROUPED * len(with_comma):
        return False
    in_full = measure.kind == "money" and measure.factor <= _MILLION and grouped >= _FEWEST_GROUPED
    return measure.kind == "count" or in_full


def _plain(quantity: Quantity, text: str, *, grouped: bool) -> Quantity:
    """The number of a cell without words of its label that look like a comparator, its commas read as the table's."""
    start = cell_start(text, quantity)
    if start < digits_start(text, quantity) or quantity.value_max is not None:
        return quantity._replace(start=start)
    value = quantity.value
    written = text[start : quantity.end]
    if grouped and _GROUPED.fullmatch(written):
        value = int(written.replace(",", ""))
    return quantity._replace(start=start, comparator="eq", value=value, low=value, high=value)


def _in_column(quantity: Quantity, column: Column, label: str | None, decimals: int) -> Quantity | None:
    """The number in its column's unit; ``None`` if the column only numbers the rows."""
    role = "plan" if column.plan and quantity.role == "value" else quantity.role
    if quantity.kind != "number":  # "6 tỷ đồng", "≥ 50%"
        return quantity._replace(role=role)
    if column.measure is None:
        return quantity._replace(role=role) if column.data else None
    kind, factor, unit, per = column.measure
    if abs(quantity.value * factor) >= BEYOND:
        return quantity
    exact = kind == "money"

    def scaled(value: float) -> float:
        return round(value * factor) if exact else value * factor

    half = 0.5 * 10.0**-decimals
    low, high = quantity.low, quantity.high
    if quantity.comparator == "eq":
        low, high = quantity.value - half, quantity.value + half
        low = low if quantity.value < 0 else max(0, low)
    return quantity._replace(
        kind=kind,
        value=scaled(quantity.value),
        value_max=None if quantity.value_max is None else scaled(quantity.value_max),
        low=scaled(low),
        high=None if high is None else scaled(high),
        unit=unit,
        per=per or quantity.per,
        noun=quantity.noun or label,
        role=role,
    )


_start = attrgetter("start")


def _not_data(table: Table, lines: Sequence[Line], lexed: Lexed, text: str, *, header: bool = True) -> dict[int, None]:
    """Numbers within the table that are no cells: row numbers, and units in its header and rows ("1000 viên")."""
    rows = table.all_rows
    units = {row.unit for row in rows}
    units |= {mark["unit"] for row in rows for mark in UNIT_IN_LABEL.finditer(row.label or "")}
    cells = {index for row in rows for index in row.cells}
    first, last = rows[0].start, rows[-1].start
    at = bisect_left(lines, first, key=_start)
    start = first
    if header and at and table.header:  # its first line may be the end of one: "... như sau (ĐVT: đồng):"
        line = lines[max(0, at - len(table.header))]
        start = max(line.start, text.rfind(table.header[0], line.start, line.end))
    dropped: dict[int, None] = {}
    for index in range(bisect_left(lexed.quantities, start, key=_start), len(lexed.quantities)):
        quantity = lexed.quantities[index]
        if quantity.start > last:
            break
        signed = quantity.kind == "percent" and "%" in text[quantity.start : quantity.end + 2]
        in_header = quantity.start < first and not signed  # "Khối 10 bỏ học 1,9%": a line of text
        in_rows = not in_header and index not in cells
        names_row = quantity.kind == "number" or text[quantity.start : quantity.end] in units
        if in_header or (in_rows and (names_row or _PART_NUMBER.match(text, max(0, quantity.start - 1)))):
            dropped[index] = None
    return dropped


_PART_NUMBER = regex.compile(r"(?:^|[\s|])\d{1,2}(?:\.\d{1,2})+[.)]? \p{L}|(?:^|\n)\d{1,3} \p{Lu}")
"""The number of a row or a part of one before its name, which is no unit: "1.1 Nam", "2 Hộ nghèo % 2,5 2,1"."""


def _with(lexed: Lexed, changed: dict[int, Quantity | None]) -> Lexed:
    if not changed:
        return lexed
    quantities = []
    mentions = list(lexed.mentions)
    for index, quantity in enumerate(lexed.quantities):
        new = changed.get(index, quantity)
        if new is None:
            mentions.append(Mention(quantity.start, quantity.end, "list_number", None, None))
        else:
            quantities.append(new)
    return Lexed(tuple(quantities), tuple(sorted(mentions)))
