"""Rows that stand in one line each: cells that tabs or bars part, or numbers behind a label ("1 Huyện A 330 345")."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.text_tables.lines import CELL_END, digits_start, opens_cell
from extract.text_tables.table import HEADER_LENGTH, NO_VALUE, Row, is_roman, may_be_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import Lexed, Quantity
    from extract.text_tables.lines import Line

ROW_LENGTH = 160
"""No row is longer."""
_FEWEST_NUMBERS = 2
_NUMBERING = regex.compile(r"^(?:\d{1,3}|[IVX]+)[.)]?\s+(?=\p{L})")


def lined(line: Line, text: str, lexed: Lexed) -> Row | None:
    """A line that is a row by itself."""
    content = line.content
    if len(content) > ROW_LENGTH:
        return None
    if CELL_END.search(content):
        return _tabbed(line, lexed)
    if not line.numbers:
        return None
    trailing: list[int | None] = []
    end = _before_remark(line, text, lexed)
    for index in reversed(line.numbers):
        quantity = lexed.quantities[index]
        between = text[quantity.end : end].split()
        if not NO_VALUE.issuperset(between):
            break
        trailing[:0] = [index, *(None for _ in between)]  # "108 18,72 - - 42 8,22"
        end = quantity.start if opens_cell(text, quantity) else digits_start(text, quantity)
    label = _NUMBERING.sub("", text[line.start : end].strip())
    numbers = [lexed.quantities[i] for i in trailing if i is not None]
    if len(numbers) < _FEWEST_NUMBERS or not label or _numbers_columns(label, numbers):
        return None
    return Row(line.start, label, tuple(trailing))


_REMARK = regex.compile(r" +\p{Lu}\p{Ll}+(?: \p{Ll}+){0,2}")


def _before_remark(line: Line, text: str, lexed: Lexed) -> int:
    """Where the numbers of a line end, perhaps before a remark on them: "52 53,5 102,9 Vượt", "3 3,4 Chưa đạt"."""
    last = lexed.quantities[line.numbers[-1]].end
    return last if _REMARK.fullmatch(text, last, line.end) is not None else line.end


def unbroken(row: Row, above: Line) -> Row:
    """A row with all of its label, where a bracket in it goes over two lines: "Lương thực (kg/", "người) 389 403"."""
    label, before = row.label or "", above.content
    opened = label.count(")") > label.count("(") and before.count("(") > before.count(")")
    if not opened or above.numbers or above.start >= row.start or len(before) > HEADER_LENGTH:
        return row
    return row._replace(start=above.start, label=f"{before} {label}")


def _tabbed(line: Line, lexed: Lexed) -> Row | None:
    cells: list[int | None] = []
    texts = []
    start = line.start
    for cell in CELL_END.split(line.content.removesuffix("|")):
        end = start + len(cell)
        inside = [i for i in line.quantities if start <= lexed.quantities[i].start < end]
        texts.append(cell.strip())
        cells.append(next((i for i in inside if _is_all(lexed.quantities[i], texts[-1])), None))
        start = end + 1
    name = next(
        (i for i, cell in enumerate(texts) if len(cell) > 1 and _begins_label(cell) and not is_roman(cell)), None
    )
    if (
        name is None
        and len(texts) >= _NUMBERED_CELLS
        and not _numbers_columns("", [lexed.quantities[i] for i in cells if i is not None])
    ):
        name = 0 if _CLASS_NUMBER.fullmatch(texts[0]) else None  # "6", "7" below "Khối", "2014-2015"
    if name is None:
        return None
    values = [None if i <= name else cell for i, cell in enumerate(cells)]  # before the label stands the row's number
    behind = texts[name + 1] if name + 1 < len(texts) else ""
    if _NAME.fullmatch(behind):  # "Khối xã", reaching over several rows, then "Xã An Hòa"
        name, behind = name + 1, texts[name + 2] if name + 2 < len(texts) else ""
    is_unit = cells[name + 1 : name + 2] == [None] and may_be_unit(behind)
    return Row(line.start, texts[name], tuple(values), behind if is_unit else None)


_THOUSANDS = regex.compile(r"1(?:[.,]?000)+ ?\p{L}")


def _is_all(quantity: Quantity, cell: str) -> bool:
    """Whether a quantity is all of a cell, perhaps with its own unit; "1.000 đồng" is a unit."""
    whole = quantity.end - quantity.start == len(cell)
    return whole and (quantity.kind in {"number", "percent"} or not _THOUSANDS.match(cell))


def _begins_label(cell: str) -> bool:
    """Whether a cell holds words, behind a bullet or a share or not, or a class: "- Các ngành dịch vụ", "6A"."""
    return cell.lstrip("-–+*•( ")[:1].isalpha() or _LABEL_WITH_NUMBER.match(cell) is not None


_NAME = regex.compile(r"(?:\p{Lu}\p{L}*+ ){2,}+\p{Lu}\p{L}*+")
"""Capitals throughout, which units in a cell of their own have not."""
_CLASS_NUMBER = regex.compile(r"\d{1,2}|(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?")
_NUMBERED_CELLS = 3
_LABEL_WITH_NUMBER = regex.compile(
    r"\d{1,2}\p{L}\d{0,2}$|\d[\d.,]*+ ?% \p{L}|\d{1,2}(?:[.)/-]|(?:\.\d{1,2}){1,2}[.)]?) ?\p{L}"
)
"""A class, "6A", a label that tells a share, "40% học phí bù lương", or has its number: "1. Tổng số hộ", "2.1 Phí"."""


def _numbers_columns(label: str, quantities: Sequence[Quantity]) -> bool:
    """Whether a line numbers the columns of a table: "A B 1 2"."""
    values = [quantity.value for quantity in quantities]
    return all(len(word) == 1 for word in label.split()) and values == [values[0] + i for i in range(len(values))]
