"""All that is known of one figure, as the inspector shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from extract.report.addresses import address_of_place, anchor, live_address, row_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.dataset import PageRows
    from extract.model import Check, Figure, Money
    from extract.report.parts import Links
    from extract.report.totals import Judged

Hue = Literal["money", "count", "measure", "share", "bare"]
"""Kinds of figures that share a colour: twelve colours nobody tells apart."""

_HUES: dict[str, Hue] = {
    "money": "money",
    "currency": "money",
    "count": "count",
    "length": "measure",
    "area": "measure",
    "mass": "measure",
    "volume": "measure",
    "yield": "measure",
    "percent": "share",
    "percentage_point": "share",
    "ratio": "share",
}


class Card(NamedTuple):
    """All that is known of one figure."""

    anchor: str
    figure: Figure
    hue: Hue
    money: Money | None
    left_out: str | None
    same_as: str | None
    """Address of the amount on another page that counts instead."""
    statement: str | None
    """Address of the statement it belongs to."""
    checks: tuple[CheckView, ...]
    """Checks of the passage it stands in."""
    block: str
    """Anchor of its block."""
    previous: str | None
    next: str | None
    live: str | None
    """Address of this place on the live page."""


class CheckView(NamedTuple):
    """A check, and where in the text it is."""

    anchor: str
    check: Check


def hue_of(figure: Figure) -> Hue:
    """The colour of a figure's kind."""
    return _HUES.get(figure.kind, "bare")


def cards_of(
    page: PageRows,
    judged: Sequence[Judged],
    checks: Sequence[CheckView],
    links: Links,
    number: int,
) -> tuple[Card, ...]:
    """The cards of all figures of a part of a page, in its order."""
    live = live_address(page.entry.uri)
    page_id, text = page.entry.page_id, page.entry.text
    amounts = {found.money.figure_id: found for found in judged}
    anchors = [anchor(figure.figure_id, page_id) for figure in page.figures]
    kept = [block for block in page.blocks if block.start is not None and block.end is not None]
    cards = []
    for i, figure in enumerate(page.figures):
        found = amounts.get(figure.figure_id)
        block = next((b for b in kept if (b.start or 0) <= figure.start < (b.end or 0)), None)
        cards.append(
            Card(
                anchor=anchors[i],
                figure=figure,
                hue=hue_of(figure),
                money=None if found is None else found.money,
                left_out=None if found is None else found.left_out,
                same_as=None if found is None or found.same_as is None else row_address(*found.same_as),
                statement=links.to(figure.statement_id, number),
                checks=tuple(v for v in checks if v.check.start <= figure.start and figure.end <= v.check.end),
                block="text" if block is None else f"b{block.ordinal}",
                previous=anchors[i - 1] if i else None,
                next=anchors[i + 1] if i + 1 < len(anchors) else None,
                live=None if live is None else address_of_place(live, text, figure.start, figure.end),
            )
        )
    return tuple(cards)
