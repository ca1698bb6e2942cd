"""CSV that a spreadsheet opens in UTF-8, and in which no text of a page is a formula."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

import regex

from extract.tables.commit import writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import pandas as pd

    from extract.export.workbook import Cell

_FORMULA = regex.compile(r"""(?:^|(?<=[;\t\r\n]))(?=[\s"]*[=+\-@＝＋－＠])|^(?=[\t\r\n\0])""")
"""Where a spreadsheet may see the beginning of a formula: after a semicolon too, at which Excel parts cells in Vietnam,
where numbers have the comma.
"""


def harmless(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet would run it, which makes it text.

    >>> harmless("=cmd|' /C calc'!A0"), harmless("- Hội trao 23 suất"), harmless("23 suất = 11,5 triệu đồng")
    ("'=cmd|' /C calc'!A0", "'- Hội trao 23 suất", '23 suất = 11,5 triệu đồng')
    """
    return _FORMULA.sub("'", text)


def write_frame(frame: pd.DataFrame, file: Path) -> None:
    """A frame as such a file; its columns keep their names. Raises ``OutputError`` if it cannot be written."""
    with writing(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        _write_frame(frame, file)


def _write_frame(frame: pd.DataFrame, file: Path) -> None:
    with delimited(file, list(frame.columns)) as write:
        for row in frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None):
            write(row)


@contextmanager
def delimited(file: Path, headers: Sequence[str]) -> Iterator[Callable[[Sequence[Cell]], object]]:
    """A function that writes one row more.

    A byte order mark tells Excel that it is UTF-8; dates are as ISO 8601 has them, numbers with a decimal point.
    """
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        writer.writerow(headers)
        yield lambda cells: writer.writerow([_written(cell) for cell in cells])


def _written(cell: Cell) -> object:
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"
        case str():
            return harmless(cell)
        case datetime():
            return cell.isoformat(sep=" ", timespec="seconds").replace("+00:00", "Z")
        case _:
            return cell
