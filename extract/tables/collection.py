"""Encoded rows on their way to files: gathered in any order, written sorted, counted for the summary."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from extract.tables.schemas import PAGES, TABLES, TableSchema
from extract.tables.sorting import SortedRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from extract.dedup.pages import Repeat

PART = "part-00000.parquet"

_TALLIED = {"pages": "duplicate_kind", "blocks": "reason", "checks": "outcome", "rejects": "reason"}
"""The column of each table whose values are counted for the summary."""


class Collection:
    """The tables of a dataset while they grow.

    Rows lie sorted in files of ``folder``, an empty folder of the same disk; without one, in memory.
    """

    def __init__(self, folder: Path | None = None, schemas: tuple[TableSchema, ...] = TABLES) -> None:
        self._schemas = schemas
        self._tables = {
            schema.name: SortedRows(schema.arrow(), schema.order, _below(folder, schema)) for schema in schemas
        }
        self._tallies: dict[str, Counter[str]] = {name: Counter() for name in self._tables}

    def add(self, tables: Mapping[str, pa.Table]) -> None:
        """Take what ``extract.tables.rows.encode`` gave. Raises ``OSError`` where the disk refuses it."""
        for name, table in tables.items():
            self._tables[name].add(table)
            if name in _TALLIED:
                self._count(name, table[_TALLIED[name]])

    def rows(self) -> dict[str, int]:
        """How many rows each table has so far."""
        return {name: table.count for name, table in self._tables.items()}

    def tally(self, table: str) -> dict[str, int]:
        """How often each value of the column that is counted occurs, most frequent first; empty cells are left out."""
        return dict(sorted(self._tallies[table].items(), key=lambda item: (-item[1], item[0])))

    def pages(self) -> Iterator[pa.Table]:
        """The rows of ``pages`` so far, by ``page_id``, a few at a time."""
        return self._tables[PAGES.name].parts(PAGES.rows_per_group)

    def write(self, folder: Path, links: Iterable[Repeat] = ()) -> None:
        """Write every table, empty ones too, as ``folder/<table>/part-00000.parquet``, and see it to the disk.

        ``links``, by ``page_id``, are written into ``pages``. The same rows give the same bytes, whatever order they
        came in.
        """
        for schema in self._schemas:
            table_folder = folder / schema.name
            table_folder.mkdir()
            parts = self._tables[schema.name].parts(schema.rows_per_group)
            if schema is PAGES:
                parts = self._linked(parts, iter(links))
            write_table(schema, parts, table_folder / PART)

    def _linked(self, parts: Iterator[pa.Table], links: Iterator[Repeat]) -> Iterator[pa.Table]:
        ahead = next(links, None)
        for part in parts:
            ids = part["page_id"].to_pylist()
            found = {}
            while ahead is not None and ahead.page_id <= ids[-1]:
                found[ahead.page_id] = ahead
                ahead = next(links, None)
            yield self._with_links(part, ids, found) if found else part

    def _with_links(self, part: pa.Table, ids: list[str], found: Mapping[str, Repeat]) -> pa.Table:
        for column, field in (("duplicate_of", "other"), ("duplicate_kind", "kind")):
            values = [
                getattr(found[page_id], field) if page_id in found else given
                for page_id, given in zip(ids, part[column].to_pylist(), strict=True)
            ]
            at = part.schema.get_field_index(column)
            part = part.set_column(at, part.schema.field(at), pa.array(values, part.schema.field(at).type))
        self._tallies[PAGES.name].update(link.kind for link in found.values())
        return part

    def _count(self, name: str, values: pa.ChunkedArray) -> None:
        for entry in values.drop_null().value_counts().to_pylist():
            self._tallies[name][entry["values"]] += entry["counts"]


def _below(folder: Path | None, schema: TableSchema) -> Path | None:
    if folder is None:
        return None
    runs = folder / schema.name
    runs.mkdir()
    return runs


def write_table(schema: TableSchema, parts: Iterable[pa.Table], file: Path) -> None:
    """Write rows that come in order to one Parquet file, a row group a part."""
    arrow = schema.arrow()
    with file.open("xb") as stream:
        with pq.ParquetWriter(
            stream,
            arrow,
            compression="zstd",
            sorting_columns=pq.SortingColumn.from_ordering(
                arrow, [(column, "ascending") for column in schema.order], null_placement="at_end"
            ),
        ) as writer:
            for part in parts:
                writer.write_table(part, row_group_size=part.num_rows)
        stream.flush()
        os.fsync(stream.fileno())
