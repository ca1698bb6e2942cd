"""Shares of a whole that stands in another paragraph above them.

"Tỉnh có 1.020 HTX", then "580 HTX nông nghiệp (chiếm 56,9%)" and "89 HTX điện (chiếm 8,7%)", a line each; or one alone,
if its name or its digits tell: "có 1.040 đơn khiếu nại", then "xong 741 đơn khiếu nại, đạt 71,3%".
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.checks.shares.share import Placed, Settled, Share
    from extract.facts.reading import Reading
    from extract.model import Quantity

_BASES = 24
"""How many figures before a share may be its whole."""
_RUN = 2
_MOST = 2 / 3
"""So many shares that have no whole in their paragraph, and so many of those in a row, may have one above it."""
_DIGITS = 4
"""A percentage of so many digits, as "12,99%", is that of no other whole by chance."""
_LARGE, _FEWER = 100, 3
"""One of fewer digits, if its part is so large, or its whole the figure of its unit next before it."""
_TELLING = 2


def shares_of_one_above(reading: Reading, alone: Sequence[Placed]) -> Iterator[Settled]:
    """The wholes of shares that have none in their paragraph, each with the place of its part, in order."""
    quantities = reading.lexed.quantities
    for _, members in groupby(alone, key=lambda one: (one[1].part.kind, one[1].part.unit)):
        run = list(members)
        first, share = run[0]
        told: set[int] = set()
        for whole in reversed(quantities[max(0, first - _BASES) : first]):
            if not _may_be_whole(whole, share.part):
                continue
            fitting = [
                (at, one)
                for at, one in run
                if one.percent.comparator == "eq" and whole.value > one.part.value and one.fits(whole, reading)
            ]
            if len(fitting) >= max(_RUN, _MOST * len(run)):
                yield from ((at, one, whole) for at, one in fitting)
                told = {at for at, _ in fitting}
                break
        for at, one in run:
            lone = None if at in told else lone_base(reading, at, one)
            if lone is not None:
                yield at, one, lone


def _may_be_whole(whole: Quantity, part: Quantity) -> bool:
    """Whether a figure that stands farther off may be the whole of a part: "hơn 3.000" is that of many by chance."""
    return (whole.kind, whole.unit, whole.comparator) == (part.kind, part.unit, "eq") and whole.value_max is None


def lone_base(reading: Reading, at: int, share: Share) -> Quantity | None:
    """The figure before one at ``at`` of which it is surely that share: by name, or by many digits."""
    part, percent = share
    quantities = reading.lexed.quantities
    digits = sum(map(str.isdigit, reading.folded[percent.start : percent.end].lstrip("0,.")))
    if percent.comparator != "eq" or part.unit is None or digits < _TELLING:
        return None
    is_next = True
    for whole in reversed(quantities[max(0, at - _BASES) : at]):
        if not _may_be_whole(whole, part):
            continue
        named = part.noun is not None and whole.noun == part.noun
        surely = digits >= (_DIGITS if part.value < _LARGE and not is_next else _FEWER)
        if (named or surely) and whole.value > part.value and share.fits(whole, reading):
            return whole
        is_next = False
    return None
