"""Why what stands in a landmark of a page is no report: menus are furniture, boxes at the side only perhaps."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.codes import DropReason

_OF_MARKS: tuple[tuple[str, DropReason], ...] = (
    ("related", "related_links"),
    ("comment", "comment_widget"),
    ("counter", "counter"),
    ("poll", "poll"),
    ("share", "share"),
    ("menu", "menu"),
    ("footer", "footer"),
    ("form", "menu"),
)
_OF_DOUBTFUL_MARKS: tuple[tuple[str, DropReason], ...] = (
    ("banner", "site_boilerplate"),
    ("ad", "site_boilerplate"),
    ("popup", "site_boilerplate"),
    ("aside", "site_boilerplate"),
)


def reason_of(marks: frozenset[str]) -> DropReason | None:
    """The reason that landmarks give, whatever the text inside; ``None`` if they give none."""
    return _first(marks, _OF_MARKS)


def doubtful_reason_of(marks: frozenset[str]) -> DropReason | None:
    """The reason that landmarks give where running text is believed more."""
    return _first(marks, _OF_DOUBTFUL_MARKS)


@lru_cache(maxsize=4_096)
def _first(marks: frozenset[str], reasons: tuple[tuple[str, DropReason], ...]) -> DropReason | None:
    """The reason of the first landmark that has one; elements of a page have few different sets of landmarks."""
    return next((reason for mark, reason in reasons if mark in marks), None)
