"""Cues that open a line of their own: the title of a page, a heading, or any line that heads what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.text import BULLETS

if TYPE_CHECKING:
    from extract.facts.structure import Structure, Unit
    from extract.match.engine import Match

_WORDS_BEFORE = 2
"""How many words may stand before a cue that opens a heading or sentence: "II. Về phương hướng"."""
_SHORT_HEAD = 3
"""So many spaces at least have the second lines that name a page."""
_LEAD_IN_REACH = 200
"""More characters than two words have."""
_LEAD_IN = regex.compile(r"^.*(?:[:.;)/*+•]|(?<!\d\s)[–-])(?=\s|$)", regex.DOTALL)
"""What numbers an item or leads in to it; in "nhiệm kỳ 2022 - 2025" a dash does neither."""


def opens(text: str, start: int, end: int, words_before: int = _WORDS_BEFORE) -> bool:
    """Whether what stands between a start and a cue is no more than numbering and a word or two."""
    near = text[max(start, end - _LEAD_IN_REACH) : end]
    return len(_LEAD_IN.sub("", near).split()) <= words_before


def opens_in_place(cue: Match, text: str, structure: Structure) -> bool:
    """Whether a cue stands where its slots ask it to: in a title, a heading or a line, or where its sentence opens."""
    if "title" in cue.slots or "paper" in cue.slots:
        return _is_title(cue, text, structure)
    if "heading" in cue.slots:
        return _opens_heading(cue, text, structure)
    if "line" in cue.slots:
        return _is_line(cue, text, structure)
    if "past" in cue.slots:
        return opens(text, structure.sentence(cue.start).start, cue.start, 1)  # "Trong năm 2023, ..."
    opening = cue.slots.get("opening")
    return opening is None or opens(text, structure.sentence(cue.start).start, cue.start, 0)


def _is_title(cue: Match, text: str, structure: Structure) -> bool:
    """Whether a cue opens a line of the title of a page, and has more words than its slot or is the line.

    In the line below the first a sentence is none: "Kế hoạch vận động Quỹ năm 2020 đã được ký ban hành."
    """
    block = structure.block(cue.start)
    if block.start not in structure.title_lines or not opens(text, block.start, cue.start, 0):
        return False
    if text[block.start : block.end].rstrip().endswith(".") and (block.start or "paper" in cue.slots):
        return False
    if text.startswith(BULLETS, block.start) or ("paper" in cue.slots and not _names_page(block, text, structure)):
        return False
    looks_back = cue.rule.says == "achieved"  # "Sơ kết 6 tháng đầu năm": whatever it sums up
    return "paper" in cue.slots or looks_back or _is_all_or_goes_on(cue, "title", text, block)


def _names_page(line: Unit, text: str, structure: Structure) -> bool:
    """Whether a line is the name of a paper, no section or head of a column: "Chỉ tiêu", below it "Kế hoạch năm".

    Above prose it is a headline: "Kế hoạch khởi nghiệp của cô gái trẻ", below it what she has done.
    """
    if structure.is_numbered(line.start) or not structure.is_set_as_paper:
        return False
    heads = line.start == 0 or structure.is_heading(line.start)
    return heads or text.count(" ", line.start, line.end) >= _SHORT_HEAD


def _opens_heading(cue: Match, text: str, structure: Structure) -> bool:
    """Whether a cue opens a heading with a number or in capitals; a bare line may be a head of a table as well.

    What gives way to sections above it ("II. Chỉ tiêu") has a number: "CHỈ TIÊU" heads the labels of a table.
    """
    block = structure.block(cue.start)
    if not opens(text, block.start, cue.start, 0):
        return False
    if cue.rule.reach == "part":
        return structure.is_numbered(cue.start) and _is_all_or_goes_on(cue, "heading", text, block)
    heads = structure.is_heading(cue.start) or (block.start in structure.headings and cue.start > block.start)
    return heads and (cue.rule.says == "achieved" or _is_all_or_goes_on(cue, "heading", text, block))


def _is_line(cue: Match, text: str, structure: Structure) -> bool:
    """Whether a cue is all of a line that heads what stands below: "Chỉ tiêu chính thôn đề ra (năm 2024)"."""
    block = structure.block(cue.start)
    heads = block.start in structure.headings or block.start == 0
    return heads and opens(text, block.start, cue.start, 0) and not text[cue.end : block.end].strip(" \n:.)")


def _is_all_or_goes_on(cue: Match, slot: str, text: str, block: Unit) -> bool:
    """Whether a cue has more words than its slot, or is all of its line."""
    return cue.end > cue.slots[slot].end or not text[cue.end : block.end].strip(" \n:.")
