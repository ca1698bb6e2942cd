"""Figures of running text that may stand in a sum: single, printed exactly, and no price for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.checks.digits import telling_digits
from extract.checks.interval import of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.checks.interval import Interval
    from extract.checks.percent_of import ShareVocabulary
    from extract.codes import Scope
    from extract.facts.page_facts import Drawn
    from extract.facts.reading import Reading
    from extract.model import Quantity

ADDED = frozenset({"money", "currency", "count", "number", "length", "area", "mass", "volume"})
"""Kinds of which amounts add up; percentages, rates and ratios do not."""
_MEASURES = frozenset({"length", "area", "mass", "volume"})
"""Kinds whose unit a bare number may have from what stands around it: "lúa 40 ha; mỳ 500; mía 370 ha"."""
COUNTS = frozenset({"count", "number"})
"""Kinds of things counted, with a name or without."""

_PRINTED = frozenset({"eq", "approx", "approx_below", "gt"})
"""A figure that is told so counts as printed: "trên 121 tỷ đồng, trong đó 48,6 tỷ, 52,3 tỷ và 20,1 tỷ đồng"."""

_LITTLE = (0.05, 0.03, 0.01)
"""By what share of itself a figure of one digit, of two, of more is more or less than it is told: "hơn 4 tỷ", "412"."""
_EXACT = 4
"""An estimate of so many digits is printed to its last place."""
_WORD = 12
_ROUNDED = 1_000


class Term(NamedTuple):
    """A figure, its place in ``Lexed.quantities``, and how many round brackets are open before it in its block."""

    place: int
    quantity: Quantity
    depth: int
    is_more: bool = False
    """Whether it is said to be by how much something is more: "67 tỷ đồng, tăng 9 tỷ đồng"."""
    is_less: bool = False
    """The same of less: "giảm 1.265 hộ"; only asked for where parts of such figures are."""
    is_outcome: bool = False
    """Whether it is what came of a change: "từ 5 tỷ đồng lên 6 tỷ đồng"."""
    counts_places: bool = False
    """Whether it says in how many places something is: "120 suất quà tại 10 huyện"."""
    has_places: bool = True
    """Whether such a number may be a part of it."""
    level: str | None = None
    """The level it is the number of: it is part of no number but of levels; rated sets have a check of their own."""
    has_own_sum: bool = False
    """Whether it is one of which is told how many were rated, so that its set has that check."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.quantity.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.quantity.end

    @property
    def is_exact(self) -> bool:
        """Whether it is printed exactly, in a unit, and neither a change nor what came of one."""
        return (
            not (self.is_more or self.is_outcome)
            and self.quantity.comparator == "eq"
            and self.quantity.unit is not None
        )


def terms(drawn: Drawn, words: ShareVocabulary, scope: Scope = "total", *, less: bool = False) -> list[Term]:
    """The figures of one scope that may be added up, in order.

    By how much something is ``less`` is no part of anything, unless it is asked for, nor is what may be told in place
    of the figure before it: "59 ha hoặc 49 ha".
    """
    reading = drawn.reading
    rated = {index: (item.row.level, bool(item.totals)) for item in drawn.rated for index in item.quantities}
    scopes = scopes_of(drawn)
    if scope not in scopes.values():
        return []
    folded, found = reading.folded, []
    measured = {figure.start: figure for figure in drawn.facts.figures if figure.kind in _MEASURES}
    depth = at = 0
    for index, bare in enumerate(reading.lexed.quantities):
        figure = measured.get(bare.start) if bare.kind == "number" else None
        quantity = bare if figure is None else bare._replace(kind=figure.kind, unit=figure.unit)
        since = at
        line = folded.rfind("\n", at, quantity.start)
        depth, at = (0, line) if line >= 0 else (depth, at)
        depth = max(0, depth + folded.count("(", at, quantity.start) - folded.count(")", at, quantity.start))
        at = quantity.start
        if (
            quantity.kind in ADDED
            and quantity.role == "value"
            and quantity.comparator in _PRINTED
            and quantity.value > 0
            and scopes.get(quantity.start) == scope
            and ((is_less := words.direction(folded, quantity.start, since) == "less") <= less)
        ):
            head = folded[max(since, quantity.start - _WORD) : quantity.start]
            if words.either.search(head) is None:
                is_more = words.grown.before(folded, quantity.start, since) == "more"
                is_outcome = words.outcome.search(head) is not None
                term = _term(index, quantity, words, *rated.get(index, (None, False)))
                found.append(term._replace(depth=depth, is_more=is_more, is_less=is_less, is_outcome=is_outcome))
    return found


def _term(index: int, quantity: Quantity, words: ShareVocabulary, level: str | None, has_own_sum: bool) -> Term:  # noqa: FBT001 - as read
    """The same by itself, whatever stands around it."""
    unit = quantity.unit
    return Term(
        index,
        as_printed(quantity),
        0,
        counts_places=unit in words.places,
        has_places=unit is None or unit in words.places or unit in words.of_places,
        level=level,
        has_own_sum=has_own_sum,
    )


def as_printed(quantity: Quantity) -> Quantity:
    """An estimate counts as it is printed: "ước đạt 412,8 tỷ, trong đó 231,5 tỷ, 108,7 tỷ và 72,6 tỷ".

    "Hơn" and "gần" leave a little: "1.107 ha, trong đó rừng sản xuất 547 ha, phòng hộ 378 ha, đặc dụng hơn 180 ha".
    """
    value = quantity.value
    if quantity.comparator == "eq":
        return quantity
    digits = telling_digits(value)
    little = _LITTLE[min(digits, len(_LITTLE)) - 1]
    high = value * (1 + little) if quantity.comparator == "gt" else value
    low = value * (1 - little) if quantity.comparator == "approx_below" else value
    if quantity.comparator == "approx" and digits >= _EXACT and quantity.kind not in COUNTS:
        half = (
            last_place(f"{value:.6f}") / 2
        )  # "ước đạt 2.967,2 tỷ đồng, trong đó 688,968 tỷ, 1.655 tỷ và 623,2 tỷ đồng"
        low, high = value - half, value + half
    return quantity._replace(low=low, high=high)


def last_place(printed: str) -> float:
    """The worth of the last digit of a number that is no zero.

    >>> last_place("2967.200000"), last_place("415000.000000")
    (0.1, 1000.0)
    """
    before, _, behind = printed.partition(".")
    behind = behind.rstrip("0")
    zeros = len(before) - len(before.rstrip("0"))
    return 10.0 ** -len(behind) if behind else 10.0**zeros


def as_summed(whole: Quantity) -> Interval:
    """What a total of a table may stand for; large numbers of nothing told are as often rounded, as are their parts.

    "33,278 | 11,951 | 21,328": hectares that were rounded one by one.
    """
    interval = of(whole)
    rounded = whole.kind == "number" and whole.value >= _ROUNDED and interval.low == interval.high
    return interval.one_unit_wider(2.0) if rounded else interval


def as_told(whole: Quantity, parts: Interval) -> Interval:
    """What a total of a table stands for beside its parts: what is printed if they come to it, else what it may be."""
    return of(whole) if parts.meets(of(whole)) else as_summed(whole)


def scopes_of(drawn: Drawn) -> dict[int, Scope]:
    """From the start of every figure to whether it is for each or in total."""
    return {figure.start: figure.scope for figure in drawn.facts.figures}


def is_single(quantity: Quantity) -> bool:
    """Whether a figure is one result, printed without "khoảng" or "hơn"."""
    return quantity.role == "value" and quantity.comparator == "eq" and quantity.value_max is None


def is_told_to_the_end(quantity: Quantity) -> bool:
    """Whether an estimate has decimals, so that it counts as printed: "ước đạt 14,62%"."""
    return quantity.comparator == "approx" and quantity.role == "value" and quantity.value % 1 != 0


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one kind and unit; a bare number ("đoàn viên: 25") goes with any count.

    A longer name of a unit is of it: "5 đảng viên mới" are "3 đảng viên" and more, "nhân khẩu" are "khẩu".
    """
    if one.kind in COUNTS and other.kind in COUNTS:
        first, second = one.unit, other.unit
        if first is None or second is None or first == second:
            return True
        longer, shorter = (first, second) if len(first) > len(second) else (second, first)
        return longer.startswith(f"{shorter} ") or longer.endswith(f" {shorter}")
    return one.kind == other.kind and one.unit == other.unit


def both_counts(one: Quantity, other: Quantity) -> bool:
    """Whether two figures count things, of whatever name: "202 học sinh" are "60 em" and "22 sinh viên" and more."""
    return one.kind in COUNTS and other.kind in COUNTS


def one_digit_off(one: float, other: float) -> bool:
    """Whether two numbers of three digits or more differ as by a slip: one digit, or two that changed places.

    >>> one_digit_off(237_000_000, 327_000_000), one_digit_off(152, 142), one_digit_off(278, 253), one_digit_off(15, 12)
    (True, True, False, False)
    """
    first, second = f"{one:.6f}".rstrip("0").rstrip("."), f"{other:.6f}".rstrip("0").rstrip(".")
    shared = len(first) - len(_without_zeros(first, second))
    return _slipped(first[: len(first) - shared], second[: len(second) - shared])


def one_key_off(one: float, other: float) -> bool:
    """The same for two numbers that are meant to be one: zeros at their end count as digits.

    >>> one_key_off(720, 820), one_digit_off(720, 820), one_key_off(60, 50)
    (True, False, False)
    """
    first, second = f"{one:.6f}".rstrip("0").rstrip("."), f"{other:.6f}".rstrip("0").rstrip(".")
    return _slipped(first, second)


def _one_key_more(one: float, other: float) -> bool:
    """Whether the first of two numbers of three digits or more has one digit that the other lacks.

    >>> _one_key_more(9006, 906), _one_key_more(906, 9006), _one_key_more(1205, 125), _one_key_more(90, 9)
    (True, False, True, False)
    """
    first, second = f"{one:.6f}".rstrip("0").rstrip("."), f"{other:.6f}".rstrip("0").rstrip(".")
    zeros = len(first) - len(_without_zeros(first, second))
    first, second = first[: len(first) - zeros], second[: len(second) - zeros]
    if len(first) != len(second) + 1 or sum(map(str.isdigit, second)) < 3:  # noqa: PLR2004 - short numbers by chance
        return False
    return any(first[:at] + first[at + 1 :] == second for at in range(len(first)))


def has_digits(value: float) -> bool:
    """Whether a number has three digits or more that are not zeros at its end: shorter ones are sums by chance."""
    return telling_digits(value) >= 3  # noqa: PLR2004 - as above


def _slipped(first: str, second: str) -> bool:
    if len(first) != len(second) or sum(map(str.isdigit, first)) < 3:  # noqa: PLR2004 - short numbers differ by chance
        return False
    places = [i for i, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    return len(places) == 1 or (len(places) == 2 and sorted(first) == sorted(second))  # noqa: PLR2004 - two that swap


def one_is_slipped(parts: Sequence[float], whole: float) -> bool:
    """Whether a sum would hold but for a slip of the pen in one of its figures.

    Parts that fall short may leave one out, so one of them is slipped only where two of its digits changed places.

    >>> one_is_slipped([281, 205, 365], 851), one_is_slipped([821, 205, 365], 851), one_is_slipped([210, 195], 460)
    (False, True, False)
    """
    added = sum(parts)
    if one_digit_off(added, whole):
        return True
    meant = [(part, part + whole - added) for part in parts]
    return any(
        should > 0
        and (_one_key_more(part, should) or (one_digit_off(part, should) and (added > whole or swapped(part, should))))
        for part, should in meant
    )


MEASURES = frozenset({"mass", "area", "length", "volume"})


def is_rounded(whole: Quantity, lack: float) -> bool:
    """Whether a measure is a round number next to what its parts come to: "330 tấn", of 257 tấn and 80 tấn."""
    digits = f"{whole.value:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return whole.kind in MEASURES and zeros > 0 and abs(lack) < 10**zeros


_TAIL = 200
"""A text that breaks off so many characters behind a part may have lost the next."""


def falls_off(parts: Sequence[Quantity], whole: Quantity, reading: Reading) -> bool:
    """Whether parts that fall short of their whole, told before, stand at the end of a text that breaks off."""
    text = reading.page.text.rstrip()
    short = sum(part.value for part in parts) < whole.value and whole.start < parts[-1].start
    return short and parts[-1].end < len(text) < parts[-1].end + _TAIL and text[-1:].isalnum()


def swapped(one: float, other: float) -> bool:
    """Whether two numbers have the same digits."""
    first, second = f"{one:.6f}", f"{other:.6f}"
    return sorted(first) == sorted(second)


def _without_zeros(first: str, second: str) -> str:
    """The first number without the zeros that both end in."""
    if "." in first or "." in second:
        return first
    zeros = min(len(text) - len(text.rstrip("0")) for text in (first, second))
    return first[: len(first) - zeros]


def span_of(parts: Sequence[Quantity], whole: Quantity) -> tuple[int, int]:
    """From the first to the last of the figures of a relation."""
    return min(whole.start, *(part.start for part in parts)), max(whole.end, *(part.end for part in parts))
