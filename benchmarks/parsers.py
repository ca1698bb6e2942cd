# ruff: noqa: INP001 - a script, no package
"""Where the two parsers see a page differently: lxml calling as it reads, and beautifulsoup4 over the tree of lxml.

    python benchmarks/parsers.py FILE_OR_FOLDER...

Prints each page whose blocks differ, with the first two blocks that do, and how many pages were compared.
"""

from __future__ import annotations

import sys
from itertools import zip_longest
from pathlib import Path

from extract.clean import CleanVocabulary, sax, soup
from extract.decode import decode
from extract.rulefiles import load

_SHOWN = 90


def pages(paths: list[Path]) -> list[Path]:
    """The HTML files at and below some paths."""
    return [
        file
        for path in paths
        for file in (sorted(path.rglob("*.*htm*")) if path.is_dir() else [path])
        if file.is_file()
    ]


def main() -> None:
    """Compare, and say where the blocks part."""
    landmarks = CleanVocabulary.load(load()).landmarks
    files = pages([Path(argument) for argument in sys.argv[1:]])
    different = 0
    for file in files:
        text = decode(file.read_bytes()).text
        one, other = sax.outline(text, landmarks), soup.outline(text, landmarks)
        if one != other:
            different += 1
            ours, theirs = next(
                ((a, b) for a, b in zip_longest(one.blocks, other.blocks) if a != b), ("same blocks", "other tree")
            )
            print(f"{file.name}\n  sax:  {str(ours)[:_SHOWN]}\n  soup: {str(theirs)[:_SHOWN]}")
    print(f"{len(files)} pages, {different} differ")


if __name__ == "__main__":
    main()
