"""Heads of two rows, where cells of the upper row stand over several of the lower one.

Nothing but the number of cells tells how far they reach, once a scraper has left tabs alone: over rows of eight cells
"TT | Chi bộ | Số đảng viên | Được xếp loại | Trong đó | Ghi chú" and below it "HTXSNV | HTTNV | HTNV" leave one cell
of the upper row that stands over three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class HeadCell(NamedTuple):
    """Where the head of a column stands in the two rows: its place in the upper one, in the lower one."""

    upper: int | None
    lower: int | None

    def words(self, upper: Sequence[str], lower: Sequence[str]) -> str:
        """What it says in both rows."""
        above = "" if self.upper is None else upper[self.upper]
        below = "" if self.lower is None else lower[self.lower]
        return f"{above} {below}".strip()


def spread(
    upper: Sequence[str],
    lower: Sequence[str],
    has_numbers: Sequence[bool],
    is_over: Callable[[str], bool],
) -> list[HeadCell] | None:
    """The head of each column, if cells of the upper row stand over all of the lower one; ``None`` if they cannot.

    ``has_numbers`` tells of each column whether rows have numbers there, and ``is_over`` of a cell whether its words
    announce others: "Trong đó". The cells that stand over others are neighbours; where no words tell which they are,
    the last ones that leave numbers below the lower row.

    >>> words = ["TT", "Thôn", "Số hộ", "Trong đó", "Ghi chú"]
    >>> numbers = [True, False, True, True, True, False]
    >>> [cell.lower for cell in spread(words, ["Nghèo", "Cận nghèo"], numbers, lambda word: word == "Trong đó") or ()]
    [None, None, None, 0, 1, None]
    """
    width = len(has_numbers)
    over = len(upper) + len(lower) - width
    if not 0 < over <= len(lower) // 2 or not all(lower) or not all(upper[1:]):
        return None
    places = [place for place in range(len(upper) - over, 0, -1) if all(has_numbers[place : place + len(lower)])]
    told = [place for place in places if all(map(is_over, upper[place : place + over]))]
    place = next(iter(told or places), None)
    if place is None:
        return None
    each = len(lower) // over if len(lower) % over == 0 else None
    return [
        *(HeadCell(at, None) for at in range(place)),
        *(HeadCell(None if each is None else place + at // each, at) for at in range(len(lower))),
        *(HeadCell(at, None) for at in range(place + over, len(upper))),
    ]
