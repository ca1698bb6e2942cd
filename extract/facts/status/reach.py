"""Where a cue ceases to hold: with its sentence, the list it opens, its section or the page."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import regex

from extract.facts.status.holds import NEAR, PAGE, PART, SECTION
from extract.facts.status.openers import opens, opens_in_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.structure import Structure, Unit
    from extract.match.engine import Match

SILENT = frozenset(("aside", "sums"))
"""Slots of cues that hold for nothing."""
_SECTIONS = frozenset(("section", "part"))
_BEYOND_LINES = _SECTIONS | {"page"}
_SAID_OF_PAGES = frozenset(("line", "paper", "title"))
_NOUNS = ("told", "named")
"""Slots of results that a plan may be about."""
_PARTS_TITLE = regex.compile(r"(?:[,;–-]|:(?: \w+){0,2}) ?\Z")


def reach(cue: Match, cues: Sequence[Match], text: str, structure: Structure) -> tuple[int, int] | None:
    """Where the cue ceases to hold, and how wide that is; ``None`` if the title says that it holds for nothing."""
    block = structure.block(cue.start)
    plans = cue.rule.says == "planned"
    if plans and _tells_outcome(cue, cues, text, structure):
        return None
    if plans and cue.rule.reach in _BEYOND_LINES and _is_done(cue, block, cues, text, structure):
        return None
    names_page = "line" in cue.slots and cue.start == block.start and block.start in structure.title_lines
    if cue.rule.reach == "page" or names_page:
        done = not _SAID_OF_PAGES.isdisjoint(cue.slots) and _tells_results(0, block.start, cues)
        return (block.end, NEAR) if done else (structure.text_end, PAGE)
    if cue.rule.reach in _SECTIONS:
        if block.start in structure.headings and opens(text, block.start, cue.start):
            part = cue.rule.reach == "part"
            if _ends_title(block.start, cues, structure) or (part and _tells_results_alone(cues, structure)):
                return block.end, NEAR
            return structure.section_end(cue.start), PART if part else SECTION
        if cue.rule.reach == "part" and _tells_results_alone(cues, structure):
            return None
        start = structure.sentence(cue.start).start
        if ";" not in text[start : cue.start] and opens(text, start, cue.start):
            return max(block.end, list_end(cue, text, structure)), SECTION
    return _near_end(cue, text, structure), NEAR


def _ends_title(start: int, cues: Sequence[Match], structure: Structure) -> bool:
    """Whether a line without number goes on a title: "Kết quả công tác năm 2022", below it "Phương hướng năm 2023"."""
    if structure.is_numbered(start) or start == 0:
        return False
    line_before = structure.block(start - 1)
    if line_before.start != 0 and line_before.start not in structure.headings:
        return False
    return _tells_results(line_before.start, line_before.end, cues)


def _tells_results(start: int, end: int, cues: Sequence[Match]) -> bool:
    """Whether lines of a title tell of results: "KẾT QUẢ THỰC HIỆN", below it "KẾ HOẠCH NĂM 2024"."""
    return any(cue.rule.says == "achieved" for cue in _within(cues, start, end))


def _within(cues: Sequence[Match], start: int, end: int) -> Sequence[Match]:
    """The cues that begin between two places."""
    first, last = (bisect_left(cues, place, key=lambda cue: cue.start) for place in (start, end))
    return cues[first:last]


def _tells_outcome(plan: Match, cues: Sequence[Match], text: str, structure: Structure) -> bool:
    """Whether a title or heading of a plan tells how that came out: "Kế hoạch năm 2020 hoàn thành vượt mức"."""
    said = _within(cues, plan.start, plan.start + 1)
    outcomes = (cue for cue in said if cue.rule.says == "achieved" and not _SAID_OF_PAGES.isdisjoint(cue.slots))
    return any("title" in cue.slots or opens_in_place(cue, text, structure) for cue in outcomes)


def _is_done(plan: Match, line: Unit, cues: Sequence[Match], text: str, structure: Structure) -> bool:
    """Whether the title that opens with a plan tells of what has been done behind it: "Tết 2015: đã trao quà"."""
    if line.start not in structure.title_lines or structure.is_numbered(line.start):
        return False
    if text[line.start : line.end].rstrip().endswith("."):
        return False  # a sentence
    said = _within(cues, plan.end, line.end)
    done = any(
        cue.rule.says == "achieved" and SILENT.isdisjoint(cue.slots) and not _is_about(plan, cue, text) for cue in said
    )
    return done and opens(text, line.start, plan.start)


def _is_about(plan: Match, told: Match, text: str) -> bool:
    """Whether results in a title are what its plan is about: "Kế hoạch công bố kết quả", not "Kế hoạch: kết quả"."""
    noun = next((told.slots[name] for name in _NOUNS if name in told.slots), None)
    return noun is not None and _PARTS_TITLE.search(text, plan.start, noun.start) is None


def _tells_results_alone(cues: Sequence[Match], structure: Structure) -> bool:
    """Whether the title tells of results and of no plans, a year alone being none: "Kết quả các chỉ tiêu năm 2023"."""
    if structure.is_numbered(0):
        return False  # the first section, not the title
    end = structure.block(0).end
    said = _within(cues, 0, end)
    planned = any(cue.rule.says == "planned" and "future" not in cue.slots for cue in said)
    return not planned and _tells_results(0, end, cues)


def _near_end(cue: Match, text: str, structure: Structure) -> int:
    sentence, segment = structure.sentence(cue.start), structure.segment(cue.start)
    opens_list = text.find(":", cue.start, segment.end) >= 0
    end = segment.end if cue.rule.reach == "clause" and not opens_list else sentence.end
    closes = _bracket_end(cue, text, sentence)
    return max(end, list_end(cue, text, structure)) if closes is None else closes


def _bracket_end(cue: Match, text: str, sentence: Unit) -> int | None:
    """Where the bracket closes that holds all or the end of a cue: "50 nhà (đợt 1 sẽ xây 32 nhà), hỗ trợ 3 tỷ đồng"."""
    opened = text.rfind("(", sentence.start, cue.end)
    if opened < 0 or ")" in text[opened : cue.end]:
        return None
    closes = text.find(")", cue.end, sentence.end)
    return None if closes < 0 else closes


def list_end(cue: Match, text: str, structure: Structure) -> int:
    """The end of the list that the cue's sentence introduces, 0 if it introduces none."""
    sentence, end = structure.sentence(cue.start), structure.block(cue.start).end
    if sentence.end < end:
        return 0  # "Xã giao chỉ tiêu đến từng thôn. Kết quả gieo trồng như sau:"
    while end > sentence.start and text[end - 1].isspace():
        end -= 1
    introduces = end > sentence.start and text[end - 1] == ":"
    return structure.lists_end(cue.start) if introduces else 0
