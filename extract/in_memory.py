"""``extract.read_page`` and ``extract.read_text``: what one page or one sentence says, without a dataset."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from extract import rulecache
from extract.errors import InputError
from extract.model import Capture, Reject
from extract.pipeline import encodable, read_capture, record_of
from extract.snippet import snippet
from extract.sources import html
from extract.sources.sniff import HEAD_BYTES, is_binary
from extract.text import well_formed

if TYPE_CHECKING:
    from extract.pipeline import Knowledge
    from extract.tables.rows import PageRecord

_RULE_SETS = 4
"""So many are kept, those used last."""


def read_page(
    page: str | bytes, uri: str = "", *, rules: str | PathLike[str] | Iterable[str | PathLike[str]] = ()
) -> PageRecord:
    """All that one page says: ``page`` (title, text, blocks), ``facts`` (a tuple of rows a table) and ``checks``.

    ``page`` is HTML, known by any tag, or plain text; bytes may be in any charset. ``uri`` is its address, where known.
    ``rules`` is a folder of rule files to add to the shipped ones, or several.

    Raises ``InputError`` for a page with nothing in it and for files of other kinds (PDF, archives), ``RuleError`` for
    a file of rules that cannot be used, ``TypeError`` for what is neither text nor bytes.

    >>> record = read_page("<h1>Lễ trao học bổng</h1><p>Hội trao 23 phần học bổng, mỗi phần 500.000đ.</p>")
    >>> record.page.title, record.facts.scholarships[0].count, record.facts.scholarships[0].amount_each_vnd
    ('Lễ trao học bổng', 23, 500000)
    """
    if not isinstance(uri, str):
        raise TypeError(f"read_page takes str for uri, not {type(uri).__name__}; leave it out where there is none")
    name = encodable(uri)
    capture = Capture(name, name, *_told_apart(page, name or "the page"))
    record = read_capture(capture, _knowledge(rules))
    if isinstance(record, Reject):
        raise InputError(f"{name or 'the page'}: {record.message}")
    return record


def read_text(text: str, *, rules: str | PathLike[str] | Iterable[str | PathLike[str]] = ()) -> PageRecord:
    """All that a sentence says, or several; nothing of it is taken for a menu or a title.

    Each line is a paragraph; where a text is wrapped throughout, its lines are joined, as in a page of plain text.

    An empty text says nothing, and that is no error. ``rules`` and ``RuleError`` are as in ``read_page``; raises
    ``TypeError`` for what is no text, such as the hole in a column: ``column.dropna().map(read_text)``.

    >>> [(row.amount_vnd, row.scope) for row in read_text("mỗi suất 1,2 triệu đồng, tổng số 54 triệu đồng").facts.money]
    [(1200000, 'each'), (54000000, 'total')]
    """
    if not isinstance(text, str):
        raise TypeError(f"read_text takes str, not {type(text).__name__}; {_instead(text)}")
    knowledge = _knowledge(rules)
    page = snippet(text)
    return record_of(page, knowledge)


def _told_apart(page: object, name: str) -> tuple[str, bytes]:
    """Media type and bytes."""
    if isinstance(page, str):
        # A zero in a text is a slip; in bytes many of them are a charset, or a file of another kind.
        data = well_formed(page).replace("\0", "").encode()
    elif isinstance(page, bytes | bytearray | memoryview):
        data = bytes(page)
        if is_binary(data[:HEAD_BYTES]) and data.strip(b"\0"):
            raise InputError(f"{name}: neither HTML nor plain text; archives are read by: baocao run")
    else:
        raise TypeError(f"read_page takes str or bytes, not {type(page).__name__}; {_instead(page)}")
    return "text/html" if html.claims(".html", data[:HEAD_BYTES]) else "text/plain", data


def _instead(given: object) -> str:
    """What to give in place of what is no text."""
    match given:
        case bytes() | bytearray() | memoryview():
            return "decode it, or give a whole page to read_page, which finds out the charset"
        case PathLike():
            return "give what the file holds: read_page(path.read_bytes())"
        case Iterable():
            return "give one at a time: column.map(...)"
    return "leave out the holes of a column: column.dropna().map(...)"


def _knowledge(rules: object) -> Knowledge:
    given = (rules,) if isinstance(rules, str | PathLike) else rules
    if not isinstance(given, Iterable):
        raise TypeError(f"rules takes a folder or several, not {type(given).__name__}")
    folders = []
    for one in given:
        if not isinstance(one, str | PathLike):
            raise TypeError(f"rules takes folders, not {type(one).__name__}")
        folders.append(Path(one))
    stamps = (file.stat() for folder in folders for file in sorted(folder.rglob("*.yaml")))
    return _compiled(tuple(folders), tuple((stamp.st_mtime_ns, stamp.st_size) for stamp in stamps))


@lru_cache(_RULE_SETS)
def _compiled(folders: tuple[Path, ...], stamps: tuple[tuple[int, int], ...]) -> Knowledge:  # noqa: ARG001
    """``stamps``: of the files of rules, so that those that were changed are read again."""
    return rulecache.load(folders, keep=False)
