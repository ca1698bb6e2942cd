"""Rows of a table with their page, judged; those that count, and what is said of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.audit.bridge import exact_sum
from extract.audit.left_out import FIGURES, MONEY, RATINGS, SCHOLARSHIPS, reasons_of
from extract.audit.pages import beside
from extract.tables import schemas
from extract.tables.view_schemas import OF_PAGE

if TYPE_CHECKING:
    import pandas as pd

    from extract.tables.view_schemas import ViewSchema

ROWS, VND = "left_out", "left_out_vnd"
"""Keys of ``DataFrame.attrs``: how many rows a view has left out, and how many đồng, by reason."""

_TELLINGS = {
    schemas.FIGURES.name: FIGURES,
    schemas.MONEY.name: MONEY,
    schemas.SCHOLARSHIPS.name: SCHOLARSHIPS,
    schemas.RATINGS.name: RATINGS,
}


class Judged(NamedTuple):
    """The rows of a table, why each counts for nothing (see ``reasons_of``), and all pages."""

    rows: pd.DataFrame
    reasons: pd.DataFrame
    pages: pd.DataFrame

    @classmethod
    def of(cls, table: str, rows: pd.DataFrame, of_pages: pd.DataFrame) -> Judged:
        """Judge the rows of a table."""
        return cls(rows, reasons_of(rows, of_pages, _TELLINGS[table]), of_pages)

    def every(self, view: ViewSchema) -> pd.DataFrame:
        """All rows with their page, in the columns of a view that has them all."""
        found = beside(self.rows.drop(columns="left_out"), self._told()).assign(**self.reasons)
        return described(found, view.description)

    def counting(self) -> pd.DataFrame:
        """The rows that count, with their page."""
        kept = self.rows[self.reasons["left_out"].isna()].drop(columns="left_out")
        return beside(kept.reset_index(drop=True), self._told())

    def summed(self, frame: pd.DataFrame, view: ViewSchema) -> pd.DataFrame:
        """A view made of the rows that count; its ``attrs`` say how many rows and đồng are not in it, by reason."""
        described(frame, view.description)
        reasons = self.reasons["left_out"]
        frame.attrs[ROWS] = {str(reason): int(rows) for reason, rows in reasons.value_counts().items()}
        amounts = _vnd(self.rows)
        if amounts is not None:
            sums = amounts.groupby(reasons, sort=False)
            frame.attrs[VND] = {str(reason): exact_sum(vnd) for reason, vnd in sums}
        return frame

    def _told(self) -> pd.DataFrame:
        """What views tell of pages."""
        return self.pages[["page_id", *(column.name for column in OF_PAGE)]]


def described(frame: pd.DataFrame, description: str) -> pd.DataFrame:
    """The frame with its ``attrs``."""
    frame.attrs = {"description": description, ROWS: {}, VND: {}}
    return frame


def worth(rows: pd.DataFrame) -> pd.Series[int]:
    """What scholarships are worth, as far as it is told: where no total is, count times each."""
    return rows["amount_total_vnd"].fillna(rows["count"] * rows["amount_each_vnd"])


def _vnd(rows: pd.DataFrame) -> pd.Series[int] | None:
    """The amounts of rows in đồng, for tables that have some; of figures those that are money."""
    if "amount_vnd" in rows:
        return rows["amount_vnd"]
    if "amount_total_vnd" in rows:
        return worth(rows).dropna()
    if "value" in rows:
        return rows.loc[rows["kind"] == "money", "value"].astype("int64")
    return None
