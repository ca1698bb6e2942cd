"""Marks over a text, cut so that each piece of it is written once however marks overlap.

Elements of HTML cannot overlap, figures and statements can. So a text is cut at every edge of a mark, and each piece
knows all marks it lies in.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Role = Literal["figure", "range", "loose"]

_DIGITS = regex.compile(r"\d+(?:[.,:/-]\d+)*")


class Mark(NamedTuple):
    """``text[start:end]`` is something: a figure, what a row was read from, or a number nobody took."""

    start: int
    end: int
    anchor: str
    """What links to it name."""
    role: Role
    look: str = ""
    """Class names for style."""


class Piece(NamedTuple):
    """A stretch of text under the same marks."""

    text: str
    figure: Mark | None
    """The figure it shows: of several, the one that begins last, then the shortest."""
    opens: bool
    """Whether ``figure`` begins here; only this piece carries its anchor."""
    loose: Mark | None
    ranges: tuple[Mark, ...]
    anchors: tuple[str, ...]
    """Of ranges, and of figures under another figure, that begin here."""


def pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """``text[start:end]`` cut along ``marks``, which are sorted by start; what lies outside is not shown.

    >>> marks = [Mark(0, 17, "s00000", "range"), Mark(5, 12, "f00005", "figure")]
    >>> [piece.text for piece in pieces("tặng 23 phần học bổng", 0, 21, marks)]
    ['tặng ', '23 phần', ' học ', 'bổng']
    """
    inside = [mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end]
    edges = {start, end}
    for mark in inside:
        edges.update((max(mark.start, start), min(mark.end, end)))
    cuts = sorted(edges)
    active: list[Mark] = []
    following = 0
    for here, there in pairwise(cuts):
        active = [mark for mark in active if mark.end > here]
        while following < len(inside) and inside[following].start <= here:
            active.append(inside[following])
            following += 1
        yield _piece(text[here:there], active, here)


def _piece(text: str, active: list[Mark], here: int) -> Piece:
    figures = [mark for mark in active if mark.role == "figure"]
    figure = max(figures, key=lambda mark: (mark.start, -mark.end)) if figures else None
    return Piece(
        text=text,
        figure=figure,
        opens=figure is not None and figure.start == here,
        loose=next((mark for mark in active if mark.role == "loose"), None),
        ranges=tuple(mark for mark in active if mark.role == "range"),
        anchors=tuple(mark.anchor for mark in active if mark.start == here and mark is not figure),
    )


def loose_numbers(text: str, start: int, end: int, figures: Iterable[tuple[int, int]]) -> Iterator[Mark]:
    """Digits of ``text[start:end]`` that no figure covers: dates, names, and what was missed.

    >>> [text for mark in loose_numbers("Phường 2 có 45 tổ, ngày 12/5/2023", 0, 33, [(12, 17)])
    ...  for text in ["Phường 2 có 45 tổ, ngày 12/5/2023"[mark.start : mark.end]]]
    ['2', '12/5/2023']
    """
    position = start
    for figure_start, figure_end in (*sorted(figures), (end, end)):
        for found in _DIGITS.finditer(text, position, min(max(figure_start, position), end)):
            yield Mark(found.start(), found.end(), f"n{found.start():05d}", "loose")
        position = max(position, figure_end)
