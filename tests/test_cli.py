"""The command: what it prints, where, and its exit codes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import typer
from commands import ROOT
from typer.testing import CliRunner

from extract import __version__
from extract.cli import app
from extract.cli.exits import exit_codes
from extract.tables.commit import work_of

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "Hội Khuyến học xã đã trao 23 phần học bổng cho học sinh nghèo với số tiền 11,5 triệu đồng."


pytestmark = pytest.mark.usefixtures("shipped_rules_once")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "hoc-bong.txt"
    file.write_text(f"Trao học bổng\n{SENTENCE}\n", "utf-8")
    return file


def call(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_the_version() -> None:
    assert call("--version") == (0, f"baocao {__version__}\n", "")


@pytest.mark.parametrize(
    "command",
    [
        "run",
        "explain",
        "report",
        "export",
        "audit",
        "audit sample",
        "audit score",
        "diff",
        "rules check",
        "rules list",
        "rules new",
        "rules gaps",
    ],
)
def test_every_command_shows_an_example_of_its_use(command: str) -> None:
    code, out, _ = call(*command.split(), "--help")
    assert code == 0
    assert f"baocao {command}" in out


def test_help_tells_the_exit_codes() -> None:
    _, out, _ = call("--help")
    told = re.findall(r"^ +(\d+)  \w", out.partition("Exit codes")[2], re.MULTILINE)
    assert told == ["0", "1", "2", "3", "4", "5", "6", "130"]


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; from extract.cli import main; sys.argv = ['baocao', '--help']\n"
        "try: main()\n"
        "except SystemExit: print({'rich', 'pyarrow', 'regex', 'yaml', 'lxml'} & sys.modules.keys(), file=sys.stderr)"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603
    assert "Exit codes" in shown.stdout
    assert shown.stderr.strip() == "set()"


def test_a_run_that_was_ended_tells_how_far_it_is(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert call("status", str(out))[0] == 3
    assert call("run", str(page), "--out", str(out), "--quiet", "--workers", "1")[0] == 0
    code, told, _ = call("status", str(out))
    assert (code, told.partition(",")[0]) == (0, f"{out}: holds 1 pages")
    work = work_of(out)
    work.mkdir()
    (work / "progress.json").write_text('{"step": "reading", "units": 3, "of": 8, "pages": 90, "rejects": 2}', "utf-8")
    _, told, _ = call("status", str(out))
    assert "goes on from here" in told
    assert "reading, 3 of 8 units" in told
    assert "90, 2 rejected" in told


def test_a_cluster_is_named_with_its_engine(page: Path, tmp_path: Path) -> None:
    for options in (["--engine", "dask"], ["--scheduler", "tcp://127.0.0.1:8786"]):
        code, _, told = call("run", str(page), "--out", str(tmp_path / "out"), *options)
        assert code == 2
        assert "go together" in told


def test_a_run_ends_with_a_summary_on_stdout_and_is_quiet_when_piped(page: Path, tmp_path: Path) -> None:
    code, out, err = call("run", page, "--out", tmp_path / "out")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith(f"{tmp_path / 'out'}: written in ")
    names = [line.split()[0] for line in lines[1:]]
    assert names == [
        "pages",
        "blocks",
        "figures",
        "money",
        "scholarships",
        "ratings",
        "statements",
        "checks",
        "rejects",
    ]
    assert json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["rows"]["scholarships"] == 1


def test_a_quiet_run_says_nothing(page: Path, tmp_path: Path) -> None:
    assert call("run", page, "--quiet", "--out", tmp_path / "out") == (0, "", "")


def test_explain_takes_a_sentence_or_a_page(page: Path) -> None:
    for arguments in ([SENTENCE], ["--page", page]):
        code, out, _ = call("explain", *arguments)
        assert code == 0
        assert "11,5 triệu đồng" in out


def test_the_shipped_rules_pass_their_own_examples() -> None:
    code, out, err = call("rules", "check")
    assert (code, err) == (0, ""), err
    assert " 0 problems" in out


def test_an_audit_shows_how_a_total_comes_about(page: Path, tmp_path: Path) -> None:
    call("run", page, "--out", tmp_path / "out")
    figures = tmp_path / "figures.csv"
    code, out, err = call("audit", tmp_path / "out", "--indicator", "scholarship", "--figures", figures)
    assert (code, err) == (0, "")
    assert [line.split()[-1] for line in out.splitlines() if "mentions" in line or "total" in line] == [
        "11,500,000"
    ] * 2
    assert figures.read_text("utf-8-sig").count("\n") == 2


# ----------------------------------------------------------------------------------------------------------- exit codes


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "a"],
        ["run", "--out", "b"],
        ["run", "a", "--out", "b", "--fast"],
        ["explain"],
        ["audit", "a", "--by", "xóm"],
        ["explain", "một câu", "--page", "a.html"],
        ["chay"],
    ],
    ids=" ".join,
)
def test_wrong_arguments_are_2(arguments: list[str]) -> None:
    code, out, err = call(*arguments)
    assert code == 2
    assert out == ""
    assert "Usage: " in err


def test_a_missing_input_is_3(tmp_path: Path) -> None:
    code, out, err = call("run", tmp_path / "khong-co", "--out", tmp_path / "out")
    assert (code, out) == (3, "")
    assert err.startswith("baocao: ")
    assert "khong-co" in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_3(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, _, err = call("run", tmp_path / "empty", "--out", tmp_path / "out")
    assert code == 3
    assert err.count("\n") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["run", "rules check", "explain"])
def test_a_broken_rule_file_is_4_with_file_and_line(command: str, page: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "mine.yaml").write_text("lists:\n  give: trao\n  give: tặng\n", "utf-8")
    arguments: dict[str, list[str | Path]] = {
        "run": ["run", page, "--out", tmp_path / "out", "--rules", rules],
        "rules check": ["rules", "check", rules],
        "explain": ["explain", SENTENCE, "--rules", rules],
    }
    code, out, err = call(*arguments[command])
    assert (code, out) == (4, "")
    assert err == f"baocao: {rules / 'mine.yaml'}:3: 'give' is given twice; merge the two or rename one\n"
    assert not (tmp_path / "out").exists()


def test_a_folder_of_rules_without_rules_is_4(page: Path, tmp_path: Path) -> None:
    code, _, err = call("run", page, "--out", tmp_path / "out", "--rules", tmp_path / "khong-co")
    assert code == 4
    assert "khong-co" in err


def test_an_output_that_holds_something_else_is_5(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "tet.jpg").write_text("x")
    code, _, err = call("run", page, "--out", out)
    assert code == 5
    assert err.count("\n") == 1
    assert [path.name for path in out.iterdir()] == ["tet.jpg"]


@pytest.mark.parametrize(
    ("goes_on", "said"),
    [
        (True, "baocao: interrupted; what stood there is as it was, and the same command goes on from here\n"),
        (False, "baocao: interrupted\n"),
    ],
)
def test_an_interrupted_command_promises_what_it_keeps(
    capsys: pytest.CaptureFixture[str], *, goes_on: bool, said: str
) -> None:
    with pytest.raises(typer.Exit) as ended, exit_codes(goes_on=goes_on):
        raise KeyboardInterrupt
    assert (ended.value.exit_code, capsys.readouterr().err) == (130, said)
