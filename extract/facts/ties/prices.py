"""Which things of a sentence, or before it, an amount for each is for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.codes import COUNTS
from extract.facts.amounts import is_span
from extract.facts.doings import Doing, names_one, units_of
from extract.facts.surroundings import bracket_start

if TYPE_CHECKING:
    from extract.facts.amounts import Amount
    from extract.facts.doings import Reason
    from extract.facts.ties.in_sentence import SentenceTies

_LIST = 3
_SENTENCE_ENDS = re.compile(r"[ .;\n]*\Z")
_NEAREST = 40
"""A price is for one of so many things before it: a sentence may be as long as the page."""


def take_price(here: SentenceTies, amount: Amount) -> None:
    """Hand out an amount for each."""
    if (amount.reach == "apart" and not amount.inside) or _of_another(here, amount):
        return
    if amount.rest and _take_rest(here, amount):
        return
    opens, opened = here.opens(amount), bracket_start(amount.start, here.reading)
    targets, reason = _priced(here, amount)
    targets = [] if _is_to_come(here, targets, amount) else targets
    if opened is not None and (opened, len(here.doings)) == here.bracket[:2] and not amount.labels:
        targets = here.bracket[2]  # "53 phần thưởng (giải nhất 3 triệu đồng, giải nhì 2 triệu đồng/suất)"
    if len(targets) == 1 and _is_total(here, amount, targets[0]):
        here.scope[amount.quantity] = "total"
        here.give(targets, amount, "own_total")
        return
    here.bracket = (opened, len(here.doings), targets)
    if opens and not here.doings:
        here.priced = targets
    elif not targets and not here.doings:
        units = (units_of(doing, here.quantities) for doing in here.priced)
        targets = here.priced if any(names_one(amount.of, names) for names in units) else []
    if not targets or (opens and not amount.labels):
        here.ahead = amount
    for doing in targets:
        span = amount.of is not None and is_span(amount.of, here.reading)
        share = span and amount.of != here.quantities[amount.quantity].per  # "1,2 triệu/em, mỗi đợt 600.000 đồng"
        restated = opened is not None and (amount.reach == "own" or span)
        if doing.eaches and (amount.inside or share or restated):
            doing.tie(doing.others, amount.quantity, "inside_each")
        else:
            doing.tie(doing.eaches, amount.quantity, reason)


def _is_total(here: SentenceTies, amount: Amount, doing: Doing) -> bool:
    """Whether an amount told as a price can only be that of all."""
    if amount.inside:
        return here.things.is_for_all(amount, doing)
    return here.things.is_shared(amount, doing) or here.things.is_beyond_each(amount, doing)


def _take_rest(here: SentenceTies, amount: Amount) -> bool:
    """Give a price for the rest to the parts without one: "sinh viên 2 triệu đồng/em, còn lại mỗi em 500.000 đồng".

    Where the text tells of no such part, it is none of the last thing that has a price; ``False`` if there is none.
    """
    near = (here.doings or here.before)[-_NEAREST:]
    priced = next((doing for doing in reversed(near) if doing.eaches), None)
    if priced is None:
        return False
    rest = [doing for doing in near if doing.whole is not None and doing.whole is priced.whole and not doing.eaches]
    for doing in rest:
        doing.tie(doing.eaches, amount.quantity, "per_unit_of_list")
    if not rest:
        priced.tie(priced.others, amount.quantity, "inside_each")
    return True


def _of_another(here: SentenceTies, amount: Amount) -> bool:
    """Whether a price in brackets follows a count that no doing has: "tiếp sức 20 sinh viên (mỗi suất 1 triệu)"."""
    opened = bracket_start(amount.start, here.reading)
    if opened is None:
        return False
    for index in range(amount.quantity - 1, -1, -1):
        if here.quantities[index].end <= opened and here.quantities[index].kind in COUNTS:
            if here.scope.get(index) == "each":
                continue  # "mỗi suất 230 SGD (tương đương 3,5 triệu đồng)", "mỗi suất gồm 10 quyển tập (700.000đ/suất)"
            known = (*here.doings, *here.before)[-_NEAREST:]
            return not any(index in doing.match.quantities for doing in known)
    return False


def _priced(here: SentenceTies, amount: Amount) -> tuple[list[Doing], Reason]:
    """The doings that a price is for."""
    opened = bracket_start(amount.start, here.reading)
    if opened is not None and opened < here.segment and here.doings and here.doings[-1].match.end <= opened:
        return here.doings[-1:], "per_unit"  # "9 suất (cấp 3 là 1 triệu đồng; sinh viên 2 triệu đồng)"
    listed = _list_it_ends(here, amount) if opened is None else []
    if listed:
        return listed, "per_unit_of_list"
    labelled = _labelled(here, amount, in_bracket=opened is not None) if amount.labels else None
    if labelled is not None:
        return labelled
    if opened is not None and _is_of_last(here, amount, opened):
        return here.doings[-1:], "per_unit"
    matching = _matching(here, amount)
    segment = here.doings[here.segment_doings :]
    if matching:
        listed = _listed(here, matching, amount) + _who_got(here, matching[0], amount)
        return listed, "per_unit" if len(listed) == 1 else "per_unit_of_list"
    if segment:
        people = [] if amount.reach == "own" else here.things.people(segment)
        return people or segment[-1:], "per_unit"
    return _told_before(here, amount)


def _labelled(here: SentenceTies, amount: Amount, *, in_bracket: bool) -> tuple[list[Doing], Reason] | None:
    """The doings that a price with labels is for: people whose name they are, else what they name, here or before."""
    own = here.things.people(here.doings[here.segment_doings :])[-1:] if not in_bracket else []
    if own and not own[0].eaches and here.things.is_called(own[0], amount.labels):
        return own, "per_unit"  # "140 học sinh, sinh viên có kết quả cao nhận 1 triệu đồng/em"
    found = here.things.labelled(amount.labels, here.doings) or here.doings[-1:]
    found = found or here.things.labelled(amount.labels, here.earlier) or _price_list(here, amount)
    return (here.things.with_unlabelled(found, here.doings), "price_by_label") if found else None


def _told_before(here: SentenceTies, amount: Amount) -> tuple[list[Doing], Reason]:
    """What a price that opens its segment is for: who is told before in its sentence, else in the one before."""
    if not here.opens(amount) or amount.reach == "own" or _counts_others(here, amount):
        return [], "per_unit"
    told = [doing for doing in here.things.people(here.doings) if not doing.eaches]
    if told and here.things.may_cost(told[-1], amount):
        return told, "per_unit"  # "cho 12 học sinh; mỗi suất gồm 500 ngàn đồng"
    last = [doing for doing in here.before[-1:] if not _has_price(here, doing) and here.things.may_cost(doing, amount)]
    people = _with_whole(here, here.things.people(here.before))
    return people or last, "sentence_before" if here.before else "per_unit"


def _with_whole(here: SentenceTies, parts: list[Doing]) -> list[Doing]:
    """People with those whom they make up: "15 em, trong đó: 5 em ở A, 10 em ở B. Mỗi suất 1 triệu đồng"."""
    whole = parts[0].whole if parts else None
    shared = isinstance(whole, Doing) and not whole.eaches and here.things.make_up(parts, whole)
    return [*parts, whole] if isinstance(whole, Doing) and shared else parts


def _list_it_ends(here: SentenceTies, amount: Amount) -> list[Doing]:
    """All things of a sentence that ends with the one price in it, behind a comma; none if they differ in kind.

    "45 suất cho tiểu học; 30 suất cho THCS; 12 suất cho THPT, mỗi suất 500.000 đồng".
    """
    folded, behind = here.reading.folded, here.quantities[amount.quantity].end
    ends = _SENTENCE_ENDS.match(folded, behind, here.reading.structure.sentence(amount.start).end)
    comma = folded.rfind(",", here.start, amount.opens)
    if not ends or len(here.doings) < _LIST or comma < 0 or folded[comma + 1 : amount.opens].strip(" "):
        return []
    last = here.doings[-1]
    listed = [doing for doing in here.doings[-_NEAREST:] if doing is not last.whole]
    alike = all(
        doing.indicator == last.indicator
        and doing.whole is last.whole
        and not (doing.eaches or doing.totals)
        and names_one(amount.of, units_of(doing, here.quantities))
        for doing in listed
    )
    if not alike or len(listed) < _LIST:
        return []
    whole = last.whole
    shared = isinstance(whole, Doing) and not whole.eaches and here.things.make_up(listed, whole)
    return [*listed, whole] if isinstance(whole, Doing) and shared else listed  # "30 suất (thôn A 12 suất, ...)"


def _is_of_last(here: SentenceTies, amount: Amount, opened: int) -> bool:
    """Whether a price in a bracket is for the thing right before, though another one is counted in its unit.

    "300 suất học bổng (mỗi suất 500 ngàn đồng), 343 phần thưởng (mỗi suất là 200 ngàn đồng)".
    """
    last = here.doings[-1] if here.doings else None
    if last is None or not last.match.end <= opened or not last.match.quantities or last.eaches:
        return False
    counted = max(index for index in range(amount.quantity) if here.quantities[index].end <= opened)
    others = [doing for doing in here.doings[:-1] if doing.indicator != last.indicator and doing.eaches]
    return counted in last.match.quantities and bool(others) and here.things.may_cost(last, amount)


def _counts_others(here: SentenceTies, amount: Amount) -> bool:
    """Whether the segment counts, before a price, people of whom no doing tells: "27 em được đỡ đầu với 2 triệu/em"."""
    start = here.reading.structure.segment(amount.start).start
    counts = (here.quantities[index] for index in here.reading.quantities_in(start, amount.start))
    units = (count.unit for count in counts if count.kind == "count" and count.unit is not None)
    return any(unit in here.wording.people or names_one(amount.of, {unit}) for unit in units)


def _has_price(here: SentenceTies, doing: Doing) -> bool:
    """Whether a price of a thing, or of what it is part of, is told before the sentence."""
    priced = doing.whole if isinstance(doing.whole, Doing) and not doing.eaches else doing
    return any(here.quantities[index].start < here.start for index in priced.eaches)


def _who_got(here: SentenceTies, priced: Doing, amount: Amount) -> list[Doing]:
    """Who got it, before a price for what is counted farther up: "Xã A có 12 em được nhận. Mỗi suất 2 triệu"."""
    if priced in here.doings or priced in here.before or not here.opens(amount):
        return []
    people = here.things.people(here.before)
    return people if all(one.indicator == priced.indicator and not one.eaches for one in people) else []


def _price_list(here: SentenceTies, amount: Amount) -> list[Doing]:
    """What a list of prices is for whose labels no thing has: the thing that the first one names by its unit."""
    if not here.listing:
        named = [doing for doing in here.before if names_one(amount.of, units_of(doing, here.quantities))]
        here.listing = (named or here.before)[-1:]
    return here.listing


def _matching(here: SentenceTies, amount: Amount) -> list[Doing]:
    """The things counted in the unit of a price, nearest first: in its segment, else those before that lack one."""
    since = here.segment_doings
    segment = here.doings[max(since, len(here.doings) - _NEAREST) :]
    past = here.past if here.opens(amount) else []
    for group in (segment, here.doings[max(0, since - _NEAREST) : since], here.before, past):
        if group is past and _got_lately(here, past):
            break
        near = reversed(group[-_NEAREST:])
        lacking = [doing for doing in near if group is segment or not (doing.eaches or _has_price(here, doing))]
        lacking = [here.things.around(doing, amount) for doing in lacking]
        found = [doing for doing in lacking if names_one(amount.of, units_of(doing, here.quantities))]
        found = [doing for doing in found if here.things.may_cost(doing, amount)]
        of_people = amount.of is not None and (amount.reach != "own" or amount.of in here.wording.people)
        if found and not (group is segment and of_people and _are_others(here, segment[-1], found[0])):
            told = here.reading.folded[here.reading.structure.segment(amount.start).start : amount.start]
            return here.things.named(found, amount._replace(words=told)) or found
        if group is segment and of_people and here.things.people(segment):
            # "43 cháu, mức 400.000 đồng/suất", "5 sinh viên nhận 3 triệu đồng/em"
            got = [here.things.around(doing, amount) for doing in reversed(here.things.people(segment))]
            return [doing for doing in dict.fromkeys(got) if not doing.eaches]
        if group is segment and amount.of in here.wording.people:
            # "khen thưởng 18 học sinh giỏi, mỗi em 200.000 đồng": not what the sentence before tells of "60 em"
            others = [doing for doing in segment[-1:] if units_of(doing, here.quantities) & here.wording.people]
            if others and not others[0].eaches:
                return others
    return []


def _is_to_come(here: SentenceTies, targets: list[Doing], amount: Amount) -> bool:
    """Whether a price is planned, and things told before are done: "Đã trao 72 suất. Năm tới sẽ là 2 triệu/suất"."""
    status = here.reading.status
    if not targets or status(here.quantities[amount.quantity]) != "planned":
        return False
    counts = (None if doing in here.doings else doing.counted for doing in targets)
    return all(index is not None and status(here.quantities[index]) == "achieved" for index in counts)


def _are_others(here: SentenceTies, last: Doing, named: Doing) -> bool:
    """Whether the people told last are part of those a price names: "30 em, trong đó 8 học sinh nhận 2 triệu/em"."""
    of_people = here.things.is_of_people(last) and here.things.is_of_people(named)
    return last is not named and last.whole is named and of_people and not last.eaches


def _got_lately(here: SentenceTies, past: list[Doing]) -> bool:
    """Whether people are told in their own phrase to have got the last things, so that a price goes no farther back.

    "* Xã A trao 129 suất học bổng. / * Ở Huế, 89 tân sinh viên có thêm học bổng. Mỗi suất trị giá 15 triệu đồng".
    """
    last = past[-1] if past else None
    block = here.reading.structure.block
    return (
        last is not None
        and "object" in last.match.slots
        and here.things.is_of_people(last)
        and not last.eaches
        and block(last.start) == block(here.start)
        and all(block(doing.start) != block(here.start) for doing in past[-2:-1])
    )


def _listed(here: SentenceTies, matching: list[Doing], amount: Amount) -> list[Doing]:
    """The nearest, and those of its kind right before it that still lack a price.

    One price in brackets is for the thing before them alone, not "10 suất cho sinh viên (từ 2 đến 5 triệu/suất)".
    """
    first, listed = matching[0], matching[:1]
    one_price = here.quantities[amount.quantity].value_max is None
    if first.eaches or (one_price and "(" in here.reading.folded[first.match.end : amount.start]):
        return listed
    near = {*here.past[-_NEAREST:], *here.earlier[-_NEAREST:], *here.doings[-_NEAREST:], first}
    everything = sorted(near, key=lambda doing: -doing.start)
    for doing in everything[everything.index(first) + 1 :]:
        got = here.opens(amount) and doing in here.doings and here.things.is_of_people(doing)
        alike = (doing in matching or got) and doing.indicator == first.indicator and doing.whole is first.whole
        if doing.eaches or not alike or (doing.totals and here.things.is_one(doing)):
            break
        listed.append(doing)
    whole = first.whole
    if isinstance(whole, Doing) and not whole.eaches and here.opens(amount) and here.things.make_up(listed, whole):
        listed.append(whole)  # "250 suất, gồm 90 suất ... và 160 suất ... . Mỗi suất 1 triệu đồng"
    return listed
