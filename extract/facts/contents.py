"""What each one gets beside or within an amount: "mỗi phần gồm 10kg gạo và 100.000 đồng", "mỗi em 2 triệu và 10 vở"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extract.facts.reading import Reading
    from extract.facts.wording import Wording
    from extract.match.engine import Match, Slot
    from extract.model import Quantity

GRAND = "grand"
"""Slot of what a total holds: all before it."""
COVERED = "covered"
"""Slot of a number that an "each" does not hold for: "mỗi năm có 117 lao động"."""
_AMONG = ("among", "others")
"""Slots of the number of those of whom each gets an amount: "mỗi em trong 12 em mồ côi được 2 triệu đồng"."""
_CONTENTS = "contents"
_AWARDS = "award"
"""The list of what one thing given to people is called."""
_MANY = 4
"""Nobody gets so many of them."""
_MANY_FOR_ONE, _TOO_MANY_FOR_ONE = 30, 200
"""Hardly anybody gets so many notebooks, and nobody so many."""
_MORE = ("more", "also")


def contents(told: Mapping[int, Match], reading: Reading, wording: Wording) -> frozenset[int]:
    """What each one gets beside or within an amount: "mỗi phần gồm ...", "300.000 đồng/phần, gồm ...", "và 10 vở".

    A list of contents ends with its segment, at the next total, or at the next verb of doing.
    """
    quantities, matches = reading.lexed.quantities, reading.matches
    found = {index for index, match in told.items() if _is_more(index, match)}
    openers = [match.slots[_CONTENTS].end for match in matches.amounts if _CONTENTS in match.slots]
    spans = [match for match in matches.amounts if match.rule.says == "total" and COVERED in match.slots]
    openers = [opens for opens in openers if not any(span.start < opens <= span.end for span in spans)]
    for opener in matches.parts:
        last = reading.quantities_in(0, opener.start).stop - 1
        if last >= 0 and quantities[last].start >= reading.structure.segment(opener.start).start:
            each = quantities[last].per is not None or (last in told and told[last].rule.says == "each")
            if each and quantities[last].kind == "money" and not _are_more_of(opener, last, told, reading):
                openers.append(opener.end)
                found.update(_shares(last, reading))
    totals = [match.start for match in matches.amounts if match.rule.says == "total" and GRAND in match.slots]
    for opens in openers:
        next_total = bisect_left(totals, opens)
        end = min([reading.structure.segment(opens).end, *totals[next_total : next_total + 1]])
        verb = next(wording.verbs_in(reading.folded, opens, end), None)
        end = end if verb is None or "(" in reading.folded[opens : verb.start()] else verb.start()
        found.update(reading.quantities_in(opens, end))
    found.update(index for match in matches.amounts for index in _beside_in_bracket(match, told, reading))
    return frozenset(found)


def _are_more_of(opener: Match, price: int, told: Mapping[int, Match], reading: Reading) -> bool:
    """Whether what follows are some of what has the price: "mỗi suất 15 triệu, trong đó có 2 suất 50 triệu"."""
    quantities = reading.lexed.quantities
    of = told[price].slots.get("of") if price in told else None
    one = quantities[price].per or ("" if of is None else of.text)
    behind = reading.quantities_in(opener.end, reading.structure.segment(opener.end).end)
    unit = quantities[behind[0]].unit if behind else None
    return unit is not None and f"{one} ".startswith(f"{unit} ")


def _shares(price: int, reading: Reading) -> range:
    """What comes to a price: "80 triệu đồng/căn, trong đó quỹ hỗ trợ 60 triệu đồng, gia đình góp 20 triệu đồng"."""
    quantities = reading.lexed.quantities
    behind = reading.quantities_in(quantities[price].end, reading.structure.segment(quantities[price].start).end)
    left = quantities[price].value
    for index in behind:
        if quantities[index].kind != "money" or quantities[index].value > left:
            break
        left -= quantities[index].value
        if left == 0:
            return range(behind.start, index + 1)
    return range(0)


def _beside_in_bracket(match: Match, told: Mapping[int, Match], reading: Reading) -> Iterator[int]:
    """What stands beside the amount for each: "mỗi em 1 phần quà (500.000 đồng và sách trị giá 200.000 đồng)"."""
    opened = reading.folded.rfind("(", match.start, match.end)
    close = reading.folded.find(")", match.end, reading.structure.segment(match.start).end)
    if match.rule.says == "each" and opened >= 0 and close >= 0 and ")" not in reading.folded[opened : match.end]:
        for index in reading.quantities_in(match.end, close):
            if index in told and "own" in told[index].slots and told[index].rule.says == "total":
                yield index


def within_phrase(match: Match, reading: Reading, wording: Wording) -> Iterator[Slot]:
    """The slots of a phrase but for what each one does not get beside its amount.

    That stands behind a bracket that closes ("(mỗi suất 300.000 đồng) và 264 em"), or is more of the same things: "mỗi
    suất 2 triệu đồng và 25 suất", "mỗi phần 300.000đ và 10 suất học bổng"; or people: "mỗi suất 2 triệu đồng và 20 em".
    """
    of = match.slots["of"].text if "of" in match.slots else None
    for name, slot in match.slots.items():
        if name in _MORE and slot.quantity is not None:
            between = reading.folded[match.start : slot.start]
            more = reading.lexed.quantities[slot.quantity]
            same = of is not None and more.unit is not None and (of == more.unit or of.startswith(f"{more.unit} "))
            people = "money" in match.slots and more.unit in wording.people
            given = people or _are_awards(of, more, reading) or _are_for_all(slot.quantity, match, reading)
            if of is not None and not same and given:
                return  # nor what stands behind it: "và 10 suất học bổng 500.000đ/suất"
            apart = "money" in match.slots and _has_own_price(slot.end, more, reading)
            if same or apart or _closes(between):
                continue
        elif name in _AMONG or (name == "money" and _is_behind_number(reading.folded[match.start : slot.start])):
            continue
        yield slot


def _has_own_price(end: int, more: Quantity, reading: Reading) -> bool:
    """Whether things told beside an amount have a price of their own: "và 20 chiếc xe đạp, mỗi chiếc 2 triệu đồng"."""
    amounts = reading.matches.amounts
    at = bisect_left(amounts, end, key=lambda match: match.start)
    if at == len(amounts) or amounts[at].rule.says != "each" or "of" not in amounts[at].slots:
        return False
    same = more.unit is not None and amounts[at].slots["of"].text.startswith(more.unit)
    return same and not reading.quantities_in(end, amounts[at].start)


def _closes(words: str) -> bool:
    """Whether a bracket closes that has opened before."""
    return words.count(")") > words.count("(")


def _is_behind_number(words: str) -> bool:
    """Whether a number stands before an amount in a bracket that closes: "(mỗi em 20 cuốn), trị giá 4,8 triệu"."""
    return _closes(words) and any(map(str.isdigit, words.partition(")")[0]))


def _are_awards(of: str | None, more: Quantity, reading: Reading) -> bool:
    """Whether both are given to people, so many that none gets them: "mỗi phần 300.000đ và 10 suất học bổng"."""
    if of is None or more.unit is None or more.value < _MANY:
        return False
    return is_award(more.unit, reading) and is_award(of, reading)


def _are_for_all(index: int, match: Match, reading: Reading) -> bool:
    """Whether there are too many for each, or one for each: "200 suất, mỗi suất 1 triệu đồng, cùng 200 ba lô"."""
    more = reading.lexed.quantities[index]
    if more.kind != "count" or more.value < _MANY_FOR_ONE:
        return False
    before = reading.quantities_in(reading.structure.segment(match.start).start, match.start)
    counted = (reading.lexed.quantities[at] for at in before)
    return more.value >= _TOO_MANY_FOR_ONE or any(one.kind == "count" and one.value == more.value for one in counted)


def is_award(of: str, reading: Reading) -> bool:
    """Whether a unit is what one thing given to people is called: "suất", "phần quà"."""
    return of.split(" ", 1)[0] in reading.rules.words[_AWARDS]


def _is_more(index: int, match: Match) -> bool:
    return any(name in match.slots and match.slots[name].quantity == index for name in _MORE)
