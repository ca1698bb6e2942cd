"""Scholarships summed up by place and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.loading.counted import worth

if TYPE_CHECKING:
    import pandas as pd

    from extract.loading.counted import Judged

_BY = ["province", "district", "commune", "year"]


def by_commune(judged: Judged) -> pd.DataFrame:
    """One row a place and year."""
    rows = judged.counting()
    groups = rows.assign(amount_total_vnd=worth(rows)).groupby(_BY, dropna=False)
    sums = groups[["count", "amount_total_vnd"]].sum(min_count=1)  # missing where nothing is told
    return groups.size().rename("statements").to_frame().join(sums).reset_index()
