"""Which things of a sentence, or before it, an amount is the total of."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.facts.doings import Doing, counted_at, tops, units_of
from extract.facts.ties.implausible import comes_to, is_of_more
from extract.facts.ties.things import MOST_THINGS

if TYPE_CHECKING:
    from extract.facts.amounts import Amount
    from extract.facts.doings import Reason
    from extract.facts.ties.in_sentence import SentenceTies

_OPENED = 8
"""No more characters stand from an opener to what it opens itself: "1 giải nhất gồm 100 triệu đồng"."""

_SUM = "sum"
"""Slot of what says that a number has all before it in it: "trao 50 suất, nâng tổng số học bổng lên 320 suất"."""


def take_total(here: SentenceTies, amount: Amount) -> None:
    """Hand out an amount for all; one that leads waits for its thing."""
    if _is_share(here, amount):
        return
    if (amount.leads or amount.reach == "list") and here.opens(amount):
        here.leading.append(amount)
        return
    targets, reason = _totalled(here, amount)
    ends = here.quantities[amount.quantity].value_max is not None
    told = amount.reach in ("own", "bare") or (
        amount.reach == "list" and (ends or (len(targets) == 1 and here.things.is_of_people(targets[0])))
    )
    if targets and told and here.things.too_small(amount, targets[0]):
        targets[0].tie(targets[0].eaches, amount.quantity, "too_small_for_all")
        here.scope[amount.quantity] = "each"
        here.since = len(here.doings)
    elif len(targets) == 1 and targets[0].eaches and (ends or _is_less_than_one(here, amount, targets[0])):
        targets[0].tie(targets[0].others, amount.quantity, "inside_each")  # a range is no total of what has a price
    elif len(targets) == 1 and _is_of_others(here, targets[0], amount):
        targets[0].tie(targets[0].others, amount.quantity, "list_total")
    elif targets:
        here.give(targets, amount, reason)
    else:
        here.leading.append(amount)


def _is_of_others(here: SentenceTies, doing: Doing, amount: Amount) -> bool:
    """Whether a total is that of a thing and of others that no rule knows yet: "5.800 suất học bổng và 5.000 mũ".

    The price of the thing may stand between: "200 suất học bổng, mỗi suất 1 triệu đồng, cùng 200 ba lô".
    """
    end = doing.match.end
    index = next(iter(here.reading.quantities_in(end, amount.opens)), None)
    if index in doing.eaches:
        end = here.quantities[index].end
        index = next(iter(here.reading.quantities_in(end, amount.opens)), None)
    if index is None or not here.wording.joined.fullmatch(here.reading.folded, end, here.quantities[index].start):
        return False
    other, alike = here.quantities[index], here.wording.people | units_of(doing, here.quantities)
    is_thing = other.kind == "count" and other.unit is not None and other.unit not in alike
    return is_thing and here.scope.get(index) != "each" and not any(index in one.quantities for one in here.doings)


def _is_less_than_one(here: SentenceTies, amount: Amount, doing: Doing) -> bool:
    """Whether nothing calls an amount a total, and one costs more: "mỗi suất 700.000 đồng, ba lô 200.000 đồng"."""
    price = max(here.quantities[index].value for index in doing.eaches)
    return amount.reach == "bare" and here.quantities[amount.quantity].value < price


def _is_share(here: SentenceTies, amount: Amount) -> bool:
    """Whether an amount is part of the total before it: "kinh phí 280 triệu đồng, trong đó huyện 80 triệu đồng"."""
    if here.last_total is None:
        return False
    doing, value, end = here.last_total
    if not _opener_between(here, end, amount.start) or len(here.doings) != here.since:
        return False
    if here.quantities[amount.quantity].value > value:
        return False
    doing.tie(doing.others, amount.quantity, "share_of_total")
    return True


def _opener_between(here: SentenceTies, start: int, end: int) -> bool:
    """Whether a phrase stands there behind which parts follow: "9 suất, trong đó thủ khoa 5 triệu đồng"."""
    opener = bisect_left(here.openers, start)
    return opener < len(here.openers) and here.openers[opener] < end


def _totalled(here: SentenceTies, amount: Amount) -> tuple[list[Doing], Reason]:
    segment = here.things.beside(here.doings[here.segment_doings :], amount)
    if amount.reach == "all":
        if segment:
            return _all_of(here, segment, amount), "grand_total"
        if here.doings and not _turns_to_more(here, amount):
            return here.things.open(here.doings), "grand_total"
        if here.priced:
            return here.things.open(here.priced), "sentence_before"
        return _told_before(here, amount), "sentence_before"
    recent = here.doings[max(here.since, here.segment_doings) :]
    fresh = [doing for doing in recent if not doing.totals and here.wording.costs(doing.indicator)]
    fresh = here.things.beside(fresh, amount)
    if amount.reach == "apart":
        return [], "own_total"
    if not fresh:
        return _that_come_to(here, amount, here.priced), "sentence_before"  # "Một suất 4,5 triệu, tính ra 315 triệu"
    last = fresh[-1]
    parted = _opener_between(here, last.match.end, amount.start - _OPENED)
    if amount.reach == "bare" and (parted or here.things.acts_between(last, amount.opens)):
        return [], "own_total"
    run = [last]
    for doing in reversed(fresh[:-1]):
        if not here.things.shares(doing, run[-1], amount):
            break
        run.append(doing)
    return list(reversed(tops(run))), "own_total" if len(run) == 1 else "list_total"


def _turns_to_more(here: SentenceTies, amount: Amount) -> bool:
    """Whether more is done that no thing tells of: "20 suất; đồng thời hỗ trợ quỹ của trường, tổng trị giá ..."."""
    start = here.reading.structure.segment(amount.start).start
    turns = here.wording.restarts(here.reading.folded, start)
    return turns and here.wording.has_verb(here.reading.folded, start, amount.opens)


def _told_before(here: SentenceTies, amount: Amount) -> list[Doing]:
    """What a grand total in a sentence without things is the total of: things before it."""
    if not here.opens(amount):
        return _that_come_to(here, amount, here.before)
    near = here.things.open(here.before) or here.things.open_whole(here.before, here.past)
    near = near[-1:] if near and _SUM in near[-1].match.slots else near
    near = _whole_of_rest(here, near, amount) or near
    named = here.things.named(near, amount) or _named_in(here, here.earlier, amount)
    found = named or near or _named_in(here, here.past, amount)
    beside = len(found) == 1 and here.things.is_beside(found[0], amount)
    return [] if beside or _is_of_list(here, found, amount) else found


def _all_of(here: SentenceTies, segment: list[Doing], amount: Amount) -> list[Doing]:
    """What a grand total covers in its segment: things without a total; all of them, if it is more than theirs."""
    open_ = here.things.named(here.things.open(segment), amount) or here.things.open(segment)
    if open_ and _SUM in open_[-1].match.slots:
        return open_[-1:]
    if open_ and amount.opens < counted_at(segment[-1], here.quantities):
        return open_[-1:]  # "A trao 80 suất, B trao 50 suất, tổng cộng 130 suất với số tiền 130 triệu đồng"
    value = here.quantities[amount.quantity].value
    if len(open_) > 1 and open_[-1] is segment[-1] and _is_only_unpriced(here, open_, amount):
        return open_[-1:]  # "30 bao lì xì, mỗi bao 100.000 đồng, 15 suất học bổng với tổng số tiền 15 triệu đồng"
    if open_ and open_[-1] is segment[-1] and comes_to(open_[-1], value, here.quantities):
        return open_[-1:]  # "khen 14 tập thể và trao 20 suất học bổng (800 ngàn đồng/suất), tổng số tiền 16 triệu đồng"
    totals = [here.quantities[i].value for doing in segment[-MOST_THINGS:] for i in doing.totals]
    last = segment[-1]
    if totals and max(totals) < value and (not open_ or not here.things.acts_between(segment[0], last.start)):
        return tops(segment) if len(tops(segment)) > 1 else []
    return open_ or here.things.part_or_whole(last, segment, here.doings)


def _is_only_unpriced(here: SentenceTies, things: list[Doing], amount: Amount) -> bool:
    """Whether a total is told right with the last of things, and all others have their price."""
    *others, last = things
    if last.eaches or "," in here.reading.folded[last.match.end : amount.opens]:
        return False
    return all(doing.eaches for doing in others)


def _that_come_to(here: SentenceTies, amount: Amount, told: list[Doing]) -> list[Doing]:
    """The last of things told before whose number and price come to just the total that the sentence ends with.

    "45 suất, mỗi suất 600.000 đồng. Kinh phí do chùa Long Thọ hỗ trợ với tổng số tiền 27 triệu đồng".
    """
    total = here.quantities[amount.quantity].value
    exact = [doing for doing in here.things.open(told) if comes_to(doing, total, here.quantities)]
    return exact[-1:]


def _is_of_list(here: SentenceTies, near: list[Doing], amount: Amount) -> bool:
    """Whether a total below a list is that of more than a thing in it: of what else the list tells amounts.

    "- Ông An: 5 triệu đồng / - Chùa: 15 suất học bổng, mỗi suất 500.000đ / Tổng cộng: 12.500.000 đồng".
    """
    if len(near) != 1 or amount.opens < here.start or near[0].start >= here.start:
        return False
    doing, list_end = near[0], here.reading.structure.list_end
    if comes_to(doing, here.quantities[amount.quantity].value, here.quantities) is not False:
        return False
    own = set(doing.quantities)
    for index in range(amount.quantity - 1, max(-1, amount.quantity - MOST_THINGS), -1):
        quantity = here.quantities[index]
        if list_end(quantity.start) != list_end(doing.start):
            return False
        if quantity.kind == "money" and index not in own:
            return True
    return False


def _whole_of_rest(here: SentenceTies, near: list[Doing], amount: Amount) -> list[Doing]:
    """The whole of the parts beside a thing whose price comes to far less than the total: one part too many for it."""
    total = here.quantities[amount.quantity].value
    wholes = [doing.whole for doing in here.before if isinstance(doing.whole, Doing)]
    if not wholes or not near or not all(is_of_more(doing, total, here.quantities) for doing in near):
        return []
    return [whole for whole in here.things.open(wholes[-1:]) if not is_of_more(whole, total, here.quantities)]


def _named_in(here: SentenceTies, doings: list[Doing], amount: Amount) -> list[Doing]:
    """Those that the phrase names in the last sentence that has some, over captions and paragraphs between."""
    named = here.things.named(here.things.open(doings), amount)
    sentence = here.reading.structure.sentence
    return [doing for doing in named if sentence(doing.start) == sentence(named[-1].start)]


def take_lead_alone(here: SentenceTies) -> None:
    """At the end of a sentence without things: "Kinh phí 6 triệu đồng do ..." speaks of the sentence before."""
    lead = here.leading[0] if here.leading and not here.doings else None
    if lead is not None and (lead.reach == "list" or (lead.reach == "own" and here.opens(lead))):
        if here.wording.has_verb(here.reading.folded, here.segment, lead.opens):
            return  # "Ông A trao tặng số tiền 100 triệu đồng": given on its own
        targets = here.things.open(here.before)
        if targets and not (len(targets) == 1 and here.things.is_beside(targets[0], lead)):
            here.give(targets, lead, "sentence_before")
