"""A dataset changes all at once or not at all: failures, kills and folders that are not ours."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from extract.errors import OutputError
from extract.tables import commit
from extract.tables.commit import FORMAT, replacing


def fill(folder: Path, content: str) -> None:
    (folder / "pages").mkdir()
    (folder / "pages" / "part-00000.parquet").write_text(content)
    (folder / "run.json").write_text(json.dumps({"format": FORMAT}))


def fill_and_raise(dataset: Path, error: BaseException) -> None:
    with replacing(dataset) as folder:
        assert content(dataset) == "old"
        fill(folder, "new")
        raise error


def content(dataset: Path) -> str:
    return (dataset / "pages" / "part-00000.parquet").read_text()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A dataset that stands already."""
    dataset = tmp_path / "archive"
    with replacing(dataset) as folder:
        fill(folder, "old")
    return dataset


def beside(dataset: Path) -> list[str]:
    return sorted(path.name for path in dataset.parent.iterdir() if path != dataset)


def test_a_new_dataset_appears_with_the_folders_above_it(tmp_path: Path) -> None:
    dataset = tmp_path / "2016" / "archive"
    with replacing(dataset) as folder:
        fill(folder, "new")
        assert not dataset.exists()
    assert content(dataset) == "new"
    assert beside(dataset) == []


def test_a_new_dataset_takes_the_place_of_an_old_one_whole(old: Path) -> None:
    (old / "report").mkdir()
    with replacing(old) as folder:
        fill(folder, "new")
        assert content(old) == "old"
    assert content(old) == "new"
    assert sorted(path.name for path in old.iterdir()) == ["pages", "run.json"]
    assert beside(old) == []


def test_a_link_to_a_dataset_stays_a_link(old: Path) -> None:
    link = old.with_name("latest")
    link.symlink_to(old)
    with replacing(link) as folder:
        fill(folder, "new")
    assert link.is_symlink()
    assert content(old) == "new"


@pytest.mark.parametrize("error", [RuntimeError("a bug"), KeyboardInterrupt()], ids=["a bug", "Ctrl-C"])
def test_a_failure_leaves_the_old_dataset_and_nothing_else(old: Path, error: BaseException) -> None:
    with pytest.raises(type(error)):
        fill_and_raise(old, error)
    assert content(old) == "old"
    assert beside(old) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("step", ["_sync_folders", "_swap"])
def test_a_refusal_of_the_file_system_is_told_and_harmless(
    old: Path, monkeypatch: pytest.MonkeyPatch, number: int, step: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(commit, step, refuse)
    with pytest.raises(OutputError, match=os.strerror(number)), replacing(old) as folder:
        fill(folder, "new")
    assert content(old) == "old"
    assert beside(old) == []


@pytest.mark.parametrize(
    "error", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()], ids=["disk", "Ctrl-C"]
)
def test_a_failure_between_the_two_renames_brings_the_old_dataset_back(
    old: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    path_type = type(old)
    rename = path_type.rename

    def fail_to_place(self: Path, target: Path) -> Path:
        if self.name == ".archive.staging":
            assert not old.exists()
            raise error
        return rename(self, target)

    monkeypatch.setattr(path_type, "rename", fail_to_place)
    with pytest.raises((OutputError, KeyboardInterrupt)), replacing(old) as folder:
        fill(folder, "new")
    assert content(old) == "old"
    assert beside(old) == []


# ------------------------------------------------------------------------------------------- what a killed run leaves


def test_a_run_killed_while_writing_is_cleared_away(old: Path) -> None:
    staging = old.with_name(".archive.staging")
    staging.mkdir()
    fill(staging, "half")
    with replacing(old) as folder:
        fill(folder, "new")
    assert content(old) == "new"
    assert beside(old) == []


def test_a_run_killed_between_the_renames_is_undone(old: Path) -> None:
    shutil.copytree(old, old.with_name(".archive.staging"))
    old.rename(old.with_name(".archive.replaced"))
    with pytest.raises(RuntimeError):
        fill_and_raise(old, RuntimeError())
    assert content(old) == "old"
    assert beside(old) == []


def test_a_run_killed_before_it_removed_the_old_dataset_is_finished(old: Path) -> None:
    shutil.copytree(old, old.with_name(".archive.replaced"))
    with pytest.raises(RuntimeError), replacing(old):
        raise RuntimeError
    assert content(old) == "old"
    assert beside(old) == []


KILLED = """
import os, pathlib, signal, sys
from extract.tables import commit
dataset, step = pathlib.Path(sys.argv[1]), int(sys.argv[2])
calls = 0

def count(event, arguments):
    global calls
    if event in {"os.rename", "os.mkdir", "open", "shutil.rmtree", "os.rmdir", "os.remove", "os.listdir"}:
        names = [str(argument) for argument in arguments if isinstance(argument, (str, os.PathLike))]
        calls += any(dataset.parent.name in name for name in names)
        if calls == step:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
with commit.replacing(dataset) as folder:
    (folder / "pages").mkdir()
    (folder / "pages" / "part-00000.parquet").write_text("new")
    (folder / "run.json").write_text('{"format": "baocao-dataset"}')
"""


def test_a_run_killed_at_any_step_leaves_a_dataset_the_next_run_can_use(tmp_path: Path) -> None:
    """Kill a process just before each of its changes to the disk, then look, then run again."""
    outcomes = []
    for step in range(1, 100):
        place = tmp_path / f"step{step}"
        dataset = place / "archive"
        with replacing(dataset) as folder:
            fill(folder, "old")
        killed = subprocess.run([sys.executable, "-c", KILLED, dataset, str(step)], check=False)  # noqa: S603
        outcomes.append(content(dataset) if dataset.exists() else "moved aside")
        with replacing(dataset) as folder:
            assert content(dataset) in {"old", "new"}
            fill(folder, "next")
        assert content(dataset) == "next"
        assert beside(dataset) == []
        if killed.returncode == 0:
            break
        assert killed.returncode == -signal.SIGKILL
    assert outcomes[-1] == "new"
    # Never half: old until the renames, new after them; what was moved aside came back (asserted above).
    order = ["old", "moved aside", "new"]
    assert sorted(outcomes, key=order.index) == outcomes
    assert set(outcomes) == set(order)


# --------------------------------------------------------------------------------------------- folders not to replace


def test_a_folder_with_other_things_is_refused(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "tet.jpg").write_text("x")
    with pytest.raises(OutputError, match="not a dataset of baocao"), replacing(photos):
        pytest.fail("the block must not run")
    assert [path.name for path in photos.iterdir()] == ["tet.jpg"]
    assert beside(photos) == []


def test_a_run_file_of_another_program_is_no_dataset(tmp_path: Path) -> None:
    for text in ("", "[]", '{"format": "other"}', "\x00"):
        (tmp_path / "run.json").write_text(text)
        with pytest.raises(OutputError, match="not a dataset of baocao"), replacing(tmp_path):
            pytest.fail("the block must not run")


def test_a_dataset_with_a_notebook_in_it_is_refused(old: Path) -> None:
    (old / "totals.ipynb").write_text("{}")
    with pytest.raises(OutputError, match=r"holds totals\.ipynb"), replacing(old):
        pytest.fail("the block must not run")
    assert content(old) == "old"


def test_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "data"
    file.write_text("x")
    with pytest.raises(OutputError, match="is a file"), replacing(file):
        pytest.fail("the block must not run")
    with pytest.raises(OutputError, match="cannot write"), replacing(file / "inside"):
        pytest.fail("the block must not run")
    assert file.read_text() == "x"


def test_a_mounted_disk_is_refused() -> None:
    with pytest.raises(OutputError, match="mounted"), replacing(Path("/")):
        pytest.fail("the block must not run")


def test_two_runs_at_once_are_refused(old: Path) -> None:
    with replacing(old) as folder:
        with pytest.raises(OutputError, match="another run is writing"), replacing(old):
            pytest.fail("the block must not run")
        fill(folder, "new")
    assert content(old) == "new"
    assert beside(old) == []
