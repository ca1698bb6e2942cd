"""Parquet files with a page in each row, read a few rows at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from extract.sources.corpus import Columns, Row, columns_of, page_of
from extract.sources.format import DamageError, Format
from extract.sources.stream import seekable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from extract.model import Capture, Reject
    from extract.sources.format import Found, SourceOptions

_MAGIC = b"PAR1"
_ROWS = 16
_READ_AT_ONCE = 1 << 20


def claims(name: str, head: bytes) -> bool:  # noqa: ARG001 - names lie
    """Whether a file is Parquet.

    >>> claims("phuong.parquet", b"PAR1..."), claims("phuong.parquet", b"<html>")
    (True, False)
    """
    return head.startswith(_MAGIC)


def read(found: Found, stream: BufferedReader, options: SourceOptions) -> Iterator[Capture | Reject]:
    """The page of each row. Where a row group is damaged, its other rows are told of and the next group goes on.

    Raises ``DamageError`` for a file whose directory, at its end, cannot be read.
    """
    with seekable(stream) as file:
        try:
            table = pq.ParquetFile(file, buffer_size=_READ_AT_ONCE, pre_buffer=False)
        except (pa.ArrowException, OSError, ValueError) as error:
            raise DamageError("corrupt", f"no directory of a Parquet file at its end: {error}") from error
        columns = columns_of(table.schema_arrow.names, options)
        before = 0
        for group in range(table.num_row_groups):
            rows = table.metadata.row_group(group).num_rows
            done = before
            try:
                for row in _rows(table, group, columns, before):
                    yield page_of(found, row, options)
                    done = row.number
            except (pa.ArrowException, OSError, ValueError) as error:
                first = str(error).splitlines()[0] if str(error) else type(error).__name__
                message = f"{before + rows - done} rows, from {done + 1} to {before + rows}, cannot be read: {first}"
                yield found._replace(source=f"{found.source}:{done + 1}", address=None).reject("corrupt", message)
            before += rows


def _rows(table: pq.ParquetFile, group: int, columns: Columns, before: int) -> Iterator[Row]:
    wanted = list(dict.fromkeys(name for name in columns if name is not None))
    number = before
    for batch in table.iter_batches(_ROWS, row_groups=[group], columns=wanted, use_threads=False):
        cells = {name: _cells(batch.column(name)) for name in batch.schema.names}
        for at in range(batch.num_rows):
            number += 1
            text, url, captured = (None if name is None else cells[name][at] for name in columns)
            yield Row(number, text, url, captured)


def _cells(column: pa.Array) -> list[object]:
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_string(column.type):
        column = column.cast(pa.binary())  # text may not be the UTF-8 it should be
    elif pa.types.is_large_string(column.type):
        column = column.cast(pa.large_binary())
    elif pa.types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(pa.timestamp("us", column.type.tz), safe=False)  # what datetime can hold
    return column.to_pylist()  # type: ignore[no-any-return]


FORMAT = Format("Parquet", claims, read)
