"""What stands over the columns of a table: heads in a row of cells, one a line, or parted by their units."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.lex.lines import CELL_END, HEAD_BEGINS
from extract.lex.spans import spread
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.lex.cells import CellVocabulary
    from extract.lex.rows import Table
    from extract.model import Lexed

IN_BRACKETS = regex.compile(r"\((?P<unit>[^()\n]{1,20})\)|(?<!\d[ \u00a0]?)(?P<unit>%)")
"""The unit of a head, in brackets or as a sign: "Diện tích (ha)", "Tỷ lệ %"; not that of a number: "1,9 %"."""


def plans_in_turn(header: tuple[str, ...], width: int, cells: CellVocabulary) -> list[bool | None] | None:
    """Which columns are plans, where a line above names plans and results as often as there are columns, or only
    plans are named; else ``None``. In the list it stands for percentages.
    """
    told: list[bool | None] = []
    for line in reversed(header):
        here = [None if hit["percent"] else hit["plan"] is not None for hit in _turns(line, cells)]
        if len(here) == width > 1:
            return here
        told += here
    return [True] * width if told and all(told) else None


def _turns(line: str, cells: CellVocabulary) -> Iterator[regex.Match[str]]:
    folded = fold(line)
    label = cells.label.match(folded)
    return cells.plan_or_result.finditer(folded, 0 if label is None else label.end())


_TWO_ROWS = 2
_COLUMN_NUMBER = regex.compile(r"\(?(?:\d{1,2}|\p{Lu})?\)?(?:\s*=.*)?|:?-+:?")
"""A cell of a row that numbers columns, "(3)=(2)/(1)", or of the line that Markdown draws below heads."""


def head_rows(table: Table, width: int, text: str, cells: CellVocabulary) -> list[list[str]]:
    """The lines above that have a cell for each column, but for those that number columns; else one of several lines.

    Scrapers break a row where a cell has lines of its own: "Thôn | Số hộ |", then "Hộ nghèo | Tỷ lệ (%) |".
    """
    if width < 2:  # noqa: PLR2004 - one column has no row of heads
        return []
    header = _above_sections(table.header)
    marked = [at for at, line in enumerate(header) if CELL_END.search(line)]
    rows = [row for at in marked if not all(map(_COLUMN_NUMBER.fullmatch, row := _head_cells(header[at], width)))]
    named = [row for row in rows if len(row) == width]
    if named:
        return _filled(rows, named) if len(rows) > len(named) else _over_several(named)
    spanned = _spanned(rows, table, width, text, cells)
    if spanned:
        return [spanned]
    for first in marked:
        for last in range(first + 2, len(header) + 1):
            row = _head_cells(" ".join(header[first:last]), width)
            if len(row) >= width:
                if len(row) == width and not all(map(_COLUMN_NUMBER.fullmatch, row)):
                    return [row]
                break
    return []


def _spanned(rows: Sequence[Sequence[str]], table: Table, width: int, text: str, cells: CellVocabulary) -> list[str]:
    """The heads of all columns from two rows or three, where upper cells stand over several lower ones."""
    if len(rows) < _TWO_ROWS or not rows[-1][0][:1].isupper():  # "mới" goes on with "Số ca mắc"
        return []
    bodies = [_head_cells(_line_at(row.start, text), width) for row in table.rows]
    columns = [[body[at] for body in bodies if at < len(body)] for at in range(width)]
    has_numbers = [_are_numbers("".join(column)) for column in columns]  # a column left empty has remarks, if any
    upper, lower = rows[-2:]
    choices = [(upper, lower)]
    each = len(lower) // len(upper)
    if len(rows) > _TWO_ROWS and each > 1 and len(lower) % len(upper) == 0:
        # "Giỏi | Khá" over "SL | % | SL | %", and "Học lực" over both
        choices.insert(0, (rows[-3], [f"{upper[at // each]} {head}" for at, head in enumerate(lower)]))
    for above, below in choices:
        heads = spread(above, below, has_numbers, lambda head: cells.over.match(fold(head)) is not None)
        if heads is not None:
            return [head.words(above, below) for head in heads]
    return []


def _are_numbers(cells: str) -> bool:
    return any(map(str.isdigit, cells)) and not any(map(str.isalpha, cells))


def _filled(rows: Sequence[list[str]], named: list[list[str]]) -> list[list[str]]:
    """A row of heads with empty cells, filled from the row above it that has a cell for each of them and one more."""
    lower = rows[-1]
    gaps = lower.count("")
    if len(named) > 1 or lower is not named[0] or not 0 < gaps < len(rows[-2]):
        return named
    upper = rows[-2]
    over = len(upper) - gaps
    runs = sum(bool(head) and (at == 0 or not lower[at - 1]) for at, head in enumerate(lower))
    if over != runs:
        return named
    left = iter(upper)
    filled: list[str] = []
    above = ""
    for at, head in enumerate(lower):
        if not head or at == 0 or not lower[at - 1]:
            above = next(left)
        filled.append(f"{above} {head}".strip())
    return [filled]


def _over_several(named: list[list[str]]) -> list[list[str]]:
    """The same rows; a head with empty cells behind it stands over all that the row below names there.

    "Năm 2016 | | So sánh (%) | |" over "Giá trị | CC (%) | 2017/2016 | 2018/2017 | PTBQ".
    """
    if len(named) != _TWO_ROWS:
        return named
    upper, lower = named
    spread_out = list(upper)
    for at in range(1, len(spread_out)):
        if not spread_out[at] and lower[at] and lower[at - 1]:
            spread_out[at] = spread_out[at - 1]
    return [spread_out, lower]


def _line_at(start: int, text: str) -> str:
    end = text.find("\n", start)
    return text[start : len(text) if end < 0 else end]


def _head_cells(line: str, width: int) -> list[str]:
    """The cells of a line; the last bar ends it, or parts it from an empty cell if there are one too few."""
    cells = [cell.strip() for cell in CELL_END.split(line)]
    return cells[:-1] if line.endswith("|") and len(cells) != width else cells


_TITLES = 2
"""The nearest lines above the heads, that of the unit among them."""


class Heads(NamedTuple):
    """What stands over the columns of a table, from the left; ``""`` over one without a name."""

    names: list[str]
    certain: bool
    """Whether each stands over its own column: in a row of cells, each with its unit, or right behind the labels' head.

    Else a head of two lines, or one over several columns, may have shifted those before it.
    """
    in_cells: bool
    """Whether they are cells of rows."""
    lines: tuple[str, ...] = ()
    """The lines that they are from, where these are not the same words in the same order."""

    @property
    def joined(self) -> str:
        """All of them in a line."""
        return " ".join(self.names)

    def titles(self, table: Table) -> list[str]:
        """The lines above that are no part of them and no row of cells."""
        own = (self.joined, *self.lines)
        return [line for line in table.header if not any(line in told for told in own) and not CELL_END.search(line)]


def plans_by_title(heads: Heads, table: Table, cells: CellVocabulary) -> list[bool | None] | None:
    """All columns as plans, where the title says so and no head tells plans from results; else ``None``.

    "Bảng 2: Dự toán chi giao cho các ngành" over "Năm 2021 | Năm 2022".
    """
    titles = heads.titles(table)[-_TITLES:]
    if not any(cells.plan_title.search(fold(line)) for line in titles):
        return None
    all_plans = all(hit["plan"] for line in titles for hit in _turns(line, cells))
    named = any(True for name in heads.names for _ in _turns(name, cells))
    return [True] * len(heads.names) if all_plans and not named else None


def heads_of(table: Table, width: int, text: str, lexed: Lexed, cells: CellVocabulary) -> Heads:
    """The heads of columns: cells of header rows, or lines, or what units part a run of lines into."""
    header = _above_sections(table.header)
    rows = head_rows(table, width, text, cells)
    years = [] if rows else _years_over(header, width)
    if not rows and not years:
        years, lines = cells.years.in_lines([line for line in header if not cells.names.match(fold(line))], width)
        if years:
            return Heads(years, certain=True, in_cells=False, lines=tuple(lines))
    if years:
        return Heads(years, certain=True, in_cells=False)
    if rows:
        return Heads([" ".join(filter(None, heads)) for heads in zip(*rows, strict=True)], certain=True, in_cells=True)
    spaced = _spaced_heads(header, width, cells)
    lines = _head_lines(header, cells)
    certain = (
        bool(spaced)
        or sum(IN_BRACKETS.search(line) is not None for line in header) == width
        or _wrapped(lines, width, cells)
        or (len(lines) > width and cells.names.match(fold(lines[-width - 1])) is not None)
    )
    found = _by_units(header, width) or spaced or _by_runs(header, width)
    if not found and _wrapped(lines, width, cells):
        found = [HEAD_BEGINS.split(lines[-width])[-1], *lines[1 - width :]]
    return Heads(found or _by_lines(table, lines[-width:], width, lexed, cells), certain, in_cells=False)


_YEAR = regex.compile(r"(?i:năm )?((?:19|20)\d\d)")
_YEARS = regex.compile(r"(?:(?:19|20)\d\d[ \t]*)+$")
_TITLES_BELOW = 2
"""So many lines may stand between the years and the rows: "Tốc độ tăng (%)"."""


def _years_over(header: Sequence[str], width: int) -> list[str]:
    """The years over all columns, one a line or all in one, perhaps with a title of the rows below: "2013", "2014"."""
    if width < _TWO_ROWS:
        return []
    for last in range(len(header), max(0, len(header) - _TITLES_BELOW) - 1, -1):
        run = [_YEAR.fullmatch(line.strip()) for line in header[max(0, last - width - 1) : last]]
        of_lines = [year[1] for year in run[-width:] if year is not None]
        if len(of_lines) == width and (len(run) == width or run[0] is None):
            return of_lines
        line = _YEARS.search(header[last - 1]) if last else None
        of_line = [] if line is None else line[0].split()
        if len(of_line) == width:
            return of_line
    return []


def _by_units(header: Sequence[str], width: int) -> list[str]:
    """The heads of one line, which end with their units: "Diện tích (Ha) Năng suất (Tạ/ha) Sản lượng (Tấn)"."""
    for line in reversed(header):
        ends = [mark.end() for mark in IN_BRACKETS.finditer(line)]
        if len(ends) == width > 1:
            return [line[start:end] for start, end in zip((0, *ends), ends, strict=False)]
    return []


def _by_runs(header: Sequence[str], width: int) -> list[str]:
    """The heads of several lines, each of which ends with its unit."""
    runs: list[str] = []
    pending: list[str] = []
    for line in header:
        pending.append(line)
        if IN_BRACKETS.search(line):
            runs.append(" ".join(pending))
            pending = []
    return runs if len(runs) == width else []


def _by_lines(table: Table, lines: list[str], width: int, lexed: Lexed, cells: CellVocabulary) -> list[str]:
    """The last lines, one a head.

    Cells of a head's first row that reach down to the rows are told before those below it, and stand over the last.
    """
    if len(lines) < width:
        return [""] * width
    large = _large_columns(table, width, lexed)
    turned = ([*lines[reach:], *lines[:reach]] for reach in range(min(_MOST_REACHING, width)))
    return next((names for names in turned if not _misfits(names, large, cells)), lines)


def _spaced_heads(header: Sequence[str], width: int, cells: CellVocabulary) -> list[str]:
    """The heads of all columns from one line without marks between them, if each begins with a capital.

    "TT Thôn Tổng số hộ Số hộ đạt Tỷ lệ %": the labels have one, and the numbers of rows may.
    """
    lines = [line for line in header if not _COLUMN_NUMBERS.fullmatch(line)]
    if width < 2 or not lines:  # noqa: PLR2004 - one column has no row of heads
        return []
    heads = _parted(lines[-1], cells)
    if len(heads) == width + 1:
        return heads[1:]
    return (_over_pairs(_parted(lines[-2], cells), heads, width) if len(lines) > 1 else []) or _broken(
        lines, width, cells
    )


_MOST_BROKEN = 4


def _broken(lines: Sequence[str], width: int, cells: CellVocabulary) -> list[str]:
    """The heads of all columns from a line that a scraper broke where a cell had lines of its own.

    "TT Nội dung Thực hiện năm 2011 Kế hoạch năm 2012 Thực hiện", "năm 2012", "% so KH".
    """
    for size in range(2, min(_MOST_BROKEN, len(lines)) + 1):
        first = HEAD_BEGINS.split(lines[-size])[0]
        if cells.row_number.match(fold(first.split(" ", 1)[0])) is None:
            continue
        heads = _parted(" ".join(lines[-size:]), cells)
        return heads[1:] if len(heads) == width + 1 else []
    return []


def _parted(line: str, cells: CellVocabulary) -> list[str]:
    """The heads of a line without marks between them; that of the row numbers left out."""
    heads = HEAD_BEGINS.split(line)
    if heads and cells.row_number.match(fold(heads[0])):
        del heads[0]
    joined: list[str] = []
    for head in heads:
        joined[-1:] = [f"{joined[-1]} {head}"] if joined and head == "%" else [*joined[-1:], head]
    return joined


def _over_pairs(upper: Sequence[str], lower: Sequence[str], width: int) -> list[str]:
    """The heads of two lines, where the lower says the same under each of the last of the upper.

    "Khu vực Tổng số hộ Hộ nghèo Hộ cận nghèo" over "Số hộ Tỷ lệ (%) Số hộ Tỷ lệ (%)".
    """
    alone = width - len(lower)
    if alone < 0:
        return []
    headed = [upper] if alone else [["", *upper], upper]  # the head of the labels may have a line of its own
    for heads in headed:
        over = len(heads) - alone - 1
        each = len(lower) // over if over >= _TWO_ROWS else 0
        if each > 1 and list(lower) == list(lower[:each]) * over:
            ahead, above = heads[1 : alone + 1], heads[alone + 1 :]
            return [*ahead, *(f"{head} {part}" for head in above for part in lower[:each])]
    return []


def _head_lines(header: Iterable[str], cells: CellVocabulary) -> list[str]:
    """The lines of a header, one a head, without one over remarks: no row has a number there."""
    lines = list(_whole_lines(line for line in header if ":" not in line and not _COLUMN_NUMBERS.fullmatch(line)))
    while lines and cells.remarks.match(fold(lines[-1])):
        lines.pop()
    return lines


_COLUMN_NUMBERS = regex.compile(r"(?:\p{Lu} ){0,2}\(?1\)? \(?2\)?(?: \(?\d{1,2}\)?(?:=[\d/:*x+-]+)?)*")
"""A line that numbers columns: "A B 1 2 3", "1 2 3=2/1"."""


def _wrapped(lines: Sequence[str], width: int, cells: CellVocabulary) -> bool:
    """Whether the lines above are the heads of all columns, and the first of them begins with those of the labels.

    "TT Chi bộ Tổng số đảng viên", "Được đánh giá", "Hoàn thành tốt nhiệm vụ".
    """
    if not 1 < width <= len(lines):
        return False
    words = HEAD_BEGINS.split(lines[-width])
    return len(words) > _TWO_ROWS and cells.row_number.match(fold(words[0])) is not None


def _whole_lines(lines: Iterable[str]) -> Iterator[str]:
    """Lines, those that go on with the one before put behind it: "Thu được", "năm 2019", but not "lớp 6", "lớp 7"."""
    lines = tuple(lines)
    openings = ["", *(line.split(" ", 1)[0] for line in lines), ""]
    whole = ""
    for at, line in enumerate(lines, 1):
        if whole and line[:1].islower() and openings[at] not in (openings[at - 1], openings[at + 1]):
            whole = f"{whole} {line}"
            continue
        if whole:
            yield whole
        whole = line
    if whole:
        yield whole


_SECTION = regex.compile(r"[IVX]{1,4}(?:[.)/]?|\s*[.)/-]\s*\p{L}.*)|[A-H][.)/]?")


def _above_sections(header: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a header before the numeral or letter and the name of the first section: "I", "Kinh tế"."""
    first = next((at for at, line in enumerate(header) if at and _SECTION.fullmatch(line)), len(header))
    return header[:first]


_MOST_REACHING = 4
_NO_PERCENT = 1_000.0


def _large_columns(table: Table, width: int, lexed: Lexed) -> list[bool]:
    """Of which columns most values are too large for percentages."""
    columns = (table.values(back, lexed) for back in range(width, 0, -1))
    return [2 * sum(value > _NO_PERCENT for value in values) > len(values) for values in columns]


def _misfits(names: Sequence[str], large: Sequence[bool], cells: CellVocabulary) -> bool:
    """Whether a head of percentages stands over large numbers."""
    return any(
        big and cells.percent.search(fold(name)) and not IN_BRACKETS.search(name)
        for name, big in zip(names, large, strict=True)
    )
