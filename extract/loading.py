"""``extract.load``: a dataset in a notebook, as typed frames and as views that are safe to sum."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from extract import audit, rulefiles
from extract.dataset import Dataset
from extract.dedup.pages import LEFT_OUT
from extract.match.kinds import indicators_in
from extract.tables import schemas
from extract.tables.commit import VIEWS_FILE

if TYPE_CHECKING:
    from os import PathLike

    import duckdb
    import polars as pl
    import pyarrow as pa

_BY_NAME = {schema.name: schema for schema in schemas.TABLES}
_OF_PAGE = ["page_id", "uri", "site", "title", "commune", "district", "province", "day", "year", "is_duplicate"]
_PLACE = ["province", "district", "commune"]
_OUTSIDE = "left_out"
"""Key of ``DataFrame.attrs``: how many rows of the table a view has left out, by reason."""


def load(folder: str | PathLike[str]) -> Data:
    """The dataset that ``baocao run`` has written to ``folder``.

    Nothing is read before it is asked for. Raises ``InputError`` if the folder is no dataset, or lacks a table.
    """
    return Data(Path(folder))


class Data:
    """A dataset. Tables are frames of the columns of the contract; views are made of them and may be summed.

    Integers that may be missing are ``Int64``, dates are ``datetime64``, codes are text. ``attrs`` of a frame say what
    it is (``description``) and what a view leaves out (``left_out``: rows by reason).
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._dataset = Dataset(folder)

    def __repr__(self) -> str:
        """Name the folder."""
        return f"Data({str(self.folder)!r})"

    # ------------------------------------------------------------------------------------------------------- tables

    @cached_property
    def pages(self) -> pd.DataFrame:
        """One row a page."""
        return self._table(schemas.PAGES)

    @cached_property
    def blocks(self) -> pd.DataFrame:
        """One row a block of a page, kept or dropped."""
        return self._table(schemas.BLOCKS)

    @cached_property
    def figures(self) -> pd.DataFrame:
        """One row a figure."""
        return self._table(schemas.FIGURES)

    @cached_property
    def money(self) -> pd.DataFrame:
        """One row an amount of money; plans, prices of one thing and repeats are among them: see ``money_safe``."""
        return self._table(schemas.MONEY)

    @cached_property
    def scholarships(self) -> pd.DataFrame:
        """One row a statement about scholarships."""
        return self._table(schemas.SCHOLARSHIPS)

    @cached_property
    def ratings(self) -> pd.DataFrame:
        """One row a level of a rated set."""
        return self._table(schemas.RATINGS)

    @cached_property
    def statements(self) -> pd.DataFrame:
        """One row a thing done."""
        return self._table(schemas.STATEMENTS)

    @cached_property
    def checks(self) -> pd.DataFrame:
        """One row a relation between figures that a page states."""
        return self._table(schemas.CHECKS)

    @cached_property
    def rejects(self) -> pd.DataFrame:
        """One row a thing that could not be read."""
        return self._table(schemas.REJECTS)

    # -------------------------------------------------------------------------------------------------------- views

    @cached_property
    def money_safe(self) -> pd.DataFrame:
        """The amounts that count once each, with their page; ``attrs`` name the rest.

        Left out are copies and older versions of pages, plans, norms, prices of one thing, parts of another total, and
        what the page, or another one on the same event, says too: see ``extract.audit``.
        """
        judged = audit.judged(audit.mentions(self._dataset))
        counted = judged[judged["left_out"].isna()].drop(columns=["left_out", "same_as"]).reset_index(drop=True)
        return _described(counted, "amounts of money that count once each", judged["left_out"].value_counts().to_dict())

    @cached_property
    def ratings_wide(self) -> pd.DataFrame:
        """One row a rated set, one column a level: results alone, no subsets, no page that repeats another."""
        rows, left_out = self._counted(self.ratings)
        rows = rows.assign(level=rows["level_code"].fillna(rows["level"]))
        keys = [*_OF_PAGE, "group_kind", "group", "scale", "period", "group_total"]
        counts = rows.groupby([*keys, "level"], dropna=False)["count"].first()
        wide = counts.unstack("level").astype("Int64").rename_axis(columns=None).reset_index()
        return _described(wide, "rated sets, a column a level", left_out)

    @cached_property
    def scholarships_by_commune(self) -> pd.DataFrame:
        """Scholarships given, by place and year: ``statements``, ``count``, ``amount_total_vnd`` where it is told.

        Where a page tells how many and how much each, but no total, the product stands for it; where it tells neither,
        nothing does.
        """
        rows, left_out = self._counted(self.scholarships)
        told = rows["amount_total_vnd"].fillna(rows["count"] * rows["amount_each_vnd"])
        groups = rows.assign(amount_total_vnd=told).groupby([*_PLACE, "year"], dropna=False)
        frame = groups.agg(
            statements=("scholarship_id", "size"),
            count=("count", _sum_of_known),
            amount_total_vnd=("amount_total_vnd", _sum_of_known),
        ).reset_index()
        return _described(frame, "scholarships given, by place and year", left_out)

    @cached_property
    def figures_with_page(self) -> pd.DataFrame:
        """Every figure with its page's address, site, title, places and day; nothing is left out."""
        return _described(self.figures.merge(self._of_pages, on="page_id", how="left"), "figures with their page", {})

    @cached_property
    def indicators(self) -> pd.DataFrame:
        """What the shipped rules call each ``indicator``: ``vi``, ``en``, and the ``family`` it is shown under."""
        rows = [(one.id, one.vi, one.en, one.family) for one in indicators_in(rulefiles.load())]
        return _described(pd.DataFrame(rows, columns=["indicator", "vi", "en", "family"]), "names of indicators", {})

    # ---------------------------------------------------------------------------------------------- in other libraries

    def arrow(self, table: str) -> pa.Table:
        """A table of the contract as Arrow has it."""
        return self._dataset.arrow(_BY_NAME[table])

    def polars(self, table: str) -> pl.DataFrame:
        """A table of the contract in polars, which must be installed."""
        import polars as pl  # noqa: PLC0415 - not every notebook has it

        frame = pl.from_arrow(self.arrow(table))
        assert isinstance(frame, pl.DataFrame)  # noqa: S101 - a table never becomes a series
        return frame

    def duckdb(self) -> duckdb.DuckDBPyConnection:
        """A connection in which every table and the views of ``views.sql`` are there by name."""
        import duckdb  # noqa: PLC0415 - not every notebook has it

        connection = duckdb.connect()
        connection.execute("SET file_search_path = ?", [str(self.folder.resolve())])
        connection.execute((self.folder / VIEWS_FILE).read_text("utf-8"))
        return connection

    # ------------------------------------------------------------------------------------------------------- inside

    def _table(self, schema: schemas.TableSchema) -> pd.DataFrame:
        frame = self._dataset.frame(schema)
        for column in schema.columns:
            if column.type == schemas.DATE:
                frame[column.name] = pd.to_datetime(frame[column.name])
        return _described(frame, schema.description, {})

    @cached_property
    def _of_pages(self) -> pd.DataFrame:
        pages = self.pages.assign(day=self.pages["event_date"].fillna(self.pages["published_on"]))
        pages["year"] = pages["day"].dt.year.astype("Int64")
        pages["is_duplicate"] = pages["duplicate_kind"].isin(LEFT_OUT)
        return pages[_OF_PAGE]

    def _counted(self, rows: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, int]]:
        """Results that are no part of others, on pages that repeat none, with their page; and how many are not."""
        rows = rows.merge(self._of_pages, on="page_id", how="left")
        left_out: dict[str, int] = {}
        for reason, holds in (
            ("duplicate_page", rows["is_duplicate"]),
            ("not_achieved", rows["status"] != "achieved"),
            ("part", rows["part_of"].notna()),
        ):
            left = holds.reindex(rows.index)
            if left.any():
                left_out[reason] = int(left.sum())
            rows = rows[~left]
        return rows, left_out


def _sum_of_known(values: pd.Series) -> object:
    """The sum of what is known; missing if nothing is."""
    return values.sum(min_count=1)


def _described(frame: pd.DataFrame, description: str, left_out: dict[Any, int]) -> pd.DataFrame:
    frame.attrs = {"description": description, _OUTSIDE: {str(reason): int(rows) for reason, rows in left_out.items()}}
    return frame
