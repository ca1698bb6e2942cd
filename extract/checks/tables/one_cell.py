"""Relations told in words, which end where a cell of a table ends: "Thu nội địa | 9.877 | 23 | bằng 81,7%".

What the cells of a row have to do with each other their columns tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.facts.reading import Reading
    from extract.model import Check

_BORDER = "\t"


def in_one_cell(checks: Iterable[Check], reading: Reading, *, agreeing: bool = False) -> Iterator[Check]:
    """Those of the checks that cross no border of cells; with ``agreeing`` those that agree, too.

    A share fits the cell beside it by no chance: "45/50 hộ | đạt 90%".
    """
    text = reading.page.text
    for check in checks:
        if _BORDER not in text[check.start : check.end] or (agreeing and check.outcome == "agrees"):
            yield check
