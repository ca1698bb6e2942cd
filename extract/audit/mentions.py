"""Every amount of money of a dataset in one frame, with all that decides whether a total may hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.audit.left_out import MONEY, reasons_of
from extract.audit.pages import beside, pages
from extract.tables import schemas

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from extract.dataset import Dataset


def mentions(dataset: Dataset) -> pd.DataFrame:
    """One row an amount, sorted by page and place, the index from 0.

    The columns of ``money``, those of ``extract.audit.pages``, and ``month`` as text: "2022-12", or the year alone
    where no day is told. ``left_out`` has all reasons, and ``same_as`` the amount on another page that counts instead.
    """
    rows, of_pages = dataset.frame(schemas.MONEY), pages(dataset)
    reasons = reasons_of(rows, of_pages, MONEY)
    month = of_pages["day"].dt.strftime("%Y-%m").fillna(of_pages["year"].astype("string"))
    of_pages = of_pages.assign(month=month).drop(columns=["page_left_out", "event"])
    return beside(rows, of_pages).assign(**reasons)


def judged(mentions: pd.DataFrame, indicators: Sequence[str] = ()) -> pd.DataFrame:
    """``mentions`` of these ``indicators`` and of their members ("house": "house.built"); all of none is named."""
    if not indicators:
        return mentions
    of = mentions["indicator"].fillna("")
    return mentions[of.isin(indicators) | of.str.startswith(tuple(f"{name}." for name in indicators))]
