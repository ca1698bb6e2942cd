"""One source page as an auditor sees it: its text with every figure marked, and what is known of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

from extract.report.addresses import anchor, file_stem, live_address
from extract.report.card import Card, CheckView, Hue, cards_of, hue_of
from extract.report.marking import Mark, Piece, loose_numbers, pieces
from extract.report.parts import Links, rows_of_part
from extract.report.quotation import Quotation, quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.codes import Outcome
    from extract.dataset import PageEntry, PageRows
    from extract.model import Block, Figure, Rating, Scholarship, Statement
    from extract.report.parts import Parts
    from extract.report.totals import Judged

_Row = TypeVar("_Row")


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


class RowView(NamedTuple, Generic[_Row]):
    """A row of a table, and where it is in the text."""

    anchor: str
    row: _Row
    part_of: str | None
    """The address of the row it is part of."""
    part_of_words: str


class LooseView(NamedTuple):
    """A number nobody took, where it is, and the words around it."""

    anchor: str
    words: Quotation


@dataclass(frozen=True, slots=True)
class PageView:
    """What the template of a page shows: a whole page, or a part of a long one."""

    entry: PageEntry
    file: str
    part: int
    """From 0."""
    parts: tuple[str, ...]
    """The files of all parts."""
    live: str | None
    duplicate_file: str | None
    stretches: tuple[Stretch, ...]
    cards: tuple[Card, ...]
    hues: tuple[tuple[Hue, int], ...]
    statuses: tuple[tuple[str, int], ...]
    loose: tuple[LooseView, ...]
    checks: tuple[CheckView, ...]
    """Disagreements first."""
    scholarships: tuple[RowView[Scholarship], ...]
    ratings: tuple[RowView[Rating], ...]
    statements: tuple[RowView[Statement], ...]
    drops: tuple[tuple[str, int], ...]
    style: str
    """CSS by which choosing a figure shows its card, and choosing a row marks its passage."""


def view_page(page: PageRows, judged: Sequence[Judged], parts: Parts) -> Iterator[PageView]:
    """Everything a template needs for each part, ready to be written."""
    links = Links(page, parts)
    for number in range(len(parts)):
        yield _view_part(rows_of_part(page, parts, number), judged, links, number)


def _view_part(page: PageRows, judged: Sequence[Judged], links: Links, number: int) -> PageView:
    entry, parts = page.entry, links.parts
    page_id = entry.page_id
    live = live_address(entry.uri)
    statements = tuple(_row_view(row, row.statement_id, row.part_of, links, number) for row in page.statements)
    scholarships = tuple(_row_view(row, row.scholarship_id, row.part_of, links, number) for row in page.scholarships)
    ratings = tuple(_row_view(row, row.rating_id, row.part_of, links, number) for row in page.ratings)
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
    cards = cards_of(page, judged, checks, links, number)
    return PageView(
        entry=entry,
        file=parts.file(number),
        part=number,
        parts=tuple(parts.file(other) for other in range(len(parts))),
        live=live,
        duplicate_file=f"{file_stem(entry.duplicate_of)}.html" if entry.duplicate_of and entry.is_repeat else None,
        stretches=tuple(_stretches(blocks)),
        cards=cards,
        hues=tuple(Counter(card.hue for card in cards).most_common()),
        statuses=tuple(Counter(figure.status for figure in page.figures).most_common()),
        loose=tuple(LooseView(mark.anchor, quotation(entry.text, mark.start, mark.end)) for mark in loose),
        checks=tuple(sorted(checks, key=_by_outcome)),
        scholarships=scholarships,
        ratings=ratings,
        statements=statements,
        drops=tuple(Counter(block.reason or "" for block in page.blocks if not block.kept).most_common()),
        style=_choosing_style(figures, ranges),
    )


def _row_view(row: _Row, row_id: str, part_of: str | None, links: Links, number: int) -> RowView[_Row]:
    name = (links.to(row_id, number) or "").partition("#")[2]
    if part_of is None:
        return RowView(name, row, None, "")
    return RowView(name, row, links.to(part_of, number), links.words(part_of))


def _by_outcome(view: CheckView) -> tuple[bool, ...]:
    return tuple(view.check.outcome != outcome for outcome in OUTCOMES)


def _figure_mark(figure: Figure, page_id: str) -> Mark:
    look: list[str] = [hue_of(figure), figure.status]
    if figure.indicator is None:
        look.append("hollow")
    if figure.role != "value":
        look.append("aside")
    return Mark(figure.start, figure.end, anchor(figure.figure_id, page_id), "figure", " ".join(look))


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


def _choosing_style(figures: Sequence[Mark], ranges: Sequence[Mark]) -> str:
    """``:target`` alone can show only the element it names; ``:has`` lets it show others, without a script."""
    rules = []
    if figures:
        cards = ",".join(f":root:has(#{mark.anchor}:target) #c-{mark.anchor}" for mark in figures)
        rules.append(f"{cards}{{display:block}}")
        rules.append(f"{_chosen(figures)}{{outline:.15em solid var(--ink)}}")
    if ranges:
        rules.append(
            f"{_chosen(ranges)}{{background:var(--chosen);box-shadow:0 .2em var(--chosen),0 -.2em var(--chosen)}}"
        )  # sideways it would cover letters
    return "\n".join(rules)


def _chosen(marks: Sequence[Mark]) -> str:
    return ",".join(f":root:has(#{mark.anchor}:target) .{mark.anchor}" for mark in marks)
