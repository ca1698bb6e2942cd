"""What is typed wrongly, missing or damaged: one line that says what to do, the right exit code, and no trace."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from commands import ROOT
from handmade_pages import sample_record, write_dataset
from typer.testing import CliRunner

from extract.cli import app
from extract.extras import install_command
from extract.tables.views import write_views

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("shipped_rules_once")

PAGE = "<h1>Trao quà</h1><p>Hội tặng 23 phần quà trị giá 5 triệu đồng cho hộ nghèo của xã.</p>"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with pages, a dataset ``data``, and things that are neither."""
    tmp_path = tmp_path_factory.mktemp("here")
    for name in ("pages", "empty", "my-rules"):
        (tmp_path / name).mkdir()
    (tmp_path / "pages" / "a.html").write_text(PAGE, "utf-8")
    write_views(write_dataset(tmp_path / "data", sample_record("http://a.vn/1")))
    shutil.copytree(tmp_path / "data", tmp_path / "cut")
    (tmp_path / "cut" / "money" / "part-00000.parquet").write_bytes(b"PAR1")
    shutil.copytree(tmp_path / "data", tmp_path / "scratched")
    for table in ("pages", "figures", "money"):
        scratched = tmp_path / "scratched" / table / "part-00000.parquet"
        scratched.write_bytes(b"PAR1" + b"\xff" * 60 + scratched.read_bytes()[64:])
    shutil.copytree(tmp_path / "data", tmp_path / "lacking")
    shutil.rmtree(tmp_path / "lacking" / "checks")
    (tmp_path / "file").write_text("x")
    (tmp_path / "tin.csv").write_text("a,b\n1,2\n")
    (tmp_path / "nothing.jsonl").write_text("")
    (tmp_path / "my-rules" / "latin.yaml").write_bytes(b"rules: \xe0\n")
    return tmp_path


@pytest.fixture
def here(made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(made)
    return made


def call(command: list[str]) -> tuple[int, str]:
    result = CliRunner().invoke(app, command)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stderr


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        # what is read
        ("run pages/b.html -o out", 3, "no such file or folder; check the path"),
        ("run tin.csv -o out", 3, "no column that is known to hold a page; name it with --text-column"),
        ("run tin.csv -o out --text-column c", 3, "no column 'c', as --text-column names it; its columns: a, b"),
        ("run nothing.jsonl -o out --workers 1", 3, "no page was read; "),
        ("explain --page khong-co.html", 3, "no such file or folder; check the path"),
        # where it is written
        ("run pages -o pages/out", 5, "lie one in the other; name a folder apart from it"),
        ("run pages -o file", 5, "file is a file; name a folder for the dataset"),
        ("run pages -o file/out", 5, "file/out: File exists"),
        ("run pages -o /proc/out", 5, "cannot write /proc/out: "),
        ("audit data --figures file/a.csv", 5, "cannot write file/a.csv: "),
        ("audit data --figures empty", 5, "cannot write empty: Is a directory"),
        ("diff data data --figures file/a.csv", 5, "cannot write file/a.csv: "),
        ("audit sample data -o file/mau", 5, "cannot write file/mau"),
        ("report data -o file", 5, "file is a file; name a folder for the report"),
        ("report data -o file/report", 5, "file/report: File exists"),
        ("report data -o pages", 5, "pages"),
        ("export data -o file/a.xlsx", 5, "cannot write file/a.xlsx: "),
        ("export data -o file", 5, "cannot write file: "),
        ("export data -o data", 5, "name a new or an empty folder"),
        (
            "rules new a.b --indicator gift.given --yes='trao 3 nồi' --no=x --into file/a.yaml",
            5,
            "cannot write file/a.yaml",
        ),
        ("rules new a.b --indicator gift.given --yes='trao 3 nồi' --no=x --into empty", 5, "cannot write empty"),
        # datasets
        ("report pages", 3, "not a dataset of baocao; name a folder that 'baocao run' has written"),
        ("audit khong-co", 3, "not a folder; name a dataset that 'baocao run' has written"),
        ("export lacking -o a.xlsx", 3, "has no table 'checks'; write it again with 'baocao run'"),
        ("audit cut", 3, "write the dataset again with 'baocao run'"),
        ("audit scratched", 3, "write the dataset again with 'baocao run'"),
        ("report scratched -o damaged", 3, "write the dataset again with 'baocao run'"),
        ("export scratched -o csv", 3, "write the dataset again with 'baocao run'"),
        ("rules gaps scratched", 3, "write the dataset again with 'baocao run'"),
        ("diff scratched data", 3, "write the dataset again with 'baocao run'"),
        ("diff data file", 3, "file is not a folder"),
        ("rules gaps empty", 3, "not a dataset of baocao"),
        ("status khong-co", 3, "name what 'baocao run' had as --out"),
        ("audit score khong-co.xlsx", 3, "No such file"),
        ("audit score tin.csv", 3, "no form of baocao"),
        # names
        ("audit data --indicator hous.built", 2, "the indicator 'hous.built' is not known; did you mean house.built"),
        ("audit sample data --rule gift.givn", 2, "the rule 'gift.givn' is not known; "),
        ("audit sample data --indicator xyz", 2, "'baocao rules list' shows those that there are"),
        ("export data -o a.csv", 2, "name FILE.xlsx for a workbook, or a folder for CSV files"),
        ("export data -o a.PDF", 2, "a.PDF is the name of a file, and a folder is written; name FILE.xlsx"),
        ("report data -o a.html", 2, "a.html is the name of a file, and a folder is written; name one without"),
        ("run page.html -o a.parquet", 2, "a.parquet is the name of a file, and a folder is written; name one without"),
        ("rules new a.b --indicator gift.givn --yes='trao 3 nồi' --no=x", 2, "did you mean gift.given"),
        ("rules new a.b --indicator gift.given --yes='trao nồi' --no=x", 2, "no number that counts"),
        # rule files
        ("run pages -o out --rules khong-co", 4, "khong-co: there is no such folder; name one"),
        ("run pages -o out --rules empty", 4, "empty: no rule files (*.yaml) here"),
        ("explain câu --rules file", 4, "file: this is a file; name the folder that holds it"),
        ("rules check my-rules", 4, "latin.yaml:1: this is not UTF-8; save the file as UTF-8"),
    ],
)
def test_one_line_says_what_to_do(command: str, code: int, told: str, here: Path) -> None:  # noqa: ARG001
    exit_code, err = call(shlex.split(command))
    assert told in err
    assert exit_code == code
    assert err.startswith("baocao: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", [["explain", " "], ["explain", ""]])
def test_an_empty_sentence_is_asked_for(command: list[str]) -> None:
    code, err = call(command)
    assert code == 2
    assert "the sentence is empty" in err


def test_a_misspelt_section_is_guessed(here: Path) -> None:
    (here / "empty" / "mine.yaml").write_text("ruls: []\n")
    code, err = call(["rules", "check", "empty"])
    (here / "empty" / "mine.yaml").unlink()
    assert code == 4
    assert err == "baocao: empty/mine.yaml:1: 'ruls' is not known here; did you mean rules, groups?\n"


def test_indicators_and_families_that_a_dataset_has_not_are_totals_of_nothing(here: Path) -> None:  # noqa: ARG001
    for indicator in ("camera.installed", "works", "road"):
        assert call(["audit", "data", "--indicator", indicator]) == (0, "")


def test_csv_needs_no_library_of_workbooks(here: Path) -> None:
    script = (
        "import sys; sys.modules['xlsxwriter'] = sys.modules['openpyxl'] = None\n"
        "from extract.cli import main; sys.argv = ['baocao', 'export', *sys.argv[1:]]; main()"
    )

    def export(to: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", script, str(here / "data"), "--out", str(here / to)]
        return subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)  # noqa: S603

    done = export("csv")
    assert (done.returncode, done.stderr) == (0, "")
    refused = export("a.xlsx")
    assert refused.returncode == 2
    assert refused.stderr == f"baocao: this needs xlsxwriter; install it with: {install_command('audit')}\n"
