"""Why a row is in no total: what its page as a whole tells, what the page tells of the row, and what another page does.

What stays counts each đồng of the dataset once. The reasons within a page are found when it is read (``extract.sums``)
and stand in the tables; here come those that only several pages tell together. ``views.sql`` says the same in SQL.
"""

from __future__ import annotations

from typing import NamedTuple, get_args

import pandas as pd

from extract.audit.pages import beside
from extract.audit.same_event import same_event
from extract.codes import LeftOut

_OF_PAGES = ("duplicate_page", "revised")
REASONS: tuple[str, ...] = (*_OF_PAGES, *get_args(LeftOut), "same_event")
"""In the order in which they are asked; ``same_event`` comes last, since it compares what all of these let through."""


class Telling(NamedTuple):
    """How rows of a table tell the same of one event: they agree in ``agree``, and ``known`` are not missing."""

    key: str
    """Column of the id of a row."""
    agree: tuple[str, ...]
    known: tuple[str, ...]


MONEY = Telling("figure_id", ("indicator", "amount_vnd"), ("indicator",))
FIGURES = Telling("figure_id", ("indicator", "kind", "unit", "value"), ("indicator",))
SCHOLARSHIPS = Telling("scholarship_id", ("count", "amount_total_vnd", "amount_each_vnd"), ("count",))
RATINGS = Telling("rating_id", ("group", "level", "level_code", "count", "percent", "group_total"), ("group", "level"))


def reasons_of(rows: pd.DataFrame, of_pages: pd.DataFrame, telling: Telling) -> pd.DataFrame:
    """All reasons of the rows of a table in ``left_out``, and ``same_as``, both missing where a row counts.

    ``of_pages`` is what ``extract.audit.pages.pages`` gives. ``same_as`` is the id of the row that counts instead of
    one that tells of the same event on another page.
    """
    needed = list(dict.fromkeys((telling.key, "page_id", "start", *telling.agree, "left_out")))
    told = beside(rows[needed], of_pages[["page_id", "page_left_out", "event"]])
    reasons = told["page_left_out"].fillna(told["left_out"].astype("string"))
    links = same_event(told[reasons.isna()], telling.key, telling.agree, telling.known)
    reasons[links.index] = "same_event"
    return pd.DataFrame({"left_out": reasons, "same_as": links.reindex(rows.index).astype("string")})
