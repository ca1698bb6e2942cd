"""What there is for each on average: "87 tiêu chí, bình quân 12,42 tiêu chí/xã" of 7 communes.

Printed averages are as often cut off as rounded. What they are averages of is seldom said, so only one that fits a
total and a number beside it says anything; a round one only if the total stands next to it, and the number has the
very name that it is for: "130 triệu đồng, bình quân 5 triệu đồng/tổ dân phố" where "23/26 tổ dân phố" are told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.checks.comparable import is_single
from extract.checks.digits import telling_digits
from extract.checks.interval import Interval, of
from extract.checks.printed import AS_PRINTED, as_printed
from extract.checks.relation import Side, relation, side_of
from extract.codes import COUNTS, SHARES
from extract.text import whole_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity
    from extract.rulefiles import RuleFiles

KIND = "count_times_each"
_NEAR = 8
"""So many figures before or behind an average its total and number may stand."""
_WORD = 60
_DIGITS = 3
_LEAST, _LEAST_ROUND = 3, 10
_SLASH = regex.compile(r"\s*/\s*(?P<per>\p{L}+)")


class AverageWords(NamedTuple):
    """What stands before an average."""

    told: regex.Pattern[str]
    of: regex.Pattern[str]
    """Before the name of what it is for each of, the group ``per``: "mỗi xã"."""

    @classmethod
    def load(cls, files: RuleFiles) -> AverageWords:
        """Compile the sections ``average_words`` and ``average_of``."""
        return cls(
            regex.compile(whole_word(files.any_of("average_words"))),
            regex.compile(rf"(?<!\w){files.any_of('average_of')}\s?(?P<per>\p{{L}}+)"),
        )


def averages(drawn: Drawn, words: AverageWords, told: Iterable[Check]) -> Iterator[Check]:
    """One check for every average that the total and the number of things near it make; none that ``told`` tell."""
    reading = drawn.reading
    spans = sorted(((check.start, check.end) for check in told if check.outcome == "agrees"), reverse=True)
    told_until = 0
    for at, each in enumerate(reading.lexed.quantities):
        while spans and spans[-1][0] <= each.start:
            told_until = max(told_until, spans.pop()[1])
        if each.start < told_until or not _may_be_average(each):
            continue
        per = _per(at, reading, words)
        read = _found if _is_telling(each) else _round
        found = None if per is None else read(at, each, per, reading)
        if found is None:
            continue
        whole, count = found
        ends = (whole, count, each)
        printed = _printed(each)
        yield relation(
            reading.page.page_id,
            KIND,
            Side(
                f"{reading.quote(count.start, count.end)} × {reading.quote(each.start, each.end)}",
                of(count).times(printed),
            ),
            side_of(whole, reading, of(as_printed(whole))),
            (min(one.start for one in ends), max(one.end for one in ends)),
        )


def _may_be_average(each: Quantity) -> bool:
    return is_single(each) and each.kind not in SHARES


def _is_telling(each: Quantity) -> bool:
    """Whether an average has so many digits that no number makes it a total by chance."""
    return telling_digits(each.value) >= _DIGITS


def _round(at: int, each: Quantity, per: str, reading: Reading) -> tuple[Quantity, Quantity] | None:
    """The total next to a round average, and the number that makes it, be it the whole of a fraction."""
    quantities = reading.lexed.quantities
    block = reading.structure.block(each.start)
    wholes = [
        one
        for one in (*quantities[max(0, at - 1) : at], *quantities[at + 1 : at + 2])
        if block.start <= one.start < block.end and one.unit == each.unit and one.comparator == "eq"
    ]
    for count in quantities[max(0, at - _NEAR) : at + 1 + _NEAR]:
        near = block.start <= count.start < block.end and count.comparator == "eq" and count.value_max is None
        if near and count.kind in COUNTS and count.unit == per and count.value >= _LEAST_ROUND:
            whole = next((one for one in wholes if one.value == count.value * each.value), None)
            if whole is not None:
                return whole, count
    return None


def _per(at: int, reading: Reading, words: AverageWords) -> str | None:
    """For what an average is, if a word before it says that it is one: "bình quân mỗi xã", ".../hộ"."""
    quantities = reading.lexed.quantities
    each = quantities[at]
    since = max(reading.structure.sentence(each.start).start, quantities[at - 1].end if at else 0, each.start - _WORD)
    word = words.told.search(reading.folded, since, each.start)
    if word is None:
        return None
    if each.per:
        return each.per
    behind = _SLASH.match(reading.folded, each.end)
    before = words.of.search(reading.folded, word.start(), each.start)
    hit = behind or before
    return hit["per"] if hit else None


def _found(at: int, each: Quantity, per: str, reading: Reading) -> tuple[Quantity, Quantity] | None:
    """The total and the number that make an average, in its block or the one before, the nearest total first."""
    near = _beside(at, reading)
    unit = None if each.unit is None else each.unit.partition("/")[0]
    name = per.replace("/", " ").split(maxsplit=1)[0]
    counts = [one for one in near if one.kind in COUNTS and one.comparator == "eq" and one.value >= _LEAST]
    counts = [one for one in counts if one.unit is not None and one.unit.split(maxsplit=1)[0] == name]
    totals = [
        one for one in near if one.value > each.value and one.unit is not None and one.unit.partition("/")[0] == unit
    ]
    for whole in sorted(totals, key=lambda one: abs(one.start - each.start)):
        for count in counts:
            if count.start != whole.start and of(count).times(_printed(each)).meets(of(as_printed(whole))):
                return whole, count
    return None


def _beside(at: int, reading: Reading) -> Sequence[Quantity]:
    quantities = reading.lexed.quantities
    block = reading.structure.block(quantities[at].start)
    start = reading.structure.block(max(block.start - 1, 0)).start
    return [
        one
        for one in quantities[max(0, at - _NEAR) : at + 1 + _NEAR]
        if start <= one.start < block.end
        and one.start != quantities[at].start
        and one.role == "value"
        and one.comparator in AS_PRINTED
        and one.value_max is None
    ]


def _printed(each: Quantity) -> Interval:
    """What an average may stand for: half a unit of its last digit less, a whole one more."""
    high = each.value if each.high is None else each.high
    step = max(high - each.value, 0.0)
    return Interval(each.low, high + step)
