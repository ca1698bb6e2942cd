"""A judged form read back: the workbook as a spreadsheet program saved it, or the file that the page saved."""

from __future__ import annotations

import json
import warnings
import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from extract.audit.sample import Sample
from extract.audit.score import FigureVerdict, PageVerdict
from extract.errors import InputError
from extract.export.sample_form import FIGURES_SHEET, FORMAT, PAGES_SHEET, SAMPLE_SHEET, in_both
from extract.report.labels import CODES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_IS_RIGHT = {"right": True, "wrong": False, "unclear": None}
_WORDS = {word: name for name, label in CODES["verdict"].items() for word in (name, label.vi, label.en)}
"""What a reader may have written for a verdict."""


class FilledForm(NamedTuple):
    """A sample and what was said of it, by ``figure_id`` and ``page_id``."""

    sample: Sample
    figures: dict[str, FigureVerdict]
    pages: dict[str, PageVerdict]


def read_form(file: Path) -> FilledForm:
    """The form in ``file``. Raises ``InputError`` for what is none, and for what cannot be a verdict."""
    try:
        return _of_workbook(file) if zipfile.is_zipfile(file) else _of_json(file)
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror or error}") from error


def _of_json(file: Path) -> FilledForm:
    try:
        told = json.loads(file.read_text("utf-8"))
    except ValueError as error:
        raise InputError(f"{file} is no form of baocao: name the .xlsx or the .json that was saved") from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise InputError(f"{file} is no form of baocao: name the .xlsx or the .json that was saved")
    return FilledForm(
        Sample.from_json(told.get("sample")),
        {
            name: _figure(row.get("verdict"), row.get("true_value"), f"{file}: {name}")
            for name, row in _rows_of(told, "figures", file)
        },
        {
            name: _page(row.get("missed"), row.get("missed_vnd"), f"{file}: {name}")
            for name, row in _rows_of(told, "pages", file)
        },
    )


def _rows_of(told: Mapping[str, Any], name: str, file: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    rows = told.get(name, {})
    if not isinstance(rows, dict) or not all(isinstance(row, dict) for row in rows.values()):
        raise InputError(f"{file}: its {name} are not as the page saves them")
    yield from rows.items()


def _of_workbook(file: Path) -> FilledForm:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of looks that openpyxl does not know, and that nobody asks for
            book = openpyxl.load_workbook(file, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise InputError(f"{file} is no workbook: {error}") from error
    if not {SAMPLE_SHEET, FIGURES_SHEET, PAGES_SHEET} <= set(book.sheetnames):
        raise InputError(f"{file} is no form of baocao: it lacks a sheet of it")
    cells = book[SAMPLE_SHEET].iter_rows(min_row=2, max_col=1, values_only=True)
    try:
        sample = json.loads("".join(str(cell) for (cell,) in cells if cell is not None))
    except ValueError:
        sample = None
    figures, pages = {}, {}
    for place, row in _rows(book, FIGURES_SHEET, ("figure_id", "verdict", "true_value"), file):
        if _said(row["verdict"]):
            figures[str(row["figure_id"])] = _figure(row["verdict"], row["true_value"], place)
    for place, row in _rows(book, PAGES_SHEET, ("page_id", "missed", "missed_vnd"), file):
        if _said(row["missed"]):
            pages[str(row["page_id"])] = _page(row["missed"], row["missed_vnd"], place)
    return FilledForm(Sample.from_json(sample), figures, pages)


def _rows(
    book: openpyxl.Workbook, name: str, wanted: tuple[str, ...], file: Path
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows that have a key, the first column wanted; columns are found by their headers, wherever they stand."""
    rows = book[name].iter_rows(values_only=True)
    headers = list(next(rows, ()))
    missing = [in_both(column) for column in wanted if in_both(column) not in headers]
    if missing:
        raise InputError(f"{file}: sheet '{name}' lacks the column '{missing[0]}'")
    places = {column: headers.index(in_both(column)) for column in wanted}
    for number, row in enumerate(rows, start=2):
        told = {column: row[place] for column, place in places.items()}
        if _said(told[wanted[0]]):
            yield f"{file}: sheet '{name}', row {number}", told


def _said(cell: object) -> bool:
    return cell is not None and str(cell).strip() != ""


def _figure(verdict: object, true_value: object, place: str) -> FigureVerdict:
    word = str(verdict).partition("/")[0].strip().casefold()
    if word not in _WORDS:
        raise InputError(f"{place}: '{verdict}' is no verdict; write one of {', '.join(_WORDS)}")
    return FigureVerdict(_IS_RIGHT[_WORDS[word]], _number(true_value, place) if _said(true_value) else None)


def _page(missed: object, missed_vnd: object, place: str) -> PageVerdict:
    return PageVerdict(int(_number(missed, place)), int(_number(missed_vnd, place)) if _said(missed_vnd) else 0)


def _number(cell: object, place: str) -> float:
    """As a number, or written as one in Vietnamese: "1.250.000,5"."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and cell >= 0:
        return cell
    written = str(cell).strip().replace(" ", "")
    try:
        value = float(written.replace(".", "").replace(",", "."))
    except ValueError:
        value = -1.0
    if value < 0:
        raise InputError(f"{place}: '{cell}' is no number from 0 up")
    return value
