"""A program of a user who checks types: every public name in use. mypy checks what it claims, and it runs."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, assert_type

import pandas as pd
import pytest
from handmade_pages import sample_record, write_dataset

import extract as bc
from extract import model
from extract.tables.views import write_views

if TYPE_CHECKING:
    import duckdb
    import polars as pl

TEXT = "Hội trao 23 phần học bổng, mỗi phần 500.000 đồng; 12 tổ đạt tốt, 3 tổ khá."


def million_of(record: bc.PageRecord) -> float:
    """What a page says was given, in million đồng."""
    return sum(amount.amount_million for amount in record.facts.money if amount.status == "achieved")


def first_amounts(record: bc.PageRecord) -> tuple[int, int | None]:
    for amount in record.facts.money:
        return amount.low_vnd, amount.high_vnd
    return 0, None


def test_pages_and_sentences() -> None:
    record = bc.read_text(TEXT)
    assert_type(record, bc.PageRecord)
    assert_type(bc.read_page(TEXT.encode(), "http://a.vn/1.html"), bc.PageRecord)
    assert_type(record.page.text, str)
    assert_type(record.page.title, str | None)
    assert_type(record.page.published_on, date | None)
    assert_type(record.page.captured_at, datetime | None)
    assert_type(record.facts.figures, tuple[model.Figure, ...])
    assert_type(record.facts.money, tuple[model.Money, ...])
    assert_type(record.facts.scholarships, tuple[model.Scholarship, ...])
    assert_type(record.facts.ratings, tuple[model.Rating, ...])
    assert_type(record.facts.statements, tuple[model.Statement, ...])
    assert_type(record.checks, tuple[model.Check, ...])
    assert first_amounts(record) == (500_000, 500_000)
    assert million_of(record) == 0.5


def test_codes_are_those_that_there_are() -> None:
    figure = bc.read_text(TEXT).facts.figures[0]
    wrong: bool = figure.status == "done"  # type: ignore[comparison-overlap] # a code that there is not is found
    assert not wrong
    assert (figure.kind, figure.scope, figure.role, figure.comparator) == ("count", "total", "value", "eq")


def test_errors_say_what_and_where(tmp_path: Path) -> None:
    with pytest.raises(bc.RuleError) as told:
        bc.read_text(TEXT, rules=[tmp_path])
    assert_type(told.value.file, Path)
    assert_type(told.value.line, int)
    assert_type(told.value.remedy, str)
    assert_type(bc.InputError.exit_code, int)
    assert_type(bc.__version__, str)


def test_datasets(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    pytest.importorskip("polars")
    folder = write_dataset(tmp_path / "dataset", sample_record("http://a.vn/1"))
    write_views(folder)
    data = bc.load(str(folder))
    assert_type(data, bc.Data)
    assert_type(data.folder, Path)
    frames = (
        *(data.pages, data.blocks, data.figures, data.money, data.scholarships, data.ratings, data.statements),
        *(data.checks, data.rejects, data.money_safe, data.ratings_wide, data.scholarships_by_commune),
        *(data.figures_with_page, data.indicators),
    )
    for frame in frames:
        assert_type(frame, pd.DataFrame)
        assert isinstance(frame, pd.DataFrame)
    connection = data.duckdb()
    if TYPE_CHECKING:
        assert_type(connection, duckdb.DuckDBPyConnection)
        assert_type(data.polars("money"), pl.DataFrame)
    assert data.polars("money").height == data.arrow("money").num_rows == len(data.money)
    assert connection.sql("FROM money").shape[0] == len(data.money)
