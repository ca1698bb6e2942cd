"""``extract.read_page`` and ``extract.read_text``: what one page or one sentence says, without a dataset."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from extract import rulecache
from extract.checks.run import check_page
from extract.errors import InputError
from extract.model import Capture, Reject
from extract.pipeline import draw_facts, read_capture
from extract.snippet import snippet
from extract.tables.rows import PageRecord

if TYPE_CHECKING:
    from os import PathLike

    from extract.pipeline import Knowledge


def read_page(page: str | bytes, uri: str = "", *, rules: tuple[str | PathLike[str], ...] = ()) -> PageRecord:
    """All that one page says: ``page`` (title, text, blocks), ``facts`` (a tuple of rows a table) and ``checks``.

    ``page`` is HTML, which begins with a tag, or plain text; bytes may be in any charset. ``rules`` are folders of rule
    files to add to the shipped ones. Raises ``InputError`` for a page with nothing in it, ``RuleError`` for a file of
    rules that cannot be used.

    >>> record = read_page("<h1>Lễ trao học bổng</h1><p>Hội trao 23 phần học bổng, mỗi phần 500.000đ.</p>")
    >>> record.page.title, record.facts.scholarships[0].count, record.facts.scholarships[0].amount_each_vnd
    ('Lễ trao học bổng', 23, 500000)
    """
    data = page.encode() if isinstance(page, str) else page
    media_type = "text/html" if data.lstrip()[:1] == b"<" else "text/plain"
    record = read_capture(Capture(uri, uri, media_type, data), _knowledge(tuple(map(Path, rules))))
    if isinstance(record, Reject):
        raise InputError(f"{uri or 'the page'}: {record.message}")
    return record


def read_text(text: str, *, rules: tuple[str | PathLike[str], ...] = ()) -> PageRecord:
    """All that a sentence says, or several, each line a paragraph; nothing of it is taken for a menu or a title.

    >>> [(row.amount_vnd, row.scope) for row in read_text("mỗi suất 1,2 triệu đồng, tổng số 54 triệu đồng").facts.money]
    [(1200000, 'each'), (54000000, 'total')]
    """
    knowledge = _knowledge(tuple(map(Path, rules)))
    page = snippet(text)
    drawn = draw_facts(page, knowledge)
    return PageRecord(page, drawn.facts, check_page(drawn, knowledge.checks))


@cache
def _knowledge(rules: tuple[Path, ...]) -> Knowledge:
    return rulecache.load(rules, keep=False)
