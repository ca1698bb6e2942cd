"""``baocao run`` as a process, to be killed, and what it has left."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from extract.tables.commit import work_of

ROOT = Path(__file__).parent.parent


def start(pages: Path, out: Path, *options: str, site: Path | None = None) -> subprocess.Popen[str]:
    """Begin a run; ``site``: a folder with a ``sitecustomize``."""
    command = [sys.executable, "-m", "extract.cli", "run", str(pages), "--out", str(out), *options]
    path = os.pathsep.join(map(str, (site, ROOT, ROOT / "tests") if site else (ROOT,)))
    environment = os.environ | {"PYTHONPATH": path}
    return subprocess.Popen(  # noqa: S603 - our own command
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def finish(pages: Path, out: Path, *options: str) -> None:
    """A run that must not fail."""
    process = start(pages, out, *options)
    _, told = process.communicate()
    assert process.returncode == 0, told


def wait_for(process: subprocess.Popen[str], out: Path, step: str) -> None:
    """Until the run is in a step, or at its end."""
    said = work_of(out) / "progress.json"
    while process.poll() is None:
        try:
            if json.loads(said.read_text("utf-8"))["step"] == step:
                return
        except (OSError, ValueError):
            pass
        time.sleep(0.005)


def workers(pid: int) -> list[int]:
    """The processes that a process has started, where the system tells."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found.append(int(stat.parent.name))
    return found


def digests(dataset: Path) -> dict[str, str]:
    """Of every file but ``run.json``, which alone holds times."""
    return {
        file.relative_to(dataset).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in dataset.rglob("*")
        if file.is_file() and file.name != "run.json"
    }
