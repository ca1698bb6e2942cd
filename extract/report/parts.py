"""A long page in several files, none of which is too large for a browser to show at once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from extract.report.addresses import anchor, file_stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.dataset import PageRows


class _Startable(Protocol):
    @property
    def start(self) -> int: ...


_Placed = TypeVar("_Placed", bound=_Startable)

LARGEST = 1_000_000
"""Weight of a part, which is its size in bytes as far as can be told before it is written."""
_FIGURE, _ROW, _CHARACTER, _BLOCK = 4_000, 1_200, 2, 200


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts of a page begin: whole blocks, most pages in one part."""

    stem: str
    ordinals: tuple[int, ...]
    """The first block of each part."""
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

    def of_block(self, ordinal: int) -> int:
        """The part in which a block is."""
        return max(bisect_right(self.ordinals, ordinal) - 1, 0)


def parts_of(page: PageRows, largest: int = LARGEST) -> Parts:
    """Cut a page between blocks, so that no part weighs more than ``largest`` unless a single block does."""
    rows: list[_Startable] = [*page.scholarships, *page.ratings, *page.statements, *page.checks]
    weights = sorted([*((figure.start, _FIGURE) for figure in page.figures), *((row.start, _ROW) for row in rows)])
    ordinals, starts, weight, passed = [0], [0], 0, 0
    for block in page.blocks:
        own = _BLOCK + _CHARACTER * len(block.text)
        if block.end is not None:
            while passed < len(weights) and weights[passed][0] < block.end:
                own += weights[passed][1]
                passed += 1
        if weight and weight + own > largest and block.start is not None:
            ordinals.append(block.ordinal)
            starts.append(block.start)
            weight = 0
        weight += own
    return Parts(file_stem(page.entry.page_id), tuple(ordinals), tuple(starts))


def rows_of_part(page: PageRows, parts: Parts, number: int) -> PageRows:
    """The rows of a page that begin in one part of it."""
    if len(parts) == 1:
        return page

    def within(rows: Iterable[_Placed]) -> tuple[_Placed, ...]:
        return tuple(row for row in rows if parts.at(row.start) == number)

    return replace(
        page,
        blocks=tuple(block for block in page.blocks if parts.of_block(block.ordinal) == number),
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
        self._page_id = page.entry.page_id
        self._starts = {
            **{row.scholarship_id: row.start for row in page.scholarships},
            **{row.rating_id: row.start for row in page.ratings},
            **{row.statement_id: row.start for row in page.statements},
        }

    def name(self, row_id: str) -> str:
        """What a reader sees of a row's id."""
        return anchor(row_id, self._page_id)

    def to(self, row_id: str | None, number: int, prefix: str = "") -> str | None:
        """The address of a row, from the part of this number; ``None`` if there is no such row."""
        if row_id is None or row_id not in self._starts:
            return None
        there = self.parts.at(self._starts[row_id])
        file = "" if there == number else self.parts.file(there)
        return f"{file}#{prefix}{anchor(row_id, self._page_id)}"
