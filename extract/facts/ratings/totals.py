"""How many were rated in all, of whom a set tells the levels.

The number is looked for in this order: the Y of an X/Y of the set; the number "được xếp loại" before it in its block or
list; the one right before the "trong đó" that opens it; a number of the same group in its sentence; one that the
percentages of the set are shares of; the sum line behind its list; the only number of the same group on the page. One
that no word says to be it must not speak against the percentages of the set.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from extract.facts.ratings.item import status_of
from extract.facts.ratings.levels import ANY
from extract.facts.ratings.numbers import FEWEST_NAMED, may_count
from extract.facts.surroundings import LINE_HEAD, list_start
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from extract.facts.ratings.item import Item, Set
    from extract.facts.ratings.levels import Names
    from extract.facts.ratings.named import Named
    from extract.facts.ratings.numbers import Numbers
    from extract.facts.reading import Reading
    from extract.model import Quantity

_WORD_LENGTH = 12
_ALL = 100.0
_SLIP = 1.1
"""Levels that come to so many times a number told elsewhere may still be meant to come to it."""


def total_of(one: Set, numbers: Numbers, reading: Reading, names: Names) -> int | None:
    """The quantity that says how many were rated of whom a set tells the levels."""
    if one.items[0].cell:
        total = one.items[0].total
        return next(numbers.summed(one, names), None) if total is None and one.items[0].whole is None else total
    own = _own_total(one, reading)
    if own is not None:
        return own
    if one.items[0].whole is not None:
        return None
    told = _told(one, numbers, reading, names)
    if all(item.count is None and not item.none for item in one.items):
        told = iter((_of_shares(one, numbers, reading, names),))
    if status_of(one.items[0], reading) == "planned":
        told = (index for index in told if index is None or _may_be_planned(one, index, reading))
    return next(told, None)


def _may_be_planned(one: Set, base: int, reading: Reading) -> bool:
    """Whether a plan may be made of a number: of one in its sentence, or of a planned one, not of those rated before.

    "Có 270 sản phẩm, trong đó 228 sản phẩm 3 sao. Phấn đấu năm tới có 2 sản phẩm 5 sao": of how many is not told.
    """
    quantity = reading.lexed.quantities[base]
    sentence = reading.structure.sentence(one.items[0].start)
    return sentence.start <= quantity.start < sentence.end or reading.status(quantity) == "planned"


def _of_shares(one: Set, numbers: Numbers, reading: Reading, names: Names) -> int | None:
    """The number rated told before percentages in their block, else the only number of the same group.

    "có 350 HTX; 60% số HTX xếp loại khá".
    """
    first = one.items[0]
    if first.code is None or any(not names.graded(key) or names.is_title(key) for key in first.levels):
        return None
    block = reading.structure.block(first.start).start
    for other in numbers.rated_before(first.start, block):
        alike = other.code == first.code and _may_be_called(first, other)
        if alike and not other.of_all and _may_have(one, other, reading):
            return other.quantity
    told = [other for other in numbers.within(block, first.start) if _may_have(one, other, reading)]
    values = {
        other.quantity: reading.lexed.quantities[other.quantity].value
        for other in told
        if other.code == first.code and other.quantity is not None and _may_be_called(first, other)
    }
    return next(iter(values)) if len(set(values.values())) == 1 else None


def _may_have(one: Set, other: Named, reading: Reading) -> bool:
    """Whether whole parts of a number can have the percentages of a set: 84% of 26 is none."""
    if other.quantity is None:
        return False
    value = reading.lexed.quantities[other.quantity].value
    shares = (reading.lexed.quantities[item.percent] for item in one.items if item.percent is not None)
    around = ((value * share.low / 100, value * (share.high or _ALL) / 100) for share in shares)
    return all(math.floor(high) >= math.ceil(low) for low, high in around)


def _may_be_called(first: Item, other: Named) -> bool:
    """Whether one group may have both names: not "tổ chức hội" and "cơ sở hội", which are sorts of one."""
    one, two = fold(first.group or ""), fold(other.text)
    return one.endswith(two) or two.endswith(one) or one.split()[-1:] != two.split()[-1:]


def _own_total(one: Set, reading: Reading) -> int | None:
    """The number rated that a level of the set tells itself: the Y of an X/Y, "cả 7 chi hội"."""
    for item in one.items:
        found = reading.whole_of(item.count) if item.stated is None else item.stated
        if found is not None or item.everyone:
            return item.count if found is None else found
    return None


def _told(one: Set, numbers: Numbers, reading: Reading, names: Names) -> Iterator[int | None]:
    """The numbers that may be the number rated, the likeliest first."""
    first = one.items[0]
    taken, most = _own_numbers(one, reading)
    context = min(reading.structure.block(first.start).start, list_start(first.start, reading))
    for other in numbers.rated_before(first.start, context):
        fits = numbers.fits(other, most, taken) and may_count(other.code, first, names)
        if fits and not (other.of_all and other.quantity is not None and not _agrees(one, other.quantity, reading)):
            yield other.quantity
    if all(item.count is None for item in one.items):
        if all(item.none and any(map(names.graded, item.levels)) for item in one.items):
            yield from numbers.only(first.code, most, taken)  # "tất cả các tổ xếp loại tốt, không có tổ yếu"
        return  # "85% CĐCS vững mạnh, không có trung bình": no number to be a part of one
    told = (numbers.opened(one, names), *_in_sentence(first, most, taken | numbers.levels, numbers, reading))
    for index in told:
        if (
            index is not None
            and index not in taken
            and reading.lexed.quantities[index].value >= most
            and _agrees(one, index, reading)
        ):
            yield index
    yield from _called_base(first, most, reading, names)
    if len(one.items) > FEWEST_NAMED:
        yield from numbers.summed(one, names)  # whatever the percentages are shares of: "213/215 chi bộ kiểm điểm"
    yield from _enrolled(first, taken, numbers, reading, names)
    if any(map(names.graded, first.levels)):
        yield from _elsewhere(one, numbers, reading, names)


def _own_numbers(one: Set, reading: Reading) -> tuple[frozenset[int], float]:
    """The numbers of a set's own levels, and the largest of the counts."""
    taken = frozenset(index for item in one.items for index in (item.count, item.percent) if index is not None)
    counts = [reading.lexed.quantities[item.count].value for item in one.items if item.count is not None]
    return taken, max(counts, default=0)


def _elsewhere(one: Set, numbers: Numbers, reading: Reading, names: Names) -> Iterator[int]:
    """The numbers told in other sentences that may be the number rated: those that arithmetic or their place tells."""
    first, last = one.items[0], one.items[-1]
    taken, most = _own_numbers(one, reading)
    yield from numbers.shared(one, names)
    line = reading.structure.block(last.start)
    for other in numbers.within(max(line.end, last.end + 1), line.end + LINE_HEAD + 1):
        if other.quantity is not None and numbers.fits(other, most, taken) and _closes(other, one, reading, names):
            yield other.quantity
    yield from numbers.summed(one, names)
    for only in numbers.only(first.code, most, taken | numbers.of_same(first)):
        if _agrees(one, only, reading) and _may_be_all(one, only, reading) and not _is_done_for(only, reading):
            yield only


def _is_done_for(base: int, reading: Reading) -> bool:
    """Whether a number tells for how many something was done, so not how many there are: "giúp 12 hộ xây nhà"."""
    indicators = reading.rules.indicators
    return any(
        base in match.quantities and (known := indicators.get(match.rule.says)) is not None and not known.bare
        for match in reading.matches.rules
    )


def _may_be_all(one: Set, base: int, reading: Reading) -> bool:
    """Whether the levels of a set may come to a number told elsewhere: 24 good and 19 fair ones are not all of 709.

    Nor are 5 and 3 of 6; 11 and 9 of 19 are a slip.
    """
    counts = [reading.lexed.quantities[item.count].value for item in one.items if item.count is not None]
    told = reading.lexed.quantities[base].value
    apart = not any(item.tail for item in one.items)  # "12 loại tốt trở lên, 5 xuất sắc" overlap
    return not (apart and sum(counts) > _SLIP * told) and (len(counts) < FEWEST_NAMED or 2 * sum(counts) >= told)


def _in_sentence(
    first: Item, most: float, own: AbstractSet[int], numbers: Numbers, reading: Reading
) -> Iterator[int | None]:
    """The numbers of the same group before a set in its sentence, the last first."""
    for other in reversed(numbers.within(reading.structure.sentence(first.start).start, first.start)):
        if numbers.fits(other, most, own) and other.code == first.code is not None:
            yield other.quantity


def _agrees(one: Set, base: int, reading: Reading) -> bool:
    """Whether no percentage of a set speaks against a number rated; one may be a misprint, if two agree."""
    quantities = reading.lexed.quantities
    told = [
        _is_share(quantities[item.count].value, base, quantities[item.percent], reading)
        for item in one.items
        if item.count is not None and item.percent is not None
    ]
    return all(told) or (told.count(False) == 1 and len(told) > FEWEST_NAMED)


def _enrolled(item: Item, own: AbstractSet[int], numbers: Numbers, reading: Reading, names: Names) -> Iterator[int]:
    """A number of the same kind before, of which the percentage is the share: "500 hộ đăng ký, 450 hộ đạt (90%)".

    In the block above a whole, or what was rated of it: "đã đánh giá 662 trong tổng số 686 tổ chức cơ sở đảng".
    """
    quantities = reading.lexed.quantities
    if item.count is None or item.percent is None or item.code is None:
        return
    block = reading.structure.block(item.start).start
    rare = not float(quantities[item.percent].value).is_integer()  # "80,36%" fits few numbers by chance
    first = reading.structure.back(item.start, 1 if rare else 0)
    named = {other.quantity for other in numbers.within(first, item.start) if other.code == item.code}
    for index in reversed(reading.quantities_in(first, item.start)):
        one = quantities[index]
        among = quantities[index + 1].role == "whole" and reading.whole_of(index) is None
        if one.start < block and one.role != "whole" and not among:
            continue
        if one.kind != "count" or one.unit is None or index in own or one.comparator != "eq":
            continue
        alike = (among and index + 1 in named) or _is_alike(one, item, reading, names)
        if alike and _is_share(quantities[item.count].value, index, quantities[item.percent], reading):
            yield index


def _is_alike(one: Quantity, item: Item, reading: Reading, names: Names) -> bool:
    """Whether a number counts what an item rates, by its unit or that with the word behind it: "lượt hộ"."""
    if one.unit is None:
        return False
    longer = " ".join([one.unit, *reading.folded[one.end : one.end + _WORD_LENGTH].split()[:1]])
    named = one.unit.startswith(f"{item.group} ") or (item.group or "").startswith(f"{one.unit} ")
    return named or item.code in map(names.group_code, (one.unit, longer))


def _called_base(item: Item, most: float, reading: Reading, names: Names) -> Iterator[int]:
    """The number before that a percentage calls its base, right or wrong: "đạt 96% so với số hộ đã đăng ký".

    Without a percentage the one in its sentence: "55 dòng họ đăng ký, công nhận 53 dòng họ học tập".
    """
    quantities, enrolled = reading.lexed.quantities, names.around.enrolled
    if item.percent is None:
        since = reading.structure.sentence(item.start).start
    elif enrolled.match(reading.folded, quantities[item.percent].end) is not None:
        since = reading.structure.back(item.start, 1)
    else:
        return
    for index in reversed(reading.quantities_in(since, item.start)):
        one = quantities[index]
        if one.kind != "count" or not _is_alike(one, item, reading, names):
            continue
        if one.comparator == "eq" and one.value >= most and enrolled.match(reading.folded, one.end):
            yield index - 1 if one.role == "whole" else index  # "2.172/2.225 hộ đăng ký"
        elif item.percent is None:
            return  # "400 hộ đăng ký; 380 hộ đạt văn hóa, 90 hộ đạt thể thao" tells nothing of the 90


def _closes(total: Named, one: Set, reading: Reading, names: Names) -> bool:
    """Whether a number is the sum line of the list just before it: "Cộng | 40"."""
    line = reading.structure.block(total.start)
    last = reading.structure.block(one.items[-1].start)
    below = line.start == last.end and total.start - line.start <= LINE_HEAD
    return total.rated and below and may_count(total.code, one.items[0], names)


def inner_total(part: Item, whole: Item, reading: Reading, names: Names) -> int | None:
    """The number rated that a part is told of: that of its whole, or the whole itself; a percentage tells which."""
    if names.of_several(whole.levels) or any(step.code == ANY for step in names.steps(whole.levels[0])):
        return whole.count
    if part.count is None:  # "290 chi bộ hoàn thành tốt (91%), trong đó 23,8% hoàn thành xuất sắc"
        return whole.total if whole.percent is not None and any(map(names.graded, part.levels)) else None
    if part.percent is not None:
        share = reading.lexed.quantities[part.percent]
        count = reading.lexed.quantities[part.count].value
        bases = (whole.total, whole.count)
        return next((base for base in bases if base is not None and _is_share(count, base, share, reading)), None)
    if (part.levels, part.tail) == (whole.levels, whole.tail):
        return None
    quantities = reading.lexed.quantities
    if part.tail == "run" != whole.tail and whole.total is not None and quantities[whole.total].role != "whole":
        return None  # "420 hộ, đạt 96% số hộ đăng ký; trong đó 67 hộ 3 năm liền"
    graded = any(map(names.graded, whole.levels)) or not any(map(names.graded, part.levels))
    return whole.total if graded else whole.count  # "25 cơ quan đạt chuẩn an toàn, trong đó 6 loại xuất sắc"


def _is_share(count: float, base: int, share: Quantity, reading: Reading) -> bool:
    """Whether a percentage is that of a count; it may be wrong by one in its last digit."""
    value = reading.lexed.quantities[base].value
    low = 2 * share.low - share.value
    high = share.value + 1 if share.high is None else 2 * share.high - share.value  # "hơn 32%"
    return value > 0 and low <= 100 * count / value <= high
