"""A text given by hand as a page: what ``baocao explain`` and the examples of rules are read as."""

from __future__ import annotations

import hashlib

from extract.identity import page_id
from extract.model import Block, Page
from extract.text import clean, well_formed


def snippet(text: str) -> Page:
    r"""A page whose blocks are the lines of ``text``, all kept, without a title.

    >>> [block.text for block in snippet("Trao 5 suất học bổng.\n\n- 2 suất tiểu học").blocks]
    ['Trao 5 suất học bổng.', '- 2 suất tiểu học']
    """
    text = well_formed(text)
    lines = [line for line in map(_cleaned, text.split("\n")) if line]
    blocks = []
    start = 0
    for ordinal, line in enumerate(lines):
        end = start + len(line)
        blocks.append(Block(ordinal, "paragraph", line, start, end, True, None, None, f"line {ordinal + 1}"))  # noqa: FBT003
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
        text="\n".join(lines),
        published_on=None,
        byline=None,
        blocks=tuple(blocks),
    )


def _cleaned(line: str) -> str:
    """A line as it would stand on a page; tabs part the cells of a row, if they are several."""
    cells = [clean(cell) for cell in line.split("\t")]
    return "\t".join(cells) if len(cells) > _LEAST_TABS and any(cells) else clean(line)


_LEAST_TABS = 2
