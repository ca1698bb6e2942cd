"""Rows that number the columns of a table, below its heads: "A", "B", "1", "2", "3=2/1"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBER = regex.compile(r"\(?(?:(?P<letter>\p{Lu})|(?P<number>\d{1,2}))\)?(?:\s*=.*)?")
_EMPTY = regex.compile(r"(?::?-+:?)?")
"""A cell left empty, or of the line that Markdown draws below heads."""


def column_numbers(cells: Iterable[str]) -> int:
    """How many cells in turn number columns, letters before figures; 0 if a single one looks so.

    >>> column_numbers(["A", "B", "1", "2", "(3)=(2)/(1)", "Thu"]), column_numbers(["1", "Thu"])
    (5, 0)
    """
    letters = figures = 0
    for cell in cells:
        told = _NUMBER.fullmatch(cell)
        if told is None:
            break
        if told["letter"] is not None and not figures and ord(told["letter"]) - ord("A") == letters:
            letters += 1
        elif told["number"] is not None and int(told["number"]) == figures + 1:
            figures += 1
        else:
            break
    found = letters + figures
    return found if found > 1 else 0


def may_number_columns(cells: Iterable[str]) -> bool:
    """Whether the cells of a row say no more than which columns they stand in, some of them empty."""
    return all(_NUMBER.fullmatch(cell) or _EMPTY.fullmatch(cell) for cell in cells)
