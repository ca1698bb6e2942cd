"""A dataset: its tables and views as pandas has them, and the same in other libraries."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from extract import rulefiles
from extract.audit.pages import pages
from extract.dataset import Dataset
from extract.errors import InputError
from extract.extras import install_command
from extract.loading.awards import by_commune
from extract.loading.counted import Judged, described
from extract.loading.rated_sets import wide
from extract.match.kinds import indicators_in
from extract.tables import schemas, view_schemas
from extract.tables.commit import VIEWS_FILE

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

    import duckdb
    import polars as pl
    import pyarrow as pa

_TABLES = {schema.name: schema for schema in schemas.TABLES}
_VIEWS = {view.name: view for view in view_schemas.VIEWS}
_SUMMED: dict[str, Callable[[Judged], pd.DataFrame]] = {
    view_schemas.SCHOLARSHIPS_BY_COMMUNE.name: by_commune,
    view_schemas.RATINGS_WIDE.name: wide,
}
"""How views are made that are no rows of their table."""


def load(folder: str | PathLike[str]) -> Data:
    """The dataset that ``baocao run`` has written to ``folder``.

    Nothing is read before it is asked for. Raises ``InputError`` if the folder is no dataset, or lacks a table.
    """
    return Data(Path(folder))


class Data:
    """A dataset. Tables are frames of the columns of the contract; views are made of them and may be summed.

    Integers that may be missing are ``Int64``, dates are ``datetime64``, codes are text. ``attrs`` of a frame say what
    it is (``description``) and what a view leaves out: ``left_out`` (rows by reason) and ``left_out_vnd`` (đồng). Each
    is read once and handed out as a copy that shares its memory: what is changed in one is changed nowhere else.

    Places have one name in views, however pages write them, and as ``commune_written`` ... what the page has.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._dataset = Dataset(folder)
        self._frames: dict[str, pd.DataFrame] = {}
        self._reasons: dict[str, Judged] = {}

    def __repr__(self) -> str:
        """Name the folder."""
        return f"Data({str(self.folder)!r})"

    # ------------------------------------------------------------------------------------------------------- tables

    @property
    def pages(self) -> pd.DataFrame:
        """One row a page."""
        return self._frame("pages")

    @property
    def blocks(self) -> pd.DataFrame:
        """One row a block of a page, kept or dropped."""
        return self._frame("blocks")

    @property
    def figures(self) -> pd.DataFrame:
        """One row a figure."""
        return self._frame("figures")

    @property
    def money(self) -> pd.DataFrame:
        """One row an amount of money; plans, prices of one thing and repeats are among them: see ``money_safe``."""
        return self._frame("money")

    @property
    def scholarships(self) -> pd.DataFrame:
        """One row a statement about scholarships."""
        return self._frame("scholarships")

    @property
    def ratings(self) -> pd.DataFrame:
        """One row a level of a rated set."""
        return self._frame("ratings")

    @property
    def statements(self) -> pd.DataFrame:
        """One row a thing done."""
        return self._frame("statements")

    @property
    def checks(self) -> pd.DataFrame:
        """One row a relation between figures that a page states."""
        return self._frame("checks")

    @property
    def rejects(self) -> pd.DataFrame:
        """One row a thing that could not be read."""
        return self._frame("rejects")

    # -------------------------------------------------------------------------------------------------------- views

    @property
    def money_safe(self) -> pd.DataFrame:
        """The amounts that count once each, with their page; ``money_judged`` has the rest, too.

        Left out are copies and older versions of pages, plans, norms, prices of one thing, parts of another amount,
        what is told of another period to compare, and what the page, or another one on the same event, says too.
        """
        return self._frame("money_safe")

    @property
    def money_judged(self) -> pd.DataFrame:
        """Every amount with its page; ``left_out`` is missing where it counts, else the reason why not."""
        return self._frame("money_judged")

    @property
    def scholarships_by_commune(self) -> pd.DataFrame:
        """Scholarships given, by place and year: ``statements``, ``count``, ``amount_total_vnd`` where it is told.

        Where a page tells how many and how much each, but no total, the product stands for it; where it tells neither,
        nothing does.
        """
        return self._frame("scholarships_by_commune")

    @property
    def scholarships_safe(self) -> pd.DataFrame:
        """The rows of scholarships that count once each, with their page."""
        return self._frame("scholarships_safe")

    @property
    def scholarships_judged(self) -> pd.DataFrame:
        """Every row of scholarships with its page, and in ``left_out`` why sums leave it out."""
        return self._frame("scholarships_judged")

    @property
    def ratings_wide(self) -> pd.DataFrame:
        """One row a rated set, one column a level, ``..._percent`` where a share is told: results that count once."""
        return self._frame("ratings_wide")

    @property
    def ratings_safe(self) -> pd.DataFrame:
        """The levels of rated sets that count once each, with their page."""
        return self._frame("ratings_safe")

    @property
    def ratings_judged(self) -> pd.DataFrame:
        """Every level of a rated set with its page, and in ``left_out`` why sums leave it out."""
        return self._frame("ratings_judged")

    @property
    def figures_with_page(self) -> pd.DataFrame:
        """The figures that are results and count once each, with their page; ``figures_judged`` has all."""
        return self._frame("figures_with_page")

    @property
    def figures_judged(self) -> pd.DataFrame:
        """Every figure with its page, and in ``left_out`` why sums leave it out."""
        return self._frame("figures_judged")

    @property
    def indicators(self) -> pd.DataFrame:
        """What the shipped rules call each ``indicator``: ``vi``, ``en``, and the ``family`` it is shown under."""
        return self._frame("indicators")

    # ---------------------------------------------------------------------------------------------- in other libraries

    def arrow(self, table: str) -> pa.Table:
        """A table of the contract, or a view, in Arrow. Raises ``InputError`` that names them if there is none such."""
        if table in _TABLES:
            return self._dataset.arrow(_TABLES[table])
        import pyarrow as pa  # noqa: PLC0415 - as slow to import as pandas

        return pa.Table.from_pandas(self._frame(table), preserve_index=False)

    def polars(self, table: str) -> pl.DataFrame:
        """A table of the contract, or a view, in polars, which must be installed."""
        try:
            import polars as pl  # noqa: PLC0415 - not every notebook has it
        except ModuleNotFoundError as error:
            raise _lacks("polars") from error

        frame = pl.from_arrow(self.arrow(table))
        assert isinstance(frame, pl.DataFrame)  # noqa: S101 - a table never becomes a series
        return frame

    def duckdb(self) -> duckdb.DuckDBPyConnection:
        """A connection in which every table and every view is there by name, the views as ``views.sql`` has them."""
        try:
            import duckdb  # noqa: PLC0415 - not every notebook has it
        except ModuleNotFoundError as error:
            raise _lacks("duckdb") from error

        connection = duckdb.connect()
        connection.execute("SET file_search_path = ?", [str(self.folder)])
        connection.execute((self.folder / VIEWS_FILE).read_text("utf-8"))
        return connection

    # ------------------------------------------------------------------------------------------------------- inside

    def _frame(self, name: str) -> pd.DataFrame:
        """A table or view, read once; pandas copies what is shared when one of its holders is changed."""
        if name not in self._frames:
            self._frames[name] = self._made(name)
        return self._frames[name].copy(deep=False)

    def _made(self, name: str) -> pd.DataFrame:
        if name in _TABLES:
            return self._table(_TABLES[name])
        if name == "indicators":
            return _indicators()
        if name not in _VIEWS:
            raise InputError(f"there is no table or view {name!r}; there are {', '.join((*_TABLES, *_VIEWS))}")
        view = _VIEWS[name]
        judged = self._judged(view.of)
        if view in view_schemas.JUDGED:
            return judged.every(view)
        return judged.summed(_SUMMED.get(name, Judged.counting)(judged), view)

    def _judged(self, table: schemas.TableSchema) -> Judged:
        """Judged once for all views of a table."""
        if table.name not in self._reasons:
            self._reasons[table.name] = Judged.of(table.name, self._frame(table.name), self._pages)
        return self._reasons[table.name]

    def _table(self, schema: schemas.TableSchema) -> pd.DataFrame:
        frame = self._dataset.frame(schema)
        for column in schema.columns:
            if column.type == schemas.DATE:
                frame[column.name] = pd.to_datetime(frame[column.name])
        return described(frame, schema.description)

    @cached_property
    def _pages(self) -> pd.DataFrame:
        return pages(self._dataset)


def _lacks(extra: str) -> ModuleNotFoundError:
    return ModuleNotFoundError(f"this needs {extra}; install it with: {install_command(extra)}", name=extra)


def _indicators() -> pd.DataFrame:
    rows: list[tuple[Any, ...]] = [(one.id, one.vi, one.en, one.family) for one in indicators_in(rulefiles.load())]
    return described(pd.DataFrame(rows, columns=["indicator", "vi", "en", "family"]), "Names of indicators.")
