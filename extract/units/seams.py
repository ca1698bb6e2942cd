"""Ranges of one archive, cut apart from each other: whether each begins where the one before it ended.

Where a record begins is told by its first bytes, and those may stand within another record: a crawl may hold a crawl.
Only who has read all that came before knows. So it is known of each range where its first record was found, and where
the one before met the next record; where the two differ, the range is cut again from the right place. What comes of it
is what reading the whole gives.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from extract.sources import Range
    from extract.units.plan import Archive

Edges = tuple[int | None, int | None]
"""``Span.first`` and ``Span.beyond``."""


def sewn(
    archives: Iterable[Archive], edges_of: Callable[[Archive], Edges], cut: Callable[[Archive], None]
) -> Mapping[str, Archive]:
    """Ranges to be taken in place of those that began at a wrong place, by the keys of these. ``cut`` cuts them."""
    instead = {}
    ranges = (archive for archive in archives if archive.range is not None)
    for _, of_one in groupby(ranges, key=attrgetter("file")):
        known: int | None = None
        for archive in of_one:
            right = archive
            assert archive.range is not None  # noqa: S101 - see above
            wrong = _wrong(archive.range, edges_of(archive)[0], known)
            if wrong is not None:
                right = instead[archive.key] = archive.ranged(wrong)
                cut(right)
            first, beyond = edges_of(right)
            if first is not None:
                known = beyond
    return instead


def _wrong(cut: Range, first: int | None, known: int | None) -> Range | None:
    """What is to be read in place of a range whose first record was found at ``first``, if the next record begins at
    ``known``; ``None``: the range is right, or nothing is known.
    """
    if known is None or cut.exact:
        return None
    expected = known if known < cut.ends else None
    if first == expected:
        return None
    return cut._replace(begins=cut.ends if expected is None else expected, exact=True)
