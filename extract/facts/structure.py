"""Where sentences, segments and sections of a page begin and end.

A *block* is a line of ``Page.text``; a *sentence* ends at a full stop, an ellipsis before a capital, or the end of its
block, and after some thousands of characters at any space; a *segment* is what semicolons part a sentence into.
Offsets are those of the page's text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.match.shadow import ALL
from extract.text import BULLETS

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from extract.match.shadow import Shadow
    from extract.model import Block, Page
    from extract.rulefiles import RuleFiles

_MAY_END = re.compile(r"[.?!]+|\u2026+")
"""What all of that begins with: ``re`` runs from one to the next, and only there the rest is asked."""
_ROMAN = regex.compile(r"[IVX]+\s*[.)/-]|[A-E][.)/]\s")
_LETTER = regex.compile(r"[A-E][.)/]\s")
_ROMAN_ONE = regex.compile(r"I\s*[.)/-]")
_FIRST = regex.compile(r"I\s*[.)/-]|A[.)/]\s")
_NUMBERING = (
    regex.compile(r"\d{1,2}\s*[.)/-](?!\d)"),
    regex.compile(r"\d{1,2}\.\d{1,2}[.)]?(?:\d{1,2}\.?)?\s"),
    regex.compile(r"[a-zđ]\s*[.)]"),
)
_BRACKETED = regex.compile(r"\(\s*(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\s*\)")
"""The number of an item; "(Báo An Giang) - Ngày 5/2" below a title opens a story."""
_CAPITALS, _NUMBERED = 1, 2
"""Levels of headings: Roman numerals are 0, capitals and mark-up 1, "1." 2, "1.1" 3, "a)" 4."""
_LINE = _NUMBERED + len(_NUMBERING)
"""Level of a bare line. It may open a section, which a heading in capitals or Roman numerals ends; it closes none."""
_HEADING_LENGTH = 160
_SCRAP = 20
"""What stands beside a title is no longer."""
_LETTERHEAD = 16
"""So many lines at most hold letterhead and title of a document."""
_LONGEST_SENTENCE = 5_000
"""Templates that loop write a megabyte without a full stop, and each figure looks around itself in its sentence."""


def sentence_ends(files: RuleFiles) -> regex.Pattern[str]:
    """Where sentences end in the text that rules see, but for the dots of the sections ``dotted`` and ``dotted_close``.

    A dot inside a number is gone from that text.
    """
    dotted, close = files.any_of("dotted"), files.any_of("dotted_close")
    return regex.compile(
        rf"(?<!\b{dotted})(?!\.+\s?\)\s?[;,])[.?!]++(?=[\s\"')\]]|$)"
        rf"|\u2026++(?=\s*+(?P<capital>\p{{L}}))|\.{{2,}}+(?=\s*+\p{{L}})"
        rf"|(?<=\p{{L}}{{2}})(?<!\b{close})\.(?=(?P<glued>\p{{L}}{{2}}))"
    )


class Unit(NamedTuple):
    """A stretch ``start:end`` of the text with the number of the unit that holds it."""

    start: int
    end: int


class Units:
    """Stretches of the text, each from its start to that of the next."""

    __slots__ = ("_bounds", "_units", "starts")

    def __init__(self, starts: Iterable[int], text_end: int) -> None:
        self.starts = sorted(set(starts))
        self._bounds = [*self.starts, text_end]
        self._units: list[Unit | None] = [None] * len(self.starts)
        """Those that have been asked for: on most pages few."""

    def at(self, offset: int) -> Unit:
        """The stretch that holds ``offset``."""
        number = bisect_right(self.starts, offset) - 1
        unit = self._units[number]
        if unit is None:
            number %= len(self.starts)
            unit = self._units[number] = Unit(self._bounds[number], self._bounds[number + 1])
        return unit


class Structure:
    """Blocks, sentences and segments, looked up by offset; headings and lists, laid out when they are first asked for.

    ``block``, ``sentence`` and ``segment`` give the unit that holds an offset.
    """

    def __init__(self, page: Page, shadow: Shadow, ends: regex.Pattern[str]) -> None:
        """Lay out a page; ``ends`` is what ``sentence_ends`` has made of the rule files."""
        self._page, self._shadow = page, shadow
        self.text_end = len(page.text)
        lines = [0, *_behind("\n", shadow)]
        stops = sorted((*lines, *_sentence_ends(page.text, shadow, ends)))
        stops += _cuts(stops, shadow, self.text_end)
        self.blocks = Units(lines, self.text_end)
        self.sentences = Units(stops, self.text_end)
        self.segments = Units([*stops, *_behind(";", shadow)], self.text_end)
        self.block: Callable[[int], Unit] = self.blocks.at
        self.sentence: Callable[[int], Unit] = self.sentences.at
        self.segment: Callable[[int], Unit] = self.segments.at

    @cached_property
    def _kept(self) -> dict[int, Block]:
        """The blocks of the text by their start."""
        return {block.start: block for block in self._page.blocks if block.kept and block.start is not None}

    @cached_property
    def headings(self) -> dict[int, int]:
        """From the start of a heading-like block to its level, 0 the highest."""
        counting = {self.block(self._shadow.offsets[place]).start for place in self._shadow.places}
        levels = {start: _heading_level(block, counts=start in counting) for start, block in self._kept.items()}
        if self._is_over_list(0):
            levels[0] = _LINE
        return {start: level for start, level in levels.items() if level is not None}

    def _is_over_list(self, start: int) -> bool:
        """Whether a title heads a list right below, as on pages without a lead: "Chỉ tiêu chủ yếu", "- Kinh tế:"."""
        title, below = self._kept.get(start), self._kept.get(self.block(start).end)
        if title is None or title.kind != "title" or below is None or not _is_item(below):
            return False
        return not below.text.startswith("(") or _BRACKETED.match(below.text) is not None

    @cached_property
    def title_lines(self) -> frozenset[int]:
        """Where lines begin that may be the title of the page: the first two, and those in capitals below a letterhead.

        "UBND XÃ A", "Số: 12/KH-UBND", "KẾ HOẠCH": above it no line counts, has a number or is a sentence or an item.
        """
        starts = self.blocks.starts[:_LETTERHEAD]
        found = set(starts[:2])
        for start in starts[1:]:
            level = self.headings.get(start)
            if level not in (_CAPITALS, _LINE) and not (level is None and self._is_scrap(start)):
                break
            if level == _CAPITALS:
                found.add(start)
        return frozenset(found)

    @cached_property
    def titles(self) -> tuple[Unit, ...]:
        """Those of these lines that are no sentences and hold no figures, but for the first."""
        return tuple(self.block(start) for start in sorted(self.title_lines) if start == 0 or start in self.headings)

    @cached_property
    def is_set_as_paper(self) -> bool:
        """Whether a page is set as papers are below its first line: in numbered sections, items or rows."""
        below = ((start, block) for start, block in self._kept.items() if start)
        return any(self.is_numbered(start) or block.kind == "table_row" or _is_item(block) for start, block in below)

    def _is_scrap(self, start: int) -> bool:
        """Whether a block is what pages show beside the title: "100%", "Lượt xem 12". No sentence, no item."""
        block = self._kept.get(start)
        return block is not None and len(block.text) <= _SCRAP and block.text[-1:] not in ".;:" and not _is_item(block)

    @cached_property
    def _section_ends(self) -> dict[int, int]:
        """From the start of a block to where the section ends that it heads."""
        firsts = {start for start in self._kept if _FIRST.match(self._page.text, start)}
        return _section_ends(self.blocks.starts, self.headings, firsts, self._tops(), self.text_end)

    def _tops(self) -> frozenset[int]:
        """The headings with letters that Roman numerals stand under: "A. KẾT QUẢ", "I. Kinh tế", ..., "B. KẾ HOẠCH"."""
        numbered = sorted(start for start, level in self.headings.items() if level == 0)
        letters = [start for start in numbered if _LETTER.match(self._page.text, start)]
        over = any(one in letters and _ROMAN_ONE.match(self._page.text, other) for one, other in pairwise(numbered))
        return frozenset(letters) if over and numbered[0] == letters[0] else frozenset()

    @cached_property
    def _list_ends(self) -> dict[int, int]:
        """From the start of a block to the end of the list behind it."""
        return _list_ends(self.blocks.starts, self._kept, self.text_end)

    def back(self, offset: int, blocks: int) -> int:
        """Where the block begins that stands so many ``blocks`` before the one that holds ``offset``, or the text."""
        start = self.block(offset).start
        for _ in range(blocks):
            if start == 0:
                break
            start = self.block(start - 1).start
        return start

    def is_numbered(self, offset: int) -> bool:
        """Whether the block that holds ``offset`` is a heading with a number of its own."""
        return self.headings.get(self.block(offset).start, _LINE) not in (_CAPITALS, _LINE)

    def is_heading(self, offset: int) -> bool:
        """Whether the block that holds ``offset`` looks like one by a number, capitals or mark-up."""
        return self.headings.get(self.block(offset).start, _LINE) != _LINE

    def section_end(self, offset: int) -> int:
        """Where the section ends whose heading holds ``offset``: at the next heading of the same level or higher."""
        start, text = self.block(offset).start, self._page.text
        end = self._section_ends[start]
        if not text.startswith("*", start):
            return end
        return min((place for place in self.headings if start < place < end and text[place] == "*"), default=end)

    def list_end(self, offset: int) -> int:
        """Where the list ends after the block of ``offset``: a run of items, or of lines parted by semicolons."""
        return self._list_ends[self.block(offset).start]

    def lists_end(self, offset: int) -> int:
        """The same; or where the last of several lists ends, each with a head of its own: "như sau:", "Về kinh tế:"."""
        end = head = self.block(offset).end
        while head < self.text_end and self._heads_list(head):
            end = head = self.list_end(head)
        end = max(end, self.list_end(offset))
        while end < self.text_end and self._is_between_items(end):
            end = self.list_end(end)
        return end

    def _heads_list(self, start: int) -> bool:
        return self._kept[start].text.endswith(":") and self.list_end(start) > self.block(start).end

    def _is_between_items(self, start: int) -> bool:
        """Whether a line with figures stands between items of a list: "Trong đó: Thu tại xã: 292 triệu đồng"."""
        block, below = self._kept.get(start), self._kept.get(self.block(start).end)
        if block is None or below is None or not _is_item(below) or len(block.text) > _HEADING_LENGTH:
            return False
        return start not in self.headings and block.text[-1:] not in ".:" and block.kind != "table_row"

    def neighbours(self, earlier: int, later: int) -> bool:
        """Whether two places stand in one block or in neighbouring ones, list items counted to the line above them."""
        block, last = self.block(later), self.block(earlier)
        return block.start in (last.start, last.end) or self._list_ends[last.start] == block.start


def _behind(mark: str, shadow: Shadow) -> Iterator[int]:
    """Every place behind a mark."""
    place = shadow.text.find(mark)
    while place >= 0:
        yield shadow.offsets[place] + 1
        place = shadow.text.find(mark, place + 1)


def _sentence_ends(text: str, shadow: Shadow, ends: regex.Pattern[str]) -> Iterator[int]:
    for marks in _MAY_END.finditer(shadow.text):
        end = ends.match(shadow.text, marks.start())
        if end is None and len(marks[0]) > 1:  # "4 tx.. Sau đó": an abbreviation, then the sentence's own
            end = ends.match(shadow.text, marks.start() + 1)
        if end is None:
            continue
        if end["capital"] and not text[shadow.offsets[end.start("capital")]].isupper():
            continue  # "nấm ăn, cây dược liệu,…qua đó có việc làm": the list trails off, the sentence goes on
        if end["glued"] and not _parts_sentences(
            text[shadow.offsets[end.start()] - 1 : shadow.offsets[end.end("glued")]]
        ):
            continue
        yield shadow.offsets[end.end()]


def _cuts(stops: Sequence[int], shadow: Shadow, text_end: int) -> list[int]:
    """Where what is longer than any sentence is cut: at spaces, but for those between a figure and what it counts."""
    cuts = []
    for start, end in pairwise((*stops, text_end)):
        at = start
        while end - at > _LONGEST_SENTENCE:
            first = bisect_right(shadow.offsets, at)
            space = shadow.text.rfind(" ", first, bisect_left(shadow.offsets, at + _LONGEST_SENTENCE))
            while space > 0 and shadow.text[space - 1] in ALL:
                space = shadow.text.rfind(" ", first, space)
            at = shadow.offsets[space] + 1 if space >= 0 else at + _LONGEST_SENTENCE
            cuts.append(at)
    return cuts


def _section_ends(
    blocks: Sequence[int], headings: Mapping[int, int], firsts: Container[int], tops: Container[int], text_end: int
) -> dict[int, int]:
    """Where the section of each block ends. Capitals right above a first Roman numeral head all numerals below.

    So do ``tops``, each to the next one.
    """
    following = [text_end] * _LINE  # by level: the next heading of it or a higher one
    ends = {}
    behind = part = top = text_end
    for start in reversed(blocks):
        level = headings.get(start, _LINE)
        ends[start] = following[_CAPITALS if level == _LINE else level]
        if level == _CAPITALS and headings.get(behind) == 0 and behind in firsts:
            ends[start], part = part, start
        if start in tops:
            ends[start], top = top, start
        following[level:] = [start] * (_LINE - level)
        behind = start
    return ends


def _list_ends(blocks: Sequence[int], kept: Mapping[int, Block], text_end: int) -> dict[int, int]:
    ends = {}
    following, goes_on, end = text_end, False, text_end
    for start in reversed(blocks):
        block = kept.get(start)
        unfinished = block is not None and block.text.endswith(";")
        ends[start] = end = end if goes_on or (unfinished and following < text_end) else following
        following, goes_on = start, unfinished or (block is not None and _is_item(block))
    return ends


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
    if text.endswith(":") or (_is_item(block) and not text.startswith("*")):
        return None  # "* Phương hướng năm 2024" heads as often as it lists
    return _LINE


def _is_item(block: Block) -> bool:
    return (
        block.kind == "item" or block.text.startswith((*BULLETS, "(")) or any(n.match(block.text) for n in _NUMBERING)
    )
