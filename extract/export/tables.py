"""``baocao export``: the tables of a dataset for programs that do not read Parquet, and for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from extract.errors import OutputError
from extract.export.chosen import Source
from extract.export.delimited import delimited
from extract.export.headers import COLUMNS, header, table_name
from extract.export.workbook import MOST_ROWS, Book, Sheet, book
from extract.report.labels import CODES
from extract.report.wording import UI
from extract.tables.commit import PACKAGE_FILE, writing
from extract.tables.package import Package, write_package
from extract.tables.schemas import DATE, MOMENT, TABLES, TEXT
from extract.tables.view_schemas import VIEWS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from extract.dataset import Dataset
    from extract.report.labels import Language
    from extract.tables.schemas import Column, TableSchema

Format = Literal["csv", "xlsx"]
_CSV = {
    "format": "csv",
    "mediatype": "text/csv",
    "encoding": "utf-8",
    "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
}
_DAYS: dict[Language, str] = {"vi": "dd/mm/yyyy", "en": "yyyy-mm-dd"}
_WIDE = {"text", "quote", "title", "message", "left", "right"}
_WIDTHS = {TEXT: 18, DATE: 12, MOMENT: 20}
_WIDEST = 60
_CODES_OF = {
    "kind": ("kind", "check"),
    "comparator": ("comparator",),
    "scope": ("scope",),
    "status": ("status",),
    "role": ("role",),
    "outcome": ("outcome",),
    "reason": ("drop", "check_reason", "reject"),
}
"""Which words explain the codes of a column."""


def write_csv(dataset: Dataset, tables: Sequence[str], folder: Path, language: Language) -> None:
    """A CSV file a table or view of these names, or a table if there is none, and ``datapackage.json`` about them.

    Raises ``OutputError`` if ``folder`` holds anything but an export, ``ArgumentError`` for a name that there is not.
    """
    source = Source(dataset)
    names = {f"{schema.name}.csv": schema for schema in source.chosen(tables)}
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        ours = {PACKAGE_FILE, *(f"{schema.name}.csv" for schema in TABLES), *(f"{view.name}.csv" for view in VIEWS)}
        foreign = {file.name for file in folder.iterdir()} - ours
        if foreign:
            raise OutputError(f"{folder} holds {', '.join(sorted(foreign))}; name a new or an empty folder")
        for file in folder.iterdir():
            file.unlink()
        for name, schema in names.items():
            with delimited(folder / name, [header(column, language) for column in schema.columns]) as write:
                for cells in source.rows(schema):
                    write(cells)
        paths = {schema.name: name for name, schema in names.items()}
        headers = {name: getattr(label, language) for name, label in COLUMNS.items()}
        write_package(Package(folder, paths, _CSV, headers, tuple(names.values())))


def write_workbook(dataset: Dataset, tables: Sequence[str], file: Path, language: Language) -> None:
    """A workbook of a sheet a table or view; one that is longer than a sheet goes on in the next."""
    source = Source(dataset)
    schemas = source.chosen(tables)
    beside = file.with_name(f".{file.name}.part")
    with writing(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with book(beside, _DAYS[language]) as made:
                for schema in schemas:
                    _write_sheets(made, source, schema, language)
                _explain(made, schemas, language)
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)


def _write_sheets(made: Book, source: Source, schema: TableSchema, language: Language) -> None:
    sheet = _new_sheet(made, schema, language, 1)
    number = 1
    for cells in source.rows(schema):
        if sheet.rows == MOST_ROWS:
            sheet.filtered(len(schema.columns))
            number += 1
            sheet = _new_sheet(made, schema, language, number)
        sheet.add(cells)
    sheet.filtered(len(schema.columns))


def _new_sheet(made: Book, schema: TableSchema, language: Language, number: int) -> Sheet:
    name = table_name(schema, language)
    headers = [header(column, language) for column in schema.columns]
    widths = [_width(column) for column in schema.columns]
    return made.sheet(name if number == 1 else f"{name} ({number})", headers, widths, frozen=1)


def _width(column: Column) -> int:
    return _WIDEST if column.name in _WIDE else _WIDTHS.get(column.type, 14)


def _explain(made: Book, tables: Sequence[TableSchema], language: Language) -> None:
    """A sheet that says of each column what the contract calls it, what it means, and what its codes mean."""
    names = ("export_table", "export_column", "export_in_contract", "export_unit", "export_meaning", "export_codes")
    headers = [_said(name, language) for name in names]
    sheet = made.sheet(_said("export_about", language), headers, [16, 28, 24, 12, 70, 70], frozen=2)
    for schema in tables:
        for column in schema.columns:
            sheet.add(
                [
                    table_name(schema, language),
                    header(column, language),
                    f"{schema.name}.{column.name}",
                    column.unit,
                    column.description,
                    _codes(column, language),
                ],
                wrapped=[4, 5],
            )


def _said(name: str, language: Language) -> str:
    return UI[name].vi if language == "vi" else UI[name].en


def _codes(column: Column, language: Language) -> str:
    groups = [CODES[group] for group in _CODES_OF.get(column.name, ())]
    return "; ".join(f"{code} = {getattr(label, language)}" for group in groups for code, label in group.items())
