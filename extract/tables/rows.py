"""Finished pages and rejects as Arrow tables, column for column in the order of the schemas."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

import pyarrow as pa

from extract.facts.page_year import page_year
from extract.model import Check, Facts, Page, Reject
from extract.tables import schemas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class PageRecord:
    """All that was read from one page: what becomes its rows."""

    page: Page
    facts: Facts
    checks: tuple[Check, ...]
    duplicate_of: str | None = None
    """``page_id`` of the page that counts in place of this one."""
    duplicate_kind: str | None = None


def encode(records: Sequence[PageRecord | Reject]) -> dict[str, pa.Table]:
    """The rows of ``records``, one Arrow table for each table of the contract, not yet sorted.

    Raises ``ValueError`` (also as ``pa.ArrowInvalid``), ``TypeError`` or ``OverflowError`` for a value that its column
    cannot hold: an amount beyond 64 bits, text that is not Unicode, nothing where something must stand.

    >>> refused = Reject("2015/hoc-bong.html", None, "empty", "the file is empty", 0)
    >>> encode([refused])["rejects"].num_rows
    1
    """
    pages = [record for record in records if isinstance(record, PageRecord)]
    tables = {
        schema.name: _arrow(schema, (row for record in pages for row in rows_of(record)))
        for schema, rows_of in _ROWS_OF_PAGE
    }
    tables[schemas.REJECTS.name] = _arrow(schemas.REJECTS, (record for record in records if isinstance(record, Reject)))
    return tables


def _arrow(schema: schemas.TableSchema, rows: Iterable[Row]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema.columns)
    arrays = []
    for column, values in zip(schema.columns, columns, strict=True):
        array = pa.array(_floats(values) if column.type == schemas.REAL else values, column.type)
        if array.null_count and not column.null:
            raise ValueError(f"{schema.name}.{column.name} has no value")
        arrays.append(array)
    return pa.Table.from_arrays(arrays, schema=schema.arrow())


def _floats(values: Sequence[float | None]) -> list[float | None]:
    """Whole numbers among ``values`` as floats: Arrow takes none beyond 2**53 for one."""
    return [None if value is None else float(value) for value in values]


def _page_row(record: PageRecord) -> Iterable[Row]:
    page, context = record.page, record.facts.context
    kept = sum(block.kept for block in page.blocks)
    yield (
        page.page_id,
        page.uri,
        page.source,
        page.captured_at,
        page.media_type,
        page.charset,
        page.raw_sha256,
        page.raw_bytes,
        page.site,
        page.title,
        page.text,
        page.published_on,
        context.event_date,
        page.byline,
        context.commune,
        context.district,
        context.province,
        context.commune_code,
        kept,
        len(page.blocks) - kept,
        record.duplicate_of,
        record.duplicate_kind,
        context.commune_name,
        context.district_name,
        context.province_name,
        page_year(context.event_date or page.published_on, record.facts.figures),
    )


def _block_rows(record: PageRecord) -> Iterable[Row]:
    return ((record.page.page_id, *block) for block in record.page.blocks)


def _fact_rows(
    schema: schemas.TableSchema, facts_of: Callable[[PageRecord], Iterable[object]]
) -> Callable[[PageRecord], Iterable[Row]]:
    """Rows of a table whose columns are the fields of one record of ``extract.model``."""
    cells = attrgetter(*(column.name for column in schema.columns))
    return lambda record: (cells(fact) for fact in facts_of(record))


_ROWS_OF_PAGE: tuple[tuple[schemas.TableSchema, Callable[[PageRecord], Iterable[Row]]], ...] = (
    (schemas.PAGES, _page_row),
    (schemas.BLOCKS, _block_rows),
    (schemas.FIGURES, _fact_rows(schemas.FIGURES, lambda record: record.facts.figures)),
    (schemas.MONEY, _fact_rows(schemas.MONEY, lambda record: record.facts.money)),
    (schemas.SCHOLARSHIPS, _fact_rows(schemas.SCHOLARSHIPS, lambda record: record.facts.scholarships)),
    (schemas.RATINGS, _fact_rows(schemas.RATINGS, lambda record: record.facts.ratings)),
    (schemas.STATEMENTS, _fact_rows(schemas.STATEMENTS, lambda record: record.facts.statements)),
    (schemas.CHECKS, _fact_rows(schemas.CHECKS, lambda record: record.checks)),
)
