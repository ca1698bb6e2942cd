"""One source page as an auditor sees it: its text with every figure marked, and what is known of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

from extract.report.addresses import address_of_place, anchor, file_stem, live_address
from extract.report.marking import Mark, Piece, loose_numbers, pieces
from extract.report.quotation import Quotation, quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extract.dataset import PageEntry, PageRows
    from extract.model import Block, Check, Figure, Money, Outcome, Rating, Scholarship, Statement
    from extract.report.totals import Judged

_Row = TypeVar("_Row")

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
OUTCOMES: tuple[Outcome, ...] = ("disagrees", "unchecked", "agrees")
"""In the order in which an auditor wants them."""


class BlockView(NamedTuple):
    """One block: its text in pieces, a list of them for each cell of a table row and a single list otherwise."""

    block: Block
    anchor: str
    cells: tuple[tuple[Piece, ...], ...]


class Stretch(NamedTuple):
    """Blocks that stand together: dropped ones, rows of one table, or a single kept block."""

    kind: Literal["dropped", "table", "block"]
    blocks: tuple[BlockView, ...]
    reasons: tuple[tuple[str, int], ...]
    """Of dropped blocks, the most frequent first."""


class Card(NamedTuple):
    """All that is known of one figure."""

    anchor: str
    figure: Figure
    hue: Hue
    money: Money | None
    left_out: str | None
    statement: RowView[Statement] | None
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


class RowView(NamedTuple, Generic[_Row]):
    """A row of a table, where it is in the text, and the anchor of the row it is part of."""

    anchor: str
    row: _Row
    part_of: str | None


class LooseView(NamedTuple):
    """A number nobody took, where it is, and the words around it."""

    anchor: str
    words: Quotation


@dataclass(frozen=True, slots=True)
class PageView:
    """What the template of a page shows."""

    entry: PageEntry
    live: str | None
    duplicate_file: str | None
    stretches: tuple[Stretch, ...]
    cards: tuple[Card, ...]
    hues: tuple[tuple[Hue, int], ...]
    loose: tuple[LooseView, ...]
    checks: tuple[CheckView, ...]
    """Disagreements first."""
    scholarships: tuple[RowView[Scholarship], ...]
    ratings: tuple[RowView[Rating], ...]
    statements: tuple[RowView[Statement], ...]
    drops: tuple[tuple[str, int], ...]
    style: str
    """CSS by which choosing a figure shows its card, and choosing a row marks its passage."""


def view_page(page: PageRows, judged: Sequence[Judged]) -> PageView:
    """Everything a template needs, ready to be written."""
    entry = page.entry
    page_id = entry.page_id
    live = live_address(entry.uri)
    statements = tuple(_row_view(row, row.statement_id, row.part_of, page_id) for row in page.statements)
    scholarships = tuple(_row_view(row, row.scholarship_id, row.part_of, page_id) for row in page.scholarships)
    ratings = tuple(_row_view(row, row.rating_id, row.part_of, page_id) for row in page.ratings)
    checks = tuple(CheckView(anchor(check.check_id, page_id), check) for check in page.checks)
    figures = [_figure_mark(figure, page_id) for figure in page.figures]
    ranges = [
        *(Mark(view.row.start, view.row.end, view.anchor, "range") for view in statements),
        *(Mark(view.row.start, view.row.end, view.anchor, "range") for view in scholarships),
        *(Mark(view.row.start, view.row.end, view.anchor, "range") for view in ratings),
        *(Mark(view.check.start, view.check.end, view.anchor, "range") for view in checks),
    ]
    loose = _loose_marks(page, figures)
    marks = sorted((*figures, *ranges, *loose), key=lambda mark: (mark.start, -mark.end, mark.anchor))
    blocks = tuple(_view_block(block, entry.text, marks) for block in page.blocks)
    cards = _cards(page, judged, statements, checks, live)
    return PageView(
        entry=entry,
        live=live,
        duplicate_file=f"{file_stem(entry.duplicate_of)}.html" if entry.duplicate_of and entry.is_repeat else None,
        stretches=tuple(_stretches(blocks)),
        cards=cards,
        hues=tuple(Counter(card.hue for card in cards).most_common()),
        loose=tuple(LooseView(mark.anchor, quotation(entry.text, mark.start, mark.end)) for mark in loose),
        checks=tuple(sorted(checks, key=_by_outcome)),
        scholarships=scholarships,
        ratings=ratings,
        statements=statements,
        drops=tuple(Counter(block.reason or "" for block in page.blocks if not block.kept).most_common()),
        style=_choosing_style(figures, ranges),
    )


def _row_view(row: _Row, row_id: str, part_of: str | None, page_id: str) -> RowView[_Row]:
    return RowView(anchor(row_id, page_id), row, None if part_of is None else anchor(part_of, page_id))


def _by_outcome(view: CheckView) -> tuple[bool, ...]:
    return tuple(view.check.outcome != outcome for outcome in OUTCOMES)


def _figure_mark(figure: Figure, page_id: str) -> Mark:
    look: list[str] = [hue_of(figure), figure.status]
    if figure.indicator is None:
        look.append("hollow")
    if figure.role != "value":
        look.append("aside")
    return Mark(figure.start, figure.end, anchor(figure.figure_id, page_id), "figure", " ".join(look))


def hue_of(figure: Figure) -> Hue:
    """The colour of a figure's kind."""
    return _HUES.get(figure.kind, "bare")


def _loose_marks(page: PageRows, figures: Sequence[Mark]) -> list[Mark]:
    loose: list[Mark] = []
    spans = [(mark.start, mark.end) for mark in figures]
    for block in page.blocks:
        if block.start is not None and block.end is not None:
            inside = [span for span in spans if span[0] < block.end and span[1] > block.start]
            loose += loose_numbers(page.entry.text, block.start, block.end, inside)
    return loose


def _view_block(block: Block, text: str, marks: Sequence[Mark]) -> BlockView:
    name = f"b{block.ordinal}"
    if block.start is None or block.end is None:
        return BlockView(block, name, ((Piece(block.text, None, False, None, (), ()),),))  # noqa: FBT003
    cells = []
    start = block.start
    for cell in text[block.start : block.end].split("\t" if block.kind == "table_row" else "\n"):
        cells.append(tuple(pieces(text, start, start + len(cell), marks)))
        start += len(cell) + 1
    return BlockView(block, name, tuple(cells))


def _stretches(blocks: Iterable[BlockView]) -> Iterable[Stretch]:
    for kind, group in groupby(blocks, key=_stretch_kind):
        members = tuple(group)
        if kind == "block":
            yield from (Stretch(kind, (member,), ()) for member in members)
        else:
            reasons = Counter(member.block.reason or "" for member in members if not member.block.kept)
            yield Stretch(kind, members, tuple(reasons.most_common()))


def _stretch_kind(view: BlockView) -> Literal["dropped", "table", "block"]:
    if not view.block.kept:
        return "dropped"
    return "table" if view.block.kind == "table_row" else "block"


def _cards(
    page: PageRows,
    judged: Sequence[Judged],
    statements: Sequence[RowView[Statement]],
    checks: Sequence[CheckView],
    live: str | None,
) -> tuple[Card, ...]:
    page_id, text = page.entry.page_id, page.entry.text
    amounts = {found.money.figure_id: found for found in judged}
    by_id = {view.row.statement_id: view for view in statements}
    anchors = [anchor(figure.figure_id, page_id) for figure in page.figures]
    kept = [block for block in page.blocks if block.start is not None and block.end is not None]
    cards = []
    for i, figure in enumerate(page.figures):
        money = amounts.get(figure.figure_id)
        block = next((b for b in kept if (b.start or 0) <= figure.start < (b.end or 0)), None)
        cards.append(
            Card(
                anchor=anchors[i],
                figure=figure,
                hue=hue_of(figure),
                money=None if money is None else money.money,
                left_out=None if money is None else money.left_out,
                statement=None if figure.statement_id is None else by_id.get(figure.statement_id),
                checks=tuple(v for v in checks if v.check.start <= figure.start and figure.end <= v.check.end),
                block="text" if block is None else f"b{block.ordinal}",
                previous=anchors[i - 1] if i else None,
                next=anchors[i + 1] if i + 1 < len(anchors) else None,
                live=None if live is None else address_of_place(live, text, figure.start, figure.end),
            )
        )
    return tuple(cards)


def _choosing_style(figures: Sequence[Mark], ranges: Sequence[Mark]) -> str:
    """``:target`` alone can show only the element it names; ``:has`` lets it show others, without a script."""
    rules = []
    if figures:
        cards = ",".join(f":root:has(#{mark.anchor}:target) #c-{mark.anchor}" for mark in figures)
        rules.append(f"{cards}{{display:block}}")
        rules.append(f"{_chosen(figures)}{{outline:.15em solid var(--ink)}}")
    if ranges:
        rules.append(f"{_chosen(ranges)}{{background:var(--chosen);box-shadow:0 0 0 .2em var(--chosen)}}")
    return "\n".join(rules)


def _chosen(marks: Sequence[Mark]) -> str:
    return ",".join(f":root:has(#{mark.anchor}:target) .{mark.anchor}" for mark in marks)
