"""Levels of a rated set with number and percentage: "40 tổ: tốt 30 tổ (75%), khá 8 tổ (20%)".

Where the other levels of the set are shares of the number rated, one that is not disagrees. Some sets have not rated
all that there are, so shares that are those of the sum of the levels are right, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.relation import Verdict
from extract.checks.shares.share import Share
from extract.codes import COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.page_facts import Drawn
    from extract.facts.ratings.read import Rated
    from extract.model import Check, Quantity

_NEAR = 24
"""So far before all there are the number rated may stand: "trong tổng số"."""


def rated_shares(drawn: Drawn) -> Iterator[Check]:
    """One check for every level with number, percentage and number rated."""
    quantities = drawn.reading.lexed.quantities
    sets: dict[tuple[object, ...], list[tuple[Rated, Share, Quantity]]] = {}
    for item in drawn.rated:
        share = _rated_share(item, quantities)
        if share is None or not item.totals:
            continue
        whole = _whole(item, share, drawn)
        if whole.value > 0 and not _told_next(item, share, quantities):
            key = (item.row.group, item.totals[0])
            sets.setdefault(key, []).append((item, share, whole))
    for members in sets.values():
        yield from _checks(drawn, [(share, whole) for _, share, whole in members])


def _checks(drawn: Drawn, members: Sequence[tuple[Share, Quantity]]) -> Iterator[Check]:
    fitting = [share.fits(whole, drawn.reading) for share, whole in members]
    if not all(fitting) and len(members) > 1:
        added = sum(share.part.value for share, _ in members)
        rated = members[0][1]._replace(value=added, low=added, high=added)
        if all(share.fits(rated, drawn.reading) for share, _ in members):
            parts = " + ".join(f"{share.part.value:.0f}" for share, _ in members)
            yield from (share.check(rated, drawn.reading, whole_text=f"({parts})") for share, _ in members)
            return
    vouched = sum(fitting) > len(members) - sum(fitting)
    for (share, whole), fits in zip(members, fitting, strict=True):
        verdict = None if fits or (vouched and len(members) > 1) else Verdict("unchecked", "other_base")
        yield share.check(whole, drawn.reading, verdict)


def _whole(item: Rated, share: Share, drawn: Drawn) -> Quantity:
    """The number rated; where that is so many of all, "662 trong tổng số 686 tổ chức", the one that the share is of."""
    quantities = drawn.reading.lexed.quantities
    at = item.totals[0]
    whole, before = quantities[at], quantities[max(0, at - 1)]
    near = 0 < whole.start - before.end <= _NEAR and "\n" not in drawn.reading.folded[before.end : whole.start]
    if near and before.kind in COUNTS and share.part.value <= before.value < whole.value:
        is_base = not share.fits(whole, drawn.reading) and share.fits(before, drawn.reading)
        return before if is_base else whole
    return whole


def _rated_share(item: Rated, quantities: Sequence[Quantity]) -> Share | None:
    """Number and percentage of a level that has both."""
    if item.row.count is None or item.row.percent is None or item.row.count == 0:
        return None
    both = [quantities[index] for index in item.quantities]
    return Share(both[0], both[1]) if len(both) == 2 and both[1].kind == "percent" else None  # noqa: PLR2004 - both


def _told_next(item: Rated, share: Share, quantities: Sequence[Quantity]) -> bool:
    """Whether number rated and percentage stand beside the number: "5/25 chi bộ, chiếm 20%" is checked anyway.

    So is "85,6% (6.420/7.500 hộ)".
    """
    at = item.quantities[0]
    is_whole = at + 1 < len(quantities) and quantities[at + 1].role in ("whole", "plan")
    beside = (*quantities[max(0, at - 1) : at], *quantities[at + 2 : at + 3])
    return is_whole and any(one.start == share.percent.start for one in beside)
