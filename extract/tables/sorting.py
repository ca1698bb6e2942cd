"""Rows in order, however many and in whatever order they come: an external sort in bounded memory.

Rows are held until there are ``_BUFFER`` bytes of them, then sorted and written to a file, a *run*. ``_FAN_IN`` runs of
one size are merged into a larger one, so that the last merge, which gives the rows in order, has few files open and a
piece of each in memory. Without a folder for runs everything stays in memory.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_BUFFER = 16 << 20
"""Bytes of rows that are sorted at once: a run takes about three times as much memory while it is made."""
_PIECE = 256 << 10
"""Bytes of a run that are read at once."""
_FAN_IN = 16


class SortedRows:
    """Rows of one table on their way to files. Rows equal in all columns of ``order`` must be equal altogether.

    The first of those columns says how rows are taken from runs, all rows of one value at once: it must tell them apart
    well enough for the rows of one value to fit in memory.

    >>> rows = SortedRows(pa.schema([("page_id", pa.string())]), ("page_id",))
    >>> rows.add(pa.table({"page_id": ["c", "a"]})), rows.add(pa.table({"page_id": ["b"]}))
    (None, None)
    >>> [part["page_id"].to_pylist() for part in rows.parts(2)]
    [['a', 'b'], ['c']]
    """

    def __init__(
        self, schema: pa.Schema, order: tuple[str, ...], folder: Path | None = None, buffer: int | None = None
    ) -> None:
        self._schema = schema
        self._buffer = buffer or _BUFFER
        self._order = [(column, "ascending") for column in order]
        self._folder = folder
        self._names = count()
        self._held: list[pa.Table] = []
        self._held_bytes = 0
        self._levels: list[list[Path]] = []
        """Runs, the youngest and smallest on level 0."""
        self.count = 0
        """How many rows there are."""

    def add(self, rows: pa.Table) -> None:
        """Take rows, in any order. Raises ``OSError`` where a run cannot be written."""
        if not rows.num_rows:
            return
        self._held.append(rows)
        self._held_bytes += rows.nbytes
        self.count += rows.num_rows
        if self._folder is not None and self._held_bytes >= self._buffer:
            self._write_run(self._folder, 0, [self._sorted(self._held)])
            self._held, self._held_bytes = [], 0

    def parts(self, rows: int) -> Iterator[pa.Table]:
        """All rows in order, ``rows`` at a time and the rest last; may be asked for again. No rows: no part."""
        waiting: list[pa.Table] = []
        length = 0
        for piece in self._merged([run for level in self._levels for run in level]):
            waiting.append(piece)
            length += piece.num_rows
            if length >= rows:
                whole = pa.concat_tables(waiting)
                for start in range(0, length - rows + 1, rows):
                    # One chunk a column: how a Parquet file is laid out depends on its chunks.
                    yield whole.slice(start, rows).combine_chunks()
                waiting, length = [whole.slice(length - length % rows).combine_chunks()], length % rows
        if length:
            yield pa.concat_tables(waiting).combine_chunks()

    def _sorted(self, parts: list[pa.Table]) -> pa.Table:
        return pa.concat_tables(parts).sort_by(self._order)

    def _write_run(self, folder: Path, level: int, pieces: Iterable[pa.Table]) -> None:
        if level == len(self._levels):
            self._levels.append([])
        run = folder / f"{next(self._names):06}.arrows"
        self._levels[level].append(run)
        options = pa.ipc.IpcWriteOptions(compression="zstd")
        with run.open("xb") as stream, pa.ipc.new_stream(stream, self._schema, options=options) as writer:
            for piece in pieces:
                row_bytes = piece.nbytes // piece.num_rows + 1
                writer.write_table(piece, max_chunksize=_PIECE // row_bytes + 1)
        runs = self._levels[level]
        if len(runs) == _FAN_IN:
            self._write_run(folder, level + 1, self._merged(runs, held=False))
            for merged in runs:
                merged.unlink()
            self._levels[level] = []

    def _merged(self, runs: list[Path], *, held: bool = True) -> Iterator[pa.Table]:
        """The rows of ``runs``, and those held in memory, in order."""
        sources = [_Source(_pieces_of(run), self._order[0][0]) for run in runs]
        if held and self._held:
            sources.append(_Source(iter([self._sorted(self._held)]), self._order[0][0]))
        while sources := [source for source in sources if source.fill()]:
            if len(sources) == 1:
                yield sources[0].take_all()
                continue
            last = min(source.last for source in sources)
            ready = [part for source in sources if (part := source.take_below(last)).num_rows]
            if ready:
                yield self._sorted(ready)
            else:  # all that is at hand of one source has the same first value: see where that ends
                yield self._sorted([source.take_value(last) for source in sources])


class _Source:
    """A sorted run while it is merged: the rows at hand, and the pieces that follow."""

    def __init__(self, pieces: Iterator[pa.Table], key: str) -> None:
        self._rows = pa.table({key: []})
        self._pieces = pieces
        self._key = key

    def fill(self) -> bool:
        """Whether there are rows left; then some are at hand."""
        while not self._rows.num_rows:
            piece = next(self._pieces, None)
            if piece is None:
                return False
            self._rows = piece
        return True

    @property
    def last(self) -> str | bytes:
        """The greatest first value at hand."""
        return self._rows[self._key][-1].as_py()  # type: ignore[no-any-return]

    def take_all(self) -> pa.Table:
        """The rows at hand."""
        return self._take(self._rows.num_rows)

    def take_below(self, value: str | bytes) -> pa.Table:
        """The rows at hand whose first value is less than ``value``."""
        return self._take(self._count(pc.less, value))

    def take_value(self, value: str | bytes) -> pa.Table:
        """All rows of ``value``, at hand or not; no other value comes before them."""
        taken = [self._take(self._count(pc.equal, value))]
        while not self._rows.num_rows and self.fill():
            taken.append(self._take(self._count(pc.equal, value)))
        return pa.concat_tables(taken)

    def _count(self, compare: Callable[[pa.ChunkedArray, pa.Scalar], pa.ChunkedArray], value: str | bytes) -> int:
        keys = self._rows[self._key]
        return pc.sum(compare(keys, pa.scalar(value, keys.type))).as_py() or 0

    def _take(self, rows: int) -> pa.Table:
        taken, self._rows = self._rows.slice(0, rows), self._rows.slice(rows)
        return taken


def _pieces_of(run: Path) -> Iterator[pa.Table]:
    with run.open("rb") as stream, pa.ipc.open_stream(stream) as reader:
        for batch in reader:
            yield pa.Table.from_batches([batch])
