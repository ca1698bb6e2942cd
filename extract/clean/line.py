"""A line of a page, and what its own wording and shape make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from extract.codes import DropReason


class Line(NamedTuple):
    """What is known of a line. ``reason`` is ``None`` for one that is no furniture by itself."""

    folded: str
    """``extract.text.fold`` of it; empty for one that is too long to be furniture."""
    reason: DropReason | None = None
    day: date | None = None
    """Of a date line, or of a labelled date."""
    labelled: bool = False
    """Whether a label says that the day is of publication."""
    byline: str | None = None
    related: bool = False
    """Whether it is a phrase that heads links to other pages."""
    of_visit: bool = False
    """Whether it is a clock, whose day is that of whoever saved the page."""
