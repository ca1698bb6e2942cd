"""CSV files with a page in each row: comma, semicolon or tab between cells, quotes doubled within quotes."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING

from extract.sources.corpus import Row, columns_of, is_known, page_of
from extract.sources.format import DamageError, Format
from extract.sources.sniff import is_binary, utf16_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from extract.model import Capture, Reject
    from extract.sources.format import Found, SourceOptions

SUFFIXES = (".csv", ".tsv")

_MARK = "ï»¿"  # the byte-order mark of UTF-8, read as Latin-1
_DELIMITERS = (",", ";", "\t")


def claims(name: str, head: bytes) -> bool:
    r"""Whether a file is CSV by its name, or, where it has none (standard input), by the names of its columns.

    >>> claims("phuong.csv", b"a,b"), claims("-", b"url,html\n"), claims("-", "Học bổng, quà\n".encode())
    (True, True, False)
    """
    if name.lower().endswith(SUFFIXES):
        return not is_binary(head)
    if "." in name or is_binary(head):
        return False
    line = head.partition(b"\n")[0].decode("latin-1")
    return is_known([cell.strip('"\r ') for cell in line.removeprefix(_MARK).split(_delimiter(line))])


def read(found: Found, stream: BufferedReader, options: SourceOptions) -> Iterator[Capture | Reject]:
    """The page of each row, counted from 1 below the header. A row that is broken costs itself, and where its quotes
    do not end, those up to the next quote.
    """
    # Cells keep their bytes: of a file in one byte a letter, Latin-1 gives back what it read, whatever its charset.
    charset = utf16_of(stream.peek(1 << 16)[: 1 << 16]) or "latin-1"
    back = "latin-1" if charset == "latin-1" else "utf-8"
    lines = io.TextIOWrapper(stream, charset, "replace", newline="")
    try:
        header = lines.readline(1 << 16).removeprefix(_MARK).removeprefix("\ufeff")
        delimiter = _delimiter(header)
        names = [_cell(name, back) for name in next(csv.reader([header], delimiter=delimiter), [])]
        columns = columns_of(names, options)
        places = [None if name is None else names.index(name) for name in columns]
        csv.field_size_limit(min(options.page_bytes, sys.maxsize))
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        for number, cells in _numbered(rows):
            if isinstance(cells, DamageError) or (cells and len(cells) != len(names)):
                yield _bad_row(found, number, cells, len(names))
            elif cells:
                text, url, captured = (None if at is None else cells[at].encode(back, "replace") for at in places)
                yield page_of(found, Row(number, text, url, captured), options)
    finally:
        lines.detach()


def _numbered(rows: Iterator[list[str]]) -> Iterator[tuple[int, list[str] | DamageError]]:
    number = 0
    while True:
        number += 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            too_long = "field larger" in str(error)
            yield number, DamageError("too_large" if too_long else "corrupt", str(error))
        except DamageError as error:
            yield number, error
        else:
            yield number, cells


def _bad_row(found: Found, number: int, cells: list[str] | DamageError, wanted: int) -> Reject:
    where = found._replace(source=f"{found.source}:{number}", address=None)
    if isinstance(cells, DamageError):
        return where.reject(cells.reason, cells.message)
    return where.reject("corrupt", f"{len(cells)} cells where the header has {wanted}")


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def _cell(text: str, back: str) -> str:
    return text.encode(back, "replace").decode("utf-8", "replace").strip()


FORMAT = Format("CSV", claims, read)
