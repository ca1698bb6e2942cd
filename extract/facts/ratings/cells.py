"""What cells of tables of ratings have in common, however they are parted: levels in them, numbers, who is rated."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.facts.ratings.levels import name_key
from extract.facts.ratings.named import is_full
from extract.text_tables.lines import CELL_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.ratings.levels import Names, Piece
    from extract.facts.ratings.named import Named
    from extract.facts.reading import Reading

RULE = "rating.table"
"""What ``rule_id`` says of a cell."""
WORD = regex.compile(r"\S+")
LONGEST_LINE = 300
_LONGEST_HEAD = 60
_NUMBER_LINE = regex.compile(
    r"[\s(]*+\d[\d.,]*+\s*+(?:%\s*+)?(?:\(\s*+\d[\d.,]*+\s*+(?:%\s*+)?\)|\d[\d.,]*+\s*+%)?[\s).]*+"
)
_CAPTION_LINES = 48
_CAPTION_LENGTH = 200
_TABLE_LINES = 200
"""So far above a row, one cell a line, the heads of its columns may stand."""
_NUMBERS = regex.compile(r"\d")
_FIRST_CLASSES = 2
"""Columns of classes are the first ones, or stand behind that of all."""


class Cell(NamedTuple):
    """A stretch of the text that holds one cell, or a line."""

    start: int
    end: int


def lines_of(reading: Reading) -> list[Cell]:
    """The lines of the page."""
    bounds = (*reading.structure.blocks.starts, reading.structure.text_end + 1)
    end = reading.structure.text_end
    return [Cell(start, min(after - 1, end)) for start, after in pairwise(bounds)]


def cells_of(line: Cell, text: str) -> Iterator[Cell]:
    """The cells of a line with marks, spaces around them left out."""
    at = line.start
    for mark in (*(hit.start() for hit in CELL_END.finditer(text, line.start, line.end)), line.end):
        cell = text[at:mark]
        first = at + len(cell) - len(cell.lstrip())
        yield Cell(first, max(first, at + len(cell.rstrip())))
        at = mark + 1


def level_in(cell: Cell, reading: Reading, names: Names) -> Piece | None:
    """The level at the end of a head: "Số tổ xếp loại tốt"; its place is that in the cell."""
    return level_ending(reading.quote(cell.start, min(cell.end, cell.start + _LONGEST_HEAD)), names)


def level_ending(head: str, names: Names) -> Piece | None:
    """The same of the words of a head."""
    if name_key(head).rpartition(" ")[2] not in names.last_words:
        return None
    for word in WORD.finditer(head):
        pieces = names.levels(head[word.start() :])
        if len(pieces) == 1:
            return pieces[0]._replace(start=word.start(), end=len(head))
    return None


def is_number(line: Cell, text: str) -> bool:
    """Whether a line is one number, its percentage beside it or not: "502", "502 (40%)"."""
    return _NUMBER_LINE.fullmatch(text, line.start, line.end) is not None


def column_classes(start: int, width: int, reading: Reading, names: Names) -> dict[int, str]:
    """Which of ``width`` columns are classes, by the heads above ``start``: "Tổng số | Lớp 6 | Lớp 7"."""
    heads: list[str] = []
    end = start
    for _ in range(_TABLE_LINES):
        if end == 0:
            break
        line = reading.structure.block(end - 1)
        if line.end - line.start > _CAPTION_LENGTH:
            break
        end = line.start
        found = [hit[0] for hit in names.classes.finditer(reading.folded, line.start, line.end)]
        alone = len(found) == 1 and found[0] == reading.folded[line.start : line.end].strip()
        if (
            len(found) > 1
            and not heads
            and _NUMBERS.search(names.classes.sub("", reading.folded[slice(*line)])) is None
        ):
            heads = found
            break
        if not alone and heads:
            break
        heads = [*found, *heads] if alone else heads
    first = width - len(heads)
    return {first + at: " ".join(head.split()) for at, head in enumerate(heads)} if 0 <= first < _FIRST_CLASSES else {}


def caption_group(start: int, end: int, topics: Sequence[Named], reading: Reading, names: Names) -> str | None:
    """Who is rated by a table that begins at ``start``, as the short lines above it say, up to ``end`` of its head."""
    first = start
    for _ in range(_CAPTION_LINES):
        if first == 0:
            break
        above = reading.structure.block(first - 1)
        first = above.start
        if above.end - above.start > _CAPTION_LENGTH:
            break
    no_topics = names.sorts.places | names.sorts.columns
    told = [
        topic
        for topic in topics[bisect_left(topics, first, key=lambda topic: topic.start) :]
        if topic.end <= end and is_full(topic) and topic.code not in no_topics
    ]
    code = told[-1].code if told else None
    if names.pupils is not None and names.marks.search(reading.folded, first, end) is not None:
        code = names.group_code(names.pupils)
    # "Kết quả rèn luyện của học sinh", and "TS HS" at the head of a column
    return max((topic.text for topic in told if topic.code == code), key=len, default=None)
