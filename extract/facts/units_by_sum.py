"""Units of bare numbers that add up to something counted before: "23 trường hợp vi phạm. ... tốc độ 12, khác 11"."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from extract.facts.labels import Understood

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from extract.facts.reading import Reading

_LEAST = 3
"""Two numbers add up to a third by chance."""
_MOST_BACK = 6


def units_by_sum(reading: Reading, known: Container[int], labelled: Mapping[int, Understood]) -> dict[int, Understood]:
    """The units of numbers, by index, where all bare ones of a sentence make up a count before; none is ``known``.

    Labels that tell several units (``labelled``) are right: a sum of pupils and teachers is chance.

    >>> from extract import read_text
    >>> text = "Phát hiện 23 trường hợp vi phạm, phạt 9 triệu đồng. Phân tích lỗi: giấy phép 04, tốc độ 12, khác 07."
    >>> [(figure.value, figure.unit) for figure in read_text(text).facts.figures if figure.kind == "count"][1:]
    [(4.0, 'trường hợp'), (12.0, 'trường hợp'), (7.0, 'trường hợp')]
    """
    found = {}
    for indices in _bare(reading, known):
        quantities = reading.lexed.quantities
        total = sum(quantities[index].value for index in indices)
        whole = _counted(total, indices[0], reading)
        if whole is not None and len({labelled[index].unit for index in indices if index in labelled}) <= 1:
            found.update(dict.fromkeys(indices, whole))
    return found


def _bare(reading: Reading, known: Container[int]) -> Iterator[list[int]]:
    """The bare numbers of each sentence that has three or more, each behind its label and no other kind of number."""
    quantities, sentence = reading.lexed.quantities, reading.structure.sentence
    for _, group in groupby(range(len(quantities)), key=lambda index: sentence(quantities[index].start)):
        indices = list(group)
        told = [quantities[index] for index in indices]
        if (
            len(indices) >= _LEAST
            and all(one.kind == "number" and one.role == "value" and one.value_max is None for one in told)
            and not any(index in known for index in indices)
            and all(any(c.isalpha() for c in reading.folded[one.start - 3 : one.start]) for one in told)
        ):
            yield indices


def _counted(total: float, before: int, reading: Reading) -> Understood | None:
    """What was counted as ``total`` in the same paragraph, up to six numbers before."""
    quantities = reading.lexed.quantities
    floor = reading.structure.block(quantities[before].start).start
    for earlier in reversed(quantities[max(0, before - _MOST_BACK) : before]):
        if earlier.start < floor:
            break
        if earlier.kind == "count" and earlier.unit and earlier.value == total and earlier.role == "value":
            return Understood("count", earlier.unit)
    return None
