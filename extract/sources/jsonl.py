"""JSON Lines: one page a line, packed or not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import regex

from extract.sources.corpus import Row, columns_of, page_of
from extract.sources.format import DamageError, Format, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from extract.model import Capture, Reject
    from extract.sources.format import Found, SourceOptions

SUFFIXES = (".jsonl", ".ndjson", ".jsonlines", ".jl")

_OBJECT = regex.compile(rb'(?:\xef\xbb\xbf)?\s*+\{\s*+"')


def claims(name: str, head: bytes) -> bool:
    """Whether a file is JSON Lines by its name, or, where it has none (standard input), begins with an object.

    >>> claims("phuong.jsonl", b"..."), claims("-", b'{"url": "http'), claims("a.json", b'{"a": 1}')
    (True, True, False)
    """
    return name.lower().endswith(SUFFIXES) or ("." not in name and _OBJECT.match(head) is not None)


def read(found: Found, stream: BufferedReader, options: SourceOptions) -> Iterator[Capture | Reject]:
    """The page of each line. A line that is broken costs itself alone."""
    number = 0
    known = False
    while True:
        number += 1
        where = found._replace(source=f"{found.source}:{number}", address=None)
        try:
            line = stream.readline(options.page_bytes + 1)
            if not line:
                return
            if len(line) > options.page_bytes:
                _skip_line(stream)
                raise too_large(options)
            if line.strip():
                row = _row(number, line, options)
                known = True
                yield page_of(found, row, options)
        except DamageError as error:
            if error.reason == "no_text_column" and not known:
                raise
            yield where.reject(error.reason, error.message)


def _row(number: int, line: bytes, options: SourceOptions) -> Row:
    try:
        cells = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise DamageError("corrupt", f"no JSON: {error}") from error
    if not isinstance(cells, dict):
        raise DamageError("corrupt", "no JSON object")
    columns = columns_of(tuple(cells), options)
    url, captured = (None if name is None else cells[name] for name in columns[1:])
    return Row(number, cells[columns.text], url, captured)


def _skip_line(stream: BufferedReader) -> None:
    while (part := stream.readline(1 << 16)) and not part.endswith(b"\n"):
        pass


FORMAT = Format("JSON Lines", claims, read)
