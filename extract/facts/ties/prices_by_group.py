"""A list of prices by who gets them, told behind everything it is for.

"Lần 1: trao cho 14 học sinh và 6 sinh viên; lần 2: trao cho 20 học sinh và 9 sinh viên. Mỗi suất học sinh 500.000đ,
sinh viên 1 triệu đồng": each price is that of all who are called so, in every round.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.codes import Scope
    from extract.facts.amounts import Amount
    from extract.facts.doings import Doing
    from extract.facts.ties.things import Things

_FEWEST = 2
_MOST = 60
"""So many things before a list may be those it is for."""
_MOST_APART = 10
"""Prices of one list differ by no more than so many times."""
_GAP = 48
"""No more characters part two prices of a list: "; học bổng cho học sinh bậc THPT trị giá "."""
_ENDS = regex.compile(r"[.\n()]")
_MARK = regex.compile(r"(?r)[,;:(]")

Groups = frozenset[str]


def tie_prices_by_group(
    doings: Sequence[Doing], amounts: Sequence[Amount], scope: dict[int, Scope], things: Things
) -> frozenset[int]:
    """Tie the prices of such lists, each to all things of its group; the amounts that are then for nothing else.

    Where one finds nothing, none is tied, and what finds nothing is still for each.
    """
    done: set[int] = set()
    own = {index for doing in doings for index in doing.quantities}
    prices = [amount.start for amount in amounts if amount.scope == "each"]
    for run in _runs([amount for amount in amounts if amount.quantity not in own], things):
        groups = _told_apart([_group(amount, things) for amount in run])
        end = _begins(run[0], things)
        near = _near(doings, prices, end, things) if groups else []
        found = [_called(group, groups, near, end, things) for group in groups]
        if not groups:
            continue
        tied = all(found)
        for amount, targets in zip(run, found, strict=True):
            if tied or (amount.scope != "each" and not targets):
                scope[amount.quantity] = "each"  # "mỗi em 200.000 đồng, giáo viên 500.000 đồng"
                done.add(amount.quantity)
            for doing in targets if tied else ():
                doing.tie(doing.eaches, amount.quantity, "price_by_label")
    return frozenset(done)


def _runs(amounts: Sequence[Amount], things: Things) -> Iterator[list[Amount]]:
    """The lists of prices: nothing but short words part two of them, and the first is for each."""
    run: list[Amount] = []
    for here, after in pairwise(amounts):
        run = run or [here]
        if _goes_on(here, after, things):
            run.append(after)
            continue
        if len(run) >= _FEWEST and run[0].scope == "each":
            yield run
        run = []
    if len(run) >= _FEWEST and run[0].scope == "each":
        yield run


def _goes_on(here: Amount, after: Amount, things: Things) -> bool:
    folded, quantities = things.reading.folded, things.reading.lexed.quantities
    end = quantities[here.quantity].end
    beside = after.quantity == here.quantity + 1 and after.start - end <= _GAP
    alike = quantities[after.quantity].value <= _MOST_APART * quantities[here.quantity].value
    bound = after.scope == "each" or (after.reach in ("own", "bare") and alike)
    return beside and bound and _ENDS.search(folded, end, after.start) is None


def _begins(amount: Amount, things: Things) -> int:
    """Where the words begin that say who gets an amount: behind the number or the mark before it."""
    reading = things.reading
    before = reading.lexed.quantities[amount.quantity - 1].end if amount.quantity else 0
    floor = max(before, reading.structure.segment(amount.start).start)
    mark = _MARK.search(reading.folded, floor, amount.start)
    return floor if mark is None else mark.end()


def _group(amount: Amount, things: Things) -> Groups:
    return things.wording.groups_in(things.reading.folded[_begins(amount, things) : amount.start])


def _told_apart(groups: list[Groups]) -> list[Groups]:
    """What tells groups apart: "thcs" and "thpt" of "học sinh THCS", "học sinh THPT"; none if something does not."""
    shared = frozenset.intersection(*groups)
    apart = [group - shared for group in groups]
    return apart if all(apart) and len(set(apart)) == len(apart) else []


def _called(group: Groups, groups: Sequence[Groups], near: Sequence[Doing], end: int, things: Things) -> list[Doing]:
    """The things before a list, which begins at ``end``, that its group names and no other does."""
    named = ((doing, things.groups(doing, end)) for doing in near)
    others = [other for other in groups if other != group]
    return [doing for doing, own in named if group <= own and not any(other <= own for other in others)]


def _near(doings: Sequence[Doing], prices: Sequence[int], end: int, things: Things) -> list[Doing]:
    """The things right before a list, line by line, up to one that has its own price or is something else."""
    near: list[Doing] = []
    at = end
    for doing in reversed(doings[: bisect_left(doings, end, key=_start)]):
        other = near and doing.indicator != near[0].indicator
        priced = doing.eaches or bisect_left(prices, doing.start) < bisect_left(prices, at)
        if priced or other or len(near) == _MOST or not things.reading.structure.neighbours(doing.start, at):
            break
        if things.wording.costs(doing.indicator):
            near.append(doing)
            at = doing.start
    return near


def _start(doing: Doing) -> int:
    return doing.start
