"""The pages as files: complete, linked, the same every time, and nothing in them that loads or runs."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
import regex
from bs4 import BeautifulSoup, Tag
from handmade_pages import page_of, record_of, sample_record, write_dataset

from extract import read_text
from extract.errors import OutputError
from extract.model import Reject
from extract.report import write_report
from extract.report.labels import CODES
from extract.report.wording import UI
from extract.tables.commit import FORMAT, RUN_FILE
from extract.tables.rows import PageRecord

REJECT = Reject("2022/hong.html", None, "unreadable", "Permission denied", None)
TEMPLATES = Path(__file__).parents[2] / "extract" / "report" / "templates"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report over two pages and a reject."""
    folder = tmp_path_factory.mktemp("report")
    empty = record_of(page_of([("Trang chủ", "menu")], uri="2023/rong.html"))
    dataset = write_dataset(folder / "dataset", sample_record(), empty, REJECT)
    return write_report(dataset, folder / "report").parent


def parsed(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text("utf-8"), "lxml")


def sample_page(report: Path) -> BeautifulSoup:
    return parsed(report / "pages" / f"{sample_record().page.page_id}.html")


def texts(tags: list[Tag]) -> list[str]:
    return [tag.get_text() for tag in tags]


def test_the_text_stands_on_the_page_to_the_character_with_every_figure_marked(report: Path) -> None:
    page = sample_page(report)
    record = sample_record()
    for block in record.page.blocks:
        shown = page.find(id=f"b{block.ordinal}")
        assert isinstance(shown, Tag)
        cells = "\t".join(texts(shown.select("td"))) if shown.name == "tr" else shown.get_text()
        assert cells == block.text if block.kept else cells.endswith(block.text)
    for figure in record.facts.figures:
        anchor = figure.figure_id.partition("-")[2]
        marked = page.select(f".sheet a.fig.{anchor}")
        assert "".join(texts(marked)) == figure.quote
        assert all({figure.status} <= set(mark["class"]) for mark in marked)
        card = page.find(id=f"c-{anchor}")
        assert isinstance(card, Tag)
        assert figure.quote in card.get_text()


def test_dropped_blocks_are_struck_at_their_place_with_the_reason(report: Path) -> None:
    page = sample_page(report)
    assert texts(page.select(".sheet del")) == [block.text for block in sample_record().page.blocks if not block.kept]
    repeat = page.select_one("#b2 .tag")
    assert repeat is not None
    assert "lặp lại" in repeat.get_text()
    assert repeat.select_one('a[href="#b1"]') is not None


def test_numbers_nobody_took_are_marked_and_listed(report: Path) -> None:
    page = sample_page(report)
    assert texts(page.select(".sheet .loose")) == ["2", "2022", "2022"]
    assert texts(page.select(".contexts a")) == ["2", "2022", "2022"]


def test_a_passage_is_marked_by_the_row_that_was_read_from_it(report: Path) -> None:
    page, record = sample_page(report), sample_record()
    (check,), (scholarship,) = record.checks, record.facts.scholarships
    assert "".join(texts(page.select(f".c{check.start:05d}"))) == record.page.text[check.start : check.end]
    assert "".join(texts(page.select(f".s{scholarship.start:05d}"))) == scholarship.quote
    style = "".join(texts(page.select("style")))
    assert f":root:has(#c{check.start:05d}:target) .c{check.start:05d}" in style


def test_a_place_on_the_live_page_is_linked_with_a_text_fragment(report: Path) -> None:
    page = sample_page(report)
    live = [str(link["href"]) for link in page.select('.card a[target="_blank"]')]
    assert live[0].startswith("http://phuong2.vn/tin/7#:~:text=H%E1%BB%99i%20trao-,23%20ph%E1%BA%A7n,-")
    assert len(live) == len(sample_record().facts.figures)
    others = [parsed(file) for file in (report / "pages").iterdir() if file.stem != sample_record().page.page_id]
    assert [other.select('a[target="_blank"]') for other in others] == [[]]


def test_every_link_leads_somewhere_and_no_id_stands_twice(report: Path) -> None:
    files = {file: parsed(file) for file in report.rglob("*.html")}
    ids = {file: [str(tag["id"]) for tag in page.select("[id]")] for file, page in files.items()}
    assert len(files) == 1 + 2 + 2 + 5
    for file, page in files.items():
        assert len(ids[file]) == len(set(ids[file])), file
        for link in page.select("a[href]:not([target])"):
            path, _, fragment = str(link["href"]).partition("#")
            target = (file.parent / path).resolve() if path else file
            assert target in files, link
            assert not fragment or fragment in ids[target], link


def test_the_list_of_pages_leads_to_each(report: Path) -> None:
    lists = parsed(report / "lists" / "pages-1.html")
    assert len(lists.select(".pages tbody tr:not(.group)")) == 2
    assert texts(lists.select(".pages .group")) == ["phuong2.vn · 12/2022December 2022"]


def test_the_index_counts_and_says_what_is_left_out_and_why(report: Path) -> None:
    index = parsed(report / "index.html")
    assert [
        row.get_text("|", strip=True) for row in index.select("section[aria-labelledby=money] .bridge tbody tr")
    ] == [
        "Mọi số tiền nêu trong văn bản|All amounts mentioned|3|42.000.000|42,000,000",
        "−|kế hoạch|planned|1|−|30.000.000|30,000,000",
        "−|tính theo đơn vị|per unit|1|−|500.000|500,000",
        "Tổng kết quả|Total of results|1|11.500.000|11,500,000",
    ]
    assert "không khớp" in index.select(".findings .outcome")[0].get_text()
    assert [row.get_text("|", strip=True) for row in index.select(".sites tbody tr")] == ["phuong2.vn|2|1|1|–|–"]
    assert texts(index.select('section[aria-labelledby="rejects"] li')) == ["không mở đượccannot be opened 1"]
    rejects = parsed(report / "lists" / "rejects-1.html").select("td")
    assert texts(rejects)[:3] == ["2022/hong.html", "không mở đượccannot be opened", "Permission denied"]


def test_a_page_loads_nothing_and_runs_nothing_but_what_its_policy_names(report: Path) -> None:
    files = [*report.rglob("*.html")]
    assert report / "index.html" in files
    for file in files:
        page = parsed(file)
        policy = page.select_one('meta[http-equiv="Content-Security-Policy"]')
        assert policy is not None
        named = {
            f"'sha256-{base64.b64encode(hashlib.sha256(tag.get_text().encode()).digest()).decode()}'"
            for tag in page.select("style, script")
        }
        content = str(policy["content"])
        assert content.startswith("default-src 'none'; ")
        assert set(regex.findall(r"'sha256-[^']+'", content)) == named
        assert "unsafe" not in content
        assert page.select("[src], [style], [onclick], link, img, iframe, object, embed, form, base") == []
        assert not regex.search(r"url\(|@import", "".join(texts(page.select("style"))))


def test_the_same_dataset_gives_the_same_bytes(tmp_path: Path) -> None:
    dataset = write_dataset(tmp_path / "dataset", sample_record(), sample_record("http://b.vn/8"), REJECT)
    once = write_report(dataset, tmp_path / "once").parent
    twice = write_report(dataset, tmp_path / "twice").parent
    names = sorted(file.relative_to(once) for file in once.rglob("*") if file.is_file())
    assert names == sorted(file.relative_to(twice) for file in twice.rglob("*") if file.is_file())
    assert all((once / name).read_bytes() == (twice / name).read_bytes() for name in names)


def test_a_report_replaces_an_older_one_and_leaves_nothing_of_it(tmp_path: Path) -> None:
    dataset = write_dataset(tmp_path / "dataset", sample_record())
    index = write_report(dataset, dataset / "report")
    (dataset / "report" / "pages" / "old.html").write_text("old", "utf-8")
    assert write_report(dataset, dataset / "report") == index
    assert not (dataset / "report" / "pages" / "old.html").exists()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["dataset"]


def test_a_folder_with_something_else_in_it_is_refused_and_kept(tmp_path: Path) -> None:
    dataset = write_dataset(tmp_path / "dataset", sample_record())
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "index.html").write_text("<h1>mine</h1>", "utf-8")
    for out in (mine, dataset, mine / "index.html"):
        with pytest.raises(OutputError, match="name a"):
            write_report(dataset, out)
    assert (mine / "index.html").read_text("utf-8") == "<h1>mine</h1>"
    assert (dataset / "pages").is_dir()


def test_an_empty_dataset_has_an_index(tmp_path: Path) -> None:
    index = write_report(write_dataset(tmp_path / "dataset"), tmp_path / "report")
    assert "Không có trang nào." in index.read_text("utf-8")


def test_a_repeat_of_another_page_says_so_and_links_to_it(tmp_path: Path) -> None:
    first, second = sample_record("http://a.vn/1"), sample_record("http://a.vn/2")
    second = replace(second, duplicate_of=first.page.page_id, duplicate_kind="copy")
    report = write_report(write_dataset(tmp_path / "dataset", first, second), tmp_path / "report").parent
    notice = parsed(report / "pages" / f"{second.page.page_id}.html").select_one(".notice a")
    assert notice is not None
    assert notice["href"] == f"{first.page.page_id}.html"
    index = parsed(report / "index.html")
    assert texts(index.select("section[aria-labelledby=money] .bridge .end td.n")) == ["1", "11.500.00011,500,000"]
    assert texts(index.select("section[aria-labelledby=scholarships] .bridge .end td.n"))[:2] == ["1", "23"]


def test_every_label_is_used_and_no_group_of_codes_is_without_use() -> None:
    source = "\n".join(file.read_text("utf-8") for file in TEMPLATES.glob("*.j2"))
    source += (TEMPLATES.parent / "rendering.py").read_text("utf-8")
    forms = "\n".join(file.read_text("utf-8") for file in (TEMPLATES.parents[1] / "export").glob("*.py"))
    named = regex.compile(r'\b(?:t|plain)\.(\w+)\b|UI\["(\w+)"\]')
    used = {name for found in named.findall(source) for name in found} | set(regex.findall(r'"(\w+)"', forms))
    assert set(UI) <= used
    assert [group for group in CODES if f'code("{group}"' not in source] == []


def test_indicators_of_own_rules_have_their_names(tmp_path: Path) -> None:
    record = sample_record()
    own = replace(
        record,
        facts=replace(record.facts, money=tuple(replace(row, indicator="boat.race") for row in record.facts.money)),
    )
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "boats.yaml").write_text(
        "indicators:\n  boat.race: {vi: đua ghe ngo, en: boat races, family: boat.race}\n", "utf-8"
    )
    dataset = write_dataset(tmp_path / "dataset", own)
    named = write_report(dataset, tmp_path / "named", (rules,)).read_text("utf-8")
    assert "đua ghe ngo" in named
    assert "boat races" in named
    assert "đua ghe ngo" not in write_report(dataset, tmp_path / "bare").read_text("utf-8")


def test_scholarships_that_no_sum_has_say_why(tmp_path: Path) -> None:
    read = read_text(
        "Phường 5 trao 163 suất học bổng, trị giá 182 triệu đồng\n\n"
        "Hội Khuyến học Phường 5 trao 163 suất học bổng, trị giá 182 triệu đồng."
    )
    dataset = write_dataset(tmp_path / "dataset", PageRecord(read.page, read.facts, read.checks))
    report = write_report(dataset, tmp_path / "report").parent
    page = parsed(report / "pages" / f"{read.page.page_id}.html")
    rows = [row.get_text() for row in page.select("section[aria-labelledby=scholarships] tbody tr")]
    assert [CODES["left_out"]["repeated"].vi in row for row in rows] == [True, False]


def test_each_amount_of_a_list_says_where_and_when_and_a_page_without_a_title_its_address(tmp_path: Path) -> None:
    record = sample_record()
    bare = replace(record, page=replace(record.page, title=None))
    report = write_report(write_dataset(tmp_path / "dataset", bare), tmp_path / "report").parent
    said = [line.get_text() for line in parsed(report / "money" / "scholarship.html").select(".lines tbody td + td")]
    assert said
    assert all(line.endswith(f"{record.page.uri} · Phường 2 · 28/12/202228 December 2022") for line in said)


def test_an_amount_of_a_page_without_a_day_says_its_year(tmp_path: Path) -> None:
    read = read_text("Năm 2021, xã Long Hòa đã trao 40 suất học bổng với số tiền 40 triệu đồng.")
    dataset = write_dataset(tmp_path / "dataset", PageRecord(read.page, read.facts, read.checks))
    report = write_report(dataset, tmp_path / "report").parent
    line = parsed(report / "money" / "scholarship.html").select_one(".lines tbody .fine")
    assert isinstance(line, Tag)
    assert line.get_text().endswith(" · 2021")
    page = parsed(report / "pages" / f"{read.page.page_id}.html")
    assert [fact.get_text("|", strip=True) for fact in page.select("h1 + .facts div")][:2] == [
        "Địa phương|Place|xã Long Hòa",
        "Năm của số liệu|Year of its results|2021",
    ]


def test_an_index_says_what_the_dataset_was_made_of(tmp_path: Path) -> None:
    dataset = write_dataset(tmp_path / "dataset", sample_record())
    rules = {"sha256": "0123456789abcdef", "folders": ["my-rules"]}
    run = {"format": FORMAT, "baocao": "9.8.7", "rules": rules, "inputs": ["2015", "trang.zip"]}
    (dataset / RUN_FILE).write_text(json.dumps({**run, "finished": "2026-03-01T08:30:00+00:00"}), "utf-8")
    told = parsed(write_report(dataset, tmp_path / "report")).select("h1 + .facts dd")
    assert [fact.get_text(" ", strip=True) for fact in told] == [
        "2015, trang.zip",
        "01/03/2026 08:30 UTC 1 March 2026 08:30 UTC",
        "có sẵn shipped + my-rules 0123456789ab",
        "baocao 9.8.7",
    ]


def test_an_amount_left_out_for_another_page_leads_there(tmp_path: Path) -> None:
    dataset = write_dataset(tmp_path / "dataset", sample_record("http://a.vn/1"), sample_record("http://a.vn/2"))
    report = write_report(dataset, tmp_path / "report").parent
    ledger = report / "money" / "scholarship.html"
    (link,) = parsed(ledger).select(".lines td:first-child a")
    path, _, fragment = str(link["href"]).partition("#")
    target = parsed((ledger.parent / path).resolve()).find(id=fragment)
    assert target is not None
    assert target.get_text() == "11,5 triệu đồng"


def test_a_part_is_named_by_the_words_of_its_whole(tmp_path: Path) -> None:
    read = read_text("Xã trao 152 suất học bổng, trong đó tiểu học 80 suất.")
    dataset = write_dataset(tmp_path / "dataset", PageRecord(read.page, read.facts, read.checks))
    report = write_report(dataset, tmp_path / "report").parent
    page = parsed(report / "pages" / f"{read.page.page_id}.html")
    assert texts(page.select("section[aria-labelledby=scholarships] td.quote .fine a")) == ["152 suất học bổng"]


def test_a_total_says_what_may_be_told_twice(tmp_path: Path) -> None:
    pages = [
        read_text(f"Ngày {day}/2021, xã Long Hòa trao 40 suất học bổng với số tiền {millions} triệu đồng.")
        for day, millions in (("5/9", 40), ("20/12", 90))
    ]
    records = [PageRecord(read.page, read.facts, read.checks) for read in pages]
    report = write_report(write_dataset(tmp_path / "dataset", *records), tmp_path / "report").parent
    (told,) = parsed(report / "money" / "scholarship.html").select(".bridge + .quiet")
    assert told.get_text().startswith("40.000.00040,000,000 ")


@pytest.mark.parametrize(
    ("language", "title"), [("vi", "Tổng quan · Hồ sơ kiểm tra số liệu"), ("en", "Overview · Audit pages")]
)
def test_a_report_opens_in_the_language_that_was_asked_for(
    language: Literal["vi", "en"], title: str, tmp_path: Path
) -> None:
    dataset = write_dataset(tmp_path / "dataset", sample_record())
    page = parsed(write_report(dataset, tmp_path / language, language=language))
    assert texts(page.select("head title")) == [title]
    assert len(page.select(f"html[lang={language}]")) == 1
    assert len(page.select("#english[checked]")) == (language == "en")
