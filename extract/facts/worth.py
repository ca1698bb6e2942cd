"""What one of several things can be worth: whether an amount is that of each or of all, by size alone."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class Worth:
    """The numbers of the sections ``worth``, ``least_each`` and ``least_of``, in đồng; units of cheap things."""

    cheap_units: frozenset[str]
    """Units of what costs some thousand đồng."""
    least_by_indicator: dict[str, int]
    least_by_name: dict[str, int]
    least_each: int
    rough_from: int
    round_to: int
    cheapest: int
    most: int
    most_given: int
    least_given: int
    most_award: int
    most_in_all: int
    much_award: int
    round_award: int
    least_award: int
    most_gift: int

    @classmethod
    def load(cls, files: RuleFiles) -> Worth:
        """Read the sections of all rule files; later files override earlier ones."""
        numbers = files.whole_numbers("worth", *(field.name for field in fields(cls) if field.type == "int"))
        cheap, by_indicator = files.words("cheap_units"), files.whole_numbers("least_each")
        return cls(cheap, by_indicator, files.whole_numbers("least_of"), **numbers)

    def least_of(self, names: Iterable[str]) -> int:
        """What nobody gives one of these things for less than: "bò", also of a longer name, "bò giống"; 0 if unknown.

        >>> from extract.rulefiles import load
        >>> worth = Worth.load(load())
        >>> worth.least_of(["con", "bò giống"]) > worth.least_of(["xe đạp"]) > worth.least_of(["phần"]) == 0
        True
        """
        known = self.least_by_name.items()
        return max((least for name in names for key, least in known if f"{name} ".startswith(f"{key} ")), default=0)

    def too_small_to_share(self, amount: float, number: float, unit: str | None = None, indicator: str = "") -> bool:
        """Whether ``amount`` đồng can only be that of each of ``number`` things, and no total of them.

        >>> from extract.rulefiles import load
        >>> too_small = Worth.load(load()).too_small_to_share
        >>> too_small(500_000, 52), too_small(2_500_000, 30), too_small(1_500_000, 30)
        (True, True, False)
        >>> too_small(500_000, 3_000), too_small(7_500_000, 2_500)
        (True, False)
        >>> too_small(500_000, 20), too_small(500_000, 20, "suất", "scholarship"), too_small(500_000, 52, "cuốn")
        (False, True, False)
        """
        share = amount / number
        if unit in self.cheap_units:
            return share < self.cheapest
        if share >= self.cheapest and amount * number >= self.most:
            return False
        if share < self.least_by_indicator.get(indicator, self.least_each):
            return True
        return share < self.rough_from and share % self.round_to != 0

    def shared_by_all(self, amount: float, number: float) -> bool:
        """Whether what ``number`` people got is rather the total: more than one gets, and enough for all.

        "21 học sinh nhận học bổng 31 triệu đồng", not "89 sinh viên nhận học bổng 15 triệu đồng". One may get as much
        as "36 cháu nhận học bổng trị giá 18 triệu đồng" says, but by chance 36 leaves no share as round as 500.000
        đồng.

        >>> from extract.rulefiles import load
        >>> shared = Worth.load(load()).shared_by_all
        >>> shared(31_000_000, 21), shared(15_000_000, 89), shared(20_000_000, 1)
        (True, False, False)
        >>> shared(18_000_000, 36), shared(15_000_000, 30), shared(3_000_000, 36)
        (True, False, False)
        """
        if number <= 1 or amount / number < self.least_award:
            return False
        return amount > self.most_award or (amount > self.much_award and self._shares_evenly(amount, number))

    def _shares_evenly(self, amount: float, number: float) -> bool:
        """Whether a round share is left by a number that seldom leaves one: it is no product of few 2, 3 and 5."""
        rest = int(number)
        for factor in (2, 2, 2, 3, 5, 5):
            rest = rest // factor if rest % factor == 0 else rest
        return rest > 1 and amount % (number * self.round_award) == 0

    def too_much_for_each(self, amount: float, number: float) -> bool:
        """Whether ``amount`` đồng can only be the total of ``number`` things that people are given, not that of each.

        >>> from extract.rulefiles import load
        >>> too_much = Worth.load(load()).too_much_for_each
        >>> too_much(109_950_000, 293), too_much(300_000, 293), too_much(25_000_000, 40)
        (True, False, False)
        """
        return amount * number >= self.most_given and amount / number >= self.least_given

    def no_award(self, amount: float, number: float) -> bool:
        """Whether ``amount`` đồng is more than any of ``number`` awards is worth, and enough for all of them.

        >>> from extract.rulefiles import load
        >>> no_award = Worth.load(load()).no_award
        >>> no_award(24_000_000_000, 2_639), no_award(2_000_000_000, 12), no_award(60_000_000, 1_500)
        (True, False, False)
        """
        return amount * number >= self.most_in_all and amount / number >= self.least_award

    def is_of_one(self, amount: float, told: Container[str]) -> bool:
        """Whether each of many things that nobody counted may be worth ``amount``; ``told``: how a phrase names them.

        "hàng chục suất học bổng trị giá 1 triệu đồng".

        >>> from extract.rulefiles import load
        >>> worth = Worth.load(load())
        >>> worth.is_of_one(5_000_000, ["many_awards"]), worth.is_of_one(5_000_000, ["many_gifts"])
        (True, False)
        """
        most = (("many_awards", self.most_award), ("many_gifts", self.most_gift), ("yearly", self.most_award))
        return any(slot in told and amount <= limit for slot, limit in most)
