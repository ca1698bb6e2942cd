"""Where sentences, segments and sections of a page begin and end.

A *block* is a line of ``Page.text``; a *sentence* ends at a full stop, an ellipsis before a capital, or the end of its
block; a *segment* is what semicolons part a sentence into. Offsets are those of the page's text.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from extract.match.shadow import Shadow
    from extract.model import Block, Page

# "TP. Hồ Chí Minh", "P. 2", "Th.S": a dot that ends no sentence. A dot inside a number is gone from the shadow.
_END = regex.compile(
    r"(?<!\b(?:tp|tx|tt|p|q|f|h|x|ths|ts|gs|pgs|bs|ks|đ/c|st|tr|dr|mr|ms|đt|v\.v|no))[.?!]+(?=[\s\"')\]]|$)"
    r"|\u2026+(?=\s*+(?P<capital>\p{L}))|\.{2,}(?=\s*+\p{L})"
    r"|(?<=\p{L}{2})(?<!\b(?:tp|tx|tt|ubnd))\.(?=(?P<glued>\p{L}{2}))"
)
_ROMAN = regex.compile(r"[IVX]+\s*[.)/-]|[A-E][.)]\s")
_NUMBERING = (
    regex.compile(r"\d{1,2}\s*[.)/-](?!\d)"),
    regex.compile(r"\d{1,2}\.\d{1,2}[.)]?(?:\d{1,2}\.?)?\s"),
    regex.compile(r"[a-zđ]\s*[.)]"),
)
_CAPITALS, _NUMBERED = 1, 2
"""Levels of headings: Roman numerals are 0, capitals and mark-up 1, "1." 2, "1.1" 3, "a)" 4."""
_LINE = _NUMBERED + len(_NUMBERING)
"""Level of a bare line. It may open a section, which a heading in capitals or Roman numerals ends; it closes none."""
_HEADING_LENGTH = 160
_BULLETS = ("-", "+", "*", "•", "–", "●", "▪", "◦", "✓", "(")


class Unit(NamedTuple):
    """A stretch ``start:end`` of the text with the number of the unit that holds it."""

    start: int
    end: int


class Structure(NamedTuple):
    """Starts of blocks, sentences and segments, each sorted; look-ups by offset."""

    text_end: int
    blocks: tuple[int, ...]
    sentences: tuple[int, ...]
    segments: tuple[int, ...]
    headings: dict[int, int]
    """From the start of a heading-like block to its level, 0 the highest."""
    items: frozenset[int]
    """Starts of blocks that are members of a list."""
    unfinished: frozenset[int]
    """Starts of blocks that end in a semicolon: the next block goes on."""

    def block(self, offset: int) -> Unit:
        """The block that holds ``offset``."""
        return self._unit(self.blocks, offset)

    def sentence(self, offset: int) -> Unit:
        """The sentence that holds ``offset``."""
        return self._unit(self.sentences, offset)

    def segment(self, offset: int) -> Unit:
        """The segment that holds ``offset``."""
        return self._unit(self.segments, offset)

    def is_numbered(self, offset: int) -> bool:
        """Whether the block that holds ``offset`` is a heading with a number of its own."""
        return self.headings.get(self.block(offset).start, _LINE) not in (_CAPITALS, _LINE)

    def section_end(self, offset: int) -> int:
        """Where the section ends whose heading holds ``offset``: at the next heading of the same level or higher."""
        start = self.block(offset).start
        level = self.headings.get(start, _LINE)
        closing = _CAPITALS if level == _LINE else level
        for block in self.blocks[bisect_right(self.blocks, start) :]:
            if self.headings.get(block, _LINE) <= closing:
                return block
        return self.text_end

    def list_end(self, offset: int) -> int:
        """Where the list ends after the block of ``offset``: a run of items, or of lines parted by semicolons."""
        at = bisect_right(self.blocks, offset)
        listed = self.items | self.unfinished
        while at < len(self.blocks) and (self.blocks[at] in listed or self.blocks[at - 1] in self.unfinished):
            at += 1
        return self.blocks[at] if at < len(self.blocks) else self.text_end

    def neighbours(self, earlier: int, later: int) -> bool:
        """Whether two places stand in one block or in neighbouring ones, list items counted to the line above them."""
        block, last = self.block(later), self.block(earlier)
        return block.start in (last.start, last.end) or self.list_end(earlier) == block.start

    def _unit(self, starts: tuple[int, ...], offset: int) -> Unit:
        at = bisect_right(starts, offset)
        return Unit(starts[at - 1], starts[at] if at < len(starts) else self.text_end)


def structure(page: Page, shadow: Shadow) -> Structure:
    """The structure of a page's text."""
    text = page.text
    blocks = [0]
    sentences = [0]
    segments = [0]
    for place, character in enumerate(shadow.text):
        if character == "\n":
            start = shadow.offsets[place] + 1
            blocks.append(start)
            sentences.append(start)
            segments.append(start)
        elif character == ";":
            segments.append(shadow.offsets[place] + 1)
    for end in _END.finditer(shadow.text):
        start = shadow.offsets[end.end()]
        if end["capital"] and not text[shadow.offsets[end.start("capital")]].isupper():
            continue  # "nấm ăn, cây dược liệu,…qua đó có việc làm": the list trails off, the sentence goes on
        if end["glued"] and not _parts_sentences(
            text[shadow.offsets[end.start()] - 1 : shadow.offsets[end.end("glued")]]
        ):
            continue
        sentences.append(start)
        segments.append(start)
    starts = tuple(sorted(set(blocks)))
    counting = {starts[bisect_right(starts, shadow.offsets[place]) - 1] for place in shadow.quantities}
    kept = {block.start: block for block in page.blocks if block.kept and block.start is not None}
    levels = {start: _heading_level(block, counts=start in counting) for start, block in kept.items()}
    return Structure(
        len(text),
        starts,
        tuple(sorted(set(sentences))),
        tuple(sorted(set(segments))),
        {start: level for start, level in levels.items() if level is not None},
        frozenset(start for start, block in kept.items() if _is_item(block)),
        frozenset(start for start, block in kept.items() if block.text.endswith(";")),
    )


def _parts_sentences(around: str) -> bool:
    """Whether a dot without space, seen as "n.Hộ", ends a sentence: "công nhân.Hội đã", not "binhminh.gov" or "BCH.TW".

    >>> _parts_sentences("n.Hộ"), _parts_sentences("h.go"), _parts_sentences("H.TW")
    (True, False, False)
    """
    return around[0].islower() and around[2].isupper() and around[3].islower()


def _heading_level(block: Block, *, counts: bool) -> int | None:
    """The level of a block that looks like a heading: short, without punctuation at its end; ``None`` if it does not.

    ``counts``: it holds figures; then only a Roman numeral makes it one ("1. Trao 20 suất học bổng" is a list item).
    """
    text = block.text
    if block.kind in ("title", "table_row", "caption") or len(text) > _HEADING_LENGTH:
        return None
    if _ROMAN.match(text):
        return 0
    if counts or text[-1:] in ".;,…":
        return None
    for level, numbering in enumerate(_NUMBERING, _NUMBERED):
        if numbering.match(text):
            return level
    if block.kind == "heading" or text.isupper():
        return _CAPITALS
    return None if _is_item(block) or text.endswith(":") else _LINE


def _is_item(block: Block) -> bool:
    return block.kind == "item" or block.text.startswith(_BULLETS) or any(n.match(block.text) for n in _NUMBERING)
