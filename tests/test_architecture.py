"""What ARCHITECTURE.md promises of the code as a whole."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "extract").rglob("*.py"))
MOST_LINES = 400
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "base", "common", "misc", "core"}


def name_of(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def test_imports_only_point_back_along_the_way(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True, no_logo=True) == 0, capsys.readouterr().out


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_is_short_named_for_its_concept_and_says_what_it_is(module: Path) -> None:
    source = module.read_text("utf-8")
    assert source.count("\n") <= MOST_LINES
    assert module.stem not in VAGUE_NAMES
    assert ast.get_docstring(ast.parse(source))


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["--version"]], ids=" ".join)
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    """What makes ``baocao --help`` slow is not in its way."""
    script = (
        "import sys\n"
        "from extract.cli import app\n"
        f"try: app({arguments!r})\n"
        "except SystemExit: pass\n"
        "print([name for name in ('pandas', 'pyarrow', 'lxml', 'numpy', 'bs4') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603
    assert done.stdout.splitlines()[-1] == "[]"


def test_every_make_target_has_its_line_of_help() -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    done = subprocess.run(["make", "help"], check=True, capture_output=True, text=True, cwd=ROOT, env=environment)  # noqa: S607
    shown = {line.split()[1] for line in done.stdout.splitlines() if line.startswith("  make ")}
    assert shown == {"help", "demo", "notebooks", "docs", "test", "check", "bench", "fuzz", "clean"}
