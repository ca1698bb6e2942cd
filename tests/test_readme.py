"""What the README shows is what a reader gets."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.cli import app

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def test_the_examples_of_the_readme_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder where the demo has been run."""
    ran = CliRunner().invoke(app, ["run", str(ROOT / "samples"), "--quiet", "--out", str(tmp_path / "output" / "demo")])
    assert ran.exit_code == 0, ran.stderr
    monkeypatch.chdir(tmp_path)
    text = "\n".join(re.findall(r"^```python\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL))
    test = doctest.DocTestParser().get_doctest(text, {}, README.name, str(README), 0)
    assert len(test.examples) > 5
    told: list[str] = []
    failed, _ = doctest.DocTestRunner().run(test, out=told.append)
    assert failed == 0, "".join(told)


def test_links_of_the_documents_lead_somewhere() -> None:
    for document in (*ROOT.glob("*.md"), *ROOT.glob("*/README.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md"])
def test_files_and_folders_that_documents_name_are_there(document: str) -> None:
    text = re.sub(r"^    .*$|^```.*?^```", "", (ROOT / document).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for name in re.findall(r"`((?:extract|rules|samples|tests|benchmarks)/[\w./]*)`", text):
        assert (ROOT / name).exists(), name
