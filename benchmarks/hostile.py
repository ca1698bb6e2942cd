# ruff: noqa: INP001 - a script, no package
"""How long pages take that no browser was meant to see: deep, unclosed, flat and endless ones.

    python benchmarks/hostile.py [--only WORD]

From bytes to blocks judged and repeats dropped, in seconds of the processor, and whether all text is there.
"""

from __future__ import annotations

import argparse
import time

import regex

from extract.clean import CleanVocabulary, judge
from extract.collector import paused
from extract.dedup import drop_repeats
from extract.model import Capture, Reject
from extract.rulefiles import load

_LINE = "Hội đã trao {} suất học bổng cho học sinh nghèo vượt khó của phường."
_UNCLOSED = ("p", "div", "li", "td", "b", "font", "a", "span class=menu", "span hidden", "table", "nav id=n")
_MANY = 100_000

PAGES: dict[str, str] = {
    "20,000 nested divs": "<div>" * 20_000 + _LINE.format(23) + "</div>" * 20_000,
    "100,000 nested divs, unclosed": "<div>" * _MANY + _LINE.format(23),
    **{f"100,000 unclosed <{tag}>": f"<{tag}>Ấp 1 " * _MANY for tag in _UNCLOSED},
    "100,000 unclosed <p>, each other": "".join(f"<p>Ấp {number} " for number in range(_MANY)),
    "22 MB flat": "".join(f"<p>{_LINE.format(number)}</p>" for number in range(220_000)),
    "22 MB flat, all alike": f"<p>{_LINE.format(23)}</p>" * 220_000,
    "22 MB in one paragraph": f"<p>{_LINE.format(23)} " + f"{_LINE.format(24)} " * 240_000,
    "50,000 attributes": f"<p {' '.join(f'a{number}=1' for number in range(50_000))}>{_LINE.format(23)}",
}
_TAG = regex.compile(r"<[^>]*>")


def letters(text: str) -> int:
    """How much of a text is no space."""
    return len("".join(text.split()))


def main() -> None:
    """Print a line a page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", default="", help="pages with this in their name")
    only = parser.parse_args().only
    vocabulary = CleanVocabulary.load(load())
    judge(Capture("", "", "text/html", _LINE.encode()), vocabulary)
    print(f"{'page':<34}{'MB':>6}{'blocks':>9}{'seconds':>9}")
    for name, page in PAGES.items():
        if only not in name:
            continue
        data = page.encode()
        start = time.process_time()
        with paused():  # as a run does
            cleaned = judge(Capture("", "", "text/html", data), vocabulary)
            blocks = () if isinstance(cleaned, Reject) else drop_repeats(cleaned).blocks
        seconds = time.process_time() - start
        lost = letters(_TAG.sub(" ", page)) - sum(letters(block.text) for block in blocks)
        print(f"{name:<34}{len(data) / 1e6:>6.1f}{len(blocks):>9}{seconds:>9.2f}{f'  {lost} lost' if lost else ''}")


if __name__ == "__main__":
    main()
