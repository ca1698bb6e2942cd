"""Figures of running text that may stand in a sum: single, printed exactly, and no price for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.checks.printed import AS_PRINTED, as_printed
from extract.codes import ADDED, MEASURES

if TYPE_CHECKING:
    from extract.checks.relation_words import RelationWords
    from extract.codes import Scope
    from extract.facts.page_facts import Drawn
    from extract.model import Quantity

_WORD = 12


class Term(NamedTuple):
    """A figure, its place in ``Lexed.quantities``, and how many round brackets are open before it in its block."""

    place: int
    quantity: Quantity
    depth: int
    is_more: bool = False
    """Whether it is said to be by how much something is more: "67 tỷ đồng, tăng 9 tỷ đồng"."""
    is_less: bool = False
    """The same of less: "giảm 1.265 hộ"; only asked for where parts of such figures are."""
    is_outcome: bool = False
    """Whether it is what came of a change: "từ 5 tỷ đồng lên 6 tỷ đồng"."""
    counts_places: bool = False
    """Whether it says in how many places something is: "120 suất quà tại 10 huyện"."""
    has_places: bool = True
    """Whether such a number may be a part of it."""
    level: str | None = None
    """The level it is the number of: it is part of no number but of levels; rated sets have a check of their own."""
    has_own_sum: bool = False
    """Whether it is one of which is told how many were rated, so that its set has that check."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.quantity.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.quantity.end

    @property
    def is_exact(self) -> bool:
        """Whether it is printed exactly, in a unit, and neither a change nor what came of one."""
        return (
            not (self.is_more or self.is_outcome)
            and self.quantity.comparator == "eq"
            and self.quantity.unit is not None
        )


def terms(drawn: Drawn, words: RelationWords, scope: Scope = "total", *, less: bool = False) -> list[Term]:
    """The figures of one scope that may be added up, in order.

    By how much something is ``less`` is no part of anything, unless it is asked for, nor is what may be told in place
    of the figure before it: "59 ha hoặc 49 ha".
    """
    reading = drawn.reading
    rated = {index: (item.row.level, bool(item.totals)) for item in drawn.rated for index in item.quantities}
    scopes = scopes_of(drawn)
    if scope not in scopes.values():
        return []
    folded, found = reading.folded, []
    measured = {figure.start: figure for figure in drawn.facts.figures if figure.kind in MEASURES}
    depth = at = 0
    for index, bare in enumerate(reading.lexed.quantities):
        figure = measured.get(bare.start) if bare.kind == "number" else None
        quantity = bare if figure is None else bare._replace(kind=figure.kind, unit=figure.unit)
        since = at
        line = folded.rfind("\n", at, quantity.start)
        depth, at = (0, line) if line >= 0 else (depth, at)
        depth = max(0, depth + folded.count("(", at, quantity.start) - folded.count(")", at, quantity.start))
        at = quantity.start
        if (
            quantity.kind in ADDED
            and quantity.role == "value"
            and quantity.comparator in AS_PRINTED
            and quantity.value > 0
            and scopes.get(quantity.start) == scope
            and ((is_less := words.direction(folded, quantity.start, since) == "less") <= less)
        ):
            head = folded[max(since, quantity.start - _WORD) : quantity.start]
            if words.either.search(head) is None:
                is_more = words.grown.before(folded, quantity.start, since) == "more"
                is_outcome = words.outcome.search(head) is not None
                term = _term(index, quantity, words, *rated.get(index, (None, False)))
                found.append(term._replace(depth=depth, is_more=is_more, is_less=is_less, is_outcome=is_outcome))
    return found


def _term(index: int, quantity: Quantity, words: RelationWords, level: str | None, has_own_sum: bool) -> Term:  # noqa: FBT001 - as read
    """The same by itself, whatever stands around it."""
    unit = quantity.unit
    return Term(
        index,
        as_printed(quantity),
        0,
        counts_places=unit in words.places,
        has_places=unit is None or unit in words.places or unit in words.of_places,
        level=level,
        has_own_sum=has_own_sum,
    )


def scopes_of(drawn: Drawn) -> dict[int, Scope]:
    """From the start of every figure to whether it is for each or in total."""
    return {figure.start: figure.scope for figure in drawn.facts.figures}
