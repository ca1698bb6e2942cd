"""Addresses of the live pages, and of places on them; and the names that files and anchors of the report get."""

from __future__ import annotations

import hashlib
from urllib.parse import quote, urlsplit

import regex

_NEVER_IN_ADDRESS = regex.compile(r"[\s\p{C}<>\"\\`]")
_SAFE_NAME = regex.compile(r"[0-9a-z][0-9a-z_-]{0,63}")
_INDICATOR_NAME = regex.compile(r"(?=.{1,64}$)[0-9a-z][0-9a-z_]*(?:\.[0-9a-z_]+)*")
_NOT_IN_ANCHOR = regex.compile(r"[^0-9A-Za-z_-]")
_CONTEXT_WORDS = 4
_WORD = r"(?<!\S)\S{1,40}(?!\S)"
"""Lines of dots and what else is no word would make addresses long."""
_FIRST_WORDS = regex.compile(rf"\S{{,9}}(?!\S)(?:\s+{_WORD}){{0,{_CONTEXT_WORDS}}}")
_LAST_WORDS = regex.compile(rf"(?r)(?:{_WORD}\s+){{0,{_CONTEXT_WORDS}}}(?<!\S)\S{{,9}}")


def live_address(uri: str) -> str | None:
    """``uri`` if a browser may be sent there, else ``None``: paths, ``javascript:`` and whatever hides its host.

    >>> live_address("http://phuong2.sadec.gov.vn/tin/7")
    'http://phuong2.sadec.gov.vn/tin/7'
    >>> live_address("javascript:alert(1)//http://a.vn")
    >>> live_address("2015/hoc-bong.html")
    """
    if _NEVER_IN_ADDRESS.search(uri):
        return None
    try:
        parts = urlsplit(uri)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        return None
    return uri if known else None


def address_of_place(address: str, text: str, start: int, end: int) -> str:
    """``address`` with a text fragment: browsers scroll to ``text[start:end]`` and mark it.

    A few words before and after tell it from other places with the same words.

    >>> text = "tặng 23 phần học bổng cho học sinh nghèo"
    >>> address_of_place("http://a.vn/1", text, 5, 12)
    'http://a.vn/1#:~:text=t%E1%BA%B7ng-,23%20ph%E1%BA%A7n,-h%E1%BB%8Dc%20b%E1%BB%95ng%20cho%20h%E1%BB%8Dc'
    """
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    before = _LAST_WORDS.search(text, line_start, start)
    after = _FIRST_WORDS.match(text, end, len(text) if line_end < 0 else line_end)
    fragment = _encoded(text[start:end])
    if before and before[0].strip():
        fragment = f"{_encoded(before[0].strip())}-,{fragment}"
    if after and after[0].strip():
        fragment = f"{fragment},-{_encoded(after[0].strip())}"
    return f"{address}{'' if '#' in address else '#'}:~:text={fragment}"


def _encoded(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")


def file_stem(page_id: str) -> str:
    """The name of a page's file: its id, or a hash of it if it could lead out of the folder.

    >>> file_stem("33d6000e480220054c0f")
    '33d6000e480220054c0f'
    >>> file_stem("../../index")
    'x-76763e730d8491b545a3'
    """
    return page_id if _SAFE_NAME.fullmatch(page_id) else _hashed(page_id)


def indicator_stem(indicator: str | None) -> str:
    """The name of an indicator's file.

    >>> indicator_stem("house.built"), indicator_stem(None)
    ('house.built', '_none')
    """
    if indicator is None:
        return "_none"
    return indicator if _INDICATOR_NAME.fullmatch(indicator) else _hashed(indicator)


def row_address(page_id: str, row_id: str) -> str:
    """Where a row is, from within the folder of pages; of a page in several files its first.

    >>> row_address("33d6000e480220054c0f", "33d6000e480220054c0f-f00123")
    '33d6000e480220054c0f.html#f00123'
    """
    return f"{file_stem(page_id)}.html#{anchor(row_id, page_id)}"


def _hashed(name: str) -> str:
    return f"x-{hashlib.sha256(name.encode()).hexdigest()[:20]}"


def anchor(row_id: str, page_id: str) -> str:
    """Where a row is found within its page: what its id says beyond that of the page.

    >>> anchor("33d6000e480220054c0f-f00123.1", "33d6000e480220054c0f")
    'f00123-1'
    """
    return _NOT_IN_ANCHOR.sub("-", row_id.removeprefix(f"{page_id}-")) or "-"
