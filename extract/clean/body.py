"""Which blocks of a page are the report.

Structure first (the region of running text, landmarks, links), then wording (lists of ``rules/clean.yaml``), then position: a
short line above the headline or below the last paragraph is furniture more easily than one between paragraphs. What nothing
speaks against is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.clean.furniture import Line, ends_sentence, line_of, lone_name
from extract.clean.region import FURNITURE, Region, find_region
from extract.clean.title import find_title, title_without_block
from extract.dates import find_days
from extract.model import BlockKind, DropReason, RawBlock
from extract.text import fold, likeness_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from extract.clean.outline import Outline
    from extract.clean.vocabulary import CleanVocabulary

_LINKED = 0.5
_FEW_LINKS = 0.3
_LONG_WITHOUT_STOP = 200
_LENGTHS_OF_TEXT = (80, 40, 1)
"""A sentence this long is running text; the first that any block of the page reaches."""
_LONGEST_LINK = 220
_LONGEST_SECTION = 60
_LONGEST_TAIL = 40
_DATED_LINK = regex.compile(
    r"\(\s?(?:\d{1,2}[:h]\d{2}(?::\d{2})?[\s,|-]{0,3})?\d{1,2}(?:[-/]\d{1,2}(?:[-/]\d{2,4})?|\.\d{1,2}\.\d{4})(?:[\s,|-]{1,3}\d{1,2}[:h]\d{2}(?::\d{2})?)?(?:\s[SC][AH]|\s[AP]M)?\s?\)\s*$"
    r"|^[\s»›>•*-]*\d{1,2}[-/.]\d{1,2}[-/.]\d{4}[^.]{0,12}\s-\s"
)
_BULLET = regex.compile(r"[-–+*•»›>▪·]")

_OF_MARKS: tuple[tuple[str, DropReason], ...] = (
    ("related", "related_links"),
    ("comment", "comment_widget"),
    ("counter", "counter"),
    ("poll", "poll"),
    ("share", "share"),
    ("menu", "menu"),
    ("footer", "footer"),
    ("form", "menu"),
)
_OF_DOUBTFUL_MARKS: tuple[tuple[str, DropReason], ...] = (
    ("banner", "site_boilerplate"),
    ("ad", "site_boilerplate"),
    ("popup", "site_boilerplate"),
    ("aside", "site_boilerplate"),
)
_WITH_LIST: frozenset[DropReason | None] = frozenset(("related_links", "poll", "comment_widget", "counter"))
"""Furniture that goes on below its heading."""


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


def judge_blocks(outline: Outline, vocabulary: CleanVocabulary) -> Judged:
    """Give every block of a page its reason, or none."""
    outline = _split_dates(outline, vocabulary)
    return _Judgement(outline, vocabulary).judged()


def _split_dates(outline: Outline, vocabulary: CleanVocabulary) -> Outline:
    """Part a labelled date from the text it was run together with: " date 2025-08-23 Ngày 23/8, chương trình ..."."""
    blocks: list[RawBlock] = []
    owners: list[int] = []
    for block, owner in zip(outline.blocks, outline.owners, strict=True):
        end = _labelled_date_end(block.text, vocabulary)
        if end:
            blocks.append(block._replace(kind="line", text=block.text[:end].strip()))
            owners.append(owner)
            block = block._replace(text=block.text[end:].strip(" -|,;"))
        blocks.append(block)
        owners.append(owner)
    return outline._replace(blocks=blocks, owners=owners)


_DATE_WITHIN = 60
_ISO_MONTH = regex.compile(r"\s*+\d{4}-\d{2}(?![\d-])")


def _labelled_date_end(text: str, vocabulary: CleanVocabulary) -> int:
    """Where a date with a label ends that a longer text begins with; 0 if it does not."""
    folded = fold(text[:_DATE_WITHIN])
    label = vocabulary.label.match(folded)
    if label is None or label.lastgroup != "date":
        return 0
    found = find_days(folded)
    if found and found[0].start - label.end() <= len(" : "):
        end = found[0].end
    else:
        month = _ISO_MONTH.match(folded, label.end())
        if month is None:
            return 0
        end = month.end()
    rest = text[end:].strip()
    return end if len(rest) > _DATE_WITHIN // 3 and rest[:1].isupper() and line_of(text, vocabulary).reason is None else 0


class _Judgement:
    """The reasons of one page while they are found."""

    def __init__(self, outline: Outline, vocabulary: CleanVocabulary) -> None:
        self.outline = outline
        self.vocabulary = vocabulary
        self.blocks = outline.blocks
        self.lines: list[Line] = [line_of(block.text, vocabulary) for block in self.blocks]
        self.running = self._running()
        first = next((index for index, runs in enumerate(self.running) if runs), len(self.blocks))
        self.title = find_title(self.blocks, self.lines, self._text_start(first), outline.head, vocabulary)
        self.region: Region = find_region(outline, self.running, self.title)
        self.start, self.end = self._span()
        self.reasons: list[DropReason | None] = [None] * len(self.blocks)

    # --------------------------------------------------------------------------------------------------- structure

    def _running(self) -> list[bool]:
        """For each block whether it is running text."""
        candidates = []
        for block, line in zip(self.blocks, self.lines, strict=True):
            size = len(block.text)
            plain = line.reason is None and not block.hidden and block.links <= _FEW_LINKS * size
            if plain and self.vocabulary.footer_mark.search(fold(block.text)) and size < _LONG_WITHOUT_STOP:
                plain = False
            stops = ends_sentence(block.text)
            candidates.append(size if plain and (stops or size >= _LONG_WITHOUT_STOP) else 0)
        most = max(candidates, default=0)
        least = next((length for length in _LENGTHS_OF_TEXT if most >= length), 1)
        return [size >= least for size in candidates]

    def _text_start(self, first: int) -> int:
        """The first running text that is not in furniture."""
        for index in range(first, len(self.blocks)):
            if self.running[index] and FURNITURE.isdisjoint(self.blocks[index].context.split()):
                return index
        return first

    def _span(self) -> tuple[int, int]:
        """The first and last running text of the region."""
        inside = [
            index
            for index, runs in enumerate(self.running)
            if runs and self.region.inside[index] and FURNITURE.isdisjoint(self.region.marks[index])
        ]
        if self.title is not None:
            inside = [index for index in inside if index > self.title] or inside
        return (inside[0], inside[-1]) if inside else (len(self.blocks), len(self.blocks))

    # ---------------------------------------------------------------------------------------------------- judgement

    def judged(self) -> Judged:
        """Judge every block in order, then put the title first."""
        bylines: list[str] = []
        under: DropReason | None = None
        ended = False
        for index, block in enumerate(self.blocks):
            if index == self.title:
                under = None
                continue
            reason = self._by_wording(index) or self._by_element(index, _OF_MARKS)
            if reason in _WITH_LIST:
                under = reason
                ended = ended or index > self.end
            elif reason is not None or self.running[index]:
                under = None
            elif under is not None and self._goes_on(index, under):
                reason = under
            else:
                under = None
            if reason is None:
                reason = self._by_element(index, _OF_DOUBTFUL_MARKS)
            if reason is None:
                reason = self._by_place(index, ended=ended)
            if reason is None and index > self.end and not ended and self._signs(index):
                reason = "byline"
            self.reasons[index] = reason
            if reason == "byline":
                name = self.lines[index].byline or lone_name(block.text, self.vocabulary)
                if name is not None:
                    bylines.insert(0 if index > self.end else len(bylines), name)
        return self._assembled(tuple(bylines))

    def _in_text(self, index: int) -> bool:
        return self.start < index < self.end and self.region.inside[index]

    def _by_wording(self, index: int) -> DropReason | None:
        """What a block says of itself."""
        block, line = self.blocks[index], self.lines[index]
        if block.hidden:
            return "hidden"
        if line.reason is not None and not (self._in_text(index) and self._is_doubtful(block, line)):
            return "footer" if line.reason == "site_boilerplate" and self._is_foot(index) else line.reason
        if self._repeats_title_below_photo(index):
            return "caption_repeat"
        if self._is_related_heading(index):
            return "related_links"
        return "footer" if self._is_foot(index) and self.vocabulary.footer_mark.search(fold(block.text)) else None

    def _is_foot(self, index: int) -> bool:
        return index > self.end and not self.running[index]

    def _by_element(self, index: int, reasons: Sequence[tuple[str, DropReason]]) -> DropReason | None:
        """What the elements around a block say of it."""
        marks = self.region.marks[index]
        for mark, reason in reasons:
            if mark in marks:
                return reason
        block = self.blocks[index]
        if len(block.text) < _LONGEST_SECTION and not self.running[index]:
            if "byline" in marks:
                return "byline"
            if "date" in marks and find_days(fold(block.text)):
                return "date_line"
        return None

    def _repeats_title_below_photo(self, index: int) -> bool:
        """Whether a block is the headline with a photo's tail: "... được công nhận vững mạnh - Ảnh 1"."""
        if self.title is None or len(self.blocks[index].text) > len(self.blocks[self.title].text) + _LONGEST_TAIL:
            return False
        folded = fold(self.blocks[index].text)
        short = self.vocabulary.caption_tail.sub("", folded)
        return short != folded and likeness_key(short) == likeness_key(self.blocks[self.title].text)

    def _is_doubtful(self, block: RawBlock, line: Line) -> bool:
        """Whether a line between paragraphs only looks like furniture: a cell "Nội dung", a day of a programme."""
        if line.reason == "separator":
            return False
        if line.reason == "date_line":
            return not line.labelled and ":" not in block.text
        if line.reason in {"byline", "counter"}:
            return False
        return block.text.count(" ") == 0 and any(character.isalpha() for character in block.text)

    def _is_related_heading(self, index: int) -> bool:
        block = self.blocks[index]
        if len(block.text) > _LONGEST_SECTION or not self.vocabulary.related_heading.fullmatch(fold(block.text)):
            return False
        if not self._in_text(index):
            return True
        return index + 1 < len(self.blocks) and self._is_link(index + 1)

    def _is_link(self, index: int) -> bool:
        block = self.blocks[index]
        if block.links >= _LINKED * len(block.text):
            return True
        return len(block.text) <= _LONGEST_LINK and bool(_DATED_LINK.search(block.text))

    def _goes_on(self, index: int, under: DropReason) -> bool:
        """Whether a line still belongs to the list whose heading was met before."""
        in_text = self.start <= index <= self.end and self.region.near[index]
        if under == "related_links":
            return self._is_link(index) or (not in_text and len(self.blocks[index].text) <= _LONGEST_LINK)
        return not in_text

    def _by_place(self, index: int, *, ended: bool) -> DropReason | None:
        """What the place of a block says where nothing else does."""
        block = self.blocks[index]
        linked = block.links >= _LINKED * len(block.text)
        if self.running[index] and self.region.near[index]:
            return None
        before = index < self.start and (self.title is None or index < self.title)
        if before and (self.title is not None or self.outline.marked_up):
            return "menu" if linked else "site_boilerplate"
        if not self.region.near[index]:
            if index > self.end and linked:
                return "related_links"
            return "menu" if linked else "site_boilerplate"
        if index > self.end:
            if linked or _DATED_LINK.search(block.text):
                return "related_links"
            if ended or not self.region.inside[index]:
                return "site_boilerplate"
        elif linked and block.kind not in {"heading", "table_row"} and len(block.text) <= _LONGEST_LINK:
            return "related_links"
        return None

    def _signs(self, index: int) -> bool:
        """Whether a block below the text is an author's name: nothing that may be text follows, but perhaps a second name."""
        if lone_name(self.blocks[index].text, self.vocabulary) is None:
            return False
        for later in range(index + 1, len(self.blocks)):
            if not self.region.near[later]:
                return True
            if self._by_wording(later) in {"separator", "hidden", "date_line"}:
                continue
            return (
                lone_name(self.blocks[later].text, self.vocabulary) is not None
                or self._by_wording(later) is not None
                or self._by_element(later, (*_OF_MARKS, *_OF_DOUBTFUL_MARKS)) is not None
                or self._is_link(later)
            )
        return True

    # ----------------------------------------------------------------------------------------------------- outcome

    def _assembled(self, bylines: tuple[str, ...]) -> Judged:
        kinds: list[BlockKind] = [
            "line" if reason is not None and block.kind == "paragraph" and len(block.text) < _LONGEST_SECTION else block.kind
            for block, reason in zip(self.blocks, self.reasons, strict=True)
        ]
        judged = [
            JudgedBlock(kind, block.text, reason, block.locator)
            for kind, block, reason in zip(kinds, self.blocks, self.reasons, strict=True)
        ]
        title: str | None = None
        if self.title is not None:
            title = self.blocks[self.title].text
            headline = judged[self.title]._replace(kind="title", reason=None)
            del judged[self.title]
            first_kept = next((at for at, one in enumerate(judged) if one.reason is None), len(judged))
            judged.insert(min(self.title, first_kept), headline)
        else:
            title = title_without_block(self.outline.head, self.vocabulary)
            if title is not None:
                judged.insert(0, JudgedBlock("title", title, None, "head > title[1]"))
        return Judged(title, tuple(judged), self._days(), bylines)

    def _days(self) -> tuple[Printed, ...]:
        """The days that date lines print, ranked: labelled above the text, below the headline, labelled elsewhere, the rest."""
        found = []
        for index, line in enumerate(self.lines):
            if line.day is None or self.reasons[index] not in {"date_line", "byline", "counter", "site_boilerplate", "menu"}:
                continue
            below_title = self.title is None or index > self.title
            if line.labelled and index <= self.end and self.region.near[index]:
                rank = 0
            elif self.title is not None and below_title and index <= self.end and self.region.near[index]:
                rank = 1
            elif line.labelled:
                rank = 2
            else:
                rank = 3 if self.region.near[index] else 4
            found.append(Printed(rank, line.day))
        return tuple(found)
