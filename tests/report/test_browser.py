"""The pages in a browser, from disk: the inspector without a script, keys and language with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import regex
from browser import in_browser, needs_chromium, tour
from handmade_pages import sample_record, write_dataset
from hostile_pages import ADDRESSES, STRINGS, hostile_record, hostile_reject

from extract.report import write_report

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    index = write_report(write_dataset(folder / "dataset", sample_record()), folder / "report")
    return next((index.parent / "pages").iterdir())


def figure_anchors() -> list[str]:
    return [figure.figure_id.partition("-")[2] for figure in sample_record().facts.figures]


CARDS = 'shown(".card").map((card) => card.id)'


def test_a_link_to_a_figure_shows_its_card_and_no_other(tmp_path: Path, page: Path) -> None:
    second = figure_anchors()[1]
    assert in_browser(tmp_path, page, f"return {CARDS}") == []
    assert in_browser(tmp_path, page, f"return {CARDS}", f"#{second}") == [f"c-{second}"]


def test_the_inspector_needs_no_script(tmp_path: Path, page: Path) -> None:
    silent = tmp_path / "silent.html"
    silent.write_text(regex.sub(r"(?s)<script>.*?</script>", "", page.read_text("utf-8")), "utf-8")
    first = figure_anchors()[0]
    script = f"""
      page.querySelector("#english").click();
      const text = page.querySelector(".sheet").innerText;
      return [{CARDS}, text.includes("23 phần"), page.querySelector("#text").innerText]
    """
    assert in_browser(tmp_path, silent, script, f"#{first}") == [[f"c-{first}"], True, "Text"]


def test_what_is_lit_covers_no_letters_beside_it(tmp_path: Path, page: Path) -> None:
    """A range is cut into pieces: what one had beside it would lie on the last letter of the one before."""
    anchor = regex.search(r'<span id="([tsrc]\d+)">', page.read_text("utf-8"))
    assert anchor is not None
    script = f"""
      const lit = view.getComputedStyle(page.querySelector(".{anchor[1]}")).boxShadow;
      const shadows = lit.replace(/\\w+\\([^)]*\\)/g, "").split(",").map((shadow) => shadow.trim().split(" "));
      return shadows.map(([beside, , , spread]) => [beside, spread])
    """
    assert in_browser(tmp_path, page, script, f"#{anchor[1]}") == [["0px", "0px"], ["0px", "0px"]]


def test_keys_step_through_the_figures(tmp_path: Path, page: Path) -> None:
    first, second, *_, last = figure_anchors()
    script = """
      const seen = [];
      for (const key of ["j", "j", "k", "Escape", "k"]) { press(key); seen.push(view.location.hash); }
      return seen
    """
    assert in_browser(tmp_path, page, script) == [f"#{first}", f"#{second}", f"#{first}", "", f"#{last}"]


def test_a_box_of_the_legend_hides_marks_and_keys_pass_them_over(tmp_path: Path, page: Path) -> None:
    first, second, third, *_ = figure_anchors()
    script = """
      const look = (id) => view.getComputedStyle(page.getElementById(id)).backgroundColor;
      const before = look(SECOND);
      page.querySelector("#show-money").click();
      press("j"); press("j");
      return [before !== look(SECOND), look(FIRST) === look(SECOND), view.location.hash]
    """.replace("SECOND", json.dumps(second)).replace("FIRST", json.dumps(first))
    counts = [f.figure_id.partition("-")[2] for f in sample_record().facts.figures if f.kind != "money"]
    assert in_browser(tmp_path, page, script) == [True, False, f"#{counts[1]}"]
    assert third not in counts


def test_a_key_leads_to_the_numbers_nobody_took(tmp_path: Path, page: Path) -> None:
    script = 'const seen = []; for (let i = 0; i < 4; i++) { press("u"); seen.push(view.location.hash); } return seen'
    first, second, third, again = in_browser(tmp_path, page, script)
    assert len({first, second, third}) == 3
    assert again == first


def test_the_language_is_switched_and_remembered_for_the_document(tmp_path: Path, page: Path) -> None:
    script = """
      const heads = () => page.querySelector("#text").innerText;
      const before = [heads(), page.documentElement.lang];
      page.querySelector("#english").click();
      return [before, [heads(), page.documentElement.lang]]
    """
    assert in_browser(tmp_path, page, script) == [["Văn bản", "vi"], ["Text", "en"]]


def test_a_row_marks_its_passage(tmp_path: Path, page: Path) -> None:
    (check,) = sample_record().checks
    script = f"""
      const passage = page.querySelector(".c{check.start:05d}");
      const marked = view.getComputedStyle(passage).backgroundColor;
      return [marked !== "rgba(0, 0, 0, 0)", shown(".card").length]
    """
    assert in_browser(tmp_path, page, script, f"#c{check.start:05d}") == [True, 0]
    assert in_browser(tmp_path, page, script) == [False, 0]


@pytest.mark.parametrize(
    ("place", "width"), [("pages", 390), ("pages", 1280), ("money", 390), (".", 390), ("lists", 390)]
)
def test_nothing_is_loaded_and_nothing_is_wider_than_the_window(
    tmp_path: Path, page: Path, place: str, width: int
) -> None:
    script = """
      const loaded = view.performance.getEntriesByType("resource").map((entry) => entry.name);
      return [loaded, page.documentElement.scrollWidth <= view.innerWidth]
    """
    file = next((page.parent.parent / place).glob("*.html"))
    assert in_browser(tmp_path, file, script, f"#{figure_anchors()[0]}", width) == [[], True]


def test_the_list_of_pages_filters_without_regard_to_accents(tmp_path: Path, page: Path) -> None:
    script = """
      const filter = page.querySelector("#filter");
      const rows = () => shown(".pages tbody:not([hidden]) tr:not(.group)").length;
      const type = (words) => { filter.value = words; filter.dispatchEvent(new view.Event("input")); return rows(); };
      return [rows(), type("phuong 2 tong ket"), type("phường 3 xyz"), type("")]
    """
    assert in_browser(tmp_path, page.parent.parent / "lists" / "pages-1.html", script) == [1, 1, 0, 1]


def test_hostile_words_run_nothing_and_no_request_leaves(tmp_path: Path) -> None:
    assert len(STRINGS) >= 300
    together = [" ".join(STRINGS[start : start + 16]) for start in range(0, len(STRINGS), 16)]
    records = [hostile_record(words, f"http://phuong2.vn/{words}") for words in together]
    records += [hostile_record("Học bổng", address) for address in ADDRESSES]
    dataset = write_dataset(tmp_path / "dataset", *records, *map(hostile_reject, STRINGS))
    report = write_report(dataset, tmp_path / "report").parent
    files = sorted(report.rglob("*.html"))
    (seen, pwned), requests = tour(tmp_path, files)
    assert pwned is None
    assert [request for request in requests if "evil.vn" in request or "phuong2.vn" in request] == []
    assert len(seen) == len(files)
    for title, *loaded in seen:
        assert title.endswith("Hồ sơ kiểm tra số liệu")
        assert loaded == [1, 0, 0]
