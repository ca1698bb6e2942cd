"""Shares that stand one behind the other and are of one whole before them, whatever that is called.

"Kết nạp 152 đảng viên. ...: nữ 73 đồng chí (chiếm 48,02%); công chức 91 đồng chí (chiếm 59,9%)": alone such a figure of
another name may be the whole by chance, two that are shares of it are not. The only one of several that misses their
whole by a slip of the pen disagrees.
"""

from __future__ import annotations

from collections import Counter
from math import log10
from typing import TYPE_CHECKING

from extract.checks.printed import last_unit
from extract.checks.shares.share import Share, may_be_whole
from extract.checks.slips import one_key_off

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from extract.checks.shares.share import Placed, Settled
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

_APART = 4
"""So many figures from one share to the next they still stand together."""
_LONGEST = 40
"""No list has more shares; one that never ends is looked at in pieces."""
_BASES = 24
"""How many figures before the first may be the whole."""
_LEAST = 2
_DIGITS, _SURE = 5, 7
"""So many digits the percentages that fit must have together: if they are most of those without a whole, or not."""
_TELLING = 3
"""So many digits one must have that is of the same whole as its neighbours."""
_MOST = 2 / 3
_VOUCHING = 3
"""So many shares of a whole say that the one among them that misses it is meant to be one, too."""
_NEAR = 0.02
"""By such a share of itself a percentage may be off and still be meant."""
_ROUNDED = 1.5
"""By so many units of its last digit one is off that is not only rounded the wrong way."""


def sibling_shares(reading: Reading, alone: Iterable[Placed], settled: Iterable[Settled]) -> Iterator[Check]:
    """Checks of those that have no whole by themselves; ``settled`` are the shares that have one, with it."""
    wholes = {at: whole for at, _, whole in settled}
    some = (one for one in alone if one[1].part.value > 0 and one[1].percent.comparator == "eq")
    told = sorted([*some, *((at, share) for at, share, _ in settled)], key=lambda one: one[0])
    for run in _runs(told):
        yield from _checks(reading, run, wholes)


def _runs(told: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Shares that follow each other, with few other figures between."""
    run: list[Placed] = []
    for one in told:
        if run and (one[0] - run[-1][0] > _APART or len(run) == _LONGEST):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _checks(reading: Reading, run: Sequence[Placed], wholes: dict[int, Quantity]) -> Iterator[Check]:
    """The checks of a run: of all that are shares of one whole, of those left of another, of one that is misprinted."""
    while left := [one for one in run if one[0] not in wholes]:
        found = _whole(reading, run, left, wholes)
        if found is None:
            break
        whole, fitting = found
        wholes |= {at: whole for at, _ in fitting}
        yield from (share.check(whole, reading) for _, share in fitting)
    for place, (at, share) in enumerate(run):
        vouched = None if at in wholes else _vouched(run, place, wholes)
        if vouched is not None and is_misprinted(share, vouched, reading):
            yield share.check(vouched, reading)


def _whole(
    reading: Reading, run: Sequence[Placed], left: Sequence[Placed], wholes: Mapping[int, Quantity]
) -> tuple[Quantity, list[Placed]] | None:
    """The figure before that most shares of a run are of, the nearest of several, and those shares."""
    known = [wholes[at] for at, _ in run if at in wholes]
    shares_of = Counter(whole.start for whole in known)
    before = reading.lexed.quantities[max(0, run[0][0] - _BASES) : run[0][0]]
    best: tuple[Quantity, list[Placed]] | None = None
    for whole in (*dict.fromkeys(known), *reversed(before)):
        fitting = [one for one in left if _fits(one[1], whole, reading)]
        digits = sum(digits_of(share, reading) for _, share in fitting)
        several = len(fitting) >= _LEAST and digits >= (_DIGITS if len(fitting) >= _MOST * len(left) else _SURE)
        vouching = shares_of[whole.start]
        if not several and (vouching < _LEAST or len(fitting) < _LEAST):
            fitting = [one for one in fitting if vouching and digits_of(one[1], reading) >= _TELLING]
        if fitting and (best is None or len(fitting) > len(best[1])):
            best = whole, fitting
    return best


def _vouched(run: Sequence[Placed], place: int, wholes: Mapping[int, Quantity]) -> Quantity | None:
    """The whole of the shares on both sides of one in a run, or of the two on one side, and of one more.

    No more are needed where all come to it: "200 hộ: 120 hộ giàu (60%), 50 hộ khá (25%), 30 hộ trung bình (14%)".
    """
    for first, second in ((place - 1, place + 1), (place - 2, place - 1), (place + 1, place + 2)):
        if first < 0 or second >= len(run):
            continue
        whole, other = (wholes.get(run[beside][0]) for beside in (first, second))
        of_whole = [share for at, share in run if at in wholes and wholes[at] == whole]
        same = {share.part.unit for share in (run[place][1], run[first][1], run[second][1])}
        if whole is None or whole != other or len(same) > 1:
            continue
        together = sum(share.part.value for share in (*of_whole, run[place][1]))
        if len(of_whole) >= _VOUCHING or together == whole.value:
            return whole
    return None


def _fits(share: Share, whole: Quantity, reading: Reading) -> bool:
    possible = may_be_whole(whole, share.part) and whole.value > share.part.value and whole.value_max is None
    possible = possible and whole.comparator == "eq"  # "hơn 3.000" is the whole of many by chance
    return possible and share.fits(whole, reading)


def digits_of(share: Share, reading: Reading) -> int:
    """How many digits a percentage has, zeros at its start not counted."""
    return sum(map(str.isdigit, reading.folded[share.percent.start : share.percent.end].lstrip("0,. ")))


def is_misprinted(share: Share, whole: Quantity, reading: Reading) -> bool:
    """Whether a share that misses a whole is off by one key or by little."""
    if whole.value <= share.part.value or share.percent.comparator != "eq":
        return False
    unit = last_unit(reading.folded, share.percent)
    told = round(100 * share.part.value / whole.value, max(0, -round(log10(unit))))
    off = abs(told - share.percent.value)
    return off > _ROUNDED * unit and (off <= _NEAR * share.percent.value or one_key_off(told, share.percent.value))
