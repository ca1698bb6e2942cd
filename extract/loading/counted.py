"""Rows of a table with their page, judged; those that count, and what is said of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.audit.bridge import exact_sum
from extract.audit.left_out import FIGURES, MONEY, RATINGS, SCHOLARSHIPS, judged_rows
from extract.audit.pages import beside
from extract.tables import schemas

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


def judged(rows: pd.DataFrame, of_pages: pd.DataFrame, view: ViewSchema) -> pd.DataFrame:
    """All rows of a table, in the columns of a view that has them all."""
    found = judged_rows(beside(rows, of_pages), _TELLINGS[view.of.name])
    return described(found[[column.name for column in view.columns]], view.description)


def counted(rows: pd.DataFrame, view: ViewSchema) -> pd.DataFrame:
    """Of judged rows those that count; ``attrs`` say how many rows and đồng are left out for which reason."""
    kept = rows[rows["left_out"].isna()].drop(columns=["left_out", "same_as"]).reset_index(drop=True)
    return described(kept, view.description, rows)


def described(frame: pd.DataFrame, description: str, judged: pd.DataFrame | None = None) -> pd.DataFrame:
    """The frame with its ``attrs``; ``judged`` are all rows that it might have."""
    frame.attrs = {"description": description, ROWS: {}, VND: {}}
    if judged is not None:
        left = judged[judged["left_out"].notna()]
        by_reason = left.groupby("left_out", sort=False)
        frame.attrs[ROWS] = {str(reason): int(rows) for reason, rows in by_reason.size().items()}
        amounts = _vnd(left)
        if amounts is not None:
            sums = amounts.groupby(left["left_out"], sort=False)
            frame.attrs[VND] = {str(reason): exact_sum(vnd) for reason, vnd in sums}
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
