"""Amounts of money before they are tied to a thing: for one or for all, and how far their phrase reaches back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.reading import Reading
    from extract.facts.wording import Wording
    from extract.match.engine import Match
    from extract.model import Quantity, Scope

Reach = Literal["bare", "own", "list", "all"]
"""What a total is the total of: ``all`` named before it ("tổng trị giá"), the ``list`` of one verb ("với số tiền"), its
``own`` thing ("trị giá"); ``bare`` if nothing introduces it."""

_REACHES: tuple[tuple[str, Reach], ...] = (("grand", "all"), ("list", "list"), ("own", "own"))
"""Slots of amount phrases and the reach they stand for."""

_CONTENTS = "contents"
_MORE = ("more", "also")


class Amount(NamedTuple):
    """An amount of money that waits for its thing."""

    quantity: int
    opens: int
    """Where the phrase begins that introduces it; else its start."""
    start: int
    end: int
    scope: Scope
    reach: Reach
    leads: bool
    """It may stand before its thing: "hỗ trợ 265 triệu đồng xây 14 căn nhà"."""
    of: str | None
    """The unit it is for: "suất"; with what follows ("suất học bổng trị giá") where the text has more words."""
    label: str | None
    """Which of several prices it is: "thcs" in "THCS: 1,5 triệu đồng/suất"."""
    inside: bool
    """Part of what each gets: "mỗi phần gồm 10kg gạo và 100.000 đồng tiền mặt"."""
    words: str
    """The folded words of the phrase, up to the amount."""


class Amounts(NamedTuple):
    """What the amount phrases of a page say."""

    scope: dict[int, Scope]
    """The scope of every quantity that a phrase or its own "/suất" tells, by its index."""
    waiting: tuple[Amount, ...]
    """Amounts of role ``value`` in reading order."""
    inside: frozenset[int]
    """Quantities that are what each one gets; none of them is a thing done."""


def read_amounts(reading: Reading, wording: Wording) -> Amounts:
    """The amounts of a page, with what the ``amounts`` rules say of them."""
    quantities = reading.lexed.quantities
    matches = reading.matches.amounts
    told = {slot.quantity: match for match in matches for slot in match.slots.values() if slot.quantity is not None}
    inside = _inside(matches, reading, wording)
    scope: dict[int, Scope] = {}
    waiting = []
    for index, quantity in enumerate(quantities):
        phrase = told.get(index)
        if quantity.per is not None or index in inside:
            scope[index] = "each"
        elif phrase is not None:
            scope[index] = "each" if phrase.rule.says == "each" else "total"
        if quantity.kind == "money" and quantity.role == "value":
            found = _amount(index, quantity, phrase, reading, wording)
            waiting.append(found._replace(scope=scope.get(index, "total"), inside=index in inside))
    return Amounts(scope, tuple(waiting), inside)


def _amount(index: int, quantity: Quantity, phrase: Match | None, reading: Reading, wording: Wording) -> Amount:
    slots = {} if phrase is None else phrase.slots
    opens = quantity.start if phrase is None else min(phrase.start, quantity.start)
    label = slots.get("label")
    return Amount(
        quantity=index,
        opens=opens,
        start=quantity.start,
        end=quantity.end,
        scope="total",
        reach=next((reach for name, reach in _REACHES if name in slots), "bare"),
        leads="lead" in slots,
        of=slots["of"].text if "of" in slots else quantity.per,
        label=None if label is None else wording.label(label.text),
        inside=False,
        words=reading.folded[opens : quantity.start],
    )


def _inside(matches: Sequence[Match], reading: Reading, wording: Wording) -> frozenset[int]:
    """What "mỗi phần gồm ..." lists, up to the end of its segment, the next total, or the next verb of doing."""
    quantities = reading.lexed.quantities
    found = {
        slot.quantity
        for match in matches
        for name in _MORE
        if (slot := match.slots.get(name)) is not None and slot.quantity is not None
    }
    totals = sorted(match.start for match in matches if match.rule.says == "total")
    for match in matches:
        opener = match.slots.get(_CONTENTS)
        if opener is None:
            continue
        end = reading.structure.segment(opener.start).end
        end = min([end, *(start for start in totals if opener.end <= start < end)])
        verb = next(wording.verbs_in(reading.folded, opener.end, end), None)
        end = end if verb is None else verb.start()
        found.update(i for i, quantity in enumerate(quantities) if opener.end <= quantity.start < end)
    return frozenset(found)
