"""Averages of several in turn, of which the first alone is called one.

"Thu nhập bình quân của giám đốc là 60 triệu đồng, kế toán 45 triệu đồng, người lao động 30 triệu đồng".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.facts.amounts import Amount
    from extract.facts.reading import Reading
    from extract.facts.wording import Wording

_RATE = "rate"
"""The list of words that call an amount an average or a rate."""
_FEWEST = 2
"""So many more follow the first: of two the second may be something else, "bình quân 45 triệu, thu phí 20 triệu"."""
_MOST_APART = 5
"""None is more than so many times another."""
_HOLDER = regex.compile(r"\s*[,;][\p{L} -]{0,40}(?<=[ ,;])(?P<last>\p{L}+)\s*\Z")
"""Between two of them: who has the next, and nothing else."""


def averages_in_turn(waiting: Sequence[Amount], reading: Reading, wording: Wording) -> Iterator[int]:
    """The places in ``waiting`` of amounts that are averages because the one at their head is."""
    rates = reading.rules.words[_RATE]
    at = 0
    while at < len(waiting):
        head, run = waiting[at], []
        if head.scope == "each" and any(rate in head.words for rate in rates):
            while at + 1 < len(waiting) and _goes_on(waiting[at], waiting[at + 1], reading, wording):
                at += 1
                run.append(at)
        if len(run) >= _FEWEST and not any(_is_known(waiting[place], reading) for place in run):
            values = [reading.lexed.quantities[one.quantity].value for one in (head, *(waiting[at] for at in run))]
            if max(values) <= _MOST_APART * min(values):
                yield from run
        at += 1


def _goes_on(one: Amount, other: Amount, reading: Reading, wording: Wording) -> bool:
    """Whether an amount that nothing else introduces stands behind another and the name of who has it."""
    if other.quantity != one.quantity + 1 or (
        other.reach != "bare" if other.scope == "total" else other.opens > one.start
    ):
        return False
    between = _HOLDER.match(reading.folded[one.end : other.start])
    # "bình quân 30 triệu đồng, hội góp 20 triệu đồng"
    return between is not None and not wording.has_verb(reading.folded, one.end + between.start("last"), other.start)


def _is_known(amount: Amount, reading: Reading) -> bool:
    """Whether a rule says what an amount is: "bình quân 45 triệu đồng, thu phí 20 triệu đồng"."""
    if any(amount.quantity in match.quantities for match in reading.matches.rules):
        return True
    return any(one.start < amount.end <= one.end for one in reading.matches.last)
