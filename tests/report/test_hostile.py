"""Whatever a page says is text: nothing of it runs, loads, links or turns what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
import regex
from bs4 import BeautifulSoup
from handmade_pages import TITLE, write_dataset
from hostile_pages import ADDRESSES, BIDI, HOSTILE, STRINGS, hostile_record, hostile_reject

from extract.report import write_report
from extract.report.addresses import anchor, file_stem, indicator_stem, live_address

if TYPE_CHECKING:
    from pathlib import Path

WORDS = STRINGS


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report over a page for each hostile word and address; gives its folder."""
    folder = tmp_path_factory.mktemp("hostile")
    records = [hostile_record(words, f"http://phuong2.vn/{words}") for words in WORDS]
    records += [hostile_record(TITLE, uri) for uri in ADDRESSES]
    dataset = write_dataset(folder / "dataset", *records, *map(hostile_reject, WORDS))
    return write_report(dataset, folder / "report").parent


def parsed(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text("utf-8"), "html.parser")


def page_file(report: Path, words: str, uri: str) -> Path:
    return report / "pages" / f"{file_stem(hostile_record(words, uri).page.page_id)}.html"


def test_files_lie_in_the_folder_one_a_page_and_one_an_indicator(report: Path) -> None:
    assert len(list((report / "pages").iterdir())) == len(WORDS) + len(ADDRESSES)
    assert len(list((report / "money").iterdir())) == len(WORDS) + 1
    assert {entry.name for entry in report.iterdir()} == {"index.html", "pages", "money", "lists"}
    assert {entry.name for entry in report.parent.iterdir()} == {"dataset", "report"}


@pytest.mark.parametrize("words", [*WORDS, None], ids=repr)
def test_words_of_a_page_stay_words(report: Path, words: str | None) -> None:
    files = [report / "index.html", *(report / "lists").iterdir()]
    if words is not None:
        files = [page_file(report, words, f"http://phuong2.vn/{words}")]
        files.append(report / "money" / f"{indicator_stem(words)}.html")
    for file in files:
        html = file.read_text("utf-8")
        assert not regex.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", html)
        page = parsed(file)
        assert len(page.select("script")) == 1
        assert page.select("img, iframe, base, link, textarea, plaintext, xmp, object, embed, form") == []
        assert len(page.select("meta[http-equiv]")) == 1
        for tag in page.select("*"):
            assert not [name for name in tag.attrs if name.startswith("on") or name in ("src", "style")], tag
            if tag.name == "a":
                assert urlsplit(str(tag["href"])).scheme in ("", "http", "https")


@pytest.mark.parametrize("words", [words for words in WORDS if words not in BIDI], ids=repr)
def test_words_are_shown_as_they_were_written(report: Path, words: str) -> None:
    shown = parsed(page_file(report, words, f"http://phuong2.vn/{words}")).select_one("#b1")
    assert shown is not None
    assert shown.get_text() == f"{words} trao 23 phần trị giá 5 triệu đồng {words}"


@pytest.mark.parametrize("uri", ADDRESSES)
def test_an_address_that_is_none_is_shown_and_never_linked(report: Path, uri: str) -> None:
    assert live_address(uri) is None
    page = parsed(page_file(report, TITLE, uri))
    assert page.select('a[target="_blank"]') == []
    assert {urlsplit(str(link["href"])).scheme for link in page.select("a[href]")} == {""}


@pytest.mark.parametrize(
    "name", ["../../index", "/etc/passwd", "a/b", "", "..", "A" * 300, "a\u0300b", "con ", "x.html"]
)
def test_no_id_leads_out_of_the_folder(name: str) -> None:
    for stem in (file_stem(name), indicator_stem(name)):
        assert regex.fullmatch(r"[0-9a-z_][0-9a-z_.-]*", stem)
        assert ".." not in stem
        assert len(stem) <= 64


@pytest.mark.parametrize("row_id", [*HOSTILE, *BIDI, ""])
def test_an_anchor_can_stand_in_a_style_and_an_attribute(row_id: str) -> None:
    assert regex.fullmatch(r"[A-Za-z0-9_-]+", anchor(row_id, "page"))
