"""A multiplier behind an amount in full: "300.000 ngàn đồng" is three hundred thousand, not three hundred million.

A hint that the amount is worth a look, no more: nothing on the page speaks against how it was read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.checks.interval import exactly, of
from extract.checks.relation import Side, Verdict, relation
from extract.lex.doubled import written_amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.facts.page_facts import Drawn
    from extract.model import Check

KIND = "doubled_multiplier"


def doubled_multipliers(drawn: Drawn, known: dict[str, int]) -> Iterator[Check]:
    """One check for every amount whose multiplier was passed over: left as it was read, right as it is written.

    ``known``: by what each word multiplies.
    """
    reading = drawn.reading
    for money in reading.lexed.quantities:
        written = written_amount(money, reading.folded, known)
        if written is None or written.number != money.value:
            continue
        quote, literal = reading.quote(money.start, money.end), written.number * written.factor
        yield relation(
            reading.page.page_id,
            KIND,
            Side(quote, of(money)),
            Side(quote, exactly(literal)),
            (money.start, money.end),
            verdict=Verdict("unchecked", "written_twice"),
        )
