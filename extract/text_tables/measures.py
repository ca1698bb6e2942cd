"""What the numbers of tables are in, as heads, labels and lines above them tell: "(triệu đồng)", "Diện tích ha"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.codes import MONEYS
from extract.lex.scan import lex
from extract.text import fold

if TYPE_CHECKING:
    from extract.codes import Kind
    from extract.lex.vocabulary import LexVocabulary
    from extract.model import Lexed, Quantity
    from extract.text_tables.table import Table
    from extract.text_tables.vocabulary import CellVocabulary


class Measure(NamedTuple):
    """What the numbers of a column are in."""

    kind: Kind
    factor: float
    unit: str | None
    per: str | None = None


PERCENT = Measure("percent", 1, "%")


def units_of_rows(
    table: Table, text: str, lexed: Lexed, words: LexVocabulary, cells: CellVocabulary
) -> list[Measure | None]:
    """The own units of all rows; ditto marks repeat the one above.

    The rows of a numbered section have what its own row counts: "I | Số học sinh theo học lực", below it "1 | Giỏi"; so
    have those of a later one whose row says the same numbers again: "III | Tổng hợp kết quả cuối năm".

    A line above a row in a second language tells its unit and that of its parts: "Số trường (Trường)", below it
    "Number of schools (School) 191 182" and "Công lập - Public 154 145".
    """
    units: list[Measure | None] = []
    above = None
    of_group = of_section = None
    sections: dict[tuple[float, ...], Measure] = {}
    in_labels = any(cells.unit_column.search(fold(line)) and ":" not in line for line in table.header)
    for row in table.all_rows:
        if row.unit is not None and _TRANSLATED.search(row.unit):  # the label, below a line of words
            units.append(of_group)
            continue
        if row.unit is not None and fold(row.unit) not in cells.ditto:
            above = measure_of(row.unit, words)
        own = _unit_in_brackets(row.label, words)
        if own is None and in_labels:
            own = unit_behind(row.label, words)
        if own is None and _TRANSLATED.search(row.label or ""):
            over = _line_above(text, row.start)
            if UNIT_IN_LABEL.search(fold(over)) and not any(map(str.isdigit, over)):
                of_group = _unit_in_brackets(over, words) or _unit_in_brackets(over.replace("/", ")"), words)
            own = of_group
        if _SECTION.match(text, row.start):
            values = tuple(lexed.quantities[cell].value for cell in row.cells if cell is not None)
            of_section = (_counted_by(row.label, words) if values else None) or sections.get(values)
            if of_section is not None and len(values) >= _FEWEST_AGAIN:
                sections[values] = of_section
        units.append((own or of_section) if row.unit is None else above)
    return units


_TRANSLATED = regex.compile(r"\s[-–]\s?[A-Z][a-z]|^[A-Z][a-z]+(?: [A-Za-z]+)* ?\([A-Z][a-z.]+(?:/[a-z]+)?\)$")
"""A label with its translation, or that alone: "Công lập - Public", "Number of schools (School)"."""


_FEWEST_AGAIN = 3
"""Two numbers are the same by chance."""
_SECTION = regex.compile(r"(?:[IVX]{1,4}|[A-H])[.)]?\t")


def _counted_by(label: str | None, words: LexVocabulary) -> Measure | None:
    """What the row of a section counts: "Số học sinh chia theo hạnh kiểm"."""
    folded = fold(label or "")
    opening = words.amounts.units.announced.match(folded)
    return None if opening is None else count_at(folded, opening.end(), words)


def of_households(label: str | None, of_column: Measure | None, cells: CellVocabulary) -> Measure | None:
    """Households, where a row counts them in a column of people: "Tổng số hộ" under "2011 (người)"."""
    if of_column is None or of_column.kind != "count":
        return None
    told = cells.households.match(fold(label or ""))
    return None if told is None else of_column._replace(unit=told["unit"])


def count_at(folded: str, position: int, words: LexVocabulary) -> Measure | None:
    """What is counted by the unit at a place of a head or label."""
    hit = words.amounts.units.counted_at(folded, position)
    return None if hit is None else Measure("count", 1, hit.unit.name)


def _line_above(text: str, start: int) -> str:
    end = max(0, start - 1)
    return text[text.rfind("\n", 0, end) + 1 : end]


UNIT_IN_LABEL = regex.compile(r"\((?P<unit>(?:10+ |1[.,]000 )?[^()\d\n]{1,24})\)|\((?P<percent>%)\)")


def _unit_in_brackets(label: str | None, words: LexVocabulary) -> Measure | None:
    """The unit that a label has in brackets: "Tổng vốn đầu tư (tỷ đồng)", "Tỷ lệ hộ nghèo (%)"; the last of several."""
    for mark in reversed([*UNIT_IN_LABEL.finditer(fold(label or ""))]):
        measure = PERCENT if mark["percent"] else measure_of(mark["unit"], words)
        known = words.amounts.units.spellings
        if measure is not None and (measure.kind != "count" or mark["unit"].rpartition(" ")[2] in known):
            return measure
    return None


_MOST_UNIT_WORDS = 2


def unit_behind(label: str | None, words: LexVocabulary) -> Measure | None:
    """The unit that a label ends with where all cells of a row stand in one line: "Thu ngân sách Tỷ đồng"."""
    parts = [] if label is None else label.split(" ")
    for size in range(min(_MOST_UNIT_WORDS, len(parts) - 1), 0, -1):
        written = " ".join(parts[-size:])
        measure = measure_of(written, words)
        if measure is not None and (measure.kind == "money" or fold(written) in words.amounts.units.spellings):
            return measure
    return None


_UNIT_LINE_LENGTH = 40


_OF_PERCENT = regex.compile(r"\s[-–]\s?%(?!\w)")
"""Over rows in percent: "Chỉ số phát triển (Năm trước = 100) - %"."""
_IN_ENGLISH = regex.compile(r"[a-z][a-z. /]+")


def unit_of_line(line: str, words: LexVocabulary) -> Measure | None:
    """What a line above a table says that all of it is in, by itself: "Triệu đồng", "Cơ cấu - %"."""
    if _OF_PERCENT.search(line):
        return PERCENT
    return _unit_alone(fold(line), words) if len(line) <= _UNIT_LINE_LENGTH else None


def _unit_alone(folded: str, words: LexVocabulary) -> Measure | None:
    """A line that is nothing but a unit: of money ("| Triệu đồng - Millions of dong |"), or any in two languages."""
    first, *others = (part.strip() for part in regex.split(r"\s[-–/]\s|[()]", folded.strip(" |*\t")))
    measure = measure_of(first, words) if first and not first[0].isdigit() else None
    if measure is None or measure.kind == "money":
        return measure
    translated = len(others) == 1 and _IN_ENGLISH.fullmatch(others[0]) is not None
    return measure if translated and first in words.amounts.units.spellings else None


def measure_of(mark: str, words: LexVocabulary) -> Measure | None:
    """What a unit in a header means, read as if a number stood before it: "1.000 đồng", "trđ", "ha", "%"."""
    mark = _SLASH.sub("/", mark.strip(" .,:%") or mark.strip())
    for written in (mark, f"1 {mark}"):
        quantities = lex(written, words).quantities
        if (
            len(quantities) == 1
            and (quantities[0].kind != "number" or quantities[0].unit is not None)
            and _is_all(quantities[0], written)
            and not written.endswith("/", 0, quantities[0].start)  # "máy/100 dân"
            and (quantities[0].kind != "money" or _ROUND.fullmatch(f"{quantities[0].value:.0f}"))
        ):
            kind, unit, per = quantities[0].kind, quantities[0].unit, quantities[0].per
            if unit is not None and per is not None and kind not in MONEYS:  # "kg/người/năm" is all of its unit
                return Measure(kind, quantities[0].value, f"{unit}/{per}")
            return Measure(kind, quantities[0].value, unit, per)
    return None


_SLASH = regex.compile(r"\s*/\s*")
_ROUND = regex.compile(r"10*")
"""What "1.000 đồng" is; "5.000.000đ" is an amount."""


def _is_all(quantity: Quantity, written: str) -> bool:
    """Whether a quantity is the whole of a text but for what it counts or is for: "1 lượt lao động", "1 đồng/người"."""
    rest = written[quantity.end :].strip()
    return not rest or quantity.kind == "count" or (quantity.per is not None and rest.startswith("/"))
