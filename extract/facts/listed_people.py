"""Who else gets what is told of one group: "học bổng cho 100 học sinh ở xã A, 200 học sinh ở xã B, 40 học sinh ở C"."""

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
_JOINS = regex.compile(r"[^.;:()\n]*(?:,|,? và)\s*+$")
"""What stands between two groups of a list."""
_CLAUSE = regex.compile(r"[^.;:(),\n]*")
"""What is said of a group before the next comma."""


def with_listed_people(matches: Sequence[Match], indicator: str, reading: Reading, wording: Wording) -> list[Match]:
    """``matches``, and behind each that counts people of ``indicator`` one for every group that is listed with it.

    The groups are counted in one unit, nothing else is done between them, and no other rule knows the number.
    """
    taken = {index for match in matches for index in match.quantities}
    found: list[Match] = []
    for match in matches:
        found.append(match)
        people = match.slots.get("recipients")
        if match.rule.says != indicator or people is None or people.quantity is None or "count" in match.slots:
            continue
        for index in range(people.quantity + 1, people.quantity + _MOST):
            if index in taken or not _goes_on(index, reading, wording):
                break
            quantity = reading.lexed.quantities[index]
            text = reading.folded[quantity.start : quantity.end]
            slots = {"recipients": Slot(quantity.start, quantity.end, text, index)}
            if "object" in match.slots:
                slots["object"] = match.slots["object"]
            found.append(Match(match.rule, quantity.start, quantity.end, slots, (index,)))
    return sorted(found, key=lambda match: (match.start, match.end))


def _goes_on(index: int, reading: Reading, wording: Wording) -> bool:
    """Whether a number counts one more group of the list that the number before it belongs to."""
    if index >= len(reading.lexed.quantities):
        return False
    before, here = reading.lexed.quantities[index - 1], reading.lexed.quantities[index]
    if here.kind != "count" or here.unit is None or here.unit != before.unit:
        return False
    if here.start - before.end > _NEAR or _JOINS.fullmatch(reading.folded, before.end, here.start) is None:
        return False
    clause = _CLAUSE.match(reading.folded, here.end)
    end = here.end if clause is None else clause.end()
    return not wording.has_verb(reading.folded, before.end, end)
