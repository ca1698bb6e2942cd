"""A long page in several files, none of which is too large for a browser to show at once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, TypeVar

import regex

from extract.report.addresses import anchor, file_stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.dataset import PageRows
    from extract.model import Block


class _Startable(Protocol):
    @property
    def start(self) -> int: ...


_Placed = TypeVar("_Placed", bound=_Startable)

LARGEST = 1_000_000
"""Weight of a part, which is its size in bytes as far as can be told before it is written."""
_FIGURE, _ROW, _CHARACTER, _BLOCK = 4_000, 1_200, 2, 200
_WORD = regex.compile(r"\S{1,500}+\s*+|\s++")
"""Where a block may be cut; a thing without spaces is no word."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts of a page begin: most pages are one part."""

    stem: str
    firsts: tuple[int, ...]
    """The first block of each part, by its place in ``PageRows.blocks``."""
    starts: tuple[int, ...]
    """The first character of each part in the text of the page."""

    def __len__(self) -> int:
        """How many."""
        return len(self.starts)

    def file(self, number: int) -> str:
        """The file of a part, counted from 0."""
        return f"{self.stem}.html" if number == 0 else f"{self.stem}.{number + 1}.html"

    def at(self, start: int) -> int:
        """The part in which a place of the text is."""
        return max(bisect_right(self.starts, start) - 1, 0)

    def file_at(self, start: int) -> str:
        """The file in which a place of the text is."""
        return self.file(self.at(start))

    def blocks(self, page: PageRows, number: int) -> tuple[Block, ...]:
        """The blocks of a part."""
        return page.blocks[self.firsts[number] : (*self.firsts, None)[number + 1]]


def in_parts(page: PageRows, largest: int = LARGEST) -> tuple[PageRows, Parts]:
    """Cut a page between blocks, so that no part weighs more than ``largest``.

    A block that does alone is cut where no figure stands; the page that is given back has its stretches for blocks.
    """
    rows: list[_Startable] = [*page.scholarships, *page.ratings, *page.statements, *page.checks]
    weights = sorted([*((figure.start, _FIGURE) for figure in page.figures), *((row.start, _ROW) for row in rows)])
    insides = sorted((figure.start, figure.end) for figure in page.figures)
    blocks: list[Block] = []
    firsts, starts, weight, passed, place = [0], [0], 0, 0, 0
    for block in page.blocks:
        begin = passed
        if block.end is not None:
            while passed < len(weights) and weights[passed][0] < block.end:
                passed += 1
        for stretch, own in _stretches(block, weights[begin:passed], insides, largest):
            place = place if stretch.start is None else stretch.start
            if weight and weight + own > largest:
                firsts.append(len(blocks))
                starts.append(place)
                weight = 0
            weight += own
            place = place if stretch.end is None else stretch.end
            blocks.append(stretch)
    parts = Parts(file_stem(page.entry.page_id), tuple(firsts), tuple(starts))
    return replace(page, blocks=tuple(blocks)), parts


def _stretches(
    block: Block, weights: Sequence[tuple[int, int]], insides: Sequence[tuple[int, int]], largest: int
) -> Iterator[tuple[Block, int]]:
    """A block with its weight, or stretches of it: any two that follow each other weigh more than ``largest``."""
    own = _BLOCK + _CHARACTER * len(block.text) + sum(weight for _, weight in weights)
    if own <= largest:
        yield block, own
        return
    start = block.start or 0
    cuts, heaviness, passed, gathered = [0], [0], 0, _BLOCK
    for word in _WORD.finditer(block.text):
        own = _CHARACTER * len(word[0])
        while passed < len(weights) and weights[passed][0] < start + word.end():
            own += weights[passed][1]
            passed += 1
        if gathered + own > largest and not _inside(start + word.start(), insides):
            cuts.append(word.start())
            heaviness.append(0)
            gathered = _BLOCK
        gathered += own
        heaviness[-1] = gathered
    for (first, last), heavy in zip(pairwise([*cuts, len(block.text)]), heaviness, strict=True):
        places = (None, None) if block.start is None else (start + first, start + last)
        yield block._replace(text=block.text[first:last], start=places[0], end=places[1]), heavy


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a figure goes on at a place of the text; spans hardly overlap."""
    before = spans[max(bisect_right(spans, (place,)) - 2, 0) : bisect_right(spans, (place,))]
    return any(start < place < end for start, end in before)


def rows_of_part(page: PageRows, parts: Parts, number: int) -> PageRows:
    """The rows of a page that begin in one part of it."""
    if len(parts) == 1:
        return page

    def within(rows: Iterable[_Placed]) -> tuple[_Placed, ...]:
        return tuple(row for row in rows if parts.at(row.start) == number)

    return replace(
        page,
        blocks=parts.blocks(page, number),
        figures=within(page.figures),
        money=within(page.money),
        scholarships=within(page.scholarships),
        ratings=within(page.ratings),
        statements=within(page.statements),
        checks=within(page.checks),
    )


class Links:
    """Where rows of a page are, seen from one of its parts."""

    def __init__(self, page: PageRows, parts: Parts) -> None:
        self.parts = parts
        self._page_id, self._text = page.entry.page_id, page.entry.text
        self._places = {
            **{row.scholarship_id: (row.start, row.end) for row in page.scholarships},
            **{row.rating_id: (row.start, row.end) for row in page.ratings},
            **{row.statement_id: (row.start, row.end) for row in page.statements},
        }

    def words(self, row_id: str) -> str:
        """The words that a row was read from, by which a reader knows it; its id if there is no such row."""
        if row_id not in self._places:
            return row_id
        start, end = self._places[row_id]
        return " ".join(self._text[start:end].split())

    def to(self, row_id: str | None, number: int, prefix: str = "") -> str | None:
        """The address of a row, from the part of this number; ``None`` if there is no such row."""
        if row_id is None or row_id not in self._places:
            return None
        there = self.parts.at(self._places[row_id][0])
        file = "" if there == number else self.parts.file(there)
        return f"{file}#{prefix}{anchor(row_id, self._page_id)}"
