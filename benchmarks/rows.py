# ruff: noqa: INP001 - a script, no package
"""How fast text becomes rows, on one core, and what makes it slower.

    python benchmarks/rows.py [FOLDER] [--pages N]      MB of text a second, stage by stage
    python benchmarks/rows.py --more-rules 100          the same with so many rules more, and what they cost
    python benchmarks/rows.py --long 1000               pages of 10 kB up to so many, made of the texts of all

Times are those of the processor, the best of several rounds over all pages. Cleaning is left out: see ``bench.py``.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from extract import rulefiles
from extract.checks.page_checks import check_page
from extract.collector import paused
from extract.facts.page_facts import draw
from extract.lex import lex
from extract.model import Page, Reject
from extract.pipeline import Knowledge, clean_capture
from extract.snippet import snippet
from extract.sources import captures
from extract.tables.rows import PageRecord, encode
from extract.text import fold
from extract.text_tables.cells import settle_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SAMPLES = Path(__file__).parent.parent / "samples"
STAGES = ("lex", "match", "facts", "checks", "encode")
UNIT = 32
_DIGITS = re.compile(r"[1-9]")


def main() -> None:
    """Print what the arguments ask for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES, help="pages to read; the samples if not given")
    parser.add_argument("--pages", type=int, default=500, help="so many pages at most")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--more-rules", type=int, default=0, metavar="N", help="add N generated rules")
    parser.add_argument("--long", type=int, default=0, metavar="KB", help="pages of 10 kB up to KB")
    arguments = parser.parse_args()

    knowledge = Knowledge.load()
    pages = list(islice(_pages(arguments.folder, knowledge), arguments.pages))
    if not pages:
        sys.exit(f"{arguments.folder}: no page to time")
    print(f"{'':<16}{'pages':>6}{'kB':>7}", *(f"{stage:>8}" for stage in STAGES), f"{'all':>8}{'MB/s':>8}")
    if arguments.long:
        sizes = [size for size in (10, 30, 100, 300, 1000, 3000) if size <= arguments.long]
        for size in sizes:
            _line(f"page of {size} kB", [_long_page(pages, size)], knowledge, arguments.rounds)
        return
    seconds = _line(arguments.folder.name, pages, knowledge, arguments.rounds)
    if arguments.more_rules:
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "more.yaml").write_text(_more_rules(arguments.more_rules), encoding="utf-8")
            larger = Knowledge.load([Path(folder)])
        more = _line(f"+ {arguments.more_rules} rules", pages, larger, arguments.rounds)
        again = _line("without", pages, knowledge, arguments.rounds)
        print(f"\n{arguments.more_rules} rules more cost {100 * (more / min(seconds, again) - 1):.1f} %")


def _pages(folder: Path, knowledge: Knowledge) -> Iterator[Page]:
    for capture in captures([folder]):
        page = capture if isinstance(capture, Reject) else clean_capture(capture, knowledge)
        if not isinstance(page, Reject):
            yield page


def _line(name: str, pages: Sequence[Page], knowledge: Knowledge, rounds: int) -> float:
    """Time all stages, print microseconds for each kB of text, and tell the seconds for all."""
    _round(pages, knowledge)  # patterns are compiled when they are first needed
    best = min((_round(pages, knowledge) for _ in range(rounds)), key=sum)
    size = sum(len(page.text.encode()) for page in pages) / 1000
    each = [f"{1e6 * seconds / size:8.0f}" for seconds in best]
    print(
        f"{name:<16}{len(pages):>6}{size:>7.0f}", *each, f"{1e6 * sum(best) / size:8.0f}{size / 1000 / sum(best):8.2f}"
    )
    return sum(best)


def _round(pages: Sequence[Page], knowledge: Knowledge) -> list[float]:
    clock = time.process_time
    seconds = [0.0] * len(STAGES)
    records = []
    for page in pages:
        with paused():  # as a run does
            start = clock()
            lexed = settle_cells(page.text, lex(page.text, knowledge.lex), knowledge.lex, knowledge.cells)
            lexing = clock()
            knowledge.rules.find(fold(page.text), lexed)
            matching = clock()
            drawn = draw(page, lexed, knowledge.rules, knowledge.facts)
            drawing = clock()
            records.append(PageRecord(page, drawn.facts, check_page(drawn, knowledge.checks)))
            checking = clock()
        for stage, time_ in enumerate(
            (lexing - start, matching - lexing, drawing - matching - (matching - lexing), checking - drawing)
        ):
            seconds[stage] += time_
    start = clock()
    for first in range(0, len(records), UNIT):
        encode(records[first : first + UNIT])
    seconds[-1] = clock() - start
    return seconds


def _long_page(pages: Sequence[Page], size: int) -> Page:
    """A page of ``size`` kB: the texts of all, over and over, with other numbers each time."""
    random = Random(1)  # noqa: S311 - no secret
    texts, long = [], 0
    for page in cycle(pages):
        text = _DIGITS.sub(lambda _: random.choice("123456789"), page.text)
        texts.append(text)
        long += len(text.encode())
        if long >= size * 1000:
            return snippet("\n".join(texts))
    raise AssertionError


def _more_rules(number: int) -> str:
    """Rules such as authors write, three phrases each, of words that reports use."""
    files = rulefiles.load()
    verbs = sorted({verb for section in files.sections("doing_verbs") for verb in section.texts()})
    nouns = sorted(
        {noun for section in files.sections("groups") for node in section.mapping().values() for noun in node.texts()}
    )
    random = Random(1)  # noqa: S311 - no secret
    lines = ["rules:"]
    for rule in range(number):
        one, other = random.sample(verbs, 2)
        noun, unit, people = random.sample(nouns, 3)
        lines += [
            f"- id: more.rule_{rule}",
            "  indicator: gift.given",
            "  match:",
            f'  - "({one} | {other}) ...3 {{count}} {{unit: {unit}}} [...2 {people}]"',
            f'  - "{{count}} {noun} ...4 (được | đã) {one}"',
            f'  - "{other} ...2 {noun} ...6 {{total: money}}"',
            "  examples: []",
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
