"""The amounts behind each total: the largest of every indicator, counted or left out, with the words around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.report.addresses import row_address
from extract.report.largest import LONGEST, Largest
from extract.report.places import place_of
from extract.report.quotation import Quotation, quotation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.dataset import PageRows
    from extract.model import Money
    from extract.report.parts import Parts
    from extract.report.places import Place
    from extract.report.totals import Judged


class LedgerLine(NamedTuple):
    """One amount, why it is left out if it is, and where it stands."""

    money: Money
    left_out: str | None
    same_as: str | None
    """Address of the amount on another page that counts instead."""
    words: Quotation
    place: Place


class Ledgers:
    """For every indicator the largest amounts that count and the largest that do not."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._largest = Largest[tuple[str | None, bool], LedgerLine](longest)

    def add(self, page: PageRows, judged: Iterable[Judged], parts: Parts) -> None:
        """Take the amounts of one page."""
        entry = page.entry
        for money, left_out, same_as in judged:
            line = LedgerLine(
                money,
                left_out,
                None if same_as is None else row_address(*same_as),
                quotation(entry.text, money.start, money.end),
                place_of(money.figure_id, money.start, entry, parts),
            )
            self._largest.add((money.indicator, left_out is None), money.amount_vnd, line)

    def lines(self, indicator: str | None, *, counted: bool) -> list[LedgerLine]:
        """The largest first."""
        return self._largest.of((indicator, counted))
