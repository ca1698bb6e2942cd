"""Ratings with a column a level: one row a rated set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from extract.tables.view_schemas import RATINGS_WIDE

if TYPE_CHECKING:
    from extract.loading.counted import Judged

_SHARE = "_percent"


def wide(judged: Judged) -> pd.DataFrame:
    """One row a set; a level told in two rows of a set has their sum."""
    rows, every = judged.counting(), judged.rows
    sets = rows.groupby("set_id", sort=False)
    names = [column.name for column in RATINGS_WIDE.columns if column.name not in {"set_id", "group_total"}]
    frame = sets[names].first().join(sets["group_total"].max())
    levels = rows.assign(level=_levels(rows)).groupby(["set_id", "level"], sort=False)
    for column, dtype, ending in (("count", pd.Int64Dtype(), ""), ("percent", pd.Float64Dtype(), _SHARE)):
        names_told = sorted(_levels(every)[every[column].notna()].unique())  # also what only plans have
        told = levels[column].sum(min_count=1).dropna().unstack("level")
        frame = frame.join(told.reindex(columns=names_told).astype(dtype).add_suffix(ending))
    return frame.reset_index()


def _levels(rows: pd.DataFrame) -> pd.Series[str]:
    return rows["level_code"].fillna(rows["level"])
