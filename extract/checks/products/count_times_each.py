"""Number times price is the total: "12 suất học bổng, mỗi suất 500.000 đồng, tổng trị giá 6 triệu đồng"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.interval import exactly, of
from extract.checks.products.prices import amount_for_all, is_round, misses
from extract.checks.relation import Side, Verdict, relation, side_of
from extract.facts.statements import single_amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

KIND = "count_times_each"
_FAR, _ROUGH = 2, 0.8
_ZEROS = (0.001, 0.01, 0.1, 10, 100, 1000)
_EXACT = 0.001
_BOUNDS = frozenset({"lt", "le", "ge"})


def count_times_each(drawn: Drawn) -> Iterator[Check]:
    """One check for every doing that has count, price and total of its own."""
    reading = drawn.reading
    for doing in drawn.ties.doings:
        if not doing.eaches or not doing.totals:
            continue
        index = doing.counted
        each, total = single_amount(doing.eaches, reading), single_amount(doing.totals, reading)
        if index is None or each is None or total is None:
            continue
        count = reading.lexed.quantities[index]
        left, right = of(count).times(of(each)), amount_for_all(total)
        nominal = count.value * each.value
        verdict = None
        if each.value_max is not None:
            verdict = Verdict("unchecked", "range_of_prices")  # "5-10 triệu đồng/căn" may be another giver's share
        elif each.comparator in _BOUNDS and not exactly(nominal).meets(right):
            verdict = Verdict("unchecked", "open_interval")  # "260 triệu đồng, mỗi cầu không quá 40 triệu đồng"
        elif not left.meets(right) and not _meant(count.value, each.value, total):
            verdict = Verdict("unchecked", "other_base")  # "400 triệu đồng, nhà hảo tâm giúp 60 đồng/1 hộ"
        elif _is_of_part(total, each, reading) and nominal < total.value:
            verdict = Verdict("unchecked", "part_of_price")
        elif is_round(each) and misses(nominal, total):
            left = exactly(nominal)
        product = f"{reading.quote(count.start, count.end)} × {reading.quote(each.start, each.end)}"
        yield relation(
            reading.page.page_id,
            KIND,
            Side(product, left),
            side_of(total, reading, right),
            (min(count.start, each.start, total.start), max(count.end, each.end, total.end)),
            verdict=verdict,
        )


def _is_of_part(total: Quantity, each: Quantity, reading: Reading) -> bool:
    """Whether a price is told behind an amount as a part of it.

    "3 căn nhà trị giá 210 triệu đồng. Trong đó, quỹ của tỉnh hỗ trợ 40 triệu đồng/căn".
    """
    opened = (total.end <= match.start < each.start for match in reading.matches.parts)
    return total.end < each.start and any(opened)


def _meant(count: float, each: float, whole: Quantity) -> bool:
    """Whether a product that misses its total is meant to be it: of its size, or off by zeros or swapped digits.

    A rough total that is far more holds more: "khám bệnh cho 200 người; tặng 200 phần quà trị giá 200.000 đồng/phần,
    với tổng kinh phí trên 70 triệu đồng".
    """
    total = whole.value
    ratio = count * each / total if total else 0.0
    least = 1 / _FAR if whole.comparator == "eq" else _ROUGH
    if least < ratio < _FAR or any(abs(ratio / zeros - 1) < _EXACT for zeros in _ZEROS):
        return True
    told = total / each if each else 0.0  # "14 suất, mỗi suất 450.000 đồng, tổng số 18.450.000 đồng": 41
    return told.is_integer() and sorted(f"{told:.0f}") == sorted(f"{count:.0f}")
