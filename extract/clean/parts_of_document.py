"""What a document that was turned into text holds beside its text: numbers of pages, the table of contents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.clean.furniture import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.codes import DropReason
    from extract.model import RawBlock

_LONGEST_NUMBER = 10
_NUMBER = re.compile(r"[-–— ]*\d{1,3}[-–— ]*")
_FULL = 40
"""So long are lines that a page was broken between."""
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.? \w")
_ENTRY = re.compile(
    r"[•*-]? ?(?P<number>[IVX]+\b|\d{1,2}(?:\.\d{1,2})*+)?(?P<heading>\D.{2,150}?)(?<![:=])"
    r"[ .(…\t]+(?P<page>\d{1,3})\)?"
)
"""Behind a colon the number counts: "1.1. Hộ nghèo: 12"."""
_FEWEST = 4
_DEEP = 2
"""So many entries are numbered by chapter and section, as figures of a report seldom are."""


def parts_of_document(blocks: Sequence[RawBlock]) -> dict[int, DropReason]:
    """The positions of such blocks, and why they are dropped."""
    found: dict[int, DropReason] = dict.fromkeys(contents([block.text for block in blocks]), "menu")
    for at, block in enumerate(blocks):
        if len(block.text) <= _LONGEST_NUMBER and _is_page_number(blocks, at):
            found[at] = "separator"
    return {at: reason for at, reason in found.items() if blocks[at].kind != "table_row"}


def _is_page_number(blocks: Sequence[RawBlock], at: int) -> bool:
    """Whether a block is a number between two pages: behind a row or a whole sentence, or within one, and before prose.

    A number behind a label, or before another one, may be what the label counts.
    """
    if not 0 < at < len(blocks) - 1 or _NUMBER.fullmatch(blocks[at].text) is None:
        return False
    before, behind = blocks[at - 1], blocks[at + 1]
    if behind.kind == "table_row":
        return False
    long = len(behind.text) >= _FULL
    if before.kind == "table_row" or (ends_sentence(before.text) and before.text[-1] != ":"):
        return (long and behind.text[0].isalpha()) or _SECTION.match(behind.text) is not None
    return len(before.text) >= _FULL and before.text[-1].isalpha() and long and behind.text[0].islower()


def contents(texts: Sequence[str]) -> Iterator[int]:
    """The lines of tables of contents: several in a row, whose numbers at the end never fall.

    >>> lines = ["Mở đầu 1", "1. Cơ sở lý luận 3", "1.1. Khái niệm 3", "1.2.Vai trò ...... 7", "2. Thực trạng (12)"]
    >>> list(contents([*lines, "Xã có 45 hộ nghèo."])), list(contents(["1. Hộ nghèo 12", "2. Hộ khá 40", "3. Giàu 55"]))
    ([0, 1, 2, 3, 4], [])
    """
    run: list[int] = []
    deep = last = 0
    for at in range(len(texts) + 1):
        text = texts[at] if at < len(texts) else ""
        match = _ENTRY.fullmatch(text) if text[-1:].isdecimal() or text[-1:] == ")" else None
        page = -1 if match is None else int(match["page"])
        if page < last:
            if len(run) >= _FEWEST and deep >= _DEEP:
                yield from run
            run, deep = [], 0
        last = max(page, 0)
        if match is not None:
            run.append(at)
            deep += "." in (match["number"] or "")
