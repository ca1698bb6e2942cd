"""Numbers in tables: the unit in the header or in the line above, and which columns are plans.

Works on the text alone, so that a table of a web page (cells parted by tabs) and one that a scraper flattened to lines
("1 Huyện A 330.000 345.025 104", or one cell a line) are read by the same steps: find the rows, look up from the first of
them for units and column names, give every bare number of a row its column's unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.lex.scan import lex
from extract.model import Lexed, Mention
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.lex.vocabulary import LexVocabulary
    from extract.model import Kind, Quantity
    from extract.rulefiles import RuleFiles

_HEADER_LINES = 14
"""How many lines above the first row may belong to the header."""
_HEADER_LENGTH = 90
_ROW_LENGTH = 160
_NO_VALUE = frozenset({"", "-", "–", "...", "…", "x"})


@dataclass(frozen=True, slots=True)
class CellVocabulary:
    """The words of ``rules/cells.yaml``, compiled."""

    unit_of_table: regex.Pattern[str]
    plan: regex.Pattern[str]
    percent: regex.Pattern[str]
    row_number: regex.Pattern[str]

    @classmethod
    def load(cls, files: RuleFiles) -> CellVocabulary:
        """Compile the section ``cells``."""
        words: dict[str, list[str]] = {"unit_of_table": [], "plan": [], "percent": [], "row_number": []}
        for section in files.sections("cells"):
            section.only(*words)
            for key, node in section.mapping().items():
                words[key] += map(fold, node.texts())
        some = {key: "|".join(map(regex.escape, sorted(found, key=len, reverse=True))) for key, found in words.items()}
        return cls(
            unit_of_table=regex.compile(rf"(?<!\w)(?:{some['unit_of_table']})\s*:\s*(?P<unit>[^\n\t;()]{{1,20}})"),
            plan=regex.compile(rf"(?<!\w)(?:{some['plan']})(?!\w)"),
            percent=regex.compile(rf"%|(?<!\w)(?:{some['percent']})(?!\w)"),
            row_number=regex.compile(rf"\s*(?:{some['row_number']})\.?\s*$"),
        )


class Measure(NamedTuple):
    """What the numbers of a column are in."""

    kind: Kind
    factor: float
    unit: str | None


class Column(NamedTuple):
    """One column; ``measure`` ``None`` if nothing names a unit, ``data`` false if it only numbers the rows."""

    measure: Measure | None
    plan: bool = False
    data: bool = True


class Line(NamedTuple):
    """A line of the text with its bare numbers, by their index in ``Lexed.quantities``."""

    start: int
    end: int
    numbers: tuple[int, ...]


class Row(NamedTuple):
    """One row of a table, or one cell a line: numbers from the right, ``None`` for a cell without one."""

    start: int
    label: str | None
    cells: tuple[int | None, ...]


class Table(NamedTuple):
    """Rows that follow each other, and the texts of the lines above them, the nearest last."""

    rows: tuple[Row, ...]
    header: tuple[str, ...]


_PERCENT = Measure("percent", 1, "%")


def settle_cells(text: str, lexed: Lexed, words: LexVocabulary, cells: CellVocabulary) -> Lexed:
    """The same numbers, those of tables with their units; units in headers and row numbers are no quantities."""
    lines = _lines(text, lexed)
    if not any(line.numbers for line in lines):
        return lexed
    changed: dict[int, Quantity | None] = {}
    for table in _tables(text, lines, lexed):
        columns = _columns(table, words, cells)
        if not any(column.measure for column in columns):
            continue
        for row in table.rows:
            for index, column in zip(reversed(row.cells), reversed(columns), strict=False):
                if index is not None:
                    changed[index] = _in_column(lexed.quantities[index], column, row.label)
        changed.update(_not_data(table, lines, lexed))
    return _with(lexed, changed)


def _lines(text: str, lexed: Lexed) -> list[Line]:
    lines = []
    start = at = 0
    quantities = lexed.quantities
    for piece in text.split("\n"):
        end = start + len(piece)
        numbers = []
        while at < len(quantities) and quantities[at].start < end:
            if quantities[at].kind == "number" and quantities[at].comparator == "eq":
                numbers.append(at)
            at += 1
        lines.append(Line(start, end, tuple(numbers)))
        start = end + 1
    return lines


def _tables(text: str, lines: Sequence[Line], lexed: Lexed) -> Iterator[Table]:
    """Runs of two rows or more, of either shape."""
    at = free = 0  # lines from ``free`` on belong to no table yet
    while at < len(lines):
        rows, after = _run(text, lines, at, lexed)
        if len(rows) > 1:
            above = [text[line.start : line.end] for line in lines[max(free, at - _HEADER_LINES) : at]]
            yield Table(tuple(rows), _header(above))
            free = after
        at = max(after, at + 1)


def _run(text: str, lines: Sequence[Line], at: int, lexed: Lexed) -> tuple[list[Row], int]:
    rows = []
    position = at
    while position < len(lines):
        row = _row(text, lines[position], lexed)
        if row is not None:
            rows.append(row)
            position += 1
            continue
        stacked, after = _stacked(text, lines, position)
        if stacked is None:
            break
        rows.append(stacked)
        position = after
    return rows, position


def _row(text: str, line: Line, lexed: Lexed) -> Row | None:
    """A line that is a row by itself."""
    content = text[line.start : line.end]
    if not line.numbers or len(content) > _ROW_LENGTH:
        return None
    if "\t" in content:
        return _tabbed(content, line, lexed)
    trailing: list[int] = []
    end = line.end
    for index in reversed(line.numbers):
        quantity = lexed.quantities[index]
        if text[quantity.end : end].strip():
            break
        trailing.insert(0, index)
        end = quantity.start
    label = _NUMBERING.sub("", text[line.start : end].strip())
    return Row(line.start, label, tuple(trailing)) if len(trailing) > 1 and label else None


def _tabbed(content: str, line: Line, lexed: Lexed) -> Row | None:
    cells: list[int | None] = []
    texts = []
    start = line.start
    for cell in content.split("\t"):
        end = start + len(cell)
        inside = [i for i in line.numbers if start <= lexed.quantities[i].start < end]
        whole = [i for i in inside if lexed.quantities[i].end - lexed.quantities[i].start == len(cell.strip())]
        cells.append(whole[0] if whole else None)
        texts.append(cell.strip())
        start = end + 1
    label = next((cell for cell in texts if len(cell) > 1 and cell[0].isalpha() and not _is_roman(cell)), None)
    data = [cell for cell in cells if cell is not None]
    return Row(line.start, label, tuple(cells)) if label and data else None


def _stacked(text: str, lines: Sequence[Line], at: int) -> tuple[Row | None, int]:
    """A row with one cell a line: "Quỹ của tỉnh", then "208.036", "732.918", perhaps a row number before."""
    position = at
    if _is_cell(text, lines[position]) and lines[position].numbers:
        position += 1  # the row's number
    if position >= len(lines):
        return None, at
    label = text[lines[position].start : lines[position].end]
    if _is_cell(text, lines[position]) or len(label) > _HEADER_LENGTH or label.endswith((".", ":", ";")):
        return None, at
    position += 1
    cells: list[int | None] = []
    while position < len(lines) and _is_cell(text, lines[position]):
        following = lines[position + 1] if position + 1 < len(lines) else None
        if cells and following is not None and not _is_cell(text, following) and _counts(text, lines[position]):
            after = lines[position + 2] if position + 2 < len(lines) else None
            if after is not None and _is_cell(text, after):
                break  # the number of the next row
        cells.append(lines[position].numbers[0] if lines[position].numbers else None)
        position += 1
    if len(cells) < 2:  # noqa: PLR2004 - a lone number under a line is no row
        return None, at
    return Row(lines[at].start, label, tuple(cells)), position


def _is_cell(text: str, line: Line) -> bool:
    """Whether a line is one bare number, or a dash that stands for none."""
    content = text[line.start : line.end].strip()
    return (len(line.numbers) == 1 and not any(c.isalpha() for c in content)) or (
        content in _NO_VALUE and content != ""
    )


def _counts(text: str, line: Line) -> bool:
    """Whether a cell looks like the number of a row: one or two digits."""
    content = text[line.start : line.end].strip(" .)")
    return content.isdigit() and len(content) < 3  # noqa: PLR2004


_NUMBERING = regex.compile(r"^(?:\d{1,3}|[IVX]+)[.)]?\s+(?=\p{L})")


def _is_roman(cell: str) -> bool:
    return all(letter in "IVX" for letter in cell)


def _header(above: Sequence[str]) -> tuple[str, ...]:
    """The lines above the rows, as far up as they are short and end no sentence."""
    found: list[str] = []
    for content in reversed(above):
        if (len(content) > _HEADER_LENGTH and "\t" not in content) or content.endswith((".", ";")):
            break
        found.insert(0, content)
    return tuple(found)


_IN_BRACKETS = regex.compile(r"\((?P<unit>[^()\n]{1,20})\)|(?P<unit>%)")


def _columns(table: Table, words: LexVocabulary, cells: CellVocabulary) -> tuple[Column, ...]:
    """The columns of numbers, counted from the right of the widest row."""
    width = max(len(row.cells) for row in table.rows)
    names = _names(table.header, width)
    everywhere = None
    for line in table.header:
        unit = cells.unit_of_table.search(fold(line))
        if unit is not None:
            everywhere = _measure(unit["unit"], words)
    columns = []
    for position, name in enumerate(names):
        folded = fold(name)
        marks = [_measure(mark["unit"], words) for mark in _IN_BRACKETS.finditer(folded)]
        measure = next((mark for mark in reversed(marks) if mark is not None), None)
        if measure is None and cells.percent.search(folded):
            measure = _PERCENT
        if cells.row_number.match(folded) or (position == 0 and _numbers_rows(table, width)):
            columns.append(Column(None, data=False))
        else:
            columns.append(Column(measure or everywhere, cells.plan.search(folded) is not None))
    return tuple(columns)


def _names(header: tuple[str, ...], width: int) -> list[str]:
    """What stands over each column: cells of header rows, or lines, or what units part a run of lines into."""
    tabbed = [line.split("\t") for line in header if "\t" in line]
    if tabbed:
        names = [""] * width
        for row in tabbed:
            for back, cell in enumerate(reversed(row[-width:]), start=1):
                names[width - back] = f"{names[width - back]} {cell}".strip()
        return names
    runs: list[str] = []
    pending: list[str] = []
    for line in header:
        pending.append(line)
        if _IN_BRACKETS.search(line):
            runs.append(" ".join(pending))
            pending = []
    if len(runs) == width:
        return runs
    lines = [line for line in header if ":" not in line]
    return ([""] * width + lines)[-width:] if len(lines) >= width else [""] * width


def _numbers_rows(table: Table, width: int) -> bool:
    """Whether the first cell of the rows is their number: 1, 2, 3 ..., seen by the rows being one wider than values."""
    return all(len(row.cells) == width and row.cells[0] is None for row in table.rows)


def _measure(mark: str, words: LexVocabulary) -> Measure | None:
    """What a unit in a header means, read as if a number stood before it: "1.000 đồng", "trđ", "ha", "%"."""
    mark = mark.strip(" .,:%") or mark.strip()
    for written in (mark, f"1 {mark}"):
        quantities = lex(written, words).quantities
        if len(quantities) == 1 and quantities[0].kind != "number" and quantities[0].end == len(written):
            return Measure(quantities[0].kind, quantities[0].value, quantities[0].unit)
    return None


def _in_column(quantity: Quantity, column: Column, label: str | None) -> Quantity | None:
    if column.measure is None:
        return quantity if column.data else None
    kind, factor, unit = column.measure
    exact = kind == "money"

    def scaled(value: float) -> float:
        return round(value * factor) if exact else value * factor

    half = _half_unit(quantity)
    return quantity._replace(
        kind=kind,
        value=scaled(quantity.value),
        low=scaled(max(0, quantity.value - half)),
        high=scaled(quantity.value + half),
        unit=unit,
        noun=quantity.noun or label,
        role="plan" if column.plan and quantity.role == "value" else quantity.role,
    )


def _half_unit(quantity: Quantity) -> float:
    """Half of the last printed digit: 0.05 of "415,5", 0.5 of "7.000"."""
    spread = 0.0 if quantity.high is None else (quantity.high - quantity.low) / 2
    return spread or 0.5


def _not_data(table: Table, lines: Sequence[Line], lexed: Lexed) -> dict[int, None]:
    """Numbers within the table that are no cells: row numbers, and units in its header."""
    cells = {index for row in table.rows for index in row.cells}
    first, last = table.rows[0].start, table.rows[-1].start
    bounds = [line for line in lines if line.start < first][-len(table.header) :] if table.header else []
    start = bounds[0].start if bounds else first
    dropped: dict[int, None] = {}
    for index, quantity in enumerate(lexed.quantities):
        in_header = start <= quantity.start < first
        in_rows = first <= quantity.start <= last and quantity.kind == "number" and index not in cells
        if in_header or in_rows:
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
