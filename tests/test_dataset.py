"""Reading a dataset back: each page with its own rows, and a clear word where something is missing."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from handmade_pages import page_of, record_of, sample_record, settled, write_dataset

from extract.dataset import Dataset, PageEntry
from extract.errors import InputError
from extract.loading import load
from extract.model import Reject
from extract.tables import schemas
from extract.tables.collection import PART

if TYPE_CHECKING:
    from pathlib import Path


def test_an_entry_has_the_columns_of_the_table_pages() -> None:
    assert [field.name for field in fields(PageEntry)] == [column.name for column in schemas.PAGES.columns]


def test_every_page_comes_with_its_own_rows(tmp_path: Path) -> None:
    records = {
        record.page.page_id: record
        for record in (
            *(sample_record(f"http://a.vn/{i}") for i in range(5)),
            *(record_of(page_of([("Tin ngắn", None)], uri=f"http://b.vn/{i}")) for i in range(5)),
        )
    }
    pages = list(Dataset(write_dataset(tmp_path / "dataset", *records.values())).pages())
    assert [page.entry.page_id for page in pages] == sorted(records)
    for page in pages:
        record = settled(records[page.entry.page_id])
        assert page.entry.text == record.page.text
        assert page.blocks == record.page.blocks
        assert page.checks == record.checks
        for table in ("figures", "money", "scholarships", "ratings", "statements"):
            assert getattr(page, table) == getattr(record.facts, table), table


def test_a_table_in_several_files_reads_as_one(tmp_path: Path) -> None:
    dataset = write_dataset(tmp_path / "dataset", *(sample_record(f"http://a.vn/{i}") for i in range(4)))
    whole = list(Dataset(dataset).pages())
    for name in ("pages", "figures"):
        table = pq.read_table(dataset / name / PART)
        odd = [int(row["page_id"][0], 16) % 2 == 1 for row in table.to_pylist()]
        pq.write_table(table.filter(pa.array(odd)), dataset / name / PART)
        pq.write_table(table.filter(pa.array([not it for it in odd])), dataset / name / "part-00001.parquet")
    assert list(Dataset(dataset).pages()) == whole


def test_rejects_come_as_they_were_written(tmp_path: Path) -> None:
    reject = Reject("a.bin", None, "unsupported", "not a page", 12)
    assert list(Dataset(write_dataset(tmp_path / "dataset", reject)).rejects()) == [reject]


def test_what_is_no_dataset_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not a folder"):
        Dataset(tmp_path / "missing")
    with pytest.raises(InputError, match="is not a dataset of baocao"):
        Dataset(tmp_path)


def test_a_missing_table_a_broken_file_and_another_version_are_named(tmp_path: Path) -> None:
    dataset = write_dataset(tmp_path / "dataset", sample_record())
    file = dataset / "checks" / PART
    table = pq.read_table(file)
    pq.write_table(table.drop_columns("outcome"), file)
    with pytest.raises(InputError, match="column 'outcome' is not as this version of baocao has it"):
        Dataset(dataset)
    file.write_bytes(b"PAR1")
    with pytest.raises(InputError, match=r"checks.*write the dataset again"):
        Dataset(dataset)
    file.unlink()
    with pytest.raises(InputError, match="no table 'checks'"):
        Dataset(dataset)


def test_a_dataset_of_before_late_columns_reads_as_if_nothing_stood_in_them(tmp_path: Path) -> None:
    dataset = write_dataset(tmp_path / "dataset", sample_record())
    whole = load(dataset)
    entry = next(Dataset(dataset).pages()).entry
    late = [column.name for column in schemas.PAGES.columns if column.late]
    file = dataset / "pages" / PART
    pq.write_table(pq.read_table(file).drop_columns(late), file)

    older = load(dataset)
    assert next(Dataset(dataset).pages()).entry == replace(
        entry, commune_name=None, district_name=None, province_name=None, year=None
    )
    assert next(Dataset(dataset).batches(schemas.PAGES)).schema.names == schemas.PAGES.arrow().names
    assert older.pages.dtypes.to_dict() == whole.pages.dtypes.to_dict()
    told = ["commune", "province", "year", "amount_vnd"]
    assert older.money_safe[told].to_dict("records") == whole.money_safe[told].to_dict("records")
    assert list(whole.money_safe["year"]) == [2022]


def test_a_dataset_without_the_reasons_of_sums_is_refused(tmp_path: Path) -> None:
    dataset = write_dataset(tmp_path / "dataset", sample_record())
    file = dataset / "money" / PART
    pq.write_table(pq.read_table(file).drop_columns("left_out"), file)
    with pytest.raises(InputError, match="column 'left_out' is not as this version of baocao has it; write"):
        Dataset(dataset)
