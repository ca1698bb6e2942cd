"""Amounts of money before they are tied to a thing: for one or for all, and how far their phrase reaches back."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, NamedTuple

from extract.facts.listed_averages import averages_in_turn
from extract.facts.same_measure import measured_before
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extract.codes import Scope
    from extract.facts.reading import Reading
    from extract.facts.wording import Wording
    from extract.match.engine import Match, Slot
    from extract.model import Quantity

Reach = Literal["apart", "bare", "own", "list", "all"]
"""What a total is the total of: ``all`` named before it ("tổng trị giá"), the ``list`` of one verb ("với số tiền"), its
``own`` thing ("trị giá"); ``bare`` if nothing introduces it. ``apart``: of nothing, it is money given beside the things
("và 30 triệu đồng tiền mặt")."""

_GRAND = "grand"
_APART = "apart"
_REACHES: tuple[tuple[str, Reach], ...] = ((_GRAND, "all"), ("list", "list"), ("own", "own"), (_APART, "apart"))
"""Slots of amount phrases and the reach they stand for."""

_LEVEL = "level"
"""Slot of a name with a number that must be a school level: "cấp 2: 500.000 đồng"."""
_COVERED = "covered"
"""Slot of a number that an "each" does not hold for: "mỗi năm có 117 lao động"."""
_AMONG = ("among", "others")
"""Slots of the number of those of whom each gets an amount: "mỗi em trong 12 em mồ côi được 2 triệu đồng"."""
_CONTENTS = "contents"
_SPANS = "span"
"""The list of stretches of time: an amount for one of them is for nobody in particular."""
_ALONG = "along"
"""The list of words that lead to something beside."""
_AWARDS = "award"
"""The list of what one thing given to people is called."""
_MANY = 4
"""Nobody gets so many of them."""
_MANY_FOR_ONE, _TOO_MANY_FOR_ONE = 30, 200
"""Hardly anybody gets so many notebooks, and nobody so many."""
_MORE = ("more", "also")


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
    inside = _inside(told, reading, wording)
    prices = {cell.start for cell in reading.lexed.cells if wording.each_head.search(fold(cell.head))}
    yearly = {
        cell.start for cell in reading.lexed.cells if not wording.each_head.search(fold(f"{cell.head} {cell.label}"))
    }
    scope: dict[int, Scope] = {}
    waiting = []
    for index, quantity in enumerate(quantities):
        phrase = told.get(index)
        if quantity.start in yearly and quantity.per is not None and is_span(quantity.per, reading):
            scope[index] = "total"  # "Giá trị" in a table whose unit is "triệu đồng/năm"
        elif index in inside or (quantity.per is not None and not _is_for_span(quantity.per, phrase, reading)):
            scope[index] = "each"
        elif phrase is not None and (_GRAND in phrase.slots or not _is_norm(quantity, reading)):
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
            slots = _within_phrase(match, reading, wording)
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
    if phrase is None or phrase.rule.says != "total" or not {_GRAND, _APART}.intersection(phrase.slots):
        return False
    return is_span(per, reading)


def is_span(word: str, reading: Reading) -> bool:
    """Whether an amount "mỗi ..." is told of a stretch of time."""
    return word in reading.rules.words[_SPANS]


def _amount(index: int, quantity: Quantity, phrase: Match | None, reading: Reading, wording: Wording) -> Amount:
    slots = {} if phrase is None else phrase.slots
    opens = quantity.start if phrase is None else min(phrase.start, quantity.start)
    if _COVERED in slots and slots[_COVERED].start == opens:
        opens = slots[_COVERED].end  # "3 suất học bổng trị giá 5 triệu đồng": what is counted opens no amount
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


def _inside(told: Mapping[int, Match], reading: Reading, wording: Wording) -> frozenset[int]:
    """What each one gets beside or within an amount: "mỗi phần gồm ...", "300.000 đồng/phần, gồm ...", "và 10 vở".

    A list of contents ends with its segment, at the next total, or at the next verb of doing.
    """
    quantities, matches = reading.lexed.quantities, reading.matches
    found = {index for index, match in told.items() if _is_more(index, match)}
    openers = [match.slots[_CONTENTS].end for match in matches.amounts if _CONTENTS in match.slots]
    spans = [match for match in matches.amounts if match.rule.says == "total" and _COVERED in match.slots]
    openers = [opens for opens in openers if not any(span.start < opens <= span.end for span in spans)]
    for opener in matches.parts:
        last = reading.quantities_in(0, opener.start).stop - 1
        if last >= 0 and quantities[last].start >= reading.structure.segment(opener.start).start:
            each = quantities[last].per is not None or (last in told and told[last].rule.says == "each")
            if each and quantities[last].kind == "money" and not _are_more_of(opener, last, told, reading):
                openers.append(opener.end)
                found.update(_shares(last, reading))
    totals = [match.start for match in matches.amounts if match.rule.says == "total" and _GRAND in match.slots]
    for opens in openers:
        next_total = bisect_left(totals, opens)
        end = min([reading.structure.segment(opens).end, *totals[next_total : next_total + 1]])
        verb = next(wording.verbs_in(reading.folded, opens, end), None)
        end = end if verb is None or "(" in reading.folded[opens : verb.start()] else verb.start()
        found.update(reading.quantities_in(opens, end))
    found.update(index for match in matches.amounts for index in _beside_in_bracket(match, told, reading))
    return frozenset(found)


def _are_more_of(opener: Match, price: int, told: Mapping[int, Match], reading: Reading) -> bool:
    """Whether what follows are some of what has the price: "mỗi suất 15 triệu, trong đó có 2 suất 50 triệu"."""
    quantities = reading.lexed.quantities
    of = told[price].slots.get("of") if price in told else None
    one = quantities[price].per or ("" if of is None else of.text)
    behind = reading.quantities_in(opener.end, reading.structure.segment(opener.end).end)
    unit = quantities[behind[0]].unit if behind else None
    return unit is not None and f"{one} ".startswith(f"{unit} ")


def _shares(price: int, reading: Reading) -> range:
    """What comes to a price: "80 triệu đồng/căn, trong đó quỹ hỗ trợ 60 triệu đồng, gia đình góp 20 triệu đồng"."""
    quantities = reading.lexed.quantities
    behind = reading.quantities_in(quantities[price].end, reading.structure.segment(quantities[price].start).end)
    left = quantities[price].value
    for index in behind:
        if quantities[index].kind != "money" or quantities[index].value > left:
            break
        left -= quantities[index].value
        if left == 0:
            return range(behind.start, index + 1)
    return range(0)


def _beside_in_bracket(match: Match, told: Mapping[int, Match], reading: Reading) -> Iterator[int]:
    """What stands beside the amount for each: "mỗi em 1 phần quà (500.000 đồng và sách trị giá 200.000 đồng)"."""
    opened = reading.folded.rfind("(", match.start, match.end)
    close = reading.folded.find(")", match.end, reading.structure.segment(match.start).end)
    if match.rule.says == "each" and opened >= 0 and close >= 0 and ")" not in reading.folded[opened : match.end]:
        for index in reading.quantities_in(match.end, close):
            if index in told and "own" in told[index].slots and told[index].rule.says == "total":
                yield index


def _within_phrase(match: Match, reading: Reading, wording: Wording) -> Iterator[Slot]:
    """The slots of a phrase but for what each one does not get beside its amount.

    That stands behind a bracket that closes ("(mỗi suất 300.000 đồng) và 264 em"), or is more of the same things: "mỗi
    suất 2 triệu đồng và 25 suất", "mỗi phần 300.000đ và 10 suất học bổng"; or people: "mỗi suất 2 triệu đồng và 20 em".
    """
    of = match.slots["of"].text if "of" in match.slots else None
    for name, slot in match.slots.items():
        if name in _MORE and slot.quantity is not None:
            between = reading.folded[match.start : slot.start]
            more = reading.lexed.quantities[slot.quantity]
            same = of is not None and more.unit is not None and (of == more.unit or of.startswith(f"{more.unit} "))
            people = "money" in match.slots and more.unit in wording.people
            given = people or _are_awards(of, more, reading) or _are_for_all(slot.quantity, match, reading)
            if of is not None and not same and given:
                return  # nor what stands behind it: "và 10 suất học bổng 500.000đ/suất"
            apart = "money" in match.slots and _has_own_price(slot.end, more, reading)
            if same or apart or _closes(between):
                continue
        elif name in _AMONG or (name == "money" and _is_behind_number(reading.folded[match.start : slot.start])):
            continue
        yield slot


def _has_own_price(end: int, more: Quantity, reading: Reading) -> bool:
    """Whether things told beside an amount have a price of their own: "và 20 chiếc xe đạp, mỗi chiếc 2 triệu đồng"."""
    amounts = reading.matches.amounts
    at = bisect_left(amounts, end, key=lambda match: match.start)
    if at == len(amounts) or amounts[at].rule.says != "each" or "of" not in amounts[at].slots:
        return False
    same = more.unit is not None and amounts[at].slots["of"].text.startswith(more.unit)
    return same and not reading.quantities_in(end, amounts[at].start)


def _closes(words: str) -> bool:
    """Whether a bracket closes that has opened before."""
    return words.count(")") > words.count("(")


def _is_behind_number(words: str) -> bool:
    """Whether a number stands before an amount in a bracket that closes: "(mỗi em 20 cuốn), trị giá 4,8 triệu"."""
    return _closes(words) and any(map(str.isdigit, words.partition(")")[0]))


def _are_awards(of: str | None, more: Quantity, reading: Reading) -> bool:
    """Whether both are given to people, so many that none gets them: "mỗi phần 300.000đ và 10 suất học bổng"."""
    if of is None or more.unit is None or more.value < _MANY:
        return False
    return is_award(more.unit, reading) and is_award(of, reading)


def _are_for_all(index: int, match: Match, reading: Reading) -> bool:
    """Whether there are too many for each, or one for each: "200 suất, mỗi suất 1 triệu đồng, cùng 200 ba lô"."""
    more = reading.lexed.quantities[index]
    if more.kind != "count" or more.value < _MANY_FOR_ONE:
        return False
    before = reading.quantities_in(reading.structure.segment(match.start).start, match.start)
    counted = (reading.lexed.quantities[at] for at in before)
    return more.value >= _TOO_MANY_FOR_ONE or any(one.kind == "count" and one.value == more.value for one in counted)


def is_award(of: str, reading: Reading) -> bool:
    """Whether a unit is what one thing given to people is called: "suất", "phần quà"."""
    return of.split(" ", 1)[0] in reading.rules.words[_AWARDS]


def _is_more(index: int, match: Match) -> bool:
    return any(name in match.slots and match.slots[name].quantity == index for name in _MORE)
