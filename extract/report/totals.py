"""Totals of money by indicator, with what they leave out and why (see ``extract.audit``)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from extract.audit import judged, mentions
from extract.audit.bridge import LINES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.dataset import Dataset, PageRows
    from extract.model import Money


class Judged(NamedTuple):
    """An amount, and why totals leave it out; ``None``: it counts."""

    money: Money
    left_out: str | None


def reasons_of(dataset: Dataset) -> dict[str, str]:
    """Why amounts are left out of totals, by ``figure_id``; those that count are not in it."""
    left = judged(mentions(dataset)).dropna(subset="left_out")
    return dict(zip(left["figure_id"], left["left_out"], strict=True))


def judge_money(page: PageRows, reasons: Mapping[str, str]) -> tuple[Judged, ...]:
    """Every amount of a page, in its order, with its reason among those of the dataset."""
    return tuple(Judged(money, reasons.get(money.figure_id)) for money in page.money)


@dataclass(slots=True)
class Sum:
    """How many amounts, and how much together."""

    count: int = 0
    vnd: int = 0

    def add(self, vnd: int) -> None:
        """One more."""
        self.count += 1
        self.vnd += vnd


@dataclass(slots=True)
class Total:
    """The money of one indicator: ``mentioned`` is ``counted`` and every ``left_out`` together, to the đồng."""

    indicator: str | None
    mentioned: Sum = field(default_factory=Sum)
    counted: Sum = field(default_factory=Sum)
    low_vnd: int = 0
    high_vnd: int = 0
    """Greatest amount of those that have one."""
    open_ended: int = 0
    """Amounts counted that have no greatest ("hơn 67 triệu đồng")."""
    approximate: int = 0
    """Amounts counted that are not exact."""
    left_out: dict[str, Sum] = field(default_factory=lambda: {reason: Sum() for reason in LINES})

    def add(self, judged: Judged) -> None:
        """Count one amount in, or leave it out. A range counts with its smaller end; ``high_vnd`` has the larger."""
        money = judged.money
        self.mentioned.add(money.amount_vnd)
        if judged.left_out is not None:
            self.left_out[judged.left_out].add(money.amount_vnd)
            return
        self.counted.add(money.amount_vnd)
        self.low_vnd += money.low_vnd
        self.high_vnd += money.amount_vnd if money.high_vnd is None else money.high_vnd
        self.open_ended += money.high_vnd is None
        self.approximate += money.comparator != "eq"

    def reasons(self) -> list[tuple[str, Sum]]:
        """What was left out, if anything, by reason."""
        return [(reason, found) for reason, found in self.left_out.items() if found.count]


class Totals:
    """Money by indicator, over all pages."""

    def __init__(self) -> None:
        self._by_indicator: dict[str | None, Total] = {}
        self.all = Total(None)

    def add(self, judged: Judged) -> None:
        """Take one amount."""
        indicator = judged.money.indicator
        self._by_indicator.setdefault(indicator, Total(indicator)).add(judged)
        self.all.add(judged)

    def rows(self) -> list[Total]:
        """The largest total first; amounts without an indicator last."""
        found = self._by_indicator.values()
        return sorted(found, key=lambda total: (total.indicator is None, -total.counted.vnd, total.indicator or ""))
