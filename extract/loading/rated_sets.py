"""Ratings with a column a level: one row a rated set."""

from __future__ import annotations

import pandas as pd

from extract.loading.counted import described
from extract.tables.view_schemas import RATINGS_WIDE

_SHARE = "_percent"


def wide(judged: pd.DataFrame) -> pd.DataFrame:
    """One row a set, of all judged rows; a level told in two rows of a set has their sum."""
    rows = judged[judged["left_out"].isna()]
    every = judged["level_code"].fillna(judged["level"])  # a level that only plans have is a column, too
    sets = rows.groupby("set_id", sort=False)
    names = [column.name for column in RATINGS_WIDE.columns if column.name not in {"set_id", "group_total"}]
    frame = sets[names].first().join(sets["group_total"].max())
    levels = rows.assign(level=every).groupby(["set_id", "level"], sort=False)
    for column, dtype, ending in (("count", pd.Int64Dtype(), ""), ("percent", pd.Float64Dtype(), _SHARE)):
        names_told = sorted(every[judged[column].notna()].unique())
        told = levels[column].sum(min_count=1).dropna().unstack("level")
        frame = frame.join(told.reindex(columns=names_told).astype(dtype).add_suffix(ending))
    return described(frame.reset_index(), RATINGS_WIDE.description, judged)
