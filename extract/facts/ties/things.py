"""What can be asked of the things that a page tells of, while amounts are tied to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.facts.contents import is_award
from extract.facts.doings import Doing, counted_at, units_of
from extract.facts.surroundings import bracket_start, in_bracket

if TYPE_CHECKING:
    from extract.facts.amounts import Amount
    from extract.facts.reading import Reading
    from extract.facts.wording import Wording

_LINK = 4
"""Before a phrase that begins with a thing another may stand beside it: the " và " of "quà và học bổng cộng lại"."""
MOST_THINGS = 200
"""So many things before an amount may be what it is a total of: an endless sentence may name tens of thousands."""


class Things:
    """The things of one page: what they are called, what they cost, what stands between them."""

    def __init__(self, reading: Reading, wording: Wording) -> None:
        self.reading, self.wording = reading, wording
        self._labels: dict[Doing, frozenset[str]] = {}

    def labels(self, doing: Doing) -> frozenset[str]:
        """The labels of a thing, up to the next number: "114 suất dành cho học sinh THPT"."""
        if doing not in self._labels:
            self._labels[doing] = self._find_labels(doing)
        return self._labels[doing]

    def _find_labels(self, doing: Doing) -> frozenset[str]:
        quantities = self.reading.lexed.quantities
        counted = counted_at(doing, quantities)
        ahead = self.wording.labels_in(self.reading.folded[doing.start : counted])
        if ahead:
            return ahead  # "cấp 1: 31 suất, cấp 2: 26 suất"
        following = doing.match.quantities[-1] + 1 if doing.match.quantities else len(quantities)
        end = self.reading.structure.segment(doing.start).end
        if following < len(quantities):
            end = min(end, quantities[following].start)
        end = max(end, doing.match.end)
        opened = self.reading.folded.rfind("(", counted, end)
        own = self.wording.labels_in(self.reading.folded[doing.start : opened]) if opened >= 0 else frozenset()
        if own and ")" not in self.reading.folded[opened:end]:
            return own  # "20 học sinh THCS (sinh viên 2 triệu đồng/em, ...)"
        return self.wording.labels_in(self.reading.folded[doing.start : end])

    def groups(self, doing: Doing, limit: int) -> frozenset[str]:
        """Its labels with who gets it, up to the next number or ``limit``: "14 suất cho học sinh", "6 sinh viên"."""
        reading = self.reading
        following = doing.match.quantities[-1] + 1 if doing.match.quantities else 0
        end = reading.structure.segment(doing.start).end
        if 0 < following < len(reading.lexed.quantities):
            end = min(end, reading.lexed.quantities[following].start)
        own = self.wording.groups_in(reading.folded[doing.start : min(max(end, doing.match.end), limit)])
        return own & self.wording.groups_in(_group(doing)) or own

    def labelled(self, labels: frozenset[str], doings: list[Doing]) -> list[Doing]:
        """The thing that most of the labels name, the nearest of several; none if no thing has one of them.

        All of them, where each has one of the labels alone: "tiểu học và THCS 150.000 đồng".
        """
        levels = [doing for doing in doings[-MOST_THINGS:] if len(self.labels(doing)) == 1 and not doing.eaches]
        if len(labels) > 1 and {label for doing in levels for label in self.labels(doing)} >= labels:
            return [doing for doing in levels if self.labels(doing) <= labels]
        several = [doing for doing in doings if "," not in _group(doing)]  # no price of "77 học sinh, sinh viên"
        shared = [(len(labels & self.labels(doing)), doing.start, doing) for doing in several]
        best = max(shared, key=lambda item: item[:2], default=None)
        return [best[2]] if best is not None and best[0] else []

    def with_unlabelled(self, found: list[Doing], doings: list[Doing]) -> list[Doing]:
        """What a label names with the people listed right before it, whom the label is told of too.

        "6 sinh viên và 21 em nhận học bổng khuyến học, mỗi suất 500.000 đồng".
        """
        run = self.people(doings[: doings.index(found[-1]) + 1]) if found[-1] in doings else []
        quantities = self.reading.lexed.quantities
        alone = [one for one in run[:-1] if not one.eaches and self.labels(one) <= units_of(one, quantities)]
        return [*alone, *found] if alone == run[:-1] else found

    def is_called(self, doing: Doing, labels: frozenset[str]) -> bool:
        """Whether a thing has labels in the name of those who get it: "học sinh, sinh viên"."""
        return labels <= self.wording.labels_in(_group(doing))

    def open(self, doings: list[Doing]) -> list[Doing]:
        """Those that a total can still be given to: things that cost something, without a total, parts of nothing."""
        free = [doing for doing in doings[-MOST_THINGS:] if not doing.totals and doing.whole is None]
        return [doing for doing in free if self.wording.costs(doing.indicator)]

    def open_whole(self, parts: list[Doing], known: list[Doing]) -> list[Doing]:
        """What things make up, if it can still be given a total: "31 em, gồm 12 em ... 19 em. Tổng số tiền là ...".

        Further parts may stand in the lines of a list above, among those ``known``.
        """
        whole = parts[0].whole if parts else None
        parts = [doing for doing in known if doing.whole is whole]
        return self.open([whole]) if isinstance(whole, Doing) and self.make_up(parts, whole) else []

    def part_or_whole(self, last: Doing, segment: list[Doing], doings: list[Doing]) -> list[Doing]:
        """What a grand total behind parts is the total of: the whole that they make up, else the one part without one.

        "gồm 40 suất tiểu học; 45 suất THCS, tổng trị giá 68 triệu" is that of the 85 before, "trong đó quận trao 55
        suất, tổng cộng 147,5 triệu" that of the part.
        """
        whole = last.whole
        if not isinstance(whole, Doing):
            return []
        parts = [doing for doing in doings[-MOST_THINGS:] if doing.whole is whole]
        lacking = [doing for doing in segment[-MOST_THINGS:] if doing.whole is whole and not doing.totals]
        if not whole.totals and (len(lacking) > 1 or self.make_up(parts, whole)):
            return self.open([whole])
        return lacking if lacking == [last] and not last.eaches and self.wording.costs(last.indicator) else []

    def is_of_people(self, doing: Doing) -> bool:
        """Whether people are counted, each of whom gets some: "105 học sinh với số tiền 500 ngàn đồng"."""
        index = doing.match.number("recipients")
        return index is not None and doing.match.number("count") is None

    def is_award_of(self, amount: Amount, doing: Doing) -> bool:
        """Whether a price of an award may be what people get each: "1 triệu đồng/suất, trao cho 27 học sinh"."""
        named = amount.of is not None and is_award(amount.of, self.reading)
        return named and self.is_of_people(doing) and self.may_cost(doing, amount)

    def is_one(self, doing: Doing) -> bool:
        """Whether there is but one, so that its total is its price: "1 em được 3 triệu đồng"."""
        index = doing.counted
        return index is not None and self.reading.lexed.quantities[index].value == 1

    def too_small(self, amount: Amount, doing: Doing) -> bool:
        """Whether an amount can only be that of each one: "52 suất học bổng trị giá 500 nghìn đồng".

        Nor are the ends of a range totals: "21 em được nhận học bổng với số tiền từ 3 đến 7 triệu đồng".
        """
        quantities, index = self.reading.lexed.quantities, doing.counted
        if index is None or doing.eaches or quantities[index].value <= 1:
            return False
        quantity, counted = quantities[amount.quantity], quantities[index]
        if quantity.value_max is not None:
            return self.reading.status(quantity) != "planned"  # "kinh phí dự kiến 45 - 50 triệu đồng"
        worth = self.wording.worth
        if quantity.value < counted.value * worth.least_of(units_of(doing, quantities)):
            return True  # "20 xe đạp giá 1,5 triệu đồng"
        return worth.too_small_to_share(quantity.value, counted.value, counted.unit, doing.indicator)

    def is_shared(self, amount: Amount, doing: Doing) -> bool:
        """Whether what people are said to get is for all of them: "21 học sinh nhận học bổng 31 triệu đồng"."""
        quantity, index = self.reading.lexed.quantities[amount.quantity], doing.match.number("recipients")
        if (
            index is None
            or doing.totals
            or amount.reach != "own"
            or amount.of is not None
            or amount.start < doing.start
        ):
            return False
        return self.wording.worth.shared_by_all(quantity.value, self.reading.lexed.quantities[index].value)

    def is_beyond_each(self, amount: Amount, doing: Doing) -> bool:
        """Whether what a label makes a price is more than anyone gets: "2.600 suất; sinh viên đại học: 24 tỷ đồng"."""
        quantities, index = self.reading.lexed.quantities, doing.counted
        if index is None or doing.totals or amount.of is not None:
            return False
        return self.wording.worth.no_award(quantities[amount.quantity].value, quantities[index].value)

    def is_for_all(self, amount: Amount, doing: Doing) -> bool:
        """Whether what seems to be in each is all of them: "293 phần, mỗi phần gồm ..., trị giá 109.950.000đ"."""
        quantities, index = self.reading.lexed.quantities, doing.counted
        if index is None or doing.totals or amount.of is not None or amount.reach not in ("own", "list", "all"):
            return False
        return self.wording.worth.too_much_for_each(quantities[amount.quantity].value, quantities[index].value)

    def named(self, doings: list[Doing], amount: Amount) -> list[Doing]:
        """Those of the kind that the phrase itself names: "tổng trị giá các suất học bổng"."""
        start = self.reading.structure.segment(amount.start).start
        before = self.reading.folded[max(start, amount.opens - _LINK) : amount.opens]
        named = {
            doing.indicator
            for doing in doings
            if "object" in doing.match.slots and self._is_named(doing.match.slots["object"].text, before, amount.words)
        }
        return [doing for doing in doings if doing.indicator in named]

    def _is_named(self, thing: str, before: str, words: str) -> bool:
        """Whether a phrase names a thing alone: not where it begins with it, and another is joined to it before."""
        return self.wording.is_named_alone(thing, f"{before}{words}" if words.startswith(thing) else words)

    def is_beside(self, doing: Doing, amount: Amount) -> bool:
        """Whether the sentence of an amount names a thing with another: "Học bổng và quà có tổng trị giá 20 triệu"."""
        if "object" not in doing.match.slots:
            return False
        start = self.reading.structure.segment(amount.start).start
        words = self.reading.folded[start : amount.start]
        return self.wording.is_named_with(doing.match.slots["object"].text, words)

    def may_cost(self, doing: Doing, amount: Amount) -> bool:
        """Whether a price may be for a thing, by what its phrase names: "mỗi hộ được một phần quà" is no học bổng."""
        own = doing.match.slots["object"].text if "object" in doing.match.slots else ""
        return not self.wording.is_for_another(doing.indicator, amount.words, own)

    def around(self, doing: Doing, amount: Amount) -> Doing:
        """The thing, or what it is part of in a bracket that closes before the amount: "40 suất (15 ... 25 ...), X"."""
        whole, counted = doing.whole, counted_at(doing, self.reading.lexed.quantities)
        if not isinstance(whole, Doing) or not in_bracket(doing.start, self.reading):
            return doing
        return whole if ")" in self.reading.folded[counted : amount.start] else doing

    def beside(self, doings: list[Doing], amount: Amount) -> list[Doing]:
        """Those inside the bracket that an amount stands in, or outside of brackets as it does itself; all, if none.

        "110 em do A (10 suất, 150 triệu đồng)"; "10 em (thôn Đông 2 suất, thôn Tây 3 suất) với tổng số tiền 70 triệu".
        """
        opened = bracket_start(amount.start, self.reading)
        if opened is None:
            return self.outside(doings)
        return [doing for doing in doings if doing.start > opened] or doings

    def outside(self, doings: list[Doing]) -> list[Doing]:
        """Without what is only told in brackets, and no part: "90 em, do A và B (10 suất, 150 triệu đồng) tài trợ"."""
        return [
            doing for doing in doings if doing.whole is not None or not in_bracket(doing.start, self.reading)
        ] or doings

    def people(self, doings: list[Doing]) -> list[Doing]:
        """The last, and those of its kind right before it, if they only count who gets one: "21 em ở A, 9 em ở B"."""
        run: list[Doing] = []
        for doing in reversed(doings):
            alone = "recipients" in doing.match.slots and "count" not in doing.match.slots
            alike = not run or (
                doing.indicator == run[0].indicator and doing.whole is run[0].whole and not doing.eaches
            )
            if not alone or not alike:
                break
            run.insert(0, doing)
        return run

    def make_up(self, parts: list[Doing], whole: Doing) -> bool:
        """Whether things are all the parts of another, by their numbers."""
        quantities = self.reading.lexed.quantities
        indices = (doing.counted for doing in (whole, *parts))
        size, *sizes = (0 if index is None else quantities[index].value for index in indices)
        return size == sum(sizes)

    def shares(self, doing: Doing, following: Doing, amount: Amount) -> bool:
        """Whether two neighbours have one total: things of one verb, or of one family ("cất 6 căn, sửa chữa 01 căn").

        An amount of its own ("trị giá") reaches back over "và" alone, and only within a family.
        """
        related = self.reading.family(doing) == self.reading.family(following)
        counted = counted_at(following, self.reading.lexed.quantities)
        if amount.reach != "list":
            return related and "," not in self.reading.folded[doing.match.end : counted]
        return related or not self.acts_between(doing, counted)

    def acts_between(self, doing: Doing, end: int) -> bool:
        """Whether a verb between a thing and ``end`` does something else."""
        return self.wording.has_verb(self.reading.folded, doing.match.end, end)


def _group(doing: Doing) -> str:
    return doing.match.slots["group"].text if "group" in doing.match.slots else ""
