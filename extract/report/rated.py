"""Ratings of all pages: the levels that count, those that do not and why, and where each stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from extract.audit.left_out import RATINGS, REASONS
from extract.report.largest import Largest
from extract.report.places import place_of
from extract.report.reasons import reasons_in
from extract.tables import schemas

if TYPE_CHECKING:
    from extract.dataset import Dataset, PageRows
    from extract.model import Rating
    from extract.report.parts import Parts
    from extract.report.places import Place
    from extract.report.reasons import Reasons


class RatedLine(NamedTuple):
    """A level of a rated set, why it is left out if it is, and where it stands."""

    row: Rating
    left_out: str | None
    same_as: str | None
    """Address of the row on another page that counts instead."""
    place: Place


@dataclass(slots=True)
class RatedRows:
    """All ratings of a dataset, gathered while its pages are written. Levels of several scales have no sum."""

    reasons: Reasons
    _rows: Counter[str | None] = field(default_factory=Counter)
    """By the reason that leaves them out; ``None``: they count."""
    _lines: Largest[bool, RatedLine] = field(default_factory=Largest)

    def add(self, page: PageRows, parts: Parts) -> None:
        """Take the ratings of one page."""
        for row in page.ratings:
            reason = self.reasons.left_out.get(row.rating_id)
            self._rows[reason] += 1
            place = place_of(row.rating_id, row.start, page.entry, parts)
            line = RatedLine(row, reason, self.reasons.same_as.get(row.rating_id), place)
            self._lines.add(reason is None, row.count or 0, line)

    @property
    def told(self) -> int:
        """How many there are."""
        return self._rows.total()

    @property
    def counted(self) -> int:
        """How many count."""
        return self._rows[None]

    def steps(self) -> list[tuple[str, int]]:
        """How many are left out, by reason, in the order of all reasons."""
        return [(reason, self._rows[reason]) for reason in REASONS if self._rows[reason]]

    def lines(self, *, counted: bool) -> list[RatedLine]:
        """Those of most groups first."""
        return self._lines.of(counted)


def rated_rows_of(dataset: Dataset) -> RatedRows:
    """No row yet, but what decides about each of a dataset."""
    return RatedRows(reasons_in(dataset, schemas.RATINGS, RATINGS))
