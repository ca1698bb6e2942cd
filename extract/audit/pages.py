"""What decides about a page as a whole: whether it counts, where and when it was; and the event that it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from extract.dedup.pages import LEFT_OUT
from extract.tables import schemas
from extract.tables.view_schemas import PLACES

if TYPE_CHECKING:
    from extract.dataset import Dataset

_READ = [
    "page_id",
    "uri",
    "site",
    "title",
    "duplicate_of",
    "duplicate_kind",
    "captured_at",
    "event_date",
    "published_on",
    "year",
]
_FROM_SMALLEST = ("commune", "district", "province")


def pages(dataset: Dataset) -> pd.DataFrame:
    """One row a page, sorted by ``page_id``, the index from 0.

    * ``uri``, ``site``, ``title``;
    * ``commune``, ``district``, ``province`` in one spelling, and as ``..._written`` on the page;
    * ``day`` of the event, else of publication, and the ``year``, which pages without a day may tell, too;
    * ``page_left_out``: ``duplicate_page`` or ``revised``, missing where the page counts;
    * ``event``: a number that pages share which tell of one place and day, -1 where these are not known.
    """
    read = [*_READ, *(name for pair in PLACES for name in pair)]
    found = dataset.frame(schemas.PAGES, read).sort_values("page_id", ignore_index=True)
    for written, name in PLACES:
        found[f"{written}_written"] = found[written]
        found[written] = found.pop(name).fillna(found[written])  # an older dataset has the written ones alone
    day = pd.to_datetime(found["event_date"]).fillna(pd.to_datetime(found["published_on"]))
    reason = pd.Series(pd.NA, index=found.index, dtype="string")
    reason[_revised(found)] = "revised"
    reason[found["duplicate_kind"].isin(LEFT_OUT)] = "duplicate_page"
    year = found["year"].astype("Int64").fillna(day.dt.year)  # an older dataset has the days alone
    found = found.assign(day=day, year=year, page_left_out=reason, event=_event(found, day))
    return found.drop(columns=["event_date", "published_on", "captured_at", "duplicate_of", "duplicate_kind"])


def beside(rows: pd.DataFrame, of_pages: pd.DataFrame) -> pd.DataFrame:
    """``rows``, sorted by page, with the columns of their page; ``of_pages`` is what ``pages`` gives."""
    at = rows["page_id"]
    begins = at.ne(at.shift())
    place = of_pages.set_index("page_id").index.get_indexer(
        pd.Index(at[begins])
    )  # a look for each page, not for each row
    taken = of_pages.drop(columns="page_id").take(pd.Series(place).reindex(begins.cumsum() - 1).to_numpy())
    return pd.concat([rows, taken.set_axis(rows.index)], axis="columns")


def _revised(found: pd.DataFrame) -> pd.Series[bool]:
    """Of the versions of a page the one captured last counts; of those without a time the last by ``page_id``."""
    version = found["duplicate_of"].where(found["duplicate_kind"] == "revision", found["page_id"])
    versions = found[["page_id", "captured_at"]].assign(version=version)
    versions = versions[~found["duplicate_kind"].isin(LEFT_OUT)]
    versions = versions.sort_values(["captured_at", "page_id"], na_position="first")
    last = versions.drop_duplicates("version", keep="last").index
    return pd.Series(~found.index.isin(last), index=found.index)


def _event(found: pd.DataFrame, day: pd.Series) -> pd.Series[int]:
    place = found[_FROM_SMALLEST[0]]
    for wider in _FROM_SMALLEST[1:]:
        place = place.fillna(found[wider])
    known = place.notna() & day.notna()
    numbers = (
        pd.DataFrame({"place": place.str.lower(), "day": day})[known].groupby(["place", "day"], sort=False).ngroup()
    )
    return numbers.reindex(found.index, fill_value=-1)
