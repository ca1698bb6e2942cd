"""Quantities to rows of ``figures`` and ``money``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.facts.doings import Doing
from extract.facts.statements import bundle_indicator
from extract.identity import row_id
from extract.match.slots import AMONG
from extract.model import Figure, Money

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.codes import Scope, Status
    from extract.facts.doings import Bundle, Ties
    from extract.facts.reading import Reading
    from extract.facts.unit.labels import Understood
    from extract.facts.unit.names import UnitNames
    from extract.match.kinds import Indicator
    from extract.model import Quantity


class Owner(NamedTuple):
    """What a rule says a quantity is about."""

    indicator: str
    statement_id: str | None
    rule_id: str
    lead: int | None = None
    """The quantity that counts the thing itself: what holds of it holds of its amounts."""
    whole: int | None = None
    """The one that counts what the thing is part of."""


def owners(ties: Ties, ids: Mapping[Doing | Bundle, str], indicators: Mapping[str, Indicator]) -> dict[int, Owner]:
    """Who owns each quantity, by its index: the doing or bundle it is tied to."""
    found: dict[int, Owner] = {}
    for doing in ties.doings:
        lead = doing.counted
        whole = doing.whole.counted if isinstance(doing.whole, Doing) else None
        among = doing.match.number(AMONG)
        for index in doing.quantities:
            if index == among:
                continue
            first = found.get(index)  # a price that several things share: what holds of the first
            shared = lead if first is None or first.lead is None else first.lead
            found[index] = Owner(doing.indicator, ids[doing], doing.match.rule.id, shared, whole)
    for bundle in ties.bundles:
        found[bundle.total] = Owner(bundle_indicator(bundle, indicators), ids[bundle], bundle.members[0].match.rule.id)
    return found


def figures(
    reading: Reading,
    scope: Mapping[int, Scope],
    owned: Mapping[int, Owner],
    units: Mapping[int, Understood],
    names: UnitNames,
) -> tuple[Figure, ...]:
    """One row a quantity. ``units`` are those that the text left out and what stands before makes clear.

    The second number of a fraction, and an amount said again in words, go with the number before them.
    """
    rows = []
    cells = {cell.start for cell in reading.lexed.cells}
    for index, quantity in enumerate(reading.lexed.quantities):
        alone = index in owned or quantity.role == "value" or quantity.start in cells
        lead = index if alone else index - 1
        owner = owned.get(lead)
        period = reading.period(quantity.start)
        understood = units.get(index) if quantity.unit is None else None
        status = status_of(index, owned, reading, owner)
        rows.append(
            Figure(
                figure_id=row_id(reading.page.page_id, "f", quantity.start),
                page_id=reading.page.page_id,
                start=quantity.start,
                end=quantity.end,
                quote=reading.quote(quantity.start, quantity.end),
                kind=quantity.kind if understood is None else understood.kind,
                value=float(quantity.value),
                value_max=None if quantity.value_max is None else float(quantity.value_max),
                unit=names.of(index, reading) if understood is None else understood.unit,
                noun=names.counted(index, reading),
                comparator=quantity.comparator,
                scope=scope.get(index) or scope.get(lead) or _usual_scope(quantity, status),
                status=status,
                role=quantity.role,
                indicator=None if owner is None else owner.indicator,
                statement_id=None if owner is None else owner.statement_id,
                period_start=None if period is None else period[0],
                period_end=None if period is None else period[1],
                rule_id=None if owner is None else owner.rule_id,
            )
        )
    return tuple(rows)


def _usual_scope(quantity: Quantity, status: Status) -> Scope:
    """Standing rates are for each, whatever of: "được vay tối đa 100 triệu đồng", "phạt từ 6 đến 8 triệu đồng"."""
    return "each" if status == "norm" and quantity.kind == "money" else "total"


def status_of(index: int, owned: Mapping[int, Owner], reading: Reading, owner: Owner | None = None) -> Status:
    """The status of a quantity: its own, or where no cue of its own sentence reaches it that of the thing it is for.

    "Phường sẽ tặng 90 suất quà. Mỗi suất trị giá 500.000 đồng": the price is planned too, and so are parts of what is.
    "Hội đã trao 90 suất quà, sẽ giúp 30 em. Tổng kinh phí trao quà 45 triệu đồng": the total is not.
    """
    quantity, owner = reading.lexed.quantities[index], owner or owned.get(index)
    hold = reading.holds.at(quantity.start)
    if owner is not None and quantity.role != "plan" and (hold is None or hold.carried):
        for thing in (owner.lead, owner.whole):
            if thing is not None and reading.lexed.quantities[thing].start < quantity.start:
                return status_of(thing, owned, reading)
    return reading.status(quantity)


_MILLION = 1_000_000


def money(rows: tuple[Figure, ...], reading: Reading) -> tuple[Money, ...]:
    """The money figures, with exact đồng and the interval that print and comparator allow."""
    return tuple(
        Money(
            figure_id=row.figure_id,
            page_id=row.page_id,
            start=row.start,
            end=row.end,
            quote=row.quote,
            amount_vnd=int(quantity.value),
            amount_max_vnd=None if quantity.value_max is None else int(quantity.value_max),
            amount_million=quantity.value / _MILLION,
            low_vnd=int(quantity.low),
            high_vnd=None if quantity.high is None else int(quantity.high),
            comparator=row.comparator,
            scope=row.scope,
            per=quantity.per,
            status=row.status,
            indicator=row.indicator,
            statement_id=row.statement_id,
            rule_id=row.rule_id,
        )
        for row, quantity in zip(rows, reading.lexed.quantities, strict=True)
        if quantity.kind == "money"
    )
