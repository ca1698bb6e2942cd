"""A thing joins its sentence: amounts that lead to it, prices before it, its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.facts.doings import Bundle, Doing, counted_at, names_one, units_of
from extract.facts.surroundings import any_within, bracket_start

if TYPE_CHECKING:
    from extract.facts.amounts import Amount
    from extract.facts.ties.in_sentence import SentenceTies

_ADJACENT = 60
"""An amount leads directly if its thing follows within so many characters, without a comma."""


def take_thing(here: SentenceTies, doing: Doing) -> None:
    """Add a thing with what stands before it for it."""
    shared = _shared_lead(here, doing)
    if shared is not None:
        first = here.doings[-1]
        first.totals.remove(shared)
        bundle = Bundle([first, doing], shared, "leading_total")
        first.whole = doing.whole = bundle
        here.bundles.append(bundle)
    for amount in here.leading[-1:]:
        if _leads_to(here, amount, doing):
            here.give([doing], amount, "leading_total")
    ahead = here.ahead
    if ahead is not None and not doing.eaches and _is_priced_ahead(here, doing, ahead):
        doing.tie(doing.eaches, ahead.quantity, "price_ahead")
    price = _price_of_list(here, doing)
    if price is not None:
        doing.tie(doing.eaches, price, "price_ahead")
    here.leading = []
    doing.action = _action(here, doing)
    here.doings.append(doing)


def _is_priced_ahead(here: SentenceTies, doing: Doing, amount: Amount) -> bool:
    """Whether a price that opens the segment is for a thing named behind it, in the same unit and of one kind."""
    priced = next((one for one in here.earlier if amount.quantity in one.eaches), None)
    same = priced is None or (
        priced.indicator == doing.indicator and here.reading.structure.segment(amount.start).start == here.segment
    )
    prices = (here.scope.get(index) for index in here.reading.quantities_in(here.start, amount.start))
    alone = not here.doings and "each" not in prices and here.things.is_award_of(amount, doing)
    return same and ((priced is None and alone) or names_one(amount.of, units_of(doing, here.quantities)))


def _price_of_list(here: SentenceTies, doing: Doing) -> int | None:
    """The price told ahead of people who are listed: "2 triệu đồng/suất cho 30 học sinh tiểu học và 12 học sinh THCS".

    Only where it is the one price of the sentence, and nothing is counted or done between them.
    """
    first = here.doings[-1] if len(here.doings) > here.segment_doings else None
    if first is None or first.indicator != doing.indicator or doing.eaches or len(first.eaches) != 1:
        return None
    things, quantities, price = here.things, here.quantities, first.eaches[0]
    if first.counted is None or not (things.is_of_people(first) and things.is_of_people(doing)):
        return None
    counted, ends = quantities[first.counted].start, counted_at(doing, quantities)
    if quantities[price].end > counted or ends - first.match.end > _ADJACENT:
        return None
    sentence = here.reading.structure.sentence(doing.start)
    prices = [index for index in here.reading.quantities_in(sentence.start, sentence.end) if index in here.scope]
    told = here.reading.folded[first.match.end : ends]
    apart = set(";:()").intersection(told) or here.wording.has_verb(here.reading.folded, first.match.end, ends)
    between = list(here.reading.quantities_in(counted, ends)) != [first.counted]
    return None if apart or between or prices != [price] else price


def _shared_lead(here: SentenceTies, doing: Doing) -> int | None:
    """The total before the last thing, if this one shares it: "265 triệu đồng xây 14 căn và sửa chữa 8 căn"."""
    if here.leading or doing.totals or doing.whole is not None or len(here.doings) <= here.segment_doings:
        return None
    first = here.doings[-1]
    between = here.reading.folded[first.match.end : counted_at(doing, here.quantities)]
    if here.reading.family(first) != here.reading.family(doing) or "," in between or first.whole is not None:
        return None
    return next((index for index in first.totals if first.reasons[index] == "leading_total"), None)


def _action(here: SentenceTies, doing: Doing) -> tuple[int, int] | None:
    """The verb in the phrase; else the last before it; else that of the thing it is listed with."""
    slot = doing.match.slots.get("action")
    if slot is not None:
        return slot.start, slot.end
    before = here.doings[-1] if here.doings else None
    start = max(before.match.end if before else 0, here.segment)
    verbs = list(here.wording.verbs_in(here.reading.folded, start, counted_at(doing, here.quantities)))
    if verbs:
        return verbs[-1].span()
    return before.action if before is not None and before.start >= here.segment else None


def _leads_to(here: SentenceTies, amount: Amount, doing: Doing) -> bool:
    if doing.totals or amount.scope == "each" or amount.reach == "apart":
        return False
    counted = counted_at(doing, here.quantities)
    opened = bracket_start(counted, here.reading)
    if opened is not None and opened >= amount.end:
        return False  # "Kinh phí 1,6 tỷ đồng do công ty A và ông B (10 suất học bổng) tài trợ"
    if any_within(here.openers, amount.end, counted):
        return False  # "Kinh phí 185 triệu đồng, gồm: 100 suất học bổng 100 triệu đồng; ..."
    near = counted - amount.end <= _ADJACENT and not set(",:").intersection(here.reading.folded[amount.end : counted])
    if near and (amount.leads or here.wording.has_verb(here.reading.folded, amount.end, counted)):
        return True
    return (amount.leads or amount.reach in ("list", "all")) and here.opens(amount)
