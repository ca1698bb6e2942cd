# ruff: noqa: INP001 - a script, no package
"""The report in the page, beside trafilatura: on the pages of its own evaluation, in one run, on one core.

    python benchmarks/article.py CHECKOUT [--pages N] [--only baocao] [--misses FILE]

``CHECKOUT`` is a clone of github.com/adbar/trafilatura: its folder ``tests`` has the pages, and for each the segments
that the text of the article must and must not contain. trafilatura itself is the one that is installed beside baocao
(``pip install trafilatura``), else that of the checkout.

Here the text of a page is what a run would keep of it: blocks judged, then repeats dropped. Captions of photos are
kept, with a kind of their own; trafilatura leaves them out, so there is a line without them too.
Every page goes through
all extractors before the next one, so that a busy machine slows all of them alike; the time is that of the processor.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extract.clean import CleanVocabulary, judge
from extract.collector import paused
from extract.dedup import drop_repeats
from extract.model import Capture, Reject
from extract.rulefiles import load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SPACES = re.compile(r"\s+")
_FOLDERS = ("cache", "eval")


class Annotated(NamedTuple):
    """A page, and what its text must and must not contain."""

    name: str
    data: bytes
    wanted: list[str]
    unwanted: list[str]


class Found(NamedTuple):
    """Which segments a text contains, and which it should and does not."""

    right: int
    wrong: list[str]
    missing: list[str]


class Score:
    """What an extractor did on all pages."""

    def __init__(self) -> None:
        self.right = self.wrong = self.missing = 0
        self.seconds = 0.0

    def add(self, found: Found, seconds: float) -> None:
        """Count one page."""
        self.right += found.right
        self.wrong += len(found.wrong)
        self.missing += len(found.missing)
        self.seconds += seconds

    def line(self, name: str, pages: int) -> str:
        """Precision, recall, F1, pages per second."""
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missing)
        f1 = 2 * self.right / max(1, 2 * self.right + self.wrong + self.missing)
        return f"{name:<18}{precision:>10.3f}{recall:>8.3f}{f1:>8.4f}{pages / self.seconds:>10.1f}"


def annotated(checkout: Path, most: int | None) -> list[Annotated]:
    """The pages of the evaluation, in the order of its file."""
    tests = checkout / "tests"
    pages = []
    for item in list(json.loads((tests / "evaldata.json").read_text(encoding="utf-8")).values())[:most]:
        file = next(path for folder in _FOLDERS if (path := tests / folder / item["file"]).is_file())
        pages.append(Annotated(item["file"], file.read_bytes(), item["with"], item["without"]))
    return pages


def normal(text: str) -> str:
    """White space does not count."""
    return _SPACES.sub(" ", text).strip()


def compare(page: Annotated, text: str | None) -> Found:
    """Which segments are in a text."""
    text = normal(text or "")
    missing = [segment for segment in page.wanted if normal(segment) not in text]
    wrong = [segment for segment in page.unwanted if normal(segment) in text]
    return Found(len(page.wanted) - len(missing), wrong, missing)


def ours(*, captions: bool = True) -> Callable[[bytes], str | None]:
    """The text that baocao keeps of a page, with the captions of its photos or without."""
    vocabulary = CleanVocabulary.load(load())

    def kept(data: bytes) -> str | None:
        with paused():  # as a run does
            cleaned = judge(Capture("page.html", "page.html", "text/html", data), vocabulary)
            if isinstance(cleaned, Reject):
                return None
            blocks = drop_repeats(cleaned).blocks
        return "\n".join(block.text for block in blocks if block.kept and (captions or block.kind != "caption"))

    return kept


def theirs(checkout: Path, *, fast: bool) -> Callable[[bytes], str | None]:
    """``trafilatura.extract`` as its own evaluation calls it."""
    sys.path.append(str(checkout))
    trafilatura = import_module("trafilatura")

    def extracted(data: bytes) -> str | None:
        text: str | None = trafilatura.extract(data, fast=fast, include_comments=False, include_tables=True)
        return text

    return extracted


def run(
    pages: Sequence[Annotated], extractors: dict[str, Callable[[bytes], str | None]]
) -> tuple[dict[str, Score], list[str]]:
    """Every page through every extractor; the scores, and what the first extractor got wrong, a line a segment."""
    scores = {name: Score() for name in extractors}
    misses = []
    first = next(iter(extractors))
    for page in pages:
        for name, extractor in extractors.items():
            start = time.process_time()
            text = extractor(page.data)
            seconds = time.process_time() - start
            found = compare(page, text)
            scores[name].add(found, seconds)
            if name == first:
                misses += [f"{page.name}\tmissing\t{segment}" for segment in found.missing]
                misses += [f"{page.name}\twrong\t{segment}" for segment in found.wrong]
    return scores, misses


def main() -> None:
    """Print a line an extractor."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("checkout", type=Path, help="a clone of github.com/adbar/trafilatura")
    parser.add_argument("--pages", type=int, default=None, help="how many pages, from the first; all if not given")
    parser.add_argument("--only", help="one extractor alone")
    parser.add_argument("--misses", type=Path, help="write the segments that baocao got wrong to this file")
    arguments = parser.parse_args()

    extractors: dict[str, Callable[[], Callable[[bytes], str | None]]] = {
        "baocao": ours,
        "without captions": lambda: ours(captions=False),
        "trafilatura": lambda: theirs(arguments.checkout, fast=False),
        "trafilatura fast": lambda: theirs(arguments.checkout, fast=True),
    }
    chosen = {name: make() for name, make in extractors.items() if arguments.only in {None, name}}
    if not chosen:
        sys.exit(f"{arguments.only}: none of {', '.join(extractors)}")
    pages = annotated(arguments.checkout, arguments.pages)
    for extractor in chosen.values():
        extractor(pages[0].data)  # patterns are compiled when they are first needed
    scores, misses = run(pages, chosen)
    if "trafilatura" in sys.modules:
        print(f"trafilatura {sys.modules['trafilatura'].__version__}")
    print(f"{len(pages)} pages, {sum(len(page.data) for page in pages) / 1e6:.1f} MB\n")
    print(f"{'':<18}{'precision':>10}{'recall':>8}{'F1':>8}{'pages/s':>10}")
    for name, score in scores.items():
        print(score.line(name, len(pages)))
    if arguments.misses:
        arguments.misses.write_text("\n".join(misses) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
