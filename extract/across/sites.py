"""The lines of all sites, counted on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from extract.dedup.site import SIGHTING_BYTES, SiteLines, learn
from extract.tables.sorting import SortedRows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SCHEMA = pa.schema({"sighting": pa.binary()})
_AT_ONCE = 1 << 14
_BUFFER = 1 << 20
"""Bytes: whoever leads a run gathers them, and is to stay small."""


class Sightings:
    """Sightings of lines (see ``extract.dedup.site``) while they are gathered, in a new folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._sorted = SortedRows(_SCHEMA, ("sighting",), folder, _BUFFER)

    def add(self, sightings: bytes) -> None:
        """Take those of some pages, one after the other. Raises ``OSError``."""
        count = len(sightings) // SIGHTING_BYTES
        column = pa.Array.from_buffers(pa.binary(SIGHTING_BYTES), count, [None, pa.py_buffer(sightings)])
        self._sorted.add(pa.Table.from_arrays([column.cast(pa.binary())], schema=_SCHEMA))

    def learn(self) -> SiteLines:
        """What they teach."""
        return learn(self._each())

    def _each(self) -> Iterator[bytes]:
        for part in self._sorted.parts(_AT_ONCE):
            yield from part["sighting"].to_pylist()
