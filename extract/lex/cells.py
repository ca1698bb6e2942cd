"""Numbers in tables: the unit in the header or in the line above, and which columns are plans.

Works on the text alone, so that a table of a web page and one that a scraper flattened to lines are read by the same
steps: find the rows (``extract.lex.rows``), look up from the first of them for units and column names, give every bare
number of a row its column's unit.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.lex.heads import IN_BRACKETS, are_certain, column_names, head_rows, plans_in_turn
from extract.lex.numbers import BEYOND
from extract.lex.rows import CELL_END, digits_start, lines_of, tables_of
from extract.lex.scan import lex
from extract.model import Cell, Lexed, Mention
from extract.text import any_of, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.lex.rows import Line, Table
    from extract.lex.vocabulary import LexVocabulary
    from extract.model import Kind, Quantity
    from extract.rulefiles import RuleFiles


_PATTERNS = ("unit_of_table", "plan", "result", "percent", "yield", "row_number", "label", "names", "unit_column")


@dataclass(frozen=True, slots=True)
class CellVocabulary:
    """The words of ``rules/cells.yaml``, compiled."""

    unit_of_table: regex.Pattern[str]
    plan: regex.Pattern[str]
    plan_or_result: regex.Pattern[str]
    """Also where percentages begin, which stand behind plans and results: "Kế hoạch Thực hiện So sánh TH/KH (%)"."""
    percent: regex.Pattern[str]
    compared: regex.Pattern[str]
    """In the head of a column of percentages: they set results against plans."""
    yields: regex.Pattern[str]
    """Over a column that the unit of a whole table does not hold for."""
    unit_column: regex.Pattern[str]
    label: regex.Pattern[str]
    """The head of the labels, at the start of a line, after that of the row numbers."""
    names: regex.Pattern[str]
    """All of the head of a column that names the rows."""
    row_number: regex.Pattern[str]
    ditto: frozenset[str]
    """What stands for the unit of the row above."""

    @classmethod
    def load(cls, files: RuleFiles) -> CellVocabulary:
        """Compile the section ``cells``."""
        words: dict[str, list[str]] = {key: [] for key in (*_PATTERNS, "ditto")}
        for section in files.sections("cells"):
            section.only(*words)
            for key, node in section.mapping().items():
                words[key] += map(fold, node.texts())
        ditto = frozenset(words.pop("ditto"))
        some = {key: any_of(found) for key, found in words.items()}
        return cls(
            unit_of_table=regex.compile(rf"(?<!\w)(?:{some['unit_of_table']})\s*:\s*(?P<unit>[^\n\t;()]{{1,20}})"),
            plan=regex.compile(rf"(?<!\w)(?:{some['plan']})(?!\w)"),
            plan_or_result=regex.compile(
                rf"(?<!\w)(?:(?P<plan>{some['plan']})|(?P<percent>{some['percent']})(?!\w).*|{some['result']})(?!\w)"
                rf"|(?P<percent>%).*"
            ),
            compared=regex.compile(rf"(?<!\w)(?:{some['percent']}|{some['result']})(?!\w)|/|^%"),
            yields=regex.compile(rf"(?<!\w)(?:{some['yield']})(?!\w)"),
            unit_column=regex.compile(rf"(?<!\w)(?:{some['unit_column']})(?!\w)"),
            label=regex.compile(rf"\s*(?:(?:{some['row_number']})\.?\s+)?(?:{some['label']})(?!\w)"),
            names=regex.compile(rf"(?:{some['label']}|{some['names']}|{some['unit_column']})\s*$"),
            percent=regex.compile(rf"%|(?<!\w)(?:{some['percent']})(?!\w)"),
            row_number=regex.compile(rf"\s*(?:{some['row_number']})\.?\s*$"),
            ditto=ditto,
        )


class Measure(NamedTuple):
    """What the numbers of a column are in."""

    kind: Kind
    factor: float
    unit: str | None
    per: str | None = None


class Column(NamedTuple):
    """One column; ``measure`` ``None`` if nothing names a unit, ``data`` false if it only numbers the rows."""

    measure: Measure | None
    plan: bool = False
    data: bool = True


_PERCENT = Measure("percent", 1, "%")


def settle_cells(text: str, lexed: Lexed, words: LexVocabulary, cells: CellVocabulary) -> Lexed:
    r"""The same numbers, those of tables with their units; units in headers and row numbers are no quantities.

    >>> from extract.lex import LexVocabulary
    >>> from extract.rulefiles import load
    >>> text = "Đơn vị tính: triệu đồng\nXã\tThu\tChi\nTân Phú\t330\t345\nTân Hòa\t300\t310"
    >>> words, cells = LexVocabulary.load(load()), CellVocabulary.load(load())
    >>> [(q.kind, q.value) for q in settle_cells(text, lex(text, words), words, cells).quantities][:2]
    [('money', 330000000), ('money', 345000000)]
    """
    lines = lines_of(text, lexed)
    if not any(line.numbers for line in lines):
        return lexed
    changed: dict[int, Quantity | None] = {}
    places: list[Cell] = []
    for table in tables_of(text, lines, lexed):
        names = column_names(table, max(len(row.cells) for row in table.rows), lexed, cells)
        columns = _columns(table, names, lexed, words, cells)
        places += _places(table, names, lexed, text, cells)
        units = _units_of_rows(table, text, words, cells)
        if not any(column.measure for column in columns) and not any(units):
            changed.update(_not_data(table, lines, lexed, text, header=False))
            continue
        grouped = _commas_group(table, text, lexed)
        for row, unit in zip(table.rows, units, strict=True):
            for index, column in zip(reversed(row.cells), reversed(columns), strict=False):
                if index is not None:
                    if unit is not None and column.data and column.measure != _PERCENT:
                        column = column._replace(measure=unit)  # noqa: PLW2901
                    number = _plain(lexed.quantities[index], text, grouped=grouped)
                    changed[index] = _in_column(number, column, row.label, _decimals(number, text))
        changed.update(_not_data(table, lines, lexed, text))
    for line in lines:
        if len(line.numbers) == 1 and line.numbers[0] not in changed:
            changed.update(_measured_line(line, text, lexed, words))
    return _with(lexed, changed)._replace(cells=tuple(places))


def _places(table: Table, names: Sequence[str], lexed: Lexed, text: str, cells: CellVocabulary) -> Iterator[Cell]:
    """Where each number of a table stands, row by row."""
    width = len(names)
    heads = names if are_certain(table.header, width, cells) else [""] * width
    joined = " ".join(names)
    titles = tuple(line for line in table.header if line not in joined and not CELL_END.search(line))
    for row in table.rows:
        for column, index in enumerate(reversed(row.cells)):
            if index is not None:
                start = digits_start(text, lexed.quantities[index])
                yield Cell(start, table.rows[0].start, row.start, column, row.label or "", heads[-1 - column], titles)


_MEASURED = frozenset({"percent", "area", "length", "mass", "volume", "yield"})


def _measured_line(line: Line, text: str, lexed: Lexed, words: LexVocabulary) -> dict[int, Quantity | None]:
    """The only number of a line, at its end, with the unit that stands before it: "Diện tích tự nhiên ha 45120.50"."""
    (index,) = line.numbers
    quantity = lexed.quantities[index]
    label = text[line.start : quantity.start].rstrip()
    if line.end - line.start > _MEASURED_LINE or text[quantity.end : line.end].strip() or any(map(str.isdigit, label)):
        return {}
    measure = _unit_behind(label, words) or (_PERCENT if label.endswith(" %") else None)
    if measure is None or measure.kind not in _MEASURED:
        return {}
    return {index: _in_column(quantity, Column(measure), None, _decimals(quantity, text))}


_MEASURED_LINE = 100


def _units_of_rows(table: Table, text: str, words: LexVocabulary, cells: CellVocabulary) -> list[Measure | None]:
    """The rows' own units; ditto marks repeat the one above.

    A line above a row in a second language tells its unit and that of its parts: "Số trường (Trường)", below it
    "Number of schools (School) 191 182" and "Công lập - Public 154 145".
    """
    units: list[Measure | None] = []
    above = None
    of_group = None
    in_labels = any(cells.unit_column.search(fold(line)) and ":" not in line for line in table.header)
    for row in table.rows:
        if row.unit is not None and _TRANSLATED.search(row.unit):  # the label, below a line of words
            units.append(of_group)
            continue
        if row.unit is not None and fold(row.unit) not in cells.ditto:
            above = _measure(row.unit, words)
        own = _unit_in_brackets(row.label, words)
        if own is None and in_labels:
            own = _unit_behind(row.label, words)
        if own is None and _TRANSLATED.search(row.label or ""):
            over = _line_above(text, row.start)
            if _UNIT_IN_LABEL.search(fold(over)) and not any(map(str.isdigit, over)):
                of_group = _unit_in_brackets(over, words) or _unit_in_brackets(over.replace("/", ")"), words)
            own = of_group
        units.append(own if row.unit is None else above)
    return units


_TRANSLATED = regex.compile(r"\s[-–]\s?[A-Z][a-z]|^[A-Z][a-z]+(?: [A-Za-z]+)* ?\([A-Z][a-z.]+(?:/[a-z]+)?\)$")
"""A label with its translation, or that alone: "Công lập - Public", "Number of schools (School)"."""


def _line_above(text: str, start: int) -> str:
    end = max(0, start - 1)
    return text[text.rfind("\n", 0, end) + 1 : end]


_UNIT_IN_LABEL = regex.compile(r"\((?P<unit>(?:10+ |1[.,]000 )?[^()\d\n]{1,20})\)|\((?P<percent>%)\)")


def _unit_in_brackets(label: str | None, words: LexVocabulary) -> Measure | None:
    """The unit that a label has in brackets: "Tổng vốn đầu tư (tỷ đồng)", "Tỷ lệ hộ nghèo (%)"; the last of several."""
    for mark in reversed([*_UNIT_IN_LABEL.finditer(fold(label or ""))]):
        measure = _PERCENT if mark["percent"] else _measure(mark["unit"], words)
        known = words.amounts.units.spellings
        if measure is not None and (measure.kind != "count" or mark["unit"].rpartition(" ")[2] in known):
            return measure
    return None


_MOST_UNIT_WORDS = 2


def _unit_behind(label: str | None, words: LexVocabulary) -> Measure | None:
    """The unit that a label ends with where all cells of a row stand in one line: "Thu ngân sách Tỷ đồng"."""
    parts = [] if label is None else label.split(" ")
    for size in range(min(_MOST_UNIT_WORDS, len(parts) - 1), 0, -1):
        written = " ".join(parts[-size:])
        measure = _measure(written, words)
        if measure is not None and (measure.kind == "money" or fold(written) in words.amounts.units.spellings):
            return measure
    return None


def _columns(
    table: Table, names: Sequence[str], lexed: Lexed, words: LexVocabulary, cells: CellVocabulary
) -> tuple[Column, ...]:
    """The columns of numbers under ``names``, counted from the right of the widest row."""
    width = len(names)
    everywhere = None
    for line in table.header:
        unit = cells.unit_of_table.search(fold(line))
        if unit is not None:
            everywhere = _measure(unit["unit"], words)
        elif _OF_PERCENT.search(line):
            everywhere = _PERCENT
        elif len(line) <= _UNIT_LINE_LENGTH:
            everywhere = _unit_line(fold(line), words) or everywhere
    columns = []
    turns = None if head_rows(table.header, width) else plans_in_turn(table.header, width, cells)
    counted = None
    for position, name in enumerate(names):
        folded = fold(name)
        marks = [_measure(mark["unit"], words) for mark in IN_BRACKETS.finditer(folded)]
        measure = next((mark for mark in reversed(marks) if mark is not None), None)
        if measure is None and (cells.percent.search(folded) or (turns is not None and turns[position] is None)):
            measure = _PERCENT
        if measure is None and everywhere is not None and cells.yields.search(folded):
            measure = _yield_told(lexed)
        elif measure is None and everywhere is None and _has_values(table, width - position):
            told = _money_told(folded, table, width - position, lexed, words) or _thing(folded, words, cells)
            measure = counted = told or (counted if name else None)
        if cells.row_number.match(folded) or (position == 0 and _numbers_rows(table, width)):
            columns.append(Column(None, data=False))
        else:
            plan = cells.plan.search(folded) is not None if turns is None else turns[position] is True
            compares = measure == _PERCENT and cells.compared.search(folded) is not None
            columns.append(Column(measure or everywhere, plan and not compares))
    return tuple(columns)


def _yield_told(lexed: Lexed) -> Measure:
    """What yields are in, from those that the text tells; a number if it tells none, or in several units."""
    units = {quantity.unit for quantity in lexed.quantities if quantity.kind == "yield"}
    return Measure("yield", 1, units.pop()) if len(units) == 1 else Measure("number", 1, None)


def _has_values(table: Table, back: int) -> bool:
    """Whether any row has a number in a column, counted from the right; labels and remarks have none."""
    return any(len(row.cells) >= back and row.cells[-back] is not None for row in table.rows)


_LEAST_SUM, _THOUSAND = 1_000, 1_000
_MOST_HEAD_WORDS = 4


def _money_told(folded: str, table: Table, back: int, lexed: Lexed, words: LexVocabulary) -> Measure | None:
    """Đồng for full thousands under a word of money, though no head names them: "Số tiền", "Thành tiền"."""
    head = folded.split()
    phrases = (" ".join(head[:size]) for size in range(1, min(_MOST_HEAD_WORDS, len(head)) + 1))
    if all((lead := words.leads.phrases.get(phrase)) is None or lead.kind != "money" for phrase in phrases):
        return None
    cells = (row.cells[-back] for row in table.rows if len(row.cells) >= back)
    values = [lexed.quantities[index].value for index in cells if index is not None]
    full = all(value >= _LEAST_SUM and not value % _THOUSAND for value in values)
    return Measure("money", 1, "đồng") if full else None


_NUMBER_OF = regex.compile(r"(?:tổng )?số (?:lượng )?")


def _thing(folded: str, words: LexVocabulary, cells: CellVocabulary) -> Measure | None:
    """What a column counts by its head: "Số cử tri", "Hồ sơ tiếp nhận"; no plan or result is a thing."""
    if cells.plan_or_result.search(folded):
        return None
    number_of = _NUMBER_OF.match(folded)
    hit = words.amounts.units.at(folded, 0 if number_of is None else number_of.end())
    return None if hit is None or hit.unit.kind != "count" else Measure("count", 1, hit.unit.name)


_UNIT_LINE_LENGTH = 40


_OF_PERCENT = regex.compile(r"\s[-–]\s?%(?!\w)")
"""Over rows in percent: "Chỉ số phát triển (Năm trước = 100) - %"."""
_IN_ENGLISH = regex.compile(r"[a-z][a-z. /]+")


def _unit_line(folded: str, words: LexVocabulary) -> Measure | None:
    """A line that is nothing but a unit: of money ("| Triệu đồng - Millions of dong |"), or any in two languages."""
    first, *others = (part.strip() for part in regex.split(r"\s[-–/]\s|[()]", folded.strip(" |*\t")))
    measure = _measure(first, words) if first and not first[0].isdigit() else None
    if measure is None or measure.kind == "money":
        return measure
    translated = len(others) == 1 and _IN_ENGLISH.fullmatch(others[0]) is not None
    return measure if translated and first in words.amounts.units.spellings else None


def _numbers_rows(table: Table, width: int) -> bool:
    """Whether the first cell of the rows is their number: 1, 2, 3 ..., seen by the rows being one wider than values."""
    return all(len(row.cells) == width and row.cells[0] is None for row in table.rows)


def _measure(mark: str, words: LexVocabulary) -> Measure | None:
    """What a unit in a header means, read as if a number stood before it: "1.000 đồng", "trđ", "ha", "%"."""
    mark = mark.strip(" .,:%") or mark.strip()
    for written in (mark, f"1 {mark}"):
        quantities = lex(written, words).quantities
        if len(quantities) == 1 and quantities[0].kind != "number" and _is_all(quantities[0], written):
            return Measure(quantities[0].kind, quantities[0].value, quantities[0].unit, quantities[0].per)
    return None


def _is_all(quantity: Quantity, written: str) -> bool:
    """Whether a quantity is the whole of a text but for what it counts or is for: "1 lượt lao động", "1 đồng/người"."""
    rest = written[quantity.end :].strip()
    return not rest or quantity.kind == "count" or (quantity.per is not None and rest.startswith("/"))


_GROUPED = regex.compile(r"\d{1,3}(?:,\d{3})+")
_ENGLISH = regex.compile(r"\d{1,3}(?:,\d{3})+(?:,\d{3}|\.\d{1,2})")


def _commas_group(table: Table, text: str, lexed: Lexed) -> bool:
    """Whether commas part thousands in this table: all stand before three digits, and one number has two or a dot."""
    cells = [lexed.quantities[index] for row in table.rows for index in row.cells if index is not None]
    written = [text[digits_start(text, cell) : cell.end] for cell in cells]
    with_comma = [number for number in written if "," in number]
    english = [number for number in with_comma if _ENGLISH.fullmatch(number)]
    return bool(english) and all(number in english or _GROUPED.fullmatch(number) for number in with_comma)


def _plain(quantity: Quantity, text: str, *, grouped: bool) -> Quantity:
    """The number of a cell without the words that the lexer took for its comparator, its commas read as the table's."""
    start = digits_start(text, quantity)
    value = quantity.value
    written = text[start : quantity.end]
    if grouped and _GROUPED.fullmatch(written):
        value = int(written.replace(",", ""))
    return quantity._replace(start=start, comparator="eq", value=value, low=value, high=value)


def _in_column(quantity: Quantity, column: Column, label: str | None, decimals: int) -> Quantity | None:
    """The number in its column's unit; ``None`` if the column only numbers the rows."""
    role = "plan" if column.plan and quantity.role == "value" else quantity.role
    if column.measure is None:
        return quantity._replace(role=role) if column.data else None
    kind, factor, unit, per = column.measure
    if abs(quantity.value * factor) >= BEYOND:
        return quantity
    exact = kind == "money"

    def scaled(value: float) -> float:
        return round(value * factor) if exact else value * factor

    half = 0.5 * 10.0**-decimals
    return quantity._replace(
        kind=kind,
        value=scaled(quantity.value),
        low=scaled(max(0, quantity.value - half)),
        high=scaled(quantity.value + half),
        unit=unit,
        per=per or quantity.per,
        noun=quantity.noun or label,
        role=role,
    )


def _decimals(number: Quantity, text: str) -> int:
    """How many printed digits stand behind the decimal mark: 1 of "60,0" read as 60, 0 of "7.000" read as 7000."""
    digits = [letter for letter in text[number.start : number.end] if letter.isdigit()]
    printed = int("".join(digits) or "0")
    return next((n for n in range(len(digits)) if round(number.value * 10**n) == printed), 0)


_start = attrgetter("start")


def _not_data(table: Table, lines: Sequence[Line], lexed: Lexed, text: str, *, header: bool = True) -> dict[int, None]:
    """Numbers within the table that are no cells: row numbers, and units in its header and rows ("1000 viên")."""
    units = {row.unit for row in table.rows}
    units |= {mark["unit"] for row in table.rows for mark in _UNIT_IN_LABEL.finditer(row.label or "")}
    cells = {index for row in table.rows for index in row.cells}
    first, last = table.rows[0].start, table.rows[-1].start
    at = bisect_left(lines, first, key=_start)
    start = lines[max(0, at - len(table.header))].start if header and at and table.header else first
    dropped: dict[int, None] = {}
    for index in range(bisect_left(lexed.quantities, start, key=_start), len(lexed.quantities)):
        quantity = lexed.quantities[index]
        if quantity.start > last:
            break
        in_header = quantity.start < first
        in_rows = not in_header and index not in cells
        if in_header or (in_rows and (quantity.kind == "number" or text[quantity.start : quantity.end] in units)):
            dropped[index] = None
    return dropped


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
