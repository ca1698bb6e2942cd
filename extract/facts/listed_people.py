"""Who else gets what is told of one group.

"Học bổng cho 100 học sinh ở xã A, 200 học sinh ở xã B, 40 học sinh ở xã C"; "6 giáo viên, 4 sinh viên và 21 học sinh
được nhận học bổng".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.match.engine import Match, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.reading import Reading
    from extract.facts.wording import Wording

_MOST = 30
"""A list of groups has no more."""
_NEAR = 80
"""From one group to the next there are no more characters."""
_OPENS = regex.compile(r"[^.;:,()\n\d]*+(?:\([^()\n\d]*+\)[^.;:,()\n\d]*+)?\(")
"""From people to a bracket that tells where they are."""
_CLAUSE = regex.compile(r"[^.;:(),\n]*")
"""What is said of a group before the next comma."""


def with_listed_people(matches: Sequence[Match], indicator: str, reading: Reading, wording: Wording) -> list[Match]:
    """``matches``, and beside each that counts people of ``indicator`` one for every group that is listed with it.

    The groups are counted in one unit, or in units of people alike; nothing else is done between them, and no other
    rule knows the number. Those before it are listed with it if what they get is told behind.
    """
    matches = [match for match in matches if match.rule.says != indicator or not _leaves_bracket(match, reading)]
    taken = {index for match in matches for index in _told(match)}
    found: list[Match] = []
    for match in matches:
        found.append(match)
        people = match.slots.get("recipients")
        if match.rule.says != indicator or people is None or people.quantity is None or "count" in match.slots:
            continue
        found += _in_bracket(match, people.quantity, taken, reading, wording)
        last = people.quantity
        for index in range(people.quantity + 1, people.quantity + _MOST):
            if index in taken:
                break
            if _is_price(index, last, reading):
                continue
            told = index in match.quantities  # "4 sinh viên và 21 học sinh được nhận": the verb behind is that of all
            goes_on = _goes_on(last, index, reading, wording, alone=not told)
            if not goes_on or (not told and _gets_another(index, indicator, reading, wording)):
                break
            found.append(_listed(match, index, reading))
            last = index
        got = match.slots.get("object")
        if got is None or got.start < people.start:
            continue
        behind, last = last > people.quantity, people.quantity
        for index in range(people.quantity - 1, -1, -1):
            first = last == people.quantity and not behind and not _are_joined(index, last, reading, wording)
            if index in taken or first or not _goes_on(index, last, reading, wording, alone=False):
                break
            found.append(_listed(match, index, reading))
            last = index
    return sorted(found, key=lambda match: (match.start, match.end))


def _are_joined(first: int, last: int, reading: Reading, wording: Wording) -> bool:
    """Whether a word joins the last group of a list to the one before: "4 sinh viên và 21 học sinh"."""
    behind, start = reading.lexed.quantities[first].end, reading.lexed.quantities[last].start
    return wording.joined.match(reading.folded, behind, start) is not None


def _in_bracket(match: Match, whole: int, taken: set[int], reading: Reading, wording: Wording) -> list[Match]:
    """The groups that a bracket right behind people parts them into: "90 học sinh (Long Hồ 50 em, Tam Bình 40 em)"."""
    quantities = reading.lexed.quantities
    opened = _OPENS.match(reading.folded, quantities[whole].end)
    if opened is None:
        return []
    close = reading.folded.find(")", opened.end())
    behind = range(whole + 1, min(whole + _MOST, len(quantities)))
    inside = [index for index in behind if quantities[index].start < close]
    people = all(quantities[i].kind == "count" and quantities[i].unit in wording.people for i in inside)
    if not people or not taken.isdisjoint(inside):
        return []
    makes_up = sum(quantities[index].value for index in inside) == quantities[whole].value
    return [_listed(match, index, reading) for index in inside] if makes_up else []


def _leaves_bracket(match: Match, reading: Reading) -> bool:
    """Whether people in a bracket get what is told behind it: "90 em (xã A 50 em, xã B 40 em), mức 1 triệu đồng/em"."""
    people = match.slots.get("recipients")
    if people is None or "object" in match.slots:
        return False
    close = reading.folded.find(")", people.end, match.end)
    return close >= 0 and "(" not in reading.folded[people.end : close]


def _told(match: Match) -> tuple[int, ...]:
    """The numbers that a match takes, but for one that only stands between: "4 sinh viên và 21 học sinh được nhận"."""
    between = match.slots.get("before")
    return tuple(index for index in match.quantities if between is None or index != between.quantity)


def _listed(match: Match, index: int, reading: Reading) -> Match:
    """That a number counts people who get what those of ``match`` get."""
    quantity = reading.lexed.quantities[index]
    text = reading.folded[quantity.start : quantity.end]
    slots = {"recipients": Slot(quantity.start, quantity.end, text, index)}
    if "object" in match.slots:
        slots["object"] = match.slots["object"]
    return Match(match.rule, quantity.start, quantity.end, slots, (index,))


def _is_price(index: int, last: int, reading: Reading) -> bool:
    """Whether an amount right behind a group is what it gets: "21 sinh viên với 3 triệu đồng và 105 học sinh"."""
    quantities = reading.lexed.quantities
    return index == last + 1 and index < len(quantities) and quantities[index].kind == "money"


def _gets_another(index: int, indicator: str, reading: Reading, wording: Wording) -> bool:
    """Whether a group gets something else than the one before: "1 em lãnh học bổng, 13 em được xe đạp"."""
    clause = _CLAUSE.match(reading.folded, reading.lexed.quantities[index].end)
    return clause is not None and wording.is_for_another(indicator, clause[0], "")


def _goes_on(first: int, second: int, reading: Reading, wording: Wording, *, alone: bool) -> bool:
    """Whether a number counts one more group of the list that the number before it belongs to.

    ``alone``: not if a verb behind it says what that group did.
    """
    if second >= len(reading.lexed.quantities):
        return False
    before, here = reading.lexed.quantities[first], reading.lexed.quantities[second]
    alike = here.unit == before.unit or {here.unit, before.unit} <= wording.people
    if here.kind != "count" or before.kind != "count" or here.unit is None or not alike:
        return False
    if (
        here.start - before.end > _NEAR
        or wording.joins_groups.fullmatch(reading.folded, before.end, here.start) is None
    ):
        return False
    clause = _CLAUSE.match(reading.folded, here.end) if alone else None
    end = here.end if clause is None else clause.end()
    return not wording.has_verb(reading.folded, before.end, end)
