"""Which blocks of a page are the report.

Structure first (the region of running text, landmarks, links), then wording (the lists of ``rules/clean.yaml``), then
position: a short line above the headline or below the last paragraph is furniture more easily than one between
paragraphs. What nothing speaks against is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.clean.believed import FURNITURE, NO_REPORT
from extract.clean.captions import repeats_headline
from extract.clean.credits import credit_start, split_credits
from extract.clean.dated_links import LONGEST_LINK, is_dated_link
from extract.clean.furniture import ends_sentence, is_dated, line_of
from extract.clean.judged import Judged, JudgedBlock
from extract.clean.lead import split_dates
from extract.clean.mark_reasons import doubtful_reason_of, reason_of
from extract.clean.names import lone_name
from extract.clean.parts_of_document import parts_of_document
from extract.clean.printed import Surroundings, printed_days
from extract.clean.region import distances, find_region
from extract.clean.running import running_text
from extract.clean.shown import shown
from extract.clean.title import find_title, title_without_block
from extract.text import likeness_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.clean.judged import Printed
    from extract.clean.outline import Outline
    from extract.clean.vocabulary import CleanVocabulary
    from extract.codes import BlockKind, DropReason

_LINKED = 0.5
_ALL_LINK = 0.8
_LONGEST_SECTION = 60
_LONGEST_APPEAL = 220
_FAR, _VERY_FAR = 2, 4
"""How far from running text a block below the report stands apart: its element and the one around hold none; and from
where on sentences do."""
_MOST_AUTHORS = 2
_SYLLABLES_OF_A_WORD = 2
_WITH_LIST: frozenset[DropReason | None] = frozenset(("related_links", "poll", "comment_widget", "counter"))
"""Furniture that goes on below its heading."""
_LONE_NUMBER = regex.compile(r"\d{1,6}|\d{1,3}(?:\.\d{3})+")
_MOST_COUNTERS = 2
"""So many numbers stand beside each other: those of readers and of comments."""
_LABELLED = 4
"""So few blocks before a number of a table stands another one, a label or two between."""
_ELSEWHERE: frozenset[DropReason | None] = frozenset(
    ("related_links", "menu", "comment_widget", "poll", "share", "footer", "site_boilerplate")
)
"""Below the last paragraph these mean that the report is left."""
_PARAGRAPH = 100


def _line_ends_in_number(text: str) -> bool:
    """Whether a counter has its number: "Lượt xem: 276"; else it heads several, "Thống kê truy cập"."""
    return text[-1:].isdecimal() and not text.isdecimal()


def judge_blocks(outline: Outline, vocabulary: CleanVocabulary) -> Judged:
    """Give every block of a page its reason, or none."""
    outline = split_credits(split_dates(shown(outline), vocabulary), vocabulary)
    return _Judgement(outline, vocabulary).judged()


class _Judgement:
    """What is known of the blocks of one page while their reasons are found; blocks are named by their position."""

    def __init__(self, outline: Outline, vocabulary: CleanVocabulary) -> None:
        self.outline = outline
        self.vocabulary = vocabulary
        self.blocks = outline.blocks
        self.lines = [line_of(block.text, vocabulary) for block in self.blocks]
        self.of_document = parts_of_document(self.blocks)
        running = running_text(outline, self.lines, vocabulary)
        self.running = running.blocks
        self.cells = running.cells
        self.title = find_title(
            self.blocks,
            self.lines,
            running.around,
            text_start=self._first(running.around),
            head=outline.head,
            vocabulary=vocabulary,
        )
        self.title_key = "" if self.title is None else likeness_key(self.blocks[self.title].text)
        self.region = find_region(outline, running, self.title)
        report = [
            runs and inside and NO_REPORT.isdisjoint(marks)
            for runs, inside, marks in zip(self.running, self.region.inside, self.region.marks, strict=True)
        ]
        self.away = distances(outline, report)
        self.start = self.end = len(report)
        """The first and the last running text of the report."""
        if True in report:
            self.start = report.index(True)
            self.end -= 1 + report[::-1].index(True)

    def _first(self, around: Sequence[frozenset[str]]) -> int:
        """The first running text outside furniture."""
        count = len(self.blocks)
        return next((at for at in range(count) if self.running[at] and FURNITURE.isdisjoint(around[at])), count)

    # --------------------------------------------------------------------------------------------------- judgement

    def judged(self) -> Judged:
        """Judge every block in order, then put the title first."""
        reasons: list[DropReason | None] = []
        under: DropReason | None = None
        ended = left = False
        for at in range(len(self.blocks)):
            if at == self.title:
                under = None
                reasons.append(None)
                continue
            reason = self._by_wording(at) or self._by_element(at)
            if reason in _WITH_LIST:
                # "Lượt xem: 276" is complete: what stands below it is the first sentence of the report.
                complete = reason == "counter" and at < self.end and _line_ends_in_number(self.blocks[at].text)
                under = None if complete else reason
                ended = ended or at > self.end
            elif reason is None and under is not None and self._goes_on(at, under):
                reason = under
            else:
                under = None
            reason = reason or self._by_doubtful_element(at) or self._by_place(at, ended=ended, left=left)
            if reason is None and not ended and self._signs(at):
                reason = "byline"
            left = left or (at > self.end and reason in _ELSEWHERE)
            reasons.append(reason)
        self._drop_empty_sections(reasons)
        return self._assembled(reasons)

    def _drop_empty_sections(self, reasons: list[DropReason | None]) -> None:
        """Drop the headings under which nothing is left but links, and those that nothing follows."""
        nothing_follows, over_links = True, False
        for at in range(len(reasons) - 1, self.start, -1):
            if reasons[at] == "related_links":
                over_links = True
            elif reasons[at] is not None or at == self.title:
                continue
            elif self.blocks[at].kind != "heading" or self.running[at]:
                nothing_follows = over_links = False
            elif over_links:
                reasons[at] = "related_links"
                over_links = False
            elif nothing_follows:
                reasons[at] = "site_boilerplate"

    def _in_text(self, at: int) -> bool:
        return self.start < at < self.end and self.region.inside[at]

    def _by_wording(self, at: int) -> DropReason | None:
        """What a block says of itself."""
        block, line = self.blocks[at], self.lines[at]
        if block.hidden:
            return "hidden"
        if self.cells[at]:
            return None  # "-" is a figure that is none, "''" the unit of the row above
        below = at > self.end and not self.running[at]
        if line.reason is not None and not (self._in_text(at) and self._is_doubtful(at)):
            return "footer" if line.reason == "site_boilerplate" and below else line.reason
        if at in self.of_document:
            return self.of_document[at]
        if block.kind == "caption" and not credit_start(block.text, self.vocabulary):
            return "byline"
        if repeats_headline(line.folded, self.title_key, self.vocabulary):
            return "caption_repeat"
        if (block.links or block.text[-1] == "!") and self.region.near[at] and self._appeals(at):
            return "site_boilerplate"
        if line.related and self._is_related_heading(at):
            return "related_links"
        return "footer" if below and self.vocabulary.is_foot(line.folded) else None

    def _appeals(self, at: int) -> bool:
        """Whether a block asks to subscribe, to follow, to sign up."""
        folded = self.lines[at].folded
        return len(folded) <= _LONGEST_APPEAL and self.vocabulary.appeals(folded)

    def _is_doubtful(self, at: int) -> bool:
        """Whether a line between paragraphs only looks like furniture: a cell "Nội dung", a day of a programme."""
        line = self.lines[at]
        if line.reason == "date_line":
            return not line.labelled and ":" not in line.folded
        if line.reason not in {"menu", "comment_widget", "poll"}:
            return False
        return line.folded.count(" ") < _SYLLABLES_OF_A_WORD and line.folded[:1].isalpha()

    def _is_related_heading(self, at: int) -> bool:
        """Whether a phrase that heads related pages does so here: between paragraphs "Nổi bật" may head a section."""
        folded = self.lines[at].folded
        plain = folded.count(" ") >= _SYLLABLES_OF_A_WORD or folded.endswith(":")
        return plain or not self._in_text(at) or self._is_link(at + 1)

    def _is_link(self, at: int) -> bool:
        block = self.blocks[at]
        if block.links >= _LINKED * len(block.text):
            return True
        return is_dated_link(block.text)

    def _goes_on(self, at: int, under: DropReason) -> bool:
        """Whether a line still belongs to the list whose heading was met before."""
        if self.running[at]:
            return False
        in_text = self.start <= at <= self.end and self.region.near[at]
        if under == "related_links":
            return self._is_link(at) or (not in_text and len(self.blocks[at].text) <= LONGEST_LINK)
        return not in_text and (at > self.end or len(self.blocks[at].text) < _LONGEST_SECTION)

    def _by_element(self, at: int) -> DropReason | None:
        """What the elements around a block say of it."""
        marks = self.region.marks[at]
        if not marks:
            return None
        reason = reason_of(marks)
        if reason is None and "byline" in marks and not (self.running[at] and self.start <= at <= self.end):
            return "byline"
        return reason

    def _by_doubtful_element(self, at: int) -> DropReason | None:
        """What they say where running text is believed more."""
        marks = self.region.marks[at]
        if not marks or (self.running[at] and self.region.inside[at]):
            return None
        reason = doubtful_reason_of(marks)
        if reason is None and "date" in marks and not self.start <= at <= self.end:
            return "date_line"
        return reason

    def _by_place(self, at: int, *, ended: bool, left: bool) -> DropReason | None:
        """What the place of a block says where nothing else does.

        ``ended``: below a heading over related pages; ``left``: below anything that is not of the report.
        """
        block, near = self.blocks[at], self.region.near[at]
        if self.running[at]:
            if near:
                return None if at <= self.end or self.region.inside[at] or not left else "site_boilerplate"
        elif near and not self.start <= at <= self.end and is_dated(self.lines[at].folded, self.vocabulary):
            return "date_line"
        if self._is_lone_number(at) and (at > self.end or (self.title is not None and self.title < at < self.start)):
            return "counter"
        linked = block.links >= _LINKED * len(block.text)
        above = at < self.start and (self.outline.marked_up if self.title is None else at < self.title)
        if above or not near:
            if linked and at > self.end:
                return "related_links"
            return "menu" if linked else "site_boilerplate"
        if at > self.end:
            if linked or is_dated_link(block.text):
                return "related_links"
            return "site_boilerplate" if ended or not self.region.inside[at] or self._stands_apart(at) else None
        inside_text = block.kind == "table_row" or block.links < _ALL_LINK * len(block.text)
        return None if inside_text or len(block.text) > LONGEST_LINK else "related_links"

    def _stands_apart(self, at: int) -> bool:
        """Whether a block below the report is in a box of its own: no running text in the elements around it."""
        block, away = self.blocks[at], self.away[at]
        if block.kind == "table_row" or away < _FAR + (block.kind == "item"):
            return False
        return away >= _VERY_FAR or not ends_sentence(block.text)

    def _is_lone_number(self, at: int) -> bool:
        """Whether a block is a number of those that tell how often a page was read, no cell of a table.

        Above the text no other number stands beside it, or they are two between headline and text ("0", "123");
        below it stands behind furniture, and none of the text follows.
        """
        if not self._is_number(at):
            return False
        first = last = at
        while first and self._is_number(first - 1):
            first -= 1
        while last + 1 < len(self.blocks) and self._is_number(last + 1):
            last += 1
        if last - first >= _MOST_COUNTERS or not first:
            return False
        above = self.lines[first - 1].reason is not None
        if at > self.end:
            behind = None if last + 1 == len(self.blocks) else self.lines[last + 1]
            ends = behind is None or behind.reason is not None or behind.related
            in_table = any(self._is_number(near) for near in range(max(0, first - _LABELLED), first - 1))
            return ends and not in_table and (above or self._name(first - 1) is not None)
        if first < last:
            return (above or first - 1 == self.title) and last + 1 == self.start
        return not any(
            self.blocks[near].text[:1].isdigit() and self.lines[near].reason is None for near in (at - 1, at + 1)
        )

    def _is_number(self, at: int) -> bool:
        return _LONE_NUMBER.fullmatch(self.blocks[at].text) is not None and self.lines[at].reason is None

    def _signs(self, at: int) -> bool:
        """Whether a block below the text is an author's name: one of two at most, and nothing that may be text
        below.
        """
        if at <= self.end or self._name(at) is None:
            return False
        names = 1
        while at - names > self.end and self._name(at - names) is not None:
            if names == _MOST_AUTHORS:
                return False  # a list of names, of those who were commended perhaps
            names += 1
        for later in range(at + 1, len(self.blocks)):
            if not self.region.near[later]:
                break
            reason = self._by_wording(later)
            if reason in {"separator", "hidden", "date_line"} or self._is_lone_number(later):
                continue
            if reason is None and self._name(later) is not None and names < _MOST_AUTHORS:
                names += 1
                continue
            reason = reason or self._by_element(later) or self._by_doubtful_element(later)
            return reason is not None or self._is_link(later)
        return True

    def _name(self, at: int) -> str | None:
        block = self.blocks[at]
        return (
            None
            if block.kind in {"item", "table_row", "heading", "caption"}
            else lone_name(block.text, self.vocabulary)
        )

    # ----------------------------------------------------------------------------------------------------- outcome

    def _assembled(self, reasons: Sequence[DropReason | None]) -> Judged:
        judged = [
            JudgedBlock(
                self._kind(at, reason),
                block.text,
                reason,
                block.locator,
            )
            for at, (block, reason) in enumerate(zip(self.blocks, reasons, strict=True))
        ]
        if self.title is not None:
            title: str | None = self.blocks[self.title].text
            headline = judged.pop(self.title)._replace(kind="title")
            first_kept = next((at for at, one in enumerate(judged) if one.reason is None), len(judged))
            judged.insert(min(self.title, first_kept), headline)
        else:
            title = title_without_block(self.outline.head, self.vocabulary)
            if title is not None:
                judged.insert(0, JudgedBlock("title", title, None, "head > title[1]"))
        return Judged(title, tuple(judged), self._days(reasons), self._bylines(reasons))

    def _kind(self, at: int, reason: DropReason | None) -> BlockKind:
        block = self.blocks[at]
        if self.cells[at] and reason is None:
            return "table_row"
        return "line" if reason and block.kind == "paragraph" and len(block.text) < _LONGEST_SECTION else block.kind

    def _bylines(self, reasons: Sequence[DropReason | None]) -> tuple[str, ...]:
        above: list[str] = []
        below: list[str] = []
        for at, reason in enumerate(reasons):
            if reason == "byline":
                name = self.lines[at].byline or (None if self.lines[at].reason else self._name(at))
                if name:
                    (below if at > self.start else above).append(name)
        return (*below, *above)

    def _days(self, reasons: Sequence[DropReason | None]) -> tuple[Printed, ...]:
        prose = [
            runs and reason is None and len(block.text) >= _PARAGRAPH
            for runs, reason, block in zip(self.running, reasons, self.blocks, strict=True)
        ]
        around = Surroundings(self.title, self.end, self.region.near, prose)
        return printed_days(self.lines, reasons, around, self.vocabulary.date_lines.dates)
