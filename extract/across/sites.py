"""The lines of all sites, counted on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa

from extract.across.records import SortedRecords
from extract.dedup.site import SiteLines, learn

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SCHEMA = pa.schema({"key": pa.binary()})


class _Sighting(NamedTuple):
    key: bytes


class Sightings:
    """Sightings of lines (see ``extract.dedup.site``) while they are gathered, in a new folder."""

    def __init__(self, folder: Path) -> None:
        self._sorted = SortedRecords(_Sighting, _SCHEMA, ("key",), folder)

    def add(self, sightings: Iterable[bytes]) -> None:
        """Take those of some pages. Raises ``OSError``."""
        self._sorted.add(map(_Sighting, sightings))

    def learn(self) -> SiteLines:
        """What they teach."""
        return learn(sighting.key for sighting in self._sorted)
