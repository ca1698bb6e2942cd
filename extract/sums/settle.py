"""One reason a row: why no sum of the results of its page has it, the first that holds."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from extract.checks.relation import Relation
from extract.sums.awards import repeated_awards
from extract.sums.compared import ComparedVocabulary, changes, earlier, origins
from extract.sums.holding import holders, part_of, stated
from extract.sums.repeated import Summaries, repeated, told

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from extract.codes import LeftOut, Status
    from extract.facts.page_facts import Drawn
    from extract.model import Check, Facts, Figure, Money, Page, Rating, Scholarship
    from extract.sums.holding import ShortNames


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words of a page tell, by where figures begin."""

    holders: Mapping[int, Iterable[int]] = field(default_factory=dict)
    """Figures that may hold one, see ``extract.sums.holding``."""
    earlier: frozenset[int] = frozenset()
    origins: frozenset[int] = frozenset()
    """Of those, what a change starts from: what its statement tells of is what it leads to."""
    changes: frozenset[int] = frozenset()
    stocks: frozenset[int] = frozenset()
    """What a balance opens and closes with, see ``extract.checks.relation``."""
    bare: frozenset[str | None] = frozenset({None})
    """Indicators that say what is counted and no more."""

    @classmethod
    def of(cls, drawn: Drawn, checks: Sequence[Check], vocabulary: ComparedVocabulary, short: ShortNames) -> Wording:
        """Read it from a page whose facts and checks are known."""
        return cls(
            holders(drawn, checks, short),
            frozenset(earlier(drawn.reading, vocabulary)),
            frozenset(origins(drawn.reading, vocabulary)),
            frozenset(changes(drawn.reading, vocabulary)),
            frozenset(stock for check in checks if isinstance(check, Relation) for stock in check.stocks),
            frozenset({None, *(one.id for one in drawn.reading.rules.indicators.values() if one.bare)}),
        )


_NO_WORDING = Wording()
_Amount = TypeVar("_Amount", "Figure", "Money")
_COMPARED = frozenset({"earlier", "change"})


def settle(page: Page, facts: Facts, checks: Sequence[Check], wording: Wording = _NO_WORDING) -> Facts:
    """The facts with ``part_of`` and ``left_out`` of figures, money, scholarships and ratings."""
    found = stated(facts)
    for part, wholes in wording.holders.items():
        found.setdefault(part, set()).update(wholes)
    held = part_of(facts.figures, found)
    first: dict[str | None, int] = {}
    for figure in facts.figures:
        if figure.start not in wording.origins:
            first.setdefault(figure.statement_id, figure.start)
    told_earlier = {name for name, start in first.items() if name is not None and start in wording.earlier}
    inside = _inside(facts.figures, held, wording.bare)
    reasons = {figure.figure_id: _reason(figure, inside, wording, told_earlier) for figure in facts.figures}
    summaries = Summaries(page)
    money = {row.figure_id: row for row in facts.money}
    counting = {name: reason is None for name, reason in reasons.items() if reason in {None, "part"}}
    again = repeated([*told(facts.figures, money, summaries, counting, held)], checks, _products(facts, reasons))
    reasons |= dict.fromkeys(again, "repeated")
    figures = tuple(_told(row, held, reasons) for row in facts.figures)
    return replace(
        facts,
        figures=figures,
        money=tuple(_told(row, held, reasons) for row in facts.money),
        scholarships=_scholarships(facts.scholarships, figures, summaries),
        ratings=_ratings(facts.ratings, figures),
    )


def _inside(figures: Sequence[Figure], held: Mapping[str, str], bare: Container[str | None]) -> frozenset[str]:
    """The parts that a sum has with their whole: none of borrowers has "300 hội viên, trong đó 20 hội viên vay vốn".

    In "tập huấn cho 250 hội viên, trong đó 120 hội viên nữ" the part says only who they are: they were trained, too.
    And "trong 445 suất ấy" goes on from the 445 awards that another figure tells of.
    """
    rows = {figure.figure_id: figure for figure in figures}
    told = {(figure.value, figure.unit, figure.indicator) for figure in figures if figure.role == "value"}
    return frozenset(
        part
        for part, whole in held.items()
        if rows[part].kind == "money"
        or rows[part].indicator is None
        or (rows[whole].value, rows[whole].unit, rows[part].indicator) in told
        or (rows[part].indicator in bare and rows[whole].indicator not in bare)
    )


def _told(row: _Amount, held: Mapping[str, str], reasons: Mapping[str, LeftOut | None]) -> _Amount:
    whole, reason = held.get(row.figure_id), reasons[row.figure_id]
    return row if whole is None and reason is None else replace(row, part_of=whole, left_out=reason)


def _products(facts: Facts, reasons: Mapping[str, LeftOut | None]) -> list[int]:
    """What things come to of which the text tells the number and the price alone, in đồng; no parts of others."""
    held = {(figure.statement_id, figure.value) for figure in facts.figures if reasons[figure.figure_id] is not None}
    return [
        int(row.count * row.amount_each_vnd)
        for row in facts.statements
        if row.count and row.amount_each_vnd and row.amount_total_vnd is None and row.status == "achieved"
        if (row.statement_id, row.count) not in held
    ]


def _reason(
    figure: Figure, inside: Container[str], wording: Wording, told_earlier: Container[str | None]
) -> LeftOut | None:
    """Why a figure counts in no sum, but for what is said elsewhere; ``told_earlier``: statements of other periods."""
    if figure.role != "value":
        return figure.role
    if figure.status != "achieved":
        return figure.status
    if figure.scope == "each":
        return "each"
    if figure.start in wording.earlier or figure.statement_id in told_earlier:
        return "earlier"
    if figure.kind == "money" and figure.start in wording.stocks:
        return "balance"
    if figure.start in wording.changes:
        return "change"
    return "part" if figure.figure_id in inside else None


def _scholarships(
    rows: Sequence[Scholarship], figures: Sequence[Figure], summaries: Summaries
) -> tuple[Scholarship, ...]:
    """A row is of another period, or of how many more there were, if its count is."""
    starts = [figure.start for figure in figures]

    def inside(row: Scholarship) -> Sequence[Figure]:
        return figures[bisect_left(starts, row.start) : bisect_left(starts, row.end)]

    rows = _in_totals(rows, inside)
    status = {row.scholarship_id: row.status for row in rows}
    reasons: dict[str, LeftOut | None] = {}
    for row in rows:
        lead = next((figure for figure in inside(row) if figure.value in {row.count, row.amount_total_vnd}), None)
        compared = lead.left_out if lead is not None and lead.left_out in _COMPARED else None
        reasons[row.scholarship_id] = _result(row.status) or compared or _part(row.status, row.part_of, status)
    counting = [row for row in rows if reasons[row.scholarship_id] is None]
    reasons |= dict.fromkeys(repeated_awards(counting, summaries), "repeated")
    return tuple(replace(row, left_out=reasons[row.scholarship_id]) for row in rows)


def _in_totals(rows: Sequence[Scholarship], inside: Callable[[Scholarship], Sequence[Figure]]) -> Sequence[Scholarship]:
    """The rows, parts of those whose number holds theirs: "năm 2019: 210 suất; năm 2020: 190 suất; cộng 400 suất"."""
    counted = {
        row.scholarship_id: next((figure for figure in inside(row) if figure.value == row.count), None) for row in rows
    }
    totals = {figure.figure_id: name for name, figure in counted.items() if figure is not None}
    found = []
    for row in rows:
        figure = counted[row.scholarship_id]
        whole = totals.get(figure.part_of or "") if figure is not None and row.part_of is None else None
        found.append(row if whole is None or whole == row.scholarship_id else replace(row, part_of=whole))
    return found


def _ratings(rows: Sequence[Rating], figures: Sequence[Figure]) -> tuple[Rating, ...]:
    """A set told twice is one already when it is read; a level is of another period if its number is."""
    status = {row.rating_id: row.status for row in rows}
    starts = [figure.start for figure in figures]

    def earlier(row: Rating) -> LeftOut | None:
        inside = figures[bisect_left(starts, row.start) : bisect_left(starts, row.end)]
        told = (figure for figure in inside if figure.value in {row.count, row.percent})
        return "earlier" if any(figure.left_out == "earlier" for figure in told) else None

    return tuple(
        replace(row, left_out=_result(row.status) or earlier(row) or _part(row.status, row.part_of, status))
        for row in rows
    )


def _result(status: Status) -> LeftOut | None:
    return None if status == "achieved" else status


def _part(status: Status, whole: str | None, statuses: Mapping[str, Status]) -> LeftOut | None:
    """A part counts beside a whole that is no result as it is: "sẽ trao 100 suất, đã trao 40 suất"."""
    return "part" if whole is not None and statuses.get(whole, status) == status else None
