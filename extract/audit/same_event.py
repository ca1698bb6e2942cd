"""Rows that two pages tell of one event: the site of the ward and that of the city report the same meeting.

They agree in place, day and what they tell. They are linked, never merged: both rows stay, with the link between them,
and the reason is that agreement itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence


def same_event(rows: pd.DataFrame, key: str, agree: Sequence[str], known: Sequence[str]) -> pd.Series[str]:
    """The rows that another page's row stands for, by index, each with the ``key`` of that one.

    Rows agree in ``event`` (place, and day of the event, else of publication; -1 agrees with none) and in ``agree``;
    the one on the page with the smallest ``page_id`` counts. A row that lacks one of ``known`` agrees with none.
    """
    told = (rows["event"] >= 0) & rows[list(known)].notna().all(axis="columns")
    codes = pd.DataFrame({"event": rows["event"][told], "page": pd.factorize(rows["page_id"][told])[0]})
    for name in agree:
        codes[name] = pd.factorize(rows[name][told])[0]
    same = ["event", *agree]
    shared = codes[codes.duplicated(same, keep=False)].copy()  # few, of many rows
    # The second amount on a page answers to the second on another: two gifts of 5 million each stay two.
    order = rows.loc[shared.index, ["page_id", "start"]]
    shared = shared.loc[order.sort_values(["page_id", "start"], kind="stable").index]
    shared["nth"] = shared.groupby([*same, "page"], sort=False).cumcount()
    shared[key] = rows.loc[shared.index, key]
    first = shared.groupby([*same, "nth"], sort=False)[key].transform("first")
    return first[shared[key] != first].sort_index()
