"""A page with its blocks judged, and what was read on the way: what judging hands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from extract.codes import BlockKind, DropReason


class JudgedBlock(NamedTuple):
    """A block with its reason, ``None`` for one that is kept."""

    kind: BlockKind
    text: str
    reason: DropReason | None
    locator: str


class Printed(NamedTuple):
    """A day that the page prints as its own, the more trustworthy the smaller ``rank``."""

    rank: int
    day: date


@dataclass(frozen=True, slots=True)
class Judged:
    """The blocks of a page in order, the title first, and what was read on the way."""

    title: str | None
    blocks: tuple[JudgedBlock, ...]
    days: tuple[Printed, ...]
    bylines: tuple[str, ...]
    """The most telling first: signatures below the text, then names above it."""
