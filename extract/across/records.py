"""Records on the disk, read back in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

import pyarrow as pa

from extract.tables.sorting import SortedRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Record = TypeVar("Record", bound=NamedTuple)

_AT_ONCE = 1 << 12


class SortedRecords(Generic[Record]):
    """Any number of records of one type, whose fields are the columns of ``schema``, sorted by ``order``.

    >>> class Commune(NamedTuple):
    ...     name: str
    >>> communes = SortedRecords(Commune, pa.schema({"name": pa.string()}), ("name",))
    >>> communes.add([Commune("xã Tân Bình"), Commune("phường 2")])
    >>> list(communes)
    [Commune(name='phường 2'), Commune(name='xã Tân Bình')]
    """

    def __init__(
        self, kind: type[Record], schema: pa.Schema, order: tuple[str, ...], folder: Path | None = None
    ) -> None:
        self._kind = kind
        self._schema = schema
        if folder is not None:
            folder.mkdir()
        self._rows = SortedRows(schema, order, folder)
        self._waiting: list[Record] = []

    def add(self, records: Iterable[Record]) -> None:
        """Take records, in any order. Raises ``OSError`` where the disk refuses them."""
        for record in records:
            self._waiting.append(record)
            if len(self._waiting) == _AT_ONCE:
                self._store()

    def __iter__(self) -> Iterator[Record]:
        """All records, in order; may be asked for again."""
        self._store()
        for part in self._rows.parts(_AT_ONCE):
            yield from map(self._kind._make, zip(*(column.to_pylist() for column in part.columns), strict=True))

    def _store(self) -> None:
        if self._waiting:
            columns = zip(*self._waiting, strict=True)
            arrays = [pa.array(values, field.type) for values, field in zip(columns, self._schema, strict=True)]
            self._rows.add(pa.Table.from_arrays(arrays, schema=self._schema))
            self._waiting = []
