"""What an analyst gets of a dataset: types, safe views, and the same in other libraries."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from handmade_pages import sample_record, write_dataset
from ledger_pages import LedgerPages

import extract
from extract.errors import InputError
from extract.tables import schemas
from extract.tables.views import write_views

if TYPE_CHECKING:
    from pathlib import Path

    from extract.tables.rows import PageRecord


@pytest.fixture
def data(tmp_path: Path) -> extract.Data:
    """A page, a copy of it, and one whose scholarships are planned and whose ratings are subsets."""
    record = sample_record("http://a.vn/1")
    copy = replace(sample_record("http://b.vn/1"), duplicate_of=record.page.page_id, duplicate_kind="copy")
    return loaded(tmp_path, record, copy, _planned(sample_record("http://c.vn/1")))


def loaded(folder: Path, *records: PageRecord) -> extract.Data:
    dataset = write_dataset(folder / "dataset", *records)
    write_views(dataset)
    return extract.load(dataset)


def _planned(record: PageRecord) -> PageRecord:
    facts = record.facts
    scholarships = tuple(replace(row, status="planned") for row in facts.scholarships)
    ratings = tuple(replace(row, part_of="r1") for row in facts.ratings)
    return replace(record, facts=replace(facts, scholarships=scholarships, ratings=ratings))


@pytest.mark.parametrize("schema", schemas.TABLES, ids=lambda schema: schema.name)
def test_every_table_is_there_with_types_that_keep_what_is_missing(
    data: extract.Data, schema: schemas.TableSchema
) -> None:
    frame = getattr(data, schema.name)
    assert list(frame.columns) == [column.name for column in schema.columns]
    assert frame.attrs["description"] == schema.description
    for column in schema.columns:
        dtype = frame[column.name].dtype
        if column.type == schemas.DATE:
            assert pd.api.types.is_datetime64_dtype(dtype)
        elif column.type in {schemas.WHOLE, schemas.PLACE}:
            assert pd.api.types.is_integer_dtype(dtype), column.name
            assert not column.null or isinstance(dtype, pd.Int64Dtype | pd.Int32Dtype), column.name


def test_safe_money_counts_once_and_says_what_is_not_in_it(data: extract.Data) -> None:
    assert list(data.money_safe["amount_vnd"]) == [11_500_000]
    assert data.money_safe.attrs["left_out"] == {"duplicate_page": 3, "each": 2, "planned": 2, "same_event": 1}
    assert len(data.money) == len(data.money_safe) + sum(data.money_safe.attrs["left_out"].values())


def test_scholarships_by_commune(data: extract.Data) -> None:
    (row,) = data.scholarships_by_commune.to_dict("records")
    assert (row["commune"], row["year"], row["count"], row["amount_total_vnd"]) == ("Phường 2", 2022, 23, 11_500_000)
    assert data.scholarships_by_commune.attrs["left_out"] == {"duplicate_page": 1, "not_achieved": 1}


def test_a_total_that_is_not_told_is_count_times_each(tmp_path: Path) -> None:
    record = sample_record()
    told = tuple(replace(row, amount_total_vnd=None) for row in record.facts.scholarships)
    data = loaded(tmp_path, replace(record, facts=replace(record.facts, scholarships=told)))
    assert list(data.scholarships_by_commune["amount_total_vnd"]) == [23 * 500_000]


def test_a_total_that_nothing_tells_is_missing(tmp_path: Path) -> None:
    record = sample_record()
    rows = record.facts.scholarships
    bare = tuple(replace(row, amount_total_vnd=None, amount_each_vnd=None) for row in rows)
    data = loaded(tmp_path, replace(record, facts=replace(record.facts, scholarships=bare)))
    assert data.scholarships_by_commune["amount_total_vnd"].isna().all()


def test_ratings_have_a_column_a_level(data: extract.Data) -> None:
    (row,) = data.ratings_wide.to_dict("records")
    assert (row["group"], row["period"], row["group_total"], row["vững mạnh"]) == ("tổ", "2022", 80, 45)
    assert data.ratings_wide.attrs["left_out"] == {"duplicate_page": 1, "part": 1}


def test_figures_stand_with_their_page(data: extract.Data) -> None:
    frame = data.figures_with_page
    assert len(frame) == len(data.figures)
    assert set(frame.loc[frame["is_duplicate"], "uri"]) == {"http://b.vn/1"}


def test_the_same_in_arrow_polars_and_duckdb(data: extract.Data) -> None:
    assert data.arrow("money").num_rows == len(data.money)
    assert data.polars("money")["amount_vnd"].sum() == data.money["amount_vnd"].sum()
    connection = data.duckdb()
    for schema in schemas.TABLES:
        assert connection.sql(f"SELECT count(*) FROM {schema.name}").fetchall() == [(len(getattr(data, schema.name)),)]  # noqa: S608
    left_out = dict(connection.sql("SELECT left_out, count(*) FROM money_judged GROUP BY ALL").fetchall())
    assert left_out == {None: 2, "duplicate_page": 3, "each": 2, "planned": 2}
    for name, rows in (("money_safe", 2), ("scholarships_safe", 1), ("ratings_safe", 1)):
        assert connection.sql(f"SELECT count(*) FROM {name}").fetchall() == [(rows,)]  # noqa: S608


def test_sql_and_frames_leave_out_the_same_but_for_what_is_told_twice(tmp_path: Path) -> None:
    ledger = LedgerPages.write(tmp_path / "dataset", pages=60)
    write_views(ledger.folder)
    told = (
        extract.load(ledger.folder)
        .duckdb()
        .sql("SELECT left_out, count(*), sum(amount_vnd) FROM money_judged WHERE left_out IS NOT NULL GROUP BY ALL")
    )
    expected = {
        reason: known for reason, known in ledger.left_out().items() if reason not in {"repeated", "same_event"}
    }
    assert {reason: (figures, vnd) for reason, figures, vnd in told.fetchall()} == expected


def test_a_folder_that_is_no_dataset_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not a dataset"):
        extract.load(tmp_path)


def test_a_page_in_memory_is_read_in_any_charset_and_may_bring_rules(tmp_path: Path) -> None:
    page = "<p>Hội đã trao 23 phần học bổng cho học sinh nghèo của xã, dân bỏ 12 chuồng chim cũ.</p>"
    (tmp_path / "mine.yaml").write_text(
        'rules:\n- id: works.coop\n  indicator: works\n  match: "bỏ {count} {unit: chuồng chim}"\n'
        '  examples:\n  - yes: "bỏ 2 chuồng chim"\n  - no: "chuồng chim ở 2 ấp"\n',
        "utf-8",
    )
    record = extract.read_page(page.encode("utf-16"), rules=(tmp_path,))
    assert {figure.indicator for figure in record.facts.figures} == {"scholarship", "works"}
    assert extract.read_page(page).facts.figures[1].indicator is None
    with pytest.raises(InputError):
        extract.read_page(b"")


def test_the_public_names_cost_nothing_before_they_are_used() -> None:
    assert all(getattr(extract, name) for name in extract.__all__)
    loaded_at_once = "import sys, extract; sys.exit('pandas' in sys.modules or 'regex' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded_at_once], check=False).returncode == 0  # noqa: S603
    with pytest.raises(AttributeError, match="no attribute 'loads'"):
        extract.loads  # noqa: B018
