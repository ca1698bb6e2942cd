"""Units of bare numbers that add up to something counted before: "23 trường hợp vi phạm. ... tốc độ 12, khác 11"."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from extract.codes import SHARES
from extract.facts.unit.labels import Understood

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


_FEWEST_PARTS = 2
_MOST_PARTS = 6


def units_of_wholes(reading: Reading, known: Mapping[int, str]) -> dict[int, Understood]:
    """The units of bare numbers, by index, that the next numbers make up, whose unit is ``known``.

    >>> from extract import read_text
    >>> text = "Xếp loại: đơn vị cơ sở có 14, trong đó vững mạnh 12, khá 2; chi hội có 40, vững mạnh 31, khá 9"
    >>> [(figure.value, figure.unit) for figure in read_text(text).facts.figures if figure.value in (40, 31)]
    [(40.0, 'chi hội'), (31.0, 'chi hội')]
    """
    quantities, found = reading.lexed.quantities, {}
    for index, whole in enumerate(quantities):
        if whole.kind != "number" or whole.unit is not None or index in known or whole.role != "value":
            continue
        end, left, parts = reading.structure.sentence(whole.start).end, whole.value, 0
        for part in range(index + 1, min(index + 1 + 2 * _MOST_PARTS, len(quantities))):
            if quantities[part].start >= end or left <= 0:
                break
            if quantities[part].kind in SHARES:
                continue
            if part not in known:
                break
            left, parts = left - quantities[part].value, parts + 1
            if left == 0 and parts >= _FEWEST_PARTS:
                found[index] = Understood("count", known[part])
    return found
