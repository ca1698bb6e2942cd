"""What notebooks may rely on: names and signatures of the library. A change here is a change of the major version."""

from __future__ import annotations

import inspect
from dataclasses import fields
from functools import cached_property

import pytest

import extract
from extract.model import Facts
from extract.tables.rows import PageRecord

FUNCTIONS = {
    "load": "(folder: 'str | PathLike[str]') -> 'Data'",
    "read_page": (
        "(page: 'str | bytes', uri: 'str' = '', *, rules: 'tuple[str | PathLike[str], ...]' = ()) -> 'PageRecord'"
    ),
    "read_text": "(text: 'str', *, rules: 'tuple[str | PathLike[str], ...]' = ()) -> 'PageRecord'",
}
METHODS = {
    "arrow": "(self, table: 'str') -> 'pa.Table'",
    "polars": "(self, table: 'str') -> 'pl.DataFrame'",
    "duckdb": "(self) -> 'duckdb.DuckDBPyConnection'",
}
FRAMES = {
    *("pages", "blocks", "figures", "money", "scholarships", "ratings", "statements", "checks", "rejects"),
    *("money_safe", "ratings_wide", "scholarships_by_commune", "figures_with_page", "indicators"),
}


def test_these_names_and_no_others() -> None:
    assert set(extract.__all__) == {"Data", "__version__", *FUNCTIONS}
    public = {name for name in vars(extract.Data) if not name.startswith("_")}
    assert public == {*METHODS, *FRAMES}


@pytest.mark.parametrize(("name", "signature"), FUNCTIONS.items())
def test_functions_are_called_like_this(name: str, signature: str) -> None:
    assert str(inspect.signature(getattr(extract, name))) == signature


@pytest.mark.parametrize(("name", "signature"), METHODS.items())
def test_methods_are_called_like_this(name: str, signature: str) -> None:
    assert str(inspect.signature(getattr(extract.Data, name))) == signature


@pytest.mark.parametrize("name", sorted(FRAMES))
def test_tables_and_views_are_frames_that_are_read_once(name: str) -> None:
    member = vars(extract.Data)[name]
    assert isinstance(member, cached_property)
    assert member.func.__annotations__["return"] == "pd.DataFrame"


def test_what_is_read_in_memory_has_these_parts() -> None:
    assert {field.name for field in fields(PageRecord)} >= {"page", "facts", "checks"}
    tables = {"figures", "money", "scholarships", "ratings", "statements"}
    assert tables <= {field.name for field in fields(Facts)}
