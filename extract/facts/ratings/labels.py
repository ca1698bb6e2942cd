"""Tables whose rows are titles, with columns of plans and results: "Khu phố đạt chuẩn văn hóa | khu phố | 52 | 50".

Rows and heads are those of ``extract.text_tables.cells``; which of the numbers are planned their columns have told
already.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby
from typing import TYPE_CHECKING

from extract.codes import COUNTS
from extract.facts.ratings.cells import RULE, WORD, Cell, level_in
from extract.facts.ratings.headers import group_before
from extract.facts.ratings.item import Item

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from extract.facts.ratings.levels import Names, Piece
    from extract.facts.reading import Reading
    from extract.model import TableNumber

_SIGN = "%"
_DASHES = " -–+*•"
"""Before the parts of a row: "- Ấp văn hóa"."""
_LABEL_REACH = 400
"""So far before its first number a row may begin, numbering and units between."""


def label_items(found: Collection[Item], reading: Reading, names: Names) -> Iterator[Item]:
    """The ratings in rows of which ``found`` has none yet."""
    rated = sorted(item.start for item in found)
    for _, group in groupby(reading.lexed.cells, key=lambda cell: cell.row):
        cells = list(group)
        label = cells[0].label.lstrip(_DASHES)
        first, last = min(cell.start for cell in cells), max(cell.start for cell in cells)
        at = reading.page.text.rfind(label, max(0, first - _LABEL_REACH), first)
        if at < 0 or bisect_left(rated, first) < bisect_left(rated, last + 1):
            continue
        rated_label = _rated(at, label, reading, names)
        if rated_label is None:
            continue
        level, told, start = rated_label
        pieces = names.levels(reading.quote(start, at + level.end))
        for index, cell in _told(cells, reading):
            quantity = reading.lexed.quantities[index]
            share = quantity.kind == "percent"
            yield Item(
                start=quantity.start,
                end=quantity.end,
                rule_id=RULE,
                levels=[piece.key for piece in pieces] or [level.key],
                level_start=start,
                level_end=at + level.end,
                count=None if share else index,
                percent=index if share else None,
                group=told,
                group_start=at,
                cell=True,
                column=(cell.row, cell.column),
            )


def _rated(at: int, label: str, reading: Reading, names: Names) -> tuple[Piece, str, int] | None:
    """The level that the label at ``at`` names, whom it is of, and where its words begin in the text."""
    level = level_in(Cell(at, at + len(label)), reading, names)
    titled = None if level is None else names.titled_group(level.key)
    told = None if level is None else group_before(label[: level.start], names) or titled
    if level is None or told is None or len(level.key) == 1:  # "Chi bộ A"
        return None
    if titled is None and names.around.no_group.search(reading.folded, at, at + level.start) is not None:
        return None
    if titled is None and group_before(label[: level.end], names) != told:  # "Hội Khuyến học": all of it is a name
        return None
    beside = label[: level.start].lower().rstrip().endswith(told)  # "Chi hội vững mạnh"
    if not (beside or names.is_title(level.key) or not names.weak(level.key)):
        return None
    words = [hit.start() for hit in WORD.finditer(label, level.start)]
    start = at + (words[0] if titled is None else words[titled.count(" ") + 1])  # "gia đình văn hóa"
    return level, told, start


def _told(cells: Sequence[TableNumber], reading: Reading) -> list[tuple[int, TableNumber]]:
    """The counts of a row, else its percentages; none that compare two of them: "207,6" below "Đạt (%)"."""
    found: dict[str, list[tuple[int, TableNumber]]] = {"count": [], "percent": []}
    for cell in sorted(cells, key=lambda cell: cell.start):
        for index in reading.quantities_in(cell.start, cell.start + 1)[:1]:
            kind = reading.lexed.quantities[index].kind
            if kind in COUNTS:
                found["count"].append((index, cell))
            elif kind == "percent" and _SIGN not in cell.head:
                found["percent"].append((index, cell))
    return found["count"] or found["percent"]
