"""What stands over the columns of a table: heads in a row of cells, one a line, or parted by their units."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.text import fold
from extract.text_tables.heads.head_lines import heads_with_units, lined_heads
from extract.text_tables.heads.head_rows import head_rows
from extract.text_tables.lines import CELL_END

if TYPE_CHECKING:
    from extract.model import Lexed
    from extract.text_tables.table import Table
    from extract.text_tables.vocabulary import CellVocabulary


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


def heads_of(table: Table, text: str, lexed: Lexed, cells: CellVocabulary) -> Heads:
    """The heads of columns: cells of header rows, years, lines, or what units part a run of lines into.

    There are as many as columns of numbers.
    """
    if table.heads is not None:
        return Heads(list(table.heads), certain=True, in_cells=True, lines=table.header[table.above_heads :])
    header, width = _above_sections(table.header), table.width
    rows = head_rows(header, table, width, text, cells)
    if rows:
        return Heads([" ".join(filter(None, heads)) for heads in zip(*rows, strict=True)], certain=True, in_cells=True)
    years = cells.years.over(header, width)
    if years:
        return Heads(years, certain=True, in_cells=False)
    runs = heads_with_units(header, width) if width > 1 else []
    if runs:
        return Heads(runs, certain=True, in_cells=False)
    years, lines = cells.years.in_lines([line for line in header if not cells.names.match(fold(line))], width)
    if years:
        return Heads(years, certain=True, in_cells=False, lines=tuple(lines))
    names, certain = lined_heads(header, table, width, lexed, cells)
    return Heads(names, certain, in_cells=False)


_SECTION = regex.compile(r"[IVX]{1,4}(?:[.)/]?|\s*[.)/-]\s*\p{L}.*)|[A-H][.)/]?")


def _above_sections(header: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a header before the numeral or letter and the name of the first section: "I", "Kinh tế"."""
    first = next((at for at, line in enumerate(header) if at and _SECTION.fullmatch(line)), len(header))
    return header[:first]
