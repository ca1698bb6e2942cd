"""A figure with the percentage that tells which part of a whole it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from extract.checks.interval import Interval, of
from extract.checks.printed import as_printed, printed_percent
from extract.checks.relation import Side, relation, side_of
from extract.codes import COUNTS

if TYPE_CHECKING:
    from extract.checks.relation import Verdict
    from extract.facts.reading import Reading
    from extract.model import Check, Quantity

KIND = "percent_of"


class Share(NamedTuple):
    """A part and its percentage, of a whole that stands somewhere else."""

    part: Quantity
    percent: Quantity

    def fits(self, whole: Quantity, reading: Reading) -> bool:
        """Whether the percentage is that of the part in a whole; "trên 2.000" counts as printed."""
        left, right = self.sides(whole, reading)
        return left.meets(right)

    def sides(self, whole: Quantity, reading: Reading) -> tuple[Interval, Interval]:
        """The percentage as reckoned, and as printed."""
        share = of(as_printed(self.part)).percent_of(of(as_printed(whole)))
        return share, printed_percent(self.percent, reading.folded)

    def check(
        self,
        whole: Quantity,
        reading: Reading,
        verdict: Verdict | None = None,
        *,
        kind: str = KIND,
        whole_text: str | None = None,
    ) -> Check:
        """The row; its verdict is whether the two sides meet unless another is given, and the whole is quoted."""
        left, right = self.sides(whole, reading)
        part, percent = self.part, self.percent
        of_text = whole_text or reading.quote(whole.start, whole.end)
        return relation(
            reading.page.page_id,
            kind,
            Side(f"{reading.quote(part.start, part.end)} / {of_text}", left),
            side_of(percent, reading, right),
            (min(part.start, percent.start), max(part.end, percent.end)),
            verdict=verdict,
            shared=(part, whole),
        )


Placed: TypeAlias = tuple[int, Share]
"""A share and the place of its part in ``Lexed.quantities``."""
Settled: TypeAlias = "tuple[int, Share, Quantity]"
"""The same, and its whole."""


def may_be_whole(whole: Quantity, part: Quantity) -> bool:
    """Whether something of the kind of ``part`` may be a part of ``whole``: "40 đảng viên" of "52 đồng chí"."""
    if whole.kind in COUNTS:
        return part.kind in COUNTS
    return whole.kind == part.kind and whole.unit == part.unit
