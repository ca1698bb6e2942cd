"""Scholarships of all pages: how many are told, why some are in no sum, and where each stands.

The sum is that of the view ``scholarships_by_commune``, and so are the reasons.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from extract.audit.left_out import REASONS, SCHOLARSHIPS, reasons_of
from extract.audit.pages import pages
from extract.report.addresses import anchor, row_address
from extract.report.largest import Largest
from extract.tables import schemas

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from extract.dataset import Dataset, PageRows
    from extract.model import Scholarship
    from extract.report.parts import Parts


class AwardLine(NamedTuple):
    """A row of scholarships, where it stands, and why it is left out if it is."""

    row: Scholarship
    worth_vnd: int | None
    left_out: str | None
    same_as: str | None
    """Address of the row on another page that counts instead."""
    file: str
    anchor: str
    title: str | None
    uri: str
    commune: str | None
    day: date | None
    year: int | None


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

    reasons: Mapping[str, str]
    """By ``scholarship_id``, of those left out."""
    same_as: Mapping[str, tuple[str, str]]
    """By ``scholarship_id``: page and row that count instead."""
    told: Tally = field(default_factory=Tally)
    counted: Tally = field(default_factory=Tally)
    _left_out: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    _lines: Largest[bool, AwardLine] = field(default_factory=Largest)

    def add(self, page: PageRows, parts: Parts) -> None:
        """Take the scholarships of one page."""
        entry = page.entry
        for row in page.scholarships:
            reason, other, vnd = self.reasons.get(row.scholarship_id), self.same_as.get(row.scholarship_id), worth(row)
            self.told.add(row, vnd)
            (self.counted if reason is None else self._left_out[reason]).add(row, vnd)
            line = AwardLine(
                row,
                vnd,
                reason,
                None if other is None else row_address(*other),
                parts.file_at(row.start),
                anchor(row.scholarship_id, entry.page_id),
                entry.title,
                entry.uri,
                entry.commune_name or entry.commune,
                entry.event_date or entry.published_on,
                entry.year,
            )
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
    rows = dataset.frame(schemas.SCHOLARSHIPS)
    reasons = reasons_of(rows, pages(dataset), SCHOLARSHIPS).assign(id=rows["scholarship_id"])
    left, linked = reasons.dropna(subset="left_out"), reasons.dropna(subset="same_as")
    page_of = dict(zip(rows["scholarship_id"], rows["page_id"], strict=True))
    return Awards(
        dict(zip(left["id"], left["left_out"], strict=True)),
        {row: (page_of[other], other) for row, other in zip(linked["id"], linked["same_as"], strict=True)},
    )
