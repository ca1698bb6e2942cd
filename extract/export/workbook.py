"""Workbooks of which the same rows give the same bytes, and in which whatever a page says is text."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from extract.report.display import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run."""
MOST_ROWS = 1_048_576
"""Rows of a sheet, that of its headers included."""
_MOST_CHARACTERS = 32_767
_CUT = " […]"
_EXACT = 10**15
"""A spreadsheet shows 15 digits; what has more is written as text."""
_WRITTEN = datetime(2000, 1, 1)  # noqa: DTZ001 - the same for all, so that bytes do not depend on the time of day

Cell = str | int | float | bool | date | datetime | None


class Book:
    """A workbook being written, row after row; memory does not grow with them."""

    def __init__(self, file: Path, day: str = "yyyy-mm-dd") -> None:
        import xlsxwriter  # noqa: PLC0415 - CSV is written without it

        self._book = xlsxwriter.Workbook(file, {"constant_memory": True})
        self._book.set_properties({"created": _WRITTEN})
        self._text = {
            (quoted, wrapped): self._book.add_format({"valign": "top", "quote_prefix": quoted, "text_wrap": wrapped})
            for quoted in (False, True)
            for wrapped in (False, True)
        }
        self._number = self._book.add_format({"valign": "top", "num_format": "#,##0.######"})
        self._whole = self._book.add_format({"valign": "top", "num_format": "#,##0"})
        self._day = self._book.add_format({"valign": "top", "num_format": day})
        self._moment = self._book.add_format({"valign": "top", "num_format": f"{day} hh:mm:ss"})
        self._entry = self._book.add_format({"valign": "top", "text_wrap": True, "bg_color": "#FFF7DB", "border": 1})
        self._header = self._book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#EDF3F3"}
        )

    def sheet(self, name: str, headers: Sequence[str], widths: Sequence[float], frozen: int = 0) -> Sheet:
        """A new sheet with its row of headers, which stays in view, as do the first ``frozen`` columns."""
        sheet = self._book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, frozen)
        for column, header in enumerate(headers):
            sheet.write_string(0, column, header, self._header)
        return Sheet(self, sheet)

    def close(self) -> None:
        """Write the file."""
        self._book.close()

    def format_of(self, value: Cell, *, wrapped: bool) -> Format:
        """How a cell of such a value looks."""
        if isinstance(value, str):
            return self._text[value.startswith(_FORMULA_STARTS), wrapped]
        if isinstance(value, datetime):
            return self._moment
        if isinstance(value, date):
            return self._day
        return self._whole if isinstance(value, int) else self._number

    @property
    def entry(self) -> Format:
        """Of cells for a person to fill in."""
        return self._entry


class Sheet:
    """A sheet being written."""

    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self._book, self._sheet = book, sheet
        self.rows = 1

    def add(self, cells: Sequence[Cell], wrapped: Sequence[int] = (), entries: int = 0) -> None:
        """One row more; the first ``entries`` cells are to be filled in."""
        for column, value in enumerate(cells):
            if column < entries:
                self._sheet.write_blank(self.rows, column, None, self._book.entry)
            elif value is not None:
                self._put(column, value, self._book.format_of(value, wrapped=column in wrapped))
        self.rows += 1

    def choices(self, column: int, words: Sequence[str]) -> None:
        """Cells of ``column`` take one of these words."""
        self._sheet.data_validation(
            1, column, max(self.rows - 1, 1), column, {"validate": "list", "source": list(words)}
        )

    def numbers(self, column: int) -> None:
        """Cells of ``column`` take a number that is not negative."""
        rule = {"validate": "decimal", "criteria": ">=", "value": 0}
        self._sheet.data_validation(1, column, max(self.rows - 1, 1), column, rule)

    def filtered(self, columns: int) -> None:
        """Headers get the arrows by which rows are filtered."""
        self._sheet.autofilter(0, 0, max(self.rows - 1, 1), columns - 1)

    def hide(self) -> None:
        """The sheet is for programs."""
        self._sheet.hide()

    def _put(self, column: int, value: Cell, form: Format) -> None:
        match value:
            case bool():
                self._sheet.write_boolean(self.rows, column, value, form)
            case int() | float() if abs(value) < _EXACT:
                self._sheet.write_number(self.rows, column, value, form)
            case datetime():
                self._sheet.write_datetime(self.rows, column, value.astimezone(UTC).replace(tzinfo=None), form)
            case date():
                self._sheet.write_datetime(self.rows, column, value, form)
            case _:
                self._sheet.write_string(self.rows, column, _fitting(visible(str(value))), form)


def _fitting(text: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _MOST_CHARACTERS:
        return text
    return units[: 2 * (_MOST_CHARACTERS - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


@contextmanager
def book(file: Path, day: str = "yyyy-mm-dd") -> Iterator[Book]:
    """A workbook that is written when the block ends."""
    made = Book(file, day)
    yield made
    made.close()
