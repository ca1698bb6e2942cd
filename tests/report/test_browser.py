"""The pages in a browser, from disk: the inspector without a script, keys and language with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import regex
from browser import in_browser, needs_chromium
from handmade_pages import sample_record, write_dataset
from hostile_pages import ADDRESSES, HOSTILE, hostile_record, hostile_reject

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


def test_keys_step_through_the_figures(tmp_path: Path, page: Path) -> None:
    first, second, *_, last = figure_anchors()
    script = """
      const seen = [];
      for (const key of ["j", "j", "k", "Escape", "k"]) { press(key); seen.push(view.location.hash); }
      return seen
    """
    assert in_browser(tmp_path, page, script) == [f"#{first}", f"#{second}", f"#{first}", "", f"#{last}"]


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


@pytest.mark.parametrize(("place", "width"), [("pages", 390), ("pages", 1280), ("money", 390), (".", 390)])
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
      const filter = page.querySelector("#filter"), rows = () => shown(".pages tbody tr").length;
      const type = (words) => { filter.value = words; filter.dispatchEvent(new view.Event("input")); return rows(); };
      return [rows(), type("phuong 2 tong ket"), type("phường 3 xyz"), type("")]
    """
    assert in_browser(tmp_path, page.parent.parent / "index.html", script) == [1, 1, 0, 1]


def test_hostile_words_run_nothing(tmp_path: Path) -> None:
    words = " ".join(HOSTILE)
    dataset = write_dataset(tmp_path / "dataset", hostile_record(words, ADDRESSES[0]), hostile_reject(words))
    report = write_report(dataset, tmp_path / "report").parent
    script = """
      for (const element of page.querySelectorAll("bdi, p, td")) element.dispatchEvent(new view.Event("mouseover"));
      return [page.title.endsWith("Hồ sơ kiểm tra số liệu"), page.scripts.length, page.images.length]
    """
    for file in report.rglob("*.html"):
        assert in_browser(tmp_path, file, script) == [True, 1, 0]
