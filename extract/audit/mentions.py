"""Every amount of money of a dataset in one frame, with all that decides whether a total may hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from extract.facts.places import PlaceVocabulary, province_name
from extract.rulefiles import load
from extract.tables import schemas

if TYPE_CHECKING:
    from extract.dataset import Dataset

_SUMMARIES = ("title", "heading", "caption")
"""Blocks that say again what the text says."""


def mentions(dataset: Dataset) -> pd.DataFrame:
    """One row an amount, sorted by page and place, the index from 0.

    The columns of ``money``, and

    * ``role`` of its figure;
    * of its page ``uri``, ``site``, ``title``, ``commune``, ``district``, ``province`` (in one spelling),
      ``duplicate_of``, ``duplicate_kind``, ``captured_at``, and ``day`` (of the event, else of publication), with its
      ``year`` and ``month`` as text;
    * ``in_summary``: whether it stands in a title, heading or caption;
    * of its statement ``statement_total`` (đồng) and ``statement_whole`` (whether another one's total holds it).
    """
    money = dataset.frame(schemas.MONEY)
    roles = dataset.frame(schemas.FIGURES, ["figure_id", "role"], kind="money")
    frame = money
    for other, key in ((roles, "figure_id"), (_pages(dataset), "page_id"), (_statements(dataset), "statement_id")):
        frame = frame.merge(other.drop_duplicates(key), on=key, how="left", validate="m:1")
    frame["statement_whole"] = frame["statement_whole"].eq(True)  # noqa: FBT003 - missing where there is no statement
    frame = frame.sort_values(["page_id", "start", "figure_id"], ignore_index=True)
    frame["in_summary"] = _in_summary(frame, dataset)
    return frame


def _pages(dataset: Dataset) -> pd.DataFrame:
    names = ["page_id", "uri", "site", "title", "commune", "district", "province"]
    names += ["duplicate_of", "duplicate_kind", "captured_at", "event_date", "published_on"]
    pages = dataset.frame(schemas.PAGES, names)
    day = pd.to_datetime(pages["event_date"]).fillna(pd.to_datetime(pages["published_on"]))
    provinces = pages["province"]
    vocabulary = PlaceVocabulary.load(load())
    spelled = {name: province_name(name, vocabulary) for name in provinces.dropna().unique()}
    pages["province"] = provinces.map(spelled).astype(provinces.dtype)  # of no names at all, numbers would come out
    pages["day"] = day
    pages["year"] = day.dt.strftime("%Y")
    pages["month"] = day.dt.strftime("%Y-%m")
    return pages.drop(columns=["event_date", "published_on"])


def _statements(dataset: Dataset) -> pd.DataFrame:
    """Of each statement its total, and whether the total of a statement that counts itself holds it."""
    statements = dataset.frame(schemas.STATEMENTS, ["statement_id", "amount_total_vnd", "status", "part_of"])
    counts = statements["amount_total_vnd"].notna() & (statements["status"] == "achieved")
    wholes = statements.loc[counts, "statement_id"]
    return pd.DataFrame(
        {
            "statement_id": statements["statement_id"],
            "statement_total": statements["amount_total_vnd"],
            "statement_whole": statements["part_of"].isin(wholes),
        }
    )


def _in_summary(frame: pd.DataFrame, dataset: Dataset) -> pd.Series[bool]:
    """Whether each amount stands in a block that says again what the text says."""
    blocks = dataset.frame(schemas.BLOCKS, ["page_id", "start", "end", "kind"], kept=True)
    blocks = blocks[blocks["kind"].isin(_SUMMARIES)]
    places = frame[["page_id", "start"]].reset_index()
    pairs = places.merge(blocks, on="page_id", suffixes=("", "_of_block"))
    inside = pairs["start"].between(pairs["start_of_block"], pairs["end"], inclusive="left")
    return pd.Series(frame.index.isin(pairs.loc[inside, "index"]), index=frame.index)
