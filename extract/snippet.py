"""A text given by hand as a page: what ``baocao explain`` and the examples of rules are read as."""

from __future__ import annotations

import hashlib

from extract.clean.plain import outline
from extract.identity import page_id
from extract.model import Block, Page
from extract.text import well_formed


def snippet(text: str) -> Page:
    r"""A page whose blocks are those of ``text``, found as in a page of plain text; all kept, without a title.

    >>> [block.text for block in snippet("Trao 5 suất học bổng.\n\n- 2 suất tiểu học").blocks]
    ['Trao 5 suất học bổng.', '- 2 suất tiểu học']
    """
    text = well_formed(text)
    blocks = []
    start = 0
    for ordinal, (kind, line, locator, *_) in enumerate(outline(text).blocks):
        end = start + len(line)
        blocks.append(Block(ordinal, kind, line, start, end, True, None, None, locator))  # noqa: FBT003
        start = end + 1
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    return Page(
        page_id=page_id("", digest),
        uri="",
        source="",
        captured_at=None,
        media_type="text/plain",
        charset="utf-8",
        raw_sha256=digest,
        raw_bytes=len(data),
        site=None,
        title=None,
        text="\n".join(block.text for block in blocks),
        published_on=None,
        byline=None,
        blocks=tuple(blocks),
    )
