# ruff: noqa: INP001 - a script, no package
"""How fast text becomes quantities with values, on one core, beside others; and what no text may cost.

    python benchmarks/lexing.py [FOLDER] [--texts N] [--seconds S]

FOLDER holds plain texts, one a file, underscores for spaces: of news, the folder ``test_tokenized`` of
https://github.com/ThanhChinhBK/vietnews, unpacked. Without it the samples are read, many times over. Beside stand those
of price-parser, spaCy, dateparser and quantulum3 that are installed: ``pip install '.[bench]'``. Each reads the same
texts in the same order, for at most S seconds. Times are those of the processor.
"""

from __future__ import annotations

import argparse
import re
import time
from importlib import import_module
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from extract.lex import LexVocabulary, lex
from extract.model import Reject
from extract.pipeline import Knowledge, clean_capture
from extract.rulefiles import load
from extract.sources import captures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SAMPLES = Path(__file__).parent.parent / "samples"
MEGABYTE = 1_000_000
ROUNDS = 3
SHAPES = {
    "digits": "1234567890",
    "1 1 1 1": "1 ",
    "brackets": "((((((((((",
    "numbers in brackets": "(1) ",
    "triệu triệu": "triệu ",
    "1 triệu 1 triệu": "1 triệu ",
    "1/1/1/1": "1/",
    "1.1.1.1": "1.",
    "1-1-1-1": "1-",
    "một một một": "một ",
    "hai trăm hai trăm": "hai trăm ",
    "commas": ",",
    "1, 1, 1,": "1, ",
    "cells": "12\t",
    "lines": "12\n",
    "i v x": "I V X ",
    "từ 1 đến 2": "từ 1 đến 2 đến 3 ",
    "ngày 1/1": "ngày 1/1 ",
    "0912 345 678": "0912 345 678 ",
    "spaces": " ",
    "marks": "e\u0301\u0323",
    "marks alone": "\u0301",
    "one word": "a",
    "a1a1": "a1",
    "quotes": "“",
    "5% 5%": "5% ",
    "10 triệu đồng/người": "10 triệu đồng/người/năm ",
}
"""Pieces that are repeated up to a megabyte."""


def seconds(function: Callable[[str], object], text: str) -> float:
    """What ``function`` of ``text`` takes."""
    start = time.process_time()
    function(text)
    return time.process_time() - start


def size(text: str) -> int:
    """Bytes of ``text`` in UTF-8."""
    return len(text.encode())


def texts_in(folder: Path | None, most: int) -> list[str]:
    """At most ``most`` texts; those of the samples, repeated, if no folder is given."""
    if folder is not None:
        files = sorted(path for path in folder.iterdir() if path.is_file())[:most]
        return [path.read_text(encoding="utf-8").replace("_", " ") for path in files]
    knowledge = Knowledge.load()
    read = [clean_capture(capture, knowledge) for capture in captures([SAMPLES]) if not isinstance(capture, Reject)]
    return list(islice(cycle(page.text for page in read if not isinstance(page, Reject)), most))


# --------------------------------------------------------------------------------------------------------------- others


def price_parser() -> Callable[[str], object]:
    """The one price of a string: asked of each sentence that has a digit."""
    parse = import_module("price_parser").Price.fromstring
    sentence = re.compile(r"[^.\n]*\d[^\n]*?(?:\. |\n|$)")
    return lambda text: [parse(match[0]) for match in sentence.finditer(text)]


def spacy() -> Callable[[str], object]:
    """A blank pipeline and patterns of number and unit; it says where they stand, not what they are worth."""
    nlp = import_module("spacy").blank("xx")
    nlp.max_length = 100 * MEGABYTE
    matcher = import_module("spacy.matcher").Matcher(nlp.vocab)
    units = ["triệu", "tỷ", "đồng", "người", "hộ", "%", "km", "m", "ha", "kg", "tấn", "tuổi", "năm", "ngày", "tháng"]
    number = {"LIKE_NUM": True}
    matcher.add("quantity", [[number, {"LOWER": {"IN": units}}], [number, {"LOWER": "triệu"}, {"LOWER": "đồng"}]])
    return lambda text: matcher(nlp(text))


def dateparser() -> Callable[[str], object]:
    """Dates of a text alone."""
    find = import_module("dateparser.search").search_dates
    return lambda text: find(text, languages=["vi"])


def quantulum3() -> Callable[[str], object]:
    """Quantities with units, of English."""
    read: Callable[[str], object] = import_module("quantulum3.parser").parse
    return read


OTHERS = (
    ("price-parser", price_parser),
    ("spaCy Matcher", spacy),
    ("dateparser", dateparser),
    ("quantulum3", quantulum3),
)


# --------------------------------------------------------------------------------------------------------------- tables


def speed(name: str, function: Callable[[str], object], texts: Sequence[str], limit: float) -> None:
    """Print MB a second over the texts that ``limit`` seconds were enough for."""
    function(texts[0])
    spent, read = 0.0, 0
    for text in texts:
        spent += seconds(function, text)
        read += size(text)
        if spent > limit:
            break
    print(f"{name:<24}{read / MEGABYTE / spent:>10.3f}{read / MEGABYTE:>10.2f}{spent:>10.2f}")


def main() -> None:
    """Print the three tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of plain texts; the samples if not given")
    parser.add_argument("--texts", type=int, default=2000, help="so many texts at most")
    parser.add_argument("--seconds", type=float, default=10, help="so long for each of the others at most")
    arguments = parser.parse_args()

    texts = texts_in(arguments.folder, arguments.texts)
    vocabulary = LexVocabulary.load(load())

    def ours(text: str) -> object:
        return lex(text, vocabulary)

    print(f"{'':<24}{'MB/s':>10}{'MB':>10}{'seconds':>10}")
    for _ in range(ROUNDS):
        speed("baocao", ours, texts, float("inf"))
    for name, load_other in OTHERS:
        try:
            other = load_other()
        except ImportError as error:
            print(f"{name:<24}not installed ({error}): pip install '.[bench]'")
            continue
        speed(name, other, texts, arguments.seconds)

    print(f"\n{'one line of':<24}{'MB/s':>10}{'seconds':>20}")
    line = " ".join(" ".join(texts).split())
    for megabytes in (1, 2, 5, 10):
        wanted = megabytes * MEGABYTE
        long = (line * (wanted // size(line) + 1)).encode()[:wanted].decode(errors="ignore")
        spent = seconds(ours, long)
        print(f"{megabytes:>4} MB{'':<17}{megabytes / spent:>10.2f}{spent:>20.2f}")

    print(f"\n{'1 MB of':<24}{'seconds':>10}")
    for name, piece in SHAPES.items():
        print(f"{name:<24}{seconds(ours, piece * (MEGABYTE // size(piece))):>10.2f}")


if __name__ == "__main__":
    main()
