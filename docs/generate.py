"""Makes what the documentation shows of the program: charts of the notebooks, and the pages of the reference.

``make docs`` runs it in the root of the project, after ``make demo``.
"""

from __future__ import annotations

import inspect
import os
import runpy
import shutil
from pathlib import Path

import matplotlib as mpl
from typer.main import get_command
from typer.testing import CliRunner

import extract
from extract.cli import app

DOCS = Path(__file__).parent
NOTEBOOKS = DOCS / "notebooks"


def charts(into: Path, notebooks: Path) -> list[Path]:
    """Run all notebooks; the last chart of each becomes ``into/NAME.png``."""
    mpl.use("Agg")
    import matplotlib.pyplot as plt  # noqa: PLC0415 - it must know by then where it draws

    made = []
    before = Path.cwd()
    os.chdir(notebooks)
    try:
        for notebook in sorted(notebooks.glob("*.py")):
            plt.close("all")
            runpy.run_path(str(notebook))
            made.append(into / f"{notebook.stem.replace('_', '-')}.png")
            plt.gcf().savefig(made[-1], metadata={"Software": None})
    finally:
        plt.close("all")
        os.chdir(before)
    return made


def command() -> str:
    """The page of the command: the help of each of its commands."""
    lines = ["# Command", "", "What `baocao COMMAND --help` says.", ""]
    for words in _commands(get_command(app), ()):
        said = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1"})
        lines += [f"## {' '.join(('baocao', *words))}", "", "```text", said.output.strip(), "```", ""]
    return "\n".join(lines)


def _commands(found: object, words: tuple[str, ...]) -> list[tuple[str, ...]]:
    below: dict[str, object] = getattr(found, "commands", {})
    return [words, *(deeper for name, one in below.items() for deeper in _commands(one, (*words, name)))]


def library() -> str:
    """The page of the library: signatures and docstrings of what ``extract`` offers."""
    lines = ["# Library", "", "`import extract as bc`; versions follow Semantic Versioning.", ""]
    for name in ("load", "read_page", "read_text", "PageRecord", "BaocaoError", "InputError", "RuleError", "Data"):
        member = getattr(extract, name)
        lines += _told(f"bc.{name}", member)
    for name, member in vars(extract.Data).items():
        if not name.startswith("_") and name != "folder":
            lines += _told(f"data.{name}", member)
    return "\n".join(lines)


def _told(name: str, member: object) -> list[str]:
    plain = isinstance(member, property) or (isinstance(member, type) and issubclass(member, Exception))
    head = name if plain else f"{name}{inspect.signature(member)}"  # type: ignore[arg-type]
    text = inspect.getdoc(member) or ""
    prose, mark, example = text.partition(">>> ")
    shown = [prose.replace("``", "`").strip()] + ([f"\n```python\n{mark}{example}\n```"] if mark else [])
    return [f"## {name}", "", f"```text\n{head}\n```", "", *shown, ""]


if __name__ == "__main__":
    reference = DOCS / "reference"
    reference.mkdir(exist_ok=True)
    (reference / "command.md").write_text(command(), "utf-8")
    (reference / "library.md").write_text(library(), "utf-8")
    shutil.copy(DOCS.parent / "output" / "demo" / "dictionary.md", reference / "tables.md")
    charts(DOCS / "images", NOTEBOOKS)
