"""The second pass: what the pages of one unit say, once it is known what recurs on their sites."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pyarrow as pa

from extract.dedup.pages import PageKeys, keys_of
from extract.identity import page_id
from extract.model import Page, Reject
from extract.pipeline import page_error, read_page
from extract.sources.zstandard import zstd
from extract.tables.rows import PageRecord, encode
from extract.tables.schemas import PAGES, REJECTS
from extract.units.cleaning import cleaned_items
from extract.units.orders import Done
from extract.units.packed import FAST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extract.dedup.site import SiteLines
    from extract.engines import Failure, Watch
    from extract.pipeline import Knowledge
    from extract.units.orders import Read
    from extract.units.store import Finished, Store
    from extract.units.work import Work

_KEYS = pa.schema(
    {
        "page_id": pa.string(),
        "moment": pa.int64(),
        "text": pa.binary(),
        "address": pa.binary(),
        "near": pa.binary(),
        "version": pa.binary(),
    }
)
_LIKENESS = "likeness"


def read(order: Read, store: Store, work: Work, knowledge: Knowledge, watch: Watch) -> Done:
    """Rows of all tables, and of each page the keys in which it may agree with others."""
    with store.open("cleaned", order.cleaned) as finished:
        items = _numbered(cleaned_items(finished), order.again)
    records = []
    failed = False
    for number, item in enumerate(items):
        failure = watch.begin(number)
        records.append(_record(item, failure, knowledge, order.lines))
        failed |= failure is not None
    watch.rest()
    tables = _encoded(records)
    keys = [keys_of(record.page, record.facts.figures) for record in records if isinstance(record, PageRecord)]
    parts = {name: _ipc(table) for name, table in tables.items()}
    parts[_LIKENESS] = _ipc(_key_table([key for key in keys if key is not None]))
    digest = sha256(b"".join(sha256(part).digest() for part in parts.values())).hexdigest()
    done = Done(
        order.key,
        order.number,
        tables[PAGES.name].num_rows,
        tables[REJECTS.name].num_rows,
        digest,
        limits=repr(work.limits) if failed else "",
    )
    store.keep("read", order.key, done._asdict(), parts)
    return done


def rows_of(finished: Finished, table: str, schema: pa.Schema) -> pa.Table:
    """The rows of a unit that has been read, for one table."""
    with pa.ipc.open_stream(zstd.decompress(finished.part(table))) as reader:
        found = reader.read_all()
    return pa.Table.from_arrays(found.columns, schema=schema)


def likeness_of(finished: Finished) -> Iterator[PageKeys]:
    """The keys of its pages."""
    found = rows_of(finished, _LIKENESS, _KEYS)
    return map(PageKeys._make, zip(*(column.to_pylist() for column in found.columns), strict=True))


def _numbered(items: Sequence[Page | Reject], again: Sequence[tuple[int, int]]) -> list[Page | Reject]:
    """Pages that agree with others in address, bytes and time get ids of their own."""
    numbered = list(items)
    places = [place for place, item in enumerate(items) if isinstance(item, Page)]
    for nth, occurrence in again:
        page = numbered[places[nth]]
        assert isinstance(page, Page)  # noqa: S101 - of the places of pages
        own = page_id(page.uri, page.raw_sha256, page.captured_at, occurrence)
        numbered[places[nth]] = replace(page, page_id=own)
    return numbered


def _record(
    item: Page | Reject, failure: Failure | None, knowledge: Knowledge, lines: SiteLines
) -> PageRecord | Reject:
    if isinstance(item, Reject):
        return item
    if failure is not None:
        return Reject(item.source, item.uri, failure.reason, failure.message, item.raw_bytes)
    return read_page(item, knowledge, lines)


def _encoded(records: list[PageRecord | Reject]) -> Mapping[str, pa.Table]:
    """The rows of ``records``; a page whose values no column can hold becomes a reject among them."""
    try:
        return encode(records)
    except Exception:  # noqa: BLE001 - some page of the unit: the next lines find out which
        records[:] = [_with_valid_rows(record) for record in records]
        return encode(records)


def _with_valid_rows(record: PageRecord | Reject) -> PageRecord | Reject:
    try:
        encode([record])
    except Exception as error:
        if isinstance(record, Reject):
            raise
        return page_error(record.page, error)
    return record


def _key_table(keys: Sequence[PageKeys]) -> pa.Table:
    columns = list(zip(*keys, strict=True)) or [()] * len(_KEYS)
    arrays = [pa.array(values, field.type) for values, field in zip(columns, _KEYS, strict=True)]
    return pa.Table.from_arrays(arrays, schema=_KEYS)


def _ipc(table: pa.Table) -> bytes:
    """A table as an Arrow stream; descriptions of columns are put back when it is read.

    Packed as a whole: Arrow would pack each of some fifty buffers by itself, which takes ten times as long.
    """
    bare = pa.schema([pa.field(field.name, field.type) for field in table.schema])
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, bare) as writer:
        writer.write_table(pa.Table.from_arrays(table.columns, schema=bare))
    return zstd.compress(sink.getvalue(), FAST)
