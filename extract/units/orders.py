"""What workers are asked to do, and what they answer. All of it is short: what it is about lies in files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.dedup.site import SiteLines
    from extract.model import Reject
    from extract.sources import File, Range


class Cut(NamedTuple):
    """Unpack an archive into pieces of some pages. What is in ``cut`` under ``key`` are the keys of its pieces."""

    key: str
    file: File
    range: Range | None = None
    """Only what begins in these bytes of it."""


class Clean(NamedTuple):
    """Clean some pages, into ``cleaned`` under ``key``."""

    key: str
    files: tuple[File | Reject, ...] | None
    """Where they are; ``None``: in the piece of an archive, in ``captures`` under the same key."""


class Read(NamedTuple):
    """Read what cleaned pages say, into ``read`` under ``key``."""

    key: str
    number: int
    """Which unit of the run it is."""
    cleaned: str
    """Their key in ``cleaned``."""
    lines: SiteLines
    """Those of their lines that recur on their sites."""
    again: tuple[tuple[int, int], ...]
    """Pages, by their number, that were met before, and how often."""


class Write(NamedTuple):
    """Write a table of the dataset, from all units in the file ``units`` of the work folder."""

    key: str
    table: str


Order = Cut | Clean | Read | Write


class Done(NamedTuple):
    """What came of an order."""

    order: str
    """Its key."""
    number: int = 0
    """That of a ``Read``."""
    pages: int = 0
    rejects: int = 0
    digest: str = ""
    """What was made of the pages, in one word."""
    rows: int = 0
    """Of a table."""
    tally: Mapping[str, int] = {}
    """How often each value occurs in the column of the table that is counted."""
    limits: str = ""
    """Under which limits some page failed: under others it may not."""
