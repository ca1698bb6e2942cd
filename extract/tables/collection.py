"""Encoded rows on their way to files: gathered in any order, written sorted, counted for the summary."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from extract.tables.schemas import TABLES, TableSchema

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PART = "part-00000.parquet"
_ROWS_PER_GROUP = 1 << 16
"""Fixed, so that the bytes of a file depend on its rows alone; small enough that a reader can skip within a file."""


class Collection:
    """The tables of a dataset while they grow.

    Holds all rows in memory as Arrow data: right for as many pages as fit there, a unit of work at a time for more.
    """

    def __init__(self) -> None:
        self._parts: dict[str, list[pa.Table]] = {schema.name: [] for schema in TABLES}

    def add(self, tables: Mapping[str, pa.Table]) -> None:
        """Take what ``extract.tables.rows.encode`` gave."""
        for name, table in tables.items():
            if table.num_rows:
                self._parts[name].append(table)

    def rows(self) -> dict[str, int]:
        """How many rows each table has so far."""
        return {name: sum(part.num_rows for part in parts) for name, parts in self._parts.items()}

    def tally(self, table: str, column: str) -> dict[str, int]:
        """How often each value of a text column occurs, most frequent first; empty cells are left out."""
        counts: Counter[str] = Counter()
        for part in self._parts[table]:
            for entry in part[column].drop_null().value_counts().to_pylist():
                counts[entry["values"]] += entry["counts"]
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def write(self, folder: Path) -> None:
        """Write every table, empty ones too, as ``folder/<table>/part-00000.parquet``, and see it to the disk.

        The same rows give the same bytes, whatever order they came in.
        """
        for schema in TABLES:
            table_folder = folder / schema.name
            table_folder.mkdir()
            write_table(schema, self._parts[schema.name], table_folder / PART)


def write_table(schema: TableSchema, parts: list[pa.Table], file: Path) -> None:
    """Write the rows of ``parts``, sorted, to one Parquet file."""
    table = pa.concat_tables([schema.arrow().empty_table(), *parts])
    table = table.sort_by([(column, "ascending") for column in schema.order])
    with file.open("xb") as stream:
        with pq.ParquetWriter(
            stream,
            table.schema,
            compression="zstd",
            sorting_columns=pq.SortingColumn.from_ordering(
                table.schema, [(column, "ascending") for column in schema.order], null_placement="at_end"
            ),
        ) as writer:
            for start in range(0, table.num_rows, _ROWS_PER_GROUP):
                writer.write_table(table.slice(start, _ROWS_PER_GROUP), row_group_size=_ROWS_PER_GROUP)
        stream.flush()
        os.fsync(stream.fileno())
