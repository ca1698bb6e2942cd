# ruff: noqa: INP001 - a script, no package
"""How long each stage takes on one core: the samples, many times over, or any folder of pages.

    python benchmarks/bench.py [FOLDER] [--pages N]

Every stage runs over all pages before the next begins, so that the times add up to the whole and none hides in another.
Files are read before. Loading and compiling the rules is told apart, since a run does it once: the pages are read once
before anything is timed, because patterns are compiled when they are first needed.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from extract.checks.page_checks import check_page
from extract.clean import judge
from extract.dedup import drop_repeats
from extract.facts.page_facts import draw
from extract.identity import page_id
from extract.lex import lex
from extract.model import Capture, Reject
from extract.pages import build_page
from extract.pipeline import Knowledge, read_capture
from extract.sources import captures
from extract.tables.collection import Collection
from extract.tables.rows import PageRecord, encode
from extract.text_tables.cells import settle_cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

SAMPLES = Path(__file__).parent.parent / "samples"
Item = TypeVar("Item")
Result = TypeVar("Result")


class Stopwatch:
    """Times stages and prints a line for each."""

    def __init__(self, captured: Sequence[Capture]) -> None:
        self.pages = len(captured)
        self.megabytes = sum(len(capture.data) for capture in captured) / 1e6
        self.total = 0.0
        print(f"{self.pages} pages, {self.megabytes:.1f} MB\n")
        print(f"{'stage':<10}{'seconds':>9}{'pages/s':>10}{'MB/s':>8}")

    def line(self, stage: str, seconds: float) -> None:
        """Print what ``seconds`` for all pages comes to."""
        print(f"{stage:<10}{seconds:>9.2f}{self.pages / seconds:>10.0f}{self.megabytes / seconds:>8.2f}")

    def stage(self, name: str, function: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
        """``function`` of every item, timed."""
        start = time.perf_counter()
        results = [function(item) for item in items]
        seconds = time.perf_counter() - start
        self.total += seconds
        self.line(name, seconds)
        return results


def main() -> None:
    """Print one line a stage and one for the whole."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES, help="pages to read; the samples if not given")
    parser.add_argument("--pages", type=int, default=500, help="how many pages, repeated if the folder has fewer")
    arguments = parser.parse_args()

    found = [item for item in captures([arguments.folder]) if isinstance(item, Capture)]
    if not found:
        sys.exit(f"{arguments.folder}: no page to time")
    start = time.perf_counter()
    knowledge = Knowledge.load()
    for capture in found:
        read_capture(capture, knowledge)
    print(f"rules and first reading: {time.perf_counter() - start:.2f} seconds, once a run")

    captured = list(islice(cycle(found), arguments.pages))
    watch = Stopwatch(captured)
    judged = watch.stage("clean", lambda capture: judge(capture, knowledge.clean), captured)
    readable = [
        (number, capture, cleaned)
        for number, (capture, cleaned) in enumerate(zip(captured, judged, strict=True))
        if not isinstance(cleaned, Reject)
    ]
    cleaned = watch.stage("dedup", lambda item: (item[0], item[1], drop_repeats(item[2])), readable)
    pages = watch.stage(
        "pages", lambda item: build_page(item[1], item[2], page_id(item[1].uri, "", None, item[0])), cleaned
    )
    lexed = watch.stage(
        "lex",
        lambda page: (
            page,
            settle_cells(page.text, lex(page.text, knowledge.lex), knowledge.lex, knowledge.cells),
        ),
        pages,
    )
    drawn = watch.stage(
        "facts", lambda item: (item[0], draw(item[0], item[1], knowledge.rules, knowledge.facts)), lexed
    )
    records = watch.stage(
        "checks", lambda item: PageRecord(item[0], item[1].facts, check_page(item[1], knowledge.checks)), drawn
    )
    units = [records[first : first + 32] for first in range(0, len(records), 32)]
    collection = Collection()
    watch.stage("encode", lambda unit: collection.add(encode(unit)), units)
    with tempfile.TemporaryDirectory() as folder:
        watch.stage("write", collection.write, [Path(folder)])
    watch.line("whole", watch.total)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"\n{len(captured) - len(records)} rejected, {collection.rows()['figures']} figures, peak memory {peak:.0f} MB"
    )


if __name__ == "__main__":
    main()
