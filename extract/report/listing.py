"""The list of pages, cut by site and month within each of its files."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from extract.report.overview import MOST_SITES, SiteLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.report.overview import Overview, PageLine
    from extract.report.shards import Shard

LINES = 400
"""Pages in one file of the list."""


class Group(NamedTuple):
    """Pages of one site and month; ``anchor`` is that of its first page."""

    anchor: str
    site: str | None
    month: str | None


class SiteLink(NamedTuple):
    """A site, and where its pages begin."""

    line: SiteLine
    file: str
    anchor: str


def groups(lines: Iterable[PageLine]) -> Iterator[tuple[Group, list[PageLine]]]:
    """Lines that stand together, by site and month."""
    for (site, month), members in groupby(lines, key=lambda line: (line.site, line.month)):
        found = list(members)
        yield Group(f"p-{found[0].stem}", site, month), found


def site_links(overview: Overview, shards: Sequence[Shard[PageLine]]) -> list[SiteLink]:
    """The sites of the index, those with most pages."""
    found = []
    for line in overview.sites()[:MOST_SITES]:
        shard = shards[line.first // LINES]
        found.append(SiteLink(line, shard.file, f"p-{shard.items[line.first % LINES].stem}"))
    return found
