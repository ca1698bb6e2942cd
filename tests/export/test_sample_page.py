"""The page of a sample in a browser: verdicts are counted, kept, saved, and opened again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from browser import in_browser, needs_chromium
from handmade_pages import sample_record, write_dataset
from hostile_pages import HOSTILE, hostile_record

from extract.audit.sample import Wanted, draw
from extract.audit.score import FigureVerdict, PageVerdict
from extract.dataset import Dataset
from extract.export.filled_form import read_form
from extract.export.sample_form import write_form

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = needs_chromium

JUDGE = """
  const tell = (input) => input.dispatchEvent(new view.Event("input", { bubbles: true }));
  const [first, second] = page.querySelectorAll("article[data-figure]");
  first.querySelector("[value=right]").click();
  second.querySelector("[value=wrong]").click();
  const amount = second.querySelector("[name=true]");
  amount.value = "250000";
  tell(amount);
  const missed = page.querySelector("[name=missed]");
  missed.value = "2";
  tell(missed);
"""
SAVE = """
  let saved = null;
  view.URL.createObjectURL = (blob) => { saved = blob; return "blob:none"; };
  view.HTMLAnchorElement.prototype.click = () => {};
  page.querySelector("#save").click();
  return [page.querySelector("#done").value, await saved.text()];
"""


@pytest.fixture
def form(tmp_path: Path) -> Path:
    dataset = Dataset(write_dataset(tmp_path / "dataset", sample_record()))
    return write_form(dataset, draw(dataset, Wanted()), tmp_path / "mau")[1]


def test_verdicts_are_saved_to_a_file_that_is_read(tmp_path: Path, form: Path) -> None:
    done, saved = in_browser(tmp_path, form, JUDGE + SAVE)
    assert done == "3"
    (tmp_path / "saved.json").write_text(saved, "utf-8")
    read = read_form(tmp_path / "saved.json")
    first, second = (figure.figure_id for figure in read.sample.drawn_figures[:2])
    assert read.figures == {
        first: FigureVerdict(is_right=True),
        second: FigureVerdict(is_right=False, true_value=250_000),
    }
    assert list(read.pages.values()) == [PageVerdict(2)]


def test_saved_verdicts_are_opened_again(tmp_path: Path, form: Path) -> None:
    _, saved = in_browser(tmp_path, form, JUDGE + SAVE)
    script = f"""
      view.localStorage.clear();
      const file = new view.File([{json.dumps(saved)}], "saved.json");
      const chosen = new view.DataTransfer();
      chosen.items.add(file);
      const load = page.querySelector("#load");
      load.files = chosen.files;
      load.dispatchEvent(new view.Event("change"));
      await new Promise((later) => setTimeout(later, 50));
      return [page.querySelector("#done").value, page.querySelectorAll(".judge.judged").length];
    """
    assert in_browser(tmp_path, form, script) == ["3", 3]


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_window(tmp_path: Path, form: Path, width: int) -> None:
    script = "return page.documentElement.scrollWidth <= view.innerWidth"
    assert in_browser(tmp_path, form, script, "", width) is True


def test_hostile_words_run_nothing(tmp_path: Path) -> None:
    dataset = Dataset(write_dataset(tmp_path / "dataset", hostile_record(" ".join(HOSTILE), "x")))
    _, form = write_form(dataset, draw(dataset, Wanted()), tmp_path / "mau")
    script = "return [page.title, page.images.length, page.scripts.length]"
    assert in_browser(tmp_path, form, script) == ["Phiếu kiểm mẫu · Hồ sơ kiểm tra số liệu", 0, 2]
