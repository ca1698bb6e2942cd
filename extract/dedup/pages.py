"""Ring three of deduplication: page against page.

========== ===================================================================== =======================
kind       a page is linked to an earlier one if                                 in sums
========== ===================================================================== =======================
capture    it has the same address and the same text                             left out
copy       it has the same text at another address                               left out
near_copy  titles agree, the texts are alike, and so are all digits and figures  left out
revision   address and title agree, the texts are alike, digits or figures not   counts: it is not merged
========== ===================================================================== =======================

Earlier is what was captured earlier; what has no time comes last, and the smaller ``page_id`` decides. So which page of
several counts does not depend on the order in which they are read.

A revision is a link, not a duplicate. It joins the versions of a corrected report, all to the first of them, and leaves
to the reader which one to take: the one captured last, or all of them where the page is one that a ward rewrites every
month. Texts of fewer than ``_SHORT`` characters are only ever compared exactly: there is too little in them to tell two
notices from two copies of one.
"""

from __future__ import annotations

from heapq import merge
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

from extract.dedup.digest import digest
from extract.dedup.likeness import Alike, Likeness
from extract.text import fold, likeness_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from extract.model import Figure, Page

DuplicateKind = Literal["copy", "capture", "near_copy", "revision"]

LEFT_OUT: tuple[DuplicateKind, ...] = ("copy", "capture", "near_copy")
"""The kinds of pages whose figures are in another page already."""

_SHORT = 200
_NUMBER = regex.compile(r"\d+(?:[.,/:-]\d+)*+")
_ADDRESS_START = regex.compile(r"^https?://(?:www\.)?", regex.IGNORECASE)
_NO_MOMENT = (1 << 63) - 1


class PageKeys(NamedTuple):
    """What page against page needs to know of a page; two pages agree in a thing where its bytes are equal."""

    page_id: str
    moment: int
    """When it was captured, in microseconds."""
    text: bytes
    address: bytes
    near: bytes | None
    """Title, digits and figures; ``None``: too short, or without a title."""
    version: bytes | None
    """Address and title."""


def keys_of(page: Page, figures: Sequence[Figure]) -> PageKeys | None:
    """The keys of a page; ``None`` for one without text, which is like no other.

    ``figures`` are those read from it: numbers in words, and a plan that became a result, do not show in the digits.
    """
    if not page.text:
        return None
    address = digest(address_of(page.uri))
    near = version = None
    if page.title and len(page.text) >= _SHORT:
        title = likeness_key(page.title)
        version = digest(title, address.hex())
        near = digest(title, " ".join(_NUMBER.findall(fold(page.text))), *map(_reading, figures))
    moment = _NO_MOMENT if page.captured_at is None else int(page.captured_at.timestamp() * 1_000_000)
    return PageKeys(page.page_id, moment, digest(page.text), address, near, version)


def address_of(uri: str) -> str:
    """An address without what does not change the page: scheme, ``www.``, a place within it.

    >>> address_of("http://www.tanbinh.gov.vn/tin/12#top") == address_of("https://tanbinh.gov.vn/tin/12")
    True
    """
    return _ADDRESS_START.sub("", uri).partition("#")[0].removesuffix("/")


def _reading(figure: Figure) -> str:
    """What a figure says, without where."""
    told = (
        figure.kind,
        figure.value,
        figure.value_max,
        figure.unit,
        figure.comparator,
        figure.scope,
        figure.status,
        figure.role,
    )
    return repr(told)


class Repeat(NamedTuple):
    """A page and the one that it is linked to."""

    page_id: str
    other: str
    kind: DuplicateKind


def exact_repeats(same_text: Iterable[tuple[str, bytes]]) -> Iterator[Repeat]:
    """Links of the pages of one text to the first of them, given as (page, address key), the earliest first.

    >>> list(exact_repeats([("a", b"1"), ("b", b"2"), ("c", b"1")]))
    [Repeat(page_id='b', other='a', kind='copy'), Repeat(page_id='c', other='a', kind='capture')]
    """
    pages = iter(same_text)
    for original, place in pages:
        for page_id, address in pages:
            yield Repeat(page_id, original, "capture" if address == place else "copy")


def near_copies(same_figures: Iterable[tuple[str, str]]) -> Iterator[Repeat]:
    """Links of pages that agree in title and figures to the first that each is like; (page, text), earliest first."""
    counting: list[str] = []
    texts = Alike()
    for page_id, text in same_figures:
        likeness = Likeness.of(text)
        found = texts.first(likeness)
        if found is None:
            counting.append(page_id)
            texts.add(likeness)
        else:
            yield Repeat(page_id, counting[found], "near_copy")


def revisions(same_page: Iterable[tuple[str, str]]) -> Iterator[Repeat]:
    """Links of pages that agree in address and title to the first that each is like; (page, text), earliest first."""
    versions: list[str] = []
    texts = Alike()
    for page_id, text in same_page:
        likeness = Likeness.of(text)
        found = texts.first(likeness)
        if found is not None:
            yield Repeat(page_id, versions[found], "revision")
        versions.append(page_id)
        texts.add(likeness)


def settle(exact: Iterable[Repeat], near: Mapping[str, str], versions: Mapping[str, str]) -> Iterator[Repeat]:
    """The one link of each page, to a page that counts, by ``page_id``.

    ``exact`` comes by ``page_id`` and can be asked for again; ``near`` and ``versions`` say what their pages are linked
    to. A copy of a near copy is a near copy of what that is like; all versions of a page are linked to its first.
    """
    targets = {*near.values(), *versions.values()}
    originals = {one.page_id: one.other for one in exact if one.page_id in targets}

    def counting(page_id: str) -> str:
        while page_id in originals or page_id in near:  # each step leads to an earlier page
            page_id = originals[page_id] if page_id in originals else near[page_id]
        return page_id

    def first_version(page_id: str) -> str:
        while page_id in versions:
            page_id = counting(versions[page_id])
        return page_id

    def final(one: Repeat) -> Repeat:
        if one.kind == "revision":
            return one._replace(other=first_version(one.page_id))
        other = counting(one.other)
        return one if other == one.other else Repeat(one.page_id, other, "near_copy")

    alike = (
        Repeat(page_id, near[page_id], "near_copy")
        if page_id in near
        else Repeat(page_id, versions[page_id], "revision")
        for page_id in sorted(near.keys() | versions.keys())
    )
    for _, links in groupby(merge(exact, alike, key=_page_id), key=_page_id):
        yield final(next(links))


_page_id = attrgetter("page_id")
