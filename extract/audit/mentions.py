"""Every amount of money of a dataset in one frame, with all that decides whether a total may hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.audit.left_out import MONEY, judged_rows
from extract.audit.pages import beside, pages
from extract.tables import schemas

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from extract.dataset import Dataset


def mentions(dataset: Dataset) -> pd.DataFrame:
    """One row an amount, sorted by page and place, the index from 0.

    The columns of ``money``, those of ``extract.audit.pages``, and ``month`` as text.
    """
    rows = dataset.frame(schemas.MONEY)
    frame = beside(rows, pages(dataset))
    frame["month"] = frame["day"].dt.strftime("%Y-%m")
    return frame


def judged(mentions: pd.DataFrame, indicators: Sequence[str] = ()) -> pd.DataFrame:
    """``mentions`` with all reasons in ``left_out``, and ``same_as``; both missing where an amount counts.

    ``indicators`` keeps the rows of these and of their members ("house": "house.built") alone; all are judged first.
    """
    rows = judged_rows(mentions, MONEY)
    if not indicators:
        return rows
    of = rows["indicator"].fillna("")
    return rows[of.isin(indicators) | of.str.startswith(tuple(f"{name}." for name in indicators))]
