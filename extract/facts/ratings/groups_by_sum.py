"""Groups that the levels of a set come to: "12 chi đoàn, 245 đoàn viên; vững mạnh 6, khá 5, trung bình 1"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.facts.ratings.levels import BARE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.facts.ratings.item import Set
    from extract.facts.ratings.levels import Names
    from extract.facts.reading import Reading

_FEWEST = 3
"""Two numbers come to a third by chance."""
_MOST_BACK = 12
"""So many numbers are looked through, however long the sentence."""


def regroup(sets: Iterable[Set], reading: Reading, names: Names) -> None:
    """Give sets of bare numbers, named after who stood nearest, to those told before whose number they come to."""
    for one in sets:
        whole = _summed(one, reading, names)
        if whole is None:
            continue
        unit = reading.lexed.quantities[whole].unit or ""
        one.total = whole
        for item in one.items:
            item.group, item.code, item.total = unit, names.group_code(unit), whole


def _summed(one: Set, reading: Reading, names: Names) -> int | None:
    """What was counted in the sentence, or the one before, as the levels of a set of another group come to."""
    quantities, first = reading.lexed.quantities, one.items[0]
    counts = [item.count for item in one.items if item.count is not None]
    if len(counts) < max(_FEWEST, len(one.items)) or first.cell or first.whole is not None or one.total is None:
        return None
    told = [quantities[count] for count in counts]
    if any(number.unit is not None or number.role != "value" for number in told):
        return None
    total = sum(number.value for number in told)
    if quantities[one.total].value <= total or quantities[one.total].role != "value":
        return None
    sentence = reading.structure.sentence(first.start).start
    floor = max(
        reading.structure.block(first.start).start, reading.structure.sentence(sentence - 1).start if sentence else 0
    )
    for index in reversed(reading.quantities_in(floor, first.start)[-_MOST_BACK:]):
        number = quantities[index]
        code = None if number.unit is None or number.kind != "count" else names.group_code(number.unit)
        if code is not None and code not in {*BARE, first.code} and number.value == total and number.role == "value":
            return index
    return None
