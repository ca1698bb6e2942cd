"""Scholarships summed up by place and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.loading.counted import described, worth
from extract.tables.view_schemas import SCHOLARSHIPS_BY_COMMUNE

if TYPE_CHECKING:
    import pandas as pd

_BY = ["province", "district", "commune", "year"]


def by_commune(judged: pd.DataFrame) -> pd.DataFrame:
    """One row a place and year, of all judged rows."""
    rows = judged[judged["left_out"].isna()]
    groups = rows.assign(amount_total_vnd=worth(rows)).groupby(_BY, dropna=False)
    sums = groups[["count", "amount_total_vnd"]].sum(min_count=1)  # missing where nothing is told
    frame = groups.size().rename("statements").to_frame().join(sums).reset_index()
    return described(frame, SCHOLARSHIPS_BY_COMMUNE.description, judged)
