"""What notebooks may rely on: names and signatures of the library. A change here is a change of the major version."""

from __future__ import annotations

import inspect
from dataclasses import fields

import pytest

import extract
from extract import model
from extract.tables.schemas import TABLES

RULES = "rules: 'str | PathLike[str] | Iterable[str | PathLike[str]]' = ()"
FUNCTIONS = {
    "load": "(folder: 'str | PathLike[str]') -> 'Data'",
    "read_page": f"(page: 'str | bytes', uri: 'str' = '', *, {RULES}) -> 'PageRecord'",
    "read_text": f"(text: 'str', *, {RULES}) -> 'PageRecord'",
}
ERRORS = {"BaocaoError": 1, "InputError": 3, "RuleError": 4}
ROWS = {
    "figures": model.Figure,
    "money": model.Money,
    "scholarships": model.Scholarship,
    "ratings": model.Rating,
    "statements": model.Statement,
    "checks": model.Check,
}
METHODS = {
    "arrow": "(self, table: 'str') -> 'pa.Table'",
    "polars": "(self, table: 'str') -> 'pl.DataFrame'",
    "duckdb": "(self) -> 'duckdb.DuckDBPyConnection'",
}
FRAMES = {
    *("pages", "blocks", "figures", "money", "scholarships", "ratings", "statements", "checks", "rejects"),
    *("money_safe", "ratings_wide", "scholarships_by_commune", "figures_with_page", "indicators"),
    *("scholarships_safe", "ratings_safe"),
    *("money_judged", "figures_judged", "scholarships_judged", "ratings_judged"),
}


def test_these_names_and_no_others() -> None:
    assert set(extract.__all__) == {"Data", "PageRecord", "__version__", *ERRORS, *FUNCTIONS}
    public = {name for name in vars(extract.Data) if not name.startswith("_")}
    assert public == {*METHODS, *FRAMES}


@pytest.mark.parametrize(("name", "signature"), FUNCTIONS.items())
def test_functions_are_called_like_this(name: str, signature: str) -> None:
    assert str(inspect.signature(getattr(extract, name))) == signature


@pytest.mark.parametrize(("name", "signature"), METHODS.items())
def test_methods_are_called_like_this(name: str, signature: str) -> None:
    assert str(inspect.signature(getattr(extract.Data, name))) == signature


@pytest.mark.parametrize("name", sorted(FRAMES))
def test_tables_and_views_are_frames(name: str) -> None:
    member = vars(extract.Data)[name]
    assert isinstance(member, property)
    assert member.fget is not None
    assert member.fget.__annotations__["return"] == "pd.DataFrame"


@pytest.mark.parametrize(("name", "exit_code"), ERRORS.items())
def test_errors_are_of_one_kind(name: str, exit_code: int) -> None:
    error = getattr(extract, name)
    assert issubclass(error, extract.BaocaoError)
    assert error.exit_code == exit_code


def test_what_is_read_in_memory_has_these_parts() -> None:
    assert {field.name for field in fields(extract.PageRecord)} >= {"page", "facts", "checks"}
    assert {*ROWS, "context"} - {"checks"} == {field.name for field in fields(model.Facts)}
    assert {field.name for field in fields(model.Page)} >= {"page_id", "uri", "title", "text", "blocks", "site"}


@pytest.mark.parametrize(("table", "row"), ROWS.items())
def test_rows_in_memory_have_the_columns_of_their_table(table: str, row: type[model.Money]) -> None:
    (schema,) = (schema for schema in TABLES if schema.name == table)
    assert {field.name for field in fields(row)} == {column.name for column in schema.columns}
