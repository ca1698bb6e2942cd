"""Tables that a scraper left with one cell a line: their lines are short and end no sentence, and yet are the report.

A row is two lines of figures or more under each other; a table is three rows or more, close to each other, that have a
dot or comma inside a figure ("15.172", "0,34") or three figures that do not count on, so that neither page numbers nor
the days of a calendar make one. Below a header that begins with "STT" two rows are enough, whatever they hold.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from extract.clean.furniture import ends_sentence
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_NUMBER = r"(?:\d{1,3}(?:[.,]\d+)*+|\d{4,})"
_FIGURE = re.compile(rf"[(<>≤≥~]?=? ?[-+]?{_NUMBER}(?: ?[-–] ?{_NUMBER})? ?%?\)?|[-–x]|\.{{2,3}}|…")
_PUNCTUATED = re.compile(r"\d[.,]\d")
_LONGEST_CELL = 90
_FEWEST_ROWS = 3
_CELLS_OF_A_ROW = 2
_NUMBERING = re.compile(r"\d{1,3}[.)]")
_LABELS = 7
"""How many lines of words may stand between two rows: remark, label and unit, headings, a row of words or one value."""
_FIRST_LABELS = 2
"""Label and unit before the first row."""
_HEADER = 16
_LONGEST_NAME = 40
_LONGEST_HEAD = 15
_NAMES = 3
"""Names of columns above their years or numbers."""


_WIDE = 3
"""So many figures under each other are no counter of visitors."""


class _Row(NamedTuple):
    start: int
    end: int
    is_sure: bool
    """Whether it tells that it belongs to a table."""


def stacked_cells(texts: Sequence[str], before: Collection[str] = (), heads: Collection[str] = ()) -> list[bool]:
    """Which of the lines are cells of a table that stands one cell a line, its header, labels and units included.

    ``before`` are the words that may stand before a figure in its cell: "Trên 4"; ``heads`` those that a header begins
    with: "STT".

    >>> table = ["Đàn trâu", "con", "15.172", "14.710", "Đàn bò", "''", "1.450", "2.281", "Lúa", "ha", "0,5", "-"]
    >>> goals = ["Hộ nghèo", "%", "Dưới 3", "2,1", "Sinh", "‰", "12 - 13", "12,4", "Bảo hiểm", "%", "≥ 95", "96,3"]
    >>> wide = ["Khối 6", "Khối 7", "Khối 8", "Tốt", "180", "160", "142", "Khá", "54", "42", "42", "Yếu", "6", "8", "3"]
    >>> all(stacked_cells(goals, {"dưới"}))
    True
    >>> all(stacked_cells(wide)), any(stacked_cells(["1", "2", "3", "T2", "5", "6", "7", "T3", "9", "10", "11", "12"]))
    (True, False)
    >>> all(stacked_cells(table)), any(stacked_cells(["Trang", "1", "2", "3", "Hôm nay", "1.204", "Tất cả", "98.100"]))
    (True, False)
    """
    cells = [False] * len(texts)
    free = 0
    texts = [_without_words(text, before) for text in texts] if before else texts
    for rows in _tables(texts):
        opening = _opening(texts, free, rows[0], heads) if len(rows) > 1 else None
        if opening is not None or sum(row.is_sure for row in rows) >= _FEWEST_ROWS:
            start = _header_start(texts, free, rows[0]) if opening is None else opening
            end = rows[-1].end
            cells[start:end] = [True] * (end - start)
            free = end
    return cells


def _without_words(text: str, before: Collection[str]) -> str:
    """The figure alone, where words of ``before`` are all else in a cell."""
    if len(text) > _LONGEST_CELL or not text[:1].isalpha() or not text[-1].isdecimal():
        return text
    words, _, figure = text.rpartition(" ")
    return figure if fold(words) in before else text


def _tables(texts: Sequence[str]) -> Iterator[list[_Row]]:
    """Rows that are close to each other."""
    rows: list[_Row] = []
    for row in _rows(texts):
        between = range(rows[-1].end, row.start) if rows else range(0)
        words = sum(not (_FIGURE.fullmatch(texts[at]) or _NUMBERING.fullmatch(texts[at])) for at in between)
        if words > _LABELS or any(len(texts[at]) > _LONGEST_CELL for at in between):
            yield rows
            rows = []
        rows.append(row)
    yield rows


def _rows(texts: Sequence[str]) -> Iterator[_Row]:
    start = 0
    for at in range(len(texts) + 1):
        text = texts[at] if at < len(texts) else ""
        may_be = text[:1] == "x" or not text[:1].isalpha()
        if text and may_be and len(text) <= _LONGEST_CELL and _FIGURE.fullmatch(text):
            continue
        if at - start >= _CELLS_OF_A_ROW:
            yield _Row(start, at, _is_sure(texts[start:at]))
        start = at + 1


def _is_sure(figures: Sequence[str]) -> bool:
    if any(_PUNCTUATED.search(text) or text[-1] == "%" for text in figures):
        return True
    numbers = [int(text) for text in figures if text.isdecimal()]
    return len(numbers) >= _WIDE and any(after - before not in (0, 1) for before, after in pairwise(numbers[:_WIDE]))


def _header_start(texts: Sequence[str], free: int, row: _Row) -> int:
    """The line that the header begins with, above the first ``row``: numbers or years of columns and their names."""
    lowest = top = numbered = max(free, row.start - _FIRST_LABELS)
    named = lowest - (row.end - row.start) if row.end - row.start >= _WIDE else lowest
    """Each column of many has a name."""
    for at in range(top - 1, max(free, row.start - _HEADER) - 1, -1):
        if len(texts[at]) > _LONGEST_NAME or ":" in texts[at] or ends_sentence(texts[at]):
            break
        if _FIGURE.fullmatch(texts[at]):
            numbered = at
        if at >= named - _NAMES or (numbered < lowest and numbered - at <= _NAMES):
            top = at
    return top


def _opening(texts: Sequence[str], free: int, row: _Row, heads: Collection[str]) -> int | None:
    """The line above the first row that headers begin with, no prose between."""
    for at in range(row.start - 1, max(free, row.start - _HEADER - _LABELS) - 1, -1):
        text = texts[at]
        if len(text) <= _LONGEST_HEAD and fold(text) in heads:
            return at
        if len(text) > _LONGEST_CELL or (ends_sentence(text) and not _NUMBERING.fullmatch(text)):
            return None
    return None
