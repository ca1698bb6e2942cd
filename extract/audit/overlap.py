"""What a total may hold twice though nothing shows it: the report of a year tells again what the news of it told.

News and report have other days and often round otherwise, so they are no one event (``extract.audit.same_event``), and
both count. All that can be said is how much is at stake.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_PLACE = ["commune", "district", "province"]
_MATTER = [*_PLACE, "year", "indicator"]


def overlap_vnd(counted: pd.DataFrame) -> int:
    """How many đồng of amounts that count may be told by another page, too: at most, and seldom all of it.

    Of the pages of one place and year that have amounts of one indicator, all but the one with the largest sum.
    """
    known = counted[
        counted[_PLACE].notna().any(axis="columns") & counted["year"].notna() & counted["indicator"].notna()
    ]
    if known["page_id"].nunique() <= 1:
        return 0  # most groups of a bridge by place and year
    pages = known.groupby(_MATTER, dropna=False)["page_id"].transform("nunique")
    several = known[pages > 1].astype({"amount_vnd": "object"})  # few, so that their sums may be exact beyond 64 bits
    of_pages = several.groupby([*_MATTER, "page_id"], dropna=False)["amount_vnd"].sum()
    largest = of_pages.groupby(_MATTER, dropna=False).max()
    return int(of_pages.sum() - largest.sum())
