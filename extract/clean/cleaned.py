"""A page with its blocks judged, before offsets are set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from extract.model import Block


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning makes of a capture. Blocks stand in order, numbered from 0, without ``start`` and ``end`` yet."""

    charset: str
    address: str | None
    """Where the page was saved from, if a comment of whoever saved it says so."""
    site: str | None
    title: str | None
    published_on: date | None
    byline: str | None
    blocks: tuple[Block, ...]
