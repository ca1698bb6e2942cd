# ruff: noqa: INP001 - a script, no package
"""What more workers give: one, two, and a cluster of two on this machine, over the same pages.

    python benchmarks/scaling.py [--pages 20000] [--lines 5] [--rounds 1] [--html]

Pages are made of the samples: some lines each, or with --html whole ones, about ten times as long. Each line tells the
seconds by the clock, the seconds of processor of the process that leads and of all others (a cluster that waits is one
of them), and the longest way through, which is what the clock would show on a machine with nothing else to do: in each
step, the processor time of the worker that had most, or of the process that leads if that is more.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]

from commands import digests  # noqa: E402 - found by the line above
from memory import write_pages  # noqa: E402
from varied_pages import varied  # noqa: E402

from extract import batch, rulecache  # noqa: E402
from extract.engines import Engine, Pool  # noqa: E402
from extract.engines.cluster import Cluster  # noqa: E402
from extract.units.progress import Progress  # noqa: E402, TC001 - with its like

_TICKS = os.sysconf("SC_CLK_TCK")


def processors() -> dict[int, float]:
    """Seconds of processor of this process and of all that it has started and that still run."""
    parents: dict[int, int] = {}
    seconds: dict[int, float] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
        seconds[int(stat.parent.name)] = sum(map(int, fields[11:13])) / _TICKS
    ours = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return {pid: seconds[pid] for pid in ours}


class Stopwatch:
    """The time that each step takes in each process."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.total = 0.0
        self.own = 0.0
        self.steps: list[str] = []
        self._step = "beginning"
        self._began = processors()

    def __call__(self, progress: Progress) -> None:
        """Called with how far the run is."""
        if progress.step != self._step:
            self.split(progress.step)
        elif progress.step == "writing" and progress.units == progress.of:
            self.split("end")  # before its workers are

    def split(self, step: str) -> None:
        """The step before this one is done."""
        now = processors()
        spent = {pid: seconds - self._began.get(pid, 0) for pid, seconds in now.items()}
        own = spent[os.getpid()]
        self.longest += max(spent.values())
        self.total += sum(spent.values())
        self.own += own
        self.steps.append(f"{self._step} {max(spent.values()):.1f}")
        self._step, self._began = step, now


def timed(name: str, pages: Path, out: Path, engine: Engine) -> None:
    """One run, and a line about it."""
    watch = Stopwatch()
    began = time.monotonic()
    with engine as running:
        batch.run([pages], out, on_progress=watch, engine=running)
    print(
        f"{name:<14} {time.monotonic() - began:7.1f} s by the clock {watch.own:7.1f} s leading "
        f"{watch.total - watch.own:7.1f} s others {watch.longest:7.1f} s the longest way "
        f"({', '.join(watch.steps)}); load {os.getloadavg()[0]:.1f}",
        flush=True,
    )


def main() -> None:
    """Print a line for each run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--lines", type=int, default=5, help="of each page, without --html")
    parser.add_argument("--rounds", type=int, default=1, help="of two workers and the cluster, in turn")
    parser.add_argument("--html", action="store_true", help="whole pages of the samples")
    arguments = parser.parse_args()
    rulecache.load((), keep=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = folder / "pages.jsonl"
        if arguments.html:
            with pages.open("w", encoding="utf-8") as lines:
                for number in range(arguments.pages):
                    address = f"http://xa{number % 200}.example.gov.vn/tin/{number}.html"
                    print(json.dumps({"url": address, "html": varied(number, ".html")}), file=lines)
        else:
            write_pages(pages, arguments.pages, arguments.lines)
        print(f"{arguments.pages:,} pages, {pages.stat().st_size / 1e6:.1f} MB")
        timed("1 worker", pages, folder / "1", Pool(1))
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        command = [sys.executable, str(ROOT / "tests" / "cluster_process.py"), "2"]
        with subprocess.Popen(  # noqa: S603 - our own
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as cluster:
            assert cluster.stdout is not None  # noqa: S101 - it is a pipe
            address = cluster.stdout.readline().split()[0]
            for _ in range(arguments.rounds):
                timed("2 workers", pages, folder / "2", Pool(2))
                timed("cluster of 2", pages, folder / "cluster", Cluster(address))
            cluster.communicate()
        same = {repr(sorted(digests(folder / one).items())) for one in ("1", "2", "cluster")}
        print("the same bytes" if len(same) == 1 else "NOT the same bytes")


if __name__ == "__main__":
    main()
