"""Scholarships that the title of a page tells and its text tells again: rows of the text alone.

"Trao học bổng cho 67 em" above "67 em nhận học bổng, tổng số tiền 47 triệu đồng": one statement, told twice. What the
text says of them is said of those in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.facts.doings import Doing
    from extract.facts.reading import Reading

_FIRST = 3
"""A menu and the date of the day stand before a title, no more."""
_ENDS = (".", ":", ";", "…")


def told_again(doings: Sequence[Doing], reading: Reading) -> Mapping[Doing, Doing]:
    """From each that the title tells without an amount of its own to the first of the same number in the text."""
    titles = _title_lines(reading)
    twins: dict[Doing, Doing] = {}
    for place, doing in enumerate(doings):
        block = reading.structure.block(doing.start)
        if block.start not in titles:
            break
        amounts = (*doing.totals, *doing.eaches)
        if doing.whole is None and all(reading.starts[index] >= block.end for index in amounts):
            below = (other for other in doings[place + 1 :] if other.start >= block.end)
            twin = next((other for other in below if _counts_the_same(doing, other, reading)), None)
            if twin is not None:
                twins[doing] = twin
    return twins


def move_amounts(twins: Mapping[Doing, Doing]) -> None:
    """Tie what the text says of things in the title to those in the text."""
    for titled, twin in twins.items():
        for told, kept in ((titled.totals, twin.totals), (titled.eaches, twin.eaches), (titled.others, twin.others)):
            for index in told:
                if index not in twin.quantities:
                    twin.tie(kept, index, titled.reasons[index])
            told.clear()


def _title_lines(reading: Reading) -> frozenset[int]:
    """Where the lines begin that may be the title: of the first few those that no mark of a sentence ends."""
    found, at = set(), 0
    for _ in range(_FIRST):
        line = reading.structure.block(at)
        if not reading.folded[line.start : line.end].rstrip().endswith(_ENDS):
            found.add(line.start)
        at = line.end
        if at >= reading.structure.text_end:
            break
    return frozenset(found)


def _counts_the_same(titled: Doing, other: Doing, reading: Reading) -> bool:
    one, another = titled.counted, other.counted
    if one is None or another is None:
        return False
    first, second = reading.lexed.quantities[one], reading.lexed.quantities[another]
    return first.value == second.value and first.comparator == second.comparator and other.indicator == titled.indicator
