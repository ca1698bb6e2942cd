"""Totals of money by indicator, with what they leave out and why: the bridges of ``extract.audit``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from extract.audit import bridges, judged, mentions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.audit import Bridge
    from extract.dataset import Dataset, PageRows
    from extract.model import Money


class Counterpart(NamedTuple):
    """The amount on another page that counts for one of the same event."""

    page_id: str
    figure_id: str


class Judged(NamedTuple):
    """An amount, and why totals leave it out; ``None``: it counts."""

    money: Money
    left_out: str | None
    same_as: Counterpart | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """What became of every amount of a dataset, and the totals."""

    all: Bridge
    by_indicator: tuple[Bridge, ...]
    """The largest first; amounts without an indicator last."""
    reasons: Mapping[str, str]
    """By ``figure_id``, of those left out."""
    counterparts: Mapping[str, Counterpart]

    def judge(self, page: PageRows) -> tuple[Judged, ...]:
        """Every amount of a page, in its order."""
        return tuple(
            Judged(money, self.reasons.get(money.figure_id), self.counterparts.get(money.figure_id))
            for money in page.money
        )


def totals_of(dataset: Dataset) -> Totals:
    """Judge every amount of a dataset."""
    rows = judged(mentions(dataset))
    left = rows.dropna(subset="left_out")
    linked = rows.dropna(subset="same_as")
    pages = dict(zip(rows["figure_id"], rows["page_id"], strict=True))
    (everything,) = bridges(rows)
    by_indicator = sorted(
        bridges(rows, ["indicator"]),
        key=lambda found: (found.group[0] is None, -found.counted_vnd, found.group[0] or ""),
    )
    return Totals(
        everything,
        tuple(by_indicator),
        dict(zip(left["figure_id"], left["left_out"], strict=True)),
        {
            figure_id: Counterpart(pages[other], other)
            for figure_id, other in zip(linked["figure_id"], linked["same_as"], strict=True)
        },
    )
