"""Tables as CSV and workbooks: every row, readable headers, dates as dates, and no formula in any cell."""

from __future__ import annotations

import csv
import hashlib
import json
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest
import regex
from handmade_pages import sample_record, write_dataset
from hostile_pages import hostile_record, hostile_reject

from extract.dataset import Dataset
from extract.errors import ArgumentError, OutputError
from extract.export import tables as exported
from extract.export.delimited import harmless
from extract.export.headers import COLUMNS, TABLES
from extract.export.tables import write_csv, write_workbook
from extract.export.workbook import book
from extract.report.display import visible
from extract.tables import schemas, view_schemas

if TYPE_CHECKING:
    from pathlib import Path

FORMULAS = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1+1",
    "\n=1",
    "＝1",
    '=HYPERLINK("http://evil.vn","học bổng")',
    "x;=cmd|' /C calc'!A0",
    'x;"=1',
    "a\n+1",
]


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    records = [hostile_record(words, words) for words in FORMULAS]
    folder = tmp_path_factory.mktemp("export") / "dataset"
    return Dataset(write_dataset(folder, sample_record(), *records, *map(hostile_reject, FORMULAS)))


def test_every_table_and_column_has_a_header_of_its_own_in_both_languages() -> None:
    everything: list[schemas.TableSchema | view_schemas.ViewSchema] = [*schemas.TABLES, *view_schemas.VIEWS]
    assert set(TABLES) == {schema.name for schema in everything}
    assert set(COLUMNS) == {column.name for schema in everything for column in schema.columns}
    for schema in everything:
        for language in ("vi", "en"):
            headers = [getattr(COLUMNS[column.name], language) for column in schema.columns]
            assert len(headers) == len(set(headers)), schema.name


# ----------------------------------------------------------------------------------------------------------------- CSV


def test_csv_has_every_row_with_headers_and_is_described(tmp_path: Path, dataset: Dataset) -> None:
    write_csv(dataset, (), tmp_path / "csv", "vi")
    package = json.loads((tmp_path / "csv" / "datapackage.json").read_text("utf-8"))
    for resource, schema in zip(package["resources"], schemas.TABLES, strict=True):
        content = (tmp_path / "csv" / resource["path"]).read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        rows = list(csv.reader(content.decode("utf-8-sig").splitlines(keepends=True)))
        assert rows[0] == [field["name"] for field in resource["schema"]["fields"]]
        assert len(rows) == dataset.arrow(schema).num_rows + 1
    assert package["resources"][3]["schema"]["primaryKey"] == ["Mã số liệu"]


def test_no_cell_of_csv_begins_as_a_formula_even_where_semicolons_part_cells(tmp_path: Path, dataset: Dataset) -> None:
    write_csv(dataset, (), tmp_path / "csv", "vi")
    files = [*(tmp_path / "csv").glob("*.csv")]
    assert len(files) == len(schemas.TABLES)
    for file in files:
        content = file.read_text("utf-8-sig")
        for delimiter in (",", ";", "\t"):
            for row in csv.reader(content.splitlines(keepends=True), delimiter=delimiter):
                assert [cell for cell in row if regex.match(r'[\s"]*[=+\-@＝]', cell)] == []


def test_money_and_days_are_plain_in_csv(tmp_path: Path, dataset: Dataset) -> None:
    write_csv(dataset, ["money", "pages"], tmp_path / "csv", "en")
    assert {file.name for file in (tmp_path / "csv").iterdir()} == {"money.csv", "pages.csv", "datapackage.json"}
    with (tmp_path / "csv" / "money.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["Quote"] == "11,5 triệu đồng"]
    assert [row["Amount (đồng)"] for row in rows] == ["11500000"]
    with (tmp_path / "csv" / "pages.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert {row["Event date"] for row in csv.DictReader(stream)} == {"2022-12-28"}


def test_an_export_replaces_an_older_one_and_nothing_else(tmp_path: Path, dataset: Dataset) -> None:
    write_csv(dataset, (), tmp_path / "csv", "vi")
    write_csv(dataset, ["money"], tmp_path / "csv", "vi")
    assert {file.name for file in (tmp_path / "csv").iterdir()} == {"money.csv", "datapackage.json"}
    (tmp_path / "csv" / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match=r"holds mine\.txt"):
        write_csv(dataset, (), tmp_path / "csv", "vi")


def test_views_stand_beside_tables_with_commune_and_year(tmp_path: Path, dataset: Dataset) -> None:
    names = [view.name for view in view_schemas.VIEWS]
    write_csv(dataset, names, tmp_path / "csv", "vi")
    assert {file.name for file in (tmp_path / "csv").iterdir()} == {
        *(f"{name}.csv" for name in names),
        "datapackage.json",
    }
    write_workbook(dataset, ["scholarships_by_commune", "ratings_wide"], tmp_path / "a.xlsx", "vi")
    made = openpyxl.load_workbook(tmp_path / "a.xlsx")
    given = next(made["Học bổng theo xã, năm"].iter_rows(min_row=2, values_only=True))
    assert given[2:] == ("Phường 2", 2022, 1, 23, 11_500_000)
    headers, rated = list(made["Xếp loại theo bậc"].values)[:2]
    days = dict(zip(headers, rated, strict=True))
    assert days["Ngày"] == datetime(2022, 12, 28)  # noqa: DTZ001 - as a cell has it


def test_a_name_that_is_neither_table_nor_view_is_refused_with_those_there_are(
    tmp_path: Path, dataset: Dataset
) -> None:
    with pytest.raises(ArgumentError, match="scholarships_by_commune"):
        write_csv(dataset, ["scholarships_by_ward"], tmp_path / "csv", "vi")


@pytest.mark.parametrize("text", ["23 suất = 11,5 triệu", "Học bổng", "", "'=1", "(=1)", "a; b - c"])
def test_what_no_spreadsheet_runs_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


# ------------------------------------------------------------------------------------------------------------ workbook


def test_a_workbook_has_every_row_with_types(tmp_path: Path, dataset: Dataset) -> None:
    write_workbook(dataset, (), tmp_path / "a.xlsx", "vi")
    made = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert made.sheetnames == [*(TABLES[schema.name].vi for schema in schemas.TABLES), "Giải thích"]
    for schema in schemas.TABLES:
        assert made[TABLES[schema.name].vi].max_row == dataset.arrow(schema).num_rows + 1
    headers = [cell.value for cell in made["Trang"][1]]
    for row in made["Trang"].iter_rows(min_row=2):
        day = row[headers.index("Ngày diễn ra")]
        assert (day.value, day.number_format) == (datetime(2022, 12, 28), "dd/mm/yyyy")  # noqa: DTZ001 - as a cell has it
    amounts = {row[5].value for row in made["Số tiền"].iter_rows(min_row=2)}
    assert 11_500_000 in amounts
    assert made["Số tiền"].freeze_panes == "B2"
    assert made["Số tiền"].auto_filter.ref is not None


def test_no_cell_of_a_workbook_is_a_formula(tmp_path: Path, dataset: Dataset) -> None:
    write_workbook(dataset, (), tmp_path / "a.xlsx", "vi")
    made = openpyxl.load_workbook(tmp_path / "a.xlsx")
    cells = [cell for sheet in made for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}
    starting = [cell for cell in cells if str(cell.value).startswith(("=", "+", "@"))]
    assert len(starting) > len(FORMULAS)
    assert all(cell.quotePrefix for cell in starting)


def test_a_workbook_explains_columns_and_codes(tmp_path: Path, dataset: Dataset) -> None:
    write_workbook(dataset, ["money"], tmp_path / "a.xlsx", "en")
    rows = {row[2]: row for row in openpyxl.load_workbook(tmp_path / "a.xlsx")["About"].values}
    assert rows["money.amount_vnd"][:4] == ("Money", "Amount (đồng)", "money.amount_vnd", "đồng")
    assert "planned = planned" in str(rows["money.status"][5])


def test_what_is_longer_than_a_sheet_goes_on_in_the_next(
    tmp_path: Path, dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exported, "MOST_ROWS", 10)
    write_workbook(dataset, ["figures"], tmp_path / "a.xlsx", "vi")
    made = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheets = [name for name in made.sheetnames if name.startswith("Số liệu")]
    assert sheets == ["Số liệu", "Số liệu (2)", "Số liệu (3)", "Số liệu (4)"]
    ids = [row[0] for name in sheets for row in made[name].iter_rows(min_row=2, values_only=True)]
    assert ids == [visible(name) for name in dataset.arrow(schemas.FIGURES)["figure_id"].to_pylist()]


def test_the_same_dataset_gives_the_same_workbook(tmp_path: Path, dataset: Dataset) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(dataset, (), tmp_path / name, "vi")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (10**15, "1000000000000000"),  # a spreadsheet would round it
        (999_999_999_999_999, 999_999_999_999_999),
        (-(10**15), "-1000000000000000"),
        (True, True),
        (2.5, 2.5),
        (date(2022, 12, 28), datetime(2022, 12, 28)),  # noqa: DTZ001 - as a cell has it
        ("chữ 𝒳" * 10_000, None),
        ("a\x1bb\u202ec", "a⟦U+001B⟧b⟦U+202E⟧c"),
    ],
)
def test_a_value_is_whole_in_its_cell_or_marked(tmp_path: Path, value: object, shown: object) -> None:
    with book(tmp_path / "a.xlsx") as made:
        made.sheet("s", ["x"], [10]).add([value])  # type: ignore[list-item]
    read = openpyxl.load_workbook(tmp_path / "a.xlsx")["s"]["A2"].value
    if shown is None:
        assert str(read).endswith(" […]")
        assert len(str(read).encode("utf-16-le")) // 2 <= 32_767
    else:
        assert read == shown
