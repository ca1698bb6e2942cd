"""First cells of rows that look like the end of a name: "Cơ quan phường 31 00 31" among rows of three numbers.

Where spaces alone part the cells, a word before a number may make it a name or an age ("Xã Phước Thọ 45"). A row that
has one number fewer than most of those around it, behind such a word, has lost its first cell to it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.lex.scan import lex
from extract.text_tables.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.lex.vocabulary import LexVocabulary
    from extract.model import Lexed, Mention
    from extract.text_tables.lines import Line

_FEWEST_ROWS = 3
_FEWEST_CELLS = 2
_LONGEST_ROW = 160
_MISTAKEN = frozenset({"name", "age", "ordinal"})
_NUMBER = regex.compile(r"(?<![\d.,])\d[\d.,]*+$")
_ROW_NUMBER = regex.compile(r"^\s*\d{1,3}[.)]?\s+")


class _Row(NamedTuple):
    line: Line
    first: int
    """Where the numbers at the end of the line begin."""
    cells: int


def cells_from_names(text: str, lexed: Lexed, lines: list[Line], words: LexVocabulary) -> tuple[Lexed, list[Line]]:
    """The same numbers, and those that names have taken from the rows of a table; with the lines that they stand in."""
    quantities, mentions = list(lexed.quantities), list(lexed.mentions)
    for run in _runs(text, lexed, lines):
        usual, often = Counter(row.cells for row in run).most_common(1)[0]
        if 2 * often <= len(run):
            continue
        labels = [_label(text, row) for row in run]
        for row, label in zip(run, labels, strict=True):
            mention = _mention_before(row, lexed) if row.cells == usual - 1 else None
            number = None if mention is None else _NUMBER.search(text, mention.start, mention.end)
            if mention is None or number is None or labels.count(label) > 1:
                continue
            found = lex(number[0], words).quantities
            if len(found) == 1 and found[0].kind == "number":
                quantities.append(found[0]._replace(start=number.start(), end=number.end()))
                mentions.remove(mention)
    if len(mentions) == len(lexed.mentions):
        return lexed, lines
    recovered = lexed._replace(quantities=tuple(sorted(quantities)), mentions=tuple(mentions))
    return recovered, lines_of(text, recovered)


def _runs(text: str, lexed: Lexed, lines: Sequence[Line]) -> Iterator[list[_Row]]:
    """Lines below each other that end in several bare numbers."""
    run: list[_Row] = []
    for line in lines:
        row = _row(text, lexed, line) if len(line.numbers) >= (1 if run else _FEWEST_CELLS) else None
        if row is not None:
            run.append(row)
            continue
        if len(run) >= _FEWEST_ROWS:
            yield run
        run = []
    if len(run) >= _FEWEST_ROWS:
        yield run


def _row(text: str, lexed: Lexed, line: Line) -> _Row | None:
    if line.end - line.start > _LONGEST_ROW or "\t" in line.content:
        return None
    first, count = line.end, 0
    for index in reversed(line.numbers):
        quantity = lexed.quantities[index]
        if text[quantity.end : first].strip():
            break
        first, count = quantity.start, count + 1
    return _Row(line, first, count) if count else None


def _label(text: str, row: _Row) -> str:
    """The words before the numbers of a row, without the number that they end in and that of the row."""
    written = text[row.line.start : row.first].rstrip()
    number = _NUMBER.search(written)
    return _ROW_NUMBER.sub("", written[: len(written) if number is None else number.start()]).strip().lower()


def _mention_before(row: _Row, lexed: Lexed) -> Mention | None:
    """The name that ends right before the numbers of a row."""
    first, end = (bisect_left(lexed.mentions, place, key=_start) for place in (row.line.start, row.first))
    inside = lexed.mentions[first:end]
    last = max(inside, key=lambda mention: mention.end, default=None)
    return last if last is not None and last.kind in _MISTAKEN and row.first - last.end <= _GAP else None


_GAP = 2
_start = attrgetter("start")
