"""Cleaned blocks into a page: the text that everything later is read from, and where in it each block stands."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.model import Page

if TYPE_CHECKING:
    from extract.clean.cleaned import Cleaned
    from extract.model import Block, Capture


def build_page(capture: Capture, cleaned: Cleaned, page_id: str) -> Page:
    r"""The page with its text: kept blocks joined by line feeds. Every block has a row, kept ones a place in the text.

    >>> from extract.clean.cleaned import Cleaned
    >>> from extract.model import Block, Capture
    >>> blocks = (Block(0, "title", "Phường 2", None, None, True, None, None, "line 1"),
    ...           Block(1, "line", "-----", None, None, False, "separator", None, "line 2"),
    ...           Block(2, "paragraph", "Trao quà.", None, None, True, None, None, "line 3"))
    >>> capture = Capture("a.txt", "a.txt", "text/plain", b"...")
    >>> page = build_page(capture, Cleaned("utf-8", None, None, "Phường 2", None, None, blocks), "4f2a90c1d37be85601aa")
    >>> page.text, [(block.start, block.end) for block in page.blocks]
    ('Phường 2\nTrao quà.', [(0, 8), (None, None), (9, 18)])
    """
    placed, text = _place(cleaned.blocks)
    return Page(
        page_id=page_id,
        uri=cleaned.address or capture.uri,
        source=capture.source,
        captured_at=capture.captured_at,
        media_type=capture.media_type,
        charset=cleaned.charset,
        raw_sha256=hashlib.sha256(capture.data).hexdigest(),
        raw_bytes=len(capture.data),
        site=cleaned.site,
        title=cleaned.title,
        text=text,
        published_on=cleaned.published_on,
        byline=cleaned.byline,
        blocks=placed,
    )


def with_blocks(page: Page, blocks: tuple[Block, ...]) -> Page:
    """The page after more of its blocks have been dropped: what is left in the text moves up."""
    if blocks == page.blocks:
        return page
    placed, text = _place(blocks)
    return replace(page, text=text, blocks=placed)


def _place(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], str]:
    placed = []
    at = 0
    for block in blocks:
        if block.kept:
            end = at + len(block.text)
            placed.append(block._replace(start=at, end=end))
            at = end + 1
        else:
            placed.append(block._replace(start=None, end=None))
    return tuple(placed), "\n".join(block.text for block in blocks if block.kept)
