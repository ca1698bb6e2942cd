# ruff: noqa: INP001 - a script, no package
"""What a run over many pages holds in memory, beside a run over a tenth of them.

    python benchmarks/memory.py [--pages 50000]

The pages are made of the samples: a heading and some lines of a report with figures that no other page has, on two
hundred sites. What is told is the most memory that any process of a run ever held.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from varied_pages import varied  # noqa: E402 - found by the line above

_LINES = 5
_SITES = 200


def write_pages(file: Path, count: int) -> None:
    """``count`` pages as JSON Lines."""
    with file.open("w", encoding="utf-8") as out:
        for number in range(count):
            lines = varied(number, ".txt").splitlines()
            start = 1 + number // _SITES % max(1, len(lines) - _LINES)
            page = {
                "url": f"http://xa{number % _SITES}.example.gov.vn/tin/{number}.html",
                "text": "\n".join([f"{lines[0]} số {number}", *lines[start : start + _LINES]]),
            }
            out.write(json.dumps(page, ensure_ascii=False) + "\n")


def peak(pages: Path, out: Path) -> tuple[float, float]:
    """Megabytes at most, and seconds of processor, of a run."""
    command = [sys.executable, "-m", "extract.cli", "run", str(pages), "--quiet", "--out", str(out)]
    process = subprocess.Popen(command, cwd=ROOT)  # noqa: S603 - our own command
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"the run over {pages} failed")
    return used.ru_maxrss / 1024, used.ru_utime + used.ru_stime


def main() -> None:
    """Print a line for each run, and how much more the larger one held."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=50_000)
    arguments = parser.parse_args()
    held = []
    with tempfile.TemporaryDirectory() as folder:
        for count in (arguments.pages // 10, arguments.pages):
            pages = Path(folder) / f"{count}.jsonl"
            write_pages(pages, count)
            megabytes, seconds = peak(pages, Path(folder) / f"out-{count}")
            held.append(megabytes)
            print(
                f"{count:>9,} pages, {pages.stat().st_size / 1e6:6.0f} MB: {megabytes:5.0f} MB, {seconds:5.0f} seconds"
            )
    print(f"{held[1] / held[0]:.2f} times as much")


if __name__ == "__main__":
    main()
