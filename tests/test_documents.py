"""What README and documentation show is what a reader gets."""

from __future__ import annotations

import doctest
import json
import re
import shlex
import shutil
import tomllib
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

import extract
from extract.cli import app
from extract.engines import Serial

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DOCS = ROOT / "docs"
DOCUMENTS = (README, *sorted(DOCS.rglob("*.md")))
GENERATED = DOCS / "reference"
"""Pages that ``make docs`` writes."""
WRITTEN = tuple(document for document in DOCUMENTS if document.parent != GENERATED)

drawing = pytest.mark.skipif(find_spec("matplotlib") is None, reason="the extra 'notebooks' brings matplotlib")


def name_of(document: Path) -> str:
    return document.relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where ``make demo`` has been run."""
    folder = tmp_path_factory.mktemp("project")
    ran = CliRunner().invoke(app, ["run", str(ROOT / "samples"), "--quiet", "--out", str(folder / "output" / "demo")])
    assert ran.exit_code == 0, ran.stderr
    return folder


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_examples_hold(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(demo)
    ran = 0
    for document in WRITTEN:
        text = "\n".join(re.findall(r"^```python\n(.*?)^```", document.read_text("utf-8"), re.MULTILINE | re.DOTALL))
        test = doctest.DocTestParser().get_doctest(text, {}, name_of(document), str(document), 0)
        told: list[str] = []
        failed, tried = doctest.DocTestRunner(verbose=False).run(test, out=told.append)
        assert failed == 0, "".join(told)
        ran += tried
    assert ran > 40


def test_the_summary_that_readme_shows_is_that_of_the_samples(demo: Path) -> None:
    run = json.loads((demo / "output" / "demo" / "run.json").read_text("utf-8"))
    shown = re.search(r"^output/demo: written in .*?^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert shown is not None
    tables = {name: int(rows) for name, rows in re.findall(r"^  (\w+) +(\d+)", shown[0], re.MULTILINE)}
    assert len(tables) == len(run["rows"])
    assert tables == run["rows"] | {"blocks": run["blocks"]["kept"]}
    outcomes = re.findall(r"(\w+) (\d+)[,)]", shown[0].partition("  checks")[2].partition("\n")[0])
    assert {outcome: int(count) for outcome, count in outcomes} == run["checks"]


@pytest.mark.parametrize("document", WRITTEN, ids=name_of)
def test_the_commands_are_there_with_these_options(document: Path) -> None:
    text = re.sub(r"\\\n *", "", document.read_text("utf-8"))
    for line in re.findall(r"^    (?:\S*/)?baocao (.*)$", text, re.MULTILINE):
        words = shlex.split(re.split(r"  +", line)[0])
        found: Any = get_command(app)
        while words and words[0] in getattr(found, "commands", {}):
            found = found.commands[words.pop(0)]
        # A group may have a command of its own for what begins with no name: "audit DATASET".
        parameters = [one for command in (found, *getattr(found, "commands", {}).values()) for one in command.params]
        options = {option for one in parameters for option in (*one.opts, *one.secondary_opts)}
        used = {word for word in words if re.fullmatch(r"--?[a-z][a-z-]*", word)}
        assert used <= options | {"--help"}, line


def _anchor(heading: str) -> str:
    """What a heading is called in addresses: GitHub and the site agree on letters, digits and hyphens."""
    return re.sub(r"[^\w -]", "", heading.replace("`", "").lower()).strip().replace(" ", "-")


def test_links_to_headings_lead_to_headings() -> None:
    checked = 0
    for document in (*ROOT.glob("*.md"), *WRITTEN):
        for target, anchor in re.findall(r"\]\(([^):#]*)#([^)]+)\)", document.read_text("utf-8")):
            place = (document.parent / target).resolve() if target else document
            headings = re.findall(r"^#+ (.*)$", place.read_text("utf-8"), re.MULTILINE)
            assert anchor in map(_anchor, headings), f"{document.name}: {target}#{anchor}"
            checked += 1
    assert checked


def test_pages_of_the_site_link_to_nothing_outside_it() -> None:
    for document in WRITTEN:
        if document != README:
            for target in re.findall(r"\]\(([^):#]+)(?:#[^)]*)?\)", document.read_text("utf-8")):
                assert (document.parent / target).resolve().is_relative_to(DOCS), f"{document.name}: {target}"


def test_the_commands_of_the_tutorials_run_as_they_stand(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In this order: auditors compare with the rules that rule authors have written."""
    monkeypatch.setattr("extract.engines.Pool", lambda _workers, _limits: Serial())
    monkeypatch.setattr("extract.match.engine.Engine.compile", lambda _: None)  # only what is needed
    monkeypatch.chdir(tmp_path)
    shutil.copytree(demo / "output", tmp_path / "output")
    (tmp_path / "samples").mkdir()
    for file in sorted((ROOT / "samples").glob("*.html"))[:3]:
        shutil.copy(file, tmp_path / "samples")
    ran = 0
    for name in ("rule-author", "operator", "auditor", "analyst"):
        text = (DOCS / "tutorials" / f"{name}.md").read_text("utf-8")
        for line in re.findall(r"^    (?:\S*/)?baocao (.*)$", text, re.MULTILINE):
            if line.startswith("rules check"):
                continue  # of all rules: long, and tested by itself
            done = CliRunner().invoke(app, shlex.split(line))
            assert done.exit_code == 0, f"{line}: {done.output}"
            ran += 1
    assert ran > 14
    assert (tmp_path / "output" / "mine" / "report" / "index.html").exists()
    assert (tmp_path / "audit-sample.html").exists()


def test_links_lead_somewhere() -> None:
    for document in (*ROOT.glob("*.md"), *ROOT.glob("*/README.md"), *WRITTEN):
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8")):
            place = (document.parent / target).resolve()
            assert place.exists() or place.parent == GENERATED, f"{document.name}: {target}"


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md"])
def test_files_and_folders_that_documents_name_are_there(document: str) -> None:
    text = re.sub(r"^    [^\n]*$|^```.*?^```", "", (ROOT / document).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    names = re.findall(r"`((?:extract|rules|samples|tests|benchmarks|docs)/[\w./]*)`", text)
    assert names
    for name in names:
        assert (ROOT / name).exists(), name


def test_every_page_is_in_the_navigation() -> None:
    listed = set(re.findall(r'"([\w/-]+\.md)"', (ROOT / "zensical.toml").read_text("utf-8")))
    assert listed >= {document.relative_to(DOCS).as_posix() for document in WRITTEN if document != README}
    for name in listed:
        assert (DOCS / name).exists() or name.startswith("reference/"), name


def test_the_site_asks_for_nothing_from_the_network() -> None:
    theme = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]["theme"]
    assert theme["font"] is False


@drawing
def test_the_reference_tells_every_command_and_public_name(generate: ModuleType) -> None:
    command, library = generate.command(), generate.library()
    for words in ("run", "status", "report", "audit", "audit sample", "audit score", "export", "diff", "explain"):
        assert f"## baocao {words}\n" in command
    assert "--workers" in command
    for name in ("bc.load(", "bc.read_page(", "bc.read_text(", "bc.InputError\n", "data.money_safe\n", "data.duckdb("):
        assert f"```text\n{name}" in library
    assert {f"## bc.{name}\n" in library for name in extract.__all__ if not name.startswith("_")} == {True}


@drawing
@pytest.mark.filterwarnings("ignore:FigureCanvasAgg is non-interactive")
def test_the_notebooks_run_and_draw(demo: Path, generate: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    notebooks = demo / "docs" / "notebooks"
    shutil.copytree(DOCS / "notebooks", notebooks)
    drawn = generate.charts(demo, notebooks)
    assert len(drawn) == 6
    assert all(10_000 < chart.stat().st_size < 200_000 for chart in drawn)
    told = capsys.readouterr().out
    assert "1,355,500,000 đồng in 2023" in told
    assert "[gần 30 triệu đồng]" in told


@drawing
def test_pictures_of_the_documents_are_small() -> None:
    assert all(picture.stat().st_size < 200_000 for picture in (DOCS / "images").iterdir())
