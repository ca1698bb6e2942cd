"""Doings to rows of ``statements``: what was done, with the figures that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.facts.doings import Bundle, Doing
from extract.identity import row_id
from extract.lex.unit_sizes import METRES, SQUARE_METRES
from extract.model import Statement

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from extract.facts.doings import Ties
    from extract.facts.reading import Reading
    from extract.match.kinds import Indicator
    from extract.model import Quantity

_MIXED = "mixed"
"""Indicator of a bundle over things of several families: one total for gifts and scholarships."""


def statement_ids(ties: Ties, reading: Reading) -> dict[Doing | Bundle, str]:
    """The id of every doing and bundle, which other rows refer to."""
    ids: dict[Doing | Bundle, str] = {}
    used: dict[int, int] = {}
    elements: list[Doing | Bundle] = [*ties.doings, *ties.bundles]
    for element in sorted(elements, key=lambda e: (_start(e), isinstance(e, Bundle))):
        start = _start(element)
        ids[element] = row_id(reading.page.page_id, "t", start, used.get(start, 0))
        used[start] = used.get(start, 0) + 1
    return ids


def statements(ties: Ties, ids: dict[Doing | Bundle, str], reading: Reading) -> tuple[Statement, ...]:
    """One row a doing that has figures, and one a bundle, sorted by start."""
    rows = [_of_doing(doing, told, ids, reading) for doing in ties.doings if (told := doing.quantities)]
    rows += [_of_bundle(bundle, ids, reading) for bundle in ties.bundles]
    return tuple(sorted(rows, key=lambda row: (row.start, row.statement_id)))


def single_amount(indices: Collection[int], reading: Reading) -> Quantity | None:
    """The one amount among ``indices``; ``None`` if there are several (a price list) or none."""
    if not indices:
        return None
    amounts = {reading.lexed.quantities[i].value: reading.lexed.quantities[i] for i in indices}
    return next(iter(amounts.values())) if len(amounts) == 1 else None


def extent(doing: Doing, reading: Reading) -> tuple[int, int]:
    """From the match to the last figure tied to it, so far as no other sentence begins between."""
    end = doing.match.end
    sentence = reading.structure.sentence(doing.start)
    for index in doing.quantities:
        quantity = reading.lexed.quantities[index]
        if quantity.end <= sentence.end:
            end = max(end, quantity.end)
    return doing.start, end


def _start(element: Doing | Bundle) -> int:
    return element.start if isinstance(element, Doing) else element.members[0].start


def _of_doing(doing: Doing, told: Sequence[int], ids: Mapping[Doing | Bundle, str], reading: Reading) -> Statement:
    """The row of a thing done with the quantities ``told`` of it."""
    quantities = reading.lexed.quantities
    start, end = extent(doing, reading)
    count = doing.counted
    counted = None if count is None else quantities[count]
    total, each = single_amount(doing.totals, reading), single_amount(doing.eaches, reading)
    lead = counted or total or quantities[told[0]]
    own = lead.start in reading.in_turn or lead.start in reading.beside
    period = reading.period(lead.start if own else start)
    return Statement(
        statement_id=ids[doing],
        page_id=reading.page.page_id,
        start=start,
        end=end,
        indicator=doing.indicator,
        action=None if doing.action is None else reading.quote(*doing.action),
        object=_words(doing, "object", reading) or (counted.noun if counted else None),
        count=None if counted is None else counted.value,
        unit=_unit(doing, counted, reading),
        amount_total_vnd=None if total is None else int(total.value),
        amount_each_vnd=None if each is None else int(each.value),
        length_m=_measure(doing, "length", reading),
        area_m2=_measure(doing, "area", reading),
        beneficiary=_words(doing, "beneficiary", reading),
        comparator=lead.comparator,
        status=reading.status(lead),
        period_start=None if period is None else period[0],
        period_end=None if period is None else period[1],
        rule_id=doing.match.rule.id,
        part_of=None if doing.whole is None else ids[doing.whole],
    )


def _of_bundle(bundle: Bundle, ids: dict[Doing | Bundle, str], reading: Reading) -> Statement:
    total = reading.lexed.quantities[bundle.total]
    start = _start(bundle)
    period = reading.period(start)
    return Statement(
        statement_id=ids[bundle],
        page_id=reading.page.page_id,
        start=start,
        end=max(total.end, extent(bundle.members[-1], reading)[1]),
        indicator=bundle_indicator(bundle, reading.rules.indicators),
        action=None,
        object=None,
        count=None,
        unit=None,
        amount_total_vnd=int(total.value),
        amount_each_vnd=None,
        length_m=None,
        area_m2=None,
        beneficiary=None,
        comparator=total.comparator,
        status=reading.status(total),
        period_start=None if period is None else period[0],
        period_end=None if period is None else period[1],
        rule_id=bundle.members[0].match.rule.id,
        part_of=None,
    )


def bundle_indicator(bundle: Bundle, indicators: Mapping[str, Indicator]) -> str:
    """The indicator its members share, else their family, else ``mixed``."""
    shared = {doing.indicator for doing in bundle.members}
    if len(shared) > 1:
        shared = {indicators[indicator].family for indicator in shared}
    return shared.pop() if len(shared) == 1 else _MIXED


def _words(doing: Doing, name: str, reading: Reading) -> str | None:
    slot = doing.match.slots.get(name)
    return None if slot is None else reading.quote(slot.start, slot.end)


def _unit(doing: Doing, counted: Quantity | None, reading: Reading) -> str | None:
    if counted is not None and counted.unit is not None:
        return counted.unit
    unit = _words(doing, "unit", reading)
    return None if unit is None else unit.lower()


def _measure(doing: Doing, name: str, reading: Reading) -> float | None:
    """A length in metres, an area in square metres; ``None`` if absent or in a unit without fixed size (công, sào)."""
    index = doing.match.number(name)
    if index is None:
        return None
    quantity = reading.lexed.quantities[index]
    factor = (METRES if name == "length" else SQUARE_METRES).get(quantity.unit or "")
    return None if factor is None else quantity.value * factor
