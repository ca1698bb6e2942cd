"""Shares and changes that stand beside the parts of a list as they do beside its whole.

"1.376 hộ, chiếm 5,08%, giảm 473 hộ. Cụ thể, hộ nghèo 588 hộ, chiếm 2,17%, giảm 199 hộ; hộ cận nghèo 788 hộ, chiếm
2,91%, giảm 274 hộ": percentages of one base add up, and so do changes, those to less against those to more. Where they
do not, their bases differ, and nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.checks.comparable import is_single
from extract.checks.interval import of, total
from extract.checks.relation import Relation, Side, relation, side_of, span_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.checks.relation_words import RelationWords
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

KIND = "parts_sum"
_BEHIND = 4
"""So many figures behind a part its share or change may stand."""
_ALL = 100


class _Beside(NamedTuple):
    """What stands beside a figure: its share, and by how much it has changed, less than nothing if to less."""

    share: Quantity | None
    change: Quantity | None
    sign: int


def parallel_changes(drawn: Drawn, sums: Iterable[Check], words: RelationWords) -> Iterator[Check]:
    """One check for the shares of a list and one for its changes, if all of its parts and its whole have them."""
    reading = drawn.reading
    places = {quantity.start: at for at, quantity in enumerate(reading.lexed.quantities)}
    known: set[int] = set()
    for check in sums:
        if not isinstance(check, Relation) or check.outcome != "agrees" or check.whole is None:
            continue
        starts = (check.whole, *check.parts)
        if check.whole in known or any(start not in places for start in starts) or min(check.parts) < check.whole:
            continue
        known.add(check.whole)
        whole, *parts = (_beside(places[start], starts, reading, words) for start in starts)
        shares = [part.share for part in parts if part.share is not None]
        if whole.share is not None and len(shares) == len(parts) and whole.share.value < _ALL:
            yield from _sum(shares, [1] * len(shares), whole.share, 1, reading)
        changes = [part.change for part in parts if part.change is not None]
        if whole.change is not None and len(changes) == len(parts):
            yield from _sum(changes, [part.sign for part in parts], whole.change, whole.sign, reading)


def _beside(at: int, starts: Sequence[int], reading: Reading, words: RelationWords) -> _Beside:
    """The first share and the first change in its own unit behind a figure, before the next of its list."""
    quantities = reading.lexed.quantities
    this, sentence = quantities[at], reading.structure.sentence(quantities[at].start)
    share = change = None
    sign = 1
    for behind in range(at + 1, min(at + 1 + _BEHIND, len(quantities))):
        one = quantities[behind]
        if one.start >= sentence.end or one.start in starts:
            break
        direction = words.direction(reading.folded, one.start, quantities[behind - 1].end)
        if not is_single(one):
            continue
        if one.kind == "percent" and direction is None and share is None:
            share = one
        elif change is None and direction is not None and (one.kind, one.unit) == (this.kind, this.unit):
            change, sign = one, -1 if direction == "less" else 1
    return _Beside(share, change, sign)


def _sum(
    parts: Sequence[Quantity], signs: Sequence[int], whole: Quantity, sign: int, reading: Reading
) -> Iterator[Check]:
    """The check of parts that make a whole up; the signs of all are told against that of the whole."""
    same = all(one == sign for one in signs)
    added = sum(part.value * one for part, one in zip(parts, signs, strict=True)) * sign
    left = total(map(of, parts))
    fits = left.meets(of(whole)) if same else added == whole.value
    if not fits:
        return
    quotes = [reading.quote(part.start, part.end) for part in parts]
    text = " + ".join(quote if one == sign else f"(−{quote})" for quote, one in zip(quotes, signs, strict=True))
    side = left if same else of(whole)
    yield relation(
        reading.page.page_id,
        KIND,
        Side(text, side),
        side_of(whole, reading),
        span_of(parts, whole),
    )
