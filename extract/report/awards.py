"""Scholarships of all pages: how many are told, why some are in no sum, and where each stands.

The sum is that of the view ``scholarships_by_commune``, and so are the reasons.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from extract.audit.left_out import REASONS, SCHOLARSHIPS
from extract.report.largest import Largest
from extract.report.places import place_of
from extract.report.reasons import reasons_in
from extract.tables import schemas

if TYPE_CHECKING:
    from extract.dataset import Dataset, PageRows
    from extract.model import Scholarship
    from extract.report.parts import Parts
    from extract.report.places import Place
    from extract.report.reasons import Reasons


class AwardLine(NamedTuple):
    """A row of scholarships, why it is left out if it is, and where it stands."""

    row: Scholarship
    worth_vnd: int | None
    left_out: str | None
    same_as: str | None
    """Address of the row on another page that counts instead."""
    place: Place


@dataclass(slots=True)
class Tally:
    """Rows that count, or are left out for one reason: how many, the scholarships in them, and đồng as far as told."""

    rows: int = 0
    scholarships: int = 0
    vnd: int = 0

    def add(self, row: Scholarship, worth_vnd: int | None) -> None:
        """Take a row."""
        self.rows += 1
        self.scholarships += row.count or 0
        self.vnd += worth_vnd or 0


@dataclass(slots=True)
class Awards:
    """All rows of scholarships of a dataset, gathered while its pages are written."""

    reasons: Reasons
    told: Tally = field(default_factory=Tally)
    counted: Tally = field(default_factory=Tally)
    _left_out: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    _lines: Largest[bool, AwardLine] = field(default_factory=Largest)

    def add(self, page: PageRows, parts: Parts) -> None:
        """Take the scholarships of one page."""
        for row in page.scholarships:
            row_id, vnd = row.scholarship_id, worth(row)
            reason = self.reasons.left_out.get(row_id)
            self.told.add(row, vnd)
            (self.counted if reason is None else self._left_out[reason]).add(row, vnd)
            place = place_of(row_id, row.start, page.entry, parts)
            line = AwardLine(row, vnd, reason, self.reasons.same_as.get(row_id), place)
            self._lines.add(reason is None, row.count or 0, line)

    def steps(self) -> list[tuple[str, Tally]]:
        """What is left out, by reason, in the order of all reasons."""
        return [(reason, self._left_out[reason]) for reason in REASONS if reason in self._left_out]

    def lines(self, *, counted: bool) -> list[AwardLine]:
        """The rows with most scholarships first."""
        return self._lines.of(counted)


def worth(row: Scholarship) -> int | None:
    """What scholarships are worth in đồng, as far as it is told: the total, else count times each."""
    if row.amount_total_vnd is not None:
        return row.amount_total_vnd
    if row.count is None or row.amount_each_vnd is None:
        return None
    return row.count * row.amount_each_vnd


def awards_of(dataset: Dataset) -> Awards:
    """No row yet, but what decides about each of a dataset."""
    return Awards(reasons_in(dataset, schemas.SCHOLARSHIPS, SCHOLARSHIPS))
