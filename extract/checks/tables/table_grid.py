"""Tables of a page with the figures in their cells, as rows under each other: what column and row checks look at.

A row is a line that ends in figures, its cells parted by tabs, bars or mere spaces, or a label with its figures one a
line below it. Cells are counted from the right, so that numbers before the label do not shift them.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import regex

from extract.text_tables.lines import CELL_END, has_cells, opening, openings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.reading import Reading
    from extract.model import Quantity

Unit: TypeAlias = tuple[str, str | None]
"""Kind and unit of a figure."""

_FEWEST_ROWS = 2
_FEWEST_FIGURES = 2
_LINE = 200
_WIDEST = 40
"""So many figures, one a line, make a row at most."""
_LABELS = 4
"""How many lines without figures may stand between two rows."""
_EMPTY_ROWS = 24
"""... where they have cells: rows of a budget that nothing was planned in."""
_ROMAN = regex.compile(r"[IVX]+[.)]?")
_ALONE = regex.compile(r"\d+|[IVX]+[.)]?")
"""The number of a row, on a line of its own."""
_DASHES = ("-", "–", "+")
_LONGEST_UNIT = 16
_LONGEST_LABEL = 90
"""Of a label that has a figure in it: "Các khoản thu hưởng 100%"."""
_BLANK = " \t|.-–…%"
_EMPTY = regex.compile(rf"[\s{regex.escape(_BLANK)}]*")
_LEVELS = (
    regex.compile(r"[A-E]\s*[.)]?\s*(?=[\t|]|\s\p{L})"),
    regex.compile(r"[IVX]+\s*[.)]?\s*(?=[\t|]|\s\p{L})"),
    regex.compile(r"\d{1,2}\s*[.)]?\s*(?=[\t|]|\s\p{L})"),
    regex.compile(r"\d{1,2}(?:\.\d{1,2})+\s*[.)]?\s*(?=[\t|]|\s(?:[-–]\s?)?\p{L})"),
    regex.compile(r"[a-zđ]\s*[.)]\s*(?=[\t|]|\s?\p{L})"),
)
DOTTED = 3
"""Level of a part of a numbered row: "2.1"."""
PLAIN = len(_LEVELS)
"""Level of a row without a number of its own, a dash before it or not; ``PLAIN + 1`` of one with a plus."""


class GridRow(NamedTuple):
    """One row: its label, its level among the numbered ones (0 the highest), its figures by column."""

    start: int
    end: int
    label: str
    level: int
    cells: tuple[Quantity | None, ...]
    celled: bool = False
    """Whether marks part its cells."""
    under: GridRow | None = None
    """The row with its own label, if it has that of the line above, its own being a unit: "Tiểu học", "HS"."""

    @property
    def dashed(self) -> bool:
        """Whether a dash stands before it: one of the rows that the row above takes apart, where that has none."""
        return self.label.startswith(_DASHES)


class Grid(NamedTuple):
    """Rows that follow each other, all of one width, narrower ones filled up where their units fit those above."""

    rows: tuple[GridRow, ...]
    width: int

    def column(self, at: int) -> list[Quantity | None]:
        """The figures of a column, one a row."""
        return [row.cells[at] for row in self.rows]

    def turned(self) -> Grid:
        """The same with columns as rows: tables that set years side by side, and "Tỷ lệ (%)" below each row.

        Its rows have no place of their own in the text.
        """
        columns = (GridRow(0, 0, "", PLAIN, tuple(self.column(at))) for at in range(self.width))
        return Grid(tuple(columns), len(self.rows))


def grids(reading: Reading) -> tuple[Grid, ...]:
    """The tables of a page, of two rows or more."""
    return tuple(_grids(reading)) if _may_have_rows(reading) else ()


def _may_have_rows(reading: Reading) -> bool:
    """Whether two lines may be rows: of two figures or with marks, or beginning with a figure; on most pages none."""
    text = reading.page.text
    has_marks = has_cells(text)
    found = set()
    before = -1
    for start in reading.starts:
        line = reading.structure.block(start)
        is_short = line.end - line.start <= _LINE + 1
        if (is_short and (has_marks or line.start == before)) or _EMPTY.fullmatch(text, line.start, start):
            found.add(line.start)
            if len(found) > 1:
                return True
        before = line.start
    return False


def _grids(reading: Reading) -> Iterator[Grid]:
    rows: list[GridRow] = []
    labels = 0
    heads: list[str] = []
    for row in _rows(reading):
        label = row.label if row is not None and not row.cells else ""
        if rows and opening(label) in openings(heads):
            yield from _grid(rows)
            rows, labels, heads = [], 0, []
        if label and not rows:
            heads.append(label)
        if row is not None and (row.cells or rows):
            if row.cells:
                labels = 0
                rows.append(row)
                continue
            labels += 1
            if labels <= (_EMPTY_ROWS if row.celled else _LABELS):
                rows.append(row)
                continue
        if rows:
            yield from _grid(rows)
            rows, labels = [], 0
    yield from _grid(rows)


def _grid(rows: Sequence[GridRow]) -> Iterator[Grid]:
    filled = [row for row in rows if any(row.cells)]
    usual = Counter(len(row.cells) for row in filled).most_common(1)[0][0] if filled else 0
    rows = [_without_gap(row, usual) for row in rows]
    filled = [row for row in rows if any(row.cells)]
    width = max((len(row.cells) for row in filled), default=0)
    if len(filled) < _FEWEST_ROWS:
        return
    first = rows[0].under
    if first is not None and all(row.under is None for row in rows[1:]):
        rows = [first, *rows[1:]]  # "Tổng số" below the last line of the head
    units = _units([row.cells for row in filled if len(row.cells) == width])
    yield Grid(tuple(row._replace(cells=_filled_up(row.cells, units)) for row in rows if row.cells), width)


def _without_gap(row: GridRow, usual: int) -> GridRow:
    """A row without the empty cells behind its label that others lack: "Tổng cộng" stands below the row numbers."""
    more = len(row.cells) - usual
    return row._replace(cells=row.cells[more:]) if more > 0 and not any(row.cells[:more]) else row


def _units(rows: Sequence[tuple[Quantity | None, ...]]) -> list[Unit]:
    """Kind and unit that most figures of each column have."""
    told: list[Counter[Unit]] = [
        Counter((cell.kind, cell.unit) for cell in column if cell) for column in zip(*rows, strict=True)
    ]
    return [found.most_common(1)[0][0] if found else ("number", None) for found in told]


def _filled_up(cells: tuple[Quantity | None, ...], units: Sequence[Unit]) -> tuple[Quantity | None, ...]:
    """The cells of a row with gaps before or behind them, whichever puts more of them under their units.

    As many cells of one unit as there are columns of it stand there: sums alone, in a table of sums and shares.
    """
    missing = len(units) - len(cells)
    if not missing:
        return _moved(cells, units) if cells[0] is None else cells
    told = {(cell.kind, cell.unit) for cell in cells if cell is not None}
    if len(told) == 1 and None not in cells and sum(unit in told for unit in units) == len(cells):
        left = iter(cells)
        return tuple(next(left) if unit in told else None for unit in units)

    def fitting(before: int) -> int:
        return sum(
            cell is not None and (cell.kind, cell.unit) == unit
            for cell, unit in zip(cells, units[before:], strict=False)
        )

    before = max(range(missing, -1, -1), key=fitting)
    return (None,) * before + cells + (None,) * (missing - before)


def _moved(cells: tuple[Quantity | None, ...], units: Sequence[Unit]) -> tuple[Quantity | None, ...]:
    """The cells one to the left if more of them have the units there: "Tổng cộng" stands below the row numbers."""
    moved = (*cells[1:], None)
    fits, fit = (
        sum(cell is not None and (cell.kind, cell.unit) == unit for cell, unit in zip(row, units, strict=True))
        for row in (cells, moved)
    )
    return moved if fit > fits else cells


def _rows(reading: Reading) -> Iterator[GridRow | None]:
    """Every line as a row, a label (no cells) or, with ``None``, something else; figures one a line go with a label."""
    text, structure = reading.page.text, reading.structure
    numbering = ""
    above: GridRow | None = None
    stacked: GridRow | None = None
    for start, after in pairwise((*structure.blocks.starts, structure.text_end + 1)):
        line = text[start : after - 1]
        figures = _figures(reading, start, after)
        if stacked is not None and len(stacked.cells) < _WIDEST and _is_cell(line, start, figures):
            stacked = stacked._replace(end=after - 1, cells=(*stacked.cells, figures[0] if figures else None))
            continue
        if stacked is not None and stacked.cells:
            yield _labelled(stacked, above)
        above, stacked = stacked, None
        if not figures and (line.strip().isdigit() or _ROMAN.fullmatch(line.strip())):
            numbering = line.strip()  # of the next row, one cell a line
            continue
        row = _one(line, start, figures)
        if row is not None and not row.cells and _ALONE.fullmatch(numbering):
            row, numbering = row._replace(level=_level(f"{numbering} {row.label}")), ""
        if row is not None and row.cells:
            if numbering and row.level >= PLAIN:
                row = row._replace(level=_level(numbering), label=f"{numbering} {row.label}")
            numbering = ""
        elif row is not None:
            numbering = line if row.level < PLAIN and "|" in line else ""
            stacked = row
        yield row
    if stacked is not None and stacked.cells:
        yield _labelled(stacked, above)


def _labelled(row: GridRow, above: GridRow | None) -> GridRow:
    """A row with one cell a line, under the label that stands above its unit: "Tiểu học", "HS", "7.872".

    Or above the rest of the label: "1", "Thu nội địa", "Domestic revenue", "3,359,800".
    """
    if above is None or above.cells or above.end + 1 != row.start or row.level < PLAIN:
        return row
    if len(row.label) > _LONGEST_UNIT and not above.level < PLAIN:
        return row
    return row._replace(start=above.start, label=above.label, level=above.level, under=row)


def _one(line: str, start: int, figures: Sequence[Quantity]) -> GridRow | None:
    """A line by itself: a row, a label without cells, or neither."""
    if len(line) > _LINE:
        return None
    row = _row(line, start, figures) if figures else None
    named = not line.endswith((".", ";", ":")) and (not figures or len(line) <= _LONGEST_LABEL)
    label = named or (bool(figures) and CELL_END.search(line) is not None)
    if row is None and label:
        celled = CELL_END.search(line) is not None
        # also "| Các khoản thu hưởng 100%": no cell
        return GridRow(start, start + len(line), line, _level(line), (), celled)
    return row


def _is_cell(line: str, start: int, figures: Sequence[Quantity]) -> bool:
    """Whether a line is one figure and nothing else, or a dash that stands for none."""
    if not figures:
        return line.strip() in ("-", "–", "0")
    return len(figures) == 1 and _EMPTY.fullmatch(_without(line, start, figures)) is not None


def _row(line: str, start: int, figures: Sequence[Quantity]) -> GridRow | None:
    """A line that is a row by itself."""
    if CELL_END.search(line):
        return _celled(line, start, figures)
    trailing: list[Quantity] = []
    end = len(line)
    for figure in reversed(figures):
        if line[figure.end - start : end].strip():
            break
        trailing.insert(0, figure)
        end = figure.start - start
    label = line[:end].strip()
    if len(trailing) < max(_FEWEST_FIGURES, len(figures)) or not any(map(str.isalpha, label)):
        return None
    return GridRow(start, start + len(line), label, _level(line), tuple(trailing))


def _celled(line: str, start: int, figures: Sequence[Quantity]) -> GridRow | None:
    cells: list[Quantity | None] = []
    texts: list[str] = []
    at = start
    for cell in CELL_END.split(line.removesuffix("|")):
        end = at + len(cell)
        inside = [figure for figure in figures if at <= figure.start < end]
        cells.append(inside[0] if len(inside) == 1 and inside[0].end - inside[0].start >= len(cell.strip()) else None)
        texts.append(cell.strip())
        at = end + 1
    name = next((i for i, text in enumerate(texts) if _is_label(text) and not cells[i]), None)
    if name is None or not any(cells[name + 1 :]):
        return None
    return GridRow(start, start + len(line), texts[name], _level(line), tuple(cells[name + 1 :]))


def _is_label(text: str) -> bool:
    return len(text) > 1 and any(map(str.isalpha, text)) and _ROMAN.fullmatch(text) is None


def _figures(reading: Reading, start: int, end: int) -> list[Quantity]:
    return [reading.lexed.quantities[index] for index in reading.quantities_in(start, end)]


def _without(line: str, start: int, figures: Sequence[Quantity]) -> str:
    for figure in reversed(figures):
        line = line[: figure.start - start] + line[figure.end - start :]
    return line


def _level(line: str) -> int:
    text = line.lstrip(" \t|")
    for level, numbering in enumerate(_LEVELS):
        if numbering.match(text):
            return level
    return PLAIN + 1 if text.startswith("+") else PLAIN
