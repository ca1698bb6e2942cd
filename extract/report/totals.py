"""Which amounts of money a total may hold, and why the others are left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.model import Money
    from extract.report.dataset import PageRows

LeftOut = Literal["duplicate_page", "restated", "plan", "whole", "planned", "norm", "each", "part"]
"""Why an amount is in no total; of several reasons the first."""

REASONS: tuple[LeftOut, ...] = get_args(LeftOut)


class Judged(NamedTuple):
    """An amount, and why totals leave it out; ``None``: it counts."""

    money: Money
    left_out: LeftOut | None


def judge_money(page: PageRows) -> Iterator[Judged]:
    """Every amount of a page, in its order."""
    roles = {figure.figure_id: figure.role for figure in page.figures}
    parts = _parts(page)
    for money in page.money:
        role = roles.get(money.figure_id, "value")
        reason: LeftOut | None = None
        if page.entry.is_repeat:
            reason = "duplicate_page"
        elif role != "value":
            reason = role
        elif money.status != "achieved":
            reason = money.status
        elif money.scope == "each":
            reason = "each"
        elif money.statement_id in parts:
            reason = "part"
        yield Judged(money, reason)


def _parts(page: PageRows) -> frozenset[str | None]:
    """Statements whose money stands inside the total of another one that counts itself."""
    totals = {
        statement.statement_id
        for statement in page.statements
        if statement.amount_total_vnd is not None and statement.status == "achieved"
    }
    return frozenset(statement.statement_id for statement in page.statements if statement.part_of in totals)


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
    left_out: dict[LeftOut, Sum] = field(default_factory=lambda: {reason: Sum() for reason in REASONS})

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

    def reasons(self) -> list[tuple[LeftOut, Sum]]:
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
