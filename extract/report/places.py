"""Where a row of a list stands: its page, what that is of, and the passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.report.addresses import anchor

if TYPE_CHECKING:
    from datetime import date

    from extract.dataset import PageEntry
    from extract.report.parts import Parts


class Place(NamedTuple):
    """A place in a page of the report."""

    file: str
    """In the folder of pages."""
    anchor: str
    title: str | None
    uri: str
    commune: str | None
    day: date | None
    """Of the event, else of publication."""
    year: int | None


def place_of(row_id: str, start: int, entry: PageEntry, parts: Parts) -> Place:
    """The place of a row that begins at the character ``start`` of its page."""
    return Place(
        parts.file_at(start),
        anchor(row_id, entry.page_id),
        entry.title,
        entry.uri,
        entry.commune_name or entry.commune,
        entry.event_date or entry.published_on,
        entry.year,
    )
