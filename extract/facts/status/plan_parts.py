"""Parts of a plan told in a sentence of their own: "Xã sẽ trồng 90 ha. Cây dễ bán nhất là: ngô 50 ha; khoai 40 ha."

No word says that they are planned; that they make up the plan does.
"""

from __future__ import annotations

from itertools import groupby
from math import isclose
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.facts.status.holds import Holds
    from extract.facts.structure import Structure
    from extract.model import Lexed, Quantity

_FEWEST = 3
"""So many parts at least: two numbers may make up a third by chance."""


def parts_of_plans(lexed: Lexed, holds: Holds, structure: Structure) -> frozenset[int]:
    """Where the figures begin that make up, all in one sentence, what a sentence before in the paragraph plans."""
    if not any(hold.status == "planned" for hold in holds.told):
        return frozenset()
    planned: set[tuple[int, str | None, float]] = set()
    found: list[int] = []
    for block, sentence in _sentences(lexed, structure):
        statuses = {holds.status(one.start) for one in sentence}
        if statuses == {"achieved"} and len(sentence) >= _FEWEST:
            total = sum(one.value for one in sentence)
            units = {one.unit for one in sentence}
            if len(units) == 1 and any(
                at == block and unit in units and isclose(value, total) for at, unit, value in planned
            ):
                found += (one.start for one in sentence)
        planned |= {(block, one.unit, one.value) for one in sentence if holds.status(one.start) == "planned"}
    return frozenset(found)


def _sentences(lexed: Lexed, structure: Structure) -> Iterator[tuple[int, list[Quantity]]]:
    """The figures of each sentence, behind the start of its block."""
    for start, group in groupby(lexed.quantities, key=lambda one: structure.sentence(one.start).start):
        yield structure.block(start).start, [one for one in group if one.role == "value"]
