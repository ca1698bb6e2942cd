"""A few words of a text with those around them."""

from __future__ import annotations

from typing import NamedTuple


class Quotation(NamedTuple):
    """``words`` as they stand, and what is before and after them on their line."""

    before: str
    words: str
    after: str


def quotation(text: str, start: int, end: int, around: int = 40) -> Quotation:
    """``text[start:end]`` with up to ``around`` characters on either side, whole words, cut ends marked.

    >>> quotation("Phường tặng 23 phần học bổng cho học sinh nghèo.", 12, 19, around=12)
    Quotation(before='Phường tặng ', words='23 phần', after=' học bổng…')
    """
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    before, after = text[line_start:start], text[end : None if line_end < 0 else line_end]
    if len(before) > around:
        before = "… " + before[-around:].partition(" ")[2]
    if len(after) > around:
        after = after[:around].rpartition(" ")[0] + "…"
    return Quotation(before, text[start:end], after)
