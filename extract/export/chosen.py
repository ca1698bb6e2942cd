"""What is exported: tables of the contract, and views, whose rows have commune, year and page beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.errors import ArgumentError
from extract.loading import Data
from extract.tables.schemas import REAL, TABLES, WHOLE, Column, TableSchema
from extract.tables.view_schemas import VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.dataset import Dataset
    from extract.export.workbook import Cell

_OF_CONTRACT = {schema.name: schema for schema in TABLES}
_VIEWS = {view.name: view for view in VIEWS}


class Source:
    """Tables and views of a dataset as rows of cells."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._data = Data(dataset.folder)

    def chosen(self, names: Sequence[str]) -> tuple[TableSchema, ...]:
        """Those of these names, tables first; all tables if none is named. Raises ``ArgumentError`` for other names."""
        for name in names:
            if name not in _OF_CONTRACT and name not in _VIEWS:
                raise ArgumentError(
                    f"there is no table or view {name!r}; there are {', '.join((*_OF_CONTRACT, *_VIEWS))}"
                )
        if not names:
            return TABLES
        tables = (schema for name, schema in _OF_CONTRACT.items() if name in names)
        return (*tables, *(self._view(name) for name in _VIEWS if name in names))

    def rows(self, schema: TableSchema) -> Iterator[list[Cell]]:
        """The rows of what ``chosen`` gave."""
        names = [column.name for column in schema.columns]
        if schema.name in _OF_CONTRACT:
            for batch in self._dataset.batches(schema):
                yield from map(list, zip(*(batch.column(name).to_pylist() for name in names), strict=True))
        else:
            table = self._data.arrow(schema.name)
            told = [table.column(column.name).cast(column.type).to_pylist() for column in schema.columns]
            yield from map(list, zip(*told, strict=True))

    def _view(self, name: str) -> TableSchema:
        """A view as a table; columns that depend on the dataset are levels, with counts or shares."""
        view = _VIEWS[name]
        described = {column.name: column for column in view.columns}
        columns = [
            described.get(field)
            or Column(field, REAL if field.endswith("_percent") else WHOLE, view.wide or "", null=True)
            for field in self._data.arrow(name).column_names
        ]
        return TableSchema(name, view.description, (), tuple(columns))
