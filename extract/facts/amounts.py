"""Amounts of money before they are tied to a thing: for one or for all, and how far their phrase reaches back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from extract.facts.contents import COVERED, GRAND, contents, is_award, within_phrase
from extract.facts.listed_averages import averages_in_turn
from extract.facts.same_measure import measured_before
from extract.text import fold

if TYPE_CHECKING:
    from extract.codes import Scope
    from extract.facts.reading import Reading
    from extract.facts.wording import Wording
    from extract.match.engine import Match
    from extract.model import Quantity

Reach = Literal["apart", "bare", "own", "list", "all"]
"""What a total is the total of: ``all`` named before it ("tổng trị giá"), the ``list`` of one verb ("với số tiền"), its
``own`` thing ("trị giá"); ``bare`` if nothing introduces it. ``apart``: of nothing, it is money given beside the things
("và 30 triệu đồng tiền mặt")."""

_APART = "apart"
_REACHES: tuple[tuple[str, Reach], ...] = ((GRAND, "all"), ("list", "list"), ("own", "own"), (_APART, "apart"))
"""Slots of amount phrases and the reach they stand for."""

_LEVEL = "level"
"""Slot of a name with a number that must be a school level: "cấp 2: 500.000 đồng"."""
_SPANS = "span"
"""The list of stretches of time: an amount for one of them is for nobody in particular."""
_ALONG = "along"
"""The list of words that lead to something beside."""


class Amount(NamedTuple):
    """An amount of money that waits for its thing."""

    quantity: int
    opens: int
    """Where the phrase begins that introduces it; else its start."""
    start: int
    end: int
    scope: Scope
    reach: Reach
    leads: bool
    """It may stand before its thing: "hỗ trợ 265 triệu đồng xây 14 căn nhà"."""
    of: str | None
    """The unit it is for: "suất"; with what follows ("suất học bổng trị giá") where the text has more words."""
    labels: frozenset[str]
    """Which of several prices it is: "thcs" in "THCS: 1,5 triệu đồng/suất"."""
    inside: bool
    """Part of what each gets: "mỗi phần gồm 10kg gạo và 100.000 đồng tiền mặt"."""
    words: str
    """The folded words of the phrase, up to the amount."""
    rest: bool = False
    """It is for those parts that have no price yet: "còn lại mỗi em 500.000 đồng"."""


class Amounts(NamedTuple):
    """What the amount phrases of a page say."""

    scope: dict[int, Scope]
    """The scope of every quantity that a phrase or its own "/suất" tells, by its index."""
    waiting: tuple[Amount, ...]
    """Amounts of role ``value`` in reading order."""
    inside: frozenset[int]
    """Quantities that are what each one gets; none of them is a thing done."""


def read_amounts(reading: Reading, wording: Wording) -> Amounts:
    """The amounts of a page, with what the ``amounts`` rules say of them."""
    quantities = reading.lexed.quantities
    told = _told(reading, wording)
    inside = contents(told, reading, wording)
    cells, is_price = reading.lexed.cells, wording.each_head.search
    prices = {cell.start for cell in cells if is_price(fold(cell.head))}
    yearly = {cell.start for cell in cells if not is_price(fold(f"{cell.head} {cell.label}"))}
    scope: dict[int, Scope] = {}
    waiting = []
    for index, quantity in enumerate(quantities):
        phrase = told.get(index)
        if quantity.start in yearly and quantity.per is not None and is_span(quantity.per, reading):
            scope[index] = "total"  # "Giá trị" in a table whose unit is "triệu đồng/năm"
        elif index in inside or (quantity.per is not None and not _is_for_span(quantity.per, phrase, reading)):
            scope[index] = "each"
        elif phrase is not None and (GRAND in phrase.slots or not _is_norm(quantity, reading)):
            is_each = phrase.rule.says == "each" or wording.worth.is_of_one(quantity.value, phrase.slots)
            scope[index] = "each" if is_each else "total"
        elif quantity.kind == "money" and (quantity.start in prices or _is_norm(quantity, reading)):
            scope[index] = "each"
        if quantity.kind == "money" and quantity.role == "value":
            found = _amount(index, quantity, phrase, reading, wording)
            if scope.get(index) != "each" and found.reach != "all":
                before = measured_before(index, reading, wording)
                if before is not None and scope.get(before) == "each":
                    scope[index] = "each"
                    found = found._replace(reach="apart")
            waiting.append(found._replace(scope=scope.get(index, "total"), inside=index in inside))
    waiting = _in_series(waiting, scope, reading, wording)
    for place in averages_in_turn(waiting, reading, wording):
        scope[waiting[place].quantity] = "each"
        waiting[place] = waiting[place]._replace(scope="each", reach="apart")
    return Amounts(scope, tuple(waiting), inside)


def _told(reading: Reading, wording: Wording) -> dict[int, Match]:
    """From the index of a quantity to the last phrase that says what it is for."""
    told: dict[int, Match] = {}
    for match in reading.matches.amounts:
        if not _names_no_level(match, reading, wording):
            slots = within_phrase(match, reading, wording)
            told.update((slot.quantity, match) for slot in slots if slot.quantity is not None)
    return told


def _in_series(waiting: list[Amount], scope: dict[int, Scope], reading: Reading, wording: Wording) -> list[Amount]:
    """The same; what the last of a series is for holds for all: "500.000 đồng, 700.000 đồng và 1 triệu đồng/suất"."""
    quantities = reading.lexed.quantities
    for at in range(len(waiting) - 1, 0, -1):
        first, last = waiting[at - 1], waiting[at]
        before, here = quantities[first.quantity], quantities[last.quantity]
        if last.of is None or last.scope != "each" or first.reach == "all":
            continue
        if first.scope == "each" and (last.reach != "apart" or first.of not in (None, last.of)):
            continue
        if before.per is None and wording.in_series.fullmatch(reading.folded, before.end, here.start):
            scope[first.quantity] = "each"
            waiting[at - 1] = first._replace(scope="each", of=last.of)
            waiting[at] = last._replace(reach=first.reach)  # nor is "và 1 triệu đồng/suất" given beside the things
    return waiting


def _names_no_level(match: Match, reading: Reading, wording: Wording) -> bool:
    """Whether a phrase needs a school level where another name stands: "đợt 2: 30 triệu đồng"."""
    level = match.slots.get(_LEVEL)
    return level is not None and not wording.labels_in(reading.folded[level.start : level.end])


def _is_norm(quantity: Quantity, reading: Reading) -> bool:
    """Whether an amount is a standing rate, what anybody gets or pays: "bị phạt từ 4 đến 6 triệu đồng"."""
    return quantity.kind == "money" and reading.status(quantity) == "norm"


def _is_for_span(per: str, phrase: Match | None, reading: Reading) -> bool:
    """Whether an amount is told of a stretch of time: "tổng số tiền 52 triệu đồng/tháng", "lãi 90 triệu mỗi năm"."""
    if phrase is None or phrase.rule.says != "total" or not {GRAND, _APART}.intersection(phrase.slots):
        return False
    return is_span(per, reading)


def is_span(word: str, reading: Reading) -> bool:
    """Whether an amount "mỗi ..." is told of a stretch of time."""
    return word in reading.rules.words[_SPANS]


def _amount(index: int, quantity: Quantity, phrase: Match | None, reading: Reading, wording: Wording) -> Amount:
    slots = {} if phrase is None else phrase.slots
    opens = quantity.start if phrase is None else min(phrase.start, quantity.start)
    if COVERED in slots and slots[COVERED].start == opens:
        opens = slots[COVERED].end  # "3 suất học bổng trị giá 5 triệu đồng": what is counted opens no amount
    words = reading.folded[opens : quantity.start]
    before = reading.lexed.quantities[index - 1].end if index else 0
    own = max(before, reading.structure.segment(quantity.start).start)
    close = reading.folded.find(")", own, quantity.start)
    if close >= 0 and "(" not in reading.folded[own:close]:
        own = close  # "(... 10 suất bậc THPT), trị giá 1 triệu đồng/suất": the label is that of a part
    inner = reading.folded.rfind("(", own, quantity.start)
    # "và 10 suất cho sinh viên (từ 2 đến 5 triệu đồng/suất)": of all before; "20 em THCS (sinh viên 2 triệu/em, ...)"
    if quantity.value_max is not None or (inner >= 0 and wording.labels_in(reading.folded[inner : quantity.start])):
        own = max(own, inner)
    listed = own < opens and reading.folded[own:opens].rstrip().endswith(",")
    if listed and "of" in slots and is_award(slots["of"].text, reading):
        own = opens  # "25 suất cho sinh viên, mỗi suất 3 triệu đồng": the label is that of the thing
    return Amount(
        quantity=index,
        opens=opens,
        start=quantity.start,
        end=max(quantity.end, slots["lead"].end) if "lead" in slots else quantity.end,
        scope="total",
        reach=next((reach for name, reach in _REACHES if name in slots), _reach_of_none(quantity, phrase, reading)),
        leads="lead" in slots,
        of=slots["of"].text if "of" in slots else quantity.per,
        labels=wording.labels_in(reading.folded[own : quantity.start]),
        inside=False,
        words=words,
        rest="rest" in slots,
    )


def _reach_of_none(quantity: Quantity, phrase: Match | None, reading: Reading) -> Reach:
    """The reach of an amount that nothing introduces: none behind "và", "20 suất (mỗi suất 500.000đ) và 10 triệu"."""
    if phrase is not None:
        return "bare"
    words = reading.rules.words[_ALONG]
    longest = max(map(len, words), default=0) + len("  ")
    before = reading.folded[max(0, quantity.start - longest) : quantity.start].rstrip()
    return "apart" if any(before.endswith(f" {word}") for word in words) else "bare"
