"""The data contract: columns, types, order of rows, and the same bytes for the same rows."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, get_args, get_type_hints

import pandas as pd
import pyarrow.parquet as pq
import pytest

from extract import codes, model
from extract.model import Block, Check, Context, Facts, Figure, Money, Page, Rating, Reject, Scholarship, Statement
from extract.tables import schemas
from extract.tables.collection import PART, Collection
from extract.tables.package import Package, write_package
from extract.tables.rows import PageRecord, encode

if TYPE_CHECKING:
    from pathlib import Path

CONTRACT = {
    "pages": "page_id string, uri string, source string, captured_at timestamp[us, tz=UTC]?, media_type string, "
    "charset string, raw_sha256 string, raw_bytes int64, site string?, title string?, text string, "
    "published_on date32[day]?, event_date date32[day]?, byline string?, commune string?, district string?, "
    "province string?, commune_code string?, blocks_kept int32, blocks_dropped int32, duplicate_of string?, "
    "duplicate_kind string?, commune_name string?, district_name string?, province_name string?, "
    "year int32?",
    "blocks": "page_id string, ordinal int32, kind string, text string, start int32?, end int32?, kept bool, "
    "reason string?, duplicate_of int32?, locator string",
    "figures": "figure_id string, page_id string, start int32, end int32, quote string, kind string, value double, "
    "value_max double?, unit string?, noun string?, comparator string, scope string, status string, role string, "
    "indicator string?, statement_id string?, period_start date32[day]?, period_end date32[day]?, rule_id string?, "
    "part_of string?, left_out string?",
    "money": "figure_id string, page_id string, start int32, end int32, quote string, amount_vnd int64, "
    "amount_max_vnd int64?, amount_million double, low_vnd int64, high_vnd int64?, comparator string, scope string, "
    "per string?, status string, indicator string?, statement_id string?, rule_id string?, part_of string?, "
    "left_out string?",
    "scholarships": "scholarship_id string, page_id string, start int32, end int32, quote string, count int64?, "
    "unit string?, recipients int64?, recipient_group string?, level string?, amount_total_vnd int64?, "
    "amount_each_vnd int64?, amount_each_max_vnd int64?, comparator string, status string, part_of string?, "
    "rule_id string, left_out string?",
    "ratings": "rating_id string, page_id string, start int32, end int32, quote string, group string, "
    "group_kind string?, level string, level_code string?, level_rank int32?, scale string?, count int64?, "
    "percent double?, group_total int64?, period string?, status string, part_of string?, rule_id string, "
    "set_id string, left_out string?",
    "statements": "statement_id string, page_id string, start int32, end int32, indicator string, action string?, "
    "object string?, count double?, unit string?, amount_total_vnd int64?, amount_each_vnd int64?, length_m double?, "
    "area_m2 double?, beneficiary string?, comparator string, status string, period_start date32[day]?, "
    "period_end date32[day]?, rule_id string, part_of string?",
    "checks": "check_id string, page_id string, kind string, left string, right string, left_low double?, "
    "left_high double?, right_low double?, right_high double?, outcome string, reason string?, start int32, end int32",
    "rejects": "source string, uri string?, reason string, message string, bytes int64?",
}
"""Version 1, with ``?`` for a column that may be empty. Never edit a line here: add at its end."""

ROW_RECORDS = {
    "figures": Figure,
    "money": Money,
    "scholarships": Scholarship,
    "ratings": Rating,
    "statements": Statement,
    "checks": Check,
    "rejects": Reject,
}


@pytest.mark.parametrize("schema", schemas.TABLES, ids=lambda schema: schema.name)
def test_columns_are_those_of_the_contract(schema: schemas.TableSchema) -> None:
    fields = [f"{field.name} {field.type}{'?' if field.nullable else ''}" for field in schema.arrow()]
    assert ", ".join(fields) == CONTRACT[schema.name]


def test_every_table_of_the_contract_is_there() -> None:
    assert [schema.name for schema in schemas.TABLES] == list(CONTRACT)


@pytest.mark.parametrize("schema", schemas.TABLES, ids=lambda schema: schema.name)
def test_every_column_is_described(schema: schemas.TableSchema) -> None:
    arrow = schema.arrow()
    assert arrow.metadata[b"baocao.contract"] == b"1"
    for field in arrow:
        assert field.metadata[b"description"], field.name
        if field.name.endswith("_vnd"):
            assert field.metadata[b"unit"].decode() == "đồng"


@pytest.mark.parametrize("name", ROW_RECORDS)
def test_columns_are_the_fields_of_their_record(name: str) -> None:
    """Same names in the same order, and a column may be empty exactly where the field may be ``None``."""
    hints = get_type_hints(ROW_RECORDS[name], vars(model) | vars(codes) | {"date": date})
    schema = next(schema for schema in schemas.TABLES if schema.name == name)
    assert {column.name: column.null for column in schema.columns} == {
        field: type(None) in get_args(hint) for field, hint in hints.items()
    }
    assert [column.name for column in schema.columns] == list(hints)


# ------------------------------------------------------------------------------------------------------- rows written

TEXT = "Phường trao 23 phần học bổng với số tiền 11,5 triệu đồng\ncó 45 tổ vững mạnh"


def record(page_id: str = "a" * 20, text: str = TEXT) -> PageRecord:
    """A page with one row in every table."""
    title, body = text.split("\n")
    blocks = (
        Block(0, "line", "-----", None, None, kept=False, reason="separator", duplicate_of=None, locator="hr"),
        Block(1, "title", title, 0, len(title), kept=True, reason=None, duplicate_of=None, locator="h1"),
        Block(
            2, "paragraph", body, len(title) + 1, len(text), kept=True, reason=None, duplicate_of=None, locator="p[1]"
        ),
        Block(3, "paragraph", body, None, None, kept=False, reason="duplicate", duplicate_of=2, locator="p[2]"),
    )
    page = Page(
        page_id=page_id,
        uri="tin/hoc-bong.html",
        source="tin/hoc-bong.html",
        captured_at=datetime(2016, 3, 1, 2, 3, 4, tzinfo=UTC),
        media_type="text/html",
        charset="utf-8",
        raw_sha256="0" * 64,
        raw_bytes=1234,
        site=None,
        title=title,
        text=text,
        published_on=date(2016, 2, 28),
        byline=None,
        blocks=blocks,
    )
    start = text.index("11,5")
    figure = Figure(
        figure_id=f"{page_id}-f00042",
        page_id=page_id,
        start=start,
        end=start + 15,
        quote=text[start : start + 15],
        kind="money",
        value=11_500_000,
        value_max=None,
        unit="đồng",
        noun=None,
        comparator="eq",
        scope="total",
        status="achieved",
        role="value",
        indicator="scholarship",
        statement_id=None,
        period_start=date(2016, 1, 1),
        period_end=None,
        rule_id="scholarship.award",
    )
    money = Money(
        figure_id=figure.figure_id,
        page_id=page_id,
        start=figure.start,
        end=figure.end,
        quote=figure.quote,
        amount_vnd=11_500_000,
        amount_max_vnd=None,
        amount_million=11.5,
        low_vnd=11_450_000,
        high_vnd=11_550_000,
        comparator="eq",
        scope="total",
        per=None,
        status="achieved",
        indicator="scholarship",
        statement_id=None,
        rule_id="scholarship.award",
    )
    scholarship = Scholarship(
        scholarship_id=f"{page_id}-s00012",
        page_id=page_id,
        start=12,
        end=28,
        quote=text[12:28],
        count=23,
        unit="phần",
        recipients=None,
        recipient_group=None,
        level=None,
        amount_total_vnd=11_500_000,
        amount_each_vnd=None,
        amount_each_max_vnd=None,
        comparator="eq",
        status="achieved",
        part_of=None,
        rule_id="scholarship.award",
    )
    rating = Rating(
        rating_id=f"{page_id}-r00061",
        page_id=page_id,
        start=61,
        end=66,
        quote="45 tổ",
        group="tổ nhân dân tự quản",
        group_kind=None,
        level="vững mạnh",
        level_code="strong",
        level_rank=1,
        scale=None,
        count=45,
        percent=None,
        group_total=80,
        period="2022",
        status="achieved",
        part_of=None,
        rule_id="rating.level",
        set_id=f"{page_id}-r00061",
    )
    statement = Statement(
        statement_id=f"{page_id}-t00007",
        page_id=page_id,
        start=7,
        end=40,
        indicator="gift",
        action="trao",
        object="học bổng",
        count=23,
        unit="phần",
        amount_total_vnd=11_500_000,
        amount_each_vnd=None,
        length_m=None,
        area_m2=None,
        beneficiary=None,
        comparator="eq",
        status="achieved",
        period_start=None,
        period_end=None,
        rule_id="gift.award",
        part_of=None,
    )
    check = Check(
        check_id=f"{page_id}-c00061",
        page_id=page_id,
        kind="ratings_sum",
        left="45 + 29 + 6",
        right="80",
        left_low=80,
        left_high=80,
        right_low=80,
        right_high=None,
        outcome="agrees",
        reason=None,
        start=61,
        end=66,
    )
    context = Context(date(2016, 2, 27), "Phường 2", None, None, None)
    facts = Facts(context, (figure,), (money,), (scholarship,), (rating,), (statement,))
    return PageRecord(page, facts, (check,))


REJECT = Reject("b/trang.html", None, "empty", "the file has no bytes", 0)


def write(folder: Path, *units: list[PageRecord | Reject]) -> Path:
    collection = Collection()
    for unit in units:
        collection.add(encode(unit))
    folder.mkdir()
    collection.write(folder)
    return folder


def digests(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*.parquet")
    }


def test_a_page_goes_through_every_table_unchanged(tmp_path: Path) -> None:
    folder = write(tmp_path / "data", [record(), REJECT])
    rows = {name: pq.read_table(folder / name).to_pylist() for name in CONTRACT}
    page = rows["pages"][0]
    assert (page["commune"], page["blocks_kept"], page["blocks_dropped"]) == ("Phường 2", 2, 2)
    assert page["event_date"] == date(2016, 2, 27)
    assert page["captured_at"] == datetime(2016, 3, 1, 2, 3, 4, tzinfo=UTC)
    for row in rows["figures"] + rows["money"] + rows["scholarships"]:
        assert page["text"][row["start"] : row["end"]] == row["quote"]
    for row in rows["blocks"]:
        if row["kept"]:
            assert page["text"][row["start"] : row["end"]] == row["text"]
    assert [row["reason"] for row in rows["blocks"]] == ["separator", None, None, "duplicate"]
    assert rows["money"][0]["high_vnd"] == 11_550_000
    assert rows["rejects"] == [REJECT._asdict()]
    assert {name: len(rows[name]) for name in CONTRACT} == {name: 4 if name == "blocks" else 1 for name in CONTRACT}


PANDAS = {
    "string": "str",
    "double": "float64",
    "bool": "bool",
    "int32": "int32",
    "int64": "int64",
    "int32?": "Int32",
    "int64?": "Int64",
    "date32[day]": "object",
    "timestamp[us, tz=UTC]": "datetime64[us, UTC]",
}
"""How each type of the contract arrives in a notebook: integers that may be missing stay exact."""


@pytest.mark.parametrize("name", CONTRACT)
@pytest.mark.parametrize("units", [[], [[record(), REJECT]]], ids=["no page", "a page"])
def test_pandas_reads_the_types_of_the_contract(
    tmp_path: Path, name: str, units: list[list[PageRecord | Reject]]
) -> None:
    frame = pd.read_parquet(write(tmp_path / "data", *units) / name)
    for title, kind in _columns(name):
        assert str(frame[title].dtype) == (PANDAS.get(kind) or PANDAS[kind.rstrip("?")]), title
    assert len(frame.columns) == len(_columns(name))


def _columns(name: str) -> list[tuple[str, str]]:
    schema = next(schema for schema in schemas.TABLES if schema.name == name)
    return [(column.name, f"{column.type}{'?' if column.null else ''}") for column in schema.columns]


def test_duckdb_reads_every_table(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    folder = write(tmp_path / "data", [record(), REJECT])
    for name in CONTRACT:
        found = duckdb.sql(f"SELECT * FROM '{folder}/{name}/*.parquet'")  # noqa: S608 - our own path
        assert found.columns == [title for title, _ in _columns(name)]
        assert found.to_arrow_table().num_rows >= 1
    query = f"SELECT sum(amount_vnd) FROM '{folder}/money/*.parquet' JOIN '{folder}/pages/*.parquet' USING (page_id)"  # noqa: S608
    assert duckdb.sql(query).fetchall() == [(11_500_000,)]


def test_bytes_do_not_depend_on_the_order_of_arrival(tmp_path: Path) -> None:
    one, two = record("a" * 20), record("b" * 20, TEXT.replace("23", "24"))
    early, late = Reject("a.pdf", "a.pdf", "unsupported", "neither HTML nor plain text", 7), REJECT
    straight = write(tmp_path / "straight", [one, two, early, late])
    crossed = write(tmp_path / "crossed", [late, two], [early], [], [one])
    assert digests(straight) == digests(crossed)
    assert pq.read_table(straight / "pages")["page_id"].to_pylist() == ["a" * 20, "b" * 20]


def test_bytes_do_not_depend_on_the_process(tmp_path: Path) -> None:
    here = write(tmp_path / "here", [REJECT])
    script = (
        "import sys, pathlib; from extract.model import Reject; from extract.tables.rows import encode;"
        "from extract.tables.collection import Collection; folder = pathlib.Path(sys.argv[1]); folder.mkdir();"
        f"tables = Collection(); tables.add(encode([{REJECT!r}])); tables.write(folder)"
    )
    there = tmp_path / "there"
    subprocess.run([sys.executable, "-c", script, there], check=True, env={"PYTHONHASHSEED": "7"})  # noqa: S603 - our own script
    assert digests(here) == digests(there)


def test_rows_are_counted_by_value() -> None:
    collection = Collection()
    collection.add(encode([record("a" * 20), record("b" * 20)]))
    collection.add(encode([record("c" * 20), REJECT]))
    assert collection.rows()["blocks"] == 12
    assert collection.tally("blocks") == {"duplicate": 3, "separator": 3}
    assert collection.tally("rejects") == {"empty": 1}
    assert collection.tally("pages") == {}


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(lambda row: replace(row, amount_vnd=10**19), id="more than 64 bits"),
        pytest.param(lambda row: replace(row, amount_vnd=None), id="nothing where something must stand"),
        pytest.param(lambda row: replace(row, quote="11,5 \udc00"), id="not Unicode"),
    ],
)
def test_a_value_no_column_can_hold_is_refused_before_anything_is_written(broken: object) -> None:
    good = record()
    bad = replace(good, facts=replace(good.facts, money=(broken(good.facts.money[0]),)))  # type: ignore[operator]
    with pytest.raises((ValueError, OverflowError)):
        encode([bad])


def test_the_data_package_describes_every_column_and_file(tmp_path: Path) -> None:
    folder = write(tmp_path / "data", [record(), REJECT])
    write_package(Package(folder))
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for resource, schema in zip(package["resources"], schemas.TABLES, strict=True):
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert names == pq.read_schema(folder / resource["path"]).names
        assert resource["path"] == f"{schema.name}/{PART}"
        content = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    money = {field["name"]: field for field in package["resources"][3]["schema"]["fields"]}
    assert money["amount_vnd"]["type"] == "integer"
    assert money["amount_vnd"]["unit"] == "đồng"
    assert "constraints" not in money["high_vnd"]
    assert package["resources"][1]["schema"]["primaryKey"] == ["page_id", "ordinal"]


def test_every_key_of_the_data_package_names_a_row(tmp_path: Path) -> None:
    folder = write(tmp_path / "data", [record(), REJECT])
    write_package(Package(folder))
    resources = json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"]
    tables = {resource["name"]: pq.read_table(folder / resource["path"]) for resource in resources}
    named = 0
    for resource in resources:
        for key in resource["schema"].get("foreignKeys", ()):
            other = key["reference"]["resource"] or resource["name"]
            rows = set(zip(*(tables[other][name].to_pylist() for name in key["reference"]["fields"]), strict=True))
            for row in zip(*(tables[resource["name"]][name].to_pylist() for name in key["fields"]), strict=True):
                assert row in rows or None in row
                named += None not in row
        if "primaryKey" in resource["schema"]:
            keys = list(
                zip(*(tables[resource["name"]][k].to_pylist() for k in resource["schema"]["primaryKey"]), strict=True)
            )
            assert len(keys) == len(set(keys))
    assert named > 0


def test_many_rows_make_several_row_groups_in_order(tmp_path: Path) -> None:
    rows = [Reject(f"{number:06}", None, "empty", "the file has no bytes", 0) for number in range(40_000)]
    folder = write(tmp_path / "data", list(reversed(rows)))
    file = pq.ParquetFile(folder / "rejects" / PART)
    assert file.num_row_groups == 2
    assert file.read()["source"].to_pylist() == [row.source for row in rows]
