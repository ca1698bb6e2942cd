"""Ring two of deduplication: lines that recur on many pages of one site are furniture of the site, not of the report.

A site is a host; of files without an address, the top folder of the input. It is read twice. The first time every line
is *sighted*, and what is sighted in enough articles is remembered; the second time such lines are dropped:

* ``often`` sighted (a quarter of the articles): before the first line that is the page's own, or behind the last.
* ``mostly`` sighted (half of them): there even with digits, such as an address or a telephone; elsewhere only
  a paragraph without digits.

Counted are articles, not pages: captures and copies of one report, with their changes, have one title. So a report that
was saved ten times teaches nothing, and neither does a site all of whose pages are called by its name. What carries a
page's own figures stays: a line recurs whole, every digit compared; rows of tables never go, nor does what introduces
others ("Trong đó:", "I. Kinh tế"), which monthly reports of one form share.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.dedup.digest import digest
from extract.text import likeness_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.model import Block, Page

_FEWEST_ARTICLES = 5
"""In fewer, sentences of reports recur as often as furniture does."""
_OFTEN = 0.25
_MOSTLY = 0.5

_HASH = 8
SIGHTING_BYTES = 3 * _HASH
_NAME_BYTES = 2 * _HASH
"""Of a line, by which it begins."""
_ANY_LINE = bytes(_HASH)
"""Stands for a line that every article has, and sorts before all others: its articles are those of the site."""

_LETTER = regex.compile(r"\p{L}")
_DIGIT = regex.compile(r"\d")
_INTRODUCES = regex.compile(r":\W*$|^\W*(?:\d+|[IVX]+|\p{L})[.)/]\s")


class SiteLines(NamedTuple):
    """What was learned of all sites: names of lines (see ``_name``), and of the sites that have any."""

    sites: frozenset[bytes]
    often: frozenset[bytes]
    mostly: frozenset[bytes]

    def among(self, sightings: Iterable[bytes]) -> SiteLines:
        """As much as matters to the pages that those sightings are of."""
        names = {sighting[:_NAME_BYTES] for sighting in sightings}
        often = self.often & names
        return SiteLines(frozenset(name[:_HASH] for name in often), often, self.mostly & names)


NO_LINES = SiteLines(frozenset(), frozenset(), frozenset())


def sightings(page: Page) -> Iterator[bytes]:
    """One string of ``SIGHTING_BYTES`` for each line of the page that may be furniture: its site, the line, article."""
    site = _site_of(page)
    article = digest(likeness_key(page.title) if page.title else page.text, size=_HASH)
    yield site + _ANY_LINE + article
    for block in page.blocks:
        if _may_recur(block):
            yield _name(site, block) + article


def learn(sorted_sightings: Iterable[bytes]) -> SiteLines:
    """What the sightings of all pages, sorted, say of their sites. Memory grows with what is learned only."""
    sites: set[bytes] = set()
    often: set[bytes] = set()
    mostly: set[bytes] = set()
    all_articles = 0
    for name, of_line in groupby(sorted_sightings, key=lambda sighting: sighting[:_NAME_BYTES]):
        articles = sum(1 for _ in groupby(of_line))
        if name[_HASH:] == _ANY_LINE:
            all_articles = articles
        elif articles >= max(_FEWEST_ARTICLES, _OFTEN * all_articles):
            sites.add(name[:_HASH])
            often.add(name)
            if articles >= _MOSTLY * all_articles:
                mostly.add(name)
    return SiteLines(frozenset(sites), frozenset(often), frozenset(mostly))


def drop_site_lines(page: Page, lines: SiteLines) -> tuple[Block, ...]:
    """The blocks of the page, those that are furniture of its site dropped as ``site_boilerplate``."""
    site = _site_of(page)
    if site not in lines.sites:
        return page.blocks
    standing = [block for block in page.blocks if block.kept and block.kind != "title"]
    names = {block.ordinal: _name(site, block) for block in standing if _may_recur(block)}
    first = _own_line(standing, names, lines, introducing=True)
    behind = len(standing) - _own_line(standing[first:][::-1], names, lines, introducing=False)
    dropped = {block.ordinal for block in (*standing[:first], *standing[behind:])}
    dropped.update(
        block.ordinal
        for block in standing[first:behind]
        if names.get(block.ordinal) in lines.mostly
        and block.kind in {"paragraph", "line", "caption"}
        and not _DIGIT.search(block.text)
        and not _introduces(block)
    )
    if not dropped:
        return page.blocks
    return tuple(
        block._replace(kept=False, reason="site_boilerplate", duplicate_of=None)
        if block.ordinal in dropped or block.duplicate_of in dropped
        else block
        for block in page.blocks
    )


def _own_line(blocks: Sequence[Block], names: dict[int, bytes], lines: SiteLines, *, introducing: bool) -> int:
    """How many of ``blocks`` are furniture before the first that is not; ``introducing``: what introduces is not."""
    for passed, block in enumerate(blocks):
        known = lines.mostly if _DIGIT.search(block.text) else lines.often
        if names.get(block.ordinal) not in known or (introducing and _introduces(block)):
            return passed
    return len(blocks)


def _may_recur(block: Block) -> bool:
    return block.kept and block.kind not in {"title", "table_row"} and _LETTER.search(block.text) is not None


def _introduces(block: Block) -> bool:
    return _INTRODUCES.search(block.text) is not None


def _site_of(page: Page) -> bytes:
    folder, _, below = page.uri.partition("/")
    return digest("site", page.site, size=_HASH) if page.site else digest("folder", folder if below else "", size=_HASH)


def _name(site: bytes, block: Block) -> bytes:
    return site + digest(likeness_key(block.text), size=_HASH)
