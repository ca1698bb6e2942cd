"""Numbers of rows in turn: "1", "2", "3", with sections ("II") and parts ("2.1", "a)") between them."""

from __future__ import annotations

from typing import NamedTuple

import regex

_FORM = regex.compile(
    r"\(?(?:(?P<steps>\d{1,3}(?:\.\d{1,2}){0,3})|(?P<section>[IVX]{1,5}|[A-H])|(?P<part>[a-hđ]))(?P<mark>[.)/]{0,2})"
)
_MOST_LEFT_OUT = 9
"""So many rows may be missing between two numbers."""


class RowNumber(NamedTuple):
    """What a line that may number a row says."""

    steps: tuple[int, ...]
    """"2.1" is 2, 1; empty for a numeral or a letter."""
    section: bool
    """"I", "B"."""
    marked: bool
    """Whether a dot or bracket stands behind, as behind no value."""

    @property
    def begins(self) -> bool:
        """Whether it is that of a first row or section."""
        return self.section or self.steps == (1,)


def row_number(content: str) -> RowNumber | None:
    """The number of a row that a line may be, and nothing else.

    >>> row_number("2.1"), row_number("IV."), row_number("2,5")
    (RowNumber(steps=(2, 1), section=False, marked=False), RowNumber(steps=(), section=True, marked=True), None)
    """
    form = _FORM.fullmatch(content)
    if form is None:
        return None
    steps = () if form["steps"] is None else tuple(map(int, form["steps"].split(".")))
    if steps and not all(steps):
        return None
    return RowNumber(steps, form["section"] is not None, bool(form["mark"]))


def following(steps: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The numbers that may stand behind one: of a part of it, of the next row, of the next behind all that it is in.

    >>> following((2, 1))
    [(2, 1, 1), (3,), (2, 2)]
    """
    return [(*steps, 1), *((*steps[:depth], steps[depth] + 1) for depth in range(len(steps)))]


class RowOrder:
    """Which number the next row may have."""

    def __init__(self) -> None:
        self._last: tuple[int, ...] = ()
        self.in_section = False
        """Whether the row before was that of a section: "II"."""

    def take(self, number: RowNumber) -> None:
        """Go on behind a row with this number."""
        self._last = number.steps or self._last
        self.in_section = number.section

    def follows(self, number: RowNumber) -> bool:
        """Whether a number is the next one, the first of a section, or of a part of the row before."""
        steps, last = number.steps, self._last
        if not steps:
            return True
        if len(steps) > 1:
            return steps in following(last)
        begins = steps == (1,) and (self.in_section or number.marked)  # lists of the web number all rows "1."
        return begins or steps[0] == (last[0] + 1 if last else 1)

    def is_near(self, number: RowNumber) -> bool:
        """Whether only a few numbers are left out before this one."""
        ahead = number.steps[0] - (self._last[0] if self._last else 0) if number.steps else 1
        return self.follows(number) or (len(number.steps) == 1 and 0 < ahead <= _MOST_LEFT_OUT)
