"""Amounts that tell the measure before them again, of another time or of a plan, or by how much it grew.

"Thu nhập bình quân đầu người đạt 52,4 triệu đồng, tăng 13,4 triệu đồng so với năm 2019", "năm 2015 là 21,5 triệu
đồng, đến năm 2020 đạt 45 triệu đồng": what is for each stays so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.codes import SHARES
from extract.facts.surroundings import blanked

if TYPE_CHECKING:
    from extract.facts.reading import Reading
    from extract.facts.wording import Wording

_REACH = 80
"""How far behind an amount the next one of its measure may stand, in characters."""
_MOST = 5
"""It is no more than so many times as much."""


def measured_before(index: int, reading: Reading, wording: Wording) -> int | None:
    """The amount before whose measure ``index`` tells again: nothing but words of time and change is between."""
    quantities = reading.lexed.quantities
    before = index - 1
    while before >= 0 and quantities[before].kind in SHARES:  # "(gấp 1,8 lần năm 2010, tăng 4 triệu đồng)"
        before -= 1
    if before < 0 or quantities[before].kind != "money":
        return None
    first, second = quantities[before], quantities[index]
    if second.start - first.end > _REACH or second.value > _MOST * first.value:
        return None
    own, sentence = reading.structure.sentence(second.start), reading.structure.sentence(first.start)
    text = blanked(first.end, second.start, reading)
    if own != sentence:
        if own.start != sentence.end or reading.structure.block(second.start).start > first.start:
            return None
        text = text.replace(".", ",", 1)  # "56,1 triệu đồng/người/năm. So với năm 2010 tăng 43,3 triệu đồng"
    told = reading.mentions_in(first.end, second.start) or any(letter.isalpha() for letter in text)
    return before if told and wording.same_measure.fullmatch(text) else None
