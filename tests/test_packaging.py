"""The wheel, installed elsewhere, is all that ``baocao`` needs."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(
    find_spec("hatchling") is None, reason="hatchling builds the wheel; make test installs it"
)


def call(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(  # noqa: S603
        [str(part) for part in command], check=False, capture_output=True, text=True, cwd=cwd, env=environment
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution, built from the checkout as it stands."""
    folder = tmp_path_factory.mktemp("dist")
    for kind in ("wheel", "sdist"):
        done = call(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", folder, cwd=ROOT)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``baocao`` of an environment that has the wheel, and borrows what it depends on from this one."""
    environment = tmp_path_factory.mktemp("elsewhere") / "environment"
    venv.create(environment, with_pip=False, symlinks=True)
    (wheel,) = built.glob("*.whl")
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        environment / "bin" / "python",
        "install",
        "--no-deps",
        "--no-index",
    ]
    done = call(*command, wheel, cwd=environment)
    assert done.returncode == 0, done.stderr
    (site_packages,) = (environment / "lib").glob("python*/site-packages")
    # A folder named in a .pth file is searched after site-packages; its own .pth files (this checkout) are not read.
    (site_packages / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", "utf-8")
    return environment / "bin" / "baocao"


def test_the_wheel_holds_code_and_rules_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"extract"}
    packed = {name.removeprefix("extract/rules/") for name in names if name.startswith("extract/rules/")}
    rules = ROOT / "rules"
    assert packed == {file.relative_to(rules).as_posix() for file in rules.rglob("*") if file.is_file()}
    assert "extract/py.typed" in names


def test_the_source_distribution_can_be_tested(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {Path(name).parts[1] for name in archive.getnames() if len(Path(name).parts) > 1}
    assert names >= {"extract", "rules", "samples", "tests", "README.md", "LICENSE", "Makefile", "pyproject.toml"}


def test_the_installed_command_runs_from_any_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "trang.txt").write_text(
        "Trao học bổng\nHội đã trao 23 phần học bổng trị giá 11,5 triệu đồng.\n", "utf-8"
    )
    where = call(installed.with_name("python"), "-c", "import extract; print(extract.__file__)", cwd=tmp_path)
    assert Path(where.stdout).is_relative_to(installed.parent.parent)
    done = call(installed, "run", "trang.txt", "--out", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "money" / "part-00000.parquet").is_file()
