# ruff: noqa: INP001 - a script, no package
"""What the processes of a run hold in memory, for ever more pages.

    python benchmarks/memory.py [--pages 5000 50000 200000] [--lines 5] [--workers 2]

The pages are made of the samples: a heading and some lines of a report with figures that no other page has, on two
hundred sites. What is told is the most that the process that leads ever held, the most that any other did, and the most
that was held by all of them at one time.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from varied_pages import varied  # noqa: E402 - found by the line above

_LINES = 5
_SITES = 200
_LOOK_SECONDS = 0.1


class Held(NamedTuple):
    """Megabytes that processes of a run held at most."""

    leading: int = 0
    other: int = 0
    together: int = 0


def write_pages(file: Path, count: int, most_lines: int = _LINES) -> None:
    """``count`` pages as JSON Lines."""
    with file.open("w", encoding="utf-8") as out:
        for number in range(count):
            lines = varied(number, ".txt").splitlines()
            start = 1 + number // _SITES % max(1, len(lines) - most_lines)
            page = {
                "url": f"http://xa{number % _SITES}.example.gov.vn/tin/{number}.html",
                "text": "\n".join([f"{lines[0]} số {number}", *lines[start : start + most_lines]]),
            }
            out.write(json.dumps(page, ensure_ascii=False) + "\n")


def peaks(pages: Path, out: Path, workers: int) -> Held:
    """Megabytes at most of a run."""
    command = [sys.executable, "-m", "extract.cli", "run", str(pages), "--quiet", "--out", str(out)]
    process = subprocess.Popen([*command, "--workers", str(workers)], cwd=ROOT)  # noqa: S603 - our own command
    held = Held()
    while process.poll() is None:
        leading = _of(process.pid, "VmHWM")
        others = [(_of(pid, "VmHWM"), _of(pid, "VmRSS")) for pid in _children(process.pid)]
        held = Held(
            max(held.leading, leading),
            max(held.other, *(most for most, _ in others), 0),
            max(held.together, _of(process.pid, "VmRSS") + sum(now for _, now in others)),
        )
        time.sleep(_LOOK_SECONDS)
    if process.returncode:
        sys.exit(f"the run over {pages} failed")
    return held


def _of(pid: int, name: str) -> int:
    """Megabytes, as the system tells them of a process; 0 if it is gone."""
    try:
        told = Path(f"/proc/{pid}/status").read_text("utf-8")
    except OSError:
        return 0
    return next((int(line.split()[1]) >> 10 for line in told.splitlines() if line.startswith(name)), 0)


def _children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()] + [
            int(one)
            for task in Path(f"/proc/{pid}/task").iterdir()
            if task.name != str(pid)
            for one in (task / "children").read_text("ascii").split()
        ]
    except OSError:
        return []


def main() -> None:
    """Print a line for each run, and how much more the last one held than the first."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[5_000, 50_000, 200_000])
    parser.add_argument("--lines", type=int, default=_LINES)
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        for count in arguments.pages:
            pages = Path(folder) / f"{count}.jsonl"
            write_pages(pages, count, arguments.lines)
            held = peaks(pages, Path(folder) / f"out-{count}", arguments.workers)
            runs.append(held)
            print(
                f"{count:>9,} pages, {pages.stat().st_size / 1e6:6.1f} MB: leading {held.leading:4} MB, "
                f"a worker {held.other:4} MB, all together {held.together:5} MB",
                flush=True,
            )
    print(f"{runs[-1].leading / runs[0].leading:.2f} times as much for leading")


if __name__ == "__main__":
    main()
