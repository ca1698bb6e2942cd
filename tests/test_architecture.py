"""What ARCHITECTURE.md promises of the code as a whole."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from importlinter.cli import lint_imports

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "extract").rglob("*.py"))
MOST_LINES = 400
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "base", "common", "misc", "core"}

RINGS = ("extract/facts/", "extract/units/work.py")
"""What still has modules that need each other for types. ``Work`` is both what its parts need and what does them."""
WORDED: dict[str, tuple[str, ...]] = {
    # Not what is read in reports, but what this package writes.
    "what users read": ("report/", "export/", "cli/", "audit/", "tables/", "dictionary.py"),
    # How bytes become letters and how place names are spelled is the same whatever words they make.
    "letters and their marks": ("decode/", "text.py", "facts/place/place_names.py"),
    # The data contract: how they are spelled in reports is in rules/units.yaml.
    "units by the name that tables have": ("codes.py", "lex/unit_sizes.py"),
}
"""Modules with Vietnamese words in their code, by what these are for."""
_CLASS = re.compile(r"\[[^\]]*\]")
_WORD = re.compile(r"(?=\w*[à-ỹđĐ])[^\W\d_]{2,}")


def name_of(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def test_imports_only_point_back_along_the_way(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True, no_logo=True) == 0, capsys.readouterr().out


def _imported(module: Path) -> Iterator[Path]:
    """The modules that one needs, those for types alone included."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            stem = ROOT.joinpath(*node.module.split("."))
            named = {stem / f"{name.name}.py" for name in node.names}
            yield from named.intersection(MODULES) or {stem.with_suffix(".py"), stem / "__init__.py"}.intersection(
                MODULES
            )


def test_no_modules_need_each_other_for_types() -> None:
    """Nor does any ring of them, but through the modules that are named."""
    needs = {module: {*_imported(module)} for module in MODULES if not name_of(module).startswith(RINGS)}
    TopologicalSorter({module: found.intersection(needs) - {module} for module, found in needs.items()}).prepare()


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_is_short_named_for_its_concept_and_says_what_it_is(module: Path) -> None:
    source = module.read_text("utf-8")
    assert source.count("\n") <= MOST_LINES
    assert module.stem not in VAGUE_NAMES
    assert ast.get_docstring(ast.parse(source))


def _strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """All texts of a module but docstrings."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_wording_is_in_rules(module: Path) -> None:
    """No module has words of reports in its code but those named above."""
    words = {
        word: node.lineno
        for node in _strings(ast.parse(module.read_text("utf-8")))
        for word in _WORD.findall(_CLASS.sub("", str(node.value)))
    }
    may_have = name_of(module).removeprefix("extract/").startswith(tuple(chain(*WORDED.values())))
    assert bool(words) <= may_have, f"words of reports belong in rules/*.yaml: {words}"


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
