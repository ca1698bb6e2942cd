"""Commands that are killed, with their workers or without, and pages that kill or hang workers."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from commands import ROOT, digests, finish, start, wait_for, workers
from varied_pages import varied

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to find workers")

_STEPS = ("cleaning", "reading", "writing")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two folders of files, and an archive that is cut."""
    folder = tmp_path_factory.mktemp("input") / "pages"
    for number in range(20):
        file = folder / str(number % 2) / f"{number}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(varied(number, ".html"), "utf-8")
    with (folder / "tin.jsonl").open("w", encoding="utf-8") as out:
        for number in range(40, 52):
            page = {"url": f"http://xa.example.gov.vn/{number}", "html": varied(number, ".html") + " " * 100_000}
            print(json.dumps(page, ensure_ascii=False), file=out)
    assert (folder / "tin.jsonl").stat().st_size > 1 << 20
    return folder


@pytest.fixture(scope="module")
def undisturbed(pages: Path) -> dict[str, str]:
    finish(pages, pages.parent / "undisturbed", "--workers", "1")
    return digests(pages.parent / "undisturbed")


def kill(process: subprocess.Popen[str], what: str) -> None:
    """The command, one of its workers, or all of them."""
    found = workers(process.pid)
    random.shuffle(found)
    pids = {"command": [process.pid], "worker": found[:1], "both": [process.pid, *found]}[what]
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def test_a_run_killed_again_and_again_gives_what_an_undisturbed_one_gives(
    pages: Path, tmp_path: Path, undisturbed: dict[str, str]
) -> None:
    """The command with its workers, then a worker, which costs nothing, and the command alone."""
    out = tmp_path / "out"
    process = start(pages, out, "--workers", "2")
    wait_for(process, out, "cleaning")
    kill(process, "both")
    process.communicate()
    process = start(pages, out, "--workers", "2")
    wait_for(process, out, "reading")
    kill(process, "worker")
    wait_for(process, out, "writing")
    kill(process, "command")
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert not out.exists()
    finish(pages, out, "--workers", "3")
    assert digests(out) == undisturbed
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.large
@pytest.mark.parametrize("moment", range(100))
def test_a_run_killed_at_any_moment(pages: Path, tmp_path: Path, undisturbed: dict[str, str], moment: int) -> None:
    chance = random.Random(moment)  # noqa: S311 - moments
    out = tmp_path / "out"
    what = ("command", "worker", "both")[moment % 3]
    process = start(pages, out, "--workers", "2")
    wait_for(process, out, chance.choice(("unpacking", *_STEPS)))
    time.sleep(chance.random())
    kill(process, what)
    _, told = process.communicate()
    assert process.returncode in ({0} if what == "worker" else {0, -signal.SIGKILL}), told
    finish(pages, out, "--workers", "2")
    assert digests(out) == undisturbed
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


IN_COMMIT = """
import os, signal, sys
from pathlib import Path
from extract import batch

changes = None  # none before all tables are written
def count(event, arguments):
    global changes
    if changes is not None and event in {"os.mkdir", "os.rename", "os.rmdir", "os.remove", "open"}:
        if event == "open" and not (isinstance(arguments[1], str) and set(arguments[1]) & set("wxa")):
            return
        changes += 1
        if changes == int(sys.argv[3]):
            os.kill(os.getpid(), signal.SIGKILL)

def tell(progress):
    global changes
    if progress.step == "writing" and progress.units == progress.of:
        changes = 0

sys.addaudithook(count)
batch.run([Path(sys.argv[1])], Path(sys.argv[2]), on_progress=tell)
"""


def killed_in_commit(pages: Path, tmp_path: Path, undisturbed: dict[str, str], change: int) -> bool:
    """Whether there was such a change to the disk."""
    out = tmp_path / "out"
    command = [sys.executable, "-c", IN_COMMIT, str(pages), str(out), str(change)]
    killed = subprocess.run(command, check=False, cwd=ROOT)  # noqa: S603 - our own command
    if killed.returncode == 0:
        return False
    assert killed.returncode == -signal.SIGKILL
    assert not out.exists() or digests(out) == undisturbed
    finish(pages, out, "--workers", "1")
    assert digests(out) == undisturbed
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    return True


def test_a_run_killed_while_it_commits(pages: Path, tmp_path: Path, undisturbed: dict[str, str]) -> None:
    assert killed_in_commit(pages, tmp_path, undisturbed, 4)


@pytest.mark.large
def test_a_run_killed_at_every_change_of_the_commit(pages: Path, tmp_path: Path, undisturbed: dict[str, str]) -> None:
    change = 1
    while killed_in_commit(pages, tmp_path, undisturbed, change):
        change += 1
    assert change > 16


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system in memory, whose size can be set."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() or mount(folder, "1m").returncode:
        pytest.skip("only who may mount a file system can make a small one")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607


def mount(folder: Path, size: str, *options: str) -> subprocess.CompletedProcess[bytes]:
    settings = ",".join((f"size={size}", *options))
    return subprocess.run(  # noqa: S603
        ["mount", "-t", "tmpfs", "-o", settings, "tmpfs", str(folder)],  # noqa: S607
        check=False,
        capture_output=True,
    )


@pytest.mark.large
def test_a_disk_that_is_full_at_any_point(pages: Path, small_disk: Path, undisturbed: dict[str, str]) -> None:
    """It grows by a little each time, until the run that is gone on with fits."""
    out = small_disk / "out"
    ended = 0
    for size in range(16, 16 * 100, 16):
        assert mount(small_disk, f"{size}k", "remount").returncode == 0
        process = start(pages, out, "--workers", "2")
        _, told = process.communicate()
        if process.returncode == 0:
            break
        assert process.returncode == 5, told
        assert "No space left" in told
        assert not out.exists()
        ended += 1
    assert ended >= 20
    assert digests(out) == undisturbed


POISON = {
    "treo-1": ("treo máy lúc làm sạch", "timeout"),
    "sap-1": ("sập máy lúc đọc", "crash"),
    "sap-2": ("sập máy lúc làm sạch", "crash"),
    "treo-2": ("treo máy lúc đọc", "timeout"),
}


@pytest.mark.parametrize(("good", "bad"), [(8, 2), pytest.param(200, 4, marks=pytest.mark.large)])
def test_a_poisoned_archive_is_accounted_for(tmp_path: Path, good: int, bad: int) -> None:
    """A tenth is unreadable; some pages hang or crash whoever cleans or reads them."""
    poison = dict(list(POISON.items())[:bad])
    pages, out, site = tmp_path / "pages", tmp_path / "out", tmp_path / "site"
    pages.mkdir()
    for number in range(good):
        (pages / f"{number}.html").write_text(varied(number, ".html"), "utf-8")
    for number in range(good // 8):
        (pages / f"anh-{number}.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes([number]))
    for name, (words, _) in poison.items():
        (pages / f"{name}.txt").write_text(f"Xã họp dân\nTrong buổi họp, {words}, 23 hộ có mặt.", "utf-8")
    site.mkdir()
    (site / "sitecustomize.py").write_text("import bad_pages\n", "ascii")
    process = start(pages, out, "--workers", "2", "--page-timeout", "2", site=site)
    _, told = process.communicate()
    assert process.returncode == 0, told
    rejects = pq.read_table(out / "rejects").to_pylist()
    found = {row["source"]: row["reason"] for row in rejects if row["source"].endswith(".txt")}
    assert found == {f"{name}.txt": reason for name, (_, reason) in poison.items()}
    assert len(rejects) == len(poison) + good // 8
    assert pq.read_table(out / "pages").num_rows == good
