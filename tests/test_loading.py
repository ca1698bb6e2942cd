"""What an analyst gets of a dataset: types, safe views, and the same in other libraries."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from handmade_pages import sample_record, write_dataset
from ledger_pages import LedgerPages

import extract
from extract.errors import InputError
from extract.model import Context
from extract.tables import schemas, view_schemas
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


def test_what_a_view_leaves_out_it_says_in_dong_too(data: extract.Data) -> None:
    vnd = data.money_safe.attrs["left_out_vnd"]
    assert vnd == {"duplicate_page": 42_000_000, "each": 1_000_000, "planned": 60_000_000, "same_event": 11_500_000}
    assert data.money["amount_vnd"].sum() == data.money_safe["amount_vnd"].sum() + sum(vnd.values())
    assert data.figures_with_page.attrs["left_out_vnd"] == vnd
    assert data.scholarships_by_commune.attrs["left_out_vnd"] == {"duplicate_page": 11_500_000, "planned": 11_500_000}


def test_scholarships_by_commune(data: extract.Data) -> None:
    (row,) = data.scholarships_by_commune.to_dict("records")
    assert (row["commune"], row["year"], row["count"], row["amount_total_vnd"]) == ("Phường 2", 2022, 23, 11_500_000)
    assert data.scholarships_by_commune.attrs["left_out"] == {"duplicate_page": 1, "planned": 1}


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


def test_every_set_has_a_row_and_shares_have_columns(tmp_path: Path) -> None:
    record = sample_record()
    (row,) = record.facts.ratings
    other = replace(row, rating_id="r2", set_id="r2", start=row.start + 1, count=40)
    share = replace(row, rating_id="r3", set_id="r2", start=row.start + 2, level="khá", count=None, percent=36.25)
    data = loaded(tmp_path, replace(record, facts=replace(record.facts, ratings=(row, other, share))))
    first, second = data.ratings_wide.sort_values("vững mạnh", ascending=False).to_dict("records")
    assert (first["vững mạnh"], second["vững mạnh"], second["khá_percent"]) == (45, 40, 36.25)
    assert pd.isna(first["khá_percent"])


def test_figures_stand_with_their_page(data: extract.Data) -> None:
    counted, judged = data.figures_with_page, data.figures_judged
    assert set(counted["uri"]) == {"http://a.vn/1", "http://c.vn/1"}
    assert len(judged) == len(data.figures) == len(counted) + sum(counted.attrs["left_out"].values())
    assert set(judged.loc[judged["left_out"] == "duplicate_page", "uri"]) == {"http://b.vn/1"}
    assert not counted["scope"].eq("each").any()
    assert counted["status"].eq("achieved").all()


def test_an_older_version_of_a_page_counts_nowhere(tmp_path: Path) -> None:
    first, second = sample_record("http://a.vn/1"), sample_record("http://a.vn/2")
    pages = [
        replace(record, page=replace(record.page, captured_at=datetime(year, 1, 1, tzinfo=UTC)))
        for record, year in ((first, 2021), (second, 2022))
    ]
    pages[1] = replace(pages[1], duplicate_of=first.page.page_id, duplicate_kind="revision")
    data = loaded(tmp_path, *pages)
    for view in (data.money_safe, data.ratings_safe, data.scholarships_safe, data.figures_with_page):
        assert set(view["uri"]) == {"http://a.vn/2"}
        assert "revised" in view.attrs["left_out"]


def test_places_have_one_name_and_the_one_they_are_written_by(tmp_path: Path) -> None:
    written = (("P.2", "TP Tân An", "tỉnh Long An"), ("PHƯỜNG 2", "thành phố Tân An", "Long An"))
    records = [
        replace(record, facts=replace(record.facts, context=Context(date(2022, 1, day), *places, None)))
        for day, places in enumerate(written, 1)
        for record in [sample_record(f"http://a.vn/{day}")]
    ]
    data = loaded(tmp_path, *records)
    for view in (data.money_safe, data.scholarships_safe, data.ratings_wide, data.figures_with_page):
        assert view["year"].dtype == pd.Int64Dtype()
        assert set(view["commune"]) == {"Phường 2"}
        assert set(view["district"]) == {"Thành phố Tân An"}
        assert set(view["province"]) == {"Long An"}
        assert set(view["province_written"]) == {"tỉnh Long An", "Long An"}
    assert len(data.scholarships_by_commune) == 1


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> LedgerPages:
    made = LedgerPages.write(tmp_path_factory.mktemp("views") / "dataset", pages=60)
    write_views(made.folder)
    return made


@pytest.mark.parametrize("view", view_schemas.VIEWS, ids=lambda view: view.name)
def test_sql_and_frames_are_the_same_and_as_described(
    data: extract.Data, ledger: LedgerPages, view: view_schemas.ViewSchema
) -> None:
    for one in (data, extract.load(ledger.folder)):
        frame, told = getattr(one, view.name), one.duckdb().sql(f"SELECT * FROM {view.name}")  # noqa: S608
        described = [column.name for column in view.columns]
        assert list(frame.columns) == told.columns
        assert list(frame.columns)[: len(described)] == described
        assert view.wide is not None or len(described) == len(frame.columns)
        rows = frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None)
        assert sorted(map(_plain, rows)) == sorted(map(_plain, told.fetchall()))


def _plain(row: tuple[object, ...]) -> tuple[str, ...]:
    """A row whose values compare: days without a time, sums of any size."""
    return tuple(str(value).removesuffix(" 00:00:00") for value in row)


def test_what_is_left_out_is_what_was_put_in(ledger: LedgerPages) -> None:
    told = extract.load(ledger.folder).money_safe.attrs
    assert {reason: (told["left_out"][reason], told["left_out_vnd"][reason]) for reason in told["left_out"]} == (
        ledger.left_out()
    )


def test_the_same_in_arrow_polars_and_duckdb(data: extract.Data) -> None:
    assert data.arrow("money").num_rows == len(data.money)
    assert data.polars("money")["amount_vnd"].sum() == data.money["amount_vnd"].sum()
    for view in view_schemas.VIEWS:
        assert data.arrow(view.name).num_rows == len(getattr(data, view.name))
    assert data.polars("money_safe")["amount_vnd"].sum() == 11_500_000
    connection = data.duckdb()
    for schema in schemas.TABLES:
        assert connection.sql(f"SELECT count(*) FROM {schema.name}").fetchall() == [(len(getattr(data, schema.name)),)]  # noqa: S608


@pytest.mark.parametrize("library", ["polars", "duckdb"])
def test_a_library_that_is_not_there_is_told_with_its_extra(
    data: extract.Data, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ModuleNotFoundError, match=rf"pip install .*\[{library}\]"):
        data.polars("money_safe") if library == "polars" else data.duckdb()


@pytest.mark.parametrize("library", ["arrow", "polars"])
def test_a_name_that_is_none_is_answered_with_those_there_are(data: extract.Data, library: str) -> None:
    with pytest.raises(InputError, match=r"no table or view 'monye'; there are pages, .*money_safe"):
        getattr(data, library)("monye")


def test_what_is_changed_in_a_frame_stays_there(data: extract.Data) -> None:
    for name in ("money", "money_safe", "ratings_wide"):
        frame = getattr(data, name)
        before = frame.copy()
        frame.loc[:, "page_id"] = "x"
        frame["mine"] = 1
        frame.attrs["left_out"]["mine"] = 1
        pd.testing.assert_frame_equal(getattr(data, name), before)
        assert "mine" not in getattr(data, name).attrs["left_out"]


def test_a_dataset_stays_where_it_is_when_the_notebook_moves(
    data: extract.Data, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    moved = extract.load("dataset")
    monkeypatch.chdir("/")
    assert len(moved.money_safe) == len(data.money_safe)
    assert moved.duckdb().sql("SELECT count(*) FROM money_safe").fetchall() == [(1,)]


def test_a_folder_of_datasets_names_them(data: extract.Data) -> None:
    with pytest.raises(InputError, match=r"is not a dataset of baocao; \S+dataset is one"):
        extract.load(data.folder.parent)


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
