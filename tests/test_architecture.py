"""What ARCHITECTURE.md promises of the code as a whole."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
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

WORDED: dict[str, tuple[str, ...]] = {
    "what users read": ("report/", "export/", "cli/", "audit/", "tables/", "dictionary.py"),
    "letters and their marks": ("decode/", "text.py", "facts/place_names.py"),
    "units by the name that tables have": (
        *("checks/products/harvest.py", "lex/unit_sizes.py", "lex/numerals.py", "lex/quantities.py", "lex/money.py"),
        *(
            "text_tables/money_columns.py",
            "text_tables/cells_in_full.py",
            "text_tables/gifts_in_full.py",
            "text_tables/sums_in_full.py",
        ),
    ),
    "how dates are written": (
        *("dates.py", "clean/furniture.py", "facts/event/day.py", "facts/event/year.py", "lex/times/month_spans.py"),
        *(
            "lex/times/periods.py",
            "lex/times/shaped_periods.py",
            "lex/times/day_lists.py",
            "lex/times/date_signs.py",
            "lex/times/anniversaries.py",
        ),
        *("lex/worded_mentions.py", "lex/spoken.py", "lex/names/coordinates.py"),
    ),
    "how numbers are joined and said": (
        *(
            "lex/amounts.py",
            "lex/names/counted_names.py",
            "lex/fractions.py",
            "lex/isolated.py",
            "lex/labels_in_turn.py",
        ),
        *("lex/mentions.py", "lex/names/names.py", "lex/numbers.py", "lex/names/quoted_names.py", "lex/series.py"),
        *("lex/names/sibling_names.py", "lex/units.py"),
    ),
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
    """No module has words of reports in its code but those named above, which are to become fewer."""
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
