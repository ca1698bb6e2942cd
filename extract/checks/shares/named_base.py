"""Shares whose percentage names what it is of: "19.396 ha, đạt 47,5% diện tích gieo trồng", "9 xã, bằng 60% số xã".

The whole has that name before it, "tổng diện tích gieo trồng ước 40.831 ha" some paragraphs above; or it is the next
figure of that unit, "Huyện có 15 xã". Only one that fits says anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.checks.shares.share import Placed, Settled, Share
    from extract.facts.reading import Reading
    from extract.model import Quantity

_NAME = regex.compile(r"\s(?P<name>\p{L}+(?:\s\p{L}+){1,4})(?!\w)")
_WORDS = 2
"""So many words, or more, are a name."""
_HEAD = 60
"""So far before a figure its name may begin."""
_BEFORE = 40
"""How many figures before a share may be its whole."""
_BEHIND = 4
"""... and behind it."""
_MANY = 5
"""Smaller wholes are those of many shares."""
_TOLD = frozenset({"eq", "approx"})


def named_bases(reading: Reading, alone: Sequence[Placed], number_of: regex.Pattern[str]) -> Iterator[Settled]:
    """The wholes of shares that are named, each with the place of its part."""
    for at, share in alone:
        if share.percent.comparator != "eq" or share.part.unit is None:
            continue
        whole = _counted(reading, at, share, number_of) or _called(reading, at, share)
        if whole is not None:
            yield at, share, whole


def _counted(reading: Reading, at: int, share: Share, number_of: regex.Pattern[str]) -> Quantity | None:
    """The next figure of the part's unit, behind it or before, of a percentage of their number."""
    led = number_of.match(reading.folded, share.percent.end)
    if led is None or not reading.folded.startswith(share.part.unit or " ", led.end()):
        return None
    quantities = reading.lexed.quantities
    block = reading.structure.block(share.part.start)
    for whole in (*quantities[at + 2 : at + 2 + _BEHIND], *reversed(quantities[max(0, at - _BEHIND) : at])):
        same = (whole.kind, whole.unit) == (share.part.kind, share.part.unit) and whole.comparator == "eq"
        if same and block.start <= whole.start < block.end:
            return whole if whole.value >= _MANY and _fits(whole, share, reading) else None
    return None


def _called(reading: Reading, at: int, share: Share) -> Quantity | None:
    """The nearest figure before that the words behind the percentage stand before, of its kind and unit."""
    name = _NAME.match(reading.folded, share.percent.end)
    if name is None:
        return None
    words = name["name"].split()
    quantities = reading.lexed.quantities
    for place in range(at - 1, max(0, at - _BEFORE) - 1, -1):
        whole = quantities[place]
        if (whole.kind, whole.unit) != (share.part.kind, share.part.unit) or whole.comparator not in _TOLD:
            continue
        since = quantities[place - 1].end if place else 0
        head = reading.folded[max(since, whole.start - _HEAD) : whole.start].rpartition("\n")[2]
        if any(" ".join(words[:size]) in head for size in range(_WORDS, len(words) + 1)) and _fits(
            whole, share, reading
        ):
            return whole
    return None


def _fits(whole: Quantity, share: Share, reading: Reading) -> bool:
    told = whole.role in ("value", "whole") and whole.value_max is None and whole.value > share.part.value
    return told and share.fits(whole, reading)
