"""Page against page among any number of pages: those that agree in a key are brought together by sorting on the disk.

Only pages that agree in title and figures, or in address and title, are compared by their texts, which are fetched for
them alone. In memory are the texts of one such group at a time, and the links that are no exact repeats.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa

from extract.across.records import SortedRecords
from extract.dedup.pages import Repeat, exact_repeats, near_copies, revisions, settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from extract.dedup.pages import PageKeys

_TEXT, _NEAR, _VERSION = b"t", b"n", b"v"
"""What the members of a group agree in: the first byte of their key."""

_MEMBER = pa.schema(
    {"key": pa.binary(), "moment": pa.int64(), "page_id": pa.string(), "text": pa.binary(), "address": pa.binary()}
)
_COMPARED = pa.schema({"key": pa.binary(), "moment": pa.int64(), "page_id": pa.string(), "words": pa.string()})
_LINK = pa.schema({"page_id": pa.string(), "other": pa.string(), "kind": pa.string()})
_IN_GROUPS = ("key", "moment", "page_id")


class _Member(NamedTuple):
    """A page in the group of ``key``."""

    key: bytes
    moment: int
    page_id: str
    text: bytes
    address: bytes


class _Compared(NamedTuple):
    """A page in a group of different texts, with its own."""

    key: bytes
    moment: int
    page_id: str
    words: str


class Likenesses:
    """The keys of all pages while they are gathered, in a new folder; then the links between the pages."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._members = SortedRecords(_Member, _MEMBER, _IN_GROUPS, folder / "members")

    def add(self, keys: Iterable[PageKeys]) -> None:
        """Take those of some pages. Raises ``OSError``."""
        self._members.add(
            _Member(ring + key, page.moment, page.page_id, page.text, page.address)
            for page in keys
            for ring, key in ((_TEXT, page.text), (_NEAR, page.near), (_VERSION, page.version))
            if key is not None
        )

    def links(self, pages: Iterable[pa.Table]) -> Iterator[Repeat]:
        """The links of all pages, by ``page_id``; ``pages``: rows of the table ``pages``, by ``page_id``."""
        exact = SortedRecords(Repeat, _LINK, ("page_id",), self._folder / "exact")
        contested = SortedRecords(_Member, _MEMBER, ("page_id", "key"), self._folder / "contested")
        for key, group in groupby(self._members, _key):
            if key.startswith(_TEXT):
                exact.add(exact_repeats((one.page_id, one.address) for one in group))
            else:
                contested.add(_different(group))
        compared = SortedRecords(_Compared, _COMPARED, _IN_GROUPS, self._folder / "compared")
        compared.add(_with_words(contested, pages))
        near: dict[str, str] = {}
        versions: dict[str, str] = {}
        for key, group_with_words in groupby(compared, _key):
            texts = ((one.page_id, one.words) for one in group_with_words)
            if key.startswith(_NEAR):
                near.update((one.page_id, one.other) for one in near_copies(texts))
            else:
                versions.update((one.page_id, one.other) for one in revisions(texts))
        return settle(exact, near, versions)


def _different(group: Iterable[_Member]) -> Iterator[_Member]:
    """The first page of each text of a group; none if all have the same."""
    first: _Member | None = None
    texts: set[bytes] = set()
    for one in group:
        if one.text not in texts:
            texts.add(one.text)
            if first is None:
                first = one
                continue
            if len(texts) == 2:  # noqa: PLR2004 - now there is something to compare the first with
                yield first
            yield one


def _with_words(members: Iterable[_Member], pages: Iterable[pa.Table]) -> Iterator[_Compared]:
    """The members with their texts; both come by ``page_id``."""
    waiting = groupby(members, attrgetter("page_id"))
    wanted, group = next(waiting, ("", iter(())))
    for part in pages:
        if not wanted:
            return
        ids = part["page_id"].to_pylist()
        for nth, page_id in enumerate(ids):
            if page_id == wanted:
                words = part["text"][nth].as_py()
                yield from (_Compared(one.key, one.moment, one.page_id, words) for one in group)
                wanted, group = next(waiting, ("", iter(())))


_key = attrgetter("key")
