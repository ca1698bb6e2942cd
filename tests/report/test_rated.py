"""Ratings in the report: those of the view, and the others with their reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from handmade_pages import sample_record, write_dataset

from extract import load, read_text
from extract.dataset import Dataset
from extract.report import write_report
from extract.report.parts import in_parts
from extract.report.rated import RatedRows, rated_rows_of
from extract.tables.rows import PageRecord

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Năm 2022, xã Long Hòa có 40 tổ vững mạnh, 15 tổ khá trên tổng số 58 tổ. "
    "Năm 2023, phấn đấu có 50 tổ nhân dân tự quản đạt loại vững mạnh."
)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    read = read_text(TEXT)
    twice = (sample_record("http://a.vn/1"), sample_record("http://a.vn/2"))  # one event
    folder = tmp_path_factory.mktemp("rated") / "dataset"
    return write_dataset(folder, PageRecord(read.page, read.facts, read.checks), *twice)


@pytest.fixture(scope="module")
def rated(dataset: Path) -> RatedRows:
    tables = Dataset(dataset)
    found = rated_rows_of(tables)
    for page in tables.pages():
        found.add(page, in_parts(page)[1])
    return found


def test_what_counts_is_what_the_view_has(dataset: Path, rated: RatedRows) -> None:
    view = load(dataset).ratings_safe
    assert rated.counted == len(view) == 3
    assert dict(rated.steps()) == view.attrs["left_out"] == {"planned": 1, "same_event": 1}
    assert rated.told == rated.counted + sum(rows for _, rows in rated.steps())


def test_most_groups_stand_first(rated: RatedRows) -> None:
    assert [(line.row.count, line.row.level) for line in rated.lines(counted=True)] == [
        (45, "vững mạnh"),
        (40, "vững mạnh"),
        (15, "khá"),
    ]
    assert [(line.row.count, line.left_out) for line in rated.lines(counted=False)] == [
        (50, "planned"),
        (45, "same_event"),
    ]


def test_every_level_leads_to_its_words_and_the_index_to_all(dataset: Path, tmp_path: Path) -> None:
    report = write_report(dataset, tmp_path / "report").parent
    index = BeautifulSoup((report / "index.html").read_text("utf-8"), "lxml")
    (link,) = index.select('section[aria-labelledby="ratings"] .more a')
    listed = report / str(link["href"])
    rows = BeautifulSoup(listed.read_text("utf-8"), "lxml").select(".lines tbody tr")
    assert len(rows) == 5
    for row in rows:
        (words,) = row.select("td + td > a")
        path, _, fragment = str(words["href"]).partition("#")
        source = BeautifulSoup((listed.parent / path).resolve().read_text("utf-8"), "lxml")
        assert "".join(part.get_text() for part in source.select(f".{fragment}")) == words.get_text()
