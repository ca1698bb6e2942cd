"""Long pages and long lists in several files: nothing is lost between them, and every link finds its file."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from handmade_pages import figure_of, page_of, record_of, sample_record, statement_of, write_dataset

from extract.dataset import Dataset
from extract.report import write_report
from extract.report.months import Months
from extract.report.parts import LARGEST, in_parts
from extract.report.shards import shards

if TYPE_CHECKING:
    from pathlib import Path

    from extract.tables.rows import PageRecord

MOST_BYTES = 2_000_000


def long_record(lines: int, cells: int) -> PageRecord:
    """A page of so many rows of so many figures, and statements of which one is part of one far before."""
    rows = ["\t".join(f"{line}.{cell:03}" for cell in range(cells)) for line in range(1, lines + 1)]
    page = page_of([(row, None) for row in rows], uri="http://a.vn/dai")
    figures = tuple(figure_of(page, quote, 1, statement_id=None) for row in rows for quote in row.split("\t"))
    whole = statement_of(page, rows[0])
    part = statement_of(page, rows[-1], part_of=whole.statement_id)
    return record_of(page, figures=figures, statements=(whole, part))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("long")
    return write_report(write_dataset(folder / "dataset", long_record(130, 10)), folder / "report").parent


def parsed(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text("utf-8"), "lxml")


def test_a_long_page_is_cut_and_no_file_is_large(report: Path) -> None:
    files = sorted(report.rglob("*.html"))
    assert max(file.stat().st_size for file in files) < MOST_BYTES
    assert len(list((report / "pages").iterdir())) > 4


def test_the_parts_hold_every_figure_and_block_once(report: Path) -> None:
    record = long_record(130, 10)
    seen: Counter[str] = Counter()
    for file in (report / "pages").iterdir():
        seen.update(str(tag["id"]) for tag in parsed(file).select(".sheet a.fig[id], .sheet tr[id], .card"))
    assert set(seen.values()) == {1}
    assert len(seen) == 2 * len(record.facts.figures) + len(record.page.blocks)


def test_every_link_between_parts_leads_somewhere(report: Path) -> None:
    pages = {file: parsed(file) for file in report.rglob("*.html")}
    ids = {file: {str(tag["id"]) for tag in page.select("[id]")} for file, page in pages.items()}
    across = 0
    for file, page in pages.items():
        for link in page.select("a[href]:not([target])"):
            path, _, fragment = str(link["href"]).partition("#")
            target = (file.parent / path).resolve() if path else file
            assert target in pages, link
            assert not fragment or fragment in ids[target], link
            across += bool(path and fragment and file.parent == target.parent and file.parent.name == "pages")
    assert across > 0


def test_a_short_page_is_one_file(tmp_path: Path) -> None:
    (page,) = Dataset(write_dataset(tmp_path / "dataset", sample_record())).pages()
    cut, parts = in_parts(page)
    assert (len(parts), cut) == (1, page)
    assert parts.file(0) == parts.file_at(10**6) == f"{page.entry.page_id}.html"


def test_a_cut_is_between_blocks(tmp_path: Path) -> None:
    (page,) = Dataset(write_dataset(tmp_path / "dataset", sample_record())).pages()
    cut, parts = in_parts(page, largest=25_000)
    starts = {block.start for block in page.blocks if block.start is not None}
    assert len(parts) > 1
    assert set(parts.starts) <= starts | {0}
    assert [parts.at(start) for start in parts.starts] == list(range(len(parts)))
    assert [block for number in range(len(parts)) for block in parts.blocks(cut, number)] == list(page.blocks)


@pytest.mark.parametrize("space", [" ", ""])
def test_a_block_too_long_is_cut_beside_its_figures(tmp_path: Path, space: str) -> None:
    quotes = [f"{number}.{number % 900 + 100} cây" for number in range(1, 700)]
    line = space.join(f"trồng {quote}{',' * 999}" for quote in quotes)
    page = page_of([(line, None), (line, "menu")], uri="http://a.vn/dai")
    figures = tuple(figure_of(page, quote, 1, statement_id=None) for quote in quotes)
    dataset = write_dataset(tmp_path / "dataset", record_of(page, figures=figures))
    (rows,) = Dataset(dataset).pages()
    cut, parts = in_parts(rows)
    assert len(parts) > 4
    for kept in (True, False):
        stretches = [block for block in cut.blocks if block.kept == kept]
        assert "".join(block.text for block in stretches) == line
        assert max(2 * len(block.text) for block in stretches) < 1.1 * LARGEST
    edges = {block.end for block in cut.blocks if block.end is not None}
    assert not [figure for figure in rows.figures for edge in edges if figure.start < edge < figure.end]
    report = write_report(dataset, tmp_path / "report").parent
    assert max(file.stat().st_size for file in report.rglob("*.html")) < MOST_BYTES
    seen = Counter(
        str(tag["id"]) for file in (report / "pages").iterdir() for tag in parsed(file).select(".sheet .fig[id]")
    )
    assert (len(seen), set(seen.values())) == (len(quotes), {1})


# ---------------------------------------------------------------------------------------------------------------- lists


def test_a_list_of_nothing_is_one_empty_file() -> None:
    nothing: list[str] = []
    (shard,) = shards(nothing, "pages", 400)
    assert (shard.file, shard.items, shard.previous, shard.next) == ("pages-1.html", (), None, None)


def test_pages_are_listed_in_files_that_lead_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.report.site.LINES", 3)
    monkeypatch.setattr("extract.report.listing.LINES", 3)
    records = [sample_record(f"http://a.vn/{i}") for i in range(8)]
    records = [replace(r, page=replace(r.page, site=f"{i % 2}.vn")) for i, r in enumerate(records)]
    report = write_report(write_dataset(tmp_path / "dataset", *records), tmp_path / "report").parent
    files = [report / "lists" / f"pages-{number}.html" for number in (1, 2, 3)]
    assert [len(parsed(file).select(".pages tbody tr:not(.group)")) for file in files] == [3, 3, 2]
    first = parsed(files[0])
    assert [str(link["href"]) for link in first.select('a[rel="next"]')] == ["pages-2.html"] * 2
    sites = parsed(report / "index.html").select(".sites th a")
    assert [str(link["href"]).partition("#")[0] for link in sites] == ["lists/pages-1.html", "lists/pages-2.html"]
    for link in sites:
        path, _, fragment = str(link["href"]).partition("#")
        group = parsed(report / path).find(id=fragment)
        assert group is not None
        assert group.get_text().startswith(link.get_text())


# --------------------------------------------------------------------------------------------------------------- months


def test_months_without_a_page_have_a_column() -> None:
    months = Months.of([("2022-11", "with_figures"), ("2023-02", "duplicate"), (None, "with_figures")])
    assert months.names == ("2022-11", "2022-12", "2023-01", "2023-02")
    assert [counts.total() for counts in months.counts] == [1, 0, 0, 1]
    assert (months.undated, months.highest) == (1, 1)
    assert months.years() == [("2022", 0.0, 0.0), ("2023", 0.5, 0.5)]


def test_names_of_years_have_room() -> None:
    ticks = Months.of([("2006-12", "with_figures"), ("2026-08", "with_figures")]).years()
    assert [tick.year for tick in ticks if tick.named_at is None] == ["2006"]  # its one month is narrower than a name
    assert ticks[-1].at > 0.964
    assert ticks[-1].named_at == 0.964  # within the chart
    many = [tick.named_at for tick in Months.of([("1960-01", "with_figures"), ("2026-01", "with_figures")]).years()]
    named = [at for at in many if at is not None]
    assert min(last - first for first, last in pairwise(named)) >= 0.036 - 1e-9
    assert len(named) > 20


def test_states_are_stacked() -> None:
    months = Months.of([("2022-01", "with_figures")] * 3 + [("2022-01", "duplicate")])
    assert [list(months.bars(state)) for state in ("with_figures", "duplicate")] == [[(0, 0.0, 0.75)], [(0, 0.75, 1.0)]]
    assert months.path("duplicate", 10, 100) == "M0 25V0h8V25z"


@pytest.mark.parametrize(
    ("first", "last", "columns", "undated"),
    [("2000-01", "2019-12", 240, 0), ("1999-12", "2019-12", 21, 0), ("0022-01", "2022-01", 241, 1)],
)
def test_too_many_months_are_years_and_no_misprint_makes_a_long_chart(
    first: str, last: str, columns: int, undated: int
) -> None:
    months = Months.of([(first, "with_figures"), (last, "with_figures")])
    assert (len(months.names), months.undated) == (columns, undated)


def test_pages_without_a_day_have_no_chart() -> None:
    months = Months.of([(None, "with_figures")])
    assert (months.names, months.highest, months.path("with_figures", 10, 10), months.years()) == ((), 0, "", [])
