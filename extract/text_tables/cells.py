"""Numbers in tables: what each is of, by the unit and the head of its column and by what its row tells.

Works on the text alone, so that a table of a web page and one that a scraper flattened to lines are read by the same
steps: a layout finds the rows, heads and the lines above say what the columns are, rows what is theirs. Then numbers
outside of tables take the units that stand near them.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

import regex

from extract.lex.numbers import BEYOND, printed_decimals
from extract.model import Lexed, Mention, TableNumber
from extract.text import fold
from extract.text_tables.columns.plan_columns import plan_cells
from extract.text_tables.columns.table_columns import Column, columns_of, loose_columns
from extract.text_tables.heads.table_heads import heads_of
from extract.text_tables.layouts.headed_tables import all_tables
from extract.text_tables.layouts.named_cells import cells_from_names
from extract.text_tables.lines import cell_start, digits_start, has_cells, lines_of
from extract.text_tables.measures import PERCENT, UNIT_IN_LABEL, of_households, units_of_rows
from extract.text_tables.outside.gifts_in_full import gifts_in_full
from extract.text_tables.outside.sums_in_full import sums_in_full
from extract.text_tables.outside.units_before import units_before
from extract.text_tables.outside.units_below import units_below

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extract.lex.vocabulary import LexVocabulary
    from extract.model import Quantity
    from extract.text_tables.heads.table_heads import Heads
    from extract.text_tables.lines import Line
    from extract.text_tables.measures import Measure
    from extract.text_tables.table import Row, Table
    from extract.text_tables.vocabulary import CellVocabulary


def settle_cells(text: str, lexed: Lexed, words: LexVocabulary, cells: CellVocabulary) -> Lexed:
    r"""The same numbers, those of tables with their units; units in headers and row numbers are no quantities.

    >>> from extract.lex import LexVocabulary, lex
    >>> from extract.rulefiles import load
    >>> from extract.text_tables.vocabulary import CellVocabulary
    >>> text = "Đơn vị tính: triệu đồng\nXã\tThu\tChi\nTân Phú\t330\t345\nTân Hòa\t300\t310"
    >>> words, cells = LexVocabulary.load(load()), CellVocabulary.load(load())
    >>> [(q.kind, q.value) for q in settle_cells(text, lex(text, words), words, cells).quantities][:2]
    [('money', 330000000), ('money', 345000000)]
    """
    lines = lines_of(text, lexed)
    if not any(line.numbers for line in lines) and not has_cells(text):
        return _with(lexed, _as_plans(lines, lexed, cells))
    lexed, lines = cells_from_names(text, lexed, lines, words)
    changed: dict[int, Quantity | None] = {}
    places: list[TableNumber] = []
    for table in all_tables(text, lines, lexed, cells):
        heads = heads_of(table, text, lexed, cells)
        columns = columns_of(table, heads, lexed, text, words, cells)
        places += _places(table, heads, lexed, text)
        units = units_of_rows(table, text, lexed, words, cells)
        named = any(cells.codes.match(fold(name)) for name in heads.names)
        told = table.heads is not None or named or any(column.measure for column in columns) or any(units)
        if not told and not _has_own_units(table, lexed):
            changed.update(_not_data(table, lines, lexed, text, header=False))
            continue
        loose = {row: loose_columns(table, row, lexed, words, cells) for row in table.loose}
        changed.update(_in_columns(table, columns, units, lexed, text, cells=cells, loose=loose))
        changed.update(_not_data(table, lines, lexed, text, header=told))
    measures = (
        *units_before(lines, text, lexed, words),
        *units_below(lines, lexed, words),
        *sums_in_full(lines, text, lexed, cells),
        *gifts_in_full(lines, text, lexed, cells),
    )
    for index, measure in measures:
        if index not in changed:
            number = lexed.quantities[index]
            changed[index] = _in_column(number, Column(measure), None, printed_decimals(number, text))
    return _with(lexed, {**_as_plans(lines, lexed, cells), **changed})._replace(cells=tuple(places))


def _as_plans(lines: Sequence[Line], lexed: Lexed, cells: CellVocabulary) -> dict[int, Quantity | None]:
    plans = ((index, lexed.quantities[index]) for index in plan_cells(lines, lexed, cells))
    return {index: quantity._replace(role="plan") for index, quantity in plans if quantity.role == "value"}


def _has_own_units(table: Table, lexed: Lexed) -> bool:
    """Whether any cell has its unit with its number."""
    cells = (index for row in table.all_rows for index in row.cells if index is not None)
    return any(lexed.quantities[index].kind != "number" for index in cells)


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
    if quantity.kind != "number":
        return quantity
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
    bases = [unit for unit in units if unit is not None and "/" in unit]
    cells = {index for row in rows for index in row.cells}
    first = rows[0].start
    last = max((lexed.quantities[cell].start for cell in rows[-1].cells if cell is not None), default=rows[-1].start)
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
        written = text[quantity.start : quantity.end]
        names_row = quantity.kind == "number" or written in units or any(f"/{written}" in unit for unit in bases)
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
