"""Pages for the tests of deduplication, made of a few lines."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from extract.codes import BlockKind
from extract.identity import page_id
from extract.model import Block, Page
from extract.pages import with_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

Line = str | tuple[BlockKind, str]


def page(
    title: str | None,
    lines: Sequence[Line],
    uri: str = "tin/1.html",
    site: str | None = "tanbinh.example.gov.vn",
    year: int | None = None,
) -> Page:
    """A page captured at the beginning of ``year``; a line is a paragraph unless its kind is given."""
    told: list[tuple[BlockKind, str]] = [] if title is None else [("title", title)]
    told += [("paragraph", line) if isinstance(line, str) else line for line in lines]
    blocks = tuple(
        Block(ordinal, kind, text, 0, 0, kept=True, reason=None, duplicate_of=None, locator="")
        for ordinal, (kind, text) in enumerate(told)
    )
    captured_at = None if year is None else datetime(year, 1, 1, tzinfo=UTC)
    sha256 = f"{hash((title, *told)) & (1 << 64) - 1:064x}"
    empty = Page(
        page_id=page_id(uri, sha256, captured_at),
        uri=uri,
        source=uri,
        captured_at=captured_at,
        media_type="text/html",
        charset="utf-8",
        raw_sha256=sha256,
        raw_bytes=0,
        site=site,
        title=title,
        text="",
        published_on=None,
        byline=None,
        blocks=(),
    )
    return with_blocks(empty, blocks)
