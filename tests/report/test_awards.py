"""Scholarships in the report: the sum of the view, to the last one, and every row with its reason and its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from handmade_pages import sample_record, write_dataset

from extract import load, read_text
from extract.dataset import Dataset
from extract.report import write_report
from extract.report.awards import Awards, awards_of, worth
from extract.report.parts import in_parts
from extract.tables.rows import PageRecord

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = (
    "Ngày 5/9/2021, xã Long Hòa trao 152 suất học bổng trị giá 76 triệu đồng, trong đó tiểu học 80 suất.",
    "Ngày 8/9/2022, xã Long An trao 30 suất học bổng, mỗi suất 500.000 đồng; năm 2023 sẽ trao 50 suất học bổng.",
    "Ngày 8/9/2022, xã Long Hậu trao 12 suất học bổng cho học sinh nghèo.",
)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = [read_text(text) for text in TEXTS]
    records = [PageRecord(read.page, read.facts, read.checks) for read in pages]
    twice = (sample_record("http://a.vn/1"), sample_record("http://a.vn/2"))  # one event
    return write_dataset(tmp_path_factory.mktemp("awards") / "dataset", *records, *twice)


@pytest.fixture(scope="module")
def awards(dataset: Path) -> Awards:
    tables = Dataset(dataset)
    found = awards_of(tables)
    for page in tables.pages():
        found.add(page, in_parts(page)[1])
    return found


def test_the_sum_is_that_of_the_view(dataset: Path, awards: Awards) -> None:
    view = load(dataset).scholarships_by_commune
    assert awards.counted.rows == view["statements"].sum() == 4
    assert awards.counted.scholarships == view["count"].sum() == 152 + 30 + 12 + 23
    assert awards.counted.vnd == view["amount_total_vnd"].sum() == 76_000_000 + 30 * 500_000 + 11_500_000
    assert {reason: tally.rows for reason, tally in awards.steps()} == view.attrs["left_out"]
    assert {reason: tally.vnd for reason, tally in awards.steps() if tally.vnd} == {"same_event": 11_500_000}


def test_what_is_told_is_counted_or_left_out(awards: Awards) -> None:
    left = [tally for _, tally in awards.steps()]
    for name in ("rows", "scholarships", "vnd"):
        assert getattr(awards.told, name) == getattr(awards.counted, name) + sum(getattr(one, name) for one in left)


def test_most_scholarships_stand_first(awards: Awards) -> None:
    assert [line.row.count for line in awards.lines(counted=True)] == [152, 30, 23, 12]
    assert [(line.row.count, line.left_out) for line in awards.lines(counted=False)] == [
        (80, "part"),
        (50, "planned"),
        (23, "same_event"),
    ]


@pytest.mark.parametrize(
    ("told", "vnd"),
    [
        ({"amount_total_vnd": 7}, 7),
        ({"amount_total_vnd": None, "count": 3, "amount_each_vnd": 5}, 15),
        ({"amount_total_vnd": None, "count": None, "amount_each_vnd": 5}, None),
        ({"amount_total_vnd": None, "count": 3, "amount_each_vnd": None}, None),
    ],
)
def test_worth(told: dict[str, int | None], vnd: int | None) -> None:
    (row,) = sample_record().facts.scholarships
    assert worth(replace(row, **told)) == vnd  # type: ignore[arg-type]


def test_every_row_leads_to_its_words_and_the_index_to_all(dataset: Path, tmp_path: Path) -> None:
    report = write_report(dataset, tmp_path / "report").parent
    index = BeautifulSoup((report / "index.html").read_text("utf-8"), "lxml")
    (link,) = index.select('section[aria-labelledby="scholarships"] .more a')
    listed = report / str(link["href"])
    page = BeautifulSoup(listed.read_text("utf-8"), "lxml")
    rows = page.select(".lines tbody tr")
    assert len(rows) == 7
    for row in rows:
        (words,) = row.select("td + td > a")
        path, _, fragment = str(words["href"]).partition("#")
        source = BeautifulSoup((listed.parent / path).resolve().read_text("utf-8"), "lxml")
        assert "".join(part.get_text() for part in source.select(f".{fragment}")) == words.get_text()
