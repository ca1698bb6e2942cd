"""A dataset read back: page by page, a walk along all tables that holds the rows of one page, or table by table."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from extract.dedup.pages import LEFT_OUT
from extract.errors import InputError
from extract.model import Block, Check, Figure, Money, Rating, Reject, Scholarship, Statement
from extract.tables import schemas
from extract.tables.commit import RUN_FILE, is_dataset
from extract.tables.manifest import read_origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    import pandas as pd

    from extract.tables.schemas import TableSchema

_PAGES_AT_ONCE = 64
"""Rows of ``pages`` decoded together: these carry whole texts."""
_ROWS_AT_ONCE = 4096


class _OfPage(Protocol):
    @property
    def page_id(self) -> str: ...


_Row = TypeVar("_Row")
_PageRow = TypeVar("_PageRow", bound=_OfPage)
_Columns = TypeVar("_Columns", pa.Table, pa.RecordBatch)


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One row of the table ``pages``."""

    page_id: str
    uri: str
    source: str
    captured_at: datetime | None
    media_type: str
    charset: str
    raw_sha256: str
    raw_bytes: int
    site: str | None
    title: str | None
    text: str
    published_on: date | None
    event_date: date | None
    byline: str | None
    commune: str | None
    district: str | None
    province: str | None
    commune_code: str | None
    blocks_kept: int
    blocks_dropped: int
    duplicate_of: str | None
    duplicate_kind: str | None
    commune_name: str | None = None
    district_name: str | None = None
    province_name: str | None = None
    year: int | None = None

    @property
    def is_repeat(self) -> bool:
        """Whether another page has the same figures; a corrected report (``revision``) does not repeat the first."""
        return self.duplicate_of is not None and self.duplicate_kind in LEFT_OUT


@dataclass(frozen=True, slots=True)
class PageRows:
    """A page with all of its rows, each tuple in the order of its table: blocks by ordinal, the rest by start."""

    entry: PageEntry
    blocks: tuple[Block, ...]
    figures: tuple[Figure, ...]
    money: tuple[Money, ...]
    scholarships: tuple[Scholarship, ...]
    ratings: tuple[Rating, ...]
    statements: tuple[Statement, ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class _BlockRow:
    page_id: str
    block: Block


class Dataset:
    """The tables of one dataset folder, an older one as if it had been written now, late columns of it empty.

    Raises ``InputError`` if it is no dataset, or lacks a table or a column that nothing can stand for.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise InputError(f"{folder} is not a folder; name a dataset that 'baocao run' has written")
        if not is_dataset(folder):
            raise InputError(f"{folder} is not a dataset of baocao; {_hint(folder)}")
        self.folder = folder = folder.absolute()  # it is read later, whatever folder is the current one by then
        self._parts = {schema.name: _parts(folder, schema) for schema in schemas.TABLES}
        self.origin = read_origin(folder)

    def pages(self) -> Iterator[PageRows]:
        """Every page in the order of ``page_id``, with its rows."""
        blocks = _Walk(self._rows(schemas.BLOCKS, _block_row))
        figures = _Walk(self._rows(schemas.FIGURES, Figure))
        money = _Walk(self._rows(schemas.MONEY, Money))
        scholarships = _Walk(self._rows(schemas.SCHOLARSHIPS, Scholarship))
        ratings = _Walk(self._rows(schemas.RATINGS, Rating))
        statements = _Walk(self._rows(schemas.STATEMENTS, Statement))
        checks = _Walk(self._rows(schemas.CHECKS, Check))
        for entry in self._rows(schemas.PAGES, PageEntry, _PAGES_AT_ONCE):
            page_id = entry.page_id
            yield PageRows(
                entry,
                tuple(row.block for row in blocks.of(page_id)),
                figures.of(page_id),
                money.of(page_id),
                scholarships.of(page_id),
                ratings.of(page_id),
                statements.of(page_id),
                checks.of(page_id),
            )

    def arrow(self, schema: TableSchema, columns: Sequence[str] | None = None, **equal: object) -> pa.Table:
        """Some columns of a whole table (all if none are named), of the rows whose columns ``equal`` these values.

        A list stands for any of its values.
        """
        filters = [(name, "in" if isinstance(v, list) else "==", v) for name, v in equal.items()] or None
        names = _names(schema) if columns is None else list(columns)
        tables = []
        for file in self._parts[schema.name]:
            with _undamaged(file):
                found = pq.read_schema(file).names
                there = [name for name in names if name in found]
                tables.append(_completed(pq.read_table(file, columns=there, filters=filters), schema, names))
        return pa.concat_tables(tables)

    def frame(self, schema: TableSchema, columns: Sequence[str] | None = None, **equal: object) -> pd.DataFrame:
        """The same as a frame; integers that may be missing are ``Int64``."""
        table = self.arrow(schema, columns, **equal)
        if not table.num_rows:
            table = table.schema.empty_table()  # pandas cannot join columns that have no chunk at all
        frame: pd.DataFrame = table.to_pandas()
        return frame

    def batches(self, schema: TableSchema) -> Iterator[pa.RecordBatch]:
        """A whole table, some thousand rows at a time; of ``pages`` fewer."""
        columns = _names(schema)
        at_once = _PAGES_AT_ONCE if schema is schemas.PAGES else _ROWS_AT_ONCE
        for file in self._parts[schema.name]:
            with _undamaged(file), pq.ParquetFile(file) as parquet:
                for batch in parquet.iter_batches(batch_size=at_once, columns=columns):
                    yield _completed(batch, schema, columns)

    def rejects(self) -> Iterator[Reject]:
        """Everything that could not be read."""
        for file in self._parts[schemas.REJECTS.name]:
            yield from _rows_of(file, schemas.REJECTS, Reject, _ROWS_AT_ONCE)

    def _rows(
        self, schema: TableSchema, record: Callable[..., _PageRow], at_once: int = _ROWS_AT_ONCE
    ) -> Iterator[_PageRow]:
        """The rows of a table by page; each of its files is sorted, so they are merged."""
        streams = [_rows_of(file, schema, record, at_once) for file in self._parts[schema.name]]
        return streams[0] if len(streams) == 1 else merge(*streams, key=attrgetter("page_id"))


class _Walk(Generic[_PageRow]):
    """Rows sorted by page, handed out a page at a time to a reader that asks in the same order."""

    def __init__(self, rows: Iterator[_PageRow]) -> None:
        self._pages = groupby(rows, key=attrgetter("page_id"))
        self._page_id = ""
        self._rows: Iterator[_PageRow] = iter(())

    def of(self, page_id: str) -> tuple[_PageRow, ...]:
        """The rows of ``page_id``; rows of pages before it that nobody asked for are passed over."""
        while self._page_id < page_id:
            following = next(self._pages, None)
            if following is None:
                return ()
            self._page_id, self._rows = following
        return tuple(self._rows) if self._page_id == page_id else ()


def _block_row(page_id: str, **columns: object) -> _BlockRow:
    return _BlockRow(page_id, Block(**columns))  # type: ignore[arg-type] # columns of the schema, checked when read


def pages_of(folder: Path) -> int:
    """How many pages a dataset says that it holds."""
    return int(json.loads((folder / RUN_FILE).read_text("utf-8"))["rows"]["pages"])


def nothing_read(folder: Path) -> str:
    """Why a dataset has no page, by the first of its rejects: a column misspelt, an empty pipe."""
    first = next(Dataset(folder).rejects(), None)
    return f"no page was read; {'the input holds none' if first is None else f'{first.source}: {first.message}'}"


def _hint(folder: Path) -> str:
    """What the user may have meant."""
    inside = sorted(str(child) for child in folder.iterdir() if is_dataset(child))
    return f"{' or '.join(inside[:3])} is one" if inside else "name a folder that 'baocao run' has written"


@contextmanager
def _undamaged(file: Path) -> Iterator[None]:
    """Around the reading of a file: what is wrong with it is an ``InputError``."""
    try:
        yield
    except (OSError, pa.ArrowException) as error:
        problem = " ".join(str(error).split())
        raise InputError(f"{file}: {problem}; write the dataset again with 'baocao run'") from error


def _parts(folder: Path, schema: TableSchema) -> list[Path]:
    files = sorted((folder / schema.name).glob("*.parquet"))
    if not files:
        raise InputError(f"{folder} has no table '{schema.name}'; write it again with 'baocao run'")
    for file in files:
        with _undamaged(file):
            found = pq.read_schema(file)
        for column in schema.columns:
            lacks = column.name not in found.names
            if not (lacks and column.late) and (lacks or found.field(column.name).type != column.type):
                raise InputError(
                    f"{file}: column '{column.name}' is not as this version of baocao has it; "
                    "write the dataset again with 'baocao run'"
                )
    return files


def _names(schema: TableSchema) -> list[str]:
    return [column.name for column in schema.columns]


def _completed(rows: _Columns, schema: TableSchema, names: Sequence[str]) -> _Columns:
    """The columns ``names``, those empty that there were not yet when the file was written."""
    there = rows.schema.names
    for column in schema.columns:
        if column.name in names and column.name not in there:
            rows = rows.append_column(pa.field(column.name, column.type), pa.nulls(rows.num_rows, column.type))
    if len(there) == len(names):
        return rows
    return rows.select(list(names)).replace_schema_metadata(schema.arrow().metadata)  # by which pandas reads integers


def _rows_of(file: Path, schema: TableSchema, record: Callable[..., _Row], at_once: int) -> Iterator[_Row]:
    columns = _names(schema)
    with _undamaged(file), pq.ParquetFile(file) as parquet:
        for batch in parquet.iter_batches(batch_size=at_once, columns=columns):
            for row in _completed(batch, schema, columns).to_pylist():
                yield record(**row)
