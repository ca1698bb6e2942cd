"""What axe-core says of each kind of page: no serious fault, in the light and in the dark, on a phone and a desktop.

Skipped without Chromium, and without axe-core: ``npm install --no-save axe-core`` puts it where it is looked for.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import regex
from browser import in_browser, needs_chromium
from handmade_pages import sample_record, write_dataset
from hostile_pages import hostile_reject

from extract.audit.sample import Wanted, draw
from extract.dataset import Dataset
from extract.export.sample_form import write_form
from extract.report import write_report

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
pytestmark = [needs_chromium, pytest.mark.skipif(not AXE.exists(), reason="needs axe-core")]

RUN = """
  const found = await view.axe.run(page, { resultTypes: ["violations"] });
  return found.violations.filter((fault) => ["serious", "critical"].includes(fault.impact))
    .map((fault) => [fault.id, fault.nodes.map((node) => node.html.slice(0, 160))]);
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A page of each kind, ready to be looked at: its policy would not let axe in."""
    folder = tmp_path_factory.mktemp("axe")
    dataset = write_dataset(folder / "dataset", sample_record(), hostile_reject("hong.html"))
    report = write_report(dataset, folder / "report").parent
    read = Dataset(dataset)
    _, form = write_form(read, draw(read, Wanted()), folder / "mau")
    found = {"index": report / "index.html", "form": form}
    found |= {"page": next((report / "pages").iterdir()), "money": next((report / "money").iterdir())}
    found |= {name: report / "lists" / f"{name}-1.html" for name in ("pages", "disagrees", "rejects")}
    found |= {name: report / "lists" / f"{name}.html" for name in ("scholarships", "ratings")}
    for file in found.values():
        html = regex.sub(r"<meta http-equiv=[^>]*>", "", file.read_text("utf-8"))
        file.write_text(html.replace("</body>", f"<script>{AXE.read_text('utf-8')}</script></body>"), "utf-8")
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_has_a_serious_fault(tmp_path: Path, pages: dict[str, Path], *, width: int, dark: bool) -> None:
    faults = {}
    for kind, file in pages.items():
        page = file
        if dark:
            page = tmp_path / file.name
            page.write_text(file.read_text("utf-8").replace("(prefers-color-scheme: dark)", "all"), "utf-8")
        faults[kind] = in_browser(tmp_path, page, RUN, width=width)
    assert {kind: found for kind, found in faults.items() if found} == {}


def test_the_chosen_figure_has_none_either(tmp_path: Path, pages: dict[str, Path]) -> None:
    anchor = sample_record().facts.figures[1].figure_id.partition("-")[2]
    assert in_browser(tmp_path, pages["page"], RUN, f"#{anchor}") == []
